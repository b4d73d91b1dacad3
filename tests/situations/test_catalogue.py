"""The clauses of the shipped policies beside the catalogue of their documents: kind, place, actors, and how far each computes."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from carepolicy.cli import main
from carepolicy.policy import Computes, Kind, Modality
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT

CATALOGUE = Path(__file__).resolve().parents[3] / "shared" / "catalogue" / "clauses.csv"

CLAUSES = {
    "OX-": (OXFORDSHIRE, 189),
    "OXN-": (OXFORDSHIRE_NON_NEGOTIABLES, 47),
    "STK-": (STOKE_ON_TRENT, 166),
    "CAM-": (CAMBRIDGESHIRE, 117),
    "OFF-": (OFFORD, 120),
}
"""The policies by how their clauses' ids begin, each with how many clauses its document has: 639 in all."""

OF_A_DOCUMENT = [one for profile, _ in CLAUSES.values() for one in profile.clauses]


def test_every_clause_of_every_document_is_there():
    for profile, number in CLAUSES.values():
        assert len(profile.clauses) == number, profile.name
    assert len({one.id for one in OF_A_DOCUMENT}) == 639


def rows() -> dict[str, dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8") as opened:
        return {row["clause_id"]: row for row in csv.DictReader(opened)}


beside_the_catalogue = pytest.mark.skipif(
    not CATALOGUE.is_file(), reason="the clause catalogue is not beside this checkout (../shared/catalogue)"
)


@beside_the_catalogue
@pytest.mark.parametrize("clause", OF_A_DOCUMENT, ids=lambda clause: clause.id)
def test_a_clause_is_of_the_kind_and_in_the_place_and_for_the_actors_that_the_catalogue_gives(clause):
    row = rows()[clause.id]
    assert clause.kind is Kind(row["kind"])
    assert clause.locator == row["locator"]
    assert set(clause.actor) == set(row["actor"].split("|")) - {"none"}


@beside_the_catalogue
@pytest.mark.parametrize("clause", OF_A_DOCUMENT, ids=lambda clause: clause.id)
def test_nothing_that_the_catalogue_marks_computable_is_downgraded(clause):
    fixes_a_term = clause.kind is Kind.THRESHOLD and clause.defines is not None
    if clause.kind is Kind.DEFINITION or (clause.modality in (Modality.MAY, Modality.DESCRIBES) and not fixes_a_term):
        assert clause.computes is Computes.NOTHING
    else:
        assert clause.computes.value == rows()[clause.id]["computable"]


@beside_the_catalogue
def test_the_clauses_stand_in_the_order_of_the_document():
    for begins, (profile, _) in CLAUSES.items():
        assert [one.id for one in profile.clauses] == [id for id in rows() if id.startswith(begins)]


# --- the list of clauses as it is written to CSV ----------------------------------------------------------------------


def listed() -> dict[str, dict[str, str]]:
    written = CliRunner().invoke(main, ["clauses", "--format", "csv"]).stdout
    return {row["clause_id"]: row for row in csv.DictReader(io.StringIO(written))}


def test_every_clause_of_every_shipped_policy_is_listed_and_how_many_compute_is_as_committed():
    found = listed()
    counts = Counter((row["profile"], row["computes"]) for row in found.values())
    assert counts == {
        ("Stoke-on-Trent", "yes"): 50, ("Stoke-on-Trent", "partly"): 43, ("Stoke-on-Trent", "attest"): 54,
        ("Stoke-on-Trent", "nothing"): 19, ("England", "yes"): 86, ("England", "partly"): 12, ("England", "attest"): 2,
        ("England", "nothing"): 14, ("Oxfordshire", "yes"): 30, ("Oxfordshire", "partly"): 67,
        ("Oxfordshire", "attest"): 68, ("Oxfordshire", "nothing"): 24, ("Oxfordshire virtual school", "yes"): 13,
        ("Oxfordshire virtual school", "partly"): 14, ("Oxfordshire virtual school", "attest"): 18,
        ("Oxfordshire virtual school", "nothing"): 2, ("Cambridgeshire template", "yes"): 24,
        ("Cambridgeshire template", "partly"): 20, ("Cambridgeshire template", "attest"): 49,
        ("Cambridgeshire template", "nothing"): 24, ("Offord Primary", "yes"): 26, ("Offord Primary", "partly"): 20,
        ("Offord Primary", "attest"): 49, ("Offord Primary", "nothing"): 25,
    }  # fmt: skip


def test_nothing_is_computed_only_of_definitions_aims_and_permissions():
    for profile in (*(profile for profile, _ in CLAUSES.values()), ENGLAND):
        for one in profile.clauses:
            told = (
                one.defines is not None
                or one.kind is Kind.DEFINITION
                or one.modality in (Modality.MAY, Modality.DESCRIBES, Modality.DECLARES)
            )
            assert one.demands or told, one.id


@beside_the_catalogue
def test_the_list_says_of_each_clause_what_the_catalogue_says():
    found, known = listed(), rows()
    ours = {id: row for id, row in found.items() if row["profile"] != "England"}
    assert set(ours) == set(known)
    for id, row in ours.items():
        assert row["kind"] == known[id]["kind"]
        assert set(row["actor"].split(";")) - {""} == set(known[id]["actor"].split("|")) - {"none"}
        assert row["computes"] in (known[id]["computable"], "nothing")
