"""Knows how to answer exactly when one uncertain date, or one unrecorded field, bears on several leaves at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import product
from math import prod
from typing import Any

from attrs import evolve, fields, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts import Child, Record
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL, Timeline, intersection, union
from carepolicy.time.instants import Instant
from carepolicy.time.spans import Span, birthday

MOST_WORLDS = 4096
"""How many ways of completing a child's records are tried together; past it an answer is left as possibly decidable."""

NEARBY = 2
"""Calendar days either side of a date within which a stay of 24 hours can come to be, or not to be, long enough."""


@frozen
class Doubt:
    """One thing on record that is known only roughly, or not at all, and bears on more than one leaf.

    Args:
        record: the place of the record in the child's history.
        field: the field in doubt.
        values: what it may be, as far as that can make a difference.
    """

    record: int
    field: str
    values: tuple[Any, ...]


def doubts_about(
    child: Child, must_be_tried: Callable[[Record, str], bool], spans: Collection[Span]
) -> tuple[Doubt, ...]:
    """What is uncertain about a child and must be tried in each way it may turn out.

    An uncertain date is tried at the days where its order with another date changes, and on the day before each.

    Args:
        child: whose records they are.
        must_be_tried: whether a field of a record, if it is uncertain, must be.
        spans: the spans of time by which the condition looks back.
    """
    doubts: list[Doubt] = []
    turning: list[int] = []
    for place, record in enumerate(child.history):
        for name, value, may_be in _open_fields(record):
            if not must_be_tried(record, name):
                continue
            if value is None:
                doubts.append(Doubt(place, name, may_be))
            else:
                turning = turning or _turning_points(child, spans)
                doubts.append(Doubt(place, name, tuple(_candidates(value, turning, child))))
    return tuple(doubts)


def too_many(doubts: Sequence[Doubt]) -> bool:
    """Whether there are too many ways of settling some doubts together to try them all."""
    return _ways(doubts) > MOST_WORLDS


def _ways(doubts: Iterable[Doubt]) -> int:
    return prod(len(doubt.values) for doubt in doubts)


def _packs(child: Child, doubts: Sequence[Doubt]) -> list[list[Doubt]]:
    """Doubts in as few packs as can each be tried in every way, those with the fewest ways first.

    Where all of them are too many to try together, this settles whatever turns on the doubts of one pack alone.
    """
    packs: list[list[Doubt]] = []
    for doubt in sorted(doubts, key=lambda doubt: _whatever_the_order_recorded(child, doubt)):
        if packs and _ways((*packs[-1], doubt)) <= MOST_WORLDS:
            packs[-1].append(doubt)
        else:
            packs.append([doubt])
    return packs


def _whatever_the_order_recorded(child: Child, doubt: Doubt) -> tuple[int, str, str, str]:
    """A place among doubts that does not turn on the order of the records, those with the fewest ways first."""
    record = child.history[doubt.record]
    written = [getattr(record, attribute.name) for attribute in fields(type(record))]
    return len(doubt.values), doubt.field, record.kind.__name__, repr(written)


def refined(plain: Timeline, child: Child, doubts: Sequence[Doubt], drawn: Callable[[Child], Timeline]) -> Timeline:
    """A timeline with the days settled on which every way of settling the doubts gives one answer.

    Args:
        plain: the timeline as far as it can be told with the doubts apart.
        child: whose it is.
        doubts: what is uncertain; where there are too many ways to try together, they are tried a pack at a time, and
            what turns on doubts of several packs stays open.
        drawn: how the timeline of a completed child is drawn.

    Costs one timeline for each way that is tried, up to `MOST_WORLDS` for each pack.
    """
    certain, possible = plain.certain, plain.possible
    for pack in _packs(child, doubts):
        if _ways(pack) > MOST_WORLDS:
            continue
        worlds = [drawn(world) for world in worlds_of(child, pack)]
        if worlds:
            certain = union((certain, intersection(world.certain for world in worlds)))
            possible = intersection((possible, union(world.possible for world in worlds)))
    return Timeline(certain, union((certain, possible)))


def _open_fields(record: Record) -> Iterator[tuple[str, Instant | None, tuple[Any, ...]]]:
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, Instant):
            if value.first_day != value.last_day:
                yield attribute.name, value, ()
        elif value is None and "may_be" in attribute.metadata:
            domain = attribute.metadata["may_be"]
            yield attribute.name, None, tuple(domain) if issubclass(domain, Enum) else (True, False)


def _turning_points(child: Child, spans: Collection[Span]) -> list[int]:
    """The days at which an uncertain date changes its order with some other date that a leaf compares it with."""
    instants = [
        value
        for record in child.history
        for attribute in fields(type(record))
        if isinstance(value := getattr(record, attribute.name), Instant)
    ]
    instants += [instant for instant in (child.born, child.died, child.adult_from, child.as_at) if instant is not None]
    dates = {day for instant in instants for day in (instant.first_day, instant.last_day)}
    dates |= {point for statement in child.complete if statement.days is not None for point in statement.days.points}
    if child.born is not None:
        dates |= {birthday(date.fromordinal(child.born.first_day), age).toordinal() for age in (17, 18)}
    dates = {day for day in dates if FIRST_ORDINAL < day < LAST_ORDINAL}
    turning = {day + near for day in dates for near in range(-NEARBY, NEARBY + 1)}
    for span in spans:
        for day in dates:
            reach = span.after(date.fromordinal(day)).toordinal() - day
            turning |= {day + reach, day + reach + 1, day - reach, day - reach - 1}
    return sorted(turning)


def _candidates(doubtful: Instant, turning: Sequence[int], child: Child) -> Iterator[Instant]:
    """The first and the last day of every stretch of a window in which nothing changes places."""
    low, high = doubtful.first_day, doubtful.last_day
    if child.born is not None:  # nothing happens to a child before birth, or matters long after
        low = min(max(low, child.born.first_day), high)
        high = max(min(high, child.born.last_day + 40 * 366), low)
    edges = [low, *(day for day in turning if low < day <= high), high + 1]
    days = {day for first, until in zip(edges, edges[1:], strict=False) for day in (first, until - 1)}
    for day in sorted(days):
        yield Instant(day, day)


def worlds_of(child: Child, doubts: Sequence[Doubt]) -> Iterator[Child]:
    """The child with every doubt settled, in each way that leaves records which can be facts."""
    for values in product(*(doubt.values for doubt in doubts)):
        history = list(child.history)
        try:
            for doubt, value in zip(doubts, values, strict=True):
                history[doubt.record] = evolve(history[doubt.record], **{doubt.field: value})
        except BadRecord:
            continue
        yield evolve(child, history=history)
