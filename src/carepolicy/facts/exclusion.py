"""Knows the records of a child being kept out of school, who was told of it, and what was provided instead."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts.choices import as_optional_instant, yes_no_or_none, yes_or_no
from carepolicy.facts.record import Happening
from carepolicy.time.instants import Instant


@frozen(kw_only=True, repr=False)
class Suspended(Happening):
    """The child was suspended for a number of school days. Its moment is the decision.

    Args:
        days: how long, in school days; None where that is not recorded.
        first_day: the first day out, where it is not the day of the decision.
        lunchtime: whether only lunchtimes were barred: each counts as half a school day, and the child is at lessons.
        misses_exam: whether a public examination or national test falls into it; None where that is not recorded.
        within_policy: whether it keeps to the school's own exclusion policy.
        within_guidance: whether it keeps to national guidance.
        as_sanction: whether its stated purpose is to punish.
        alternatives_tried: whether other ways were tried first.

    Source: SI 2012/1033, reg.2(2) for lunchtimes.
    """

    days: int | None = None
    first_day: Instant | None = field(default=None, converter=as_optional_instant)
    lunchtime: bool = field(default=False, converter=yes_or_no)
    misses_exam: bool | None = field(default=None, converter=yes_no_or_none)
    within_policy: bool | None = field(default=None, converter=yes_no_or_none)
    within_guidance: bool | None = field(default=None, converter=yes_no_or_none)
    as_sanction: bool | None = field(default=None, converter=yes_no_or_none)
    alternatives_tried: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "suspension"

    def __attrs_post_init__(self) -> None:
        whole = isinstance(self.days, int) and not isinstance(self.days, bool)
        if self.days is not None and (not whole or self.days < 1):
            raise BadRecord(
                "A suspension lasts a whole number of school days, at least 1. "
                "Correct its days, or leave them out if not known."
            )
        if self.first_day is not None and self.first_day.on_earlier_day(self.at).holds:
            raise BadRecord(
                "This suspension begins before it was decided. Correct its first day, or leave it out where it is the "
                "day of the decision."
            )


@frozen(kw_only=True, repr=False)
class PermanentlyExcluded(Happening):
    """The child was permanently excluded. Its moment is the decision.

    Args:
        within_policy: whether it keeps to the school's own exclusion policy; None where that is not recorded.
        within_guidance: whether it keeps to national guidance.
        as_sanction: whether its stated purpose is to punish.
        alternatives_tried: whether other ways were tried first.
    """

    within_policy: bool | None = field(default=None, converter=yes_no_or_none)
    within_guidance: bool | None = field(default=None, converter=yes_no_or_none)
    as_sanction: bool | None = field(default=None, converter=yes_no_or_none)
    alternatives_tried: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "permanent exclusion"


class VirtualSchoolDiscussionHeld(Happening):
    """The reasons for an exclusion that was thought of were talked through with the child's virtual school."""

    __slots__ = ()
    label = "discussion with the virtual school"


@frozen(kw_only=True, repr=False)
class VirtualSchoolContacted(Happening):
    """The virtual school was asked for advice about a child.

    Args:
        with_consent: whether the carers or parents had consented to it; None where that is not recorded.
    """

    with_consent: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "request to the virtual school for advice"


class ReintegrationPlanned(Happening):
    """A plan was made for the child's return from an exclusion."""

    __slots__ = ()
    label = "plan for the return"


class SeriousIncident(Happening):
    """Something happened that might otherwise have led to permanent exclusion."""

    __slots__ = ()
    label = "serious incident"


class VirtualSchoolInformed(Happening):
    """The virtual school was told."""

    __slots__ = ()
    label = "notice to the virtual school"


class SocialWorkerInformed(Happening):
    """The child's social worker was told."""

    __slots__ = ()
    label = "notice to the social worker"


class PapersSentToVirtualSchool(Happening):
    """The exclusion papers went to the virtual school."""

    __slots__ = ()
    label = "papers sent to the virtual school"


class PapersSentToSocialWorker(Happening):
    """The exclusion papers went to the child's social worker."""

    __slots__ = ()
    label = "papers sent to the social worker"


class SentHomeUnrecorded(Happening):
    """The child was sent home, or kept out, with no formal record of a suspension."""

    __slots__ = ()
    label = "sending home without a recorded suspension"


@frozen(kw_only=True, repr=False)
class EducationProvided(Happening):
    """Education was provided to an excluded child from this day.

    Args:
        short_notice_agreed: whether the parent agreed to less notice of it; None where that is not recorded.
    """

    short_notice_agreed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "education provided during the exclusion"


class EducationSought(Happening):
    """The school sought education for a child who was suspended or excluded."""

    __slots__ = ()
    label = "search for education"


class ReturnMeeting(Happening):
    """The meeting on a child's return from a suspension, held or planned for this day."""

    __slots__ = ()
    label = "meeting on return"


@frozen(kw_only=True, repr=False)
class PartTimeTimetable(Happening):
    """The child was put on a part-time timetable from this day.

    Args:
        agreed: whether the agencies agreed to it; None where that is not recorded.
        in_pep: whether it is written into the PEP.
        reviews_set: whether days are set on which it is checked.
        end_set: whether a day is set on which it ends.
        parent_agreed: whether the parent agreed to it, and to its times.
    """

    agreed: bool | None = field(default=None, converter=yes_no_or_none)
    in_pep: bool | None = field(default=None, converter=yes_no_or_none)
    reviews_set: bool | None = field(default=None, converter=yes_no_or_none)
    end_set: bool | None = field(default=None, converter=yes_no_or_none)
    parent_agreed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "part-time timetable"


@frozen(kw_only=True, repr=False)
class AlternativeProvisionStarted(Happening):
    """The child began at alternative provision.

    Args:
        in_area: whether it is in the area of the policy; None where that is not recorded.
        through_hub: whether it was reached through the council's own hub for it.
    """

    in_area: bool | None = field(default=None, converter=yes_no_or_none)
    through_hub: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "start at alternative provision"


class ParentInformed(Happening):
    """The parent was told."""

    __slots__ = ()
    label = "notice to the parent"


class HeadInformed(Happening):
    """The headteacher was told."""

    __slots__ = ()
    label = "notice to the headteacher"


class CouncilInformed(Happening):
    """The council was told."""

    __slots__ = ()
    label = "notice to the council"


class GoverningBodyInformed(Happening):
    """The governing body was told of a suspension or exclusion."""

    __slots__ = ()
    label = "notice to the governing body"


@frozen(kw_only=True, repr=False)
class ExclusionNoticeGiven(Happening):
    """The parent was given written notice of a suspension or exclusion.

    Args:
        public_places: whether it names the days out of public places; None where that is not recorded.
        provision: whether it says what education starts when, and where.
    """

    public_places: bool | None = field(default=None, converter=yes_no_or_none)
    provision: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "written notice to the parent"


class RepresentationsMade(Happening):
    """The parent made representations to the governing body."""

    __slots__ = ()
    label = "representations of the parent"


class ReinstatementConsidered(Happening):
    """The governing body considered whether to reinstate the child."""

    __slots__ = ()
    label = "consideration of reinstatement"


class ExamMissed(Happening):
    """A public examination or national test, on this day, falls into the exclusion."""

    __slots__ = ()
    label = "examination that the exclusion would miss"
    event = "the examination"


class ReviewApplied(Happening):
    """The parent applied for a review of a permanent exclusion."""

    __slots__ = ()
    label = "application for a review"


@frozen(kw_only=True, repr=False)
class PanelDecisionGiven(Happening):
    """The review panel gave notice of its decision.

    Args:
        sends_back: whether it recommends or directs the governing body to look at it again; None where not recorded.
    """

    sends_back: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "decision of the review panel"


class GovernorsReconvened(Happening):
    """The governing body met again after the panel's decision."""

    __slots__ = ()
    label = "second meeting of the governing body"


class ExclusionCancelled(Happening):
    """The headteacher cancelled a suspension or exclusion."""

    __slots__ = ()
    label = "cancellation of the exclusion"


class Reinstated(Happening):
    """The child was back in school after an exclusion was cancelled."""

    __slots__ = ()
    label = "return to school"


class ExclusionReviewOver(Happening):
    """A review was given up in writing, its time ran out unused, or it ended against reinstatement."""

    __slots__ = ()
    label = "end of the time for a review"
