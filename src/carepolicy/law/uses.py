"""Knows for what "previously looked after" is asked: each use with its own definition, its source and who decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from attrs import frozen

from carepolicy.errors import UnknownName
from carepolicy.facts import Child, Jurisdiction, Order
from carepolicy.law.citation import (
    ACADEMIES_ACT_2010,
    ADMISSIONS_CODE_2021,
    BURSARY_GUIDE,
    CENSUS_CODE_SET,
    CHILDREN_ACT_1989,
    EARLY_YEARS_PREMIUM,
    LAW_AS_AT,
    PUPIL_PREMIUM_CONDITIONS,
    SINCE_SEPTEMBER_2018,
    SSDA903_GUIDE,
    WELLBEING_AND_SCHOOLS_ACT_2026,
    Strength,
)
from carepolicy.law.looked_after import in_england, looked_after, looked_after_in_england, whose_care
from carepolicy.law.particulars import (
    dt_care_leaver,
    dt_previously_looked_after,
    once_previously_looked_after,
    registered_and_no_longer_looked_after,
)
from carepolicy.law.previously_looked_after import (
    ELSEWHERE,
    IN_ENGLAND_OR_WALES,
    PLAC_0,
    PLAC_1,
    PLAC_2,
    THE_THREE_ORDERS,
    adopted_from_state_care_abroad,
    exclude_return_to_birth_parent,
    left_care_by_an_order,
    previously_looked_after,
    since_adoption_abroad,
)
from carepolicy.law.provision import Marked, Provision, not_verified, verified
from carepolicy.law.registered import registered_pupil
from carepolicy.logic.condition import Finding
from carepolicy.logic.definition import ALWAYS_IN_FORCE, NOT_COMMENCED, Definition, InForce, Rule
from carepolicy.logic.vocabulary import left_by, stated, under_age
from carepolicy.time.ages import Reached


@frozen
class Use:
    """One use to which "previously looked after" is put.

    Args:
        letter: how the notes on the law list it.
        name: what it is for.
        definition: who is meant.
        decides: who decides, and on what evidence.
        not_tested: what the source asks besides, which no record here can tell.
        marks: how well it was checked.
    """

    letter: str
    name: str
    definition: Definition
    decides: str
    not_tested: str = ""
    marks: tuple[Marked, ...] = ()

    def lines(self) -> Iterator[str]:
        """The use in a few lines."""
        yield f"({self.letter}) {self.name}: {self.definition.says}"
        yield f"    {self.definition.cite}"
        yield f"    who decides: {self.decides}"
        if self.not_tested:
            yield f"    not tested here: {self.not_tested}"
        yield from (f"    {marked}" for marked in self.marks)

    def __str__(self) -> str:
        return "\n".join(self.lines())


# --- the limbs that uses replace ------------------------------------------------------------------------------

_FROM_APRIL_2023 = (date(2023, 4, 1), None)
_FROM_SEPTEMBER_2021 = (date(2021, 9, 1), None)
_FROM_JANUARY_2014 = (date(2014, 1, 1), None)
_FROM_APRIL_2016 = (date(2016, 4, 1), None)
_FROM_OCTOBER_2022 = (date(2022, 10, 1), None)

_outside_england = since_adoption_abroad | left_by(
    Order.ADOPTION,
    where=whose_care.one_of(Jurisdiction.WALES, *ELSEWHERE).unless_unclear(Jurisdiction.ENGLAND_OR_WALES),
)


def _by_the_three_orders(in_force: InForce, cite: str) -> Rule:
    return PLAC_1.limb(left_care_by_an_order.says, left_care_by_an_order.means, in_force=in_force, cite=cite)


def _by_adoption_from_state_care(in_force: InForce, cite: str) -> Rule:
    return PLAC_2.limb(
        adopted_from_state_care_abroad.says, adopted_from_state_care_abroad.means, in_force=in_force, cite=cite
    )


UNTIL_COMMENCEMENT: InForce = (SINCE_SEPTEMBER_2018[0], NOT_COMMENCED[0])
"""From September 2018 until the Act of 2026 is commenced."""

_of_school_year_age = ~under_age(4, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS) & under_age(
    16, reached=Reached.WHEN_THE_SCHOOL_YEAR_BEGINS
)

VSH_WITHOUT_GUARDIANS = Provision(
    "PLAC-1",
    "Once commenced, the virtual school head's advice no longer reaches children by their guardianship order.",
    WELLBEING_AND_SCHOOLS_ACT_2026.section("6(4)"),
    in_force=NOT_COMMENCED,
    marks=[verified("S43", "S44")],
)

# --- the definitions ------------------------------------------------------------------------------------------

for_designated_teacher = dt_previously_looked_after

for_academy_designated_teacher = dt_previously_looked_after.variant(
    "previously looked after, for an academy's designated teacher",
    dt_previously_looked_after.says,
    replacing={},
    cite=ACADEMIES_ACT_2010.section("2E"),
)

_without_guardians = VSH_WITHOUT_GUARDIANS.limb(
    "left care by adoption or an order saying with whom the child lives",
    left_by(Order.ADOPTION, Order.CHILD_ARRANGEMENTS, where=whose_care.one_of(*IN_ENGLAND_OR_WALES)),
)

for_virtual_school_head = previously_looked_after.variant(
    "previously looked after, for the virtual school head",
    "Left care by one of the three orders, or was adopted from state care abroad; not past compulsory school age.",
    replacing={
        "PLAC-0": PLAC_0.limb(
            "living, not past compulsory school age and no longer looked after",
            under_age(16, reached=Reached.WHEN_SCHOOL_AGE_ENDS) & ~looked_after,
        ),
        "PLAC-1": _by_the_three_orders(UNTIL_COMMENCEMENT, PLAC_1.cite),
    },
    adding=_without_guardians,
    cite=CHILDREN_ACT_1989.section("23ZZA"),
)

for_virtual_school_head_2026 = for_virtual_school_head.variant(
    "previously looked after, for the virtual school head under the Act of 2026",
    "Left care by adoption or an order saying with whom the child lives; guardianship is left to the new kinship duty.",
    replacing={
        "PLAC-1": _without_guardians,
        "PLAC-2": _by_adoption_from_state_care(NOT_COMMENCED, WELLBEING_AND_SCHOOLS_ACT_2026.section("6(4)")),
    },
    cite=WELLBEING_AND_SCHOOLS_ACT_2026.section("6(4)"),
)

for_admissions = previously_looked_after.variant(
    "previously looked after, for admissions",
    "Left an English council's care immediately by one of the three orders, or was adopted from state care elsewhere.",
    replacing={
        "PLAC-0": PLAC_0.limb(
            "living, under 18 and not looked after by an English council", under_age(18) & ~looked_after_in_england
        ),
        "PLAC-1": PLAC_1.limb(
            "left an English council's care immediately by adoption, special guardianship or an order saying with whom "
            "the child lives",
            left_by(*THE_THREE_ORDERS, where=in_england),
            in_force=ALWAYS_IN_FORCE,
            cite=ADMISSIONS_CODE_2021,
        ),
        "PLAC-2": PLAC_2.limb(
            "adopted from state care outside England",
            _outside_england,
            in_force=_FROM_SEPTEMBER_2021,
            cite=ADMISSIONS_CODE_2021,
        ),
    },
    cite=ADMISSIONS_CODE_2021,
)

for_pupil_premium_plus = previously_looked_after.variant(
    "previously looked after, for pupil premium plus",
    "On roll in Reception to Year 11, having left English or Welsh care by one of the three orders, or other state "
    "care by adoption.",
    replacing={
        "PLAC-0": PLAC_0.limb(
            "living, on roll, of the age of Reception to Year 11, and no longer looked after",
            _of_school_year_age & registered_pupil & ~looked_after,
        ),
        "PLAC-1": _by_the_three_orders(ALWAYS_IN_FORCE, PUPIL_PREMIUM_CONDITIONS),
        "PLAC-2": _by_adoption_from_state_care(_FROM_APRIL_2023, PUPIL_PREMIUM_CONDITIONS),
    },
    cite=PUPIL_PREMIUM_CONDITIONS,
)

for_pupil_premium_looked_after = looked_after_in_england.variant(
    "looked after, for pupil premium plus",
    "Looked after by an English council: at least one day of the year up to 31 March is enough.",
    replacing={},
    cite=PUPIL_PREMIUM_CONDITIONS,
)

for_census = previously_looked_after.variant(
    "previously looked after, for the school census",
    "A pupil who left care in England or Wales by one of the three orders, or was adopted from state care elsewhere.",
    replacing={
        "PLAC-0": registered_and_no_longer_looked_after,
        "PLAC-1": _by_the_three_orders(_FROM_JANUARY_2014, CENSUS_CODE_SET),
        "PLAC-2": _by_adoption_from_state_care(_FROM_OCTOBER_2022, CENSUS_CODE_SET),
    },
    cite=CENSUS_CODE_SET,
)

for_early_years_premium = previously_looked_after.variant(
    "previously looked after, for early years pupil premium",
    "Of 3 or 4, having left English or Welsh care by one of the three orders.",
    replacing={
        "PLAC-0": PLAC_0.limb(
            "living, 3 or 4 years old and no longer looked after", ~under_age(3) & under_age(5) & ~looked_after
        ),
        "PLAC-1": _by_the_three_orders(ALWAYS_IN_FORCE, EARLY_YEARS_PREMIUM),
        "PLAC-2": None,
    },
    cite=EARLY_YEARS_PREMIUM,
)

BURSARY = Provision(
    "BURSARY",
    "In care or a care leaver, of 16 to 18; leaving care by an order is not itself a way into this group.",
    BURSARY_GUIDE,
    strength=Strength.ADVICE,
    marks=[verified("S54", what="the names of the groups"), not_verified("the rest")],
)
for_bursary = Definition(
    "in care or a care leaver, for the 16 to 19 bursary",
    BURSARY.says,
    gate=BURSARY.limb("living, 16 to 18", ~under_age(16) & under_age(19)),
    means=BURSARY.limb("in care or a care leaver", looked_after | dt_care_leaver),
    cite=BURSARY_GUIDE,
    law_of=LAW_AS_AT,
)

for_previous_permanence = once_previously_looked_after.variant(
    "left care by an order before, for the council's return",
    "Had left a council's care by one of the three orders before coming into care again.",
    replacing={"PLAC-1": _by_the_three_orders(_FROM_APRIL_2016, SSDA903_GUIDE), "PLAC-2": None},
    cite=SSDA903_GUIDE,
)

KINSHIP = Provision(
    "KINSHIP",
    "Living in kinship care, whether or not the child was ever looked after: not a test of previous care.",
    CHILDREN_ACT_1989.section("22I"),
    in_force=(date(2026, 6, 29), None),
    marks=[verified("S31", "S32", "S44", "S45"), not_verified("the words of s.22I; the day, which is counted")],
)
for_kinship = Definition(
    "in kinship care",
    KINSHIP.says,
    gate=KINSHIP.limb("living and under 18", under_age(18)),
    means=KINSHIP.limb("declared as in kinship care", stated("kinship care", "KF", "KI", "KU")),
    cite=KINSHIP.cite,
    law_of=LAW_AS_AT,
)

USES = (
    Use(
        "a",
        "designated teacher of a maintained school",
        for_designated_teacher,
        "the governing body, to which state care abroad need only appear",
        marks=(verified("S20", "S67"), not_verified('"as a result of", and "appears to"')),
    ),
    Use(
        "a2",
        "designated teacher of an academy",
        for_academy_designated_teacher,
        "the proprietor",
        marks=(verified("S18"),),
    ),
    Use(
        "a3",
        "advice of the virtual school head",
        for_virtual_school_head,
        "the council",
        not_tested="that the child is educated in the council's area, or has early years provision that it secured",
        marks=(verified("S17", "S69", "S80"),),
    ),
    Use(
        "b",
        "admissions priority",
        for_admissions,
        "the admission authority, on the order and proof of care",
        not_tested="the day of the application; variations for faith and grammar schools",
        marks=(verified("S24", "S25", "S71"),),
    ),
    Use(
        "c",
        "pupil premium plus",
        for_pupil_premium_plus,
        "the school, on the parent's declaration in the October census (January for alternative provision)",
        marks=(verified("S26", "S27", "S28", "S72"),),
    ),
    Use(
        "c2",
        "pupil premium plus, looked after",
        for_pupil_premium_looked_after,
        "the virtual school head, from the council's return at 31 March",
        not_tested="an age of 4 to 15 on 31 August; whether short breaks alone are enough, which is thought not",
        marks=(verified("S30", "S79"), not_verified("that short breaks alone are left out")),
    ),
    Use(
        "d",
        "school and alternative provision census",
        for_census,
        "the parent declares; N is the default, and says nothing",
        marks=(verified("S27", "S31"),),
    ),
    Use(
        "e",
        "early years pupil premium",
        for_early_years_premium,
        "the parent declares",
        not_tested="whether adoption from abroad counts, which was not found; younger funded children",
        marks=(verified("S55", "S73"), not_verified("the extension to younger children")),
    ),
    Use(
        "f",
        "16 to 19 bursary",
        for_bursary,
        "the institution",
        marks=(verified("S54"), not_verified("the detail")),
    ),
    Use(
        "g",
        "previous permanence in the council's return",
        for_previous_permanence,
        "the council, when the child comes into care",
        not_tested="that the child is coming into care again",
        marks=(verified("S34"),),
    ),
    Use(
        "h",
        "Cambridgeshire",
        exclude_return_to_birth_parent,
        "the setting and the virtual school; adoption from abroad, on its web page and not in its policies, is counted",
        marks=(verified("S21"),),
    ),
    Use(
        "i",
        "Oxfordshire, previously cared for",
        exclude_return_to_birth_parent,
        "the school and the virtual school",
        marks=(verified("S22"),),
    ),
    Use(
        "j",
        "kinship care, which is not previous care",
        for_kinship,
        "the parent declares in the census, from autumn 2026",
        marks=KINSHIP.marks,
    ),
)
"""Every use, in the order of the notes on the law."""


def use_named(name: str) -> Use:
    """The use of a letter or a name.

    Args:
        name: such as "b" or "admissions priority".

    Raises:
        UnknownName: when there is none; the message lists the nearest, or all.

    >>> use_named("admissions priority").letter
    'b'
    """
    for use in USES:
        if name in (use.letter, use.name):
            return use
    near = get_close_matches(str(name), [use.name for use in USES], n=3, cutoff=0.4)
    names = near or [use.name for use in USES]
    raise UnknownName(f"There is no use {name!r} of these statuses. Did you mean {', or '.join(names)}?")


def looked_after_at_least_one_day(first: date, until: date, child: Child) -> Finding:
    """Whether a child was looked after by an English council on at least one day of a half-open range of days.

    Args:
        first: the first day, such as 1 April.
        until: the first day after it, such as the next 1 April.
        child: of whom.

    Source: DfE, Pupil premium conditions of grant.

    >>> from carepolicy.facts import CareOrder
    >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2026-03-31")])
    >>> looked_after_at_least_one_day(date(2025, 4, 1), date(2026, 4, 1), sam).holds
    True
    """
    return for_pupil_premium_looked_after.ever(first, until, child)
