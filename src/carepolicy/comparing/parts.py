"""Knows in which parts two demands differ, and which of them asks for more in each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from enum import Enum
from functools import reduce

from attrs import evolve, frozen

from carepolicy.comparing.by_when import as_read, counted, earlier
from carepolicy.comparing.following import Reach, all_parts, reach_of, where_reach
from carepolicy.facts import Happening, Record
from carepolicy.law.citation import Strength
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Trigger, told_as
from carepolicy.logic.where import Where
from carepolicy.policy import Clause, Demand, Duty, InPlace, Modality, Never, Statement, deadline_words, roles_in_words
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.written import plain


class How(Enum):
    """How what one policy asks lies to what another asks; told of the first."""

    SAME = "in both"
    STRICTER = "stricter"
    WEAKER = "weaker"
    DIFFERENT_UNIT = "different unit"
    DIFFERS = "differs"
    FOR_A_READER = "for a reader to compare"
    ONLY_HERE = "only here"
    SILENT = "silent"

    def turned(self) -> How:
        """The same, told of the second.

        >>> How.STRICTER.turned(), How.DIFFERS.turned()
        (How.WEAKER, How.DIFFERS)
        """
        return _TURNED.get(self, self)

    def __repr__(self) -> str:
        return f"How.{self.name}"


_TURNED = {
    How.STRICTER: How.WEAKER,
    How.WEAKER: How.STRICTER,
    How.ONLY_HERE: How.SILENT,
    How.SILENT: How.ONLY_HERE,
}


@frozen
class Asked:
    """One thing that a policy asks, by one clause of it or by several that stand for one.

    Args:
        clauses: the clauses.
        demands: what they demand, which is one thing, or several bans of one act; none for what demands nothing.
        about: whom the policy is about.
    """

    clauses: tuple[Clause, ...]
    demands: tuple[Demand, ...]
    about: Condition

    @property
    def demand(self) -> Demand | None:
        """What is demanded; of several bans of one act, the first."""
        return self.demands[0] if self.demands else None

    @property
    def whom(self) -> Condition:
        """Whom it covers."""
        scope = None if self.demand is None else self.demand.scope
        return self.about if scope is None else scope

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the clauses."""
        return tuple(dict.fromkeys(clause.id for clause in self.clauses))

    @property
    def what(self) -> str:
        """What is asked, as a noun phrase; "" where it is a person's word or nothing."""
        demand = self.demand
        if isinstance(demand, (Duty, Never)):
            return demand.act.label
        return demand.label if isinstance(demand, InPlace) else ""


@frozen
class Part:
    """One part in which two demands are compared.

    Args:
        name: which part, as a phrase.
        how: how the first lies to the second in it.
        says: in what they differ, the first before the second; "" where they do not.
    """

    name: str
    how: How
    says: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.says}" if self.how is How.SAME else f"{self.name}: {self.says} ({self.how.value})"


@frozen
class Result:
    """How one thing asked lies to another, part by part.

    Args:
        how: on the whole.
        parts: the parts in which they differ.
    """

    how: How
    parts: tuple[Part, ...]

    @property
    def asks_for_something_else(self) -> bool:
        """Whether the two ask for different acts, which cannot be weighed against each other."""
        return any(part.name == WHAT_IT_ASKS and part.how is How.DIFFERS for part in self.parts)


WHAT_IT_ASKS = "what it asks"


def asks_something_else(one: str, other: str) -> Part:
    """That two policies ask for different acts, which cannot be weighed against each other.

    Args:
        one: what the first asks.
        other: what the second asks.
    """
    return Part(WHAT_IT_ASKS, How.DIFFERS, _against(one, other))


def compared(one: Asked, other: Asked, calendar: SchoolCalendar | None = None) -> Result:
    """How one thing asked lies to another.

    Whose rule it is, law or a local policy, decides only where nothing else does: a local policy that asks for an act
    in fewer days is the stricter, although it binds by less.

    Args:
        one: the first.
        other: the second.
        calendar: on which deadlines whose units do not convert are counted; None leaves them apart.
    """
    parts = list(_parts(one, other, calendar))
    binding = _binding(one, other)
    how = together(part.how for part in parts)
    told = tuple(part for part in (*parts, _who_must_act(one, other), binding) if part.says)
    return Result(binding.how if how is How.SAME else how, told)


def together(hows: Iterable[How]) -> How:
    """How two things lie on the whole that lie in their parts as given.

    >>> together([How.SAME, How.STRICTER]), together([How.STRICTER, How.WEAKER])
    (How.STRICTER, How.DIFFERS)
    """
    found = {how for how in hows if how is not How.SAME}
    for settles in (How.FOR_A_READER, How.DIFFERENT_UNIT):
        if settles in found:
            return settles
    return How.SAME if not found else found.pop() if len(found) == 1 else How.DIFFERS


def _parts(one: Asked, other: Asked, calendar: SchoolCalendar | None) -> Iterator[Part]:
    first, second = one.demand, other.demand
    yield _its_words(one, other)
    yield _what_it_fixes(one, other)
    yield _firmness(one, other)
    if one.ids == other.ids:
        yield from _of_one_clause(one, other)
    if first is None or second is None:
        yield _whether_it_asks(first, second)
        return
    yield _whom(one, other)
    if not _one_act(first, second):
        yield asks_something_else(first.says(), second.says())
        return
    if isinstance(first, Duty) and isinstance(second, Duty):
        yield from _duties(first, second, calendar)
    elif isinstance(first, Never) and isinstance(second, Never):
        yield from _bans(one, other)
    elif isinstance(first, InPlace) and isinstance(second, InPlace):
        yield from _in_place(first, second)
        if one.ids == other.ids and first.called != second.called:
            yield Part("what it is called", How.SAME, _against(first.label, second.label))
    elif isinstance(first, Statement) and isinstance(second, Statement):
        yield _statements(first, second)


def _one_act(one: Demand, other: Demand) -> bool:
    if isinstance(one, InPlace) and isinstance(other, InPlace):
        return one.kind is other.kind
    if isinstance(one, (Duty, Never)) and isinstance(other, (Duty, Never)):
        return type(one) is type(other) and one.act is other.act
    return isinstance(one, Statement) and isinstance(other, Statement)


# --- the parts that every demand has --------------------------------------------------------------------------


def _its_words(one: Asked, other: Asked) -> Part:
    """Whether two clauses say the same; where words are all there is and they do not, nothing else is weighed."""
    says = [list(dict.fromkeys(clause.says for clause in asked.clauses)) for asked in (one, other)]
    only_words = all(asked.demand is None or isinstance(asked.demand, Statement) for asked in (one, other))
    if says[0] == says[1]:
        return Part(ITS_WORDS, How.SAME)
    if one.ids == other.ids:
        return Part(ITS_WORDS, How.DIFFERS if only_words else How.SAME, "changed, and for a reader to compare")
    asks_nothing = one.demand is None or other.demand is None
    if not (only_words or asks_nothing) or _fixes_the_same(one, other):
        return Part(ITS_WORDS, How.SAME)
    if set(_actors(one)) & set(_actors(other)):
        return Part(ITS_WORDS, How.FOR_A_READER, "each in its own")
    return Part(ITS_WORDS, How.DIFFERS, "each in its own, and nobody is named in both who must act")


ITS_WORDS = "its words"


def _fixes_the_same(one: Asked, other: Asked) -> bool:
    first, second = (asked.clauses[0].defines for asked in (one, other))
    return first is not None and first == second


def _actors(asked: Asked) -> list[str]:
    return [role for clause in asked.clauses for role in clause.actor if role != "none"]


def _what_it_fixes(one: Asked, other: Asked) -> Part:
    first, second = (asked.clauses[0].defines for asked in (one, other))
    how = How.SAME if first == second else How.DIFFERS
    return Part(
        "what it fixes", how, _unless_same(how, *("" if each is None else each.title for each in (first, second)))
    )


def _of_one_clause(one: Asked, other: Asked) -> Iterator[Part]:
    """What else is written on two editions of one clause, whatever it demands."""
    sides = [{clause.id: clause for clause in asked.clauses}.values() for asked in (one, other)]
    for first, second in zip(*sides, strict=True):
        how = _more(not first.own_children, not second.own_children)
        whose = ["only those of its own authority" if each.own_children else "everybody's" for each in (first, second)]
        yield Part("whose children it speaks of", how, _unless_equal(*whose))
        for name, how, attribute, words in WRITTEN_ON_A_CLAUSE:
            if getattr(first, attribute) == getattr(second, attribute):
                continue
            yield Part(name, how, _against(words(first) or "nothing", words(second) or "nothing"))


def _when_in_force(clause: Clause) -> str:
    first, until = clause.in_force
    said = ["" if first is None else f"from {plain(first)}", "" if until is None else f"until before {plain(until)}"]
    return " ".join(filter(None, said)) or "at all times"


WRITTEN_ON_A_CLAUSE: tuple[tuple[str, How, str, Callable[[Clause], str]], ...] = (
    (
        "what kind of clause it is",
        How.DIFFERS,
        "kind",
        lambda clause: "" if clause.kind is None else clause.kind.value.replace("_", " "),
    ),
    ("when it is in force", How.DIFFERS, "in_force", _when_in_force),
    ("which national rule asks for more", How.DIFFERS, "weaker_than", lambda clause: clause.weaker_than),
    ("what it leaves open", How.DIFFERS, "leaves_open", lambda clause: clause.leaves_open),
    (
        "in place of which acts it speaks",
        How.DIFFERS,
        "instead_of",
        lambda clause: ", ".join(kind.label for kind in clause.instead_of),
    ),
    ("where it stands", How.SAME, "locator", lambda clause: clause.locator),
    ("its notes", How.SAME, "notes", lambda clause: " ".join(clause.notes)),
    (
        "what it is about",
        How.SAME,
        "matter",
        lambda clause: ", ".join(key.replace("_", " ") for key in clause.matter),
    ),
    ("how it was checked", How.SAME, "marks", lambda clause: "; ".join(map(str, clause.marks))),
)
"""What is written on a clause beside its words and its demands, and how a change of it is told."""


def _who_must_act(one: Asked, other: Asked) -> Part:
    """Told and not weighed: a duty is no lighter for being another's."""
    first, second = _actors(one), _actors(other)
    if set(first) == set(second):
        return Part("who must act", How.SAME)
    said = [", ".join(dict.fromkeys(each)).replace("_", " ") or "nobody named" for each in (first, second)]
    return Part("who must act", How.SAME, _against(*said))


FIRMNESS = (Modality.MAY, Modality.SHOULD, Modality.BINDS)
"""How firmly a clause may speak, from the least on; what declares or describes speaks less firmly still."""

BINDING = (Strength.LOCAL, Strength.ADVICE, Strength.SHOULD_STATUTORY, Strength.MUST_LAW)
"""By what a clause binds, from the least on."""


def _firmness(one: Asked, other: Asked) -> Part:
    def rank(asked: Asked) -> int:
        return max(FIRMNESS.index(each.modality) if each.modality in FIRMNESS else -1 for each in asked.clauses)

    def words(asked: Asked) -> str:
        return " and ".join(dict.fromkeys(each.modality.value for each in asked.clauses))

    return Part("how firmly", _more(rank(one), rank(other)), _unless_equal(words(one), words(other)))


def _binding(one: Asked, other: Asked) -> Part:
    def strongest(asked: Asked) -> Strength:
        return max((each.strength for each in asked.clauses), key=BINDING.index)

    first, second = strongest(one), strongest(other)
    how = _more(BINDING.index(first), BINDING.index(second))
    return Part("by what it binds", how, _unless_equal(first.value, second.value))


def _whether_it_asks(first: Demand | None, second: Demand | None) -> Part:
    how = _more(first is not None, second is not None)
    said = ["nothing that can be checked" if each is None else each.says() for each in (first, second)]
    return Part(WHAT_IT_ASKS, how, _unless_equal(*said))


def _whom(one: Asked, other: Asked) -> Part:
    how = _wider_is_stricter(reach_of(one.whom, other.whom))
    return Part("whom it covers", how, _unless_same(how, one.whom.title, other.whom.title))


# --- duties ---------------------------------------------------------------------------------------------------


def _duties(one: Duty, other: Duty, calendar: SchoolCalendar | None) -> Iterator[Part]:
    yield _by_when(one, other, calendar)
    first, second = one.clock.triggers, other.clock.triggers
    how = _more_is_stricter(first, second)
    yield Part("what starts the clock", how, _unless_same(how, _told(first), _told(second)))
    yield _asked_of("which start it", _wider_is_stricter, one.when, other.when)
    yield _asked_of("what proves it", _narrower_is_stricter, one.where, other.where, "any record")
    if one.lasting is not other.lasting:
        says = ["an earlier record still valid counts" if each.lasting else "only a new one" for each in (one, other)]
        yield Part("which evidence counts", How.DIFFERS, _against(*says))
    yield _kinds("what ends it", one.until, other.until)
    if one.lasting and other.lasting:  # nothing else looks at what keeps an earlier record valid
        yield _kinds("what keeps it valid", one.renewed_by, other.renewed_by)


def _by_when(one: Duty, other: Duty, calendar: SchoolCalendar | None) -> Part:
    first, second = one.clock.deadline, other.clock.deadline
    order = earlier(first, second)
    says = "" if as_read(first) == as_read(second) else _against(first.words, second.words)
    if order is None and calendar is not None:
        tally = counted(first, second, calendar)
        if tally is not None:
            order = tally.order
            says += f"; as counted on the calendar given, {tally.told()}"
    if order is None:
        return Part("by when", How.DIFFERENT_UNIT, says)
    how = How.SAME if not order else How.STRICTER if order < 0 else How.WEAKER
    return Part("by when", how, says)


# --- bans -----------------------------------------------------------------------------------------------------


def _bans(one: Asked, other: Asked) -> Iterator[Part]:
    first, second = _bans_of(one), _bans_of(other)
    if one.ids == other.ids and {ban.of_every for ban in first} != {ban.of_every for ban in second}:
        said = ["what every one must be" if bans[0].of_every else "an act that is barred" for bans in (first, second)]
        yield Part("as what it is told", How.DIFFERS, _against(*said))
    yield _asked_of("which acts are meant", _wider_is_stricter, first[0].where, second[0].where)
    always = [any(_is_absolute(ban) for ban in bans) for bans in (first, second)]
    if any(always):
        says = ["barred" if bare else "allowed on conditions" for bare in always]
        yield Part("unless", _more(*always), _unless_equal(*says))
        return
    yield _asked_of("unless", _narrower_is_stricter, _together(first), _together(second), "nothing written on it")
    yield _what_came_first(first, second)


def _bans_of(asked: Asked) -> list[Never]:
    return [demand for demand in asked.demands if isinstance(demand, Never)]


def _is_absolute(ban: Never) -> bool:
    return ban.unless is None and ban.unless_after is None


def _together(bans: Iterable[Never]) -> Where | None:
    """What must be written on the act for it to be allowed by every one of several bans."""
    parts = all_parts(ban.unless for ban in bans if ban.unless is not None)
    return reduce(lambda whole, part: whole & part, parts) if parts else None


def _what_came_first(one: Iterable[Never], other: Iterable[Never]) -> Part:
    first, second = (
        tuple(dict.fromkeys((ban.unless_after, ban.since) for ban in bans if ban.unless_after is not None))
        for bans in (one, other)
    )
    how = _by_holding(_asks_for_all(first, second), _asks_for_all(second, first))
    said = [" and ".join(_before_it(*each) for each in these) for these in (first, second)]
    return Part("what must have come first", how, _unless_same(how, *said))


Before = tuple[type[Happening] | None, type[Happening] | None]
"""What must have come before an act, and since what."""


def _asks_for_all(these: Iterable[Before], those: Iterable[Before]) -> bool:
    """Whether everything that must have come first by some bans must by others; since something asks for more."""
    return all(any(kind == each and since in (than, None) for each, than in these) for kind, since in those)


def _before_it(kind: type[Happening] | None, since: type[Happening] | None) -> str:
    return f"{'' if kind is None else kind.label}{'' if since is None else f' since {told_as(since)}'}"


# --- what is in place, and what a person states ----------------------------------------------------------------


def _in_place(one: InPlace, other: InPlace) -> Iterator[Part]:
    yield _asked_of("what shows it", _narrower_is_stricter, one.where, other.where, "any record")
    if one.once != other.once:
        how = How.DIFFERS if one.once and other.once else _more(one.once is None, other.once is None)
        said = ["always" if each.once is None else f"once there is a {each.once.label}" for each in (one, other)]
        yield Part("when it is asked for", how, _against(*said))
    yield _asked_of("which ask for it", _wider_is_stricter, one.when, other.when)
    fresh = ["made or reviewed in this term or the last" if each.this_cycle else "of any age" for each in (one, other)]
    yield Part("how fresh it is", _more(one.this_cycle, other.this_cycle), _unless_equal(*fresh))
    yield _kinds("what keeps it valid", one.renewed_by, other.renewed_by)


def _statements(one: Statement, other: Statement) -> Part:
    """Told and not weighed: whose word it rests on."""
    alike = set(one.by) == set(other.by)
    return Part(
        "what is stated",
        How.SAME,
        "" if alike else f"by {_against(*(roles_in_words(each.by) for each in (one, other)))}",
    )


# --- how parts are weighed and told ---------------------------------------------------------------------------


def _more(one: int, other: int) -> How:
    return How.STRICTER if one > other else How.WEAKER if one < other else How.SAME


def _wider_is_stricter(reach: Reach) -> How:
    return {Reach.SAME: How.SAME, Reach.WIDER: How.STRICTER, Reach.NARROWER: How.WEAKER}.get(reach, How.DIFFERS)


def _narrower_is_stricter(reach: Reach) -> How:
    return _wider_is_stricter(reach.turned())


def _by_holding(holds: bool, held: bool) -> How:
    if holds and held:
        return How.SAME
    return How.STRICTER if holds else How.WEAKER if held else How.DIFFERS


def _more_is_stricter(one: Collection[object], other: Collection[object]) -> How:
    return _by_holding(set(one) >= set(other), set(one) <= set(other))


def _asked_of(
    name: str, weighed: Callable[[Reach], How], one: Where | None, other: Where | None, none: str = "every one"
) -> Part:
    how = weighed(where_reach(one, other))
    if how is How.SAME:
        return Part(name, how)
    first, second = ([] if each is None else list(each.every_part) for each in (one, other))
    said = [
        "; ".join(part.words for part in these if part not in those) or ("no more" if these else none)
        for these, those in ((first, second), (second, first))
    ]
    return Part(name, how, _against(*said))


def _kinds(name: str, one: tuple[type[Record], ...], other: tuple[type[Record], ...]) -> Part:
    """Kinds of record each of which makes a demand lighter."""
    how = _more_is_stricter(other, one)
    said = [", ".join(kind.label for kind in each) or "nothing" for each in (one, other)]
    return Part(name, how, _unless_same(how, *said))


def _told(triggers: Iterable[Trigger]) -> str:
    return " or ".join(told_as(trigger) for trigger in triggers)


def _against(one: str, other: str) -> str:
    return f"{one}, against {other}" if one != other else f"{one}, told alike in both"


def _unless_equal(one: str, other: str) -> str:
    return "" if one == other else _against(one, other)


def _unless_same(how: How, one: str, other: str) -> str:
    return "" if how is How.SAME else _against(one or "nothing", other or "nothing")


def readings_told(asked: Asked, besides: Asked) -> Iterator[str]:
    """The readings that a thing asked leans on and another does not, with how else the words could be read.

    Why they are read so is told where nothing else of the reading differs.
    """
    theirs = [taken for clause in besides.clauses for taken in clause.readings()]
    for demand in asked.demands:
        for taken in demand.clock.deadline.readings if isinstance(demand, Duty) else ():
            if taken not in theirs:
                others = " or ".join(deadline_words(other) for other in taken.instead)
                could = f"; it could be read as {others}" if others else ""
                alike = any(evolve(taken, because=each.because) == each for each in theirs)
                why = f", because {taken.because}" if alike else ""
                yield f'{", ".join(asked.ids)} reads "{taken.quoted}" as {taken.words}{why}{could}'
