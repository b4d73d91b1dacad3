"""May we, what follows, what changed: one question at a time about one child."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.errors import NotAskable, NotTwoValued
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    AlternativeProvisionStarted,
    ApplicationRefused,
    Attested,
    CareOrder,
    Child,
    JoinedSchool,
    ManagedMove,
    NewPlacementStarted,
    PartTimeTimetable,
    PepCompleted,
    PepMeetingHeld,
    PepSectionCompleted,
    PermanentlyExcluded,
    SentHomeUnrecorded,
    Suspended,
    TakenOffRoll,
    TransferAgreed,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.line import Form, State
from carepolicy.logic.deadline import within
from carepolicy.logic.without_a_number import beforehand
from carepolicy.policy import Kind, Profile, clause, duty
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import ACTIONS, Answer, Ruling, rule_on
from carepolicy.time.spans import SCHOOL_DAYS
from tests.situations.school import HILL_TOP

ON = date(2026, 3, 12)
JOINED = JoinedSchool(at="2025-09-01")
COMPLETE = [CARE, PERMANENCE, SCHOOLING]
ANA = Child("ana", born="2014-05-09", history=[CareOrder(start="2025-09-01"), JOINED], complete=COMPLETE)
NOT_IN_CARE = Child("ben", born="2014-05-09", history=[JOINED], complete=COMPLETE)
NOT_KNOWN = Child("cai", born="2014-05-09", history=[JOINED], complete=[SCHOOLING])


def ruling(action, child: Child = ANA, **named) -> Ruling:
    if isinstance(action, (str, type)):
        named = {"on": ON, **named}
    return rule_on(action, child, STOKE_ON_TRENT, calendar=HILL_TOP, **named)


def answer(action, child: Child = ANA, **named) -> Answer:
    return ruling(action, child, **named).answer


def with_record(*records) -> Child:
    return evolve(ANA, history=(*ANA.history, *records))


# --- may we? ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("suspend", Answer.ALLOWED_IF),
        ("exclude permanently", Answer.FORBIDDEN),
        ("part-time timetable", Answer.ALLOWED_IF),
        ("take off roll", Answer.FORBIDDEN),
        ("in-year transfer", Answer.FORBIDDEN),
        ("refuse admission", Answer.FORBIDDEN),
        ("alternative provision", Answer.ALLOWED_IF),
        ("managed move", Answer.ALLOWED_IF),
        ("send home unrecorded", Answer.FORBIDDEN),
        ("share information", Answer.ALLOWED_IF),
        ("spend pupil premium plus", Answer.ALLOWED_IF),
        ("involve a parent", Answer.ALLOWED_IF),
        ("contact the virtual school", Answer.ALLOWED),
    ],
)
def test_every_action_has_its_ruling_for_a_child_in_care_of_whom_nothing_else_is_known(action, expected):
    assert answer(action) is expected


def test_every_action_there_is_was_asked_about():
    (parametrize,) = test_every_action_has_its_ruling_for_a_child_in_care_of_whom_nothing_else_is_known.pytestmark
    assert [action for action, _ in parametrize.args[1]] == list(ACTIONS)


def test_what_bars_a_child_in_care_does_not_bar_a_child_who_is_not_in_care():
    assert answer("exclude permanently", NOT_IN_CARE) is Answer.ALLOWED
    assert ruling("exclude permanently", NOT_IN_CARE).grounds == ()


def test_where_it_is_not_known_whether_the_child_is_in_care_no_answer_is_a_yes():
    found = ruling("exclude permanently", NOT_KNOWN)
    assert found.answer is Answer.CANNOT_TELL
    assert found.deciding[0].missing


def test_a_ruling_names_its_clauses_and_what_is_asked_for_instead():
    found = ruling("exclude permanently")
    assert [ground.clause for ground in found.deciding] == ["STK-IMP-1", "STK-NPE-1"]
    instead = {one.clause: one.may_only for one in found.instead}
    assert instead == {
        "STK-NPE-2": False, "STK-NPE-4": False, "STK-NPE-5a": False, "STK-NPE-5b": False, "STK-NPE-7": False,
        "STK-NPE-8a": True,
    }  # fmt: skip


def test_a_proposed_act_is_judged_by_what_is_said_of_it():
    allowed = PartTimeTimetable(at=ON, agreed=True, in_pep=True, reviews_set=True, end_set=True, parent_agreed=True)
    assert answer(allowed) is Answer.ALLOWED
    assert answer(evolve(allowed, parent_agreed=False)) is Answer.FORBIDDEN  # AT-10 of the national floor
    assert answer(evolve(allowed, end_set=None)) is Answer.ALLOWED_IF
    refused = ruling(evolve(allowed, agreed=False, end_set=None))
    assert refused.answer is Answer.FORBIDDEN
    whole = next(ground for ground in refused.grounds if ground.clause == "STK-FTE-6")
    assert whole.because == ("not agreed by the agencies",)
    assert whole.only_if == ("agreed by the agencies", "with a set end")


def test_what_must_come_first_is_looked_up_in_the_records():
    assert answer("in-year transfer", with_record(TransferAgreed(at="2026-03-02"))) is Answer.ALLOWED
    unlisted = evolve(ANA, complete=[CARE, PERMANENCE])
    found = ruling("in-year transfer", unlisted)
    assert found.answer is Answer.ALLOWED_IF
    assert found.deciding[0].only_if == (
        "after the agreement of the virtual school to the transfer since joining the school",
    )


def test_an_act_of_another_sort_than_is_meant_is_not_barred():
    elsewhere = AlternativeProvisionStarted(at=ON, in_area=False, through_hub=False)
    assert answer(elsewhere) is Answer.ALLOWED
    assert answer(evolve(elsewhere, in_area=None)) is Answer.ALLOWED_IF
    assert answer(evolve(elsewhere, in_area=True)) is Answer.FORBIDDEN
    assert answer(evolve(elsewhere, in_area=None, through_hub=True)) is Answer.ALLOWED


def test_a_precondition_that_is_a_duty_before_ones_own_act_bars_it_and_before_a_meeting_it_does_not():
    first = clause(
        "HT-1", "The plans are gone through before a managed move.",
        duty(PepCompleted, beforehand.of(ManagedMove)), kind=Kind.PRECONDITION,
    )  # fmt: skip
    meeting = clause(
        "HT-2", "The parts are done before the meeting.",
        duty(PepSectionCompleted, beforehand.of(PepMeetingHeld)), kind=Kind.PRECONDITION,
    )  # fmt: skip
    hill_top = Profile("Hill Top", looked_after, [first, meeting])

    def answer(act, child: Child = ANA) -> Answer:
        return rule_on(act, child, hill_top, calendar=HILL_TOP, on=ON if isinstance(act, type) else None).answer

    assert answer(ManagedMove(at="2026-03-12T10:00")) is Answer.FORBIDDEN
    assert answer(ManagedMove) is Answer.ALLOWED_IF  # it may still be done earlier that day
    assert answer(ManagedMove, with_record(PepCompleted(at="2026-03-02"))) is Answer.ALLOWED
    assert answer(ManagedMove, evolve(ANA, complete=[CARE])) is Answer.ALLOWED_IF
    assert answer(PepMeetingHeld) is Answer.ALLOWED


def test_a_suspension_past_45_days_in_the_year_is_forbidden_whatever_is_on_record_of_the_others():
    """The proposed days count with those on record (EX-16)."""
    assert answer(Suspended(at="2026-03-12T09:00", days=60)) is Answer.FORBIDDEN
    forty = with_record(Suspended(at="2025-09-08T09:00", days=40))
    assert answer(Suspended(at="2026-03-12T09:00", days=5), forty) is Answer.ALLOWED
    assert answer(Suspended(at="2026-03-12T09:00", days=6), forty) is Answer.FORBIDDEN
    found = ruling("suspend", forty)
    assert found.answer is Answer.ALLOWED_IF
    assert found.deciding[0].only_if == ("not more than 45 school days out in the school year",)


def test_a_proposed_record_carries_its_own_day():
    with pytest.raises(NotAskable, match="carries its own day"):
        rule_on(PermanentlyExcluded(at="2026-03-12"), ANA, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2020, 1, 1))


def test_a_ruling_is_neither_true_nor_false():
    with pytest.raises(NotTwoValued, match="has no yes-or-no value"):
        bool(ruling("suspend"))
    with pytest.raises(NotTwoValued, match=r"ruling\.answer is Answer\.ALLOWED"):
        bool(answer("suspend"))


def test_an_action_that_is_none_is_an_error_that_lists_them():
    with pytest.raises(NotAskable, match="There are: suspend, exclude permanently"):
        ruling("expel")
    with pytest.raises(NotAskable, match="needs more than its day"):
        ruling(Attested)


# --- the shared scenarios that ask whether something is allowed ------------------------------------------------------


def test_s17_a_child_may_not_be_sent_home_off_the_record():
    assert answer(SentHomeUnrecorded(at="2025-11-20")) is Answer.FORBIDDEN


def test_s20_an_application_may_not_be_refused_and_the_school_is_to_meet_instead():
    found = ruling(ApplicationRefused(at="2025-11-19"))
    assert found.answer is Answer.FORBIDDEN
    assert [one.clause for one in found.instead] == ["STK-ADM-3", "STK-ADM-4"]


def test_s21_a_part_time_timetable_without_the_agencies_agreement_may_not_start():
    proposed = PartTimeTimetable(at="2025-11-20", agreed=False, in_pep=True, reviews_set=True, end_set=True)
    found = ruling(proposed)
    assert found.answer is Answer.FORBIDDEN
    assert {ground.clause for ground in found.deciding} == {"STK-FTE-6", "STK-FTE-6a"}


def test_s25_a_child_may_come_off_the_roll_once_the_new_placement_has_begun():
    child = with_record(NewPlacementStarted(at="2026-02-19"))
    grounds = {ground.clause: ground.answer for ground in ruling(TakenOffRoll(at="2026-02-23"), child).grounds}
    assert grounds["STK-ADM-6"] is Answer.ALLOWED
    assert grounds["AT-7"] is Answer.ALLOWED_IF  # the national floor asks why the name comes off


# --- what follows? ---------------------------------------------------------------------------------------------------


def test_what_follows_from_a_suspension_is_every_duty_it_starts_and_nothing_that_was_running_already():
    found = after(Suspended(at="2026-03-12T10:20", days=2), ANA, STOKE_ON_TRENT, calendar=HILL_TOP)
    dates = {line.clause: str(line.due) for line in found.duties if line.profile == "Stoke-on-Trent"}
    assert dates == {
        "STK-FTE-1a": "Thu 12 Mar 2026", "STK-FTE-1b": "Thu 12 Mar 2026", "STK-FTE-2a": "Sat 14 Mar 2026 10:20",
        "STK-FTE-2b": "Sat 14 Mar 2026 10:20", "STK-FTE-4": "Fri 13 Mar 2026",
    }  # fmt: skip
    assert "EX-8" in {line.clause for line in found.duties}


def test_it_makes_no_difference_whether_the_event_is_on_record_already():
    event = Suspended(at="2026-03-12T10:20", days=2)
    thought_of = after(event, ANA, STOKE_ON_TRENT, calendar=HILL_TOP)
    on_record = after(event, with_record(event), STOKE_ON_TRENT, calendar=HILL_TOP)
    assert thought_of == on_record


def test_coming_into_care_starts_the_clocks_of_the_plan_and_the_review():
    child = evolve(ANA, history=[JOINED])
    found = after(CareOrder(start="2026-03-12"), child, STOKE_ON_TRENT, calendar=HILL_TOP)
    assert {"STK-PEP-1a", "CP-6", "PEP-2"} <= {line.clause for line in found.duties}
    again = after(CareOrder(start="2026-03-12"), ANA, STOKE_ON_TRENT, calendar=HILL_TOP)  # in care already
    assert not {"STK-PEP-1a", "CP-6", "PEP-2"} & {line.clause for line in again.duties}


def test_what_speaks_against_an_event_is_told_beside_what_follows():
    found = after(PermanentlyExcluded(at=ON), ANA, STOKE_ON_TRENT, calendar=HILL_TOP)
    assert [(line.clause, line.state) for line in found.bars] == [
        ("STK-IMP-1", State.BREACH), ("STK-NPE-1", State.BREACH),
    ]  # fmt: skip


def test_only_a_record_has_consequences():
    with pytest.raises(NotAskable, match="takes a record"):
        after("suspended", ANA, STOKE_ON_TRENT, calendar=HILL_TOP)


# --- what changed? ---------------------------------------------------------------------------------------------------


def found(child: Child = ANA, on: date = ON, **named):
    return assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=on, **named)


def test_nothing_changed_between_an_assessment_and_itself():
    same = compare(found(), found())
    assert (same.statuses, same.lines) == ((), ())


def test_learning_of_a_plan_changes_the_lines_it_settles_and_no_other():
    changed = compare(found(), found(with_record(PepCompleted(at="2025-09-24"))))
    states = {change.clause: (change.before.state, change.after.state) for change in changed.lines if change.before}
    assert states["STK-PEP-1a"] == (State.OVERDUE, State.MET)
    assert states["PEP-2"] == (State.OVERDUE, State.MET)
    assert {line.clause for line in changed.came} == {"STK-DT-5a", "STK-PEP-1c", "STK-PEP-1d", "PEP-3"}
    assert not any(change.clause.startswith("STK-FTE") for change in changed.lines)


def test_another_reading_moves_the_dates_that_lean_on_it_and_no_other():
    other = found(choosing={"STK-PEP-1a": within(20, SCHOOL_DAYS)})
    (moved,) = compare(found(), other).moved
    assert (moved.clause, str(moved.before.due), str(moved.after.due)) == (
        "STK-PEP-1a", "Mon 29 Sep 2025", "Tue 30 Sep 2025",
    )  # fmt: skip


def test_a_new_school_year_does_not_mix_up_the_terms_of_two_years():
    child = with_record(PepCompleted(at="2025-09-24"))
    july, march = found(child, date(2026, 7, 20)), found(child, ON)
    for change in compare(march, july).lines:
        if change.before is not None and change.after is not None and change.after.form is Form.DUTY:
            assert (change.before.started, change.before.opens) == (change.after.started, change.after.opens)


def test_a_status_that_changed_is_told():
    left = evolve(ANA, history=[CareOrder(start="2025-09-01", end="2026-03-02"), JOINED])
    assert compare(found(), found(left)).statuses[0].name == "looked after"


def test_only_assessments_of_one_child_are_compared():
    with pytest.raises(NotAskable, match="two children"):
        compare(found(), found(NOT_IN_CARE))
    with pytest.raises(NotAskable, match="takes two assessments"):
        compare(found(), ANA)
