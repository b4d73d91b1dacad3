"""Knows the records of a school itself, and of its council: posts, training, reports to governors, policies."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_role, yes_no_or_none
from carepolicy.facts.record import SETTING, Document, Family, Happening, Spell


@frozen(kw_only=True, repr=False)
class PostHeld(Spell):
    """A post was held, by anybody; the person is not recorded here.

    Args:
        role: which post, as a role, such as "designated_teacher".
        in_leadership_team: whether its holder sits on the senior leadership team; None where that is not recorded.
        qualified_teacher: whether the holder is a qualified teacher; None where that is not recorded.
    """

    role: str = field(converter=as_role)
    in_leadership_team: bool | None = field(default=None, converter=yes_no_or_none)
    qualified_teacher: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "post held"
    event: ClassVar[str] = "taking up the post"


@frozen(kw_only=True, repr=False)
class TrainingAttended(Happening):
    """The holder of a post, or staff, had training about these children.

    Args:
        role: who, as a role; never a person's name.
        by_council: whether it was the council's; None where that is not recorded.
    """

    role: str = field(converter=as_role)
    by_council: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "training"


@frozen(kw_only=True, repr=False)
class GovernorsReport(Document):
    """The designated teacher reported to the governors, and what stands in the report was checked."""

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "report to the governors"


@frozen(kw_only=True, repr=False)
class OutcomesReviewed(Happening):
    """The report to governors, and the results, were gone through with the virtual school.

    Args:
        sums_up: whether every measure of impact was summed up there; None where that is not recorded.
    """

    sums_up: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "review of results with the virtual school"


@frozen(kw_only=True, repr=False)
class PolicySigned(Happening):
    """The adopted policy was signed and dated.

    Args:
        role: by whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "signing of the policy"


@frozen(kw_only=True, repr=False)
class BriefingHeld(Happening):
    """Staff or governors were briefed about these children.

    Args:
        role: who, as a role; never a person's name.
        on_national_guidance: whether on national guidance about them; None where that is not recorded.
        on_school_policy: whether on the school's own policy and guidance about them.
        on_social_work: whether on national guidance about children with a social worker.
        everyone: whether it has reached every one of those who hold the role.
    """

    role: str = field(converter=as_role)
    on_national_guidance: bool | None = field(default=None, converter=yes_no_or_none)
    on_school_policy: bool | None = field(default=None, converter=yes_no_or_none)
    on_social_work: bool | None = field(default=None, converter=yes_no_or_none)
    everyone: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "briefing"


@frozen(kw_only=True, repr=False)
class PolicyReviewed(Happening):
    """The school reviewed its policy, and how it is carried out.

    Args:
        in_improvement_plan: whether what it found went into the improvement plan; None where that is not recorded.
    """

    in_improvement_plan: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "review of the policy"


class PracticeReviewed(Happening):
    """The school reviewed its practice under the policy."""

    __slots__ = ()
    family = SETTING
    label = "review of practice under the policy"


class ListIssued(Happening):
    """A version of the virtual school's list of what schools need to offer was issued."""

    __slots__ = ()
    family = SETTING
    label = "version of the list"


class ListUpdated(Happening):
    """The virtual school brought its list of what schools need to offer up to date."""

    __slots__ = ()
    family = SETTING
    label = "update of the list"


class LeadGovernorReported(Happening):
    """The governor who leads on these children reported to the governing body."""

    __slots__ = ()
    family = SETTING
    label = "report of the lead governor"


@frozen(kw_only=True, repr=False)
class GovernorsMeetingHeld(Happening):
    """A meeting of the governing body, held or planned for this day.

    Args:
        report_expected: whether a report on these children was expected at it; None where that is not recorded.
    """

    report_expected: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "meeting of the governing body"


class DataMeetingHeld(Happening):
    """A meeting of the head, governors and an adviser on improvement, held or planned for this day."""

    __slots__ = ()
    family = SETTING
    label = "meeting of head, governors and adviser"


class DataMadeAvailable(Happening):
    """The data held on these children was made available for a meeting."""

    __slots__ = ()
    family = SETTING
    label = "data made available"


@frozen(kw_only=True, repr=False)
class ParentsEventHeld(Happening):
    """A parents' evening or the like, held or planned for this day.

    Args:
        agreement_covers: whether an agreement with the social worker on whom to invite, made for an earlier one, covers
            it too; None where that is not recorded.
    """

    agreement_covers: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "parents' evening or the like"
