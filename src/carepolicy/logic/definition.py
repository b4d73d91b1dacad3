"""Knows how conditions get names: limbs with their ids, variants that replace a limb, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from attrs import evolve, field, frozen

from carepolicy.errors import BadPolicy, NotAskable, NotInForce
from carepolicy.facts import Child
from carepolicy.logic.condition import INDENT, AllOf, AnyOf, Asked, Combination, Condition, Leaf, limbs_of
from carepolicy.logic.diagram import Diagram
from carepolicy.logic.finding import Reason, weakest
from carepolicy.logic.history import History, Step
from carepolicy.time.days import Timeline, overlap
from carepolicy.verdict import Verdict

InForce = tuple[date | None, date | None]
"""From which day something is law, and from which it no longer is; None where that side is open."""

ALWAYS_IN_FORCE: InForce = (None, None)
NOT_COMMENCED: InForce = (date.max, None)
"""Enacted, and to begin on a day that has not been fixed."""


def applies_on(in_force: InForce, day: date) -> bool:
    """Whether something was law on a day.

    >>> applies_on((date(2021, 9, 1), None), date(2021, 8, 31)), applies_on(NOT_COMMENCED, date(2026, 11, 21))
    (False, False)
    """
    first, until = in_force
    return (first is None or first <= day) and (until is None or day < until)


@frozen(repr=False, cache_hash=True)
class Rule(Condition):
    """One limb of a definition, with its stable id, its source and a phrase of our own.

    Args:
        id: the reason code that findings and JSON carry.
        says: the limb, as a phrase.
        means: what it asks.
        cite: the Act and section, or the guidance.
        in_force: from which day it is law, and from which it no longer is.
    """

    id: str
    says: str
    means: Condition
    cite: str = ""
    in_force: InForce = field(default=ALWAYS_IN_FORCE, kw_only=True)

    def drawn(self, history: History) -> Timeline:
        return self.means.drawn(history)

    def told_by_its_parts(self, child: Child) -> Timeline | None:
        return self.means.told_by_its_parts(child)

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        yield from self.means.asked(step, turned=turned)

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        return self.means.diagrammed(diagram, step)

    def reason(self, history: History, day: date) -> Reason:
        inner = self.means.reason(history, day)
        if isinstance(self.means, Leaf):  # the limb is the leaf: one line says both
            return evolve(inner, says=self.says, cite=self.cite, rule=self.id)
        parts = inner.because if isinstance(self.means, Combination) else (inner,)
        return evolve(inner, says=self.says, cite=self.cite, rule=self.id, because=parts, evidence=(), missing=())

    def tree(self, depth: int = 0) -> Iterator[str]:
        cited = f" ({self.cite})" if self.cite else ""
        commenced = "" if self.in_force != NOT_COMMENCED else ": enacted, and not commenced"
        yield f"{INDENT * depth}[{self.id}] {self.says}{cited}{commenced}"
        yield from self.means.tree(depth + 1)

    @property
    def title(self) -> str:
        return self.says

    def __repr__(self) -> str:
        in_force = "" if self.in_force == ALWAYS_IN_FORCE else f", in_force={self.in_force!r}"
        return f"Rule({self.id!r}, {self.says!r}, {self.means!r}, {self.cite!r}{in_force})"


@frozen(repr=False, cache_hash=True)
class Remark:
    """Something a reader should know on the days on which a condition holds, without its changing the answer.

    Args:
        rule: the id of the rule that it comes from.
        says: the remark, as a sentence without its full stop.
        when: when it is made.
    """

    rule: str
    says: str
    when: Condition

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"

    def __repr__(self) -> str:
        return f"Remark({self.rule!r}, {self.says!r}, {self.when!r})"


@frozen(repr=False, cache_hash=True)
class Definition(Condition):
    """A status that the law or a policy names, with its source and what it means.

    Args:
        name: what it is called.
        says: what it means, in one sentence of our own.
        gate: what must hold besides, such as being under 18.
        means: its limbs.
        cite: the Act and section, or the guidance.
        reads: the step of the law through which its leaves read the records, such as joining periods of care.
        begins_as: how its beginning is told, such as "becoming looked after".
        law_of: the day whose law decides which limbs count; None counts them all. One day holds for all of a timeline.
        remarks: what a reader should know besides, and when.
    """

    name: str
    says: str
    gate: Condition
    means: Condition
    cite: str = ""
    reads: Step | None = field(default=None, kw_only=True)
    begins_as: str = field(default="", kw_only=True)
    law_of: date | None = field(default=None, kw_only=True)
    remarks: tuple[Remark, ...] = field(default=(), kw_only=True)
    _live: Condition | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        limbs = self._limbs()
        whole = len(limbs) == len(limbs_of(AnyOf, self.means))
        live = self.means if whole else _together(AnyOf, limbs) if limbs else None
        object.__setattr__(self, "_live", live)

    def variant(
        self,
        name: str,
        says: str,
        *,
        replacing: Mapping[str, Rule | None],
        adding: Rule | None = None,
        cite: str = "",
        begins_as: str = "",
    ) -> Definition:
        """The definition with some limbs replaced; everything else stays as it is.

        Args:
            name: what the variant is called.
            says: what it means.
            replacing: the new limb for the id of each rule replaced, in the gate or in the limbs; None leaves it out.
            adding: one limb more.
            cite: its source, where that differs.
            begins_as: how its beginning is told, where that differs.

        Raises:
            BadPolicy: when the definition has no rule of that id.
        """
        known = [rule.id for rule in self.rules]
        unknown = [rule for rule in replacing if rule not in known]
        if unknown:
            raise BadPolicy(f"{self.name} has no limb {', '.join(unknown)}. It has {', '.join(known)}.")
        limbs = tuple(dict.fromkeys((*_replaced(AnyOf, self.means, replacing), *(() if adding is None else (adding,)))))
        gates = tuple(dict.fromkeys(_replaced(AllOf, self.gate, replacing)))
        return evolve(
            self,
            name=name,
            says=says,
            means=_together(AnyOf, limbs),
            gate=_together(AllOf, gates),
            cite=cite or self.cite,
            begins_as=begins_as or self.begins_as,
            remarks=tuple(each for each in self.remarks if replacing.get(each.rule, each) is not None),
        )

    def under_the_law_of(self, day: date) -> Definition:
        """The definition as the law stood on another day: limbs not in force then are left out.

        Args:
            day: the day whose law is applied, to the whole timeline.
        """
        if isinstance(day, datetime) or not isinstance(day, date):
            raise NotAskable("under_the_law_of(day) takes a day, such as date(2021, 9, 1).")
        return evolve(self, law_of=day)

    @property
    def limbs(self) -> tuple[Rule, ...]:
        """Its limbs, in the order written, whether in force or not."""
        return tuple(limb for limb in limbs_of(AnyOf, self.means) if isinstance(limb, Rule))

    def all_rules(self) -> Iterator[Rule]:
        """The rules of its gate and its limbs, and the rules that these are made of; not those of other definitions."""
        yield from _rules_in(self.gate)
        yield from _rules_in(self.means)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its limbs and the rules of its gate, in the order written, whether in force or not."""
        limbs = (*limbs_of(AllOf, self.gate), *limbs_of(AnyOf, self.means))
        return tuple(limb for limb in limbs if isinstance(limb, Rule))

    @property
    def reads_through(self) -> Step | None:
        return self.reads

    @property
    def beginning(self) -> str:
        return self.begins_as

    @property
    def in_force(self) -> bool:
        """Whether any of its limbs is law on the day whose law is applied."""
        return self._live is not None

    def _limbs(self) -> tuple[Condition, ...]:
        law_of = self.law_of
        limbs = limbs_of(AnyOf, self.means)
        if law_of is None:
            return limbs
        return tuple(limb for limb in limbs if not isinstance(limb, Rule) or applies_on(limb.in_force, law_of))

    @property
    def meaning(self) -> Condition:
        """Its limbs as far as they are in force.

        Raises:
            NotInForce: when none is.
        """
        if self._live is not None:
            return self._live
        raise NotInForce(
            f"{self.name} is not the law on {self.law_of}, the day whose law is applied. Ask it as the law will stand, "
            "or stood, on another day: .under_the_law_of(day), or with its limbs commenced: commenced(definition)."
        )

    def drawn(self, history: History) -> Timeline:
        through = history.through(self.reads)
        found: Timeline | None = through.memory.get(self)
        if found is None:
            found = through.memory[self] = overlap((self.gate.drawn(through), self.meaning.drawn(through)))
        return found

    def asked(self, step: Step | None, *, turned: bool = False) -> Iterator[tuple[Asked, bool]]:
        yield from self.gate.asked(self.reads or step, turned=turned)
        yield from self.meaning.asked(self.reads or step, turned=turned)

    def diagrammed(self, diagram: Diagram[Asked], step: Step | None) -> int:
        through = self.reads or step
        return diagram.all_of((self.gate.diagrammed(diagram, through), self.meaning.diagrammed(diagram, through)))

    def reason(self, history: History, day: date) -> Reason:
        through = history.through(self.reads)
        meaning = self.meaning
        gate, means = self.gate.reason(through, day), meaning.reason(through, day)
        verdict = gate.verdict & means.verdict
        parts = [(self.gate, gate), (meaning, means)]
        weight, provisional = weakest((gate.weight, means.weight)), gate.provisional or means.provisional
        if verdict is Verdict.HOLDS:
            parts = parts[1:]
        elif gate.verdict is Verdict.FAILS:
            parts = parts[:1]
        because: list[Reason] = []
        for part, reason in parts:
            if reason.verdict is verdict:
                because.extend(reason.because if isinstance(part, Combination) else (reason,))
        notes = tuple(str(remark) for remark in self.remarks if remark.when.drawn(through).at(day) is Verdict.HOLDS)
        return Reason(
            verdict,
            self.name,
            self.cite,
            because=tuple(because),
            weight=weight,
            provisional=provisional,
            notes=notes,
        )

    def whole_tree(self) -> Iterator[str]:
        """The definition as it is written, with every limb; where it is a part of another it is told by its name."""
        for heading, condition in (
            ("who", self.gate),
            ("any of" if isinstance(self.means, AnyOf) else "what", self.means),
        ):
            yield heading
            parts = condition.parts if isinstance(condition, AnyOf) else (condition,)
            for part in parts:
                yield from part.tree(1)

    @property
    def title(self) -> str:
        return f"{self.name} ({self.cite})" if self.cite else self.name

    def __repr__(self) -> str:
        named = {
            "reads": self.reads,
            "begins_as": self.begins_as or None,
            "law_of": self.law_of,
            "remarks": self.remarks or None,
        }
        rest = "".join(f", {name}={value!r}" for name, value in named.items() if value is not None)
        return f"Definition({self.name!r}, {self.says!r}, {self.gate!r}, {self.means!r}, {self.cite!r}{rest})"


def commenced(definition: Definition) -> Definition:
    """A definition as it will be once every limb that is enacted and not commenced is law."""
    return definition.under_the_law_of(date.max)


def _rules_in(condition: Condition) -> Iterator[Rule]:
    if isinstance(condition, Rule):
        yield condition
        yield from _rules_in(condition.means)
    elif isinstance(condition, Combination):
        for part in condition.parts:
            yield from _rules_in(part)


def _replaced(
    kind: type[Combination], condition: Condition, replacing: Mapping[str, Rule | None]
) -> Iterator[Condition]:
    for limb in limbs_of(kind, condition):
        new = replacing.get(limb.id, limb) if isinstance(limb, Rule) else limb
        if new is not None:
            yield new


def _together(kind: type[Combination], parts: tuple[Condition, ...]) -> Condition:
    if not parts:
        raise BadPolicy("This variant would leave nothing of the definition. Keep one limb, and one part of the gate.")
    return parts[0] if len(parts) == 1 else kind(parts)


# --- what differs ---------------------------------------------------------------------------------------------


@frozen
class Differing:
    """One limb in which two definitions differ.

    Args:
        id: the rule's id.
        one: what the first says there, or "" where it has no such limb.
        other: what the second says there, or "" where it has no such limb.
    """

    id: str
    one: str
    other: str


@frozen
class Comparison:
    """How two definitions differ, limb by limb; limbs in which they agree are counted and not told.

    Args:
        one: the name of the first.
        other: the name of the second.
        differing: the limbs in which they differ, in the order of the first, then those of the second alone.
        alike: how many limbs they share.
    """

    one: str
    other: str
    differing: tuple[Differing, ...]
    alike: int

    def __str__(self) -> str:
        shared = f"{self.alike} limb{'' if self.alike == 1 else 's'} alike"
        if not self.differing:
            return f"{self.one} and {self.other} do not differ: {shared}"
        lines = [f"{self.one} beside {self.other}: {shared}, {len(self.differing)} not"]
        for found in self.differing:
            lines.append(f"  {found.id}")
            lines.append(f"    {self.one}: {found.one or 'no such limb'}")
            lines.append(f"    {self.other}: {found.other or 'no such limb'}")
        return "\n".join(lines)


def differences(one: Definition, other: Definition) -> Comparison:
    """How two definitions differ, limb by limb, each as far as it is in force.

    >>> from carepolicy.logic.vocabulary import under_age
    >>> under_18 = Definition("young", "", Rule("A-0", "alive", under_age(99)), Rule("A-1", "under 18", under_age(18)))
    >>> under_25 = under_18.variant("youngish", "", replacing={"A-1": Rule("A-1", "under 25", under_age(25))})
    >>> print(differences(under_18, under_25))
    young beside youngish: 1 limb alike, 1 not
      A-1
        young: under 18
        youngish: under 25
    """
    if not (isinstance(one, Definition) and isinstance(other, Definition)):
        raise NotAskable("differences(one, other) takes two definitions, such as looked_after.")
    mine, theirs = _by_id(one), _by_id(other)
    ids = list(dict.fromkeys((*mine, *theirs)))
    differing = tuple(_differing(id, mine.get(id), theirs.get(id)) for id in ids if mine.get(id) != theirs.get(id))
    return Comparison(one.name, other.name, differing, len(ids) - len(differing))


def _by_id(definition: Definition) -> dict[str, Rule]:
    law_of = definition.law_of
    return {rule.id: rule for rule in definition.rules if law_of is None or applies_on(rule.in_force, law_of)}


def _differing(id: str, one: Rule | None, other: Rule | None) -> Differing:
    """One limb that differs; where the words are the same, with what differs in its source, its dates or its test."""
    if one is None or other is None or one.says != other.says:
        return Differing(id, "" if one is None else one.says, "" if other is None else other.says)
    return Differing(id, *(f"{rule.says} ({_besides(rule, one, other)})" for rule in (one, other)))


def _besides(rule: Rule, one: Rule, other: Rule) -> str:
    told = [rule.cite] if one.cite != other.cite else []
    if one.in_force != other.in_force:
        first, until = (
            None if day is None else "commencement" if day == date.max else str(day) for day in rule.in_force
        )
        told.append(f"in force from {first or 'the start'} until {until or 'further notice'}")
    return "; ".join(told) or " ".join(line.strip() for line in rule.means.tree())
