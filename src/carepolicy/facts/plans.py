"""Knows the records of plans for a child at school: PEPs, progress, EHC plans, their reviews, who came to them."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import Meeting, Review, as_meeting, as_review, yes_no_or_none
from carepolicy.facts.record import Happening, Spell


class PepCompleted(Happening):
    """A personal education plan was completed."""

    __slots__ = ()
    label = "completed PEP"


@frozen(kw_only=True, repr=False)
class PepMeetingHeld(Happening):
    """A PEP meeting, held or planned for this day.

    Args:
        chair: who chaired it, as a role; None where that is not recorded.
        chair_agreed: whether it was agreed that somebody other than the designated teacher chairs.
    """

    chair: str | None = None
    chair_agreed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "PEP meeting"


@frozen(kw_only=True, repr=False)
class PepReviewed(Happening):
    """The PEP was reviewed.

    Args:
        several_agencies: whether several agencies met for it; None where that is not recorded.
    """

    several_agencies: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "PEP review"


@frozen(kw_only=True, repr=False)
class PepSectionCompleted(Happening):
    """Somebody's part of the PEP was completed ahead of a meeting.

    Args:
        role: whose part, as a role; never a person's name.
    """

    role: str

    label: ClassVar[str] = "part of the PEP"


class PepTargetsMissed(Happening):
    """A check found targets of the PEP unmet."""

    __slots__ = ()
    label = "finding that targets were missed"


@frozen(kw_only=True, repr=False)
class ProgressAssessed(Happening):
    """The child's progress was assessed.

    Args:
        below_average: whether it was below the average it was compared with; None where it was compared with none.
    """

    below_average: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "assessment of progress"


@frozen(kw_only=True, repr=False)
class PepReviewCalled(Happening):
    """A review of the PEP was called.

    Args:
        review: what for; None where that is not recorded.
    """

    review: Review | None = field(default=None, converter=as_review)

    label: ClassVar[str] = "call for a PEP review"


@frozen(kw_only=True, repr=False)
class ReviewMeeting(Happening):
    """A review of the child's plans, held or planned for this day.

    Args:
        review: what for; None where that is not recorded.
    """

    review: Review | None = field(default=None, converter=as_review)

    label: ClassVar[str] = "review meeting"


class PlansMustChange(Happening):
    """It was found that a child's plans must change after a suspension."""

    __slots__ = ()
    label = "finding that plans must change"


class EhcPlan(Spell):
    """The child had an education, health and care plan."""

    __slots__ = ()
    label = "EHC plan"


class EhcReviewCalled(Happening):
    """A review of the child's education, health and care plan was called."""

    __slots__ = ()
    label = "call for a review of the EHC plan"


@frozen(kw_only=True, repr=False)
class Invited(Happening):
    """Somebody was invited to a meeting about the child.

    Args:
        role: who, as a role; never a person's name.
        meeting: to which meeting.
    """

    role: str
    meeting: Meeting = field(converter=as_meeting)

    label: ClassVar[str] = "invitation"


@frozen(kw_only=True, repr=False)
class Attended(Happening):
    """Somebody came to a meeting about the child.

    Args:
        role: who, as a role; never a person's name.
        meeting: to which meeting.
    """

    role: str
    meeting: Meeting = field(converter=as_meeting)

    label: ClassVar[str] = "presence"


class DesignatedTeacherReported(Happening):
    """The governing body considered a report of the designated teacher."""

    __slots__ = ()
    label = "report of the designated teacher"


class DesignatedTeacherLeft(Happening):
    """The designated teacher left, or is away."""

    __slots__ = ()
    label = "departure of the designated teacher"


class DesignatedTeacherNamed(Happening):
    """A designated teacher was named."""

    __slots__ = ()
    label = "naming of a designated teacher"


class PremiumStatementPublished(Happening):
    """The school published its pupil premium strategy statement."""

    __slots__ = ()
    label = "pupil premium strategy statement"


class EhcReviewMeeting(Happening):
    """The review meeting of an EHC plan, held or planned for this day."""

    __slots__ = ()
    label = "EHC review meeting"


class EhcReviewReported(Happening):
    """The school sent its report of an EHC review meeting."""

    __slots__ = ()
    label = "report of the EHC review meeting"
