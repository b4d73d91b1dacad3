"""Knows what every record is: something that lasted or happened, of a family that can be listed as complete."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import evolve, field, frozen

from carepolicy.errors import BadRecord, UnknownName
from carepolicy.facts.choices import Item, Weight, as_instant, as_items, as_optional_day, as_optional_instant, as_weight
from carepolicy.time.instants import Instant

OF_THE_CHILD = "the child"


@frozen
class Family:
    """A family of records that can be listed as complete together.

    Args:
        name: how it is written in files and on the command line.
        called: its records, as a plural noun phrase.
        of: whose records they are.
    """

    name: str
    called: str = field(default="", eq=False, repr=False)
    of: str = field(default=OF_THE_CHILD, eq=False, repr=False)

    @property
    def is_of_the_child(self) -> bool:
        """Whether its records are about the child, and so begin at birth."""
        return self.of == OF_THE_CHILD

    @property
    def complete_record(self) -> str:
        """What a list of all of it would be, in words a school can act on."""
        return f"a complete list of {self.of}'s {self.called or self.name}"

    def __str__(self) -> str:
        return self.name


CARE = Family("care", "records of care")


PERMANENCE = Family("permanence", "adoption, special guardianship and child arrangements orders")


SOCIAL_WORK = Family("social_work", "social workers and plans")


SCHOOLING = Family("schooling", "records of schooling")


CARE_REVIEWS = Family("care_reviews", "reviews of care")


SETTING = Family("setting", "posts, training, reports and policies", of="the school")
CARE_PLANNING = Family("care_planning", "records of planning the child's care")
COUNCIL_EDUCATION = Family("council_education", "records of what the council did about school places and the premium")
SPECIAL_NEEDS = Family("special_needs", "records of what the council did about special educational needs")
SOCIAL_WORK_ACTS = Family("social_work_acts", "records of what children's social care did, and when")
FAMILIES = (
    CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING, CARE_REVIEWS, CARE_PLANNING, COUNCIL_EDUCATION, SPECIAL_NEEDS,
    SOCIAL_WORK_ACTS, SETTING,
)  # fmt: skip


def family_named(name: str | Family) -> Family:
    """A family of records by how it is written in files and on the command line.

    Args:
        name: such as "care". A family that a profile adds is given as itself.

    Raises:
        UnknownName: when no family here is written so.

    >>> family_named("care") is CARE
    True
    """
    if isinstance(name, Family):
        return name
    for family in FAMILIES:
        if family.name == name:
            return family
    raise UnknownName(f"There is no family of records of that name. There are: {', '.join(map(str, FAMILIES))}.")


@frozen
class Source:
    """Where a record came from, so that a reason can say so.

    Args:
        file: the file's name, without its folder.
        rows: the rows it was read from, as a spreadsheet numbers them.
    """

    file: str
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        if not self.rows:
            return self.file
        word = "row" if len(self.rows) == 1 else "rows"
        return f"{self.file} {word} {', '.join(map(str, self.rows))}"


@frozen(kw_only=True, repr=False)
class Record:
    """One thing on record about a child.

    Args:
        ref: an opaque identifier, by which another record can say what it is about.
        source: where it was read.
        entered: the day it was entered, where that matters; with none, it is taken to have been known throughout.
        weight: how much it can carry: a record, a declaration, or a flag in a school's system.
    """

    ref: str | None = None
    source: Source | None = field(default=None, eq=False)
    entered: date | None = field(default=None, converter=as_optional_day)
    weight: Weight = field(default=Weight.RECORDED, converter=as_weight)

    family: ClassVar[Family] = SCHOOLING
    label: ClassVar[str] = "record"
    """A noun phrase: it reads well after "no", "of" and "by"."""
    event: ClassVar[str] = ""
    """How it is told as the start of a clock, where "the" and the label do not say it."""
    sure: ClassVar[bool] = True
    """A record is taken to have happened; what the law only infers from records may not be sure."""

    @classmethod
    def told_as(cls) -> str:
        """How it is told as the start of a clock: it reads well after "20 school days after"."""
        return cls.event or f"the {cls.label}"

    @property
    def kind(self) -> type[Record]:
        """What kind of record this is."""
        return type(self)

    @property
    def names(self) -> frozenset[str]:
        """What it is called, and what it says that it is about: records that share one belong together."""
        return frozenset() if self.ref is None else frozenset({self.ref})

    def known_at(self, day: date) -> Record | None:
        """The record as it was known on an earlier day, or None where it had not been entered."""
        return None if self.entered is not None and self.entered > day else self

    def __repr__(self) -> str:
        about = f" {self.ref}" if self.ref else ""
        return f"<{type(self).__name__}{about}{f' from {self.source}' if self.source else ''}>"


@frozen(kw_only=True, repr=False)
class Spell(Record):
    """Something that lasted: half-open, its first day counts and its last does not.

    Args:
        start: when it began.
        end: when it ended; None where it was still running when the record was drawn.
        end_entered: the day its end was entered, where that matters.

    Raises:
        BadRecord: when it cannot but end before it begins.
    """

    start: Instant = field(converter=as_instant)
    end: Instant | None = field(default=None, converter=as_optional_instant)
    end_entered: date | None = field(default=None, converter=as_optional_day)

    def __attrs_post_init__(self) -> None:
        if self.end is not None and self.end.before(self.start).holds:
            raise BadRecord(f"This record of {self.label} ends before it begins. Correct one of the two.")

    def known_at(self, day: date) -> Record | None:
        if self.entered is not None and self.entered > day:
            return None
        return (
            evolve(self, end=None, end_entered=None)
            if self.end_entered is not None and self.end_entered > day
            else self
        )


@frozen(kw_only=True, repr=False)
class Happening(Record):
    """Something that was done or happened at one moment.

    Args:
        at: when.
        about: the `ref` of the record that it is about, such as the suspension a notice tells of.
    """

    at: Instant = field(converter=as_instant)
    about: str | None = None

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name in (self.ref, self.about) if name is not None)


@frozen(kw_only=True, repr=False)
class Document(Happening):
    """Something written on this day, as far as it was checked for what it holds.

    Args:
        holds: what it was found to hold.
        lacks: what it was found not to hold; what stands in neither list was not checked.

    Raises:
        BadRecord: when something stands in both.
    """

    holds: tuple[Item, ...] = field(default=(), converter=as_items)
    lacks: tuple[Item, ...] = field(default=(), converter=as_items)

    def __attrs_post_init__(self) -> None:
        if set(self.holds) & set(self.lacks):
            raise BadRecord("This document is said to hold a thing and to lack it. Leave it in one of the two lists.")
