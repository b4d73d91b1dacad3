"""Knows when something starts, read off its timelines, and how sure and how complete that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from carepolicy.facts import Happening, Record, Spell
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL, Timeline, ordinals
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict


@frozen
class Start:
    """One day on which something starts, known to lie in a window of days.

    Args:
        at: the window; one day where the day is known.
        certain: whether it starts at all.
        caveat: what is not known of the time before, where an unlisted record could mean that this is no start; or "".
        record: the record it is, where it is one.
    """

    at: Instant
    certain: bool = True
    caveat: str = ""
    record: Record | None = None


def moment_of(record: Record) -> Instant:
    """When something happened, or began."""
    if isinstance(record, Spell):
        return record.start
    assert isinstance(record, Happening)
    return record.at


def starts_in(recorded: Timeline, known: Timeline, restarts: Iterable[int], caveat: str) -> Iterator[Start]:
    """The starts of something, in order.

    They come from the records: silence starts nothing, and neither does an end whose day is not known. Where records of
    the time before are not listed as complete, the start carries that as a caveat.

    Args:
        recorded: its timeline if nothing were missing from the records.
        known: its timeline as far as the records are known to be complete.
        restarts: ordinals of days on which it starts anew although it ended that same day.
        caveat: what to say of a start before which the records are not complete.
    """
    found: list[Start] = []
    for first, until in recorded.possible.ordinal_stretches():
        always = first is None or first <= FIRST_ORDINAL  # what has always been so does not start
        low = FIRST_ORDINAL if first is None else first
        certain = [
            low if day is None else day
            for day, _ in (recorded.certain & ordinals(low, until or LAST_ORDINAL + 1)).ordinal_stretches()
        ]
        doubt = caveat if not always and known.at_ordinal(low - 1) is Verdict.UNKNOWN else ""
        if certain:
            if not always or certain[0] > FIRST_ORDINAL:
                found.append(Start(Instant(low, certain[0]), True, doubt))
            found.extend(Start(Instant(day, day), False) for day in certain[1:])
        elif not always:
            found.append(Start(Instant(low, LAST_ORDINAL if until is None else until - 1), False, doubt))
    known_starts = {start.at.last_day for start in found if start.certain}
    found.extend(Start(Instant(day, day)) for day in restarts if day not in known_starts and recorded.certain.has(day))
    yield from sorted(found, key=lambda start: (start.at.first_day, start.at.last_day))
