"""Knows the three answers: holds, fails, cannot tell, and how they combine."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NoReturn

from carepolicy.errors import NotTwoValued


class Verdict(Enum):
    """One of three answers; it never stands for a yes or a no on its own.

    Combining two answers gives the weakest thing that is certain of both (Kleene's strong logic).

    Raises:
        NotTwoValued: when the answer is used as if it were true or false.

    >>> Verdict.HOLDS & Verdict.UNKNOWN
    UNKNOWN
    >>> Verdict.FAILS & Verdict.UNKNOWN
    FAILS
    >>> ~Verdict.UNKNOWN
    UNKNOWN
    """

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "cannot tell"

    @property
    def holds(self) -> bool:
        """True when the answer is a certain yes."""
        return self is Verdict.HOLDS

    @property
    def fails(self) -> bool:
        """True when the answer is a certain no."""
        return self is Verdict.FAILS

    @property
    def unknown(self) -> bool:
        """True when the records do not settle the question."""
        return self is Verdict.UNKNOWN

    def __and__(self, other: Verdict) -> Verdict:
        if self is Verdict.FAILS or other is Verdict.FAILS:
            return Verdict.FAILS
        return other if self is Verdict.HOLDS else self

    def __or__(self, other: Verdict) -> Verdict:
        if self is Verdict.HOLDS or other is Verdict.HOLDS:
            return Verdict.HOLDS
        return other if self is Verdict.FAILS else self

    def __xor__(self, other: Verdict) -> Verdict:
        if self is Verdict.UNKNOWN or other is Verdict.UNKNOWN:
            return Verdict.UNKNOWN
        return Verdict.FAILS if self is other else Verdict.HOLDS

    def __invert__(self) -> Verdict:
        if self is Verdict.UNKNOWN:
            return self
        return Verdict.FAILS if self is Verdict.HOLDS else Verdict.HOLDS

    def implies(self, other: Verdict) -> Verdict:
        """Holds unless this holds and `other` does not.

        >>> Verdict.FAILS.implies(Verdict.UNKNOWN)
        HOLDS
        """
        return ~self | other

    def __bool__(self) -> NoReturn:
        raise NotTwoValued(
            f"An answer of {self.value!r} can be true, false or not known, so it has no yes-or-no value. "
            "Ask .holds, .fails or .unknown."
        )

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return self.name

    @classmethod
    def of(cls, truth: bool | None) -> Verdict:
        """The answer for True, False or None (not known).

        >>> Verdict.of(None)
        UNKNOWN
        """
        if truth is None:
            return cls.UNKNOWN
        return cls.HOLDS if truth else cls.FAILS


HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
"""The answers by themselves: on a hot path, looking one up on the class takes as long as the rest of the question."""


def all_of(answers: Iterable[Verdict]) -> Verdict:
    """Holds when every answer holds, fails when any fails; with no answers at all it holds.

    >>> all_of([Verdict.HOLDS, Verdict.UNKNOWN])
    UNKNOWN
    """
    result = Verdict.HOLDS
    for answer in answers:
        result &= answer
    return result


def any_of(answers: Iterable[Verdict]) -> Verdict:
    """Holds when any answer holds, fails when every one fails; with no answers at all it fails.

    >>> any_of([Verdict.FAILS, Verdict.UNKNOWN])
    UNKNOWN
    """
    result = Verdict.FAILS
    for answer in answers:
        result |= answer
    return result
