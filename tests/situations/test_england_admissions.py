"""The national rules on admissions and on records: a made-up child who meets each, and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    AdmissionDirected,
    AdoptionOrder,
    AppealDeadline,
    AppealDecided,
    AppealHeard,
    AppealLodged,
    ApplicationReceived,
    ApplicationRefused,
    CareOrder,
    CouncilToldOfApplication,
    CurricularRecordUpdated,
    DirectionAnswered,
    DirectionNoticeServed,
    DirectionProposed,
    Ended,
    FairAccessReferred,
    HearingNoticeGiven,
    LeaversReportSent,
    LeftSchool,
    OfferMade,
    OutcomeTold,
    PlaceAllocated,
    PlacesAsked,
    PlacesTold,
    ProtectionFileSent,
    RecordRequestedByParent,
    RecordShown,
    RecordsRequested,
    RecordsSent,
    RegisteredElsewhere,
    ReportSent,
    ResultsArrived,
    ResultsSent,
)
from tests.situations.england import bear_witness, dues, ids_of, lines, states
from tests.situations.published import A_AND_B, B, C

ON = "2024-07-22"

APPLIED = ApplicationReceived(at="2024-04-15", in_year=True)
OUTCOME = OutcomeTold(at="2024-05-07")
TO_COUNCIL = CouncilToldOfApplication(at="2024-04-16"), CouncilToldOfApplication(at="2024-05-08")
PROPOSED = DirectionProposed(at="2024-04-15")
SERVED = DirectionNoticeServed(at="2024-04-15")
REFUSED = ApplicationRefused(at="2024-03-01")
HEARD = AppealHeard(at="2024-06-10")
GONE = LeftSchool(at="2024-04-15", in_year=True, new_school_known=True, protection_file=True)
ASKED = RecordsRequested(at="2024-04-15")
BOTH = RegisteredElsewhere(at="2024-04-15", dual=True)

WITNESSES = {
    "AD-1": (
        [PlacesAsked(at="2024-04-15"), PlacesTold(at="2024-04-17")],
        [PlacesAsked(at="2024-04-15"), PlacesTold(at="2024-04-18")],
        ON,
    ),
    "AD-2": ([APPLIED, OUTCOME], [APPLIED, OutcomeTold(at="2024-05-08")], ON),
    "AD-3": ([APPLIED, OUTCOME, *TO_COUNCIL], [APPLIED, OUTCOME, TO_COUNCIL[0]], ON),
    "AD-5": (
        [PROPOSED, DirectionAnswered(at="2024-04-21"), SERVED, AdmissionDirected(at="2024-04-23")],
        [PROPOSED, DirectionAnswered(at="2024-04-21"), SERVED, AdmissionDirected(at="2024-04-22")],
        ON,
    ),
    "AD-8": (
        [
            REFUSED,
            AppealDeadline(at="2024-04-15"),
            AppealLodged(at="2024-04-10", main_round=True),
            HEARD,
            HearingNoticeGiven(at="2024-05-17"),
            AppealDecided(at="2024-06-17"),
        ],
        [
            REFUSED,
            AppealDeadline(at="2024-03-28"),
            AppealLodged(at="2024-03-20", main_round=True),
            HEARD,
            HearingNoticeGiven(at="2024-05-17"),
            AppealDecided(at="2024-06-17"),
        ],
        ON,
    ),
    "AD-9": (
        [
            ApplicationReceived(at="2023-10-31", in_year=False, secondary=True),
            OfferMade(at="2024-03-01"),
        ],
        [ApplicationReceived(at="2023-10-31", in_year=False, secondary=True), OfferMade(at="2024-03-02")],
        ON,
    ),
    "RE-1": ([GONE, RecordsSent(at="2024-05-07")], [GONE, RecordsSent(at="2024-05-08")], ON),
    "RE-2": (
        [RecordRequestedByParent(at="2024-05-13"), RecordShown(at="2024-06-10")],
        [RecordRequestedByParent(at="2024-05-13"), RecordShown(at="2024-06-11")],
        ON,
    ),
    "RE-3": ([ASKED, RecordsSent(at="2024-05-07")], [ASKED, RecordsSent(at="2024-05-08")], ON),
    "RE-4": ([BOTH, RecordsSent(at="2024-05-07")], [BOTH, RecordsSent(at="2024-05-08")], ON),
    "RE-5": (
        [CurricularRecordUpdated(at="2023-06-05"), CurricularRecordUpdated(at="2024-06-05")],
        [CurricularRecordUpdated(at="2023-06-05")],
        "2024-07-24",
    ),
    "RE-6": ([ReportSent(at="2023-07-05"), ReportSent(at="2024-07-05")], [ReportSent(at="2023-07-05")], "2024-07-24"),
    "RE-8": (
        [ResultsArrived(at="2024-04-15"), ResultsSent(at="2024-05-07")],
        [ResultsArrived(at="2024-04-15"), ResultsSent(at="2024-05-08")],
        ON,
    ),
    "RE-9": ([GONE, ProtectionFileSent(at="2024-04-20")], [GONE, ProtectionFileSent(at="2024-04-21")], ON),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id], calendar=A_AND_B)


# --- admissions -------------------------------------------------------------------------------------------------------

ADOPTED = [
    CareOrder(start="2015-01-06", end="2017-03-01", ended_by=Ended.ADOPTION),
    AdoptionOrder(at="2017-03-01"),
]
"""Of a child who was looked after before, and is not now."""


def of_an_adopted_child(clause, *records, **more):
    return states(clause, *ADOPTED, *records, care=None, **more)


def test_ad2_dl_e24_fifteen_school_days_over_easter():
    assert dues("AD-2", ApplicationReceived(at="2027-03-18", in_year=True), on="2027-03-19", calendar=C) == [
        "2027-04-23"
    ]
    assert states("AD-2", ApplicationReceived(at="2027-03-18", in_year=False), on="2027-03-19", calendar=C) == []


def test_ad4_dl_e25_a_place_in_20_school_days_and_not_for_a_child_in_care():
    referred = FairAccessReferred(at="2026-11-19")
    (only,) = lines("AD-4", *ADOPTED, referred, care=None, on="2026-11-20", calendar=C)
    assert only.due.day == date(2026, 12, 18)
    in_time, late = PlaceAllocated(at="2026-12-18"), PlaceAllocated(at="2027-01-05")
    assert of_an_adopted_child("AD-4", referred, in_time, on="2027-01-11", calendar=C) == ["MET"]
    assert of_an_adopted_child("AD-4", referred, late, on="2027-01-11", calendar=C) == ["LATE"]
    assert states("AD-4", referred, on="2026-11-20", calendar=C) == []


def test_ad5_dl_e48_whoever_must_act_counts_the_day_and_whoever_must_wait_does_not():
    (only,) = lines("AD-5", DirectionProposed(at="2023-12-21"), on="2023-12-22", calendar=B)
    assert only.due.day == date(2023, 12, 27)
    assert [other.due for other in only.reading.instead] == ["Thu 28 Dec 2023"]
    served = DirectionNoticeServed(at="2023-12-21")
    for day, state in (("2023-12-28", "BREACH"), ("2023-12-29", "MET")):
        assert state in states("AD-5", served, AdmissionDirected(at=day), on="2024-01-15", calendar=B)
    assert "BREACH" not in states("AD-5", served, AdmissionDirected(at="2023-12-29"), on="2024-01-15", calendar=B)


def test_ad6_dl_e47_a_direction_for_another_child_waits_until_31_december():
    served = DirectionNoticeServed(at="2022-12-16")
    on_the_last_day = of_an_adopted_child("AD-6", served, AdmissionDirected(at="2022-12-30"), on="2023-01-16")
    assert on_the_last_day == ["BREACH", "MET"]
    assert of_an_adopted_child("AD-6", served, AdmissionDirected(at="2022-12-31"), on="2023-01-16") == ["MET"]
    assert of_an_adopted_child("AD-6", AdmissionDirected(at="2022-12-31"), on="2023-01-16") == ["BREACH"]
    assert states("AD-6", AdmissionDirected(at="2022-12-31"), on="2023-01-16") == []


def test_ad8_an_in_year_appeal_is_heard_within_30_school_days():
    lodged = AppealLodged(at="2024-04-15", main_round=False)
    assert dues("AD-8", lodged, on="2024-04-16", calendar=B) == ["2024-06-04"]


def test_ad8_the_main_round_is_heard_within_40_school_days_of_the_deadline():
    lodged, last_day = AppealLodged(at="2024-04-10", main_round=True), AppealDeadline(at="2024-04-15")
    assert dues("AD-8", lodged, last_day, on="2024-04-16", calendar=B) == ["2024-06-18"]
    assert states("AD-8", last_day, on="2024-04-16", calendar=B) == []


def test_ad9_dl_e53_an_offer_day_moves_to_the_next_working_day():
    primary = ApplicationReceived(at="2022-01-15", in_year=False, secondary=False)
    assert dues("AD-9", primary, on="2022-03-01") == ["2022-04-19"]


def test_the_codes_began_on_1_september_2021_and_1_october_2022():
    for day, found in (("2021-08-31", 0), ("2021-09-01", 1)):
        assert len(states("AD-1", PlacesAsked(at=day), on="2021-10-01")) == found
    for day, found in (("2022-09-30", 0), ("2022-10-01", 1)):
        assert len(states("AD-8", AppealLodged(at=day, main_round=False), on="2022-10-03")) == found


# --- records ----------------------------------------------------------------------------------------------------------


def test_re1_dl_e16_the_summer_holiday_does_not_count():
    left = LeftSchool(at="2023-07-21", new_school_known=True)
    assert dues("RE-1", left, on="2023-07-22", calendar=A_AND_B) == ["2023-09-26"]


def test_re1_dl_e17_past_the_published_dates_it_is_undetermined():
    (only,) = lines("RE-1", LeftSchool(at="2027-07-21", new_school_known=True), on="2027-07-22", calendar=C)
    assert only.due.last is None
    assert "0 of 15" in only.due.missing


def test_re1_a_school_that_cannot_be_found_is_sent_nothing():
    assert states("RE-1", LeftSchool(at="2024-04-15", new_school_known=False), on=ON, calendar=B) == []
    assert states("RE-1", LeftSchool(at="2024-04-15"), on=ON, calendar=B) == ["CANNOT TELL"]


def test_re2_dl_e19_fifteen_school_days_over_half_term():
    assert dues("RE-2", RecordRequestedByParent(at="2024-05-13"), on="2024-05-14", calendar=B) == ["2024-06-10"]


def test_re7_a_leavers_report_by_30_september():
    leaver = {"born": "2008-05-01", "on": "2024-10-07", "calendar": B}
    left = LeftSchool(at="2024-07-23", in_year=False)
    assert states("RE-7", left, LeaversReportSent(at="2024-09-30"), care=CareOrder(start="2015-01-06"), **leaver) == [
        "MET"
    ]
    assert states("RE-7", left, **leaver) == ["OVERDUE"]
    assert states("RE-7", left, **{**leaver, "born": "2010-05-01"}) == []


def test_re9_the_five_days_are_calendar_days_with_the_other_readings_beside_them():
    (only,) = lines(
        "RE-9", LeftSchool(at="2024-05-22", in_year=True, protection_file=True), on="2024-05-23", calendar=B
    )
    assert (only.due.day, only.due.act_by) == (date(2024, 5, 27), date(2024, 5, 24))
    assert [other.due for other in only.reading.instead] == ["Wed 5 Jun 2024", "Thu 30 May 2024"]


def test_re9_for_a_new_term_they_are_its_first_5_school_days():
    left = LeftSchool(at="2023-07-21", in_year=False, protection_file=True)
    assert dues("RE-9", left, on="2023-07-22", calendar=A_AND_B) == ["2023-09-12"]


def test_re9_took_effect_with_the_edition_of_september_2022():
    for day, found in (("2022-08-31", 0), ("2022-09-01", 1)):
        left = LeftSchool(at=day, in_year=True, protection_file=True)
        assert len(states("RE-9", left, on="2022-09-05", complete=(CARE, PERMANENCE))) == found


def test_every_clause_that_computes_has_its_witnesses():
    assert set(WITNESSES) | {"AD-4", "AD-6", "RE-7"} == set(ids_of("AD", "RE"))
