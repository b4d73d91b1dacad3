"""Knows how the law told here is printed: a page for each definition, one for conventions, and a list of them all."""

from __future__ import annotations

from collections.abc import Iterator

from carepolicy.law import looked_after, particulars, previously_looked_after, social_worker, uses
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.conventions import CONVENTIONS, DECISIONS
from carepolicy.law.provision import Provision
from carepolicy.law.rules import DEFINITIONS, PROVISIONS, definition_named, families_of, not_verified, variant_of
from carepolicy.law.sources import SOURCES
from carepolicy.law.uses import USES
from carepolicy.law.worked_examples import EXAMPLES, Example
from carepolicy.logic.definition import Definition, commenced, differences
from carepolicy.time.written import plain

CONVENTIONS_PAGE = "conventions"
INDEX_PAGE = "index"
NOT_OFFICIAL = (
    "This is not official guidance. Crown material is told in our own words, under the Open Government Licence v3.0."
)


def pages() -> dict[str, str]:
    """Every page, as Markdown, by its name."""
    return {
        INDEX_PAGE: _page(_index()),
        CONVENTIONS_PAGE: _page(_conventions()),
        **{name: definition_page(name) for name in DEFINITIONS},
    }


def definition_page(name: str) -> str:
    """The page of one definition, as Markdown: what it asks, where each part comes from, examples, what it leaves out.

    Args:
        name: the name under which the definition stands, such as "order_must_be_current".

    Raises:
        UnknownName: when there is none; the message lists the nearest.
    """
    return _page(_definition(name, definition_named(name)))


def _page(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _definition(name: str, definition: Definition) -> Iterator[str]:
    yield f"# `{name}`: {definition.name}"
    yield ""
    yield definition.says
    yield ""
    yield f"Source: {definition.cite or 'a use of words, in no Act'}. Checked to {plain(LAW_AS_AT)}. {NOT_OFFICIAL}"
    if not definition.in_force:
        yield ""
        yield "**Enacted, and not commenced.** It is switched off: asking it is an error that says so, and"
        yield f"`commenced({name})` asks it as the law will be. The examples below do."
    yield ""
    yield f"In Python `from carepolicy.law.{_room_of(name)} import {_python_name(name)}`, or `DEFINITIONS[{name!r}]` of"
    yield f"`carepolicy.law.rules`; on the command line `--definition {name}`."
    yield "How to ask it: [Asking about a status](../asking.md)."
    yield ""
    yield "## What it asks"
    yield ""
    yield from _as_text(definition.whole_tree())
    base = variant_of(name)
    if base:
        yield ""
        yield f"## How it differs from [`{base}`]({base}.md)"
        yield ""
        pair = (DEFINITIONS[base], definition)
        compared = differences(*(pair if definition.in_force else map(commenced, pair)))
        yield from _as_text(str(compared).splitlines())
    yield ""
    yield "## Its rules, and how well each was checked"
    yield ""
    used = {rule.id: rule for rule in definition.all_rules()}
    yield from _rules(each for each in PROVISIONS if each.id in used)
    for each in PROVISIONS:
        if each.id in used and used[each.id].cite != each.cite:
            yield f"\nHere `{each.id}` is: {used[each.id].says}. Source: {used[each.id].cite}."
    served = [use for use in USES if use.definition == definition]
    if served:
        yield ""
        yield "## What it is for"
        yield ""
        for use in served:
            yield f"* ({use.letter}) **{use.name}**. Who decides: {use.decides}."
            if use.not_tested:
                yield f"  Not tested here: {use.not_tested}."
    left_out = [each for each in families_of(definition) if each.leaves_out]
    if left_out:
        yield ""
        yield "## What it does not cover"
        yield ""
        yield from _rules(left_out)
    yield ""
    yield "## Examples"
    for example in EXAMPLES[name]:
        yield ""
        yield from _example(definition, example)


_OTHERWISE_NAMED = {"cpic_history": "once_previously_looked_after"}
_ROOMS = (looked_after, previously_looked_after, social_worker, particulars, uses)


def _python_name(name: str) -> str:
    return _OTHERWISE_NAMED.get(name, name)


def _room_of(name: str) -> str:
    """The room of `law` in which a definition stands."""
    room = next(room for room in _ROOMS if getattr(room, _python_name(name), None) is DEFINITIONS[name])
    return room.__name__.rpartition(".")[2]


def _example(definition: Definition, example: Example) -> Iterator[str]:
    asked = definition if definition.in_force else commenced(definition)
    yield f"{example.facts} On {plain(example.day)}:"
    yield ""
    yield from _as_text(str(asked.on(example.day, example.child)).splitlines())


def _rules(provisions: Iterator[Provision] | list[Provision]) -> Iterator[str]:
    yield "| rule | says | source | checked |"
    yield "|---|---|---|---|"
    for each in provisions:
        checked = "; ".join(str(marked) for marked in each.marks) or "not a text"
        rests = f" Rests on {', '.join(f'[{id}](conventions.md)' for id in each.decisions)}." if each.decisions else ""
        binds = "convention" if each.strength is None else each.strength.value
        yield f"| `{each.id}` | {each.says}{rests} | {each.cite or 'none'} ({binds}) | {checked} |"


def _as_text(lines: Iterator[str] | list[str]) -> Iterator[str]:
    yield "```text"
    yield from lines
    yield "```"


def _conventions() -> Iterator[str]:
    yield "# Conventions, decisions, and what was not verified"
    yield ""
    yield f"How every status is worked out, as checked to {plain(LAW_AS_AT)}. {NOT_OFFICIAL}"
    yield ""
    yield "## Conventions"
    yield ""
    yield from _rules(list(CONVENTIONS))
    yield ""
    yield "## Decisions, where the law is silent or sources differ"
    yield ""
    yield "| decision | done here | not, or kept as a variant |"
    yield "|---|---|---|"
    for decision in DECISIONS:
        yield f"| `{decision.id}` | {decision.says} | {decision.instead} |"
    yield ""
    yield "## Rules of which some part of the text was not seen"
    yield ""
    yield from _rules(list(not_verified()))
    yield ""
    yield "## Sources read"
    yield ""
    yield "| key | source |"
    yield "|---|---|"
    for key, source in SOURCES.items():
        yield f"| {key} | {source} |"


def _index() -> Iterator[str]:
    yield "# The law, as it is told here"
    yield ""
    yield f"One page for each definition, printed from the rules themselves. Checked to {plain(LAW_AS_AT)}."
    yield "[Conventions, decisions, and what was not verified](conventions.md)."
    yield "In Python `carepolicy.law.rules` holds `DEFINITIONS`, `PROVISIONS`, `DECISIONS` and `not_verified()`, and"
    yield "`differences(one, other)` of `carepolicy.logic.definition` says how two differ."
    yield ""
    yield "| definition | who is meant |"
    yield "|---|---|"
    for name, definition in DEFINITIONS.items():
        off = "" if definition.in_force else " (not commenced)"
        yield f"| [`{name}`]({name}.md) | {definition.says}{off} |"
    yield ""
    yield "## Previously looked after, for what?"
    yield ""
    yield "| | use | definition | who decides |"
    yield "|---|---|---|---|"
    for use in USES:
        name = next(name for name, definition in DEFINITIONS.items() if definition == use.definition)
        yield f"| {use.letter} | {use.name} | [`{name}`]({name}.md) | {use.decides} |"
