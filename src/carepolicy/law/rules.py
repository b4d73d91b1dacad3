"""Knows the whole of the law told here: every rule, every decision, every definition and variant, by id and by name."""

from __future__ import annotations

from difflib import get_close_matches

import carepolicy.law.looked_after as care
import carepolicy.law.particulars as beside
import carepolicy.law.previously_looked_after as previous_care
import carepolicy.law.social_worker as social_work
import carepolicy.law.uses as in_use
from carepolicy.errors import UnknownName
from carepolicy.law.conventions import CONVENTIONS, DECISIONS
from carepolicy.law.provision import Decision, Provision
from carepolicy.law.registered import ALIVE, REGISTERED
from carepolicy.logic.definition import Definition

PROVISIONS: tuple[Provision, ...] = (
    *CONVENTIONS,
    *care.PROVISIONS,
    *previous_care.PROVISIONS,
    *social_work.PROVISIONS,
    REGISTERED, ALIVE, beside.BROAD, in_use.BURSARY, in_use.KINSHIP,
)  # fmt: skip
"""Every rule there is, in the order of the notes on the law: conventions, then the three statuses, then the in_use."""

DEFINITIONS: dict[str, Definition] = {
    "looked_after": care.looked_after,
    "looked_after_other_than_short_breaks": care.looked_after_other_than_short_breaks,
    "looked_after_in_england": care.looked_after_in_england,
    "previously_looked_after": previous_care.previously_looked_after,
    "order_must_be_current": previous_care.order_must_be_current,
    "exclude_return_to_birth_parent": previous_care.exclude_return_to_birth_parent,
    "with_social_worker": social_work.with_social_worker,
    "dfe_2021": social_work.dfe_2021,
    "cwsa_2026": social_work.cwsa_2026,
    "cpic_history": beside.once_previously_looked_after,
    "order_current": beside.order_current,
    "dt_previously_looked_after": beside.dt_previously_looked_after,
    "dt_care_leaver": beside.dt_care_leaver,
    "care_experienced_broad": beside.care_experienced_broad,
    "for_academy_designated_teacher": in_use.for_academy_designated_teacher,
    "for_virtual_school_head": in_use.for_virtual_school_head,
    "for_virtual_school_head_2026": in_use.for_virtual_school_head_2026,
    "for_admissions": in_use.for_admissions,
    "for_pupil_premium_plus": in_use.for_pupil_premium_plus,
    "for_pupil_premium_looked_after": in_use.for_pupil_premium_looked_after,
    "for_census": in_use.for_census,
    "for_early_years_premium": in_use.for_early_years_premium,
    "for_bursary": in_use.for_bursary,
    "for_previous_permanence": in_use.for_previous_permanence,
    "for_kinship": in_use.for_kinship,
}
"""Every definition and variant, by the name under which it stands."""


VARIANTS: dict[str, str] = {
    "looked_after_other_than_short_breaks": "looked_after",
    "looked_after_in_england": "looked_after",
    "order_must_be_current": "previously_looked_after",
    "exclude_return_to_birth_parent": "previously_looked_after",
    "dfe_2021": "with_social_worker",
    "dt_previously_looked_after": "previously_looked_after",
    "for_virtual_school_head": "previously_looked_after",
    "for_virtual_school_head_2026": "for_virtual_school_head",
    "for_admissions": "previously_looked_after",
    "for_pupil_premium_plus": "previously_looked_after",
    "for_census": "previously_looked_after",
    "for_early_years_premium": "previously_looked_after",
    "for_previous_permanence": "cpic_history",
}
"""The definition of which each variant replaces limbs."""

_FAMILIES = (care.PROVISIONS, previous_care.PROVISIONS, social_work.PROVISIONS)


def variant_of(name: str) -> str:
    """The name of the definition of which one is a variant, or "" where it is none."""
    return VARIANTS.get(name, "")


def families_of(definition: Definition) -> tuple[Provision, ...]:
    """Every rule of the statuses that a definition's own limbs belong to, those included that it has no limb for."""
    limbs = {rule.id for rule in definition.limbs}
    return tuple(each for family in _FAMILIES if limbs & {provision.id for provision in family} for each in family)


def rule_named(id: str) -> Provision:
    """The rule with an id, such as "CIC-4", which a finding or JSON carries as its reason code.

    Raises:
        UnknownName: when there is none; the message lists the nearest.

    >>> print(rule_named("CIC-3").cite)
    Legal Aid, Sentencing and Punishment of Offenders Act 2012, s.104(1)
    """
    for provision in PROVISIONS:
        if provision.id == id:
            return provision
    raise UnknownName(f"There is no rule {id!r}.{_near(id, [each.id for each in PROVISIONS])}")


def decision_named(id: str) -> Decision:
    """The decision with an id, such as "D-9".

    Raises:
        UnknownName: when there is none.
    """
    for decision in DECISIONS:
        if decision.id == id:
            return decision
    raise UnknownName(f"There is no decision {id!r}.{_near(id, [each.id for each in DECISIONS])}")


def definition_named(name: str) -> Definition:
    """The definition or variant of a name, such as "order_must_be_current".

    Raises:
        UnknownName: when there is none; the message lists the nearest.
    """
    if name in DEFINITIONS:
        return DEFINITIONS[name]
    raise UnknownName(f"There is no definition {name!r}.{_near(name, list(DEFINITIONS))}")


def not_verified() -> tuple[Provision, ...]:
    """Every rule of which some part of the text was not seen, in order.

    >>> not_verified()[0].id
    'K-5'
    """
    return tuple(provision for provision in PROVISIONS if not provision.is_verified)


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(str(name), known, n=3, cutoff=0.4)
    return f" Did you mean {', '.join(near)}?" if near else f" There are: {', '.join(known)}."
