"""Knows a clause: what it says, where it stands, how firmly it speaks, what it demands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from carepolicy.errors import Unfinished
from carepolicy.facts import Happening
from carepolicy.facts.choices import role_in_words
from carepolicy.law.citation import Strength
from carepolicy.law.provision import Marked
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Clock, Deadline, Reading, told_as
from carepolicy.policy.demands import Demand, Duty, InPlace, Never, Statement, happenings
from carepolicy.policy.written import by_name, written


class Kind(Enum):
    """What sort of clause it is; a definition binds no one."""

    DEFINITION = "definition"
    DEADLINE_DUTY = "deadline_duty"
    RECURRING_DUTY = "recurring_duty"
    TRIGGER_DUTY = "trigger_duty"
    PROHIBITION = "prohibition"
    PRECONDITION = "precondition"
    THRESHOLD = "threshold"
    NOTIFICATION = "notification"
    REPORT_CONTENT = "report_content"
    ROLE_REQUIREMENT = "role_requirement"
    RECORD_KEEPING = "record_keeping"
    DISCLOSURE = "disclosure"
    PRIORITY = "priority"
    STANDING_COMMITMENT = "standing_commitment"

    def __repr__(self) -> str:
        return f"Kind.{self.name}"


class Modality(Enum):
    """How firmly a clause speaks: what binds may be broken, what allows or describes may not."""

    BINDS = "binds"
    SHOULD = "should"
    MAY = "may"
    DECLARES = "declares"
    DESCRIBES = "describes"

    def __repr__(self) -> str:
        return f"Modality.{self.name}"


class Computes(Enum):
    """How far records decide a clause: wholly, in part, only through a person's statement, or not at all."""

    YES = "yes"
    PARTLY = "partly"
    ATTEST = "attest"
    NOTHING = "nothing"


@frozen(repr=False)
class Clause:
    """One clause of a policy or of the law, told in one sentence of our own, with what it demands.

    Args:
        id: its stable id, by which it is found and cited.
        says: what it says.
        demands: what must be done or must not happen; nothing for definitions and aims.
        locator: where in its document it stands, or the citation of a national rule.
        actor: who must act, as roles.
        strength: how far it binds.
        in_force: the first day it applied, and the first day it no longer does; None where that side is open.
        notes: readings of the clause that are not deadlines, each a sentence.
        kind: what sort of clause it is; None where nobody has said.
        modality: how firmly it speaks.
        weaker_than: the national rule that asks for more, which is computed all the same; "" where there is none.
        leaves_open: what neither records nor a statement decide, since its words give no measure; "" where nothing.
        instead_of: the kinds of act in place of which it says what to do.
        marks: how well each part of it was checked against its source; none for a policy that is its own source.
        defines: the condition whose meaning it fixes, such as being looked after; None where it fixes none.
        matter: what it is about, as keys that all policies share, by which two of them are laid side by side.
        own_children: whether it speaks only of children in the care of the authority whose policy it is.
        newcomers: whether it speaks of children who come from another authority, and so binds the one they come to.
        taken_from: the id of the clause of a template that it is, taken over; "" where it is nobody's but its own.
    """

    id: str
    says: str
    demands: tuple[Demand, ...] = ()
    locator: str = ""
    actor: tuple[str, ...] = ()
    strength: Strength = Strength.LOCAL
    in_force: tuple[date | None, date | None] = (None, None)
    notes: tuple[str, ...] = ()
    kind: Kind | None = None
    modality: Modality = Modality.BINDS
    weaker_than: str = ""
    leaves_open: str = ""
    instead_of: tuple[type[Happening], ...] = ()
    marks: tuple[Marked, ...] = ()
    defines: Condition | None = None
    matter: tuple[str, ...] = ()
    own_children: bool = False
    newcomers: bool = False
    taken_from: str = ""

    @property
    def computes(self) -> Computes:
        """How far records decide it; what only defines, aims or allows demands nothing."""
        if self.kind is Kind.THRESHOLD and self.defines is not None:
            return Computes.YES
        statements = sum(isinstance(demand, Statement) for demand in self.demands)
        if not self.demands:
            return Computes.NOTHING
        if not statements:
            return Computes.PARTLY if self.leaves_open else Computes.YES
        return Computes.ATTEST if statements == len(self.demands) else Computes.PARTLY

    @property
    def left_open(self) -> tuple[str, ...]:
        """That its words give no measure, as a line; nothing where they leave nothing open."""
        return (f"left open, since the words give no measure: {self.leaves_open}",) if self.leaves_open else ()

    @property
    def only_allows(self) -> bool:
        """Whether it allows something and asks for nothing."""
        return self.modality is Modality.MAY

    def applies_on(self, day: date) -> bool:
        """Whether the clause was in force on a day."""
        first, until = self.in_force
        return (first is None or first <= day) and (until is None or day < until)

    def readings(self) -> Iterator[Reading]:
        """The readings it leans on."""
        for demand in self.demands:
            if isinstance(demand, Duty):
                yield from demand.clock.deadline.readings

    def requires(self) -> Iterator[str]:
        """What the clause requires, line by line, with no child in sight."""
        yield f"{self.id}  {self.says}"
        if self.locator:
            yield f"    {self.locator}"
        if self.actor:
            yield f"    who must act: {', '.join(role_in_words(role) for role in self.actor)}"
        if self.own_children:
            yield "    speaks only of children in the care of its own authority"
        if self.newcomers:
            yield "    speaks of children who come from another authority"
        if self.matter:
            yield f"    about: {', '.join(key.replace('_', ' ') for key in self.matter)}"
        yield f"    strength: {self.strength.value}"
        if self.kind is not None:
            yield f"    kind: {self.kind.value.replace('_', ' ')} ({self.modality.value})"
        if self.weaker_than:
            yield f"    weaker than the national rule, which is computed all the same: {self.weaker_than}"
        for demand in self.demands:
            yield f"    requires: {demand.says()}"
            if demand.scope is not None:
                yield f"    covers: {demand.scope.title}"
            if isinstance(demand, Duty) and demand.lasting:
                yield "    an earlier record that is still valid on the due date counts"
        if self.defines is not None:
            yield f"    fixes what is meant by: {self.defines.title}"
        if not self.demands:
            yield "    requires nothing that can be checked"
        for taken in self.readings():
            yield f'    "{taken.quoted}" is read as {taken.words}: {taken.because}'
            for other in taken.instead:
                yield f"        it could be read as {deadline_words(other)}"
        for act in self.instead_of:
            yield f"    instead of: {act.label}"
        for note in self.notes:
            yield f"    note: {note}"
        for told in self.left_open:
            yield f"    {told}"
        for marked in self.marks:
            yield f"    checked: {marked}"

    def __repr__(self) -> str:
        named = {
            "locator": self.locator,
            "actor": self.actor,
            "strength": None if self.strength is Strength.LOCAL else self.strength,
            "in_force": None if self.in_force == (None, None) else self.in_force,
            "notes": self.notes,
            "kind": self.kind,
            "modality": None if self.modality is Modality.BINDS else self.modality,
            "weaker_than": self.weaker_than,
            "leaves_open": self.leaves_open,
            "instead_of": by_name(self.instead_of),
            "marks": self.marks,
            "defines": self.defines,
            "matter": self.matter,
            "own_children": self.own_children,
            "newcomers": self.newcomers,
            "taken_from": self.taken_from,
        }
        return written("clause", [repr(self.id), repr(self.says), *map(repr, self.demands)], named)


def deadline_words(other: Deadline | Clock) -> str:
    """A way of saying by when, as a phrase; with its own trigger where it says what starts the clock."""
    if isinstance(other, Clock):
        return other.deadline.told(" or ".join(told_as(trigger) for trigger in other.triggers))
    return other.words


def clause(
    id: str,
    says: str,
    *demands: Demand,
    locator: str = "",
    actor: str | Iterable[str] = (),
    strength: Strength = Strength.LOCAL,
    in_force: tuple[date | None, date | None] = (None, None),
    notes: Iterable[str] = (),
    kind: Kind | None = None,
    modality: Modality = Modality.BINDS,
    weaker_than: str = "",
    leaves_open: str = "",
    instead_of: Iterable[type[Happening]] = (),
    marks: Iterable[Marked] = (),
    defines: Condition | None = None,
    matter: str | Iterable[str] = (),
    own_children: bool = False,
    newcomers: bool = False,
    taken_from: str = "",
) -> Clause:
    """One clause, as a profile lists it.

    Args:
        id: its stable id.
        says: what it says, in one sentence of our own.
        demands: duties and prohibitions.
        locator: where it stands.
        actor: who must act, as a role or several.
        strength: how far it binds.
        in_force: from when until when, half-open.
        notes: readings that are not deadlines; one, or several.
        kind: what sort of clause it is.
        modality: how firmly it speaks.
        weaker_than: the national rule that asks for more.
        leaves_open: what no record decides, since the words give no measure.
        instead_of: the kinds of act in place of which it says what to do, such as `PermanentlyExcluded`.
        marks: how well each part was checked.
        defines: the condition whose meaning it fixes.
        matter: what it is about, as one key or several, such as "complete_pep"; `policy.matters` lists what the
            shipped policies use, and others may add their own.
        own_children: whether it speaks only of children in the care of the authority whose policy it is.
        newcomers: whether it speaks of children who come from another authority.
        taken_from: the id of the clause of a template that it takes over.

    Raises:
        Unfinished: when a demand is none of the kinds there are, the strength is none, a matter is not text, or a
            clause that only defines or allows demands something.
    """
    for demand in demands:
        if not isinstance(demand, (Duty, Never, InPlace, Statement)):
            raise Unfinished(
                f"{id}: a clause demands duty(...), never(...), every(...), in_place(...) or stated_by(...); "
                f"this is a {type(demand).__name__}."
            )
    if demands and (kind is Kind.DEFINITION or modality in (Modality.MAY, Modality.DESCRIBES)):
        raise Unfinished(f"{id}: what only defines, allows or describes demands nothing. Leave its demands out.")
    if defines is not None and not isinstance(defines, Condition):
        raise Unfinished(f"{id}: defines takes the condition whose meaning is fixed, such as looked_after.")
    if not isinstance(strength, Strength):
        raise Unfinished(f"{id}: strength takes one of {', '.join(map(str, Strength))}.")
    matters = (matter,) if isinstance(matter, str) else tuple(matter)
    if not all(isinstance(key, str) and key for key in matters):
        raise Unfinished(f'{id}: matter takes what the clause is about, as text, such as "complete_pep".')
    actors = (actor,) if isinstance(actor, str) else tuple(actor)
    told = (notes,) if isinstance(notes, str) else tuple(notes)
    kinds = happenings(instead_of, "instead_of")
    said = (locator, actors, strength, in_force, told, kind, modality, weaker_than, leaves_open)
    return Clause(id, says, demands, *said, kinds, tuple(marks), defines, matters, own_children, newcomers, taken_from)
