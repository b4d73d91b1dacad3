"""What a second adversary found in what the first had led us to mend: each a case that was once answered wrongly."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.facts import (
    CARE,
    FAMILIES,
    SCHOOLING,
    AbsenceBegan,
    AbsenceEnded,
    AbsenceExplained,
    AbsenceUnexplained,
    AdmissionDirected,
    ApplicationReceived,
    CarePlacementEnded,
    CarePlacementStarted,
    Child,
    Complete,
    DirectionNoticeServed,
    EhcPlanAmended,
    ExclusionCancelled,
    ExclusionNoticeGiven,
    FirstDayAgreed,
    GoverningBodyInformed,
    JoinedSchool,
    LeftSchool,
    NewPlacementStarted,
    PepMeetingHeld,
    PermanentlyExcluded,
    PhaseTransferNoted,
    PupilViewsCaptured,
    RegisterEntryDestroyed,
    RegisterEntryMade,
    Reinstated,
    ReinstatementConsidered,
    RepresentationsMade,
    Suspended,
    TakenOffRoll,
    TemporaryApprovalGiven,
)
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.oxfordshire import OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, rule_on
from carepolicy.time.days import ordinals
from tests.situations import england
from tests.situations.england import IN_CARE
from tests.situations.test_what_an_adversary_found import C

EXCLUDED = PermanentlyExcluded(ref="p", at="2024-09-10T09:00")


def states(clause: str, *records, on: str, **more) -> list[str]:
    return england.states(clause, *records, on=on, calendar=C, **more)


def child(*records, complete=FAMILIES) -> Child:
    return Child("made up", born=date(2012, 5, 9), history=[IN_CARE, *records], complete=complete)


# --- cancelling, and coming off the roll -------------------------------------------------------------------------


def test_an_exclusion_that_governors_have_considered_cannot_be_cancelled_though_another_lies_between():
    considered = Suspended(ref="x", at="2024-10-01T09:00", days=3)
    another = Suspended(ref="y", at="2024-10-12T09:00", days=3)
    cancelled = ExclusionCancelled(at="2024-10-20", about="x")
    for met in (ReinstatementConsidered(at="2024-10-10", about="x"), ReinstatementConsidered(at="2024-10-10")):
        lines = states("EX-19", considered, met, cancelled, another, on="2024-12-01")
        assert "BREACH" in lines, lines
        asked = child(considered, met, another)
        assert rule_on(cancelled, asked, ENGLAND, calendar=C).answer is Answer.FORBIDDEN
    told = ReinstatementConsidered(at="2024-10-10", about="x")
    other = ExclusionCancelled(at="2024-10-20", about="y")
    assert "BREACH" not in states("EX-19", considered, told, other, another, on="2024-12-01")


def test_an_exclusion_that_may_not_be_listed_leaves_open_which_one_the_governors_considered():
    history = [
        Suspended(at="2024-10-01T09:00", days=3),
        ReinstatementConsidered(at="2024-10-10"),
        ExclusionCancelled(at="2024-10-20"),
    ]
    lines = states("EX-19", *history, on="2024-12-01", complete=[CARE])
    assert "BREACH" not in lines
    assert "CANNOT TELL" in lines


def test_a_cancelled_permanent_exclusion_keeps_nobody_on_the_roll():
    called_off = [ExclusionCancelled(at="2024-09-11", about="p"), Reinstated(at="2024-09-12", about="p")]
    assert states("EX-20", EXCLUDED, *called_off, TakenOffRoll(at="2025-01-20"), on="2025-02-01") == []
    assert states("EX-20", EXCLUDED, TakenOffRoll(at="2025-01-20"), on="2025-02-01") == ["BREACH"]


def test_governors_told_that_an_exclusion_was_cancelled_have_nothing_to_consider():
    told = GoverningBodyInformed(at="2024-09-10", about="p")
    cancelled = ExclusionCancelled(ref="c", at="2024-09-12", about="p")
    back = Reinstated(at="2024-09-12", about="p")
    for about in ("c", "p"):
        again = GoverningBodyInformed(at="2024-09-13", about=about)
        assert "OVERDUE" not in states("EX-9", EXCLUDED, told, cancelled, back, again, on="2025-02-01"), about
    same_day = GoverningBodyInformed(at="2024-09-12", about="c")
    assert states("EX-9", EXCLUDED, told, cancelled, back, same_day, on="2025-02-01") == ["ENDED"]


def test_the_first_day_of_a_child_who_came_off_the_roll_and_joins_again_is_entered():
    agreed = FirstDayAgreed(at="2024-09-04")
    for gone in (TakenOffRoll(at="2024-05-20"), LeftSchool(at="2024-05-20")):
        assert states("AT-1", JoinedSchool(at="2023-09-05"), gone, agreed, on="2024-10-01") == ["OVERDUE"]


# --- what ends on the day it began -------------------------------------------------------------------------------


def test_what_ends_on_the_day_it_began_has_ended_where_the_end_names_it():
    assert states("EX-7", EXCLUDED, Reinstated(at="2024-09-10", about="p"), on="2025-02-01") == ["ENDED"]
    absence = AbsenceBegan(ref="a", at="2024-10-10", without_leave=True)
    assert states("AT-5", absence, AbsenceEnded(at="2024-10-10", about="a"), on="2024-12-05") == ["ENDED"]


def test_what_ends_on_the_day_it_began_may_be_it_where_there_is_nothing_before_it_to_end():
    absence = AbsenceBegan(at="2024-10-10", without_leave=True)
    assert states("AT-5", absence, AbsenceEnded(at="2024-10-10"), on="2024-12-05") == ["CANNOT TELL"]
    before = AbsenceBegan(at="2024-10-03", without_leave=True)
    assert "OVERDUE" in states("AT-5", before, absence, AbsenceEnded(at="2024-10-10"), on="2024-12-05")


def test_a_placement_that_ended_on_its_own_day_needs_no_regularising():
    first = CarePlacementStarted(ref="a", at="2023-01-09", emergency=True, outside_approval=True)
    then = CarePlacementStarted(ref="b", at="2023-01-09", emergency=False)
    ended = CarePlacementEnded(at="2023-01-09", about="a")
    assert states("CP-13", first, then, ended, on="2023-03-20") == ["ENDED"]


def test_the_placement_that_an_approval_is_given_for_does_not_end_it():
    approved = TemporaryApprovalGiven(at="2023-01-09", extended=False, about="pl")
    placed = CarePlacementStarted(ref="pl", at="2023-01-10", emergency=False)
    assert states("CP-14", approved, placed, on="2023-09-20") == ["OVERDUE"]
    assert states("CP-14", approved, placed, CarePlacementEnded(at="2023-03-01"), on="2023-09-20") == ["ENDED"]


# --- rough dates are never narrowed into another answer ----------------------------------------------------------


def test_joining_that_may_have_come_before_the_removal_leaves_it_open():
    def answer(joined) -> list[str]:
        history = [NewPlacementStarted(at="2024-09-04"), JoinedSchool(at=joined), TakenOffRoll(at="2024-12-17")]
        found = assess(child(*history), STOKE_ON_TRENT, on=date(2024, 12, 26), calendar=C, everything=True)
        return [line.state.value for line in found.lines if line.clause == "STK-ADM-6" and not line.stated_by]

    assert answer("2024-12") == ["CANNOT TELL"]
    assert answer("2024-12-20") == ["MET"]
    assert answer("2024-12-10") == ["BREACH"]


def test_a_plan_amended_about_two_years_before_a_rough_notice_may_be_too_old():
    amended = EhcPlanAmended(at="2022-10-01")
    assert states("SE-15", PhaseTransferNoted(at="2023", post_16=False), amended, on="2024-03-05") == ["CANNOT TELL"]
    noted = PhaseTransferNoted(at="2023-12-01", post_16=False)
    assert states("SE-15", noted, amended, on="2024-03-05") == ["OVERDUE"]


def test_an_application_that_may_be_late_has_no_certain_day_of_offers():
    def answer(at: str) -> list[str]:
        return states("AD-9", ApplicationReceived(at=at, secondary=True, in_year=False), on="2025-06-05")

    assert answer("2024-03") == ["CANNOT TELL"]
    assert answer("2024-03-10") == []


def test_what_may_be_about_another_rough_beginning_does_not_settle_the_first():
    first, rough = AbsenceUnexplained(at="2024-11-04"), AbsenceUnexplained(at="2024-11")
    lines = states("AT-2", first, rough, AbsenceExplained(at="2024-11-20"), on="2024-12-20")
    assert "LATE" not in lines
    notice = ExclusionNoticeGiven(at="2024-09-25")
    suspended = [Suspended(at="2024-09-10T09:00"), Suspended(at="2024-09")]
    assert "MET" not in states("EX-2", *suspended, notice, on="2024-12-01")


def test_an_entry_that_may_have_been_made_after_another_was_destroyed_breaches_nothing_for_certain():
    destroyed = RegisterEntryDestroyed(at="2024-09-30")
    assert states("AT-8", RegisterEntryMade(at="2024"), destroyed, on="2025-02-01") == ["CANNOT TELL"]
    assert states("AT-8", RegisterEntryMade(at="2024-12-13"), destroyed, on="2025-02-01") == []


# --- what is not listed is not "no" ------------------------------------------------------------------------------


def test_a_direction_too_soon_after_the_one_notice_on_record_may_follow_an_earlier_one():
    history = [DirectionNoticeServed(at="2024-10-01"), AdmissionDirected(at="2024-10-04")]
    assert states("AD-5", *history, on="2024-12-01") == ["BREACH", "MET"]
    assert "BREACH" not in states("AD-5", *history, on="2024-12-01", complete=[CARE])


# --- which of two ------------------------------------------------------------------------------------------------


def test_representations_that_name_no_exclusion_may_be_about_either():
    history = [
        Suspended(ref="p", at="2024-12-02T09:00", days=8),
        GoverningBodyInformed(at="2024-12-02", about="p"),
        Suspended(ref="q", at="2025-01-13T09:00", days=1),
        GoverningBodyInformed(at="2025-01-13", about="q"),
    ]
    unnamed, named = RepresentationsMade(at="2025-01-14"), RepresentationsMade(at="2025-01-14", about="p")
    assert states("EX-10", *history, unnamed, on="2025-06-01") == ["CANNOT TELL"]
    assert states("EX-10", *history, named, on="2025-06-01") == ["OVERDUE"]


MORNING = AbsenceUnexplained(ref="am", at="2024-11-04")
AFTERNOON = AbsenceUnexplained(ref="pm", at="2024-11-04")


def test_a_line_that_is_as_it_was_has_not_changed_though_another_of_its_day_came_first():
    explained = AbsenceExplained(at="2024-11-05", about="pm")
    was = assess(child(AFTERNOON, explained), ENGLAND, on=date(2024, 11, 20), calendar=C)
    now = assess(child(MORNING, AFTERNOON, explained), ENGLAND, on=date(2024, 11, 20), calendar=C)
    changed = [
        (change.before, change.after.state.name) for change in compare(was, now).lines if change.clause == "AT-2"
    ]
    assert changed == [(None, "OVERDUE")]


def test_what_follows_from_one_record_is_not_what_followed_from_another_of_its_day():
    explained = AbsenceExplained(at="2024-11-05", about="am")
    follows = after(AFTERNOON, child(MORNING, explained), ENGLAND, calendar=C, on=date(2024, 11, 20))
    assert [line.state.name for line in follows.duties if line.clause == "AT-2"] == ["OVERDUE"]


# --- what learning more could once overturn ----------------------------------------------------------------------


NOTICE = ExclusionNoticeGiven(at="2024-09-25")
FIRST, LATER = Suspended(at="2024-09-10T09:00"), Suspended(at="2024-09-20T09:00")


def test_a_notice_may_be_about_a_later_suspension_that_is_not_listed():
    assert states("EX-2", FIRST, NOTICE, on="2024-12-01", complete=[CARE]) == ["CANNOT TELL"]
    assert states("EX-2", FIRST, LATER, NOTICE, on="2024-12-01", complete=[CARE]) == ["OPEN", "CANNOT TELL"]
    assert states("EX-2", FIRST, NOTICE, on="2024-12-01") == ["MET"]
    named = Suspended(ref="x", at="2024-09-10T09:00"), ExclusionNoticeGiven(at="2024-09-25", about="x")
    assert states("EX-2", *named, on="2024-12-01", complete=[CARE]) == ["MET"]


def test_what_came_in_time_is_met_whatever_else_had_begun():
    began, again = AbsenceUnexplained(at="2024-11-04"), AbsenceUnexplained(at="2024-11-06")
    explained = AbsenceExplained(at="2024-11-08")
    for listed in ([CARE], FAMILIES):
        assert states("AT-2", began, explained, on="2024-12-20", complete=listed) == ["MET"]
        assert states("AT-2", began, again, explained, on="2024-12-20", complete=listed) == ["MET", "MET"]


def test_what_came_late_may_be_about_another_that_is_not_listed():
    began, explained = AbsenceUnexplained(at="2024-11-04"), AbsenceExplained(at="2024-11-20")
    assert states("AT-2", began, explained, on="2024-12-20") == ["LATE"]
    until_due = [CARE, Complete(SCHOOLING, ordinals(date(2024, 9, 1).toordinal(), date(2024, 11, 12).toordinal()))]
    assert states("AT-2", began, explained, on="2024-12-20", complete=until_due) == ["CANNOT TELL"]


def test_what_ended_may_have_been_done_first_where_the_acts_are_not_listed():
    back = Reinstated(at="2024-09-12", about="p")
    assert states("EX-7", EXCLUDED, back, on="2025-02-01") == ["ENDED"]
    assert states("EX-7", EXCLUDED, back, on="2025-02-01", complete=[CARE]) == ["CANNOT TELL"]


def test_a_vague_end_beside_a_certain_one_has_come_by_the_certain_one():
    history = [EXCLUDED, Reinstated(at="2024-09-12", about="p")]
    assert states("EX-7", *history, JoinedSchool(at="2023"), on="2025-02-01") == ["ENDED"]


def test_an_act_that_may_lie_ahead_is_not_yet_done():
    suspended, notice = Suspended(at="2024-09-10"), ExclusionNoticeGiven(at="2024-09-11/2024-09-30")
    assert states("EX-2", suspended, notice, on="2024-09-15") == ["CANNOT TELL"]
    assert states("EX-2", suspended, notice, on="2024-10-01") == ["MET"]
    directed = [DirectionNoticeServed(at="2024-10-01"), AdmissionDirected(at="2024-10")]
    assert "BREACH" not in states("AD-5", *directed, on="2024-10-10")


def test_an_end_that_may_lie_ahead_has_not_come():
    told = GoverningBodyInformed(at="2024-09-10", about="p")
    back = Reinstated(at="2024-09-11/2024-09-30", about="p")
    assert states("EX-9", EXCLUDED, told, back, on="2024-09-15") == ["DUE"]


def test_an_exclusion_that_governors_are_told_of_twice_is_considered_once():
    history = [
        EXCLUDED,
        GoverningBodyInformed(at="2024-09-10", about="p"),
        ReinstatementConsidered(at="2024-09-20", about="p"),
        GoverningBodyInformed(at="2024-09-25", about="p"),
    ]
    assert states("EX-9", *history, on="2025-02-01") == ["MET"]


def test_what_names_something_that_is_not_on_record_may_be_about_something_else():
    suspended, notice = Suspended(at="2024-09-10"), ExclusionNoticeGiven(at="2024-09-11", about="x")
    assert states("EX-2", suspended, notice, on="2024-12-01") == ["CANNOT TELL"]


def test_what_was_done_although_the_clause_may_not_cover_the_child_is_not_said_to_meet_it():
    plan = [PhaseTransferNoted(at="2023-12-01", post_16=None), EhcPlanAmended(at="2024-01-05")]
    assert "MET" not in states("SE-15", *plan, on="2024-03-05")


def test_views_for_one_meeting_may_have_been_for_another_whose_day_is_rough():
    views, meeting = PupilViewsCaptured(at="2024-09-16"), PepMeetingHeld(at="2024-11-14")

    def found(*others) -> list[str]:
        asked = child(views, meeting, *others)
        lines = assess(asked, OXFORDSHIRE_NON_NEGOTIABLES, on=date(2025, 3, 26), calendar=C, everything=True).lines
        return [line.state.value for line in lines if line.clause == "OXN-8.3a" and str(line.started) == "2024-11-14"]

    assert found() == ["MET"]
    assert found(PepMeetingHeld(at="2024-09-27")) == ["OVERDUE"]
    assert found(PepMeetingHeld(at="2024")) == ["CANNOT TELL"]


def test_what_names_a_meeting_may_have_been_done_longer_ago_than_the_list_goes():
    meetings = PepMeetingHeld(ref="a", at="2024-12-06"), PepMeetingHeld(at="2024-11-24")
    listed = [CARE, Complete(SCHOOLING, ordinals(date(2024, 10, 30).toordinal(), date(2025, 1, 21).toordinal()))]
    asked = child(*meetings, complete=listed)
    lines = assess(asked, OXFORDSHIRE_NON_NEGOTIABLES, on=date(2024, 12, 11), calendar=C, everything=True).lines
    assert "OVERDUE" not in [
        line.state.value for line in lines if line.clause == "OXN-8.3a" and str(line.started) == "2024-12-06"
    ]
