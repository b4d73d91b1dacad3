"""Knows what is timed as somebody in a hurry would write it: no unknowns, no reasons, no timeline, no errors.

The three statuses are right for a child about whom nothing is unknown and whose stays each last for days, and for
nobody else; school days are right within the published dates, and past them they fail or are silently wrong.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from datetime import date

from carepolicy.facts import Accommodation, CareOrder, Child, Ended, Order

SIX_YEARS = 6
EIGHTEEN = 18

Spell = tuple[int, int, bool, Order | None]
"""First day, first day no longer, whether more than 24 hours in all, and the order by which it ended."""

NEVER = date.max.toordinal() + 1
ORDERS = {
    Ended.ADOPTION: Order.ADOPTION,
    Ended.SPECIAL_GUARDIANSHIP: Order.SPECIAL_GUARDIANSHIP,
    Ended.CHILD_ARRANGEMENTS: Order.CHILD_ARRANGEMENTS,
}


def statuses(child: Child, day: date) -> tuple[bool, bool, bool]:
    """Looked after, previously looked after, with a social worker now or in the last six years: on one day."""
    born = child.born.day if child.born else None
    assert born is not None
    ordinal = day.toordinal()
    try:
        eighteen = born.replace(year=born.year + EIGHTEEN)
        six_years_ago = day.replace(year=day.year - SIX_YEARS)
    except ValueError:
        eighteen = date(born.year + EIGHTEEN, 3, 1)
        six_years_ago = date(day.year - SIX_YEARS, 3, 1)
    if not born <= day < eighteen:
        return False, False, False
    window = six_years_ago.toordinal()
    looked_after = left_by_order = social_worker = False
    for record in child.history:
        if not isinstance(record, (Accommodation, CareOrder)):
            continue
        start = record.start.first_day
        end = NEVER if record.end is None else record.end.first_day
        if isinstance(record, Accommodation) and end - start < 2:  # nights, for want of the hours
            continue
        if start <= ordinal:
            if ordinal < end:
                looked_after = True
            elif record.ended_by in ORDERS:
                left_by_order = True
            if end >= window:
                social_worker = True
    return looked_after, left_by_order and not looked_after, social_worker


class SchoolDays:
    """A school's days as ordinals, in order, and how many there are up to each calendar day."""

    def __init__(self, covered: Collection[date], school_days: Collection[date]) -> None:
        self.first = min(covered).toordinal()
        self.days = sorted(day.toordinal() for day in school_days)
        self.up_to = [bisect_right(self.days, day.toordinal()) for day in sorted(covered)]

    def add(self, day: date, number: int) -> date:
        return date.fromordinal(self.days[self.up_to[day.toordinal() - self.first] + number - 1])

    def count(self, after: date, to: date) -> int:
        return self.up_to[to.toordinal() - self.first] - self.up_to[after.toordinal() - self.first]
