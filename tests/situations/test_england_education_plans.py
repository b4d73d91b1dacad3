"""The national rules on plans, designated teachers and the premium: a made-up child who meets each, and one who does not."""

from __future__ import annotations

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    AdoptionOrder,
    Attested,
    CareOrder,
    CarePlacementStarted,
    CareReviewHeld,
    EducationSecured,
    Ended,
    GovernorsReport,
    JoinedSchool,
    NoSchoolPlace,
    PepCompleted,
    PepGivenToSchool,
    PepStarted,
    PostHeld,
    PremiumAllocated,
    PremiumSettled,
    PremiumStatementPublished,
    VirtualSchoolReported,
)
from carepolicy.line import State
from tests.situations.england import bear_witness, dues, ids_of, lines, states
from tests.situations.published import A_AND_B, B

ON = "2023-03-20"
MOVE = CarePlacementStarted(at="2023-01-09", emergency=True, changes_school=True)
PLANNED = CarePlacementStarted(at="2023-01-09", emergency=False, changes_school=True)
ALLOCATED = PremiumAllocated(at="2022-09-05", over_five_eligible=True)

TEACHER = PostHeld(role="designated_teacher", start="2019-09-02")
TEACHER_WHO_LEFT = PostHeld(role="designated_teacher", start="2019-09-02", end="2023-02-17")

WITNESSES = {
    "PEP-4": (
        [JoinedSchool(at="2023-01-09"), PepGivenToSchool(at="2023-01-10")],
        [CareReviewHeld(at="2023-01-09")],
        ON,
    ),
    "PEP-5": ([MOVE, EducationSecured(at="2023-02-03")], [MOVE, EducationSecured(at="2023-02-07")], ON),
    "PEP-6": ([PLANNED, EducationSecured(at="2023-01-05")], [PLANNED, EducationSecured(at="2023-01-10")], ON),
    "DT-1": ([TEACHER], [TEACHER_WHO_LEFT], ON),
    "PP-2": (
        [ALLOCATED, PremiumStatementPublished(at="2022-12-31")],
        [ALLOCATED, PremiumStatementPublished(at="2023-01-01")],
        ON,
    ),
    "PP-3": ([ALLOCATED, PremiumSettled(at="2023-03-31")], [ALLOCATED], "2023-04-01"),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id])


NEW_TO_CARE = CareOrder(start="2026-12-17")


def pep1(*records, **more):
    return states("PEP-1", *records, **{"care": NEW_TO_CARE, "on": "2027-02-01", **more})


def test_pep1_dl_e41_the_plan_is_started_in_10_working_days():
    assert dues("PEP-1", care=NEW_TO_CARE, on="2026-12-18") == ["2027-01-05"]
    assert pep1(PepStarted(at="2027-01-05")) == ["MET"]
    assert pep1(PepStarted(at="2027-01-06")) == ["LATE"]
    assert pep1() == ["OVERDUE"]
    assert pep1(complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_pep1_a_completed_plan_shows_that_it_was_started():
    assert pep1(PepCompleted(at="2027-01-04")) == ["MET"]


def test_pep1_dl_e42_over_the_august_bank_holiday():
    assert dues("PEP-1", care=CareOrder(start="2023-08-21"), on="2023-08-22") == ["2023-09-05"]


def test_the_guidance_on_plans_is_of_26_february_2018():
    for day, found in (("2018-02-25", []), ("2018-02-26", ["OVERDUE"])):
        assert pep1(care=CareOrder(start=day), on="2018-06-01") == found


def test_pep5_dl_e26_twenty_school_days_from_an_emergency_move():
    move = CarePlacementStarted(at="2023-12-20", emergency=True, changes_school=True)
    assert dues("PEP-5", move, on="2023-12-21", calendar=B) == ["2024-02-01"]


def test_pep5_a_child_found_without_a_school_has_20_school_days_too():
    assert dues("PEP-5", NoSchoolPlace(at="2023-12-20"), on="2023-12-21", calendar=B) == ["2024-02-01"]
    assert states("PEP-5", CarePlacementStarted(at="2023-12-20", emergency=False), on=ON) == []


def test_pep7_dl_e69_dt3_a_report_in_one_school_year_is_followed_by_one_in_the_next():
    for id, report in (("PEP-7", VirtualSchoolReported), ("DT-3", GovernorsReport)):
        first = report(at="2023-03-20")
        (only,) = lines(id, first, on="2024-06-03", calendar=A_AND_B)
        assert (only.state, str(only.due.day)) == (State.DUE, "2024-07-23")
        assert [str(one.at.day) for one in only.due.advice] == ["2024-03-20"]
        found = states(id, first, report(at="2024-07-23"), on="2024-07-24", calendar=A_AND_B)
        assert found == ["MET", "DUE"]
        assert states(id, first, on="2024-07-24", calendar=A_AND_B) == ["OVERDUE"]


def test_dt1_was_law_from_1_september_2009_on():
    care = CareOrder(start="2008-01-07")
    for day, found in (("2009-08-31", []), ("2009-09-01", ["OPEN"])):
        assert states("DT-1", care=care, on=day, born="2000-01-01") == found


def test_dt2_a_school_has_a_designated_teacher_for_pupils_who_were_in_care_from_september_2018_on():
    adopted = [CareOrder(start="2012-01-09", end="2014-03-03", ended_by=Ended.ADOPTION), AdoptionOrder(at="2014-03-03")]
    for day, found in (("2018-08-31", []), ("2018-09-01", ["OPEN"])):
        assert states("DT-2", *adopted, care=None, on=day) == found
    assert states("DT-2", TEACHER, *adopted, care=None, on="2020-03-02") == ["MET"]
    assert states("DT-2", on=ON) == []  # a child who is in care now is covered by DT-1


def test_pp1_rests_on_the_virtual_schools_word():
    stated = Attested(at="2023-03-01", clause="PP-1", role="virtual_school")
    assert states("PP-1", stated, on=ON) == ["MET"]
    (unsaid,) = lines("PP-1", on=ON)
    assert unsaid.state is State.CANNOT_TELL
    assert "a statement, by the virtual school" in unsaid.missing[0]


def test_pp2_a_school_with_five_eligible_pupils_or_fewer_publishes_nothing():
    assert states("PP-2", PremiumAllocated(at="2022-09-05", over_five_eligible=False), on=ON) == []
    assert states("PP-2", PremiumAllocated(at="2022-09-05"), on=ON) == ["CANNOT TELL"]


def test_every_clause_that_computes_has_its_witnesses():
    here = {"PEP-1", "PEP-7", "DT-2", "DT-3", "PP-1"}
    in_the_older_tests = {"PEP-2", "PEP-3"}
    assert set(WITNESSES) | here | in_the_older_tests == set(ids_of("PEP", "DT", "PP"))
