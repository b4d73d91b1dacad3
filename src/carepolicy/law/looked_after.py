"""Knows who is looked after: in a council's care, or given accommodation by it for over 24 hours."""

from __future__ import annotations

from carepolicy.facts import (
    Accommodation,
    CareOrder,
    FreeingOrder,
    InterimCareOrder,
    PlacementByConsent,
    PlacementOrder,
    PlacementOrderPending,
    Remand,
    RemandedTo,
    ReportedInCare,
)
from carepolicy.law.citation import ADOPTION_AND_CHILDREN_ACT_2002, CHILDREN_ACT_1989, LASPO_2012
from carepolicy.law.periods import QUALIFYING, periods_of_care
from carepolicy.logic.condition import Definition, Rule
from carepolicy.logic.vocabulary import during, under_age
from carepolicy.logic.where import Attribute, lasted_over
from carepolicy.time.spans import HOURS

power = Attribute("power", "the power under which the council provided accommodation")
remanded_to = Attribute("to", "whether the remand was to youth detention or to local authority accommodation")
short_break = Attribute("short_break", "whether the stay was a short break")

living_and_under_18 = Rule("CIC-0", "living and under 18", under_age(18), CHILDREN_ACT_1989.section("105(1)"))

under_a_care_order = Rule(
    "CIC-1", "under a care order", during(CareOrder), CHILDREN_ACT_1989.section("31(1)(a), 105(1)")
)

under_an_interim_care_order = Rule(
    "CIC-1i", "under an interim care order", during(InterimCareOrder), CHILDREN_ACT_1989.section("31(11), 38")
)

placed_or_authorised_for_adoption = Rule(
    "CIC-2",
    "placed for adoption by the council, or the council may place or must apply to",
    during(PlacementOrder) | during(PlacementByConsent) | during(PlacementOrderPending) | during(FreeingOrder),
    ADOPTION_AND_CHILDREN_ACT_2002.section("18(3), 21, 22(4)"),
)

remanded_to_youth_detention = Rule(
    "CIC-3",
    "remanded to youth detention accommodation",
    during(Remand, where=remanded_to.one_of(RemandedTo.YOUTH_DETENTION), called="remand to youth detention"),
    LASPO_2012.section("104(1)"),
)

accommodated_over_24_hours = Rule(
    "CIC-4",
    "given accommodation by the council for over 24 hours without a break",
    during(Accommodation, where=power.one_of(*QUALIFYING) & lasted_over(24, HOURS))
    | during(
        Remand,
        where=~remanded_to.one_of(RemandedTo.YOUTH_DETENTION) & lasted_over(24, HOURS),
        called="remand to local authority accommodation",
    ),
    CHILDREN_ACT_1989.section("20, 21, 22(2)"),
)

accommodated_other_than_for_short_breaks = Rule(
    "CIC-4",
    "given accommodation by the council for over 24 hours without a break, short breaks apart",
    during(Accommodation, where=power.one_of(*QUALIFYING) & lasted_over(24, HOURS) & ~short_break.one_of(True))
    | during(
        Remand,
        where=~remanded_to.one_of(RemandedTo.YOUTH_DETENTION) & lasted_over(24, HOURS),
        called="remand to local authority accommodation",
    ),
    CHILDREN_ACT_1989.section("20, 21, 22(2)"),
)

reported_in_care = Rule("REPORTED", "reported in care, with no legal basis recorded", during(ReportedInCare))

looked_after = Definition(
    "looked after",
    "In a council's care, or given accommodation by it for one unbroken period of over 24 hours.",
    gate=living_and_under_18,
    means=under_a_care_order
    | under_an_interim_care_order
    | placed_or_authorised_for_adoption
    | remanded_to_youth_detention
    | accommodated_over_24_hours
    | reported_in_care,
    cite=CHILDREN_ACT_1989.section("22(1)-(2)"),
    reads=periods_of_care,
    begins_as="becoming looked after",
)

looked_after_other_than_short_breaks = looked_after.variant(
    "looked after, short breaks apart",
    "Looked after otherwise than only for one of a series of short breaks.",
    replacing={"CIC-4": accommodated_other_than_for_short_breaks},
)
