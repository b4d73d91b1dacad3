"""Public conformance cases of other people's algebras, run against ours; an extra check where the cases are at hand.

The cases are not ours to copy, so they are read from beside the project, and the tests are skipped where they are not there.
Where a dialect means something else by a word than we do, the case is listed with the reason, not bent.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL, Days, intersection, ordinals, union
from carepolicy.time.instants import Instant
from carepolicy.time.spans import CALENDAR_DAYS, MONTHS, WEEKS, YEARS, Span, Unit, add_months, birthday, years_between
from carepolicy.time.stretches import Stretch
from carepolicy.verdict import Verdict, all_of, any_of

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "tck"

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason="the public conformance cases are not beside this checkout (../shared/cases/tck)"
)


class NotOurs(Exception):
    """A case that means something else than we do; its text is the reason."""


def run(name: str, answer: Callable[[dict[str, Any]], object], floor: int) -> None:
    """Runs a file of cases, prints what was not run and why, and holds the number that ran to a floor."""
    left_out: Counter[str] = Counter()
    wrong: list[str] = []
    ran = 0
    for case in json.loads((CASES / f"{name}.json").read_text("utf-8"))["cases"]:
        try:
            found = answer(case)
        except NotOurs as reason:
            left_out[str(reason)] += 1
            continue
        ran += 1
        if found != case["expect"]:
            wrong.append(f"{case['id']}: {found!r}, expected {case['expect']!r}")
    for reason, number in sorted(left_out.items()):
        print(f"{name}: {number} not run: {reason}")
    print(f"{name}: {ran} ran, {len(wrong)} wrong")
    assert not wrong, "\n".join(wrong)
    assert ran >= floor


def plain(verdict: Verdict) -> bool | None:
    return {Verdict.HOLDS: True, Verdict.FAILS: False, Verdict.UNKNOWN: None}[verdict]


# --- three values ----------------------------------------------------------------------------------------------------


def test_the_three_answers_combine_as_in_kleenes_logic():
    def answer(case: dict[str, Any]) -> object:
        args = (
            case["args"][0]
            if case["op"] in ("all", "any") and case["args"] and isinstance(case["args"][0], list)
            else case["args"]
        )
        verdicts = [Verdict.of(arg) for arg in args]
        match case["op"]:
            case "and" | "all":
                return plain(all_of(verdicts))
            case "or" | "any":
                return plain(any_of(verdicts))
            case "not":
                return plain(~verdicts[0])
            case "xor":
                return plain(verdicts[0] ^ verdicts[1])
            case "implies":
                return plain(verdicts[0].implies(verdicts[1]))
            case "is_true":
                return verdicts[0].holds
            case "is_false":
                return verdicts[0].fails
            case "is_unknown":
                return verdicts[0].unknown
        raise NotOurs(case["op"])

    run("ternary", answer, floor=111)


# --- dates known to the day, the month or the year -------------------------------------------------------------------


def test_dates_known_only_roughly_compare_as_intervals_of_days():
    def answer(case: dict[str, Any]) -> object:
        op, (left, right) = case["op"], case["args"]
        if op.endswith(("_year", "_month")):
            length = 4 if op.endswith("_year") else 7
            if min(len(left), len(right)) < length:
                raise NotOurs("compares months of a date of which only the year is known")
            left, right = left[:length], right[:length]
            return in_months_or_years(op.rsplit("_", 1)[0], left, right)
        one, other = Instant.of(left), Instant.of(right)
        match op:
            case "lt" | "before_day":
                return plain(one.on_earlier_day(other))
            case "gt" | "after_day":
                return plain(other.on_earlier_day(one))
            case "le" | "same_or_before_day":
                return plain(~other.on_earlier_day(one))
            case "ge" | "same_or_after_day":
                return plain(~one.on_earlier_day(other))
        raise NotOurs(op)

    def in_months_or_years(op: str, left: str, right: str) -> bool | None:
        first, second = (Instant.of((text + "-01-01")[:10]) for text in (left, right))
        return {
            "before": plain(first.on_earlier_day(second)),
            "after": plain(second.on_earlier_day(first)),
            "same_or_before": plain(~second.on_earlier_day(first)),
            "same_or_after": plain(~first.on_earlier_day(second)),
        }[op]

    run("date_compare", answer, floor=48)


# --- intervals -------------------------------------------------------------------------------------------------------

SCALE = 2
"""Dense numbers are placed on every second moment, so that an open end can be told from a closed one."""


class Line:
    """A number line on which a domain's values are placed, with half-open ends."""

    def __init__(self, domain: str) -> None:
        self.dense = domain == "dense"
        self.dates = domain == "date"

    def at(self, text: str) -> int:
        if self.dates:
            return date.fromisoformat(text[:10]).toordinal()
        number = float(text) if "." in text else int(text)
        if number != int(number):
            raise NotOurs("a number with a fraction, on a line of whole days")
        return int(number) * (SCALE if self.dense else 1)

    def ends(self, text: str) -> tuple[str, str, str, str]:
        low, high = text[1:-1].split(",")
        return text[0], low.strip(), high.strip(), text[-1]

    def start(self, bracket: str, low: str) -> int:
        return self.at(low) + (1 if bracket == "(" else 0)

    def until(self, bracket: str, high: str) -> int:
        return self.at(high) + (1 if bracket == "]" else 0)


ZERO = date(2000, 1, 1).toordinal()


def as_days(text: str, line: Line) -> Days:
    left, low, high, right = line.ends(text)
    if "?" in (low, high):
        raise NotOurs("a set of days has no bound that exists and is not known; a timeline has")
    offset = 0 if line.dates else ZERO
    first = FIRST_ORDINAL if low == "-inf" else line.start(left, low) + offset
    until = LAST_ORDINAL + 1 if high == "+inf" else line.until(right, high) + offset
    return ordinals(first, until)


def canonical(days: Days, line: Line) -> list[tuple[int | None, int | None]]:
    return list(days.ordinal_stretches())


def test_sets_of_days_agree_with_other_peoples_sets_of_intervals():
    def answer(case: dict[str, Any]) -> object:
        if case.get("quirk"):
            raise NotOurs("follows a convention of its language for a missing interval")
        line, op = Line(case["domain"]), case["op"]

        def read(arg: Any) -> Days:
            if arg is None:
                raise NotOurs("a missing interval")
            if isinstance(arg, list):
                return union(as_days(item, line) for item in arg)
            return as_days(arg, line) if arg[0] in "[(" else as_days(f"[{arg},{arg}]", line)

        sets = [read(arg) for arg in case["args"]]
        expected = case["expect"]
        match op:
            case "collapse" | "union" | "union_single":
                found = union(sets)
            case "intersect" | "intersect_single":
                found = intersection(sets)
            case "minus" | "minus_single":
                found = sets[0] - sets[1]
            case "contains":
                return sets[1] <= sets[0]
            case "contained_by":
                return sets[0] <= sets[1]
            case "strictly_before" | "strictly_after":
                first, second = sets if op == "strictly_before" else reversed(sets)
                return (
                    bool(first and second)
                    and not second.inverted
                    and bool(first.points)
                    and (len(first.points) % 2 == int(first.inverted) and first.points[-1] <= second.points[0])
                )
            case "adjacent":
                if not (sets[0] and sets[1]) or (sets[0] & sets[1]):
                    return False

                def bounds(days: Days) -> tuple[int | None, int | None]:
                    stretches = list(days.ordinal_stretches())
                    return stretches[0][0], stretches[-1][1]

                (a_first, a_until), (b_first, b_until) = map(bounds, sets)
                return (a_until is not None and a_until == b_first) or (b_until is not None and b_until == a_first)
            case "hull":
                stretches = list(sets[0].ordinal_stretches())
                low, high = (stretches[0][0], stretches[-1][1]) if stretches else (1, 1)
                found = ordinals(low or FIRST_ORDINAL, LAST_ORDINAL + 1 if high is None else high)
            case _:
                raise NotOurs(op)
        if op.endswith("_single"):
            single = len(list(found.ordinal_stretches())) == 1
            if expected is None:
                return None if not single else canonical(found, line)
        wanted = read(expected)
        return expected if found == wanted else canonical(found, line)

    run("interval_set", answer, floor=120)


def test_stretches_lie_to_each_other_as_other_peoples_intervals_do():
    def answer(case: dict[str, Any]) -> object:
        if case.get("quirk"):
            raise NotOurs("follows a convention of its language for a missing interval")
        if any(arg is None for arg in case["args"]):
            raise NotOurs("a missing interval or point")
        line, op, dialect = Line(case["domain"]), case["op"], case["id"].split(":")[0]
        one, other = (read(arg, line, dialect) for arg in case["args"])
        return plain(relation(op, dialect, one, other))

    def read(text: str, line: Line, dialect: str) -> Stretch | Instant:
        text = str(text)
        if text[0] not in "[(":
            return bound(text, 0, line)
        left, low, high, right = line.ends(text)
        start = None if low == "-inf" else unknown(None, high, line) if low == "?" else bound(low, left == "(", line)
        end = None if high == "+inf" else unknown(low, None, line) if high == "?" else bound(high, right == "]", line)
        return Stretch(start, end)

    def bound(text: str, shift: int, line: Line) -> Instant:
        """A bound, moved one place where the bracket asks for it; a part of a date is each day that it may be."""
        if line.dates and len(text) < 10:
            rough = Instant.of(text)
            return Instant(ZERO, ZERO, (rough.first_day + shift, rough.last_day + shift))
        number = line.at(text) + shift
        return Instant(ZERO, ZERO, (number, number))

    def unknown(low: str | None, high: str | None, line: Line) -> Instant:
        least = -(10**9) if low in (None, "?", "-inf") else line.at(low) + 1
        most = 10**9 if high in (None, "?", "+inf") else line.at(high)
        return Instant(ZERO, ZERO, (least, most))

    def relation(op: str, dialect: str, one: Any, other: Any) -> Verdict:
        pair = isinstance(one, Stretch), isinstance(other, Stretch)
        if pair == (True, True):
            return of_two(op, dialect, one, other)
        if pair == (True, False):
            return of_stretch_and_moment(op, one, other)
        if pair == (False, True):
            turned = {"in": "contains", "during": "includes", "before": "after", "after": "before", "starts": "started_by",
                      "finishes": "finished_by", "included_in": "includes"}  # fmt: skip
            if op not in turned:
                raise NotOurs(f"{op} of a moment and a stretch")
            return of_stretch_and_moment(turned[op], other, one)
        if op in ("before", "after"):
            return one.before(other) if op == "before" else other.before(one)
        raise NotOurs(f"{op} of two moments")

    def of_stretch_and_moment(op: str, stretch: Stretch, at: Instant) -> Verdict:
        match op:
            case "contains" | "includes" | "overlaps":
                return stretch.contains(at)
            case "before":
                return Verdict.FAILS if stretch.end is None else ~at.before(stretch.end)
            case "after":
                return Verdict.FAILS if stretch.start is None else at.before(stretch.start)
        raise NotOurs(f"{op} of a stretch and a moment")

    def of_two(op: str, dialect: str, one: Stretch, other: Stretch) -> Verdict:
        if dialect == "dmn" and op in ("meets", "met_by"):
            raise NotOurs("meets: there, closed ends that share a moment; here, no gap and nothing shared")
        match op:
            case "before":
                return one.before(other)
            case "after":
                return one.after(other)
            case "overlaps":
                return one.overlaps(other)
            case "during" | "included_in":
                return one.during(other)
            case "includes":
                return other.during(one)
            case "properly_included_in":
                return one.during(other) & ~one.equals(other)
            case "properly_includes":
                return other.during(one) & ~one.equals(other)
            case "starts":
                return one.starts(other)
            case "started_by":
                return other.starts(one)
            case "finishes" | "ends":
                return one.finishes(other)
            case "finished_by":
                return other.finishes(one)
            case "equal" | "coincides":
                return one.equals(other)
            case "not_equal":
                return ~one.equals(other)
            case "meets":
                return one.meets(other) | other.meets(one)
            case "meets_before":
                return one.meets(other)
            case "meets_after":
                return other.meets(one)
        raise NotOurs(f"{op}: a relation we have no use for")

    run("interval_relation", answer, floor=190)


# --- sums and differences of dates -----------------------------------------------------------------------------------

UNITS = {"y": YEARS, "m": MONTHS, "w": WEEKS, "d": CALENDAR_DAYS}


def moved(day: date, number: int, unit: Unit) -> date:
    """A day moved forward or, below zero, back; a span is at least 1, so nothing to add leaves the day as it is."""
    if number == 0:
        return day
    span = Span(abs(number), unit)
    return span.after(day) if number > 0 else span.before(day)


def test_a_span_runs_from_a_date_to_where_other_peoples_calendars_say_it_does():
    def answer(case: dict[str, Any]) -> object:
        start, amount = case["args"]
        if case.get("partial"):
            raise NotOurs("a partial date's sum keeps its precision there; here a partial date is the days it may be")
        assert amount.keys() <= UNITS.keys()
        day = date.fromisoformat(start)
        if {"y", "m"} <= amount.keys():
            # one step: 29 February and a year and a month is 29 March there, not the 28th of a clipped year later
            day = moved(day, 12 * amount["y"] + amount["m"], MONTHS)
            amount = {letter: number for letter, number in amount.items() if letter not in "ym"}
        for letter, unit in UNITS.items():
            day = moved(day, amount.get(letter, 0), unit)
        return day.isoformat()

    run("date_add", answer, floor=120)


def whole(day: date, other: date, reached: Callable[[date, int], date]) -> int:
    """How many whole units lie between two dates, below zero where the second is earlier; cut off towards zero."""
    if other < day:
        return -whole(other, day, reached)
    return next(number for number in range(other.toordinal()) if reached(day, number + 1) > other)


WHOLE: dict[str, Callable[[date, int], date]] = {
    "years_between": birthday,
    "months_between": add_months,
    "weeks_between": lambda day, number: moved(day, number, WEEKS),
    "days_between": lambda day, number: moved(day, number, CALENDAR_DAYS),
}


def test_as_many_whole_units_lie_between_two_dates_as_other_peoples_calendars_count():
    asked: Counter[str] = Counter()

    def answer(case: dict[str, Any]) -> object:
        op = case["op"]
        if op == "period_between":
            raise NotOurs("years, months and days left over, in one answer: nothing here is counted in three units")
        asked[op] += 1
        one, other = (Instant.of(arg) for arg in case["args"][:2])
        if op in WHOLE:
            least = whole(date.fromordinal(one.last_day), date.fromordinal(other.first_day), WHOLE[op])
            most = whole(date.fromordinal(one.first_day), date.fromordinal(other.last_day), WHOLE[op])
            return least if least == most else [least, most]
        unit, compared = op.rsplit("_", 1)
        assert unit == "months_between"
        return plain(months_apart(compared, one, other, case["args"][2]))

    def months_apart(compared: str, one: Instant, other: Instant, number: int) -> Verdict:
        at_least, more = (~other.on_earlier_day(later(one, months)) for months in (number, number + 1))
        return {
            "gt": more,
            "ge": at_least,
            "eq": at_least & ~more,
            "le": ~more,
            "lt": ~at_least,
        }[compared]

    def later(rough: Instant, months: int) -> Instant:
        first, last = (date.fromordinal(ordinal) for ordinal in (rough.first_day, rough.last_day))
        return Instant.between(add_months(first, months), add_months(last, months))

    run("date_between", answer, floor=93)
    print(f"date_between: {dict(sorted(asked.items()))}")
    assert asked["days_between"] + asked["years_between"] >= 35


def test_a_year_from_29_february_is_whole_on_1_march_as_in_other_peoples_periods():
    def answer(case: dict[str, Any]) -> object:
        if case["op"] != "period_between":
            raise NotOurs("not a period of years, months and days: counted in the test before this one")
        years = years_between(*map(date.fromisoformat, case["args"]))
        return case["expect"] | {"y": years}  # the months and days left over are not counted here

    run("date_between", answer, floor=69)
