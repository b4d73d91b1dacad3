"""A child of one authority at school in another: who is bound by what, what is grouped, and where policies pull apart."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from carepolicy.adapters.records import answer_from_dict, answer_to_dict, conflict_to_dict
from carepolicy.conflicts import conflicts_between, known_conflicts
from carepolicy.errors import NotAskable, Unfinished
from carepolicy.facts import (
    CARE,
    CARE_PLANNING,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    AbsenceRecorded,
    AttendanceMeasured,
    CareOrder,
    Child,
    Complete,
    EducationSought,
    JoinedSchool,
    ManagedMove,
    PepCompleted,
    PepMeetingHeld,
    PepSectionCompleted,
    PermanentlyExcluded,
    PupilViewsCaptured,
    Suspended,
    TransferredInYear,
    VirtualSchoolDiscussionHeld,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.line import State
from carepolicy.logic.deadline import within
from carepolicy.policy import Arrangement, Binding, Profile, Pull, Tension, clause, duty, never, taken_over
from carepolicy.policy.arrangement import ANOTHERS_COUNCIL, NOT_ADOPTED, NOT_ITS_CHILD
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD, adopted_by
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.oxfordshire import OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.profiles.tensions import TENSIONS
from carepolicy.ruling import Answer, rule_on
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import ordinals
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, SCHOOL_DAYS, WORKING_DAYS
from carepolicy.time.terms import Term
from carepolicy.together import Obligation, Together, together
from carepolicy.together_told import COLUMNS, conflicts_as_rows, conflicts_as_text, together_as_text

AUTUMN = SchoolCalendar([Term("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19))], all_inset_listed=True)
LISTED = (CARE, PERMANENCE, SCHOOLING, SETTING, CARE_PLANNING)
IN_CARE = CareOrder(start="2024-01-08")
IN_OXFORDSHIRE_FROM_STOKE = Arrangement(school=[OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES], care=STOKE_ON_TRENT)
IN_STOKE_FROM_OXFORDSHIRE = Arrangement(school=STOKE_ON_TRENT, care=OXFORDSHIRE)
AT_HOME = Arrangement(school=STOKE_ON_TRENT, care=STOKE_ON_TRENT)

SHIPPED = [STOKE_ON_TRENT, OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES, CAMBRIDGESHIRE, OFFORD]


def child(*records, complete=LISTED) -> Child:
    return Child("ana", born="2012-05-09", history=[IN_CARE, *records], complete=complete)


def asked(policies, *records, on: date) -> Together:
    return together(child(*records), policies, calendar=AUTUMN, on=on, everything=True)


def obligation(found: Together, clause: str) -> Obligation:
    return next(one for one in found.obligations if any(bound.line.clause == clause for bound in one.lines))


def states(found: Together, id: str) -> list[State]:
    return [bound.line.state for one in found.obligations for bound in one.lines if bound.line.clause == id]


# --- who is bound ------------------------------------------------------------------------------------------------


def binding(arrangement: Arrangement, profile: Profile, id: str) -> Binding:
    return arrangement.binding(profile.name, profile.clause(id))


def test_what_a_policy_asks_of_a_school_follows_the_school():
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, OXFORDSHIRE, "OX-3.9a") == Binding(("designated_teacher",))
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, STOKE_ON_TRENT, "STK-PEP-1b") == Binding((), NOT_ADOPTED)
    assert not binding(IN_OXFORDSHIRE_FROM_STOKE, STOKE_ON_TRENT, "STK-PEP-1b").binds


def test_what_a_policy_asks_of_a_council_follows_the_authority_that_cares_for_the_child():
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, STOKE_ON_TRENT, "STK-NPE-6b") == Binding(("virtual_school",))
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, OXFORDSHIRE, "OX-9.LA4a") == Binding((), ANOTHERS_COUNCIL)
    assert binding(IN_STOKE_FROM_OXFORDSHIRE, OXFORDSHIRE, "OX-9.LA4a") == Binding(("local_authority",))


def test_what_is_asked_for_a_child_who_comes_from_another_council_binds_the_council_the_child_comes_to():
    assert [one.id for one in OXFORDSHIRE.clauses if one.newcomers] == ["OX-9.LA4b"]
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, OXFORDSHIRE, "OX-9.LA4b") == Binding(("local_authority",))


def test_a_clause_that_names_both_sides_binds_each_by_its_own_authoritys_policy():
    found = binding(IN_OXFORDSHIRE_FROM_STOKE, STOKE_ON_TRENT, "STK-ADM-5")
    assert found == Binding(("social_worker", "local_authority"), NOT_ADOPTED)
    assert found.binds


def test_two_clauses_of_stoke_speak_only_of_its_own_children():
    assert [one.id for one in STOKE_ON_TRENT.clauses if one.own_children] == ["STK-ADM-5", "STK-NPE-1"]
    assert binding(IN_STOKE_FROM_OXFORDSHIRE, STOKE_ON_TRENT, "STK-NPE-1") == Binding((), NOT_ITS_CHILD)
    assert binding(AT_HOME, STOKE_ON_TRENT, "STK-NPE-1") == Binding(("school",))


def test_the_floor_binds_all_and_whoever_is_of_neither_side_is_meant_by_any_policy():
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, ENGLAND, "EX-1").why_not == ""
    assert binding(IN_OXFORDSHIRE_FROM_STOKE, STOKE_ON_TRENT, "STK-CAR-2") == Binding(("carer",))
    assert binding(AT_HOME, STOKE_ON_TRENT, "STK-NPE-7").why_not == ""


def test_an_arrangement_prints_as_it_is_built_and_takes_only_profiles():
    small = Arrangement(school=STOKE_ON_TRENT.only("STK-NPE-1"), care=[])
    assert repr(small).startswith("Arrangement(school=(Profile('Stoke-on-Trent'")
    assert [profile.name for profile in AT_HOME] == ["Stoke-on-Trent"]
    with pytest.raises(Unfinished, match="made of profiles, and this is a str"):
        Arrangement(school="oxfordshire", care=STOKE_ON_TRENT)
    with pytest.raises(NotAskable, match="a list of profiles"):
        together(child(), [], calendar=AUTUMN, on=date(2025, 11, 20))


# --- the same act and occasion, the strictest first --------------------------------------------------------------


def test_the_first_pep_is_one_obligation_with_the_soonest_date_first():
    found = asked(IN_OXFORDSHIRE_FROM_STOKE, JoinedSchool(at="2025-11-05"), on=date(2025, 11, 6))
    one = obligation(found, "OX-3.9a")
    assert one.act == "completed PEP"
    assert str(one.occasion) == "2025-11-05"
    assert [(bound.line.clause, bound.binding.binds) for bound in one.lines] == [
        ("OX-3.9a", True),
        ("STK-PEP-1b", False),
    ]
    assert one.is_asked_by_several


def test_a_stricter_policy_stands_before_the_floor_and_the_looser_is_kept():
    found = asked([STOKE_ON_TRENT], Suspended(at="2025-11-19T16:00"), on=date(2025, 11, 19))
    one = obligation(found, "STK-FTE-1a")
    assert [bound.line.clause for bound in one.lines] == ["STK-FTE-1a", "EX-1"]


def test_the_same_post_asked_for_by_several_policies_is_one_obligation():
    found = asked([STOKE_ON_TRENT, OXFORDSHIRE], on=date(2025, 11, 20))
    assert {bound.line.clause for bound in obligation(found, "STK-DT-1a").lines} >= {"STK-DT-1a", "OX-8.2"}


def test_what_rests_on_a_persons_word_is_grouped_by_what_it_is_about():
    found = asked([STOKE_ON_TRENT, OXFORDSHIRE_NON_NEGOTIABLES], on=date(2025, 11, 20))
    (one,) = [each for each in found.obligations if each.act == "hold high expectations"]
    assert {bound.line.clause for bound in one.lines} == {"STK-WHY-2", "OXN-5"}


# --- where they pull apart ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("tension", TENSIONS, ids=lambda one: one.situation)
def test_every_known_situation_is_found_between_policies_of_its_sides_and_names_clauses_that_exist(tension):
    owner = {one.id: profile for profile in (*SHIPPED, ENGLAND) for one in profile.clauses}
    assert all(id in owner for side in tension.sides for id in side)
    for side in tension.sides[1:]:
        policies = {owner[tension.sides[0][0]].name: owner[tension.sides[0][0]], owner[side[0]].name: owner[side[0]]}
        if len({one.authority for one in policies.values()}) < 2:
            assert known_conflicts(policies.values()) == () or tension.situation not in {
                one.situation for one in known_conflicts(policies.values())
            }
            continue
        (found,) = [one for one in known_conflicts(policies.values()) if one.situation == tension.situation]
        assert found.pull is tension.pull
        assert found.known
        assert {cited.profile for one in found.sides for cited in one} >= set(policies)
        assert all(cited.says and cited.locator for one in found.sides for cited in one)


def test_there_are_as_many_known_situations_as_the_catalogue_of_the_policies_lists():
    assert len(TENSIONS) == 23


def test_no_known_situation_is_found_in_one_policy_alone_save_against_the_law():
    for profile in SHIPPED:
        found = known_conflicts([profile])
        assert all(one.pull is Pull.WITH_THE_LAW for one in found), profile.name


def test_policies_that_nobody_has_compared_before_are_laid_side_by_side():
    twenty = Profile(
        "Ash",
        looked_after,
        [
            clause("A-1", "A PEP in 20 days.", duty(PepCompleted, within(20, SCHOOL_DAYS).of(JoinedSchool))),
            clause("A-2", "Nobody is suspended.", never(Suspended)),
        ],
    )
    fifteen = Profile(
        "Birch",
        looked_after,
        [
            clause("B-1", "A PEP in 15 days.", duty(PepCompleted, within(15, SCHOOL_DAYS).of(JoinedSchool))),
            clause("B-2", "A child who was absent is suspended.", duty(Suspended, within(1, WORKING_DAYS).of(AbsenceRecorded))),
        ],
    )  # fmt: skip
    clash, sooner = [one for one in conflicts_between([twenty, fifteen]) if not one.known]
    assert (clash.pull, clash.clauses) == (Pull.CLASH, {"A-2", "B-2"})
    assert clash.treatment == "suspension: asked for by B-2, and barred outright by A-2"
    assert (sooner.pull, sooner.stricter) == (Pull.MORE, ("B-1",))


def test_a_situation_of_ones_own_can_be_added():
    own = Tension("who writes to the carer", Pull.ORDER, (("STK-FTE-1a",), ("OX-3.12b",)), "The notice goes first.")
    found = known_conflicts([STOKE_ON_TRENT, OXFORDSHIRE], (*TENSIONS, own))
    assert found[-1].situation == "who writes to the carer"


def test_what_pulls_apart_on_something_that_is_on_record_is_told_first_and_the_rest_is_kept():
    talked, suspended = VirtualSchoolDiscussionHeld(at="2025-11-19T15:00"), Suspended(at="2025-11-19T16:00", days=3)
    found = asked([STOKE_ON_TRENT, CAMBRIDGESHIRE], talked, suspended, on=date(2025, 11, 21))
    situations = {one.situation for one in found.conflicts}
    assert "education from the first day out" in situations
    assert "act at once, or talk first" in situations
    assert "permanent exclusion of a child whose own authority bars it" in {one.situation for one in found.elsewhere}


# --- the shared scenarios of two policies ------------------------------------------------------------------------


def test_s13_before_the_meeting_the_sdq_is_still_due_and_all_three_parts_are_done():
    records = [
        PepMeetingHeld(at="2025-11-24"),
        PepSectionCompleted(at="2025-11-17", role="designated_teacher"),
        PepSectionCompleted(at="2025-11-19", role="social_worker"),
        PepSectionCompleted(at="2025-11-18", role="child"),
        PupilViewsCaptured(at="2025-11-18"),
    ]
    found = asked([STOKE_ON_TRENT, OXFORDSHIRE_NON_NEGOTIABLES], *records, on=date(2025, 11, 21))
    assert states(found, "OXN-8.3b") == [State.DUE]
    assert states(found, "OXN-8.3a") == [State.MET]
    for id in ("STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c"):
        assert states(found, id) == [State.MET]
    assert "what must be ready for the PEP meeting" in {one.situation for one in found.conflicts}


def test_s36_what_offord_allows_for_a_move_of_placement_never_lifts_stokes_review():
    measured = AttendanceMeasured(at="2025-12-01", attended=84, possible=100, fell=True)
    found = asked([STOKE_ON_TRENT, OFFORD], measured, on=date(2025, 12, 1))
    assert states(found, "STK-ATT-3b") == [State.OPEN]
    assert OFFORD.clause("OFF-3.3h").only_allows or not OFFORD.clause("OFF-3.3h").demands
    (told,) = [one for one in (*found.conflicts, *found.elsewhere) if one.situation.startswith("attendance that is")]
    assert "never the count" in told.treatment


def test_s38_stoke_bars_the_exclusion_oxfordshire_allows_a_compliant_one_and_the_clash_is_named():
    proposed = PermanentlyExcluded(at="2025-11-20", within_policy=True, within_guidance=True)
    ruling = rule_on(proposed, child(), IN_OXFORDSHIRE_FROM_STOKE, calendar=AUTUMN)
    assert ruling.answer is Answer.FORBIDDEN
    assert ruling.for_the_school is Answer.ALLOWED
    answers = {ground.clause: ground.answer for ground in ruling.grounds}
    assert (answers["STK-NPE-1"], answers["OX-3.13b"]) == (Answer.FORBIDDEN, Answer.ALLOWED)
    (conflict,) = ruling.conflicts
    assert (conflict.pull, conflict.stricter) == (Pull.CLASH, ("STK-NPE-1",))
    assert {cited.profile for side in conflict.sides for cited in side} == {"Stoke-on-Trent", "Oxfordshire"}


def test_s39_education_from_day_one_is_not_in_place_and_the_effort_to_find_it_was_made():
    records = [
        VirtualSchoolDiscussionHeld(at="2025-11-19T15:00"),
        Suspended(at="2025-11-19T16:00", days=5),
        EducationSought(at="2025-11-19T16:30"),
    ]
    found = asked([STOKE_ON_TRENT, CAMBRIDGESHIRE], *records, on=date(2025, 11, 21))
    assert states(found, "CAM-3.4h") == [State.OVERDUE]
    assert states(found, "STK-FTE-4") == [State.MET]
    (told,) = [one for one in found.conflicts if one.situation == "education from the first day out"]
    assert told.stricter == ("CAM-3.4h",)


def test_s40_oxfordshire_dates_the_first_pep_and_cambridgeshire_gives_it_no_date():
    calendar = SchoolCalendar(
        [Term("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19))], inset=[date(2025, 11, 28)], all_inset_listed=True
    )
    policies = Arrangement(school=OXFORDSHIRE, care=CAMBRIDGESHIRE)
    found = together(child(JoinedSchool(at="2025-11-05")), policies, calendar=calendar, on=date(2025, 11, 6))
    (bound,) = obligation(found, "OX-3.9a").lines
    assert (bound.line.state, bound.line.due.day) == (State.DUE, date(2025, 12, 4))
    assert [(other.words, other.due) for other in bound.line.reading.instead] == [
        ("20 working days", "Wed 3 Dec 2025"),
        ("20 calendar days", "Tue 25 Nov 2025"),
    ]
    assert not obligation(found, "CAM-2.2e").lines[0].binding.binds


# --- may we? -----------------------------------------------------------------------------------------------------


def test_a_ruling_of_one_policy_names_no_conflict_and_leaves_nobody_unbound():
    ruling = rule_on("exclude permanently", child(), AT_HOME, calendar=AUTUMN, on=date(2025, 11, 20))
    assert ruling.conflicts == ()
    assert {ground.not_bound for ground in ruling.grounds} == {""}
    assert ruling.for_the_school is ruling.answer is Answer.FORBIDDEN


def test_at_a_stoke_school_the_ban_on_exclusion_does_not_reach_another_authoritys_child():
    ruling = rule_on("exclude permanently", child(), IN_STOKE_FROM_OXFORDSHIRE, calendar=AUTUMN, on=date(2025, 11, 20))
    told = {ground.clause: ground.not_bound for ground in ruling.grounds}
    assert "STK-NPE-1" not in told
    assert told["STK-IMP-1"] == ""
    moved = rule_on("in-year transfer", child(), IN_STOKE_FROM_OXFORDSHIRE, calendar=AUTUMN, on=date(2025, 11, 20))
    assert moved.answer is Answer.ALLOWED
    found = asked(IN_STOKE_FROM_OXFORDSHIRE, TransferredInYear(at="2025-11-10"), on=date(2025, 11, 20))
    assert states(found, "STK-ADM-5") == []


def test_where_one_policy_forbids_and_another_does_not_and_nobody_knew_the_clash_is_named_all_the_same():
    strict = Profile("Ash", looked_after, [clause("A-1", "Nobody is suspended.", never(Suspended), actor="school")])
    proposed = Suspended(at="2025-11-20", within_policy=True, within_guidance=True)
    ruling = rule_on(proposed, child(), [strict, OXFORDSHIRE], calendar=AUTUMN)
    assert ruling.answer is Answer.FORBIDDEN
    (told,) = ruling.conflicts
    assert (told.known, told.clauses) == (False, {"A-1", "OX-3.13b", "OX-3.13c"})
    assert told.treatment == "forbidden by A-1, and not by OX-3.13b, OX-3.13c"


def test_what_a_policy_bars_and_the_law_lets_stand_is_no_conflict_between_policies():
    ruling = rule_on("take off roll", child(), STOKE_ON_TRENT, calendar=AUTUMN, on=date(2025, 11, 20))
    assert ruling.answer is Answer.FORBIDDEN
    assert [one.situation for one in ruling.conflicts if not one.known] == []


# --- what an adversary found -------------------------------------------------------------------------------------


def test_a_clause_that_binds_the_school_beside_others_still_binds_the_school():
    proposed = ManagedMove(at="2025-11-20", agreed=False)
    ruling = rule_on(proposed, child(), IN_STOKE_FROM_OXFORDSHIRE, calendar=AUTUMN)
    assert ruling.answer is ruling.for_the_school is Answer.FORBIDDEN
    council = Profile("Ash", looked_after, [clause("A-1", "None.", never(Suspended), actor="local_authority")])
    ruling = rule_on(
        "suspend", child(), Arrangement(school=OXFORDSHIRE, care=council), calendar=AUTUMN, on=date(2025, 11, 20)
    )
    assert (ruling.answer, ruling.for_the_school) == (Answer.FORBIDDEN, Answer.ALLOWED_IF)


def test_two_different_policies_of_one_name_cannot_be_asked_together():
    with pytest.raises(Unfinished, match="Two different policies are called Stoke-on-Trent"):
        Arrangement(school=STOKE_ON_TRENT.only("STK-FTE-6"), care=STOKE_ON_TRENT)


def test_a_known_situation_hides_no_difference_that_it_does_not_tell_of():
    five = clause("STK-PEP-1b", "A PEP in 5.", duty(PepCompleted, within(5, SCHOOL_DAYS).of(JoinedSchool)))
    stoke = evolve(STOKE_ON_TRENT, clauses=(five,))
    assert any(
        {"STK-PEP-1b", "OX-3.9a"} <= one.clauses for one in conflicts_between([stoke, OXFORDSHIRE]) if not one.known
    )


def test_each_role_has_its_own_part_of_a_plan_and_each_term_its_own_review():
    meeting = PepMeetingHeld(at="2025-11-24")
    found = asked([STOKE_ON_TRENT], meeting, on=date(2025, 11, 20))
    assert [bound.line.clause for bound in obligation(found, "STK-PEP-2a").lines] == ["STK-PEP-2a"]
    reviews = asked([STOKE_ON_TRENT, OXFORDSHIRE], PepCompleted(at="2025-09-20"), on=date(2025, 11, 20))
    for one in reviews.obligations:
        clauses = [bound.line.clause for bound in one.lines if bound.line.act == "PEP review"]
        assert len(clauses) == len(set(clauses))


def test_the_soonest_is_first_to_the_hour_and_a_ban_outright_comes_before_one_on_conditions():
    hours = Profile(
        "Ash",
        looked_after,
        [clause("A-1", "In 48 hours.", duty(VirtualSchoolInformed, within(48, HOURS).of(Suspended)))],
    )
    days = Profile(
        "Birch",
        looked_after,
        [clause("B-1", "In 2 days.", duty(VirtualSchoolInformed, within(2, CALENDAR_DAYS).of(Suspended)))],
    )
    found = asked([days, hours], Suspended(at="2025-11-20T10:00"), on=date(2025, 11, 20))
    assert [bound.line.clause for bound in obligation(found, "A-1").lines][:2] == ["A-1", "B-1"]


def test_an_invitation_to_one_meeting_is_not_barred_by_a_rule_about_another():
    told = [one for one in conflicts_between([STOKE_ON_TRENT, OXFORDSHIRE]) if {"STK-FTE-3a", "OX-3.17"} <= one.clauses]
    assert told == []


@pytest.mark.parametrize(
    ("act", "arrangement", "situation"),
    [
        ("suspend", Arrangement(school=CAMBRIDGESHIRE, care=STOKE_ON_TRENT), "suspend after a serious incident, or avoid it"),
        ("refuse admission", Arrangement(school=CAMBRIDGESHIRE, care=STOKE_ON_TRENT), "a school that is full"),
        ("share information", Arrangement(school=CAMBRIDGESHIRE, care=STOKE_ON_TRENT), "openness with information"),
        ("alternative provision", IN_STOKE_FROM_OXFORDSHIRE, "alternative provision in another authority's area"),
        ("in-year transfer", IN_OXFORDSHIRE_FROM_STOKE, "moving school during the year into the area of another authority"),
        ("involve a parent", IN_OXFORDSHIRE_FROM_STOKE, "birth parents"),
    ],
)  # fmt: skip
def test_a_ruling_names_what_is_known_to_pull_apart_over_its_act(act, arrangement, situation):
    ruling = rule_on(act, child(), arrangement, calendar=AUTUMN, on=date(2025, 11, 20))
    assert situation in {one.situation for one in ruling.conflicts}


def test_what_binds_nobody_on_either_side_and_what_one_authority_says_twice_is_no_conflict():
    situations = {one.situation for one in conflicts_between(IN_OXFORDSHIRE_FROM_STOKE)}
    assert "alternative provision in another authority's area" not in situations
    back = {one.situation for one in conflicts_between(IN_STOKE_FROM_OXFORDSHIRE)}
    assert "alternative provision in another authority's area" in back
    assert "permanent exclusion of a child whose own authority bars it" not in back
    assert conflicts_between([OXFORDSHIRE, OXFORDSHIRE_NON_NEGOTIABLES]) == ()
    assert conflicts_between([CAMBRIDGESHIRE, OFFORD]) == ()


def test_what_is_said_of_a_conflict_speaks_only_of_the_policies_that_are_asked():
    for one in known_conflicts([CAMBRIDGESHIRE, OXFORDSHIRE]):
        assert "Stoke-on-Trent" not in one.treatment, one.situation
    for one in known_conflicts([STOKE_ON_TRENT, OXFORDSHIRE]):
        assert "Cambridgeshire" not in one.treatment, one.situation


def test_a_clause_of_somebody_elses_that_has_the_same_id_is_not_the_known_one():
    mine = Profile("Mine", looked_after, [clause("STK-NPE-1", "Lunch is at noon.")])
    assert known_conflicts([mine, OXFORDSHIRE]) == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Arrangement(school=None, care=[]),
        lambda: conflicts_between(None),
        lambda: conflicts_between([STOKE_ON_TRENT], ["a tension"]),
        lambda: conflicts_between([STOKE_ON_TRENT], on="2026-01-01"),
        lambda: known_conflicts(None),
        lambda: together(child(), None, calendar=AUTUMN, on=date(2025, 11, 20)),
        lambda: together(child(), [OFFORD], calendar=AUTUMN, on=date(2025, 11, 20), conflicts=["x"]),
        lambda: conflicts_as_text(None),
        lambda: conflicts_as_rows(5),
    ],
)
def test_what_cannot_be_asked_says_what_to_give_instead(ask):
    with pytest.raises((NotAskable, Unfinished)):
        ask()


# --- what a newcomer found ----------------------------------------------------------------------------------------


def test_a_school_that_takes_a_template_over_keeps_what_is_known_of_it():
    clauses = taken_over(adopted_by("Hill Top"), prefix="HT-", instead_of="CAM-")
    hill_top = evolve(CAMBRIDGESHIRE, name="Hill Top", clauses=clauses)
    template, taken = (known_conflicts([one, OXFORDSHIRE]) for one in (CAMBRIDGESHIRE, hill_top))
    assert [one.situation for one in taken] == [one.situation for one in template]
    assert {id for one in taken for id in one.clauses if id.startswith("HT-")} >= {"HT-3.4d"}


def test_what_must_be_done_first_is_no_clash_with_a_policy_that_does_not_ask_for_it():
    ruling = rule_on(
        "suspend", child(), Arrangement(school=CAMBRIDGESHIRE, care=OXFORDSHIRE), calendar=AUTUMN, on=date(2025, 11, 20)
    )
    assert ruling.answer is Answer.FORBIDDEN
    assert all(one.known for one in ruling.conflicts)


def test_no_talk_since_the_last_exclusion_bars_the_next_though_older_records_are_not_listed():
    listed = Complete(SCHOOLING, ordinals(date(2025, 9, 3).toordinal(), date(2025, 12, 19).toordinal()))
    history = [IN_CARE, JoinedSchool(at="2025-09-03"), Suspended(at="2025-10-06", days=1)]
    asked_of = Child("ana", born="2012-05-09", history=history, complete=[CARE, PERMANENCE, listed])
    ruling = rule_on("suspend", asked_of, CAMBRIDGESHIRE, calendar=AUTUMN, on=date(2025, 11, 20))
    assert {ground.clause: ground.answer for ground in ruling.grounds}["CAM-3.4d"] is Answer.FORBIDDEN


# --- as data and as text -----------------------------------------------------------------------------------------


def test_what_is_asked_together_goes_to_json_and_back():
    found = asked(IN_OXFORDSHIRE_FROM_STOKE, Suspended(at="2025-11-19T16:00", days=3), on=date(2025, 11, 21))
    assert answer_from_dict(answer_to_dict(found)) == found
    ruling = rule_on("exclude permanently", child(), IN_OXFORDSHIRE_FROM_STOKE, calendar=AUTUMN, on=date(2025, 11, 20))
    assert answer_from_dict(answer_to_dict(ruling)) == ruling
    (first, *_) = conflicts_between(IN_OXFORDSHIRE_FROM_STOKE)
    assert conflict_to_dict(first)["pull"] == "clash"
    with pytest.raises(NotAskable, match="writes a Conflict"):
        conflict_to_dict("STK-NPE-1")


def test_reprs_tell_counts_and_no_child():
    found = asked([STOKE_ON_TRENT], on=date(2025, 11, 21))
    assert repr(found) == f"<Together of 'ana': {len(found.obligations)} obligations, {len(found.conflicts)} conflicts>"
    assert repr(found.obligations[0]).startswith("<Obligation ")
    assert repr(conflicts_between([STOKE_ON_TRENT, OXFORDSHIRE])[0]).startswith("<Conflict clash: permanent exclusion")


def test_conflicts_are_told_with_both_sources_and_as_rows():
    found = conflicts_between([STOKE_ON_TRENT, OXFORDSHIRE])
    told = conflicts_as_text(found)
    assert "        against\n" in told
    assert "(Stoke-on-Trent, No Permanent Exclusion" in told
    rows = conflicts_as_rows(found)
    assert len(rows) == len(found)
    assert dict(zip(COLUMNS, rows[0], strict=True))["sides"] == "STK-NPE-1 | OX-3.13b, OX-3.13c"
    assert conflicts_as_text([]).startswith("These policies pull apart nowhere")
    for tell in (conflicts_as_text, conflicts_as_rows):
        with pytest.raises(NotAskable, match="told of conflicts"):
            tell(["a clash"])
    with pytest.raises(NotAskable, match="takes what together"):
        together_as_text("all of it")


def test_the_text_says_whom_a_line_binds_and_where_policies_pull_apart():
    talked, suspended = VirtualSchoolDiscussionHeld(at="2025-11-19T15:00"), Suspended(at="2025-11-19T16:00", days=3)
    policies = Arrangement(school=CAMBRIDGESHIRE, care=STOKE_ON_TRENT)
    told = together_as_text(asked(policies, talked, suspended, on=date(2025, 11, 21)), brief=True)
    assert "Cambridgeshire template on the school's side, Stoke-on-Trent on the side that cares" in told
    assert "binds nobody here: asked by the authority that cares for the child, and not adopted by this school" in told
    assert "Where the policies pull apart, on what is on record here" in told
    assert "both: education from the first day out (both bind at once, and neither covers the other)" in told
    assert "Elsewhere they pull apart in" in told
