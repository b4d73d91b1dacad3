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
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT

CATALOGUE = Path(__file__).resolve().parents[3] / "shared" / "catalogue" / "clauses.csv"

CLAUSES = 166
"""Clauses of the Stoke-on-Trent policy."""


def test_every_clause_of_the_document_is_there():
    assert len(STOKE_ON_TRENT.clauses) == CLAUSES


def rows() -> dict[str, dict[str, str]]:
    with CATALOGUE.open(encoding="utf-8") as opened:
        return {row["clause_id"]: row for row in csv.DictReader(opened)}


beside_the_catalogue = pytest.mark.skipif(
    not CATALOGUE.is_file(), reason="the clause catalogue is not beside this checkout (../shared/catalogue)"
)


@beside_the_catalogue
@pytest.mark.parametrize("clause", STOKE_ON_TRENT.clauses, ids=lambda clause: clause.id)
def test_a_clause_is_of_the_kind_and_in_the_place_and_for_the_actors_that_the_catalogue_gives(clause):
    row = rows()[clause.id]
    assert clause.kind is Kind(row["kind"])
    assert clause.locator == row["locator"]
    assert set(clause.actor) == set(row["actor"].split("|")) - {"none"}


@beside_the_catalogue
@pytest.mark.parametrize("clause", STOKE_ON_TRENT.clauses, ids=lambda clause: clause.id)
def test_nothing_that_the_catalogue_marks_computable_is_downgraded(clause):
    if clause.kind is Kind.DEFINITION or clause.modality in (Modality.MAY, Modality.DESCRIBES):
        assert clause.computes is Computes.NOTHING
    else:
        assert clause.computes.value == rows()[clause.id]["computable"]


@beside_the_catalogue
def test_the_clauses_stand_in_the_order_of_the_document():
    order = [id for id in rows() if id.startswith("STK-")]
    places = [order.index(clause.id) for clause in STOKE_ON_TRENT.clauses]
    assert places == sorted(places)


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
        ("England", "nothing"): 14,
    }  # fmt: skip


def test_nothing_is_computed_only_of_definitions_aims_and_permissions():
    for profile in (STOKE_ON_TRENT, ENGLAND):
        for one in profile.clauses:
            told = one.kind is Kind.DEFINITION or one.modality in (Modality.MAY, Modality.DESCRIBES, Modality.DECLARES)
            assert one.demands or told, one.id


@beside_the_catalogue
def test_the_list_says_of_each_clause_what_the_catalogue_says():
    found, known = listed(), rows()
    ours = {id: row for id, row in found.items() if row["profile"] == "Stoke-on-Trent"}
    assert set(ours) == {id for id in known if id.startswith("STK-")}
    for id, row in ours.items():
        assert row["kind"] == known[id]["kind"]
        assert set(row["actor"].split(";")) - {""} == set(known[id]["actor"].split("|")) - {"none"}
        assert row["computes"] in (known[id]["computable"], "nothing")
