"""The school's own files, and JSON in and out."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from attrs import evolve, fields_dict
from hypothesis import given
from hypothesis import strategies as st

from carepolicy.adapters.records import (
    ANSWERS,
    CHILD_SCHEMA,
    answer_from_dict,
    answer_schema,
    answer_to_dict,
    assessment_from_json,
    assessment_schema,
    assessment_to_dict,
    assessment_to_json,
    child_from_dict,
    child_from_json,
    child_schema,
    child_to_dict,
    child_to_json,
    statuses_from_dict,
    statuses_schema,
    statuses_to_dict,
)
from carepolicy.adapters.school_events import EVENTS, Events, read_school_events, with_events
from carepolicy.adapters.term_dates import read_term_dates, term_dates_with_notes
from carepolicy.assessment import StatusesOnDay, assess, statuses_on
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.errors import BadInput, NotAskable
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    CareOrder,
    Child,
    Happening,
    Item,
    JoinedSchool,
    LeftSchool,
    PepCompleted,
    PermanentlyExcluded,
    PostHeld,
    Source,
    Spell,
    Suspended,
    TakenOffRoll,
)
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.rules import DEFINITIONS
from carepolicy.logic.definition import commenced
from carepolicy.logic.finding import Reason
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import as_text
from carepolicy.ruling import rule_on
from carepolicy.time.days import EVERY_DAY, NO_DAYS, Days
from carepolicy.time.instants import Instant
from tests.situations.school import HILL_TOP
from tests.strategies import children

ROOT = Path(__file__).resolve().parents[2]
SHARED_CALENDARS = ROOT.parent / "shared" / "calendars"


@cache
def validator(schema):
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def fits(data, schema) -> None:
    """That data fits a schema; the schema itself is checked once, which takes longer than anything else here."""
    validator(schema).validate(data)


def problems(read, *arguments, **named) -> list[str]:
    with pytest.raises(BadInput) as raised:
        read(*arguments, **named)
    return [str(problem) for problem in raised.value.problems]


# --- school events ---------------------------------------------------------------------------------------------------


@pytest.fixture
def events(tmp_path):
    def write(*rows: str, header: str = "child,event,when,days,first_day,ref,about,clause,role,entered") -> Path:
        path = tmp_path / "events.csv"
        path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
        return path

    return write


def test_every_event_there_is_can_be_read(tmp_path):
    needed = {"clause": "STK-PEP-1c", "role": "designated_teacher", "meeting": "PEP review"}
    for name, kind in EVENTS.items():
        own = [column for column in needed if column in fields_dict(kind)]
        header, row = ["child", "event", "when", *own], ["7", name, "2026-03-12T10:20", *(needed[one] for one in own)]
        path = tmp_path / "events.csv"
        path.write_text(f"{','.join(header)}\n{','.join(row)}\n", "utf-8")
        (record,) = read_school_events(path).records["7"]
        assert type(record) is kind
        assert (record.start if isinstance(record, Spell) else record.at) == Instant.of("2026-03-12T10:20")
        assert record.source == Source("events.csv", (2,))


def test_what_is_written_on_an_event_as_yes_or_no_is_read(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(
        "child,event,when,agreed,in_pep,reviews_set,end_set,lunchtime,days\n"
        "7,part_time_timetable,2026-03-12,yes,no,,yes,,\n7,suspended,2026-03-13T10:20,,,,,yes,2\n",
        "utf-8",
    )
    timetable, suspended = read_school_events(path).records["7"]
    assert (timetable.agreed, timetable.in_pep, timetable.reviews_set, timetable.end_set) == (True, False, None, True)
    assert suspended.lunchtime is True


def test_what_lasts_is_read_with_its_end_and_a_document_with_what_it_holds_and_lacks(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(
        "child,event,when,until,holds,lacks\n7,ehc_plan,2024-03-12,2026-01-09,,\n"
        "7,pep_written,2026-02-06,,targets; value added,baseline attainment\n",
        "utf-8",
    )
    plan, pep = read_school_events(path).records["7"]
    assert plan.end == Instant.of("2026-01-09")
    assert (pep.holds, pep.lacks) == ((Item.TARGETS, Item.VALUE_ADDED), (Item.BASELINE_ATTAINMENT,))


def test_a_row_about_the_school_itself_belongs_to_every_child(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(
        "child,event,when,until,role\n*,post_held,2024-09-02,,designated_teacher\n7,joined_school,2024-09-02,,\n",
        "utf-8",
    )
    events = read_school_events(path)
    assert [record.role for record in events.school] == ["designated_teacher"]
    (child,) = with_events([Child("7")], events, [SETTING])
    assert any(isinstance(record, PostHeld) for record in child.history)
    assert child.complete_days(SETTING) == EVERY_DAY


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("*,joined_school,2024-09-02,,,", "column child: is * and joined_school is about one child. Name the child."),
        ("7,joined_school,2024-09-02,2025-07-18,,", "column until: says something that joined_school does not have."),
        (
            "7,pep_written,2024-09-02,,,a poem",
            "column holds: holds a word that is not known. Put semicolons between words of:",
        ),
        ("*,post_held,2024-09-02,,,", "column role: is empty, and post_held needs it."),
    ],
)
def test_a_row_that_says_what_its_event_cannot_is_an_error(tmp_path, row, says):
    path = tmp_path / "events.csv"
    path.write_text(f"child,event,when,until,role,holds\n{row}\n", "utf-8")
    assert problems(read_school_events, path)[0].startswith(f"events.csv, row 2, {says}")


def test_after_a_row_about_the_school_that_could_not_be_read_no_list_of_the_schools_is_complete(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text("child,event,when,role\n*,post_held,2024-09-02,\n7,joined_school,2024-09-02,\n", "utf-8")
    with pytest.raises(BadInput) as raised:
        read_school_events(path)
    (child,) = with_events([Child("7")], raised.value.readable, [SETTING])
    assert child.complete_days(SETTING) == NO_DAYS


def test_a_yes_or_no_that_is_neither_is_an_error(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text("child,event,when,agreed\n7,part_time_timetable,2026-03-12,perhaps\n", "utf-8")
    assert problems(read_school_events, path)[0].startswith("events.csv, row 2, column agreed: is not a code")


def test_a_suspension_keeps_its_days_its_first_day_and_its_reference(events):
    (record,) = read_school_events(events("7,suspended,12/03/2026 10:20,2,13/03/2026,s1,,,,14/03/2026")).records["7"]
    assert record == Suspended(
        at="2026-03-12T10:20", days=2, first_day="2026-03-13", ref="s1", entered=date(2026, 3, 14)
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("7,pep_complete,2026-03-12,,,,,,,", "row 2, column event: is not a code that is accepted here. Did you mean pep_completed?"),
        ("7,pep_completed,12/03/26,,,,,,,", "row 2, column when: has a year of two digits."),
        (",pep_completed,2026-03-12,,,,,,,", "row 2, column child: is empty."),
        ("7,suspended,2026-03-12,half,,,,,,", "row 2, column days: is not a whole number. Write 1 to 9999, or leave it empty"),
        ("7,suspended,2026-03-12,0,,,,,,", "row 2, column days: is not a whole number. Write 1 to 9999, or leave it empty"),
        ("7,pep_completed,2026-03-12,2,,,,,,", "row 2, column days: says something that pep_completed does not have."),
        ("7,attested,2026-03-12,,,,,STK-PEP-1c,,", "row 2, column role: is empty, and attested needs it."),
        ("7,suspended,2026-03-29T01:30,2,,,,,,", "row 2, column when: This time never occurred in the United Kingdom"),
    ],
)  # fmt: skip
def test_a_bad_row_of_events_is_an_error_that_names_its_place(events, row, problem):
    (found,) = problems(read_school_events, events(row))
    assert found.startswith(f"events.csv, {problem}")


def test_good_rows_beside_bad_ones_are_still_read_and_all_problems_told(events):
    path = events("7,pep_completed,2026-03-12,,,,,,,", "7,nothing,2026-03-12,,,,,,,", "8,pep_completed,soon,,,,,,,")
    with pytest.raises(BadInput) as raised:
        read_school_events(path)
    assert len(raised.value.problems) == 2
    assert list(raised.value.readable.records) == ["7"]


def readable(path: Path) -> Events:
    with pytest.raises(BadInput) as raised:
        read_school_events(path)
    return raised.value.readable


@pytest.mark.parametrize(
    "row", ["7,pep_complted,2026-03-12,,,,,,,", "7,pep_completed", "7,pep_completed,12/03/26,,,,,,,"]
)
def test_a_child_whom_a_bad_row_touches_is_left_out_and_the_rest_keep_their_lists(events, row):
    read = readable(events(row, "8,pep_completed,2026-03-12,,,,,,,"))
    known = [Child(id, complete=[SCHOOLING]) for id in ("7", "8")]
    (eight,) = with_events(known, read, [SCHOOLING])
    assert (eight.id, [statement.family for statement in eight.complete]) == ("8", [SCHOOLING])


@pytest.mark.parametrize("row", [",pep_completed,2026-03-12,,,,,,,", "1O,pep_complted,2026-03-12,,,,,,,"])
def test_a_bad_row_that_names_no_known_child_leaves_nobodys_schooling_complete(events, row):
    (eight,) = with_events([Child("8", complete=[CARE, SCHOOLING])], readable(events(row)), [CARE, SCHOOLING])
    assert [statement.family for statement in eight.complete] == [CARE]
    assert "may be about this one: no list of schooling is taken as complete" in str(eight.warnings[0])


def test_a_file_of_events_that_cannot_be_read_leaves_nobodys_schooling_complete(tmp_path):
    (eight,) = with_events([Child("8", complete=[SCHOOLING])], readable(tmp_path / "none.csv"), [SCHOOLING])
    assert eight.complete == ()


def test_a_time_that_does_not_exist_is_told_as_one(events):
    assert problems(read_school_events, events("7,suspended,2026-03-12T25:20,2,,,,,,")) == [
        "events.csv, row 2, column when: is a moment that does not exist. Check the day, month and time."
    ]


def test_a_file_of_another_kind_is_told_which_columns_it_lacks(tmp_path):
    path = tmp_path / "dates.csv"
    path.write_text("kind,name,start,end\nterm,Spring,2026-01-05,2026-03-27\n", "utf-8")
    assert problems(read_school_events, path) == [
        f"dates.csv, row 1, column {name}: is missing. The columns needed are child, event, when."
        for name in ("child", "event", "when")
    ]


def test_a_column_nobody_knows_is_noted(events):
    read = read_school_events(events("7,pep_completed,2026-03-12,x", header="child,event,when,remarks"))
    assert read.notes == ("column remarks of events.csv is not read",)


def test_schooling_is_complete_only_while_the_file_has_the_child_on_the_roll(events):
    path = events("7,joined_school,2025-09-03,,,,,,,", "7,left_school,2026-02-10,,,,,,,")
    (child,) = with_events([Child("7", complete=[SCHOOLING, CARE])], read_school_events(path), [SCHOOLING, CARE])
    assert child.complete_days(SCHOOLING) == Days.of((date(2025, 9, 3), date(2026, 2, 11)))
    assert child.complete_days(CARE) == ~Days()
    assert [type(record) for record in child.history] == [JoinedSchool, LeftSchool]


def test_a_child_whom_only_the_school_knows_has_no_completeness_of_care(events):
    read = read_school_events(events("9,pep_completed,2026-03-12,,,,,,,"))
    (nine,) = with_events([], read, [CARE, PERMANENCE, SCHOOLING])
    assert [statement.family for statement in nine.complete] == [SCHOOLING]
    assert [str(warning) for warning in nine.warnings] == [
        "events.csv row 2: the child is in the school's events and not in the return"
    ]


# --- term dates ------------------------------------------------------------------------------------------------------


@pytest.fixture
def dates(tmp_path):
    def write(*rows: str, header: str = "kind,name,start,end") -> Path:
        path = tmp_path / "dates.csv"
        path.write_text("\n".join([header, *rows]) + "\n", "utf-8")
        return path

    return write


def test_every_kind_of_day_is_read(dates):
    calendar = read_term_dates(
        dates(
            "term,Autumn,2025-09-03,19/12/2025", "half_term_break,,2025-10-27,2025-10-31", "inset,,2025-11-28,2025-11-28",
            "closure,Snow,2025-12-01,2025-12-02", "session,Saturday school,2025-12-06,2025-12-06",
            "bank_holiday_closure,,2025-12-08,2025-12-08",
        ),
        all_inset_listed=True,
    )  # fmt: skip
    days = [
        date(2025, 10, 28),
        date(2025, 11, 28),
        date(2025, 12, 1),
        date(2025, 12, 2),
        date(2025, 12, 6),
        date(2025, 12, 8),
    ]
    assert [calendar.why_closed(day) for day in days] == ["half-term", "INSET", "Snow", "Snow", None, "bank holiday"]
    assert calendar.name == "dates.csv"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (
            ["holiday,x,2025-09-03,2025-12-19"],
            "dates.csv, row 2, column kind: is a holiday, which is what lies between two terms.",
        ),
        (
            ["trem,x,2025-09-03,2025-12-19"],
            "dates.csv, row 2, column kind: is not a code that is accepted here. Did you mean term?",
        ),
        (["term,x,2025-09-03,2025-09-02"], "dates.csv, row 2, column end: is earlier than start. Swap the two dates."),
        (["term,x,2025-09-31,2025-12-19"], "dates.csv, row 2, column start: is a date that does not exist."),
        (
            ["term,a,2025-09-03,2025-12-19", "term,b,2025-12-01,2026-03-27"],
            "dates.csv: a and b overlap. Correct their first",
        ),
    ],
)
def test_bad_term_dates_are_errors_that_name_their_place(dates, rows, problem):
    (found,) = problems(read_term_dates, dates(*rows))
    assert found.startswith(problem)


def test_a_file_of_term_dates_that_is_not_there(tmp_path):
    assert problems(read_term_dates, tmp_path / "none.csv") == [
        "none.csv: is not there. Put it there, or name the place where it is."
    ]


@pytest.mark.skipif(
    not SHARED_CALENDARS.is_dir(), reason="the real term dates are not beside this checkout (../shared/calendars)"
)
@pytest.mark.parametrize(
    ("name", "year", "pupil_days"),
    [("oxfordshire", 2025, 194), ("stoke-on-trent", 2024, 190), ("cambridgeshire", 2020, 195)],
)
def test_real_term_dates_of_a_council_have_as_many_school_days_as_it_published(name, year, pupil_days):
    calendar = read_term_dates(SHARED_CALENDARS / f"{name}.csv")
    terms = [term for term in calendar.terms if date(year, 8, 1) <= term.first < date(year + 1, 8, 1)]
    opened = sum(
        calendar.count(after=date.fromordinal(term.first.toordinal() - 1), to=term.last)
        if calendar.covers(date.fromordinal(term.first.toordinal() - 1))
        else calendar.count(after=term.first, to=term.last) + 1
        for term in terms
    )
    assert opened == pupil_days


# --- JSON ------------------------------------------------------------------------------------------------------------


@given(children(schooling=True))
def test_a_child_is_rebuilt_from_its_json_and_fits_the_published_schema(child):
    data = json.loads(child_to_json(child))
    fits(data, child_schema)
    rebuilt = child_from_dict(data)
    assert rebuilt == child
    assert child_to_dict(rebuilt) == data


def test_sources_warnings_and_entry_dates_survive_json():
    child = Child(
        "7",
        history=[
            CareOrder(
                start="2020",
                source=Source("a.csv", (2, 3)),
                entered=date(2020, 2, 1),
                end="2021",
                end_entered=date(2021, 2, 1),
            )
        ],
    )
    rebuilt = child_from_json(child_to_json(child))
    assert rebuilt.history[0].source == Source("a.csv", (2, 3))
    assert rebuilt.history[0].end_entered == date(2021, 2, 1)


@given(children(schooling=True, most=2))
def test_an_assessment_is_rebuilt_from_its_json_and_fits_the_published_schema(child):
    found = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2), everything=True)
    data = json.loads(assessment_to_json(found))
    fits(data, assessment_schema)
    assert assessment_from_json(assessment_to_json(found)) == found
    assert assessment_to_dict(found) == data


def test_answers_to_single_questions_are_rebuilt_from_their_json_and_fit_their_published_schemas():
    child = Child("ana", born="2014-05-09", history=[CareOrder(start="2025-09-01")], complete=[CARE, SCHOOLING])
    named = {"calendar": HILL_TOP, "on": date(2026, 3, 12)}
    two = [assess(each, STOKE_ON_TRENT, **named) for each in (child, evolve(child, complete=[CARE]))]
    answers = (
        rule_on("exclude permanently", child, STOKE_ON_TRENT, **named),
        after(Suspended(at="2026-03-12T10:20"), child, STOKE_ON_TRENT, **named),
        compare(*two),
        compare(STOKE_ON_TRENT, ENGLAND),
    )
    for answer in answers:
        data = json.loads(json.dumps(answer_to_dict(answer)))
        jsonschema.validate(data, answer_schema(type(answer)))
        assert answer_from_dict(data) == answer
    with pytest.raises(NotAskable, match="was given a Child"):
        answer_to_dict(child)
    assert "is not carepolicy/ruling/1" in problems(answer_from_dict, {"schema": "carepolicy/child/1"})[0]


@given(children(most=2), st.sampled_from(list(DEFINITIONS)))
def test_statuses_on_a_day_are_rebuilt_from_their_json_and_fit_the_published_schema(child, name):
    day = date(2026, 3, 2)
    statuses = statuses_on(child, day, [commenced(DEFINITIONS[name])])
    found = StatusesOnDay(child.id, day, statuses, LAW_AS_AT)
    data = json.loads(json.dumps(statuses_to_dict(found)))
    fits(data, statuses_schema)
    assert statuses_from_dict(data) == found


def test_the_published_schemas_are_those_of_the_code():
    schemas = [("child-1", child_schema()), ("assessment-1", assessment_schema()), ("statuses-1", statuses_schema())]
    schemas += [(name.split("/")[1] + "-1", answer_schema(kind)) for kind, name in ANSWERS.items()]
    for name, schema in schemas:
        assert json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text("utf-8")) == schema


def test_everything_wrong_with_a_child_in_json_is_told_at_once_with_its_place():
    data = {
        "schema": CHILD_SCHEMA, "born": "sometime", "colour": "red", "warnings": "none",
        "history": [
            {"kind": "care_orders"},
            {"kind": "care_order", "start": "2025-01-01", "end": "2024-01-01"},
            {"kind": "suspended", "at": "2026-01-01", "days": True},
            {"kind": "accommodation", "start": "2026-01-01", "power": "s.99"},
            "not a record",
        ],
        "complete": [{"family": "care", "days": [["2020-01-01"]]}, {"family": ""}, {"family": "care", "entered": "soon"}],
    }  # fmt: skip
    found = problems(child_from_dict, data)
    assert [problem.split(": ")[0] for problem in found] == [
        "JSON, at colour", "JSON, at id", "JSON, at born", "JSON, at history[0].kind", "JSON, at history[1]",
        "JSON, at history[2].days", "JSON, at history[3].power", "JSON, at history[4]", "JSON, at complete[0].days[0]",
        "JSON, at complete[1].family", "JSON, at complete[2].entered", "JSON, at warnings",
    ]  # fmt: skip
    assert "sometime" not in "".join(found)


def test_json_of_another_schema_or_that_is_not_json_is_refused():
    assert problems(child_from_dict, {"schema": "carepolicy/child/99"})[0].startswith(
        "JSON, at schema: is not carepolicy/child/1"
    )
    assert problems(child_from_json, "{") == [
        "JSON: is not JSON from line 1, column 2 on. Check the brackets and commas there."
    ]
    assert problems(child_from_json, "[]") == ["JSON: is not an object. It begins with a brace."]


def test_kinds_of_record_that_a_profile_adds_can_be_read_when_they_are_named():
    class VisitMade(Happening):
        label = "visit"

    child = Child("7", history=[VisitMade(at="2026-01-01"), PepCompleted(at="2026-01-02")])
    data = child_to_dict(child)
    assert child_from_dict(data, kinds=[VisitMade, PepCompleted]) == child
    assert problems(child_from_dict, data)[0].startswith("JSON, at history[0].kind: is not a kind of record.")


def test_a_reason_is_rebuilt_with_its_parts():
    from carepolicy.law.looked_after import looked_after

    child = Child("7", born="2014-05-09", history=[CareOrder(start="2020-01-01")], complete=[CARE])
    found = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2))
    rebuilt = assessment_from_json(assessment_to_json(found))
    assert isinstance(rebuilt.statuses[0].reason.because[0], Reason)
    assert str(rebuilt.statuses[0].reason) == str(looked_after.on(date(2026, 3, 2), child))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"schema": ' + "[" * 100_000, "has brackets too deep, or a number too long, to be read. Check it."),
        ('{"schema": ' + "9" * 5_000 + "}", "has brackets too deep, or a number too long, to be read. Check it."),
        ('{"schema": "carepolicy/child/1", "id": "7", "history": [], "history": []}', "has a name twice in one object. Keep each once."),
    ],
    ids=["deep", "long", "twice"],
)  # fmt: skip
def test_json_that_nobody_would_write_on_purpose_is_told(text, says):
    assert problems(child_from_json, text) == [f"JSON: {says}"]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"complete": [{"family": "carre"}]}, "complete[0].family: is not a family of records. There are: care, permanence"),
        ({"complete": [{"family": "care", "days": [["2025-01-01", "2024-01-01"]]}]}, "complete[0].days: has a stretch that ends before"),
        ({"born": "9999-12-31T23:59-12:00"}, "born: This text is a date or a time that does not exist."),
    ],
    ids=["family", "days", "born"],
)  # fmt: skip
def test_a_child_in_json_that_says_something_impossible_is_told_where(said, says):
    (problem,) = problems(child_from_dict, {"schema": "carepolicy/child/1", "id": "7", **said})
    assert problem.startswith(f"JSON, at {says}")


def test_what_is_not_an_object_is_told_and_not_tried():
    assert problems(child_from_dict, None) == ["JSON: is not an object. Give what a JSON object is read as: a dict."]


# --- nothing lost in silence -----------------------------------------------------------------------------------------


def test_every_problem_of_a_row_of_events_is_told_at_once(events):
    found = problems(read_school_events, events("7,suspended,31/02/2026,half,,,,,,"))
    assert [problem.split(":")[0] for problem in found] == [
        "events.csv, row 2, column when",
        "events.csv, row 2, column days",
    ]


def test_an_event_that_is_there_twice_is_one_event_with_a_warning(events):
    read = read_school_events(
        events("7,suspended,2026-03-12T10:20,2,,s1,,,,", "7,suspended,2026-03-12T10:20,2,,s1,,,,")
    )
    assert len(read.records["7"]) == 1
    assert list(map(str, read.odd["7"])) == ["events.csv row 3: the same event is here twice; one row is used"]


def test_a_notice_about_nothing_on_record_is_a_warning_on_the_child(events):
    read = read_school_events(
        events("7,virtual_school_informed,2026-03-12,,,,S1,,,", "7,suspended,2026-03-12,2,,s1,,,,")
    )
    child = with_events([Child("7")], read)[0]
    assert "about names no event of this child" in str(child.warnings[0])


def test_of_a_child_whom_the_school_does_not_list_it_says_nothing(events):
    read = read_school_events(events("8,pep_completed,2026-03-12,,,,,,,"))
    here, elsewhere = with_events(
        [Child("8", complete=[CARE, SCHOOLING]), Child("7", complete=[CARE, SCHOOLING])], read
    )
    assert [item.family for item in here.complete] == [CARE, SCHOOLING]
    assert [item.family for item in elsewhere.complete] == [CARE]


def test_a_child_whom_a_problem_in_the_return_touches_does_not_come_back_as_one_whom_only_the_school_knows(events):
    read = read_school_events(events("7,pep_completed,2026-03-12,,,,,,,"))
    assert with_events([], read, left_out=["7"]) == ()


def test_files_with_a_header_and_no_row_say_so(tmp_path, events):
    assert read_school_events(events()).notes == ("events.csv has no rows under its header",)
    path = tmp_path / "term_dates.csv"
    path.write_text("\ufeffkind,name,start,end,colour\n", "utf-8")
    assert term_dates_with_notes(path).notes == (
        "term_dates.csv begins with a byte-order mark; it is read all the same",
        "term_dates.csv has no rows under its header",
        "column colour of term_dates.csv is not read",
    )


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
def test_a_year_that_cannot_be_right_is_an_error_in_every_file(tmp_path, events, year):
    says = "has a year that cannot be right. It takes a year from 1900 to 2199."
    assert problems(read_school_events, events(f"7,pep_completed,{year}-12-31,,,,,,,")) == [
        f"events.csv, row 2, column when: {says}"
    ]
    path = tmp_path / "term_dates.csv"
    path.write_text(f"kind,name,start,end\nterm,Autumn,2025-09-03,31/12/{year}\n", "utf-8")
    assert problems(read_term_dates, path)[0] == f"term_dates.csv, row 2, column end: {says}"


def test_days_on_record_that_may_be_at_any_time_are_no_crash():
    anywhen = "../.."
    history = [
        CareOrder(start=anywhen, end=anywhen), PepCompleted(at=anywhen), PepCompleted(at="2023-01-01/.."), Suspended(at=anywhen),
        Suspended(at=anywhen, days=3), JoinedSchool(at=anywhen), PermanentlyExcluded(at=anywhen), TakenOffRoll(at=anywhen),
    ]  # fmt: skip
    for born in (anywhen, "2011-03-17/..", "9999-12-31", "2014-05-09"):
        child = Child("7", born=born, history=history, complete=[CARE, SCHOOLING])
        found = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2), everything=True)
        assert as_text(found).startswith("7  on Mon 2 Mar 2026")
        assert assessment_from_json(assessment_to_json(found)) == found


def test_what_only_looks_like_the_end_of_a_line_is_part_of_its_cell(events):
    read = read_school_events(events("7,pep_completed,2026-03-12,,,a\x0bb\u2028c,,,,"))
    assert read.records["7"][0].ref == "a\x0bb\u2028c"


def test_a_key_that_may_be_a_childs_data_is_not_shown():
    (problem,) = problems(child_from_dict, {"schema": "carepolicy/child/1", "id": "7", "ZZNAME 17/03/2011": 1})
    assert problem.startswith("JSON, at ?: is not known here.")


def test_an_error_in_json_does_not_hold_the_text():
    with pytest.raises(BadInput) as raised:
        child_from_json('{"id": "ZZNAME"')
    assert raised.value.__context__ is None


def test_what_a_list_lacks_is_told_by_its_days_where_some_of_it_is_complete(events):
    read = read_school_events(events("7,joined_school,2025-11-03,,,,,,,"))
    (child,) = with_events(
        [Child("7", born="2014-05-09", history=[CareOrder(start="2025-09-01")], complete=[CARE])], read, [SCHOOLING]
    )
    found = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 2), everything=True)
    (line,) = [line for line in found.lines if line.clause == "STK-PEP-1a"]
    assert line.missing == (
        "a complete list of the child's records of schooling from Mon 1 Sep 2025 to Sun 2 Nov 2025",
    )
