"""Knows a policy: its clauses in its own order, whom it is about, and how it is read another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from attrs import evolve, field, frozen

from carepolicy.errors import BadPolicy, Unfinished, UnknownName
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Clock, Deadline, Reading
from carepolicy.policy.clauses import Clause
from carepolicy.policy.demands import Demand, Duty


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
        authority: the council whose document it is, or whose template it follows; "" where it is nobody's but its own.

    Raises:
        BadPolicy: when two clauses share an id.
        Unfinished: when it is not given whom it is about and a list of clauses.
    """

    name: str
    about: Condition = field(converter=_about)
    clauses: tuple[Clause, ...] = field(converter=_clauses)
    edition: str = field(default="", kw_only=True)
    calls: tuple[tuple[str, str], ...] = field(default=(), kw_only=True, converter=_names)
    authority: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        twice = sorted(id for id, times in Counter(one.id for one in self.clauses).items() if times > 1)
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
        authority = f", authority={self.authority!r}" if self.authority else ""
        return f"Profile({self.name!r}, {self.about!r}, {self.clauses!r}{edition}{calls}{authority})"


def _read_as(one: Clause, deadline: Deadline | Clock) -> Clause:
    def reread(demand: Demand) -> Demand:
        if not isinstance(demand, Duty) or not isinstance(demand.clock.deadline, Reading):
            return demand
        return evolve(demand, clock=demand.clock.choosing(deadline))

    if not any(one.readings()):
        raise BadPolicy(f"{one.id} leans on no reading, so there is none to choose.")
    return evolve(one, demands=tuple(reread(demand) for demand in one.demands))
