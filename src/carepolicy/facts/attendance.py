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


class AttendanceConcernRaised(Happening):
    """Somebody put a worry about the child's attendance or punctuality on record."""

    __slots__ = ()
    label = "concern about attendance"


class AbsenceUnexplained(Happening):
    """An absence whose reason was not known was entered, with code N."""

    __slots__ = ()
    label = "code N in the register"


class AbsenceExplained(Happening):
    """The reason of an absence was established and replaced code N."""

    __slots__ = ()
    label = "reason of the absence in the register"


@frozen(kw_only=True, repr=False)
class AbsenceBegan(Happening):
    """A run of absence began: its first school day.

    Args:
        without_leave: whether every session has code G, N, O or U; None where that is not recorded.
    """

    without_leave: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "run of absence"
    event: ClassVar[str] = "the first day of the run of absence"


class AbsenceEnded(Happening):
    """A run of absence ended: the first day back."""

    __slots__ = ()
    label = "end of the run of absence"


class LeaveEnded(Happening):
    """A leave of absence ended: its last day."""

    __slots__ = ()
    label = "end of a leave of absence"


class AttendanceReturnMade(Happening):
    """The council was sent the return on a child absent without leave."""

    __slots__ = ()
    label = "attendance return"


class LongSicknessExpected(Happening):
    """There was reason to believe that sickness would reach 15 school days."""

    __slots__ = ()
    label = "expectation of long sickness"


class SicknessReturnMade(Happening):
    """The council was sent the return on a child who is sick for long."""

    __slots__ = ()
    label = "sickness return"


class RegisterEntryMade(Happening):
    """An entry was made in the register."""

    __slots__ = ()
    label = "entry in the register"


class RegisterEntryDestroyed(Happening):
    """An entry in the register was destroyed."""

    __slots__ = ()
    label = "destruction of an entry in the register"


class RegisterBackedUp(Happening):
    """A back-up copy of the registers was made."""

    __slots__ = ()
    label = "back-up copy of the registers"


class TenSessionsMissed(Happening):
    """Ten sessions were missed without leave within ten school weeks."""

    __slots__ = ()
    label = "tenth session missed without leave"


class PenaltyNoticeConsidered(Happening):
    """A penalty notice was considered."""

    __slots__ = ()
    label = "consideration of a penalty notice"
