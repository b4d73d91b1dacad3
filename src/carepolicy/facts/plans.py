"""Knows the records of plans for a child at school: PEPs, progress, EHC plans, their reviews, who came to them."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import Meeting, Review, as_meeting, as_optional_role, as_review, as_role, yes_no_or_none
from carepolicy.facts.record import Document, Happening, Spell


@frozen(kw_only=True, repr=False)
class PepWritten(Document):
    """A PEP was written or written anew, and what stands in it was checked.

    Args:
        other_plans: whether there are other plans from assessing the child beside an EHC plan; None where not recorded.
    """

    other_plans: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "written PEP"


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
        scheduled_by: who led on setting its day, as a role; None where that is not recorded.
        child_encouraged: whether the child contributed, or was encouraged to.
        premium_needed: whether help that is planned there may need pupil premium plus.
    """

    chair: str | None = field(default=None, converter=as_optional_role)
    chair_agreed: bool | None = field(default=None, converter=yes_no_or_none)
    scheduled_by: str | None = field(default=None, converter=as_optional_role)
    child_encouraged: bool | None = field(default=None, converter=yes_no_or_none)
    premium_needed: bool | None = field(default=None, converter=yes_no_or_none)

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

    role: str = field(converter=as_role)

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
        underachieving: whether the child was found to achieve less than could be; None where that is not recorded.
        accelerated: whether it was faster than usual; None where that is not recorded.
    """

    below_average: bool | None = field(default=None, converter=yes_no_or_none)
    underachieving: bool | None = field(default=None, converter=yes_no_or_none)
    accelerated: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "assessment of progress"


class TransitionPlanned(Happening):
    """A plan was made for a move of class, key stage, school or college."""

    __slots__ = ()
    label = "plan for the move"


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
        virtual_school_fitting: whether it was fitting that the virtual school came.
    """

    review: Review | None = field(default=None, converter=as_review)
    virtual_school_fitting: bool | None = field(default=None, converter=yes_no_or_none)

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
        agreement_covers: whether an agreement with the social worker covers it; None where that is not recorded.
    """

    role: str = field(converter=as_role)
    meeting: Meeting = field(converter=as_meeting)
    agreement_covers: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "invitation"


@frozen(kw_only=True, repr=False)
class Attended(Happening):
    """Somebody came to a meeting about the child.

    Args:
        role: who, as a role; never a person's name.
        meeting: to which meeting.
    """

    role: str = field(converter=as_role)
    meeting: Meeting = field(converter=as_meeting)

    label: ClassVar[str] = "presence"


@frozen(kw_only=True, repr=False)
class PepQualityRated(Happening):
    """Somebody whose task it is judged the quality of the PEP.

    Args:
        good: whether it was judged to be accurate and good; None where that is not recorded.
        meets_guidance: whether it was judged to meet the national guidance.
    """

    good: bool | None = field(default=None, converter=yes_no_or_none)
    meets_guidance: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "judgement of the PEP's quality"


@frozen(kw_only=True, repr=False)
class PepTargetsSet(Happening):
    """Targets were set in the PEP.

    Args:
        smart: whether they are specific, measurable, achievable and time-related; None where that is not recorded.
        in_long_term_plan: whether they stand within a long-term plan.
    """

    smart: bool | None = field(default=None, converter=yes_no_or_none)
    in_long_term_plan: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "setting of PEP targets"


class PupilViewsCaptured(Happening):
    """What the child thinks and wants was asked and written down."""

    __slots__ = ()
    label = "record of the child's views"


@frozen(kw_only=True, repr=False)
class SpecialNeedsFound(Happening):
    """The child was found to have special educational needs.

    Args:
        plan_may_be_needed: whether an EHC plan may be needed; None where that is not recorded.
        plan_needed: whether an EHC plan is needed.
    """

    plan_may_be_needed: bool | None = field(default=None, converter=yes_no_or_none)
    plan_needed: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "finding of special educational needs"


class EhcReviewDue(Happening):
    """The day by which the EHC plan was to be reviewed, as the plan or the council sets it."""

    __slots__ = ()
    label = "day set for a review of the EHC plan"


@frozen(kw_only=True, repr=False)
class PhaseTransitionDue(Happening):
    """A normal move of class, key stage, school or college comes on this day.

    Args:
        new_class: whether to a new class; None where that is not recorded.
        new_school: whether to a new school.
        new_college: whether to a college.
        end_of_stage: whether at the end of the foundation stage or of key stage 1, 2 or 4.
    """

    new_class: bool | None = field(default=None, converter=yes_no_or_none)
    new_school: bool | None = field(default=None, converter=yes_no_or_none)
    new_college: bool | None = field(default=None, converter=yes_no_or_none)
    end_of_stage: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "normal move"
    event: ClassVar[str] = "the move"


class PlansHandedOver(Happening):
    """The child's plans were handed over to the next school or provision."""

    __slots__ = ()
    label = "handing over of plans"


class PremiumStatementPublished(Happening):
    """The school published its pupil premium strategy statement."""

    __slots__ = ()
    label = "pupil premium strategy statement"


@frozen(kw_only=True, repr=False)
class EhcReviewMeeting(Happening):
    """The review meeting of an EHC plan, held or planned for this day.

    Args:
        virtual_school_fitting: whether it was fitting that the virtual school came; None where that is not recorded.
    """

    virtual_school_fitting: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "EHC review meeting"


class EhcReviewReported(Happening):
    """The school sent its report of an EHC review meeting."""

    __slots__ = ()
    label = "report of the EHC review meeting"


class PepUpdated(Happening):
    """The electronic PEP was brought up to date, as for a meeting."""

    __slots__ = ()
    label = "update of the PEP"


class PepFinalised(Happening):
    """The electronic PEP was made final after a meeting."""

    __slots__ = ()
    label = "final PEP"


class SdqCompleted(Happening):
    """A questionnaire on the child's strengths and difficulties (SDQ) was completed."""

    __slots__ = ()
    label = "SDQ"


class RecommendationsCarriedOut(Happening):
    """The educational recommendations of the PEP were carried out."""

    __slots__ = ()
    label = "carrying out of the PEP's recommendations"


@frozen(kw_only=True, repr=False)
class RecommendationsShared(Happening):
    """The educational recommendations of the PEP were shared with an adult who needs them.

    Args:
        role: with whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "sharing of the PEP's recommendations"


@frozen(kw_only=True, repr=False)
class ProgressReported(Happening):
    """Somebody was told of the child's progress and attainment.

    Args:
        role: who was told, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "report on progress"


@frozen(kw_only=True, repr=False)
class ReviewReportSent(Happening):
    """A report was sent for a review of the child's plans or care.

    Args:
        role: whose report, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "report for the review"


@frozen(kw_only=True, repr=False)
class GovernorPanelHeld(Happening):
    """A panel of governors about the child, held or planned for this day.

    Args:
        meeting: which panel.
        teacher_fitting: whether it was fitting that the designated teacher came; None where that is not recorded.
    """

    meeting: Meeting = field(converter=as_meeting)
    teacher_fitting: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "governors' panel"
