"""What an adversary found in the national floor and the questions: each a case that was once answered wrongly."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from carepolicy.adapters.school_events import read_school_events, with_events
from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.facts import (
    CARE,
    CARE_REVIEWS,
    FAMILIES,
    SCHOOLING,
    SPECIAL_NEEDS,
    AbsenceBegan,
    AbsenceEnded,
    AbsenceExplained,
    AbsenceUnexplained,
    Accommodation,
    CareOrder,
    CarePlacementEnded,
    CarePlacementStarted,
    CarePlanMade,
    Child,
    DeletionReturnMade,
    EducationSecured,
    EhcPlanCeased,
    EhcPlanIssued,
    EhcPlanRefused,
    EhcRequested,
    EhcReviewDone,
    EhcTransferred,
    ExamMissed,
    ExclusionCancelled,
    FirstDayAgreed,
    GoverningBodyInformed,
    JoinedSchool,
    NoSchoolPlace,
    PepCompleted,
    PermanentlyExcluded,
    PhaseTransferNoted,
    PlacementNoticeGiven,
    Reinstated,
    ReinstatementConsidered,
    SpecialNeedsFound,
    Suspended,
    TakenOffRoll,
)
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Term
from tests.situations import england, stoke
from tests.situations.england import IN_CARE, dues
from tests.situations.published import A

C = SchoolCalendar(
    [
        term
        for y in (2021, 2022, 2023, 2024)
        for term in (
            Term(f"a{y}", date(y, 9, 4), date(y, 12, 20)),
            Term(f"s{y}", date(y + 1, 1, 6), date(y + 1, 3, 28)),
            Term(f"u{y}", date(y + 1, 4, 16), date(y + 1, 7, 19)),
        )
    ],
    all_inset_listed=True,
)


def states(clause: str, *records, on: str, **more) -> list[str]:
    return england.states(clause, *records, on=on, calendar=C, **more)


# --- what comes before an event -----------------------------------------------------------------------------------


def test_a_meeting_on_another_suspension_is_not_the_one_before_the_exam():
    january = Suspended(ref="j", at="2023-01-10T09:00", days=16, misses_exam=False)
    may = Suspended(ref="m", at="2023-05-08T09:00", days=10, misses_exam=True)
    met = ReinstatementConsidered(at="2023-01-30", about="j")
    assert states("EX-11", january, met, may, ExamMissed(at="2023-05-15", about="m"), on="2023-06-01") == ["OVERDUE"]


def test_a_place_secured_for_another_need_is_not_the_one_before_this_move():
    before = [NoSchoolPlace(ref="n", at="2019-03-04"), EducationSecured(at="2019-03-20", about="n")]
    move = CarePlacementStarted(at="2023-01-09", emergency=False, changes_school=True)
    assert states("PEP-6", *before, move, on="2023-03-20") == ["CANNOT TELL"]
    assert states("PEP-6", *before, evolve(move, ref="p"), on="2023-03-20") == ["OVERDUE"]


def test_a_plan_of_an_earlier_period_of_care_is_not_the_plan_of_this_one():
    periods = [
        Accommodation(power="s.20(4)", start="2012-01-09", end="2013-01-09"),
        Accommodation(power="s.20(4)", start="2023-01-09"),
    ]
    found = states(
        "CP-1",
        *periods,
        CarePlanMade(at="2012-01-15"),
        CarePlacementStarted(at="2023-01-09"),
        care=None,
        on="2023-03-20",
    )
    assert found == ["OVERDUE"]


def test_without_complete_records_an_old_act_may_have_been_for_an_event_that_is_not_listed():
    notice, move = (
        PlacementNoticeGiven(at="2016-01-15", role="school"),
        CarePlacementStarted(at="2023-01-09", emergency=False),
    )
    assert states("CP-3", notice, move, on="2023-03-20", complete=[CARE])[0] == "CANNOT TELL"
    returned, off = DeletionReturnMade(at="2024-08-30"), TakenOffRoll(at="2025-01-20", end_of_phase=False)
    assert states("AT-4", returned, off, on="2025-03-01", complete=[CARE]) == ["CANNOT TELL"]


# --- what was called off, or over -------------------------------------------------------------------------------------

OUT = PermanentlyExcluded(ref="p", at="2023-11-10T09:00")
CANCELLED, BACK = ExclusionCancelled(at="2023-11-13", about="p"), Reinstated(at="2023-11-14", about="p")


def test_an_exclusion_that_was_cancelled_needs_no_decision_and_no_other_education():
    told = GoverningBodyInformed(at="2023-11-10", about="p")
    assert states("EX-9", OUT, told, CANCELLED, BACK, on="2024-02-05") == ["ENDED"]
    assert states("EX-7", OUT, CANCELLED, BACK, on="2024-02-05") == ["ENDED"]
    assert states("EX-7", OUT, JoinedSchool(at="2023-11-15"), on="2024-02-05") == ["ENDED"]
    same_day = [ExclusionCancelled(at="2023-11-10T11:00", about="p"), Reinstated(at="2023-11-10T12:00", about="p")]
    assert states("EX-8", OUT, *same_day, on="2024-02-05") == ["ENDED"]


def test_a_suspension_that_was_cancelled_counts_only_the_days_the_child_was_out():
    long = Suspended(ref="x", at="2024-09-05T09:00", days=40)
    called_off = [ExclusionCancelled(at="2024-09-06", about="x"), Reinstated(at="2024-09-09", about="x")]
    assert states("EX-6", long, *called_off, on="2025-02-05") == []
    later = Suspended(at="2024-11-20T09:00", days=6)
    assert "BREACH" not in states("EX-16", long, *called_off, later, on="2025-01-20")
    assert "BREACH" in states("EX-16", long, later, on="2025-01-20")


def test_an_end_known_by_its_month_or_year_leaves_it_open_whether_anything_was_owed():
    assert states(
        "AT-5", AbsenceBegan(at="2024-10-10", without_leave=True), AbsenceEnded(at="2024-10"), on="2025-03-05"
    ) == ["CANNOT TELL"]
    assert states("SE-10", EhcPlanIssued(at="2023-01-10"), EhcPlanCeased(at="2023"), on="2024-03-05") == ["CANNOT TELL"]
    hasty = CarePlacementStarted(at="2023-01-09", emergency=True, outside_approval=True)
    assert states("CP-13", hasty, CarePlacementEnded(at="2023-01"), on="2024-02-05") == ["CANNOT TELL"]
    assert states("CP-13", hasty, CarePlacementStarted(at="2023-01-12"), on="2024-02-05")[0] == "ENDED"


# --- windows and lists ------------------------------------------------------------------------------------------------


def test_a_review_known_by_its_year_or_not_listed_leaves_the_day_of_the_next_open():
    plan = EhcPlanIssued(at="2021-01-04")
    rough = [plan, EhcReviewDone(at="2021"), EhcTransferred(at="2022-01-04")]
    assert states("SE-9", *rough, on="2022-05-05") == ["CANNOT TELL"]
    unlisted = {SPECIAL_NEEDS: (date(2022, 7, 1), None), CARE: (None, None)}
    assert states("SE-9", plan, EhcTransferred(at="2022-07-01"), on="2022-11-05", complete=unlisted) == ["CANNOT TELL"]


def test_a_schools_file_lists_reviews_of_care_only_while_the_child_is_on_its_roll(tmp_path):
    file = tmp_path / "events.csv"
    file.write_text("child,event,when\n1,joined_school,2024-09-04\n1,care_review_held,2024-11-04\n", "utf-8")
    child = Child("1", born="2010-05-01", history=[IN_CARE], complete=[CARE])
    (known,) = with_events([child], read_school_events(file), [SCHOOLING, CARE_REVIEWS])
    found = assess(known, ENGLAND, calendar=C, on=date(2024, 12, 2), everything=True)
    assert [line.state.value for line in found.lines if line.clause == "CP-6"] == ["CANNOT TELL"]


def test_a_refusal_is_of_the_last_request_before_it():
    requests = [EhcRequested(at="2022-01-10"), EhcRequested(at="2023-01-10")]
    assert states("SE-3", *requests, EhcPlanRefused(at="2023-03-10"), on="2023-06-05") == ["MET"]


def test_a_plan_is_not_up_to_date_by_terms_that_ended_years_ago():
    plan = PepCompleted(at="2023-02-22")
    child = Child("x", born="2010-05-01", history=[IN_CARE, plan, JoinedSchool(at="2025-03-03")], complete=FAMILIES)
    found = assess(child, STOKE_ON_TRENT, calendar=A, on=date(2025, 5, 1), everything=True)
    assert {line.clause: line.state.value for line in found.lines if line.clause in ("STK-DT-5a", "STK-PEP-1b") and not line.stated_by} == {
        "STK-DT-5a": "CANNOT TELL", "STK-PEP-1b": "CANNOT TELL",
    }  # fmt: skip


def test_a_rough_day_on_both_sides_of_the_day_a_rule_began_leaves_it_open():
    assert states("AT-3", JoinedSchool(at="2024", standard_entry=False), on="2025-03-05") == ["CANNOT TELL"]
    assert states("AT-2", AbsenceUnexplained(at="2024"), on="2025-03-05") == ["CANNOT TELL"]


def test_a_list_that_begins_on_the_agreed_day_does_not_rule_out_that_the_name_was_in_before():
    listed = {SCHOOLING: (date(2024, 9, 4), None), CARE: (None, None)}
    assert states("AT-1", FirstDayAgreed(at="2024-09-04"), on="2024-10-01", complete=listed) == ["CANNOT TELL"]


def test_a_change_of_phase_noted_late_was_due_in_february_all_the_same():
    noted = PhaseTransferNoted(at="2023-02-20", post_16=False)
    assert dues("SE-15", noted, on="2023-06-05", calendar=C) == ["2023-02-14"]


def test_two_lines_of_one_day_are_told_apart_in_a_comparison():
    history = [
        IN_CARE, AbsenceUnexplained(ref="am", at="2024-11-04"), AbsenceUnexplained(ref="pm", at="2024-11-04"),
        AbsenceExplained(at="2024-11-05", about="pm"),
    ]  # fmt: skip
    child = Child("x", born="2010-05-01", complete=FAMILIES, history=history)
    then, now = (assess(child, ENGLAND, calendar=C, on=date(2024, 11, day)) for day in (8, 20))
    (changed,) = [change for change in compare(then, now).lines if change.clause == "AT-2"]
    assert (changed.before.state.value, changed.after.state.value) == ("DUE", "OVERDUE")


# --- the age of a gap -------------------------------------------------------------------------------------------------


def test_a_plan_that_lapsed_has_been_lacking_since_the_term_in_which_it_did():
    child = Child(
        "x", born="2010-05-01", complete=FAMILIES,
        history=[CareOrder(start="2015-01-06"), PepCompleted(at="2023-09-12"), PepCompleted(at="2023-12-07")],
    )  # fmt: skip
    found = assess(child, STOKE_ON_TRENT, calendar=C, on=date(2024, 5, 1))
    (line,) = [line for line in found.lines if line.clause == "STK-DT-5a" and not line.stated_by]
    assert (line.state.value, line.started.day) == ("OPEN", date(2024, 4, 16))


def test_a_need_found_in_a_rough_time_leaves_it_open_whether_a_plan_is_asked_for():
    assert stoke.states("STK-PEP-5a", SpecialNeedsFound(at="2023", plan_needed=True)) == [stoke.State.CANNOT_TELL]
