"""Knows how the law joins and cuts records of care into periods, and by what each of them ended."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from attrs import evolve

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Accommodation,
    AdoptionAbroad,
    AdoptionOrder,
    CareOrder,
    CareSpell,
    Child,
    ChildArrangementsOrder,
    ChildInNeedAssessment,
    Ended,
    InterimCareOrder,
    Jurisdiction,
    LeftCare,
    Order,
    PermanenceOrder,
    PlacementOrder,
    PreviousPermanence,
    Record,
    ReportedInCare,
    ShortBreakAgreement,
    SocialWorker,
    SpecialGuardianshipOrder,
    Weight,
)
from carepolicy.law.involvements import as_involvements, bears_on_an_involvement
from carepolicy.law.legs import Exit, Leg, birthday_of
from carepolicy.law.reasons import (
    AFTER_SEVENTEEN_ASKED,
    AT_ODDS_WITH_AN_ORDER,
    BY_ORDER,
    CARE_RUNS_ON,
    EXIT_ASKED,
    LEFT_OTHERWISE,
    NOT_SAID,
    ORDER_MADE,
    UNDER_AN_ORDER,
    WHY_ASKED,
    ends_no_order,
    is_new_period,
)
from carepolicy.law.twenty_four_hours import settle_the_length
from carepolicy.logic.history import History, Step
from carepolicy.logic.where import Turns
from carepolicy.time.days import FIRST_ORDINAL, LAST_ORDINAL, NO_DAYS, Days, ordinals
from carepolicy.time.instants import Instant
from carepolicy.verdict import FAILS, HOLDS, UNKNOWN, Verdict

INTERIM_ORDER_ENDS_AT = 17
"""An interim care order lapses on this birthday: Re Q [2019] EWHC 512 (Fam), on Children Act 1989 s.38(4)."""

_ENDS_A_CARE_ORDER: dict[type[Record], Order] = {
    AdoptionOrder: Order.ADOPTION,
    SpecialGuardianshipOrder: Order.SPECIAL_GUARDIANSHIP,
    ChildArrangementsOrder: Order.CHILD_ARRANGEMENTS,
}
"""Children Act 1989, s.91(1), (1A), (5A); Adoption and Children Act 2002, s.46."""


def _make(history: History) -> History:
    """The child's history with care in legs that follow on from each other, and with every exit from care.

    Works on the records once: orders that end each other are cut, stays without a gap are joined for the 24-hour test,
    an interim care order ends at 17, and each end is given its cause. Costs O(n log n) in the number of records.

    Source: law notes CIC-1 to CIC-4, PLAC-1, PLAC-3, and decisions D-9 and D-10.
    """
    child = history.child
    spells = _Spells(sorted(history.of(CareSpell), key=_by_start))
    orders = sorted(history.of(PermanenceOrder), key=_by_day)
    previous, stated = history.of(PreviousPermanence), history.of(LeftCare)
    others = [record for record in child.history if not isinstance(record, (CareSpell, PreviousPermanence, LeftCare))]
    unlisted: dict[type[Record], Days] = {LeftCare: _unlisted_exits(history, previous)}
    if not (spells.all or orders or previous or stated):
        return History(child, list(as_involvements(others, child)), unlisted)
    told = list(_orders_told(spells, history))
    ending = (_Orders(orders), _Orders(told)) if orders or told else None
    legs: list[Leg] = []
    exits: list[Exit] = []
    ends: list[tuple[Leg, Exit]] = []
    ended_early: dict[tuple[type[Record], int], Exit] = {}
    for spell in spells.all:
        leg = _leg(spell)
        before = ended_early.get((spell.kind, spell.start.first_day)) if ended_early else None
        if before is not None and before.sure:  # the rest of a record of an order that another order had ended
            _pass_on(before, spell, spells, ended_early)
            continue
        leg.sure = before is None
        legs.append(leg)
        cut = None if ending is None else _cut_by_order(leg, *ending)
        if cut is not None:
            exits.append(cut)
            _pass_on(cut, spell, spells, ended_early)
        if isinstance(spell, InterimCareOrder):
            _cut_at_seventeen(leg, child.born)
        if spell.end is not None and (cut is None or not cut.sure):
            care_after, ended = _at_the_end(spell, spell.end, spells, orders, history)
            legs += care_after
            ends += ((leg, left) for left in ended)
    settle_the_length(legs, child.as_at, child.complete_days(CARE))
    exits += (left for leg, told in ends if (left := _if_it_was_care(leg, told)) is not None)
    exits += (_as_stated(record, orders, history) for record in stated)
    exits += _exits_without_care(orders, exits, history)
    for record in previous:
        _before_this_care(record, legs, exits)
    exits = _with_their_orders(exits, orders, spells)
    for leg in legs:
        leg.born = child.born
        leg.infer_social_worker()
    return History(child, [*legs, *exits, *as_involvements(others, child)], unlisted, tuple(_begun_anew(spells.all)))


def _turns_on(child: Child, kind: type[Record], record: Record, name: str) -> Turns:
    """How the legs or exits of one kind can turn on a field of a record, beside what shows in the record itself."""
    if issubclass(kind, (SocialWorker, ChildInNeedAssessment)):
        bears = name in ("start", "end") and bears_on_an_involvement(record, child)
        return Turns.EITHER_WAY if bears else Turns.NOT
    if kind is not LeftCare and not issubclass(kind, CareSpell):
        return Turns.NOT
    if isinstance(record, (PermanenceOrder, PreviousPermanence)):
        return Turns.EITHER_WAY if name in ("at", "living", "order") else Turns.NOT
    if isinstance(record, LeftCare):
        return Turns.EITHER_WAY if name in ("at", "by") and _may_end_another(record, child) else Turns.NOT
    if not isinstance(record, CareSpell) or name not in ("start", "end"):
        return Turns.NOT
    if _may_end_another(record, child):
        return Turns.EITHER_WAY
    if any(isinstance(other, PermanenceOrder) and _settles_home(other) for other in child.history):
        return Turns.EITHER_WAY  # whether an order was made during the stay decides what ended it, and when
    return Turns.EARLIER if kind is LeftCare and name == "end" else Turns.NOT


periods_of_care = Step("periods_of_care", _make, _turns_on)
"""The records of care as legs that follow on from each other, cut where the law ends them, with every exit."""


def _may_end_another(record: CareSpell | LeftCare, child: Child) -> bool:
    """Whether a record tells of an order that may end another record of care, or may be ended by what another tells."""
    others = [other for other in child.history if other is not record]
    if _tells_of_an_order(record) and any(isinstance(other, UNDER_AN_ORDER) for other in others):
        return True
    return isinstance(record, UNDER_AN_ORDER) and any(map(_tells_of_an_order, others))


def _tells_of_an_order(record: Record) -> bool:
    if isinstance(record, CareSpell):
        return record.ended_by in ORDER_MADE
    return isinstance(record, LeftCare) and record.by is not Order.NONE


def _by_day(order: PermanenceOrder) -> int:
    return order.at.first_day


class _SomeOrder(PermanenceOrder):
    """An order of which no more is told than that a child may have left care by it."""

    __slots__ = ()
    label = "order by which the child left care"


_MADE: dict[Order | None, Callable[..., PermanenceOrder]] = {
    Order.ADOPTION: AdoptionOrder,
    Order.SPECIAL_GUARDIANSHIP: SpecialGuardianshipOrder,
    Order.CHILD_ARRANGEMENTS: partial(ChildArrangementsOrder, living=True),
    None: _SomeOrder,
}


def _orders_told(spells: _Spells, history: History) -> Iterator[PermanenceOrder]:
    """The orders that records of leaving care tell of while another record of care runs on: they end that as well."""
    told = [(left.by, left.at, left.source, left.weight) for left in history.of(LeftCare)]
    told += [
        (BY_ORDER[spell.ended_by], spell.end, spell.source, spell.weight)
        for spell in spells.all
        if spell.ended_by in ORDER_MADE and spell.end is not None
    ]
    for by, at, source, weight in told:
        if by in _MADE and spells.may_go_on_past(at):
            yield _MADE[by](at=at, source=source, weight=weight)


class _Orders:
    """Orders in the order they were made, found by their day."""

    __slots__ = ("all", "days", "exact", "rough")

    def __init__(self, orders: Iterable[PermanenceOrder]) -> None:
        self.all = sorted(orders, key=_by_day)
        self.exact = [order for order in self.all if order.at.is_one_day]
        self.days = [order.at.first_day for order in self.exact]
        self.rough = [order for order in self.all if not order.at.is_one_day]

    def made_in(self, first: int, last: int) -> Sequence[PermanenceOrder]:
        """Those that may have been made between two days, both included."""
        exact = self.exact[bisect_left(self.days, first) : bisect_right(self.days, last)]
        return sorted([*exact, *self.rough], key=_by_day) if self.rough else exact


def _by_start(spell: CareSpell) -> tuple[int, int]:
    return spell.start.first_day, LAST_ORDINAL if spell.end is None else spell.end.first_day


def _surely_to(spell: CareSpell) -> int:
    return LAST_ORDINAL if spell.end is None else spell.end.first_day


class _Spells:
    """The records of care in the order they began, with how far those begun by each day certainly reach."""

    __slots__ = ("_may_reach", "_since", "_surely", "all", "begun", "reach", "rough", "starts")

    def __init__(self, spells: Sequence[CareSpell]) -> None:
        self.all = spells
        self.starts = [spell.start.first_day for spell in spells]
        self.rough = [spell for spell in spells if spell.start.first_day != spell.start.last_day]
        self._surely = sorted(spells, key=lambda spell: spell.start.last_day) if self.rough else spells
        self.begun = [spell.start.last_day for spell in self._surely] if self.rough else self.starts
        self.reach: list[int] = list(accumulate(map(_surely_to, self._surely), max))
        self._may_reach: list[int] | None = None
        self._since: dict[int, Instant] | None = None

    def begun_in(self, first: int, last: int) -> Sequence[CareSpell]:
        return self.all[bisect_left(self.starts, first) : bisect_right(self.starts, last)]

    def reached_by_those_begun_before(self, ordinal: int) -> int:
        place = bisect_left(self.begun, ordinal)
        return self.reach[place - 1] if place else FIRST_ORDINAL

    def may_go_on_past(self, at: Instant) -> bool:
        """Whether a record of care that may have begun by a moment may go on past it."""
        if self._may_reach is None:
            ends = (LAST_ORDINAL if spell.end is None else spell.end.last_day for spell in self.all)
            self._may_reach = list(accumulate(ends, max))
        place = bisect_right(self.starts, at.last_day)
        return place > 0 and self._may_reach[place - 1] > at.first_day

    def on_this_basis_since(self, spell: CareSpell) -> Instant:
        """When the care began that a record goes on with: a stay written in two records is the stay it was in one."""
        if self._since is None:
            self._since = {}
            ended: dict[tuple[type, int], Instant] = {}
            for one in self.all:
                before = ended.get((type(one), one.start.first_day)) if one.start.is_one_day else None
                goes_on = before is not None and before.on_earlier_day(one.start).holds
                since = before if before is not None and goes_on else one.start
                self._since[id(one)] = since
                if one.end is not None and one.end.is_one_day:
                    ended.setdefault((type(one), one.end.first_day), since)
        return self._since[id(spell)]

    def next_start(self, spell: CareSpell, after: int) -> Instant | None:
        """When the next record of care that surely lies beyond a day begins, as far as its start is known."""
        place = bisect_right(self.starts, after)
        found = [self.all[place].start] if place < len(self.all) else []
        found += [
            other.start
            for other in self.rough
            if other is not spell
            and other.start.last_day > after
            and (other.end is None or other.end.first_day > after)
        ]
        return min(found, key=lambda start: start.last_day, default=None)

    def _follows(self, spell: CareSpell, other: CareSpell) -> bool:
        """Whether another record comes after one in the order they began, and as recorded where they began together."""
        if spell.start != other.start:
            return spell.start.before(other.start).holds or spell.start.first_day < other.start.first_day
        return next(found is spell for found in self.all if found is spell or found is other)

    def go_on_after(self, spell: CareSpell, end: Instant) -> Verdict:
        """Whether another record of care covers the moment at which this one ends."""
        if self.reached_by_those_begun_before(end.first_day) > end.last_day:
            return HOLDS
        goes_on = FAILS
        ended = is_new_period(spell)
        near = (*self.begun_in(end.first_day, end.last_day), *(self.rough or ()))
        for other in near:
            if other is spell or end.before(other.start) is HOLDS:
                continue
            if other.end is not None and end.on_earlier_day(other.end) is not HOLDS:
                if (
                    spell.ended_by is Ended.CONTINUES
                    and self._follows(spell, other)
                    and not other.end.before(end).holds
                ):
                    goes_on |= other.start.on_same_day(end)
                continue
            same_day = other.start.on_same_day(end)
            if not ended:
                goes_on |= same_day
            elif same_day is UNKNOWN:
                goes_on |= UNKNOWN
            if goes_on is HOLDS:
                return goes_on
        return goes_on


def _leg(spell: CareSpell) -> Leg:
    if isinstance(spell, ShortBreakAgreement):  # its dates are not stays, so no day of it is certain
        return Leg(spell, Accommodation)
    return Leg(spell)


def _pass_on(cut: Exit, spell: CareSpell, spells: _Spells, ended_early: dict[tuple[type[Record], int], Exit]) -> None:
    """Notes that whatever carries on a record from the day it ends carries on an order that had ended before."""
    end = spell.end
    if end is None or spell.ended_by not in (None, Ended.CONTINUES):
        return
    if end.is_one_day:
        ended_early[spell.kind, end.first_day] = cut
        return
    for other in spells.begun_in(end.first_day, end.last_day):
        if other is not spell:
            ended_early.setdefault((spell.kind, other.start.first_day), evolve(cut, sure=False))


def _cut_by_order(leg: Leg, made: _Orders, told: _Orders) -> Exit | None:
    """Ends a leg on the day that an order ended it, whatever the council's own record of the end says.

    Args:
        leg: what may be ended.
        made: the orders on record.
        told: those that other records of leaving care tell of; they end only what had begun on an earlier day.
    """
    if not isinstance(leg.record, UNDER_AN_ORDER):
        return None
    under_care_order = isinstance(leg.record, (CareOrder, InterimCareOrder))
    says_so_itself = leg.record.end if leg.record.ended_by in ORDER_MADE else None
    days = leg.start.first_day, LAST_ORDINAL if leg.end is None else leg.end.last_day
    found = [(order, _made_within(leg.start, leg.end, order.at)) for order in made.made_in(*days)]
    found += [
        (order, _made_within(leg.start, leg.end, order.at) & leg.start.on_earlier_day(order.at))
        for order in told.made_in(*days)
        if order.at != says_so_itself
    ]
    for order, within in sorted(found, key=lambda one: _by_day(one[0])):
        if (
            within.fails
            or not _settles_home(order)
            or not (under_care_order or isinstance(order, (AdoptionOrder, _SomeOrder)))
        ):
            continue
        by = _order_of(order)
        certain = within.holds and by is not None
        if not certain:
            leg.end_asked = f"when the {order.label} was made, and whether it settles where the child lives"
        leg.end_at(order.at if certain else _either(order.at, leg.end), f"{order.label} made")
        weight = max(leg.weight, order.weight, key=_FROM_THE_STRONGEST.index)
        return Exit(order.at, by if certain else None, certain, order.source, leg.jurisdiction, weight)
    return None


def _made_within(start: Instant, end: Instant | None, made: Instant) -> Verdict:
    """Whether an order was made during a time in care or on its last day.

    Made on the very day that the care began, it ended it only if it came after, and their times of day would tell.
    """
    since = ~made.on_earlier_day(start)
    if since.holds and not start.on_same_day(made).fails:
        since = UNKNOWN if start.moments is None or made.moments is None else ~made.before(start)
    return since if end is None else since & ~end.on_earlier_day(made)


def _somewhen(first: Instant, last: Instant | None) -> Instant:
    """Some day from one on, and no later than another."""
    high = LAST_ORDINAL if last is None else max(last.last_day, first.first_day)
    return Instant(first.first_day, high)


def _either(one: Instant, other: Instant | None) -> Instant:
    """Some day between the earliest and the latest that either moment may be; None is a moment that may never come."""
    if other is None:
        return Instant(one.first_day, LAST_ORDINAL)
    return Instant(min(one.first_day, other.first_day), max(one.last_day, other.last_day))


def _cut_at_seventeen(leg: Leg, born: Instant | None) -> None:
    """Ends an interim care order at 17, as far as the date of birth tells when that is."""
    if born is None:
        lapses = Instant(leg.start.first_day, LAST_ORDINAL)
    else:
        earliest, latest = (birthday_of(day, INTERIM_ORDER_ENDS_AT) for day in (born.first_day, born.last_day))
        lapses = Instant(earliest, latest)
    if leg.end is not None and lapses.on_earlier_day(leg.end).fails:
        return
    over_before = leg.end is not None and not lapses.on_earlier_day(leg.end).holds
    if lapses.is_one_day and leg.record.accommodated is False and not over_before:
        leg.end_at(lapses, "lapsed on the 17th birthday")
        return
    earliest = lapses.first_day if leg.end is None else min(lapses.first_day, leg.end.first_day)
    leg.end = Instant(earliest, LAST_ORDINAL if leg.end is None else leg.end.last_day)
    # where the record goes on past it, the child may be accommodated on a basis that nobody wrote down
    leg.end_asked = AFTER_SEVENTEEN_ASKED if lapses.is_one_day else "the child's date of birth"


def _at_the_end(
    spell: CareSpell, end: Instant, spells: _Spells, orders: Sequence[PermanenceOrder], history: History
) -> tuple[list[Leg], list[Exit]]:
    """What follows from the end of a record of care: an exit with its cause, or care that may have gone on."""
    why = spell.ended_by
    if why in ORDER_MADE:
        return [], [_exit(spell, end, BY_ORDER[why])]
    goes_on = spells.go_on_after(spell, end)
    if goes_on is HOLDS:
        return [], []
    if why in CARE_RUNS_ON or why is Ended.NOT_RECORDED:
        found = _exit_by(spell, end, spells, orders, history)
        if why is Ended.NOT_RECORDED and found is not None and found.by is not None:
            return [], [found]
        return _unrecorded_care(spell, end, spells)
    if ends_no_order(spell):
        care, left = _unrecorded_care(spell, end, spells)
        return care, [] if _orders_listed(spell, end, history) else left
    found = _exit_by(spell, end, spells, orders, history)
    if found is not None and goes_on is UNKNOWN:
        found = evolve(found, sure=False)
    return [], [] if found is None else [found]


def _exit_by(
    spell: CareSpell, end: Instant, spells: _Spells, orders: Sequence[PermanenceOrder], history: History
) -> Exit | None:
    """The exit an end amounts to where no order code says so: by an order made then, for a reason unknown, or none."""
    why = spell.ended_by
    since = spells.on_this_basis_since(spell)
    near = [order for order in orders if _settles_home(order) and not _made_within(since, end, order.at).fails]
    orders_listed = _orders_listed(spell, end, history, since)
    if why is None and orders_listed and not near:
        return None
    if why in NOT_SAID or not orders_listed or (why in AT_ODDS_WITH_AN_ORDER and near):
        listed = () if orders_listed else (PERMANENCE.complete_record,)
        return _exit(spell, end, None, asked=(WHY_ASKED, *listed) if why in NOT_SAID else (*listed, WHY_ASKED))
    return _exit(spell, end, Order.NONE)


def _exit(spell: CareSpell, at: Instant, by: Order | None, *, sure: bool = True, asked: tuple[str, ...] = ()) -> Exit:
    return Exit(at, by, sure, spell.source, spell.jurisdiction, spell.weight, asked=asked)


CLOSED_WITHIN = 31
"""Calendar days within which a council closes its record after the order that ended the care (EC45)."""


def _with_their_orders(exits: list[Exit], orders: Sequence[PermanenceOrder], spells: _Spells) -> list[Exit]:
    """Exits with what is on record of the order that each came by: whose home it settles, and when it stopped.

    An order of the same kind made that day, or within the time that a council takes to close its record, is that one.
    """
    made: dict[Order | None, list[PermanenceOrder]] = {}
    for order in orders:
        if _settles_home(order) and order.at.is_one_day:
            made.setdefault(_order_of(order), []).append(order)
    care_orders = sorted(
        (spell.start for spell in spells.all if isinstance(spell, (CareOrder, InterimCareOrder, PlacementOrder))),
        key=_first_day,
    )
    adoptions = sorted(
        (order.at for order in orders if isinstance(order, (AdoptionOrder, AdoptionAbroad))), key=_first_day
    )
    if not (made or care_orders or adoptions):
        return exits
    return [
        left if left.by in (None, Order.NONE) else _with_its_order(left, made.get(left.by, []), care_orders, adoptions)
        for left in exits
    ]


def _with_its_order(
    left: Exit, made: Sequence[PermanenceOrder], care_orders: Sequence[Instant], adoptions: Sequence[Instant]
) -> Exit:
    place = bisect_right(made, left.at.last_day, key=_by_day)
    latest = made[place - 1].at.first_day if place and left.at.is_one_day else FIRST_ORDINAL
    mine = [order for order in made[:place] if order.at.first_day == latest >= left.at.first_day - CLOSED_WITHIN]
    ends = [] if left.order_ended is None else [left.order_ended]
    if mine and all(order.ended is not None for order in mine):
        ends.append(max((order.ended for order in mine if order.ended is not None), key=_first_day))
    ends += _first_after(adoptions, left.at)
    if left.by is Order.CHILD_ARRANGEMENTS:
        ends += _first_after(care_orders, left.at)
    homes = {order.with_birth_parent for order in mine if isinstance(order, ChildArrangementsOrder)}
    return evolve(
        left,
        home=left.home if left.home is not None or len(homes) != 1 else homes.pop(),
        order_ended=min(ends, key=_first_day, default=None),
    )


def _first_after(moments: Sequence[Instant], at: Instant) -> Sequence[Instant]:
    """The first of some moments that is later than another: what ends the order made then.

    A later adoption ends any order about the child's home, and a later care or placement order one about living
    arrangements.

    Source: Adoption and Children Act 2002, ss.29(2) and 46; Children Act 1989, s.91(2).
    """
    place = bisect_right(moments, at.last_day, key=_first_day)
    return moments[place : place + 1]


def _first_day(instant: Instant) -> int:
    return instant.first_day


def _orders_listed(spell: CareSpell, end: Instant, history: History, since: Instant | None = None) -> bool:
    """Whether any order that could change what ended a stay would be on record.

    For a stay under an order, one made on its last day; for accommodation, also one made before, unless the reason
    given leaves no room for it.
    """
    if not isinstance(spell, UNDER_AN_ORDER) and spell.ended_by in LEFT_OTHERWISE:
        return True
    began = spell.start if since is None else since
    first = end.first_day if isinstance(spell, UNDER_AN_ORDER) else began.first_day
    return history.child.complete_days(PERMANENCE).has_all(first, end.last_day + 1)


def _settles_home(order: PermanenceOrder) -> bool:
    return (type(order) in _ENDS_A_CARE_ORDER or isinstance(order, _SomeOrder)) and not (
        isinstance(order, ChildArrangementsOrder) and order.living is False
    )


def _order_of(order: PermanenceOrder) -> Order | None:
    if isinstance(order, ChildArrangementsOrder) and order.living is None:
        return None
    return _ENDS_A_CARE_ORDER.get(type(order))


_FROM_THE_STRONGEST = tuple(Weight)

_WHAT_FOLLOWS: dict[Ended | None, str] = {
    Ended.TRANSFERRED: "the receiving authority's record of the child's care",
    Ended.CUSTODY: "when the order itself ended, which a sentence to custody does not end",
    Ended.REMAND_ENDED: "when the order itself ended, which the end of a remand does not end",
    Ended.NOT_RECORDED: "why the record of care ended",
}


def _unrecorded_care(spell: CareSpell, end: Instant, spells: _Spells) -> tuple[list[Leg], list[Exit]]:
    """Care that a record says went on, with nothing on record of where or until when."""
    until = spells.next_start(spell, after=end.last_day)
    leg = Leg(spell, ReportedInCare)
    leg.start, leg.end, leg.sure = end, until, False
    leg.end_asked = _WHAT_FOLLOWS.get(spell.ended_by, "the record of care that follows this one")
    return [leg], [_exit(spell, _somewhen(end, until), None, sure=False)]


def _an_order_may_be(made: Instant, orders: Sequence[PermanenceOrder], history: History) -> bool:
    """Whether an order may have been made in a window of days, listed or not."""
    if not history.child.complete_days(PERMANENCE).has_all(made.first_day, made.last_day + 1):
        return True
    return any(
        _settles_home(order) and order.at.first_day <= made.last_day and order.at.last_day >= made.first_day
        for order in orders
    )


def _as_stated(left: LeftCare, orders: Sequence[PermanenceOrder], history: History) -> Exit:
    """Leaving care as somebody states it; with every order listed, and none made then, it was by no order."""
    by = left.by
    if by is None and not _an_order_may_be(left.at, orders, history):
        by = Order.NONE
    return Exit(
        left.at, by, True, left.source, left.jurisdiction, left.weight, home=left.with_birth_parent,
        order_ended=left.order_ended,
    )  # fmt: skip


def _if_it_was_care(leg: Leg, left: Exit) -> Exit | None:
    """The end of a stay as an exit from care, as far as the stay was care: not where it was none, or too short."""
    if left.by is Order.NONE or leg.counts is HOLDS:
        return left
    return None if leg.counts is FAILS else evolve(left, sure=False, asked=tuple(leg.asked_of_it))


def _exits_without_care(orders: Sequence[PermanenceOrder], found: Sequence[Exit], history: History) -> Iterator[Exit]:
    """Orders that may have ended care that is not listed, and are not known to have ended any that is."""
    complete = history.child.complete_days(CARE)
    known = {(left.at, left.by) for left in found if left.sure}
    for order in orders:
        if not _settles_home(order) or (order.at, _order_of(order)) in known:
            continue
        if not complete.has_all(max(order.at.first_day - 1, FIRST_ORDINAL), order.at.last_day + 1):
            yield Exit(
                order.at, _order_of(order), False, order.source, asked=(EXIT_ASKED,), instead=(CARE.complete_record,)
            )


def _before_this_care(record: PreviousPermanence, legs: list[Leg], exits: list[Exit]) -> None:
    if record.order is Order.NONE:
        return
    where = Jurisdiction.ENGLAND_OR_WALES  # the council's return does not say more
    start = Instant(FIRST_ORDINAL, record.at.last_day)
    earlier = ReportedInCare(start=start, end=record.at, jurisdiction=where, source=record.source)
    leg = Leg(earlier)
    leg.sure = record.order is not None
    leg.end_asked = "the dates of the earlier time in care"
    legs.append(leg)
    exits.append(Exit(record.at, record.order, leg.sure, record.source, where))


def _unlisted_exits(history: History, previous: Iterable[PreviousPermanence]) -> Days:
    """The days on which the child may have left care without its being on record.

    Both the care that ended and the order that ended it would have to be missing.
    """
    no_orders = ~history.child.complete_days(PERMANENCE)
    if not no_orders:
        return NO_DAYS
    no_care = ~history.child.complete_days(CARE)
    a_day_later = Days(tuple(point + 1 for point in no_care.points), no_care.inverted)
    found = no_orders & (no_care | a_day_later)
    for record in previous:
        if record.order is Order.NONE:
            found -= ordinals(FIRST_ORDINAL, record.at.first_day + 1)
    return found


def _begun_anew(spells: Sequence[CareSpell]) -> Iterator[int]:
    """Days on which a new period of care begins although the one before it ended that same day."""
    ends = {spell.end.first_day for spell in spells if is_new_period(spell) and spell.end and spell.end.is_one_day}
    if ends:
        yield from sorted({spell.start.first_day for spell in spells if spell.start.is_one_day} & ends)
