"""Knows how records are picked by what is written on them, with "not recorded" as an answer of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from operator import is_
from typing import Any

from attrs import field, frozen

from carepolicy.errors import NotComposable
from carepolicy.facts import CHOICES, Child, Happening, Item, member_of
from carepolicy.facts.choices import ACTS_FOR, role_in_words
from carepolicy.time.attendance import Attendance
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import HOURS, Span, Unit
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict, any_of


class Turns(Enum):
    """How an answer turns on a date, or on something else written on a record."""

    NOT = "it does not"
    EARLIER = "an earlier date makes it hold more often, never less"
    LATER = "a later date makes it hold more often, never less"
    EITHER_WAY = "it may go either way"

    def opposite(self) -> Turns:
        """How the answer turns once it is turned round."""
        return {Turns.EARLIER: Turns.LATER, Turns.LATER: Turns.EARLIER}.get(self, self)


def together(ways: Iterable[Turns]) -> Turns:
    """How an answer turns that rests on several others."""
    found = {way for way in ways if way is not Turns.NOT}
    if not found:
        return Turns.NOT
    return found.pop() if len(found) == 1 else Turns.EITHER_WAY


_LONGER = {"start": Turns.EARLIER, "end": Turns.LATER, "planned_end": Turns.LATER}
"""A test of how long a stay lasted passes more often the longer the stay."""


_NOTHING_INSTEAD: Mapping[str, str] = {}
"""What a record says should be asked for instead of an attribute; a plain record says nothing of the kind."""


class Where:
    """A test of one record, as data; combine tests with `|`, `&` and `~`."""

    __slots__ = ()

    def test(self, record: Any) -> Verdict:
        """Whether a record passes; cannot tell where what it asks about is not recorded."""
        raise NotImplementedError

    def asks(self, record: Any) -> tuple[str, ...]:
        """What would have to be known about a record for the test to be settled, in words a school can act on."""
        raise NotImplementedError

    def fails_for(self, record: Any) -> tuple[str, ...]:
        """What a record that does not pass fails for, each as a noun phrase."""
        raise NotImplementedError

    def phrases(self, name: str) -> tuple[str, ...]:
        """By which phrases a field is asked for."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """The test as a line: what is asked, and the answers that pass."""
        raise NotImplementedError

    @property
    def lines(self) -> tuple[str, ...]:
        """The test as lines, every one of which must pass."""
        return (self.words,)

    @property
    def every_part(self) -> tuple[Where, ...]:
        """The tests of which every one must pass; a test that is not put together is its own only part."""
        return (self,)

    @property
    def attributes(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        """What it reads from a record by name, each with the answers that pass."""
        return ()

    def turns_on(self, name: str) -> Turns:
        """Whether the answer can turn on a field of a record, and if so which way."""
        raise NotImplementedError

    def among(self, child: Child, calendar: SchoolCalendar) -> Where:
        """The test tied to a child's records and a school's calendar, for one that looks beyond the record itself."""
        return self

    def __or__(self, other: Where) -> Where:
        return AnyWhere((self, _where(other)))

    def __and__(self, other: Where) -> Where:
        return AllWhere((self, _where(other)))

    def __invert__(self) -> Where:
        return NotWhere((self,))


def _where(value: object) -> Where:
    if not isinstance(value, Where):
        raise NotComposable(
            f"A {type(value).__name__} cannot test a record. Write a test such as power.one_of(Power.S20_1)."
        )
    return value


@frozen
class Attribute:
    """Something written on a record.

    Args:
        name: the record's field, or what the law makes of its fields.
        asked: what to ask for where it is not recorded, as a noun phrase.
        rests_on: the fields it is worked out from, where it is not a field itself; a longer stay never passes it less.
        told: for a yes or no, how a yes is told of a record, as a phrase that reads well after "not".

    >>> power = Attribute("power", "the power under which the council provided accommodation")
    >>> power.one_of("s.20(1)")
    Attribute('power', 'the power under which the council provided accommodation').one_of(Power.S20_1)
    """

    name: str
    asked: str
    rests_on: tuple[str, ...] = ()
    told: str = field(default="", kw_only=True)

    def one_of(self, *values: Any) -> OneOf:
        """The records on which this is one of some values; cannot tell where it is not recorded.

        Raises:
            BadRecord: when a value is none that a record can have there.
        """
        kind = CHOICES.get(self.name)
        return OneOf(self, values if kind is None else tuple(member_of(kind, value) for value in values))

    def sorting(self, told: str, *, those: Iterable[Any], others: Iterable[Any]) -> Sorted:
        """The records on which this is one of some values; cannot tell where it is neither one of these nor of others.

        Args:
            told: what the values have in common, as a phrase that reads well after "not".
            those: the values that pass.
            others: the values that surely do not.
        """
        return Sorted(self, told, tuple(those), tuple(others))

    def __repr__(self) -> str:
        rests_on = f", {self.rests_on!r}" if self.rests_on else ""
        told = f", told={self.told!r}" if self.told else ""
        return f"Attribute({self.name!r}, {self.asked!r}{rests_on}{told})"


@frozen(repr=False)
class OneOf(Where):
    """Whether an attribute is one of some values.

    Args:
        attribute: what is asked.
        values: what passes.
        unclear: values that say no more than "not recorded".
    """

    attribute: Attribute
    values: tuple[Any, ...]
    unclear: tuple[Any, ...] = ()

    def unless_unclear(self, *values: Any) -> OneOf:
        """The same test, with values that count as "not recorded"."""
        return OneOf(self.attribute, self.values, self.attribute.one_of(*values).values)

    def test(self, record: Any) -> Verdict:
        value = getattr(record, self.attribute.name)
        if value is None or value in self.unclear:
            return UNKNOWN
        passes = value in self.values or (isinstance(value, str) and ACTS_FOR.get(value) in self.values)
        return HOLDS if passes else FAILS

    def asks(self, record: Any) -> tuple[str, ...]:
        if not self.test(record).unknown:
            return ()
        instead: Mapping[str, str] = getattr(record, "asked_instead", _NOTHING_INSTEAD)
        return (instead.get(self.attribute.name, self.attribute.asked),)

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (self._told_of(getattr(record, self.attribute.name)),) if self.test(record).fails else ()

    def _told_of(self, value: Any) -> str:
        told = self.attribute.told
        if told and isinstance(value, bool):
            return told if value else f"not {told}"
        return f"{self.attribute.asked}: {_told(value)}"

    def phrases(self, name: str) -> tuple[str, ...]:
        mine = name == self.attribute.name or name in self.attribute.rests_on
        return (self.attribute.asked,) if mine else ()

    def turns_on(self, name: str) -> Turns:
        if name == self.attribute.name:
            return Turns.EITHER_WAY
        return _LONGER.get(name, Turns.EITHER_WAY) if name in self.attribute.rests_on else Turns.NOT

    @property
    def attributes(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        return ((self.attribute.name, self.values),)

    @property
    def words(self) -> str:
        if self.values in ((True,), (False,)):
            return self._told_of(self.values[0])
        return f"{self.attribute.asked}: {' or '.join(map(_told, self.values))}"

    def __repr__(self) -> str:
        text = f"{self.attribute!r}.one_of({_listed(self.values)})"
        return f"{text}.unless_unclear({_listed(self.unclear)})" if self.unclear else text


@frozen(repr=False)
class Sorted(Where):
    """Whether an attribute is of some sort, of which neither the members nor the others are all known.

    Args:
        attribute: what is asked.
        told: what the sort is called.
        those: values that are of it.
        others: values that are not.
    """

    attribute: Attribute
    told: str
    those: tuple[Any, ...]
    others: tuple[Any, ...]

    def test(self, record: Any) -> Verdict:
        value = getattr(record, self.attribute.name)
        if value in self.those:
            return HOLDS
        return FAILS if value in self.others else UNKNOWN

    def asks(self, record: Any) -> tuple[str, ...]:
        return (f"whether this is {self.told}: {self.attribute.asked}",) if self.test(record).unknown else ()

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (f"not {self.told}",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return (self.attribute.asked,) if name == self.attribute.name else ()

    def turns_on(self, name: str) -> Turns:
        return Turns.EITHER_WAY if name == self.attribute.name else Turns.NOT

    @property
    def attributes(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        return ((self.attribute.name, self.those),)

    @property
    def words(self) -> str:
        return f"{self.attribute.asked}: {self.told}"

    def __repr__(self) -> str:
        return f"{self.attribute!r}.sorting({self.told!r}, those={self.those!r}, others={self.others!r})"


def yes(attribute: str, asked: str, told: str) -> OneOf:
    """The records on which a yes is written.

    Args:
        attribute: the name of the field.
        asked: what is asked where it is not recorded, as a phrase.
        told: what a yes says of the record, as words that stand after it.
    """
    return Attribute(attribute, asked, told=told).one_of(True)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value.value) if isinstance(value, Enum) else role_in_words(str(value))


def _listed(values: Iterable[Any]) -> str:
    return ", ".join(str(value) if isinstance(value, Enum) else repr(value) for value in values)


@frozen(repr=False)
class LastedOver(Where):
    """Whether a stay, joined to those it runs on from, lasted more than a number of elapsed hours.

    Args:
        span: how long, in hours.
    """

    span: Span

    def test(self, record: Any) -> Verdict:
        verdict: Verdict = record.lasted_over(self.span.number)
        return verdict

    def asks(self, record: Any) -> tuple[str, ...]:
        if not self.test(record).unknown:
            return ()
        asked: str = record.duration_asked
        return (asked,)

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (f"it did not last over {self.span}",) if self.test(record).fails else ()

    def turns_on(self, name: str) -> Turns:
        return _LONGER.get(name, Turns.NOT)

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()  # it is asked for in one phrase for both its ends

    @property
    def words(self) -> str:
        return f"how long it lasted, with what it ran on from: over {self.span}"

    def __repr__(self) -> str:
        return f"lasted_over({self.span.number}, {self.span.unit!r})"


def lasted_over(number: int, unit: Unit) -> LastedOver:
    """The stays that lasted more than a number of hours, counted as elapsed time.

    Args:
        number: how many.
        unit: `HOURS`.
    """
    if unit is not HOURS:
        raise NotComposable("How long a stay lasted is asked in hours: lasted_over(24, HOURS).")
    return LastedOver(Span(number, unit))


@frozen(repr=False)
class AttendedBelow(Where):
    """Whether less than a percentage of the possible sessions was attended, exactly; that percentage is not below it.

    Args:
        percent: the percentage.
    """

    percent: int

    def test(self, record: Any) -> Verdict:
        attendance: Attendance | None = record.attendance
        return UNKNOWN if attendance is None else Verdict.of(attendance.is_below(self.percent))

    def asks(self, record: Any) -> tuple[str, ...]:
        return ("the sessions attended, and how many there were",) if self.test(record).unknown else ()

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (f"{self.percent} per cent or more was attended",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()

    def turns_on(self, name: str) -> Turns:
        return Turns.EITHER_WAY if name in ("attended", "possible") else Turns.NOT

    @property
    def words(self) -> str:
        return f"less than {self.percent} per cent of the sessions attended"

    def __repr__(self) -> str:
        return f"attended_below({self.percent})"


def attended_below(percent: int) -> AttendedBelow:
    """The measures of attendance below a percentage, as an exact fraction of sessions, so that no rounding decides.

    Args:
        percent: the percentage, as a whole number.
    """
    return AttendedBelow(percent)


@frozen(repr=False)
class Holds(Where):
    """Whether a document holds a thing; cannot tell where it was not checked for that.

    Args:
        item: what.
    """

    item: Item

    def test(self, record: Any) -> Verdict:
        if self.item in record.holds:
            return HOLDS
        return FAILS if self.item in record.lacks else UNKNOWN

    def asks(self, record: Any) -> tuple[str, ...]:
        return (f"whether the {record.label} holds: {self.item.value}",) if self.test(record).unknown else ()

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (f"it does not hold: {self.item.value}",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()

    def turns_on(self, name: str) -> Turns:
        return Turns.EITHER_WAY if name in ("holds", "lacks") else Turns.NOT

    @property
    def words(self) -> str:
        return f"holds {self.item.value}"

    def __repr__(self) -> str:
        return f"holds({self.item})"


def holds(item: Item | str) -> Holds:
    """The documents that hold a thing.

    Args:
        item: what, as an `Item` or its text.

    Raises:
        BadRecord: when there is no such thing.

    >>> holds("value added")
    holds(Item.VALUE_ADDED)
    """
    found = member_of(Item, item)
    if found is None:
        raise NotComposable("holds(...) names what a document may hold, such as Item.TARGETS.")
    return Holds(found)


@frozen(repr=False)
class Tests(Where):
    """Some tests taken together."""

    tests: tuple[Where, ...]

    @property
    def attributes(self) -> tuple[tuple[str, tuple[Any, ...]], ...]:
        return tuple(read for test in self.tests for read in test.attributes)

    def among(self, child: Child, calendar: SchoolCalendar) -> Where:
        tied = tuple(test.among(child, calendar) for test in self.tests)
        return self if all(map(is_, tied, self.tests)) else type(self)(tied)

    def asks(self, record: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(asked for test in self.tests for asked in test.asks(record)))

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(why for test in self.tests for why in test.fails_for(record)))

    def phrases(self, name: str) -> tuple[str, ...]:
        return tuple(says for test in self.tests for says in test.phrases(name))

    def turns_on(self, name: str) -> Turns:
        return together(test.turns_on(name) for test in self.tests)


class AllWhere(Tests):
    """Every one of some tests."""

    __slots__ = ()

    def test(self, record: Any) -> Verdict:
        verdict = HOLDS
        for test in self.tests:
            answer = test.test(record)
            if answer is FAILS:
                return answer
            if answer is UNKNOWN:
                verdict = answer
        return verdict

    @property
    def every_part(self) -> tuple[Where, ...]:
        return tuple(part for test in self.tests for part in test.every_part)

    @property
    def words(self) -> str:
        return "; ".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for test in self.tests for line in test.lines)

    def __repr__(self) -> str:
        return f"({' & '.join(map(repr, self.tests))})"


class AnyWhere(Tests):
    """At least one of some tests."""

    __slots__ = ()

    def test(self, record: Any) -> Verdict:
        return any_of(test.test(record) for test in self.tests)

    @property
    def words(self) -> str:
        return " or ".join(test.words for test in self.tests)

    def __repr__(self) -> str:
        return f"({' | '.join(map(repr, self.tests))})"


class NotWhere(Tests):
    """A test turned round."""

    __slots__ = ()

    def test(self, record: Any) -> Verdict:
        return ~self.tests[0].test(record)

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (self.tests[0].words,) if self.test(record).fails else ()

    def turns_on(self, name: str) -> Turns:
        return self.tests[0].turns_on(name).opposite()

    @property
    def words(self) -> str:
        return f"not {self.tests[0].words}"

    def __repr__(self) -> str:
        return f"~{self.tests[0]!r}"


Told = tuple[Verdict, tuple[str, ...]]
"""An answer, with what would settle it where it cannot be told."""


class Beside(Where):
    """A test of what happened beside the child's other records and the school's calendar; alone it cannot be told."""

    __slots__ = ()

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        """Whether a record passes among a child's, and what would settle it."""
        raise NotImplementedError

    def among(self, child: Child, calendar: SchoolCalendar) -> Where:
        return _Tied(self, child, calendar)

    def test(self, record: Any) -> Verdict:
        return UNKNOWN

    def asks(self, record: Any) -> tuple[str, ...]:
        return (f"the child's other records, for {self.words}",)

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()

    def turns_on(self, name: str) -> Turns:
        return Turns.EITHER_WAY


@frozen(repr=False)
class _Tied(Where):
    """A test that looks beyond the record, tied to the child and the calendar it looks at."""

    one: Beside
    child: Child
    calendar: SchoolCalendar

    def test(self, record: Any) -> Verdict:
        return self.one.tells(record, self.child, self.calendar)[0]

    def asks(self, record: Any) -> tuple[str, ...]:
        verdict, missing = self.one.tells(record, self.child, self.calendar)
        return missing if verdict.unknown else ()

    def fails_for(self, record: Any) -> tuple[str, ...]:
        return (f"not {self.one.words}",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return self.one.phrases(name)

    def turns_on(self, name: str) -> Turns:
        return self.one.turns_on(name)

    @property
    def words(self) -> str:
        return self.one.words

    def __repr__(self) -> str:
        return repr(self.one)
