"""A story: a child in the care of Stoke-on-Trent joins a school in Oxfordshire, and two councils' policies hold at once."""

from __future__ import annotations

from datetime import date, datetime

from carepolicy.assessment import Assessment, assess
from carepolicy.facts import (
    CARE,
    CARE_REVIEWS,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    CareAuthorityNoted,
    CareOrder,
    Child,
    JoinedSchool,
    PepCompleted,
    PepMeetingHeld,
    PepSectionCompleted,
    PermanentlyExcluded,
    Record,
    SdqCompleted,
    Suspended,
    TransferAgreed,
    TransferredInYear,
)
from carepolicy.line import Line
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.school import HILL_TOP

SO_FAR = [
    CareOrder(start="2025-09-01"),
    PepCompleted(at="2025-10-08"),
    TransferredInYear(at="2026-01-09"),
    JoinedSchool(at="2026-01-12"),
]
"""In care since the summer holidays, with a plan from the autumn term, and new in Oxfordshire in January."""


def asked(*more: Record, on: date | datetime) -> Assessment:
    child = Child(
        "mia",
        born=date(2014, 5, 9),
        history=[*SO_FAR, *more],
        complete=[CARE, PERMANENCE, SCHOOLING, CARE_REVIEWS, SETTING],
    )
    return assess(child, [STOKE_ON_TRENT, OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES], calendar=HILL_TOP, on=on)


def lines(*more: Record, on: date | datetime) -> dict[str, Line]:
    """The lines that records decide, by clause; the last of each."""
    return {line.clause: line for line in asked(*more, on=on).lines if not line.stated_by}


def states(*more: Record, on: date | datetime, of: tuple[str, ...]) -> dict[str, str]:
    found = lines(*more, on=on)
    return {clause: found[clause].state.value for clause in of if clause in found}


# --- January: the new school ------------------------------------------------------------------------------------------


def test_the_policies_of_both_councils_cover_the_child_beside_national_law():
    found = asked(on=date(2026, 1, 13))
    assert [policy.name for policy in found.profiles if policy.covers.holds] == [
        "Stoke-on-Trent",
        "Oxfordshire",
        "Oxfordshire virtual school",
        "England",
    ]


def test_stoke_lets_a_child_move_in_mid_year_only_once_its_virtual_school_has_agreed():
    agreed = TransferAgreed(at="2025-12-15")
    assert states(on=date(2026, 1, 13), of=("STK-ADM-5",)) == {"STK-ADM-5": "BREACH"}
    assert states(agreed, on=date(2026, 1, 13), of=("STK-ADM-5",)) == {"STK-ADM-5": "MET"}


def test_the_autumn_plan_does_for_stoke_while_oxfordshire_wants_one_finished_in_the_new_school():
    found = lines(on=date(2026, 1, 13))
    stoke, oxfordshire = found["STK-PEP-1b"], found["OX-3.9a"]
    assert (stoke.state.value, str(stoke.due)) == ("MET", "Mon 9 Feb 2026")
    assert (oxfordshire.state.value, str(oxfordshire.due)) == ("DUE", "Mon 9 Feb 2026")
    afresh = PepCompleted(at="2026-02-06")
    both = ("STK-PEP-1b", "OX-3.9a")
    assert states(afresh, on=date(2026, 2, 10), of=both) == dict.fromkeys(both, "MET")


def test_stoke_wants_the_plan_reviewed_by_the_end_of_term_and_oxfordshire_within_six_months():
    found = asked(on=date(2026, 1, 13)).lines
    due = {one.clause: str(one.due) for one in found if one.state.value == "DUE"}
    assert (due["STK-PEP-1d"], due["OX-3.11d"]) == ("Fri 27 Mar 2026", "Wed 8 Apr 2026")


def test_the_school_in_oxfordshire_puts_on_record_that_stoke_looks_after_the_child():
    noted = CareAuthorityNoted(at="2026-01-13")
    assert states(on=date(2026, 1, 13), of=("OX-3.5a",)) == {"OX-3.5a": "OPEN"}
    assert states(noted, on=date(2026, 1, 13), of=("OX-3.5a",)) == {"OX-3.5a": "MET"}


# --- February: the PEP meeting ----------------------------------------------------------------------------------------

MEETING = datetime(2026, 2, 10, 10)
PARTS = [PepSectionCompleted(at="2026-02-05", role=role) for role in ("designated_teacher", "social_worker", "child")]


def test_before_the_pep_meeting_stokes_three_parts_are_not_enough_as_oxfordshire_asks_for_a_questionnaire():
    meeting, questionnaire = PepMeetingHeld(at=MEETING), SdqCompleted(at="2026-02-06")
    asks = ("STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c", "OXN-8.3b")
    met = dict.fromkeys(asks, "MET")
    assert states(meeting, *PARTS, on=date(2026, 2, 9), of=asks) == {**met, "OXN-8.3b": "DUE"}
    assert states(meeting, *PARTS, questionnaire, on=date(2026, 2, 9), of=asks) == met


def test_a_social_worker_may_chair_by_agreement_for_stoke_but_not_for_oxfordshire():
    both = ("STK-PEP-3b", "OXN-8.7")
    social_worker = PepMeetingHeld(at=MEETING, chair="social_worker", chair_agreed=True)
    assert states(social_worker, on=date(2026, 2, 11), of=both) == {"STK-PEP-3b": "MET", "OXN-8.7": "BREACH"}


def test_a_meeting_that_the_designated_teacher_chairs_satisfies_both_councils():
    both = ("STK-PEP-3b", "OXN-8.7")
    teacher = PepMeetingHeld(at=MEETING, chair="designated_teacher")
    assert states(teacher, on=date(2026, 2, 11), of=both) == dict.fromkeys(both, "MET")


# --- March: a suspension ----------------------------------------------------------------------------------------------


def test_a_suspension_that_oxfordshire_allows_must_reach_stokes_virtual_school_and_social_worker_that_day():
    suspended = Suspended(at="2026-03-12T10:20", days=2, within_policy=True, within_guidance=True)
    found = lines(suspended, on=datetime(2026, 3, 12, 15))
    assert [found[clause].state.value for clause in ("OX-3.13b", "OX-3.13c")] == ["MET", "MET"]
    to_be_told = [found[clause] for clause in ("STK-FTE-1a", "STK-FTE-1b")]
    assert [(one.act, one.state.value, str(one.due)) for one in to_be_told] == [
        ("notice to the virtual school", "DUE", "Thu 12 Mar 2026"),
        ("notice to the social worker", "DUE", "Thu 12 Mar 2026"),
    ]


def test_stoke_bars_a_permanent_exclusion_even_where_it_keeps_to_oxfordshires_policy():
    excluded = PermanentlyExcluded(at="2026-03-12T10:20", within_policy=True, within_guidance=True)
    asks = ("STK-NPE-1", "OX-3.13b", "OX-3.13c")
    found = states(excluded, on=date(2026, 3, 12), of=asks)
    assert found == {"STK-NPE-1": "BREACH", "OX-3.13b": "MET", "OX-3.13c": "MET"}
