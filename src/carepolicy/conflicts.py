"""Knows where policies pull apart that are asked together: what is known of it, and what comparing them shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import combinations

from attrs import frozen

from carepolicy.comparing import How, differences
from carepolicy.comparing.following import Reach, reach_of, where_reach
from carepolicy.comparing.parts import WHAT_IT_ASKS
from carepolicy.errors import NotAskable
from carepolicy.facts import Record
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.policy import Arrangement, Binding, Clause, Duty, Modality, Never, Profile, Pull, Tension
from carepolicy.profiles.england import ENGLAND
from carepolicy.profiles.tensions import TENSIONS


@frozen
class Cited:
    """A clause that stands on one side of a conflict.

    Args:
        profile: whose policy.
        clause: the clause's id.
        says: the clause in one sentence.
        locator: where in its document it stands.
        not_bound: why it binds nobody here, or not all whom it names; "" where it does, or no sides were given.
    """

    profile: str
    clause: str
    says: str
    locator: str
    not_bound: str = ""


@frozen(repr=False)
class Conflict:
    """A place where policies that are asked together pull apart; it is named and never settled in silence.

    Args:
        situation: what it is about.
        pull: how they pull apart.
        sides: the clauses on each side, with their sources.
        treatment: which is the stricter and how they are to be treated, where that is known; or in what they differ.
        stricter: the ids of the clauses that ask for more; none where neither always does.
        known: whether it was known of these policies; otherwise laying them side by side showed it.
        any_two: whether any two sides pull apart; otherwise each of the others pulls against the first.
    """

    situation: str
    pull: Pull
    sides: tuple[tuple[Cited, ...], ...]
    treatment: str
    stricter: tuple[str, ...]
    known: bool
    any_two: bool = True

    @property
    def clauses(self) -> frozenset[str]:
        """The ids of all the clauses in it."""
        return frozenset(cited.clause for side in self.sides for cited in side)

    def is_between(self, clauses: Iterable[str]) -> bool:
        """Whether some clauses stand on two sides of it that pull apart.

        Args:
            clauses: their ids.
        """
        given = frozenset(clauses)
        there = [any(cited.clause in given for cited in side) for side in self.sides]
        return sum(there) > 1 and (self.any_two or there[0])

    def __repr__(self) -> str:
        return f"<Conflict {self.pull.value}: {self.situation}>"


def conflicts_between(
    profiles: Iterable[Profile], tensions: Iterable[Tension] = TENSIONS, *, on: date = LAW_AS_AT
) -> tuple[Conflict, ...]:
    """Where policies pull apart when they are asked together: first what is known, then what comparing them shows.

    Each names the clauses on both sides with their sources. Nothing is left out because one side is the stricter. Left
    out is what binds nobody on either side, where an arrangement says so, and what two documents of one authority say.
    The order in which the policies are given makes no difference. Costs what comparing each two of them does.

    Args:
        profiles: the policies, or an `Arrangement` of them; the national floor is always among them.
        tensions: the situations that are known; others may be added to `TENSIONS`.
        on: the day on which the clauses must be in force.

    Raises:
        NotAskable: when something given is not a profile, a tension or a day.

    >>> from carepolicy.profiles.oxfordshire import OXFORDSHIRE
    >>> from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
    >>> print(conflicts_between([STOKE_ON_TRENT, OXFORDSHIRE])[0].situation)
    permanent exclusion of a child whose own authority bars it
    """
    if isinstance(on, datetime) or not isinstance(on, date):
        raise NotAskable("on takes a day, such as date(2026, 3, 31).")
    asked = _asked(profiles, on)
    known = list(_known_among(asked, tensions))
    local = sorted((one for one in asked.profiles if one.name != ENGLAND.name), key=lambda one: one.name)
    found = [
        conflict
        for one, other in combinations(local, 2)
        if _authority(one) != _authority(other)
        for conflict in _found(one, other, asked, on)
        if not any(_tells_of_it(tension, conflict) for tension in known)
    ]
    return (*(conflict for conflict, _ in known), *filter(asked.bears_on_somebody, found))


def known_conflicts(profiles: Iterable[Profile], tensions: Iterable[Tension] = TENSIONS) -> tuple[Conflict, ...]:
    """Where policies are known to pull apart when they are asked together; this compares nothing, and costs little.

    Args:
        profiles: the policies, or an `Arrangement` of them; the national floor is always among them.
        tensions: the situations that are known.

    Raises:
        NotAskable: when something given is not a profile or a tension.
    """
    return tuple(conflict for conflict, _ in _known_among(_asked(profiles, LAW_AS_AT), tensions))


@frozen
class _Asked:
    """Policies that are asked together, with every clause of theirs that is in force, as it is cited."""

    profiles: tuple[Profile, ...]
    cited: Mapping[str, Cited]
    authorities: Mapping[str, str]
    taken_over: Mapping[str, tuple[str, ...]]
    bindings: Mapping[str, Binding]

    def known_as(self, id: str) -> Iterator[Cited]:
        """A clause of an id, and the clauses of those who took it over under ids of their own."""
        if id in self.cited:
            yield self.cited[id]
        yield from (self.cited[own] for own in self.taken_over.get(id, ()))

    def bears_on_somebody(self, conflict: Conflict) -> bool:
        """Whether a clause of a conflict binds somebody, and none speaks of another authority's children alone."""
        covering = [any(self.bindings[cited.clause].covers for cited in side) for side in conflict.sides]
        return any(self.bindings[id].binds for id in conflict.clauses) and sum(covering) > 1


def _asked(profiles: Iterable[Profile], on: date) -> _Asked:
    given = list(profiles) if isinstance(profiles, Iterable) else [profiles]
    if not all(isinstance(one, Profile) for one in given):
        raise NotAskable("Conflicts are sought between profiles, such as [STOKE_ON_TRENT, OXFORDSHIRE].")
    arrangement = profiles if isinstance(profiles, Arrangement) else None
    by_name = {one.name: one for one in (*given, ENGLAND)}
    cited: dict[str, Cited] = {}
    bindings: dict[str, Binding] = {}
    taken_over: dict[str, tuple[str, ...]] = {}
    for profile in by_name.values():
        for one in profile.clauses:
            if one.applies_on(on):
                bound = Binding(one.actor) if arrangement is None else arrangement.binding(profile.name, one)
                cited[one.id] = Cited(profile.name, one.id, one.says, one.locator, bound.why_not)
                bindings[one.id] = bound
                if one.taken_from:
                    taken_over[one.taken_from] = (*taken_over.get(one.taken_from, ()), one.id)
    authorities = {profile.name: _authority(profile) for profile in by_name.values()}
    return _Asked(tuple(by_name.values()), cited, authorities, taken_over, bindings)


def _authority(profile: Profile) -> str:
    return profile.authority or profile.name


def _known_among(asked: _Asked, tensions: Iterable[Tension]) -> Iterator[tuple[Conflict, Tension]]:
    for tension in tensions:
        if not isinstance(tension, Tension):
            raise NotAskable("What is known is given as tensions: (*TENSIONS, Tension(...)).")
        conflict = _known(tension, asked)
        if conflict is not None and asked.bears_on_somebody(conflict):
            yield conflict, tension


def _known(tension: Tension, asked: _Asked) -> Conflict | None:
    """A known situation, as far as its clauses are among those asked; None where they do not pull apart here."""

    def is_meant(id: str) -> bool:
        found = asked.cited.get(id)
        whose = tension.authorities
        return found is not None and (whose is None or asked.authorities[found.profile] in whose)

    def meant(ids: Iterable[str]) -> tuple[Cited, ...]:
        found = (one for id in ids for one in asked.known_as(id) if is_meant(one.clause))
        return tuple(dict.fromkeys(found))  # a clause that is named may be one that was taken over too

    sides = [meant(side) for side in tension.sides]
    if not tension.any_two and not sides[0]:
        return None
    there = tuple(side for side in sides if side)
    authorities = {asked.authorities[one.profile] for side in there for one in side}
    if len(there) < 2 or len(authorities) < 2:
        return None
    each = [said for said, side in zip(tension.of_each, sides, strict=False) if said and side]
    stricter = tuple(one.clause for one in meant(tension.stricter))
    treatment = " ".join([tension.treatment, *each])
    return Conflict(tension.situation, tension.pull, there, treatment, stricter, known=True, any_two=tension.any_two)


def _tells_of_it(known: tuple[Conflict, Tension], found: Conflict) -> bool:
    """Whether what comparing shows is told already: each clause of it stands in a known situation, on its two sides."""
    conflict, tension = known
    return not tension.is_general and found.clauses <= conflict.clauses and conflict.is_between(found.clauses)


# --- what comparing shows ---------------------------------------------------------------------------------------


PULLS_APART = (How.STRICTER, How.WEAKER, How.DIFFERENT_UNIT, How.DIFFERS)


def _found(one: Profile, other: Profile, asked: _Asked, on: date) -> Iterator[Conflict]:
    """What two policies ask of the same act on the same occasion that is not the same."""
    yield from _asked_and_barred(one, other, asked)
    yield from _asked_and_barred(other, one, asked)
    for row in differences(one, other, on=on).rows:
        clauses = [[profile.clause(id) for id in ids] for profile, ids in ((one, row.here), (other, row.there))]
        if not row.act or row.how not in PULLS_APART or not all(any(map(_asks, side)) for side in clauses):
            continue
        if any(why.startswith(WHAT_IT_ASKS) for why in row.why):
            continue
        outright = [any(map(_bars_outright, side)) for side in clauses]
        stricter = {How.STRICTER: row.here, How.WEAKER: row.there}.get(row.how, ())
        pull = Pull.CLASH if outright[0] != outright[1] else Pull.MORE if stricter else Pull.BOTH
        yield Conflict(row.act, pull, _sides(clauses, asked), "; ".join(row.why), stricter, known=False)


def _sides(clauses: Iterable[Iterable[Clause]], asked: _Asked) -> tuple[tuple[Cited, ...], ...]:
    return tuple(tuple(asked.cited[clause.id] for clause in side) for side in clauses)


def _asks(clause: Clause) -> bool:
    """Whether it asks for something: what only allows, declares or describes pulls against nothing."""
    return clause.modality in (Modality.BINDS, Modality.SHOULD) and bool(clause.demands)


def _bars_outright(clause: Clause) -> bool:
    return any(isinstance(demand, Never) and demand.is_outright for demand in clause.demands)


def _asked_and_barred(one: Profile, other: Profile, asked: _Asked) -> Iterator[Conflict]:
    """Acts that one policy asks for, and another bars, outright or save on conditions."""
    acts: dict[type[Record], list[tuple[Clause, Duty]]] = {}
    for clause in _in_force(one, asked):
        for demand in clause.demands:
            if isinstance(demand, Duty):
                acts.setdefault(demand.act, []).append((clause, demand))
    for act, duties in acts.items():
        pairs = [
            (asking, barring)
            for asking, duty in duties
            for barring in _in_force(other, asked)
            if any(_can_meet((duty, one), (bar, other)) for bar in barring.demands)
        ]
        if pairs:
            asking, barring = (list({each.id: each for each in side}.values()) for side in zip(*pairs, strict=True))
            outright = any(map(_bars_outright, barring))
            ids = [", ".join(clause.id for clause in side) for side in (asking, barring)]
            how = "outright" if outright else "save on conditions"
            told = f"{act.label}: asked for by {ids[0]}, and barred {how} by {ids[1]}"
            pull = Pull.CLASH if outright else Pull.BOTH
            yield Conflict(act.label, pull, _sides((asking, barring), asked), told, (), known=False)


def _in_force(profile: Profile, asked: _Asked) -> Iterator[Clause]:
    return (one for one in profile.clauses if one.id in asked.cited and _asks(one))


def _can_meet(asking: tuple[Duty, Profile], barring: tuple[object, Profile]) -> bool:
    """Whether an act that a duty asks for may be one that a prohibition bars, and of the same child."""
    (duty, one), (bar, other) = asking, barring
    if not isinstance(bar, Never) or bar.of_every or bar.act is not duty.act:
        return False
    covered = [policy.about if scope is None else scope for scope, policy in ((duty.scope, one), (bar.scope, other))]
    return where_reach(duty.where, bar.where) is not Reach.APART and reach_of(*covered) is not Reach.APART


def over_an_act(
    act: str, spoken: Iterable[Cited], forbidden: Sequence[Cited], known: Iterable[Conflict]
) -> tuple[Conflict, ...]:
    """Where policies pull apart over one act: what is known of it, or else that one forbids what another does not.

    Args:
        act: the act, as a noun phrase.
        spoken: the clauses that speak to it.
        forbidden: those of them that forbid it outright, whatever is done first.
        known: where the policies are known to pull apart.
    """
    about = list(dict.fromkeys(spoken))
    ids = {cited.clause for cited in about}
    others = [cited for cited in about if cited.profile not in {one.profile for one in forbidden}]
    about_it = tuple(one for one in known if one.clauses & ids)
    if not forbidden or not others or any(one.is_between(ids) for one in about_it):
        return about_it
    sides = tuple(forbidden), tuple(others)
    told = [", ".join(cited.clause for cited in side) for side in sides]
    says = f"forbidden by {told[0]}, and not by {told[1]}"
    stricter = tuple(cited.clause for cited in forbidden)
    return (*about_it, Conflict(act, Pull.CLASH, sides, says, stricter, known=False))
