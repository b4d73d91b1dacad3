"""The law notes over one fully known world at a time, and three answers by trying every world that is possible."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import product
from math import prod
from typing import Any
from zoneinfo import ZoneInfo

Child = Mapping[str, Any]
Record = Mapping[str, Any]

LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)
FOREVER = date.max
ENDLESS = datetime.max.replace(tzinfo=UTC)
MIDNIGHT, LAST_MINUTE = time(0, 0), time(23, 59)

CARE_ORDERS = {"care_order", "interim_care_order"}
ADOPTION_ROUTES = {"placement_order", "placement_by_consent", "placement_order_pending"}
CARE = CARE_ORDERS | ADOPTION_ROUTES | {"remand", "accommodation"}
ORDERS = {"adoption_order", "special_guardianship_order", "child_arrangements_order"}
PLANS = {"child_in_need_plan", "child_protection_plan"}

BY_AGREEMENT = {"s.20", "s.20(4)", "s.20(5)"}
PROTECTIVE = {"s.21(1)", "s.21(2)(a)", "s.43"}
YOUTH_JUSTICE = {"s.21(2)(b)", "s.21(2)(c)", "LASPO s.92"}
QUALIFYING = BY_AGREEMENT | PROTECTIVE | YOUTH_JUSTICE

ENDED_BY_ORDER = {"adoption", "special_guardianship", "child_arrangements"}
AT_ODDS_WITH_AN_ORDER = {"home_planned", "home_unplanned", "lives_with_others", "other"}
GOES_ON = {"continues", "transferred"}
NOT_RECORDED = {None, "not_recorded"}

SAFEGUARDING_OR_WELFARE = {"N1", "N3", "N4", "N5", "N6", "N7", "N8"}

# PLAC-2 takes its state care from the order's own row, so an unlisted one needs no gap in the care records.
# With True it would need one, like every other unlisted exit.
STATE_CARE_ABROAD_IS_IN_THE_CARE_FAMILY = False


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a world in which nothing is left open; the last four fields are what no record says."""

    kind: str
    start: date
    end: date = FOREVER
    arrives: datetime = ENDLESS
    leaves: datetime = ENDLESS
    ended_by: str | None = None
    power: str | None = None
    to: str | None = None
    short_break: bool = False
    need: str | None = None
    assessed: bool = False
    living: bool = False
    from_state_care: bool = False
    accommodated: bool = False
    stays_on: bool = False
    worker: bool = True
    reason_counts: bool = True


@dataclass(frozen=True, slots=True)
class World:
    born: date
    died: date | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Stay:
    """The days for which one basis makes a child looked after, and what SW-4 infers from them."""

    start: date
    end: date
    ended_by: str | None
    by_law_of_an_order: bool = False
    worker_now: bool = True
    worker_before: bool = True


# --- days and hours ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def add_years(day: date, years: int) -> date:
    """K-5: the corresponding date, or the last of February."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


@lru_cache(maxsize=4096)
def birthday(born: date, age: int) -> date:
    """K-4: someone born on 29 February has a birthday on 1 March in other years."""
    clamped = add_years(born, age)
    return clamped if clamped.day == born.day else clamped + ONE_DAY


@lru_cache(maxsize=4096)
def instant(day: date, at: time, fold: int = 0) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON).replace(fold=fold).astimezone(UTC)


def covers(start: date, end: date, day: date) -> bool:
    return start <= day < end


# --- section 1: looked after --------------------------------------------------------------------------------------


def cic_0(world: World, day: date) -> bool:
    alive = world.died is None or day < world.died
    return alive and world.born <= day < birthday(world.born, 18)


def settles_where_to_live(row: Row) -> bool:
    return row.kind in {"adoption_order", "special_guardianship_order"} or (
        row.kind == "child_arrangements_order" and row.living
    )


def order_that_ends(row: Row, world: World) -> date | None:
    """Any qualifying order ends a care order; only adoption ends an adoption route."""
    orders = [order for order in world.rows if settles_where_to_live(order)]
    if row.kind in ADOPTION_ROUTES:
        orders = [order for order in orders if order.kind == "adoption_order"]
    return min((order.start for order in orders if row.start < order.start <= row.end), default=None)


def until_an_order(row: Row, world: World) -> Stay:
    ends = order_that_ends(row, world)
    return Stay(row.start, row.end if ends is None else ends, row.ended_by, by_law_of_an_order=ends is not None)


def cic_1(row: Row, world: World) -> list[Stay]:
    return [until_an_order(row, world)] if row.kind == "care_order" else []


def cic_1i(row: Row, world: World) -> list[Stay]:
    if row.kind != "interim_care_order":
        return []
    stay = until_an_order(row, world)
    seventeen = birthday(world.born, 17)
    if stay.end <= seventeen:
        return [stay]
    lapsed = Stay(row.start, seventeen, "continues" if row.stays_on else "lapsed")
    stayed = Stay(max(row.start, seventeen), row.end, row.ended_by)
    # where no birth is recorded, one possible birthday comes before the order itself, which leaves nothing to lapse
    return [stay for stay in (lapsed, stayed) if stay.start < stay.end and (row.stays_on or stay is lapsed)]


def cic_2(row: Row, world: World) -> list[Stay]:
    return [until_an_order(row, world)] if row.kind in ADOPTION_ROUTES else []


def cic_3(row: Row, world: World) -> list[Stay]:
    detained = row.kind == "remand" and row.to == "youth_detention"
    return [stay_inferring_a_worker(row)] if detained else []


def cic_4(row: Row, world: World) -> list[Stay]:
    provided = qualifies(row) and row.kind in {"accommodation", "remand"}
    return [stay_inferring_a_worker(row)] if provided and over_24_hours(row, world) else []


def cic_5(row: Row) -> bool:
    return row.kind == "accommodation" and row.power not in QUALIFYING


def qualifies(row: Row) -> bool:
    """Accommodation that counts towards 24 hours, under whatever basis."""
    if row.kind == "accommodation":
        return not cic_5(row)
    return row.accommodated or (row.kind == "remand" and row.to == "accommodation")


def over_24_hours(row: Row, world: World) -> bool:
    """K-6, D-10: stays that touch or overlap are one, and elapsed hours count."""
    stay, apart = [row], [other for other in world.rows if qualifies(other) and other is not row]
    for _ in tuple(apart):
        touching = [other for other in apart if any(unbroken(one, other) for one in stay)]
        stay, apart = stay + touching, [other for other in apart if other not in touching]
    return max(one.leaves for one in stay) - min(one.arrives for one in stay) > timedelta(hours=24)


def unbroken(one: Row, other: Row) -> bool:
    """Overlapping, or one going on at the very instant the other stops for it; a child who went home made a break."""
    if one.arrives < other.leaves and other.arrives < one.leaves:
        return True
    first, second = sorted((one, other), key=lambda row: (row.arrives, row.leaves))
    return first.leaves == second.arrives and first.ended_by in GOES_ON


def looked_after_stays(world: World) -> list[Stay]:
    rules = (cic_1, cic_1i, cic_2, cic_3, cic_4)
    return [stay for row in world.rows if row.kind in CARE for rule in rules for stay in rule(row, world)]


def cic(world: World, stays: list[Stay], day: date) -> bool:
    return cic_0(world, day) and any(covers(stay.start, stay.end, day) for stay in stays)


# --- section 2: previously looked after ---------------------------------------------------------------------------


def plac_0(world: World, stays: list[Stay], day: date) -> bool:
    return cic_0(world, day) and not cic(world, stays, day)


def periods(stays: list[Stay]) -> list[list[Stay]]:
    """Stays that overlap are one period; on the day one ends another joins it only if the first was to go on."""
    joined: list[list[Stay]] = []
    for stay in sorted(stays, key=lambda each: (each.start, each.end)):
        if joined and joins(joined[-1], stay):
            joined[-1].append(stay)
        else:
            joined.append([stay])
    return joined


def joins(period: list[Stay], stay: Stay) -> bool:
    end = period_end(period)
    return stay.start < end or (stay.start == end and any(last.ended_by in GOES_ON for last in last_of(period)))


def period_end(period: list[Stay]) -> date:
    return max(stay.end for stay in period)


def last_of(period: list[Stay]) -> list[Stay]:
    end = period_end(period)
    return [stay for stay in period if stay.end == end]


def plac_1(world: World, stays: list[Stay], day: date) -> bool:
    ended = [period for period in periods(stays) if period_end(period) <= day]
    return any(ended_because_of_an_order(period, world) for period in ended)


def ended_because_of_an_order(period: list[Stay], world: World) -> bool:
    start, end = period[0].start, period_end(period)
    orders = [order.start for order in world.rows if settles_where_to_live(order)]
    reasons = {stay.ended_by for stay in last_of(period)}
    return (
        bool(reasons & ENDED_BY_ORDER)
        or any(stay.by_law_of_an_order for stay in last_of(period))
        or ("an order that day" in reasons and end in orders)
        or ("an order by then" in reasons and any(start <= made <= end for made in orders))
    )


def plac_2(world: World, day: date) -> bool:
    return any(row.kind == "adoption_abroad" and row.from_state_care and row.start <= day for row in world.rows)


def cpic(world: World, stays: list[Stay], day: date) -> bool:
    return plac_0(world, stays, day) and (plac_1(world, stays, day) or plac_2(world, day))


# --- section 3: a social worker now or in six years ---------------------------------------------------------------


def sw_0(world: World, day: date) -> bool:
    return cic_0(world, day)


def sw_1(world: World, day: date) -> bool:
    return any(sw_5(row) and covers(row.start, row.end, day) for row in world.rows if row.kind == "social_worker")


def sw_2(world: World, day: date) -> bool:
    return any(row.kind in PLANS and covers(row.start, row.end, day) for row in world.rows)


def sw_3(world: World, day: date) -> bool:
    plans = [row for row in world.rows if row.kind in PLANS]
    workers = [row for row in world.rows if row.kind == "social_worker" and sw_5(row) and reason_counts(row, world)]
    return any(in_the_last_six_years(row.end, day) for row in plans + workers)


def sw_4(stays: list[Stay], day: date) -> bool:
    return any(
        (stay.worker_now and covers(stay.start, stay.end, day))
        or (stay.worker_before and in_the_last_six_years(stay.end, day))
        for stay in stays
    )


def sw_5(row: Row) -> bool:
    """A worker counts only for a child assessed as in need, which adoption support (N9) is not."""
    return row.assessed and row.need != "N9"


def reason_counts(row: Row, world: World) -> bool:
    if row.need == "N2":
        return any(lifts_disability(other) and overlap(row, other) for other in world.rows)
    return row.need in SAFEGUARDING_OR_WELFARE


def lifts_disability(row: Row) -> bool:
    emergency = row.kind == "accommodation" and row.power == "s.21(1)"
    return row.kind in PLANS | CARE_ORDERS | {"placement_order"} or emergency


def overlap(one: Row, other: Row) -> bool:
    return one.start <= other.end and other.start <= one.end


def in_the_last_six_years(ended: date, day: date) -> bool:
    return ended <= day <= add_years(ended, 6)


def stay_inferring_a_worker(row: Row) -> Stay:
    """SW-4's exceptions: short breaks, youth justice, and s.20 for a child's disability."""
    if row.short_break:
        now, before = False, False
    elif row.kind == "remand" or row.power in YOUTH_JUSTICE:
        now, before = row.worker, row.worker
    elif row.power in BY_AGREEMENT and row.need == "N2":
        now, before = True, row.reason_counts
    else:
        now, before = True, True
    return Stay(row.start, row.end, row.ended_by, worker_now=now, worker_before=before)


def cwsw(world: World, stays: list[Stay], day: date) -> bool:
    return sw_0(world, day) and (sw_1(world, day) or sw_2(world, day) or sw_3(world, day) or sw_4(stays, day))


# --- what a record leaves open ------------------------------------------------------------------------------------


def days_in(text: str) -> tuple[date, date]:
    """The first and the last day that a full, partial or timed date can mean."""
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    day = date.fromisoformat(text[:10])
    return day, day


def is_partial(text: str | None) -> bool:
    return text is not None and len(text) < 10


def candidate_days(text: str, turning_points: Iterable[date]) -> list[date]:
    """The edges, the days next to them, and the turning points: days are only ever compared with each other.

    Three days in a row at one edge let partial dates with the same span come before, on and after each other.
    """
    first, last = days_in(text)
    if first == last:
        return [first]
    near = {point + timedelta(days=step) for point in turning_points for step in (-1, 0, 1)}
    near |= {first, first + ONE_DAY, first + 2 * ONE_DAY, last}
    return sorted(day for day in near if first <= day <= last)


def turning_points(child: Child, day: date) -> set[date]:
    """Every day in the record, every edge of completeness, the birthdays, and the day that the six years turn on."""
    written = [record.get(field) for record in child["records"] for field in ("start", "end", "at")]
    written += [child["born"], child["died"], child["as_at"]]
    written += [edge for pair in child["complete"].values() for edge in pair]
    points = {edge for text in written if text is not None for edge in days_in(text)}
    birthdays = {birthday(born, age) for born in days_in(child["born"]) for age in (17, 18)} if child["born"] else set()
    return points | birthdays | {day, add_years(day, -6)}


def births(child: Child, day: date, points: set[date]) -> list[date]:
    if child["born"] is not None:
        return candidate_days(child["born"], points | {add_years(point, -age) for point in points for age in (17, 18)})
    # grown up; 17; 16; as young as the records allow
    starts = [days_in(record.get("start") or record.get("at"))[0] for record in child["records"]]
    youngest = min([*starts, day])
    return [
        add_years(day, -40),
        add_years(day, -18) + timedelta(days=90),
        add_years(day, -17) + timedelta(days=90),
        youngest,
    ]


def instants(text: str, day: date, *, any_hour: bool) -> list[datetime]:
    """A written time, twice where the clock shows it twice; else the first and last minute, if the hour matters."""
    if "T" in text:
        at = time.fromisoformat(text[11:])
        return sorted({instant(day, at, 0), instant(day, at, 1)})
    return [instant(day, at) for at in ((MIDNIGHT, LAST_MINUTE) if any_hour else (MIDNIGHT,))]


def is_short(record: Record, child: Child) -> bool:
    """A stay over three dates or fewer; over more the 24 hours are passed whatever the time of day."""
    end = record["end"] or child["as_at"]
    return (days_in(end)[0] - days_in(record["start"])[1]).days <= 2


def running_until(record: Record, child: Child, *, any_hour: bool) -> list[datetime]:
    """DESIGN 3.5: for the 24 hours a running stay lasts to `as_at`, to its planned end, or nobody knows how long."""
    drawn = days_in(child["as_at"])[0]
    seen = instants(child["as_at"], drawn, any_hour=any_hour)
    planned = record.get("planned_end")
    if planned is None:
        return [seen[0], ENDLESS] if any_hour else [ENDLESS]
    return [max(seen[0], plan) for plan in instants(planned, days_in(planned)[0], any_hour=any_hour)]


def spells(record: Record, child: Child, points: set[date], *, any_hour: bool) -> Iterator[Row]:
    end = record["end"]
    for start in candidate_days(record["start"], points):
        for last in [FOREVER] if end is None else candidate_days(end, points):
            if last < start:
                continue
            arrivals = instants(record["start"], start, any_hour=any_hour)
            leavings = (
                running_until(record, child, any_hour=any_hour)
                if end is None
                else instants(end, last, any_hour=any_hour)
            )
            for arrives, leaves in product(arrivals, leavings):
                if end is None or not any_hour or arrives <= leaves:
                    yield Row(record["kind"], start, last, arrives, leaves)


def powers(record: Record) -> list[str | None]:
    if record["power"] is not None:
        return [record["power"]]
    # one for each way the rules treat a power: by agreement, protective, youth justice, excluded
    return ["s.20", "s.17(6)"] if record["short_break"] else ["s.20", "s.21(1)", "s.21(2)(b)", "s.17(6)"]


def reasons(record: Record, child: Child, *, goes_on: bool) -> list[str | None]:
    """Why care ended: as written, or by an order at odds with what is written, or anything where nothing is."""
    written = record["ended_by"]
    if record["end"] is None:
        return [None]
    if written in NOT_RECORDED:
        return ["continues"] if goes_on else ["home_planned", *(["an order by then"] if has_orders(child) else [])]
    if written in AT_ODDS_WITH_AN_ORDER and record["kind"] not in CARE_ORDERS and has_orders(child):
        return [written, "an order that day"]
    return [written]


def has_orders(child: Child) -> bool:
    return any(record["kind"] in ORDERS for record in child["records"])


def either(value: bool | None) -> list[bool]:
    return [True, False] if value is None else [value]


def care_rows(record: Record, child: Child, points: set[date], links: Links) -> list[Row]:
    beside_short = links.beside_short(record, child)
    bare = list(spells(record, child, points, any_hour=beside_short))
    why = reasons(record, child, goes_on=links.leads_on(record))
    return [
        replace(row, ended_by=reason, **hidden)
        for row, reason in product(bare, why)
        for hidden in hidden_facts(record, beside_short=beside_short)
    ]


def hidden_facts(record: Record, *, beside_short: bool) -> Iterator[dict[str, Any]]:
    kind = record["kind"]
    if kind == "accommodation":
        yield from accommodation_facts(record)
    elif kind == "remand":
        places = ["youth_detention", "accommodation"] if record["to"] is None else [record["to"]]
        yield from ({"to": to, "worker": worker} for to in places for worker in (True, False))
    elif kind == "interim_care_order":
        yield from ({"stays_on": on, "accommodated": a} for on in (True, False) for a in either_if(beside_short))
    else:
        yield from ({"accommodated": accommodated} for accommodated in either_if(beside_short))


def either_if(matters: bool) -> list[bool]:
    return [True, False] if matters else [False]


def accommodation_facts(record: Record) -> Iterator[dict[str, Any]]:
    for power in powers(record):
        facts = {"power": power, "short_break": record["short_break"], "need": record["need"]}
        if record["short_break"]:
            yield facts
        elif power in YOUTH_JUSTICE:
            yield from ({**facts, "worker": worker} for worker in (True, False))
        elif power in BY_AGREEMENT and record["need"] == "N2":
            yield from ({**facts, "reason_counts": counts} for counts in (True, False))
        else:
            yield facts


def order_rows(record: Record, points: set[date]) -> list[Row]:
    return [
        Row(record["kind"], made, made, living=living, from_state_care=state_care)
        for made in candidate_days(record["at"], points)
        for living in either(record.get("living", False))
        for state_care in either(record.get("from_state_care", False))
    ]


def worker_rows(record: Record, child: Child, points: set[date]) -> list[Row]:
    bare = list(spells(record, child, points, any_hour=False))
    if record["kind"] in PLANS:
        return bare
    needs = ["N1", "N2", "N9"] if record["need"] in {None, "N0"} else [record["need"]]
    return [
        replace(row, need=need, assessed=assessed)
        for row in bare
        for need in needs
        for assessed in either(record["assessed_in_need"])
        if not (assessed and need == "N9")
    ]


@dataclass(frozen=True, slots=True)
class Links:
    """Which record of care leads on to which, with no gap (X1, or nothing written and another starts)."""

    pairs: tuple[tuple[int, int], ...]
    records: tuple[Record, ...]

    def leads_on(self, record: Record) -> bool:
        return any(self.records[before] is record for before, _ in self.pairs)

    def neighbours(self, record: Record) -> list[Record]:
        after = [self.records[b] for a, b in self.pairs if self.records[a] is record]
        return after + [self.records[a] for a, b in self.pairs if self.records[b] is record]

    def beside_short(self, record: Record, child: Child) -> bool:
        stays = [each for each in [record, *self.neighbours(record)] if each["kind"] in {"accommodation", "remand"}]
        return any(is_short(each, child) for each in stays)


def links_of(child: Child) -> Links:
    records = tuple(child["records"])
    care = [(index, record) for index, record in enumerate(records) if record["kind"] in CARE]
    pairs = tuple(
        (a, b)
        for a, before in care
        for b, after in care
        if a != b
        and before["end"] is not None
        and before["ended_by"] in GOES_ON | NOT_RECORDED
        and before["end"][:10] == after["start"][:10]
    )
    return Links(pairs, records)


def joined_up(rows: tuple[Row, ...], links: Links) -> tuple[Row, ...] | None:
    """One record that leads on to another ends at the very instant the other starts; None where the days disagree."""
    changed = list(rows)
    for before, after in links.pairs:
        if changed[before].end != changed[after].start:
            return None
        if "T" in links.records[before]["end"]:
            changed[after] = replace(changed[after], arrives=changed[before].leaves)
        else:
            changed[before] = replace(changed[before], leaves=changed[after].arrives)
    return tuple(changed)


def rows_for(record: Record, child: Child, points: set[date], links: Links) -> list[Row]:
    if record["kind"] in CARE:
        return care_rows(record, child, points, links)
    return order_rows(record, points) if "at" in record else worker_rows(record, child, points)


def how_many_worlds(child: Child, day: date) -> int:
    points, links = turning_points(child, day), links_of(child)
    return prod(len(rows_for(record, child, points, links)) for record in child["records"])


def listed_rows(child: Child, points: set[date]) -> Iterator[tuple[Row, ...]]:
    links = links_of(child)
    for rows in product(*(rows_for(record, child, points, links) for record in child["records"])):
        joined = joined_up(rows, links) if links.pairs else rows
        if joined is not None:
            yield from after_transfers(joined)


def after_transfers(rows: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
    """Another authority may have the child still, or no longer; only its own record would say (1.5)."""
    yield rows
    moved = [row for row in rows if row.ended_by == "transferred"]
    others = [row for row in rows if row.kind in CARE and row not in moved]
    if moved and not any(row.start >= moved[-1].end for row in others):
        yield (*rows, Row("care_order", moved[-1].end))


# --- what is not listed -------------------------------------------------------------------------------------------


def is_open(child: Child, family: str, day: date) -> bool:
    """Whether a record of the family that ran on this day may be missing."""
    if family not in child["complete"]:
        return True
    since, until = child["complete"][family]
    text = day.isoformat()
    return (since is not None and text < since) or (until is not None and text >= until)


def last_open_day(child: Child, family: str, earliest: date, latest: date) -> date | None:
    """Later is never worse: what a look-back reaches, it reaches best at its latest."""
    since = child["complete"].get(family, (None, None))[0]
    tries = [latest] if since is None else [latest, date.fromisoformat(since) - ONE_DAY]
    fit = [day for day in tries if earliest <= day <= latest and is_open(child, family, day)]
    return max(fit, default=None)


def care_for_a_day(day: date, ended_by: str = "home_planned") -> Row:
    """A placement order needs neither 24 hours nor an age under 17, so it is care wherever any care could be."""
    return Row("placement_order", day, day + ONE_DAY, instant(day, MIDNIGHT), instant(day, MIDNIGHT), ended_by)


def worker_for_a_day(day: date) -> Row:
    return Row("social_worker", day, day + ONE_DAY, need="N1", assessed=True)


def unlisted(child: Child, world: World, day: date) -> Iterator[World]:
    """One record that may be missing, at a time: none of the three statuses needs two to turn it."""
    yield world
    for rule in (unlisted_care, unlisted_exits, unlisted_work, unlisted_beside_disability):
        for row in rule(child, world, day):
            yield replace(world, rows=(*world.rows, row))
    yield from unlisted_orders(child, world, day)


def unlisted_care(child: Child, world: World, day: date) -> Iterator[Row]:
    for latest in (day, day - ONE_DAY):
        found = last_open_day(child, "care", world.born, latest)
        if found is not None:
            yield care_for_a_day(found)


def unlisted_exits(child: Child, world: World, day: date) -> Iterator[Row]:
    abroad = unlisted_adoption_abroad(child, world, day)
    if abroad is not None:
        yield abroad
    for made in sorted(possible_exits(child, world, day)):
        if world.born < made <= day and may_leave(child, world, made):
            yield care_for_a_day(made - ONE_DAY, "special_guardianship")


def unlisted_adoption_abroad(child: Child, world: World, day: date) -> Row | None:
    if STATE_CARE_ABROAD_IS_IN_THE_CARE_FAMILY:
        return None
    found = last_open_day(child, "permanence", world.born + ONE_DAY, day)
    return None if found is None else Row("adoption_abroad", found, found, from_state_care=True)


def may_leave(child: Child, world: World, made: date) -> bool:
    """Leaving unlisted care by an order that day takes an order, listed or not complete, and care not complete."""
    order = is_open(child, "permanence", made) or any(
        settles_where_to_live(row) and row.start == made for row in world.rows
    )
    return order and is_open(child, "care", made - ONE_DAY)


def unlisted_orders(child: Child, world: World, day: date) -> Iterator[World]:
    """An unlisted order on the day listed care ended: judged like a listed one, and no care of its own."""
    for end in {period_end(period) for period in periods(looked_after_stays(world))}:
        if world.born < end <= day and is_open(child, "permanence", end):
            rows = tuple(ended_by_an_order(row) if row.end == end else row for row in world.rows)
            yield replace(world, rows=(*rows, Row("special_guardianship_order", end, end)))


def ended_by_an_order(row: Row) -> Row:
    """PLAC-3: only some reasons are at odds with an order that day; 1.5: after a transfer nobody knows."""
    at_odds = row.ended_by in AT_ODDS_WITH_AN_ORDER | {"transferred"} and row.kind in CARE - CARE_ORDERS
    return replace(row, ended_by="an order that day") if at_odds else row


def possible_exits(child: Child, world: World, day: date) -> set[date]:
    """Listed orders, both ends of listed care, and the edges of what is complete."""
    found = {day} | {row.start for row in world.rows} | {row.end for row in world.rows if row.end < FOREVER}
    for family in ("care", "permanence"):
        for edge in child["complete"].get(family, ()):
            if edge is not None:
                found |= {date.fromisoformat(edge) + timedelta(days=step) for step in (-1, 0, 1)}
    return found


def unlisted_work(child: Child, world: World, day: date) -> Iterator[Row]:
    for latest in (day, day - ONE_DAY):
        found = last_open_day(child, "social_work", world.born, latest)
        if found is not None:
            yield worker_for_a_day(found)


def unlisted_beside_disability(child: Child, world: World, day: date) -> Iterator[Row]:
    """A plan or an order beside an N2 worker would make that worker's end count (D-16)."""
    for row in world.rows:
        if row.kind != "social_worker" or row.need != "N2":
            continue
        latest = min(day, row.end - ONE_DAY)
        planned = last_open_day(child, "social_work", row.start, latest)
        ordered = last_open_day(child, "care", row.start, latest)
        if planned is not None:
            yield Row("child_in_need_plan", planned, planned + ONE_DAY)
        if ordered is not None:
            yield care_for_a_day(ordered)


# --- the answers --------------------------------------------------------------------------------------------------

STATUSES = {"cic": cic, "cpic": cpic, "cwsw": cwsw}


def worlds(child: Child, day: date) -> Iterator[World]:
    points = turning_points(child, day)
    died = None if child["died"] is None else date.fromisoformat(child["died"])
    for rows in listed_rows(child, points):
        for born in births(child, day, points):
            yield from unlisted(child, World(born, died, rows), day)


def answers(child: Child, day: date) -> dict[str, bool | None]:
    """True where every possible world says so, False where none does, and None where they differ."""
    seen: dict[str, set[bool]] = {status: set() for status in STATUSES}
    for world in worlds(child, day):
        stays = looked_after_stays(world)
        for status, holds in STATUSES.items():
            if len(seen[status]) < 2:
                seen[status].add(holds(world, stays, day))
        if all(len(answer) == 2 for answer in seen.values()):
            break
    return {status: answer.pop() if len(answer) == 1 else None for status, answer in seen.items()}
