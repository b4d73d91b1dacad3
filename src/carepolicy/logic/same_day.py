"""Knows a test of a record by what else there is of its day."""

from __future__ import annotations

from attrs import frozen

from carepolicy.facts import Child, Happening
from carepolicy.logic.where import Beside, Told, Where
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.verdict import any_of


@frozen(repr=False)
class OnTheDayOf(Beside):
    """Whether something of a kind that passes a test is on record for the day of a record.

    Args:
        of: the kind.
        test_of_it: the test.
    """

    of: type[Happening]
    test_of_it: Where

    @property
    def words(self) -> str:
        return f"on the day of a {self.of.label} that is {self.test_of_it.words}"

    def tells(self, record: Happening, child: Child, calendar: SchoolCalendar) -> Told:
        test = self.test_of_it.among(child, calendar)
        others = [one for one in child.history if isinstance(one, self.of) and one is not record]
        meant = [one for one in others if one.about is None or one.about in record.names or not record.names]
        answers = [(one, one.at.on_same_day(record.at) & test.test(one)) for one in meant]
        verdict = any_of(answer for _, answer in answers)
        unsure = (one for one, answer in answers if answer.unknown)
        asks = (f"the day of the {one.label}" if not one.at.is_one_day else "" for one in unsure)
        return verdict, tuple(filter(None, asks)) if verdict.unknown else ()

    def __repr__(self) -> str:
        return f"on_the_day_of({self.of.__name__}, {self.test_of_it!r})"


def on_the_day_of(kind: type[Happening], test: Where) -> OnTheDayOf:
    """The records on whose day something of a kind that passes a test is on record too.

    Args:
        kind: such as `Attended`.
        test: the test.
    """
    return OnTheDayOf(kind, test)
