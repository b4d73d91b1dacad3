"""The national rules on planning care: for each clause that computes, a made-up child who meets it and one who does not."""

from __future__ import annotations

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Accommodation,
    CareOrder,
    CarePlacementEnded,
    CarePlacementStarted,
    CarePlanMade,
    CareReviewHeld,
    CareReviewRequested,
    CareVisitMade,
    DesignatedTeacherConsulted,
    Ended,
    HealthAssessed,
    HealthAssessmentArranged,
    MoveApproved,
    PlacementEndNoticeGiven,
    PlacementNoticeGiven,
    PlacementPlanMade,
    PlacementRegularised,
    Power,
    TemporaryApprovalGiven,
)
from tests.situations.england import bear_witness, dues, ids_of, states

ON = "2023-03-20"


def placed(at: str = "2023-01-09", **told) -> CarePlacementStarted:
    said = {"emergency": False, "out_of_area": False, "disrupts_exams": False, "changes_school": False, **told}
    return CarePlacementStarted(at=at, **said)


def told(role: str, at: str) -> PlacementNoticeGiven:
    return PlacementNoticeGiven(at=at, role=role)


def review(*days: str) -> list[CareReviewHeld]:
    return [CareReviewHeld(at=day) for day in days]


APPROVED = TemporaryApprovalGiven(at="2022-09-05", extended=False)
ENDED = CarePlacementEnded(at="2023-02-01", notice_given=False)
OFF = placed(emergency=True, outside_approval=True)
EXAMS = placed(disrupts_exams=True)

WITNESSES = {
    "CP-2": ([placed(), PlacementPlanMade(at="2023-01-16")], [placed(), PlacementPlanMade(at="2023-01-17")], ON),
    "CP-3": ([placed(), told("school", "2023-01-06")], [placed(), told("school", "2023-01-10")], ON),
    "CP-4": (
        [placed(out_of_area=True), told("area_authority", "2023-01-06")],
        [placed(out_of_area=True), told("school", "2023-01-06")],
        ON,
    ),
    "CP-5": (
        [EXAMS, MoveApproved(at="2023-01-03"), DesignatedTeacherConsulted(at="2023-01-02")],
        [EXAMS, MoveApproved(at="2023-01-03")],
        ON,
    ),
    "CP-7": (review("2015-02-02", "2015-05-02"), review("2015-02-02", "2015-05-03"), ON),
    "CP-8": (
        review("2015-02-02", "2015-05-02", "2015-11-02"),
        review("2015-02-02", "2015-05-02", "2015-11-03"),
        "2016-02-01",
    ),
    "CP-9": ([CareReviewRequested(at="2023-03-06"), *review("2023-03-10")], [CareReviewRequested(at="2023-03-06")], ON),
    "CP-10": (
        [HealthAssessmentArranged(at="2015-01-20"), *review("2015-02-02")],
        [HealthAssessmentArranged(at="2015-02-03"), *review("2015-02-02")],
        ON,
    ),
    "CP-11": (
        [HealthAssessed(at="2022-03-01"), HealthAssessed(at="2023-03-01")],
        [HealthAssessed(at="2022-03-01"), HealthAssessed(at="2023-03-02")],
        ON,
    ),
    "CP-12": (
        [placed(to_eighteen=False), CareVisitMade(at="2023-01-16"), CareVisitMade(at="2023-02-27")],
        [placed(to_eighteen=False), CareVisitMade(at="2023-01-17")],
        ON,
    ),
    "CP-13": ([OFF, PlacementRegularised(at="2023-01-17")], [OFF, PlacementRegularised(at="2023-01-18")], ON),
    "CP-14": ([APPROVED, PlacementRegularised(at="2022-12-26")], [APPROVED], ON),
    "CP-15": (
        [ENDED, PlacementEndNoticeGiven(at="2023-02-15")],
        [ENDED, PlacementEndNoticeGiven(at="2023-02-16")],
        ON,
    ),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id], born="2007-05-01" if id == "CP-5" else "2010-05-01")


S20 = Accommodation(power=Power.S20_4, start="2022-12-22")
NEW = CarePlacementStarted(at="2022-12-22")


def cp1(*records, **more):
    return states("CP-1", *records, **{"care": S20, "on": "2023-02-01", **more})


def test_cp1_dl_e36_a_care_plan_is_made_in_10_working_days_or_before_the_placement():
    assert dues("CP-1", NEW, care=S20, on="2023-01-03") == ["2023-01-10"]
    assert cp1(NEW, CarePlanMade(at="2023-01-10")) == ["MET"]
    assert cp1(NEW, CarePlanMade(at="2022-12-01")) == ["MET"]
    assert cp1(NEW, CarePlanMade(at="2023-01-11")) == ["LATE"]
    assert cp1(NEW) == ["OVERDUE"]
    assert cp1(NEW, complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_cp1_is_about_the_first_placement_of_a_child_under_no_care_order():
    assert cp1(NEW, CarePlanMade(at="2023-01-10"), CarePlacementStarted(at="2023-01-16")) == ["MET"]
    assert cp1(NEW, care=CareOrder(start="2022-12-22")) == []


def test_cp2_dl_e40_a_placement_plan_in_5_working_days():
    assert dues("CP-2", placed("2026-12-23"), on="2026-12-24") == ["2027-01-04"]


def test_cp2_a_plan_made_before_a_second_placement_may_be_of_the_first():
    first, second = placed("2023-01-09"), placed("2023-02-06")
    assert states("CP-2", first, PlacementPlanMade(at="2023-01-16"), second, on=ON) == ["MET", "CANNOT TELL"]
    named = placed("2023-02-06", ref="second")
    plan = PlacementPlanMade(at="2023-01-31", about="second")
    assert states("CP-2", first, PlacementPlanMade(at="2023-01-16"), named, plan, on=ON) == ["MET", "MET"]


def test_cp3_in_an_emergency_the_school_is_told_within_5_working_days():
    hasty = placed(emergency=True)
    assert states("CP-3", hasty, told("school", "2023-01-16"), on=ON) == ["MET"]
    assert states("CP-3", hasty, told("school", "2023-01-17"), on=ON) == ["LATE"]
    unknown = states("CP-3", CarePlacementStarted(at="2023-01-09"), on=ON)
    assert unknown == ["CANNOT TELL", "CANNOT TELL"]


def test_cp4_began_on_27_january_2014():
    for day, found in (("2014-01-26", []), ("2014-01-27", ["OVERDUE"])):
        care = CareOrder(start="2013-01-07")
        assert states("CP-4", placed(day, out_of_area=True, emergency=True), care=care, on="2014-03-03") == found


def test_care_planning_began_on_1_april_2011():
    for day, found in (("2011-03-31", []), ("2011-04-01", ["OVERDUE"])):
        care = CareOrder(start="2011-01-04")
        assert states("CP-2", placed(day), care=care, on="2011-06-01") == found


def test_cp5_is_about_key_stage_4():
    assert states("CP-5", EXAMS, on=ON, born="2009-05-01") == []
    assert states("CP-5", EXAMS, on=ON, born="2007-05-01") == ["OVERDUE", "OVERDUE"]


@pytest.mark.parametrize(
    ("held", "due"),
    [
        pytest.param("2022-11-30", "2023-02-28", id="dl_e54"),
        pytest.param("2023-11-30", "2024-02-29", id="dl_e55"),
    ],
)
def test_cp7_three_months_from_the_first_review_end_on_the_corresponding_day(held, due):
    care = CareOrder(start=held[:-2] + "02")
    assert dues("CP-7", *review(held), care=care, on="2023-12-15" if held > "2023" else "2022-12-15") == [due]


@pytest.mark.parametrize(
    ("held", "due"),
    [
        pytest.param("2022-08-31", "2023-02-28", id="dl_e56"),
        pytest.param("2023-08-31", "2024-02-29", id="dl_e56 in a leap year"),
        pytest.param("2026-08-31", "2027-02-28", id="dl_e56 in 2027"),
        pytest.param("2023-02-28", "2023-08-28", id="dl_e57"),
        pytest.param("2023-04-30", "2023-10-30", id="dl_e58"),
        pytest.param("2024-03-31", "2024-09-30", id="dl_e58 at the end of a month"),
    ],
)
def test_cp8_six_months_run_from_the_last_review_that_was_held(held, due):
    assert dues("CP-8", *review("2015-02-02", held), on="2027-03-01")[-1] == due


def test_cp7_cp8_with_no_list_of_reviews_it_is_not_known_which_review_this_was():
    for id in ("CP-7", "CP-8"):
        assert states(id, *review("2022-06-01"), on=ON, complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_cp7_a_second_time_in_care_has_a_first_review_of_its_own():
    before = CareOrder(start="2021-01-04", end="2021-12-01", ended_by=Ended.HOME_PLANNED)
    again = CareOrder(start="2022-10-03")
    found = states("CP-7", before, *review("2021-01-25", "2021-04-01", "2022-10-24"), care=again, on="2022-12-01")
    assert found == ["MET", "DUE"]


def test_cp7_two_reviews_on_one_day_do_not_meet_each_other():
    assert "OVERDUE" in states("CP-8", *review("2015-02-02", "2015-05-02", "2015-05-02"), on=ON)


def test_cp11_a_child_under_five_is_seen_every_6_months():
    small = {"born": "2019-05-01", "care": CareOrder(start="2020-01-06"), "on": ON}
    assert dues("CP-11", HealthAssessed(at="2022-12-01"), **small) == ["2023-06-01"]
    assert dues("CP-11", HealthAssessed(at="2022-12-01"), on=ON) == ["2023-12-01"]


def test_cp12_after_a_year_in_a_placement_to_18_visits_are_3_months_apart():
    long = placed("2021-01-11", to_eighteen=True)
    assert dues("CP-12", long, CareVisitMade(at="2023-01-16"), on=ON)[-1] == "2023-04-16"
    assert dues("CP-12", long, CareVisitMade(at="2021-12-13"), on=ON)[-1] == "2022-01-24"
    assert dues("CP-12", placed("2021-01-11", to_eighteen=False), CareVisitMade(at="2023-01-16"), on=ON)[-1] == (
        "2023-02-27"
    )


def test_cp12_nobody_visits_a_placement_that_is_over():
    over = [placed(to_eighteen=False), CareVisitMade(at="2023-01-16"), CarePlacementEnded(at="2023-02-01")]
    assert states("CP-12", *over, on=ON) == ["MET", "ENDED"]


def test_cp13_a_placement_that_ends_in_time_needs_no_approval():
    assert states("CP-13", OFF, CarePlacementEnded(at="2023-01-13"), on=ON) == ["ENDED"]


def test_cp14_an_extension_makes_it_24_weeks():
    longer = TemporaryApprovalGiven(at="2022-09-05", extended=True)
    assert dues("CP-14", longer, on=ON) == ["2023-02-20"]


def test_every_clause_that_computes_has_its_witnesses():
    elsewhere = {"CP-1", "CP-6"}
    assert set(WITNESSES) | elsewhere == set(ids_of("CP"))
