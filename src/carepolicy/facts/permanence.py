"""Knows the orders by which a child leaves care to live with somebody for good, and what is declared of them."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import (
    Jurisdiction,
    Order,
    as_instant,
    as_jurisdiction,
    as_optional_instant,
    as_order,
    yes_no_or_none,
)
from carepolicy.facts.record import CARE, PERMANENCE, Family, Happening
from carepolicy.time.instants import UNKNOWN_TIME, Instant


@frozen(kw_only=True, repr=False)
class PermanenceOrder(Happening):
    """An order that settles where a child lives. Its day is the day the court made it.

    Args:
        ended: when it stopped being in force, where it has.
    """

    ended: Instant | None = field(default=None, converter=as_optional_instant)

    family: ClassVar[Family] = PERMANENCE
    label: ClassVar[str] = "order"


class AdoptionOrder(PermanenceOrder):
    """An adoption order made in England or Wales: ACA 2002, s.46; Adoption Act 1976 before that."""

    __slots__ = ()
    label = "adoption order"


class SpecialGuardianshipOrder(PermanenceOrder):
    """A special guardianship order: Children Act 1989, s.14A."""

    __slots__ = ()
    label = "special guardianship order"


@frozen(kw_only=True, repr=False)
class ChildArrangementsOrder(PermanenceOrder):
    """A child arrangements order, or a residence order made before 22 April 2014.

    Args:
        living: whether it says with whom, or when, the child is to live; None where that is not recorded.
        with_birth_parent: whether that is a birth parent; None where that is not recorded.
    """

    living: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})
    with_birth_parent: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "child arrangements order"


@frozen(kw_only=True, repr=False)
class AdoptionAbroad(PermanenceOrder):
    """An adoption outside England and Wales, Scotland and Northern Ireland included.

    Args:
        from_state_care: whether the child was in state care before it; None where that is not known.
    """

    from_state_care: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})

    label: ClassVar[str] = "adoption outside England and Wales"


@frozen(kw_only=True, repr=False)
class PreviousPermanence(Happening):
    """What a council recorded, when a child came into care, about an earlier time in care that an order had ended.

    Args:
        at: when the order was made; for `Order.NONE`, the day up to which there had been none.
        order: which order, `Order.NONE` where there was none, None where it was not known.
    """

    at: Instant = field(default=UNKNOWN_TIME, converter=as_instant)
    order: Order | None = field(default=None, converter=as_order, metadata={"may_be": Order})

    family: ClassVar[Family] = PERMANENCE
    label: ClassVar[str] = "earlier permanence order"


@frozen(kw_only=True, repr=False)
class LeftCare(Happening):
    """The child left care, as somebody states it, with or without an order.

    Args:
        by: the order as a result of which care ended, `Order.NONE` where it was not by one, None where not known.
        with_birth_parent: whether the child left to live with a birth parent; None where that is not recorded.
        order_ended: when that order stopped being in force, where it has.
        jurisdiction: of which country the council is that had the child in its care; None where that is not recorded.
    """

    by: Order | None = field(default=None, converter=as_order, metadata={"may_be": Order})
    with_birth_parent: bool | None = field(default=None, converter=yes_no_or_none, metadata={"may_be": bool})
    order_ended: Instant | None = field(default=None, converter=as_optional_instant)
    jurisdiction: Jurisdiction | None = field(
        default=Jurisdiction.ENGLAND, converter=as_jurisdiction, metadata={"may_be": Jurisdiction}
    )

    family: ClassVar[Family] = CARE
    label: ClassVar[str] = "leaving care"
