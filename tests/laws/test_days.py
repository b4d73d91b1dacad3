"""Sets of days obey the laws of sets, checked against Python's own sets of dates."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from carepolicy.time.days import (
    EVERY_DAY,
    NO_DAYS,
    Days,
    Timeline,
    from_runs,
    intersection,
    joined,
    opposite,
    overlap,
    union,
)
from carepolicy.verdict import Verdict
from tests.strategies import FIRST, day_sets

WINDOW = [FIRST + timedelta(days=number) for number in range(-2, 44)]


def on_fingers(days: Days) -> set[date]:
    return {day for day in WINDOW if day in days}


@given(st.lists(day_sets(), max_size=5))
def test_a_union_holds_what_is_in_any_of_its_sets(sets):
    expected = set().union(*map(on_fingers, sets)) if sets else set()
    assert on_fingers(union(sets)) == expected


@given(st.lists(day_sets(), min_size=1, max_size=5))
def test_an_intersection_holds_what_is_in_all_of_its_sets(sets):
    assert on_fingers(intersection(sets)) == set.intersection(*map(on_fingers, sets))


@given(day_sets())
def test_what_is_not_in_a_set_is_in_the_rest(days):
    assert on_fingers(~days) == set(WINDOW) - on_fingers(days)
    assert ~~days == days


@given(day_sets(), day_sets())
def test_equal_sets_of_days_are_equal_values(one, other):
    assert (one | other) == (other | one)
    assert (one & other) == ~(~one | ~other)
    assert (one - other) | (one & other) == one
    assert hash(one | other) == hash(other | one)


@given(day_sets(), st.integers(0, 42), st.integers(0, 42))
def test_a_set_has_all_of_a_range_when_it_has_each_of_its_days(days, first, until):
    low, high = WINDOW[first], WINDOW[until]
    expected = {day for day in WINDOW if low <= day < high} <= on_fingers(days)
    assert days.has_all(low.toordinal(), high.toordinal()) is expected


@given(day_sets())
def test_a_set_is_the_union_of_its_stretches(days):
    assert Days.of(*days.stretches()) == days
    assert eval(repr(days), {"Days": Days, "date": date, "NO_DAYS": NO_DAYS, "EVERY_DAY": EVERY_DAY}) == days


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=8))
def test_runs_make_the_days_they_cover_and_no_others(runs):
    covered = {day for first, until in runs for day in range(first, until)}
    found = from_runs(list(runs))
    assert {day for day in range(2, 61) if found.has(day)} == covered - {1}


@given(day_sets(), st.integers(0, 30), st.integers(0, 30))
def test_counting_days_is_counting_on_fingers(days, first, length):
    start, until = FIRST + timedelta(days=first), FIRST + timedelta(days=first + length)
    expected = sum(day in days for day in (start + timedelta(days=number) for number in range(length)))
    assert days.count(start, until) == expected


@given(day_sets(), day_sets())
def test_a_timeline_answers_every_day_from_its_two_sets(certain, doubtful):
    timeline = Timeline(certain, certain | doubtful)
    for first, until, verdict in timeline.stretches():
        for day in WINDOW:
            if (first is None or first <= day) and (until is None or day < until):
                assert timeline.at(day) is verdict
    expected = [Verdict.HOLDS if d in certain else Verdict.UNKNOWN if d in doubtful else Verdict.FAILS for d in WINDOW]
    assert [timeline.at(day) for day in WINDOW] == expected


@given(st.lists(st.tuples(day_sets(), day_sets()), min_size=1, max_size=4))
def test_timelines_combine_day_by_day_as_answers_do(pairs):
    timelines = [Timeline(certain, certain | doubtful) for certain, doubtful in pairs]
    for day in WINDOW:
        answers = [timeline.at(day) for timeline in timelines]
        both, either = answers[0], answers[0]
        for answer in answers[1:]:
            both, either = both & answer, either | answer
        assert overlap(timelines).at(day) is both
        assert joined(timelines).at(day) is either
        assert opposite(timelines[0]).at(day) is ~answers[0]


@given(day_sets(), day_sets())
def test_the_stretches_of_a_timeline_tile_all_of_time(certain, doubtful):
    stretches = list(Timeline(certain, certain | doubtful).stretches())
    assert stretches[0][0] is None
    assert stretches[-1][1] is None
    for (_, until, verdict), (first, _, next_verdict) in zip(stretches, stretches[1:], strict=False):
        assert until == first
        assert verdict is not next_verdict
