"""Knows conditions: sets of days in a child's life, combined with `|`, `&` and `~`, each answer with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import ClassVar, NoReturn

from attrs import evolve, frozen

from carepolicy.errors import NotAskable, NotComposable, NotTwoValued
from carepolicy.facts import FAMILIES, Child, Complete, Family, Record, Weight
from carepolicy.logic.diagram import FALSE, TRUE, Diagram
from carepolicy.logic.finding import Missing, Reason, strongest, weakest
from carepolicy.logic.history import History, Step, history_of
from carepolicy.logic.settling import settling_sets
from carepolicy.logic.starts import Start, starts_in
from carepolicy.logic.where import Turns, together
from carepolicy.logic.worlds import Doubt, doubts_about, refined, too_many
from carepolicy.time.days import EVERY_DAY, Timeline, between, joined, opposite, overlap
from carepolicy.time.spans import Span
from carepolicy.verdict import Verdict, all_of, any_of

INDENT = "    "

Asked = tuple["Leaf", "Step | None"]
"""A leaf, and the step of the law whose result it reads."""


class Condition:
    """A question that is answered for every day of a child's life.

    Conditions are values: combine them with `|` (either), `&` (both) and `~` (not), ask `.timeline(child)` or
    `.on(day, child)`, and start clocks from `.begins` and `.ends`.
    """

    __slots__ = ()

    @property
    def title(self) -> str:
        """What the condition is called, as a phrase that reads well after "no"."""
        raise NotImplementedError

    def told_by_its_parts(self, child: Child) -> Timeline | None:
        """Its exact timeline, where its parts, each exact alone, make it; None where they may hang together.

        Where no day is left open by more than one part, nothing that is open in one can settle another.
        """
        return None

    # --- asking ---

    def timeline(self, child: Child) -> Timeline:
        """The answer for every day there is: exact, worked out once for a child and then kept with it.

        The first call costs O(n log n) in the number of records; each later one a look-up.

        >>> from carepolicy.facts import CARE, CareOrder
        >>> from carepolicy.logic.vocabulary import during
        >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2025-03-03")], complete=[CARE])
        >>> during(CareOrder).timeline(sam)
        Timeline(Days.of((date(2025, 3, 3), None)), Days.of((date(2025, 3, 3), None)))
        """
        try:
            found: Timeline | None = child.memory.get(self)
        except AttributeError:
            raise NotAskable(f"timeline(child) takes a Child; it was given a {type(child).__name__}.") from None
        if found is None:
            found = child.memory[self] = _exact(self, child)
        return found

    def on(self, day: date, child: Child) -> Finding:
        """The answer at the end of one day, with its reasons; the reasons are worked out when they are read.

        Args:
            day: the day asked about.
            child: of whom.

        Raises:
            NotAskable: when it is not given a day and a child.

        >>> from carepolicy.facts import CareOrder
        >>> from carepolicy.logic.vocabulary import during
        >>> print(during(CareOrder).on(date(2025, 3, 2), Child("sam", history=[CareOrder(start="2025-03-03")])))
        cannot tell care order
            not known: a complete list of the child's records of care
        """
        if not isinstance(child, Child) or not isinstance(day, date):
            raise NotAskable(
                f"on(day, child) takes a date and a Child, in that order; it was given a {type(day).__name__} and a "
                f"{type(child).__name__}."
            )
        return Finding(self, child, day, self.timeline(child).at(day))

    def ever(self, first: date, until: date, child: Child) -> Finding:
        """Whether it held on at least one day of a half-open range, with the reasons on the day that settles it.

        That is the first day on which it held; with none, the first on which it cannot be told, or else the last day.

        Args:
            first: the first day of the range.
            until: the first day after it.
            child: of whom.

        Raises:
            NotAskable: when the range holds no day.

        >>> from carepolicy.facts import CareOrder
        >>> from carepolicy.logic.vocabulary import during
        >>> sam = Child("sam", history=[CareOrder(start="2026-03-31")])
        >>> during(CareOrder).ever(date(2025, 4, 1), date(2026, 4, 1), sam).day
        datetime.date(2026, 3, 31)
        """
        if not (isinstance(first, date) and isinstance(until, date) and isinstance(child, Child) and first < until):
            raise NotAskable("ever(first, until, child) takes two dates, the first before the second, and a Child.")
        asked = between(first, until)
        timeline = self.timeline(child)
        for days in (timeline.certain, timeline.possible):
            for found, _ in (days & asked).stretches():
                return self.on(first if found is None else found, child)
        return self.on(until - timedelta(days=1), child)

    def days_in(self, first: date, until: date, child: Child) -> DayCount:
        """How many calendar days of a half-open range it held on: at least, and at most.

        Args:
            first: the first day of the range.
            until: the first day after it.
            child: of whom.

        Raises:
            NotAskable: when the range holds no day.
        """
        if not (isinstance(first, date) and isinstance(until, date) and isinstance(child, Child) and first < until):
            raise NotAskable("days_in(first, until, child) takes two dates, the first before the second, and a Child.")
        timeline = self.timeline(child)
        return DayCount(timeline.certain.count(first, until), timeline.possible.count(first, until))

    def turns(self, child: Child) -> tuple[Turn, ...]:
        """Every day on which the answer changes, in order, each with what caused it.

        >>> from carepolicy.facts import CARE, CareOrder
        >>> from carepolicy.logic.vocabulary import during
        >>> sam = Child("sam", history=[CareOrder(start="2025-03-03")], complete=[CARE])
        >>> print(*during(CareOrder).turns(sam))
        2025-03-03: fails -> holds: care order since 3 Mar 2025, still running
        """
        timeline = self.timeline(child)
        return tuple(
            Turn(
                change.day,
                timeline.at_ordinal(change.day.toordinal() - 1),
                change.verdict,
                self._cause(change.day, child),
            )
            for change in timeline.changes
        )

    def _cause(self, day: date, child: Child) -> str:
        """What is new in the reasons of a day, beside those of the day before; where a yes ends, what has ended."""
        now, earlier = self.on(day, child), self.on(day - timedelta(days=1), child)
        today = tuple(dict.fromkeys(now.reason.told_in_short()))
        before = set(earlier.reason.told_in_short())
        new = [told for told in today if told not in before]
        if earlier.holds and now.fails:  # what held yesterday and is told of as over today has ended
            new = [told for told in today if told in before] or new
        return "; ".join(new or today)

    @property
    def begins(self) -> Begins:
        """The days on which it starts to hold, as something that can start a clock."""
        return Begins(self)

    @property
    def ends(self) -> Ends:
        """The days on which it stops holding, as something that can start a clock."""
        return Ends(self)

    # --- combining ---

    def __or__(self, other: Condition) -> Condition:
        return AnyOf((*limbs_of(AnyOf, self), *limbs_of(AnyOf, _condition(other))))

    def __and__(self, other: Condition) -> Condition:
        return AllOf((*limbs_of(AllOf, self), *limbs_of(AllOf, _condition(other))))

    def __ror__(self, other: object) -> Condition:
        return _condition(other) | self

    def __rand__(self, other: object) -> Condition:
        return _condition(other) & self

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise NotTwoValued(
            f'"{self.title}" can be true, false or not known on a day, so it has no yes-or-no value. '
            "Combine conditions with |, & and ~, or ask .on(day, child) and then .holds, .fails or .unknown."
        )

    # --- what each kind of condition says of itself ---

    @property
    def reads_through(self) -> Step | None:
        """The step of the law through which its leaves read the records, where it brings one."""
        return None

    @property
    def beginning(self) -> str:
        """How its beginning is told, where "the start of" and its title do not say it."""
        return ""

    def drawn(self, history: History) -> Timeline:
        """The timeline as far as each part alone can tell (Kleene's logic); `timeline` is exact."""
        raise NotImplementedError

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        """Every leaf in the order written, with the step it reads through and whether it stands turned round.

        A leaf used twice comes twice.
        """
        raise NotImplementedError

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        """The condition as a part of a decision diagram."""
        raise NotImplementedError

    def reason(self, history: History, day: date) -> Reason:
        """Why the answer on a day is what it is, as far as each part alone can tell."""
        raise NotImplementedError

    def tree(self, depth: int = 0) -> Iterator[str]:
        """The condition as it is written, one line for each part, indented under what it is a part of."""
        yield f"{INDENT * depth}{self.title}"

    def families(self) -> frozenset[Family]:
        """The families of records that it reads."""
        return frozenset(leaf.reads_kind.family for (leaf, _), _ in self.asked(None) if leaf.reads_kind is not None)


def _condition(value: object) -> Condition:
    if isinstance(value, Condition):
        return value
    name = value.__name__ if isinstance(value, type) else f"a {type(value).__name__}"
    hint = "Build one with during(...), since(...), in_the_last(...), under_age(...), stated(...) or left_by(...)."
    if isinstance(value, type) and issubclass(value, Record):
        hint = f"Write during({name}) for a spell, or since({name}) for something that happened."
    raise NotComposable(f"|, & and ~ take conditions, and this is {name}. {hint}")


@frozen(repr=False)
class Finding:
    """The answer to one condition about one child at the end of one day; its reasons are worked out when read.

    Args:
        condition: what was asked.
        child: of whom.
        day: when.
        verdict: the answer.

    Raises:
        NotTwoValued: when it is used as if it were true or false.
    """

    condition: Condition
    child: Child
    day: date
    verdict: Verdict

    @property
    def holds(self) -> bool:
        """True when the answer is a certain yes."""
        return self.verdict is Verdict.HOLDS

    @property
    def fails(self) -> bool:
        """True when the answer is a certain no."""
        return self.verdict is Verdict.FAILS

    @property
    def unknown(self) -> bool:
        """True when the records do not settle the question."""
        return self.verdict is Verdict.UNKNOWN

    @property
    def since(self) -> date | None:
        """The first day of the unbroken stretch with this answer; None where it has no first day."""
        return self._stretch[0]

    @property
    def until(self) -> date | None:
        """The first day on which the answer changes, as things stand; None where it does not."""
        return self._stretch[1]

    @property
    def _stretch(self) -> tuple[date | None, date | None]:
        timeline = self.condition.timeline(self.child)
        days = timeline.unknown if self.unknown else (timeline.certain if self.holds else ~timeline.possible)
        return days.stretch_around(self.day) or (None, None)

    @property
    def provisional(self) -> bool:
        """Whether a yes rests on something still running when the records were drawn, and taken to run on."""
        return self.holds and self.reason.provisional

    @property
    def weight(self) -> Weight | None:
        """For a yes, the weakest evidence that it cannot do without; None where it rests on no record."""
        return self.reason.weight if self.holds else None

    @property
    def reason(self) -> Reason:
        """Why, as a tree that shows only what settled it.

        Where the whole is settled although its parts are not, the parts are shown, and a note that it is so either way.
        """
        reason = self.condition.reason(history_of(self.child), self.day)
        if reason.verdict is not self.verdict:
            return evolve(reason, verdict=self.verdict, by_cases=True, weight=self._weight_of_what_is_known())
        if self.unknown and too_many(compiled(self.condition).doubts_about(self.child)):
            return evolve(reason, missing=(*reason.missing, MAY_BE_DECIDABLE))
        return reason

    def _weight_of_what_is_known(self) -> Weight | None:
        """The weakest evidence of any part that certainly holds, for an answer settled by all of them together."""
        if not self.holds:
            return None
        history = history_of(self.child)
        reasons = (
            leaf.reason(history.through(step), self.day)
            for leaf, step in compiled(self.condition).diagram.leaves
            if timeline_of((leaf, step), self.child).at(self.day).holds
        )
        return weakest(reason.weight for reason in reasons)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is not known and together settles the answer, whatever it turns out to be.

        Things one answer of which decides it alone come first; nothing that makes no difference is listed.
        """
        found: dict[str, Missing] = {}
        decides_alone: set[str] = set()
        for open_leaf in self._open_leaves():
            for missing in open_leaf.missing:
                before = found.get(missing.says)
                found[missing.says] = missing if before is None else before.and_for(missing)
                if open_leaf.decides_alone:
                    decides_alone.add(missing.says)
        return tuple(sorted(found.values(), key=lambda missing: missing.says not in decides_alone))

    @property
    def settled_by(self) -> tuple[tuple[str, ...], ...]:
        """The smallest sets of facts any one of which would settle the answer, whatever those facts turn out to be.

        Smallest first, and none that holds another. Sets are listed up to three facts; where it takes more, see
        `decided_by`. Costs one timeline for each way that is tried.
        """
        missing = self.missing
        if not missing or MAY_BE_DECIDABLE in missing:
            return ()
        asked = {gap.says for gap in missing}
        ready = compiled(self.condition)
        doubts = ready.open_to(self.child, lambda record, name: not asked.isdisjoint(ready.phrases(record, name)))
        settled: Callable[[Child], bool] = lambda world: not self.condition.timeline(world).at(self.day).unknown  # noqa: E731
        return settling_sets(missing, self.child, doubts, ready.phrases, settled)

    @property
    def decided_by(self) -> tuple[str, ...]:
        """The facts of which one answer, though not every one, would settle the answer by itself."""
        alone = [missing.says for leaf in self._open_leaves() if leaf.decides_alone for missing in leaf.missing]
        return tuple(dict.fromkeys(says for says in alone if (says,) not in self.settled_by))

    def _open_leaves(self) -> Iterator[OpenLeaf]:
        """The leaves that cannot be told and make a difference, each with what is not known and what it can decide."""
        if not self.unknown:
            return
        diagram = compiled(self.condition).diagram
        answers = {asked: timeline_of(asked, self.child).at(self.day) for asked in diagram.leaves}
        known = {asked: answer.holds for asked, answer in answers.items() if not answer.unknown}
        for asked in diagram.depends_on(diagram.given(known)):
            alone = any(diagram.given({**known, asked: turned_out}) in (TRUE, FALSE) for turned_out in (True, False))
            leaf, step = asked
            yield OpenLeaf(leaf.reason(history_of(self.child).through(step), self.day).all_missing, alone)

    def __bool__(self) -> NoReturn:
        raise NotTwoValued(
            f'"{self.condition.title}" can be true, false or not known, so it has no yes-or-no value. '
            "Ask .holds, .fails or .unknown."
        )

    def __str__(self) -> str:
        return str(self.reason)

    def __repr__(self) -> str:
        return f"<Finding: {self.condition.title} {self.verdict.value} of {self.child!r}>"


@frozen
class OpenLeaf:
    """A part of a question that cannot be told, with what is not known, and whether one answer decides the whole."""

    missing: tuple[Missing, ...]
    decides_alone: bool


@frozen
class DayCount:
    """How many calendar days, where not every day can be told.

    Args:
        at_least: the days on which it certainly held.
        at_most: those, and the days on which it cannot be told.
    """

    at_least: int
    at_most: int

    def __str__(self) -> str:
        return str(self.at_least) if self.at_least == self.at_most else f"{self.at_least} to {self.at_most}"


@frozen
class Turn:
    """One day on which an answer changes, and why.

    Args:
        day: the first day of the new answer.
        before: the answer up to then.
        after: the answer from then on.
        cause: what is new in the reasons on that day.
    """

    day: date
    before: Verdict
    after: Verdict
    cause: str

    def __str__(self) -> str:
        return f"{self.day}: {self.before} -> {self.after}: {self.cause}"


# --- combinations ---------------------------------------------------------------------------------------------


@frozen(repr=False, cache_hash=True)
class Combination(Condition):
    """Some conditions taken together."""

    parts: tuple[Condition, ...]

    needs_all: ClassVar[bool] = False
    """Whether it takes every part to hold, or only one."""

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        for part in self.parts:
            yield from part.asked(step, turned=turned)

    def verdict(self, answers: Iterable[Verdict]) -> Verdict:
        """The answer that the answers of its parts make."""
        raise NotImplementedError

    def told_by_its_parts(self, child: Child) -> Timeline | None:
        timelines = [part.timeline(child) for part in self.parts]
        open_days = [timeline.unknown for timeline in timelines if timeline.possible != timeline.certain]
        if any(one & other for one, other in combinations(open_days, 2)):
            return None
        return overlap(timelines) if self.needs_all else joined(timelines)

    def tree(self, depth: int = 0) -> Iterator[str]:
        yield f"{INDENT * depth}{'all of' if self.needs_all else 'any of'}"
        for part in self.parts:
            yield from part.tree(depth + 1)

    def reason(self, history: History, day: date) -> Reason:
        parts = [part.reason(history, day) for part in self.parts]
        verdict = self.verdict(part.verdict for part in parts)
        because = tuple(part for part in parts if part.verdict is verdict)
        weights = [part.weight for part in because]
        if self.needs_all:
            weight, provisional = weakest(weights), any(part.provisional for part in because)
        else:
            weight, provisional = strongest(weights), all(part.provisional for part in because)
        return Reason(verdict, self.title, because=because, weight=weight, provisional=provisional)


class AnyOf(Combination):
    """At least one of some conditions."""

    __slots__ = ()

    def verdict(self, answers: Iterable[Verdict]) -> Verdict:
        return any_of(answers)

    def drawn(self, history: History) -> Timeline:
        return joined([part.drawn(history) for part in self.parts])

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        return diagram.any_of(part.diagrammed(diagram, step) for part in self.parts)

    @property
    def title(self) -> str:
        return " or ".join(part.title for part in self.parts)

    def __repr__(self) -> str:
        return f"({' | '.join(map(repr, self.parts))})"


class AllOf(Combination):
    """Every one of some conditions."""

    __slots__ = ()
    needs_all = True

    def verdict(self, answers: Iterable[Verdict]) -> Verdict:
        return all_of(answers)

    def drawn(self, history: History) -> Timeline:
        return overlap([part.drawn(history) for part in self.parts])

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        return diagram.all_of(part.diagrammed(diagram, step) for part in self.parts)

    @property
    def title(self) -> str:
        return " and ".join(part.title for part in self.parts)

    def __repr__(self) -> str:
        return f"({' & '.join(map(repr, self.parts))})"


def limbs_of(kind: type[Combination], condition: Condition) -> tuple[Condition, ...]:
    """The parts of a condition that is a combination of a kind, or the condition itself."""
    return condition.parts if type(condition) is kind else (condition,)


@frozen(repr=False, cache_hash=True)
class Not(Condition):
    """A condition turned round."""

    of: Condition

    def drawn(self, history: History) -> Timeline:
        return opposite(self.of.drawn(history))

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        yield from self.of.asked(step, turned=not turned)

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        return diagram.opposite(self.of.diagrammed(diagram, step))

    def reason(self, history: History, day: date) -> Reason:
        inner = self.of.reason(history, day)
        return Reason(~inner.verdict, self.title, because=(inner,), weight=inner.weight, provisional=inner.provisional)

    def tree(self, depth: int = 0) -> Iterator[str]:
        first, *rest = self.of.tree(depth)
        yield f"{INDENT * depth}not: {first.strip()}"
        yield from rest

    @property
    def title(self) -> str:
        return f"not {self.of.title}"

    def __repr__(self) -> str:
        return f"~{self.of!r}"


# --- leaves ---------------------------------------------------------------------------------------------------


class Leaf(Condition):
    """A condition that reads the records itself."""

    __slots__ = ()

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        yield (self, step), turned

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        return diagram.leaf((self, step))

    @property
    def reads_kind(self) -> type[Record] | None:
        """The kind of record it reads; None where it reads only the child's own dates."""
        return None

    def turns_on(self, record: Record, name: str) -> Turns:
        """Whether its answer can turn on a field of a record, such as its start, and if so which way."""
        raise NotImplementedError

    def phrases(self, record: Record, name: str) -> Iterator[str]:
        """By which phrases a field of a record is asked for where it cannot tell."""
        return iter(())

    def spans(self) -> tuple[Span, ...]:
        """The spans of time by which it looks back."""
        return ()

    def timeline_in(self, history: History) -> Timeline:
        """Its timeline, worked out once for a history."""
        found: Timeline | None = history.memory.get(self)
        if found is None:
            found = history.memory[self] = self.drawn(history)
        return found


# --- exact answers --------------------------------------------------------------------------------------------

MAY_BE_DECIDABLE = Missing(
    "which of many uncertain dates go together: there are too many to try, so this may be decidable"
)


@frozen
class Compiled:
    """A condition made ready for exact answers.

    Args:
        diagram: its decision diagram.
        leaves: its leaves as they stand, each with whether it stands there turned round; one used twice is here twice.
    """

    diagram: Diagram[Asked]
    leaves: tuple[tuple[Asked, bool], ...]

    @property
    def repeats(self) -> bool:
        """Whether a leaf is used twice; where none is, each part alone tells all there is to tell."""
        return len(self.leaves) > len(self.diagram.leaves)

    def drawn(self, child: Child) -> Timeline:
        """The timeline, exact wherever the leaves can turn out independently of each other."""
        return self.diagram.drawn(lambda asked: timeline_of(asked, child))

    def doubts_about(self, child: Child) -> tuple[Doubt, ...]:
        """What is uncertain about a child and must be tried in each way it may turn out."""
        spans = {span for (leaf, _), _ in self.leaves for span in leaf.spans()}
        return doubts_about(child, lambda record, name: self._pulls_apart(child, record, name), spans)

    def open_to(self, child: Child, wanted: Callable[[Record, str], bool]) -> tuple[Doubt, ...]:
        """What is open in a child's records, of the fields that are wanted, with the values that it may have."""
        spans = {span for (leaf, _), _ in self.leaves for span in leaf.spans()}
        return doubts_about(child, wanted, spans)

    def phrases(self, record: Record, name: str) -> tuple[str, ...]:
        """By which phrases a field of a record is asked for where its leaves cannot tell."""
        return tuple(dict.fromkeys(says for (leaf, _), _ in self.leaves for says in leaf.phrases(record, name)))

    def _pulls_apart(self, child: Child, record: Record, name: str) -> bool:
        """Whether a field of a record pulls leaves in different directions, or sets records against each other.

        What pulls every leaf the same way need not be tried: its earliest and latest dates, leaf by leaf, say it all.
        """
        ways: list[Turns] = []
        for (leaf, step), turned_round in self.leaves:
            way = leaf.turns_on(record, name)
            if step is not None and leaf.reads_kind is not None:
                by_law = step.turns_on(child, leaf.reads_kind, record, name)
                if by_law is Turns.EITHER_WAY:
                    return True
                way = together((way, by_law))
            if way is not Turns.NOT:
                ways.append(way.opposite() if turned_round else way)
        return len(ways) > 1 and together(ways) is Turns.EITHER_WAY


@lru_cache(maxsize=512)
def compiled(condition: Condition) -> Compiled:
    """A condition compiled, once."""
    found = list(condition.asked(None))
    diagram: Diagram[Asked] = Diagram(tuple(dict.fromkeys(asked for asked, _ in found)))
    diagram.root = condition.diagrammed(diagram, None)
    return Compiled(diagram, tuple(found))


def timeline_of(asked: Asked, child: Child) -> Timeline:
    """The timeline of one leaf, read through its step."""
    leaf, step = asked
    return leaf.timeline_in(history_of(child).through(step))


def _exact(condition: Condition, child: Child) -> Timeline:
    """The timeline of a condition: unknown only on days when the records truly leave it open.

    Where nothing is unknown, this draws each part once. Otherwise the decision diagram is asked, and then every way is
    tried in which a date or field that is not known, and that bears on several leaves, may turn out.
    """
    timeline = condition.drawn(history_of(child))
    if timeline.possible is timeline.certain:
        return timeline
    by_parts = condition.told_by_its_parts(child)
    if by_parts is not None:
        return by_parts
    ready = compiled(condition)
    if ready.repeats:
        timeline = ready.drawn(child)
    if timeline.possible != timeline.certain:
        timeline = refined(timeline, child, ready.doubts_about(child), ready.drawn)
    return Timeline.known(timeline.certain) if timeline.possible == timeline.certain else timeline


def restarts_of(definition: Condition, child: Child) -> tuple[int, ...]:
    """The days, as ordinals, on which what a definition reads begins anew although it had ended that same day."""
    return history_of(child).through(definition.reads_through).restarts


# --- starts and ends, as triggers -----------------------------------------------------------------------------


def _as_if_complete(child: Child, families: frozenset[Family]) -> Child:
    """The same child with nothing unlisted, so that what is left open is left open by the records themselves."""
    everything = families.union(FAMILIES)
    key = (_as_if_complete, everything)
    found: Child | None = child.memory.get(key)
    if found is None:
        found = child.memory[key] = evolve(child, complete=[Complete(family, EVERY_DAY) for family in everything])
    return found


@frozen(repr=False, cache_hash=True)
class Begins:
    """The days on which a condition starts to hold, as something that can start a clock."""

    of: Condition

    @property
    def told_as(self) -> str:
        """How the start is told, such as "becoming looked after"."""
        return self.of.beginning or f"the start of {self.of.title}"

    def starts(self, child: Child) -> tuple[Start, ...]:
        """Every start there is on record, each a window of days, certain or possible; worked out once.

        Costs two timelines.
        """
        found: tuple[Start, ...] | None = child.memory.get(self)
        if found is None:
            recorded = _as_if_complete(child, self.of.families())
            restarts = history_of(recorded).through(self.of.reads_through).restarts
            timelines = self.of.timeline(recorded), self.of.timeline(child)
            found = child.memory[self] = tuple(starts_in(*timelines, restarts, self._caveat()))
        return found

    def _caveat(self) -> str:
        families = " and ".join(sorted(family.called for family in self.of.families()))
        return f"{families} from before it are not listed as complete, so it may have begun earlier"

    def days(self, child: Child) -> tuple[date, ...]:
        """The starts that are certain and whose day is known, in order.

        >>> from carepolicy.facts import CARE, CareOrder
        >>> from carepolicy.logic.vocabulary import during
        >>> ana = Child("ana", history=[CareOrder(start="2025-03-03")], complete=[CARE])
        >>> during(CareOrder).begins.days(ana)
        (datetime.date(2025, 3, 3),)
        """
        return tuple(start.at.day for start in self.starts(child) if start.certain and start.at.day is not None)

    def __repr__(self) -> str:
        return f"{self.of!r}.begins"


@frozen(repr=False)
class Ends:
    """The days on which a condition stops holding, as something that can start a clock."""

    of: Condition

    @property
    def told_as(self) -> str:
        """How the end is told."""
        return f"the end of {self.of.title}"

    def starts(self, child: Child) -> tuple[Start, ...]:
        """Every end there is on record, each a window of days, certain or possible."""
        return Begins(Not(self.of)).starts(child)

    def days(self, child: Child) -> tuple[date, ...]:
        """The ends that are certain and whose day is known, in order."""
        return tuple(end.at.day for end in self.starts(child) if end.certain and end.at.day is not None)

    def __repr__(self) -> str:
        return f"{self.of!r}.ends"
