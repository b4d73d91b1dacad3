"""Knows where policies are known to pull apart: in which situation, how, and how it is to be treated."""

from __future__ import annotations

from enum import Enum

from attrs import frozen


class Pull(Enum):
    """How two rules pull apart."""

    CLASH = "clash"
    ORDER = "order"
    BOTH = "both"
    GAP = "gap"
    MORE = "more"
    WITH_THE_LAW = "clash with the law"

    @property
    def says(self) -> str:
        """What it means."""
        return _SAYS[self]

    def __repr__(self) -> str:
        return f"Pull.{self.name}"


_SAYS = {
    Pull.CLASH: "one act keeps one rule and breaks the other",
    Pull.ORDER: "both can be kept, but only in one order",
    Pull.BOTH: "both bind at once, and neither covers the other",
    Pull.GAP: "the wider rule adds children whom the narrower leaves out",
    Pull.MORE: "one asks for more of the same than the other",
    Pull.WITH_THE_LAW: "the rule can ask for what the law does not allow",
}


@frozen
class Tension:
    """A situation in which clauses of different policies are known to pull apart.

    Args:
        situation: what it is about, as a phrase.
        pull: how they pull apart.
        sides: the clauses that stand on each side, by id.
        treatment: which is the stricter, and how the two are to be treated, in a sentence or two.
        stricter: the clauses that ask for more; none where neither always does.
        any_two: whether any two sides pull apart; otherwise each of the others pulls against the first.
        of_each: what is to be said of each side, in their order, where it is among those asked; "" where nothing is.
        authorities: whose clauses are meant; None takes a clause of that id, whoever's it is.
        is_general: whether it is of a general kind, so that it does not stand for what comparing the clauses shows.
    """

    situation: str
    pull: Pull
    sides: tuple[tuple[str, ...], ...]
    treatment: str
    stricter: tuple[str, ...] = ()
    any_two: bool = False
    of_each: tuple[str, ...] = ()
    authorities: frozenset[str] | None = None
    is_general: bool = False
