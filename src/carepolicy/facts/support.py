"""Knows the records of how a school goes about its work for a child: careers, money, parents, tasks, information."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_role, yes_no_or_none
from carepolicy.facts.record import Happening


@frozen(kw_only=True, repr=False)
class CareersGuidanceGiven(Happening):
    """The child had guidance on careers.

    Args:
        independent: whether it was independent of the school; None where that is not recorded.
    """

    independent: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "careers guidance"


@frozen(kw_only=True, repr=False)
class PremiumSpent(Happening):
    """Pupil premium plus was spent.

    Args:
        for_the_child: whether on helping children in care directly; None where that is not recorded.
        linked_to_target: whether it is linked to a target of the PEP.
    """

    for_the_child: bool | None = field(default=None, converter=yes_no_or_none)
    linked_to_target: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "spending of pupil premium plus"


@frozen(kw_only=True, repr=False)
class ParentInvolved(Happening):
    """A parent was drawn into a matter of school.

    Args:
        advised: whether the social worker advised it; None where that is not recorded.
    """

    advised: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "involvement of a parent"


@frozen(kw_only=True, repr=False)
class TaskDelegated(Happening):
    """A task of the designated teacher was handed to somebody else.

    Args:
        still_answerable: whether the designated teacher stays answerable for it; None where that is not recorded.
    """

    still_answerable: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "handing on of a task"


@frozen(kw_only=True, repr=False)
class PartyConsulted(Happening):
    """The school spoke with somebody about a concern for the child.

    Args:
        role: with whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "talk about a concern"


@frozen(kw_only=True, repr=False)
class InformationShared(Happening):
    """Something about the child was told to somebody.

    Args:
        need_to_know: whether that person needed to know it; None where that is not recorded.
        wishes_weighed: whether the child's wishes and feelings were on record and weighed first.
        secure: whether it went by a way that keeps to the arrangements for data security.
    """

    need_to_know: bool | None = field(default=None, converter=yes_no_or_none)
    wishes_weighed: bool | None = field(default=None, converter=yes_no_or_none)
    secure: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "sharing of information"
