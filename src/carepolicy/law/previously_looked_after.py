"""Knows who was looked after and left by adoption, special guardianship or a child arrangements order."""

from __future__ import annotations

from carepolicy.facts import AdoptionAbroad, Order
from carepolicy.law.citation import CHILDREN_ACT_1989
from carepolicy.law.looked_after import living_and_under_18, looked_after
from carepolicy.law.periods import periods_of_care
from carepolicy.logic.condition import Definition, Rule
from carepolicy.logic.vocabulary import left_by, since
from carepolicy.logic.where import Attribute

from_state_care = Attribute("from_state_care", "whether the child was in state care before the adoption abroad")

not_looked_after_now = Rule("PLAC-0", "no longer looked after", ~looked_after, CHILDREN_ACT_1989.section("23ZZA"))

left_care_by_an_order = Rule(
    "PLAC-1",
    "left care by adoption, special guardianship or an order saying with whom the child lives",
    left_by(Order.ADOPTION, Order.SPECIAL_GUARDIANSHIP, Order.CHILD_ARRANGEMENTS),
    CHILDREN_ACT_1989.section("23ZZA(6)(a)"),
)

adopted_from_state_care_abroad = Rule(
    "PLAC-2",
    "adopted from state care outside England and Wales",
    since(AdoptionAbroad, where=from_state_care.one_of(True), called="adoption from state care abroad"),
    CHILDREN_ACT_1989.section("23ZZA(6)(b)"),
)

previously_looked_after = Definition(
    "previously looked after",
    "Left a council's care by adoption, special guardianship or an order saying with whom the child lives, or was "
    "adopted from state care abroad, and is not looked after now.",
    gate=living_and_under_18 & not_looked_after_now,
    means=left_care_by_an_order | adopted_from_state_care_abroad,
    cite=CHILDREN_ACT_1989.section("23ZZA"),
    reads=periods_of_care,
    begins_as="becoming previously looked after",
)

care_experienced = looked_after | previously_looked_after
