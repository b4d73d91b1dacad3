"""Knows the words a record may use: powers, orders, reasons, needs, meetings, and how each is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from carepolicy.errors import BadRecord
from carepolicy.time.instants import Instant, Moment

Member = TypeVar("Member", bound=Enum)


class Power(Enum):
    """The power under which a council provides accommodation. Section numbers are of the Children Act 1989."""

    S20 = "s.20"
    S20_1 = "s.20(1)"
    S20_3 = "s.20(3)"
    S20_4 = "s.20(4)"
    S20_5 = "s.20(5)"
    S21_1 = "s.21(1)"
    S21_2A = "s.21(2)(a)"
    S21_2B = "s.21(2)(b)"
    S21_2C = "s.21(2)(c)"
    S43 = "s.43"
    LASPO_92 = "LASPO s.92"
    S17_6 = "s.17(6)"
    S23B_8 = "s.23B(8)"
    S24B_5 = "s.24B(5)"


class Provider(Enum):
    """Who provided, or played the major role in arranging, where a child stayed: [2007] EWCA Civ 182."""

    COUNCIL = "the council"
    OTHERS = "somebody else"


class Jurisdiction(Enum):
    """Whose law a child was in care under."""

    ENGLAND = "England"
    WALES = "Wales"
    ENGLAND_OR_WALES = "England or Wales, not known which"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"
    ABROAD = "outside the United Kingdom"


class Weight(Enum):
    """How much a piece of evidence can carry, the strongest first."""

    RECORDED = "on record"
    DECLARED = "declared, with no record seen"
    FLAGGED = "flagged in a school's system, with no dates"


class RemandedTo(Enum):
    """Where a remand sends a child: Legal Aid, Sentencing and Punishment of Offenders Act 2012, ss.91-92."""

    LOCAL_AUTHORITY_ACCOMMODATION = "local authority accommodation"
    YOUTH_DETENTION = "youth detention accommodation"


class Order(Enum):
    """An order, or the lack of one, by which a child may leave care to live with somebody for good."""

    ADOPTION = "adoption order"
    SPECIAL_GUARDIANSHIP = "special guardianship order"
    CHILD_ARRANGEMENTS = "child arrangements order saying with whom the child lives"
    NONE = "no such order"


class Ended(Enum):
    """Why a stay in care ended, in the terms of the council's return."""

    CONTINUES = "another record of care begins the same day"
    ADOPTION = "adopted"
    SPECIAL_GUARDIANSHIP = "special guardianship order made"
    CHILD_ARRANGEMENTS = "child arrangements or residence order made"
    DIED = "died"
    TRANSFERRED = "care taken over by another authority"
    HOME_PLANNED = "home to a person with parental responsibility, as planned"
    HOME_UNPLANNED = "home to a person with parental responsibility, unplanned"
    LIVES_WITH_OTHERS = "left to live with somebody without parental responsibility"
    INDEPENDENT = "independent living"
    ADULT_SERVICES = "care funded by adult services"
    CUSTODY = "sentenced to custody"
    REMAND_ENDED = "accommodation on remand ended"
    ASSESSED_ADULT = "age assessed as 18 or over"
    MOVED_ABROAD = "moved abroad"
    STAYED_PUT = "18 or over and stayed with the same carers"
    OTHER = "another reason"
    NOT_RECORDED = "reason not recorded"


class Meeting(Enum):
    """A meeting about a child at school."""

    PEP_MEETING = "PEP meeting"
    PEP_REVIEW = "PEP review"
    RETURN_MEETING = "meeting on return"
    PRE_ADMISSION = "pre-admission meeting"
    REVIEW_AT_NEW_PROVISION = "review at the new provision"
    CARE_REVIEW = "review of care"
    EHC_REVIEW = "EHC review"
    PARENTS_EVENT = "parents' evening or the like"
    ADMISSION_PANEL = "governors' panel on admission"
    DISCIPLINARY_PANEL = "governors' panel on discipline"
    EXCLUSION_PANEL = "governors' panel on exclusion"


class Review(Enum):
    """What a review of a PEP was called for."""

    ROUTINE = "routine"
    EMERGENCY = "emergency"
    ATTENDANCE = "attendance"
    PROGRESS = "progress"
    TARGETS = "targets"


class Item(Enum):
    """What a document about a child, or about these children, may hold."""

    BASELINE_ATTAINMENT = "baseline attainment"
    CURRENT_ATTAINMENT = "current attainment"
    TARGETS = "targets"
    TARGETS_AT_LEAST_AVERAGE = "targets at no less than average progress"
    VALUE_ADDED = "value added"
    PLAN_AFTER_16 = "plan for after 16"
    NEXT_STAGE_PLAN = "plan for the next stage"
    CARE_PLAN_LINK = "link to the care plan"
    SOCIAL_CARE_ADVICE = "advice of social care"
    EHC_PLAN_LINK = "link to and from the EHC plan"
    ATTAINMENT = "attainment"
    PROGRESSION = "progression"
    ATTENDANCE = "attendance"
    PEP_QUALITY = "quality of PEPs"
    PUPIL_VIEWS = "children's views"
    INCLUSION = "inclusion, with permanent exclusions"
    PROVISION_CIC = "provision for children in care"
    OUTCOMES_CIC = "outcomes for children in care"
    PROVISION_CPIC = "provision for children previously in care"
    OUTCOMES_CPIC = "outcomes for children previously in care"
    CHILDS_CONTRIBUTION = "the child's own contribution"
    OTHER_PLANS_LINK = "link to every other plan from an assessment"
    COUNT_ON_ROLL = "number on the roll"
    PEP_CONFIRMATION = "confirmation that each has a PEP"
    SUSPENSION_COUNT = "number of suspensions"
    PERMANENT_EXCLUSION_COUNT = "number of permanent exclusions"
    PEP_COMPLIANCE = "compliance of PEPs"
    PP_PLUS_USE = "use of pupil premium plus"
    PP_PLUS_IMPACT = "impact of pupil premium plus"
    ATTENDANCE_COMPARISON = "attendance beside that of other pupils"
    EXCLUSION_COMPARISON = "exclusion beside that of other pupils"
    PROGRESS_COMPARISON = "progress beside that of other pupils"
    ATTAINMENT_COMPARISON = "attainment beside that of other pupils"
    LEAVER_DESTINATIONS = "destinations of leavers"


class Need(Enum):
    """Primary need, in the codes of the children in need census."""

    NOT_STATED = "N0"
    ABUSE_OR_NEGLECT = "N1"
    DISABILITY = "N2"
    PARENTAL_ILLNESS_OR_DISABILITY = "N3"
    ACUTE_STRESS = "N4"
    DYSFUNCTION = "N5"
    UNACCEPTABLE_BEHAVIOUR = "N6"
    LOW_INCOME = "N7"
    ABSENT_PARENTING = "N8"
    NOT_IN_NEED = "N9"


def member_of(kind: type[Member], value: Member | str | None) -> Member | None:
    """A member of an enumeration, also by the text it is written as, so that a misspelling is never a silent "no".

    Args:
        kind: which enumeration, such as `Power`.
        value: a member, its text, or None where nothing is recorded.

    Raises:
        BadRecord: when it is none of them.

    >>> member_of(Power, "s.20(1)")
    <Power.S20_1: 's.20(1)'>
    """
    if value is None or isinstance(value, kind):
        return value
    for member in kind:
        if member.value == value:
            return member
    name = kind.__name__
    article = "an" if name[0] in "AEIOU" else "a"
    listed = ", ".join(f"{name}.{member.name}" for member in kind)
    raise BadRecord(f"This is not {article} {name}. Give one of {listed}; or None where it is not recorded.")


CHOICES: dict[str, type[Enum]] = {
    "power": Power,
    "to": RemandedTo,
    "order": Order,
    "by": Order,
    "ended_by": Ended,
    "need": Need,
    "provided_by": Provider,
    "jurisdiction": Jurisdiction,
    "weight": Weight,
    "meeting": Meeting,
    "review": Review,
    "holds": Item,
    "lacks": Item,
}
"""The fields of records that hold a member of an enumeration, and of which."""


def as_power(value: Power | str | None) -> Power | None:
    """A power, also by its text."""
    return member_of(Power, value)


def as_remand(value: RemandedTo | str | None) -> RemandedTo | None:
    """Where a remand sends a child, also by its text."""
    return member_of(RemandedTo, value)


def as_order(value: Order | str | None) -> Order | None:
    """An order, also by its text."""
    return member_of(Order, value)


def as_end(value: Ended | str | None) -> Ended | None:
    """Why a stay ended, also by its text."""
    return member_of(Ended, value)


def as_need(value: Need | str | None) -> Need | None:
    """A primary need, also by its code."""
    return member_of(Need, value)


def as_provider(value: Provider | str | None) -> Provider | None:
    """Who provided a stay, also by its text."""
    return member_of(Provider, value)


def as_jurisdiction(value: Jurisdiction | str | None) -> Jurisdiction | None:
    """A country, also by its text."""
    return member_of(Jurisdiction, value)


def as_meeting(value: Meeting | str) -> Meeting:
    """A meeting, also by its text; it is never left out."""
    found = member_of(Meeting, value)
    if found is None:
        raise BadRecord(f"This says which meeting it is about: one of {', '.join(str(one.value) for one in Meeting)}.")
    return found


def as_review(value: Review | str | None) -> Review | None:
    """What a review was called for, also by its text."""
    return member_of(Review, value)


ACTS_FOR = {"virtual_school_head": "virtual_school", "head_of_virtual_school": "virtual_school"}
"""Roles whose holder acts for another: what the head of a virtual school does, the virtual school has done."""

TOLD_AS = {"senco": "SENCO", "designated_person_cpic": "designated person for children previously in care"}
"""Roles that are told in other words than their own."""


def role_in_words(role: str) -> str:
    """A role as it is told to people.

    >>> role_in_words("social_worker"), role_in_words("senco")
    ('social worker', 'SENCO')
    """
    return TOLD_AS.get(role, role.replace("_", " "))


ROLES = frozenset({
    "academy_trust", "admission_authority", "carer", "chair_of_governors", "child", "designated_person_cpic",
    "designated_safeguarding_lead", "designated_teacher",
    "governing_body", "head_of_virtual_school", "headteacher", "health_body", "lead_governor", "local_authority",
    "parent",
    "partner_agency", "school", "school_staff", "senco", "senior_leadership_team", "social_care", "social_worker",
    "virtual_school", "virtual_school_head",
})  # fmt: skip
"""The roles that the shipped policies name; another policy may name more."""

_A_ROLE = re.compile(r"[a-z]+(_[a-z]+)*")


def as_role(value: str) -> str:
    """A role, in small letters with underscores between its words; never a person's name."""
    if isinstance(value, str) and _A_ROLE.fullmatch(value):
        return value
    raise BadRecord(
        "A role is written in small letters with underscores between its words, such as designated_teacher."
    )


def as_optional_role(value: str | None) -> str | None:
    """A role, or None where it is not recorded."""
    return None if value is None else as_role(value)


def as_items(values: Iterable[Item | str]) -> tuple[Item, ...]:
    """Things that a document may hold, also by their texts."""
    if isinstance(values, (str, Item)):
        raise BadRecord("What a document holds is a list: holds=[Item.TARGETS].")
    found = (member_of(Item, value) for value in values)
    return tuple(item for item in found if item is not None)


def as_weight(value: Weight | str) -> Weight:
    """A weight, also by its text; it is never left out."""
    found = member_of(Weight, value)
    if found is None:
        raise BadRecord("A weight is always one of Weight's; leave it out for what is on record.")
    return found


def yes_no_or_none(value: object) -> bool | None:
    """Yes, no, or None where it is not recorded."""
    if value is None or isinstance(value, bool):
        return value
    raise BadRecord("This takes True, False, or None where it is not recorded.")


def yes_or_no(value: object) -> bool:
    """Yes or no."""
    if isinstance(value, bool):
        return value
    raise BadRecord("This takes True or False.")


def as_instant(value: Moment | Instant) -> Instant:
    """A day, a moment or a rough date."""
    return Instant.of(value)


def as_optional_instant(value: Moment | Instant | None) -> Instant | None:
    """A day, a moment, a rough date, or None."""
    return None if value is None else Instant.of(value)


def is_day(value: object) -> bool:
    """Whether it is a day, and no moment."""
    return isinstance(value, date) and not isinstance(value, datetime)


def as_optional_day(value: date | None) -> date | None:
    """A day of entry, or None."""
    if value is None or is_day(value):
        return value
    raise BadRecord("A day of entry is a date, such as date(2026, 3, 31). Give one, or leave it out.")
