"""Knows how a school takes over the clauses of a template: under its own ids, with only what differs written again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from operator import is_
from typing import Any

from attrs import evolve, fields, frozen

from carepolicy.errors import BadPolicy, Unfinished, UnknownName
from carepolicy.logic.condition import Condition
from carepolicy.logic.renaming import Renaming
from carepolicy.policy.clauses import Clause, Kind, Modality, clause
from carepolicy.policy.demands import Demand, Duty, covers
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
        matter: what it is about, as keys.
        defines: the condition whose meaning it fixes.
        weaker_than: the national rule that asks for more; "" where there is none any more.
        kind: what sort of clause it is.
        modality: how firmly it speaks.
    """

    says: str | None = None
    actor: tuple[str, ...] | None = None
    demands: tuple[Demand, ...] | None = None
    scope: Condition | None = None
    notes: tuple[str, ...] | None = None
    leaves_open: str | None = None
    matter: tuple[str, ...] | None = None
    defines: Condition | None = None
    weaker_than: str | None = None
    kind: Kind | None = None
    modality: Modality | None = None

    def __repr__(self) -> str:
        return written("differs", [], self._given())

    def _given(self) -> dict[str, Any]:
        values = ((one.name, getattr(self, one.name)) for one in fields(Differs))
        return {name: value for name, value in values if value is not None}

    def applied_to(self, one: Clause) -> Clause:
        """A clause of the template as the school words it.

        Raises:
            Unfinished: when the clause that comes of it is none that can be written, or has nothing to cover.
        """
        given = self._given()
        if not given:
            return one
        scope = given.pop("scope", None)
        found = evolve(one, **given)
        if scope is not None:
            if not found.demands:
                raise Unfinished(f"{one.id} demands nothing, so that there is nothing to cover. Leave its scope out.")
            found = evolve(found, demands=tuple(evolve(demand, scope=scope) for demand in found.demands))
        parts = {part.name: getattr(found, part.name) for part in fields(Clause)}
        id, says, demands = (parts.pop(name) for name in ("id", "says", "demands"))
        return clause(id, says, *demands, **parts)  # which refuses what no clause can be


def differs(
    says: str | None = None,
    *,
    actor: str | Iterable[str] | None = None,
    demands: Iterable[Demand] | None = None,
    scope: Condition | None = None,
    notes: Iterable[str] | None = None,
    leaves_open: str | None = None,
    matter: str | Iterable[str] | None = None,
    defines: Condition | None = None,
    weaker_than: str | None = None,
    kind: Kind | None = None,
    modality: Modality | None = None,
) -> Differs:
    """What differs in one clause that is taken over; what is not given stays as the template has it, demands too.

    Args:
        says: what the clause says instead.
        actor: who must act instead, as a role or several.
        demands: what it demands instead.
        scope: whom it covers instead.
        notes: what its words leave unclear, instead of the template's.
        leaves_open: what no record decides; "" where nothing is left open any more.
        matter: what it is about instead, as a key or several.
        defines: the condition whose meaning it fixes instead.
        weaker_than: the national rule that asks for more; "" where there is none any more.
        kind: what sort of clause it is instead.
        modality: how firmly it speaks instead.

    Raises:
        Unfinished: when a part is not what it should be.

    >>> differs("A named governor links with the designated teacher.", actor="governing_body")
    differs(says='A named governor links with the designated teacher.', actor=('governing_body',))
    """
    if says is not None and not (isinstance(says, str) and says.strip()):
        raise Unfinished("says takes what the clause says, in one sentence. Give one, or leave it out.")
    actors = _several(actor)
    if actors is not None and not (actors and all(isinstance(role, str) and role for role in actors)):
        raise Unfinished('actor takes who must act, as a role or several, such as "headteacher".')
    for name, given, sort in (("kind", kind, Kind), ("modality", modality, Modality)):
        if given is not None and not isinstance(given, sort):
            raise Unfinished(f"{name} takes one of {', '.join(map(str, sort))}.")
    if defines is not None and not isinstance(defines, Condition):
        raise Unfinished("defines takes the condition whose meaning is fixed, such as looked_after.")
    return Differs(
        says,
        actors,
        _demands(demands),
        covers(scope),
        _several(notes),
        leaves_open,
        _several(matter),
        defines,
        weaker_than,
        kind,
        modality,
    )


def _several(given: str | Iterable[str] | None) -> tuple[str, ...] | None:
    return (given,) if isinstance(given, str) else None if given is None else tuple(given)


def _demands(given: Iterable[Demand] | None) -> tuple[Demand, ...] | None:
    if given is None:
        return None
    found = tuple(given) if isinstance(given, Iterable) else ()
    if not isinstance(given, Iterable) or not all(isinstance(one, Demand) for one in found):
        raise Unfinished(
            "demands takes a list of duty(...), never(...), every(...), in_place(...) or stated_by(...): "
            'demands=[stated_by("headteacher")].'
        )
    return found


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
        Unfinished: when what differs is not written as `differs(...)`, covers somebody where nothing is demanded, or
            what is added is no list of clauses.

    The rules by which its conditions go get the school's ids too, so that a reason never cites the template.

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
    for id, added in (adding or {}).items():
        if not isinstance(added, (list, tuple)) or not all(isinstance(one, Clause) for one in added):
            raise Unfinished(f"adding: {id} takes a list of clauses: {{{id!r}: [clause(...)]}}.")
    new_ids = {one.id: id for id, one in ours.items()}
    renaming = Renaming(lambda old: new_ids.get(old, old))
    return tuple(
        _under_its_own_ids(one, renaming) for one in _in_order(ours, places or {}, differing or {}, adding or {})
    )


def _under_its_own_ids(one: Clause, renaming: Renaming) -> Clause:
    defines = None if one.defines is None else renaming.condition(one.defines)
    demands = tuple(_renamed(demand, renaming) for demand in one.demands)
    same = defines is one.defines and all(map(is_, demands, one.demands))
    return one if same else evolve(one, defines=defines, demands=demands)


def _renamed(demand: Demand, renaming: Renaming) -> Demand:
    found = demand
    if demand.scope is not None:
        scope = renaming.condition(demand.scope)
        found = demand if scope is demand.scope else evolve(demand, scope=scope)
    if isinstance(found, Duty):
        clock = renaming.clock(found.clock)
        found = found if clock == found.clock else evolve(found, clock=clock)
    return found


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
        yield other.applied_to(evolve(one, id=id, locator=places.get(id, one.locator), taken_from=one.id))
        yield from adding.get(id, ())


def _must_be_there(name: str, given: Iterable[str], ours: Iterable[str], template: Profile) -> None:
    known = list(ours)
    for id in given:
        if id not in known:
            near = get_close_matches(id, known, n=3, cutoff=0.5)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise UnknownName(f"{name}: nothing called {id!r} is taken over from {template.name}.{hint}")
