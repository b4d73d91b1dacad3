"""Knows how the rules within a condition get other ids, as where a school takes a template over under its own."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from carepolicy.logic.condition import Begins, Combination, Condition, Ends, Not
from carepolicy.logic.deadline import Clock, Trigger
from carepolicy.logic.definition import Definition, Rule
from carepolicy.logic.vocabulary import Ever


class Renaming:
    """Gives the rules within conditions other ids; what holds no rule with another id is left as the object it is.

    Args:
        new_id: the new id for each, which may be the same.
    """

    def __init__(self, new_id: Callable[[str], str]) -> None:
        self._new_id = new_id
        self._done: dict[Condition, Condition] = {}  # a scope that many clauses share stays one object

    def condition(self, one: Condition) -> Condition:
        """A condition with its rules under their new ids."""
        if one not in self._done:
            found = self._renamed(one)
            self._done[one] = one if found == one else found
        return self._done[one]

    def _renamed(self, one: Condition) -> Condition:
        if isinstance(one, Rule):
            return evolve(one, id=self._new_id(one.id), means=self.condition(one.means))
        if isinstance(one, Definition):
            return evolve(one, gate=self.condition(one.gate), means=self.condition(one.means))
        if isinstance(one, Combination):
            return evolve(one, parts=tuple(map(self.condition, one.parts)))
        return evolve(one, of=self.condition(one.of)) if isinstance(one, (Ever, Not)) else one

    def clock(self, one: Clock) -> Clock:
        """A clock that the same conditions start, with their rules under their new ids."""
        return evolve(one, triggers=tuple(map(self._trigger, one.triggers)))

    def _trigger(self, one: Trigger) -> Trigger:
        return evolve(one, of=self.condition(one.of)) if isinstance(one, (Begins, Ends)) else one
