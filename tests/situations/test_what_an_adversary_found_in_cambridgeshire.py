"""What an adversary found in the Cambridgeshire template and in Offord Primary: each a case once answered wrongly."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.facts import (
    FAMILIES,
    CareOrder,
    Child,
    ChildInNeedAssessment,
    ChildProtectionEnquiry,
    Ended,
    Need,
    PermanentlyExcluded,
    Suspended,
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
