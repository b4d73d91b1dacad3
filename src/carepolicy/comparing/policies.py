"""Knows how two policies, or two editions of one, lie side by side: in both, only here, stricter, weaker, silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, datetime
from itertools import product, zip_longest

from attrs import evolve, frozen

from carepolicy.comparing.following import Reach, where_reach
from carepolicy.comparing.parts import Asked, How, Result, asks_something_else, compared, readings_told
from carepolicy.errors import NotAskable
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.policy import Duty, InPlace, Never, Profile, Statement
from carepolicy.time.calendar import SchoolCalendar

NOT_MATCHED_BY = frozenset({"define_term", "set_scope", "incorporate_document", "flag_source_outdated"})
"""Matters that clauses about quite different things share, so that they match nothing."""


@frozen(repr=False)
class Compared:
    """One thing that two policies ask, or that one of them asks and the other does not.

    Args:
        matter: what it is about, as a key that all policies share; "" where no clause names any.
        act: what is asked, as a noun phrase; "" where it is a person's word, or nothing that can be checked.
        here: the ids of the clauses of the first that ask it.
        there: the ids of the clauses of the second.
        how: how the first lies to the second.
        why: what they differ in, part by part, and what else bears on it.
        here_says: what each clause of the first says.
        there_says: what each clause of the second says.
    """

    matter: str
    act: str
    here: tuple[str, ...]
    there: tuple[str, ...]
    how: How
    why: tuple[str, ...] = ()
    here_says: tuple[str, ...] = ()
    there_says: tuple[str, ...] = ()

    def __repr__(self) -> str:
        here, there = (", ".join(side) or "nothing" for side in (self.here, self.there))
        return f"<Compared {here} with {there}: {self.how.value}>"


@frozen(repr=False)
class PolicyComparison:
    """How two policies differ; everything is told of the first.

    Args:
        one: the name of the first.
        other: the name of the second.
        one_edition: which edition the first is, as it dates itself.
        other_edition: which edition the second is.
        on: the day on which the clauses that were compared are in force; None compares them all.
        rows: one for each thing asked, in the order of the first, and then what only the second asks, in its own.
        counted_on: the edition of the calendar on which deadlines whose units differ were counted; "" for none.
        calls: the statuses that the two call by different local names, each with both names.
    """

    one: str
    other: str
    one_edition: str
    other_edition: str
    on: date | None
    rows: tuple[Compared, ...]
    counted_on: str = ""
    calls: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[Compared, ...]:
        """The rows in which the two are not alike, be it only in something that is told and not weighed."""
        return tuple(row for row in self.rows if row.how is not How.SAME or row.why)

    def that_are(self, *hows: How) -> tuple[Compared, ...]:
        """The rows of some kinds.

        Args:
            hows: which, such as `How.STRICTER`.
        """
        return tuple(row for row in self.rows if row.how in hows)

    def __repr__(self) -> str:
        return f"<PolicyComparison of {self.one} with {self.other}: {len(self.differences)} of {len(self.rows)} differ>"


def differences(
    one: Profile, other: Profile, *, calendar: SchoolCalendar | None = None, on: date | None = LAW_AS_AT
) -> PolicyComparison:
    """How two policies, or two editions of one, differ: what both ask, and which of them asks for more.

    What is asked is matched thing by thing. Clauses of one id in two policies of one name are laid side by side first.
    Then duties by their act, what starts the clock and what proves them; bans by their act; what is in place by its
    kind; what rests on a person's word by the matter of its clause, and so what is left of matters in which nothing
    was found that both ask. Sentences in different words are left for a reader, or differ where nobody must act in
    both. Costs the product of the two numbers of demands.

    Args:
        one: the first, of which everything is told.
        other: the second.
        calendar: a school's calendar, on every day of which two deadlines are counted whose units do not convert.
        on: the day on which the clauses must be in force; None compares those of all times.

    Raises:
        NotAskable: when it is not given two profiles, or the calendar or the day is none.

    >>> from carepolicy.facts import JoinedSchool, PepCompleted
    >>> from carepolicy.law.looked_after import looked_after
    >>> from carepolicy.logic.deadline import within
    >>> from carepolicy.policy import clause, duty
    >>> from carepolicy.time.spans import SCHOOL_DAYS
    >>> def policy(days):
    ...     by = within(days, SCHOOL_DAYS).of(JoinedSchool)
    ...     return Profile("Hill Top", looked_after, [clause("P-1", "A PEP is made.", duty(PepCompleted, by))])
    >>> print(*differences(policy(15), policy(20)).rows[0].why)
    by when: 15 school days, against 20 school days (stricter)
    """
    check_day(on)
    if not isinstance(one, Profile) or not isinstance(other, Profile):
        raise NotAskable("differences(one, other) takes two profiles. Give two, such as STOKE_ON_TRENT and ENGLAND.")
    if calendar is not None and not isinstance(calendar, SchoolCalendar):
        raise NotAskable(f"calendar= takes a SchoolCalendar; it was given a {type(calendar).__name__}.")
    rows = _in_order(list(_rows(one, other, calendar, on)), one, other)
    editions = one.edition, other.edition
    counted_on = "" if calendar is None else calendar.edition
    return PolicyComparison(one.name, other.name, *editions, on, tuple(rows), counted_on, tuple(_called(one, other)))


def _called(one: Profile, other: Profile) -> Iterator[str]:
    """The local names of statuses in which two policies differ."""
    first, second = dict(one.calls), dict(other.calls)
    for status in dict.fromkeys((*first, *second)):
        if first.get(status) != second.get(status):
            here, there = (calls.get(status) or "no name of its own" for calls in (first, second))
            yield f"{status.replace('_', ' ')}: {here}, against {there}"


def check_day(on: date | None) -> None:
    """Refuses what is no day on which clauses can be in force, and not None either.

    Args:
        on: what was given.

    Raises:
        NotAskable: when it is neither a date nor None.
    """
    if on is None or (isinstance(on, date) and not isinstance(on, datetime)):
        return
    raise NotAskable(
        "on= takes a date, such as date(2026, 3, 31), or None for the clauses of all times; "
        f"it was given a {type(on).__name__}."
    )


Pairing = tuple[list[Asked], list[Asked]]
"""What one policy asks that belongs together with what another asks."""


def _rows(one: Profile, other: Profile, calendar: SchoolCalendar | None, on: date | None) -> Iterator[Compared]:
    left: Pairing = (list(_asked(one, on)), list(_asked(other, on)))
    if one.name == other.name:
        pairs, left = _by_id(*left)
        yield from (_row(pair, calendar) for pair in pairs)
    pairs, left = _by_what_is_asked(*(_bans_together(side) for side in left))
    yield from (_row(pair, calendar) for pair in pairs)
    pairs, left = _by_matter(*left, _settled(pairs))
    yield from (_row(pair, calendar) for pair in pairs)
    for side, how in zip(left, (How.ONLY_HERE, How.SILENT), strict=True):
        yield from _alone(side, how)


def _asked(profile: Profile, on: date | None) -> Iterator[Asked]:
    for clause in profile.clauses:
        if on is None or clause.applies_on(on):
            if not clause.demands:
                yield Asked((clause,), (), profile.about)
            for demand in clause.demands:
                yield Asked((clause,), (demand,), profile.about)


# --- what belongs together ------------------------------------------------------------------------------------


def _by_id(here: list[Asked], there: list[Asked]) -> tuple[list[Pairing], Pairing]:
    """Clauses of one id, each of whose demands is laid beside one of the other's; what is over stands alone."""
    pairs: list[Pairing] = []
    left: Pairing = ([], [])
    ids = dict.fromkeys(asked.ids[0] for asked in (*here, *there))
    for id in ids:
        mine, theirs = (_bans_together(asked for asked in side if asked.ids[0] == id) for side in (here, there))
        if not mine or not theirs:
            left[0].extend(mine)
            left[1].extend(theirs)
            continue
        found, over = _by_what_is_asked(mine, theirs)
        pairs += found
        alike, over = _in_turn(over, _sort)
        pairs += alike
        rest, over = _in_turn(over)
        pairs += rest
        pairs += [([asked], []) for asked in over[0]] + [([], [asked]) for asked in over[1]]
    return pairs, left


def _sort(asked: Asked) -> object:
    return type(asked.demand)


def _all_alike(_: Asked) -> object:
    return None


def _in_turn(over: Pairing, kind: Callable[[Asked], object] = _all_alike) -> tuple[list[Pairing], Pairing]:
    """What is left of two clauses of one id, laid side by side in its order for each kind."""
    pairs: list[Pairing] = []
    left: Pairing = ([], [])
    for each in dict.fromkeys(kind(asked) for side in over for asked in side):
        for mine, theirs in zip_longest(*([asked for asked in side if kind(asked) == each] for side in over)):
            if mine is not None and theirs is not None:
                pairs.append(([mine], [theirs]))
            else:
                left[0].extend([] if mine is None else [mine])
                left[1].extend([] if theirs is None else [theirs])
    return pairs, left


def _by_what_is_asked(here: list[Asked], there: list[Asked]) -> tuple[list[Pairing], Pairing]:
    """What asks for the same thing on both sides: everything that hangs together by it stands in one pairing."""
    groups: list[Pairing] = []
    for mine, theirs in product(here, there):
        if not _alike(mine, theirs):
            continue
        touched = [group for group in groups if mine in group[0] or theirs in group[1]]
        groups = [group for group in groups if group not in touched]
        sides = [[asked for group in touched for asked in group[side]] for side in (0, 1)]
        groups.append((_with(sides[0], mine), _with(sides[1], theirs)))
    taken = [[asked for group in groups for asked in group[side]] for side in (0, 1)]
    left = [[asked for asked in side if asked not in out] for side, out in zip((here, there), taken, strict=True)]
    return groups, (left[0], left[1])


def _with(found: list[Asked], one: Asked) -> list[Asked]:
    return found if one in found else [*found, one]


def _alike(one: Asked, other: Asked) -> bool:
    """Whether two policies ask for the same thing, be it sooner or later, of more children or of fewer."""
    first, second = one.demand, other.demand
    if isinstance(first, Duty) and isinstance(second, Duty):
        same = first.act is second.act and set(first.clock.triggers) & set(second.clock.triggers)
        return bool(same) and _of_one_kind(first, second)
    if isinstance(first, Never) and isinstance(second, Never):
        return first.act is second.act and _of_one_kind(first, second)
    if isinstance(first, InPlace) and isinstance(second, InPlace):
        return first.kind is second.kind and _of_one_kind(first, second)
    if isinstance(first, Statement) and isinstance(second, Statement):
        return bool(set(_matters(one)) & set(_matters(other)) - NOT_MATCHED_BY) or _says_the_same(one, other)
    return first is None and second is None and _says_the_same(one, other)


def _says_the_same(one: Asked, other: Asked) -> bool:
    first, second = one.clauses[0], other.clauses[0]
    return first.says == second.says or (first.defines is not None and first.defines == second.defines)


def _of_one_kind(one: Duty | Never | InPlace, other: Duty | Never | InPlace) -> bool:
    """Whether the records of one demand are among those of the other, by what is written on them."""
    return where_reach(one.where, other.where) is not Reach.APART


def _bans_together(side: Iterable[Asked]) -> list[Asked]:
    """Several bans of one act and the same children as one: what each allows on a condition, all allow on all."""
    found: list[Asked] = []
    for asked in side:
        place = next((place for place, one in enumerate(found) if _one_ban(one, asked)), None)
        if place is None:
            found.append(asked)
        else:
            one = found[place]
            found[place] = evolve(one, clauses=(*one.clauses, *asked.clauses), demands=(*one.demands, *asked.demands))
    return found


def _one_ban(one: Asked, other: Asked) -> bool:
    first, second = one.demand, other.demand
    if not isinstance(first, Never) or not isinstance(second, Never):
        return False
    same_act = first.act is second.act and first.where == second.where
    return same_act and one.whom == other.whom and one.clauses[0].modality is other.clauses[0].modality


def _by_matter(here: list[Asked], there: list[Asked], settled: Set[str]) -> tuple[list[Pairing], Pairing]:
    """What is left, by what its clauses are about, save the matters in which something was found that both ask."""
    pairs: list[Pairing] = []
    for key in sorted({key for asked in here for key in _matters(asked)} - NOT_MATCHED_BY - settled):
        mine, theirs = ([asked for asked in side if key in _matters(asked)] for side in (here, there))
        if mine and theirs:
            pairs.append((mine, theirs))
            here = [asked for asked in here if asked not in mine]
            there = [asked for asked in there if asked not in theirs]
    return pairs, (here, there)


def _matters(asked: Asked) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for clause in asked.clauses for key in clause.matter))


# --- how it is told -------------------------------------------------------------------------------------------


def _row(pair: Pairing, calendar: SchoolCalendar | None) -> Compared:
    here, there = pair
    if not here or not there:
        return _of_one_side(here or there, How.ONLY_HERE if here else How.SILENT)
    results = {(mine, theirs): compared(mine, theirs, calendar) for mine, theirs in product(here, there)}
    best = _best(here, there, results)
    why = [line for chosen in best for line in _why(*chosen, results[chosen], several=len(results) > 1)]
    if len(results) > 1 and all(results[chosen].asks_for_something_else for chosen in best):
        why = [str(asks_something_else(*("; ".join(map(_said, side)) for side in pair)))]
    acts = dict.fromkeys(asked.what for side in pair for asked in side if asked.what)
    clauses = [_clauses(side) for side in pair]
    return Compared(
        matter=_matter(pair),
        act=", ".join(sorted(acts)),
        here=tuple(clauses[0]),
        there=tuple(clauses[1]),
        how=_whole(here, there, results, best),
        why=tuple(why),
        here_says=tuple(clauses[0].values()),
        there_says=tuple(clauses[1].values()),
    )


def _clauses(side: Iterable[Asked]) -> dict[str, str]:
    """What each clause says that asks for a thing, by its id."""
    return {clause.id: clause.says for asked in side for clause in asked.clauses}


def _said(asked: Asked) -> str:
    return f"{', '.join(asked.ids)} {' and '.join(demand.says() for demand in asked.demands) or 'nothing to check'}"


def _best(
    here: Sequence[Asked], there: Sequence[Asked], results: dict[tuple[Asked, Asked], Result]
) -> list[tuple[Asked, Asked]]:
    """Each thing asked, with what comes nearest to it on the other side."""

    def nearness(pair: tuple[Asked, Asked]) -> tuple[int, int]:
        result = results[pair]
        return _FARTHEST.get(result.how, 0), len(result.parts)

    chosen = [min(((mine, theirs) for theirs in there), key=nearness) for mine in here]
    chosen += [min(((mine, theirs) for mine in here), key=nearness) for theirs in there]
    return list(dict.fromkeys(chosen))


_FARTHEST = {How.STRICTER: 1, How.WEAKER: 1, How.DIFFERENT_UNIT: 2, How.FOR_A_READER: 3, How.DIFFERS: 4}


def _whole(
    here: Sequence[Asked],
    there: Sequence[Asked],
    results: dict[tuple[Asked, Asked], Result],
    best: Sequence[tuple[Asked, Asked]],
) -> How:
    """How all that one side asks lies to all that the other does: the stricter side asks for everything the other does.

    A thing is asked for by whatever is alike or stricter.
    """
    asks_all = all(any(results[mine, theirs].how in _AT_LEAST for mine in here) for theirs in there)
    all_asked = all(any(results[mine, theirs].how.turned() in _AT_LEAST for theirs in there) for mine in here)
    if asks_all and all_asked:
        return How.SAME
    if asks_all or all_asked:
        return How.STRICTER if asks_all else How.WEAKER
    hows = {results[pair].how for pair in best}
    if How.FOR_A_READER in hows and How.DIFFERS not in hows:
        return How.FOR_A_READER
    return How.DIFFERENT_UNIT if hows <= {How.SAME, How.DIFFERENT_UNIT} else How.DIFFERS


_AT_LEAST = (How.SAME, How.STRICTER)


def _why(mine: Asked, theirs: Asked, result: Result, *, several: bool) -> Iterator[str]:
    named = f"{', '.join(mine.ids)} with {', '.join(theirs.ids)}: " if several else ""
    for part in result.parts:
        yield f"{named}{part}"
    for one, other in ((mine, theirs), (theirs, mine)):
        yield from readings_told(one, other)


def _settled(pairs: Iterable[Pairing]) -> set[str]:
    """The matters in which something that can be checked was found that both ask."""
    return {key for pair in pairs if not isinstance(pair[0][0].demand, Statement) for key in _shared(pair)}


def _shared(pair: Iterable[Iterable[Asked]]) -> set[str]:
    """The matters that both sides name."""
    return set[str].intersection(*({key for asked in side for key in _matters(asked)} for side in pair))


def _matter(pair: Pairing) -> str:
    """What a row is about: a matter that both sides name, or else one that either does."""
    return min(_shared(pair) or {key for side in pair for asked in side for key in _matters(asked)}, default="")


def _alone(side: Iterable[Asked], how: How) -> Iterator[Compared]:
    """What only one policy asks, clause by clause."""
    by_clause: dict[tuple[str, ...], list[Asked]] = {}
    for asked in side:
        by_clause.setdefault(asked.ids, []).append(asked)
    for found in by_clause.values():
        yield _of_one_side(found, how)


def _of_one_side(found: Sequence[Asked], how: How) -> Compared:
    clauses = _clauses(found)
    ids, says = tuple(clauses), tuple(clauses.values())
    demands = [demand for asked in found for demand in asked.demands if not isinstance(demand, Statement)]
    acts = dict.fromkeys(asked.what for asked in found if asked.what)
    here = how is How.ONLY_HERE
    return Compared(
        matter=next(iter(_matters(found[0])), ""),
        act=", ".join(sorted(acts)),
        here=ids if here else (),
        there=() if here else ids,
        how=how,
        why=tuple(dict.fromkeys(demand.says() for demand in demands)),
        here_says=says if here else (),
        there_says=() if here else says,
    )


def _in_order(rows: Iterable[Compared], one: Profile, other: Profile) -> list[Compared]:
    """The rows and their clauses in the order of the first policy, and then those of the second alone, in its own."""
    here, there = ({clause.id: place for place, clause in enumerate(each.clauses)} for each in (one, other))

    def ordered(row: Compared) -> Compared:
        mine = sorted(zip(row.here, row.here_says, strict=True), key=lambda said: here[said[0]])
        theirs = sorted(zip(row.there, row.there_says, strict=True), key=lambda said: there[said[0]])
        return evolve(
            row,
            here=tuple(id for id, _ in mine),
            there=tuple(id for id, _ in theirs),
            here_says=tuple(says for _, says in mine),
            there_says=tuple(says for _, says in theirs),
        )

    def place(row: Compared) -> tuple[bool, int]:
        return not row.here, here[row.here[0]] if row.here else there[row.there[0]]

    return sorted(map(ordered, rows), key=place)
