"""Knows what goes with the statuses on a day: whose law, how firmly, what came before, and which group."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from attrs import frozen

from carepolicy.errors import NotAskable
from carepolicy.facts import CareSpell, Child, Jurisdiction
from carepolicy.law.citation import LAW_AS_AT
from carepolicy.law.looked_after import living_and_under_18, looked_after
from carepolicy.law.periods import periods_of_care
from carepolicy.law.previously_looked_after import (
    PLAC_0,
    PLAC_7,
    adopted_from_state_care_abroad,
    adopted_from_state_care_abroad_still_in_force,
    left_care_by_an_order,
    left_care_by_an_order_still_in_force,
    previously_looked_after,
)
from carepolicy.law.provision import Provision, not_verified
from carepolicy.law.registered import registered_pupil
from carepolicy.law.social_worker import with_social_worker
from carepolicy.logic.condition import Condition, Finding
from carepolicy.logic.definition import Definition
from carepolicy.logic.history import history_of
from carepolicy.logic.vocabulary import ever, living, once, under_age
from carepolicy.logic.where import Attribute
from carepolicy.verdict import Verdict

BROAD = Provision(
    "BROAD",
    "Care experienced is used by many of anybody ever in care, at any age, whoever they went home to; no Act says so.",
    strength=None,
    marks=[not_verified()],
)

is_looked_after = Attribute(
    "is_looked_after",
    "whether the stay made the child looked after",
    ("power", "start", "end"),
    told="a stay that makes a child looked after",
)

WEEKS_OF_A_CARE_LEAVER = 13
"""The weeks in care, from 14 on and some of it at 16, after which a young person is owed a care leaver's duties.

Source: Children Act 1989, ss.23A and 23C and Schedule 2; SI 2010/2571. From general knowledge; the text was not seen.
"""

once_previously_looked_after = Definition(
    "left care by an order, now or before",
    "Left a council's care by one of the three orders, or was adopted from state care abroad, in care now or not.",
    gate=living_and_under_18,
    means=left_care_by_an_order | adopted_from_state_care_abroad,
    cite=previously_looked_after.cite,
    reads=periods_of_care,
    begins_as="leaving care by an order",
    law_of=LAW_AS_AT,
)

order_current = Definition(
    "the order by which care ended is in force",
    "The order by which the child left care has not stopped being in force, as far as is recorded.",
    gate=living_and_under_18,
    means=left_care_by_an_order_still_in_force | adopted_from_state_care_abroad_still_in_force,
    cite="PLAC-4; decision D-13",
    reads=periods_of_care,
    law_of=LAW_AS_AT,
)

registered_and_no_longer_looked_after = PLAC_0.limb(
    "living, a registered pupil and no longer looked after", living() & registered_pupil & ~looked_after
)

dt_previously_looked_after = previously_looked_after.variant(
    "previously looked after, for the designated teacher",
    "A registered pupil of any age who left care by one of the three orders, or was adopted from state care abroad.",
    replacing={"PLAC-0": registered_and_no_longer_looked_after},
    cite="Children and Young Persons Act 2008, s.20A; Academies Act 2010, s.2E",
)

dt_care_leaver = Definition(
    "care leaver, for the designated teacher",
    "Of 16 or over and no longer looked after, having been for 13 weeks in all since 14 and still at 16.",
    gate=PLAC_0.limb(
        "living, 16 or over, under 25 and no longer looked after",
        living() & ~under_age(16) & under_age(25) & ~looked_after,
    ),
    means=PLAC_7.limb(
        "looked after for 13 weeks in all since 14, and still at 16",
        ever(looked_after, days=7 * WEEKS_OF_A_CARE_LEAVER, from_age=14, still_at=16),
    ),
    cite=PLAC_7.cite,
    reads=periods_of_care,
    begins_as="becoming a care leaver",
    law_of=LAW_AS_AT,
)

care_experienced_broad = Definition(
    "care experienced, in the broad sense",
    "Looked after at any time, or once having left care by an order.",
    gate=BROAD.limb("living", living()),
    means=BROAD.limb(
        "ever looked after, or left care by an order",
        once(CareSpell, where=is_looked_after.one_of(True))
        | left_care_by_an_order.means
        | adopted_from_state_care_abroad.means,
    ),
    reads=periods_of_care,
    law_of=LAW_AS_AT,
)


class Group(Enum):
    """One group for each child, for display and counting, the first that holds."""

    LOOKED_AFTER = "looked after"
    PREVIOUSLY_LOOKED_AFTER = "previously looked after"
    WITH_SOCIAL_WORKER = "social worker within 6 years"
    NONE = "none of the three"


IN_GROUP: dict[Group, Condition] = {
    Group.LOOKED_AFTER: looked_after,
    Group.PREVIOUSLY_LOOKED_AFTER: previously_looked_after,
    Group.WITH_SOCIAL_WORKER: with_social_worker & ~looked_after & ~previously_looked_after,
    Group.NONE: ~(looked_after | previously_looked_after | with_social_worker),
}
"""When a child is shown in each group: care comes first, then previous care, then the social worker (K-8)."""


@frozen
class DisplayGroup:
    """The one group in which a child is shown or counted.

    Args:
        group: which, or None where it cannot be told.
        may_be: every group it may be, in order of precedence; one where it can be told.
    """

    group: Group | None
    may_be: tuple[Group, ...]

    def __str__(self) -> str:
        if self.group is not None:
            return self.group.value
        return f"cannot tell: {' or '.join(group.value for group in self.may_be)}"


@frozen(repr=False)
class Particulars:
    """What goes with the statuses of a child at the end of a day.

    Args:
        on: the day.
        jurisdiction: of which countries the councils are that have, or may have, the child in their care; none where
            the child is not looked after, or that is not recorded.
        provisional: whether the child is looked after only as far as a stay is taken, or planned, to run on.
        cpic_history: whether the child once left care by an order, in care now or not.
        order_current: whether the order by which care ended is still in force.
        dt_previously_looked_after: whether the designated teacher's duty to previously looked-after pupils covers them.
        dt_care_leaver: whether the child is a care leaver, within the designated teacher's duty to looked-after pupils.
        care_experienced_broad: whether the child was ever in care, or left it by an order.
        display_group: the one group in which to show or count the child.
    """

    on: date
    jurisdiction: tuple[Jurisdiction, ...]
    provisional: bool
    cpic_history: Finding
    order_current: Finding
    dt_previously_looked_after: Finding
    dt_care_leaver: Finding
    care_experienced_broad: Finding
    display_group: DisplayGroup

    def __repr__(self) -> str:
        return f"<Particulars on {self.on}: {self.display_group}>"


def particulars(day: date, child: Child) -> Particulars:
    """What goes with the statuses of a child at the end of a day.

    Args:
        day: the day asked about.
        child: of whom.

    Source: Children Act 1989, ss.22 and 23ZZA; law notes K-8, PLAC-0, PLAC-4 and PLAC-7.

    >>> from carepolicy.facts import CARE, PERMANENCE, SOCIAL_WORK, CareOrder
    >>> sam = Child("sam", born="2014-05-09", history=[CareOrder(start="2025-03-03")],
    ...     complete=[CARE, PERMANENCE, SOCIAL_WORK])
    >>> particulars(date(2026, 3, 20), sam).display_group.group
    <Group.LOOKED_AFTER: 'looked after'>
    """
    group = display_group(day, child)
    return Particulars(
        day,
        _jurisdictions(day, child),
        looked_after.on(day, child).provisional,
        once_previously_looked_after.on(day, child),
        order_current.on(day, child),
        dt_previously_looked_after.on(day, child),
        dt_care_leaver.on(day, child),
        care_experienced_broad.on(day, child),
        group,
    )


def display_group(day: date, child: Child) -> DisplayGroup:
    """The one group in which a child is shown or counted at the end of a day.

    Args:
        day: the day asked about.
        child: of whom.

    Source: law notes K-8, decision D-6.
    """
    if isinstance(day, datetime) or not isinstance(day, date) or not isinstance(child, Child):
        raise NotAskable("This takes a day and a Child, in that order, such as date(2026, 3, 20), child.")
    may_be = tuple(
        group for group, condition in IN_GROUP.items() if condition.timeline(child).at(day) is not Verdict.FAILS
    )
    return DisplayGroup(may_be[0] if len(may_be) == 1 else None, may_be)


def _jurisdictions(day: date, child: Child) -> tuple[Jurisdiction, ...]:
    """Of which countries the councils are that have the child on a day; none where the child is not looked after."""
    if looked_after.timeline(child).at(day) is Verdict.FAILS:
        return ()
    ordinal = day.toordinal()
    found = {
        leg.jurisdiction
        for leg in history_of(child).through(periods_of_care).of(CareSpell)
        if leg.is_looked_after is not False
        and leg.start.first_day <= ordinal
        and (leg.end is None or ordinal < leg.end.last_day)
    }
    return tuple(country for country in Jurisdiction if country in found)
