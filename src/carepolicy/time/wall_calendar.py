"""Knows how a count looks on a wall calendar: which days were counted, which were not and why, drawn month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from string import ascii_lowercase

from attrs import frozen

from carepolicy.time.counted import CountsDays
from carepolicy.time.written import MONTHS, WEEKDAYS, with_weekday

_NARROWEST = 8

_LETTERS = {"weekend": "w", "school holiday": "h", "half-term": "t", "INSET": "i", "bank holiday": "b", "closure": "c"}
"""The letter that stands for a reason in a picture; any other reason is given the next one that is free."""

_EVENT = "*"


@frozen
class Counting:
    """How a due date was counted, so that it can be checked on a wall calendar.

    Args:
        event: the day of the event.
        first: the first day looked at: the one after the event, the event's own where the words count it, or, counting
            back, the earliest that was reached.
        last: the last day looked at.
        closed: the days between them that were not counted, each with its reason.
        how: how the date was reached where days were not counted one by one, as with months and hours, or "".

    >>> from carepolicy.time.working_days import england
    >>> print(how_counted(date(2025, 12, 23), date(2025, 12, 24), date(2025, 12, 30), england()))
    counted from Wed 24 Dec 2025 to Tue 30 Dec 2025; not counted: 4 days (2 bank holiday, 2 weekend)
    """

    event: date
    first: date
    last: date
    closed: tuple[tuple[date, str], ...] = ()
    how: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the words name the day, such as the last of a term, so that nothing was counted."""
        return bool(self.how) and self.first == self.last

    @property
    def counted(self) -> tuple[date, ...]:
        """The days that were counted, in the order of the calendar; none where they were not counted one by one."""
        if self.how:
            return ()
        closed = {day for day, _ in self.closed}
        return tuple(day for day in _each(self.first, self.last) if day not in closed)

    @property
    def skipped(self) -> tuple[tuple[str, int], ...]:
        """Why days were not counted, and how many calendar days for each reason."""
        return tuple(Counter(reason for _, reason in self.closed).items())

    def picture(self) -> str:
        """The months it reaches over, drawn as text: a number for each day counted, and a letter for each that was not.

        >>> from carepolicy.time.working_days import england
        >>> print(how_counted(date(2025, 12, 23), date(2025, 12, 24), date(2025, 12, 30), england()).picture())
        Dec 2025
          Mon     Tue     Wed     Thu     Fri     Sat     Sun
         22      23 *    24 = 1  25 b    26 b    27 w    28 w
         29 = 2  30 = 3  31
        * the event; b bank holiday; w weekend
        """
        numbers = {day: f"= {number}" for number, day in enumerate(self._in_order(), 1)}
        letters = self._letters()
        marks = {
            **{day: letters[reason] for day, reason in self.closed},
            **numbers,
        }
        marks[self.event] = f"{_EVENT} {numbers[self.event]}" if self.event in numbers else _EVENT
        if self.how:
            marks[self.last if self.last != self.event else self.first] = "due"
        legend = [f"{_EVENT} the event", *(f"{letter} {reason}" for reason, letter in letters.items())]
        months = _months(min(self.event, self.first), max(self.event, self.last), marks)
        return "\n".join([*months, "; ".join(legend)])

    def _in_order(self) -> tuple[date, ...]:
        """The days counted in the order in which they were: back from the event where it comes last."""
        return self.counted if self.event <= self.first else self.counted[::-1]

    def _letters(self) -> dict[str, str]:
        free = iter(ascii_lowercase[::-1])
        letters: dict[str, str] = {}
        for reason, _ in self.skipped:
            taken = {*letters.values(), *_LETTERS.values()}
            letters[reason] = _LETTERS.get(reason) or next(letter for letter in free if letter not in taken)
        return letters

    def __str__(self) -> str:
        if self.is_named:
            return f"not counted day by day: {self.how}"
        text = f"counted from {with_weekday(self.first)} to {with_weekday(self.last)}"
        if self.how:
            text += f": {self.how}"
        if self.skipped:
            total = sum(number for _, number in self.skipped)
            reasons = ", ".join(f"{number} {reason}" for reason, number in self.skipped)
            text += f"; not counted: {total} {'day' if total == 1 else 'days'} ({reasons})"
        return text


def how_counted(event: date, first: date, last: date, days: CountsDays) -> Counting:
    """How the days between two were counted; one step for each calendar day.

    Args:
        event: the day of the event.
        first: the first day looked at.
        last: the last.
        days: the calendar that they were counted on, which covers them.
    """
    reasons = ((day, days.why_closed(day)) for day in _each(first, last))
    return Counting(event, first, last, tuple((day, why) for day, why in reasons if why is not None))


def _each(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _months(first: date, last: date, marks: dict[date, str]) -> Iterator[str]:
    """The weeks from the first day's to the last day's, under a heading for each month."""
    width = max(_NARROWEST, *(len(mark) + 4 for mark in marks.values()))
    day = first.replace(day=1)
    while day <= last:
        after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        yield f"{MONTHS[day.month - 1]} {day.year}"
        yield " " + "".join(f" {name:<{width - 1}}" for name in WEEKDAYS).rstrip()
        for monday in range(-day.weekday(), (after - day).days, 7):
            week = [day + timedelta(days=monday + number) for number in range(7)]
            if week[-1] < first or week[0] > last:
                continue
            cells = (f"{one.day:>2} {marks.get(one, '')}" if day <= one < after else "" for one in week)
            yield " " + "".join(f"{cell:<{width}}" for cell in cells).rstrip()
        day = after
