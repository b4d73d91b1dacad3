"""Knows how to time things side by side: in turn, in one run, on one machine, and told as ratios."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from statistics import median
from time import perf_counter
from typing import TypeVar

from attrs import frozen

T = TypeVar("T")

Work = Callable[[], object]

A_MILLISECOND = 1_000.0


@frozen
class Timed:
    """What one piece of work cost in each round.

    Args:
        name: what was done.
        rounds: microseconds for one piece of work, by round.
    """

    name: str
    rounds: tuple[float, ...]

    @property
    def typical(self) -> float:
        """The median, in microseconds."""
        return median(self.rounds)

    def ratios(self, other: Timed) -> list[float]:
        """How many times as long this took as the other in each round, least first."""
        return sorted(mine / theirs for mine, theirs in zip(self.rounds, other.rounds, strict=True))

    def against(self, other: Timed) -> str:
        """How many times as long this took as the other, round by round: median, least and most."""
        ratios = self.ratios(other)
        return f"{median(ratios):.2f} x ({ratios[0]:.2f} to {ratios[-1]:.2f})"

    def __str__(self) -> str:
        if self.typical >= A_MILLISECOND:
            return f"{self.typical / A_MILLISECOND:.2f} ms"
        return f"{self.typical:.2f} µs"


def side_by_side(works: Mapping[str, Callable[[], Iterable[Work]]], *, rounds: int = 15) -> dict[str, Timed]:
    """Times some works in turn, round after round, so that whatever else the machine does falls on all of them alike.

    Args:
        works: by name, what makes the pieces of work of one round; making them is not timed.
        rounds: how many rounds are kept; one more is run first and thrown away.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, made in works.items():
            pieces = list(made())
            gc.collect()
            gc.disable()
            began = perf_counter()
            for piece in pieces:
                piece()
            took = perf_counter() - began
            gc.enable()
            if number:
                found[name].append(took / len(pieces) * 1_000_000)
    return {name: Timed(name, tuple(times)) for name, times in found.items()}


def again(work: Work, times: int) -> Callable[[], Iterable[Work]]:
    """The same piece of work, a number of times in each round."""
    return lambda: [work] * times


def each(work: Callable[[T], object], things: Iterable[T]) -> list[Work]:
    """One piece of work for each of some things, made before the clock starts."""
    return [partial(work, thing) for thing in things]
