"""Knows what is owed under several policies at once: by whom, grouped by act and occasion, strictest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from attrs import evolve, frozen

from carepolicy.assessment import Assessment, assess
from carepolicy.comparing.following import Reach, where_reach
from carepolicy.comparing.parts import BINDING
from carepolicy.conflicts import Conflict, conflicts_between
from carepolicy.errors import NotAskable
from carepolicy.facts import Child
from carepolicy.line import Line
from carepolicy.logic.where import Where
from carepolicy.policy import Arrangement, Binding, Clause, Duty, InPlace, Modality, Never, Profile
from carepolicy.profiles.england import ENGLAND
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant


@frozen(repr=False)
class BoundLine:
    """A line of an assessment, and whom it binds for this child.

    Args:
        line: the line.
        binding: whom its clause binds, and why not others.
    """

    line: Line
    binding: Binding

    def __repr__(self) -> str:
        return f"<BoundLine {self.line.clause}: {self.line.state.value}>"


@frozen(repr=False)
class Obligation:
    """One act on one occasion, with every clause that asks for it, bars it or says how it must be; the strictest first.

    Args:
        act: the act, as a noun phrase; for what rests on a person's word, what it is about.
        occasion: what it follows from, in time; None where it is asked for throughout.
        lines: what each clause says of it.
    """

    act: str
    occasion: Instant | None
    lines: tuple[BoundLine, ...]

    @property
    def is_asked_by_several(self) -> bool:
        """Whether more than one policy speaks to it."""
        return len({one.line.profile for one in self.lines}) > 1

    def __repr__(self) -> str:
        return f"<Obligation {self.act}: {', '.join(one.line.clause for one in self.lines)}>"


@frozen(repr=False)
class Together:
    """Everything that is owed under several policies at once, and where they pull apart for this child.

    Args:
        child: the child's identifier.
        on: the day or moment asked about.
        school: the policies of the school's side; where no sides were given, all of them.
        care: the policies of the side that cares for the child; where no sides were given, all of them.
        obligations: every act on every occasion, the soonest due first.
        conflicts: where policies pull apart that each have a line here, named with both sources.
        elsewhere: where they pull apart, but not on anything that is on record of this child now.
        assessment: the assessment from which it was made.
    """

    child: str
    on: Instant
    school: tuple[str, ...]
    care: tuple[str, ...]
    obligations: tuple[Obligation, ...]
    conflicts: tuple[Conflict, ...]
    elsewhere: tuple[Conflict, ...]
    assessment: Assessment

    def __repr__(self) -> str:
        return f"<Together of {self.child!r}: {len(self.obligations)} obligations, {len(self.conflicts)} conflicts>"


def together(
    child: Child,
    policies: Arrangement | Sequence[Profile],
    *,
    calendar: SchoolCalendar,
    on: date | datetime,
    known_at: date | None = None,
    everything: bool = False,
    conflicts: Sequence[Conflict] | None = None,
) -> Together:
    """What is owed to a child under several policies and the national floor: by whom, and where they pull apart.

    Every line of every policy is kept, the looser as well as the stricter, save of a clause that speaks only of another
    authority's own children: nothing is settled in silence. The order of the policies makes no difference.

    Args:
        child: what is on record.
        policies: an `Arrangement` of the school's policies and of those of the authority that cares for the child; or
            policies alone, all of which are then taken to bind everybody they name.
        calendar: the calendar of the school that the child attends.
        on: "today", as a day or a moment.
        known_at: the day whose knowledge is used.
        everything: whether lines closed before the current school year are there too.
        conflicts: what `conflicts_between(policies)` gives, for one who asks of many children; else it is worked out.

    Raises:
        NotAskable: when it is not given a child, policies and a calendar.
    """
    if not isinstance(policies, Arrangement):
        given = list(policies) if isinstance(policies, Iterable) else [policies]
        if not given or not all(isinstance(one, Profile) for one in given):
            raise NotAskable(
                "together(child, policies, ...) takes Arrangement(school=..., care=...), or a list of profiles."
            )
        policies = Arrangement(school=given, care=given)
    found = assess(child, list(policies), calendar=calendar, on=on, known_at=known_at, everything=everything)
    clauses = {(one.name, clause.id): clause for one in (*policies, ENGLAND) for clause in one.clauses}
    found_out = conflicts_between(policies) if conflicts is None else tuple(conflicts)
    if not all(isinstance(one, Conflict) for one in found_out):
        raise NotAskable("conflicts= takes what conflicts_between(...) gives for the same policies.")
    covering = [
        line for line in found.lines if policies.binding(line.profile, clauses[line.profile, line.clause]).covers
    ]
    found = evolve(found, lines=tuple(covering))  # what speaks of another authority's children is not about this one
    asked = {line.clause for line in covering if not line.wants_a_statement and not line.wants_a_list}
    return Together(
        child.id,
        found.on,
        tuple(sorted(one.name for one in policies.school)),
        tuple(sorted(one.name for one in policies.care)),
        tuple(_grouped(found.lines, clauses, policies)),
        tuple(one for one in found_out if one.is_between(asked)),
        tuple(one for one in found_out if not one.is_between(asked)),
        found,
    )


Key = tuple[object, ...]


def _grouped(lines: Iterable[Line], clauses: dict[tuple[str, str], Clause], policies: Arrangement) -> list[Obligation]:
    groups: dict[Key, list[Line]] = {}
    for line in lines:
        for key in _same_thing(line, clauses[line.profile, line.clause]):
            groups.setdefault(key, []).append(line)
    apart = ((key, one) for key, found in groups.items() for one in _of_one_kind(found, clauses))
    return sorted((_obligation(key, found, clauses, policies) for key, found in apart), key=_soonest)


def _of_one_kind(lines: Sequence[Line], clauses: dict[tuple[str, str], Clause]) -> list[list[Line]]:
    """The lines of one act parted by what must be written on it: the teacher's part of a plan is not the child's."""
    found: list[list[Line]] = []
    tests = {id(line): _where(clauses[line.profile, line.clause], line.demand) for line in lines}
    for line in sorted(lines, key=lambda line: (line.clause, line.demand, line.profile)):
        alike = [
            group
            for group in found
            if any(where_reach(tests[id(one)], tests[id(line)]) is not Reach.APART for one in group)
        ]
        found = [group for group in found if group not in alike]
        found.append([*(one for group in alike for one in group), line])
    return found


def _where(clause: Clause, demand: int) -> Where | None:
    found = clause.demands[demand]
    return found.where if isinstance(found, (Duty, Never)) else None


def _obligation(
    key: Key, found: Iterable[Line], clauses: dict[tuple[str, str], Clause], policies: Arrangement
) -> Obligation:
    def clause_of(line: Line) -> Clause:
        return clauses[line.profile, line.clause]

    lines = sorted(found, key=lambda line: _strictness(line, clause_of(line)))
    bound = tuple(BoundLine(line, policies.binding(line.profile, clause_of(line))) for line in lines)
    occasion = lines[0].started if key[0] == "act" else None
    act = str(key[1]).replace("_", " ") if key[0] == "stated" else _act(lines[0], clause_of(lines[0]))
    return Obligation(act, occasion, bound)


def _same_thing(line: Line, clause: Clause) -> list[Key]:
    """What makes two lines one obligation: one act on one occasion, one thing in place, one matter that is stated.

    What is stated of two matters stands under each.
    """
    demand = clause.demands[line.demand]
    if isinstance(demand, (Duty, Never)):
        return [("act", demand.act, line.started, line.opens)]
    if isinstance(demand, InPlace):
        return [("in place", demand.kind, repr(demand.where), repr(demand.once))]
    return [("stated", matter) for matter in clause.matter] or [("stated", clause.id)]


def _act(line: Line, clause: Clause) -> str:
    demand = clause.demands[line.demand]
    if isinstance(demand, (Duty, Never)):
        return demand.act.label
    assert isinstance(demand, InPlace)
    return demand.label


FIRMEST_FIRST = (Modality.BINDS, Modality.SHOULD, Modality.MAY, Modality.DECLARES, Modality.DESCRIBES)
_NEVER = 10**20


def _strictness(line: Line, clause: Clause) -> tuple[object, ...]:
    """The soonest due comes first, then what speaks more firmly, then what binds by more, then by id."""
    when = line.due.first.latest if line.due is not None and line.due.first is not None else _NEVER
    demand = clause.demands[line.demand]
    outright = isinstance(demand, Never) and demand.is_outright
    firm, strong = FIRMEST_FIRST.index(clause.modality), BINDING.index(clause.strength)
    return (when, not outright, firm, -strong, line.clause, line.demand)


def _soonest(obligation: Obligation) -> tuple[object, ...]:
    days = [one.line.due.first.latest for one in obligation.lines if one.line.due and one.line.due.first]
    first = obligation.lines[0].line
    return (min(days, default=_NEVER), first.started.first_day, first.clause, first.demand, obligation.act)
