"""Knows what a clause can demand: a duty, a prohibition, something in place throughout, a statement."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import evolve, fields, frozen

from carepolicy.errors import Unfinished
from carepolicy.facts import Happening, Record
from carepolicy.facts.choices import role_in_words
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Clock, Deadline, told_as
from carepolicy.logic.where import Where
from carepolicy.policy.written import by_name, written


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
            "until": by_name(self.until),
            "renewed_by": by_name(self.renewed_by),
            "where": self.where,
            "when": self.when,
        }
        return written("duty", [self.act.__name__, repr(self.clock)], named)


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

    @property
    def is_outright(self) -> bool:
        """Whether it bars every such act, whatever is in place or written on it."""
        return self.unless is None and self.unless_after is None and self.where is None

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
            name: None if kind is None else by_name((kind,), one=True)
            for name, kind in (("unless_after", self.unless_after), ("since", self.since))
        }
        if self.of_every:
            return written("every", [self.act.__name__, repr(self.unless)], {"scope": self.scope})
        tests = {"where": self.where, "unless": self.unless}
        return written("never", [self.act.__name__], {"scope": self.scope, **kinds, **tests})


def roles_in_words(roles: Iterable[str]) -> str:
    """Roles of whom any one will do, as a phrase.

    >>> roles_in_words(["school", "social_care", "designated_teacher"])
    'the school, social care or the designated teacher'
    """
    *first, last = [role_in_words(role) if role in NO_ARTICLE else f"the {role_in_words(role)}" for role in roles]
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
        return written("stated_by", map(repr, self.by), {"scope": self.scope})


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
            "once": None if self.once is None else by_name((self.once,), one=True),
            "when": self.when,
            "this_cycle": self.this_cycle,
            "renewed_by": by_name(self.renewed_by),
        }
        return written("in_place", [self.kind.__name__], named)


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
    kept = happenings(renewed_by, "renewed_by")
    tests = _test(where, "where", [kind]), once, _test(when, "when", [] if once is None else [once])
    return InPlace(kind, called, covers(scope), *tests, this_cycle, kept)


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
    return Statement(roles, covers(scope))


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
    kept = happenings(renewed_by, "renewed_by")
    triggers = [trigger for trigger in by.triggers if isinstance(trigger, type)]
    tests = _test(where, "where", [act]), _test(when, "when", triggers)
    return Duty(act, by, covers(scope), lasting, happenings(until, "until"), kept, *tests)


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


def covers(given: Condition | None) -> Condition | None:
    """Whom a demand covers, as a part of a policy is given it; anything but a condition is refused."""
    if given is None or isinstance(given, Condition):
        return given
    raise Unfinished("scope takes a condition, such as looked_after. Give one, or leave it out.")


def happenings(given: Iterable[type[Record]], name: str) -> tuple[type[Happening], ...]:
    """Kinds of record of things that happen, as a part of a policy is given them; anything else is refused by name."""
    kinds = tuple(given) if isinstance(given, Iterable) else (given,)
    found = tuple(kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Happening))
    if len(found) < len(kinds):
        raise Unfinished(f"{name} takes a list of kinds of record. Write {name}=[LeftSchool].")
    return found


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
    return Never(act, covers(scope), unless_after, since, _test(where, "where", [act]), _test(unless, "unless", [act]))
