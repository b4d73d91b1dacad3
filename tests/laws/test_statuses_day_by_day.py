"""A naive second statement of the three statuses, asked day by day, agrees with the timelines wherever it dares to answer.

It is written for children whose dates are known and whose records are complete, in plain Python, with no code of the library's
logic or law. Where the law needs more than it knows (care that may have gone on elsewhere or in custody, stays of a day or two,
an interim order after 17, an order made on the very day that care began), it says nothing.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given, note
from hypothesis import strategies as st

from carepolicy.adapters.records import child_to_json
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    Child,
    ChildProtectionPlan,
    Ended,
    Need,
    PlacementOrder,
    Power,
    SocialWorker,
    SpecialGuardianshipOrder,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.verdict import Verdict
from tests.strategies import BORN, days

ORDERS = (Ended.ADOPTION, Ended.SPECIAL_GUARDIANSHIP, Ended.CHILD_ARRANGEMENTS)
HOME = (Ended.HOME_PLANNED, Ended.CUSTODY, Ended.INDEPENDENT)


@st.composite
def plain_children(draw):
    """Stays that do not touch each other, each of three days or more, and simple involvements."""
    history = []
    day = draw(days(last=date(2025, 3, 1)))
    for _ in range(draw(st.integers(0, 3))):
        length = draw(st.integers(3, 120))
        end = day + timedelta(days=length)
        running = draw(st.integers(0, 5)) == 0
        kind = draw(st.sampled_from([CareOrder, PlacementOrder, Accommodation]))
        more = {"power": Power.S20_1} if kind is Accommodation else {}
        home = HOME if kind is Accommodation else [why for why in HOME if why is not Ended.CUSTODY]
        why = None if running else draw(st.sampled_from([*ORDERS, *home]))
        history.append(kind(start=day, end=None if running else end, ended_by=why, **more))
        if running:
            break
        day = end + timedelta(days=draw(st.integers(1, 60)))
    if draw(st.booleans()):
        start = draw(days())
        length = timedelta(days=draw(st.integers(0, 300)))
        kind = draw(st.sampled_from([SocialWorker, ChildProtectionPlan]))
        need = draw(st.sampled_from([Need.ABUSE_OR_NEGLECT, Need.DISABILITY]))
        more = {"assessed_in_need": True} if kind is SocialWorker else {}
        history.append(kind(start=start, end=start + length, need=need, **more))
    made = draw(days())
    if draw(st.integers(0, 3)) == 0 and all(made != record.start.day for record in history):
        history.append(SpecialGuardianshipOrder(at=made))
    return Child("plain", born=draw(BORN), history=history, complete=[CARE, PERMANENCE, SOCIAL_WORK])


def years_later(day: date, years: int, leap: tuple[int, int]) -> date:
    return (
        date(day.year + years, *leap)
        if (day.month, day.day) == (2, 29) and (day.year + years) % 4
        else day.replace(year=day.year + years)
    )


def eighteen(child: Child) -> date:
    return years_later(child.born.day, 18, (3, 1))


def care(child: Child):
    return [record for record in child.history if isinstance(record, (CareOrder, PlacementOrder, Accommodation))]


def ends(record, child: Child) -> date | None:
    """When a stay ended: a care order at once when somebody was made special guardian during it."""
    end = record.end.day if record.end else None
    if isinstance(record, CareOrder):
        for order in child.history:
            if (
                isinstance(order, SpecialGuardianshipOrder)
                and record.start.day <= order.at.day
                and (end is None or order.at.day <= end)
            ):
                return order.at.day
    return end


def in_care(child: Child, day: date) -> bool:
    if not child.born.day <= day < eighteen(child):
        return False
    return any(r.start.day <= day and (ends(r, child) is None or day < ends(r, child)) for r in care(child))


def left_by_an_order(child: Child, day: date) -> bool | None:
    for record in care(child):
        end = ends(record, child)
        if (
            end is not None
            and end <= day
            and (record.ended_by in ORDERS or (record.end is None or end != record.end.day))
        ):
            return True
        if (
            end is not None
            and end <= day
            and any(
                isinstance(order, SpecialGuardianshipOrder) and record.start.day <= order.at.day <= end
                for order in child.history
            )
        ):
            return True if isinstance(record, CareOrder) else None
    return False


def was_in_care(child: Child, day: date) -> bool | None:
    if in_care(child, day) or not child.born.day <= day < eighteen(child):
        return False
    return left_by_an_order(child, day)


def beside_an_order(worker: SocialWorker, child: Child) -> bool:
    """Whether a care or placement order stood on a day on which the worker was there, the first and last included."""
    return any(
        (order.end is None or worker.start.day <= order.end.day) and order.start.day <= worker.end.day
        for order in care(child)
        if isinstance(order, (CareOrder, PlacementOrder))
    )


def has_or_had_a_social_worker(child: Child, day: date) -> bool:
    if not child.born.day <= day < eighteen(child):
        return False
    for record in child.history:
        if isinstance(record, SpecialGuardianshipOrder):
            continue
        end = ends(record, child) if record in care(child) else (record.end.day if record.end else None)
        running = record.start.day <= day and (end is None or day < end)
        within = record.start.day <= day and (end is None or day <= years_later(end, 6, (2, 28)))
        only_disability = (
            isinstance(record, SocialWorker) and record.need is Need.DISABILITY and not beside_an_order(record, child)
        )
        if running or (within and not only_disability):
            return True
    return False


@given(plain_children(), st.integers(0, 3000))
def test_the_timelines_agree_with_a_naive_day_by_day_walk(child, offset):
    note(child_to_json(child))
    edges = {date(2024, 8, 1) + timedelta(days=offset), eighteen(child), child.born.day}
    for record in child.history:
        for instant in (getattr(record, name, None) for name in ("start", "end", "at")):
            if instant is not None:
                edges |= {instant.day, years_later(instant.day, 6, (2, 28))}
    for day in {edge + timedelta(days=near) for edge in edges for near in (-1, 0, 1)}:
        assert looked_after.timeline(child).at(day) is Verdict.of(in_care(child, day)), day
        before = was_in_care(child, day)
        if before is not None:
            assert previously_looked_after.timeline(child).at(day) is Verdict.of(before), day
        assert with_social_worker.timeline(child).at(day) is Verdict.of(has_or_had_a_social_worker(child, day)), day


@given(plain_children().filter(care), st.data())
def test_splitting_a_stay_at_any_day_changes_nothing(child, data):
    stay = data.draw(st.sampled_from(care(child)))
    last = stay.end.day if stay.end else stay.start.day + timedelta(days=100)
    cut = data.draw(days(stay.start.day + timedelta(days=1), last - timedelta(days=1)))
    first, second = evolve(stay, end=cut, ended_by=Ended.CONTINUES), evolve(stay, start=cut)
    split = evolve(child, history=[first, second, *(record for record in child.history if record is not stay)])
    for status in (looked_after, previously_looked_after, with_social_worker):
        assert status.timeline(split) == status.timeline(child)
        assert status.begins.days(split) == status.begins.days(child)
