"""Calendars that schools really have: composed, checked, read from files and feeds, and known as at a day."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from carepolicy.adapters.ical import ical_with_notes, read_ical
from carepolicy.adapters.term_dates import read_each_school, read_term_dates
from carepolicy.errors import BadCalendar, BadInput, NoTermDates
from carepolicy.logic.deadline import within
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.checks import what_looks_wrong
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS, WORKING_DAYS
from carepolicy.time.terms import HalfTerm, Mark, Published, Term
from carepolicy.time.working_days import Announced, WorkingDays, england
from tests.situations.published import A

COUNCIL = SchoolCalendar(
    [
        Term("Autumn", date(2025, 9, 2), date(2025, 12, 19)),
        Term("Spring", date(2026, 1, 5), date(2026, 3, 27)),
        Term("Summer", date(2026, 4, 13), date(2026, 7, 20)),
    ],
    [
        HalfTerm("October half-term", date(2025, 10, 27), date(2025, 10, 31)),
        HalfTerm("February half-term", date(2026, 2, 16), date(2026, 2, 20)),
        HalfTerm("May half-term", date(2026, 5, 25), date(2026, 5, 29)),
    ],
    closures={date(2026, 5, 7): "polling day"},
    name="the council's",
)


# --- a council's dates and a school's differences --------------------------------------------------------------------


def test_a_school_adds_its_training_days_to_the_councils_dates_and_the_councils_stay_as_they_were():
    before = repr(COUNCIL)
    school = COUNCIL.with_changes(inset=[date(2025, 11, 28)], name="Hill Top", version="2")
    assert school.why_closed(date(2025, 11, 28)) == "INSET"
    assert COUNCIL.is_school_day(date(2025, 11, 28))
    assert (school.name, school.version) == ("Hill Top", "2")
    assert repr(COUNCIL) == before


def test_a_term_of_the_schools_own_replaces_the_one_it_overlaps():
    school = COUNCIL.with_changes(terms=[Term("Autumn", date(2025, 9, 4), date(2025, 12, 18))])
    assert [term.first for term in school.terms] == [date(2025, 9, 4), date(2026, 1, 5), date(2026, 4, 13)]
    assert school.why_closed(date(2025, 12, 19)) == "school holiday"


def test_a_two_week_half_term_of_the_schools_own_replaces_the_councils():
    school = COUNCIL.with_changes(half_terms=[HalfTerm("October", date(2025, 10, 20), date(2025, 10, 31))])
    assert len(school.half_terms) == 3
    assert school.why_closed(date(2025, 10, 22)) == "half-term"


def test_a_further_years_terms_are_added():
    longer = COUNCIL.with_changes(terms=[Term("Autumn 2026", date(2026, 9, 2), date(2026, 12, 18))])
    assert COUNCIL.covers(date(2026, 10, 1)) is False
    assert longer.add(date(2026, 7, 20), 1) == date(2026, 9, 2)


def test_a_school_opens_again_on_a_day_that_the_council_closes():
    school = COUNCIL.with_changes(sessions=[date(2026, 5, 7), date(2026, 5, 9)])
    assert COUNCIL.why_closed(date(2026, 5, 7)) == "polling day"
    assert school.is_school_day(date(2026, 5, 7))
    assert school.is_school_day(date(2026, 5, 9)), "a Saturday school"


def test_a_closure_of_the_schools_own_outweighs_a_session():
    school = COUNCIL.with_changes(sessions=[date(2026, 5, 9)]).with_changes(closures={date(2026, 5, 9): "flood"})
    assert school.why_closed(date(2026, 5, 9)) == "flood"
    assert not school.is_school_day(date(2026, 5, 9))


def test_two_terms_of_the_schools_own_that_overlap_are_an_error():
    overlapping = [
        Term("one", date(2025, 9, 2), date(2025, 10, 24)),
        Term("two", date(2025, 10, 20), date(2025, 12, 19)),
    ]
    with pytest.raises(BadCalendar, match="one and two overlap"):
        COUNCIL.with_changes(terms=overlapping)


def test_where_days_were_published_and_how_well_that_was_checked_goes_with_every_due_date_that_uses_them():
    autumn = Published(date(2025, 9, 2), date(2025, 12, 19), "the council's page", mark=Mark.VERIFIED)
    spring = Published(date(2026, 1, 5), date(2026, 3, 27), "a consultation", mark=Mark.PARTIAL)
    calendar = COUNCIL.with_changes(
        published=[autumn, spring], version="3", published_on=date(2025, 3, 1), all_inset_listed=True
    )
    ten = within(10, SCHOOL_DAYS)
    assert ten.counted_from(date(2025, 9, 9), calendar=calendar).dates == (
        "the council's, version 3, published 1 Mar 2025",
        "the council's page (verified: read on the council's own page as set)",
    )
    over_christmas = ten.counted_from(date(2025, 12, 12), calendar=calendar).dates
    assert over_christmas[1:] == (
        "the council's page (verified: read on the council's own page as set)",
        "a consultation (partial: true of its source, or only proposed)",
    )
    assert within(10, WORKING_DAYS).counted_from(date(2025, 12, 12), calendar=calendar).dates == (
        "bank holidays as announced to 31 Dec 2028",
    )
    due_on_a_sunday = within(5, CALENDAR_DAYS).counted_from(date(2025, 12, 9), calendar=calendar)
    assert due_on_a_sunday.dates[1:] == ("the council's page (verified: read on the council's own page as set)",)


def test_a_training_day_of_the_schools_own_takes_the_place_of_an_extra_session():
    council = COUNCIL.with_changes(sessions=[date(2026, 5, 9)])
    assert council.with_changes(inset=[date(2026, 5, 9)]).why_closed(date(2026, 5, 9)) == "weekend"


def test_a_calendar_with_a_name_of_its_own_has_no_version_until_it_is_given_one():
    council = COUNCIL.with_changes(version="3")
    assert council.with_changes(name="Hill Top").edition == "Hill Top"
    assert council.with_changes(inset=[date(2025, 11, 28)]).version == "3"


def test_a_day_to_close_on_is_a_date():
    with pytest.raises(BadCalendar, match="closures takes days"):
        COUNCIL.closing("2025-12-10")


# --- bank holidays ---------------------------------------------------------------------------------------------------


def test_a_newly_announced_bank_holiday_moves_deadlines_and_is_not_known_before_it_was_announced():
    announced = england().announcing(date(2027, 6, 4), "a made-up day", on=date(2026, 9, 1))
    assert england().add(date(2027, 6, 3), 1) == date(2027, 6, 4)
    assert announced.add(date(2027, 6, 3), 1) == date(2027, 6, 7)
    assert announced.known_at(date(2026, 8, 31)).add(date(2027, 6, 3), 1) == date(2027, 6, 4)
    assert announced.known_at(date(2026, 9, 1)).add(date(2027, 6, 3), 1) == date(2027, 6, 7)


def test_a_bank_holiday_that_is_moved_frees_the_day_it_is_moved_from():
    moved = england().announcing(date(2027, 5, 7), "moved", on=date(2026, 9, 1), instead_of=date(2027, 5, 3))
    assert moved.is_open(date(2027, 5, 3))
    assert not moved.is_open(date(2027, 5, 7))
    assert not moved.known_at(date(2026, 1, 1)).is_open(date(2027, 5, 3))


def test_a_bank_holiday_past_the_list_or_moved_from_an_ordinary_day_is_an_error():
    with pytest.raises(BadCalendar, match="outside the list"):
        england().announcing(date(2029, 6, 4), "too late", on=date(2026, 9, 1))
    with pytest.raises(BadCalendar, match="is not a bank holiday"):
        england().announcing(date(2027, 6, 4), "moved", on=date(2026, 9, 1), instead_of=date(2027, 6, 7))


def test_a_year_whose_list_had_not_appeared_is_not_known():
    assert england().known_at(date(2025, 11, 23)).last == date(2027, 12, 31)
    assert england().known_at(date(2025, 11, 24)).last == date(2028, 12, 31)
    with pytest.raises(NoTermDates):
        england().known_at(date(2025, 11, 23)).add(date(2027, 12, 20), 10)


def test_a_list_of_ones_own_names_only_its_own_one_off_days():
    with pytest.raises(BadCalendar, match="is not among the holidays"):
        WorkingDays((), date(2026, 1, 1), date(2026, 12, 31), announced=[Announced(date(2026, 6, 1), date(2026, 1, 1))])


# --- what looks wrong ------------------------------------------------------------------------------------------------


def test_nothing_looks_wrong_in_a_year_of_190_days_or_in_one_whose_training_days_are_still_to_be_listed():
    assert what_looks_wrong(COUNCIL.with_changes(closures={})) == ()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"terms": [Term("Autumn", date(2025, 9, 7), date(2025, 12, 19))]}, "Autumn begins on Sun 7 Sep 2025, at a weekend"),
        ({"terms": [Term("Spring", date(2026, 1, 5), date(2026, 4, 3))]}, "Spring ends on Fri 3 Apr 2026, a bank holiday"),
        ({"terms": [Term("Spring", date(2026, 1, 5), date(2026, 7, 10))]}, "Spring lasts 187 calendar days"),
        ({"terms": [Term("Extra", date(2026, 8, 3), date(2026, 8, 3))]}, "Extra lasts 1 calendar day, on Mon 3 Aug 2026"),
        ({"inset": [date(2025, 11, 29)]}, "The INSET day Sat 29 Nov 2025 falls at a weekend"),
        ({"inset": [date(2025, 10, 28)]}, "The INSET day Tue 28 Oct 2025 falls in a half-term break"),
        ({"inset": [date(2024, 9, 2)]}, "The INSET day Mon 2 Sep 2024 is more than a week outside every term"),
        (
            {"inset": [date(2025, 9, 2), date(2025, 11, 28), date(2026, 1, 5), date(2026, 4, 13), date(2026, 6, 26), date(2026, 7, 20)]},
            "2025/26 has 6 INSET days, where 5 are usual",
        ),
        ({"closures": {date(2025, 12, 25): "heating"}}, "The closure on Thu 25 Dec 2025 (heating) falls on a day that is closed anyway"),
        ({"sessions": [date(2025, 11, 28)]}, "The extra session on Fri 28 Nov 2025 falls on a day that is open anyway"),
        ({"sessions": [date(2027, 1, 9)]}, "The extra session on Sat 9 Jan 2027 lies outside the published dates"),
        (
            {"half_terms": [HalfTerm("October", date(2026, 10, 26), date(2026, 10, 30))]},
            "October, 26 Oct 2026 to 30 Oct 2026, lies in no term",
        ),
        ({"half_terms": [HalfTerm("Long", date(2026, 2, 2), date(2026, 2, 20))]}, "Long, 2 Feb 2026 to 20 Feb 2026, is longer than two weeks"),
        ({"terms": [Term("Autumn 2026", date(2026, 11, 2), date(2026, 12, 18))]}, "104 calendar days lie between Summer and Autumn 2026"),
        ({"terms": [Term("Summer", date(2026, 4, 13), date(2026, 6, 19))], "all_inset_listed": True}, "2025/26 has 172 pupil days"),
    ],
)  # fmt: skip
def test_each_slip_is_told_in_a_sentence(changes, says):
    assert any(warning.startswith(says) for warning in what_looks_wrong(COUNCIL.with_changes(**changes)))


def test_the_calendars_of_the_worked_examples_have_190_days_or_the_188_of_the_shorter_year():
    assert what_looks_wrong(A) == ()


# --- files of several schools, with sources and marks ----------------------------------------------------------------

HEADER = "authority,school,academic_year,kind,name,start,end,source_title,source_url,confidence\n"
ROWS = (
    "Made-up,Hill Top,2025/26,term,Autumn,2025-09-02,2025-12-19,Hill Top's page,https://hilltop.example/dates,verified\n"
    "Made-up,Low Mead,2025/26,term,Autumn,2025-09-04,2025-12-17,Low Mead's page,https://lowmead.example/dates,partial\n"
    "Made-up,Low Mead,2025/26,inset,INSET,2025-11-28,2025-11-28,worked out,https://lowmead.example/dates,derived\n"
)


def written(folder: Path, text: str, name: str = "dates.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_several_schools_is_read_as_one_calendar_each(tmp_path):
    path = written(tmp_path, HEADER + ROWS)
    schools = read_each_school(path)
    assert list(schools) == ["Hill Top", "Low Mead"]
    assert schools["Low Mead"].why_closed(date(2025, 11, 28)) == "INSET"
    assert schools["Hill Top"].is_school_day(date(2025, 11, 28))
    assert read_term_dates(path, school="Low Mead") == schools["Low Mead"]


def test_a_file_of_several_schools_asks_which(tmp_path):
    path = written(tmp_path, HEADER + ROWS)
    for school in ("", "High Town"):
        with pytest.raises(BadInput, match=r"names these: Hill Top; Low Mead\. Choose one"):
            read_term_dates(path, school=school)


def test_each_row_keeps_its_source_and_its_mark(tmp_path):
    calendar = read_term_dates(written(tmp_path, HEADER + ROWS), school="Low Mead")
    assert [(one.title, one.mark) for one in calendar.published] == [
        ("Low Mead's page", Mark.PARTIAL),
        ("worked out", Mark.DERIVED),
    ]


def test_a_mark_that_is_none_is_an_error_that_names_its_row(tmp_path):
    path = written(tmp_path, HEADER + ROWS.replace("derived", "guessed"))
    with pytest.raises(BadInput, match="row 4, column confidence: is not a code that is accepted here"):
        read_each_school(path)


# --- an iCalendar feed -----------------------------------------------------------------------------------------------


def feed(folder: Path, *events: str) -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN", "X-WR-CALNAME:Hill Top"]
    for number, event in enumerate(events):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@hilltop.example",
            "DTSTAMP:20250601T000000Z",
            *event.split("|"),
            "END:VEVENT",
        ]
    return written(folder, "\r\n".join([*lines, "END:VCALENDAR", ""]), "dates.ics")


def event(name: str, first: str, until: str | None = None, *more: str) -> str:
    end = [] if until is None else [f"DTEND;VALUE=DATE:{until}"]
    return "|".join([f"SUMMARY:{name}", f"DTSTART;VALUE=DATE:{first}", *end, *more])


def test_a_feed_ends_each_event_on_the_day_before_its_end(tmp_path):
    path = feed(
        tmp_path,
        event("Autumn term", "20250902", "20251220"),
        event("Half term", "20251027", "20251101"),
        event("INSET day", "20251128"),
        event("Parents' evening", "20251119"),
    )
    read = ical_with_notes(path, all_inset_listed=True)
    calendar = read.calendar
    assert calendar.name == "Hill Top"
    assert calendar.is_school_day(date(2025, 12, 19))
    assert not calendar.covers(date(2025, 12, 20))
    days = [date(2025, 10, 31), date(2025, 11, 28), date(2025, 11, 3)]
    assert [calendar.why_closed(day) for day in days] == ["half-term", "INSET", None]
    assert read.notes == (
        "dates.ics, event 4 of 2025-11-19 is not about term dates by its category or name, and is left out",
    )


def test_a_category_decides_what_an_event_is_whatever_its_name(tmp_path):
    path = feed(
        tmp_path,
        event("Michaelmas", "20250902", "20251220", "CATEGORIES:term"),
        event("Staff away", "20251128", None, "CATEGORIES:inset"),
    )
    assert read_ical(path).why_closed(date(2025, 11, 28)) == "INSET"


def test_a_feed_that_tells_first_and_last_days_is_read_by_pairs(tmp_path):
    path = feed(
        tmp_path,
        event("Autumn term begins", "20250902"),
        event("Last day of autumn term", "20251219"),
        event("Half term starts", "20251027"),
        event("Half term ends", "20251031"),
    )
    calendar = read_ical(path)
    assert [(term.first, term.last) for term in calendar.terms] == [(date(2025, 9, 2), date(2025, 12, 19))]
    assert [(half.first, half.last) for half in calendar.half_terms] == [(date(2025, 10, 27), date(2025, 10, 31))]


def test_a_feed_that_lists_every_day_of_term_is_read_as_terms(tmp_path):
    days = [day for day in range(date(2025, 9, 2).toordinal(), date(2025, 9, 20).toordinal()) if day % 7 not in (0, 6)]
    path = feed(tmp_path, *(event("Term day", date.fromordinal(day).strftime("%Y%m%d")) for day in days))
    (term,) = read_ical(path).terms
    assert (term.first, term.last) == (date(2025, 9, 2), date(2025, 9, 19))


def test_a_feed_of_holidays_needs_to_be_told_from_when_to_when_it_tells(tmp_path):
    path = feed(
        tmp_path, event("Christmas holiday", "20251222", "20260105"), event("Easter holiday", "20260330", "20260413")
    )
    with pytest.raises(BadInput, match="lists holidays and no terms"):
        read_ical(path)
    calendar = read_ical(path, between=(date(2025, 9, 2), date(2026, 7, 20)))
    assert [(term.first, term.last) for term in calendar.terms] == [
        (date(2025, 9, 2), date(2025, 12, 21)),
        (date(2026, 1, 5), date(2026, 3, 29)),
        (date(2026, 4, 13), date(2026, 7, 20)),
    ]


@pytest.mark.parametrize(
    ("events", "says"),
    [
        ([event("Autumn term begins", "20250902")], "event 1 of 2025-09-02: tells one edge of a term, and its last day is not in the feed"),
        ([event("Autumn term ends", "20251219")], "event 1 of 2025-12-19: tells one edge of a term, and its first day is not in the feed"),
        (["SUMMARY:Autumn term|DTSTART:20250902T090000Z|DTEND:20251219T150000Z"], "event 1 of 2025-09-02, column DTSTART: has a time of day"),
        (["SUMMARY:Autumn term"], "event 1, column DTSTART: is missing"),
        ([event("Autumn term", "20250902", "20250902")], "event 1 of 2025-09-02, column DTEND: is not later than DTSTART"),
        ([event("INSET", "20250902", None, "RRULE:FREQ=WEEKLY;COUNT=3")], "event 1 of 2025-09-02, column RRULE: repeats"),
        ([event("Parents' evening", "20251119")], "lists no terms and no holidays"),
        (
            [event("Autumn term", "20250902", "20251220"), event("Winter term", "20251201", "20260301")],
            "Autumn term and Winter term overlap",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_in_a_feed_is_named_by_its_event(tmp_path, events, says):
    with pytest.raises(BadInput) as caught:
        read_ical(feed(tmp_path, *events))
    assert says in str(caught.value)


def test_every_problem_of_a_feed_is_told_at_once(tmp_path):
    with pytest.raises(BadInput) as caught:
        read_ical(
            feed(
                tmp_path,
                event("Autumn term", "20250902", "20250902"),
                "SUMMARY:INSET day",
                event("Term ends", "20251219"),
            )
        )
    assert len(caught.value.problems) == 3


AUTUMN, SPRING = event("Autumn term", "20250902", "20251220"), event("Spring term", "20260105", "20260328")


def test_something_in_mid_term_neither_ends_a_term_nor_makes_one(tmp_path):
    path = feed(
        tmp_path,
        event("New term uniform sale", "20250820"),
        event("Mid-term reports", "20251201"),
        event("End of term tests", "20251208", "20251213"),
        AUTUMN,
        SPRING,
    )
    read = ical_with_notes(path)
    first = read.calendar.terms[0]
    assert (first.first, first.last) == (date(2025, 9, 2), date(2025, 12, 19))
    assert "dates.ics, event 1 of 2025-08-20 is no term of its own, and is left out" in read.notes
    assert (
        "dates.ics, event 2 of 2025-12-01 is not about term dates by its category or name, and is left out"
        in read.notes
    )


def test_a_one_day_event_named_a_term_inside_a_term_does_not_end_it(tmp_path):
    path = feed(tmp_path, AUTUMN, event("Term lunch", "20251201"), SPRING)
    assert read_ical(path).terms[0].last == date(2025, 12, 19)


def test_a_mid_term_break_is_a_half_term_and_a_pd_day_is_a_training_day(tmp_path):
    path = feed(tmp_path, AUTUMN, event("Mid-term break", "20251027", "20251101"), event("PD day", "20251128"))
    calendar = read_ical(path)
    assert [calendar.why_closed(day) for day in (date(2025, 10, 28), date(2025, 11, 28))] == ["half-term", "INSET"]


def test_a_cancelled_event_is_left_out_and_told(tmp_path):
    path = feed(tmp_path, AUTUMN, event("INSET day", "20251128", None, "STATUS:CANCELLED"))
    read = ical_with_notes(path)
    assert read.calendar.is_school_day(date(2025, 11, 28))
    assert read.notes == ("dates.ics, event 2 of 2025-11-28 is cancelled, and is left out",)


def test_the_days_a_feed_of_holidays_tells_of_are_two_days_in_order(tmp_path):
    path = feed(tmp_path, event("Christmas holiday", "20251222", "20260105"))
    for between in ((date(2026, 7, 20), date(2025, 9, 2)), ("2025-09-02", "2026-07-20"), (date(2025, 9, 2),)):
        with pytest.raises(BadInput, match="between takes two days, the earlier first"):
            read_ical(path, between=between)


def test_a_file_that_is_no_feed(tmp_path):
    with pytest.raises(BadInput, match="is not an iCalendar feed"):
        read_ical(written(tmp_path, "kind,name,start,end\n", "dates.ics"))
    with pytest.raises(BadInput, match="is not there"):
        read_ical(tmp_path / "none.ics")


# --- the bank holidays that were collected ---------------------------------------------------------------------------

COLLECTED = Path(__file__).resolve().parents[3] / "shared" / "calendars" / "england_bank_holidays.csv"


@pytest.mark.skipif(
    not COLLECTED.is_file(), reason="the collected bank holidays are not beside this checkout (../shared)"
)
def test_the_bank_holidays_are_those_that_were_collected_up_to_the_last_announced_year():
    with COLLECTED.open(encoding="utf-8") as opened:
        collected = {date.fromisoformat(row["date"]) for row in csv.DictReader(opened)}
    announced = {day for day in collected if day.year <= 2028}
    assert len(announced) > 250
    assert set(england().names) == announced


def test_the_weekday_holidays_of_each_year_since_2020_are_those_of_the_notes():
    assert [sum(day.year == year for day in england().names) for year in range(2020, 2029)] == [
        8,
        8,
        10,
        9,
        8,
        8,
        8,
        8,
        8,
    ]
    one_off = {date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}
    assert one_off <= set(england().names)
    assert not {date(2020, 5, 4), date(2022, 5, 30)} & set(england().names), "moved"
