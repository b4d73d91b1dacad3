"""Knows what is said of a rule of law besides its words: how far it binds, since when, and if its text was seen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen

from carepolicy.law.citation import Strength
from carepolicy.logic.condition import Condition
from carepolicy.logic.definition import ALWAYS_IN_FORCE, NOT_COMMENCED, InForce, Remark, Rule


class Mark(Enum):
    """How well a statement about the law was checked."""

    VERIFIED = "verified"
    NOT_VERIFIED = "from general knowledge; the text was not seen"
    DECISION = "decided here, where the law is silent or sources differ"


@frozen(repr=False)
class Marked:
    """One statement about a rule, with how well it was checked.

    Args:
        mark: how well.
        what: which part of the rule it is about, or "" for all of it.
        sources: the keys of the sources read, as `carepolicy.law.sources.SOURCES` lists them.
    """

    mark: Mark
    what: str = ""
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        about = f" ({self.what})" if self.what else ""
        read = f": {', '.join(self.sources)}" if self.sources else ""
        return f"{self.mark.value}{about}{read}"

    def __repr__(self) -> str:
        name = {Mark.VERIFIED: "verified", Mark.NOT_VERIFIED: "not_verified", Mark.DECISION: "decided"}[self.mark]
        what = f"what={self.what!r}" if self.what else ""
        return f"{name}({', '.join(filter(None, (*map(repr, self.sources), what)))})"


def verified(*sources: str, what: str = "") -> Marked:
    """Checked in stored copies of these sources."""
    return Marked(Mark.VERIFIED, what, sources)


def not_verified(what: str = "") -> Marked:
    """Believed right, from general knowledge; the text was not seen."""
    return Marked(Mark.NOT_VERIFIED, what)


def decided(what: str = "") -> Marked:
    """A convention chosen here."""
    return Marked(Mark.DECISION, what)


@frozen
class Decision:
    """What was decided where the law is silent or sources conflict, and what was not chosen.

    Args:
        id: its stable id, such as "D-8".
        says: what is done here.
        instead: the alternative that was rejected, or is kept as a variant.
    """

    id: str
    says: str
    instead: str

    def __str__(self) -> str:
        return f"{self.id}  {self.says}; not: {self.instead}"


def _several(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _marks(given: Iterable[Marked]) -> tuple[Marked, ...]:
    return tuple(given)


@frozen
class Provision:
    """One rule of law, guidance or convention, told in one sentence of our own.

    Args:
        id: its stable id, which findings and JSON carry as the reason code.
        says: the rule, in one sentence of our own.
        cite: the Act and section, the case, or the guidance.
        strength: how far it binds; None for a convention of this library.
        in_force: from which day it is law, and from which it no longer is.
        marks: how well each part of it was checked.
        decisions: the decisions that it rests on, by id.
        leaves_out: whether it says what a definition does not cover.
    """

    id: str
    says: str
    cite: str = ""
    strength: Strength | None = Strength.MUST_LAW
    in_force: InForce = ALWAYS_IN_FORCE
    marks: tuple[Marked, ...] = field(default=(), converter=_marks)
    decisions: tuple[str, ...] = field(default=(), converter=_several)
    leaves_out: bool = False

    @property
    def is_verified(self) -> bool:
        """Whether the text behind every part of it was seen; a decision of ours is not a text."""
        return all(marked.mark is not Mark.NOT_VERIFIED for marked in self.marks)

    @property
    def is_commenced(self) -> bool:
        """Whether a day has been fixed on which it becomes law."""
        return self.in_force != NOT_COMMENCED

    def limb(self, says: str, means: Condition, *, in_force: InForce | None = None, cite: str = "") -> Rule:
        """The rule as a limb of a definition: its id and its source, with the condition that it comes down to.

        Args:
            says: the limb, as a phrase.
            means: what it asks.
            in_force: from which day this limb is law, where that is not as for the whole rule.
            cite: its source, where it is used under another.
        """
        return Rule(self.id, says, means, cite or self.cite, in_force=self.in_force if in_force is None else in_force)

    def remark(self, says: str, when: Condition) -> Remark:
        """Something that this rule makes a reader want to know, and when."""
        return Remark(self.id, says, when)

    def told(self) -> str:
        """The rule in a few lines: what it says, its source, how far it binds, and how well it was checked."""
        lines = [f"{self.id}  {self.says}"]
        lines += [f"    {self.cite}"] if self.cite else []
        binds = "a convention of this library" if self.strength is None else self.strength.value
        lines.append(f"    strength: {binds}; in force: {force_in_words(self.in_force)}")
        lines += [f"    {marked}" for marked in self.marks]
        lines += [f"    rests on: {', '.join(self.decisions)}"] if self.decisions else []
        return "\n".join(lines)


def force_in_words(in_force: InForce) -> str:
    """From when to when something is law, in words.

    >>> force_in_words(NOT_COMMENCED)
    'enacted, and not commenced'
    """
    if in_force == NOT_COMMENCED:
        return "enacted, and not commenced"
    first, until = in_force
    if until == date.max and first is not None:
        return f"from {first.isoformat()} until what replaces it is commenced"
    if until is None:
        return "at all times that matter" if first is None else f"from {first.isoformat()}"
    return f"until {until.isoformat()}" if first is None else f"from {first.isoformat()}, before {until.isoformat()}"
