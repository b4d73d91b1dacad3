"""Made-up days, calendars, records and children for the laws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from attrs import fields
from hypothesis import assume
from hypothesis import strategies as st

from carepolicy.errors import BadRecord
from carepolicy.facts import (
    CARE,
    KINDS,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    SOCIAL_WORK,
    Accommodation,
    AdoptionAbroad,
    AdoptionOrder,
    Attested,
    CareOrder,
    CareUnderOtherLaw,
    Child,
    ChildArrangementsOrder,
    ChildInNeedAssessment,
    ChildInNeedPlan,
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    Declared,
    Ended,
    FreeingOrder,
    InterimCareOrder,
    JoinedSchool,
    Jurisdiction,
    LeadPractitioner,
    LeftSchool,
    Need,
    NewPlacementStarted,
    Order,
    PapersSentToVirtualSchool,
    PepCompleted,
    PepReviewed,
    PermanentlyExcluded,
    PlacementOrder,
    Power,
    PreviousPermanence,
    Provider,
    Record,
    Remand,
    RemandedTo,
    ReportedInCare,
    SentHomeUnrecorded,
    ShortBreakAgreement,
    SocialWorker,
    SpecialGuardianshipOrder,
    Spell,
    Suspended,
    TakenOffRoll,
    VirtualSchoolInformed,
)
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.days import EVERY_DAY, Days, between
from carepolicy.time.instants import Instant
from carepolicy.time.terms import HalfTerm, Term

FIRST, LAST = date(2024, 9, 2), date(2026, 7, 17)
"""The stretch of days in which things happen here: two school years."""


def days(first: date = FIRST, last: date = LAST) -> st.SearchStrategy[date]:
    return st.dates(first, last)


def day_sets(first: date = FIRST, last: date = FIRST + timedelta(days=40)) -> st.SearchStrategy[Days]:
    """Sets of days that differ only inside a small window, and may be open on either side."""
    edges = st.lists(st.integers(first.toordinal(), last.toordinal()), unique=True, max_size=6).map(sorted)
    return st.builds(lambda points, inverted: Days(tuple(points), inverted), edges, st.booleans())


def instants(first: date = FIRST, last: date = LAST, *, exact: bool = False) -> st.SearchStrategy[Instant]:
    """Days, and (unless `exact`) short windows of days, months, and days with a time."""
    whole = days(first, last).map(Instant.of)
    if exact:
        return whole
    windows = st.builds(
        lambda day, wide: Instant.between(day, day + timedelta(days=wide)), days(first, last), st.integers(1, 5)
    )
    months = days(first, last).map(lambda day: Instant.of(f"{day:%Y-%m}"))
    timed = st.builds(
        lambda day, hour: Instant.of(datetime(day.year, day.month, day.day, hour)),
        days(first, last),
        st.integers(3, 23),
    )
    return st.one_of(whole, whole, windows, months, timed)


@st.composite
def spans_of_time(draw, first: date = FIRST, last: date = LAST, *, exact: bool = False, longest: int = 200):
    """A start and, mostly, an end that does not come before it."""
    start = draw(instants(first, last, exact=exact))
    if draw(st.integers(0, 4)) == 0:
        return start, None
    low = date.fromordinal(start.last_day)
    short = draw(st.booleans())
    end = draw(instants(low, low + timedelta(days=3 if short else longest), exact=exact))
    return (start, end) if not end.before(start).holds else (start, start)


ORDINARY_ENDS = [None, Ended.CONTINUES, Ended.HOME_PLANNED, Ended.LIVES_WITH_OTHERS, Ended.CUSTODY, Ended.NOT_RECORDED]
ORDER_ENDS = [Ended.ADOPTION, Ended.SPECIAL_GUARDIANSHIP, Ended.CHILD_ARRANGEMENTS]


@st.composite
def care_records(draw, *, exact: bool = False, longest: int = 200):
    start, end = draw(spans_of_time(exact=exact, longest=longest))
    said = {
        "start": start,
        "end": end,
        "ended_by": None if end is None else draw(st.sampled_from([*ORDINARY_ENDS, *ORDER_ENDS, Ended.TRANSFERRED])),
        "accommodated": draw(st.sampled_from([None, True, False])),
    }
    kind = draw(
        st.sampled_from(
            [
                CareOrder,
                CareOrder,
                InterimCareOrder,
                PlacementOrder,
                FreeingOrder,
                ReportedInCare,
                ShortBreakAgreement,
                CareUnderOtherLaw,
                Remand,
            ]
            + [Accommodation] * 4
        )
    )
    if kind is CareOrder:
        said["jurisdiction"] = draw(
            st.sampled_from([Jurisdiction.ENGLAND, Jurisdiction.ENGLAND, Jurisdiction.WALES, None])
        )
    if kind is CareUnderOtherLaw:
        said["jurisdiction"] = draw(st.sampled_from([*Jurisdiction][1:]))
    if kind is Remand:
        return Remand(to=draw(st.sampled_from([None, *RemandedTo])), **said)
    if kind is Accommodation:
        power = draw(st.sampled_from([Power.S20, Power.S20_4, Power.S21_2A, Power.S21_2B, Power.S17_6, None]))
        provided_by = draw(st.sampled_from([Provider.COUNCIL, Provider.COUNCIL, Provider.OTHERS, None]))
        return Accommodation(
            provided_by=provided_by,
            power=power,
            short_break=draw(st.booleans()),
            need=draw(st.sampled_from([None, *Need])),
            **said,
        )
    return kind(**said)


@st.composite
def orders(draw, *, exact: bool = False):
    at = draw(instants(exact=exact))
    kind = draw(st.sampled_from([AdoptionOrder, SpecialGuardianshipOrder, ChildArrangementsOrder, AdoptionAbroad]))
    if kind is ChildArrangementsOrder:
        living, with_birth_parent = (draw(st.sampled_from([True, False, None])) for _ in range(2))
        return ChildArrangementsOrder(at=at, living=living, with_birth_parent=with_birth_parent)
    if kind is AdoptionAbroad:
        return AdoptionAbroad(at=at, from_state_care=draw(st.sampled_from([True, False, None])))
    return kind(at=at)


@st.composite
def social_work(draw, *, exact: bool = False):
    start, end = draw(spans_of_time(exact=exact))
    kind = draw(
        st.sampled_from(
            [
                SocialWorker, SocialWorker, ChildInNeedPlan, ChildProtectionPlan, ChildInNeedAssessment,
                ChildProtectionEnquiry, LeadPractitioner,
            ]
        )
    )  # fmt: skip
    need = draw(st.sampled_from([None, *Need]))
    if kind in (ChildInNeedAssessment, ChildProtectionEnquiry):
        return kind(start=start, end=end, need=need, led_to_services=draw(st.sampled_from([True, False, None])))
    if kind is SocialWorker:
        assessed = [False, None] if need is Need.NOT_IN_NEED else [True, True, False, None]
        return SocialWorker(start=start, end=end, need=need, assessed_in_need=draw(st.sampled_from(assessed)))
    return kind(start=start, end=end, need=need)


@st.composite
def school_events(draw, *, exact: bool = False):
    at = draw(instants(exact=exact))
    kind = draw(
        st.sampled_from(
            [
                JoinedSchool, LeftSchool, PepCompleted, PepCompleted, PepReviewed, Suspended, Suspended, PermanentlyExcluded,
                VirtualSchoolInformed, PapersSentToVirtualSchool, SentHomeUnrecorded, TakenOffRoll, NewPlacementStarted,
            ]
        )
    )  # fmt: skip
    if kind is Suspended:
        return Suspended(at=at, days=draw(st.sampled_from([None, 1, 2, 5, 6, 8])))
    return kind(at=at)


ROLES = [
    "designated_teacher",
    "lead_governor",
    "social_worker",
    "social_care",
    "virtual_school",
    "carer",
    "school_staff",
]


def _held_in(hint: Any, exact: bool) -> st.SearchStrategy[Any]:
    """What a field of a record may hold, by its type."""
    inner = [one for one in get_args(hint) if one is not type(None)]
    optional = [st.none()] if type(None) in get_args(hint) else []
    if get_origin(hint) is tuple:
        return st.lists(st.sampled_from(list(inner[0])), max_size=2, unique=True)
    held = inner[0] if inner else hint
    if held is Instant:
        return st.one_of(*optional, instants(exact=exact))
    if issubclass(held, Enum):
        return st.one_of(*optional, st.sampled_from(list(held)))
    simple = {bool: st.booleans(), int: st.integers(1, 12), str: st.sampled_from(ROLES)}
    return st.one_of(*optional, simple[held])


AT_SCHOOL = [kind for kind in KINDS if kind.family in (SCHOOLING, SETTING) and kind not in (Declared, Attested)]


@st.composite
def life_at_school(
    draw,
    *,
    exact: bool = False,
    kinds: Sequence[type[Record]] = AT_SCHOOL,
    first: date = FIRST,
    last: date = LAST,
    names: Sequence[str] = (),
):
    """Any record there is of a child's life at school, or of the school itself, with anything written on it.

    Records may bear one of some names, and be about what bears one.
    """
    kind = draw(st.sampled_from(kinds))
    hints = get_type_hints(kind)
    said = {
        one.name: draw(_held_in(hints[one.name], exact))
        for one in fields(kind)
        if one.name
        not in ("ref", "source", "entered", "end_entered", "weight", "about", "start", "end", "at", "first_day")
    }
    if names:
        said["ref"] = draw(st.sampled_from([None, None, *names]))
    if issubclass(kind, Spell):
        start, end = draw(spans_of_time(first, last, exact=exact))
        said |= {"start": start, "end": end}
    else:
        said["at"] = draw(instants(first, last, exact=exact))
        if names:
            said["about"] = draw(st.sampled_from([None, None, *names]))
    try:
        return kind(**said)
    except BadRecord:
        assume(False)


def completeness() -> st.SearchStrategy[Days | None]:
    stretch = st.builds(lambda a, b: between(min(a, b), max(a, b) + timedelta(days=1)), days(), days())
    return st.one_of(
        st.just(EVERY_DAY), st.just(EVERY_DAY), stretch, days().map(lambda day: between(None, day)), st.none()
    )


BORN = st.dates(date(2006, 9, 1), date(2019, 8, 31))


@st.composite
def children(
    draw, *, exact: bool = False, schooling: bool = False, complete: bool = False, most: int = 4, at_school: int = 0
):
    """A child whose records lie in the two years; dates may be rough, and families incomplete, unless told otherwise."""
    history = draw(st.lists(care_records(exact=exact), max_size=most))
    history += draw(st.lists(orders(exact=exact), max_size=2))
    history += draw(st.lists(social_work(exact=exact), max_size=2))
    if draw(st.integers(0, 5)) == 0:
        at = draw(instants(date(2020, 1, 1), FIRST, exact=exact))
        history.append(
            PreviousPermanence(order=draw(st.sampled_from([None, Order.ADOPTION, Order.SPECIAL_GUARDIANSHIP])), at=at)
        )
    if schooling:
        history += draw(st.lists(school_events(exact=exact), max_size=5))
    history += draw(st.lists(life_at_school(exact=exact), max_size=at_school))
    families = (CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING, *((SETTING,) if at_school else ()))
    listed = {family: EVERY_DAY if complete else draw(completeness()) for family in families}
    return Child(
        "made up",
        born=draw(BORN)
        if exact or draw(st.integers(0, 9))
        else draw(st.one_of(st.none(), BORN.map(lambda day: f"{day:%Y-%m}"))),
        history=history,
        complete={family: stretch for family, stretch in listed.items() if stretch is not None},
        as_at=draw(st.one_of(st.none(), days(date(2026, 1, 1), LAST))) if not complete else None,
    )


@st.composite
def calendars(draw) -> SchoolCalendar:
    """Two school years with half-terms, training days and closures, all of them listed."""
    terms: list[Term] = []
    breaks: list[HalfTerm] = []
    for year in (2024, 2025):
        shift = draw(st.integers(0, 4))
        autumn = Term(f"Autumn {year}", date(year, 9, 2) + timedelta(days=shift), date(year, 12, 20))
        spring = Term(
            f"Spring {year + 1}", date(year + 1, 1, 5) + timedelta(days=draw(st.integers(0, 3))), date(year + 1, 3, 28)
        )
        summer = Term(
            f"Summer {year + 1}", date(year + 1, 4, 14), date(year + 1, 7, 17) + timedelta(days=draw(st.integers(0, 7)))
        )
        terms += [autumn, spring, summer]
        breaks += [
            HalfTerm("half-term", date(year, 10, 26), date(year, 11, 2)),
            HalfTerm("half-term", date(year + 1, 2, 14), date(year + 1, 2, 22)),
            HalfTerm("half-term", date(year + 1, 5, 23), date(year + 1, 5, 31)),
        ]
    return SchoolCalendar(
        terms,
        breaks,
        inset=draw(st.lists(days(), max_size=6)),
        closures=draw(st.lists(days(), max_size=4)),
        all_inset_listed=True,
        name="made up",
    )
