"""Knows who was looked after and left by adoption, special guardianship or a child arrangements order."""

from __future__ import annotations

from carepolicy.facts import AdoptionAbroad, Jurisdiction, Order
from carepolicy.law.citation import (
    CHILDREN_ACT_1989,
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008,
    LAW_AS_AT,
    SINCE_SEPTEMBER_2018,
)
from carepolicy.law.looked_after import living_and_under_18, looked_after, whose_care
from carepolicy.law.periods import periods_of_care
from carepolicy.law.provision import Provision, decided, not_verified, verified
from carepolicy.logic.definition import Definition
from carepolicy.logic.vocabulary import left_by, since
from carepolicy.logic.where import Attribute

from_state_care = Attribute(
    "from_state_care", "whether the child was in state care before the adoption abroad", told="from state care"
)
with_birth_parent = Attribute(
    "with_birth_parent",
    "with whom the child arrangements order says that the child is to live",
    told="to live with a birth parent",
)

IN_ENGLAND_OR_WALES = (Jurisdiction.ENGLAND, Jurisdiction.WALES, Jurisdiction.ENGLAND_OR_WALES)
ELSEWHERE = (Jurisdiction.SCOTLAND, Jurisdiction.NORTHERN_IRELAND, Jurisdiction.ABROAD)
THE_THREE_ORDERS = (Order.ADOPTION, Order.SPECIAL_GUARDIANSHIP, Order.CHILD_ARRANGEMENTS)

# --- the rules, in the order of the definition ----------------------------------------------------------------

PLAC_0 = Provision(
    "PLAC-0",
    "Only a living child under 18 who is not looked after at that moment is previously looked after.",
    CHILDREN_ACT_1989.section("23ZZA, 105(1)"),
    in_force=SINCE_SEPTEMBER_2018,
    marks=[
        verified("S20", "S81", "S67"),
        not_verified("that the duties of schools are to registered pupils at any age"),
        decided("looked after rules it out"),
    ],
    decisions=("D-11",),
)
PLAC_1 = Provision(
    "PLAC-1",
    "The child was looked after by a council in England or Wales, and that ended as a result of an adoption order, a "
    "special guardianship order or an order saying with whom the child lives.",
    CHILDREN_ACT_1989.section("23ZZA(6)(a)"),
    in_force=SINCE_SEPTEMBER_2018,
    marks=[
        verified("S17", "S66", "S34"),
        decided("one test of cause"),
        decided("an interim order about the child's home counts too; no authority was found"),
    ],
    decisions=("D-12", "H-2"),
)
PLAC_2 = Provision(
    "PLAC-2",
    "The child was adopted from state care outside England and Wales; only adoption counts there.",
    CHILDREN_ACT_1989.section("23ZZA(6)(b), 23ZZA(8)"),
    in_force=SINCE_SEPTEMBER_2018,
    marks=[verified("S20", "S21", "S80"), not_verified("the exact words of subsection (6)(b)")],
)
PLAC_3 = Provision(
    "PLAC-3",
    "Leaving care in any other way is not enough: home, to others, to independence or adult services, into custody, "
    "abroad, found to be an adult, or after an order about contact alone.",
    CHILDREN_ACT_1989.section("23ZZA(6)"),
    in_force=SINCE_SEPTEMBER_2018,
    marks=[verified("S17", "S34")],
    leaves_out=True,
)
PLAC_4 = Provision(
    "PLAC-4",
    "The order need not still be in force.",
    CHILDREN_ACT_1989.section("23ZZA(6)"),
    in_force=SINCE_SEPTEMBER_2018,
    strength=None,
    marks=[decided(), verified("S53", what="that several councils say otherwise")],
    decisions=("D-13",),
)
PLAC_5 = Provision(
    "PLAC-5",
    "An order that a child in care is to live with a birth parent is one of the three; two councils leave it out.",
    CHILDREN_ACT_1989.section("23ZZA(6)(a)(i)"),
    in_force=SINCE_SEPTEMBER_2018,
    marks=[verified("S21", "S22")],
)
PLAC_6 = Provision(
    "PLAC-6",
    "One leaving by such an order is enough up to 18, with any care since then only interrupting it.",
    CHILDREN_ACT_1989.section("23ZZA(6)"),
    in_force=SINCE_SEPTEMBER_2018,
    strength=None,
    marks=[decided()],
    decisions=("D-11",),
)
PLAC_7 = Provision(
    "PLAC-7",
    "A care leaver on roll is within the designated teacher's duty to looked-after pupils, and is in neither status.",
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008.section("20(1)(b), 20(6)"),
    marks=[verified("S19"), not_verified("who is a relevant or former relevant child: ss.23A, 23C, SI 2010/2571")],
)

# --- the limbs ------------------------------------------------------------------------------------------------

since_adoption_abroad = since(
    AdoptionAbroad, where=from_state_care.one_of(True), called="adoption from state care abroad"
)

no_longer_looked_after = PLAC_0.limb("living, under 18 and no longer looked after", living_and_under_18 & ~looked_after)

left_care_by_an_order = PLAC_1.limb(
    "left care by adoption, special guardianship or an order saying with whom the child lives",
    left_by(*THE_THREE_ORDERS, where=whose_care.one_of(*IN_ENGLAND_OR_WALES)),
)

adopted_from_state_care_abroad = PLAC_2.limb(
    "adopted from state care outside England and Wales",
    since_adoption_abroad | left_by(Order.ADOPTION, where=whose_care.one_of(*ELSEWHERE)),
)

left_care_by_an_order_still_in_force = PLAC_1.limb(
    "left care by adoption, special guardianship or an order saying with whom the child lives, still in force",
    left_by(*THE_THREE_ORDERS, where=whose_care.one_of(*IN_ENGLAND_OR_WALES), while_in_force=True),
)

adopted_from_state_care_abroad_still_in_force = PLAC_2.limb(
    "adopted from state care outside England and Wales, and the adoption is still in force",
    since(
        AdoptionAbroad,
        where=from_state_care.one_of(True),
        called="adoption from state care abroad",
        while_in_force=True,
    )
    | left_by(Order.ADOPTION, where=whose_care.one_of(*ELSEWHERE), while_in_force=True),
)

left_care_by_an_order_but_not_to_a_birth_parent = PLAC_1.limb(
    "left care by adoption, special guardianship or an order for a home with others than a birth parent",
    left_by(*THE_THREE_ORDERS, where=whose_care.one_of(*IN_ENGLAND_OR_WALES) & with_birth_parent.one_of(False)),
)

# --- the definitions ------------------------------------------------------------------------------------------

previously_looked_after = Definition(
    "previously looked after",
    "Left a council's care by adoption, special guardianship or an order saying with whom the child lives, or was "
    "adopted from state care abroad, and is not looked after now.",
    gate=no_longer_looked_after,
    means=left_care_by_an_order | adopted_from_state_care_abroad,
    cite=CHILDREN_ACT_1989.section("23ZZA"),
    reads=periods_of_care,
    begins_as="becoming previously looked after",
    law_of=LAW_AS_AT,
)

order_must_be_current = previously_looked_after.variant(
    "previously looked after, the order still in force",
    "Previously looked after, by an order that is still in force, as several councils tell schools.",
    replacing={
        "PLAC-1": left_care_by_an_order_still_in_force,
        "PLAC-2": adopted_from_state_care_abroad_still_in_force,
    },
    cite="PLAC-4; decision D-13",
)

exclude_return_to_birth_parent = previously_looked_after.variant(
    "previously looked after, returns to a birth parent apart",
    "Previously looked after, leaving out children whom an order sent back to a birth parent.",
    replacing={"PLAC-1": left_care_by_an_order_but_not_to_a_birth_parent},
    cite="PLAC-5; Cambridgeshire and Oxfordshire virtual schools",
)

care_experienced = looked_after | previously_looked_after

PROVISIONS = (PLAC_0, PLAC_1, PLAC_2, PLAC_3, PLAC_4, PLAC_5, PLAC_6, PLAC_7)
"""Every rule of this definition, in order."""
