"""Knows what rests on somebody's word: a statement that a clause is met, a declared code."""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from carepolicy.facts.choices import as_role
from carepolicy.facts.record import Happening


@frozen(kw_only=True, repr=False)
class Attested(Happening):
    """A named role stated that a clause was met.

    Args:
        clause: the clause's id.
        role: who said so, as a role; never a person's name.
    """

    clause: str
    role: str = field(converter=as_role)

    label: ClassVar[str] = "statement"


@frozen(kw_only=True, repr=False)
class Declared(Happening):
    """Somebody declared a value, true as at one day and silent about every other.

    Args:
        attribute: what was asked, such as "post looked-after arrangements".
        value: the answer, as a code.
    """

    attribute: str
    value: str

    label: ClassVar[str] = "declaration"
