"""The clauses of the shipped policies beside the catalogue of their documents: kind, place, actors, and how far each computes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from carepolicy.policy import Computes, Kind, Modality
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
