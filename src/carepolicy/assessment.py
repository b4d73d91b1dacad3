"""Knows how a child, a policy, a calendar and a day become an assessment: every line with its state and its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from attrs import field, frozen

from carepolicy.errors import NotAskable, UnknownName
from carepolicy.facts import Child
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.line import Line
from carepolicy.logic.deadline import Clock, Deadline
from carepolicy.logic.definition import Definition
from carepolicy.logic.finding import Reason
from carepolicy.policy import Profile
from carepolicy.profiles.england import ENGLAND
from carepolicy.standing import View, lines_of
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years of which a day may be asked about."""

STATUSES: tuple[Definition, ...] = (looked_after, previously_looked_after, with_social_worker)
"""The statuses that every assessment answers."""


@frozen(repr=False)
class Status:
    """The answer to one status on the day, with its stretch and its reason.

    Args:
        name: which status.
        verdict: the answer.
        before: the answer on the day before that stretch, where it has a first day.
        since: the first day of the unbroken stretch with this answer, where it has one.
        until: the first day on which the answer changes, as things stand, where it does.
        then: what it changes to.
        reason: why, as a tree.
        missing: what would settle it, where it cannot be told.
        settled_by: the smallest sets of facts any one of which would settle it, whatever they turn out to be.
        decided_by: the facts of which one answer, though not every one, would.
    """

    name: str
    verdict: Verdict
    before: Verdict | None
    since: date | None
    until: date | None
    then: Verdict | None
    reason: Reason
    missing: tuple[str, ...] = ()
    settled_by: tuple[tuple[str, ...], ...] = ()
    decided_by: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Status {self.name}: {self.verdict.value}>"


@frozen(repr=False)
class StatusesOnDay:
    """Some statuses of a child at the end of one day, each with its reasons, as they are written to JSON.

    Args:
        child: the child's identifier.
        on: the day.
        statuses: the answers, by the names under which their definitions stand.
        law_as_at: the day to which the law was checked.
    """

    child: str
    on: date
    statuses: tuple[Status, ...]
    law_as_at: date

    def __repr__(self) -> str:
        return f"<Statuses of {self.child!r} on {self.on}: {len(self.statuses)}>"


@frozen
class PolicyUsed:
    """One policy that an assessment was made under.

    Args:
        name: whose it is.
        edition: which edition.
        covers: whether the child is, on the day, one that its clauses are about.
        checked: how many of its clauses ask for something that can be checked.
    """

    name: str
    edition: str
    covers: Verdict
    checked: int


@frozen(repr=False)
class Assessment:
    """Everything there is to say about a child on a day under some policies.

    Args:
        child: the child's identifier.
        on: the day or moment asked about.
        statuses: looked after, previously looked after, with a social worker.
        lines: every clause on every occasion, in the order of the policies.
        profiles: the policies and their editions; the national floor is always among them.
        law_as_at: the day to which the law was checked.
        calendar: the name, version and day of publication of the calendar used.
        known_at: the day whose knowledge was used, where that is not everything on record.
        warnings: what was odd about the records.
        everything: whether lines that were closed before the current school year are here too.
        bank_holidays: which list of bank holidays was counted with, where one was.
    """

    child: str
    on: Instant
    statuses: tuple[Status, ...]
    lines: tuple[Line, ...]
    profiles: tuple[PolicyUsed, ...]
    law_as_at: date
    calendar: str = ""
    known_at: date | None = None
    warnings: tuple[str, ...] = ()
    everything: bool = field(default=False, kw_only=True)
    bank_holidays: str = field(default="", kw_only=True)

    def __repr__(self) -> str:
        return f"<Assessment of {self.child!r} on {self.on}: {len(self.lines)} lines>"

    @property
    def missing(self) -> tuple[tuple[str, int], ...]:
        """What would settle open answers, with how many lines and statuses each bears on; the most useful first.

        What rests on a person's statement is told by `statements_wanted`.
        """
        counts: dict[str, int] = {}
        lines = (line for line in self.lines if not line.wants_a_statement)
        for missing in (*(line.missing for line in lines), *(status.missing for status in self.statuses)):
            for says in missing:
                counts[says] = counts.get(says, 0) + 1
        return tuple(sorted(counts.items(), key=lambda found: -found[1]))

    @property
    def lists_wanted(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The clauses that ask for something in place on which nothing on record bears, by what would settle them."""
        wanted: dict[tuple[str, ...], list[str]] = {}
        for line in self.lines:
            if line.wants_a_list:
                wanted.setdefault(line.missing, []).append(line.clause)
        return tuple((missing, tuple(dict.fromkeys(ids))) for missing, ids in wanted.items())

    @property
    def statements_wanted(self) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The clauses that rest on a person's statement and have none on record, by the roles that may make it."""
        wanted: dict[tuple[str, ...], list[str]] = {}
        for line in self.lines:
            if line.wants_a_statement:
                wanted.setdefault(line.stated_by, []).append(line.clause)
        return tuple((roles, tuple(ids)) for roles, ids in wanted.items())


def assess(
    child: Child,
    profile: Profile | Iterable[Profile],
    *,
    calendar: SchoolCalendar,
    on: date | datetime,
    known_at: date | None = None,
    in_force: date | None = None,
    everything: bool = False,
    choosing: Mapping[str, Deadline | Clock] | None = None,
    strict_starts: bool = False,
) -> Assessment:
    """Every obligation of a child on a day under a policy and the national floor, each with its state and its reasons.

    Costs about 2 ms for a child and a profile; nothing is read from a clock, a file or a network.

    Args:
        child: what is on record.
        profile: the policy, or several; `ENGLAND` is added where it is not among them.
        calendar: the school's calendar, which also carries the working days.
        on: "today", as a day or a moment.
        known_at: the day whose knowledge is used, instead of everything on record.
        in_force: the day whose law is applied to duties, instead of the day each clock starts.
        everything: whether lines closed before the current school year are shown too.
        choosing: other readings to take, by clause id; each must be one that the clause lists.
        strict_starts: whether a start before which the records are not complete is taken as "cannot tell".

    Raises:
        NotAskable: when it is not given a child, profiles and a calendar.
        UnknownName: when `choosing` names a clause that no profile has.
        BadPolicy: when it chooses a reading that the clause does not list.
    """
    child, calendar, profiles, today = asked_of(child, profile, calendar, on, known_at=known_at, in_force=in_force)
    if choosing:
        profiles = _reread(profiles, choosing)
    day = date.fromordinal(today.first_day)
    view = View(child, calendar, today, in_force, strict_starts, everything)
    lines = [line for one in profiles for clause in one.clauses for line in lines_of(view, one, clause)]
    counted = any(line.due is not None and line.due.dates for line in lines)
    return Assessment(
        child.id,
        today,
        statuses_on(child, day),
        tuple(lines),
        policies_used(profiles, child, day),
        LAW_AS_AT,
        calendar.edition,
        known_at,
        tuple(map(str, child.warnings)),
        everything=everything,
        bank_holidays=calendar.working_days.edition if counted else "",
    )


def asked_of(
    child: Child,
    profile: Profile | Iterable[Profile],
    calendar: SchoolCalendar,
    on: date | datetime | Instant,
    *,
    known_at: date | None = None,
    in_force: date | None = None,
) -> tuple[Child, SchoolCalendar, list[Profile], Instant]:
    """What a question about a child is asked of: the child and the calendar as known, the policies with the floor.

    Raises:
        NotAskable: when something is not what it should be.
    """
    _must_be(child, Child, "a Child")
    _must_be(calendar, SchoolCalendar, "a SchoolCalendar")
    profiles = list(profile) if isinstance(profile, Iterable) else [profile]
    for one in profiles:
        _must_be(one, Profile, 'a Profile, such as STOKE_ON_TRENT; profiles.find("stoke-on-trent") finds one by name')
    if not any(_is_the_floor(one) for one in profiles):
        profiles.append(ENGLAND)
    today = _known_day(on, "on")
    for name, given in (("known_at", known_at), ("in_force", in_force)):
        if given is not None and (isinstance(given, datetime) or not isinstance(given, date)):
            raise NotAskable(f"{name} takes a day, such as date(2026, 3, 31). Give one, or leave it out.")
    if known_at is not None:
        child, calendar = child.known_at(known_at), calendar.known_at(known_at)
    return child, calendar, profiles, today


def policies_used(profiles: Iterable[Profile], child: Child, day: date) -> tuple[PolicyUsed, ...]:
    """The policies of an answer, each with whether it covers the child on the day."""
    return tuple(
        PolicyUsed(
            one.name,
            one.edition,
            one.about.timeline(child).at(day),
            sum(1 for clause in one.clauses if clause.demands),
        )
        for one in profiles
    )


def _known_day(given: date | datetime | Instant, name: str) -> Instant:
    instant = Instant.of(given)
    if instant.is_one_day and FIRST_YEAR <= date.fromordinal(instant.first_day).year <= LAST_YEAR:
        return instant
    raise NotAskable(f"{name} takes one day from {FIRST_YEAR} to {LAST_YEAR}, such as date(2026, 3, 31).")


def _is_the_floor(profile: Profile) -> bool:
    """Whether a profile is the national floor, however its words are read."""
    if profile.name != ENGLAND.name:
        return False
    if [clause.id for clause in profile.clauses] == [clause.id for clause in ENGLAND.clauses]:
        return True
    raise NotAskable(f"{ENGLAND.name} is the name of the national floor. Give another policy another name.")


def _must_be(value: object, kind: type, wanted: str) -> None:
    if not isinstance(value, kind):
        raise NotAskable(
            f"A question about a child takes (child, profile, calendar=..., on=...), and was given a "
            f"{type(value).__name__} for {wanted}."
        )


def _reread(profiles: Sequence[Profile], choosing: Mapping[str, Deadline | Clock]) -> list[Profile]:
    ids = {clause.id for profile in profiles for clause in profile.clauses}
    unknown = sorted(set(choosing) - ids)
    if unknown:
        raise UnknownName(f"No clause of these profiles is called {', '.join(unknown)}. Choose readings by clause id.")
    return [
        profile.choosing(
            {id: deadline for id, deadline in choosing.items() if any(id == c.id for c in profile.clauses)}
        )
        for profile in profiles
    ]


def statuses_on(child: Child, day: date, definitions: Iterable[Definition] = STATUSES) -> tuple[Status, ...]:
    """The statuses of a child at the end of a day, each with since when, until when, and why.

    Args:
        child: what is on record.
        day: the day asked about.
        definitions: which statuses.
    """
    return tuple(_status(definition, child, day) for definition in definitions)


def _status(definition: Definition, child: Child, day: date) -> Status:
    timeline = definition.timeline(child)
    finding = definition.on(day, child)
    since, until = finding.since, finding.until
    before = None if since is None else timeline.at_ordinal(since.toordinal() - 1)
    then = None if until is None else timeline.at(until)
    return Status(
        definition.name,
        finding.verdict,
        before,
        since,
        until,
        then,
        finding.reason,
        tuple(map(str, finding.missing)),
        finding.settled_by,
        finding.decided_by,
    )
