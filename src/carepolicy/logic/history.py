"""Knows what a condition reads about one child: records by kind, and the days on which one may be missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from carepolicy.facts import Child, Record
from carepolicy.logic.where import Turns
from carepolicy.time.days import EVERY_DAY, Days


@frozen(repr=False, cache_hash=True)
class Step:
    """What the law makes of the records before a definition reads them, such as joining stays into periods of care.

    Args:
        name: the module-level name it stands under; it prints as that.
        make: the step itself.
        turns_on: whether what it makes of one kind, for a child, can turn on a field of some record, and which way;
            `Turns.EITHER_WAY` where it sets records against each other, so that each way must be tried.
    """

    name: str
    make: Callable[[History], History]
    turns_on: Callable[[Child, type[Record], Record, str], Turns]

    def __repr__(self) -> str:
        return self.name


class History:
    """The records of one child as the leaves of a condition read them.

    Args:
        child: whose they are.
        things: what there is to read: records, or what a step made of them; each says its `kind` and if it is `sure`.
        unlisted: for the kinds that a step has settled for itself, the days on which more of that kind may have been.
        restarts: ordinals of days on which a thing begins anew although the like of it ended that same day.
    """

    __slots__ = ("_by_kind", "_gaps", "_unlisted", "as_recorded", "child", "memory", "restarts")

    def __init__(
        self,
        child: Child,
        things: Sequence[Any],
        unlisted: Mapping[type[Record], Days] | None = None,
        restarts: tuple[int, ...] = (),
    ) -> None:
        self.child = child
        self.restarts = restarts
        self.as_recorded = self
        self.memory: dict[Any, Any] = {}
        self._gaps = child.gaps
        self._unlisted = unlisted or {}
        self._by_kind: dict[type, list[Any]] = {}
        for thing in things:
            for kind in _kinds_of(thing.kind):
                if kind in self._by_kind:
                    self._by_kind[kind].append(thing)
                else:
                    self._by_kind[kind] = [thing]

    def of(self, kind: type[Record]) -> Sequence[Any]:
        """Everything of a kind, in the order recorded."""
        return self._by_kind.get(kind, ())

    def unlisted(self, kind: type[Record]) -> Days:
        """The days on which something of a kind may have been without being listed."""
        found = self._unlisted.get(kind) if self._unlisted else None
        return self._gaps.get(kind.family.name, EVERY_DAY) if found is None else found

    def through(self, step: Step | None) -> History:
        """The same child as a step of the law makes the records; worked out once, always from the records as made."""
        if step is None:
            return self
        recorded = self.as_recorded
        found: History | None = recorded.memory.get(step)
        if found is None:
            found = recorded.memory[step] = step.make(recorded)
            found.as_recorded = recorded
        return found


@cache
def _kinds_of(kind: type[Record]) -> tuple[type, ...]:
    """A kind and the wider kinds that it is one of."""
    return tuple(wider for wider in kind.__mro__ if issubclass(wider, Record))


def history_of(child: Child) -> History:
    """What is on record about a child, as it stands; worked out once."""
    found: History | None = child.memory.get(History)
    if found is None:
        found = child.memory[History] = History(child, child.history)
    return found
