"""Knows how an assessment is told to people: in plain text, with as much of the reasons as the reader may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from textwrap import wrap

from carepolicy.assessment import Assessment, PolicyUsed, Status
from carepolicy.errors import NotAskable
from carepolicy.facts import Weight
from carepolicy.facts.choices import role_in_words
from carepolicy.line import Form, Line, ReadingTaken, State
from carepolicy.logic.due import NO_DATE, TOO_WIDE
from carepolicy.policy import roles_in_words
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL
from carepolicy.time.instants import Instant
from carepolicy.time.written import with_time, with_weekday
from carepolicy.verdict import Verdict

YES_NO = {Verdict.HOLDS: "yes", Verdict.FAILS: "no", Verdict.UNKNOWN: "cannot tell"}
"""How an answer is told to people."""

NOTHING_OWED = "nothing open, and nothing closed in this school year, in the {} that can be checked"
NOTHING_ELSE = "nothing open, and nothing closed in this school year, besides what is told below"
NOT_KNOWN_TO_COVER = "cannot tell whether anything is owed: it cannot be told whether the child is covered"

DISCLAIMER = "This is not official guidance."


class Detail(Enum):
    """How much of the reasons a reader may see.

    `FLAG` gives the answers and their dates; `GROUP` adds which rule settled each; `FULL` adds the records behind it.
    """

    FLAG = "flag"
    GROUP = "group"
    FULL = "full"


def as_text(assessment: Assessment, *, detail: Detail = Detail.FLAG, brief: bool = False) -> str:
    """An assessment as text: the statuses, every line with its date and how it was counted, and what is missing.

    Args:
        assessment: what to tell.
        detail: how much of the reasons to show; the least, unless more is asked for.
        brief: whether each line is told in one: where it stands, when it is due and who must act, and no more.

    Raises:
        NotAskable: when it is not given an assessment and a level of detail.
    """
    if not isinstance(assessment, Assessment) or not isinstance(detail, Detail):
        raise NotAskable(
            "as_text(assessment, detail=...) takes what assess(...) gives, and Detail.FLAG, GROUP or FULL."
        )
    return "\n".join(_told(assessment, detail, line_in_brief if brief else line_as_text))


def _told(assessment: Assessment, detail: Detail, tell: Callable[[Line, str], Iterator[str]]) -> Iterator[str]:
    yield f"{assessment.child}  on {when_as_text(assessment.on)}"
    yield ""
    yield from statuses_as_text(assessment.statuses, detail=detail)
    for policy in assessment.profiles:
        lines = [line for line in assessment.lines if line.profile == policy.name]
        told = [line for line in lines if not line.wants_a_statement and not line.wants_a_list]
        yield ""
        yield f"{policy.name} ({policy.edition})" if policy.edition else policy.name
        if not told:
            yield f"    {_nothing(policy, told_below=bool(lines))}"
        for line in told:
            yield from tell(line, assessment.bank_holidays)
    if assessment.lists_wanted:
        yield ""
        yield "Asks for something in place, and nothing on record shows it or rules it out"
        for missing, ids in assessment.lists_wanted:
            yield from _wrapped(f"wants {'; '.join(missing)}: {_some_of(ids)}")
    if assessment.statements_wanted:
        yield ""
        yield "Rests on a statement, and none is on record"
        for roles, ids in assessment.statements_wanted:
            yield from _wrapped(f"by {roles_in_words(roles)}: {_some_of(ids)}")
    if assessment.warnings:
        yield ""
        yield "Odd in the records"
        for warning in assessment.warnings:
            yield f"    {warning}"
    if assessment.missing:
        yield ""
        yield "What is missing, the most useful first"
        for says, number in assessment.missing:
            yield f"    {says} ({number} {'answer' if number == 1 else 'answers'} would be closer)"
    yield ""
    known = ""
    if assessment.known_at:
        known = f"; as known on {with_weekday(assessment.known_at)}, with whatever carries no date of entry"
    calendar = f"; calendar {assessment.calendar}" if assessment.calendar else ""
    holidays = f"; {assessment.bank_holidays}" if assessment.bank_holidays else ""
    yield f"Law as at {with_weekday(assessment.law_as_at)}{calendar}{holidays}{known}. {DISCLAIMER}"


MOST_NAMED = 4
"""Clauses that are named where many wait for the same role; the data holds them all."""


def _wrapped(told: str) -> list[str]:
    return wrap(told, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _some_of(ids: Sequence[str]) -> str:
    named = ", ".join(ids[:MOST_NAMED])
    return named if len(ids) <= MOST_NAMED else f"{named} and {len(ids) - MOST_NAMED} more"


def _nothing(policy: PolicyUsed, *, told_below: bool) -> str:
    if policy.covers is Verdict.UNKNOWN:
        return NOT_KNOWN_TO_COVER
    if told_below:
        return NOTHING_ELSE
    return NOTHING_OWED.format(f"{policy.checked} clause{'' if policy.checked == 1 else 's'}")


def statuses_as_text(statuses: Sequence[Status], *, detail: Detail = Detail.FLAG) -> Iterator[str]:
    """The statuses, a line each, with since when and until when, and as much of the reasons as asked for."""
    width = max((len(status.name) for status in statuses), default=0)
    for status in statuses:
        yield f"    {status.name:<{width}}  {answer_as_text(status)}"
        if detail is Detail.FULL:
            for line in status.reason.lines():
                yield f"        {line}"
            continue
        if detail is Detail.GROUP:
            for part in status.reason.because:
                if part.verdict is status.verdict and (part.verdict is not Verdict.FAILS or part.has_evidence):
                    yield f"        {part.headline}"
            for note in status.reason.notes:
                yield f"        note: {note}"
        for missing in status.missing:
            yield f"        not known: {missing}"


def answer_as_text(status: Status) -> str:
    """The answer to a status, with since when and until when."""
    answer = YES_NO[status.verdict]
    if status.verdict is Verdict.UNKNOWN:
        return answer
    if status.verdict is Verdict.HOLDS and status.reason.weight not in (None, Weight.RECORDED):
        answer = f"{answer} ({status.reason.weight.value})"
    since = ""
    if status.since and status.verdict is Verdict.HOLDS:
        since = f", since {with_weekday(status.since)}{' or earlier' if status.before is Verdict.UNKNOWN else ''}"
    if status.until is None:
        return answer + since
    if status.then is Verdict.UNKNOWN:
        return f"{answer}{since}; from {with_weekday(status.until)} on it cannot be told"
    last = date.fromordinal(status.until.toordinal() - 1)
    return f"{answer}{since}, to the end of {with_weekday(last)} as things stand"


WIDTH = 116
"""Characters to a line."""

_STATE, _CLAUSE = 13, 12
_INDENT = " " * (_STATE + _CLAUSE)


def line_as_text(line: Line, bank_holidays: str = "") -> Iterator[str]:
    """One line of an answer, as several lines of text.

    Args:
        line: which.
        bank_holidays: the list of bank holidays that is told once, at the end of all lines, and so not here.
    """
    headline = f"{line.state.value:<{_STATE}}{line.clause:<{_CLAUSE}}{_headline(line)}"
    yield from wrap(headline, WIDTH, subsequent_indent=_INDENT + "  ", break_on_hyphens=False)
    for told in _told_of(line, bank_holidays):
        yield from wrap(told, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + "  ", break_on_hyphens=False)


def line_in_brief(line: Line, bank_holidays: str = "") -> Iterator[str]:  # noqa: ARG001 - of one shape with the other
    """One line of an answer, as one line of text, or what it takes: where it stands, when it is due, who must act."""
    due = f"; due {line.due}" if line.due is not None and line.due.is_dated else ""
    who = f" ({', '.join(role_in_words(role) for role in line.actor)})" if line.actor and line.is_live else ""
    told = f"{line.state.value:<{_STATE}}{line.clause:<{_CLAUSE}}{_headline(line)}{due}{who}"
    yield from wrap(told, WIDTH, subsequent_indent=_INDENT + "  ", break_on_hyphens=False)


def _told_of(line: Line, bank_holidays: str) -> Iterator[str]:
    yield line.says
    yield f"source: {line.locator} ({line.strength})" if line.locator else f"strength: {line.strength}"
    over = line.state is State.CANNOT_TELL and line.left is not None and line.left.is_one_day
    if over and line.left is not None:
        yield f"however it turns out, nothing more is owed: what the clause covers ended on {when_as_text(line.left)}"
    if line.form in (Form.OF_EVERY, Form.PROHIBITION) and line.state is State.BREACH:
        yield f"what it breaks: {line.told}"
    if (line.is_live or line.state is State.BREACH) and line.actor and not over:
        yield f"who must act: {', '.join(role_in_words(role) for role in line.actor)}"
    if line.due is not None and line.due.is_dated:
        yield f"due {line.due}, {line.told} ({when_as_text(line.started)})"
        if line.due.act_by is not None and line.due.day is None:
            earliest = line.due.first is not None and line.due.act_by.toordinal() < line.due.first.first_day
            before = "the last useful day before the earliest that" if earliest else "the earliest that"
            yield f"act by {with_weekday(line.due.act_by)}, {before} it may be due"
        elif line.due.act_by is not None and line.due.day != line.due.act_by:
            yield f"act by {with_weekday(line.due.act_by)}, the last useful day before it"
        if line.due.counting is not None and not line.due.counting.is_named:
            yield str(line.due.counting)
    elif line.due is not None:
        yield f"{line.told} ({when_as_text(line.started)})"
    if line.due is not None and line.is_live:
        yield from (f"advised: {advice}" for advice in line.due.advice)
    if line.reading is not None:
        yield from _reading(line.reading)
    for caveat in line.caveats:
        yield f"note: {caveat}"
    if line.due is not None:
        yield from (f"dates: {whose}" for whose in line.due.dates if whose != bank_holidays)
    waiting = (line.due.missing,) if line.is_live and line.due is not None and line.due.missing else ()
    for missing in dict.fromkeys((*waiting, *line.missing)):
        yield f"not known: {missing}"


def _headline(line: Line) -> str:
    act = line.act
    done = f"{act} on {when_as_text(line.done)}" if line.done is not None else act
    late = f", {line.late_by}" if line.late_by else ""
    if line.stated_by and line.state is State.MET:
        return f"{done}, {_days(line.age or 0)} ago: stated"
    if line.form is Form.OF_EVERY and line.state in AS_IT_IS:
        return f"{done}: {AS_IT_IS[line.state]}"
    if line.form is Form.IN_PLACE and line.state is State.MET and line.done is not None:
        return f"{act}, since {when_as_text(line.done)}: in place"
    left = ""
    if line.left is not None:
        left = f" on {when_as_text(line.left)}" if line.left.is_one_day else f" {when_as_text(line.left)}"
    dated = line.due is not None and line.due.is_dated
    return {
        State.NOT_YET: f"{act}: not owed yet",
        State.DUE: f"{act}: to be done",
        State.MET: f"{done}: in time" if line.due is not None else f"{done}: allowed",
        State.LATE: f"{done}{late} late",
        State.OVERDUE: f"no {act}{late} overdue",
        State.BREACH: f"{done}: not allowed",
        State.OPEN: f"{act}: owed for {_days(line.age or 0)}",
        State.ENDED: f"{act}: ceased to be owed{left}, before it was {'due' if dated else 'done'}",
        State.MISSED: f"no {act}{late} overdue when it ceased to be owed{left}",
        State.CANNOT_TELL: f"{done}: cannot tell",
    }[line.state]


def _days(number: int) -> str:
    return f"{number} calendar day{'' if number == 1 else 's'}"


AS_IT_IS = {State.MET: "as it must be", State.BREACH: "not as it must be"}
"""How an act or a document is told of which every one must be of a sort."""

NO_DATE_YET = "a date that nothing on record gives yet"


def _reading(taken: ReadingTaken) -> Iterator[str]:
    yield f'"{taken.quoted}" is read as {taken.words}: {taken.because}'
    if taken.instead:
        yield "; ".join(f"as {other.words} it would be {_due_then(other.due)}" for other in taken.instead)


def _due_then(due: str) -> str:
    return "due on no set date" if due == NO_DATE else due or NO_DATE_YET


def when_as_text(instant: Instant) -> str:
    """A day, a moment or a rough date, in words."""
    if instant.moments is not None and instant.moments[0] == instant.moments[1]:
        return with_time(instant.moments[0])
    if instant.day is not None:
        return with_weekday(instant.day)
    first, last = date.fromordinal(instant.first_day), date.fromordinal(instant.last_day)
    if instant.last_day == LAST_ORDINAL:
        return (
            "at a time not known" if instant.first_day == FIRST_ORDINAL else f"some time from {with_weekday(first)} on"
        )
    if instant.last_day - instant.first_day > TOO_WIDE:
        return f"some time up to {with_weekday(last)}"
    return f"some time from {with_weekday(first)} to {with_weekday(last)}"
