"""Knows which days are school days at one school, its terms and school years, and where the published dates stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import cached_property
from typing import Any, TypeVar, cast

from attrs import evolve, field, fields, frozen

from carepolicy.errors import BadCalendar
from carepolicy.time.counted import CountsDays, RanOut, Table, day_after, day_before, single_days, weekdays_of
from carepolicy.time.days import Days, between
from carepolicy.time.spans import SCHOOL_DAYS, Unit
from carepolicy.time.terms import LONGEST_BLOCK, HalfTerm, Published, ReportingTerm, Term
from carepolicy.time.working_days import WorkingDays, england
from carepolicy.time.written import plain

LONGEST_HOLIDAY = 56
"""Calendar days between two listed terms beyond which a term is taken to be missing, not a holiday to be long."""

INSET_DAYS_A_YEAR = 5
"""Training days in an English school year: 195 days for staff, 190 for pupils."""


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _dates(values: Iterable[date]) -> frozenset[date]:
    days = frozenset(values) if isinstance(values, Iterable) else None
    if days is None or not all(_is_day(day) for day in days):
        raise BadCalendar("Days are given as a list of dates. Write [date(2025, 11, 28)].")
    return days


def _optional_dates(values: Iterable[date] | None) -> frozenset[date] | None:
    return None if values is None else _dates(values)


def _terms(given: Iterable[Term]) -> tuple[Term, ...]:
    terms = tuple(given) if isinstance(given, Iterable) else ()
    if isinstance(given, Term) or not all(isinstance(term, Term) and not isinstance(term, HalfTerm) for term in terms):
        raise BadCalendar('terms is a list of terms. Write [Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))].')
    return tuple(sorted(terms, key=lambda term: term.first))


def _half_terms(given: Iterable[HalfTerm]) -> tuple[HalfTerm, ...]:
    breaks = tuple(given) if isinstance(given, Iterable) else ()
    if isinstance(given, Term) or not all(isinstance(one, HalfTerm) for one in breaks):
        raise BadCalendar(
            'half_terms is a list of breaks. Write [HalfTerm("Half-term", date(2025, 10, 27), date(2025, 10, 31))].'
        )
    return breaks


def _ranges(given: Iterable[tuple[date, date]] | None) -> tuple[tuple[date, date], ...] | None:
    if given is None:
        return None
    ranges = tuple(given)
    if not all(isinstance(one, tuple) and len(one) == 2 and all(map(_is_day, one)) for one in ranges):
        raise BadCalendar("covers is a list of pairs of days. Write [(date(2025, 9, 1), date(2026, 7, 31))].")
    return ranges


def _closures(given: Iterable[date | tuple[date, str]] | Mapping[date, str]) -> tuple[tuple[date, str], ...]:
    reasons: dict[date, str] = {}
    for item in cast("Mapping[date, str]", given).items() if isinstance(given, Mapping) else given:
        day, reason = item if isinstance(item, tuple) else (item, "closure")
        if not _is_day(day) or not isinstance(reason, str):
            raise BadCalendar(
                "closures takes days, or pairs of a day and a reason. For several days list each of them."
            )
        reasons[day] = reason
    return tuple(sorted(reasons.items()))


def _published(given: Iterable[Published]) -> tuple[Published, ...]:
    return tuple(sorted(given, key=lambda one: (one.first, one.last)))


def _clock(given: tuple[int, int] | None) -> tuple[int, int] | None:
    if given is None:
        return None
    if isinstance(given, tuple) and len(given) == 2:
        hour, minute = given
        if isinstance(hour, int) and isinstance(minute, int) and 0 <= hour < 24 and 0 <= minute < 60:
            return given
    raise BadCalendar("A time of day is a pair of hour and minute. Write (15, 10) for ten past three.")


@frozen(repr=False)
class SchoolCalendar(CountsDays):
    """The days on which one school holds at least one session, as far as its dates have been published.

    A weekday inside a term is a school day unless it falls in a half-term break, is an INSET day or a bank holiday, or
    the school was closed. Days between two listed terms are holiday; days before the first, after the last, or in a gap
    too long to be a holiday are not covered, and nothing is ever counted across them.

    Args:
        terms: the terms, or the six blocks of a council that publishes those.
        half_terms: the breaks inside terms.
        inset: training days, on which pupils do not attend.
        closures: days on which the whole school was or will be shut; a mapping gives the reason.
        sessions: days with a session that would otherwise be closed, such as a Saturday school or a bank holiday.
        one_session: school days with one session instead of two, such as the last of a term.
        bank_holidays: those that fall in term; None takes England's announced ones.
        all_inset_listed: False where the school's training days may not all be here: due dates then have a latest date
            too, as if the rest of the year's five fell inside the count. None judges by whether each year lists five.
        covers: the ranges of dates published, both ends included; None works them out from the terms.
        terms_a_year: how many terms the school's year has; None takes the number listed in its fullest year.
        afternoon_begins: hour and minute of the afternoon session, which decides the first day of a suspension.
        closes: hour and minute at which school closes.
        working_days: the calendar for clocks that run in working days; None is England's.
        name: whose calendar this is.
        version: which edition of it, such as "2" or "as proposed".
        published_on: the day on which this edition was published.
        published: where its days were published and how well that was checked, told with every answer that uses them.

    Raises:
        BadCalendar: when two terms overlap.

    Source: Education Act 1996, s.579(1); SI 1999/3181 for sessions.

    >>> autumn = SchoolCalendar(
    ...     terms=[Term("Autumn", date(2025, 9, 3), date(2025, 12, 19))],
    ...     half_terms=[HalfTerm("Autumn half-term", date(2025, 10, 27), date(2025, 10, 31))],
    ... )
    >>> autumn.count(after=date(2025, 10, 24), to=date(2025, 11, 3))
    1
    """

    terms: tuple[Term, ...] = field(default=(), converter=_terms)
    half_terms: tuple[HalfTerm, ...] = field(default=(), converter=_half_terms)
    inset: frozenset[date] = field(default=frozenset(), converter=_dates, kw_only=True)
    closures: tuple[tuple[date, str], ...] = field(default=(), converter=_closures, kw_only=True)
    sessions: frozenset[date] = field(default=frozenset(), converter=_dates, kw_only=True)
    one_session: frozenset[date] = field(default=frozenset(), converter=_dates, kw_only=True)
    bank_holidays: frozenset[date] | None = field(default=None, converter=_optional_dates, kw_only=True)
    all_inset_listed: bool | None = field(default=None, kw_only=True)
    covers_dates: tuple[tuple[date, date], ...] | None = field(
        default=None, kw_only=True, alias="covers", converter=_ranges
    )
    terms_a_year: int | None = field(default=None, kw_only=True)
    afternoon_begins: tuple[int, int] | None = field(default=None, kw_only=True, converter=_clock)
    closes: tuple[int, int] | None = field(default=None, kw_only=True, converter=_clock)
    own_working_days: WorkingDays | None = field(default=None, kw_only=True, alias="working_days")
    name: str = field(default="", kw_only=True)
    version: str = field(default="", kw_only=True)
    published_on: date | None = field(default=None, kw_only=True)
    published: tuple[Published, ...] = field(default=(), converter=_published, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for earlier, later in zip(self.terms, self.terms[1:], strict=False):
            if later.first <= earlier.last:
                raise BadCalendar(f"{earlier.name} and {later.name} overlap. Correct their first and last days.")

    @property
    def unit(self) -> Unit:
        return SCHOOL_DAYS

    @property
    def working_days(self) -> WorkingDays:
        """The calendar for clocks that run in working days."""
        return self.own_working_days or england()

    def days_of(self, unit: Unit) -> CountsDays:
        """The calendar on which a unit is counted: this one for school days, its working days for working days."""
        return self if unit is SCHOOL_DAYS else self.working_days

    def known_at(self, day: date) -> SchoolCalendar:
        """The same calendar with the bank holidays that had been announced by a day."""
        return evolve(self, working_days=self.working_days.known_at(day))

    def is_school_day(self, day: date) -> bool:
        """Whether the school holds a session on a day.

        Raises:
            NoTermDates: when the published dates do not cover it.
        """
        return self.is_open(day)

    def closing(self, *days: date, reason: str = "closure") -> SchoolCalendar:
        """A new calendar on which the school is also shut on some days; this one stays as it is."""
        return evolve(self, closures={**dict(self.closures), **dict.fromkeys(days, reason)})

    def with_changes(
        self,
        *,
        terms: Iterable[Term] = (),
        half_terms: Iterable[HalfTerm] = (),
        inset: Iterable[date] = (),
        closures: Iterable[date | tuple[date, str]] | Mapping[date, str] = (),
        sessions: Iterable[date] = (),
        published: Iterable[Published] = (),
        **anything_else: Any,
    ) -> SchoolCalendar:
        """A new calendar: these dates and a school's own differences; this one stays as it is.

        A council's dates become a school's by adding its training days. A term of the school's own replaces any that it
        overlaps, and so does a half-term break; any other is added, as a further year's terms are.

        Args:
            terms: terms that replace those they overlap, or are added.
            half_terms: the same for breaks.
            inset: further training days; a day that had an extra session has none then.
            closures: further days on which the whole school is shut.
            sessions: further days that are open although they would be closed, whatever these dates say of them.
            published: where the differences were published.
            anything_else: what else differs, by the name that `SchoolCalendar` gives it, such as `name` or `closes`. A
                calendar with a name of its own has no version until it is given one.

        Raises:
            BadCalendar: when the terms given overlap each other.

        >>> council = SchoolCalendar([Term("Autumn", date(2025, 9, 2), date(2025, 12, 19))], name="the council's")
        >>> school = council.with_changes(inset=[date(2025, 11, 28)], name="Hill Top")
        >>> council.why_closed(date(2025, 11, 28)), school.why_closed(date(2025, 11, 28))
        (None, 'INSET')
        """
        own_terms, own_breaks, own_sessions = _terms(terms), _half_terms(half_terms), _dates(sessions)
        own_inset, own_closures = _dates(inset), _closures(closures)
        kept = {day: why for day, why in self.closures if day not in own_sessions}
        kept.update(own_closures)
        if "name" in anything_else:
            anything_else.setdefault("version", "")  # an edition of somebody else's dates is none of the school's
        covers = self.covers_dates
        return evolve(
            self,
            terms=(*_not_overlapping(self.terms, own_terms), *own_terms),
            half_terms=(*_not_overlapping(self.half_terms, own_breaks), *own_breaks),
            inset=self.inset | own_inset,
            closures=kept,
            sessions=(self.sessions - own_inset - dict(own_closures).keys()) | own_sessions,
            published=(*self.published, *published),
            covers=None if covers is None else (*covers, *((term.first, term.last) for term in own_terms)),
            **anything_else,
        )

    @property
    def edition(self) -> str:
        """Whose calendar this is and which edition of it, or "" where neither is known."""
        version = f"version {self.version}" if self.version[:1].isdigit() else self.version
        published = f"published {plain(self.published_on)}" if self.published_on is not None else ""
        return ", ".join(filter(None, (self.name, version, published)))

    def published_about(self, first: date, last: date) -> tuple[str, ...]:
        """Who published the dates of a range of days, each source once, with how well it was checked.

        Args:
            first: the first day.
            last: the last, included.
        """
        told = [one.told for one in self.published if one.first <= last and one.last >= first]
        return tuple(dict.fromkeys(told))

    def _reason_closed(self, day: date) -> str | None:
        if not self.covers(day):
            return "outside the published dates"
        if day in dict(self.closures):
            return dict(self.closures)[day]
        if day in self.sessions:
            return None
        if day.weekday() >= 5:
            return "weekend"
        if not any(term.first <= day <= term.last for term in self.terms):
            return "school holiday"
        if any(half.first <= day <= half.last for half in self.half_terms):
            return "half-term"
        if day in self.inset:
            return "INSET"
        return "bank holiday" if day in self._bank_holidays() else None

    def inset_to_come(self, first: date, last: date) -> int:
        """How many training days may still fall, unlisted, in the school years that a range of days touches."""
        return sum(self._unlisted.get(year, 0) for year in range(autumn_of(first), autumn_of(last) + 1))

    @cached_property
    def _unlisted(self) -> dict[int, int]:
        """How many training days each school year with terms may still have, unlisted, by the autumn it began in."""
        if self.all_inset_listed:
            return {}
        listed = [autumn_of(day) for day in self.inset if day.weekday() < 5]
        taught = {autumn_of(term.first) for term in self.terms}
        return {year: missing for year in taught if (missing := INSET_DAYS_A_YEAR - listed.count(year)) > 0}

    def reach_at_furthest(self, day: date, number: int) -> tuple[date | RanOut, int]:
        """The day reached if each training day not listed fell inside the count, and how many those are.

        Those of a year fall on the school days that it still has on that side of the day, and then the next year's do.

        Args:
            day: the day to count from; it is not counted itself.
            number: how many school days; below zero counts back.
        """
        if not self._unlisted:
            return self.reach(day, number), 0
        forward = number > 0
        at, left, may_come = day, abs(number), 0
        while True:
            year = autumn_of(day_after(at) if forward else day_before(at))
            missing = self._unlisted.get(year, 0)
            edge = date(year + 1, 7, 31) if forward else date(year, 8, 1)
            reached = self.reach(at, left + missing if forward else -left - missing)
            if isinstance(reached, date) and (reached <= edge if forward else reached >= edge):
                return reached, may_come + missing
            low, high = sorted((at.toordinal(), edge.toordinal()))
            if isinstance(reached, RanOut) and any(self.unpublished(low, high)):
                return evolve(reached, counted=reached.counted + abs(number) - left), may_come + missing
            taught = abs(self.count(after=at, to=edge))
            may_come += min(missing, taught)
            left -= max(0, taught - missing)
            at = edge

    def school_years(self) -> tuple[tuple[date, date], ...]:
        """The school years that the terms belong to, half-open: each begins with the first term that begins after July.

        Source: Education Act 1996, s.579(1).
        """
        return self._school_years

    @cached_property
    def _school_years(self) -> tuple[tuple[date, date], ...]:
        firsts: dict[int, date] = {}
        for term in self.terms:
            year = autumn_of(term.first)
            firsts.setdefault(year, term.first if term.first.month >= 8 else date(year, 9, 1))
        return tuple((start, firsts.get(year + 1, date(year + 1, 9, 1))) for year, start in sorted(firsts.items()))

    def school_year_of(self, day: date) -> tuple[date, date]:
        """The school year that holds a day, half-open; where no term says otherwise it begins on 1 September."""
        for start, until in self.school_years():
            if start <= day < until:
                return start, until
        year = day.year if day.month >= 9 else day.year - 1
        first = date.min if year < MINYEAR else date(year, 9, 1)  # the first and the last year there are, cut short
        return first, date.max if year == MAXYEAR else date(year + 1, 9, 1)

    def reporting_terms(self) -> tuple[ReportingTerm, ...]:
        """The terms in which a thing wanted once each term must be done.

        With three terms a year or fewer they are the school's own. With more, they are the stretches between
        31 December, Easter Monday and 31 July, so that a six-term council still has three.

        Source: SI 2012/1033, reg. 2(1), used here wherever a rule says "each term".
        """
        return self._reporting_terms

    @cached_property
    def _reporting_terms(self) -> tuple[ReportingTerm, ...]:
        return self.published_terms() if self._terms_in_a_year() <= 3 else tuple(self._between_reference_dates())

    def published_terms(self) -> tuple[ReportingTerm, ...]:
        """The terms as the school publishes them, however many there are."""
        return self._published_terms

    @cached_property
    def _published_terms(self) -> tuple[ReportingTerm, ...]:
        return tuple(ReportingTerm(t.name, t.first, t.last, self.last_open_by(t.last)) for t in self.terms)

    def _terms_in_a_year(self) -> int:
        if self.terms_a_year is not None:
            return self.terms_a_year
        return max((sum(a <= t.first < b for t in self.terms) for a, b in self.school_years()), default=0)

    def _between_reference_dates(self) -> Iterable[ReportingTerm]:
        from dateutil.easter import easter

        blocks_a_term = max(2, self._terms_in_a_year() // 3)
        for year in sorted({day.year for term in self.terms for day in (term.first, term.last)}):
            easter_monday = date.fromordinal(easter(year).toordinal() + 1)
            for name, first, last in (
                (f"Spring {year}", date(year, 1, 1), easter_monday),
                (f"Summer {year}", date.fromordinal(easter_monday.toordinal() + 1), date(year, 7, 31)),
                (f"Autumn {year}", date(year, 8, 1), date(year, 12, 31)),
            ):
                blocks = [term for term in self.terms if term.first <= last and first <= term.last]
                if blocks:
                    ends = min(last, blocks[-1].last)
                    whole = (
                        len(blocks) >= blocks_a_term
                        or any((block.last - block.first).days > LONGEST_BLOCK for block in blocks)
                        or self.covers(last)
                    )
                    known = self.last_open_by(ends)
                    yield ReportingTerm(name, first, last, known if whole else None, known)

    def _bank_holidays(self) -> frozenset[date]:
        if self.bank_holidays is not None:
            return self.bank_holidays
        if not self.terms:
            return frozenset()
        return frozenset(day for day, _ in self.working_days.holidays)

    def _covered(self) -> Days:
        if self.covers_dates is not None:
            return Days.of(*((first, day_after(last)) for first, last in self.covers_dates))
        stretches = [(term.first, day_after(term.last)) for term in self.terms]
        for earlier, later in zip(self.terms, self.terms[1:], strict=False):
            if (later.first - earlier.last).days <= LONGEST_HOLIDAY:
                stretches.append((earlier.last, later.first))
        covered = Days.of(*stretches)
        if self.bank_holidays is None and self.terms:  # a bank holiday not yet announced could fall later than this
            covered &= between(self.working_days.first, day_after(self.working_days.last))
        return covered

    def _table(self) -> Table:
        covered = self._covered()
        in_term = Days.of(*((term.first, day_after(term.last)) for term in self.terms))
        breaks = Days.of(*((half.first, day_after(half.last)) for half in self.half_terms))
        shut = single_days([*self.inset, *self._bank_holidays()])
        open_days = (in_term & weekdays_of(covered)) - breaks - shut
        open_days = (open_days | single_days(self.sessions)) - single_days(day for day, _ in self.closures)
        return Table(covered, open_days)

    def _add_dates(self) -> str:
        return "Add the next term to SchoolCalendar(terms=...)."

    def __repr__(self) -> str:
        shown: list[str] = []
        for attribute in fields(SchoolCalendar):
            value: object = getattr(self, attribute.name)
            if not attribute.init or value == attribute.default:
                continue
            if isinstance(value, frozenset):
                value = sorted(getattr(self, attribute.name))
            shown.append(f"{attribute.alias}={value!r}")
        return f"SchoolCalendar({', '.join(shown)})"


_AStretch = TypeVar("_AStretch", bound=Term)


def _not_overlapping(held: Iterable[_AStretch], own: Iterable[Term]) -> list[_AStretch]:
    return [one for one in held if not any(one.first <= other.last and other.first <= one.last for other in own)]


def autumn_of(day: date) -> int:
    """The calendar year in which the school year of a day began; training days may come before its first term."""
    return day.year if day.month >= 8 else day.year - 1
