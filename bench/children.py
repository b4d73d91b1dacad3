"""Knows the made-up children that the timings are about: nothing of them is unknown."""

from __future__ import annotations

from datetime import date, timedelta

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    Child,
    Ended,
    JoinedSchool,
    Need,
    PepCompleted,
    PepMeetingHeld,
    Power,
    Record,
    SocialWorker,
    Suspended,
    VirtualSchoolInformed,
)

BORN = date(2012, 5, 9)

LONG_ENOUGH = 3
"""Days after which no stay can be in doubt over the 24 hours, whatever the clocks do."""


def history(records: int, *, first: date = date(2013, 1, 7), last: date = date(2025, 12, 1)) -> list[Record]:
    """Some records of care: stays that turn into care orders, with a gap after each; one in four ends by an order.

    The more records there are, the shorter each is; from some thousands on they overlap, and several begin on one day.

    Args:
        records: how many; two make a time in care.
        first: the day the first begins.
        last: the day by which the last has ended.
    """
    times = records // 2
    step = (last - first).days / times
    found: list[Record] = []
    for number in range(times):
        began = first + timedelta(days=int(number * step))
        turned = began + timedelta(days=max(int(step * 0.3), LONG_ENOUGH))
        ended = turned + timedelta(days=max(int(step * 0.3), LONG_ENOUGH))
        found.append(Accommodation(power=Power.S20_4, need=Need.ABUSE_OR_NEGLECT, start=began, end=turned))
        why = Ended.SPECIAL_GUARDIANSHIP if number % 4 == 3 else Ended.HOME_PLANNED
        found.append(CareOrder(start=turned, end=ended, ended_by=why))
    return found


def child(records: list[Record]) -> Child:
    """A child about whom nothing is unknown."""
    return Child("made-up", born=BORN, history=records, complete=[CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING])


def with_a_full_file() -> list[Record]:
    """Two times in care, a social worker, and a year's plans, meetings, suspensions and notices."""
    care: list[Record] = [
        Accommodation(power=Power.S20_4, need=Need.ABUSE_OR_NEGLECT, start=date(2021, 2, 1), end=date(2021, 9, 6)),
        CareOrder(start=date(2021, 9, 6), end=date(2022, 4, 4), ended_by=Ended.HOME_PLANNED),
        Accommodation(power=Power.S20_4, need=Need.ABUSE_OR_NEGLECT, start=date(2025, 9, 15), end=date(2025, 12, 1)),
        CareOrder(start=date(2025, 12, 1)),
        SocialWorker(start=date(2020, 11, 2)),
    ]
    school: list[Record] = [
        JoinedSchool(at=date(2023, 9, 4)),
        PepMeetingHeld(at=date(2025, 9, 30)),
        PepCompleted(at=date(2025, 10, 2)),
        PepMeetingHeld(at=date(2026, 1, 20)),
        PepCompleted(at=date(2026, 1, 22)),
        Suspended(at=date(2025, 11, 12), days=2),
        VirtualSchoolInformed(at=date(2025, 11, 12)),
        Suspended(at=date(2026, 2, 4), days=1),
        VirtualSchoolInformed(at=date(2026, 2, 6)),
    ]
    return [*care, *school]
