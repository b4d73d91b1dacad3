"""Two policies side by side: a council's beside the national floor, and a school's beside its own next edition."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from attrs import evolve

from carepolicy import compare, profiles
from carepolicy.adapters.records import answer_from_dict, answer_to_dict
from carepolicy.assessment import assess
from carepolicy.comparing import Compared, How, PolicyComparison, differences
from carepolicy.comparing.following import Reach, reach_of, where_reach
from carepolicy.errors import NotAskable, Unfinished
from carepolicy.facts import (
    EhcPlan,
    GovernorsReport,
    Item,
    JoinedSchool,
    PartTimeTimetable,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    PostHeld,
    Suspended,
    TakenOffRoll,
    TransferAgreed,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, looked_after_in_england, looked_after_other_than_short_breaks
from carepolicy.law.previously_looked_after import care_experienced
from carepolicy.law.provision import verified
from carepolicy.logic.counting import ahead, beginning_with, by_date, clear, once_each_school_year
from carepolicy.logic.days_out import from_day_out
from carepolicy.logic.deadline import again, by_close_of_school, on_the_day, reading, within
from carepolicy.logic.each_term import by_the_end_of_the_term, once_each_published_term, once_each_term
from carepolicy.logic.vocabulary import under_age
from carepolicy.logic.where import attended_below, holds, lasted_over
from carepolicy.logic.without_a_number import beforehand, immediately, promptly, regularly, without_delay
from carepolicy.policies_told import (
    policies_compared_as_markdown,
    policies_compared_as_rows,
    policies_compared_as_text,
)
from carepolicy.policy import Kind, Modality, Profile, Strength, clause, duty, every, in_place, never, stated_by
from carepolicy.policy.matters import MATTERS
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.on_record import AGREED, END_SET, IN_PEP, held_by
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.ages import Reached
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import CALENDAR_DAYS, HOURS, MONTHS, SCHOOL_DAYS, WEEKS, WORKING_DAYS
from tests.situations.school import HILL_TOP, IN_CARE

STOKE_AND_ENGLAND = compare(STOKE_ON_TRENT, ENGLAND)


def row_of(found: PolicyComparison, id: str) -> Compared:
    (row,) = [row for row in found.rows if id in (*row.here, *row.there)]
    return row


def policy(*demands, name: str = "Hill Top", **more) -> Profile:
    return Profile(name, looked_after, [clause("P-1", "It is done.", *demands, **more)])


def by(deadline, **more) -> Profile:
    return policy(duty(PepCompleted, deadline.of(JoinedSchool), **more))


def how(one: Profile, other: Profile, **more) -> How:
    """How two policies of one clause compare, whichever of them is asked first."""
    (row,), (turned,) = differences(one, other, **more).rows, differences(other, one, **more).rows
    assert turned.how is row.how.turned()
    return row.how


# --- a council's policy beside the national floor ----------------------------------------------------------------------


def test_on_the_day_and_without_delay_do_not_convert():
    row = row_of(STOKE_AND_ENGLAND, "STK-FTE-1a")
    assert (row.there, row.how, row.matter) == (("EX-1",), How.DIFFERENT_UNIT, "notify_virtual_school")
    assert row.why == (
        "by when: on the day, against without delay (different unit)",
        "what starts the clock: the suspension, against the suspension or the permanent exclusion (weaker)",
        "who must act: school, against headteacher",
        "by what it binds: local, against must-law (weaker)",
        (
            'STK-FTE-1a reads "on the day it occurs" as on the day; '
            "it could be read as on the day, by the close of school or on the first day out"
        ),
    )


def test_trying_to_find_education_is_another_act_than_providing_it():
    row = row_of(STOKE_AND_ENGLAND, "STK-FTE-4")
    assert (row.there, row.how, row.matter) == (("EX-8",), How.DIFFERS, "provide_day_one_education")
    assert row.why[0].startswith("what it asks: search for education, 1 school day after the suspension, against")


def test_careers_guidance_from_year_9_is_weaker_than_from_year_7():
    row = row_of(STOKE_AND_ENGLAND, "STK-CRS-1")
    assert (row.there, row.how) == (("CG-1",), How.WEAKER)
    assert row.why[0].startswith("whom it covers: being in care in year 9 or above, against ")


def test_the_termly_review_is_the_national_one_and_binds_by_less():
    row = row_of(STOKE_AND_ENGLAND, "STK-PEP-1d")
    assert (row.there, row.how) == (("PEP-3",), How.WEAKER)
    assert row.why[0].startswith("who must act: designated teacher, against social worker")
    assert row.why[1] == "by what it binds: local, against should-statutory (weaker)"
    assert 'STK-PEP-1d reads "termly" as once in each term' in row.why[2]


def test_several_clauses_of_one_policy_stand_for_one_of_another():
    row = row_of(STOKE_AND_ENGLAND, "STK-FTE-6a")
    assert row.here == ("STK-FTE-6", "STK-FTE-6a", "STK-FTE-6b", "STK-FTE-6c", "STK-FTE-6d")
    assert row.there == ("AT-10",)
    assert len(row.here_says) == 5
    assert any(why.startswith("unless: agreed by the agencies") for why in row.why)


def test_what_only_one_of_them_says_is_told_with_the_clause():
    only, silent = row_of(STOKE_AND_ENGLAND, "STK-NPE-1"), row_of(STOKE_AND_ENGLAND, "EX-9")
    assert (only.how, only.there, only.why) == (How.ONLY_HERE, (), ("no permanent exclusion",))
    assert (silent.how, silent.here, silent.act) == (How.SILENT, (), "consideration of reinstatement")


def test_clauses_that_are_not_in_force_on_the_day_are_left_out():
    ids = {id for row in STOKE_AND_ENGLAND.rows for id in row.there}
    assert not ids & {"CG-1a", "EX-1a", "dl:SW-7"}
    earlier = compare(STOKE_ON_TRENT, ENGLAND, on=date(2020, 1, 1))
    assert row_of(earlier, "STK-CRS-1").there == ("CG-1a",)
    assert {"CG-1", "CG-1a"} <= {id for row in compare(ENGLAND, ENGLAND, on=None).rows for id in row.there}


# --- a policy beside its next edition ------------------------------------------------------------------------------------

TWENTY = by(within(20, SCHOOL_DAYS))
WORD = stated_by("school")


@pytest.mark.parametrize(
    ("stricter", "weaker"),
    [
        (by(within(15, SCHOOL_DAYS)), TWENTY),
        (by(within(2, WEEKS)), by(within(15, CALENDAR_DAYS))),
        (by(beginning_with(20, SCHOOL_DAYS)), TWENTY),
        (by(on_the_day), TWENTY),
        (by(on_the_day), by(within(48, HOURS))),
        (by(on_the_day), by(beginning_with(5, WORKING_DAYS))),
        (by(by_close_of_school), by(on_the_day)),
        (by(beforehand), by(on_the_day)),
        (by(ahead(2, WEEKS)), by(ahead(1, WEEKS))),
        (by(clear(2, WEEKS)), by(ahead(2, WEEKS))),
        (by(ahead(2, WEEKS)), by(beforehand)),
        (by(ahead(2, HOURS)), by(beforehand)),
        (by(immediately), by(without_delay)),
        (by(once_each_published_term), by(once_each_term)),
        (by(once_each_term), by(once_each_school_year)),
        (by(by_date(date(2026, 3, 1))), by(by_date(date(2026, 3, 31)))),
        (policy(duty(PepCompleted, from_day_out(1).of(Suspended))), policy(duty(PepCompleted, from_day_out(6).of(Suspended)))),
        (by(again(within(1, MONTHS))), by(again(within(2, MONTHS)))),
        (by(within(20, SCHOOL_DAYS), scope=care_experienced), TWENTY),
        (by(within(20, SCHOOL_DAYS), scope=looked_after & under_age(13)), by(within(20, SCHOOL_DAYS), scope=looked_after & under_age(11))),
        (TWENTY, by(within(20, SCHOOL_DAYS), until=[TakenOffRoll])),
        (by(within(20, SCHOOL_DAYS), lasting=True), by(within(20, SCHOOL_DAYS), lasting=True, renewed_by=[PepReviewed])),
        (policy(duty(VirtualSchoolInformed, on_the_day.of(Suspended, PermanentlyExcluded))), policy(duty(VirtualSchoolInformed, on_the_day.of(Suspended)))),
        (policy(never(PartTimeTimetable)), policy(never(PartTimeTimetable, unless=AGREED))),
        (policy(never(PartTimeTimetable, unless=AGREED & END_SET)), policy(never(PartTimeTimetable, unless=AGREED))),
        (policy(never(PartTimeTimetable, unless=AGREED)), policy(never(PartTimeTimetable, unless=AGREED | IN_PEP))),
        (policy(never(PartTimeTimetable)), policy(never(PartTimeTimetable, where=IN_PEP))),
        (policy(never(TakenOffRoll)), policy(never(TakenOffRoll, unless_after=TransferAgreed))),
        (policy(never(TakenOffRoll, unless_after=TransferAgreed, since=JoinedSchool)), policy(never(TakenOffRoll, unless_after=TransferAgreed))),
        (policy(in_place(EhcPlan)), policy(in_place(EhcPlan, once=Suspended))),
        (policy(in_place(PepCompleted, this_cycle=True)), policy(in_place(PepCompleted))),
        (policy(duty(PepCompleted, within(20, SCHOOL_DAYS).of(JoinedSchool)), kind=Kind.TRIGGER_DUTY), policy(kind=Kind.TRIGGER_DUTY, modality=Modality.MAY)),
        (TWENTY, policy(duty(PepCompleted, within(20, SCHOOL_DAYS).of(JoinedSchool)), modality=Modality.SHOULD)),
        (policy(duty(PepCompleted, within(20, SCHOOL_DAYS).of(JoinedSchool)), strength=Strength.MUST_LAW), TWENTY),
    ],
)  # fmt: skip
def test_an_edition_that_asks_for_more_is_the_stricter_and_the_other_the_weaker(stricter, weaker):
    assert how(stricter, weaker) is How.STRICTER


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TWENTY, by(within(20, WORKING_DAYS)), How.DIFFERENT_UNIT),
        (TWENTY, by(promptly("in good time")), How.DIFFERENT_UNIT),
        (by(within(12, HOURS)), by(on_the_day), How.DIFFERENT_UNIT),
        (by(within(1, MONTHS)), by(again(within(2, MONTHS))), How.DIFFERENT_UNIT),
        (by(by_the_end_of_the_term), by(regularly), How.DIFFERENT_UNIT),
        (policy(duty(PepReviewed, once_each_term.of(PepReviewed))), policy(duty(PepReviewed, again(within(6, MONTHS)).of(PepReviewed))), How.DIFFERENT_UNIT),
        (TWENTY, by(within(15, SCHOOL_DAYS), scope=looked_after & under_age(11)), How.DIFFERS),
        (TWENTY, by(within(20, SCHOOL_DAYS), lasting=True), How.DIFFERS),
        (policy(never(PartTimeTimetable, unless=AGREED)), policy(never(PartTimeTimetable, unless=END_SET)), How.DIFFERS),
        (by(within(2, WEEKS)), by(within(14, CALENDAR_DAYS)), How.SAME),
        (by(within(1, CALENDAR_DAYS)), by(beginning_with(2, CALENDAR_DAYS)), How.SAME),
        (by(beginning_with(1, CALENDAR_DAYS)), by(on_the_day), How.SAME),
        (TWENTY, by(reading("20 days", within(20, SCHOOL_DAYS), because="only staff act")), How.SAME),
        (policy(stated_by("school")), policy(stated_by("headteacher")), How.SAME),
        (policy(never(Suspended)), policy(in_place(EhcPlan)), How.DIFFERS),
    ],
)  # fmt: skip
def test_of_editions_neither_of_which_asks_for_more_it_is_said_why(one, other, expected):
    assert how(one, other) is expected


def test_a_local_policy_that_asks_for_an_act_sooner_than_the_law_is_the_stricter():
    by_law = policy(duty(PepCompleted, within(20, SCHOOL_DAYS).of(JoinedSchool)), strength=Strength.MUST_LAW)
    (row,) = compare(by(within(10, SCHOOL_DAYS)), by_law).rows
    assert row.how is How.STRICTER
    assert row.why == (
        "by when: 10 school days, against 20 school days (stricter)",
        "by what it binds: local, against must-law (weaker)",
    )


def test_a_ban_that_is_lifted_is_weaker_and_one_that_is_dropped_is_only_in_the_other_edition():
    barred = policy(never(Suspended))
    (row,) = compare(policy(modality=Modality.MAY), barred).rows
    assert row.how is How.WEAKER
    assert "what it asks: nothing that can be checked, against no suspension (weaker)" in row.why
    assert [one.how for one in compare(Profile("Hill Top", looked_after, []), barred).rows] == [How.SILENT]


def test_clauses_that_come_and_go_between_editions_are_told_by_their_ids():
    first = Profile("Hill Top", looked_after, [*TWENTY.clauses, clause("P-2", "No suspensions.", never(Suspended))])
    second = Profile("Hill Top", looked_after, [*TWENTY.clauses, clause("P-3", "A plan.", in_place(EhcPlan))])
    found = compare(first, second)
    assert [(row.here, row.there, row.how) for row in found.rows] == [
        (("P-1",), ("P-1",), How.SAME),
        (("P-2",), (), How.ONLY_HERE),
        ((), ("P-3",), How.SILENT),
    ]
    assert len(found.differences) == 2
    assert found.that_are(How.SILENT) == (found.rows[2],)
    assert repr(found) == "<PolicyComparison of Hill Top with Hill Top: 2 of 3 differ>"
    assert repr(found.rows[1]) == "<Compared P-2 with nothing: only here>"


def test_a_clause_of_one_edition_is_laid_beside_that_of_the_same_id_whatever_it_asks():
    (row,) = compare(TWENTY, policy(never(Suspended))).rows
    assert (row.how, row.act) == (How.DIFFERS, "completed PEP, suspension")
    two = policy(duty(PepCompleted, on_the_day.of(JoinedSchool)), never(Suspended))
    assert [one.how for one in compare(two, TWENTY).rows] == [How.STRICTER, How.ONLY_HERE]


def test_an_edition_that_is_about_more_children_is_the_stricter():
    assert how(evolve(TWENTY, about=care_experienced), TWENTY) is How.STRICTER


def test_words_that_changed_are_a_difference_where_words_are_all_there_is():
    def edition(*demands, says, **more):
        return Profile("Hill Top", looked_after, [clause("P-1", says, *demands, **more)])

    for demands in ((), (stated_by("school"),)):
        (row,) = compare(edition(*demands, says="We care."), edition(*demands, says="We try to care.")).rows
        assert (row.how, row.why) == (How.DIFFERS, ("its words: changed, and for a reader to compare (differs)",))
    (row,) = compare(
        *(edition(never(Suspended), says=says) for says in ("None is suspended.", "We suspend none."))
    ).rows
    assert (row.how, row.why) == (How.SAME, ("its words: changed, and for a reader to compare",))
    (row,) = compare(edition(says="CiC", defines=looked_after), edition(says="CiC", defines=care_experienced)).rows
    assert (row.how, len(row.why)) == (How.DIFFERS, 1)


def sentence(name: str, says: str, *demands, about=looked_after, **more) -> Profile:
    return Profile(name, about, [clause(f"{name}-1", says, *demands, matter="raise_standards", **more)])


@pytest.mark.parametrize("here", [(), (WORD,)])
@pytest.mark.parametrize("there", [(), (WORD,), (stated_by("headteacher", scope=care_experienced),)])
def test_sentences_in_different_words_are_for_a_reader_where_somebody_must_act_in_both(here, there):
    one = sentence("A", "The school helps.", *here, actor=("school", "carer"))
    other = sentence(
        "B", "The school thinks.", *there, actor="school", modality=Modality.DECLARES if there else Modality.MAY
    )
    assert how(one, other) is How.FOR_A_READER
    (row,) = compare(one, other).rows
    assert row.why[0] == "its words: each in its own (for a reader to compare)"
    assert any(why.startswith("how firmly: binds, against ") for why in row.why)
    assert row in compare(one, other).differences
    assert "\nAbout the same, for a reader to compare\n" in policies_compared_as_text(compare(one, other))
    assert "\n## About the same, for a reader to compare\n" in policies_compared_as_markdown(compare(one, other))


@pytest.mark.parametrize("actors", [("school", "carer"), ("school", ()), ((), ()), ("none", "none")])
def test_sentences_in_different_words_of_which_nobody_must_do_both_differ(actors):
    one, other = (
        sentence(name, says, WORD, actor=actor)
        for name, says, actor in zip(("A", "B"), ("It helps.", "It thinks."), actors, strict=True)
    )
    assert how(one, other) is How.DIFFERS
    assert compare(one, other).rows[0].why[0].startswith("its words: each in its own, and nobody is named in both")


@pytest.mark.parametrize(("actor", "expected"), [("school", How.FOR_A_READER), ("carer", How.DIFFERS)])
def test_a_sentence_that_asks_nothing_is_not_weighed_against_an_act_in_other_words(actor, expected):
    one, other = (
        sentence("A", "It may help.", actor=actor, modality=Modality.MAY),
        sentence("B", "None is suspended.", never(Suspended), actor="school"),
    )
    assert how(one, other) is expected
    assert (
        "what it asks: nothing that can be checked, against no suspension (weaker)" in compare(one, other).rows[0].why
    )


def test_sentences_in_the_same_words_are_weighed_by_whom_they_cover_and_how_firmly_they_speak():
    one = sentence("A", "It helps.", WORD)
    assert how(one, sentence("B", "It helps.", WORD)) is How.SAME
    assert how(one, sentence("B", "It helps.", WORD, modality=Modality.SHOULD)) is How.STRICTER
    assert how(one, sentence("B", "It helps.", WORD, about=care_experienced)) is How.WEAKER


def test_definitions_of_one_status_are_the_same_in_whatever_words():
    one, other = (sentence(name, f"{name} calls it so.", defines=looked_after) for name in ("A", "B"))
    assert how(one, other) is How.SAME


def test_of_several_sentences_about_one_matter_each_is_laid_beside_the_nearest():
    one = Profile(
        "A",
        looked_after,
        [clause(f"A-{role}", role, WORD, actor=role, matter="raise_standards") for role in ("school", "carer")],
    )
    assert how(one, sentence("B", "All help.", WORD, actor=("school", "carer"))) is How.FOR_A_READER
    assert how(one, sentence("B", "All help.", WORD, actor="school")) is How.DIFFERS


def test_who_must_act_is_told_and_not_weighed():
    one, other = (policy(never(Suspended), actor=who) for who in (("school", "headteacher"), ()))
    (row,) = compare(one, other).rows
    assert (row.how, row.why) == (How.SAME, ("who must act: school, headteacher, against nobody named",))


def test_what_keeps_a_record_valid_is_weighed_only_where_an_earlier_record_counts():
    renewed = by(within(20, SCHOOL_DAYS), renewed_by=[PepReviewed])
    assert how(TWENTY, renewed) is How.SAME
    (row,) = compare(by(within(20, SCHOOL_DAYS), lasting=True), renewed).rows
    assert [why.split(":")[0] for why in row.why] == ["which evidence counts"]


REPORTS = every(GovernorsReport, holds(Item.ATTAINMENT))


@pytest.mark.parametrize(
    ("one", "other", "expected", "told"),
    [
        (policy(WORD), policy(WORD, own_children=True), How.STRICTER, "whose children it speaks of: everybody's, against only those of its own authority (stricter)"),
        (policy(kind=Kind.PRECONDITION), policy(), How.DIFFERS, "what kind of clause it is: precondition, against nothing (differs)"),
        (policy(in_force=(date(2026, 1, 1), None)), policy(), How.DIFFERS, "when it is in force: from 1 Jan 2026, against at all times (differs)"),
        (policy(in_force=(None, date(2027, 1, 1))), policy(), How.DIFFERS, "when it is in force: until before 1 Jan 2027, against at all times (differs)"),
        (policy(WORD, leaves_open="soon"), policy(WORD), How.DIFFERS, "what it leaves open: soon, against nothing (differs)"),
        (policy(WORD, weaker_than="PEP-2"), policy(WORD), How.DIFFERS, "which national rule asks for more: PEP-2, against nothing (differs)"),
        (policy(WORD, instead_of=[Suspended]), policy(WORD), How.DIFFERS, "in place of which acts it speaks: suspension, against nothing (differs)"),
        (policy(REPORTS), policy(evolve(REPORTS, of_every=False)), How.DIFFERS, "as what it is told: what every one must be, against an act that is barred (differs)"),
        (policy(WORD, locator="p. 1"), policy(WORD, locator="p. 2"), How.SAME, "where it stands: p. 1, against p. 2"),
        (policy(WORD, notes="Read so."), policy(WORD), How.SAME, "its notes: Read so., against nothing"),
        (policy(WORD, matter="raise_standards"), policy(WORD), How.SAME, "what it is about: raise standards, against nothing"),
        (policy(WORD, marks=[verified("a")]), policy(WORD), How.SAME, "how it was checked: verified: a, against nothing"),
        (policy(in_place(EhcPlan, called="a plan")), policy(in_place(EhcPlan)), How.SAME, "what it is called: a plan, against EHC plan"),
        (policy(WORD), policy(stated_by("carer")), How.SAME, "what is stated: by the school, against the carer"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("on", [date(2026, 6, 1), None])
def test_whatever_changes_on_a_clause_of_one_id_is_told(one, other, expected, told, on):
    assert how(one, other, on=on) is expected
    found = compare(one, other, on=on)
    assert found.rows[0].why == (told,)
    assert found.differences == found.rows
    assert compare(one, one, on=on).differences == ()


def test_a_change_that_is_only_told_is_among_the_differences():
    duties = TWENTY.clauses[0].demands
    read = by(reading("soon", within(20, SCHOOL_DAYS), because="staff act"))
    for one, other in (
        (policy(*duties, actor="school"), TWENTY),
        (evolve(TWENTY, clauses=[evolve(TWENTY.clauses[0], says="It is made.")]), TWENTY),
        (by(reading("soon", within(20, SCHOOL_DAYS), instead=[on_the_day], because="staff act")), read),
        (by(reading("soon", within(20, SCHOOL_DAYS), because="it says so")), read),
    ):
        found = compare(one, other)
        assert found.rows[0].how is How.SAME
        assert found.differences == found.rows
    assert found.rows[0].why == (
        'P-1 reads "soon" as 20 school days, because it says so',
        'P-1 reads "soon" as 20 school days, because staff act',
    )


def test_what_policies_of_other_ids_only_word_in_their_own_way_is_not_told_part_by_part():
    one, other = (
        Profile(name, looked_after, [clause(f"{name}-1", "It is so.", in_place(EhcPlan), locator=name)])
        for name in "AB"
    )
    assert compare(one, other).differences == ()


def test_local_names_that_differ_are_told():
    one, other = evolve(TWENTY, calls={"looked_after": "cared for"}), evolve(TWENTY, calls={"care_leaver": "leaver"})
    found = compare(one, other)
    assert found.calls == (
        "looked after: cared for, against no name of its own",
        "care leaver: no name of its own, against leaver",
    )
    assert "\nWhat it calls looked after: cared for, against no name of its own\n" in policies_compared_as_text(found)
    assert "\nWhat it calls care leaver: " in policies_compared_as_markdown(found)
    assert answer_from_dict(json.loads(json.dumps(answer_to_dict(found)))) == found
    assert compare(one, one).calls == ()


def test_what_is_in_place_is_the_same_whatever_it_is_called():
    assert how(policy(in_place(EhcPlan, called="a plan")), policy(in_place(EhcPlan))) is How.SAME


def test_duties_of_two_posts_are_two_things():
    head, governor = (policy(in_place(PostHeld, where=held_by(role)), name=role) for role in ("head", "governor"))
    assert [row.how for row in compare(head, governor).rows] == [How.ONLY_HERE, How.SILENT]


def test_what_every_report_holds_is_compared_all_together():
    def reports(name: str, *items: Item) -> Profile:
        held = [clause(f"{name}-{item.name}", "It is in it.", every(GovernorsReport, holds(item))) for item in items]
        return Profile(name, looked_after, held)

    few, many = reports("A", Item.ATTAINMENT), reports("B", Item.ATTAINMENT, Item.PROGRESSION)
    (row,) = compare(many, few).rows
    assert (row.how, row.here) == (How.STRICTER, ("B-ATTAINMENT", "B-PROGRESSION"))
    assert compare(few, many).rows[0].how is How.WEAKER


def test_a_reading_is_told_with_what_else_it_may_mean():
    read = by(reading("20 days", within(20, WORKING_DAYS), instead=[within(20, CALENDAR_DAYS)], because="it must be"))
    (row,) = compare(read, TWENTY).rows
    assert row.why[-1] == 'P-1 reads "20 days" as 20 working days; it could be read as 20 calendar days'


# --- units settled by counting --------------------------------------------------------------------------------------------


def test_units_that_do_not_convert_are_counted_on_a_calendar_where_one_is_given():
    (row,) = compare(by(within(20, WORKING_DAYS)), TWENTY, calendar=HILL_TOP).rows
    assert row.how is How.STRICTER
    assert "as counted on the calendar given, earlier or the same from " in row.why[0]
    assert row.why[0].endswith(" later from 0 (stricter)")
    assert how(TWENTY, by(within(20, WORKING_DAYS)), calendar=HILL_TOP) is How.WEAKER


def test_a_calendar_on_which_now_the_one_is_earlier_and_now_the_other_leaves_them_apart():
    one, other = by(within(3, SCHOOL_DAYS)), by(within(5, CALENDAR_DAYS))
    (row,) = compare(one, other, calendar=HILL_TOP).rows
    assert row.how is How.DIFFERENT_UNIT
    assert "later from" in row.why[0]
    (none,) = compare(TWENTY, by(within(20, WORKING_DAYS)), calendar=SchoolCalendar()).rows
    assert "the calendar lets both be counted from no day" in none.why[0]
    assert how(TWENTY, by(promptly("soon")), calendar=HILL_TOP) is How.DIFFERENT_UNIT


# --- what follows from what ------------------------------------------------------------------------------------------------


def test_ages_and_records_are_known_to_hang_together():
    year = Reached.WHEN_THE_SCHOOL_YEAR_BEGINS
    assert reach_of(under_age(13), under_age(11)) is Reach.WIDER
    assert reach_of(under_age(11, reached=year), under_age(11)) is Reach.WIDER
    assert reach_of(under_age(11, reached=year), under_age(12)) is Reach.NARROWER
    assert reach_of(~under_age(13), ~under_age(11)) is Reach.NARROWER
    assert reach_of(looked_after, looked_after & under_age(18)) is Reach.SAME
    assert reach_of(looked_after, looked_after_other_than_short_breaks) is Reach.WIDER
    assert reach_of(looked_after_in_england, looked_after) is Reach.NARROWER
    assert reach_of(under_age(11, reached=Reached.WHEN_SCHOOL_AGE_ENDS), under_age(11)) is Reach.APART


def test_tests_of_records_are_known_to_hang_together():
    assert where_reach(attended_below(90), attended_below(85)) is Reach.WIDER
    assert where_reach(lasted_over(24, HOURS), lasted_over(48, HOURS)) is Reach.WIDER
    assert where_reach(held_by("head"), ~held_by("governor")) is Reach.NARROWER
    assert where_reach(AGREED & END_SET, END_SET & AGREED) is Reach.SAME
    assert where_reach(~(AGREED & END_SET), ~AGREED) is Reach.WIDER
    assert where_reach(None, AGREED) is Reach.WIDER


# --- told, written and asked ------------------------------------------------------------------------------------------------


def test_a_comparison_is_told_as_text_markdown_and_rows_and_written_as_json():
    text = policies_compared_as_text(STOKE_AND_ENGLAND)
    assert text.startswith("Stoke-on-Trent (undated; cites guidance of 2009 and 2014) beside England (as at ")
    assert "\nWhat only England says\n" in text
    assert "        CG-1  Independent careers guidance is there for pupils from year 7 on.\n" in text
    marked = policies_compared_as_markdown(STOKE_AND_ENGLAND)
    assert marked.startswith("# Stoke-on-Trent (")
    assert "\n## What only Stoke-on-Trent says\n\n| about | clause | says |\n" in marked
    rows = policies_compared_as_rows(STOKE_AND_ENGLAND)
    assert len(rows) == len(STOKE_AND_ENGLAND.rows)
    data = json.loads(json.dumps(answer_to_dict(STOKE_AND_ENGLAND)))
    assert answer_from_dict(data) == STOKE_AND_ENGLAND
    nothing = Profile("Nobody", looked_after, [])
    assert "Neither says anything." in policies_compared_as_text(compare(nothing, nothing, on=None))


def test_a_calendar_that_was_counted_on_is_named():
    found = compare(TWENTY, by(within(20, WORKING_DAYS)), calendar=evolve(HILL_TOP, version="of 2026"))
    assert found.counted_on
    assert f"days counted on {found.counted_on}" in policies_compared_as_text(found)


def test_bars_and_line_breaks_leave_the_table_of_markdown_whole():
    one, other = (
        Profile(name, looked_after, [clause("P|1", says), clause(f"{name}|2", f"Only\n{name}.")])
        for name, says in (("A", "It is\ndone | well."), ("B", "It is\ndone | well."))
    )
    lines = policies_compared_as_markdown(compare(one, other)).splitlines()
    assert "|  | P\\|1: It is done \\| well. | P\\|1: It is done \\| well. |  |" in lines
    assert "|  | A\\|2 | Only A. |" in lines


@pytest.mark.parametrize("day", ["2025-01-01", 2025, datetime(2025, 1, 1)])
def test_a_day_that_is_no_date_is_refused_before_anything_else(day):
    for given in ((STOKE_ON_TRENT, ENGLAND), (TWENTY, TWENTY), (assess_of_nobody(), assess_of_nobody())):
        with pytest.raises(NotAskable, match=r"on= takes a date, such as date\(2026, 3, 31\), or None"):
            compare(*given, on=day)
    with pytest.raises(NotAskable, match="on= takes a date"):
        differences(STOKE_ON_TRENT, "england", on=day)


def test_what_is_no_policy_is_refused_with_what_to_give():
    child_and_day = assess_of_nobody()
    for given in ((STOKE_ON_TRENT, child_and_day), ("stoke", "england")):
        with pytest.raises(NotAskable, match="two assessments, as assess"):
            compare(*given)
    with pytest.raises(NotAskable, match="are about two policies"):
        compare(child_and_day, child_and_day, calendar=HILL_TOP)
    with pytest.raises(NotAskable, match="takes two profiles"):
        differences(STOKE_ON_TRENT, "england")
    with pytest.raises(NotAskable, match="takes a SchoolCalendar; it was given a str"):
        differences(STOKE_ON_TRENT, ENGLAND, calendar="oxfordshire")
    for told in (policies_compared_as_text, policies_compared_as_markdown, policies_compared_as_rows):
        with pytest.raises(NotAskable, match="of two profiles"):
            told(child_and_day)


def assess_of_nobody():
    from carepolicy.facts import Child

    child = Child("made up", born=date(2014, 5, 9), history=[IN_CARE])
    return assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 12))


# --- what clauses are about -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", profiles.names())
def test_every_shipped_clause_says_what_it_is_about_by_a_key_that_is_listed(name):
    for one in profiles.find(name).clauses:
        assert one.matter, one.id
        assert set(one.matter) <= set(MATTERS), one.id


def test_a_clause_is_about_one_matter_or_several_and_says_so():
    both = clause("P-1", "It is done.", matter=["complete_pep", "review_pep"])
    assert both.matter == ("complete_pep", "review_pep")
    assert "    about: complete pep, review pep" in both.requires()
    assert repr(both) == "clause('P-1', 'It is done.', matter=('complete_pep', 'review_pep'))"
    assert clause("P-1", "It is done.", matter="our_own_matter").matter == ("our_own_matter",)
    with pytest.raises(Unfinished, match="matter takes what the clause is about, as text"):
        clause("P-1", "It is done.", matter=[1])
