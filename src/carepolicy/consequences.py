"""Knows what follows from an event: the duties it starts, each with its date, and the clauses that it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from attrs import evolve, fields, frozen

from carepolicy.assessment import PolicyUsed, asked_of, policies_used
from carepolicy.errors import NotAskable
from carepolicy.facts import Child, Happening, Record, Spell
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.line import Line
from carepolicy.logic.deadline import Trigger
from carepolicy.logic.starts import Start, moment_of
from carepolicy.policy import Duty, Never, Profile
from carepolicy.standing import View, duty_lines, never_lines
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant


@frozen(repr=False)
class Consequences:
    """What follows from an event, under some policies and the national floor.

    Args:
        child: the child's identifier.
        event: the event, as a noun phrase.
        at: when it happens.
        on: the day or moment on which one looks at it.
        duties: the duties that it starts: a line for each, with its date and how it was counted.
        bars: the clauses that speak against it or allow it: a line for each.
        profiles: the policies.
        law_as_at: the day to which the law was checked.
    """

    child: str
    event: str
    at: Instant
    on: Instant
    duties: tuple[Line, ...]
    bars: tuple[Line, ...]
    profiles: tuple[PolicyUsed, ...]
    law_as_at: date

    def __repr__(self) -> str:
        number = len(self.duties)
        return f"<What follows from {self.event!r} for {self.child!r}: {number} dut{'y' if number == 1 else 'ies'}>"


def after(
    event: Record,
    child: Child,
    profile: Profile | Iterable[Profile],
    *,
    calendar: SchoolCalendar,
    on: date | datetime | None = None,
    known_at: date | None = None,
    in_force: date | None = None,
) -> Consequences:
    """What follows from an event, done or only thought of: the duties it starts, each with its date and its counting.

    What was already running before the event is not among them; what rests on a person's statement has no start.

    Args:
        event: the record, such as `Suspended(at="2026-03-12T10:20", days=2)` or `CareOrder(start="2026-03-12")`. It is
            put beside the child's records where none of them tells of the same: the same kind at the same time.
        child: what is on record.
        profile: the policy, or several.
        calendar: the school's calendar.
        on: the day or moment on which one looks at it; the event's own where none is given.
        known_at: the day whose knowledge is used.
        in_force: the day whose law is applied, instead of the day each clock starts.

    Raises:
        NotAskable: when the event is not a record, or something else is not what it should be.
    """
    if not isinstance(event, (Happening, Spell)):
        raise NotAskable(
            f"after(event, child, profile, ...) takes a record, such as Suspended(at=...); this is a "
            f"{type(event).__name__}."
        )
    at = moment_of(event)
    asked = date.fromordinal(at.last_day) if on is None else on
    if isinstance(child, Child):
        event = next((one for one in child.history if _is_told_again(one, event)), event)
        child = evolve(child, history=[record for record in child.history if record is not event])
    child, calendar, profiles, today = asked_of(child, profile, calendar, asked, known_at=known_at, in_force=in_force)
    with_it = evolve(child, history=(*child.history, event))

    def is_new(trigger: Trigger, start: Start) -> bool:
        if isinstance(trigger, type):
            return start.record is event
        return all(other.at != start.at for other in trigger.starts(child))

    view = View(with_it, calendar, today, in_force, strict_starts=False, everything=True, wanted=is_new)
    duties: list[Line] = []
    bars: list[Line] = []
    for one in profiles:
        for clause in one.clauses:
            for demand in clause.demands:
                if isinstance(demand, Duty):
                    duties += duty_lines(view, demand, clause, one)
                elif isinstance(demand, Never) and isinstance(event, demand.act):
                    bars += [line for line in never_lines(view, demand, clause, one) if line.started == event.at]
    day = date.fromordinal(today.first_day)
    return Consequences(
        child.id, event.label, at, today, tuple(duties), tuple(bars), policies_used(profiles, with_it, day), LAW_AS_AT
    )


def _is_told_again(on_record: Record, event: Record) -> bool:
    """Whether an event is one that is on record already: of its kind, at its time, and saying nothing else."""
    if type(on_record) is not type(event) or _names_another(on_record.ref, event.ref):
        return False
    apart = ("ref", "about", "source", "entered", "end_entered")
    said = (
        (getattr(on_record, one.name), getattr(event, one.name)) for one in fields(type(event)) if one.name not in apart
    )
    return all(told is None or told == known for known, told in said)


def _names_another(known: str | None, told: str | None) -> bool:
    return known is not None and told is not None and known != told
