"""A made-up child in care in Stoke-on-Trent, and where one clause of its policy stands for that child."""

from __future__ import annotations

from carepolicy.assessment import assess
from carepolicy.facts import CARE, PERMANENCE, SCHOOLING, SETTING, CareOrder, Child
from carepolicy.line import State
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.published import A

UNMET = {State.LATE, State.OVERDUE, State.BREACH, State.MISSED, State.OPEN}
"""The states of a line whose clause a child does not meet."""


def states(
    clause: str, *records, complete: bool = True, on: str = "2023-03-20", born: str = "2010-05-01"
) -> list[State]:
    """The states of the lines of a clause that records decide; what waits for a person's statement is left out."""
    child = Child(
        "made up",
        born=born,
        history=[CareOrder(start="2020-01-06"), *records],
        complete=[CARE, PERMANENCE, SCHOOLING, SETTING] if complete else [CARE, PERMANENCE],
    )
    found = assess(child, STOKE_ON_TRENT, calendar=A, on=on, everything=True)
    return [line.state for line in found.lines if line.clause == clause and not line.stated_by]
