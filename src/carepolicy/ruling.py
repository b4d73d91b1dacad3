"""Knows whether an act towards a child is allowed: forbidden, allowed if, allowed, or not to be told, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import NoReturn

from attrs import evolve, frozen

from carepolicy.assessment import PolicyUsed, asked_of, policies_used
from carepolicy.conflicts import Cited, Conflict, known_conflicts, over_an_act
from carepolicy.errors import NotAskable, NotTwoValued
from carepolicy.facts import (
    AlternativeProvisionStarted,
    ApplicationRefused,
    Child,
    Happening,
    InformationShared,
    ManagedMove,
    ParentInvolved,
    PartTimeTimetable,
    PermanentlyExcluded,
    PremiumSpent,
    SentHomeUnrecorded,
    Suspended,
    TakenOffRoll,
    TransferredInYear,
    VirtualSchoolContacted,
)
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.line import Line, State
from carepolicy.logic.deadline import told_as
from carepolicy.policy import Arrangement, Clause, Duty, Kind, Never, Profile
from carepolicy.profiles.england import ENGLAND
from carepolicy.standing import Bar, View, bars_on, duty_lines
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant

ACTIONS: Mapping[str, type[Happening]] = {
    "suspend": Suspended,
    "exclude permanently": PermanentlyExcluded,
    "part-time timetable": PartTimeTimetable,
    "take off roll": TakenOffRoll,
    "in-year transfer": TransferredInYear,
    "refuse admission": ApplicationRefused,
    "alternative provision": AlternativeProvisionStarted,
    "managed move": ManagedMove,
    "send home unrecorded": SentHomeUnrecorded,
    "share information": InformationShared,
    "spend pupil premium plus": PremiumSpent,
    "involve a parent": ParentInvolved,
    "contact the virtual school": VirtualSchoolContacted,
}
"""What a school may ask whether it may do, and the kind of record that doing it makes."""


class Answer(Enum):
    """Whether an act is allowed; it never stands for a yes or a no on its own."""

    FORBIDDEN = "forbidden"
    CANNOT_TELL = "cannot tell"
    ALLOWED_IF = "allowed if"
    ALLOWED = "allowed"

    def __bool__(self) -> NoReturn:
        raise NotTwoValued(
            f"A ruling of {self.value!r} has no yes-or-no value. Compare it: ruling.answer is Answer.ALLOWED."
        )


STRICTEST_FIRST = tuple(Answer)
"""One clause that forbids is enough; what cannot be told outweighs what is allowed on a condition."""


@frozen(repr=False)
class Ground:
    """What one clause says of the act.

    Args:
        profile: whose policy.
        clause: the clause's id.
        says: the clause in one sentence.
        locator: where it stands.
        strength: how far it binds.
        answer: what it says of the act.
        because: what speaks against the act, or for it, as phrases; nothing where the clause bars it whatever happens.
        only_if: what would have to be so for the clause to allow it; nothing where it never does.
        missing: what would settle it, where it cannot be told.
        caveats: how the clause is read.
        not_bound: why it does not bind the school, where a child of one authority goes to school in another that has
            not adopted its policy; "" where it does.
    """

    profile: str
    clause: str
    says: str
    locator: str
    strength: str
    answer: Answer
    because: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    not_bound: str = ""

    def __repr__(self) -> str:
        return f"<Ground {self.clause}: {self.answer.value}>"


@frozen
class Instead:
    """What a policy asks for in place of an act.

    Args:
        clause: the clause's id.
        says: what it says.
        actor: who must act, as roles.
        may_only: whether it only allows it, and does not ask for it.
        not_bound: why it does not bind the school; "" where it does.
    """

    clause: str
    says: str
    actor: tuple[str, ...] = ()
    may_only: bool = False
    not_bound: str = ""


@frozen(repr=False)
class Ruling:
    """Whether an act towards a child is allowed on a day, under some policies and the national floor.

    Args:
        child: the child's identifier.
        act: the act, as a noun phrase.
        on: the day or moment.
        answer: forbidden, cannot tell, allowed if, or allowed; the strictest that any clause gives.
        grounds: what each clause that speaks to the act says, in the order of the policies.
        instead: what the policies ask for in its place, where it is not plainly allowed.
        profiles: the policies.
        law_as_at: the day to which the law was checked.
        conflicts: where the policies pull apart over the act, named with both sources.
    """

    child: str
    act: str
    on: Instant
    answer: Answer
    grounds: tuple[Ground, ...]
    instead: tuple[Instead, ...]
    profiles: tuple[PolicyUsed, ...]
    law_as_at: date
    conflicts: tuple[Conflict, ...] = ()

    @property
    def for_the_school(self) -> Answer:
        """The strictest answer of the clauses that bind the school, and of the national floor."""
        return _strictest(ground for ground in self.grounds if not ground.not_bound)

    @property
    def deciding(self) -> tuple[Ground, ...]:
        """The grounds on which the answer rests."""
        return tuple(ground for ground in self.grounds if ground.answer is self.answer)

    def __bool__(self) -> NoReturn:
        raise NotTwoValued(
            f"A ruling of {self.answer.value!r} has no yes-or-no value. Compare it: ruling.answer is Answer.ALLOWED."
        )

    def __repr__(self) -> str:
        return f"<Ruling on {self.act!r} for {self.child!r}: {self.answer.value}>"


def rule_on(
    action: str | type[Happening] | Happening,
    child: Child,
    profile: Profile | Iterable[Profile],
    *,
    calendar: SchoolCalendar,
    on: date | datetime | None = None,
    known_at: date | None = None,
    in_force: date | None = None,
) -> Ruling:
    """Whether an act is forbidden, allowed if, allowed, or not to be told, with clauses and what to do instead.

    "Allowed" says that nothing in these policies or in the national floor, as far as it is encoded, bars the act; it is
    no advice to do it. Costs less than an assessment.

    Args:
        action: one of `ACTIONS`; the kind of record that the act makes; or the record itself as it is proposed, with
            what is known of it, such as `PartTimeTimetable(at=on, agreed=True)`.
        child: what is on record.
        profile: the policy, or several; or an `Arrangement`, where a child of one authority goes to school in another.
        calendar: the school's calendar.
        on: the day or moment of the act, which is the one asked about; not needed with a record, which carries its own.
        known_at: the day whose knowledge is used.
        in_force: the day whose law is applied, instead of the day of the act.

    Raises:
        NotAskable: when the action is none of these, or something else is not what it should be.
    """
    act = _proposed(action, on)
    child, calendar, profiles, today = asked_of(child, profile, calendar, act.at, known_at=known_at, in_force=in_force)
    done = child if any(record is act for record in child.history) else evolve(child, history=(*child.history, act))
    view = View(done, calendar, today, in_force, False, True, lambda _, start: start.record is act)
    grounds: list[Ground] = []
    for one in profiles:
        for clause in one.clauses:
            found = [_of_bar(clause, one, demand, bar, act) for demand, bar in bars_on(view, act, clause, one)]
            found += _of_what_comes_first(clause, one, act, view)
            if found and isinstance(profile, Arrangement):
                binding = profile.binding(one.name, clause)
                found = [evolve(ground, not_bound=binding.why_not_the_school) for ground in found if binding.covers]
            grounds += found
    answer = _strictest(grounds)
    day = date.fromordinal(today.first_day)
    used = policies_used(profiles, child, day)
    instead = () if answer is Answer.ALLOWED else tuple(_instead(profiles, act, view, today, profile))
    conflicts = _conflicts_over(act, grounds, profile, profiles)
    return Ruling(child.id, act.label, act.at, answer, tuple(grounds), instead, used, LAW_AS_AT, conflicts)


def _strictest(grounds: Iterable[Ground]) -> Answer:
    return min((ground.answer for ground in grounds), key=STRICTEST_FIRST.index, default=Answer.ALLOWED)


def _conflicts_over(
    act: Happening, grounds: Sequence[Ground], given: Profile | Iterable[Profile], profiles: Sequence[Profile]
) -> tuple[Conflict, ...]:
    """Where the policies pull apart over an act; what a policy bars and the law lets stand is no conflict of theirs."""
    local = [ground for ground in grounds if ground.profile != ENGLAND.name]
    outright = (ground for ground in local if ground.answer is Answer.FORBIDDEN and not ground.only_if)
    forbidden = list(dict.fromkeys(map(_cited, outright)))
    known = known_conflicts(given if isinstance(given, Arrangement) else profiles)
    return over_an_act(act.label, map(_cited, local), forbidden, known)


def _cited(ground: Ground) -> Cited:
    return Cited(ground.profile, ground.clause, ground.says, ground.locator, ground.not_bound)


def _proposed(action: str | type[Happening] | Happening, on: date | datetime | None) -> Happening:
    if isinstance(action, Happening):
        if on is not None and Instant.of(on).on_same_day(action.at).fails:
            raise NotAskable("A proposed record carries its own day. Leave on= out, or give the same day.")
        return action
    if on is None:
        raise NotAskable("rule_on(...) needs the day of the act: on=date(2026, 3, 12).")
    kind = ACTIONS.get(action) if isinstance(action, str) else action
    if not (isinstance(kind, type) and issubclass(kind, Happening)):
        raise NotAskable(f"There is no such action. There are: {', '.join(ACTIONS)}; or give a kind of record.")
    try:
        return kind(at=Instant.of(on))
    except TypeError:
        raise NotAskable(
            f"{kind.__name__} needs more than its day. Give the record as it is proposed: {kind.__name__}(at=..., ...)."
        ) from None


def _of_bar(clause: Clause, profile: Profile, demand: Never, bar: Bar, act: Happening) -> Ground:
    answer = {State.MET: Answer.ALLOWED, State.BREACH: Answer.FORBIDDEN}.get(bar.state, Answer.CANNOT_TELL)
    another_sort = bar.covered.holds and bar.meant.unknown and bar.allowed.fails
    if bar.allowed.unknown or another_sort:  # what would make it allowed does so whatever else is not known
        answer = Answer.ALLOWED_IF
    return _ground(
        clause, profile, answer,
        because=_because(demand, bar, act),
        only_if=tuple(_conditions(demand, act, another_sort=another_sort)),
        missing=() if answer in (Answer.ALLOWED, Answer.FORBIDDEN) else bar.missing,
    )  # fmt: skip


def _because(demand: Never, bar: Bar, act: Happening) -> tuple[str, ...]:
    """What about the act as it is proposed decides it."""
    if bar.meant.fails and demand.where is not None:
        return (f"not {demand.where.words}",)
    meant = (demand.where.words,) if bar.meant.holds and demand.where is not None else ()
    return (*meant, *(() if demand.unless is None else demand.unless.fails_for(act)))


def _conditions(demand: Never, act: Happening, *, another_sort: bool) -> Iterator[str]:
    """What would make the act allowed, each as a phrase; what is so already is left out."""
    if another_sort and demand.where is not None:
        yield f"not {demand.where.words}"
    if demand.unless is not None:
        yield from (part.words for part in demand.unless.every_part if not part.test(act).holds)
    if demand.unless_after is not None:
        since = "" if demand.since is None else f" since {told_as(demand.since)}"
        yield f"after {told_as(demand.unless_after)}{since}"


def _of_what_comes_first(clause: Clause, profile: Profile, act: Happening, with_it: View) -> Iterator[Ground]:
    """What a clause asks to be done before the act: where it is a precondition of one's own act, it bars it."""
    if clause.kind is not Kind.PRECONDITION or not isinstance(act, tuple(ACTIONS.values())):
        return
    for demand in clause.demands:
        if not isinstance(demand, Duty) or not demand.clock.deadline.comes_before:
            continue
        if not any(isinstance(kind, type) and isinstance(act, kind) for kind in demand.clock.triggers):
            continue
        for line in duty_lines(with_it, demand, clause, profile):
            yield _ground(
                clause, profile, _of_line(line), only_if=(f"after {demand.act.label}",), missing=line.missing
            )  # fmt: skip


def _of_line(line: Line) -> Answer:
    if line.state is State.MET:
        return Answer.ALLOWED
    return Answer.FORBIDDEN if line.state in (State.OVERDUE, State.LATE) else Answer.ALLOWED_IF


def _ground(
    clause: Clause,
    profile: Profile,
    answer: Answer,
    *,
    because: tuple[str, ...] = (),
    only_if: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
) -> Ground:
    return Ground(
        profile.name,
        clause.id,
        clause.says,
        clause.locator,
        clause.strength.value,
        answer,
        because,
        () if answer is Answer.ALLOWED else only_if,
        missing,
        clause.notes,
    )


def _instead(
    profiles: Iterable[Profile], act: Happening, view: View, today: Instant, given: Profile | Iterable[Profile]
) -> Iterator[Instead]:
    for profile in profiles:
        if view.in_scope(profile.about, today).fails:
            continue
        for clause in profile.clauses:
            if any(isinstance(act, kind) for kind in clause.instead_of):
                not_bound = ""
                if isinstance(given, Arrangement):
                    not_bound = given.binding(profile.name, clause).why_not_the_school
                yield Instead(clause.id, clause.says, clause.actor, may_only=clause.only_allows, not_bound=not_bound)
