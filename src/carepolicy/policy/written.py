"""Knows how a part of a policy is written, so that what it prints rebuilds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from carepolicy.facts import Record


@frozen(repr=False)
class KindsByName:
    """Kinds of record, printed by their names."""

    kinds: tuple[type[Record], ...]
    one: bool = False

    def __repr__(self) -> str:
        names = [kind.__name__ for kind in self.kinds]
        return names[0] if self.one else f"[{', '.join(names)}]"


def by_name(kinds: tuple[type[Record], ...], *, one: bool = False) -> KindsByName | None:
    """Kinds of record as they are written, in brackets or the only one without; None where there is none."""
    return KindsByName(kinds, one) if kinds else None


def written(name: str, first: Iterable[str], named: Mapping[str, object]) -> str:
    """A call as it is written, with the named parts that say something."""
    rest = [
        f"{key}={value!r}"
        for key, value in named.items()
        if value is not None and value is not False and value not in ("", ())
    ]
    return f"{name}({', '.join([*first, *rest])})"
