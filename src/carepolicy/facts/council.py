"""Knows the records of what a council does for a child: care planning, school places, special needs, social work."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_role, yes_no_or_none
from carepolicy.facts.record import (
    CARE_PLANNING,
    CARE_REVIEWS,
    COUNCIL_EDUCATION,
    SOCIAL_WORK_ACTS,
    SPECIAL_NEEDS,
    Family,
    Happening,
)


@frozen(kw_only=True, repr=False)
class CareReviewHeld(Happening):
    """A statutory review of the child's care was held.

    Args:
        virtual_school_fitting: whether it was fitting that the virtual school came; None where that is not recorded.
    """

    virtual_school_fitting: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = CARE_REVIEWS
    label: ClassVar[str] = "review of the child's care"


@frozen(kw_only=True, repr=False)
class CarePlacementStarted(Happening):
    """The child's placement with carers, or in a home, began or is planned for this day.

    Args:
        emergency: whether it was made in an emergency; None where that is not recorded.
        out_of_area: whether it is outside the area of the council that looks after the child.
        disrupts_exams: whether it disrupts the child's education in key stage 4.
        changes_school: whether the child must change school for it.
        outside_approval: whether it is outside the terms on which the foster carer is approved.
        to_eighteen: whether it is meant to last until the child is 18.
    """

    emergency: bool | None = field(default=None, converter=yes_no_or_none)
    out_of_area: bool | None = field(default=None, converter=yes_no_or_none)
    disrupts_exams: bool | None = field(default=None, converter=yes_no_or_none)
    changes_school: bool | None = field(default=None, converter=yes_no_or_none)
    outside_approval: bool | None = field(default=None, converter=yes_no_or_none)
    to_eighteen: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = CARE_PLANNING
    label: ClassVar[str] = "care placement"
    event: ClassVar[str] = "the start of the care placement"


@frozen(kw_only=True, repr=False)
class CarePlacementEnded(Happening):
    """The child's placement with carers, or in a home, ended.

    Args:
        notice_given: whether notice was given before it ended; None where that is not recorded.
    """

    notice_given: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = CARE_PLANNING
    label: ClassVar[str] = "end of the care placement"


class CarePlanMade(Happening):
    """The child's care plan was made."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "care plan"


class PlacementPlanMade(Happening):
    """The plan of a care placement was made."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "placement plan"


@frozen(kw_only=True, repr=False)
class PlacementNoticeGiven(Happening):
    """Written notice of a care placement was given.

    Args:
        role: to whom, as a role, such as "school" or "area_authority"; never a person's name.
    """

    role: str = field(converter=as_role)

    family: ClassVar[Family] = CARE_PLANNING
    label: ClassVar[str] = "written notice of the placement"


class MoveApproved(Happening):
    """The nominated officer approved a move in key stage 4."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "approval of the move"


class DesignatedTeacherConsulted(Happening):
    """The designated teacher was consulted about a move."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "consultation of the designated teacher"


class CareReviewRequested(Happening):
    """The independent reviewing officer, or another who may, asked for a review of the child's care."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "request for a review of care"


class HealthAssessmentArranged(Happening):
    """An assessment of the child's health was arranged."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "arrangement of a health assessment"


class HealthAssessed(Happening):
    """The child's health was assessed or reviewed."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "health assessment"


class CareVisitMade(Happening):
    """A representative of the council visited the child in the placement."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "visit to the child"


class PlacementRegularised(Happening):
    """A care placement was brought within an approval of the carer."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "approval that regularises the placement"


@frozen(kw_only=True, repr=False)
class TemporaryApprovalGiven(Happening):
    """A connected person was approved for a time as the child's carer.

    Args:
        extended: whether it was extended, once; None where that is not recorded.
    """

    extended: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = CARE_PLANNING
    label: ClassVar[str] = "temporary approval of a connected person"


class PlacementEndNoticeGiven(Happening):
    """Written notice of the end of a care placement was given."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "written notice of the end of the placement"


class PepStarted(Happening):
    """The child's social worker started the PEP."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "start of the PEP"


class PepGivenToSchool(Happening):
    """The child's social worker gave the designated teacher an up-to-date PEP."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "PEP given to the designated teacher"


class NoSchoolPlace(Happening):
    """It was found that the child has no school place."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "finding that there is no school place"


class EducationSecured(Happening):
    """The council secured full-time education, or a school place, for the child."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "full-time education secured"


class VirtualSchoolReported(Happening):
    """The virtual school head made the annual report."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "annual report of the virtual school head"


@frozen(kw_only=True, repr=False)
class PremiumAllocated(Happening):
    """Pupil premium was allocated for the child.

    Args:
        over_five_eligible: whether more than five pupils of the school are eligible; None where not recorded.
    """

    over_five_eligible: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = COUNCIL_EDUCATION
    label: ClassVar[str] = "allocation of pupil premium"


class PremiumSettled(Happening):
    """The pupil premium of the year was spent, or returned."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "spending or return of the pupil premium"


class ReviewPanelMet(Happening):
    """The independent panel met to review a permanent exclusion."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "meeting of the review panel"


class PlacesAsked(Happening):
    """The council asked the school which places it has."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "question about places"


class FairAccessReferred(Happening):
    """The child was referred under the fair access protocol."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "referral under the fair access protocol"


class PlaceAllocated(Happening):
    """A school place was allocated to the child."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "allocation of a place"


class DirectionProposed(Happening):
    """The council told the admission authority that it proposes to direct the child's admission."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "proposal to direct admission"


class DirectionNoticeServed(Happening):
    """The council served notice that it intends to direct the child's admission."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "notice of intention to direct admission"


class AdmissionDirected(Happening):
    """The council directed a school to admit the child."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "direction to admit"


class OfferMade(Happening):
    """The council offered a school place in the normal round of admissions."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "offer of a school place"


class AttendanceNoticeServed(Happening):
    """The council served notice on a parent that a school attendance order may follow."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "notice before a school attendance order"


class AttendanceOrderMade(Happening):
    """The council made a school attendance order."""

    __slots__ = ()
    family = COUNCIL_EDUCATION
    label = "school attendance order"


class EhcRequested(Happening):
    """The council was asked to assess the child's education, health and care needs."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "request for an EHC needs assessment"


class EhcAssessmentDecided(Happening):
    """The council told its decision whether to assess the child's needs."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "decision whether to assess"


class EhcAdviceAsked(Happening):
    """A body was asked to help with the assessment."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "request for help with the assessment"


class EhcAdviceGiven(Happening):
    """The body that was asked for help with the assessment responded."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "response of the body asked for help"


class EhcPlanRefused(Happening):
    """The council told its decision not to make an EHC plan."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "decision not to make an EHC plan"


class EhcDraftServed(Happening):
    """A draft of the EHC plan was served on the parent or young person."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "draft of the EHC plan"


class EhcPlanIssued(Happening):
    """The final EHC plan was issued."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "final EHC plan"


class EhcPlanCeased(Happening):
    """The council ceased to maintain the EHC plan."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "end of the EHC plan"


@frozen(kw_only=True, repr=False)
class MovedToAnotherCouncil(Happening):
    """A child with an EHC plan moved to another council's area.

    Args:
        told_ahead: whether the old council knew 15 working days ahead; None where that is not recorded.
    """

    told_ahead: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SPECIAL_NEEDS
    label: ClassVar[str] = "move to another council's area"


class MoveLearnt(Happening):
    """The old council became aware of a move that it had not known of in time."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "discovery of the move"


class EhcTransferred(Happening):
    """The EHC plan was transferred to another council."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "transfer of the EHC plan"


class EhcIntentionsTold(Happening):
    """The new council told what it means to do with a transferred EHC plan."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "notice of what the new council intends"


class EhcReviewDone(Happening):
    """The council completed a review of the EHC plan."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "review of the EHC plan"


class EhcReviewPapersSent(Happening):
    """Notice of an EHC review meeting went out with its papers."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "notice and papers of the EHC review meeting"


class EhcReviewDecided(Happening):
    """The council told its decision after an EHC review meeting."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "decision after the EHC review"


class EhcAmendmentProposed(Happening):
    """The council sent notice of the amendments that it proposes to the EHC plan."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "notice of amendments to the EHC plan"


class EhcPlanAmended(Happening):
    """The amended EHC plan was issued, or the plan confirmed as it is."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "amended EHC plan"


@frozen(kw_only=True, repr=False)
class PhaseTransferNoted(Happening):
    """It was noted that a child with an EHC plan moves to another phase of education next September.

    Args:
        post_16: whether the move is from secondary school to a post-16 institution; None where that is not recorded.
    """

    post_16: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SPECIAL_NEEDS
    label: ClassVar[str] = "phase transfer of a child with an EHC plan"


class ReassessmentRequested(Happening):
    """The council was asked to assess the needs of a child with an EHC plan again."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "request for a re-assessment"


class ReassessmentDecided(Happening):
    """The council told its decision whether to assess again."""

    __slots__ = ()
    family = SPECIAL_NEEDS
    label = "decision whether to assess again"


@frozen(kw_only=True, repr=False)
class ReferralReceived(Happening):
    """Children's social care received a referral.

    Args:
        assessed: whether it was decided to assess the child; None where that is not recorded.
    """

    assessed: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SOCIAL_WORK_ACTS
    label: ClassVar[str] = "referral to social care"


class ReferralAnswered(Happening):
    """Children's social care decided how to respond to a referral and told whoever made it."""

    __slots__ = ()
    family = SOCIAL_WORK_ACTS
    label = "answer to the referral"


class SocialWorkAssessed(Happening):
    """The assessment that followed a referral was completed."""

    __slots__ = ()
    family = SOCIAL_WORK_ACTS
    label = "completed social work assessment"


@frozen(kw_only=True, repr=False)
class StrategyDiscussionHeld(Happening):
    """A strategy discussion was held.

    Args:
        conference: whether it led to a child protection conference; None where that is not recorded.
    """

    conference: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SOCIAL_WORK_ACTS
    label: ClassVar[str] = "strategy discussion"


class ProtectionConferenceHeld(Happening):
    """The initial child protection conference was held."""

    __slots__ = ()
    family = SOCIAL_WORK_ACTS
    label = "initial child protection conference"


class CoreGroupMet(Happening):
    """The core group of a child protection plan met."""

    __slots__ = ()
    family = SOCIAL_WORK_ACTS
    label = "meeting of the core group"


class ProtectionReviewHeld(Happening):
    """A review child protection conference was held."""

    __slots__ = ()
    family = SOCIAL_WORK_ACTS
    label = "review child protection conference"


class MovedIntoAuthority(Happening):
    """A child in care arrived in the council's area from another council's."""

    __slots__ = ()
    family = CARE_PLANNING
    label = "arrival from another council's area"
