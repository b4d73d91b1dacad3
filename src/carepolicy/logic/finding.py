"""Knows how an answer carries its reasons: a tree of data that shows only what settled it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from carepolicy.facts import Weight
from carepolicy.verdict import Verdict


@frozen
class Evidence:
    """One record, or one date, that bears on an answer.

    Args:
        says: the record and its dates, in a phrase.
        source: where it was read, or "".
        weight: how much it can carry.
    """

    says: str
    source: str = ""
    weight: Weight = Weight.RECORDED

    def __str__(self) -> str:
        weaker = "" if self.weight is Weight.RECORDED else f"; {self.weight.value}"
        return f"{self.says}{weaker} ({self.source})" if self.source else f"{self.says}{weaker}"


_FROM_THE_STRONGEST = (None, *Weight)


def strongest(weights: Iterable[Weight | None]) -> Weight | None:
    """The strongest of some weights, where one of them is enough; None rests on no record at all."""
    return min(weights, key=_FROM_THE_STRONGEST.index, default=None)


def weakest(weights: Iterable[Weight | None]) -> Weight | None:
    """The weakest of some weights, where every one of them is needed."""
    return max(weights, key=_FROM_THE_STRONGEST.index, default=None)


@frozen
class Missing:
    """One thing that is not known and would help to settle an answer.

    Args:
        says: what to find out, as a noun phrase a school can act on.
        instead: other things that would do as well, each as a noun phrase.
    """

    says: str
    instead: tuple[str, ...] = ()

    def and_for(self, other: Missing) -> Missing:
        """The same thing missing in two places: only what would do instead in both would do."""
        return Missing(self.says, tuple(says for says in self.instead if says in other.instead))

    def __str__(self) -> str:
        return self.says


@frozen(repr=False)
class Reason:
    """Why an answer is what it is, as data.

    Args:
        verdict: the answer.
        says: the question, as a phrase.
        cite: the law or guidance behind it, or "".
        rule: the rule's stable id, prefixed with its file where two files use the same id, or "".
        evidence: the records that settled it.
        missing: what is not known, where it cannot be told.
        because: the parts that settled it; parts that made no difference are left out.
        by_cases: whether it is settled although its parts are not: true, or false, whichever way they turn out.
        provisional: whether it rests on something still running when the records were drawn.
        weight: for an answer that holds, the weakest evidence it cannot do without; None where it rests on no record.
        notes: what a reader should know besides, each beginning with the rule it comes from.
    """

    verdict: Verdict
    says: str
    cite: str = ""
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[Missing, ...] = ()
    because: tuple[Reason, ...] = ()
    by_cases: bool = False
    provisional: bool = False
    weight: Weight | None = None
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Reason: {self.says} {self.verdict.value}>"

    @property
    def all_missing(self) -> tuple[Missing, ...]:
        """Everything not known in this reason and its parts, each once."""
        return tuple(dict.fromkeys(self.each_missing()))

    def each_missing(self) -> Iterator[Missing]:
        """Everything not known in this reason and its parts, as often as it is met."""
        yield from self.missing
        for part in self.because:
            yield from part.each_missing()

    @property
    def has_evidence(self) -> bool:
        """Whether a record bears on it, or on one of its parts."""
        return bool(self.evidence) or any(part.has_evidence for part in self.because)

    def told_in_short(self) -> Iterator[str]:
        """The evidence and the gaps of this reason and its parts, each as one phrase."""
        yield from (item.says for item in self.evidence)
        yield from (f"not known: {gap}" for gap in self.missing)
        for part in self.because:
            yield from part.told_in_short()

    @property
    def headline(self) -> str:
        """The answer, what was asked, its source and its rule, on one line."""
        cited = f" ({self.cite})" if self.cite else ""
        ruled = f" [{self.rule}]" if self.rule else ""
        return f"{self.verdict.value:<12}{self.says}{cited}{ruled}"

    def lines(self, depth: int = 0) -> Iterator[str]:
        """The reason as indented lines, the answer first; parts that only repeat each other are told once."""
        indent = "    " * depth
        yield f"{indent}{self.headline}"
        if self.by_cases:
            weaker = "" if self.weight in (None, Weight.RECORDED) else f"; {self.weight.value}"
            yield f"{indent}    settled whichever way what is not known turns out{weaker}"
        for item in self.evidence:
            yield f"{indent}    {item}"
        for gap in self.missing:
            yield f"{indent}    not known: {gap}"
        for note in self.notes:
            yield f"{indent}    note: {note}"
        alike = {part.all_missing for part in self.because}
        if self.verdict is Verdict.UNKNOWN and len(alike) == 1 and not self.has_evidence:
            for gap in self.because[0].all_missing:
                yield f"{indent}    not known: {gap}"
            return
        for part in self.because:
            if part.verdict is not Verdict.FAILS or part.has_evidence:
                yield from part.lines(depth + 1)

    def __str__(self) -> str:
        return "\n".join(self.lines())
