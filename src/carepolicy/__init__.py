"""carepolicy: who is looked after, was, or has or had a social worker in England; what is due, by when, and why.

The names here are the front door; each loads its room when it is first used. Kinds of record are in `carepolicy.facts`,
units of time in `carepolicy.time.spans`, policies in `carepolicy.profiles`, file formats in `carepolicy.adapters`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carepolicy.assessment import assess as assess
    from carepolicy.comparison import compare as compare
    from carepolicy.consequences import after as after
    from carepolicy.facts import Child as Child
    from carepolicy.law.looked_after import looked_after as looked_after
    from carepolicy.law.previously_looked_after import care_experienced as care_experienced
    from carepolicy.law.previously_looked_after import previously_looked_after as previously_looked_after
    from carepolicy.law.social_worker import with_social_worker as with_social_worker
    from carepolicy.logic.deadline import reading as reading
    from carepolicy.logic.deadline import within as within
    from carepolicy.policy import Profile as Profile
    from carepolicy.policy import clause as clause
    from carepolicy.policy import duty as duty
    from carepolicy.policy import never as never
    from carepolicy.report import as_text as as_text
    from carepolicy.ruling import rule_on as rule_on
    from carepolicy.time.calendar import SchoolCalendar as SchoolCalendar
    from carepolicy.time.terms import Term as Term

_ROOMS = {
    "Child": "facts",
    "Profile": "policy",
    "SchoolCalendar": "time.calendar",
    "Term": "time.terms",
    "after": "consequences",
    "as_text": "report",
    "assess": "assessment",
    "care_experienced": "law.previously_looked_after",
    "clause": "policy",
    "compare": "comparison",
    "duty": "policy",
    "looked_after": "law.looked_after",
    "never": "policy",
    "previously_looked_after": "law.previously_looked_after",
    "reading": "logic.deadline",
    "rule_on": "ruling",
    "with_social_worker": "law.social_worker",
    "within": "logic.deadline",
}

__all__ = [
    "Child",
    "Profile",
    "SchoolCalendar",
    "Term",
    "after",
    "as_text",
    "assess",
    "care_experienced",
    "clause",
    "compare",
    "duty",
    "looked_after",
    "never",
    "previously_looked_after",
    "reading",
    "rule_on",
    "with_social_worker",
    "within",
]


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
