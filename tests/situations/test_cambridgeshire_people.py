"""The Cambridgeshire template on whom it covers, on its people and on what governors hear: a child who meets each clause and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    Accommodation,
    BriefingHeld,
    CareOrder,
    Child,
    ChildArrangementsOrder,
    Ended,
    GovernorsReport,
    InformationShared,
    Item,
    Need,
    PepCompleted,
    PepQualityRated,
    PepReviewed,
    PhaseTransitionDue,
    PostHeld,
    Power,
    PremiumSpent,
    ProgressAssessed,
    SocialWorker,
    TrainingAttended,
    TransitionPlanned,
)
from carepolicy.line import State
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE
from tests.situations.witness import fails, meets, states_under

MARCH = date(2023, 3, 14)
MOVE = PhaseTransitionDue(at="2023-03-13")
CURRENT_PLAN = [PepCompleted(at="2022-02-01"), PepReviewed(at="2022-11-15")]
TEACHER, OF_THE_OTHERS = "designated_teacher", "designated_person_cpic"


def post(role: str, **more) -> PostHeld:
    return PostHeld(role=role, start="2019-09-02", **more)


def trained(role: str) -> TrainingAttended:
    return TrainingAttended(role=role, at="2018-10-10")


def briefed(**on) -> list:
    return [BriefingHeld(role="governing_body", at="2022-09-12", everyone=True, **on)]


def report(item: Item) -> tuple[list, list]:
    return [GovernorsReport(at="2023-02-06", holds=[item])], [GovernorsReport(at="2023-02-06", lacks=[item])]


def yes_and_no(kind: type, field: str) -> tuple[list, list]:
    return [kind(at="2023-03-06", **{field: True})], [kind(at="2023-03-06", **{field: False})]


WITNESSES = {
    "CAM-2.1f": ([post("lead_governor")], [post(TEACHER)]),
    "CAM-2.1g": (briefed(on_national_guidance=True), briefed(on_national_guidance=False, on_social_work=True)),
    "CAM-2.1h": (briefed(on_social_work=True), briefed(on_national_guidance=True, on_social_work=False)),
    "CAM-2.1j": ([ProgressAssessed(at="2023-03-06", accelerated=True)], []),
    "CAM-2.1l": ([GovernorsReport(at="2023-02-06")], []),
    "CAM-2.1m": report(Item.COUNT_ON_ROLL),
    "CAM-2.1n": report(Item.PEP_COMPLIANCE),
    "CAM-2.1o": report(Item.PEP_QUALITY),
    "CAM-2.1p": report(Item.PP_PLUS_USE),
    "CAM-2.1q": report(Item.PP_PLUS_IMPACT),
    "CAM-2.1r": report(Item.ATTENDANCE_COMPARISON),
    "CAM-2.1s": report(Item.EXCLUSION_COMPARISON),
    "CAM-2.1t": report(Item.PROGRESS_COMPARISON),
    "CAM-2.1u": report(Item.ATTAINMENT_COMPARISON),
    "CAM-2.1v": report(Item.LEAVER_DESTINATIONS),
    "CAM-2.2a": ([post(TEACHER), post(OF_THE_OTHERS)], []),
    "CAM-2.2c": ([trained(TEACHER), trained(OF_THE_OTHERS)], []),
    "CAM-2.2e": (
        [*CURRENT_PLAN, PepQualityRated(at="2023-03-06", good=True)],
        [PepCompleted(at="2022-02-01"), PepQualityRated(at="2023-03-06", good=False)],
    ),
    "CAM-2.2f": ([ProgressAssessed(at="2023-03-06")], []),
    "CAM-2.2g": yes_and_no(PremiumSpent, "for_the_child"),
    "CAM-2.2j": ([post(OF_THE_OTHERS)], []),
    "CAM-2.2k": yes_and_no(InformationShared, "need_to_know"),
    "CAM-2.2o": ([MOVE, TransitionPlanned(at="2023-02-07")], [MOVE]),
    "CAM-2.3b": ([trained("designated_safeguarding_lead")], [trained(TEACHER)]),
    "CAM-2.3f": yes_and_no(InformationShared, "need_to_know"),
    "CAM-2.3j": ([MOVE, TransitionPlanned(at="2023-02-07")], [MOVE]),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


def stay(end: str) -> list:
    return [Accommodation(start="2023-03-14T09:00", end=end, power=Power.S20_4)]


def worker(until: str) -> list:
    return [SocialWorker(start="2015-01-12", end=until, assessed_in_need=True, need=Need.ABUSE_OR_NEGLECT)]


THRESHOLDS = {
    "CAM-1.2b": (stay("2023-03-15T09:01"), stay("2023-03-15T09:00")),
    "CAM-1.2k": (worker("2017-03-14"), worker("2017-03-13")),
}
"""For each number that the definitions set: the records of a child within the term on 14 March 2023, and of one without."""


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(CAMBRIDGESHIRE, clause, WITNESSES[clause][0])


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    assert fails(CAMBRIDGESHIRE, clause, WITNESSES[clause][1])


def a_child(records: list) -> Child:
    return Child("made up", born="2010-05-01", history=records, complete=[CARE, PERMANENCE, SOCIAL_WORK])


def met_on_14_march(clause: str, records: list):
    return CAMBRIDGESHIRE.clause(clause).defines.on(MARCH, a_child(records))


@pytest.mark.parametrize("clause", THRESHOLDS)
def test_the_numbers_of_the_definitions_decide(clause):
    within, without = THRESHOLDS[clause]
    assert met_on_14_march(clause, within).holds
    assert met_on_14_march(clause, without).fails


def stayed(power: Power) -> list:
    return [Accommodation(start="2023-03-01T09:00", power=power)]


def left(by: Ended) -> list:
    return [CareOrder(start="2018-03-01", end="2021-03-01", ended_by=by)]


def to_live_with(*, a_birth_parent: bool) -> list:
    order = ChildArrangementsOrder(at="2021-03-01", living=True, with_birth_parent=a_birth_parent)
    return [*left(Ended.CHILD_ARRANGEMENTS), order]


ROUTES = {
    "CAM-1.2a": [CareOrder(start="2023-03-01")],
    "CAM-1.2c": stayed(Power.S20_1),
    "CAM-1.2d": [CareOrder(start="2023-03-01")],
    "CAM-1.2e": stayed(Power.S21_1),
    "CAM-1.2f": stayed(Power.LASPO_92),
    "CAM-1.2g": left(Ended.ADOPTION),
    "CAM-1.2h": left(Ended.SPECIAL_GUARDIANSHIP),
    "CAM-1.2i": to_live_with(a_birth_parent=False),
    "CAM-1.2j": [SocialWorker(start="2023-01-12", assessed_in_need=True, need=Need.DISABILITY)],
}
"""A child for each way into a group that the definitions list."""


SHARED_WAYS = {
    "CAM-1.2a": {"CAM-1.2d"},
    "CAM-1.2d": {"CAM-1.2a"},
    "CAM-1.2j": {"CAM-1.2a", "CAM-1.2c", "CAM-1.2d", "CAM-1.2e", "CAM-1.2f"},
}
"""Ways that let in the children of others too: an order is care, and being in care shows a social worker."""


@pytest.mark.parametrize("clause", ROUTES)
def test_each_way_into_a_group_lets_in_its_own_children_and_not_those_of_the_other_ways(clause):
    assert met_on_14_march(clause, ROUTES[clause]).holds
    same = SHARED_WAYS.get(clause, set())
    for other in set(ROUTES) - {clause} - same:
        assert met_on_14_march(clause, ROUTES[other]).fails, other


def test_a_child_whom_an_order_sent_back_to_a_birth_parent_is_not_previously_in_care():
    back_home = to_live_with(a_birth_parent=True)
    assert met_on_14_march("CAM-1.2i", back_home).fails
    assert met_on_14_march("CAM-1.2m", back_home).fails


@pytest.mark.parametrize("clause", ROUTES)
def test_whichever_way_a_child_came_in_the_joint_group_takes_the_child_in(clause):
    assert CAMBRIDGESHIRE.about.on(MARCH, a_child(ROUTES[clause])).holds


def test_a_post_holder_for_children_previously_in_care_does_not_stand_in_for_the_one_for_children_in_care():
    assert set(states_under(CAMBRIDGESHIRE, "CAM-2.2a", post(OF_THE_OTHERS))) == {State.MET, State.OPEN}


def test_a_first_pep_is_owed_from_coming_into_care_though_no_day_is_set():
    assert states_under(CAMBRIDGESHIRE, "CAM-2.2e") == [State.OPEN]


def test_a_move_without_a_plan_is_missed_on_the_day_of_the_move():
    assert states_under(CAMBRIDGESHIRE, "CAM-2.2o", MOVE) == [State.OVERDUE]
    assert states_under(CAMBRIDGESHIRE, "CAM-2.2o", MOVE, on="2023-03-06") == [State.DUE]
