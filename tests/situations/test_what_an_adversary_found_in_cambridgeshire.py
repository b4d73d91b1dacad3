"""What an adversary found in the Cambridgeshire template and in Offord Primary: each a case once answered wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    FAMILIES,
    Accommodation,
    ApplicationRanked,
    ApplicationReceived,
    ApplicationRefused,
    AttendanceConcernRaised,
    BriefingHeld,
    CareOrder,
    Child,
    ChildInNeedAssessment,
    ChildProtectionEnquiry,
    Ended,
    GovernorsReport,
    Item,
    JoinedSchool,
    Need,
    PartyConsulted,
    PermanentlyExcluded,
    PhaseTransitionDue,
    PostHeld,
    Power,
    PremiumSpent,
    ProgressAssessed,
    Suspended,
    TrainingAttended,
    TransitionPlanned,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.law.social_worker import with_social_worker
from carepolicy.policy import Profile
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.ruling import Answer, rule_on
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN
from tests.situations.school import HILL_TOP

IN_CARE = CareOrder(start="2024-01-01")
BOTH = pytest.mark.parametrize("profile", [CAMBRIDGESHIRE, OFFORD], ids=["template", "Offord"])


def a_child(*history, care=(IN_CARE,), complete=FAMILIES, born="2014-05-09") -> Child:
    return Child("made up", born=born, history=[*care, *history], complete=complete)


def states(
    clause: str, *history, on="2026-05-14", profile: Profile = CAMBRIDGESHIRE, attested=False, **more
) -> list[str]:
    """The states of the lines of a clause that records decide; an id of the template stands for the school's too."""
    id = clause.replace("CAM-", "OFF-") if profile is OFFORD else clause
    found = assess(a_child(*history, **more), profile, calendar=HILL_TOP, on=on, everything=True)
    return [line.state.value for line in found.lines if line.clause == id and not line.stated_by]


# --- the talk before an exclusion -------------------------------------------------------------------------------------


def talked(at: str) -> VirtualSchoolDiscussionHeld:
    return VirtualSchoolDiscussionHeld(at=at)


@BOTH
@pytest.mark.parametrize("at", ["2026-03-02", "2026-03-02T11:00"])
def test_a_talk_on_an_earlier_day_comes_before_the_suspension(profile, at):
    assert states("CAM-3.4d", talked("2026-03-01"), Suspended(at=at, days=2), profile=profile) == ["MET"]


def test_a_talk_on_the_day_before_makes_a_suspension_that_is_only_planned_allowed_too():
    proposed = Suspended(at="2026-03-02", days=2)
    ruling = rule_on(proposed, a_child(talked("2026-03-01")), CAMBRIDGESHIRE, calendar=HILL_TOP)
    assert "CAM-3.4d" not in {ground.clause for ground in ruling.grounds if ground.answer is Answer.FORBIDDEN}
    assert rule_on(proposed, a_child(), CAMBRIDGESHIRE, calendar=HILL_TOP).answer is Answer.FORBIDDEN


def test_a_talk_over_a_suspension_does_not_do_for_a_permanent_exclusion_later():
    history = talked("2026-03-01"), Suspended(at="2026-03-02", days=2), PermanentlyExcluded(at="2026-03-10")
    assert states("CAM-3.4d", *history) == ["MET", "BREACH"]


def test_a_later_exclusion_on_the_same_day_leaves_the_talk_before_the_first_as_it_was():
    timed = Suspended(at="2026-03-02T09:30", days=2), PermanentlyExcluded(at="2026-03-02T15:00")
    assert states("CAM-3.4d", talked("2026-03-01"), *timed) == ["MET", "BREACH"]


def test_of_two_exclusions_on_one_day_with_no_times_it_cannot_be_told_which_the_talk_was_about():
    untimed = Suspended(at="2026-03-02", days=2), PermanentlyExcluded(at="2026-03-02")
    assert states("CAM-3.4d", talked("2026-03-01"), *untimed) == ["CANNOT TELL", "CANNOT TELL"]


# --- the group of children with a social worker -----------------------------------------------------------------------

ASKED_ON = date(2026, 5, 14)
ENQUIRY = ChildProtectionEnquiry(start="2026-05-01")
LED_TO_SERVICES = ChildProtectionEnquiry(start="2023-05-01", end="2023-06-01", led_to_services=True)
HOME_FROM_CARE = CareOrder(start="2020-01-01", end="2024-01-01", ended_by=Ended.HOME_PLANNED)
FOUND_IN_NEED = ChildInNeedAssessment(
    start="2023-05-01", end="2023-06-01", led_to_services=True, need=Need.ABUSE_OR_NEGLECT
)


@BOTH
@pytest.mark.parametrize(
    ("record", "now", "within_6_years"),
    [
        (ENQUIRY, UNKNOWN, UNKNOWN),
        (LED_TO_SERVICES, FAILS, HOLDS),
        (IN_CARE, HOLDS, HOLDS),
        (HOME_FROM_CARE, FAILS, HOLDS),
        (FOUND_IN_NEED, FAILS, HOLDS),
    ],
    ids=["an enquiry runs", "an enquiry led to services", "in care", "home from care", "assessed as in need"],
)
def test_care_and_assessments_show_a_social_worker_under_the_two_definitions_as_they_do_in_the_group(
    profile, record, now, within_6_years
):
    child, prefix = a_child(record, care=()), "OFF" if profile is OFFORD else "CAM"
    defined = [profile.clause(f"{prefix}-{id}").defines for id in ("1.2j", "1.2k")]
    assert [one.on(ASKED_ON, child).verdict for one in defined] == [now, within_6_years]
    assert with_social_worker.on(ASKED_ON, child).verdict is now | within_6_years


# --- admissions -------------------------------------------------------------------------------------------------------

APPLIED = ApplicationReceived(at="2026-03-02")


@BOTH
def test_an_application_that_was_not_put_first_breaks_the_promise_of_priority(profile):
    assert states("CAM-3.2a", APPLIED, ApplicationRanked(at="2026-03-05", first=False), profile=profile) == [
        "OPEN",
        "BREACH",
    ]
    assert states("CAM-3.2a", APPLIED, ApplicationRanked(at="2026-03-05", first=True), profile=profile) == ["MET"]


@pytest.mark.parametrize("decided", [JoinedSchool(at="2026-04-13"), ApplicationRefused(at="2026-04-13")])
def test_priority_is_owed_no_more_once_the_application_is_decided(decided):
    assert states("CAM-3.2a", APPLIED) == ["OPEN"]
    assert states("CAM-3.2a", APPLIED, decided) == ["ENDED"]


def test_a_ranking_that_does_not_say_whether_it_came_first_leaves_it_open():
    assert set(states("CAM-3.2a", APPLIED, ApplicationRanked(at="2026-03-05"))) == {"CANNOT TELL"}


# --- short breaks start no plan ---------------------------------------------------------------------------------------

SHORT_BREAK = Accommodation(start="2026-05-10T09:00", end="2026-05-20T09:00", power=Power.S20_4, short_break=True)


@BOTH
def test_a_short_break_asks_for_nothing_about_a_plan(profile):
    spent = PremiumSpent(at="2026-05-13", linked_to_target=False)
    reported = GovernorsReport(at="2026-05-13", lacks=[Item.PEP_COMPLIANCE, Item.PEP_QUALITY])
    for clause in ("CAM-2.1n", "CAM-2.1o", "CAM-2.2f", "CAM-3.5d"):
        assert states(clause, spent, reported, care=[SHORT_BREAK], profile=profile) == [], clause
        assert states(clause, spent, reported, profile=profile) in (["BREACH"], ["OPEN"]), clause


# --- before a move ----------------------------------------------------------------------------------------------------

MOVE = PhaseTransitionDue(at="2026-05-11")


@BOTH
@pytest.mark.parametrize("clause", ["CAM-2.2o", "CAM-2.3j"])
def test_a_plan_of_four_years_ago_is_no_plan_for_this_year_s_move(profile, clause):
    assert states(clause, TransitionPlanned(at="2022-05-02"), MOVE, profile=profile) == ["OVERDUE"]
    assert states(clause, TransitionPlanned(at="2025-09-08"), MOVE, profile=profile) == ["MET"]


def test_a_plan_between_two_moves_is_for_the_second():
    first = PhaseTransitionDue(at="2025-09-03")
    between = TransitionPlanned(at="2026-03-02")
    assert states("CAM-2.2o", first, between, MOVE)[-1] == "MET"


def test_how_long_before_a_move_it_may_be_planned_is_a_reading_with_an_alternative():
    (planned_before,) = CAMBRIDGESHIRE.clause("CAM-2.2o").readings()
    assert planned_before.words == "beforehand, at most 12 months ahead"
    assert [other.words for other in planned_before.instead] == ["beforehand, at most 6 months ahead"]


# --- what is done regularly, and by everyone --------------------------------------------------------------------------


@BOTH
def test_one_report_of_long_ago_is_no_regular_touch_and_one_assessment_of_long_ago_no_regular_check(profile):
    assert states("CAM-2.1l", GovernorsReport(at="2012-05-14"), profile=profile) == ["OPEN"]
    assert states("CAM-2.1l", GovernorsReport(at="2026-02-02"), profile=profile) == ["MET"]
    assert states("CAM-2.2f", ProgressAssessed(at="2024-02-05"), profile=profile) == ["OPEN"]
    assert states("CAM-2.2f", ProgressAssessed(at="2026-02-02"), profile=profile) == ["MET"]


@BOTH
@pytest.mark.parametrize(("clause", "about"), [("CAM-2.1g", "on_national_guidance"), ("CAM-2.1h", "on_social_work")])
def test_a_briefing_that_did_not_reach_every_governor_is_not_one_of_every_governor(profile, clause, about):
    def briefed(**reach):
        return BriefingHeld(role="governing_body", at="2026-02-02", **{about: True}, **reach)

    assert states(clause, briefed(everyone=True), profile=profile) == ["MET"]
    assert states(clause, briefed(everyone=False), profile=profile) == ["OPEN"]
    assert states(clause, briefed(), profile=profile) == ["CANNOT TELL"]


@BOTH
def test_the_latest_assessment_decides_whether_progress_is_faster_than_usual(profile):
    def assessed(at: str, faster: bool | None) -> ProgressAssessed:
        return ProgressAssessed(at=at, accelerated=faster)

    february, may = "2026-02-02", "2026-05-04"
    told = {
        (True, False): ["MET", "OPEN"],
        (False, True): ["MET", "MET"],
        (True, True): ["MET"],
        (True, None): ["MET", "CANNOT TELL"],
    }
    for (first, then), expected in told.items():
        history = assessed(february, first), assessed(may, then)
        assert states("CAM-2.1j", *history, profile=profile) == expected, (first, then)


# --- whom the school talks with ---------------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("mother", "OPEN"),
        ("designated_teacher", "OPEN"),
        ("virtual_school_head", "OPEN"),
        ("educational_psychologist", "MET"),
        ("falconer", "CANNOT TELL"),
    ],
)
def test_only_a_professional_beside_those_named_is_another_professional(profile, role, expected):
    history = AttendanceConcernRaised(at="2026-03-02"), PartyConsulted(at="2026-03-03", role=role)
    assert states("CAM-3.3e", *history, profile=profile) == [expected]


# --- the training of those who hold a post ----------------------------------------------------------------------------

POSTS = pytest.mark.parametrize(
    ("profile", "clause", "role"),
    [
        (CAMBRIDGESHIRE, "CAM-3.1a", "designated_teacher"),
        (CAMBRIDGESHIRE, "CAM-3.1b", "designated_safeguarding_lead"),
        (OFFORD, "OFF-3.1a", "designated_teacher"),
        (OFFORD, "OFF-3.1f", "designated_person_cpic"),
    ],
)


def in_post(role: str, start: str, end: str | None = None) -> PostHeld:
    return PostHeld(role=role, start=start, end=end)


def trained(role: str, at: str) -> TrainingAttended:
    return TrainingAttended(role=role, at=at)


@POSTS
def test_the_post_of_another_leaves_no_doubt_whose_training_it_was(profile, clause, role):
    governor = in_post("lead_governor", "2024-09-02")
    history = in_post(role, "2025-09-01"), trained(role, "2025-06-02")
    assert states(clause, *history, governor, profile=profile) == ["MET"]
    assert states(clause, in_post(role, "2025-09-01"), governor, profile=profile) == ["OVERDUE"]


@POSTS
def test_who_took_up_the_post_before_the_child_was_covered_must_be_trained_by_then(profile, clause, role):
    holder = in_post(role, "2020-09-01")
    assert states(clause, holder, profile=profile) == ["OVERDUE"]
    assert states(clause, holder, trained(role, "2020-06-01"), profile=profile) == ["MET"]
    assert states(clause, holder, trained(role, "2024-03-04"), profile=profile) == ["LATE"]
    assert states(clause, profile=profile) == []


@POSTS
def test_the_training_of_one_who_held_the_post_before_does_not_show_that_the_holder_had_it(profile, clause, role):
    handed_over = in_post(role, "2010-09-01", "2020-09-01"), in_post(role, "2020-09-01")
    assert states(clause, *handed_over, trained(role, "2010-10-04"), profile=profile) == ["CANNOT TELL"]
    with_a_gap = in_post(role, "2010-09-01", "2020-07-22"), in_post(role, "2020-09-01")
    assert states(clause, *with_a_gap, trained(role, "2010-10-04"), profile=profile) == ["OVERDUE"]


def test_a_child_who_came_into_care_twice_asks_for_the_training_once():
    care = [CareOrder(start="2021-01-04", end="2022-01-04", ended_by=Ended.HOME_PLANNED), IN_CARE]
    history = in_post("designated_teacher", "2018-09-01"), trained("designated_teacher", "2018-07-02")
    assert states("CAM-3.1a", *history, care=care) == ["MET"]
    assert set(states("CAM-2.2c", *history, trained("designated_person_cpic", "2019-01-07"), care=care)) == {"MET"}


@BOTH
@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("CAM-2.2c", "designated_teacher"),
        ("CAM-2.2c", "designated_person_cpic"),
        ("CAM-2.3b", "designated_safeguarding_lead"),
    ],
)
def test_training_from_before_the_present_holder_came_leaves_it_open_whether_that_one_had_it(profile, clause, role):
    def told(*history) -> set[str]:
        others = {"designated_teacher", "designated_person_cpic"} - {role}
        rest = [trained(other, "2025-01-06") for other in others]
        return set(states(clause, *rest, *history, profile=profile)) - {"MET"}

    holder = in_post(role, "2020-09-01")
    assert told(trained(role, "2009-10-05"), holder) == {"CANNOT TELL"}
    assert told(trained(role, "2009-10-05"), holder, trained(role, "2021-01-11")) == set()
    assert told(trained(role, "2009-10-05")) == set()
    assert told(holder) == {"OPEN"}


def test_with_no_list_of_trainings_it_cannot_be_told_that_there_was_none():
    assert set(states("CAM-2.2c", complete=[CARE])) == {"CANNOT TELL"}
    assert set(states("CAM-2.3b", complete=[CARE])) == {"CANNOT TELL"}
