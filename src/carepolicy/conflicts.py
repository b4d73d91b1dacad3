"""Knows where policies pull apart that are asked together: what is known of it, and what comparing them shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from carepolicy.comparing import How, differences
from carepolicy.comparing.parts import WHAT_IT_ASKS
from carepolicy.errors import NotAskable
from carepolicy.facts import Record
from carepolicy.policy import Clause, Duty, Modality, Never, Profile, Pull, Tension
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
    """

    profile: str
    clause: str
    says: str
    locator: str


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
    """

    situation: str
    pull: Pull
    sides: tuple[tuple[Cited, ...], ...]
    treatment: str
    stricter: tuple[str, ...]
    known: bool

    @property
    def clauses(self) -> frozenset[str]:
        """The ids of all the clauses in it."""
        return frozenset(cited.clause for side in self.sides for cited in side)

    def is_between(self, clauses: Iterable[str]) -> bool:
        """Whether some clauses stand on two sides of it.

        Args:
            clauses: their ids.
        """
        given = frozenset(clauses)
        return sum(any(cited.clause in given for cited in side) for side in self.sides) > 1

    def __repr__(self) -> str:
        return f"<Conflict {self.pull.value}: {self.situation}>"


def conflicts_between(profiles: Iterable[Profile], tensions: Iterable[Tension] = TENSIONS) -> tuple[Conflict, ...]:
    """Where policies pull apart when they are asked together: first what is known, then what comparing them shows.

    Each names the clauses on both sides with their sources. Nothing is left out because one side is the stricter. The
    order in which the policies are given makes no difference. Costs what comparing each two of them does.

    Args:
        profiles: the policies, or an `Arrangement` of them; the national floor is always among them.
        tensions: the situations that are known; another's may be added to `TENSIONS`.

    Raises:
        NotAskable: when something given is not a profile.

    >>> from carepolicy.profiles.oxfordshire import OXFORDSHIRE
    >>> from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
    >>> print(conflicts_between([STOKE_ON_TRENT, OXFORDSHIRE])[0].situation)
    permanent exclusion of a child whose own authority bars it
    """
    by_name = {one.name: one for one in (*_all_profiles(profiles), ENGLAND)}
    cited = _cited(by_name.values())
    known = list(_known_among(cited, tensions))
    local = sorted((one for name, one in by_name.items() if name != ENGLAND.name), key=lambda one: one.name)
    found = [
        conflict
        for one, other in combinations(local, 2)
        for conflict in _found(one, other, cited)
        if not any(_tells_of_it(tension, conflict) for tension in known)
    ]
    return (*known, *found)


def known_conflicts(profiles: Iterable[Profile], tensions: Iterable[Tension] = TENSIONS) -> tuple[Conflict, ...]:
    """Where policies are known to pull apart when they are asked together; this compares nothing, and costs little.

    Args:
        profiles: the policies, or an `Arrangement` of them; the national floor is always among them.
        tensions: the situations that are known.

    Raises:
        NotAskable: when something given is not a profile.
    """
    return tuple(_known_among(_cited((*_all_profiles(profiles), ENGLAND)), tensions))


def _all_profiles(given: Iterable[Profile]) -> list[Profile]:
    profiles = list(given)
    if all(isinstance(one, Profile) for one in profiles):
        return profiles
    raise NotAskable("Conflicts are sought between profiles, such as [STOKE_ON_TRENT, OXFORDSHIRE].")


def _cited(profiles: Iterable[Profile]) -> dict[str, Cited]:
    return {
        clause.id: Cited(profile.name, clause.id, clause.says, clause.locator)
        for profile in profiles
        for clause in profile.clauses
    }


def _known_among(cited: dict[str, Cited], tensions: Iterable[Tension]) -> Iterator[Conflict]:
    for tension in tensions:
        conflict = _known(tension, cited)
        if conflict is not None:
            yield conflict


def _known(tension: Tension, cited: dict[str, Cited]) -> Conflict | None:
    """A known situation, as far as its clauses are among those asked; None where they do not pull apart here."""
    sides = [tuple(cited[id] for id in side if id in cited) for side in tension.sides]
    if not tension.any_two and not sides[0]:
        return None
    there = tuple(side for side in sides if side)
    if len({one.profile for side in there for one in side}) < 2 or len(there) < 2:
        return None
    stricter = tuple(id for id in tension.stricter if id in cited)
    return Conflict(tension.situation, tension.pull, there, tension.treatment, stricter, known=True)


def _tells_of_it(known: Conflict, found: Conflict) -> bool:
    """Whether what comparing shows is told already, by clauses on both of its sides."""
    return all(any(cited.clause in known.clauses for cited in side) for side in found.sides)


def _found(one: Profile, other: Profile, cited: dict[str, Cited]) -> Iterator[Conflict]:
    """What two policies ask of the same act on the same occasion that is not the same."""
    yield from _asked_and_barred(one, other, cited)
    yield from _asked_and_barred(other, one, cited)
    for row in differences(one, other, on=None).rows:
        clauses = [[profile.clause(id) for id in ids] for profile, ids in ((one, row.here), (other, row.there))]
        if not row.act or row.how not in PULLS_APART or not all(any(map(_asks, side)) for side in clauses):
            continue
        if any(why.startswith(WHAT_IT_ASKS) for why in row.why):
            continue
        outright = [any(map(_bars_outright, side)) for side in clauses]
        stricter = {How.STRICTER: row.here, How.WEAKER: row.there}.get(row.how, ())
        sides = tuple(tuple(cited[clause.id] for clause in side) for side in clauses)
        pull = Pull.CLASH if outright[0] != outright[1] else Pull.BOTH
        yield Conflict(row.act, pull, sides, "; ".join(row.why), stricter, known=False)


PULLS_APART = (How.STRICTER, How.WEAKER, How.DIFFERENT_UNIT, How.DIFFERS)


def _asks(clause: Clause) -> bool:
    """Whether it asks for something: what only allows, declares or describes pulls against nothing."""
    return clause.modality in (Modality.BINDS, Modality.SHOULD) and bool(clause.demands)


def _bars_outright(clause: Clause) -> bool:
    return any(
        isinstance(demand, Never) and demand.unless is None and demand.unless_after is None and demand.where is None
        for demand in clause.demands
    )


def _asked_and_barred(one: Profile, other: Profile, cited: dict[str, Cited]) -> Iterator[Conflict]:
    """Acts that one policy asks for, and another bars, outright or save on conditions."""
    asked: dict[type[Record], list[Clause]] = {}
    for clause in filter(_asks, one.clauses):
        for demand in clause.demands:
            if isinstance(demand, Duty) and clause not in asked.setdefault(demand.act, []):
                asked[demand.act].append(clause)
    for act, asking in asked.items():
        barring = [
            clause
            for clause in filter(_asks, other.clauses)
            if any(isinstance(bar, Never) and not bar.of_every and bar.act is act for bar in clause.demands)
        ]
        if barring:
            outright = any(map(_bars_outright, barring))
            ids = [", ".join(clause.id for clause in side) for side in (asking, barring)]
            sides = tuple(tuple(cited[clause.id] for clause in side) for side in (asking, barring))
            how = "" if outright else ", save on conditions"
            told = f"{ids[0]} asks for the {act.label}, which {ids[1]} bars{how}"
            yield Conflict(act.label, Pull.CLASH if outright else Pull.BOTH, sides, told, (), known=False)
