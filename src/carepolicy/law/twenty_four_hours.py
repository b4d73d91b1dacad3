"""Knows the 24-hour test: which stays are one, and whether it was for a continuous period of more than that."""

from __future__ import annotations

from collections.abc import Sequence

from carepolicy.facts import (
    Accommodation,
    Remand,
    RemandedTo,
    ReportedInCare,
    ShortBreakAgreement,
)
from carepolicy.law.legs import Leg
from carepolicy.law.powers import QUALIFYING
from carepolicy.law.reasons import UNDER_AN_ORDER, is_new_period
from carepolicy.time.days import Days
from carepolicy.time.instants import Instant, longer_than
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

DAY_TEST_HOURS = 24
"""Accommodation counts once it is for a continuous period of more than this: Children Act 1989, s.22(2)."""


def settle_the_length(legs: Sequence[Leg], as_at: Instant | None, listed: Days) -> None:
    """Says of every leg whether the stay it belongs to was for more than 24 hours, or what to ask.

    Args:
        legs: the care of one child, in legs.
        as_at: when the records were drawn, which stays without an end had reached by then.
        listed: the days on which the records of care are complete.

    Source: Children Act 1989, s.22(2); law notes CIC-4, decisions D-9 and D-10.
    """
    unclear: list[Leg] = []
    for leg in legs:
        record = leg.record
        if isinstance(record, Remand) and record.to is RemandedTo.YOUTH_DETENTION:
            leg.settle(HOLDS, "")
        elif isinstance(record, ShortBreakAgreement):
            leg.settle(UNKNOWN, "the dates of the breaks that were taken")
        elif isinstance(record, (Accommodation, Remand)) and record.accommodated is False:
            leg.settle(UNKNOWN, "whether the council accommodated the child, who is on record as placed with a parent")
        elif isinstance(record, (Accommodation, Remand)):
            if _length(leg, leg, as_at).holds:
                leg.settle(HOLDS, "", by_plan=_only_by_plan(leg, as_at))
            else:
                unclear.append(leg)
    if unclear:
        certain = _joined_stays(legs, sure=True)
        possible = _joined_stays(legs, sure=False)
        for leg in unclear:
            stays = certain.get(leg, (leg, leg)), possible.get(leg, (leg, leg))
            leg.settle(*_lasted(leg, *stays, as_at, listed))


def _only_by_plan(leg: Leg, as_at: Instant | None) -> bool:
    """Whether a stay counts only because it is planned, or taken, to run on past the 24 hours (decision D-9)."""
    return leg.end is None and (as_at is None or not longer_than(DAY_TEST_HOURS, leg.start, as_at).holds)


def _lasted(
    leg: Leg, certain: tuple[Leg, Leg], possible: tuple[Leg, Leg], as_at: Instant | None, listed: Days
) -> tuple[Verdict, str]:
    """Whether the continuous accommodation that a leg belongs to was for more than 24 hours, or what to ask."""
    joined = _length(*certain, as_at)
    if joined.holds:
        return joined, ""
    if joined.unknown:
        still_running = certain[1].end is None
        return joined, (
            "when the stay ended, or is planned to end"
            if still_running
            else "the times at which the stay began and ended"
        )
    if not _length(*possible, as_at).fails or not _neighbours_listed(*possible, listed):
        return UNKNOWN, "whether the council went on accommodating the child without a gap"
    if isinstance(leg.record, Remand) and leg.record.to is None:
        return UNKNOWN, "whether the remand was to youth detention or to local authority accommodation"
    return FAILS, ""


def _neighbours_listed(first: Leg, last: Leg, listed: Days) -> bool:
    """Whether a stay that this one ran on from, or that ran on from it, would be on record."""
    if not listed.has_all(first.start.first_day, first.start.last_day + 1):
        return False
    if last.end is None or is_new_period(last.record):
        return True
    return listed.has_all(last.end.first_day, last.end.last_day + 1)


def _length(first: Leg, last: Leg, as_at: Instant | None) -> Verdict:
    end = last.end
    if end is not None:
        return longer_than(DAY_TEST_HOURS, first.start, end)
    planned = last.record.planned_end if isinstance(last.record, (Accommodation, Remand)) else None
    by_plan = None if planned is None else longer_than(DAY_TEST_HOURS, first.start, planned)
    if as_at is None:  # nothing says when it was last known to be running: it is taken to run on
        return HOLDS if by_plan is None else by_plan
    so_far = longer_than(DAY_TEST_HOURS, first.start, as_at)
    if so_far.holds or by_plan is None:
        return so_far | UNKNOWN
    return by_plan if so_far.fails or by_plan.holds else UNKNOWN


def _joined_stays(legs: Sequence[Leg], *, sure: bool) -> dict[Leg, tuple[Leg, Leg]]:
    """For each leg of accommodation, the first and last leg of the unbroken stay it belongs to.

    With `sure`, only where every join is certain; without, wherever one is possible.
    """
    found: dict[Leg, tuple[Leg, Leg]] = {}
    stay: list[Leg] = []
    last: Leg | None = None
    stays = sorted((leg for leg in legs if _is_accommodation(leg, sure=sure)), key=lambda leg: leg.start.first_day)
    for leg in stays:
        if last is not None and not _joins(last, leg, sure=sure):
            found |= dict.fromkeys(stay, (stay[0], last))
            stay, last = [], None
        stay.append(leg)
        if last is None or _later(leg, last):
            last = leg
    if last is not None:
        found |= dict.fromkeys(stay, (stay[0], last))
    return found


def _is_accommodation(leg: Leg, *, sure: bool) -> bool:
    record = leg.record
    if sure and (not leg.sure or leg.kind is ReportedInCare or record.accommodated is False):
        return False
    if isinstance(record, UNDER_AN_ORDER):
        return bool(record.accommodated) if sure else record.accommodated is not False
    if isinstance(record, Accommodation):
        return leg.power in QUALIFYING if sure else leg.power is None or leg.power in QUALIFYING
    if isinstance(record, Remand):
        return leg.to is RemandedTo.LOCAL_AUTHORITY_ACCOMMODATION if sure else True
    return not sure


def _joins(earlier: Leg, later: Leg, *, sure: bool) -> bool:
    """Whether one leg runs into another with no gap between them."""
    if earlier.end is None:
        return True
    if is_new_period(earlier.record) and not earlier.end.on_same_day(later.start).fails:
        return False
    if sure and not (earlier.end.is_one_day and later.start.is_one_day):
        return False
    return not earlier.end.on_earlier_day(later.start).holds and not earlier.end.before(later.start).holds


def _later(leg: Leg, than: Leg) -> bool:
    if than.end is None:
        return False
    return leg.end is None or (leg.end.last_day, leg.end.latest) > (than.end.last_day, than.end.latest)
