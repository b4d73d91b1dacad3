"""Knows how what several policies ask together, and where they pull apart, is told to people: as text and as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from carepolicy.conflicts import Cited, Conflict
from carepolicy.errors import NotAskable
from carepolicy.facts.choices import role_in_words
from carepolicy.policy import Binding
from carepolicy.report import DISCLAIMER, WIDTH, line_as_text, line_in_brief, statuses_as_text, when_as_text
from carepolicy.time.written import with_weekday
from carepolicy.together import BoundLine, Obligation, Together

COLUMNS = ("pull", "situation", "sides", "stricter", "treatment", "known")
"""The columns of conflicts as rows of a table."""

_INDENT = " " * 4


def conflicts_as_text(found: Iterable[Conflict]) -> str:
    """Conflicts as text: what each is about, every clause on each side with its source, and how it is to be treated.

    Args:
        found: what `conflicts_between(...)` gives.

    Raises:
        NotAskable: when something given is not a conflict.
    """
    return "\n".join(_conflicts(_checked(found)))


def conflicts_as_rows(found: Iterable[Conflict]) -> list[tuple[str, ...]]:
    """Conflicts as rows under `COLUMNS`; sides are parted by a bar, and clauses by commas.

    Args:
        found: what `conflicts_between(...)` gives.

    Raises:
        NotAskable: when something given is not a conflict.
    """
    return [
        (
            one.pull.value,
            one.situation,
            " | ".join(", ".join(cited.clause for cited in side) for side in one.sides),
            ", ".join(one.stricter),
            one.treatment,
            "known" if one.known else "found by comparing",
        )
        for one in _checked(found)
    ]


def together_as_text(found: Together, *, brief: bool = False) -> str:
    """What several policies ask together, as text: each act with the strictest line first, then where they pull apart.

    Args:
        found: what `together(...)` gives.
        brief: whether each line is told in one.

    Raises:
        NotAskable: when it is not given what `together(...)` gives.
    """
    if not isinstance(found, Together):
        raise NotAskable("together_as_text(...) takes what together(...) gives.")
    return "\n".join(_together(found, brief=brief))


def _checked(found: Iterable[Conflict]) -> Sequence[Conflict]:
    conflicts = tuple(found) if isinstance(found, Iterable) else ()
    if isinstance(found, Iterable) and all(isinstance(one, Conflict) for one in conflicts):
        return conflicts
    raise NotAskable("These are told of conflicts, as conflicts_between(...) gives them.")


def _together(found: Together, *, brief: bool) -> Iterator[str]:
    yield f"{found.child}  on {when_as_text(found.on)}"
    sides = (found.school, "the school's side"), (found.care, "the side that cares")
    told = [f"{' and '.join(names) or 'no policy'} on {side}" for names, side in sides if found.school != found.care]
    yield f"    {', '.join(told)}" if told else f"    {' and '.join(found.school)}, asked together"
    yield ""
    yield from statuses_as_text(found.assessment.statuses)
    for obligation in found.obligations:
        lines = [one for one in obligation.lines if not one.line.wants_a_statement and not one.line.wants_a_list]
        if lines:
            yield ""
            yield from _obligation(obligation, lines, found.assessment.bank_holidays, brief=brief)
    if found.conflicts:
        yield ""
        yield "Where the policies pull apart, on what is on record here"
        for conflict in found.conflicts:
            yield from conflict_as_text(conflict)
    if found.elsewhere:
        yield ""
        number = len(found.elsewhere)
        yield f"Elsewhere they pull apart in {number} more way{'' if number == 1 else 's'}, on nothing on record here."
    yield ""
    yield f"Law as at {with_weekday(found.assessment.law_as_at)}. {DISCLAIMER}"


def _obligation(
    obligation: Obligation, lines: Iterable[BoundLine], bank_holidays: str, *, brief: bool
) -> Iterator[str]:
    since = "" if obligation.occasion is None else f", {when_as_text(obligation.occasion)}"
    yield f"{obligation.act}{since}"
    for one in lines:
        for told in (line_in_brief if brief else line_as_text)(one.line, bank_holidays):
            yield f"{_INDENT}{told}"
        yield from _binding(one.binding)


def _binding(binding: Binding) -> Iterator[str]:
    if not binding.why_not:
        return
    bound = " and ".join(role_in_words(role) for role in binding.roles)
    told = f"binds only the {bound}: otherwise {binding.why_not}" if bound else f"binds nobody here: {binding.why_not}"
    yield from _wrapped(told, _INDENT * 4)


def _conflicts(found: Sequence[Conflict]) -> Iterator[str]:
    if not found:
        yield "These policies pull apart nowhere that is known, and comparing them shows nothing."
    for conflict in found:
        yield from conflict_as_text(conflict)
    yield ""
    yield DISCLAIMER


def conflict_as_text(conflict: Conflict) -> Iterator[str]:
    """One conflict, as lines of text."""
    yield from _wrapped(f"{conflict.pull.value}: {conflict.situation} ({conflict.pull.says})", _INDENT)
    for number, side in enumerate(conflict.sides):
        if number:
            yield f"{_INDENT * 2}against"
        for cited in side:
            yield from _wrapped(_citation(cited), _INDENT * 2)
    known = "" if conflict.known else "found by comparing: "
    yield from _wrapped(f"{known}{conflict.treatment}", _INDENT * 2)


def _citation(cited: Cited) -> str:
    source = f"{cited.profile}, {cited.locator}" if cited.locator else cited.profile
    not_bound = f"; {cited.not_bound}" if cited.not_bound else ""
    return f"{cited.clause}  {cited.says} ({source}{not_bound})"


def _wrapped(told: str, indent: str) -> list[str]:
    return wrap(told, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False)
