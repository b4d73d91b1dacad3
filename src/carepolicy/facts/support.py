"""Knows the records of how a school goes about its work for a child: money, parents, information, help in trouble."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_optional_role, as_role, yes_no_or_none
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
        for_progress: whether it was meant to lead to progress.
        on_english_or_maths: whether it went to English or mathematics.
    """

    for_the_child: bool | None = field(default=None, converter=yes_no_or_none)
    linked_to_target: bool | None = field(default=None, converter=yes_no_or_none)
    for_progress: bool | None = field(default=None, converter=yes_no_or_none)
    on_english_or_maths: bool | None = field(default=None, converter=yes_no_or_none)

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
        role: to whom, as a role; never a person's name.
    """

    need_to_know: bool | None = field(default=None, converter=yes_no_or_none)
    wishes_weighed: bool | None = field(default=None, converter=yes_no_or_none)
    secure: bool | None = field(default=None, converter=yes_no_or_none)
    role: str | None = field(default=None, converter=as_optional_role)

    label: ClassVar[str] = "sharing of information"


@frozen(kw_only=True, repr=False)
class PremiumRequested(Happening):
    """Pupil premium plus was asked for.

    Args:
        linked_to_target: whether a target of the PEP says that it is needed; None where that is not recorded.
    """

    linked_to_target: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "request for pupil premium plus"


class PremiumCosted(Happening):
    """The cost of help that may need pupil premium plus was worked out."""

    __slots__ = ()
    label = "costing of the help"


class PremiumReleased(Happening):
    """Pupil premium plus that was asked for was released."""

    __slots__ = ()
    label = "release of pupil premium plus"


@frozen(kw_only=True, repr=False)
class ContactReceived(Happening):
    """Somebody got in touch with the designated teacher about the child.

    Args:
        role: from whom, as a role; never a person's name.
    """

    role: str = field(converter=as_role)

    label: ClassVar[str] = "message to the designated teacher"


class ContactAnswered(Happening):
    """The designated teacher answered somebody who had been in touch."""

    __slots__ = ()
    label = "answer to the message"


@frozen(kw_only=True, repr=False)
class NeedsLookedInto(Happening):
    """The child's needs were looked into.

    Args:
        diagnostic_tool: whether with a diagnostic tool; None where that is not recorded.
    """

    diagnostic_tool: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "check of the child's needs"


@frozen(kw_only=True, repr=False)
class InformationRequested(Happening):
    """Somebody asked the school for information or records about the child.

    Args:
        role: who asked, as a role; None where that is not recorded, and never a person's name.
        need_to_know: whether that person needed to know it.
        for_pep: whether it was for the PEP.
        for_review: whether it was for a review.
    """

    role: str | None = field(default=None, converter=as_optional_role)
    need_to_know: bool | None = field(default=None, converter=yes_no_or_none)
    for_pep: bool | None = field(default=None, converter=yes_no_or_none)
    for_review: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "request for information"


class InformationGiven(Happening):
    """The school answered a request for information or records about the child."""

    __slots__ = ()
    label = "answer to a request for information"


class CareAuthorityNoted(Happening):
    """The school put on record which council looks after the child."""

    __slots__ = ()
    label = "note of the council that looks after the child"


class DifficultyFound(Happening):
    """The child was found to be struggling."""

    __slots__ = ()
    label = "finding that the child is struggling"


class ExclusionRiskFound(Happening):
    """The child was found to be at risk of exclusion."""

    __slots__ = ()
    label = "finding that exclusion is a risk"


@frozen(kw_only=True, repr=False)
class UrgentMeetingHeld(Happening):
    """An urgent meeting about the child was held.

    Args:
        several_agencies: whether several agencies met for it; None where that is not recorded.
    """

    several_agencies: bool | None = field(default=None, converter=yes_no_or_none)

    label: ClassVar[str] = "urgent meeting"


class DesignatedTeacherInformed(Happening):
    """The designated teacher was told how the child is getting on."""

    __slots__ = ()
    label = "notice to the designated teacher"


class MentorGiven(Happening):
    """The child was given a mentor to talk with."""

    __slots__ = ()
    label = "mentor to talk with"


class NeedsSettledWithSenco(Happening):
    """The designated teacher and the SENCO settled together how the child's special needs are met."""

    __slots__ = ()
    label = "agreement with the SENCO on how needs are met"


class InviteesAgreed(Happening):
    """It was agreed with the social worker whom to invite to a parents' evening or the like."""

    __slots__ = ()
    label = "agreement with the social worker on whom to invite"
