"""Where one clause of the Oxfordshire school policy stands for a made-up child."""

from __future__ import annotations

from carepolicy.line import State
from carepolicy.profiles.oxfordshire import OXFORDSHIRE
from tests.situations.witness import states_under


def states(clause: str, *records, **more) -> list[State]:
    """The states of the lines of a clause that records decide; what waits for a person's statement is left out."""
    return states_under(OXFORDSHIRE, clause, *records, **more)
