"""Knows who is looked after: in a council's care, or given accommodation by it for over 24 hours."""

from __future__ import annotations

from carepolicy.facts import (
    Accommodation,
    CareOrder,
    CareUnderOtherLaw,
    FreeingOrder,
    InterimCareOrder,
    Jurisdiction,
    PlacementByConsent,
    PlacementOrder,
    PlacementOrderPending,
    Power,
    Provider,
    Remand,
    RemandedTo,
    ReportedInCare,
)
from carepolicy.law.citation import (
    ADOPTION_AND_CHILDREN_ACT_2002,
    CHILDREN_ACT_1989,
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008,
    LASPO_2012,
    LAW_AS_AT,
    SINCE_LASPO,
    SINCE_THE_ADOPTION_ACT,
    SINCE_THE_CHILDREN_ACT,
)
from carepolicy.law.periods import periods_of_care
from carepolicy.law.powers import POWERS, QUALIFYING
from carepolicy.law.provision import Provision, decided, not_verified, verified
from carepolicy.law.reasons import POWER_ASKED, PROVIDER_ASKED
from carepolicy.logic.definition import Definition, Rule
from carepolicy.logic.vocabulary import during, restricted, under_age
from carepolicy.logic.where import Attribute, lasted_over
from carepolicy.time.spans import HOURS

power = Attribute("power", POWER_ASKED)
provided_by = Attribute("provided_by", PROVIDER_ASKED)
remanded_to = Attribute("to", "whether the remand was to youth detention or to local authority accommodation")
short_break = Attribute("short_break", "whether the stay was a short break", told="a short break")
whose_care = Attribute("jurisdiction", "of which country the council was that had the child in its care")

# --- the rules, in the order of the definition ----------------------------------------------------------------

CIC_0 = Provision(
    "CIC-0",
    "Only somebody living and under 18 is looked after; without a date of birth there is no certain yes.",
    CHILDREN_ACT_1989.section("105(1)"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[verified("S81"), verified("S36", what="that a return is rejected which begins at 18")],
)
CIC_1 = Provision(
    "CIC-1",
    "A full care order puts a child in care from the day it is made, wherever the child lives, until it is discharged, "
    "another order about the child's home or an adoption ends it, or the child is 18.",
    CHILDREN_ACT_1989.section("31(1)(a), 105(1)"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[
        verified("S4", "S5", "S6", "S58", "S59", "S64", "S80", "S81", "S82"),
        not_verified("discharge under s.39; the subsection 91(5A) and s.46 of the 2002 Act; marriage at 16 or 17"),
    ],
)
CIC_1I = Provision(
    "CIC-1i",
    "An interim care order does the same, and lapses on the seventeenth birthday.",
    CHILDREN_ACT_1989.section("31(11), 38"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[verified("S6", "S80")],
)
CIC_2 = Provision(
    "CIC-2",
    "A child is looked after whom a council has placed for adoption, may place, or must apply to place.",
    ADOPTION_AND_CHILDREN_ACT_2002.section("18(3), 21, 22(4)"),
    in_force=SINCE_THE_ADOPTION_ACT,
    marks=[verified("S7", "S8", "S49", "S80")],
)
CIC_3 = Provision(
    "CIC-3",
    "A child remanded to youth detention accommodation is treated as looked after until the remand ends.",
    LASPO_2012.section("104(1)"),
    in_force=SINCE_LASPO,
    marks=[verified("S10"), not_verified("the day it was commenced")],
)
CIC_4 = Provision(
    "CIC-4",
    "A child is looked after from the first minute of accommodation by a council under a qualifying power, once it "
    "goes on for more than 24 hours without a break.",
    CHILDREN_ACT_1989.section("20, 21, 22(2)"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[
        verified("S1", "S2", "S3", "S13"),
        not_verified("LASPO s.92"),
        decided("stays that follow on; stays still running; dates without times"),
    ],
    decisions=("D-9", "D-10"),
)
CIC_5 = Provision(
    "CIC-5",
    "Accommodation as help for a child in need or for a care leaver is not care, however long, and neither is what the "
    "family arranged for itself.",
    CHILDREN_ACT_1989.section("22(1)"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[
        verified("S1", "S14", "S15", "S16", "S80"),
        not_verified("the numbers of the subsections of ss.17 and 23B"),
    ],
    leaves_out=True,
)
CIC_6 = Provision(
    "CIC-6",
    "Some situations are never enough by themselves, as listed.",
    CHILDREN_ACT_1989.section("22(1)-(2)"),
    in_force=SINCE_THE_CHILDREN_ACT,
    marks=[verified("S2", "S5", "S11", "S12", "S34", "S46", "S51"), not_verified("as marked on each")],
    leaves_out=True,
)
D_8_REACH = Provision(
    "D-8",
    "For the duties of schools a child in the care of a Welsh, Scottish or Northern Irish authority counts too.",
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008.section("20(5)"),
    marks=[verified("S18", "S19"), decided("for academies the text seen names only a local authority")],
    decisions=("D-8",),
)


def _not_enough(name: str, says: str, cite: str = "", *seen: str, unseen: str = "") -> Provision:
    marks = [*([verified(*seen)] if seen else []), *([not_verified(unseen)] if unseen or not seen else [])]
    return Provision(f"CIC-6/{name}", says, cite or CIC_6.cite, marks=marks, leaves_out=True)


NOT_ENOUGH = (
    _not_enough(
        "supervision-order",
        "Under a supervision order a child is supervised and not in care.",
        CHILDREN_ACT_1989.section("31(1)(b), 35"),
        "S5",
    ),
    _not_enough(
        "education-supervision-order",
        "An education supervision or family assistance order brings neither care nor accommodation.",
        CHILDREN_ACT_1989.section("16, 36"),
    ),
    _not_enough(
        "child-assessment-order",
        "A child assessment order is not care unless the child is kept in a council's accommodation for over 24 hours.",
        CHILDREN_ACT_1989.section("43"),
        "S34",
    ),
    _not_enough(
        "enquiry-or-plan",
        "An enquiry under section 47 and a plan of either kind bring neither care nor accommodation.",
        CHILDREN_ACT_1989.section("17, 47"),
        unseen="that it falls outside the section, which the notes on the law do not mark",
    ),
    _not_enough(
        "police-protection-elsewhere",
        "Police protection in a police station or a hospital bed is not a council's accommodation.",
        CHILDREN_ACT_1989.section("46"),
        "S34",
    ),
    _not_enough(
        "emergency-order-at-home",
        "An emergency protection order is not care while the child is at home, in hospital or with somebody whom the "
        "council did not find.",
        CHILDREN_ACT_1989.section("44, 44A"),
        "S2",
        unseen="s.44A",
    ),
    _not_enough(
        "private-fostering",
        "A child privately fostered for 28 days or more is not in care.",
        CHILDREN_ACT_1989.section("66"),
        "S51",
    ),
    _not_enough(
        "kinship",
        "Living with family by their own arrangement, or under an order about the child's home, is not care.",
        CHILDREN_ACT_1989.section("22(1)"),
        unseen="that it falls outside the section, which the notes on the law do not mark",
    ),
    _not_enough(
        "short-breaks-s17",
        "Short breaks as help for a child in need are not care.",
        CHILDREN_ACT_1989.section("17(6)"),
        "S12",
    ),
    _not_enough(
        "short-breaks-s20",
        "Short breaks under section 20(4) are care only while each of more than 24 hours lasts; the rules are lighter.",
        "SI 2010/959, reg.48",
        "S11",
        "S12",
    ),
    _not_enough("boarding", "A school place with board, paid for as education, is not a council's social service."),
    _not_enough(
        "hospital", "A long stay paid for by health is not a council's accommodation.", CHILDREN_ACT_1989.section("85")
    ),
    _not_enough(
        "deprivation-of-liberty",
        "An order that allows secure accommodation or deprives of liberty is not a route into care by itself.",
        CHILDREN_ACT_1989.section("25"),
        "S44",
        "S46",
    ),
    _not_enough("custody", "A sentence to custody ends a stay in accommodation; a care order goes on."),
    _not_enough(
        "staying-put", "Staying with the same carers after 18 is not care.", CHILDREN_ACT_1989.section("105(1)"), "S81"
    ),
    _not_enough(
        "home-office", "A hotel or adult asylum housing is not care until a council accommodates the child itself."
    ),
    _not_enough("baby-of-a-parent-in-care", "A baby living with a parent in care is not looked after for that reason."),
)
"""What is not enough by itself, one rule for each situation."""

# --- the limbs ------------------------------------------------------------------------------------------------

living_and_under_18 = CIC_0.limb("living and under 18", under_age(18))

under_a_care_order = CIC_1.limb("under a care order", during(CareOrder))

under_an_interim_care_order = CIC_1I.limb("under an interim care order", during(InterimCareOrder))

placed_or_authorised_for_adoption = CIC_2.limb(
    "placed for adoption by the council, or the council may place or must apply to",
    during(PlacementOrder) | during(PlacementByConsent) | during(PlacementOrderPending) | during(FreeingOrder),
)

remanded_to_youth_detention = CIC_3.limb(
    "remanded to youth detention accommodation",
    during(Remand, where=remanded_to.one_of(RemandedTo.YOUTH_DETENTION), called="remand to youth detention"),
)

_long_enough = power.one_of(*QUALIFYING) & provided_by.one_of(Provider.COUNCIL) & lasted_over(24, HOURS)
_remanded_to_the_council = during(
    Remand,
    where=~remanded_to.one_of(RemandedTo.YOUTH_DETENTION) & lasted_over(24, HOURS),
    called="remand to local authority accommodation",
)

accommodated_over_24_hours = CIC_4.limb(
    "given accommodation by the council for over 24 hours without a break",
    during(Accommodation, where=_long_enough) | _remanded_to_the_council,
)

accommodated_other_than_for_short_breaks = CIC_4.limb(
    "given accommodation by the council for over 24 hours without a break, short breaks apart",
    during(Accommodation, where=_long_enough & ~short_break.one_of(True)) | _remanded_to_the_council,
)

_in_the_uk = whose_care.one_of(Jurisdiction.WALES, Jurisdiction.SCOTLAND, Jurisdiction.NORTHERN_IRELAND)

in_care_elsewhere_in_the_united_kingdom = D_8_REACH.limb(
    "in the care of an authority elsewhere in the United Kingdom",
    during(
        CareUnderOtherLaw,
        where=_in_the_uk,
    ),
)

REPORTED = Provision(
    "REPORTED",
    "A child whom somebody reports to be in care, with no legal basis recorded, is taken to be, on that report.",
    strength=None,
    marks=[decided("a flag in a school's system, or care that a record says went on")],
    decisions=("H-1",),
)
reported_in_care = REPORTED.limb("reported in care, with no legal basis recorded", during(ReportedInCare))

_s17_at_16 = during(Accommodation, where=power.one_of(Power.S17_6)) & ~under_age(16) & under_age(18)

# --- the definitions ------------------------------------------------------------------------------------------

looked_after = Definition(
    "looked after",
    "In a council's care, or given accommodation by it for one unbroken period of over 24 hours.",
    gate=living_and_under_18,
    means=under_a_care_order
    | under_an_interim_care_order
    | placed_or_authorised_for_adoption
    | remanded_to_youth_detention
    | accommodated_over_24_hours
    | in_care_elsewhere_in_the_united_kingdom
    | reported_in_care,
    cite=CHILDREN_ACT_1989.section("22(1)-(2)"),
    reads=periods_of_care,
    begins_as="becoming looked after",
    law_of=LAW_AS_AT,
    remarks=(
        CIC_5.remark(
            "accommodation of somebody of 16 or over is recorded as s.17, and where the conditions of s.20 are met "
            "s.20 prevails: R (G) v Southwark [2009] UKHL 26",
            _s17_at_16,
        ),
        D_8_REACH.remark(
            "in the care of an authority outside England: this counts for the duties of schools, not for admissions or "
            "the pupil premium",
            during(CareUnderOtherLaw, where=_in_the_uk) & under_age(18),
        ),
    ),
)

looked_after_other_than_short_breaks = looked_after.variant(
    "looked after, short breaks apart",
    "Looked after otherwise than only for one of a series of short breaks.",
    replacing={"CIC-4": accommodated_other_than_for_short_breaks},
)


in_england = whose_care.one_of(Jurisdiction.ENGLAND).unless_unclear(Jurisdiction.ENGLAND_OR_WALES)


def _by_an_english_council(limb: Rule) -> Rule:
    return Rule(
        limb.id,
        f"{limb.says}, by an English council",
        restricted(limb.means, in_england),
        limb.cite,
    )


looked_after_in_england = looked_after.variant(
    "looked after by an English council",
    "In the care of a council in England, or given accommodation by it for one unbroken period of over 24 hours.",
    replacing={
        "D-8": None,
        **{
            limb.id: _by_an_english_council(limb)
            for limb in (
                under_a_care_order,
                under_an_interim_care_order,
                placed_or_authorised_for_adoption,
                remanded_to_youth_detention,
                accommodated_over_24_hours,
                reported_in_care,
            )
        },
    },
)

PROVISIONS = (
    CIC_0, CIC_1, CIC_1I, CIC_2, CIC_3, CIC_4, *(each.provision for each in POWERS if each.counts), CIC_5,
    *(each.provision for each in POWERS if not each.counts), CIC_6, *NOT_ENOUGH, D_8_REACH, REPORTED,
)  # fmt: skip
"""Every rule of this definition, with the powers and situations that it names, in order."""
