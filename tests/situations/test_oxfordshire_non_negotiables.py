"""The Oxfordshire virtual school's list: for each clause that computes, a child who meets it and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    CareOrder,
    Child,
    ContactAnswered,
    ContactReceived,
    GovernorsReport,
    Item,
    LeftCare,
    ListIssued,
    ListUpdated,
    NeedsLookedInto,
    Order,
    PepFinalised,
    PepMeetingHeld,
    PepSectionCompleted,
    PepTargetsSet,
    PepUpdated,
    PepWritten,
    PhaseTransitionDue,
    PostHeld,
    PremiumCosted,
    PremiumReleased,
    PremiumRequested,
    PupilViewsCaptured,
    SdqCompleted,
    TrainingAttended,
    TransitionSupported,
)
from carepolicy.line import Line, State
from carepolicy.policy import Computes
from carepolicy.profiles.oxfordshire.non_negotiables import OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Term
from tests.situations.published import A
from tests.situations.witness import IN_CARE, computing, fails, meets, states_under

MEETING = PepMeetingHeld(at="2023-03-06T10:00", premium_needed=True)
FROM_THE_VIRTUAL_SCHOOL = ContactReceived(at="2023-03-06", role="virtual_school")
FROM_A_CARER = ContactReceived(at="2023-03-06", role="carer")
ANSWER = ContactAnswered(at="2023-03-08")
MOVE = PhaseTransitionDue(at="2023-03-06", new_class=True, new_school=True, new_college=True)
HELPED = TransitionSupported(at="2023-03-01", role="designated_teacher")
HELPED_BY_ANOTHER = TransitionSupported(at="2023-03-01", role="local_authority")
IN_CARE_FROM_2021 = (CareOrder(start="2021-10-04"),)
ADOPTED = (CareOrder(start="2014-01-06", end="2016-05-03"), LeftCare(at="2016-05-03", by=Order.ADOPTION))
ISSUED = ListIssued(at="2024-08-30")


def post(in_team: bool | None = None) -> PostHeld:
    return PostHeld(role="designated_teacher", start="2019-09-02", in_leadership_team=in_team)


def report(item: Item) -> tuple[list, list]:
    return [GovernorsReport(at="2023-02-06", holds=[item])], [GovernorsReport(at="2023-02-06", lacks=[item])]


def meeting(**good_and_bad: tuple) -> tuple[list, list]:
    ((name, (good, bad)),) = good_and_bad.items()
    return [PepMeetingHeld(at="2023-03-06", **{name: good})], [PepMeetingHeld(at="2023-03-06", **{name: bad})]


def before_it(kind: type) -> tuple[list, list]:
    return [MEETING, kind(at="2023-03-02")], [MEETING, kind(at="2023-03-08")]


WITNESSES = {
    "OXN-1a": ([post()], []),
    "OXN-1b": ([TrainingAttended(at="2022-10-10", role="designated_teacher")], []),
    "OXN-1c": ([post(in_team=True)], [post(in_team=False)]),
    "OXN-6a": ([PupilViewsCaptured(at="2023-02-06")], []),
    "OXN-6b": (
        [PepWritten(at="2023-02-06", holds=[Item.PUPIL_VIEWS])],
        [PepWritten(at="2023-02-06", lacks=[Item.PUPIL_VIEWS])],
    ),
    "OXN-7a": (
        [NeedsLookedInto(at="2023-02-06", diagnostic_tool=True)],
        [NeedsLookedInto(at="2023-02-06", diagnostic_tool=False)],
    ),
    "OXN-8.2": meeting(scheduled_by=("designated_teacher", "social_worker")),
    "OXN-8.3a": before_it(PupilViewsCaptured),
    "OXN-8.3b": before_it(SdqCompleted),
    "OXN-8.4": before_it(PepUpdated),
    "OXN-8.5a": ([PepTargetsSet(at="2023-02-06", smart=True)], [PepTargetsSet(at="2023-02-06", smart=False)]),
    "OXN-8.6a": before_it(PremiumCosted),
    "OXN-8.6b": (
        [PremiumRequested(at="2023-03-06"), PremiumReleased(at="2023-03-13")],
        [PremiumRequested(at="2023-03-06")],
    ),
    "OXN-8.7": meeting(chair=("designated_teacher", "social_worker")),
    "OXN-8.8": ([MEETING, PepFinalised(at="2023-03-13")], [MEETING, PepFinalised(at="2023-03-14")]),
    "OXN-8.9a": ([FROM_THE_VIRTUAL_SCHOOL, ANSWER], [FROM_THE_VIRTUAL_SCHOOL]),
    "OXN-8.9b": ([FROM_A_CARER, ANSWER], [FROM_A_CARER]),
    "OXN-9a": ([MOVE, HELPED], [MOVE, HELPED_BY_ANOTHER]),
    "OXN-9b": ([MOVE, HELPED], [MOVE, HELPED_BY_ANOTHER]),
    "OXN-9c": ([MOVE, HELPED], [MOVE, HELPED_BY_ANOTHER]),
    "OXN-10a": ([post()], []),
    "OXN-11a": ([GovernorsReport(at="2023-02-06")], []),
    "OXN-11b": report(Item.PROVISION_CIC),
    "OXN-11c": report(Item.OUTCOMES_CIC),
    "OXN-11d": report(Item.PROVISION_CPIC),
    "OXN-11e": report(Item.OUTCOMES_CPIC),
    "OXN-13b": ([ISSUED, ListUpdated(at="2025-08-29")], [ISSUED, ListUpdated(at="2025-09-01")]),
}

CARE_OF = {"OXN-11a": IN_CARE_FROM_2021, "OXN-11d": ADOPTED, "OXN-11e": ADOPTED}
"""Children whose time in care, or since, is what the clause is about."""

ON = {"OXN-11a": "2023-09-01", "OXN-13b": "2025-10-01"}
"""Days on which to ask, where what is asked for falls due later than for the others."""


def asking(clause: str) -> dict:
    return {"care": CARE_OF.get(clause, (IN_CARE,)), "on": ON.get(clause, "2023-03-20")}


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(OXFORDSHIRE_NON_NEGOTIABLES, clause, WITNESSES[clause][0], **asking(clause))


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    assert fails(OXFORDSHIRE_NON_NEGOTIABLES, clause, WITNESSES[clause][1], **asking(clause))


def test_every_clause_that_computes_has_both_witnesses():
    assert computing(OXFORDSHIRE_NON_NEGOTIABLES) == set(WITNESSES)


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in OXFORDSHIRE_NON_NEGOTIABLES.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 13, Computes.PARTLY: 14, Computes.ATTEST: 18, Computes.NOTHING: 2}


def states(clause: str, *records, **more) -> list[State]:
    return states_under(OXFORDSHIRE_NON_NEGOTIABLES, clause, *records, **more)


# --- whom the clauses cover -------------------------------------------------------------------------------------------


def test_a_child_adopted_from_care_is_covered_by_what_the_list_says_of_care_experienced_children():
    assert states("OXN-6a", PupilViewsCaptured(at="2023-02-06"), care=ADOPTED) == [State.MET]
    assert states("OXN-9b", MOVE, care=ADOPTED) == [State.OPEN]


def test_a_child_adopted_from_care_has_no_pep_meeting_to_be_prepared_for():
    assert states("OXN-8.3b", MEETING, care=ADOPTED) == []


def test_each_half_of_the_report_is_asked_for_the_children_it_is_about():
    bare = GovernorsReport(at="2023-02-06", lacks=[Item.PROVISION_CIC, Item.PROVISION_CPIC])
    assert (states("OXN-11b", bare), states("OXN-11d", bare)) == ([State.BREACH], [])
    assert (states("OXN-11b", bare, care=ADOPTED), states("OXN-11d", bare, care=ADOPTED)) == ([], [State.BREACH])


def test_an_answer_to_the_carer_is_not_asked_for_as_one_to_the_virtual_school():
    assert states("OXN-8.9a", FROM_A_CARER) == []
    assert states("OXN-8.9b", FROM_THE_VIRTUAL_SCHOOL) == []


def test_where_no_help_needs_the_premium_there_is_no_cost_to_work_out():
    assert states("OXN-8.6a", PepMeetingHeld(at="2023-03-06", premium_needed=False)) == []
    assert states("OXN-8.6a", PepMeetingHeld(at="2023-03-06")) == [State.CANNOT_TELL]


def test_nobody_else_may_chair_even_by_agreement():
    agreed = PepMeetingHeld(at="2023-03-06", chair="social_worker", chair_agreed=True)
    assert states("OXN-8.7", agreed) == [State.BREACH]


# --- shared scenarios -------------------------------------------------------------------------------------------------

TERMS = [
    Term("autumn", date(2025, 9, 3), date(2025, 12, 19)),
    Term("spring", date(2026, 1, 5), date(2026, 3, 27)),
]
EVERY_WEEKDAY = SchoolCalendar(TERMS, covers=[(date(2025, 9, 1), date(2026, 4, 10))], all_inset_listed=True, name="x")


def lines(
    clause: str, *records, on: str, profiles: tuple = (OXFORDSHIRE_NON_NEGOTIABLES,), care=(IN_CARE,)
) -> list[Line]:
    families = [CARE, PERMANENCE, SCHOOLING, SETTING]
    child = Child("made up", born="2012-05-01", history=[*care, *records], complete=families)
    found = assess(child, profiles, calendar=EVERY_WEEKDAY, on=on, everything=True)
    return [line for line in found.lines if line.clause == clause and not line.stated_by]


HELD = PepMeetingHeld(at="2025-11-24")
FIRST_OF_DECEMBER = date(2025, 12, 1).toordinal()


def test_s10_a_pep_is_final_by_the_fifth_school_day_after_the_meeting():
    (line,) = lines("OXN-8.8", HELD, on="2025-11-25")
    assert (line.state, line.due.last.first_day) == (State.DUE, FIRST_OF_DECEMBER)
    assert [other.due for other in line.reading.instead] == ["Fri 28 Nov 2025"]


def test_s11_a_pep_made_final_on_the_sixth_school_day_is_late():
    (line,) = lines("OXN-8.8", HELD, PepFinalised(at="2025-12-02"), on="2025-12-03")
    assert (line.state, line.due.last.first_day, line.late_by) == (State.LATE, FIRST_OF_DECEMBER, "1 school day")


@pytest.mark.parametrize("clause", ["OXN-8.3a", "OXN-8.3b"])
def test_s12_views_and_questionnaire_that_came_before_the_meeting_leave_nothing_outstanding(clause):
    records = [
        PepMeetingHeld(at="2025-11-24T14:00"),
        PupilViewsCaptured(at="2025-11-21"),
        SdqCompleted(at="2025-11-03"),
    ]
    assert [line.state for line in lines(clause, *records, on="2025-11-24T09:00")] == [State.MET]


def test_s13_before_the_meeting_only_the_questionnaire_is_still_due_under_both_documents():
    records = [
        PepMeetingHeld(at="2025-11-24", premium_needed=False),
        PepSectionCompleted(at="2025-11-17", role="designated_teacher"),
        PepSectionCompleted(at="2025-11-19", role="social_worker"),
        PepSectionCompleted(at="2025-11-18", role="child"),
        PupilViewsCaptured(at="2025-11-18"),
        PepUpdated(at="2025-11-20"),
    ]
    both = (STOKE_ON_TRENT, OXFORDSHIRE_NON_NEGOTIABLES)
    asked = ["STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c", "OXN-8.3a", "OXN-8.3b", "OXN-8.4", "OXN-8.6a"]
    found = {
        clause: [line.state for line in lines(clause, *records, on="2025-11-21", profiles=both)] for clause in asked
    }
    done = {clause: [State.MET] for clause in asked if clause not in ("OXN-8.3b", "OXN-8.6a")}
    assert found == {**done, "OXN-8.3b": [State.DUE], "OXN-8.6a": []}
    (line,) = lines("OXN-8.3b", *records, on="2025-11-21", profiles=both)
    assert (line.due.first.first_day, line.due.missing) == (date(2025, 11, 23).toordinal(), "the time of the event")


def test_s14_a_reply_is_owed_to_the_virtual_school_and_nobody_says_that_it_is_late():
    (line,) = lines("OXN-8.9a", ContactReceived(at="2025-11-14", role="virtual_school"), on="2025-11-24")
    assert (line.state, line.age, line.late_by) == (State.OPEN, 10, "")
    assert line.due.last is None


def test_s37_a_report_without_the_four_parts_that_the_list_asks_for_lacks_each_of_them():
    parts = [Item.PROVISION_CIC, Item.OUTCOMES_CIC, Item.PROVISION_CPIC, Item.OUTCOMES_CPIC]
    given = GovernorsReport(at="2026-01-20", holds=[Item.ATTENDANCE, Item.ATTAINMENT], lacks=parts)
    adopted = (CareOrder(start="2014-01-06", end="2016-05-03"), LeftCare(at="2016-05-03", by=Order.ADOPTION))
    in_care = [
        clause for clause in ("OXN-11b", "OXN-11c", "OXN-11d", "OXN-11e") if lines(clause, given, on="2026-01-20")
    ]
    previously = [
        clause
        for clause in ("OXN-11b", "OXN-11c", "OXN-11d", "OXN-11e")
        if lines(clause, given, on="2026-01-20", care=adopted)
    ]
    assert (in_care, previously) == (["OXN-11b", "OXN-11c"], ["OXN-11d", "OXN-11e"])
    for clause, care in (("OXN-11b", (IN_CARE,)), ("OXN-11c", (IN_CARE,)), ("OXN-11d", adopted), ("OXN-11e", adopted)):
        assert [line.state for line in lines(clause, given, on="2026-01-20", care=care)] == [State.BREACH]


def test_a_list_that_was_to_be_updated_in_august_2025_is_447_days_over_in_november_2026():
    (line,) = lines("OXN-13b", ISSUED, on="2026-11-21")
    assert (line.state, line.late_by) == (State.OVERDUE, "447 calendar days")


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ("2022-11-08", date(2022, 11, 15)),
        ("2022-09-15", date(2022, 9, 23)),
        ("2022-11-25", date(2022, 12, 2)),
        ("2022-10-21", date(2022, 11, 4)),
        ("2023-04-05", date(2023, 4, 21)),
    ],
    ids=["a plain week", "a bank holiday within", "a meeting on a training day", "before half-term", "in the holidays"],
)
def test_five_school_days_after_a_meeting_are_those_of_the_school(held, due):
    child = Child("made up", born="2012-05-01", history=[IN_CARE, PepMeetingHeld(at=held)], complete=[CARE])
    found = assess(child, OXFORDSHIRE_NON_NEGOTIABLES.only("OXN-8.8"), calendar=A, on=held, everything=True)
    (line,) = (line for line in found.lines if line.clause == "OXN-8.8")
    assert line.due.last.first_day == due.toordinal()
