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
        qualified_teacher: whether the holder is a qualified teacher; None where that is not recorded.
    """

    role: str = field(converter=as_role)
    qualified_teacher: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "post held"
    event: ClassVar[str] = "taking up the post"


@frozen(kw_only=True, repr=False)
class TrainingAttended(Happening):
    """The holder of a post, or staff, had training about these children.

    Args:
        role: who, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "training"


@frozen(kw_only=True, repr=False)
class GuidanceBriefed(Happening):
    """The holders of a role were briefed on national guidance.

    Args:
        role: who, as a role; never a person's name.
        on_care: whether on the statutory guidance for children in care or previously in care; None where that is not
            recorded.
        on_social_work: whether on the guidance for children with a social worker.
    """

    role: str = field(converter=as_role)
    on_care: bool | None = field(default=None, converter=yes_no_or_none)
    on_social_work: bool | None = field(default=None, converter=yes_no_or_none)

    family: ClassVar[Family] = SETTING
    label: ClassVar[str] = "briefing on guidance"


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
