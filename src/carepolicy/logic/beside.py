"""Knows tests of a record beside the child's others: what it is about, what came before or after, what then held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from carepolicy.facts import Child, Happening, Spell
from carepolicy.logic.condition import Condition
from carepolicy.logic.deadline import Deadline
from carepolicy.logic.starts import Start
from carepolicy.logic.where import Beside, Told, Turns, Where
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.instants import Instant
from carepolicy.time.spans import Span, Unit
from carepolicy.time.written import with_weekday
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict, any_of


@frozen(repr=False)
class IsA(Where):
    """Whether a record is of a kind.

    Args:
        of: the kind.
    """

    of: type[Happening]

    def test(self, record: Happening) -> Verdict:
        return Verdict.of(isinstance(record, self.of))

    def asks(self, record: Happening) -> tuple[str, ...]:
        return ()

    def fails_for(self, record: Happening) -> tuple[str, ...]:
        return (f"not a {self.of.label}",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()

    def turns_on(self, name: str) -> Turns:
        return Turns.NOT

    @property
    def words(self) -> str:
        return f"a {self.of.label}"

    def __repr__(self) -> str:
        return f"is_a({self.of.__name__})"


def is_a(kind: type[Happening]) -> IsA:
    """The records of a kind.

    Args:
        kind: such as `PermanentlyExcluded`.
    """
    return IsA(kind)


@frozen(repr=False)
class Concerning(Beside):
    """A test of what a record is about: what it names, or else every record of some kinds up to then, if they agree.

    Args:
        test: the test.
        kinds: the kinds of record that it may be about.
    """

    test_of_it: Where
    kinds: tuple[type[Happening], ...]

    @property
    def words(self) -> str:
        return f"about one that is {self.test_of_it.words}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        test = self.test_of_it.among(child, calendar)
        found = _named_or_all(record, child, self.kinds)
        answers = [test.test(one) for one in found]
        if found and all(answer is answers[0] for answer in answers) and not answers[0].unknown:
            return answers[0], ()
        if len(found) == 1:
            return UNKNOWN, test.asks(found[0])
        return UNKNOWN, (f"which {_or(self.kinds)} the {record.label} is about",)

    def __repr__(self) -> str:
        return f"concerning({self.test_of_it!r}, {', '.join(kind.__name__ for kind in self.kinds)})"


def concerning(test: Where, *kinds: type[Happening]) -> Concerning:
    """The records about something that passes a test.

    Args:
        test: the test.
        kinds: what it may be about, such as `Suspended` and `PermanentlyExcluded`.
    """
    return Concerning(test, kinds)


@frozen(repr=False)
class OfTheLast(Beside):
    """A test of the last record of a kind up to then.

    Args:
        of: the kind.
        test_of_it: the test.
    """

    of: type[Happening]
    test_of_it: Where

    @property
    def words(self) -> str:
        return f"while the last {self.of.label} says: {self.test_of_it.words}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        test = self.test_of_it.among(child, calendar)
        last = _may_be_last(record, child, self.of)
        answers = [test.test(one) for one in last]
        if not last or any(answer is not answers[0] for answer in answers):
            return UNKNOWN, (f"the {self.of.label} before the {record.label}",)
        if not _listed_between(last[0], record, child):
            return UNKNOWN, (self.of.family.complete_record,)
        return answers[0], test.asks(last[0])

    def __repr__(self) -> str:
        return f"of_the_last({self.of.__name__}, {self.test_of_it!r})"


def of_the_last(kind: type[Happening], test: Where) -> OfTheLast:
    """The records up to which the last of a kind passes a test.

    Args:
        kind: such as `CarePlacementStarted`.
        test: the test.
    """
    return OfTheLast(kind, test)


@frozen(repr=False)
class SoonAfter(Beside):
    """Whether a record lies within a time of the last of a kind before it, the corresponding day not included.

    Args:
        span: the time.
        of: the kind.
    """

    span: Span
    of: type[Happening]

    @property
    def words(self) -> str:
        return f"within {self.span} of the last {self.of.label}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        before = _may_be_before(record, child, self.of)
        if not before:
            return UNKNOWN, (f"the {self.of.label} before the {record.label}",)
        soon = any_of(~record.at.on_earlier_day(one.at) & self._lies_within(one, record) for one in before)
        since = self.span.before(date.fromordinal(record.at.first_day)).toordinal()
        if soon.fails and not child.complete_days(self.of.family).has_all(since, record.at.last_day + 1):
            return UNKNOWN, (self.of.family.complete_record,)
        return soon, (f"the day of the {self.of.label}",) if soon.unknown else ()

    def _lies_within(self, one: Happening, record: Happening) -> Verdict:
        ends = [self.span.after(date.fromordinal(day)).toordinal() for day in (one.at.first_day, one.at.last_day)]
        if record.at.last_day < ends[0]:
            return HOLDS
        return FAILS if record.at.first_day >= ends[1] else UNKNOWN

    def __repr__(self) -> str:
        return f"soon_after({self.span.number}, {self.span.unit!r}, {self.of.__name__})"


def soon_after(number: int, unit: Unit, of: type[Happening]) -> SoonAfter:
    """The records within so many months or years of the last of a kind before them.

    Args:
        number: how many.
        unit: `CALENDAR_DAYS`, `WEEKS`, `MONTHS` or `YEARS`.
        of: the kind.
    """
    return SoonAfter(Span(number, unit), of)


@frozen(repr=False)
class FirstIn(Beside):
    """Whether a record is the first of its kind since a condition last began to hold.

    That there was none before it is only known from complete records of the time from that beginning on.

    Args:
        of: the condition.
    """

    of: Condition

    @property
    def words(self) -> str:
        return f"the first since {self.of.begins.told_as}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        began = max(
            (start.at.first_day for start in self.of.begins.starts(child) if start.at.first_day <= record.at.last_day),
            default=1,
        )
        before = [
            other.at
            for other in _of_kinds(child, (type(record),))
            if other is not record and other.at.last_day >= began and not record.at.on_earlier_day(other.at).holds
        ]
        earlier = [at.on_earlier_day(record.at) for at in before]
        if any(verdict.holds for verdict in earlier):
            return FAILS, ()
        if child.complete_days(record.family).has_all(began, record.at.last_day + 1) and all(
            verdict.fails for verdict in earlier
        ):
            return HOLDS, ()
        since = f" from {with_weekday(date.fromordinal(began))}" if began > 1 else ""
        return UNKNOWN, (f"{record.family.complete_record}{since}",)

    def __repr__(self) -> str:
        return f"first_in({self.of!r})"


def first_in(condition: Condition) -> FirstIn:
    """The first records of their kind in each stretch of a condition.

    Args:
        condition: such as `looked_after`.
    """
    return FirstIn(condition)


@frozen(repr=False)
class OnItsDay(Beside):
    """Whether a condition held on the day of a record.

    Args:
        of: the condition.
    """

    of: Condition

    @property
    def words(self) -> str:
        return f"while the child is {self.of.title}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        timeline = self.of.timeline(child)
        verdicts = {timeline.at_ordinal(day) for day in (record.at.first_day, record.at.last_day)}
        if len(verdicts) == 1:
            verdict = verdicts.pop()
            if not verdict.unknown:
                return verdict, ()
        missing = self.of.on(date.fromordinal(record.at.last_day), child).missing
        return UNKNOWN, tuple(map(str, missing)) or (f"the day of the {record.label}",)

    def __repr__(self) -> str:
        return f"on_its_day({self.of!r})"


def on_its_day(condition: Condition) -> OnItsDay:
    """The records on whose day a condition held.

    Args:
        condition: such as `under_age(5)`.
    """
    return OnItsDay(condition)


@frozen(repr=False)
class ThereIs(Beside):
    """Whether something of a kind is on record before or after a record.

    Args:
        of: the kind.
        later: whether it must come after, not before; what comes after the next of the record's own kind is about that.
        since: kinds of record any of which, coming between, makes an earlier one count no more.
        if_listed: whether silence is a "no" only where the records are complete; otherwise it always is, so that a
            prohibition is not said of every act of which nobody has recorded more.
        one_at_a_time: whether a record of this kind is done with once the next is made, so that what follows both
            and names neither is about the next; otherwise it may be about either.
        by_the_day: whether what came before must have come on an earlier day; otherwise what came on the same day, at
            a time that is not recorded, may have come first.
    """

    of: type[Happening]
    later: bool = False
    since: tuple[type[Happening], ...] = ()
    if_listed: bool = False
    one_at_a_time: bool = False
    by_the_day: bool = False

    @property
    def words(self) -> str:
        return f"{'followed by' if self.later else 'after'} a {self.of.label}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        verdict = FAILS
        for other in _related(record, _of_kinds(child, (self.of,))):
            if self.later:
                comes = ~other.at.on_earlier_day(record.at) & ~self._is_of_the_next(other, record, child)
            elif record.about is not None and record.about == other.ref:
                comes = HOLDS
            else:
                comes = self._preceded(other, record)
            verdict |= comes & ~self._undone(other, record, child)
        if verdict.fails and self.if_listed:
            first = self._looked_at_from(record, child)
            if not child.complete_days(self.of.family).has_all(first, record.at.last_day + 1):
                since = "" if first == child.alive_from else f" from {with_weekday(date.fromordinal(first))}"
                return UNKNOWN, (f"{self.of.family.complete_record}{since}",)
        return verdict, self._settled_by(record, child) if verdict.unknown else ()

    def _looked_at_from(self, record: Happening, child: Child) -> int:
        """From when on records must be complete: since the last thing after which nothing before it counts."""
        undone = (one for one in _of_kinds(child, self.since) if one is not record and not self.later)
        return max(
            (one.at.first_day for one in undone if one.at.on_earlier_day(record.at).holds), default=child.alive_from
        )

    def _settled_by(self, record: Happening, child: Child) -> tuple[str, ...]:
        """What would settle it: the records of what may have come between, or else which came first."""
        unlisted = [kind.family for kind in self.since if not _all_listed(kind, record, child)]
        if unlisted and not self.later:
            return tuple(dict.fromkeys(family.complete_record for family in unlisted))
        if self.later:
            return (f"which {record.label} the {self.of.label} is about",)
        return (f"whether the {self.of.label} came first",)

    def _is_of_the_next(self, other: Happening, record: Happening, child: Child) -> Verdict:
        """Whether another record of the same kind, between the two, is the one that the later thing is about."""
        if other.names & record.names:
            return FAILS
        between = [
            one
            for one in _of_kinds(child, (type(record),))
            if record.at.on_earlier_day(one.at).holds and not one.names & record.names
        ]
        unnamed = HOLDS if self.one_at_a_time else UNKNOWN
        return any_of(
            ~other.at.on_earlier_day(one.at) & (HOLDS if one.names & other.names else unnamed) for one in between
        )

    def _undone(self, other: Happening, record: Happening, child: Child) -> Verdict:
        """Whether something came between that makes an earlier record count no more."""
        verdict = FAILS
        for between in _of_kinds(child, self.since):
            if between is not record and _may_part(between, other, record):
                verdict |= self._preceded(other, between) & self._had_come(between, record)
        if verdict.fails and not other.names & record.names:
            days = other.at.first_day, record.at.last_day + 1
            listed = all(child.complete_days(kind.family).has_all(*days) for kind in self.since)
            return FAILS if listed else UNKNOWN
        return verdict

    def _preceded(self, other: Happening, later: Happening) -> Verdict:
        """Whether one record came before a later one; by the day, only one of an earlier day did."""
        return other.at.on_earlier_day(later.at) if self.by_the_day else _came_first(other, later)

    def _had_come(self, between: Happening, record: Happening) -> Verdict:
        """Whether what may part two records had come by the later; of a day, where days decide, all of it had."""
        return ~record.at.on_earlier_day(between.at) if self.by_the_day else _came_first(between, record)

    def __repr__(self) -> str:
        kinds = ", ".join(kind.__name__ for kind in self.since)
        since = f", since=[{kinds}]" if kinds else ""
        listed = ", if_listed=True" if self.if_listed else ""
        alone = ", one_at_a_time=True" if self.one_at_a_time else ""
        by_day = ", by_the_day=True" if self.by_the_day else ""
        return f"{'followed_by' if self.later else 'preceded_by'}({self.of.__name__}{since}{listed}{alone}{by_day})"


def preceded_by(
    kind: type[Happening],
    *,
    since: Iterable[type[Happening]] = (),
    if_listed: bool = False,
    by_the_day: bool = False,
) -> ThereIs:
    """The records before which something of a kind is on record.

    Args:
        kind: such as `PermanentlyExcluded`.
        since: kinds any of which, coming between, makes an earlier one count no more, such as `[JoinedSchool]`.
        if_listed: whether silence is a "no" only where the records are complete.
        by_the_day: whether it must have come on an earlier day.
    """
    return ThereIs(kind, since=tuple(since), if_listed=if_listed, by_the_day=by_the_day)


def followed_by(kind: type[Happening], *, one_at_a_time: bool = False) -> ThereIs:
    """The records on or after whose day something of a kind is on record.

    Args:
        kind: such as `EhcPlanRefused`.
        one_at_a_time: whether a record that starts this is done with once the next is made, as a request for an
            assessment is; what follows both and names neither is then about the next.
    """
    return ThereIs(kind, later=True, one_at_a_time=one_at_a_time)


@frozen(repr=False)
class FirstAboutIt(Beside):
    """Whether a record is the first of its kind about what it names; one that names nothing is the first of its own."""

    @property
    def words(self) -> str:
        return "the first about what it names"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        if record.about is None:
            return HOLDS, ()
        about_it = (one for one in _of_kinds(child, (type(record),)) if one.about == record.about)
        earlier = any_of(one.at.on_earlier_day(record.at) for one in about_it if one is not record)
        return ~earlier, (f"which {record.label} came first",) if earlier.unknown else ()

    def __repr__(self) -> str:
        return "first_about_it"


first_about_it = FirstAboutIt()
"""The records that are the first of their kind about what they name: what is told twice starts its clock once."""


@frozen(repr=False)
class TooSoon(Beside):
    """Whether a record lies inside a period that must have ended first; it does not where none is known to have begun.

    Args:
        deadline: the period.
        of: what starts it; where several may have, all must agree.
        on_the_last_day: whether the last day itself is late enough, since the period is over by its end.
        broken_by: a kind of record which, coming between, breaks the period off, so that it never ran its length.
    """

    deadline: Deadline
    of: type[Happening]
    on_the_last_day: bool = False
    broken_by: type[Happening] | None = None

    @property
    def words(self) -> str:
        return f"sooner than {self.deadline.told(self.of.told_as())} allows"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        before = [other for other in _of_kinds(child, (self.of,)) if not record.at.on_earlier_day(other.at).holds]
        related = _related(record, before)
        told = [self._after(one, record, child, calendar) for one in related]
        named = any(one.names & record.names for one in related)
        listed = named or _all_listed(self.of, record, child)
        if not told:
            return (FAILS, ()) if listed else (UNKNOWN, (f"the day of the {self.of.label}",))
        if all(verdict is told[0][0] for verdict, _ in told):
            return told[0] if listed or told[0][0].unknown else (UNKNOWN, (self.of.family.complete_record,))
        return UNKNOWN, (f"which {self.of.label} the {record.label} is about",)

    def _after(self, began: Happening, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        """Whether a record lies inside the period that one other began."""
        if self.broken_by is not None:
            breaks = _related(began, _of_kinds(child, (self.broken_by,)))
            broken = any_of(~one.at.on_earlier_day(began.at) & one.at.on_earlier_day(record.at) for one in breaks)
            if not broken.fails:
                return broken, (f"the day of the {self.broken_by.label}",) if broken.unknown else ()
            days = began.at.first_day, record.at.last_day + 1
            if not child.complete_days(self.broken_by.family).has_all(*days):
                return self._by_length(began, record, child, calendar, UNKNOWN)
        return self._by_length(began, record, child, calendar, FAILS)

    def _by_length(
        self, began: Happening, record: Happening, child: Child, calendar: SchoolCalendar, broken: Verdict
    ) -> Told:
        """Whether a record lies inside a period that was not broken off, or may have been."""
        due = self.deadline.due(Start(began.at, record=began), child, calendar)
        if due is None or due.first is None:
            return UNKNOWN, (f"the day of the {self.of.label}",)
        more = 0 if self.on_the_last_day else 1
        if record.at.last_day < due.first.first_day + more:
            first = ~record.at.on_earlier_day(began.at)
            return first, (f"the day of the {self.of.label}",) if first.unknown else ()
        if due.last is not None and record.at.first_day >= due.last.last_day + more:
            asked = () if self.broken_by is None or broken.fails else (self.broken_by.family.complete_record,)
            return broken, asked
        return UNKNOWN, (due.missing or f"the days of the {self.of.label} and of the {record.label}",)

    def __repr__(self) -> str:
        last = ", on_the_last_day=True" if self.on_the_last_day else ""
        broken = "" if self.broken_by is None else f", broken_by={self.broken_by.__name__}"
        return f"too_soon({self.deadline!r}, {self.of.__name__}{last}{broken})"


def too_soon(
    deadline: Deadline,
    of: type[Happening],
    *,
    on_the_last_day: bool = False,
    broken_by: type[Happening] | None = None,
) -> TooSoon:
    """The records that lie inside a period which must have ended first.

    Args:
        deadline: the period, such as `beginning_with(15, CALENDAR_DAYS)`.
        of: the kind of record that starts it.
        on_the_last_day: whether the last day itself is late enough.
        broken_by: a kind of record that breaks the period off, such as `AbsenceEnded`.
    """
    return TooSoon(deadline, of, on_the_last_day, broken_by)


@frozen(repr=False)
class WithNoneBegunSince(Beside):
    """Whether nothing of a kind has begun since a record; what has leaves open what the record still says.

    What began soon after the record is what it was for, where no other of the kind ran on its day.

    Args:
        of: the kind of spell.
        which: which of them, by what is written on them.
        by: a condition, what began after whose first day is left aside; None leaves nothing aside.
        soon: how long after the record at the most something begins that it was for.
        told: what passing says of the record, as a phrase.
        asked: what would settle it, where one has begun.
    """

    of: type[Spell]
    which: Where
    by: Condition | None
    soon: Span
    told: str
    asked: str

    @property
    def words(self) -> str:
        return self.told

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        starts = () if self.by is None else self.by.begins.starts(child)
        until = min((start.at for start in starts), key=lambda at: at.earliest, default=None)
        found = [one for one in child.history if isinstance(one, self.of) and not self.which.test(one).fails]
        since = [one.start for one in found if not record.at.on_earlier_day(one.start).fails]
        counted = [at for at in since if until is None or not until.on_earlier_day(at).holds]
        held = any(_may_run_on(record.at, one) for one in found)
        if any(held or not self._was_for(record.at, at, child) for at in counted):
            return UNKNOWN, (self.asked,)
        return HOLDS, ()

    def _was_for(self, at: Instant, began: Instant, child: Child) -> bool:
        """Whether a record was for what began after it, and for no other that may be unlisted."""
        earliest = self.soon.before(date.fromordinal(began.last_day)).toordinal()
        listed = child.complete_days(self.of.family).has_all(at.first_day, began.last_day + 1)
        return listed and at.first_day >= earliest

    def __repr__(self) -> str:
        by = "" if self.by is None else f", by={self.by!r}"
        told = f"told={self.told!r}, asked={self.asked!r}{by}"
        return f"with_none_begun_since({self.of.__name__}, {self.which!r}, soon={self.soon!r}, {told})"


def with_none_begun_since(
    kind: type[Spell], which: Where, *, soon: Span, told: str, asked: str, by: Condition | None = None
) -> WithNoneBegunSince:
    """The records since which nothing of a kind has begun, such as a training since which no new holder took the post.

    Args:
        kind: such as `PostHeld`.
        which: which of them, by what is written on them.
        soon: how long after the record at the most something begins that it was for, such as `Span(1, YEARS)`.
        told: what passing says of the record, as a phrase, such as "had by the holder".
        asked: what would settle it, where one has begun, as a phrase.
        by: a condition, what began after whose first day is left aside.
    """
    return WithNoneBegunSince(kind, which, by, soon, told, asked)


# --- other records ----------------------------------------------------------------------------------------------------


def _all_listed(kind: type[Happening], record: Happening, child: Child) -> bool:
    """Whether every record of a kind is listed from the child's birth to a record."""
    return child.complete_days(kind.family).has_all(child.alive_from, record.at.last_day + 1)


def _of_kinds(child: Child, kinds: tuple[type[Happening], ...]) -> list[Happening]:
    found = [record for record in child.history if isinstance(record, kinds)]
    return sorted(found, key=lambda record: record.at.earliest)


def _may_run_on(at: Instant, spell: Spell) -> bool:
    """Whether a spell may be running at a time."""
    ended = spell.end is not None and at.on_earlier_day(spell.end).fails
    return not at.on_earlier_day(spell.start).holds and not ended


def _came_first(one: Happening, other: Happening) -> Verdict:
    """Whether one record came before another; on one day, only times of both can tell."""
    if one.at.moments is None or other.at.moments is None:
        return one.at.on_earlier_day(other.at) | (one.at.on_same_day(other.at) & UNKNOWN)
    return one.at.before(other.at)


def _may_part(between: Happening, other: Happening, record: Happening) -> bool:
    """Whether what came between two records may make the earlier count no more for the later, by what they name."""
    if between.about is not None and other.names:
        return between.about in other.names
    if other.names & record.names:
        return False
    return not (record.about is not None and between.names) or record.about in between.names


def _related(record: Happening, others: list[Happening]) -> list[Happening]:
    """Those that share a name with a record; where it names none of them, all that name nothing it could have meant."""
    named = [other for other in others if other.names & record.names]
    return named or [other for other in others if not (record.about and other.names)]


def _named_or_all(record: Happening, child: Child, kinds: tuple[type[Happening], ...]) -> list[Happening]:
    if isinstance(record, kinds):
        return [record]
    others = _of_kinds(child, kinds)
    named = [other for other in others if other.names & record.names]
    return named or [other for other in others if not record.at.on_earlier_day(other.at).holds]


def _may_be_before(record: Happening, child: Child, kind: type[Happening]) -> list[Happening]:
    return [one for one in _of_kinds(child, (kind,)) if not record.at.on_earlier_day(one.at).holds]


def _may_be_last(record: Happening, child: Child, kind: type[Happening]) -> list[Happening]:
    """Those of a kind that may be the last before a record: none surely came after them and before it."""
    before = _may_be_before(record, child, kind)
    surely = [one for one in before if record.at.on_earlier_day(one.at).fails]
    return [one for one in before if not any(one.at.on_earlier_day(later.at).holds for later in surely)]


def _listed_between(first: Happening, record: Happening, child: Child) -> bool:
    """Whether every record of a kind is listed from one of it to another record."""
    return child.complete_days(first.family).has_all(first.at.first_day + 1, record.at.last_day + 1)


def _or(kinds: tuple[type[Happening], ...]) -> str:
    return " or ".join(kind.label for kind in kinds)


@frozen(repr=False)
class FromDay(Where):
    """Whether a record is of a day or a later one.

    Args:
        day: the first.
    """

    day: date

    def test(self, record: Happening) -> Verdict:
        first = Instant.of(self.day)
        return ~record.at.on_earlier_day(first)

    def asks(self, record: Happening) -> tuple[str, ...]:
        return (f"the day of the {record.label}",) if self.test(record).unknown else ()

    def fails_for(self, record: Happening) -> tuple[str, ...]:
        return (f"before {with_weekday(self.day)}",) if self.test(record).fails else ()

    def phrases(self, name: str) -> tuple[str, ...]:
        return ()

    def turns_on(self, name: str) -> Turns:
        return Turns.LATER if name == "at" else Turns.NOT

    @property
    def words(self) -> str:
        return f"of {with_weekday(self.day)} or later"

    def __repr__(self) -> str:
        return f"from_day({self.day!r})"


def from_day(day: date) -> FromDay:
    """The records of a day or a later one.

    Args:
        day: the first, such as that on which a rule begins to apply to what happens.
    """
    return FromDay(day)
