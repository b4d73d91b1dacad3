"""Knows on which day an age counts as reached, for which purpose of the law."""

from __future__ import annotations

from datetime import MAXYEAR, date
from enum import Enum

from carepolicy.time.spans import birthday


class Reached(Enum):
    """When an age counts as reached.

    Source: Family Law Reform Act 1969, s.9(1) for the birthday; Education Act 1996, s.8 for the next two; a school
    year is taken to begin on 1 September.
    """

    ON_THE_BIRTHDAY = "on the birthday"
    WHEN_SCHOOL_AGE_BEGINS = "when compulsory school age begins"
    WHEN_SCHOOL_AGE_ENDS = "when compulsory school age ends"
    WHEN_THE_SCHOOL_YEAR_BEGINS = "by the 31 August before the school year"

    def __repr__(self) -> str:
        return str(self)


def first_day_at(age: int, born: date, reached: Reached) -> date:
    """The first day on which an age has been reached.

    Args:
        age: in years.
        born: date of birth.
        reached: for which purpose.

    >>> first_day_at(16, date(2010, 8, 31), Reached.WHEN_SCHOOL_AGE_ENDS)
    datetime.date(2026, 6, 27)
    """
    day = birthday(born, age)
    if reached is Reached.WHEN_SCHOOL_AGE_BEGINS:
        return prescribed_day(day)
    if reached is Reached.WHEN_SCHOOL_AGE_ENDS:  # at the end of its last day
        if day.year >= MAXYEAR:
            return date.max
        return date.fromordinal(school_leaving_date(day).toordinal() + 1)
    if reached is Reached.WHEN_THE_SCHOOL_YEAR_BEGINS:
        return first_of_september(day)
    return day


def first_of_september(birthday: date) -> date:
    """The first day of the first school year before which a birthday fell.

    >>> first_of_september(date(2026, 8, 31)), first_of_september(date(2026, 9, 1))
    (datetime.date(2026, 9, 1), datetime.date(2027, 9, 1))
    """
    year = birthday.year + (birthday.month >= 9)
    return date(year, 9, 1) if year <= MAXYEAR else date.max


def prescribed_day(fifth_birthday: date) -> date:
    """The day on which compulsory school age begins: the birthday if it is one of three fixed days, else the next.

    Source: Education Act 1996, s.8(2); SI 1998/1607.

    >>> prescribed_day(date(2023, 8, 31)), prescribed_day(date(2023, 9, 1))
    (datetime.date(2023, 8, 31), datetime.date(2023, 12, 31))
    """
    year = fifth_birthday.year
    return next(day for day in (date(year, 3, 31), date(year, 8, 31), date(year, 12, 31)) if day >= fifth_birthday)


def school_leaving_date(sixteenth_birthday: date) -> date:
    """The last day of compulsory school age: the last Friday in June of the school year in which 16 is reached.

    The school year is taken to begin on 1 September.

    Source: Education Act 1996, s.8(3); SI 1997/1970.

    >>> school_leaving_date(date(2026, 8, 31)), school_leaving_date(date(2026, 9, 1))
    (datetime.date(2026, 6, 26), datetime.date(2027, 6, 25))
    """
    last = date(sixteenth_birthday.year + (sixteenth_birthday.month >= 9), 6, 30)
    return last.replace(day=30 - (last.weekday() - 4) % 7)
