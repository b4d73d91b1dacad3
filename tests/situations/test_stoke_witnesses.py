"""Two witnesses for each clause of the Stoke-on-Trent policy that computes: a child who meets it and one who does not."""

from __future__ import annotations

import pytest

from carepolicy.policy import Computes
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations import (
    test_stoke_admissions,
    test_stoke_attendance,
    test_stoke_exclusion,
    test_stoke_people,
    test_stoke_plans,
)
from tests.situations.witness import computing, fails, meets

SECTIONS = (test_stoke_admissions, test_stoke_attendance, test_stoke_exclusion, test_stoke_people, test_stoke_plans)
WITNESSES = {clause: both for section in SECTIONS for clause, both in section.WITNESSES.items()}

BORN = {"STK-CRS-1": "2008-10-01", "STK-CRS-2": "2007-09-30"}
"""Children who must be older than the others for the clause to cover them."""

ON = {"STK-IMP-7": "2023-09-01"}
"""Days on which to ask, where what is missed falls due later than for the others."""

ELSEWHERE = {"STK-PEP-1a", "STK-PEP-1b", "STK-PEP-1d"}
"""Clauses whose witnesses stand with the deadlines of plans, in `test_stoke_on_trent.py`."""


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(STOKE_ON_TRENT, clause, WITNESSES[clause][0], born=BORN.get(clause, "2010-05-01"))


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    when = {"born": BORN.get(clause, "2010-05-01"), "on": ON.get(clause, "2023-03-20")}
    assert fails(STOKE_ON_TRENT, clause, WITNESSES[clause][1], **when)


def test_every_clause_that_computes_has_both_witnesses():
    assert computing(STOKE_ON_TRENT) == set(WITNESSES) | ELSEWHERE


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in STOKE_ON_TRENT.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 50, Computes.PARTLY: 43, Computes.ATTEST: 54, Computes.NOTHING: 19}
