"""Knows under which powers a council's accommodation can make a child looked after, and under which it never does."""

from __future__ import annotations

from attrs import frozen

from carepolicy.facts import Power
from carepolicy.law.citation import CHILDREN_ACT_1989, LASPO_2012, SINCE_LASPO, SINCE_THE_CHILDREN_ACT
from carepolicy.law.provision import Provision, not_verified, verified


@frozen
class PowerInLaw:
    """One power to accommodate, with what the law makes of it.

    Args:
        power: the power, as records name it.
        counts: whether accommodation under it for over 24 hours makes a child looked after.
        provision: the rule, under the id of CIC-4 or CIC-5 and the section.
    """

    power: Power
    counts: bool
    provision: Provision


def _counts(power: Power, section: str, says: str, *marks: str, in_laspo: bool = False) -> PowerInLaw:
    act = LASPO_2012 if in_laspo else CHILDREN_ACT_1989
    checked = verified(*marks) if marks else not_verified()
    in_force = SINCE_LASPO if in_laspo else SINCE_THE_CHILDREN_ACT
    rule = Provision(f"CIC-4/{power.value}", says, act.section(section), in_force=in_force, marks=[checked])
    return PowerInLaw(power, True, rule)


def _never_counts(power: Power, section: str, says: str, *marks: str) -> PowerInLaw:
    seen = verified(*marks, what="that it is excluded")
    checked = [seen] if power is Power.S24B_5 else [seen, not_verified("the number of the subsection")]
    return PowerInLaw(
        power,
        False,
        Provision(f"CIC-5/{power.value}", says, CHILDREN_ACT_1989.section(section), marks=checked, leaves_out=True),
    )


POWERS: tuple[PowerInLaw, ...] = (
    _counts(Power.S20, "20", "A council accommodates under section 20, which part of it not being recorded.", "S3"),
    _counts(
        Power.S20_1,
        "20(1)",
        "A council must accommodate a child in need whom nobody with responsibility can house or look after.",
        "S3",
    ),
    _counts(
        Power.S20_3, "20(3)", "A council must accommodate a child in need of 16 or over at serious risk.", "S3"
    ),
    _counts(Power.S20_4, "20(4)", "A council may accommodate any child in its area, a parent's home or not.", "S3"),
    _counts(
        Power.S20_5,
        "20(5)",
        "A council may house somebody of 16 to 20 in a community home; only under 18 is that care.",
        "S3", "S36",
    ),
    _counts(
        Power.S21_1, "21(1)", "A council must receive a child removed or kept away from home under Part V.", "S2"
    ),
    _counts(
        Power.S21_2A,
        "21(2)(a)",
        "A council must receive a child in police protection when asked to; that lasts 72 hours at most.",
        "S2", "S65",
    ),
    _counts(Power.S21_2B, "21(2)(b)", "A council must receive a child moved on from police detention.", "S2"),
    _counts(
        Power.S21_2C,
        "21(2)(c)",
        "A council must accommodate a child on some remands and youth rehabilitation orders.",
        "S2",
    ),
    _counts(
        Power.S43,
        "43",
        "A child kept in a council's accommodation for an assessment under an order is accommodated by it.",
        "S34",
    ),
    _counts(
        Power.LASPO_92, "92", "A council must receive and accommodate a child remanded to its accommodation.",
        in_laspo=True,
    ),
    _never_counts(Power.S17_6, "17(6)", "Help for a child in need may be housing, and is not care.", "S1", "S12"),
    _never_counts(Power.S23B_8, "23B(8)", "Housing for a care leaver of 16 or 17 is not care.", "S1"),
    _never_counts(Power.S24B_5, "24B(5)", "Vacation housing for a care leaver who studies is not care.", "S1", "S80"),
)  # fmt: skip
"""Every power that a record can name, in the order of the Act."""

QUALIFYING = tuple(each.power for each in POWERS if each.counts)
"""Powers under which accommodation for over 24 hours makes a child looked after."""

BY_AGREEMENT = (Power.S20, Power.S20_1, Power.S20_3, Power.S20_4, Power.S20_5)
"""Powers under which a child may be accommodated for a disability alone, which does not show why a worker came."""

YOUTH_JUSTICE = (Power.S21_2B, Power.S21_2C, Power.LASPO_92)
"""Powers of the youth justice system, which say nothing about why a social worker came."""
