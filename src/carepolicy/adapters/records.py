"""Knows children and assessments as plain dicts and JSON, in and out, with a schema version and a JSON Schema."""

# What JSON holds has no type until it has been read here.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, Attribute, fields, has

from carepolicy.adapters.school_events import event_name
from carepolicy.assessment import Assessment, StatusesOnDay
from carepolicy.comparing import PolicyComparison
from carepolicy.comparison import Comparison
from carepolicy.conflicts import Conflict
from carepolicy.consequences import Consequences
from carepolicy.errors import BadInput, BadRecord, CarePolicyError, NotAskable, Problem
from carepolicy.facts import FAMILIES, KINDS, Child, Family, Record
from carepolicy.ruling import Ruling
from carepolicy.time.days import Days
from carepolicy.time.instants import Instant
from carepolicy.together import Together

CHILD_SCHEMA = "carepolicy/child/1"
ASSESSMENT_SCHEMA = "carepolicy/assessment/1"
STATUSES_SCHEMA = "carepolicy/statuses/1"

Value = TypeVar("Value")
Plain = Any
"""What JSON can hold: dicts, lists, text, numbers, booleans and None."""

_LEFT_OUT = frozenset({"memory"})
_LIKE_A_NAME = re.compile(r"[a-z_]{1,30}")


# --- the front of the room ------------------------------------------------------------------------------------


def child_to_dict(child: Child) -> dict[str, Plain]:
    """A child as a plain dict, from which `child_from_dict` makes an equal one.

    Raises:
        NotAskable: when it is not given a child.
    """
    if not isinstance(child, Child):
        raise NotAskable(f"This writes a Child, and was given a {type(child).__name__}.")
    return {"schema": CHILD_SCHEMA, **_object(child)}


def child_from_dict(data: Mapping[str, Plain], *, kinds: Iterable[type[Record]] = KINDS) -> Child:
    """A child from a plain dict.

    Args:
        data: as `child_to_dict` makes it.
        kinds: the kinds of record that may be in it.

    Raises:
        BadInput: with every problem in it, each with its place in the dict.
    """
    return _from(Child, CHILD_SCHEMA, data, tuple(kinds))


def child_to_json(child: Child) -> str:
    """A child as JSON text."""
    return json.dumps(child_to_dict(child), ensure_ascii=False, indent=2)


def child_from_json(text: str, *, kinds: Iterable[type[Record]] = KINDS) -> Child:
    """A child from JSON text.

    Raises:
        BadInput: with every problem in it.

    >>> from carepolicy.facts import CARE, CareOrder
    >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2025-03")], complete=[CARE])
    >>> child_from_json(child_to_json(sam)) == sam
    True
    """
    return child_from_dict(_parsed(text), kinds=kinds)


def assessment_to_dict(assessment: Assessment) -> dict[str, Plain]:
    """An assessment as a plain dict, from which `assessment_from_dict` makes an equal one.

    Raises:
        NotAskable: when it is not given an assessment.
    """
    if not isinstance(assessment, Assessment):
        raise NotAskable(f"This writes an Assessment, and was given a {type(assessment).__name__}.")
    return {"schema": ASSESSMENT_SCHEMA, **_object(assessment)}


def assessment_from_dict(data: Mapping[str, Plain]) -> Assessment:
    """An assessment from a plain dict.

    Raises:
        BadInput: with every problem in it, each with its place in the dict.
    """
    return _from(Assessment, ASSESSMENT_SCHEMA, data, KINDS)


def assessment_to_json(assessment: Assessment) -> str:
    """An assessment as JSON text."""
    return json.dumps(assessment_to_dict(assessment), ensure_ascii=False, indent=2)


def assessment_from_json(text: str) -> Assessment:
    """An assessment from JSON text.

    Raises:
        BadInput: with every problem in it.
    """
    return assessment_from_dict(_parsed(text))


def statuses_to_dict(statuses: StatusesOnDay) -> dict[str, Plain]:
    """Some statuses of a child on a day as a plain dict, from which `statuses_from_dict` makes an equal value.

    Raises:
        NotAskable: when it is not given statuses on a day.

    >>> from carepolicy.assessment import LAW_AS_AT, statuses_on
    >>> sam = Child("sam", born="2014-05-09")
    >>> found = StatusesOnDay(sam.id, date(2026, 3, 20), statuses_on(sam, date(2026, 3, 20)), LAW_AS_AT)
    >>> statuses_from_dict(statuses_to_dict(found)) == found
    True
    """
    if not isinstance(statuses, StatusesOnDay):
        raise NotAskable(f"This writes a StatusesOnDay, and was given a {type(statuses).__name__}.")
    return {"schema": STATUSES_SCHEMA, **_object(statuses)}


def statuses_from_dict(data: Mapping[str, Plain]) -> StatusesOnDay:
    """Some statuses of a child on a day from a plain dict.

    Raises:
        BadInput: with every problem in it, each with its place in the dict.
    """
    return _from(StatusesOnDay, STATUSES_SCHEMA, data, KINDS)


ANSWERS: Mapping[type, str] = {
    Ruling: "carepolicy/ruling/1",
    Consequences: "carepolicy/consequences/1",
    Comparison: "carepolicy/comparison/1",
    PolicyComparison: "carepolicy/policy_comparison/1",
    Together: "carepolicy/together/1",
}
"""The answers to single questions, and the schema that each is written under."""


Answer = Ruling | Consequences | Comparison | PolicyComparison | Together


def answer_to_dict(answer: Answer) -> dict[str, Plain]:
    """A ruling, what follows from an event, what changed, how policies differ or what several ask, as a plain dict.

    `answer_from_dict` reads it.

    Raises:
        NotAskable: when it is given something else.
    """
    if type(answer) not in ANSWERS:
        raise NotAskable(
            "This writes a Ruling, Consequences, a Comparison, a PolicyComparison or a Together; it was given a "
            f"{type(answer).__name__}."
        )
    return {"schema": ANSWERS[type(answer)], **_object(answer)}


def conflict_to_dict(conflict: Conflict) -> dict[str, Plain]:
    """A place where policies pull apart, as a plain dict; it stands under no schema of its own.

    Raises:
        NotAskable: when it is given something else.
    """
    if not isinstance(conflict, Conflict):
        raise NotAskable("This writes a Conflict, as conflicts_between(...) gives it.")
    return _object(conflict)


def answer_from_dict(data: Mapping[str, Plain]) -> Answer:
    """A ruling, what follows from an event, what changed, how policies differ or what several ask, from a plain dict.

    Raises:
        BadInput: with every problem in it, each with its place in the dict.
    """
    named = {schema: kind for kind, schema in ANSWERS.items()}
    schema = data.get("schema") if isinstance(data, Mapping) else None
    kind = named.get(schema, Ruling) if isinstance(schema, str) else Ruling
    return cast("Answer", _from(kind, ANSWERS[kind], data, KINDS))


def answer_schema(kind: type) -> dict[str, Plain]:
    """The JSON Schema of a kind of answer.

    Args:
        kind: `Ruling`, `Consequences`, `Comparison`, `PolicyComparison` or `Together`.
    """
    return _schema(kind, ANSWERS[kind])


def statuses_schema() -> dict[str, Plain]:
    """The JSON Schema of some statuses of a child on a day."""
    return _schema(StatusesOnDay, STATUSES_SCHEMA)


def child_schema() -> dict[str, Plain]:
    """The JSON Schema of a child."""
    return _schema(Child, CHILD_SCHEMA)


def assessment_schema() -> dict[str, Plain]:
    """The JSON Schema of an assessment."""
    return _schema(Assessment, ASSESSMENT_SCHEMA)


def _parsed(text: str) -> Mapping[str, Plain]:
    twice: list[str] = []

    def each_once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
        found = dict(pairs)
        twice.extend(name for name in found if sum(name == other for other, _ in pairs) > 1)
        return found

    data: Plain = None
    says = ""
    try:
        data = json.loads(text, object_pairs_hook=each_once)
    except json.JSONDecodeError as error:
        says = f"is not JSON from line {error.lineno}, column {error.colno} on. Check the brackets and commas there."
    except (RecursionError, ValueError):
        says = "has brackets too deep, or a number too long, to be read. Check it."
    if says:  # raised here, so that the error does not hold the text
        raise BadInput([Problem("JSON", None, None, says)])
    if twice:
        raise BadInput([Problem("JSON", None, None, "has a name twice in one object. Keep each once.")])
    if not isinstance(data, dict):
        raise BadInput([Problem("JSON", None, None, "is not an object. It begins with a brace.")])
    return data


# --- out ------------------------------------------------------------------------------------------------------


def _object(value: Any) -> dict[str, Plain]:
    said: dict[str, Plain] = {}
    if isinstance(value, Record):
        said["kind"] = event_name(type(value))
    for attribute in _fields(type(value)):
        held = getattr(value, attribute.name)
        if attribute.default is NOTHING or held != _default(attribute):
            said[attribute.name] = _plain(held)
    return said


def _fields(kind: type) -> Iterator[Attribute[Any]]:
    for attribute in fields(kind):
        if attribute.name not in _LEFT_OUT:
            yield attribute


def _default(attribute: Attribute[Any]) -> Any:
    default = attribute.default
    return default.factory() if hasattr(default, "factory") else default  # type: ignore[union-attr]


def _plain(value: Any) -> Plain:
    if isinstance(value, Family):
        return value.name
    if isinstance(value, Instant):
        return str(value)
    if isinstance(value, Days):
        return [[None if end is None else end.isoformat() for end in pair] for pair in value.stretches()]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _object(value) if has(type(value)) else value


# --- in -------------------------------------------------------------------------------------------------------


class _Reader:
    """Reads plain values into the types they came from, and notes each problem with its place."""

    def __init__(self, kinds: Sequence[type[Record]]) -> None:
        self.kinds = {event_name(kind): kind for kind in kinds}
        self.problems: list[Problem] = []

    def wrong(self, place: str, says: str) -> Any:
        """Notes a problem; what it returns stands for the value that could not be read."""
        self.problems.append(Problem(f"JSON, at {place}" if place else "JSON", None, None, says))
        return None

    def read(self, kind: Any, data: Plain, place: str) -> Any:
        origin = get_origin(kind)
        if origin in (Union, types.UnionType):
            return self._optional(kind, data, place)
        if origin is tuple:
            return self._items(get_args(kind), data, place)
        if isinstance(kind, type):
            for known, read in self._readers().items():
                if issubclass(kind, known):
                    return read(kind, data, place)
        raise TypeError(kind)

    def _readers(self) -> dict[type, Callable[[Any, Plain, str], Any]]:
        return {
            Record: self._record,
            Family: self._family,
            Instant: self._instant,
            Days: self._days,
            Enum: self._member,
            date: self._date,
            bool: self._simple,
            int: self._simple,
            str: self._simple,
            object: self._object,
        }

    def _optional(self, kind: Any, data: Plain, place: str) -> Any:
        if data is None:
            return None
        (other,) = (one for one in get_args(kind) if one is not type(None))
        return self.read(other, data, place)

    def _items(self, kinds: tuple[Any, ...], data: Plain, place: str) -> Any:
        if not isinstance(data, list):
            return self.wrong(place, "is not a list. Write it in square brackets.")
        if kinds[-1] is Ellipsis:
            return tuple(self.read(kinds[0], item, f"{place}[{number}]") for number, item in enumerate(data))
        if len(data) != len(kinds):
            return self.wrong(place, f"has {len(data)} items and needs {len(kinds)}.")
        return tuple(
            self.read(kind, item, f"{place}[{number}]")
            for number, (kind, item) in enumerate(zip(kinds, data, strict=True))
        )

    def _simple(self, kind: type, data: Plain, place: str) -> Any:
        if isinstance(data, kind) and (kind is bool or not isinstance(data, bool)):
            return data
        return self.wrong(place, f"is not {_article(kind)}.")

    def _date(self, kind: type, data: Plain, place: str) -> Any:
        try:
            return date.fromisoformat(data)
        except (TypeError, ValueError):
            return self.wrong(place, "is not a date. Write it as 2026-03-31.")

    def _instant(self, kind: type, data: Plain, place: str) -> Any:
        try:
            return Instant.of(data)
        except CarePolicyError as error:
            return self.wrong(place, str(error))

    def _days(self, kind: type, data: Plain, place: str) -> Any:
        pairs = self.read(tuple[tuple[date | None, date | None], ...], data, place)
        if pairs is None or None in pairs:
            return None
        if any(first is not None and until is not None and first >= until for first, until in pairs):
            return self.wrong(place, "has a stretch that ends before it begins, or has no day. Write [first, until].")
        return Days.of(*pairs)

    def _family(self, kind: type, data: Plain, place: str) -> Any:
        known = dict.fromkeys((*FAMILIES, *(kind.family for kind in self.kinds.values())))
        for family in known:
            if family.name == data:
                return family
        return self.wrong(place, f"is not a family of records. There are: {', '.join(map(str, known))}.")

    def _member(self, kind: type[Enum], data: Plain, place: str) -> Any:
        try:
            return kind(data)
        except ValueError:
            accepted = ", ".join(str(member.value) for member in kind)
            return self.wrong(place, f"is not one of: {accepted}.")

    def _record(self, kind: type, data: Plain, place: str) -> Any:
        if not isinstance(data, dict):
            return self.wrong(place, "is not an object.")
        name = data.get("kind")
        found = self.kinds.get(name) if isinstance(name, str) else None
        if found is None:
            return self.wrong(f"{place}.kind", f"is not a kind of record. There are: {', '.join(self.kinds)}.")
        rest = {key: value for key, value in data.items() if key != "kind"}
        return self._object(found, rest, place)

    def _object(self, kind: type, data: Plain, place: str) -> Any:
        if not isinstance(data, dict):
            return self.wrong(place, "is not an object.")
        before = len(self.problems)
        hints = _hints(kind)
        known = {attribute.name: attribute for attribute in _fields(kind)}
        for name in data:
            if name not in known:
                shown = name if _LIKE_A_NAME.fullmatch(name) else "?"  # anything else may be a child's data
                self.wrong(f"{place}.{shown}".strip("."), f"is not known here. There are: {', '.join(known)}.")
        said: dict[str, Any] = {}
        for name, attribute in known.items():
            where = f"{place}.{name}".strip(".")
            if name in data:
                said[attribute.alias or name] = self.read(hints[name], data[name], where)
            elif attribute.default is NOTHING:
                self.wrong(where, "is missing.")
        if len(self.problems) > before:
            return None
        try:
            return kind(**said)
        except BadRecord as error:
            return self.wrong(place, str(error))


def _from(kind: type[Value], schema: str, data: Plain, kinds: Sequence[type[Record]]) -> Value:
    reader = _Reader(kinds)
    if not isinstance(data, Mapping):
        reader.wrong("", "is not an object. Give what a JSON object is read as: a dict.")
        raise BadInput(reader.problems)
    if data.get("schema") != schema:
        reader.wrong(
            "schema", f"is not {schema}, the one that is read here. Convert the file, or use the release that wrote it."
        )
        raise BadInput(reader.problems)
    value: Value = reader.read(kind, {name: held for name, held in data.items() if name != "schema"}, "")
    if reader.problems:
        raise BadInput(reader.problems)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _article(kind: type) -> str:
    return {bool: "true or false", int: "a whole number", str: "text"}[kind]


# --- the schema -----------------------------------------------------------------------------------------------


def _schema(kind: type, schema: str) -> dict[str, Plain]:
    definitions: dict[str, Plain] = {}
    body = _schema_of_object(kind, definitions)
    body["properties"] = {"schema": {"const": schema}, **body["properties"]}
    body["required"] = ["schema", *body["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": schema, **body, "$defs": definitions}


def _schema_of(kind: Any, definitions: dict[str, Plain]) -> Plain:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (other,) = (one for one in get_args(kind) if one is not type(None))
        return {"anyOf": [_schema_of(other, definitions), {"type": "null"}]}
    if origin is tuple:
        kinds = get_args(kind)
        if kinds[-1] is Ellipsis:
            return {"type": "array", "items": _schema_of(kinds[0], definitions)}
        items = [_schema_of(one, definitions) for one in kinds]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if kind is Days:
        return _schema_of(tuple[tuple[date | None, date | None], ...], definitions)
    if issubclass(kind, Enum):
        definitions[kind.__name__] = {"enum": [member.value for member in kind]}
        return {"$ref": f"#/$defs/{kind.__name__}"}
    simple = {bool: {"type": "boolean"}, int: {"type": "integer"}, str: {"type": "string"}, Family: {"type": "string"}}
    if kind in simple:
        return simple[kind]
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind is Instant:
        return {"type": "string", "description": "a year, month, day or time, or two days with a slash between"}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _schema_of_records(definitions) if kind is Record else _schema_of_object(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _schema_of_records(definitions: dict[str, Plain]) -> Plain:
    cases: list[Plain] = []
    for kind in KINDS:
        name = event_name(kind)
        body = _schema_of_object(kind, definitions)
        body["properties"] = {"kind": {"const": name}, **body["properties"]}
        body["required"] = ["kind", *body["required"]]
        definitions[kind.__name__] = body
        cases.append({"if": {"properties": {"kind": {"const": name}}}, "then": {"$ref": f"#/$defs/{kind.__name__}"}})
    names = [event_name(kind) for kind in KINDS]
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": names}}, "allOf": cases}


def _schema_of_object(kind: type, definitions: dict[str, Plain]) -> dict[str, Plain]:
    hints = _hints(kind)
    return {
        "type": "object",
        "properties": {field.name: _schema_of(hints[field.name], definitions) for field in _fields(kind)},
        "required": [field.name for field in _fields(kind) if field.default is NOTHING],
        "additionalProperties": False,
    }
