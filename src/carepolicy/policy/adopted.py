"""Knows how a school takes over the clauses of a template: under its own ids, with only what differs written again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import evolve, frozen

from carepolicy.errors import BadPolicy, Unfinished, UnknownName
from carepolicy.logic.condition import Condition
from carepolicy.policy.clauses import Clause
from carepolicy.policy.demands import Demand
from carepolicy.policy.profile import Profile
from carepolicy.policy.written import written


@frozen(repr=False)
class Differs:
    """What a school says otherwise in a clause that it takes over; what is None stays as it is in the template.

    Args:
        says: what the clause says, in one sentence of our own.
        actor: who must act, as roles.
        demands: what it demands instead.
        scope: whom each of its demands covers instead.
        notes: what its words leave unclear, instead of the template's.
        leaves_open: what no record decides; "" where nothing is left open any more.
    """

    says: str | None = None
    actor: tuple[str, ...] | None = None
    demands: tuple[Demand, ...] | None = None
    scope: Condition | None = None
    notes: tuple[str, ...] | None = None
    leaves_open: str | None = None

    def __repr__(self) -> str:
        return written("differs", [], self._given())

    def _given(self) -> dict[str, Any]:
        named = ("says", "actor", "demands", "scope", "notes", "leaves_open")
        return {name: getattr(self, name) for name in named if getattr(self, name) is not None}

    def applied_to(self, one: Clause) -> Clause:
        """A clause of the template as the school words it."""
        given = self._given()
        scope = given.pop("scope", None)
        found = evolve(one, **given)
        if scope is None:
            return found
        return evolve(found, demands=tuple(evolve(demand, scope=scope) for demand in found.demands))


def differs(
    says: str | None = None,
    *,
    actor: str | Iterable[str] | None = None,
    demands: Iterable[Demand] | None = None,
    scope: Condition | None = None,
    notes: Iterable[str] | None = None,
    leaves_open: str | None = None,
) -> Differs:
    """What differs in one clause that is taken over.

    Args:
        says: what the clause says instead.
        actor: who must act instead, as a role or several.
        demands: what it demands instead.
        scope: whom it covers instead.
        notes: what its words leave unclear, instead of the template's.
        leaves_open: what no record decides; "" where nothing is left open any more.

    >>> differs("A named governor links with the designated teacher.", actor="governing_body")
    differs(says='A named governor links with the designated teacher.', actor=('governing_body',))
    """
    return Differs(
        says,
        (actor,) if isinstance(actor, str) else None if actor is None else tuple(actor),
        None if demands is None else tuple(demands),
        scope,
        (notes,) if isinstance(notes, str) else None if notes is None else tuple(notes),
        leaves_open,
    )


def taken_over(
    template: Profile,
    *,
    prefix: str,
    instead_of: str,
    places: Mapping[str, str] | None = None,
    differing: Mapping[str, Differs] | None = None,
    adding: Mapping[str, Iterable[Clause]] | None = None,
    leaving_out: Iterable[str] = (),
) -> tuple[Clause, ...]:
    """The clauses of a template as a school adopts them, in order: under its own ids, with some that differ.

    Args:
        template: whose clauses they are.
        prefix: how the school's ids begin, such as "OFF-".
        instead_of: how the template's ids begin, such as "CAM-"; "" where every id is kept behind the prefix.
        places: where each clause stands in the school's own document, by the school's id; either all of those taken
            over or none.
        differing: what differs, by the school's id.
        adding: clauses that only the school has, by the school's id of the clause that they follow.
        leaving_out: the template's ids of the clauses that the school does not have.

    Raises:
        UnknownName: when one of these names a clause that is not there; the message lists the nearest.
        BadPolicy: when a clause of the template has another prefix, or has no place while others have one.
        Unfinished: when what differs is not written as `differs(...)`.

    >>> from carepolicy.law.looked_after import looked_after
    >>> from carepolicy.policy.clauses import clause
    >>> template = Profile("T", looked_after, [clause("T-1", "We care."), clause("T-2", "We wait.")])
    >>> [one.says for one in taken_over(template, prefix="S-", instead_of="T-", differing={"S-2": differs("We act.")})]
    ['We care.', 'We act.']
    """
    dropped = {template.clause(id).id for id in leaving_out}
    kept = [one for one in template.clauses if one.id not in dropped]
    foreign = [one.id for one in kept if not one.id.startswith(instead_of)]
    if foreign:
        raise BadPolicy(
            f"{template.name} has clauses whose ids do not begin with {instead_of!r}: {', '.join(foreign)}."
        )
    ours = {prefix + one.id.removeprefix(instead_of): one for one in kept}
    for name, given in (("differing", differing), ("adding", adding), ("places", places)):
        _must_be_there(name, given or {}, ours, template)
    unplaced = [id for id in ours if places and id not in places]
    if unplaced:
        raise BadPolicy(
            f"These clauses have no place in the school's document: {', '.join(unplaced)}. Add them to places."
        )
    return tuple(_in_order(ours, places or {}, differing or {}, adding or {}))


def _in_order(
    ours: Mapping[str, Clause],
    places: Mapping[str, str],
    differing: Mapping[str, Differs],
    adding: Mapping[str, Iterable[Clause]],
) -> Iterator[Clause]:
    for id, one in ours.items():
        other = differing.get(id, Differs())
        if not isinstance(other, Differs):
            raise Unfinished(f"{id}: what differs is written as differs(says=..., scope=...), and nothing else.")
        yield other.applied_to(evolve(one, id=id, locator=places.get(id, one.locator)))
        yield from adding.get(id, ())


def _must_be_there(name: str, given: Iterable[str], ours: Iterable[str], template: Profile) -> None:
    known = list(ours)
    for id in given:
        if id not in known:
            near = get_close_matches(id, known, n=3, cutoff=0.5)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise UnknownName(f"{name}: nothing called {id!r} is taken over from {template.name}.{hint}")
