"""Knows on which day papers count as given, by how they were sent."""

from __future__ import annotations

from datetime import date
from enum import Enum

from carepolicy.errors import NotAskable
from carepolicy.time.working_days import WorkingDays


class Sent(Enum):
    """How papers were sent. The regulations name the first two; by e-mail they are taken as given when received."""

    FIRST_CLASS_POST = "first class post"
    BY_HAND = "by hand"
    BY_EMAIL = "by e-mail"


POSTED_COUNTS_AFTER = 2
"""Working days after posting on which a first class letter about an exclusion counts as given."""


def deemed_given(day: date, sent: Sent, working_days: WorkingDays) -> date:
    """The day on which papers about an exclusion count as given.

    Args:
        day: the day on which they were posted, delivered or received.
        sent: how.
        working_days: the working days that the post is counted in.

    Raises:
        NotAskable: when it is not given how they were sent.
        NoTermDates: when the bank holidays of the time have not been announced.

    Source: SI 2012/1033, regs 6(11) and 8(3), Sch.1 para 1(2). E-mail is not listed there; it is taken as received.

    >>> from carepolicy.time.working_days import england
    >>> deemed_given(date(2022, 12, 23), Sent.FIRST_CLASS_POST, england())
    datetime.date(2022, 12, 29)
    """
    if not isinstance(sent, Sent):
        raise NotAskable(f"deemed_given(day, sent, working_days) takes one of {', '.join(map(str, Sent))}.")
    return working_days.add(day, POSTED_COUNTS_AFTER) if sent is Sent.FIRST_CLASS_POST else day
