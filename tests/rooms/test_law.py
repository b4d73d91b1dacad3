"""The law as objects: every rule with its source, how well it was checked, and what was decided; variants and what differs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import carepolicy.law.reasons as reasons
from carepolicy.adapters.declarations import KINSHIP_CARE_CODES, POST_LOOKED_AFTER_CODES
from carepolicy.adapters.ssda903 import CODE_YEARS, REASON_CEASED
from carepolicy.facts import Ended, Power
from carepolicy.law.citation import LAW_AS_AT, Strength
from carepolicy.law.conventions import DECISIONS
from carepolicy.law.powers import POWERS, QUALIFYING
from carepolicy.law.previously_looked_after import (
    exclude_return_to_birth_parent,
    order_must_be_current,
    previously_looked_after,
)
from carepolicy.law.provision import Mark
from carepolicy.law.rules import (
    DEFINITIONS,
    PROVISIONS,
    VARIANTS,
    decision_named,
    families_of,
    not_verified,
    rule_named,
)
from carepolicy.law.social_worker import cwsa_2026, dfe_2021, with_social_worker
from carepolicy.law.sources import SOURCES
from carepolicy.law.uses import USES, for_pupil_premium_plus, for_virtual_school_head_2026, use_named
from carepolicy.logic.definition import NOT_COMMENCED, applies_on, commenced, differences

IDS = [provision.id for provision in PROVISIONS]
IN_THE_NOTES = [
    *(f"K-{number}" for number in range(1, 11)),
    *("CIC-0", "CIC-1", "CIC-1i", "CIC-2", "CIC-3", "CIC-4", "CIC-5", "CIC-6"),
    *(f"PLAC-{number}" for number in range(8)),
    *(f"def:SW-{number}" for number in range(8)),
]
NOTES = Path(__file__).resolve().parents[3] / "shared" / "law" / "definitions.md"


def test_every_rule_of_the_notes_is_an_object_with_an_id_of_its_own():
    assert not [id for id, times in Counter(IDS).items() if times > 1]
    assert [id for id in IN_THE_NOTES if id not in IDS] == []


def test_every_rule_is_told_in_one_sentence_with_how_well_it_was_checked():
    for each in PROVISIONS:
        assert each.says.endswith("."), each.id
        assert each.marks or each.strength is None, each.id
        assert each.strength is None or isinstance(each.strength, Strength)


def test_every_limb_that_a_definition_can_answer_by_is_one_of_the_rules():
    for name, definition in DEFINITIONS.items():
        for rule in definition.all_rules():
            assert rule.id in IDS, (name, rule.id)
            assert rule.cite or rule_named(rule.id).strength is None, (name, rule.id)


def test_marks_name_sources_that_are_listed_and_every_source_is_named():
    named = {key for each in PROVISIONS for mark in each.marks for key in mark.sources}
    named |= {key for use in USES for mark in use.marks for key in mark.sources}
    assert named == set(SOURCES)


def test_what_was_not_verified_can_be_listed():
    listed = {each.id for each in not_verified()}
    assert {"K-5", "CIC-1", "PLAC-2", "PLAC-7", "def:SW-3", "CWSA-2026"} <= listed
    assert not {"K-3", "CIC-1i", "CIC-2", "PLAC-3", "def:SW-2"} & listed
    assert all(any(mark.mark is Mark.NOT_VERIFIED for mark in rule_named(id).marks) for id in listed)


def test_every_decision_is_listed_with_what_was_not_chosen_and_each_that_a_rule_rests_on_exists():
    numbered = [*(f"D-{number}" for number in range(1, 17)), "H-1", "H-2", "H-3"]
    assert [decision.id for decision in DECISIONS] == numbered
    assert all(decision.says and decision.instead for decision in DECISIONS)
    assert all(decision_named(id) for each in PROVISIONS for id in each.decisions)
    assert {id for each in PROVISIONS for id in each.decisions} == {decision.id for decision in DECISIONS}
    decided = [each for each in PROVISIONS if any(mark.mark is Mark.DECISION for mark in each.marks)]
    assert [each.id for each in decided if not each.decisions] == []


def test_every_power_that_a_record_can_name_is_in_the_law_once():
    assert [each.power for each in POWERS] == list(Power)
    assert {each.power for each in POWERS if not each.counts} == {Power.S17_6, Power.S23B_8, Power.S24B_5}
    assert {each.power for each in POWERS if each.counts} == set(QUALIFYING)


def test_the_situations_that_are_never_enough_are_rules_that_leave_something_out():
    left_out = [each.id for each in families_of(DEFINITIONS["looked_after"]) if each.leaves_out]
    assert len([id for id in left_out if id.startswith("CIC-6/")]) == 17
    assert "CIC-5/s.17(6)" in left_out


@pytest.mark.skipif(not NOTES.exists(), reason="the notes on the law are not beside this checkout (../shared/law)")
def test_a_rule_is_marked_as_not_verified_wherever_the_notes_mark_it_so():
    text = NOTES.read_text("utf-8")
    for id in ("K-5", "PLAC-2"):
        assert id in {each.id for each in not_verified()}
    assert set(re.findall(r"^\| (D-\d+) \|", text, re.MULTILINE)) == {
        one.id for one in DECISIONS if one.id.startswith("D-")
    }
    in_notes = set(re.findall(r"^\| (S\d+) \|", text, re.MULTILINE))
    assert set(SOURCES) <= in_notes


# --- variants and uses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "base"), VARIANTS.items())
def test_a_variant_replaces_limbs_of_its_base_and_differs_in_what_it_says_it_replaces(name, base):
    compared = differences(commenced(DEFINITIONS[base]), commenced(DEFINITIONS[name]))
    ids = {rule.id for rule in DEFINITIONS[base].rules} | {rule.id for rule in DEFINITIONS[name].rules}
    assert compared.differing
    assert {found.id for found in compared.differing} <= ids
    assert compared.alike + len(compared.differing) == len(ids)


def test_a_comparison_prints_how_two_definitions_differ():
    assert str(differences(previously_looked_after, exclude_return_to_birth_parent)).splitlines() == [
        "previously looked after beside previously looked after, returns to a birth parent apart: 2 limbs alike, 1 not",
        "  PLAC-1",
        "    previously looked after: left care by adoption, special guardianship or an order saying with whom the child lives",
        "    previously looked after, returns to a birth parent apart: left care by adoption, special guardianship or an order for a home with others than a birth parent",
    ]
    assert [found.id for found in differences(previously_looked_after, order_must_be_current).differing] == [
        "PLAC-1",
        "PLAC-2",
    ]
    assert str(differences(with_social_worker, with_social_worker)).endswith("do not differ: 6 limbs alike")
    assert len(differences(with_social_worker, dfe_2021).differing) == 3


def test_the_uses_are_those_of_the_notes_in_their_order_and_each_is_found_by_letter_and_by_name():
    assert [use.letter for use in USES] == ["a", "a2", "a3", "b", "c", "c2", "d", "e", "f", "g", "h", "i", "j"]
    assert all(use_named(use.letter) is use is use_named(use.name) for use in USES)
    assert all(use.definition in DEFINITIONS.values() for use in USES)


def test_law_not_commenced_is_there_and_switched_off():
    for definition in (cwsa_2026, for_virtual_school_head_2026):
        assert not definition.in_force
        assert commenced(definition).in_force
    assert not applies_on(NOT_COMMENCED, LAW_AS_AT)
    assert {name for name, definition in DEFINITIONS.items() if not definition.in_force} == {
        "cwsa_2026",
        "for_virtual_school_head_2026",
    }


def test_the_law_of_another_day_has_the_limbs_in_force_then():
    before = for_pupil_premium_plus.under_the_law_of(date(2023, 3, 31))
    now = for_pupil_premium_plus.under_the_law_of(date(2023, 4, 1))
    assert [found.id for found in differences(before, now).differing] == ["PLAC-2"]


# --- codes ------------------------------------------------------------------------------------------------------------


def test_codes_carry_the_days_on_which_they_may_be_used():
    assert POST_LOOKED_AFTER_CODES["O"].valid == (date(2022, 10, 1), None)
    assert {code.valid for code in KINSHIP_CARE_CODES.values()} == {(date(2026, 9, 1), None)}
    assert set(CODE_YEARS) <= set(REASON_CEASED)
    assert CODE_YEARS["E43"] == (None, date(2018, 4, 1))


def test_every_reason_for_an_end_has_its_place_in_the_law():
    placed = [
        *reasons.ORDER_MADE, *reasons.AT_ODDS_WITH_AN_ORDER, *reasons.CARE_RUNS_ON, *reasons.LEFT_OTHERWISE,
        Ended.NOT_RECORDED,
    ]  # fmt: skip
    assert sorted(placed, key=str) == sorted(Ended, key=str)
