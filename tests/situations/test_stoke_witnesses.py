"""Two witnesses for each clause of the Stoke-on-Trent policy that computes: a child who meets it and one who does not."""

from __future__ import annotations

import pytest

from carepolicy.line import State
from carepolicy.policy import Computes, Never
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations import (
    test_stoke_admissions,
    test_stoke_attendance,
    test_stoke_exclusion,
    test_stoke_people,
    test_stoke_plans,
)
from tests.situations.stoke import UNMET, states

SECTIONS = (test_stoke_admissions, test_stoke_attendance, test_stoke_exclusion, test_stoke_people, test_stoke_plans)
WITNESSES = {clause: both for section in SECTIONS for clause, both in section.WITNESSES.items()}

BORN = {"STK-CRS-1": "2008-10-01", "STK-CRS-2": "2007-09-30"}
"""Children who must be older than the others for the clause to cover them."""

ON = {"STK-IMP-7": "2023-09-01"}
"""Days on which to ask, where what is missed falls due later than for the others."""

ELSEWHERE = {"STK-PEP-1a", "STK-PEP-1b", "STK-PEP-1d"}
"""Clauses whose witnesses stand with the deadlines of plans, in `test_stoke_on_trent.py`."""


def found(clause: str, records: list, **on: str) -> set[State]:
    return set(states(clause, *records, born=BORN.get(clause, "2010-05-01"), **on))


def bars_only(clause: str) -> bool:
    return all(isinstance(demand, Never) for demand in STOKE_ON_TRENT.clause(clause).demands)


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    met = found(clause, WITNESSES[clause][0])
    assert State.MET in met or (bars_only(clause) and not met), "a prohibition with no recorded act makes no line"
    assert not met & UNMET


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    unmet = found(clause, WITNESSES[clause][1], on=ON.get(clause, "2023-03-20"))
    assert unmet
    assert unmet <= UNMET


def test_every_clause_that_computes_has_both_witnesses():
    computing = {one.id for one in STOKE_ON_TRENT.clauses if one.computes in (Computes.YES, Computes.PARTLY)}
    assert computing == set(WITNESSES) | ELSEWHERE


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in STOKE_ON_TRENT.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 50, Computes.PARTLY: 43, Computes.ATTEST: 54, Computes.NOTHING: 19}
