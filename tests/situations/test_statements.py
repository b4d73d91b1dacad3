"""Clauses that rest on a person's word: stated, with a date and an age, or waiting to be; never broken."""

from __future__ import annotations

import pytest

from carepolicy.adapters.records import assessment_from_json, assessment_to_json
from carepolicy.assessment import Assessment, assess
from carepolicy.errors import Unfinished
from carepolicy.facts import CARE, PERMANENCE, SCHOOLING, Attested, CareOrder, Child, Suspended, VirtualSchoolInformed
from carepolicy.law.looked_after import looked_after
from carepolicy.line import Line, State
from carepolicy.logic.deadline import on_the_day
from carepolicy.policy import Computes, Kind, Modality, Profile, clause, duty, stated_by
from carepolicy.report import as_text
from tests.situations.published import A

SAFE = clause(
    "HT-1", "Children in care feel safe.", stated_by("designated_teacher", "headteacher"), kind=Kind.STANDING_COMMITMENT
)
TOLD = clause(
    "HT-2",
    "The virtual school hears of a suspension, and the news is explained well.",
    duty(VirtualSchoolInformed, on_the_day.of(Suspended)),
    stated_by("headteacher"),
)
MAY = clause("HT-3", "A school may do an audit.", modality=Modality.MAY)
HILL_TOP = Profile("Hill Top", looked_after, [SAFE, TOLD, MAY])

COMPLETE = [CARE, PERMANENCE, SCHOOLING]


def found(*records, born: str = "2012-05-01", care: bool = True) -> Assessment:
    history = [CareOrder(start="2020-01-06"), *records] if care else list(records)
    return assess(
        Child("made up", born=born, history=history, complete=COMPLETE), HILL_TOP, calendar=A, on="2023-03-14"
    )


def line(assessment: Assessment, clause: str) -> Line:
    (one,) = [each for each in assessment.lines if each.clause == clause and each.stated_by]
    return one


def by(role: str, on: str, clause: str = "HT-1") -> Attested:
    return Attested(at=on, clause=clause, role=role)


def test_with_no_statement_it_cannot_be_told_and_the_roles_that_may_make_one_are_named():
    one = line(found(), "HT-1")
    assert one.state is State.CANNOT_TELL
    assert one.missing == ("a statement, by the designated teacher or the headteacher, that it is so (HT-1)",)


def test_a_statement_by_one_of_its_roles_meets_it_and_shows_its_age():
    one = line(found(by("headteacher", "2023-03-01")), "HT-1")
    assert (one.state, one.age) == (State.MET, 13)
    assert "statement on Wed 1 Mar 2023, 13 calendar days ago: stated" in as_text(
        found(by("headteacher", "2023-03-01"))
    )


def test_the_latest_statement_counts():
    assert line(found(by("headteacher", "2023-03-01"), by("designated_teacher", "2023-03-10")), "HT-1").age == 4


@pytest.mark.parametrize(
    "statement",
    [by("carer", "2023-03-01"), by("headteacher", "2023-03-01", clause="HT-2"), by("headteacher", "2023-03-15")],
    ids=["by another role", "about another clause", "not made yet"],
)
def test_another_role_another_clause_or_a_later_day_does_not_meet_it(statement):
    assert line(found(statement), "HT-1").state is State.CANNOT_TELL


def test_a_child_whom_the_clause_does_not_cover_has_no_line():
    assert [each for each in found(care=False).lines if each.stated_by] == []


def test_statements_wanted_are_told_together_and_not_among_what_is_missing():
    assessment = found()
    assert assessment.statements_wanted == (
        (("designated_teacher", "headteacher"), ("HT-1",)),
        (("headteacher",), ("HT-2",)),
        (("virtual_school",), ("PP-1",)),  # of the national floor
    )
    assert not any("statement" in says for says, _ in assessment.missing)
    text = as_text(assessment)
    assert "Rests on a statement, and none is on record" in text
    assert "    by the designated teacher or the headteacher: HT-1" in text
    assert "CANNOT TELL  HT-1" not in text


def test_a_clause_says_how_far_records_decide_it():
    assert [each.computes for each in (SAFE, TOLD, MAY)] == [Computes.ATTEST, Computes.PARTLY, Computes.NOTHING]
    assert clause("HT-4", "x", duty(VirtualSchoolInformed, on_the_day.of(Suspended))).computes is Computes.YES


def test_what_only_allows_or_defines_demands_nothing():
    for only in ({"modality": Modality.MAY}, {"modality": Modality.DESCRIBES}, {"kind": Kind.DEFINITION}):
        with pytest.raises(Unfinished, match="demands nothing"):
            clause("HT-5", "x", stated_by("headteacher"), **only)


def test_a_statement_names_who_may_make_it():
    with pytest.raises(Unfinished, match="names the roles"):
        stated_by()


def test_a_clause_prints_its_kind_how_firmly_it_speaks_and_the_rule_that_asks_for_more():
    one = clause("HT-6", "x", stated_by("headteacher"), kind=Kind.THRESHOLD, weaker_than="year 7 (Act of 2022)")
    told = "\n".join(one.requires())
    assert "    kind: threshold (binds)" in told
    assert "    weaker than the national rule, which is computed all the same: year 7 (Act of 2022)" in told
    assert "    requires: a statement, by the headteacher, that it is so" in told


def test_a_line_that_rests_on_a_statement_goes_through_json():
    assessment = found(by("headteacher", "2023-03-01"))
    assert assessment_from_json(assessment_to_json(assessment)) == assessment
