"""Knows each row of the table of speeds: what is timed, against what, and what is aimed at."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from math import log2
from pathlib import Path
from statistics import median

from attrs import frozen

from bench import by_hand, children, peers, school
from bench.counters import ADDED, Closed, Counter, counters
from bench.timing import A_MILLISECOND, Timed, Work, again, each, side_by_side
from carepolicy.adapters.term_dates import read_term_dates
from carepolicy.assessment import Assessment, assess
from carepolicy.facts import Child, Record
from carepolicy.law.looked_after import looked_after
from carepolicy.law.periods import periods_of_care
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.logic.history import history_of
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import as_text
from carepolicy.verdict import Verdict

MOST_IMPORT_RATIO = 2.5
"""Above this, `make bench` fails: importing the library must stay about as cheap as importing attrs."""

OURS = "carepolicy"
BY_HAND = "prefix counts by hand"
MOST = {BY_HAND: 2.5, "numpy": 1 / 5, "bizdays": 1 / 5}
"""How many times as long as each of them adding may take."""

SIX_WEEKS = timedelta(weeks=6)

DAYS = [date(2013, 1, 1) + timedelta(days=number * 97) for number in range(48)]


@frozen
class Row:
    """One row of the table.

    Args:
        number: its number in the table of aims.
        work: what was timed.
        lines: what was seen.
        failed: why the run must fail, where it must.
    """

    number: int
    work: str
    lines: tuple[str, ...]
    failed: str = ""

    def __str__(self) -> str:
        return "\n".join([f"{self.number}. {self.work}", *(f"   {line}" for line in self.lines)])


def rows() -> Iterator[Row]:
    """Every row, timed as it is reached."""
    yield school_days()
    yield whole_life()
    yield one_more_day()
    yield growth()
    yield full_assessment()
    yield importing()


def school_days() -> Row:
    """Row 1: school days added to one date, and counted between two, against a table by hand and other counters."""
    calendar = school.calendar()
    opened = [day for day in school.DAYS if calendar.is_school_day(day)]
    table = by_hand.SchoolDays(school.DAYS, opened)
    asked = {
        OURS: Counter(
            lambda day: lambda: calendar.add(day, ADDED),
            lambda after, to: lambda: calendar.count(after=after, to=to),
        ),
        BY_HAND: Counter(
            lambda day: lambda: table.add(day, ADDED),
            lambda after, to: lambda: table.count(after, to),
        ),
    }
    notes: list[str] = []
    shut = {day for day in school.DAYS if day.weekday() < 5}.difference(opened)
    for name, counter in counters(Closed(school.FIRST, school.LAST, sorted(shut))):
        if isinstance(counter, str):
            notes.append(f"{name}: skipped, {counter}")
        else:
            asked[name] = counter
    starts = [day for day in school.DAYS if day + SIX_WEEKS <= school.LAST and day < opened[-ADDED]]
    _must_count_alike(asked, starts)
    added = side_by_side({name: partial(_adding, name, counter, starts) for name, counter in asked.items()})
    counted = side_by_side({name: partial(_counting, name, counter, starts) for name, counter in asked.items()})
    return Row(
        1,
        f"{ADDED} school days after one date, and school days in the six weeks after it, at {len(starts)} dates "
        "(aim, adding: at most 2.5 x the table by hand, at least 5 x faster than numpy and bizdays)",
        (
            *_against_ours("adding", added, aims=True),
            *_against_ours("counting", counted, aims=False),
            "pandas counts by len(bdate_range(..., freq=CustomBusinessDay))",
            *notes,
        ),
    )


def all_three(child: Child) -> None:
    looked_after.timeline(child)
    previously_looked_after.timeline(child)
    with_social_worker.timeline(child)


def whole_life() -> Row:
    """Row 2: three statuses over a whole life, against plain Python for one day."""
    records = children.history(10)
    _must_agree(children.child(records))
    days = cycle(DAYS)

    def with_periods_made() -> list[Child]:
        made = [children.child(records) for _ in range(300)]
        for child in made:
            history_of(child).through(periods_of_care)
        return made

    known = children.child(records)
    timed = side_by_side(
        {
            "whole": lambda: each(all_three, _fresh(records, 300)),
            "shared": lambda: each(all_three, with_periods_made()),
            "by hand": again(lambda: by_hand.statuses(known, next(days)), 3_000),
        }
    )
    whole, shared, hand = timed["whole"], timed["shared"], timed["by hand"]
    return Row(
        2,
        "all three statuses, whole life, one child with 10 records, nothing unknown (aim: at most 25 µs)",
        (
            f"carepolicy, every day of a life {whole}",
            f"carepolicy, with the periods of care made already {shared}",
            f"plain Python by hand, one day, no reasons and no unknowns {hand}",
            f"whole life against one day by hand {whole.against(hand)}: it pays from that many days on",
            f"of the aim {whole.typical / 25:.2f} x",
        ),
    )


def one_more_day() -> Row:
    """Row 3: one more day of a child already asked about, against rule engines."""
    records = children.history(2, last=date(2020, 1, 6))
    child = children.child(records)
    came, left = (day for day, _ in zip(looked_after.timeline(child).certain.points, range(2), strict=True))
    adult = date(children.BORN.year + 18, children.BORN.month, children.BORN.day).toordinal()
    days = cycle(DAYS)
    works = {"carepolicy": again(lambda: looked_after.timeline(child).at(next(days)), 5_000)}
    notes: list[str] = []
    for name, ask in peers.engines(came, left, adult):
        if isinstance(ask, str):
            notes.append(f"{name}: skipped, {ask}")
            continue
        for day in DAYS:
            if bool(ask(day.toordinal())) is not looked_after.timeline(child).at(day).holds:
                raise AssertionError(f"{name} and carepolicy answer differently")
        works[name] = again(partial(_ask_next, ask, cycle([day.toordinal() for day in DAYS])), 2_000)
    timed = side_by_side(works)
    ours = timed["carepolicy"]
    return Row(
        3,
        "one more day, .timeline(child).at(day) (aim: no slower than the fastest)",
        (
            f"carepolicy {ours}",
            *(f"{name} {theirs}: {theirs.against(ours)} ours" for name, theirs in timed.items() if theirs is not ours),
            *notes,
        ),
    )


def growth() -> Row:
    """Row 4: the cost as records grow."""
    sizes = {10: 200, 100: 30, 1_000: 3, 10_000: 1}
    timed = side_by_side(
        {str(size): partial(_all_three_of_fresh, children.history(size), pieces) for size, pieces in sizes.items()},
        rounds=7,
    )

    def per_n_log_n(size: int) -> float:
        return timed[str(size)].typical / (size * log2(size))

    def seen(size: int) -> str:
        ratio = per_n_log_n(size) / per_n_log_n(10)
        return f"{size:>6,} records {timed[str(size)]}: {ratio:.2f} x the cost of 10 records, per n log n"

    return Row(
        4,
        "cost as records grow (aim: no worse than n log n, so the last ratio should not rise above 1)",
        tuple(seen(size) for size in sizes),
    )


def full_assessment() -> Row:
    """Row 5: a full assessment with its reasons."""
    calendar = read_term_dates(Path(__file__).parents[1] / "examples" / "school" / "term_dates.csv")
    records, on = children.with_a_full_file(), date(2026, 3, 20)

    def assessed(child: Child) -> Assessment:
        return assess(child, STOKE_ON_TRENT, calendar=calendar, on=on)

    timed = side_by_side(
        {
            "assess": lambda: each(assessed, _fresh(records, 20)),
            "with text": lambda: each(lambda child: as_text(assessed(child)), _fresh(records, 20)),
        }
    )
    plain = timed["assess"]
    lines = len(assessed(children.child(records)).lines)
    return Row(
        5,
        f"full assessment, one child with {len(records)} records, one profile: {lines} lines with reasons (aim: 2 ms)",
        (
            f"assess {plain}, {plain.typical / (2 * A_MILLISECOND):.2f} x the aim",
            f"assess, and written out in full {timed['with text']}",
        ),
    )


def importing() -> Row:
    """Row 7: what importing costs, each in a process of its own."""
    found: dict[str, list[float]] = {"import attrs": [], "import carepolicy": [], IN_USE: []}
    for _ in range(15):
        for code, times in found.items():
            times.append(_import_time(code))
    timed = {code: Timed(code, tuple(times)) for code, times in found.items()}
    attrs, ours = timed["import attrs"], timed["import carepolicy"]
    ratio = ours.typical / attrs.typical
    failed = (
        "" if ratio <= MOST_IMPORT_RATIO else f"importing costs {ratio:.2f} x attrs; {MOST_IMPORT_RATIO} is the most"
    )
    return Row(
        7,
        "import carepolicy (aim: at most 2 x attrs; this run fails above 2.5 x)",
        (
            f"attrs {attrs}; carepolicy {ours}: {ours.against(attrs)}",
            f"with the rooms that an assessment uses, `{IN_USE}` {timed[IN_USE]}: {timed[IN_USE].against(attrs)}",
        ),
        failed,
    )


IN_USE = "from carepolicy import Child, assess"


def _import_time(code: str) -> float:
    timer = f"from time import perf_counter as t; a = t(); {code}; print((t() - a) * 1e6)"
    return float(subprocess.run([sys.executable, "-c", timer], capture_output=True, text=True, check=True).stdout)


def _fresh(records: list[Record], number: int) -> list[Child]:
    return [children.child(records) for _ in range(number)]


def _all_three_of_fresh(records: list[Record], number: int) -> list[Work]:
    return each(all_three, _fresh(records, number))


def _ask_next(ask: peers.Ask, ordinals: Iterator[int]) -> object:
    return ask(next(ordinals))


def _against_ours(work: str, timed: Mapping[str, Timed], *, aims: bool) -> Iterator[str]:
    ours = timed[OURS]
    yield f"{work}: {OURS} {ours}"
    for name, theirs in timed.items():
        if theirs is not ours:
            told = f"ours {ours.against(theirs)} as long" if name == BY_HAND else f"{theirs.against(ours)} ours"
            most, aim = MOST.get(name.partition(" (")[0]), ""
            if aims and most:
                share = median(ours.ratios(theirs)) / most
                aim = f"; of the aim {share:.2f} x, {'met' if share <= 1 else 'missed'}"
            yield f"{work}: {name} {theirs}: {told}{aim}"


def _adding(name: str, counter: Counter, starts: Iterable[date]) -> list[Work]:
    return [counter.adding(day) for day in starts] * _turns(name)


def _counting(name: str, counter: Counter, starts: Iterable[date]) -> list[Work]:
    return [counter.counting(day, day + SIX_WEEKS) for day in starts] * _turns(name)


def _turns(name: str) -> int:
    # long enough to be timed, and short enough that most rounds are over before another process gets the core
    return 3 if name in {OURS, BY_HAND} else 1


def _must_count_alike(asked: Mapping[str, Counter], starts: Iterable[date]) -> None:
    """What is timed side by side must give one answer, on every date that it is timed on."""
    ours = asked[OURS]
    for name, counter in asked.items():
        for day in starts:
            added, counted = counter.adding(day)(), counter.counting(day, day + SIX_WEEKS)()
            # a date, a datetime64 and a Timestamp are all written with the date first
            if str(added)[:10] != str(ours.adding(day)()) or counted != ours.counting(day, day + SIX_WEEKS)():
                raise AssertionError(f"{name} and carepolicy answer differently from {day}: {added}, {counted}")


def _must_agree(child: Child) -> None:
    """What is timed side by side must give one answer."""
    for day in DAYS:
        ours = tuple(
            status.timeline(child).at(day) for status in (looked_after, previously_looked_after, with_social_worker)
        )
        if ours != tuple(Verdict.of(answer) for answer in by_hand.statuses(child, day)):
            raise AssertionError(f"by hand and by carepolicy differ on {day}")
