"""Oxfordshire, sections 1 to 4: the shared scenarios, whom the policy covers, and clauses where two acts meet."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    Accommodation,
    AdoptionOrder,
    Attested,
    CareOrder,
    CareSpell,
    Child,
    ChildArrangementsOrder,
    DifficultyFound,
    EhcPlan,
    Ended,
    ExclusionRiskFound,
    GovernorsMeetingHeld,
    GovernorsReport,
    InformationShared,
    Invited,
    InviteesAgreed,
    Item,
    JoinedSchool,
    LeftSchool,
    Meeting,
    ParentsEventHeld,
    PepCompleted,
    PepReviewed,
    PepTargetsSet,
    PepWritten,
    PermanentlyExcluded,
    Power,
    PremiumSpent,
    RecordsSent,
    SentHomeUnrecorded,
    Suspended,
    UrgentMeetingHeld,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.line import Line, State
from carepolicy.profiles.on_record import in_care
from carepolicy.profiles.oxfordshire import OXFORDSHIRE
from carepolicy.profiles.oxfordshire.words import cared_for_now_or_before
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, rule_on
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import HalfTerm, Term
from tests.situations.oxfordshire import states
from tests.situations.witness import UNMET

OPEN_THROUGHOUT = SchoolCalendar(
    [
        Term("Autumn 2025", date(2025, 9, 1), date(2025, 12, 19)),
        Term("Spring 2026", date(2026, 1, 5), date(2026, 3, 27)),
    ],
    all_inset_listed=True,
)
"""Every weekday of a term is a school day."""

WITH_A_HALF_TERM = SchoolCalendar(
    OPEN_THROUGHOUT.terms,
    [HalfTerm("October half-term", date(2025, 10, 27), date(2025, 10, 31))],
    all_inset_listed=True,
)
WITH_A_DAY_OFF = SchoolCalendar(OPEN_THROUGHOUT.terms, inset=[date(2025, 11, 28)], all_inset_listed=True)
EVERYTHING = (CARE, PERMANENCE, SCHOOLING, SETTING)
IN_CARE = CareOrder(start="2020-01-06")


def child(*records, care: CareSpell | None = IN_CARE) -> Child:
    history = [*([] if care is None else [care]), *records]
    return Child("made up", born="2012-05-01", history=history, complete=EVERYTHING)


def lines(clause: str, *records, on: str, care=IN_CARE, calendar=OPEN_THROUGHOUT, profile=OXFORDSHIRE):
    found = assess(child(*records, care=care), profile, calendar=calendar, on=date.fromisoformat(on), everything=True)
    return [line for line in found.lines if line.clause == clause]


def line(clause: str, *records, **more) -> Line:
    (only,) = lines(clause, *records, **more)
    return only


def others(found: Line) -> dict[str, str]:
    """The other readings of a line's words, each with its date."""
    return {} if found.reading is None else {other.words: other.due for other in found.reading.instead}


# --- the shared scenarios ---------------------------------------------------------------------------------------------


def test_s01_the_plan_is_finished_within_20_working_days_of_coming_into_care_and_the_other_readings_stand_beside_it():
    found = line(
        "OX-3.9b", on="2025-10-08", care=CareOrder(start="2025-10-06"), calendar=WITH_A_HALF_TERM
    )  # fmt: skip
    assert (found.state, str(found.due)) == (State.DUE, "Mon 3 Nov 2025")
    assert others(found) == {"20 school days": "Mon 10 Nov 2025", "20 calendar days": "Sun 26 Oct 2025"}


def test_s02_a_plan_finished_in_time_meets_every_reading():
    records = [JoinedSchool(at="2025-11-05"), PepCompleted(at="2025-11-20")]
    found = line("OX-3.9a", *records, on="2025-11-21")
    assert (found.state, str(found.due)) == (State.MET, "Wed 3 Dec 2025")
    assert others(found) == {"20 working days": "Wed 3 Dec 2025", "20 calendar days": "Tue 25 Nov 2025"}


def test_s03_a_plan_finished_a_week_later_is_late_on_every_reading():
    records = [JoinedSchool(at="2025-11-05"), PepCompleted(at="2025-12-10")]
    found = line("OX-3.9a", *records, on="2025-12-11")
    assert (found.state, str(found.due), found.late_by) == (State.LATE, "Wed 3 Dec 2025", "5 school days")
    assert others(found) == {"20 working days": "Wed 3 Dec 2025", "20 calendar days": "Tue 25 Nov 2025"}


def test_s04_an_urgent_meeting_is_owed_to_a_child_who_struggles_and_no_day_is_made_up_for_it():
    found = line("OX-3.12a", DifficultyFound(at="2025-11-19"), on="2025-11-20")
    assert (found.state, found.age, found.due is None or found.due.first) == (State.OPEN, 1, None)


def test_s05_the_next_review_falls_due_six_months_after_the_last():
    found = line("OX-3.11d", PepReviewed(at="2025-04-14"), on="2025-09-01")
    assert (found.state, str(found.due)) == (State.DUE, "Tue 14 Oct 2025")
    assert "PEP-3" in OXFORDSHIRE.clause("OX-3.11d").weaker_than


def test_s06_what_a_person_has_no_need_to_know_is_not_passed_on():
    proposed = InformationShared(at="2025-11-20", need_to_know=False)
    ruling = rule_on(proposed, child(), OXFORDSHIRE, calendar=OPEN_THROUGHOUT)
    assert ruling.answer is Answer.FORBIDDEN
    assert [ground.clause for ground in ruling.deciding] == ["OX-3.14b"]


def test_s07_of_what_a_plan_holds_only_the_link_to_the_ehc_plan_is_missing():
    records = [
        EhcPlan(start="2023-09-04"),
        PepTargetsSet(at="2025-11-18", smart=True),
        PepWritten(
            at="2025-11-18",
            holds=[Item.CARE_PLAN_LINK, Item.CHILDS_CONTRIBUTION, Item.PUPIL_VIEWS],
            lacks=[Item.EHC_PLAN_LINK],
            other_plans=False,
        ),
    ]
    found = {
        id: {one.state for one in lines(id, *records, on="2025-11-20")} for id in ("OX-3.9c", "OX-3.9d", "OX-3.9e")
    }
    assert set.union(*found.values()) == {State.MET}
    assert [one.state for one in lines("OX-3.9f", *records, on="2025-11-20")] == [State.BREACH, State.MET]


def test_s08_information_and_records_are_owed_to_the_next_school_and_no_coursework_where_there_is_none():
    left = LeftSchool(at="2025-11-10", new_school_known=True, coursework=False)
    found = line("OX-3.19a", left, on="2025-12-05")
    assert (found.state, found.age) == (State.OPEN, 25)
    assert lines("OX-3.19b", left, on="2025-12-05") == []


def test_s37_a_report_with_all_seven_items_leaves_nothing_of_oxfordshires_open():
    items = [
        Item.COUNT_ON_ROLL, Item.PEP_CONFIRMATION, Item.ATTENDANCE_COMPARISON, Item.ATTAINMENT_COMPARISON,
        Item.SUSPENSION_COUNT, Item.PERMANENT_EXCLUSION_COUNT, Item.LEAVER_DESTINATIONS,
    ]  # fmt: skip
    records = [GovernorsReport(at="2026-01-20", holds=items), GovernorsMeetingHeld(at="2026-01-27")]
    clauses = [one.id for one in OXFORDSHIRE.clauses if one.id.startswith("OX-3.22")]
    assert len(clauses) == 8
    for clause in clauses:
        assert [one.state for one in lines(clause, *records, on="2026-01-20")] == [State.MET]


def test_s38_an_exclusion_that_keeps_to_policy_and_guidance_is_allowed_here_and_barred_by_the_council_that_cares():
    proposed = PermanentlyExcluded(at="2025-11-20", within_policy=True, within_guidance=True)
    here = rule_on(proposed, child(), OXFORDSHIRE, calendar=OPEN_THROUGHOUT)
    assert here.answer is Answer.ALLOWED
    both = rule_on(proposed, child(), [STOKE_ON_TRENT, OXFORDSHIRE], calendar=OPEN_THROUGHOUT)
    assert both.answer is Answer.FORBIDDEN
    assert {"STK-NPE-1"} <= {ground.clause for ground in both.deciding} <= {"STK-NPE-1", "STK-IMP-1"}
    allowing = {ground.clause for ground in both.grounds if ground.answer is Answer.ALLOWED}
    assert {"OX-3.13b", "OX-3.13c"} <= allowing


def test_s40_the_first_plan_is_due_20_school_days_after_joining_whichever_council_looks_after_the_child():
    found = line("OX-3.9a", JoinedSchool(at="2025-11-05"), on="2025-11-06", calendar=WITH_A_DAY_OFF)
    assert (found.state, str(found.due)) == (State.DUE, "Thu 4 Dec 2025")
    assert others(found) == {"20 working days": "Wed 3 Dec 2025", "20 calendar days": "Tue 25 Nov 2025"}


# --- whom it covers ---------------------------------------------------------------------------------------------------

LEFT_BY_ORDER = CareOrder(start="2018-01-08", end="2021-03-01", ended_by=Ended.CHILD_ARRANGEMENTS)


def with_order(parent: bool) -> Child:
    order = ChildArrangementsOrder(at="2021-03-01", living=True, with_birth_parent=parent)
    return child(order, care=LEFT_BY_ORDER)


def test_the_policy_serves_children_in_care_and_those_who_left_it_by_an_order_but_not_back_to_a_parent():
    day = date(2025, 11, 20)
    assert OXFORDSHIRE.clause("OX-1.0").defines is cared_for_now_or_before
    assert cared_for_now_or_before.on(day, child()).holds
    assert cared_for_now_or_before.on(day, with_order(parent=False)).holds
    assert cared_for_now_or_before.on(day, with_order(parent=True)).fails
    assert cared_for_now_or_before.on(day, child(care=None)).fails


def test_children_we_care_for_are_looked_after_children_of_any_council():
    assert OXFORDSHIRE.clause("OX-2.3b").defines is looked_after
    assert OXFORDSHIRE.clause("OX-3.5b").defines is looked_after


def test_a_child_who_was_in_care_before_is_covered_by_the_clauses_that_say_so_and_by_no_other():
    adopted = Child(
        "made up", born="2012-05-01", complete=EVERYTHING,
        history=[
            CareOrder(start="2018-01-08", end="2021-03-01", ended_by=Ended.ADOPTION), AdoptionOrder(at="2021-03-01"),
        ],
    )  # fmt: skip
    found = assess(adopted, OXFORDSHIRE, calendar=OPEN_THROUGHOUT, on=date(2025, 11, 20))
    ours = {one.clause for one in found.lines if one.clause.startswith("OX-")}
    assert ours == {"OX-1.10", "OX-1.11", "OX-2.4a", "OX-2.4b"}


def test_short_breaks_start_no_clock_for_a_plan():
    breaks = Accommodation(start="2025-11-03", end="2025-11-17", power=Power.S20_4, short_break=True)
    stay = Accommodation(start="2025-11-03", power=Power.S20_4)
    assert lines("OX-3.9b", on="2025-11-20", care=breaks) == []
    assert line("OX-3.9b", on="2025-11-20", care=stay).state is State.DUE
    for clause in ("OX-3.9a", "OX-3.11c", "OX-3.11d"):
        (demand,) = OXFORDSHIRE.clause(clause).demands
        assert demand.scope is in_care


# --- plans ------------------------------------------------------------------------------------------------------------


def test_a_plan_from_before_joining_does_not_show_that_one_was_finished_in_the_20_days():
    early = PepCompleted(at="2025-10-30")
    found = line("OX-3.9a", early, JoinedSchool(at="2025-11-05"), on="2025-12-11")
    assert (found.state, found.late_by) == (State.OVERDUE, "6 school days")


def test_coming_into_care_and_joining_a_school_run_two_clocks():
    care, joined = CareOrder(start="2025-11-03"), JoinedSchool(at="2025-11-05")
    due = [str(line(clause, joined, on="2025-11-06", care=care).due) for clause in ("OX-3.9a", "OX-3.9b")]
    assert due == ["Wed 3 Dec 2025", "Mon 1 Dec 2025"]


def test_a_child_who_leaves_the_school_is_owed_no_plan_by_it_for_having_joined():
    records = [JoinedSchool(at="2025-11-05"), LeftSchool(at="2025-11-20")]
    assert line("OX-3.9a", *records, on="2025-12-11").state is State.ENDED


def test_the_first_six_months_run_from_the_completed_plan():
    found = line("OX-3.11d", PepCompleted(at="2025-08-31"), on="2025-09-01")
    assert str(found.due) == "Sat 28 Feb 2026"


def test_a_review_in_time_starts_the_next_six_months():
    reviewed = [PepReviewed(at="2025-04-14"), PepReviewed(at="2025-10-13")]
    found = lines("OX-3.11d", *reviewed, on="2025-11-03")
    assert [(one.state, str(one.due)) for one in found] == [
        (State.MET, "Tue 14 Oct 2025"),
        (State.DUE, "Mon 13 Apr 2026"),
    ]


def test_where_it_is_not_recorded_whether_there_are_other_plans_the_link_to_them_is_left_open():
    found = line("OX-3.9f", PepWritten(at="2025-11-18", lacks=[Item.OTHER_PLANS_LINK]), on="2025-11-20")
    assert (found.state, found.missing) == (State.CANNOT_TELL, ("whether there are other plans from an assessment",))


def test_a_review_at_a_transfer_may_come_up_to_three_months_before_it():
    left = LeftSchool(at="2025-12-19", new_school_known=True)
    assert line("OX-3.11c", left, PepReviewed(at="2025-09-22"), on="2026-01-06").state is State.MET
    assert line("OX-3.11c", left, PepReviewed(at="2025-09-12"), on="2026-01-06").state is State.OVERDUE
    assert lines("OX-3.11c", LeftSchool(at="2025-12-19", new_school_known=False), on="2026-01-06") == []


# --- difficulties and exclusion ---------------------------------------------------------------------------------------


def test_a_meeting_of_the_school_alone_is_not_one_of_several_agencies():
    alone = UrgentMeetingHeld(at="2025-11-19", several_agencies=False)
    unsaid = UrgentMeetingHeld(at="2025-11-19")
    risk = ExclusionRiskFound(at="2025-11-18")
    assert line("OX-3.12b", risk, alone, on="2025-11-20").state is State.OPEN
    assert line("OX-3.12b", risk, unsaid, on="2025-11-20").state is State.CANNOT_TELL


def test_an_exclusion_whose_record_does_not_say_whether_it_keeps_to_the_policy_is_left_open():
    assert states("OX-3.13b", Suspended(at="2023-03-06", days=2)) == [State.CANNOT_TELL]
    ruling = rule_on("suspend", child(), OXFORDSHIRE, calendar=OPEN_THROUGHOUT, on=date(2025, 11, 20))
    grounds = {ground.clause: ground.answer for ground in ruling.grounds}
    assert (grounds["OX-3.13b"], grounds["OX-3.13c"]) == (Answer.ALLOWED_IF, Answer.ALLOWED_IF)


def test_sending_a_child_home_unrecorded_is_barred_whatever_is_written():
    assert states("OX-3.13a", SentHomeUnrecorded(at="2023-03-06")) == [State.BREACH]


# --- invitations and reports ------------------------------------------------------------------------------------------


def invited(at: str) -> Invited:
    return Invited(at=at, role="carer", meeting=Meeting.PARENTS_EVENT)


def test_whom_to_invite_is_agreed_anew_for_each_event_and_before_inviting():
    first, second = ParentsEventHeld(at="2025-10-15"), ParentsEventHeld(at="2026-02-11")
    agreed = InviteesAgreed(at="2025-10-01")
    in_time = lines("OX-3.17", agreed, invited("2025-10-02"), first, on="2025-10-20")
    assert {one.state for one in in_time} == {State.MET}
    again = lines("OX-3.17", agreed, invited("2025-10-02"), first, invited("2026-02-02"), second, on="2026-02-20")
    assert sorted(one.state.value for one in again) == ["CANNOT TELL", "CANNOT TELL", "MET", "MET"]
    assert {one.missing for one in again if one.missing} == {("whether an agreement with the social worker covers it",)}
    too_late = lines("OX-3.17", InviteesAgreed(at="2025-10-06"), invited("2025-10-02"), first, on="2025-10-20")
    assert sorted(one.state.value for one in too_late) == ["BREACH", "MET"]


def test_an_invitation_to_another_meeting_needs_no_such_agreement():
    to_a_review = Invited(at="2025-10-02", role="carer", meeting=Meeting.PEP_REVIEW)
    assert lines("OX-3.17", to_a_review, on="2025-10-20") == []


def test_each_meeting_of_the_governors_at_which_one_was_expected_has_its_own_report():
    first, second = (GovernorsMeetingHeld(at=at, ref=at, report_expected=True) for at in ("2025-09-24", "2025-11-19"))
    reports = [GovernorsReport(at="2025-09-24"), GovernorsReport(at="2025-11-19")]
    both = lines("OX-3.22", first, second, *reports, on="2025-12-01")
    assert [one.state for one in both] == [State.MET, State.MET]
    said_for_the_first = GovernorsReport(at="2025-09-24", about=first.ref)
    one_only = lines("OX-3.22", first, second, said_for_the_first, on="2025-12-01")
    assert [one.state for one in one_only] == [State.MET, State.OVERDUE]
    unsaid = lines("OX-3.22", first, second, reports[0], on="2025-12-01")
    assert [one.state for one in unsaid] == [State.MET, State.CANNOT_TELL]
    assert unsaid[1].missing == ("which meeting of the governing body the report to the governors is about",)


def test_money_for_other_subjects_is_no_breach_once_some_went_to_english_or_maths():
    music, maths = (PremiumSpent(at="2023-01-16", on_english_or_maths=one) for one in (False, True))
    assert states("OX-3.2b", music, maths) == [State.MET]
    assert states("OX-3.2b", music) == [State.OPEN]
    assert states("OX-3.2b") == []


def test_records_that_went_ahead_of_the_child_show_a_speedy_transfer():
    left = LeftSchool(at="2025-11-10", new_school_known=True)
    found = line("OX-3.19a", left, RecordsSent(at="2025-11-07"), on="2025-12-05")
    assert found.state is State.MET


# --- what rests on a person's word ------------------------------------------------------------------------------------


def test_a_clause_that_no_record_shows_is_met_by_the_word_of_a_named_role():
    said = Attested(at="2025-11-03", clause="OX-3.1", role="designated_teacher")
    assert [one.state for one in lines("OX-3.1", said, on="2025-11-20")] == [State.MET]
    (unsaid,) = lines("OX-3.1", on="2025-11-20")
    assert unsaid.state not in {*UNMET, State.MET}
    assert unsaid.stated_by == ("designated_teacher",)


def test_a_childs_wish_asks_for_nothing():
    wishes = [one for one in OXFORDSHIRE.clauses if one.id.startswith("OX-1.V")]
    assert len(wishes) == 11
    assert not any(one.demands for one in wishes)
