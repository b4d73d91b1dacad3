"""Knows whether one condition, or one test of a record, follows from another, whatever the child or the record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import permutations
from typing import TypeVar

from attrs import evolve

from carepolicy.logic.condition import Asked, Condition
from carepolicy.logic.diagram import FALSE, Diagram
from carepolicy.logic.vocabulary import RecordLeaf, UnderAge
from carepolicy.logic.where import AllWhere, AnyWhere, AttendedBelow, LastedOver, NotWhere, OneOf, Where
from carepolicy.time.ages import Reached

Leaf = TypeVar("Leaf", bound=Hashable)


class Reach(Enum):
    """How what passes one test lies to what passes another."""

    SAME = "the same"
    WIDER = "all of it and more"
    NARROWER = "a part of it"
    APART = "neither holds the other"

    def turned(self) -> Reach:
        """How the second lies to the first."""
        return {Reach.WIDER: Reach.NARROWER, Reach.NARROWER: Reach.WIDER}.get(self, self)

    def __repr__(self) -> str:
        return f"Reach.{self.name}"


def reach_of(one: Condition, other: Condition) -> Reach:
    """How the days on which one condition holds lie to those of another, as far as their leaves tell.

    Ages are known to hang together: whoever is under 11 is under 13. So are leaves that read one kind of record, where
    all that pass the test of one pass that of the other. Of other leaves nothing is known beside what they are, so that
    APART is said where only a fact of life would say more.

    Args:
        one: the first.
        other: the second.

    >>> from carepolicy.logic.vocabulary import under_age
    >>> reach_of(under_age(13), under_age(11))
    Reach.WIDER
    """
    if one == other:
        return Reach.SAME
    leaves = [asked for condition in (one, other) for asked, _ in condition.asked(None)]
    diagram: Diagram[Asked] = Diagram(tuple(dict.fromkeys(leaves)))
    parts = one.diagrammed(diagram, None), other.diagrammed(diagram, None)
    return _reach(diagram, parts, _leaves_follow)


def where_reach(one: Where | None, other: Where | None) -> Reach:
    """How the records that pass one test lie to those that pass another; no test is passed by every record.

    What is not recorded is left aside: the question is of records on which everything is written.

    Args:
        one: the first.
        other: the second.

    >>> from carepolicy.logic.where import Attribute
    >>> role = Attribute("role", "whose it is")
    >>> where_reach(role.one_of("head", "governor"), role.one_of("head"))
    Reach.WIDER
    """
    if one == other:
        return Reach.SAME
    if one is None or other is None:
        return Reach.WIDER if one is None else Reach.NARROWER
    diagram: Diagram[Where] = Diagram(tuple(dict.fromkeys((*_leaves(one), *_leaves(other)))))
    return _reach(diagram, (_drawn(one, diagram), _drawn(other, diagram)), _tests_follow, _tests_exclude)


def _reach(
    diagram: Diagram[Leaf],
    parts: tuple[int, int],
    follows: Callable[[Leaf, Leaf], bool],
    excludes: Callable[[Leaf, Leaf], bool] | None = None,
) -> Reach:
    known = list(_known(diagram, follows, excludes))
    one, other = parts
    within = diagram.all_of([one, diagram.opposite(other), *known]) == FALSE
    holds = diagram.all_of([other, diagram.opposite(one), *known]) == FALSE
    if within and holds:
        return Reach.SAME
    return Reach.WIDER if holds else Reach.NARROWER if within else Reach.APART


def _known(
    diagram: Diagram[Leaf], follows: Callable[[Leaf, Leaf], bool], excludes: Callable[[Leaf, Leaf], bool] | None
) -> Iterator[int]:
    """What is known of each two leaves, whatever the child: that one brings the other with it, or rules it out."""
    for first, second in permutations(diagram.leaves, 2):
        if follows(first, second):
            yield diagram.any_of([diagram.opposite(diagram.leaf(first)), diagram.leaf(second)])
        elif excludes is not None and excludes(first, second):
            yield diagram.opposite(diagram.all_of([diagram.leaf(first), diagram.leaf(second)]))


def _leaves_follow(first: Asked, second: Asked) -> bool:
    """Whether a leaf brings another with it, since an age is under another or fewer records pass its test."""
    one, other = first[0], second[0]
    if isinstance(one, UnderAge) and isinstance(other, UnderAge):
        return _ages_follow(one, other)
    if not isinstance(one, RecordLeaf) or not isinstance(other, RecordLeaf) or first[1] is not second[1]:
        return False
    if (
        type(one) is not type(other)
        or one.of is not other.of
        or evolve(other, where=one.where, called=one.called) != one
    ):
        return False
    return where_reach(one.where, other.where) in (Reach.SAME, Reach.NARROWER)


def _ages_follow(one: UnderAge, other: UnderAge) -> bool:
    if one.age is None or other.age is None:  # with no age it is being alive, as everybody under an age is
        return other.age is None
    if one.reached is other.reached:
        return one.age <= other.age
    ages = one.reached, other.reached
    if ages == (Reached.ON_THE_BIRTHDAY, Reached.WHEN_THE_SCHOOL_YEAR_BEGINS):
        return one.age <= other.age
    # an age counts for the school year within a year of its birthday
    return ages == (Reached.WHEN_THE_SCHOOL_YEAR_BEGINS, Reached.ON_THE_BIRTHDAY) and one.age < other.age


def _tests_follow(one: Where, other: Where) -> bool:
    if isinstance(one, OneOf) and isinstance(other, OneOf):
        return one.attribute == other.attribute and set(one.values) <= set(other.values)
    if isinstance(one, AttendedBelow) and isinstance(other, AttendedBelow):
        return one.percent <= other.percent
    if isinstance(one, LastedOver) and isinstance(other, LastedOver):
        return one.span.number >= other.span.number
    return False


def _tests_exclude(one: Where, other: Where) -> bool:
    if not isinstance(one, OneOf) or not isinstance(other, OneOf) or one.attribute != other.attribute:
        return False
    return not set(one.values) & set(other.values)


def _leaves(test: Where) -> Sequence[Where]:
    if isinstance(test, (AllWhere, AnyWhere, NotWhere)):
        return [leaf for part in test.tests for leaf in _leaves(part)]
    return [test]


def _drawn(test: Where, diagram: Diagram[Where]) -> int:
    if isinstance(test, NotWhere):
        return diagram.opposite(_drawn(test.tests[0], diagram))
    if isinstance(test, AllWhere):
        return diagram.all_of(_drawn(part, diagram) for part in test.tests)
    if isinstance(test, AnyWhere):
        return diagram.any_of(_drawn(part, diagram) for part in test.tests)
    return diagram.leaf(test)


def all_parts(tests: Iterable[Where]) -> tuple[Where, ...]:
    """The parts, every one of which must pass, of several tests together, each once."""
    return tuple(dict.fromkeys(part for test in tests for part in test.every_part))
