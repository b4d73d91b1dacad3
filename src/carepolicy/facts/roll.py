"""Knows the records of a child coming to a school and leaving it: applications, the roll, transfers and moves."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import yes_no_or_none
from carepolicy.facts.record import Happening


class JoinedSchool(Happening):
    """The child was admitted to the school's roll."""

    __slots__ = ()
    label = "joining the school"
    event = "joining the school"


class LeftSchool(Happening):
    """The child left the school."""

    __slots__ = ()
    label = "leaving the school"
    event = "leaving the school"


class TakenOffRoll(Happening):
    """The child's name was deleted from the school's register."""

    __slots__ = ()
    label = "removal from the roll"


class NewPlacementStarted(Happening):
    """The child started at another school or education placement."""

    __slots__ = ()
    label = "start at the new education placement"


class ApplicationReceived(Happening):
    """The school was asked to admit the child."""

    __slots__ = ()
    label = "application"


class ApplicationRefused(Happening):
    """The school turned down an application for the child."""

    __slots__ = ()
    label = "refusal of an application"


class AdmissionIssueRaised(Happening):
    """A difficulty over the child's admission was raised."""

    __slots__ = ()
    label = "difficulty over admission"


class AdmissionMeetingHeld(Happening):
    """The school met social care, the virtual school and admissions over the child's admission."""

    __slots__ = ()
    label = "meeting over admission"


class TransferredInYear(Happening):
    """The child moved to another school outside the normal round of admissions."""

    __slots__ = ()
    label = "in-year transfer"


class TransferAgreed(Happening):
    """The virtual school agreed to an in-year transfer."""

    __slots__ = ()
    label = "agreement of the virtual school to the transfer"


@frozen(kw_only=True, repr=False)
class ManagedMove(Happening):
    """The child began a managed move to another school.

    Args:
        agreed: whether all who share in it agreed; None where that is not recorded.
    """

    agreed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "managed move"
