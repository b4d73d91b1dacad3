"""Knows the few kinds of leaf that conditions are built from: how each is drawn over time, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from carepolicy.errors import Unfinished
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Child,
    Declared,
    Happening,
    LeftCare,
    Order,
    PermanenceOrder,
    Record,
    Spell,
    Weight,
)
from carepolicy.logic.condition import INDENT, Combination, Condition, Leaf, compiled
from carepolicy.logic.finding import Evidence, Missing, Reason, strongest
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
from carepolicy.time.spans import Span, Unit, birthday
from carepolicy.time.written import as_known, plain
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

RUNS = {"start": Turns.EARLIER, "end": Turns.LATER}
"""A spell holds on more days the earlier it starts and the later it ends."""

Run = tuple[int, int]
"""A half-open run of days, as ordinals."""

_A_CENTURY_AGO = date(1900, 1, 1).toordinal()

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


def since(
    kind: type[Happening], *, where: Where | None = None, called: str = "", while_in_force: bool = False
) -> Condition:
    """The days on and after something of a kind happened; the day itself counts.

    Args:
        kind: what, such as `AdoptionOrder`.
        where: which of them, as a test of what is written on them.
        called: what to call it in a reason.
        while_in_force: whether it holds only until what happened, an order, stops being in force.

    Raises:
        Unfinished: when it is not given a kind of thing that happens, or of an order where it is to be in force.
    """
    _must_be(kind, Happening, "since")
    if while_in_force:
        _must_be(kind, PermanenceOrder, "since")
        return WhileInForce(kind, where, called)
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


def once(kind: type[Spell], *, where: Where | None = None, called: str = "") -> Condition:
    """The days on and after a spell of a kind first ran, however long ago it ended.

    Args:
        kind: which spells, such as `ChildProtectionPlan`.
        where: which of them, as a test of what is written on them.
        called: what to call it in a reason.

    Raises:
        Unfinished: when it is not given a kind of spell.
    """
    _must_be(kind, Spell, "once")
    return Once(kind, where, called)


def ever(condition: Condition, *, days: int = 1, from_age: int | None = None, still_at: int | None = None) -> Condition:
    """The days on and after a condition has held for a number of days in all, not counting those before an age.

    Args:
        condition: what must have held.
        days: for how many calendar days in all.
        from_age: the age, in years, from which days count; None counts all of them.
        still_at: an age, in years, at or after which it must also have held on a day; None asks for none.

    >>> ever(under_age(18), days=91, from_age=14, still_at=16)
    ever(under_age(18), days=91, from_age=14, still_at=16)
    """
    return Ever(condition, days, from_age, still_at)


def then_or_later(condition: Condition) -> Condition:
    """The days up to the last on which a condition holds, so that what began before the child came is asked for too.

    Args:
        condition: what holds then or later, such as `looked_after`.

    Raises:
        Unfinished: when it is not given a condition.
    """
    if not isinstance(condition, Condition):
        raise Unfinished("then_or_later(...) takes a condition, such as looked_after.")
    return ThenOrLater(condition)


def living() -> Condition:
    """The days from birth on which the child is alive, at whatever age.

    >>> living()
    living()
    """
    return UnderAge(None)


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


def left_by(*orders: Order, where: Where | None = None, while_in_force: bool = False) -> Condition:
    """The days on and after the child left care as a result of one of some orders.

    Args:
        orders: which orders.
        where: which of those leavings, as a test of what is known of them, such as whose care it was.
        while_in_force: whether it holds only until that order stops being in force.

    >>> left_by(Order.ADOPTION)
    left_by(Order.ADOPTION)
    """
    return LeftBy(orders, where, while_in_force)


def ages_in(condition: Condition) -> tuple[Condition, ...]:
    """The ages that a condition asks a child to be under, each as a condition."""
    leaves = compiled(condition).leaves
    return tuple(leaf for (leaf, _), turned_round in leaves if isinstance(leaf, UnderAge) and not turned_round)


def restricted(condition: Condition, where: Where) -> Condition:
    """A condition of which every leaf that reads records reads only those that pass one more test.

    Args:
        condition: made of leaves that read records, and of combinations of them.
        where: the test.

    Raises:
        Unfinished: when a part of it is neither.
    """
    if isinstance(condition, RecordLeaf):
        return evolve(condition, where=where if condition.where is None else condition.where & where)
    if isinstance(condition, Combination):
        return evolve(condition, parts=tuple(restricted(part, where) for part in condition.parts))
    raise Unfinished(f"Only conditions over records can be restricted to some of them; {condition.title} is not one.")


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

    def rests_on_running_on(self, thing: Any, ordinal: int, as_at: Instant | None) -> bool:
        """Whether a record makes it hold on a day only because it is taken, or planned, to run on."""
        return bool(getattr(thing, "by_plan", False))

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
        missing: list[Missing] = []
        provisional = True
        over_since = FIRST_ORDINAL - 1  # of the records that are over by the day, the last is told
        for thing in history.of(self.of):
            passes = HOLDS if self.where is None else self.where.test(thing)
            possible, certain = self.runs(thing)
            if passes is FAILS:
                if verdict is FAILS and self.where is not None and _within(ordinal, possible):
                    why = ", ".join(self.where.fails_for(thing))
                    over_since = ordinal
                    evidence = [_evidence(f"{self.words(thing)}: does not count here ({why})", thing)]
                continue
            sure = passes is HOLDS and thing.sure
            if verdict is HOLDS and sure and _within(ordinal, certain):
                evidence.append(_evidence(self.words(thing), thing))
                provisional = provisional and self.rests_on_running_on(thing, ordinal, history.child.as_at)
            elif verdict is UNKNOWN and _within(ordinal, possible):
                evidence.append(_evidence(self.words(thing), thing))
                missing.extend(_what_is_missing(thing, self.where, dated=thing.sure and _within(ordinal, certain)))
            elif verdict is FAILS and possible[1] <= ordinal and possible[1] > over_since:
                evidence, over_since = [_evidence(self.words(thing), thing)], possible[1]
        if verdict is UNKNOWN and self.unlisted(history).has(ordinal):
            missing.append(Missing(self.of.family.complete_record))
        return Reason(
            verdict,
            self.title,
            evidence=tuple(evidence),
            missing=_gaps(missing),
            provisional=provisional and verdict is HOLDS,
            weight=_weight(verdict, evidence),
        )

    @property
    def reads_kind(self) -> type[Record]:
        return self.of

    def phrases(self, record: Record, name: str) -> Iterator[str]:
        if issubclass(record.kind, self.of):
            yield from () if self.where is None else self.where.phrases(name)
            if name in _DATED:
                yield _day_asked(record.label, name)

    turning: ClassVar[Mapping[str, Turns]] = {}
    """How the answer turns on the dates of a record."""

    def turns_on(self, record: Record, name: str) -> Turns:
        if not issubclass(record.kind, self.of):
            return Turns.NOT
        by_itself = self.turning.get(name, Turns.NOT)
        return by_itself if self.where is None else together((by_itself, self.where.turns_on(name)))

    def tree(self, depth: int = 0) -> Iterator[str]:
        yield f"{INDENT * depth}{self.title}"
        if self.where is not None:
            yield from (f"{INDENT * (depth + 1)}{line}" for line in self.where.lines)

    @property
    def title(self) -> str:
        return self.called or self.of.label


class During(RecordLeaf):
    """The days on which a spell of some kind is running."""

    __slots__ = ()
    turning = RUNS

    def rests_on_running_on(self, thing: Any, ordinal: int, as_at: Instant | None) -> bool:
        taken = thing.end is None and (as_at is None or ordinal > as_at.last_day)
        return taken or super().rests_on_running_on(thing, ordinal, as_at)

    def runs(self, thing: Any) -> tuple[Run, Run]:
        start, end = thing.start, thing.end
        if end is None:
            return (start.first_day, NO_END), (start.last_day, NO_END)
        return (start.first_day, end.last_day), (_begun_by(thing), end.first_day)

    def unlisted(self, history: History) -> Days:
        return history.unlisted(self.of)

    def __repr__(self) -> str:
        return _written("during", self.of.__name__, where=self.where, called=self.called)


class Once(RecordLeaf):
    """The days on and after a spell of some kind first ran."""

    __slots__ = ()
    turning = {"start": Turns.EARLIER}  # noqa: RUF012

    def runs(self, thing: Any) -> tuple[Run, Run]:
        return (thing.start.first_day, NO_END), (_begun_by(thing), NO_END)

    def unlisted(self, history: History) -> Days:
        return _ever_after(history.unlisted(self.of))

    @property
    def title(self) -> str:
        return self.called or f"{self.of.label} at any time"

    def __repr__(self) -> str:
        return _written("once", self.of.__name__, where=self.where, called=self.called)


class Since(RecordLeaf):
    """The days on and after something of some kind."""

    __slots__ = ()
    turning = {"at": Turns.EARLIER}  # noqa: RUF012

    def runs(self, thing: Any) -> tuple[Run, Run]:
        return (thing.at.first_day, NO_END), (thing.at.last_day, NO_END)

    def unlisted(self, history: History) -> Days:
        return _ever_after(history.unlisted(self.of))

    def words(self, thing: Any) -> str:
        return f"{thing.label} on {as_known(thing.at)}"

    def __repr__(self) -> str:
        return _written("since", self.of.__name__, where=self.where, called=self.called)


class WhileInForce(Since):
    """The days on and after an order of some kind was made, until it stops being in force."""

    __slots__ = ()
    turning = {"at": Turns.EARLIER, "ended": Turns.LATER}  # noqa: RUF012

    def runs(self, thing: Any) -> tuple[Run, Run]:
        (first, _), (surely, _) = super().runs(thing)
        ended: Instant | None = thing.ended
        return (first, NO_END if ended is None else ended.last_day), (
            surely,
            NO_END if ended is None else ended.first_day,
        )

    def __repr__(self) -> str:
        return _written("since", self.of.__name__, where=self.where, called=self.called, while_in_force=True)


@frozen(repr=False, cache_hash=True)
class InTheLast(RecordLeaf):
    """The days while a spell of some kind runs, and within a span of its end."""

    span: Span = field(kw_only=True)

    turning: ClassVar[Mapping[str, Turns]] = RUNS

    def rests_on_running_on(self, thing: Any, ordinal: int, as_at: Instant | None) -> bool:
        taken = thing.end is None and (as_at is None or ordinal >= self._until(as_at.last_day))
        return taken or super().rests_on_running_on(thing, ordinal, as_at)

    def runs(self, thing: Any) -> tuple[Run, Run]:
        start, end = thing.start, thing.end
        if end is None:
            return (start.first_day, NO_END), (start.last_day, NO_END)
        until = self._until(end.last_day)
        surely_until = until if end.first_day == end.last_day else self._until(max(end.first_day, start.first_day))
        return (start.first_day, until), (_begun_by(thing), surely_until)

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
        return f"{thing.label} until {as_known(thing.end)}; {self.span} run to {runs_to}"

    @property
    def title(self) -> str:
        return self.called or f"{self.of.label} in the last {self.span}"

    def __repr__(self) -> str:
        number = f"{self.span.number}, {self.span.unit!r}, of={self.of.__name__}"
        return _written("in_the_last", number, where=self.where, called=self.called)


@frozen(repr=False, cache_hash=True)
class LeftBy(Leaf):
    """The days on and after an exit from care as a result of one of some orders, or while that order is in force."""

    orders: tuple[Order, ...]
    where: Where | None = None
    while_in_force: bool = False

    def _test(self, left: Any) -> Verdict:
        """Whether an exit is one of those asked about, if it took place."""
        if left.by is not None and left.by not in self.orders:
            return FAILS
        passes = HOLDS if self.where is None else self.where.test(left)
        return passes if passes is FAILS or left.by is not None else UNKNOWN

    def _runs(self, left: Any) -> tuple[Run, Run]:
        ended: Instant | None = left.order_ended if self.while_in_force else None
        may_end, surely_lasts = (NO_END, NO_END) if ended is None else (ended.last_day, ended.first_day)
        return (left.at.first_day, may_end), (left.at.last_day, surely_lasts)

    def drawn(self, history: History) -> Timeline:
        certain: list[Run] = []
        doubtful: list[Run] = []
        for left in history.of(LeftCare):
            verdict = self._test(left)
            if verdict is FAILS:
                continue
            possible, sure = self._runs(left)
            if verdict is HOLDS and left.sure:
                certain.append(sure)
            doubtful.append(possible)
        unlisted = _ever_after(history.unlisted(LeftCare))
        if not doubtful:
            return Timeline(NO_DAYS, unlisted) if unlisted else NEVER
        holds = from_runs(certain)
        may_hold = union([holds, unlisted, from_runs(doubtful)])
        return Timeline(holds, holds) if may_hold == holds else Timeline(holds, may_hold)

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        ordinal = day.toordinal()
        evidence: list[Evidence] = []
        missing: list[Missing] = []
        for left in history.of(LeftCare):
            possible, certain = self._runs(left)
            passes = self._test(left)
            if left.at.first_day > ordinal:
                continue
            if verdict is FAILS and self._bears(left):
                evidence = [_evidence(f"{self._words(left)}: does not count here{self._why_not(left, ordinal)}", left)]
            elif passes is FAILS or not _within(ordinal, possible):
                continue
            elif verdict is HOLDS and passes is HOLDS and left.sure and _within(ordinal, certain):
                evidence.append(_evidence(self._words(left), left))
            elif verdict is UNKNOWN:
                missing.extend(self._asked_of(left, ordinal))
        if verdict is UNKNOWN and _ever_after(history.unlisted(LeftCare)).has(ordinal):
            missing.append(Missing(PERMANENCE.complete_record, instead=(CARE.complete_record,)))
        told = tuple(dict.fromkeys(evidence))
        return Reason(verdict, self.title, evidence=told, missing=_gaps(missing), weight=_weight(verdict, evidence))

    def _bears(self, left: Any) -> bool:
        """Whether a leaving that does not count is worth telling: it was by one of the orders, or passes the test."""
        return left.by in self.orders or self.where is None or self.where.test(left) is HOLDS

    def _words(self, left: Any) -> str:
        by = Order.NONE if left.by is None else left.by
        return f"left care {'by ' if by is not Order.NONE else 'with '}{by.value} on {as_known(left.at)}"

    def _why_not(self, left: Any, ordinal: int) -> str:
        if left.by is Order.NONE:
            return ""
        why = () if self.where is None else self.where.fails_for(left)
        if not why and self.while_in_force and left.order_ended is not None and left.order_ended.last_day <= ordinal:
            why = (f"the order ended on {as_known(left.order_ended)}",)
        return f" ({', '.join(why)})" if why else ""

    def _asked_of(self, left: Any, ordinal: int) -> Iterator[Missing]:
        if getattr(left, "asked", ()):
            first, *more = left.asked
            yield Missing(first, left.instead)
            yield from map(Missing, more)
        elif not left.sure:
            yield Missing("when and why the child's time in care ended")
            return
        elif left.by is None:
            yield Missing(_OF_LEAVING["by"])
        if left.at.last_day > ordinal:
            yield Missing(_OF_LEAVING["at"])
        if left.by is not None and self.while_in_force and left.order_ended and not left.order_ended.is_one_day:
            yield Missing("the day on which the order stopped being in force")
        if self.where is not None:
            yield from map(Missing, self.where.asks(left))

    @property
    def reads_kind(self) -> type[Record]:
        return LeftCare

    def phrases(self, record: Record, name: str) -> Iterator[str]:
        yield from () if self.where is None else self.where.phrases(name)
        if isinstance(record, LeftCare) and name in _OF_LEAVING:
            yield _OF_LEAVING[name]

    def turns_on(self, record: Record, name: str) -> Turns:
        if isinstance(record, LeftCare) and name in ("at", "by", "order_ended"):
            return Turns.EITHER_WAY
        return Turns.NOT if self.where is None else self.where.turns_on(name)

    def tree(self, depth: int = 0) -> Iterator[str]:
        yield f"{INDENT * depth}{self.title}"
        if self.where is not None:
            yield from (f"{INDENT * (depth + 1)}{line}" for line in self.where.lines)

    @property
    def title(self) -> str:
        in_force = " still in force" if self.while_in_force else ""
        return f"left care by {' or '.join(order.value for order in self.orders)}{in_force}"

    def __repr__(self) -> str:
        named = {"where": self.where, "while_in_force": self.while_in_force or None}
        return _written("left_by", ", ".join(map(str, self.orders)), **named)


@frozen(repr=False, cache_hash=True)
class Ever(Leaf):
    """The days on and after another condition has held for a number of days in all."""

    of: Condition
    days: int = 1
    from_age: int | None = None
    still_at: int | None = None

    def drawn(self, history: History) -> Timeline:
        held = self.of.drawn(history)
        certain = self._once_enough(held.certain, history.child.born, earliest=False)
        possible = self._once_enough(held.possible, history.child.born, earliest=True)
        return Timeline(certain, certain) if certain == possible else Timeline(certain, union((certain, possible)))

    def _once_enough(self, held: Days, born: Instant | None, *, earliest: bool) -> Days:
        """The days on and after enough of the days held, if the child was born as early, or as late, as may be."""
        if not held:
            return NO_DAYS
        needs_birth = self.from_age is not None or self.still_at is not None
        if needs_birth and born is None:
            return EVERY_DAY if earliest else NO_DAYS
        counted_from, must_reach = FIRST_ORDINAL, FIRST_ORDINAL
        if born is not None and needs_birth:
            day = date.fromordinal(born.first_day if earliest else born.last_day)
            counted_from = FIRST_ORDINAL if self.from_age is None else birthday(day, self.from_age).toordinal()
            must_reach = FIRST_ORDINAL if self.still_at is None else birthday(day, self.still_at).toordinal()
        total = 0
        for first, until in (held & ordinals(counted_from, NO_END)).ordinal_stretches():
            low, high = FIRST_ORDINAL if first is None else first, NO_END if until is None else until
            if high <= must_reach:
                total += high - low
                continue
            enough = low + max(self.days - total, 1) - 1
            if max(enough, must_reach) < high:
                return _from(max(enough, must_reach, low))
            total += high - low
            if total >= self.days:
                return _from(high - 1)
        return NO_DAYS

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        held = self.of.drawn(history)
        ordinal = day.toordinal()
        evidence: tuple[Evidence, ...] = ()
        missing: tuple[Missing, ...] = ()
        if verdict is HOLDS:
            inner = self.of.reason(history, self._last_that_counted(held.certain, history.child.born, ordinal))
            return Reason(verdict, self.title, because=(evolve(inner, notes=()),), weight=inner.weight)
        if verdict is UNKNOWN:
            asked = [
                gap
                for first, _ in (held.unknown & ordinals(FIRST_ORDINAL, ordinal + 1)).ordinal_stretches()
                for gap in self.of.reason(history, date.fromordinal(max(first or 0, _A_CENTURY_AGO))).all_missing
            ]
            if history.child.born is None and (self.from_age is not None or self.still_at is not None):
                asked.append(Missing("the child's date of birth"))
            missing = _gaps(asked)
        return Reason(verdict, self.title, evidence=evidence, missing=missing)

    def _last_that_counted(self, held: Days, born: Instant | None, ordinal: int) -> date:
        """The last day on which it held up to a day, of those that count."""
        stretches = list((held & ordinals(FIRST_ORDINAL, ordinal + 1)).ordinal_stretches())
        until = stretches[-1][1] if stretches else None
        return date.fromordinal(ordinal if until is None else until - 1)

    @property
    def reads_kind(self) -> type[Record] | None:
        return next((leaf.reads_kind for (leaf, _), _ in self.of.asked(None) if leaf.reads_kind is not None), None)

    def turns_on(self, record: Record, name: str) -> Turns:
        return together(
            way.opposite() if turned else way
            for (leaf, _), turned in self.of.asked(None)
            if (way := leaf.turns_on(record, name)) is not Turns.NOT
        )

    @property
    def title(self) -> str:
        name = getattr(self.of, "name", self.of.title)
        if self.days == 1 and self.from_age is None:
            return f"ever {name}"
        since = "" if self.from_age is None else f" from the age of {self.from_age}"
        still = "" if self.still_at is None else f", and at {self.still_at} or after"
        return f"{name} for {self.days} calendar days in all{since}{still}"

    def __repr__(self) -> str:
        days = None if self.days == 1 else self.days
        return _written("ever", repr(self.of), days=days, from_age=self.from_age, still_at=self.still_at)


@frozen(repr=False, cache_hash=True)
class ThenOrLater(Leaf):
    """The days up to the last on which another condition holds."""

    of: Condition

    def drawn(self, history: History) -> Timeline:
        held = self.of.drawn(history)
        certain, possible = (_up_to_the_last(days) for days in (held.certain, held.possible))
        return Timeline(certain, possible)

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        if verdict is FAILS:
            return Reason(verdict, self.title)
        held = self.of.drawn(history)
        days = held.certain if verdict is HOLDS else held.unknown
        ordinal = day.toordinal()
        first, _ = next((days & ordinals(ordinal, NO_END)).ordinal_stretches())
        inner = self.of.reason(history, date.fromordinal(max(first or ordinal, ordinal)))
        if verdict is HOLDS:
            return Reason(verdict, self.title, because=(evolve(inner, notes=()),), weight=inner.weight)
        return Reason(verdict, self.title, missing=_gaps(inner.all_missing))

    @property
    def reads_kind(self) -> type[Record] | None:
        return next((leaf.reads_kind for (leaf, _), _ in self.of.asked(None) if leaf.reads_kind is not None), None)

    def turns_on(self, record: Record, name: str) -> Turns:
        return together(
            way.opposite() if turned else way
            for (leaf, _), turned in self.of.asked(None)
            if (way := leaf.turns_on(record, name)) is not Turns.NOT
        )

    @property
    def title(self) -> str:
        return f"{getattr(self.of, 'name', self.of.title)}, then or later"

    def __repr__(self) -> str:
        return f"then_or_later({self.of!r})"


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
            _evidence(f"declared as {record.value} on {as_known(record.at)}", record)
            for record in history.of(Declared)
            if record.attribute == self.attribute and record.at.day == day
        )
        missing = [Missing(f"a declaration of {self.attribute} for the day")] if verdict is UNKNOWN else []
        weight = _weight(verdict, evidence)
        return Reason(verdict, self.title, evidence=evidence, missing=_gaps(missing), weight=weight)

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
    """The days from birth on which a child is alive and has not reached an age; on the day of death it fails.

    With no age, it is being alive.
    """

    age: int | None
    reached: Reached = Reached.ON_THE_BIRTHDAY

    def drawn(self, history: History) -> Timeline:
        child = history.child
        born = child.born
        ends = [end for end in self._ends_besides_age(child) if end is not None]
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

    def _ends_besides_age(self, child: Child) -> tuple[Instant | None, ...]:
        assessed_as_18 = self.age is not None and self.age <= 18
        return (child.died, child.adult_from) if assessed_as_18 else (child.died,)

    def _reached_if_born_on(self, ordinal: int) -> int:
        if self.age is None:
            return NO_END
        return first_day_at(self.age, date.fromordinal(ordinal), self.reached).toordinal()

    def reason(self, history: History, day: date) -> Reason:
        verdict = self.timeline_in(history).at(day)
        ordinal, child = day.toordinal(), history.child
        if verdict is UNKNOWN:
            gaps = [] if child.born is not None and child.born.is_one_day else ["the child's date of birth"]
            if child.died is not None and not child.died.is_one_day:
                gaps.append("the day on which the child died")
            if self.age is not None and self.age <= 18 and child.adult_from and not child.adult_from.is_one_day:
                gaps.append("whether the age assessment that found an adult stands")
            return Reason(verdict, self.title, missing=_gaps(map(Missing, gaps)))
        if verdict is HOLDS:
            young = () if self.age is None else (Evidence(f"not yet {self.age}{self._leap_day(child, day)}"),)
            return Reason(verdict, self.title, evidence=young)
        says = f"had reached {self.age}{self._leap_day(child, day)}"
        if child.died is not None and child.died.last_day <= ordinal:
            says = "no longer living"
        elif self.age is not None and self.age <= 18 and child.adult_from and child.adult_from.last_day <= ordinal:
            says = "found by an age assessment to be 18 or over"
        elif child.born is not None and ordinal < child.born.first_day:
            says = "not born yet"
        return Reason(verdict, self.title, evidence=(Evidence(says),))

    def _leap_day(self, child: Child, day: date) -> str:
        """What to say on the two days that the birthday of a child born on 29 February may be thought to fall on."""
        if (
            self.age is None
            or child.born is None
            or child.born.day is None
            or self.reached is not Reached.ON_THE_BIRTHDAY
        ):
            return ""
        born = child.born.day
        on_either_day = (day.month, day.day) in ((2, 28), (3, 1)) and day.year == born.year + self.age
        if (born.month, born.day) != (2, 29) or not on_either_day:
            return ""
        return ": a birthday on 29 February is taken as 1 March in other years (K-4)"

    def turns_on(self, record: Record, name: str) -> Turns:
        return Turns.NOT

    @property
    def title(self) -> str:
        if self.age is None:
            return "living"
        how = "" if self.reached is Reached.ON_THE_BIRTHDAY else f" ({self.reached.value})"
        return f"living and under {self.age}{how}"

    def __repr__(self) -> str:
        reached = "" if self.reached is Reached.ON_THE_BIRTHDAY else f", reached={self.reached!r}"
        return "living()" if self.age is None else f"under_age({self.age}{reached})"


# --- telling --------------------------------------------------------------------------------------------------


def _begun_by(spell: Any) -> int:
    """The day by which a spell has certainly begun: none begins after it has ended."""
    latest: int = spell.start.last_day
    return latest if spell.end is None else min(latest, spell.end.last_day)


def _within(ordinal: int, run: Run) -> bool:
    return run[0] <= ordinal < run[1]


def _from(ordinal: int) -> Days:
    return ordinals(ordinal, NO_END)


def _up_to_the_last(days: Days) -> Days:
    """Every day up to the last of some days."""
    stretches = list(days.ordinal_stretches())
    if not stretches:
        return NO_DAYS
    until = stretches[-1][1]
    return EVERY_DAY if until is None else ordinals(FIRST_ORDINAL, until)


def _ever_after(days: Days) -> Days:
    """Every day from the first of some days on."""
    if not days or days.inverted:
        return EVERY_DAY if days else NO_DAYS
    return _from(days.points[0])


_DATED = {"start": "began", "end": "ended", "at": "was"}
_OF_LEAVING = {"by": "why the time in care ended", "at": "the day on which care ended"}


def _day_asked(label: str, name: str) -> str:
    return f"the day on which the {label} {_DATED[name]}"


def _weight(verdict: Verdict, evidence: Iterable[Evidence]) -> Weight | None:
    return strongest(item.weight for item in evidence) if verdict is HOLDS else None


def _what_is_missing(thing: Any, where: Where | None, *, dated: bool) -> Iterator[Missing]:
    """What is not known of a record that makes a difference; where its dates say enough, only what is written on it."""
    if where is not None:
        yield from map(Missing, where.asks(thing))
    for name in _DATED:
        instant: Instant | None = getattr(thing, name, None)
        asked: str = getattr(thing, "end_asked", "") if name == "end" else ""
        if asked:
            yield Missing(asked)
        elif instant is not None and not instant.is_one_day and not dated:
            yield Missing(_day_asked(thing.label, name))


def _gaps(missing: Iterable[Missing]) -> tuple[Missing, ...]:
    found: dict[str, Missing] = {}
    for gap in missing:
        found[gap.says] = found[gap.says].and_for(gap) if gap.says in found else gap
    return tuple(found.values())


def _evidence(says: str, thing: Any) -> Evidence:
    return Evidence(says, "" if thing.source is None else str(thing.source), thing.weight)


def _spell_words(spell: Any) -> str:
    if spell.end is None:
        return f"{spell.label} since {as_known(spell.start)}, still running"
    why = getattr(spell, "why_ended", "")
    return f"{spell.label} from {as_known(spell.start)} to {as_known(spell.end)}{f', {why}' if why else ''}"


def _written(name: str, first: str, **named: object) -> str:
    rest = "".join(f", {key}={value!r}" for key, value in named.items() if value is not None and value != "")
    return f"{name}({first}{rest})"
