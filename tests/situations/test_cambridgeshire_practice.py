"""The Cambridgeshire template on training, admissions, attendance, exclusions and pupil premium plus: for each clause, two witnesses."""

from __future__ import annotations

from datetime import datetime

import pytest

from carepolicy.facts import (
    ApplicationRanked,
    ApplicationReceived,
    AttendanceConcernRaised,
    CareOrder,
    EducationProvided,
    Ended,
    PartyConsulted,
    PermanentlyExcluded,
    PostHeld,
    PremiumSpent,
    ReintegrationPlanned,
    Suspended,
    TrainingAttended,
    VirtualSchoolContacted,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.line import State
from carepolicy.policy import Computes
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE
from tests.situations import test_cambridgeshire_people
from tests.situations.witness import computing, fails, meets, states_under

CONCERN = AttendanceConcernRaised(at="2023-03-06")
SENT_HOME = Suspended(at="2023-03-08T11:00", days=3)
ADOPTED = CareOrder(start="2015-03-01", end="2018-03-01", ended_by=Ended.ADOPTION)


def took_up(role: str) -> PostHeld:
    return PostHeld(role=role, start="2022-09-05")


def trained(role: str, at: str = "2022-07-01") -> TrainingAttended:
    return TrainingAttended(role=role, at=at)


def spoken(role: str, other: str) -> tuple[list, list]:
    return [CONCERN, PartyConsulted(at="2023-03-07", role=role)], [CONCERN, PartyConsulted(at="2023-03-07", role=other)]


def in_post(role: str, other: str) -> tuple[list, list]:
    return [took_up(role), trained(role)], [took_up(role), trained(other)]


def talked(at: str) -> VirtualSchoolDiscussionHeld:
    return VirtualSchoolDiscussionHeld(at=at)


def yes_and_no(kind: type, field: str, *, good: bool = True) -> tuple[list, list]:
    return [kind(at="2023-03-06", **{field: good})], [kind(at="2023-03-06", **{field: not good})]


WITNESSES = {
    "CAM-3.1a": in_post("designated_teacher", "designated_safeguarding_lead"),
    "CAM-3.1b": in_post("designated_safeguarding_lead", "designated_teacher"),
    "CAM-3.2a": (
        [ApplicationReceived(at="2023-03-06"), ApplicationRanked(at="2023-03-09", first=True)],
        [ApplicationReceived(at="2023-03-06"), ApplicationRanked(at="2023-03-09", first=False)],
    ),
    "CAM-3.3b": spoken("child", "carer"),
    "CAM-3.3c": spoken("carer", "child"),
    "CAM-3.3d": spoken("social_worker", "child"),
    "CAM-3.3e": spoken("educational_psychologist", "virtual_school"),
    "CAM-3.3f": spoken("virtual_school", "social_worker"),
    "CAM-3.4a": yes_and_no(Suspended, "alternatives_tried"),
    "CAM-3.4d": ([talked("2023-03-08T09:00"), SENT_HOME], [SENT_HOME, talked("2023-03-08T11:30")]),
    "CAM-3.4f": yes_and_no(VirtualSchoolContacted, "with_consent"),
    "CAM-3.4h": ([SENT_HOME, EducationProvided(at="2023-03-09")], [SENT_HOME]),
    "CAM-3.4i": yes_and_no(PermanentlyExcluded, "as_sanction", good=False),
    "CAM-3.4j": ([SENT_HOME, ReintegrationPlanned(at="2023-03-09")], [SENT_HOME]),
    "CAM-3.5a": yes_and_no(PremiumSpent, "for_the_child"),
    "CAM-3.5d": yes_and_no(PremiumSpent, "linked_to_target"),
}
"""For each clause: the records of a child who meets it, and of one who does not."""

CARE = {"CAM-3.4f": [ADOPTED]}
"""Whose care has ended, where the clause is about that."""


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(CAMBRIDGESHIRE, clause, WITNESSES[clause][0], **in_whose_care(clause))


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    assert fails(CAMBRIDGESHIRE, clause, WITNESSES[clause][1], **in_whose_care(clause))


def in_whose_care(clause: str) -> dict:
    return {"care": CARE[clause]} if clause in CARE else {}


def test_every_clause_that_computes_has_both_witnesses():
    people = test_cambridgeshire_people
    assert computing(CAMBRIDGESHIRE) == {*people.WITNESSES, *people.THRESHOLDS, *WITNESSES}


def test_computing_attesting_and_other_clauses_are_as_many_as_the_document_has_of_each():
    counts = {how: sum(1 for one in CAMBRIDGESHIRE.clauses if one.computes is how) for how in Computes}
    assert counts == {Computes.YES: 24, Computes.PARTLY: 20, Computes.ATTEST: 49, Computes.NOTHING: 24}


# --- training on taking up a post -------------------------------------------------------------------------------------


def states(clause: str, *records, **more) -> list[State]:
    return states_under(CAMBRIDGESHIRE, clause, *records, **more)


def test_training_after_the_first_day_in_post_is_late():
    late = trained("designated_teacher", "2022-10-03")
    assert states("CAM-3.1a", took_up("designated_teacher"), late) == [State.LATE]
    assert states("CAM-3.1a", took_up("designated_teacher"), trained("designated_teacher", "2022-09-05")) == [State.MET]


def test_the_training_of_the_holder_before_does_not_do_for_the_new_one():
    before = PostHeld(role="designated_teacher", start="2020-09-01", end="2022-07-22")
    old = trained("designated_teacher", "2020-06-01")
    assert states("CAM-3.1a", before, old, took_up("designated_teacher")) == [State.MET, State.OVERDUE]


# --- the talk before an exclusion -------------------------------------------------------------------------------------


def test_a_talk_over_an_earlier_suspension_does_not_do_for_the_next():
    first, talk = Suspended(at="2023-01-16T11:00", days=1), talked("2023-01-16T10:00")
    assert states("CAM-3.4d", talk, first, SENT_HOME) == [State.MET, State.BREACH]


def test_a_talk_on_the_day_of_the_exclusion_with_no_time_leaves_it_open_which_came_first():
    assert states("CAM-3.4d", talked("2023-03-08"), SENT_HOME) == [State.CANNOT_TELL]


def test_with_no_complete_records_it_cannot_be_told_that_no_talk_was_held():
    assert states("CAM-3.4d", SENT_HOME, complete=False) == [State.CANNOT_TELL]


def test_a_permanent_exclusion_waits_for_the_talk_too():
    assert states("CAM-3.4d", PermanentlyExcluded(at="2023-03-08T11:00")) == [State.BREACH]


def test_a_child_previously_in_care_needs_no_talk_and_a_child_in_care_no_consent():
    assert states("CAM-3.4d", SENT_HOME, care=[ADOPTED]) == []
    assert states("CAM-3.4f", VirtualSchoolContacted(at="2023-03-06", with_consent=False)) == []


def test_the_alternatives_of_day_one_are_the_first_day_out_and_the_day_of_the_decision():
    (day_one,) = CAMBRIDGESHIRE.clause("CAM-3.4h").readings()
    assert day_one.quoted == "from day one"
    assert [other.words for other in day_one.instead] == ["on the first day out", "on the day"]


def test_an_exclusion_of_whose_purpose_nothing_is_said_cannot_be_told():
    assert states("CAM-3.4i", SENT_HOME) == [State.CANNOT_TELL]


def test_a_talk_at_an_hour_is_in_time_when_the_suspension_was_decided_later():
    decided = Suspended(at=datetime(2023, 3, 8, 9, 1), days=1)
    assert states("CAM-3.4d", talked("2023-03-08T09:00"), decided) == [State.MET]
