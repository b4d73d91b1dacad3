"""Policies: what is caught when they are written, how they print, and the states that only another policy reaches."""

from __future__ import annotations

import re
from datetime import date

import pytest

from carepolicy import profiles
from carepolicy.assessment import assess
from carepolicy.errors import BadPolicy, BadRecord, NotComposable, NotTwoValued, Unfinished, UnknownName
from carepolicy.facts import (
    CARE,
    SCHOOLING,
    AdoptionOrder,
    CareOrder,
    Child,
    Ended,
    Family,
    Happening,
    JoinedSchool,
    PepCompleted,
    PermanentlyExcluded,
    Power,
    Spell,
    Suspended,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after, power
from carepolicy.line import State
from carepolicy.logic.days_out import from_day_out
from carepolicy.logic.deadline import on_the_day, within
from carepolicy.logic.definition import Rule
from carepolicy.logic.each_term import once_each_term
from carepolicy.logic.vocabulary import during, ever, in_the_last, since, stated, under_age
from carepolicy.logic.where import lasted_over
from carepolicy.logic.without_a_number import without_delay
from carepolicy.policy import Kind, Modality, Profile, clause, differs, duty, never, stated_by, taken_over
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.time.spans import SCHOOL_DAYS, TERMS, WORKING_DAYS, YEARS
from tests.situations.school import HILL_TOP, IN_CARE

# --- caught when it is written ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("write", "error", "says"),
    [
        (lambda: duty(PepCompleted, within(20, SCHOOL_DAYS)), Unfinished,
         "within(20, SCHOOL_DAYS) does not say what starts the clock. Finish it, for example: within(20, SCHOOL_DAYS).of(JoinedSchool)."),
        (lambda: duty(PepCompleted, 20), Unfinished, "A duty needs a deadline with its trigger, such as within(20, SCHOOL_DAYS).of(JoinedSchool)."),
        (lambda: duty(CareOrder, on_the_day.of(Suspended)), Unfinished, "A duty names the kind of record that proves it done, such as PepCompleted."),
        (lambda: never(CareOrder), Unfinished, "never(...) takes the kind of record that would break it, such as SentHomeUnrecorded."),
        (lambda: clause("X-1", "x", PepCompleted), Unfinished, "X-1: a clause demands duty(...), never(...), every(...), in_place(...) or stated_by(...); this is a type."),
        (lambda: within(20, SCHOOL_DAYS).of(looked_after), Unfinished,
         "A Definition does not start a clock. Give a kind of record, such as JoinedSchool, or the beginning of a condition, such as looked_after.begins."),
        (lambda: within(1, TERMS), BadPolicy, "Terms are not counted off after an event. Write once_each_term, or within(3, MONTHS)."),
        (lambda: from_day_out(0), BadPolicy, "The first day out is number 1."),
        (lambda: Profile("X", [clause("X-1", "a")], looked_after), Unfinished,
         "A profile says whom it is about after its name: Profile(name, looked_after, [clause(...), ...])."),
        (lambda: Profile("X", looked_after, clause("X-1", "a")), Unfinished,
         "A profile takes a list of clauses: Profile(name, looked_after, [clause(...), ...])."),
        (lambda: Profile("X", looked_after, ["X-1"]), Unfinished,
         "A profile is made of clauses, and this is a str. Write clause(...)."),
        (lambda: power.one_of("s.21"), BadRecord,
         ("This is not a Power. Give one of Power.S20, Power.S20_1, Power.S20_3, Power.S20_4, Power.S20_5, Power.S21_1, Power.S21_2A, "
         "Power.S21_2B, Power.S21_2C, Power.S43, Power.LASPO_92, Power.S17_6, Power.S23B_8, Power.S24B_5; or None where it is not recorded.")),
        (lambda: Profile("X", looked_after, [clause("X-1", "a"), clause("X-1", "b")]), BadPolicy,
         "X has more than one clause called X-1. Give each its own id."),
        (lambda: looked_after.variant("v", "v", replacing={"CIC-9": Rule("CIC-9", "x", under_age(18))}), BadPolicy,
         "looked after has no limb CIC-9. It has CIC-0, CIC-1, CIC-1i, CIC-2, CIC-3, CIC-4, D-8, REPORTED."),
        (lambda: during(AdoptionOrder), Unfinished, "during(...) takes a kind of spell, such as CareOrder, and was given AdoptionOrder."),
        (lambda: since(CareOrder), Unfinished, "since(...) takes a kind of thing that happens, such as AdoptionOrder, and was given CareOrder."),
        (lambda: in_the_last(6, YEARS, of="care"), Unfinished, "in_the_last(...) takes a kind of spell, such as CareOrder, and was given a str."),
        (lambda: in_the_last(6, SCHOOL_DAYS, of=CareOrder), BadPolicy, "School days cannot be counted without a school calendar or a clock."),
        (lambda: lasted_over(1, WORKING_DAYS), NotComposable, "How long a stay lasted is asked in hours: lasted_over(24, HOURS)."),
        (lambda: looked_after | JoinedSchool, NotComposable,
         "|, & and ~ take conditions, and this is JoinedSchool. Write during(JoinedSchool) for a spell, or since(JoinedSchool) for something that happened."),
        (lambda: JoinedSchool | looked_after, NotComposable,
         "|, & and ~ take conditions, and this is JoinedSchool. Write during(JoinedSchool) for a spell, or since(JoinedSchool) for something that happened."),
        (lambda: looked_after & True, NotComposable,
         "|, & and ~ take conditions, and this is a bool. Build one with during(...), since(...), in_the_last(...), under_age(...), stated(...) or left_by(...)."),
        (lambda: power.one_of(Power.S20) | True, NotComposable, "A bool cannot test a record. Write a test such as power.one_of(Power.S20_1)."),
        (lambda: bool(looked_after), NotTwoValued,
         ('"looked after (Children Act 1989, s.22(1)-(2))" can be true, false or not known on a day, so it has no yes-or-no value. '
         "Combine conditions with |, & and ~, or ask .on(day, child) and then .holds, .fails or .unknown.")),
        (lambda: STOKE_ON_TRENT.clause("STK-PEP-1f"), UnknownName, "Stoke-on-Trent has no clause 'STK-PEP-1f'. Did you mean STK-PEP-1e, STK-PEP-1d, STK-PEP-1c?"),
        (lambda: profiles.find("stoke-on-trant"), UnknownName, "There is no profile 'stoke-on-trant'. Did you mean stoke-on-trent?"),
        (lambda: profiles.find("mars"), UnknownName, "There is no profile 'mars'. There are: cambridgeshire, england, offord-primary, oxfordshire, oxfordshire-non-negotiables, stoke-on-trent."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_policy_is_told_where_it_is_made_with_what_to_write_instead(write, error, says):
    with pytest.raises(error) as raised:
        write()
    assert str(raised.value) == says


def test_a_finding_refuses_to_be_a_yes_or_a_no_settled_or_not():
    for complete in ([CARE], []):
        with pytest.raises(
            NotTwoValued, match=r"can be true, false or not known, so it has no yes-or-no value\. Ask \.holds"
        ):
            bool(looked_after.on(date(2026, 1, 1), Child("sam", complete=complete)))


def test_another_package_that_publishes_something_else_than_a_profile_is_told_so(monkeypatch):
    class Odd:
        name = value = "odd"

        def load(self):
            return "not a profile"

    monkeypatch.setattr(profiles, "entry_points", lambda **named: [Odd()])
    with pytest.raises(BadPolicy, match="What odd publishes as 'odd' is not a Profile"):
        profiles.find("odd")


# --- the states that the shipped clauses do not reach -----------------------------------------------------------------


def states(profile: Profile, *history, on: date, complete=(CARE, SCHOOLING)) -> list[tuple[str, str]]:
    child = Child("made up", born=date(2014, 5, 9), history=[IN_CARE, *history], complete=complete)
    found = assess(child, profile, calendar=HILL_TOP, on=on, everything=True)
    return [(line.clause, line.state.value) for line in found.lines if line.profile == profile.name]


PROMPT = Profile(
    "Prompt",
    looked_after,
    [clause("P-1", "Told without delay.", duty(VirtualSchoolInformed, without_delay.of(Suspended)))],
)


def test_words_without_a_date_are_open_with_their_age_until_done_or_left():
    suspended = Suspended(at="2026-03-02", days=1)
    assert states(PROMPT, suspended, on=date(2026, 3, 5)) == [("P-1", "OPEN")]
    assert states(PROMPT, suspended, VirtualSchoolInformed(at="2026-03-04"), on=date(2026, 3, 5)) == [("P-1", "MET")]
    child = Child("x", born=date(2014, 5, 9), history=[IN_CARE, suspended], complete=[CARE])
    (line,) = [
        line for line in assess(child, PROMPT, calendar=HILL_TOP, on=date(2026, 3, 5)).lines if line.clause == "P-1"
    ]
    assert (line.age, str(line.due)) == (3, "no date")
    left = CareOrder(start="2024-01-01", end="2026-03-04", ended_by=Ended.HOME_PLANNED)
    gone = Child("x", born=date(2014, 5, 9), history=[left, suspended], complete=[CARE, SCHOOLING])
    (line,) = [
        line for line in assess(gone, PROMPT, calendar=HILL_TOP, on=date(2026, 3, 5)).lines if line.clause == "P-1"
    ]
    assert line.state is State.ENDED


def test_the_end_of_a_status_can_start_a_clock():
    farewell = Profile(
        "Farewell",
        ~looked_after,
        [clause("F-1", "A farewell.", duty(PepCompleted, within(5, SCHOOL_DAYS).of(looked_after.ends)))],
    )
    left = CareOrder(start="2024-01-01", end="2026-03-02", ended_by=Ended.HOME_PLANNED)
    child = Child("x", born=date(2014, 5, 9), history=[left], complete=[CARE, SCHOOLING])
    (line,) = [
        line for line in assess(child, farewell, calendar=HILL_TOP, on=date(2026, 3, 5)).lines if line.clause == "F-1"
    ]
    assert (line.state, line.due.day) == (State.DUE, date(2026, 3, 9))
    assert looked_after.ends.days(child) == (date(2026, 3, 2),)


def test_a_clause_without_demands_makes_no_line_and_says_so():
    aims = Profile("Aims", looked_after, [clause("A-1", "We care.")])
    assert states(aims, on=date(2026, 3, 5)) == []
    assert list(aims.clause("A-1").requires())[-1] == "    requires nothing that can be checked"


def test_a_profile_may_add_kinds_of_record_and_a_family_of_its_own():
    VISITS = Family("visits", "visits home")

    class VisitMade(Happening):
        family = VISITS
        label = "visit home"

    class Illness(Spell):
        family = VISITS
        label = "illness"

    visiting = Profile(
        "Visiting",
        looked_after,
        [clause("V-1", "A visit.", duty(VisitMade, within(2, SCHOOL_DAYS).of(during(Illness).begins)))],
    )
    ill = Illness(start="2026-03-02", end="2026-03-06")
    assert states(visiting, ill, on=date(2026, 3, 9), complete=[CARE, VISITS]) == [("V-1", "OVERDUE")]
    assert states(visiting, ill, on=date(2026, 3, 9)) == [("V-1", "CANNOT TELL")]
    assert states(visiting, ill, VisitMade(at="2026-03-04"), on=date(2026, 3, 9)) == [("V-1", "MET")]


def test_two_profiles_and_the_floor_are_all_in_one_assessment():
    child = Child("x", born=date(2014, 5, 9), history=[IN_CARE, Suspended(at="2026-03-02", days=1)], complete=[CARE])
    found = assess(child, [STOKE_ON_TRENT, PROMPT], calendar=HILL_TOP, on=date(2026, 3, 5))
    assert [policy.name for policy in found.profiles] == ["Stoke-on-Trent", "Prompt", "England"]
    assert {"STK-FTE-1a", "P-1"} <= {line.clause for line in found.lines}


def test_a_declaration_holds_for_its_own_day_and_is_silent_about_the_rest():
    from carepolicy.facts import Declared

    asked = stated("arrangements", "A", "G")
    child = Child(
        "x",
        history=[
            Declared(at="2026-01-15", attribute="arrangements", value="G"),
            Declared(at="2026-02-15", attribute="arrangements", value="N"),
        ],
    )
    timeline = asked.timeline(child)
    assert [timeline.at(day).value for day in (date(2026, 1, 15), date(2026, 2, 15), date(2026, 1, 16))] == [
        "holds",
        "fails",
        "cannot tell",
    ]
    assert (
        str(asked.on(date(2026, 1, 15), child))
        == "holds       arrangements declared as A or G\n    declared as G on 15 Jan 2026"
    )
    assert [str(m) for m in asked.on(date(2026, 1, 16), child).missing] == ["a declaration of arrangements for the day"]


def test_once_each_term_counts_from_the_term_after_the_first_act():
    due = once_each_term.counted_from(date(2025, 10, 8), calendar=HILL_TOP)
    assert due.day == date(2026, 3, 27)
    assert (
        once_each_term.counted_from(date(2026, 6, 10), calendar=HILL_TOP).missing
        == "the dates of the term after the last one published"
    )


def test_a_permanent_exclusion_is_its_own_trigger_and_a_notice_counts_for_the_latest_event_before_it():
    both = Profile(
        "Both",
        looked_after,
        [clause("B-1", "Told.", duty(VirtualSchoolInformed, on_the_day.of(Suspended, PermanentlyExcluded)))],
    )
    history = [
        Suspended(at="2026-03-02", days=1),
        PermanentlyExcluded(at="2026-03-04"),
        VirtualSchoolInformed(at="2026-03-04"),
    ]
    assert states(both, *history, on=date(2026, 3, 5)) == [("B-1", "OVERDUE"), ("B-1", "MET")]


# --- a template that a school adopts ----------------------------------------------------------------------------------

TEMPLATE = Profile(
    "Template",
    looked_after,
    [
        clause("T-1", "We care.", stated_by("school"), locator="line 1", notes=["care is not measured"]),
        clause("T-2", "Nobody is suspended.", never(Suspended), locator="line 2", actor="school"),
        clause("T-3", "We wait.", locator="line 3"),
    ],
)


def adopt(**more):
    return taken_over(TEMPLATE, prefix="S-", instead_of="T-", **more)


def test_a_school_takes_over_every_clause_of_a_template_under_its_own_ids():
    ours = adopt()
    assert [one.id for one in ours] == ["S-1", "S-2", "S-3"]
    assert [(one.says, one.locator, one.demands) for one in ours] == [
        (one.says, one.locator, one.demands) for one in TEMPLATE.clauses
    ]


def test_only_what_differs_is_written_again():
    under_five = under_age(5)
    one, two, _ = adopt(
        differing={"S-1": differs("We care a lot.", notes=()), "S-2": differs(actor="headteacher", scope=under_five)}
    )
    assert (one.says, one.notes, one.demands) == ("We care a lot.", (), TEMPLATE.clause("T-1").demands)
    assert (two.says, two.actor, two.demands) == (
        "Nobody is suspended.",
        ("headteacher",),
        (never(Suspended, scope=under_five),),
    )


def test_a_school_adds_clauses_at_their_place_and_leaves_others_out():
    own = clause("S-2a", "Nobody is forgotten.")
    assert [one.id for one in adopt(adding={"S-2": [own]}, leaving_out=["T-1"])] == ["S-2", "S-2a", "S-3"]


def test_each_clause_has_its_place_in_the_document_of_the_school():
    places = {"S-1": "page 1", "S-2": "page 2", "S-3": "page 3"}
    assert [one.locator for one in adopt(places=places)] == ["page 1", "page 2", "page 3"]


@pytest.mark.parametrize(
    ("more", "error", "says"),
    [
        ({"differing": {"S-11": differs("We care.")}}, UnknownName, "differing: nothing called 'S-11' is taken over from Template. Did you mean S-1"),
        ({"adding": {"T-2": []}}, UnknownName, "adding: nothing called 'T-2' is taken over from Template"),
        ({"leaving_out": ["S-1"]}, UnknownName, "Template has no clause 'S-1'"),
        ({"leaving_out": ["T-3"], "differing": {"S-3": differs("We act.")}}, UnknownName, "nothing called 'S-3'"),
        ({"places": {"S-1": "page 1"}}, BadPolicy, "no place in the school's document: S-2, S-3. Add them to places."),
        ({"differing": {"S-1": {"says": "We care."}}}, Unfinished, "S-1: what differs is written as differs("),
        ({"adding": {"S-1": clause("S-1a", "We act.")}}, Unfinished, "adding: S-1 takes a list of clauses"),
        ({"adding": {"S-1": ["We act."]}}, Unfinished, "adding: S-1 takes a list of clauses"),
        ({"differing": {"S-3": differs(scope=looked_after)}}, Unfinished, "S-3 demands nothing"),
        ({"differing": {"S-2": differs(modality=Modality.MAY)}}, Unfinished, "S-2: what only defines, allows or describes"),
    ],
)  # fmt: skip
def test_a_mistake_in_adopting_a_template_is_told_where_it_is_made(more, error, says):
    with pytest.raises(error, match=re.escape(says)):
        adopt(**more)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"scope": "everybody"}, "scope takes a condition"),
        ({"demands": "x"}, "demands takes a list"),
        ({"demands": stated_by("school")}, "demands takes a list"),
        ({"demands": [None]}, "demands takes a list"),
        ({"says": ""}, "says takes what the clause says"),
        ({"actor": []}, "actor takes who must act"),
        ({"defines": "care"}, "defines takes the condition"),
        ({"kind": "definition"}, "kind takes one of"),
        ({"modality": "may"}, "modality takes one of"),
    ],
)
def test_a_difference_that_says_nothing_is_refused_where_it_is_written(more, says):
    with pytest.raises(Unfinished, match=re.escape(says)):
        differs(**more)


def test_a_clause_may_be_about_something_else_and_fix_another_meaning_at_a_school():
    under_five = under_age(5)
    one, *_ = adopt(
        differing={"S-1": differs(demands=(), kind=Kind.DEFINITION, matter="define_term", defines=under_five)}
    )
    assert (one.matter, one.defines, one.kind, one.demands) == (("define_term",), under_five, Kind.DEFINITION, ())


def test_the_rules_by_which_a_clause_covers_children_get_the_ids_of_the_school():
    ours, theirs = (Rule(id, "the young ones", under_age(5) & looked_after) for id in ("S-3", "T-3"))
    template = Profile(
        "Template",
        looked_after,
        [
            clause("T-1", "We plan.", duty(PepCompleted, on_the_day.of(theirs.begins, JoinedSchool), scope=~theirs)),
            clause("T-2", "Ever after.", stated_by("school", scope=ever(theirs))),
            clause("T-3", "The young ones.", kind=Kind.DEFINITION, defines=theirs),
        ],
    )
    plan, after, defined = taken_over(template, prefix="S-", instead_of="T-")
    assert plan.demands == (duty(PepCompleted, on_the_day.of(ours.begins, JoinedSchool), scope=~ours),)
    assert after.demands == (stated_by("school", scope=ever(ours)),)
    assert defined.defines == ours


def test_a_template_whose_ids_begin_otherwise_is_refused_by_name():
    with pytest.raises(BadPolicy, match="do not begin with 'X-': T-1, T-2, T-3"):
        taken_over(TEMPLATE, prefix="S-", instead_of="X-")


def test_what_differs_is_printed_as_it_is_written():
    assert repr(differs("We act.", actor="school", scope=looked_after)).startswith(
        "differs(says='We act.', actor=('school',), scope="
    )
    assert repr(differs()) == "differs()"
