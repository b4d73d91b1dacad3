"""Knows one stretch of care on one basis, and one leaving of care, as the law sees them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from attrs import frozen

from carepolicy.facts import (
    Accommodation,
    CareSpell,
    CareUnderOtherLaw,
    Ended,
    Jurisdiction,
    LeftCare,
    Need,
    Order,
    Power,
    Provider,
    Record,
    Remand,
    RemandedTo,
    ReportedInCare,
    ShortBreakAgreement,
    Source,
    Weight,
)
from carepolicy.law.powers import BY_AGREEMENT, QUALIFYING, YOUTH_JUSTICE
from carepolicy.law.reasons import POWER_ASKED, PROVIDER_ASKED, UNDER_AN_ORDER
from carepolicy.time.instants import Instant
from carepolicy.time.spans import birthday
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict, all_of

AN_ADULT_AT = 18
_ELSEWHERE_IN_THE_UK = (Jurisdiction.SCOTLAND, Jurisdiction.NORTHERN_IRELAND)
_COUNCIL = (Provider.COUNCIL,)


def _known_to_be(value: object, accepted: tuple[object, ...]) -> Verdict:
    return UNKNOWN if value is None else Verdict.of(value in accepted)


_NOTHING_INSTEAD: dict[str, str] = {}
_SOCIAL_WORKER_ASKED = ("implies_social_worker_now", "implies_social_worker_since")


class Leg:
    """One stretch of care on one basis, cut where the law ends it.

    It reads like the record it came from, with its own start and end, and says how long the stay it belongs to lasted
    and what it shows about a social worker: for now, and for the six years after (law notes SW-4, decision D-15; a stay
    under s.20 for a child's disability does not say why one came).
    """

    __slots__ = (
        "_counts", "_lasted", "_why_ended", "asked_instead", "born", "by_plan", "duration_asked", "end", "end_asked",
        "implies_social_worker_now", "implies_social_worker_since", "kind", "record", "start", "sure",
    )  # fmt: skip

    def __init__(self, record: CareSpell, kind: type[CareSpell] | None = None) -> None:
        self.record = record
        self.kind: type[CareSpell] = kind or type(record)
        self.start = record.start
        self.end = record.end
        self.sure = True
        self.end_asked = ""
        self.duration_asked = ""
        self.asked_instead: dict[str, str] = _NOTHING_INSTEAD
        self.by_plan = False
        self.born: Instant | None = None
        self._why_ended = ""
        self._lasted: Verdict | None = None
        self._counts: Verdict | None = None
        self.implies_social_worker_now: bool | None = None
        self.implies_social_worker_since: bool | None = None

    @property
    def source(self) -> Source | None:
        return self.record.source

    @property
    def label(self) -> str:
        return self.kind.label

    @property
    def weight(self) -> Weight:
        return self.record.weight

    @property
    def jurisdiction(self) -> Jurisdiction | None:
        return self.record.jurisdiction

    @property
    def need(self) -> Need | None:
        return self.record.need

    @property
    def provided_by(self) -> Provider | None:
        return self.record.provided_by if isinstance(self.record, Accommodation) else Provider.COUNCIL

    @property
    def why_ended(self) -> str:
        """Why it ended, as a phrase, or ""."""
        if self._why_ended:
            return self._why_ended
        why = self.record.ended_by
        return (
            "" if self.end is not self.record.end or why in (None, Ended.CONTINUES, Ended.NOT_RECORDED) else why.value
        )

    def end_at(self, end: Instant, why: str) -> None:
        """Ends it earlier than its record does, and says why."""
        self.end, self._why_ended = end, why

    @property
    def power(self) -> Power | None:
        if isinstance(self.record, ShortBreakAgreement):
            return Power.S20_4
        return self.record.power if isinstance(self.record, Accommodation) else None

    @property
    def to(self) -> RemandedTo | None:
        return self.record.to if isinstance(self.record, Remand) else None

    @property
    def short_break(self) -> bool:
        return isinstance(self.record, ShortBreakAgreement) or (
            isinstance(self.record, Accommodation) and self.record.short_break
        )

    @property
    def counts(self) -> Verdict:
        """Whether it is care at all: not for accommodation under an excluded power, by others, or for a day at most."""
        found = self._counts
        if found is None:
            found = self._counts = self._whether_it_counts()
        return found

    def _whether_it_counts(self) -> Verdict:
        record = self.record
        if isinstance(record, ShortBreakAgreement):
            return UNKNOWN
        if self.kind is ReportedInCare or not isinstance(record, (Accommodation, Remand)):
            return HOLDS
        assert self._lasted is not None
        if isinstance(record, Remand):
            return self._lasted
        return all_of(
            (self._lasted, _known_to_be(record.power, QUALIFYING), _known_to_be(record.provided_by, _COUNCIL))
        )

    @property
    def is_looked_after(self) -> bool | None:
        """Whether it made the child looked after at all: not where it began at 18 or over, or was state care abroad."""
        if self.record.jurisdiction is Jurisdiction.ABROAD:
            return False
        counts = self.counts & self._began_under_18()
        return None if counts is UNKNOWN else counts is HOLDS

    def _began_under_18(self) -> Verdict:
        if self.born is None:
            return UNKNOWN
        if self.start.last_day < birthday_of(self.born.first_day, AN_ADULT_AT):
            return HOLDS
        return FAILS if self.start.first_day >= birthday_of(self.born.last_day, AN_ADULT_AT) else UNKNOWN

    @property
    def asked_of_it(self) -> Iterator[str]:
        """What would tell whether it is care."""
        record = self.record
        if isinstance(record, Accommodation) and record.power is None:
            yield POWER_ASKED
        if isinstance(record, Accommodation) and record.provided_by is None:
            yield PROVIDER_ASKED
        if self.duration_asked:
            yield self.duration_asked

    def lasted_over(self, hours: int) -> Verdict:
        """Whether the stay it belongs to lasted more than a number of elapsed hours."""
        assert self._lasted is not None, hours
        return self._lasted

    def settle(self, lasted: Verdict, asked: str, *, by_plan: bool = False) -> None:
        """Says whether the stay passed the 24-hour test, by plan alone or not, or what to ask where that is open."""
        self._lasted = lasted
        self.duration_asked = asked
        self.by_plan = by_plan

    def infer_social_worker(self) -> None:
        """Works out whether being looked after on this basis shows that a social worker is there, and why one came."""
        record = self.record
        if self.kind is ReportedInCare and not isinstance(record, ReportedInCare):
            now = since = None  # care that a record says went on, on a basis that nobody recorded
        elif self.counts is FAILS:
            now = since = False
        elif record.jurisdiction in _ELSEWHERE_IN_THE_UK:
            now = since = None
            self.asked_instead = dict.fromkeys(_SOCIAL_WORKER_ASKED, "the English social care record")
        elif isinstance(record, CareUnderOtherLaw):
            now = since = record.jurisdiction is Jurisdiction.WALES
        elif isinstance(record, UNDER_AN_ORDER):
            now = since = True
        elif self.short_break:
            now = since = False
        elif self.kind is not Accommodation or self.power is None or self.power in YOUTH_JUSTICE:
            now = since = None
        else:
            now = None if self.counts is UNKNOWN else True
            since = None if record.need is Need.DISABILITY and self.power in BY_AGREEMENT else now
        self.implies_social_worker_now, self.implies_social_worker_since = now, since


@frozen
class Exit:
    """The end of a period of care, as the law or a record gives its cause.

    Args:
        at: when.
        by: by which order, `Order.NONE` for none, None where that is not known.
        sure: whether care certainly ended then.
        source: the record that says so.
        jurisdiction: whose care it was.
        weight: how much the record can carry.
        home: whether it was to live with a birth parent, as far as is recorded.
        order_ended: when that order stopped being in force, where it has.
        asked: what would tell whether care ended then, and by what, where that is open.
        instead: what would tell it as well as the first of those would.
    """

    at: Instant
    by: Order | None
    sure: bool
    source: Source | None
    jurisdiction: Jurisdiction | None = Jurisdiction.ENGLAND
    weight: Weight = Weight.RECORDED
    home: bool | None = None
    order_ended: Instant | None = None
    asked: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()

    @property
    def with_birth_parent(self) -> bool | None:
        """Whether the child left to live with a birth parent; nobody is adopted by, or in the guardianship of, one."""
        return self.home if self.by in (None, Order.CHILD_ARRANGEMENTS) else False

    kind: ClassVar[type[Record]] = LeftCare
    label: ClassVar[str] = LeftCare.label


def birthday_of(born: int, age: int) -> int:
    """The day on which somebody born on a day reaches an age, both as ordinals."""
    return birthday(date.fromordinal(born), age).toordinal()
