"""Knows the records of care: Children Act 1989 s.22(1)(a), Adoption and Children Act 2002 s.18(3), LASPO 2012 s.104."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts.choices import (
    Ended,
    Jurisdiction,
    Need,
    Power,
    Provider,
    RemandedTo,
    as_end,
    as_jurisdiction,
    as_need,
    as_optional_instant,
    as_power,
    as_provider,
    as_remand,
    yes_no_or_none,
    yes_or_no,
)
from carepolicy.facts.record import CARE, Family, Spell
from carepolicy.time.instants import Instant


@frozen(kw_only=True, repr=False)
class CareSpell(Spell):
    """A time in care, or a basis for one.

    Args:
        ended_by: why it ended; None where nobody has said.
        need: the primary need on record at the time; with none, it is not taken to be the child's disability.
        accommodated: whether the council was providing accommodation meanwhile; None where that is not recorded.
        jurisdiction: of which country the council is that has the child in its care; None where that is not recorded.
    """

    ended_by: Ended | None = field(default=None, converter=as_end)
    need: Need | None = field(default=None, converter=as_need)
    accommodated: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})
    jurisdiction: Jurisdiction | None = field(
        default=Jurisdiction.ENGLAND, converter=as_jurisdiction, metadata={"may_be": Jurisdiction}
    )

    family: ClassVar[Family] = CARE
    label: ClassVar[str] = "time in care"


class CareOrder(CareSpell):
    """A full care order: Children Act 1989, s.31(1)(a)."""

    __slots__ = ()
    label = "care order"


class InterimCareOrder(CareSpell):
    """An interim care order: Children Act 1989, s.38."""

    __slots__ = ()
    label = "interim care order"


class PlacementOrder(CareSpell):
    """A placement order: Adoption and Children Act 2002, s.21."""

    __slots__ = ()
    label = "placement order"


class PlacementByConsent(CareSpell):
    """The council is authorised by a parent's consent to place for adoption, or has placed: ACA 2002, ss.18-19."""

    __slots__ = ()
    label = "adoption placement by consent"


class PlacementOrderPending(CareSpell):
    """The council must apply, or has applied, for a placement order, and nothing is decided: ACA 2002, s.22(4)."""

    __slots__ = ()
    label = "undecided application for a placement order"


class FreeingOrder(CareSpell):
    """A freeing order under the Adoption Act 1976; none could be sought after 30 December 2005."""

    __slots__ = ()
    label = "freeing order"


@frozen(kw_only=True, repr=False)
class Remand(CareSpell):
    """A remand by a court: LASPO 2012, ss.92 and 104.

    Args:
        to: local authority accommodation or youth detention accommodation; None where that is not recorded.
        planned_end: when it is planned to end.
    """

    to: RemandedTo | None = field(default=None, converter=as_remand, metadata={"may_be": RemandedTo})
    planned_end: Instant | None = field(default=None, converter=as_optional_instant)

    label: ClassVar[str] = "remand"


@frozen(kw_only=True, repr=False)
class Accommodation(CareSpell):
    """A stay in accommodation that a council provided or arranged.

    Args:
        power: the power it was provided under; None where that is not recorded.
        planned_end: when it is planned to end; it decides the 24-hour test while the stay is shorter than that.
        short_break: whether it is one of a series of short breaks.
        provided_by: who provided it, or played the major role in arranging it; None where that is not recorded.
    """

    power: Power | None = field(default=None, converter=as_power, metadata={"may_be": Power})
    planned_end: Instant | None = field(default=None, converter=as_optional_instant)
    short_break: bool = field(default=False, converter=yes_or_no)
    provided_by: Provider | None = field(default=Provider.COUNCIL, converter=as_provider, metadata={"may_be": Provider})

    label: ClassVar[str] = "accommodation by the council"


class ShortBreakAgreement(CareSpell):
    """An agreed series of short breaks of which only the agreement is on record: its dates are not stays."""

    __slots__ = ()
    label = "agreement for short breaks"


class CareUnderOtherLaw(CareSpell):
    """Care by an authority outside England under the law of that country: name it by `jurisdiction`."""

    __slots__ = ()
    label = "care by an authority outside England"

    def __attrs_post_init__(self) -> None:
        Spell.__attrs_post_init__(self)
        if self.jurisdiction is Jurisdiction.ENGLAND:
            raise BadRecord(
                "Care under another country's law names the country: jurisdiction=Jurisdiction.SCOTLAND, or None where "
                "it is not recorded. For an English council's care give its legal basis, such as CareOrder."
            )


class ReportedInCare(CareSpell):
    """The child is said to be in care, by somebody, and the legal basis is not recorded."""

    __slots__ = ()
    label = "time in care as reported"


class UnaccompaniedAsylumSeeking(Spell):
    """The child was an unaccompanied asylum-seeking child."""

    __slots__ = ()
    family = CARE
    label = "time as an unaccompanied asylum-seeking child"
