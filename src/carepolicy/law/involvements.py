"""Knows what an involvement of children's social care shows: whether it was for safeguarding or welfare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carepolicy.facts import (
    CARE,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    CareSpell,
    Child,
    ChildInNeedPlan,
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    InterimCareOrder,
    Need,
    PlacementOrder,
    Power,
    Record,
    SocialWorker,
    SocialWorkInquiry,
    SocialWorkSpell,
    Source,
    Weight,
)
from carepolicy.time.days import LAST_ORDINAL
from carepolicy.time.instants import Instant
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

SAFEGUARDING_OR_WELFARE = (
    Need.ABUSE_OR_NEGLECT,
    Need.PARENTAL_ILLNESS_OR_DISABILITY,
    Need.ACUTE_STRESS,
    Need.DYSFUNCTION,
    Need.UNACCEPTABLE_BEHAVIOUR,
    Need.LOW_INCOME,
    Need.ABSENT_PARENTING,
)
"""Primary needs that count as safeguarding or welfare; disability alone does not (decision D-16)."""

_ORDERS = (CareOrder, InterimCareOrder, PlacementOrder)
_PLANS = (ChildInNeedPlan, ChildProtectionPlan)
_ASKED_OF_DISABILITY = {
    "shows_safeguarding": "whether there was also a plan, an enquiry that led to services, or an order in those days"
}
_NOTHING_INSTEAD: dict[str, str] = {}


class Involvement:
    """A social worker, or an assessment by one, as it was recorded, with whether it was for safeguarding or welfare.

    A need of disability does not show it by itself, and does beside a plan, an enquiry that led to services, or a care,
    placement or emergency protection order in the same days.

    Source: law notes SW-3, decision D-16.
    """

    __slots__ = ("asked_instead", "record", "shows_safeguarding")

    sure = True

    def __init__(self, record: SocialWorker | SocialWorkInquiry, shows_safeguarding: bool | None) -> None:
        self.record = record
        self.shows_safeguarding = shows_safeguarding
        self.asked_instead = _ASKED_OF_DISABILITY if record.need is Need.DISABILITY else _NOTHING_INSTEAD

    @property
    def kind(self) -> type[Record]:
        return self.record.kind

    @property
    def start(self) -> Instant:
        return self.record.start

    @property
    def end(self) -> Instant | None:
        return self.record.end

    @property
    def label(self) -> str:
        return self.record.label

    @property
    def source(self) -> Source | None:
        return self.record.source

    @property
    def weight(self) -> Weight:
        return self.record.weight

    @property
    def need(self) -> Need | None:
        return self.record.need

    @property
    def counts_as_in_need(self) -> bool | None:
        """Whether the child counts as assessed as in need."""
        return self.record.counts_as_in_need if isinstance(self.record, SocialWorker) else None

    @property
    def led_to_services(self) -> bool | None:
        """The outcome of an assessment."""
        return self.record.led_to_services if isinstance(self.record, SocialWorkInquiry) else None


def as_involvements(records: Sequence[Record], child: Child) -> Iterator[Record | Involvement]:
    """The records with every social worker and assessment as an involvement; costs O(n) for each with a disability."""
    beside: list[tuple[SocialWorkSpell | CareSpell, bool]] | None = None
    for record in records:
        if not isinstance(record, (SocialWorker, SocialWorkInquiry)):
            yield record
        elif record.need is Need.DISABILITY:
            beside = list(_shown_by(child)) if beside is None else beside
            yield Involvement(record, _truth(_beside(record, beside, child)))
        else:
            yield Involvement(record, _by_need(record.need))


def bears_on_an_involvement(record: Record, child: Child) -> bool:
    """Whether a plan, an enquiry or an order may decide what an involvement for a disability shows."""
    if isinstance(record, (SocialWorker, SocialWorkInquiry)) and record.need is Need.DISABILITY:
        return True
    return _shows(record) is not FAILS and any(
        isinstance(other, (SocialWorker, SocialWorkInquiry)) and other.need is Need.DISABILITY
        for other in child.history
    )


def _by_need(need: Need | None) -> bool | None:
    if need in (None, Need.NOT_STATED):
        return None
    return need in SAFEGUARDING_OR_WELFARE


def _truth(verdict: Verdict) -> bool | None:
    return None if verdict is UNKNOWN else verdict is HOLDS


def _shows(record: Record) -> Verdict:
    """Whether a record shows that a child was helped for more than a disability."""
    if isinstance(record, (*_PLANS, *_ORDERS)):
        return HOLDS
    if isinstance(record, ChildProtectionEnquiry):
        return Verdict.of(record.led_to_services)
    if isinstance(record, Accommodation):
        return UNKNOWN if record.power is None else Verdict.of(record.power is Power.S21_1)
    return FAILS


def _shown_by(child: Child) -> Iterator[tuple[SocialWorkSpell | CareSpell, bool]]:
    for record in child.history:
        shows = _shows(record)
        if shows is not FAILS and isinstance(record, (SocialWorkSpell, CareSpell)):
            yield record, shows is HOLDS


def _beside(
    involvement: SocialWorker | SocialWorkInquiry,
    others: Sequence[tuple[SocialWorkSpell | CareSpell, bool]],
    child: Child,
) -> Verdict:
    """Whether something that shows more ran on a day of an involvement, its first and last days included."""
    found = FAILS
    for other, certain in others:
        if other is not involvement:
            found |= _share_a_day(involvement, other) & (HOLDS if certain else UNKNOWN)
    if found is HOLDS:
        return found
    first = involvement.start.first_day
    until = LAST_ORDINAL if involvement.end is None else involvement.end.last_day + 1
    all_listed = all(child.complete_days(family).has_all(first, until) for family in (CARE, SOCIAL_WORK))
    return found if all_listed else found | UNKNOWN


def _share_a_day(one: SocialWorkSpell | CareSpell, other: SocialWorkSpell | CareSpell) -> Verdict:
    return _begins_by_the_end_of(one, other) & _begins_by_the_end_of(other, one)


def _begins_by_the_end_of(one: SocialWorkSpell | CareSpell, other: SocialWorkSpell | CareSpell) -> Verdict:
    return HOLDS if other.end is None else ~other.end.on_earlier_day(one.start)
