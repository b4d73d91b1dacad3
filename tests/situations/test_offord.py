"""Offord Primary beside the Cambridgeshire template: what differs, and nothing else."""

from __future__ import annotations

import pytest
from attrs import evolve

from carepolicy.errors import Unfinished
from carepolicy.policy import Computes
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD, adopted_by
from carepolicy.profiles.cambridgeshire.offord import DIFFERENCES
from carepolicy.profiles.cambridgeshire.words import care_experienced
from tests.situations import test_cambridgeshire_people as people
from tests.situations import test_cambridgeshire_practice as practice
from tests.situations.witness import computing, fails, meets

ONLY_HERE = {"OFF-2.1w", "OFF-3.1f", "OFF-3.3g", "OFF-3.3h"}
AIMS = {f"OFF-1.0{letter}" for letter in "abcdefghij"} | {f"OFF-1.1{letter}" for letter in "abcde"}
WORDED_OTHERWISE = {
    "OFF-1.0a", "OFF-1.0j", "OFF-1.1a", "OFF-1.1b", "OFF-1.1c", "OFF-2.1b", "OFF-2.1c", "OFF-2.1d", "OFF-2.1e",
    "OFF-2.1f", "OFF-2.1i", "OFF-2.1l", "OFF-2.2a", "OFF-2.3d", "OFF-2.4d", "OFF-2.4e", "OFF-3.1a", "OFF-3.1e",
    "OFF-3.2c", "OFF-3.2d", "OFF-3.2e",
}  # fmt: skip
OTHER_ACTORS = {"OFF-2.1i", "OFF-2.1j", "OFF-2.1k"}

TEMPLATE = adopted_by("Offord Primary")


def counterpart(id: str):
    return TEMPLATE.clause(id.replace("OFF-", "CAM-"))


SHARED = [one for one in OFFORD.clauses if one.id not in ONLY_HERE]


def test_the_school_has_every_clause_of_the_template_but_one_and_four_of_its_own():
    ours = [one.id.replace("OFF-", "CAM-") for one in SHARED]
    assert ours == [one.id for one in CAMBRIDGESHIRE.clauses if one.id != "CAM-0a"]
    assert len(OFFORD.clauses) == 120


def test_clauses_of_its_own_stand_where_the_document_has_them():
    order = [one.id for one in OFFORD.clauses]
    follows = {id: order[order.index(id) - 1] for id in ONLY_HERE}
    assert follows == {
        "OFF-2.1w": "OFF-2.1v", "OFF-3.1f": "OFF-3.1e", "OFF-3.3g": "OFF-3.3f", "OFF-3.3h": "OFF-3.3g",
    }  # fmt: skip


def test_it_words_some_clauses_otherwise_and_takes_all_others_over_in_the_words_of_the_template():
    assert {one.id for one in SHARED if one.says != counterpart(one.id).says} == WORDED_OTHERWISE


def as_the_template_has_it(written: object) -> str:
    return repr(written).replace("OFF-", "CAM-")


def test_its_aims_reach_care_experienced_children_alone_and_no_other_scope_differs():
    def scopes(one):
        return [as_the_template_has_it(demand.scope) for demand in one.demands]

    narrower = {one.id for one in SHARED if scopes(one) != scopes(counterpart(one.id))}
    assert narrower == AIMS
    assert all(scopes(OFFORD.clause(id)) == [repr(care_experienced)] for id in AIMS)


def test_no_reason_cites_a_clause_of_the_template():
    ours = [evolve(one, taken_from="") for one in OFFORD.clauses]
    assert "CAM-" not in repr(evolve(OFFORD, clauses=ours))
    assert {one.taken_from for one in SHARED} == {counterpart(one.id).id for one in SHARED}
    assert "CAM-" in repr(CAMBRIDGESHIRE)


def test_the_head_and_the_named_governor_keep_watch_in_place_of_the_head_and_the_governing_body():
    assert {one.id for one in SHARED if one.actor != counterpart(one.id).actor} == OTHER_ACTORS
    assert all(OFFORD.clause(id).actor == ("headteacher", "lead_governor") for id in OTHER_ACTORS)


def test_kind_strength_and_modality_are_the_template_s_everywhere():
    for one in SHARED:
        other = counterpart(one.id)
        assert (one.kind, one.modality, one.strength) == (other.kind, other.modality, other.strength)


def test_it_asks_for_a_qualified_teacher_where_the_template_asks_for_fitting_qualifications():
    assert {one.id for one in SHARED if one.matter != counterpart(one.id).matter} == {"OFF-2.1c"}
    assert OFFORD.clause("OFF-2.1c").matter == ("hold_qualified_teacher_status",)


def test_where_nothing_differs_only_the_id_and_the_place_do():
    for one in SHARED:
        if one.id not in DIFFERENCES:
            other = counterpart(one.id)
            assert as_the_template_has_it(evolve(one, locator=other.locator, taken_from="")) == repr(other)


def test_the_school_is_named_where_the_template_leaves_room_for_a_name():
    named = {one.id for one in SHARED if "Offord Primary" in one.says}
    assert {"OFF-1.0a", "OFF-1.1e", "OFF-2.1a", "OFF-2.1v", "OFF-3.2a", "OFF-3.3b", "OFF-3.4a", "OFF-3.4d"} <= named
    assert not any("the setting" in one.says for one in OFFORD.clauses)


def test_a_setting_without_a_name_is_refused():
    with pytest.raises(Unfinished, match="takes the name of the setting"):
        adopted_by(" ")


# --- two witnesses for each clause that computes ----------------------------------------------------------------------

FROM_THE_TEMPLATE = {
    id.replace("CAM-", "OFF-"): both for section in (people, practice) for id, both in section.WITNESSES.items()
}
WITNESSES = {
    **FROM_THE_TEMPLATE,
    "OFF-2.1c": (
        [people.post("designated_teacher", qualified_teacher=True)],
        [people.post("designated_teacher", qualified_teacher=False)],
    ),
    "OFF-3.1f": practice.in_post("designated_person_cpic", "designated_teacher"),
}
THRESHOLDS = {id.replace("CAM-", "OFF-"): both for id, both in people.THRESHOLDS.items()}


def in_whose_care(clause: str) -> dict:
    return practice.in_whose_care(clause.replace("OFF-", "CAM-"))


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(OFFORD, clause, WITNESSES[clause][0], **in_whose_care(clause))


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    assert fails(OFFORD, clause, WITNESSES[clause][1], **in_whose_care(clause))


@pytest.mark.parametrize("clause", THRESHOLDS)
def test_the_numbers_of_the_definitions_decide(clause):
    within, without = (people.a_child(records) for records in THRESHOLDS[clause])
    defined = OFFORD.clause(clause).defines
    assert defined.on(people.MARCH, within).holds
    assert defined.on(people.MARCH, without).fails


def test_every_clause_that_computes_has_both_witnesses():
    assert computing(OFFORD) == {*WITNESSES, *THRESHOLDS}


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in OFFORD.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 26, Computes.PARTLY: 20, Computes.ATTEST: 49, Computes.NOTHING: 25}
