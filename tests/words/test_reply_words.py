"""Rulings, consequences, comparisons and readings, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.errors import NotAskable
from carepolicy.facts import (
    CARE,
    SCHOOLING,
    AlternativeProvisionStarted,
    CareOrder,
    Child,
    PartTimeTimetable,
    PepCompleted,
    PermanentlyExcluded,
    SentHomeUnrecorded,
    Suspended,
    TakenOffRoll,
    VirtualSchoolInformed,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.deadline import reading, within
from carepolicy.logic.where import Attribute
from carepolicy.policy import Modality, Profile, clause, duty, never
from carepolicy.replies import comparison_as_text, consequences_as_text, readings_as_text, ruling_as_text
from carepolicy.report import as_text
from carepolicy.ruling import rule_on
from carepolicy.time.spans import CALENDAR_DAYS, SCHOOL_DAYS
from tests.situations.school import HILL_TOP

TWO_WEEKS = reading(
    "two weeks", within(10, SCHOOL_DAYS), instead=[within(14, CALENDAR_DAYS)], because="only school staff can act on it"
)
AGREED = Attribute("agreed", "whether the agencies agreed to it", told="agreed by the agencies").one_of(True)
POLICY = Profile("Hill Top", looked_after, [
    clause("HT-1", "Nobody in care is excluded for good.", never(PermanentlyExcluded), locator="page 1"),
    clause("HT-2", "The school may ask for help instead.", actor="school", modality=Modality.MAY, instead_of=[PermanentlyExcluded]),
    clause("HT-3", "The school meets the carer instead.", actor=("school", "carer"), instead_of=[PermanentlyExcluded]),
    clause("HT-4", "A part-time timetable is agreed.", never(PartTimeTimetable, unless=AGREED), notes="by whom is not said"),
    clause("HT-5", "The virtual school hears of it.", duty(VirtualSchoolInformed, TWO_WEEKS.of(Suspended)), actor="school"),
])  # fmt: skip
ON = date(2026, 3, 12)
ANA = Child("ana", born="2014-05-09", history=[CareOrder(start="2025-09-01")], complete=[CARE, SCHOOLING])


def told(action, child: Child = ANA) -> list[str]:
    """A ruling under this policy, without what the national floor adds to it."""
    lines = ruling_as_text(rule_on(action, child, POLICY, calendar=HILL_TOP, on=ON)).splitlines()
    return [line for line in lines if not line.startswith("AT-") and "SI 2024/208" not in line]


def test_what_is_forbidden_is_told_with_what_is_asked_for_instead():
    assert told("exclude permanently") == [
        "ana  permanent exclusion on Thu 12 Mar 2026: forbidden",
        "",
        "HT-1        forbidden    Nobody in care is excluded for good.",
        "                         source: page 1 (local)",
        "",
        "What the policies ask for instead",
        "HT-2        it may be: The school may ask for help instead. (school)",
        "HT-3        The school meets the carer instead. (school, carer)",
        "",
        "Law as at Sat 21 Nov 2026. This is not official guidance.",
    ]


def test_what_is_allowed_on_a_condition_names_it_and_what_is_not_recorded():
    assert told("part-time timetable")[:7] == [
        "ana  part-time timetable on Thu 12 Mar 2026: allowed if",
        "",
        "HT-4        allowed if   A part-time timetable is agreed.",
        "                         strength: local",
        "                         only if: agreed by the agencies",
        "                         not known: whether the agencies agreed to it",
        "                         note: by whom is not said",
    ]


def test_what_speaks_against_a_proposed_act_is_told():
    found = told(PartTimeTimetable(at=ON, agreed=False))
    assert "                         as proposed: not agreed by the agencies" in found


def test_where_no_clause_speaks_to_an_act_the_ruling_says_so():
    assert told(AlternativeProvisionStarted)[:3] == [
        "ana  start at alternative provision on Thu 12 Mar 2026: allowed",
        "",
        "    no clause of Hill Top or England that can be checked speaks to it",
    ]


def test_what_follows_is_told_policy_by_policy():
    text = consequences_as_text(after(SentHomeUnrecorded(at=ON), ANA, POLICY, calendar=HILL_TOP)).splitlines()
    assert text == [
        "ana  what follows from sending home without a recorded suspension on Thu 12 Mar 2026",
        "",
        "Hill Top",
        "    nothing that can be checked",
        "",
        "England (as at 21 November 2026)",
        "    nothing that can be checked",
        "",
        "Law as at Sat 21 Nov 2026. This is not official guidance.",
    ]
    suspended = consequences_as_text(after(Suspended(at=ON, days=2), ANA, POLICY, calendar=HILL_TOP)).splitlines()
    assert suspended[:6] == [
        "ana  what follows from suspension on Thu 12 Mar 2026",
        "",
        "Hill Top",
        "DUE          HT-5        notice to the virtual school: to be done",
        "                         The virtual school hears of it.",
        "                         strength: local",
    ]


def test_what_changed_is_told_status_by_status_and_line_by_line():
    suspended = Child(
        "ana", born=ANA.born, complete=ANA.complete, history=[*ANA.history, Suspended(at="2026-03-02", days=2)]
    )
    then, now = (assess(suspended, POLICY, calendar=HILL_TOP, on=day) for day in (date(2026, 3, 10), date(2026, 3, 23)))
    assert comparison_as_text(compare(then, now)).splitlines()[:3] == [
        "ana  what changed: Tue 10 Mar 2026, then Mon 23 Mar 2026",
        "",
        "HT-5        notice to the virtual school; was DUE, is OVERDUE; also different: late by",
    ]
    other = assess(
        suspended, POLICY, calendar=HILL_TOP, on=date(2026, 3, 10), choosing={"HT-5": within(14, CALENDAR_DAYS)}
    )
    assert comparison_as_text(compare(then, other)).splitlines()[2:] == [
        'HT-5        notice to the virtual school; "two weeks" is now read as 14 calendar days',
    ]
    assert comparison_as_text(compare(then, then)).splitlines()[2:] == ["    nothing"]
    left = Child("ana", born=ANA.born, complete=ANA.complete, history=[CareOrder(start="2025-09-01", end="2026-03-02")])
    text = comparison_as_text(
        compare(assess(ANA, POLICY, calendar=HILL_TOP, on=ON), assess(left, POLICY, calendar=HILL_TOP, on=ON))
    )
    assert (
        "    looked after: was yes, since Mon 1 Sep 2025, to the end of Sat 8 May 2032 as things stand; is no" in text
    )


def test_the_readings_of_a_policy_are_told_with_why_and_how_else():
    assert readings_as_text(POLICY).splitlines() == [
        "Hill Top: how its words are read",
        "",
        'HT-5        "two weeks" is read as 10 school days',
        "            because only school staff can act on it",
        "            instead: within(14, CALENDAR_DAYS), 14 calendar days",
        "",
        "What else is read into its clauses",
        "HT-4        by whom is not said",
    ]


def test_in_brief_a_line_is_one_line():
    child = Child(
        "ana", born=ANA.born, complete=ANA.complete, history=[*ANA.history, Suspended(at="2026-03-02", days=2)]
    )
    brief = as_text(assess(child, POLICY, calendar=HILL_TOP, on=date(2026, 3, 10)), brief=True).splitlines()
    assert "DUE          HT-5        notice to the virtual school: to be done; due Mon 16 Mar 2026 (school)" in brief


@pytest.mark.parametrize("tell", [ruling_as_text, consequences_as_text, comparison_as_text, readings_as_text])
def test_each_tells_only_what_it_is_for(tell):
    with pytest.raises(NotAskable, match="takes"):
        tell(ANA)


def test_nothing_about_a_child_but_the_identifier_is_in_a_repr():
    ruling = rule_on(TakenOffRoll, ANA, POLICY, calendar=HILL_TOP, on=ON)
    assert repr(ruling) == "<Ruling on 'removal from the roll' for 'ana': allowed if>"
    follows = after(PepCompleted(at=ON), ANA, POLICY, calendar=HILL_TOP)
    assert repr(follows) == "<What follows from 'completed PEP' for 'ana': 1 duty>"
