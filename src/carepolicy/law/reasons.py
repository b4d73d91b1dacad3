"""Knows what each reason for an end of care says: an order, care that goes on, or neither."""

from __future__ import annotations

from carepolicy.facts import (
    CareOrder,
    CareSpell,
    Ended,
    FreeingOrder,
    InterimCareOrder,
    Order,
    PlacementByConsent,
    PlacementOrder,
    PlacementOrderPending,
)

BY_ORDER = {
    Ended.ADOPTION: Order.ADOPTION,
    Ended.SPECIAL_GUARDIANSHIP: Order.SPECIAL_GUARDIANSHIP,
    Ended.CHILD_ARRANGEMENTS: Order.CHILD_ARRANGEMENTS,
}
ORDER_MADE = tuple(BY_ORDER)
AT_ODDS_WITH_AN_ORDER = (Ended.HOME_PLANNED, Ended.HOME_UNPLANNED, Ended.LIVES_WITH_OTHERS, Ended.OTHER)
NOT_SAID = (None, Ended.NOT_RECORDED)
LEFT_OTHERWISE = (
    Ended.DIED, Ended.INDEPENDENT, Ended.ADULT_SERVICES, Ended.CUSTODY, Ended.REMAND_ENDED, Ended.ASSESSED_ADULT,
    Ended.MOVED_ABROAD, Ended.STAYED_PUT,
)  # fmt: skip
"""Reasons that end care by no order and leave no room for one (PLAC-3)."""
CARE_RUNS_ON = (Ended.CONTINUES, Ended.TRANSFERRED)
CARE_MAY_RUN_ON = (*NOT_SAID, *CARE_RUNS_ON)
UNDER_AN_ORDER = (CareOrder, InterimCareOrder, PlacementOrder, PlacementByConsent, PlacementOrderPending, FreeingOrder)
"""The kinds of care that rest on an order, or on an authority to place, and not on where the child is."""

AFTER_SEVENTEEN_ASKED = "the legal basis of the child's care after the 17th birthday"
WHY_ASKED = "why the time in care ended"
EXIT_ASKED = "when and why the child's time in care ended"
POWER_ASKED = "the power under which the council provided accommodation"
PROVIDER_ASKED = "who provided the accommodation, or played the major role in arranging it"


def is_new_period(earlier: CareSpell) -> bool:
    """Whether whatever begins on the day that a record ends is a new period of care, because care itself had ended."""
    return earlier.ended_by not in CARE_MAY_RUN_ON and not ends_no_order(earlier)


def ends_no_order(spell: CareSpell) -> bool:
    """Whether the reason given for an end is one that ends accommodation, and cannot end the order there was."""
    return spell.ended_by in (Ended.CUSTODY, Ended.REMAND_ENDED) and isinstance(spell, UNDER_AN_ORDER)
