"""Knows moments that may be known only roughly: a time, a day, a month, a year, or somewhere in between."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache, lru_cache

from attrs import frozen

from carepolicy.errors import NoSuchTime, NotADate
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

A_SECOND = 1_000_000
AN_HOUR = 3_600 * A_SECOND
A_DAY = 24 * AN_HOUR

LONDON_RULE_SINCE = 1996
"""From this year the clocks change on the last Sundays of March and October, at 01:00 UTC."""

Moment = date | datetime | str
"""What may be given wherever an `Instant` is wanted."""


@cache
def _london(year: int) -> tzinfo:
    from dateutil import tz

    if year >= LONDON_RULE_SINCE:  # as a rule: dateutil's own table of transitions stops at 2037
        return tz.tzstr("GMT0BST,M3.5.0/1,M10.5.0/2")
    from dateutil.zoneinfo import get_zonefile_instance

    bundled = get_zonefile_instance().get("Europe/London")
    assert bundled is not None
    return bundled


def _microseconds(local: datetime) -> int:
    """The UTC microsecond count (from the start of year 1) of a local time in London."""
    offset = _london(local.year).utcoffset(local)
    assert offset is not None
    clock = local.hour * AN_HOUR + local.minute * 60 * A_SECOND + local.second * A_SECOND + local.microsecond
    return local.toordinal() * A_DAY + clock - round(offset.total_seconds()) * A_SECOND


@lru_cache(maxsize=16_384)  # some 45 years of days, more than a child's records and their look-backs reach
def start_of_day(ordinal: int) -> int:
    """The UTC microsecond at which a London day begins, counted from the start of year 1."""
    if not FIRST_ORDINAL <= ordinal <= LAST_ORDINAL:
        return ordinal * A_DAY
    day = date.fromordinal(ordinal)
    return _microseconds(datetime.combine(day, datetime.min.time()))


@lru_cache(maxsize=4096)
def local_time(moment: int) -> datetime:
    """The London wall-clock time of a UTC microsecond count, with its offset; the calendar's edges are its own."""
    moment = min(max(moment, (FIRST_ORDINAL + 1) * A_DAY), (LAST_ORDINAL - 1) * A_DAY)
    utc = datetime(1, 1, 1, tzinfo=UTC) + timedelta(microseconds=moment - A_DAY)
    return utc.astimezone(_london(utc.year))


@frozen(repr=False)
class Instant:
    """A moment known to lie between two bounds, both of them possible.

    A day is its whole local day in London; a month or a year is its span; a clock time is exact, save that a time in
    the hour that the clocks repeat is both of the moments it may be. A question about instants holds when it holds for
    every possible moment, fails when it fails for every one, and otherwise cannot be told.

    Args:
        first_day: ordinal of the earliest possible day, in London.
        last_day: ordinal of the latest possible day, in London.
        moments: earliest and latest possible moment in UTC microseconds, where a clock time is on record.

    >>> Instant.of("2026-03")
    Instant.of('2026-03')
    >>> Instant.of("2026-03").before(Instant.of("2026-03-31"))
    UNKNOWN
    """

    first_day: int
    last_day: int
    moments: tuple[int, int] | None = None

    @staticmethod
    def of(value: Moment | Instant) -> Instant:
        """Reads a date, a time (local to London unless it has an offset), or ISO text of a year, month, day or time.

        Args:
            value: `date`, `datetime`, or text such as "2026", "2026-03", "2026-03-31", "2026-03-31T09:15",
                "2026-03-01/2026-03-14" (between two days, both possible) or "../2026-03-01" (by that day).

        Raises:
            NotADate: when it is none of these.
            NoSuchTime: when the clock time fell in the hour that the clocks jump over.

        >>> Instant.of(date(2026, 3, 31)) == Instant.of("2026-03-31")
        True
        """
        if isinstance(value, Instant):
            return value
        if isinstance(value, datetime):
            return _timed(value)
        if isinstance(value, date):
            ordinal = value.toordinal()
            return Instant(ordinal, ordinal)
        if isinstance(value, str):
            return _read(value)
        raise NotADate(
            f"A {type(value).__name__} is not a date. "
            "Give a date, a datetime, or text such as '2026-03' or '2026-03-31'."
        )

    @staticmethod
    def between(first: Moment | Instant | None, last: Moment | Instant | None) -> Instant:
        """Some moment on or after `first` and on or before `last`, in whole days; None means no bound is known.

        >>> Instant.between(None, "2026-03-31")
        Instant.of('../2026-03-31')
        """
        low = FIRST_ORDINAL if first is None else Instant.of(first).first_day
        high = LAST_ORDINAL if last is None else Instant.of(last).last_day
        if low > high:
            raise NotADate("The earliest possible day is later than the latest. Swap the two bounds.")
        return Instant(low, high)

    @property
    def earliest(self) -> int:
        """The first possible moment, in UTC microseconds from the start of year 1."""
        return start_of_day(self.first_day) if self.moments is None else self.moments[0]

    @property
    def latest(self) -> int:
        """The last possible moment, in UTC microseconds from the start of year 1."""
        return start_of_day(self.last_day + 1) - 1 if self.moments is None else self.moments[1]

    @property
    def is_one_day(self) -> bool:
        """Whether the day is known, if not the time."""
        return self.first_day == self.last_day

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return date.fromordinal(self.first_day) if self.first_day == self.last_day else None

    def before(self, other: Instant) -> Verdict:
        """Whether this moment comes strictly earlier than the other."""
        if self.last_day < other.first_day:
            return HOLDS
        if self.first_day > other.last_day:
            return FAILS
        if self.moments is None and other.moments is None:
            return UNKNOWN
        if self.latest < other.earliest:
            return HOLDS
        return FAILS if self.earliest >= other.latest else UNKNOWN

    def on_earlier_day(self, other: Instant) -> Verdict:
        """Whether this day comes strictly earlier than the other's, whatever the times of day.

        >>> Instant.of("2014").on_earlier_day(Instant.of("2014-02-15"))
        UNKNOWN
        """
        if self.last_day < other.first_day:
            return HOLDS
        return FAILS if self.first_day >= other.last_day else UNKNOWN

    def on_same_day(self, other: Instant) -> Verdict:
        """Whether the two fall on one day, whatever the times of day."""
        if self.first_day == self.last_day == other.first_day == other.last_day:
            return HOLDS
        if self.first_day > other.last_day or other.first_day > self.last_day:
            return FAILS
        return UNKNOWN

    def __str__(self) -> str:
        if self.moments is not None:
            first, last = self.moments
            if first != last:  # the repeated hour: read back without an offset, it is both again
                return _clock(local_time(first).replace(tzinfo=None))
            return _clock(local_time(first))
        first_day, last_day = date.fromordinal(self.first_day), date.fromordinal(self.last_day)
        if self.first_day == self.last_day:
            return first_day.isoformat()
        if (self.first_day, self.last_day) == _month(first_day.year, first_day.month):
            return first_day.isoformat()[:7]
        if (self.first_day, self.last_day) == _year(first_day.year):
            return first_day.isoformat()[:4]
        low = ".." if self.first_day == FIRST_ORDINAL else first_day.isoformat()
        high = ".." if self.last_day == LAST_ORDINAL else last_day.isoformat()
        return f"{low}/{high}"

    def __repr__(self) -> str:
        return f"Instant.of({str(self)!r})"


def longer_than(hours: int, start: Instant, end: Instant) -> Verdict:
    """Whether more than a number of elapsed hours lies between two moments; exactly that many is not more.

    Clock changes are counted as they happened: a day on which the clocks go forward is 23 hours long.

    Args:
        hours: elapsed hours.
        start: when the stretch began.
        end: when it ended.

    >>> longer_than(24, Instant.of("2026-03-10T09:00"), Instant.of("2026-03-11T09:00"))
    FAILS
    >>> longer_than(24, Instant.of("2026-03-10"), Instant.of("2026-03-12"))
    HOLDS
    >>> longer_than(24, Instant.of("2026-03-28"), Instant.of("2026-03-30"))
    UNKNOWN
    """
    if (end.first_day - start.last_day - 1) * 24 > hours + 1:  # even with an hour lost to the clocks
        return HOLDS
    asked = hours * AN_HOUR
    if end.earliest - start.latest > asked:
        return HOLDS
    return UNKNOWN if end.latest - start.earliest > asked else FAILS


def _timed(value: datetime) -> Instant:
    from dateutil import tz

    if value.tzinfo is not None:
        try:
            utc = value.astimezone(UTC)
        except OverflowError:
            raise NotADate("This time lies outside the years that can be told. Give one from year 1 to 9999.") from None
        moment = utc.toordinal() * A_DAY + ((utc.hour * 60 + utc.minute) * 60 + utc.second) * A_SECOND + utc.microsecond
        ordinal = local_time(moment).toordinal()
        return Instant(ordinal, ordinal, (moment, moment))
    ordinal = value.toordinal()
    london = _london(value.year)
    if not tz.datetime_exists(value, london):
        raise NoSuchTime(
            "This time never occurred in the United Kingdom: the clocks went forward over it. "
            "Correct the hour, or give the date alone."
        )
    if tz.datetime_ambiguous(value, london) and not value.fold:
        first, second = _microseconds(value), _microseconds(value.replace(fold=1))
        return Instant(ordinal, ordinal, (min(first, second), max(first, second)))
    moment = _microseconds(value)
    return Instant(ordinal, ordinal, (moment, moment))


_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_LIKE_A_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?(T\d{2}:\d{2}.*)?$")
_HELP = "Write a year, month, day or time as 2026, 2026-03, 2026-03-31 or 2026-03-31T09:15."


def _read(text: str) -> Instant:
    try:
        if "/" in text:
            low, high = text.split("/")
            return Instant.between(None if low == ".." else low, None if high == ".." else high)
        rough = _YEAR_OR_MONTH.fullmatch(text)
        if rough is None:
            return _timed(datetime.fromisoformat(text)) if len(text) > 10 else Instant.of(date.fromisoformat(text))
        year, month = rough.groups()
        return Instant(*(_year(int(year)) if month is None else _month(int(year), int(month))))
    except NoSuchTime:
        raise
    except ValueError:
        if _LIKE_A_DATE.match(text):
            raise NotADate(
                "This text is a date or a time that does not exist. Check the day, month and time."
            ) from None
        raise NotADate(f"This text is not a date. {_HELP}") from None


def _year(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _month(year: int, month: int) -> tuple[int, int]:
    first = date(year, month, 1).toordinal()
    return first, first + monthrange(year, month)[1] - 1


def _clock(local: datetime) -> str:
    return local.isoformat(timespec="auto" if local.second or local.microsecond else "minutes")


UNKNOWN_TIME = Instant(FIRST_ORDINAL, LAST_ORDINAL)
"""Some moment, with nothing known of when."""
