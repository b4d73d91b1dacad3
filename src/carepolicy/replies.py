"""Knows how a ruling, what follows from an event, what changed, and a policy's readings are told to people, as text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from carepolicy.assessment import Status
from carepolicy.comparison import Comparison, LineChange
from carepolicy.consequences import Consequences
from carepolicy.errors import NotAskable
from carepolicy.facts.choices import role_in_words
from carepolicy.line import Line
from carepolicy.policy import Profile, deadline_words
from carepolicy.report import DISCLAIMER, WIDTH, answer_as_text, line_as_text, when_as_text
from carepolicy.ruling import Answer, Ground, Ruling
from carepolicy.time.written import with_weekday
from carepolicy.together_told import conflict_as_text

_CLAUSE, _ANSWER = 12, 13

ALLOWED_IS_NO_ADVICE = "Allowed says that no clause that can be checked bars it; it is no advice to do it."
_INDENT = " " * (_CLAUSE + _ANSWER)


def ruling_as_text(ruling: Ruling) -> str:
    """A ruling as text: the answer, what each clause says and on what it turns, and what to do instead.

    Args:
        ruling: what to tell.

    Raises:
        NotAskable: when it is not given a ruling.
    """
    if not isinstance(ruling, Ruling):
        raise NotAskable("ruling_as_text(...) takes what rule_on(...) gives.")
    return "\n".join(_ruling(ruling))


def _ruling(ruling: Ruling) -> Iterator[str]:
    yield f"{ruling.child}  {ruling.act} on {when_as_text(ruling.on)}: {ruling.answer.value}"
    yield ""
    if not ruling.grounds:
        names = " or ".join(policy.name for policy in ruling.profiles)
        yield f"    no clause of {names} that can be checked speaks to it"
    for ground in ruling.grounds:
        yield from _ground(ground)
    if ruling.answer is Answer.ALLOWED:
        names = " and ".join(policy.name for policy in ruling.profiles)
        yield ""
        yield from _wrapped(f"{ALLOWED_IS_NO_ADVICE} Asked were {names}, and no other policy.", "")
    if any(ground.not_bound for ground in ruling.grounds):
        yield ""
        yield f"By the clauses that bind the school: {ruling.for_the_school.value}."
    if ruling.conflicts:
        yield ""
        yield "Where the policies pull apart over it"
        for conflict in ruling.conflicts:
            yield from conflict_as_text(conflict)
    if ruling.instead:
        yield ""
        yield "What the policies ask for instead"
        for instead in ruling.instead:
            may = "it may be: " if instead.may_only else ""
            who = ", ".join(role_in_words(role) for role in instead.actor)
            told = f"{instead.clause:<{_CLAUSE}}{may}{instead.says}{f' ({who})' if who else ''}"
            told += f" [does not bind the school: {instead.not_bound}]" if instead.not_bound else ""
            yield from _wrapped(told, " " * _CLAUSE)
    yield ""
    yield f"Law as at {with_weekday(ruling.law_as_at)}. {DISCLAIMER}"


def _ground(ground: Ground) -> Iterator[str]:
    yield from _wrapped(f"{ground.clause:<{_CLAUSE}}{ground.answer.value:<{_ANSWER}}{ground.says}", _INDENT)
    told = [f"source: {ground.locator} ({ground.strength})" if ground.locator else f"strength: {ground.strength}"]
    told += [f"as proposed: {why}" for why in ground.because]
    told += [f"only if: {condition}" for condition in ground.only_if]
    told += [f"not known: {missing}" for missing in ground.missing]
    told += [f"note: {caveat}" for caveat in ground.caveats]
    told += [f"does not bind the school: {ground.not_bound}"] if ground.not_bound else []
    for text in told:
        yield from wrap(text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT + "  ", break_on_hyphens=False)


def consequences_as_text(found: Consequences) -> str:
    """What follows from an event, as text: the duties it starts with their dates, and what speaks against it.

    Args:
        found: what to tell.

    Raises:
        NotAskable: when it is not given what follows from an event.
    """
    if not isinstance(found, Consequences):
        raise NotAskable("consequences_as_text(...) takes what after(...) gives.")
    return "\n".join(_consequences(found))


def _consequences(found: Consequences) -> Iterator[str]:
    yield f"{found.child}  what follows from {found.event} on {when_as_text(found.at)}"
    for policy in found.profiles:
        yield ""
        yield f"{policy.name} ({policy.edition})" if policy.edition else policy.name
        lines = [line for line in (*found.bars, *found.duties) if line.profile == policy.name]
        if not lines:
            yield "    nothing that can be checked"
        for line in lines:
            yield from line_as_text(line)
    yield ""
    yield f"Law as at {with_weekday(found.law_as_at)}. {DISCLAIMER}"


def comparison_as_text(found: Comparison) -> str:
    """What changed between two assessments, as text: statuses first, then every line that came, went or changed.

    Args:
        found: what to tell.

    Raises:
        NotAskable: when it is not given a comparison.
    """
    if not isinstance(found, Comparison):
        raise NotAskable("comparison_as_text(...) takes what compare(...) gives.")
    return "\n".join(_comparison(found))


def _comparison(found: Comparison) -> Iterator[str]:
    yield f"{found.after.child}  what changed: {when_as_text(found.before.on)}, then {when_as_text(found.after.on)}"
    yield ""
    if not found.statuses and not found.lines:
        yield "    nothing"
    for change in found.statuses:
        yield from _wrapped(f"    {change.name}: was {_status(change.before)}; is {_status(change.after)}", "      ")
    for moved in found.lines:
        yield from _wrapped(f"{moved.clause:<{_CLAUSE}}{'; '.join(_changed(moved))}", " " * _CLAUSE)


def _status(status: Status | None) -> str:
    return "not asked" if status is None else answer_as_text(status)


def _changed(change: LineChange) -> Iterator[str]:
    if change.before is None or change.after is None:
        line = change.after or change.before
        assert line is not None
        word = "new" if change.before is None else "no longer there"
        yield f"{word}: {line.state.value}, {line.act}{_due(line)}"
        return
    yield change.after.act
    if "state" in change.what:
        yield f"was {change.before.state.value}, is {change.after.state.value}"
    if "due" in change.what and _due(change.before) != _due(change.after):
        yield f"was{_due(change.before) or ' with no date'}, is{_due(change.after) or ' with no date'}"
    if "reading" in change.what and change.after.reading is not None:
        yield f'"{change.after.reading.quoted}" is now read as {change.after.reading.words}'
    rest = [name.replace("_", " ") for name in change.what if name not in ("state", "due", "reading")]
    if rest:
        yield f"also different: {', '.join(rest)}"


def _due(line: Line) -> str:
    return f" due {line.due}" if line.due is not None and line.due.is_dated else ""


def readings_as_text(profile: Profile) -> str:
    """Every vague word of a policy as it is read, with why and how else it could be, as text.

    Args:
        profile: the policy.

    Raises:
        NotAskable: when it is not given a profile.
    """
    if not isinstance(profile, Profile):
        raise NotAskable("readings_as_text(...) takes a Profile.")
    return "\n".join(_readings(profile))


def _readings(profile: Profile) -> Iterator[str]:
    yield f"{profile.name}: how its words are read"
    for clause in profile.clauses:
        for taken in clause.readings():
            yield ""
            yield from _wrapped(f'{clause.id:<{_CLAUSE}}"{taken.quoted}" is read as {taken.words}', " " * _CLAUSE)
            yield from _wrapped(f"{' ' * _CLAUSE}because {taken.because}", " " * _CLAUSE)
            for other in taken.instead:
                yield from _wrapped(f"{' ' * _CLAUSE}instead: {other!r}, {deadline_words(other)}", " " * _CLAUSE)
    noted = [(clause, note) for clause in profile.clauses for note in clause.notes]
    if noted:
        yield ""
        yield "What else is read into its clauses"
    for clause, note in noted:
        yield from _wrapped(f"{clause.id:<{_CLAUSE}}{note}", " " * _CLAUSE)


def _wrapped(told: str, indent: str) -> list[str]:
    return wrap(told, WIDTH, subsequent_indent=indent + "  ", break_on_hyphens=False, drop_whitespace=True)
