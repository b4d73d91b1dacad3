"""The term dates that come with the library: whole years only, a school's never a council's, each with source and mark."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from carepolicy.logic.deadline import within
from carepolicy.term_dates import shipped
from carepolicy.term_dates.cambridgeshire import CAMBRIDGESHIRE
from carepolicy.term_dates.oxfordshire import OXFORDSHIRE
from carepolicy.time.calendar import autumn_of
from carepolicy.time.checks import what_looks_wrong
from carepolicy.time.spans import SCHOOL_DAYS
from carepolicy.time.terms import Mark

SHARED_CALENDARS = Path(__file__).resolve().parents[3] / "shared" / "calendars"

PUPIL_DAYS = {
    ("oxfordshire", 2024): 194,
    ("oxfordshire", 2025): 194,
    ("oxfordshire", 2026): 194,
    ("oxfordshire", 2027): 194,
    ("cambridgeshire", 2020): 195,
    ("wychwood", 2020): 190,
    ("whitchurch", 2022): 189,
    ("nettlebed", 2023): 190,
    ("nettlebed", 2024): 190,
    ("chipping-norton", 2025): 191,
    ("peckover", 2020): 190,
    ("cambridge-primary-education-trust", 2021): 189,
    ("cambridge-primary-education-trust", 2022): 188,
    ("bassingbourn", 2022): 188,
    ("linton", 2023): 190,
    ("little-owl", 2024): 191,
    ("thomas-clarkson", 2025): 188,
    ("st-thomas-more", 2024): 190,
    ("discovery", 2025): 190,
}
"""Pupil days of each year, reckoned apart from the library; councils that leave training days to schools have more."""


def years(calendar) -> dict[int, list]:
    found: dict[int, list] = {}
    for term in calendar.terms:
        found.setdefault(autumn_of(term.first), []).append(term)
    return found


def test_each_year_has_the_pupil_days_that_its_page_gives():
    counted = {
        (name, year): calendar.number_from(terms[0].first, terms[-1].last)
        for name, calendar in shipped().items()
        for year, terms in years(calendar).items()
    }
    assert counted == PUPIL_DAYS


def test_no_year_lacks_a_term_and_years_that_were_not_seen_are_holes():
    for calendar in shipped().values():
        for terms in years(calendar).values():
            assert terms[0].first.month in (8, 9)
            assert terms[-1].last.month == 7
    assert not OXFORDSHIRE.covers(date(2023, 10, 2))
    assert not CAMBRIDGESHIRE.covers(date(2026, 10, 1)), "2026/27 was only proposed, to the spring half-term"
    assert "stoke-on-trent" not in shipped(), "no page of the council's own was found"


def test_every_row_has_a_source_and_a_mark():
    for name, calendar in shipped().items():
        rows = len(calendar.terms) + len(calendar.half_terms) + len(calendar.inset) + len(calendar.closures)
        assert len(calendar.published) == rows, name
        assert all(one.title and one.url.startswith("http") and one.mark for one in calendar.published), name


def test_only_the_academy_with_a_year_of_its_own_looks_odd():
    warnings = {name: found for name, calendar in shipped().items() if (found := what_looks_wrong(calendar))}
    assert list(warnings) == ["thomas-clarkson"]
    assert warnings["thomas-clarkson"][0] == "2025/26 has 6 INSET days, where 5 are usual."
    assert warnings["thomas-clarkson"][1].startswith("2025/26 has 188 pupil days, where a maintained school has 190")


def test_a_due_date_names_the_council_and_says_where_its_dates_are_only_proposed():
    twenty = within(20, SCHOOL_DAYS)
    set_dates = twenty.counted_from(date(2025, 9, 8), calendar=OXFORDSHIRE)
    assert str(set_dates) == "between Mon 6 Oct 2025 and Fri 10 Oct 2025", "four training days are each school's own"
    assert set_dates.dates == (
        "Oxfordshire County Council, as read on 21 November 2026",
        "Oxfordshire County Council: School term dates and holidays (verified: read on the council's own page as set)",
    )
    proposed = twenty.counted_from(date(2026, 9, 8), calendar=OXFORDSHIRE)
    assert "(partial: true of its source, or only proposed)" in proposed.dates[1]
    over_a_bank_holiday = twenty.counted_from(date(2026, 4, 20), calendar=OXFORDSHIRE)
    assert any("(derived: worked out from other dates)" in whose for whose in over_a_bank_holiday.dates)


def test_a_school_adds_its_own_training_days_to_the_councils_dates():
    school = OXFORDSHIRE.with_changes(
        inset=[date(2025, 11, 3), date(2026, 1, 5), date(2026, 4, 13), date(2026, 7, 20)], name="a made-up school"
    )
    assert str(within(20, SCHOOL_DAYS).counted_from(date(2025, 9, 8), calendar=school)) == "Mon 6 Oct 2025"
    assert school.number_from(date(2025, 9, 2), date(2026, 7, 20)) == 190


@pytest.mark.skipif(
    not SHARED_CALENDARS.is_dir(), reason="the collected term dates are not beside this checkout (../shared/calendars)"
)
def test_the_shipped_rows_are_those_that_were_collected():
    collected = set()
    for file in ("oxfordshire", "cambridgeshire", "stoke-on-trent", "school_examples"):
        with (SHARED_CALENDARS / f"{file}.csv").open(encoding="utf-8") as opened:
            collected |= {
                (row["start"], row["end"], row["confidence"], row["source_url"]) for row in csv.DictReader(opened)
            }
    for calendar in shipped().values():
        for one in calendar.published:
            assert one.mark is not None
            assert (one.first.isoformat(), one.last.isoformat(), one.mark.value, one.url) in collected
    assert {one.mark for one in OXFORDSHIRE.published} == set(Mark)
