"""Knows a child: the records, which families of them are complete, and when they were drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, cast

from attrs import evolve, field, frozen

from carepolicy.errors import BadRecord
from carepolicy.facts.choices import as_optional_day, as_optional_instant, is_day
from carepolicy.facts.record import Family, Record, Source, family_named
from carepolicy.time.days import EVERY_DAY, FIRST_ORDINAL, LAST_ORDINAL, Days, between, ordinals, union
from carepolicy.time.instants import Instant


def _extent(days: Days | tuple[date | None, date | None] | None) -> Days | None:
    if days is None or isinstance(days, Days):
        return days
    if isinstance(days, tuple) and len(days) == 2 and all(end is None or is_day(end) for end in days):
        return between(*days)
    raise BadRecord("The days of a completeness are a pair of days, half-open. Write {CARE: (date(2024, 9, 1), None)}.")


@frozen
class Complete:
    """A statement that a family of records is complete: on these days, what is not listed did not happen.

    Args:
        family: which records.
        days: on which days; None means every day up to the child's `as_at`, or every day where it has none.
        entered: the day the statement was made, where that matters.
    """

    family: Family
    days: Days | None = field(default=None, converter=_extent)
    entered: date | None = field(default=None, converter=as_optional_day)


Extent = Days | tuple[date | None, date | None] | None


Completeness = Iterable[Family | str | Complete] | Mapping[Family | str, Extent]


def _completeness(given: Completeness) -> tuple[Complete, ...]:
    if isinstance(given, (str, Family)) or not isinstance(given, Iterable):
        raise BadRecord("complete takes a list of families of records. Write complete=[CARE].")
    if isinstance(given, Mapping):
        extents = cast("Mapping[Family | str, Extent]", given)
        return tuple(Complete(family_named(family), _extent(days)) for family, days in extents.items())
    return tuple(item if isinstance(item, Complete) else Complete(family_named(item)) for item in given)


def _id(value: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise BadRecord("A child has an identifier, which is a text of its own and never a name. Write Child('1001', ...).")


def _warnings(given: Iterable[DataWarning]) -> tuple[DataWarning, ...]:
    warnings = tuple(given)
    for warning in warnings:
        if not isinstance(warning, DataWarning):
            raise BadRecord(
                "warnings takes a list of data warnings: [DataWarning('what was odd, and how it is taken')]."
            )
    return warnings


def _nothing_yet() -> dict[Any, Any]:
    return {}


@frozen
class DataWarning:
    """Something in the records that contradicts itself or cannot be quite right, and how it was taken.

    Args:
        says: what was found and how it is taken; never a child's data.
        source: where.
    """

    says: str
    source: Source | None = None

    def __str__(self) -> str:
        return f"{self.source}: {self.says}" if self.source else self.says


def _history(records: Iterable[Record]) -> tuple[Record, ...]:
    if not isinstance(records, Iterable):
        raise BadRecord("history takes a list of records. Write history=[CareOrder(start='2025-03-03')].")
    history = tuple(records)
    for record in history:
        if not isinstance(record, Record):
            raise BadRecord(
                f"A child's history holds records such as CareOrder(...); this one is a {type(record).__name__}."
            )
    return history


@frozen(repr=False)
class School:
    """What is on record about a school itself, and its council: posts, training, reports, policies.

    Args:
        id: an opaque identifier, such as its number.
        history: the records, in any order.
        complete: whether they are complete, and on which days.

    >>> from carepolicy.facts import SETTING, PostHeld
    >>> hill_top = School("hill-top", history=[PostHeld(role="designated_teacher", start="2024-09-01")])
    >>> Child("sam").at(hill_top)
    <Child 'sam': 1 record>
    """

    id: str = field(converter=_id)
    history: tuple[Record, ...] = field(default=(), converter=_history, kw_only=True)
    complete: tuple[Complete, ...] = field(default=(), converter=_completeness, kw_only=True)

    def __repr__(self) -> str:
        return f"<School {self.id!r}: {_counted(len(self.history), 'record')}>"


@frozen(repr=False)
class Child:
    """What is on record about one child.

    What is absent is not known, save on the days for which a family of records is listed as complete.

    Args:
        id: an opaque identifier; never a name.
        born: date of birth; with none, nobody is known to be under 18.
        died: date of death; with none, the child is alive.
        adult_from: the day on which an age assessment found the child to be 18 or over, where one did.
        history: the records, in any order.
        complete: which families of records are complete, and on which days.
        as_at: the day or moment the records were drawn; spells without an end were still running then.
        warnings: what was odd about the records.

    >>> from carepolicy.facts import CARE, CareOrder
    >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2025-03-03")], complete=[CARE])
    >>> sam
    <Child 'sam': 1 record>
    """

    id: str = field(converter=_id)
    born: Instant | None = field(default=None, converter=as_optional_instant, kw_only=True)
    died: Instant | None = field(default=None, converter=as_optional_instant, kw_only=True)
    adult_from: Instant | None = field(default=None, converter=as_optional_instant, kw_only=True)
    history: tuple[Record, ...] = field(default=(), converter=_history, kw_only=True)
    complete: tuple[Complete, ...] = field(default=(), converter=_completeness, kw_only=True)
    as_at: Instant | None = field(default=None, converter=as_optional_instant, kw_only=True)
    warnings: tuple[DataWarning, ...] = field(default=(), converter=_warnings, kw_only=True)
    memory: dict[Any, Any] = field(factory=_nothing_yet, init=False, eq=False, repr=False)
    """What has been worked out about this child already; never part of its value."""

    @property
    def alive_from(self) -> int:
        """The ordinal of the first day on which anything may have happened to the child."""
        return FIRST_ORDINAL if self.born is None else self.born.first_day

    def complete_days(self, family: Family) -> Days:
        """The days on which a family of records is complete."""
        return ~self.gaps.get(family.name, EVERY_DAY)

    @property
    def gaps(self) -> Mapping[str, Days]:
        """By family, the days on which something unlisted may have happened; for families not named, every day.

        Nothing happens to a child before birth, so a family of the child's records that is complete from birth has no
        gap. Worked out once.
        """
        found: dict[str, Days] | None = self.memory.get("gaps")
        if found is None:
            listed: dict[str, list[Days]] = {}
            for item in self.complete:
                days = self._to_as_at() if item.days is None else item.days
                listed.setdefault(item.family.name, []).append(days)
            born = ordinals(self.alive_from, LAST_ORDINAL + 1)
            whole = {item.family.name for item in self.complete if not item.family.is_of_the_child}
            found = self.memory["gaps"] = {
                name: (EVERY_DAY if name in whole else born) - union(days) for name, days in listed.items()
            }
        return found

    def _to_as_at(self) -> Days:
        return EVERY_DAY if self.as_at is None else ordinals(FIRST_ORDINAL, self.as_at.first_day + 1)

    def known_at(self, day: date) -> Child:
        """The same child as the records stood on an earlier day.

        Leaves out records, ends of spells and completeness statements entered later, and lowers `as_at`. What carries
        no date of entry is kept.
        """
        history = [known for record in self.history if (known := record.known_at(day)) is not None]
        drawn = Instant.of(day)
        as_at = drawn if self.as_at is None or drawn.before(self.as_at).holds else self.as_at
        complete = [item for item in self.complete if item.entered is None or item.entered <= day]
        return evolve(self, history=history, complete=complete, as_at=as_at)

    def at(self, school: School) -> Child:
        """The same child with what is on record about the school, and its council, beside what is about the child."""
        history, complete = (*self.history, *school.history), (*self.complete, *school.complete)
        return evolve(self, history=history, complete=complete)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _KEPT}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "memory", {})

    def __repr__(self) -> str:
        counts = [_counted(len(self.history), "record")]
        if self.warnings:
            counts.append(_counted(len(self.warnings), "data warning"))
        return f"<Child {self.id!r}: {', '.join(counts)}>"


_KEPT = ("id", "born", "died", "adult_from", "history", "complete", "as_at", "warnings")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
