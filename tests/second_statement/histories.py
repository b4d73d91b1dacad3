"""Made-up histories of care, orders and social work, no more tangled than the notes decide, and a day to ask about."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.second_statement.by_the_notes import (
    ADOPTION_ROUTES,
    CARE,
    CARE_ORDERS,
    NOT_RECORDED,
    Child,
    Record,
    add_years,
    answers,
    birthday,
    days_in,
    how_many_worlds,
    is_partial,
    is_short,
    last_open_day,
)

ONE_DAY = timedelta(days=1)
NEVER = date(2999, 12, 31)
LAST_DAY_DRAWN = date(2026, 11, 21)
HOME = ["home_planned", "home_unplanned", "lives_with_others"]
NOT_BY_AN_ORDER = [*HOME, "other", "independent", "custody", "remand_ended", "moved_abroad"]
ORDER_FOR = {
    "adoption": "adoption_order",
    "special_guardianship": "special_guardianship_order",
    "child_arrangements": "child_arrangements_order",
}
FAMILIES = ("care", "permanence", "social_work")


@dataclass
class Story:
    """What has been made up so far, and the days on which something could turn."""

    rng: Random
    born: date
    today: date
    records: list[dict[str, Any]] = field(default_factory=list)
    turns: list[date] = field(default_factory=list)
    over: bool = False

    def maybe(self, share: float) -> bool:
        return self.rng.random() < share

    def days(self, least: int, most: int) -> timedelta:
        return timedelta(days=self.rng.randint(least, most))

    def add(self, record: dict[str, Any]) -> dict[str, Any]:
        self.records.append(record)
        self.turns += [days_in(record[name])[0] for name in ("start", "end", "at") if record.get(name)]
        return record

    def care(self, kind: str, start: str, end: str | None, ended_by: str | None, **more: Any) -> dict[str, Any]:
        return self.add({"kind": kind, "start": start, "end": end, "ended_by": ended_by, **more})

    def accommodation(
        self, power: str | None, start: str, end: str | None, ended_by: str | None, **more: Any
    ) -> dict[str, Any]:
        usual = {"power": power, "short_break": False, "planned_end": None, "need": None}
        return self.care("accommodation", start, end, ended_by, **(usual | more))

    def order(self, kind: str, at: date) -> dict[str, Any]:
        record: dict[str, Any] = {"kind": kind, "at": at.isoformat()}
        if kind == "child_arrangements_order":
            record["living"] = True
        return self.add(record)


# --- lives in care: each starts no earlier than a day and says on which day it is over --------------------------------


def end_of(story: Story, start: date, least: int, most: int) -> str | None:
    """A day after the start, or None where that has not come yet."""
    end = start + story.days(least, most)
    if end > story.today:
        story.over = True
        return None
    return end.isoformat()


def need(story: Story) -> str | None:
    return story.rng.choice([None, None, "N1", "N1", "N5", "N3", "N2"])


def by_agreement(story: Story, start: date) -> str | None:
    end = end_of(story, start, 3, 900)
    story.accommodation(story.rng.choice(["s.20", "s.20", "s.20(4)"]), start.isoformat(), end, None, need=need(story))
    return leave(story, start, end, by_order=0.5)


def full_order(story: Story, start: date) -> str | None:
    end = end_of(story, start, 3, 1500)
    story.care(story.rng.choice(["care_order", "interim_care_order"]), start.isoformat(), end, None)
    return leave(story, start, end, by_order=0.6)


def proceedings(story: Story, start: date) -> str | None:
    """Agreement, then an interim order, then a full one, each going on from the one before."""
    kinds = ["accommodation", "interim_care_order", "care_order"][story.rng.randint(0, 1) :]
    return chain(story, start, [(kind, "s.20", 3, 400) for kind in kinds])


def emergency(story: Story, start: date) -> str | None:
    """Police protection, an emergency order, then agreement or an interim order."""
    after = story.rng.choice(["accommodation", "interim_care_order"])
    links = [("accommodation", "s.21(2)(a)", 0, 2), ("accommodation", "s.21(1)", 1, 8), (after, "s.20", 3, 600)]
    first = story.rng.randint(0, 1)
    return chain(story, start, links[first : story.rng.choice([2, 3, 3])])


def chain(story: Story, start: date, links: list[tuple[str, str, int, int]]) -> str | None:
    story.turns += [start] * 4
    begins: str | None = timed(story, start) if story.maybe(0.5) else start.isoformat()
    day, end = start, begins
    for number, (kind, power, least, most) in enumerate(links):
        assert begins is not None
        end = end_of(story, day, max(least, 1), most)
        if end is not None and "T" in begins and number + 1 < len(links):
            end = timed(story, date.fromisoformat(end))
        last = end is None or number + 1 == len(links)
        going_on = None if last else story.rng.choice(["continues", "continues", None])
        if kind == "accommodation":
            story.accommodation(power, begins, end, going_on)
        else:
            story.care(kind, begins, end, going_on)
        if end is None:
            return None
        begins, day = end, date.fromisoformat(end[:10])
    return leave(story, start, end, by_order=0.5)


def timed(story: Story, day: date) -> str:
    return f"{day.isoformat()}T{story.rng.randint(6, 22):02d}:{story.rng.choice([0, 15, 30, 59]):02d}"


def overlapping(story: Story, start: date) -> str | None:
    """Agreement still recorded for some days after the order was made."""
    made = start + story.days(5, 60)
    if made + timedelta(days=10) > story.today:
        return by_agreement(story, start)
    story.accommodation(
        "s.20", start.isoformat(), (made + story.days(1, 4)).isoformat(), story.rng.choice(["other", None])
    )
    end = end_of(story, made, 20, 900)
    story.care("care_order", made.isoformat(), end, None)
    return leave(story, made, end, by_order=0.6)


def towards_adoption(story: Story, start: date) -> str | None:
    kind = story.rng.choice(["placement_order", "placement_by_consent", "placement_order_pending"])
    authorised = start + story.days(10, 200)
    if kind == "placement_order" and authorised < story.today:
        end = end_of(story, authorised, 30, 500)
        story.care("care_order", start.isoformat(), end, "adoption" if end else None)
        story.care(kind, authorised.isoformat(), end, "adoption" if end else None)
    else:
        end = end_of(story, start, 30, 500)
        story.care(kind, start.isoformat(), end, story.rng.choice(["adoption", *HOME]) if end else None)
    if end is not None and story.records[-1]["ended_by"] == "adoption" and story.maybe(0.9):
        story.order("adoption_order", date.fromisoformat(end))
    return end


def short_breaks(story: Story, start: date) -> str | None:
    end: str | None = None
    power = story.rng.choice(["s.20(4)", "s.20(4)", "s.17(6)", "s.20", None])
    wanted = story.rng.choice([need(story), "N2"])
    for _ in range(story.rng.randint(1, 3)):
        end = end_of(story, start, 1, 5)
        if end is None:
            story.over = False
            break
        arrives, leaves = start.isoformat(), end
        if story.maybe(0.6):
            arrives, leaves = timed(story, start), timed(story, date.fromisoformat(end))
        story.accommodation(power, arrives, leaves, "home_planned", short_break=True, need=wanted)
        start = date.fromisoformat(end) + story.days(3, 60)
    return end


def about_a_day(story: Story, start: date) -> str | None:
    """A stay around 24 hours, on an ordinary day or across a change of the clocks."""
    if story.maybe(0.7):
        start = change_of_clocks(story, start) - timedelta(days=story.rng.choice([0, 0, 1, 1, 2]))
    power = story.rng.choice(["s.20", "s.21(2)(a)", "s.21(1)", "s.20(4)", "s.43", "s.21(2)(b)", "LASPO s.92"])
    end = start + timedelta(days=story.rng.choice([0, 1, 1, 1, 2, 2]))
    if end >= story.today:
        return None
    arrives, leaves = start.isoformat(), end.isoformat()
    if story.maybe(0.6):
        hour, minute = story.rng.choice([0, 1, 3, 9, 9, 17]), story.rng.choice([0, 30])
        arrives = f"{arrives}T{hour if not lost_hour(start, hour) else 3:02d}:{minute:02d}"
        later = min(max(hour + story.rng.choice([-1, 0, 0, 0, 1]), 0), 23)
        past = min(max(minute + story.rng.choice([-1, 0, 1, 1]), 0), 59)
        leaves = f"{leaves}T{later if not lost_hour(end, later) else 3:02d}:{past:02d}"
    if story.maybe(0.2):
        arrives, leaves = story.rng.choice([(arrives[:10], leaves), (arrives, leaves[:10])])
    if len(arrives) == len(leaves) and arrives >= leaves and "T" in leaves:
        leaves = f"{end.isoformat()}T23:30"
    story.accommodation(power, arrives, leaves, story.rng.choice([*HOME, None]))
    return end.isoformat()


def change_of_clocks(story: Story, near: date) -> date:
    month = story.rng.choice([3, 10])
    last = date(near.year + (near.month > month), month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def is_change_of_clocks(day: date) -> bool:
    return day.month in {3, 10} and day.weekday() == 6 and day.day > 24


def lost_hour(day: date, hour: int) -> bool:
    return hour == 1 and day.month == 3 and is_change_of_clocks(day)


def remanded(story: Story, start: date) -> str | None:
    start = max(start, birthday(story.born, 12) + story.days(0, 1500))
    if start >= story.today:
        return None
    end = end_of(story, start, 1, 90)
    why = story.rng.choice(["remand_ended", "custody", "home_unplanned"]) if end else None
    if story.maybe(0.6):
        to = story.rng.choice(["youth_detention", "accommodation", None])
        story.care("remand", start.isoformat(), end, why, to=to)
    else:
        power = story.rng.choice(["s.21(2)(c)", "LASPO s.92", "s.21(2)(b)"])
        story.accommodation(power, start.isoformat(), end, why)
    return end


def excluded(story: Story, start: date) -> str | None:
    end = end_of(story, start, 3, 200)
    power = story.rng.choice(["s.17(6)", "s.17(6)", "s.23B(8)", "s.24B(5)"])
    story.accommodation(power, start.isoformat(), end, story.rng.choice(HOME) if end else None)
    return end


def just_arrived(story: Story, start: date) -> str | None:
    """A stay begun on the day the record was drawn, with or without a plan."""
    today = story.today
    planned = story.rng.choice([None, 0, 1, 3, 10])
    story.accommodation(
        story.rng.choice(["s.20", "s.21(1)"]),
        story.rng.choice([timed(story, today), today.isoformat()]),
        None,
        None,
        planned_end=None if planned is None else (today + timedelta(days=planned)).isoformat(),
    )
    story.over = True
    return None


def past_seventeen(story: Story, start: date) -> str | None:
    seventeen = birthday(story.born, 17)
    made = seventeen - story.days(20, 300)
    if made < start or made >= story.today:
        return by_agreement(story, start)
    end = end_of(story, seventeen, -2, 200)
    story.care("interim_care_order", made.isoformat(), end, story.rng.choice([*HOME, "independent"]) if end else None)
    story.turns += [seventeen, seventeen + ONE_DAY, seventeen + story.days(2, 100)] * 2
    return end


def leave(story: Story, start: date, end: str | None, *, by_order: float) -> str | None:
    """Give the last record of care its reason, and an order that fits it, is at odds with it, or came later."""
    last = story.records[-1]
    if end is None:
        if last["kind"] == "care_order" and story.maybe(0.15):
            made = start + story.days(20, 600)
            if date.fromisoformat(last["start"][:10]) < made < story.today:
                story.order(story.rng.choice(["special_guardianship_order", "child_arrangements_order"]), made)
                story.over = False
                return made.isoformat()
        return None
    if not story.maybe(by_order):
        last["ended_by"] = story.rng.choice([*NOT_BY_AN_ORDER, *HOME, None, "not_recorded"])
        return order_by_chance(story, start, end)
    why = story.rng.choice(list(ORDER_FOR))
    matching = story.maybe(0.6)
    last["ended_by"] = why if matching else story.rng.choice([*NOT_BY_AN_ORDER, *HOME, None, "not_recorded"])
    if matching and story.maybe(0.1):
        return end
    story.order(ORDER_FOR[why], date.fromisoformat(end))
    return end


def order_by_chance(story: Story, start: date, end: str) -> str:
    """An order some days after care ended, or before a care order's record was closed."""
    last, left = story.records[-1], date.fromisoformat(end)
    kind = story.rng.choice(["special_guardianship_order", "child_arrangements_order"])
    if last["kind"] in CARE_ORDERS and story.maybe(0.2):
        made = left - story.days(1, 4)
        if date.fromisoformat(last["start"][:10]) < made:
            story.order(kind, made)
    elif story.maybe(0.3):
        made = left + timedelta(days=story.rng.choice([1, 1, 2, 30, 200]))
        if made <= story.today:
            story.order(kind, made)
            return made.isoformat()
    return end


LIVES_IN_CARE: list[tuple[Callable[[Story, date], str | None], int]] = [
    (by_agreement, 5),
    (full_order, 5),
    (proceedings, 3),
    (emergency, 4),
    (overlapping, 1),
    (towards_adoption, 2),
    (short_breaks, 2),
    (about_a_day, 6),
    (remanded, 3),
    (excluded, 1),
    (just_arrived, 1),
    (past_seventeen, 4),
]


def in_care(story: Story) -> None:
    """Up to three lives in care, one after another with a gap, or now and then on the very day the last one ended."""
    start = story.born + story.days(1, max(2, (story.today - story.born).days * 9 // 10))
    for _ in range(story.rng.choice([1, 1, 1, 2, 2, 3])):
        if story.over or start >= story.today:
            return
        lives, weights = zip(*LIVES_IN_CARE, strict=True)
        end = story.rng.choices(lives, weights)[0](story, start)
        if end is None:
            return
        start = date.fromisoformat(end[:10]) + timedelta(days=story.rng.choice([0, 1, 2, 2, 30, 400]))


# --- orders with no care, and social work -----------------------------------------------------------------------------


def private_order(story: Story) -> None:
    made = story.born + story.days(30, max(31, (story.today - story.born).days))
    if made > story.today:
        return
    kind = story.rng.choice([*ORDER_FOR.values(), "adoption_abroad", "adoption_abroad", "adoption_abroad"])
    record = story.order(kind, made)
    if kind == "adoption_abroad":
        record["from_state_care"] = story.rng.choice([True, True, False, None])


def social_work(story: Story) -> None:
    for _ in range(story.rng.choice([1, 1, 2])):
        start = story.born + story.days(0, max(1, (story.today - story.born).days))
        if story.maybe(0.5):
            start = max(story.born, add_years(story.today, -6) - story.days(0, 900))
        if start >= story.today:
            return
        end = leap_day_after(story, start) or end_of(story, start, 0, 1200)
        worker_or_plan(story, start, end)
    story.over = False


def leap_day_after(story: Story, start: date) -> str | None:
    fit = [day for day in (date(2012, 2, 29), date(2016, 2, 29), date(2020, 2, 29)) if start < day <= story.today]
    if not fit or not story.maybe(0.25):
        return None
    story.turns += [fit[-1]] * 4
    return fit[-1].isoformat()


def worker_or_plan(story: Story, start: date, end: str | None) -> None:
    kind = story.rng.choice(["social_worker"] * 4 + ["child_in_need_plan", "child_protection_plan"])
    if kind != "social_worker":
        story.add({"kind": kind, "start": start.isoformat(), "end": end})
        return
    why = story.rng.choice(["N1", "N1", "N5", "N7", "N2", "N2", "N9", "N0", None])
    assessed = False if why == "N9" else story.rng.choice([True, True, True, True, False, None])
    story.add({"kind": kind, "start": start.isoformat(), "end": end, "need": why, "assessed_in_need": assessed})
    if why == "N2" and story.maybe(0.3):
        until = date.fromisoformat(end) if end else story.today
        begun = start + (until - start) // 3
        finished = start + (until - start) * 2 // 3
        story.add({"kind": "child_in_need_plan", "start": begun.isoformat(), "end": finished.isoformat()})


# --- what is not known ------------------------------------------------------------------------------------------------


def blur_dates(story: Story) -> None:
    """One or two dates known only to the month or the year."""
    for _ in range(story.rng.choice([0, 0, 0, 1, 1, 2])):
        record = story.rng.choice(story.records) if story.records else None
        names = [name for name in ("start", "end", "at") if record and record.get(name) and len(record[name]) == 10]
        if record is not None and names:
            name = story.rng.choice(names)
            record[name] = record[name][: story.rng.choice([7, 7, 4])]


def forget_attributes(story: Story) -> None:
    for record in story.records:
        if record["kind"] == "accommodation" and record["end"] and story.maybe(0.06):
            record["power"] = None
        if record["kind"] == "child_arrangements_order" and story.maybe(0.25):
            record["living"] = story.rng.choice([None, False])


def known_birth(story: Story) -> str | None:
    roll = story.rng.random()
    text = story.born.isoformat()
    if roll < 0.04:
        return None
    return text[:4] if roll < 0.07 else text[:7] if roll < 0.11 else text


def completeness(story: Story, born: str | None) -> dict[str, tuple[str | None, str | None]]:
    complete: dict[str, tuple[str | None, str | None]] = {}
    moved = any(record.get("ended_by") == "transferred" for record in story.records)
    whole = story.maybe(0.5)
    for family in FAMILIES:
        roll = 0.0 if whole else story.rng.random()
        since = None if born is None or len(born) < 10 or story.maybe(0.5) else born
        if moved and family == "permanence":
            continue
        if roll < 0.55:
            complete[family] = (since, None)
        elif roll < 0.7:
            complete[family] = (some_day(story).isoformat(), None)
        elif roll < 0.85:
            complete[family] = (since, max(story.born, some_day(story)).isoformat())
    return complete


def some_day(story: Story) -> date:
    if story.turns and story.maybe(0.4):
        return story.rng.choice(story.turns) + timedelta(days=story.rng.choice([-400, -3, -1, 0, 1, 3, 400]))
    return story.born + story.days(0, max(1, (story.today - story.born).days))


# --- the day to ask about ---------------------------------------------------------------------------------------------


def day_to_ask(story: Story) -> date:
    near = timedelta(days=story.rng.choice([-1, 0, 0, 0, 1, 2]))
    roll = story.rng.random()
    if story.turns and roll < 0.4:
        return story.rng.choice(story.turns) + near
    if story.turns and roll < 0.65:
        return add_years(story.rng.choice(story.turns), 6) + near
    if roll < 0.72 or (story.born.day == 29 and story.born.month == 2 and roll < 0.85):
        return birthday(story.born, story.rng.choice([17, 18, 18])) + near
    if roll < 0.9:
        return story.today
    return story.born + story.days(0, 18 * 366)


# --- what the notes leave undecided is drawn again --------------------------------------------------------------------


def parts(child: Child, kinds: set[str]) -> list[Record]:
    return [record for record in child["records"] if record["kind"] in kinds]


def exact(text: str) -> date:
    return date.fromisoformat(text[:10])


def backwards(child: Child, day: date) -> bool:
    return any(
        record.get("end") and days_in(record["end"])[1] < days_in(record["start"])[0] for record in child["records"]
    )


def blurred_into_another(child: Child, day: date) -> bool:
    """A partial date of care whose span holds the start or end of other care, or of the same care."""
    care = parts(child, CARE)
    written = [(record[name], record, name) for record in care for name in ("start", "end") if record[name]]
    for text, record, name in written:
        first, last = days_in(text)
        others = [days_in(other) for other, whose, which in written if (whose, which) != (record, name)]
        if is_partial(text) and any(low <= last and high >= first for low, high in others):
            return True
    return False


def blurred_past_the_edge(child: Child, day: date) -> bool:
    """A partial date that may lie before birth, after death or after the day the record was drawn."""
    born = days_in(child["born"])[1] if child["born"] else date.min
    until = min(exact(child["as_at"]), exact(child["died"]) if child["died"] else NEVER)
    spans = [days_in(r[name]) for r in child["records"] for name in ("start", "end", "at") if r.get(name)]
    return any(first < born or last > until for first, last in spans)


def uncertain_around_adoption(child: Child, day: date) -> bool:
    """An adoption order on an uncertain day, or beside care that may run on past it."""
    for order in parts(child, {"adoption_order"}):
        if is_partial(order["at"]):
            return True
        for care in parts(child, CARE):
            starts, ends = days_in(care["start"]), days_in(care["end"]) if care["end"] else (NEVER, NEVER)
            if starts[0] < exact(order["at"]) < ends[1]:
                return True
            if starts[0] <= exact(order["at"]) <= starts[1]:
                return True
    return False


def order_where_care_starts(child: Child, day: date) -> bool:
    """An order that may fall on the day care starts, with no times to say which came first."""
    orders = [days_in(order["at"]) for order in parts(child, set(ORDER_FOR.values()))]
    starts = [days_in(care["start"]) for care in parts(child, CARE)]
    return any(low <= last and high >= first for low, high in orders for first, last in starts)


def order_inside_other_care(child: Child, day: date) -> bool:
    """An order inside care which is not a care order, unless the reason is an order or not recorded."""
    for order in parts(child, set(ORDER_FOR.values())):
        made = days_in(order["at"])
        for care in parts(child, CARE - CARE_ORDERS):
            end = days_in(care["end"]) if care["end"] else (NEVER, NEVER)
            inside = made[1] > days_in(care["start"])[0] and made[0] < end[1]
            if inside and care["ended_by"] not in {*ORDER_FOR, *NOT_RECORDED}:
                return True
            if inside and care["end"] is None:
                return True
    return False


def reason_against_order(child: Child, day: date) -> bool:
    """Care ended by an order of another kind than the one listed, or by one that does not settle where to live."""
    for care in parts(child, CARE):
        if care["end"] is None or care["ended_by"] not in ORDER_FOR:
            continue
        for order in parts(child, set(ORDER_FOR.values())):
            same_day = (
                days_in(order["at"])[0] <= days_in(care["end"])[1]
                and days_in(order["at"])[1] >= days_in(care["end"])[0]
            )
            if same_day and (order["kind"] != ORDER_FOR[care["ended_by"]] or order.get("living") is False):
                return True
    return False


def order_at_seventeen_or_in_placement(child: Child, day: date) -> bool:
    """Care orders made at 17, interim ones that lapse beside another order, adoption routes beside any but adoption."""
    youngest = days_in(child["born"])[0] if child["born"] else None
    orders = parts(child, set(ORDER_FOR.values()))
    for care in parts(child, CARE_ORDERS):
        if youngest and days_in(care["start"])[1] >= birthday(youngest, 17):
            return True
        lapses = youngest and care["kind"] == "interim_care_order" and may_outlast_seventeen(care, youngest)
        if lapses and (orders or "permanence" not in child["complete"] or child["complete"]["permanence"][1]):
            return True
    routes = parts(child, {"placement_order", "placement_by_consent", "placement_order_pending"})
    for care in routes:
        end = days_in(care["end"])[1] if care["end"] else NEVER
        if any(
            o["kind"] != "adoption_order" and days_in(care["start"])[0] <= days_in(o["at"])[1] <= end for o in orders
        ):
            return True
        if care["ended_by"] in {*NOT_RECORDED} and care["end"]:
            return True
    return False


def may_outlast_seventeen(care: Record, youngest: date) -> bool:
    return care["end"] is None or days_in(care["end"])[1] >= birthday(youngest, 17)


def community_home_under_sixteen(child: Child, day: date) -> bool:
    youngest = days_in(child["born"])[1] if child["born"] else None
    homes = [care for care in parts(child, {"accommodation"}) if care["power"] == "s.20(5)"]
    return any(youngest is None or days_in(care["start"])[0] < birthday(youngest, 16) for care in homes)


def running_for_about_a_day(child: Child, day: date) -> bool:
    """Running stays of which the first 24 hours may not be over when the record is drawn, and plans come and gone."""
    drawn = exact(child["as_at"])
    for care in parts(child, {"accommodation", "remand"}):
        if care["end"] is not None:
            continue
        since = (drawn - days_in(care["start"])[1]).days
        clocks = any(is_change_of_clocks(drawn - timedelta(days=back)) for back in range(3))
        if since in {1, 2} or (since < 3 and clocks) or is_partial(care["start"]):
            return True
        planned = care.get("planned_end")
        if planned is not None and (since > 0 or day > exact(planned) or day == exact(planned) != exact(care["start"])):
            return True
    return False


def dangling(child: Child, day: date) -> bool:
    """Care said to go on with nothing that goes on from it, or a short stay on the day the child had left another."""
    care = parts(child, CARE)
    for record in care:
        if record["end"] is None:
            continue
        follows = [other for other in care if other is not record and other["start"][:10] == record["end"][:10]]
        if record["ended_by"] == "continues" and not any(other["start"] == record["end"] for other in follows):
            return True
        if record["ended_by"] not in {"continues", None} and any(
            is_short(each, child) for each in [record, *follows] if follows
        ):
            return True
        if record["ended_by"] == "not_recorded" and follows:
            return True
        if record["ended_by"] is None and any(not goes_on_plainly(record, other) for other in follows):
            return True
        if record["ended_by"] == "transferred" and not moved_out_of_sight(child, record, day):
            return True
    return False


def goes_on_plainly(record: Record, other: Record) -> bool:
    counted = {"s.17(6)", "s.23B(8)", "s.24B(5)", None}
    certain = record.get("power", "") not in counted and other.get("power", "") not in counted
    return other["start"] == record["end"] and certain


def moved_out_of_sight(child: Child, record: Record, day: date) -> bool:
    later = any(other["start"] >= record["end"] for other in parts(child, CARE) if other is not record)
    orders = parts(child, set(ORDER_FOR.values()))
    return (
        not later
        and not orders
        and "permanence" not in child["complete"]
        and record["kind"] in {"care_order", "accommodation"}
    )


def order_ended_by_a_sentence(child: Child, day: date) -> bool:
    """A care or placement order ended by custody or the end of a remand: 1.4 says that neither ends one."""
    return any(
        care["end"] and care["ended_by"] in {"custody", "remand_ended"}
        for care in parts(child, CARE_ORDERS | ADOPTION_ROUTES)
    )


def handed_over_within_a_day(child: Child, day: date) -> bool:
    """Asked during a stay around 24 hours that another authority took over: D-10 joins powers, not authorities."""
    return any(
        care["ended_by"] == "transferred"
        and is_short(care, child)
        and days_in(care["start"])[0] <= day < days_in(care["end"])[1]
        for care in parts(child, {"accommodation", "remand"})
    )


def adopted_abroad_at_birth(child: Child, day: date) -> bool:
    """An adoption abroad that could be unlisted on no day but that of birth itself."""
    youngest = days_in(child["born"])[0] if child["born"] else None
    return youngest is not None and last_open_day(child, "permanence", youngest, day) == youngest


def restarts_by_order(child: Child, day: date) -> bool:
    """Two records of a care order at once, or one that starts the day an order ended the other."""
    orders = sorted(parts(child, CARE_ORDERS), key=lambda record: str(record["start"]))
    return any(
        one["end"] is None or days_in(one["end"])[1] > days_in(two["start"])[0]
        for one, two in zip(orders, orders[1:], strict=False)
    )


def edge_beside_a_short_stay(child: Child, day: date) -> bool:
    """Care listed as complete only from, or only up to, a day that touches a stay around 24 hours."""
    edges = [exact(edge) for edge in child["complete"].get("care", ()) if edge is not None]
    return any(
        days_in(care["start"])[0] - ONE_DAY <= edge <= days_in(care["end"] or child["as_at"])[1] + ONE_DAY
        for care in parts(child, {"accommodation", "remand"})
        if is_short(care, child)
        for edge in edges
    )


def edge_inside_disability(child: Child, day: date) -> bool:
    """Completeness that changes while a worker for a child's disability was there."""
    workers = [worker for worker in parts(child, {"social_worker"}) if worker["need"] in {"N2", "N0", None}]
    edges = [exact(edge) for pair in child["complete"].values() for edge in pair if edge is not None]
    return any(
        days_in(worker["start"])[0] - ONE_DAY <= edge <= days_in(worker["end"] or day.isoformat())[1] + ONE_DAY
        for worker in workers
        for edge in edges
    )


def beside_disability(child: Child, day: date) -> bool:
    """A worker for disability with care or a plan that merely touches, or s.20 for disability among other care."""
    workers = [worker for worker in parts(child, {"social_worker"}) if worker["need"] in {"N2", "N0", None}]
    others = parts(child, CARE | {"child_in_need_plan", "child_protection_plan"})
    for worker in workers:
        first, last = days_in(worker["start"]), days_in(worker["end"]) if worker["end"] else (NEVER, NEVER)
        for other in others:
            began, ended = days_in(other["start"]), days_in(other["end"]) if other["end"] else (NEVER, NEVER)
            clearly = (
                began[0] > first[1]
                and ended[1] < last[0]
                and (other["kind"] not in CARE or other["kind"] == "care_order")
            )
            apart = ended[1] < first[0] - timedelta(days=30) or began[0] > last[1] + timedelta(days=30)
            if not clearly and not apart:
                return True
    disabled = [care for care in parts(child, {"accommodation"}) if care["need"] == "N2" and not care["short_break"]]
    return bool(disabled) and any(other["kind"] != "accommodation" for other in others)


def too_old_for_unknown_birth(child: Child, day: date) -> bool:
    starts = [days_in(r.get("start") or r["at"])[0] for r in child["records"]]
    return child["born"] is None and bool(starts) and add_years(min(starts), 16) <= day


def too_many_unknowns(child: Child, day: date) -> bool:
    blurred = [
        r[name]
        for r in [*child["records"], child]
        for name in ("start", "end", "at", "born")
        if is_partial(r.get(name))
    ]
    return len(blurred) > 2 or how_many_worlds(child, day) > 200


UNDECIDED = [
    backwards,
    blurred_into_another,
    blurred_past_the_edge,
    uncertain_around_adoption,
    order_where_care_starts,
    order_inside_other_care,
    reason_against_order,
    order_at_seventeen_or_in_placement,
    community_home_under_sixteen,
    running_for_about_a_day,
    dangling,
    order_ended_by_a_sentence,
    handed_over_within_a_day,
    adopted_abroad_at_birth,
    restarts_by_order,
    edge_beside_a_short_stay,
    edge_inside_disability,
    beside_disability,
    too_old_for_unknown_birth,
    too_many_unknowns,
]


# --- a history --------------------------------------------------------------------------------------------------------


def draw(rng: Random) -> tuple[dict[str, Any], date]:
    today = LAST_DAY_DRAWN - timedelta(days=rng.randint(0, 2500))
    born = today - timedelta(days=rng.randint(200, 19 * 365))
    if rng.random() < 0.12:
        born = leap_day_near(born)
    story = Story(rng, born, today)
    if rng.random() < 0.75:
        in_care(story)
    if rng.random() < 0.25:
        private_order(story)
    if rng.random() < 0.5:
        social_work(story)
    tell_otherwise(story)
    blur_dates(story)
    forget_attributes(story)
    known = known_birth(story)
    died = rng.choice([day for day in story.turns if day > born] or [today]) + ONE_DAY if rng.random() < 0.04 else None
    child = {
        "born": known,
        "died": died.isoformat() if died else None,
        "as_at": today.isoformat(),
        "complete": completeness(story, known),
        "records": story.records,
    }
    return child, day_to_ask(story)


def leap_day_near(born: date) -> date:
    return date(max(2004, born.year // 4 * 4), 2, 29)


def tell_otherwise(story: Story) -> None:
    """Now and then the last care was taken over by another authority, or was in a community home."""
    care = [record for record in story.records if record["kind"] in CARE]
    if not care:
        return
    last = care[-1]
    if last["end"] and story.maybe(0.08):
        last["ended_by"] = "transferred"
    if last["kind"] == "accommodation" and story.maybe(0.4) and exact(last["start"]) >= birthday(story.born, 16):
        last["power"] = "s.20(5)"


def generate(seed: int) -> tuple[dict[str, Any], date]:
    """A made-up child and a day; the same for the same seed."""
    rng = Random(seed)
    while True:
        child, day = draw(rng)
        if not any(undecided(child, day) for undecided in UNDECIDED):
            return child, day


def features(child: Child, day: date) -> set[str]:
    """Which of the harder things a history has."""
    care = parts(child, CARE)
    written = [r.get(name) for r in child["records"] for name in ("start", "end", "at")]
    found = {
        "partial date": is_partial(child["born"]) or any(is_partial(text) for text in written),
        "same-day change": any(
            one is not two and one["end"] and one["end"][:10] == two["start"][:10] for one in care for two in care
        ),
        "clock-change day": any(
            is_change_of_clocks(exact(record[name]))
            for record in care
            for name in ("start", "end")
            if record[name] and not is_partial(record[name])
        ),
        "incomplete family": set(child["complete"]) != set(FAMILIES)
        or any(since not in {None, child["born"]} or until is not None for since, until in child["complete"].values()),
    }
    return {name for name, has in found.items() if has}


def main(count: int) -> None:
    shares: Counter[str] = Counter()
    spent = 0.0
    for seed in range(count):
        child, day = generate(seed)
        began = time.perf_counter()
        found = answers(child, day)
        spent += time.perf_counter() - began
        shares.update(features(child, day))
        shares.update(f"{status} {answer}" for status, answer in found.items())
    for name in sorted(shares):
        print(f"{name:20} {100 * shares[name] / count:5.1f} %")
    print(f"{1000 * spent / count:.2f} ms a history")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
