"""Knows the term dates that come with the library: two councils' and twelve schools', each with its source and mark."""

from __future__ import annotations

from importlib import import_module

from carepolicy.time.calendar import SchoolCalendar

_COUNCILS = {"oxfordshire": "OXFORDSHIRE", "cambridgeshire": "CAMBRIDGESHIRE"}
_SCHOOLS = (
    "WYCHWOOD", "WHITCHURCH", "NETTLEBED", "CHIPPING_NORTON", "PECKOVER", "CAMBRIDGE_PRIMARY_EDUCATION_TRUST",
    "BASSINGBOURN", "LINTON", "LITTLE_OWL", "THOMAS_CLARKSON", "ST_THOMAS_MORE", "DISCOVERY",
)  # fmt: skip


def shipped() -> dict[str, SchoolCalendar]:
    """Every shipped calendar by a short name, the two councils' first.

    None is Stoke-on-Trent's: no page of the council's own was found for any year, and a school's is not a council's.

    >>> "oxfordshire" in shipped(), "stoke-on-trent" in shipped(), "discovery" in shipped()
    (True, False, True)
    """
    councils = {
        name: getattr(import_module(f"carepolicy.term_dates.{name}"), constant) for name, constant in _COUNCILS.items()
    }
    schools = import_module("carepolicy.term_dates.schools")
    return {**councils, **{name.lower().replace("_", "-"): getattr(schools, name) for name in _SCHOOLS}}
