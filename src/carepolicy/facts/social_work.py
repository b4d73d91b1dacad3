"""Knows the records of social work with a child: Children Act 1989, s.17."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts.choices import Need, as_need, yes_no_or_none
from carepolicy.facts.record import SOCIAL_WORK, Family, Spell


@frozen(kw_only=True, repr=False)
class SocialWorkSpell(Spell):
    """An involvement of children's social care.

    Args:
        need: the primary need on record; None where it is not recorded.
    """

    need: Need | None = field(default=None, converter=as_need, metadata={"may_be": Need})

    family: ClassVar[Family] = SOCIAL_WORK
    label: ClassVar[str] = "social work involvement"


@frozen(kw_only=True, repr=False)
class SocialWorker(SocialWorkSpell):
    """A social worker of the council's children's services, allocated to this child and not only to a relative.

    Args:
        assessed_in_need: whether the child had been assessed as in need under s.17; None where that is not recorded.
    """

    assessed_in_need: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "social worker"

    @property
    def counts_as_in_need(self) -> bool | None:
        """Whether the child counts as assessed as in need: not where the need on record is that there is none.

        Source: law notes SW-5, for workers such as those of adoption support.
        """
        return False if self.need is Need.NOT_IN_NEED else self.assessed_in_need

    def __attrs_post_init__(self) -> None:
        Spell.__attrs_post_init__(self)
        if self.need is Need.NOT_IN_NEED and self.assessed_in_need:
            raise BadRecord(
                "This child is assessed as in need, and its need is N9, not in need. Correct one of the two."
            )


class ChildInNeedPlan(SocialWorkSpell):
    """A child in need plan, whoever leads it."""

    __slots__ = ()
    label = "child in need plan"


class ChildProtectionPlan(SocialWorkSpell):
    """A child protection plan."""

    __slots__ = ()
    label = "child protection plan"


@frozen(kw_only=True, repr=False)
class SocialWorkInquiry(SocialWorkSpell):
    """Social work done to find out whether a child is in need.

    Args:
        led_to_services: whether it found the child to be in need and led to services; None while there is no outcome.
    """

    led_to_services: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "social work inquiry"


class ChildInNeedAssessment(SocialWorkInquiry):
    """An assessment under s.17 carried out by a social worker."""

    __slots__ = ()
    label = "assessment under s.17"


class ChildProtectionEnquiry(SocialWorkInquiry):
    """An enquiry under s.47 carried out by a social worker."""

    __slots__ = ()
    label = "enquiry under s.47"


@frozen(kw_only=True, repr=False)
class LeadPractitioner(SocialWorkSpell):
    """A lead practitioner who is not a social worker, for a child in need under s.17.

    Args:
        assessed_in_need: whether the child had been assessed as in need under s.17; None where that is not recorded.
    """

    assessed_in_need: bool | None = field(default=True, converter=yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "lead practitioner who is not a social worker"
