"""Knows what a line of an assessment says: one clause on one occasion, in one of ten states."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from carepolicy.logic.due import Due
from carepolicy.time.instants import Instant


class State(Enum):
    """Where one clause stands on one occasion."""

    NOT_YET = "NOT YET"
    DUE = "DUE"
    MET = "MET"
    LATE = "LATE"
    OVERDUE = "OVERDUE"
    BREACH = "BREACH"
    OPEN = "OPEN"
    ENDED = "ENDED"
    MISSED = "MISSED"
    CANNOT_TELL = "CANNOT TELL"


class Form(Enum):
    """In what form a clause asks for something."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    OF_EVERY = "of every act or document"
    IN_PLACE = "in place throughout"
    STATEMENT = "statement"


LIVE = frozenset({State.NOT_YET, State.DUE, State.OVERDUE, State.OPEN, State.CANNOT_TELL})
"""The states of a line that is still open."""


@frozen
class Alternative:
    """Another reading of the same words, with its own date.

    Args:
        words: how they would be read.
        due: when it would be due then, as text; "" where that cannot be told.
    """

    words: str
    due: str


@frozen
class ReadingTaken:
    """The reading that a line leans on.

    Args:
        quoted: the words of the policy.
        words: how they are read.
        because: why.
        instead: the other readings, each with its own date.
    """

    quoted: str
    words: str
    because: str
    instead: tuple[Alternative, ...] = ()


@frozen(repr=False)
class Line:
    """One clause on one occasion: its state, its due date, and why.

    Args:
        profile: whose policy.
        clause: the clause's id.
        says: the clause in one sentence.
        locator: where in its document it stands, or the citation of a national rule.
        actor: who must act, as roles.
        strength: how far it binds.
        state: where it stands.
        act: what is to be done, or was, as a noun phrase.
        told: how the due date follows from the event, or how the act was barred.
        started: when the clock started, the act was done, or what must be in place was there or began to lack.
        due: when it is due; None where nothing is due on a day.
        done: when it was done, where it was.
        left: when the child left the clause, or there was nothing left to do it for, where that is past.
        source: where the record that settles it was read, or "".
        late_by: how late it was or is, with its unit, or "".
        age: for a line with no date, how many calendar days it has been open.
        reading: the reading it leans on.
        caveats: what it leans on besides.
        missing: what would settle it, where it cannot be told.
        stated_by: for a clause that rests on a person's statement, the roles of whom any one may make it.
        form: in what form the clause asks for it.
        demand: which of the clause's demands it is, in order, the first being 0.
        opens: from when an act counts, where that is not when the clock started.
    """

    profile: str
    clause: str
    says: str
    locator: str
    actor: tuple[str, ...]
    strength: str
    state: State
    act: str
    told: str
    started: Instant
    due: Due | None = None
    done: Instant | None = None
    left: Instant | None = None
    source: str = ""
    late_by: str = ""
    age: int | None = None
    reading: ReadingTaken | None = None
    caveats: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    stated_by: tuple[str, ...] = ()
    form: Form = Form.DUTY
    demand: int = 0
    opens: Instant | None = None

    @property
    def wants_a_list(self) -> bool:
        """Whether it asks for something to be in place, and nothing on record bears on it one way or the other."""
        return self.form is Form.IN_PLACE and self.state is State.CANNOT_TELL and self.done is None

    @property
    def wants_a_statement(self) -> bool:
        """Whether nothing but a person's statement is missing, and none is on record."""
        return bool(self.stated_by) and self.state is State.CANNOT_TELL

    @property
    def is_live(self) -> bool:
        """Whether it is still open."""
        return self.state in LIVE

    def __repr__(self) -> str:
        return f"<Line {self.clause}: {self.state.value}>"
