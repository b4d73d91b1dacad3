"""Knows how the comparison of two policies is told to people: as text, as Markdown, and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from carepolicy.comparing import Compared, How, PolicyComparison
from carepolicy.errors import NotAskable
from carepolicy.policy.matters import MATTERS
from carepolicy.report import DISCLAIMER, WIDTH
from carepolicy.time.written import with_weekday

ORDER = {
    How.STRICTER: "Stricter",
    How.WEAKER: "Weaker",
    How.DIFFERENT_UNIT: "Measured in units that do not convert",
    How.DIFFERS: "Stricter in one part and weaker in another, or different in what cannot be weighed",
    How.FOR_A_READER: "About the same, for a reader to compare",
    How.SAME: "In both",
    How.ONLY_HERE: "Only here",
    How.SILENT: "Silent",
}
"""In which order the rows are told, and under which heading."""

HEADLINES = {
    How.ONLY_HERE: "What only {one} says",
    How.SILENT: "What only {other} says",
}

COLUMNS = ("how", "matter", "act", "here", "there", "why", "here_says", "there_says")
"""The columns of a comparison as rows of a table."""

_INDENT = " " * 4


def policies_compared_as_text(found: PolicyComparison) -> str:
    """How two policies differ, as text: what is stricter first, then weaker, and at the end what only one of them says.

    Args:
        found: what to tell.

    Raises:
        NotAskable: when it is not given the comparison of two policies.
    """
    return "\n".join(_as_text(_checked(found, "policies_compared_as_text")))


def policies_compared_as_markdown(found: PolicyComparison) -> str:
    """How two policies differ, as Markdown: one table for each way in which they do.

    Args:
        found: what to tell.

    Raises:
        NotAskable: when it is not given the comparison of two policies.
    """
    return "\n".join(_as_markdown(_checked(found, "policies_compared_as_markdown")))


def policies_compared_as_rows(found: PolicyComparison) -> list[tuple[str, ...]]:
    """How two policies differ, as rows under `COLUMNS`; where a cell holds several things, semicolons part them.

    Args:
        found: what to tell.

    Raises:
        NotAskable: when it is not given the comparison of two policies.
    """
    return [
        (
            row.how.value,
            row.matter,
            row.act,
            *("; ".join(cell) for cell in (row.here, row.there, row.why, row.here_says, row.there_says)),
        )
        for row in _checked(found, "policies_compared_as_rows").rows
    ]


def _checked(found: PolicyComparison, name: str) -> PolicyComparison:
    if not isinstance(found, PolicyComparison):
        raise NotAskable(f"{name}(...) takes what compare(...) gives of two profiles.")
    return found


def _sections(found: PolicyComparison) -> Iterator[tuple[How, str, list[Compared]]]:
    for how, heading in ORDER.items():
        rows = [row for row in found.rows if row.how is how]
        if rows:
            yield how, HEADLINES.get(how, heading).format(one=found.one, other=found.other), rows


def _opening(found: PolicyComparison) -> Iterator[str]:
    named = [
        f"{name} ({edition})" if edition else name
        for name, edition in ((found.one, found.one_edition), (found.other, found.other_edition))
    ]
    yield f"{named[0]} beside {named[1]}"
    in_force = "of all times" if found.on is None else f"in force on {with_weekday(found.on)}"
    counted = f"; days counted on {found.counted_on}" if found.counted_on else ""
    yield f"Clauses {in_force}{counted}. Everything is told of {found.one}."
    counts = [(how, len(rows)) for how, _, rows in _sections(found)]
    yield ", ".join(f"{how.value}: {number}" for how, number in counts) or "Neither says anything."
    for called in found.calls:
        yield f"What it calls {called}"


def _as_text(found: PolicyComparison) -> Iterator[str]:
    first, *rest = _opening(found)
    yield first
    for line in rest:
        yield from _wrapped(line, "")
    for how, heading, rows in _sections(found):
        yield ""
        yield heading
        for row in rows:
            yield from _row_as_text(row, brief=how in HEADLINES)
    yield ""
    yield DISCLAIMER


def _row_as_text(row: Compared, *, brief: bool) -> Iterator[str]:
    said = [*zip(row.here, row.here_says, strict=True), *zip(row.there, row.there_says, strict=True)]
    if brief:
        for id, says in said:
            yield from _wrapped(f"{_INDENT}{id}  {says}", _INDENT * 2)
        return
    yield ""
    title = f" ({_words(row.matter)})" if row.matter else ""
    yield from _wrapped(f"{_INDENT}{', '.join(row.here)} beside {', '.join(row.there)}{title}", _INDENT * 2)
    for id, says in said:
        yield from _wrapped(f"{_INDENT * 2}{id}  {says}", _INDENT * 3)
    for why in row.why:
        yield from _wrapped(f"{_INDENT * 2}- {why}", _INDENT * 3)


def _as_markdown(found: PolicyComparison) -> Iterator[str]:
    title, *rest = _opening(found)
    yield f"# {_cell(title)}"
    for line in rest:
        yield ""
        yield _cell(line)
    for how, heading, rows in _sections(found):
        yield ""
        yield f"## {_cell(heading)}"
        yield ""
        if how in HEADLINES:
            yield "| about | clause | says |"
            yield "| --- | --- | --- |"
            for row in rows:
                ids, says = row.here or row.there, row.here_says or row.there_says
                yield f"| {_cell(_words(row.matter))} | {_cell(', '.join(ids))} | {_cell(' '.join(says))} |"
            continue
        yield f"| about | {_cell(found.one)} | {_cell(found.other)} | why |"
        yield "| --- | --- | --- | --- |"
        for row in rows:
            sides = [
                "<br>".join(_cell(f"{id}: {text}") for id, text in zip(ids, says, strict=True))
                for ids, says in ((row.here, row.here_says), (row.there, row.there_says))
            ]
            yield f"| {_cell(_words(row.matter))} | {sides[0]} | {sides[1]} | {'<br>'.join(map(_cell, row.why))} |"
    yield ""
    yield DISCLAIMER


def _words(matter: str) -> str:
    return MATTERS.get(matter, matter.replace("_", " "))


def _cell(text: str) -> str:
    """Text as it stands in a cell of a table, which a bar would end, and the end of a line the whole row."""
    return " ".join(text.split()).replace("|", "\\|")


def _wrapped(told: str, indent: str) -> list[str]:
    return wrap(told, WIDTH, subsequent_indent=indent, break_on_hyphens=False, drop_whitespace=True)
