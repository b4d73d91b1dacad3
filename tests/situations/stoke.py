"""A made-up child in care in Stoke-on-Trent, and where one clause of its policy stands for that child."""

from __future__ import annotations

from carepolicy.line import State
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from tests.situations.witness import states_under


def states(clause: str, *records, **more) -> list[State]:
    """The states of the lines of a clause that records decide; what waits for a person's statement is left out."""
    return states_under(STOKE_ON_TRENT, clause, *records, **more)
