"""Knows how to answer exactly when something is unknown, by a decision diagram over the leaves of a condition."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from carepolicy.time.days import ALWAYS, NEVER, Timeline, intersection, union

Leaf = TypeVar("Leaf", bound=Hashable)

FALSE, TRUE = 0, 1


@frozen
class Node:
    """One question of a diagram: ask the leaf, then go on.

    Args:
        leaf: the place of the leaf asked, in the order in which leaves are asked.
        low: the node to go to when it does not hold.
        high: the node to go to when it does.
    """

    leaf: int
    low: int
    high: int


class Diagram(Generic[Leaf]):
    """A condition as a decision diagram: every leaf is asked at most once on the way to an answer.

    Because no leaf is asked twice, an answer that is the same however the unknown leaves turn out is found to be so;
    "a or not a" holds although "a" is unknown.

    Args:
        leaves: the leaves, in the order in which they are asked.
    """

    __slots__ = ("_made", "_nodes", "_places", "leaves", "root")

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.leaves = tuple(leaves)
        self._places = {leaf: place for place, leaf in enumerate(self.leaves)}
        self._nodes: list[Node | None] = [None, None]
        self._made: dict[Node, int] = {}
        self.root = FALSE

    def __len__(self) -> int:
        return len(self._reachable())

    def leaf(self, leaf: Leaf) -> int:
        """The diagram of one leaf."""
        return self._node(self._places[leaf], FALSE, TRUE)

    def all_of(self, parts: Iterable[int]) -> int:
        """The diagram of every one of some parts."""
        result = TRUE
        for part in parts:
            result = self._apply(result, part, FALSE, TRUE, {})
        return result

    def any_of(self, parts: Iterable[int]) -> int:
        """The diagram of at least one of some parts."""
        result = FALSE
        for part in parts:
            result = self._apply(result, part, TRUE, FALSE, {})
        return result

    def opposite(self, part: int) -> int:
        """The diagram of a part turned round."""
        made: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}

        def turned(place: int) -> int:
            node = self._nodes[place]
            if node is None or place in made:
                return made[place]
            made[place] = self._node(node.leaf, turned(node.low), turned(node.high))
            return made[place]

        return turned(part)

    def _node(self, leaf: int, low: int, high: int) -> int:
        if low == high:
            return low
        node = Node(leaf, low, high)
        place = self._made.get(node)
        if place is None:
            place = self._made[node] = len(self._nodes)
            self._nodes.append(node)
        return place

    def _apply(self, left: int, right: int, wins: int, yields: int, made: dict[tuple[int, int], int]) -> int:
        """Combines two parts where one answer of either decides (`wins`) and the other leaves it open (`yields`)."""
        if wins in (left, right):
            return wins
        if left in (yields, right):
            return right
        if right == yields:
            return left
        key = (left, right)
        found = made.get(key)
        if found is not None:
            return found
        first, second = self._nodes[left], self._nodes[right]
        assert first is not None
        assert second is not None
        leaf = min(first.leaf, second.leaf)
        a_low, a_high = (first.low, first.high) if first.leaf == leaf else (left, left)
        b_low, b_high = (second.low, second.high) if second.leaf == leaf else (right, right)
        made[key] = self._node(
            leaf, self._apply(a_low, b_low, wins, yields, made), self._apply(a_high, b_high, wins, yields, made)
        )
        return made[key]

    def _reachable(self, part: int | None = None) -> list[int]:
        """The places of the nodes that a part (the root, by default) leads to, each after the nodes it leads to."""
        order: list[int] = []
        seen = {FALSE, TRUE}

        def visit(place: int) -> None:
            if place in seen:
                return
            seen.add(place)
            node = self._nodes[place]
            assert node is not None
            visit(node.low)
            visit(node.high)
            order.append(place)

        visit(self.root if part is None else part)
        return order

    def drawn(self, timeline_of: Callable[[Leaf], Timeline]) -> Timeline:
        """The timeline of the whole condition, exact for every day on which the leaves can turn out independently.

        Costs a handful of set operations for each node.

        Args:
            timeline_of: the timeline of each leaf.
        """
        drawn: dict[int, Timeline] = {FALSE: NEVER, TRUE: ALWAYS}
        for place in self._reachable():
            node = self._nodes[place]
            assert node is not None
            asked = timeline_of(self.leaves[node.leaf])
            drawn[place] = _chosen(asked, drawn[node.low], drawn[node.high])
        return drawn[self.root]

    def given(self, known: Mapping[Leaf, bool]) -> int:
        """The part that is left to ask once some leaves are settled; TRUE or FALSE where nothing is."""
        left: dict[int, int] = {FALSE: FALSE, TRUE: TRUE}
        for place in self._reachable():
            node = self._nodes[place]
            assert node is not None
            settled = known.get(self.leaves[node.leaf])
            if settled is None:
                left[place] = self._node(node.leaf, left[node.low], left[node.high])
            else:
                left[place] = left[node.high if settled else node.low]
        return left[self.root]

    def depends_on(self, part: int) -> tuple[Leaf, ...]:
        """The leaves that make a difference to a part, in the order in which they are asked."""
        found: set[int] = set()
        for place in self._reachable(part):
            node = self._nodes[place]
            assert node is not None
            found.add(node.leaf)
        return tuple(self.leaves[leaf] for leaf in sorted(found))


def _chosen(asked: Timeline, low: Timeline, high: Timeline) -> Timeline:
    """What holds when the leaf holds and `high` does, or when it does not and `low` does."""
    if asked.possible is asked.certain and low.possible is low.certain and high.possible is high.certain:
        days = union((intersection((asked.certain, high.certain)), intersection((~asked.certain, low.certain))))
        return Timeline(days, days)
    certain = union(
        (
            intersection((asked.certain, high.certain)),
            intersection((~asked.possible, low.certain)),
            intersection((high.certain, low.certain)),
        )
    )
    possible = union((intersection((asked.possible, high.possible)), intersection((~asked.certain, low.possible))))
    return Timeline(certain, possible)
