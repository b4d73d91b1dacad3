"""Knows the records of attendance: its measures, absences, and who was asked about them."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts.choices import yes_no_or_none
from carepolicy.facts.record import Happening
from carepolicy.time.attendance import Attendance


def _sessions(value: int | None) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise BadRecord("Attendance is counted in whole sessions. Give how many, or leave it out.")


@frozen(kw_only=True, repr=False)
class AttendanceMeasured(Happening):
    """The child's attendance over the school year to date was counted.

    Args:
        attended: sessions attended; None where that is not recorded.
        possible: sessions that there were.
        fell: whether it is lower than in the time it was compared with; None where it was compared with none.
    """

    attended: int | None = field(default=None, converter=_sessions)
    possible: int | None = field(default=None, converter=_sessions)
    fell: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "measure of attendance"

    def __attrs_post_init__(self) -> None:
        _ = self.attendance  # the two numbers are checked beside each other as it is made

    @property
    def attendance(self) -> Attendance | None:
        """The two numbers together; None where one of them is not recorded."""
        if self.attended is None or self.possible is None:
            return None
        return Attendance(self.attended, self.possible)


class AbsenceRecorded(Happening):
    """The child was absent, on or off the school's site."""

    __slots__ = ()
    label = "absence"


class AbsenceContactMade(Happening):
    """The school made contact about an absence."""

    __slots__ = ()
    label = "contact about an absence"
