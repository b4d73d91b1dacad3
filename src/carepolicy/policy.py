"""Knows what a policy is made of: clauses in its own order, the duties and prohibitions they set, who they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum

from attrs import evolve, field, fields, frozen

from carepolicy.errors import BadPolicy, Unfinished, UnknownName
from carepolicy.facts import Happening, Record
from carepolicy.law.citation import Strength as Strength  # noqa: PLC0414 - policy authors look for it here
from carepolicy.law.provision import Marked
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Clock, Deadline, Reading, told_as
from carepolicy.logic.where import Where


@frozen(repr=False)
class Duty:
    """Something that must be done, the record that proves it, and the day by which it must exist.

    Args:
        act: the kind of record that proves it.
        clock: by when, and from what.
        scope: who it covers; None takes whom the profile is about. Tested on the day the clock starts.
        lasting: whether it asks for a state of affairs at the due date, which an earlier record, still valid, also
            proves; otherwise only a record from the start of the clock on counts.
        until: kinds of record that end it, such as leaving the school.
        renewed_by: for a lasting duty, the kinds of record that keep the act valid, such as a review.
        where: which records of the act prove it, by what is written on them; None takes every one.
        when: which records start the clock, by what is written on them; None takes every one.
    """

    act: type[Record]
    clock: Clock
    scope: Condition | None = None
    lasting: bool = False
    until: tuple[type[Record], ...] = ()
    renewed_by: tuple[type[Record], ...] = ()
    where: Where | None = None
    when: Where | None = None

    def says(self) -> str:
        """The duty in a line, without a child."""
        whens = [self.clock.deadline.told(told_as(trigger)) for trigger in self.clock.triggers]
        which = "" if self.where is None else f" ({self.where.words})"
        only = "" if self.when is None else f", where that says: {self.when.words}"
        return f"{self.act.label}{which}, {'; or '.join(whens)}{only}"

    def __repr__(self) -> str:
        named = {
            "scope": self.scope,
            "lasting": self.lasting,
            "until": _kinds(self.until),
            "renewed_by": _kinds(self.renewed_by),
            "where": self.where,
            "when": self.when,
        }
        return _written("duty", [self.act.__name__, repr(self.clock)], named)


@frozen(repr=False)
class Never:
    """Something that must not happen.

    Args:
        act: the kind of record that would break it.
        scope: who it covers; None takes whom the profile is about. Tested on the day of the act.
        unless_after: a kind of record which, in place by the time of the act, makes it allowed.
        since: the kind of record since the last of which that must have happened, such as joining this school.
        where: which records of the act are meant, by what is written on them; None takes every one.
        unless: what, written on the act itself, makes it allowed, such as that it was agreed.
        of_every: whether it is told as what every such act or document must be, and not as an act that is barred.
    """

    act: type[Happening]
    scope: Condition | None = None
    unless_after: type[Happening] | None = None
    since: type[Happening] | None = None
    where: Where | None = None
    unless: Where | None = None
    of_every: bool = False

    def says(self) -> str:
        """The prohibition in a line, without a child."""
        if self.of_every and self.unless is not None:
            return f"every {self.act.label}: {self.unless.words}"
        unless = f", unless after {self.unless_after.label}" if self.unless_after is not None else ""
        if self.since is not None:
            unless += f" since {told_as(self.since)}"
        if self.unless is not None:
            unless += f", unless {self.unless.words}"
        which = "" if self.where is None else f" ({self.where.words})"
        return f"no {self.act.label}{which}{unless}"

    def __repr__(self) -> str:
        kinds = {
            name: None if kind is None else _kinds((kind,), one=True)
            for name, kind in (("unless_after", self.unless_after), ("since", self.since))
        }
        if self.of_every:
            return _written("every", [self.act.__name__, repr(self.unless)], {"scope": self.scope})
        tests = {"where": self.where, "unless": self.unless}
        return _written("never", [self.act.__name__], {"scope": self.scope, **kinds, **tests})


def roles_in_words(roles: Iterable[str]) -> str:
    """Roles of whom any one will do, as a phrase.

    >>> roles_in_words(["school", "social_care", "designated_teacher"])
    'the school, social care or the designated teacher'
    """
    *first, last = [role.replace("_", " ") if role in NO_ARTICLE else f"the {role.replace('_', ' ')}" for role in roles]
    return f"{', '.join(first)} or {last}" if first else last


NO_ARTICLE = frozenset({"social_care", "school_staff"})
"""Roles that are told without an article."""


@frozen(repr=False)
class Statement:
    """Something that no record but a person's word can show: a named role states, with a date, that it is so.

    Args:
        by: the roles of whom any one may state it.
        scope: who it covers; None takes whom the profile is about.
    """

    by: tuple[str, ...]
    scope: Condition | None = None

    def says(self) -> str:
        """Whose word it rests on, in a line."""
        return f"a statement, by {roles_in_words(self.by)}, that it is so"

    def __repr__(self) -> str:
        return _written("stated_by", map(repr, self.by), {"scope": self.scope})


@frozen(repr=False)
class InPlace:
    """Something that must be so throughout: a record that still holds shows it, today.

    Args:
        kind: the kind of record that shows it: what lasts while it lasts, what happened from then on.
        called: what it is, as a noun phrase; "" takes the kind's own.
        scope: who it covers; None takes whom the profile is about.
        where: which records show it, by what is written on them; None takes every one.
        once: a kind of record only after which it is asked for, such as the finding that it is needed.
        when: which of those ask for it.
        this_cycle: whether only what was made or reviewed in this term or the one before shows it (law notes 1.7).
        renewed_by: other kinds of record that show it then, such as a review.
    """

    kind: type[Record]
    called: str = ""
    scope: Condition | None = None
    where: Where | None = None
    once: type[Happening] | None = None
    when: Where | None = None
    this_cycle: bool = False
    renewed_by: tuple[type[Record], ...] = ()

    @property
    def label(self) -> str:
        """What it is, as a noun phrase."""
        return self.called or self.kind.label

    def says(self) -> str:
        """What must be in place, in a line, without a child."""
        which = "" if self.where is None else f" ({self.where.words})"
        fresh = ", made or reviewed in this term or the one before" if self.this_cycle else ""
        once = "" if self.once is None else f", once there is a {self.once.label}"
        only = "" if self.when is None else f", where that says: {self.when.words}"
        return f"in place: {self.label}{which}{fresh}{once}{only}"

    def __repr__(self) -> str:
        named = {
            "called": self.called,
            "scope": self.scope,
            "where": self.where,
            "once": None if self.once is None else _kinds((self.once,), one=True),
            "when": self.when,
            "this_cycle": self.this_cycle,
            "renewed_by": _kinds(self.renewed_by),
        }
        return _written("in_place", [self.kind.__name__], named)


Demand = Duty | Never | InPlace | Statement


def in_place(
    kind: type[Record],
    *,
    called: str = "",
    scope: Condition | None = None,
    where: Where | None = None,
    once: type[Happening] | None = None,
    when: Where | None = None,
    this_cycle: bool = False,
    renewed_by: Iterable[type[Record]] = (),
) -> InPlace:
    """Something that must be so throughout, such as a post that is held; it has no date, so a gap is told by its age.

    Args:
        kind: the kind of record that shows it, such as `PostHeld`.
        called: what it is, as a noun phrase, where the kind's own does not say it.
        scope: who it covers.
        where: which records show it.
        once: a kind of record only after which it is asked for.
        when: which of those ask for it.
        this_cycle: whether only what was made or reviewed in this term or the one before shows it.
        renewed_by: other kinds of record that show it then.

    Raises:
        Unfinished: when a part is not what it should be.

    >>> from carepolicy.facts import EhcPlan
    >>> in_place(EhcPlan)
    in_place(EhcPlan)
    """
    if not (isinstance(kind, type) and issubclass(kind, Record)):
        raise Unfinished("in_place(...) takes the kind of record that shows it, such as PostHeld.")
    if once is not None and not (isinstance(once, type) and issubclass(once, Happening)):
        raise Unfinished("once takes a kind of record of something that happens, such as SpecialNeedsFound.")
    if when is not None and once is None:
        raise Unfinished("when= says which of the records of once= ask for it. Give both, or leave it out.")
    kept = _happenings(renewed_by, "renewed_by")
    tests = _test(where, "where", [kind]), once, _test(when, "when", [] if once is None else [once])
    return InPlace(kind, called, _scope(scope), *tests, this_cycle, kept)


def every(act: type[Happening], has: Where, *, scope: Condition | None = None) -> Never:
    """What every act or document of a kind must be; what is not recorded leaves it open.

    Args:
        act: the kind of record, such as `GovernorsReport`.
        has: what must be written on each, such as `holds(Item.ATTENDANCE)`.
        scope: who it covers.

    Raises:
        Unfinished: when the kind is not one of things that happen, or there is no test.
    """
    if not isinstance(has, Where):
        raise Unfinished("every(...) takes a kind of record and what each must be, such as holds(Item.ATTENDANCE).")
    return evolve(never(act, scope=scope, unless=has), of_every=True)


def stated_by(*roles: str, scope: Condition | None = None) -> Statement:
    """Something that rests on the word of a named role.

    Args:
        roles: the roles of whom any one may state it, such as "designated_teacher".
        scope: who it covers.

    Raises:
        Unfinished: when no role is named.

    >>> stated_by("designated_teacher")
    stated_by('designated_teacher')
    """
    if not roles or not all(isinstance(role, str) and role for role in roles):
        raise Unfinished('stated_by(...) names the roles that may state it, such as "designated_teacher".')
    return Statement(roles, _scope(scope))


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


def duty(
    act: type[Record],
    by: Clock | Deadline,
    *,
    scope: Condition | None = None,
    lasting: bool = False,
    until: Iterable[type[Record]] = (),
    renewed_by: Iterable[type[Record]] = (),
    where: Where | None = None,
    when: Where | None = None,
) -> Duty:
    """Something that must be done by a day.

    Args:
        act: the kind of record that proves it, such as `PepCompleted`.
        by: by when, finished with what starts the clock: `within(20, SCHOOL_DAYS).of(JoinedSchool)`.
        scope: who it covers.
        lasting: whether an earlier record that is still valid at the due date also proves it.
        until: kinds of record that end it.
        renewed_by: kinds of record that keep the act valid.
        where: which records of the act prove it, such as `role.one_of("virtual_school")`.
        when: which of the records that start the clock do, such as `attended_below(85)`.

    Raises:
        Unfinished: when the deadline does not say what starts the clock, or another part is not what it should be.
    """
    if isinstance(by, Deadline):
        raise Unfinished(f"{by!r} does not say what starts the clock. Finish it, for example: {by!r}.of(JoinedSchool).")
    if not isinstance(by, Clock):
        raise Unfinished("A duty needs a deadline with its trigger, such as within(20, SCHOOL_DAYS).of(JoinedSchool).")
    if not (isinstance(act, type) and issubclass(act, Happening)):
        raise Unfinished("A duty names the kind of record that proves it done, such as PepCompleted.")
    if where is not None and lasting:
        raise Unfinished("A lasting duty is proved by any record of its act that is still valid. Leave where= out.")
    kept = _happenings(renewed_by, "renewed_by")
    triggers = [trigger for trigger in by.triggers if isinstance(trigger, type)]
    tests = _test(where, "where", [act]), _test(when, "when", triggers)
    return Duty(act, by, _scope(scope), lasting, _happenings(until, "until"), kept, *tests)


def _test(given: Where | None, name: str, kinds: Iterable[type[Record]]) -> Where | None:
    if given is None:
        return None
    if not isinstance(given, Where):
        raise Unfinished(
            f'{name} takes a test of what is written on the record, such as role.one_of("virtual_school").'
        )
    for kind in kinds:
        for attribute, answers in given.attributes:
            _must_be_written_on(kind, attribute, answers, name)
    return given


def _must_be_written_on(kind: type[Record], attribute: str, answers: Iterable[object], name: str) -> None:
    """Refuses a test of something that a kind of record does not have, which would never be passed or failed."""
    own = {one.name: one for one in fields(kind)}
    if attribute not in own and not hasattr(kind, attribute):
        near = get_close_matches(attribute, own, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"It has: {', '.join(own)}."
        raise Unfinished(f"{name}: nothing called {attribute!r} is written on {kind.__name__}. {hint}")
    yes_or_no = attribute in own and str(own[attribute].type).startswith("bool")
    if yes_or_no and not all(isinstance(answer, bool) for answer in answers):
        raise Unfinished(
            f"{name}: {attribute!r} of {kind.__name__} is a yes or a no. Write .one_of(True) or .one_of(False)."
        )


def _scope(given: Condition | None) -> Condition | None:
    if given is None or isinstance(given, Condition):
        return given
    raise Unfinished("scope takes a condition, such as looked_after. Give one, or leave it out.")


def _happenings(given: Iterable[type[Record]], name: str) -> tuple[type[Record], ...]:
    kinds = tuple(given) if isinstance(given, Iterable) else (given,)
    if not all(isinstance(kind, type) and issubclass(kind, Happening) for kind in kinds):
        raise Unfinished(f"{name} takes a list of kinds of record. Write {name}=[LeftSchool].")
    return kinds


def never(
    act: type[Happening],
    *,
    scope: Condition | None = None,
    unless_after: type[Happening] | None = None,
    since: type[Happening] | None = None,
    where: Where | None = None,
    unless: Where | None = None,
) -> Never:
    """Something that must not happen.

    Args:
        act: the kind of record that would break it, such as `SentHomeUnrecorded`.
        scope: who it covers.
        unless_after: a kind of record which, in place by the time of the act, makes it allowed.
        since: the kind of record since the last of which that must have happened.
        where: which records of the act are meant.
        unless: what, written on the act itself, makes it allowed; what is not recorded leaves it open.

    Raises:
        Unfinished: when a kind is not one of things that happen, or `since` has no `unless_after` to stand with.
    """
    if not (isinstance(act, type) and issubclass(act, Happening)):
        raise Unfinished("never(...) takes the kind of record that would break it, such as SentHomeUnrecorded.")
    for kind in (unless_after, since):
        if kind is not None and not (isinstance(kind, type) and issubclass(kind, Happening)):
            raise Unfinished("unless_after and since take kinds of record, such as NewPlacementStarted.")
    if since is not None and unless_after is None:
        raise Unfinished("since= says since when unless_after= counts. Give both, or neither.")
    if unless is not None and unless_after is not None:
        raise Unfinished("An act is allowed by unless= or by unless_after=. Write two clauses, or one of them.")
    return Never(act, _scope(scope), unless_after, since, _test(where, "where", [act]), _test(unless, "unless", [act]))


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

    @property
    def computes(self) -> Computes:
        """How far records decide it; what only defines, aims or allows demands nothing."""
        statements = sum(isinstance(demand, Statement) for demand in self.demands)
        if not self.demands:
            return Computes.NOTHING
        if not statements:
            return Computes.PARTLY if self.leaves_open else Computes.YES
        return Computes.ATTEST if statements == len(self.demands) else Computes.PARTLY

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
            yield f"    who must act: {', '.join(role.replace('_', ' ') for role in self.actor)}"
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
        if self.leaves_open:
            yield f"    left open, since the words give no measure: {self.leaves_open}"
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
            "instead_of": _kinds(self.instead_of),
            "marks": self.marks,
        }
        return _written("clause", [repr(self.id), repr(self.says), *map(repr, self.demands)], named)


@frozen(repr=False)
class _Kinds:
    """Kinds of record, printed by their names."""

    kinds: tuple[type[Record], ...]
    one: bool = False

    def __repr__(self) -> str:
        names = [kind.__name__ for kind in self.kinds]
        return names[0] if self.one else f"[{', '.join(names)}]"


def _kinds(kinds: tuple[type[Record], ...], *, one: bool = False) -> _Kinds | None:
    return _Kinds(kinds, one) if kinds else None


def _written(name: str, first: Iterable[str], named: Mapping[str, object]) -> str:
    rest = [
        f"{key}={value!r}"
        for key, value in named.items()
        if value is not None and value is not False and value not in ("", ())
    ]
    return f"{name}({', '.join([*first, *rest])})"


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

    Raises:
        Unfinished: when a demand is none of the kinds there are, the strength is none, or a clause that only defines or
            allows demands something.
    """
    for demand in demands:
        if not isinstance(demand, (Duty, Never, InPlace, Statement)):
            raise Unfinished(
                f"{id}: a clause demands duty(...), never(...), every(...), in_place(...) or stated_by(...); "
                f"this is a {type(demand).__name__}."
            )
    if demands and (kind is Kind.DEFINITION or modality in (Modality.MAY, Modality.DESCRIBES)):
        raise Unfinished(f"{id}: what only defines, allows or describes demands nothing. Leave its demands out.")
    if not isinstance(strength, Strength):
        raise Unfinished(f"{id}: strength takes one of {', '.join(map(str, Strength))}.")
    actors = (actor,) if isinstance(actor, str) else tuple(actor)
    told = (notes,) if isinstance(notes, str) else tuple(notes)
    said = (locator, actors, strength, in_force, told, kind, modality, weaker_than, leaves_open)
    return Clause(id, says, demands, *said, _acts_named(instead_of), tuple(marks))


def _acts_named(given: Iterable[type[Happening]]) -> tuple[type[Happening], ...]:
    _happenings(given, "instead_of")
    return tuple(given)


def _about(given: Condition) -> Condition:
    if not isinstance(given, Condition):
        raise Unfinished(
            "A profile says whom it is about after its name: Profile(name, looked_after, [clause(...), ...])."
        )
    return given


def _clauses(given: Iterable[Clause]) -> tuple[Clause, ...]:
    if isinstance(given, Clause):
        raise Unfinished("A profile takes a list of clauses: Profile(name, looked_after, [clause(...), ...]).")
    clauses = tuple(given)
    for one in clauses:
        if not isinstance(one, Clause):
            raise Unfinished(f"A profile is made of clauses, and this is a {type(one).__name__}. Write clause(...).")
    return clauses


def _names(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict(given).items())


@frozen(repr=False)
class Profile:
    """A policy: its clauses in its own order, with whom it is about and what it calls them.

    Args:
        name: whose policy it is.
        about: whom its clauses cover where a clause does not say.
        clauses: in the order of the document.
        edition: which edition, as the document dates itself.
        calls: local names, by the name of the status.

    Raises:
        BadPolicy: when two clauses share an id.
        Unfinished: when it is not given whom it is about and a list of clauses.
    """

    name: str
    about: Condition = field(converter=_about)
    clauses: tuple[Clause, ...] = field(converter=_clauses)
    edition: str = field(default="", kw_only=True)
    calls: tuple[tuple[str, str], ...] = field(default=(), kw_only=True, converter=_names)

    def __attrs_post_init__(self) -> None:
        ids = [one.id for one in self.clauses]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise BadPolicy(f"{self.name} has more than one clause called {', '.join(twice)}. Give each its own id.")

    def clause(self, id: str) -> Clause:
        """The clause with an id.

        Raises:
            UnknownName: when there is none; the message lists the nearest.
        """
        for one in self.clauses:
            if one.id == id:
                return one
        near = get_close_matches(id, [one.id for one in self.clauses], n=3, cutoff=0.5)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        raise UnknownName(f"{self.name} has no clause {id!r}.{hint}")

    def only(self, *ids: str) -> Profile:
        """The profile with some of its clauses alone, in its own order.

        Args:
            ids: which clauses.

        Raises:
            UnknownName: when there is no such clause; the message lists the nearest.
        """
        wanted = {self.clause(id).id for id in ids}
        return evolve(self, clauses=tuple(one for one in self.clauses if one.id in wanted))

    def choosing(self, readings: Mapping[str, Deadline | Clock]) -> Profile:
        """The profile with some clauses read another of the ways that their readings list.

        Args:
            readings: the deadline to take, by clause id.

        Raises:
            UnknownName: when there is no such clause.
            BadPolicy: when the clause leans on no reading, or does not list that one.
        """
        chosen = {id: _read_as(self.clause(id), deadline) for id, deadline in readings.items()}
        return evolve(self, clauses=tuple(chosen.get(one.id, one) for one in self.clauses))

    def __repr__(self) -> str:
        edition = f", edition={self.edition!r}" if self.edition else ""
        calls = f", calls={dict(self.calls)!r}" if self.calls else ""
        return f"Profile({self.name!r}, {self.about!r}, {self.clauses!r}{edition}{calls})"


def _read_as(one: Clause, deadline: Deadline | Clock) -> Clause:
    def reread(demand: Demand) -> Demand:
        if not isinstance(demand, Duty) or not isinstance(demand.clock.deadline, Reading):
            return demand
        return evolve(demand, clock=demand.clock.choosing(deadline))

    if not any(one.readings()):
        raise BadPolicy(f"{one.id} leans on no reading, so there is none to choose.")
    return evolve(one, demands=tuple(reread(demand) for demand in one.demands))
