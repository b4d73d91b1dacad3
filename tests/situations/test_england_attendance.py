"""The national rules on attendance and registers: a made-up child who meets each, and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    AbsenceBegan,
    AbsenceEnded,
    AbsenceExplained,
    AbsenceUnexplained,
    AttendanceNoticeServed,
    AttendanceOrderMade,
    AttendanceReturnMade,
    DeletionReturnMade,
    FirstDayAgreed,
    JoinedSchool,
    LeaveEnded,
    LongSicknessExpected,
    NewPupilReturnMade,
    PartTimeTimetable,
    PenaltyNoticeConsidered,
    RegisterBackedUp,
    RegisteredElsewhere,
    RegisterEntryDestroyed,
    RegisterEntryMade,
    SicknessReturnMade,
    TakenOffRoll,
    TenSessionsMissed,
)
from tests.situations.england import bear_witness, dues, ids_of, lines, states
from tests.situations.published import B, C

ON = "2026-12-18"
BORN = "2014-05-01"


def off(at: str, **told) -> TakenOffRoll:
    said = {"end_of_phase": False, "after_leave": False, "for_absence": False, "enquiries_made": True, **told}
    return TakenOffRoll(at=at, **said)


JOINED = JoinedSchool(at="2026-10-05", standard_entry=False)
UNEXPLAINED = AbsenceUnexplained(at="2026-10-05")
ABSENT = AbsenceBegan(at="2026-11-16", without_leave=True)
STARTS = FirstDayAgreed(at="2026-10-05")

WITNESSES = {
    "AT-1": ([STARTS, JoinedSchool(at="2026-10-05")], [STARTS, JoinedSchool(at="2026-10-06")], ON),
    "AT-2": ([UNEXPLAINED, AbsenceExplained(at="2026-10-12")], [UNEXPLAINED, AbsenceExplained(at="2026-10-13")], ON),
    "AT-3": ([JOINED, NewPupilReturnMade(at="2026-10-10")], [JOINED, NewPupilReturnMade(at="2026-10-11")], ON),
    "AT-4": (
        [off("2026-10-05"), DeletionReturnMade(at="2026-10-05")],
        [off("2026-10-05"), DeletionReturnMade(at="2026-10-06")],
        ON,
    ),
    "AT-5": ([ABSENT, AttendanceReturnMade(at="2026-11-26")], [ABSENT], ON),
    "AT-6": (
        [LongSicknessExpected(at="2026-11-16"), SicknessReturnMade(at="2026-11-17")],
        [LongSicknessExpected(at="2026-11-16")],
        ON,
    ),
    "AT-7": (
        [ABSENT, off("2026-12-14", for_absence=True)],
        [ABSENT, off("2026-12-14", for_absence=True, enquiries_made=False)],
        ON,
    ),
    "AT-8": (
        [RegisterEntryMade(at="2024-09-02"), RegisterEntryDestroyed(at="2030-09-02")],
        [RegisterEntryMade(at="2024-09-02"), RegisterEntryDestroyed(at="2030-09-01")],
        "2030-10-01",
    ),
    "AT-9": (
        [RegisterBackedUp(at="2026-10-31"), RegisterBackedUp(at="2026-11-30")],
        [RegisterBackedUp(at="2026-10-31"), RegisterBackedUp(at="2026-12-01")],
        ON,
    ),
    "AT-10": (
        [PartTimeTimetable(at="2026-10-05", parent_agreed=True, end_set=True)],
        [PartTimeTimetable(at="2026-10-05", parent_agreed=True, end_set=False)],
        ON,
    ),
    "AT-11": (
        [TenSessionsMissed(at="2026-11-16"), PenaltyNoticeConsidered(at="2026-11-20")],
        [TenSessionsMissed(at="2026-11-16")],
        ON,
    ),
    "AT-12": (
        [AttendanceNoticeServed(at="2024-02-15"), AttendanceOrderMade(at="2024-03-01")],
        [AttendanceNoticeServed(at="2024-02-15"), AttendanceOrderMade(at="2024-02-29")],
        ON,
    ),
    "AT-14": (
        [RegisteredElsewhere(at="2026-10-05", dual=False), off("2026-10-06")],
        [RegisteredElsewhere(at="2026-10-05", dual=False)],
        ON,
    ),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id], calendar=C, born=BORN)


THE_LAW_OF_2026 = {"in_force": date(2026, 1, 1)}
"""The worked examples count days, and some are of years before these regulations began."""


def test_at2_dl_e20_the_code_is_replaced_in_5_school_days_over_half_term():
    code = AbsenceUnexplained(at="2023-05-24")
    assert dues("AT-2", code, on="2023-05-25", **THE_LAW_OF_2026) == ["2023-06-07"]
    assert states("AT-2", code, on="2023-05-25") == []


def test_at3_dl_e46_the_5th_day_may_be_a_saturday():
    joined = JoinedSchool(at="2022-09-05", standard_entry=False)
    (only,) = lines("AT-3", joined, on="2022-09-06", **THE_LAW_OF_2026)
    assert (only.due.day, only.due.act_by) == (date(2022, 9, 10), date(2022, 9, 9))
    assert states("AT-3", joined, on="2022-09-06") == []


def test_at3_the_usual_entry_to_the_youngest_class_needs_no_return():
    assert states("AT-3", JoinedSchool(at="2026-09-03", standard_entry=True), on=ON, calendar=C) == []
    assert states("AT-3", JoinedSchool(at="2026-09-03"), on=ON, calendar=C) == ["CANNOT TELL"]


def test_at5_dl_e21_a_run_of_ten_school_days_is_reached():
    run = AbsenceBegan(at="2023-05-15", without_leave=True)
    assert dues("AT-5", run, on="2023-05-16", **THE_LAW_OF_2026) == ["2023-05-26"]
    assert states("AT-5", run, on="2023-05-16") == []
    assert states("AT-5", run, AbsenceEnded(at="2023-05-25"), on="2023-06-16", **THE_LAW_OF_2026) == ["ENDED"]


def test_at5_absence_with_leave_is_not_returned():
    assert states("AT-5", AbsenceBegan(at="2026-11-16", without_leave=False), on=ON, calendar=C) == []


def at7(*records, **more):
    return states("AT-7", *records, **{"on": "2027-03-19", "calendar": C, "born": BORN, **more})


def test_at7_dl_e22_a_name_comes_off_for_absence_from_the_20th_school_day_of_it():
    assert at7(ABSENT, off("2026-12-14", for_absence=True)) == ["MET"]
    assert at7(ABSENT, off("2026-12-11", for_absence=True)) == ["BREACH", "MET"]


def test_at7_dl_e23_and_after_leave_from_the_10th_school_day_after_it():
    leave = LeaveEnded(at="2027-02-12")
    assert at7(leave, off("2027-03-05", after_leave=True)) == ["MET"]
    assert at7(leave, off("2027-03-04", after_leave=True)) == ["BREACH", "MET"]


def test_at7_is_silent_of_a_removal_for_another_reason():
    assert at7(off("2026-12-11")) == []
    assert at7(TakenOffRoll(at="2026-12-11")) == ["CANNOT TELL"]
    assert at7(ABSENT, TakenOffRoll(at="2026-12-11")) == ["CANNOT TELL", "CANNOT TELL"]


def test_at7_an_absence_that_ended_is_not_continuous_and_without_enquiries_no_name_comes_off():
    back = AbsenceEnded(at="2026-11-18")
    assert "BREACH" in at7(ABSENT, back, off("2027-01-20", for_absence=True))
    hasty = TakenOffRoll(at="2026-12-14", for_absence=True, after_leave=False, enquiries_made=False)
    assert "BREACH" in at7(hasty)


def test_at12_dl_e49_the_notice_runs_to_29_february():
    on_the_last_day = [AttendanceNoticeServed(at="2024-02-15"), AttendanceOrderMade(at="2024-02-29")]
    assert states("AT-12", *on_the_last_day, on="2024-03-04", calendar=B) == ["BREACH", "MET"]


def test_at12_an_order_without_a_notice_is_barred_where_the_list_is_complete():
    order = AttendanceOrderMade(at="2024-03-01")
    assert states("AT-12", order, on="2024-03-04", calendar=B) == ["BREACH"]
    assert states("AT-12", order, on="2024-03-04", calendar=B, complete=(CARE, PERMANENCE)) == ["CANNOT TELL"] * 2


@pytest.mark.parametrize("id", ["AT-2", "AT-6", "AT-11"])
def test_the_attendance_regulations_began_on_19_august_2024(id):
    trigger = {"AT-2": AbsenceUnexplained, "AT-6": LongSicknessExpected, "AT-11": TenSessionsMissed}[id]
    before, first = (states(id, trigger(at=day), on="2024-08-20", calendar=B) for day in ("2024-08-18", "2024-08-19"))
    assert (len(before), len(first)) == (0, 1)


def test_every_clause_that_computes_has_its_witnesses():
    assert set(WITNESSES) == set(ids_of("AT"))
