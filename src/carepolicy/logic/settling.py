"""Knows the smallest sets of facts that settle an answer, found by trying every way in which they may turn out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod

from carepolicy.facts import Child, Record
from carepolicy.logic.finding import Missing
from carepolicy.logic.worlds import Doubt, worlds_of

MOST_FACTS = 3
"""The most facts that a set may hold which is offered as settling an answer."""

MOST_GAPS = 8
"""The most gaps for which every way of closing them is looked at."""

MOST_WAYS = 64
"""The most ways of turning out that are tried for one set of facts."""

Phrases = Callable[[Record, str], Iterable[str]]
"""By which phrases a field of a record is asked for."""


def settling_sets(
    missing: Sequence[Missing],
    child: Child,
    doubts: Sequence[Doubt],
    phrases: Phrases,
    settled: Callable[[Child], bool],
) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of facts any one of which would settle an answer, smallest first.

    Where every fact missing is a field of a record, each set is tried in every way it may turn out. Else all of them
    are needed together, each by itself or by what would do instead.

    Args:
        missing: what is not known and makes a difference.
        child: whose records they are.
        doubts: what is open in the records, with the values that it may have.
        phrases: by which phrases a field of a record is asked for.
        settled: whether the answer is settled for a child with some of them known.
    """
    tried = list(_tried(missing, child, doubts, phrases, settled))
    return tuple(_without_larger(tried or _all_together(missing)))


def _tried(
    missing: Sequence[Missing],
    child: Child,
    doubts: Sequence[Doubt],
    phrases: Phrases,
    settled: Callable[[Child], bool],
) -> Iterator[tuple[str, ...]]:
    asked = [gap.says for gap in missing]
    by_fact: dict[str, list[Doubt]] = {says: [] for says in asked}
    for doubt in doubts:
        for says in phrases(child.history[doubt.record], doubt.field):
            if says in by_fact:
                by_fact[says].append(doubt)
    if len(asked) > MOST_GAPS or not all(by_fact.values()):
        return
    for size in range(1, MOST_FACTS + 1):
        for facts in combinations(asked, size):
            known = list(dict.fromkeys(doubt for says in facts for doubt in by_fact[says]))
            few = prod(len(doubt.values) for doubt in known) <= MOST_WAYS
            if few and all(settled(world) for world in worlds_of(child, known)):
                yield facts


def _all_together(missing: Sequence[Missing]) -> list[tuple[str, ...]]:
    gaps = [(gap.says, *gap.instead) for gap in missing]
    ways = product(*gaps) if len(gaps) <= MOST_GAPS else [tuple(gap[0] for gap in gaps)]
    return sorted(dict.fromkeys(tuple(dict.fromkeys(way)) for way in ways), key=len)


def _without_larger(sets: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    smaller: list[set[str]] = []
    for facts in sets:
        if 0 < len(facts) <= MOST_FACTS and not any(found <= set(facts) for found in smaller):
            smaller.append(set(facts))
            yield facts
