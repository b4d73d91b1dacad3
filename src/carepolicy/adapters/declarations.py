"""Knows what schools' systems say about care without its dates: census codes and bare flags, each a weaker record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from attrs import frozen

from carepolicy.errors import BadInput, NotAskable, Problem
from carepolicy.facts import (
    AdoptionAbroad,
    Declared,
    Jurisdiction,
    LeftCare,
    Order,
    Record,
    ReportedInCare,
    Source,
    Weight,
)
from carepolicy.time.instants import Instant

POST_LOOKED_AFTER = "post looked-after arrangements"
KINSHIP_CARE = "kinship care"


@frozen
class Code:
    """One code of a code set, with the days on which it may be used.

    Args:
        code: as it is written.
        says: what it means, in our own words.
        valid: the first day on which it could be used, and the first on which it no longer could; None is open.
        order: the order by which the child is declared to have left care; None where it declares none.
    """

    code: str
    says: str
    valid: tuple[date | None, date | None]
    order: Order | None = None


def _by_code(*codes: Code) -> Mapping[str, Code]:
    return {each.code: each for each in codes}


_FROM_THE_FIRST_CENSUS = (date(2014, 1, 1), None)

POST_LOOKED_AFTER_CODES: Mapping[str, Code] = _by_code(
    Code("N", "not declared, which says nothing", _FROM_THE_FIRST_CENSUS),
    Code("A", "adopted from care in England or Wales", _FROM_THE_FIRST_CENSUS, Order.ADOPTION),
    Code(
        "G",
        "left care in England or Wales under a special guardianship order",
        _FROM_THE_FIRST_CENSUS,
        Order.SPECIAL_GUARDIANSHIP,
    ),
    Code(
        "R", "left care in England or Wales under a residence order", _FROM_THE_FIRST_CENSUS, Order.CHILD_ARRANGEMENTS
    ),
    Code(
        "C",
        "left care in England or Wales under a child arrangements order",
        (date(2014, 4, 22), None),
        Order.CHILD_ARRANGEMENTS,
    ),
    Code("O", "adopted from state care outside England and Wales", (date(2022, 10, 1), None), Order.ADOPTION),
)
"""Code set CS087, data item 100587, of the school and alternative provision census."""

KINSHIP_CARE_CODES: Mapping[str, Code] = _by_code(
    Code("ND", "not declared", (date(2026, 9, 1), None)),
    Code("KF", "formal kinship care", (date(2026, 9, 1), None)),
    Code("KI", "informal kinship care", (date(2026, 9, 1), None)),
    Code("KU", "kinship care of an unknown kind", (date(2026, 9, 1), None)),
)
"""Code set CS134, from the autumn census of 2026."""


def post_looked_after_arrangements(code: str, *, on: date, source: Source | None = None) -> tuple[Record, ...]:
    """What a declared code of post looked-after arrangements puts on record: a leaving of care some time up to a day.

    A declaration is good evidence that the child left care by an order, and does not say when. N says nothing.

    Args:
        code: one of `POST_LOOKED_AFTER_CODES`.
        on: the day of the census.
        source: where it was read.

    Raises:
        BadInput: when it is no code of the set, or not one of that year.

    Source: DfE, Common Basic Data Set, code set CS087; law notes 5.5.

    >>> post_looked_after_arrangements("N", on=date(2026, 10, 1))
    ()
    """
    found = _code(code, POST_LOOKED_AFTER_CODES, "post looked-after arrangements", on, source)
    if found.order is None:
        return ()
    at = Instant.between(None, on)
    if code == "O":
        return (AdoptionAbroad(at=at, from_state_care=True, source=source, weight=Weight.DECLARED),)
    said = LeftCare(
        at=at, by=found.order, jurisdiction=Jurisdiction.ENGLAND_OR_WALES, source=source, weight=Weight.DECLARED
    )
    return (said,)


def kinship_care(code: str, *, on: date, source: Source | None = None) -> tuple[Record, ...]:
    """What a declared kinship care code puts on record: the declaration for its day, and nothing about care.

    Args:
        code: one of `KINSHIP_CARE_CODES`.
        on: the day of the census.
        source: where it was read.

    Raises:
        BadInput: when it is no code of the set, or not one of that year.

    Source: code set CS134; law notes 5.5.
    """
    _code(code, KINSHIP_CARE_CODES, KINSHIP_CARE, on, source)
    if code == "ND":
        return ()
    return (Declared(attribute=KINSHIP_CARE, value=code, at=on, source=source, weight=Weight.DECLARED),)


def flagged_in_care(flag: bool | None, *, on: date, source: Source | None = None) -> tuple[Record, ...]:
    """What an "in care" flag of a school's system puts on record: in care on that day, since and until nobody knows.

    A flag that is not set says nothing: "not known" is never "no".

    Args:
        flag: whether it was set; None where it was empty.
        on: the day of the export or the transfer.
        source: where it was read.

    Raises:
        NotAskable: when the flag is not True, False or None.

    Source: law notes 5.5; the Common Transfer File's InCare and its like.
    """
    _must_be_a_day(on)
    if not _is_set(flag):
        return ()
    start, end = Instant.between(None, on), Instant.between(on + timedelta(days=1), None)
    return (ReportedInCare(start=start, end=end, jurisdiction=None, source=source, weight=Weight.FLAGGED),)


def flagged_ever_in_care(flag: bool | None, *, on: date, source: Source | None = None) -> tuple[Record, ...]:
    """What an "ever in care" flag puts on record: care begun some time up to a day, over or not, left nobody knows how.

    Args:
        flag: whether it was set; None where it was empty.
        on: the day of the export.
        source: where it was read.

    Raises:
        NotAskable: when the flag is not True, False or None.
    """
    _must_be_a_day(on)
    if not _is_set(flag):
        return ()
    return (
        ReportedInCare(
            start=Instant.between(None, on),
            end=Instant.between(None, None),
            jurisdiction=None,
            source=source,
            weight=Weight.FLAGGED,
        ),
    )


def _must_be_a_day(on: date) -> None:
    if isinstance(on, datetime) or not isinstance(on, date) or on >= date.max:
        raise NotAskable("on= takes the day of the census or the export, such as date(2026, 10, 1).")


def _is_set(flag: bool | None) -> bool:
    if flag is None or isinstance(flag, bool):
        return flag is True
    raise NotAskable("A flag is True, False, or None where it is empty. Turn 1 and 0 into them where they are read.")


def _code(code: str, known: Mapping[str, Code], name: str, on: date, source: Source | None) -> Code:
    _must_be_a_day(on)
    file = "declaration" if source is None else source.file
    row = source.rows[0] if source is not None and source.rows else None
    found = known.get(code) if isinstance(code, str) else None
    if found is None:
        listed = ", ".join(f"{each.code} ({each.says})" for each in known.values())
        raise BadInput([Problem(file, row, name, f"this is no code of the set. It takes {listed}.")])
    first, until = found.valid
    if (first is not None and on < first) or (until is not None and on >= until):
        year = "" if first is None else f" from {first.isoformat()}"
        raise BadInput([Problem(file, row, name, f"{code!r} can be used{year}. Check the code, or the day.")])
    return found
