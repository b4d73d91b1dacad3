"""Knows the few kinds of leaf that conditions are built from: how each is drawn over time, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from attrs import field, frozen

from carepolicy.errors import Unfinished
from carepolicy.facts import (
    PERMANENCE,
    Declared,
    Happening,
    LeftCare,
    Order,
    Record,
    Spell,
)
from carepolicy.logic.condition import Condition, Leaf, compiled
from carepolicy.logic.finding import Evidence, Missing, Reason
from carepolicy.logic.history import History
from carepolicy.logic.where import Turns, Where, together
from carepolicy.time.ages import Reached, first_day_at
from carepolicy.time.days import (
    EVERY_DAY,
    FIRST_ORDINAL,
    LAST_ORDINAL,
    NEVER,
    NO_DAYS,
    Days,
    Timeline,
    from_runs,
    ordinals,
    union,
)
from carepolicy.time.instants import Instant
from carepolicy.time.spans import Span, Unit
from carepolicy.time.written import plain
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN

RUNS = {"start": Turns.EARLIER, "end": Turns.LATER}
"""A spell holds on more days the earlier it starts and the later it ends."""

Run = tuple[int, int]
"""A half-open run of days, as ordinals."""

NO_END = LAST_ORDINAL + 1
"""The end of a run of days that does not end."""


# --- the vocabulary, as written -------------------------------------------------------------------------------


def during(kind: type[Spell], *, where: Where | None = None, called: str = "") -> Condition:
    """The days on which a spell of a kind is running at the end of the day.

    Args:
        kind: which spells, such as `CareOrder`.
        where: which of them, as a test of what is written on them.
        called: what to call it in a reason, where the kind's own label is not enough.

    Raises:
        Unfinished: when it is not given a kind of spell.

    >>> from carepolicy.facts import CareOrder
    >>> during(CareOrder)
    during(CareOrder)
    """
    _must_be(kind, Spell, "during")
    return During(kind, where, called)


def since(kind: type[Happening], *, where: Where | None = None, called: str = "") -> Condition:
    """The days on and after something of a kind happened; the day itself counts.

    Args:
        kind: what, such as `AdoptionOrder`.
        where: which of them, as a test of what is written on them.
        called: what to call it in a reason.

    Raises:
        Unfinished: when it is not given a kind of thing that happens.
    """
    _must_be(kind, Happening, "since")
    return Since(kind, where, called)


def in_the_last(number: int, unit: Unit, *, of: type[Spell], where: Where | None = None, called: str = "") -> Condition:
    """The days while a spell of a kind runs, and for some time after its end; the anniversary of the end still counts.

    It works on ends, so a spell that began and ended on one day still counts.

    Args:
        number: how many.
        unit: `YEARS`, `MONTHS`, `WEEKS` or `CALENDAR_DAYS`.
        of: which spells.
        where: which of them, as a test of what is written on them.
        called: what to call it in a reason.

    Raises:
        BadPolicy: when the unit cannot be counted without a school calendar or a clock.

    Source: Dodds v Walker [1981] 1 WLR 1027 for the corresponding date.

    >>> from carepolicy.facts import ChildProtectionPlan
    >>> from carepolicy.time.spans import YEARS
    >>> in_the_last(6, YEARS, of=ChildProtectionPlan)
    in_the_last(6, YEARS, of=ChildProtectionPlan)
    """
    _must_be(of, Spell, "in_the_last")
    span = Span(number, unit)
    span.after(date(2000, 1, 1))  # refuses a unit that needs a calendar when the rule is written, not when it is asked
    return InTheLast(of, where, called, span=span)


def under_age(age: int, *, reached: Reached = Reached.ON_THE_BIRTHDAY) -> Condition:
    """The days from birth on which the child is alive and has not reached an age; before birth and from death it fails.

    Args:
        age: in years.
        reached: when the age counts as reached.

    Source: Family Law Reform Act 1969, s.9(1); Education Act 1996, s.8.

    >>> under_age(18)
    under_age(18)
    """
    return UnderAge(age, reached)


def stated(attribute: str, *values: str) -> Condition:
    """The days for which somebody declared one of some values, such as a census code; unknown on every other day.

    Args:
        attribute: what was asked.
        values: the answers that count.

    >>> stated("post looked-after arrangements", "A", "G")
    stated('post looked-after arrangements', 'A', 'G')
    """
    return StatedAs(attribute, values)


def left_by(*orders: Order) -> Condition:
    """The days on and after the child left care as a result of one of some orders.

    Args:
        orders: which orders.

    >>> left_by(Order.ADOPTION)
    left_by(Order.ADOPTION)
    """
    return LeftBy(orders)


def ages_in(condition: Condition) -> tuple[Condition, ...]:
    """The ages that a condition asks a child to be under, each as a condition."""
    leaves = compiled(condition).leaves
    return tuple(leaf for (leaf, _), turned_round in leaves if isinstance(leaf, UnderAge) and not turned_round)


def _must_be(kind: object, base: type[Record], name: str) -> None:
    if isinstance(kind, type) and issubclass(kind, base):
        return
    found = kind.__name__ if isinstance(kind, type) else f"a {type(kind).__name__}"
    wanted = "spell, such as CareOrder" if base is Spell else "thing that happens, such as AdoptionOrder"
    raise Unfinished(f"{name}(...) takes a kind of {wanted}, and was given {found}.")


# --- leaves that read records ---------------------------------------------------------------------------------


@frozen(repr=False, cache_hash=True)
class RecordLeaf(Leaf):
    """A leaf that reads the records of one kind."""

    of: type[Record]
    where: Where | None = None
    called: str = ""

    def runs(self, thing: Any) -> tuple[Run, Run]:
        """The run of days on which one record may make it hold, and that on which it does whatever its exact dates."""
        raise NotImplementedError

    def unlisted(self, history: History) -> Days:
        """The days on which a record that is not listed may make it hold."""
        raise NotImplementedError

    def words(self, thing: Any) -> str:
        """One record and its dates, as a phrase."""
        return _spell_words(thing)

    def drawn(self, history: History) -> Timeline:
        things = history.of(self.of)
        unlisted = self.unlisted(history)
        if not things:
            return Timeline(NO_DAYS, unlisted) if unlisted else NEVER
        where = self.where
        certain: list[Run] = []
        doubtful: list[Run] = []
        for thing in things:
            verdict = HOLDS if where is None else where.test(thing)
            if verdict is FAILS:
                continue
            possible, sure = self.runs(thing)
            if verdict is HOLDS and thing.sure:
                certain.append(sure)
                if sure == possible:
                    continue
            doubtful.append(possible)
        holds = from_runs(certain)
        if not doubtful and not unlisted:
            return Timeline(holds, holds)
        may_hold = union([holds, from_runs(doubtful), unlisted])
        return Timeline(holds, holds) if may_hold == holds else Timeline(holds, may_hold)

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        ordinal = day.toordinal()
        evidence: list[Evidence] = []
        missing: list[str] = []
        provisional = False
        for thing in history.of(self.of):
            passes = HOLDS if self.where is None else self.where.test(thing)
            if passes is FAILS:
                continue
            possible, certain = self.runs(thing)
            sure = passes is HOLDS and thing.sure
            if verdict is HOLDS and sure and _within(ordinal, certain):
                evidence.append(_evidence(self.words(thing), thing))
                provisional = provisional or (hasattr(thing, "end") and thing.end is None)
            elif verdict is UNKNOWN and _within(ordinal, possible):
                evidence.append(_evidence(self.words(thing), thing))
                missing.extend(_what_is_missing(thing, self.where))
            elif verdict is FAILS:
                evidence = [_evidence(self.words(thing), thing)]
        if verdict is UNKNOWN and self.unlisted(history).has(ordinal):
            missing.append(self.of.family.complete_record)
        return Reason(verdict, self.title, evidence=tuple(evidence), missing=_gaps(missing), provisional=provisional)

    @property
    def reads_kind(self) -> type[Record]:
        return self.of

    turning: ClassVar[Mapping[str, Turns]] = {}
    """How the answer turns on the dates of a record."""

    def turns_on(self, record: Record, name: str) -> Turns:
        if not issubclass(record.kind, self.of):
            return Turns.NOT
        by_itself = self.turning.get(name, Turns.NOT)
        return by_itself if self.where is None else together((by_itself, self.where.turns_on(name)))

    @property
    def title(self) -> str:
        return self.called or self.of.label


class During(RecordLeaf):
    """The days on which a spell of some kind is running."""

    __slots__ = ()
    turning = RUNS

    def runs(self, thing: Any) -> tuple[Run, Run]:
        start, end = thing.start, thing.end
        if end is None:
            return (start.first_day, NO_END), (start.last_day, NO_END)
        return (start.first_day, end.last_day), (start.last_day, end.first_day)

    def unlisted(self, history: History) -> Days:
        return history.unlisted(self.of)

    def __repr__(self) -> str:
        return _written("during", self.of.__name__, where=self.where, called=self.called)


class Since(RecordLeaf):
    """The days on and after something of some kind."""

    __slots__ = ()
    turning = {"at": Turns.EARLIER}  # noqa: RUF012

    def runs(self, thing: Any) -> tuple[Run, Run]:
        return (thing.at.first_day, NO_END), (thing.at.last_day, NO_END)

    def unlisted(self, history: History) -> Days:
        return _ever_after(history.unlisted(self.of))

    def words(self, thing: Any) -> str:
        return f"{thing.label} on {_when(thing.at)}"

    def __repr__(self) -> str:
        return _written("since", self.of.__name__, where=self.where, called=self.called)


@frozen(repr=False, cache_hash=True)
class InTheLast(RecordLeaf):
    """The days while a spell of some kind runs, and within a span of its end."""

    span: Span = field(kw_only=True)

    turning: ClassVar[Mapping[str, Turns]] = RUNS

    def runs(self, thing: Any) -> tuple[Run, Run]:
        start, end = thing.start, thing.end
        if end is None:
            return (start.first_day, NO_END), (start.last_day, NO_END)
        until = self._until(end.last_day)
        surely_until = until if end.first_day == end.last_day else self._until(end.first_day)
        return (start.first_day, until), (start.last_day, surely_until)

    def unlisted(self, history: History) -> Days:
        days = history.unlisted(self.of)
        if not days or days == EVERY_DAY:
            return days
        return union(
            ordinals(FIRST_ORDINAL if first is None else first, NO_END if until is None else self._until(until))
            for first, until in days.ordinal_stretches()
        )

    def _until(self, ended: int) -> int:
        """The first day past the window; the anniversary of the end is its last."""
        if ended >= LAST_ORDINAL:
            return NO_END
        return self.span.after(date.fromordinal(ended)).toordinal() + 1

    def spans(self) -> tuple[Span, ...]:
        return (self.span,)

    def words(self, thing: Any) -> str:
        if thing.end is None or thing.end.day is None:
            return _spell_words(thing)
        runs_to = plain(self.span.after(thing.end.day))
        return f"{thing.label} until {_when(thing.end)}; {self.span} run to {runs_to}"

    @property
    def title(self) -> str:
        return self.called or f"{self.of.label} in the last {self.span}"

    def __repr__(self) -> str:
        number = f"{self.span.number}, {self.span.unit!r}, of={self.of.__name__}"
        return _written("in_the_last", number, where=self.where, called=self.called)


@frozen(repr=False, cache_hash=True)
class LeftBy(Leaf):
    """The days on and after an exit from care as a result of one of some orders."""

    orders: tuple[Order, ...]

    def _may_be(self, left: Any) -> bool:
        return left.by is None or left.by in self.orders

    def drawn(self, history: History) -> Timeline:
        exits = [left for left in history.of(LeftCare) if self._may_be(left)]
        unlisted = _ever_after(history.unlisted(LeftCare))
        if not exits:
            return Timeline(NO_DAYS, unlisted) if unlisted else NEVER
        holds = union(_from(left.at.last_day) for left in exits if left.sure and left.by is not None)
        may_hold = union([holds, unlisted, *(_from(left.at.first_day) for left in exits)])
        return Timeline(holds, holds) if may_hold == holds else Timeline(holds, may_hold)

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        ordinal = day.toordinal()
        evidence: list[Evidence] = []
        missing: list[str] = []
        for left in history.of(LeftCare):
            if not self._may_be(left) or left.at.first_day > ordinal:
                continue
            if verdict is HOLDS and left.sure and left.by is not None and left.at.last_day <= ordinal:
                evidence.append(_evidence(f"left care by {left.by.value} on {_when(left.at)}", left))
            elif verdict is UNKNOWN and not left.sure:
                missing.append("when and why the child's time in care ended")
            elif verdict is UNKNOWN:
                missing.append("why the time in care ended" if left.by is None else "the day on which care ended")
        if verdict is UNKNOWN and _ever_after(history.unlisted(LeftCare)).has(ordinal):
            missing.append(PERMANENCE.complete_record)
        return Reason(verdict, self.title, evidence=tuple(evidence), missing=_gaps(missing))

    @property
    def reads_kind(self) -> type[Record]:
        return LeftCare

    def turns_on(self, record: Record, name: str) -> Turns:
        return Turns.EITHER_WAY if isinstance(record, LeftCare) and name in ("at", "by") else Turns.NOT

    @property
    def title(self) -> str:
        return f"left care by {' or '.join(order.value for order in self.orders)}"

    def __repr__(self) -> str:
        return f"left_by({', '.join(map(str, self.orders))})"


@frozen(repr=False, cache_hash=True)
class StatedAs(Leaf):
    """The days for which somebody declared one of some values; a declaration is silent about every other day."""

    attribute: str
    values: tuple[str, ...]

    def drawn(self, history: History) -> Timeline:
        said: list[Days] = []
        denied: list[Days] = []
        for record in history.of(Declared):
            if record.attribute == self.attribute and record.at.is_one_day:
                days = ordinals(record.at.first_day, record.at.first_day + 1)
                (said if record.value in self.values else denied).append(days)
        certain = union(said)
        return Timeline(certain, certain | ~union(denied))

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        evidence = tuple(
            _evidence(f"declared as {record.value} on {_when(record.at)}", record)
            for record in history.of(Declared)
            if record.attribute == self.attribute and record.at.day == day
        )
        missing = [f"a declaration of {self.attribute} for the day"] if verdict is UNKNOWN else []
        return Reason(verdict, self.title, evidence=evidence, missing=_gaps(missing))

    @property
    def reads_kind(self) -> type[Record]:
        return Declared

    def turns_on(self, record: Record, name: str) -> Turns:
        mine = isinstance(record, Declared) and record.attribute == self.attribute and name == "at"
        return Turns.EITHER_WAY if mine else Turns.NOT

    @property
    def title(self) -> str:
        return f"{self.attribute} declared as {' or '.join(self.values)}"

    def __repr__(self) -> str:
        return f"stated({', '.join(map(repr, (self.attribute, *self.values)))})"


@frozen(repr=False, cache_hash=True)
class UnderAge(Leaf):
    """The days from birth on which a child is alive and has not reached an age; on the day of death it fails."""

    age: int
    reached: Reached = Reached.ON_THE_BIRTHDAY

    def drawn(self, history: History) -> Timeline:
        child = history.child
        born = child.born
        ends = [end for end in (child.died, child.adult_from) if end is not None]
        if born is not None and born.is_one_day and not ends:
            days = ordinals(born.first_day, self._reached_if_born_on(born.first_day))
            return Timeline(days, days)
        surely_until = min((end.first_day for end in ends), default=NO_END)
        may_last_until = min((end.last_day for end in ends), default=NO_END)
        if born is None:
            return Timeline(NO_DAYS, ordinals(FIRST_ORDINAL, may_last_until))
        first, last = self._reached_if_born_on(born.first_day), self._reached_if_born_on(born.last_day)
        certain = ordinals(born.last_day, min(first, surely_until))
        possible = ordinals(born.first_day, min(last, may_last_until))
        return Timeline(certain, certain if certain == possible else possible)

    def _reached_if_born_on(self, ordinal: int) -> int:
        return first_day_at(self.age, date.fromordinal(ordinal), self.reached).toordinal()

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        ordinal, child = day.toordinal(), history.child
        if verdict is UNKNOWN:
            gaps = [] if child.born is not None and child.born.is_one_day else ["the child's date of birth"]
            if child.died is not None and not child.died.is_one_day:
                gaps.append("the day on which the child died")
            if child.adult_from is not None and not child.adult_from.is_one_day:
                gaps.append("whether the age assessment that found an adult stands")
            return Reason(verdict, self.title, missing=_gaps(gaps))
        if verdict is HOLDS:
            return Reason(verdict, self.title)
        says = f"had reached {self.age}"
        if child.died is not None and child.died.last_day <= ordinal:
            says = "no longer living"
        elif child.adult_from is not None and child.adult_from.last_day <= ordinal:
            says = "found by an age assessment to be 18 or over"
        elif child.born is not None and ordinal < child.born.first_day:
            says = "not born yet"
        return Reason(verdict, self.title, evidence=(Evidence(says),))

    def turns_on(self, record: Record, name: str) -> Turns:
        return Turns.NOT

    @property
    def title(self) -> str:
        how = "" if self.reached is Reached.ON_THE_BIRTHDAY else f" ({self.reached.value})"
        return f"living and under {self.age}{how}"

    def __repr__(self) -> str:
        reached = "" if self.reached is Reached.ON_THE_BIRTHDAY else f", reached={self.reached!r}"
        return f"under_age({self.age}{reached})"


# --- telling --------------------------------------------------------------------------------------------------


def _within(ordinal: int, run: Run) -> bool:
    return run[0] <= ordinal < run[1]


def _from(ordinal: int) -> Days:
    return ordinals(ordinal, NO_END)


def _ever_after(days: Days) -> Days:
    """Every day from the first of some days on."""
    if not days or days.inverted:
        return EVERY_DAY if days else NO_DAYS
    return _from(days.points[0])


def _what_is_missing(thing: Any, where: Where | None) -> Iterator[str]:
    if where is not None:
        yield from where.asks(thing)
    for name, word in (("start", "began"), ("end", "ended"), ("at", "was")):
        instant: Instant | None = getattr(thing, name, None)
        asked: str = getattr(thing, "end_asked", "") if name == "end" else ""
        if asked:
            yield asked
        elif instant is not None and not instant.is_one_day:
            yield f"the day on which the {thing.label} {word}"


def _gaps(missing: Iterable[str]) -> tuple[Missing, ...]:
    return tuple(Missing(says) for says in dict.fromkeys(missing))


def _evidence(says: str, thing: Any) -> Evidence:
    return Evidence(says, "" if thing.source is None else str(thing.source))


def _spell_words(spell: Any) -> str:
    if spell.end is None:
        return f"{spell.label} since {_when(spell.start)}, still running"
    return f"{spell.label} from {_when(spell.start)} to {_when(spell.end)}"


def _when(instant: Instant) -> str:
    return str(instant) if instant.day is None else plain(instant.day)


def _written(name: str, first: str, **named: object) -> str:
    rest = "".join(f", {key}={value!r}" for key, value in named.items() if value is not None and value != "")
    return f"{name}({first}{rest})"
