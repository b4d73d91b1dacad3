"""What a newcomer stumbled over: silent mistakes that became false answers, and answers that did not show themselves."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.adapters.school_events import read_school_events
from carepolicy.assessment import assess
from carepolicy.comparison import compare
from carepolicy.consequences import after
from carepolicy.errors import BadInput, BadRecord, Unfinished
from carepolicy.facts import (
    CARE,
    FAMILIES,
    SCHOOLING,
    CareOrder,
    Child,
    GovernorsReport,
    Item,
    JoinedSchool,
    ManagedMove,
    PostHeld,
    Suspended,
    VirtualSchoolInformed,
)
from carepolicy.line import State
from carepolicy.logic.deadline import within
from carepolicy.logic.where import Attribute
from carepolicy.policy import never
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import as_text
from carepolicy.ruling import Answer, rule_on
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.spans import SCHOOL_DAYS
from carepolicy.time.terms import Term
from tests.situations.school import HILL_TOP

ANA = Child("ana", born="2014-05-09", history=[CareOrder(start="2025-09-01")], complete=[CARE, SCHOOLING])


def test_a_school_year_that_is_published_in_part_has_no_last_day_yet():
    autumn = SchoolCalendar([Term("Autumn 2025", date(2025, 9, 1), date(2025, 12, 19))], all_inset_listed=True)
    child = Child(
        "x",
        born="2014-05-09",
        history=[CareOrder(start="2020-01-06"), JoinedSchool(at="2024-09-04")],
        complete=FAMILIES,
    )
    found = assess(child, STOKE_ON_TRENT, calendar=autumn, on=date(2026, 3, 12))
    yearly = [line for line in found.lines if line.clause in ("RE-5", "RE-6")]
    assert yearly
    for line in yearly:
        assert line.state in (State.DUE, State.CANNOT_TELL)
        assert line.due.last is None


def test_a_role_that_is_no_role_is_refused_and_one_that_no_policy_names_is_told(tmp_path):
    with pytest.raises(BadRecord, match="such as designated_teacher"):
        PostHeld(role="Designated Teacher", start="2024-09-02")
    file = tmp_path / "events.csv"
    file.write_text("child,event,when,role\n7,post_held,2024-09-02,designated teacher\n", "utf-8")
    with pytest.raises(BadInput, match="small letters with underscores"):
        read_school_events(file)
    file.write_text("child,event,when,role\n7,post_held,2024-09-02,dt\n", "utf-8")
    (odd,) = read_school_events(file).odd["7"]
    assert "no shipped policy names" in odd.says


def test_a_misspelt_name_or_an_answer_of_another_sort_is_refused_where_it_is_written():
    with pytest.raises(Unfinished, match="is written on ManagedMove"):
        never(ManagedMove, unless=Attribute("agred", "whether it was agreed").one_of(True))
    with pytest.raises(Unfinished, match="is a yes or a no"):
        never(ManagedMove, unless=Attribute("agreed", "whether it was agreed").one_of("yes"))


def test_a_date_that_stays_is_not_among_those_that_moved():
    child = Child("x", born="2014-05-09", history=[CareOrder(start="2026-01-12")], complete=[CARE, SCHOOLING])
    then = assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 2, 20))
    same = assess(
        child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 2, 20), choosing={"STK-PEP-1a": within(20, SCHOOL_DAYS)}
    )
    found = compare(then, same)
    dates = {(str(change.before.due), str(change.after.due)) for change in found.moved}
    assert all(before != later for before, later in dates)


def test_a_limit_that_was_kept_is_among_the_grounds():
    found = rule_on(Suspended(at="2026-03-12T09:00", days=6), ANA, STOKE_ON_TRENT, calendar=HILL_TOP)
    (kept,) = [ground for ground in found.grounds if ground.clause == "EX-16"]
    assert (kept.answer, kept.because) == (Answer.ALLOWED, ("not more than 45 school days out in the school year",))


def test_an_event_on_record_is_not_taken_for_a_second_one():
    recorded = Suspended(at="2026-03-12T10:20", days=2, ref="s1")
    told = VirtualSchoolInformed(at="2026-03-12T14:05", about="s1")
    child = Child(
        "x", born="2014-05-09", history=[CareOrder(start="2025-09-01"), recorded, told], complete=[CARE, SCHOOLING]
    )
    found = after(Suspended(at="2026-03-12T10:20"), child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 13))
    assert {line.state for line in found.duties if line.clause == "STK-FTE-1a"} == {State.MET}


def test_what_a_report_lacks_is_told_with_who_must_see_to_it():
    report = GovernorsReport(at="2026-02-06", lacks=[Item.ATTAINMENT])
    child = Child("x", born="2014-05-09", history=[CareOrder(start="2025-09-01"), report], complete=[CARE, SCHOOLING])
    text = as_text(assess(child, STOKE_ON_TRENT, calendar=HILL_TOP, on=date(2026, 3, 20)))
    assert "what it breaks: every report to the governors: holds attainment" in text
    told = text.split("BREACH       STK-IMP-2")[1].split("\n\n")[0]
    assert "who must act: designated teacher" in told
