"""Knows when a child is a registered pupil, from joining a school and leaving it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carepolicy.facts import Child, Happening, JoinedSchool, LeftSchool, Record, Spell, TakenOffRoll
from carepolicy.law.citation import EDUCATION_ACT_1996
from carepolicy.law.provision import Provision, not_verified
from carepolicy.logic.definition import Definition
from carepolicy.logic.history import History, Step
from carepolicy.logic.vocabulary import during, living
from carepolicy.logic.where import Turns

REGISTERED = Provision(
    "REGISTERED",
    "A registered pupil is on the admission register of a school.",
    EDUCATION_ACT_1996.section("434"),
    marks=[not_verified()],
)
ALIVE = Provision(
    "ALIVE",
    "The duties to registered pupils have no age: they last while the child lives and is on roll.",
    "Children and Young Persons Act 2008, s.20A; Academies Act 2010, s.2E",
    marks=[not_verified()],
)

_LEAVING = (LeftSchool, TakenOffRoll)


class OnRoll(Spell):
    """A time on the roll of a school."""

    __slots__ = ()
    label = "time on the roll of a school"


def _make(history: History) -> History:
    """The child's records with every joining and the leaving after it as one time on roll. Costs O(n²) in them."""
    joinings = sorted(history.of(JoinedSchool), key=_when)
    leavings = sorted((left for kind in _LEAVING for left in history.of(kind)), key=_when)
    return History(history.child, [*history.child.history, *_times_on_roll(joinings, leavings)])


def _times_on_roll(joinings: Sequence[Happening], leavings: Sequence[Happening]) -> Iterator[OnRoll]:
    """One time on roll for each joining; a leaving ends one of them, the one that it is about, or else the earliest."""
    still_open = list(leavings)
    for joined in joinings:
        after = [left for left in still_open if not left.at.before(joined.at).holds and _may_be_about(left, joined)]
        left = next((left for left in after if left.names & joined.names), after[0] if after else None)
        if left is not None:
            still_open.remove(left)
        yield OnRoll(start=joined.at, end=None if left is None else left.at, source=joined.source)


def _may_be_about(left: Happening, joined: Happening) -> bool:
    """Whether a leaving may end a joining: not where each names a school and the names differ."""
    return not left.names or not joined.names or bool(left.names & joined.names)


def _when(happened: Happening) -> tuple[int, int]:
    return happened.at.first_day, happened.at.last_day


def _turns_on(_child: Child, kind: type[Record], record: Record, name: str) -> Turns:
    pairs = isinstance(record, (JoinedSchool, *_LEAVING)) and name == "at"
    return Turns.EITHER_WAY if kind is OnRoll and pairs else Turns.NOT


times_on_roll = Step("times_on_roll", _make, _turns_on)
"""The records of schooling, with each joining and the leaving after it as one time on roll."""

registered_pupil = Definition(
    "registered pupil",
    "On the admission register of a school.",
    gate=ALIVE.limb("living", living()),
    means=REGISTERED.limb("on the roll of a school", during(OnRoll)),
    cite=REGISTERED.cite,
    reads=times_on_roll,
    begins_as="joining the roll",
)
