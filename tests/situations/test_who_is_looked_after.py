"""Who is looked after: rules CIC-0 to CIC-4, met, missed, and cannot tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Accommodation,
    AdoptionOrder,
    CareOrder,
    Child,
    ChildArrangementsOrder,
    Ended,
    FreeingOrder,
    InterimCareOrder,
    LeftCare,
    Order,
    PlacementByConsent,
    PlacementOrder,
    PlacementOrderPending,
    Power,
    Remand,
    RemandedTo,
    ReportedInCare,
    ShortBreakAgreement,
    SpecialGuardianshipOrder,
)
from carepolicy.law.looked_after import looked_after, looked_after_other_than_short_breaks
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict

HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
BORN = date(2012, 5, 9)


def child(*history, born=BORN, complete=(CARE, PERMANENCE), as_at=None, **more) -> Child:
    return Child("made up", born=born, history=history, complete=complete, as_at=as_at, **more)


def answer(day: date, *history, of=looked_after, **more) -> Verdict:
    return of.timeline(child(*history, **more)).at(day)


def rules(day: date, *history, **more) -> list[str]:
    """The rules that settle the answer, as the finding names them."""
    return [part.rule for part in looked_after.on(day, child(*history, **more)).reason.because]


# --- CIC-0: living and under 18 --------------------------------------------------------------------------------------


def test_a_care_order_stops_counting_at_the_start_of_the_eighteenth_birthday():
    order = CareOrder(start="2020-01-01")
    assert answer(date(2030, 5, 8), order) is HOLDS
    assert answer(date(2030, 5, 9), order) is FAILS
    assert rules(date(2030, 5, 9), order) == ["CIC-0"]


def test_born_on_29_february_eighteen_is_reached_on_1_march():
    order = CareOrder(start="2020-01-01")
    assert answer(date(2026, 2, 28), order, born=date(2008, 2, 29)) is HOLDS
    assert answer(date(2026, 3, 1), order, born=date(2008, 2, 29)) is FAILS


def test_nobody_is_looked_after_before_being_born():
    assert answer(date(2012, 5, 8), CareOrder(start="2012-05-01")) is FAILS
    assert answer(date(2012, 5, 9), CareOrder(start="2012-05-01")) is HOLDS


def test_on_the_day_of_death_every_status_has_ended():
    order = CareOrder(start="2020-01-01")
    assert answer(date(2026, 5, 4), order, died=date(2026, 5, 5)) is HOLDS
    assert answer(date(2026, 5, 5), order, died=date(2026, 5, 5)) is FAILS


def test_with_no_date_of_birth_a_care_order_is_not_enough_to_tell():
    finding = looked_after.on(date(2026, 1, 1), child(CareOrder(start="2020-01-01"), born=None))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["the child's date of birth"]


def test_with_no_date_of_birth_a_child_never_in_care_is_still_not_looked_after():
    assert answer(date(2026, 1, 1), born=None) is FAILS


def test_found_to_be_an_adult_by_an_age_assessment_nobody_is_looked_after_from_that_day():
    order = CareOrder(start="2020-01-01")
    assert answer(date(2026, 1, 1), order, adult_from=date(2026, 1, 1)) is FAILS
    assert answer(date(2025, 12, 31), order, adult_from=date(2026, 1, 1)) is HOLDS


# --- CIC-1: care orders ----------------------------------------------------------------------------------------------


def test_a_care_order_counts_from_the_day_it_is_made_wherever_the_child_lives():
    order = CareOrder(start="2026-03-03", accommodated=False)
    assert answer(date(2026, 3, 2), order) is FAILS
    assert answer(date(2026, 3, 3), order) is HOLDS
    assert rules(date(2026, 3, 3), order) == ["CIC-1"]


@pytest.mark.parametrize(
    "order",
    [
        AdoptionOrder(at="2026-06-01"),
        SpecialGuardianshipOrder(at="2026-06-01"),
        ChildArrangementsOrder(at="2026-06-01", living=True),
    ],
)
def test_a_care_order_ends_with_an_order_that_settles_where_the_child_lives_whatever_the_council_recorded(order):
    care = CareOrder(start="2024-01-01", end="2026-06-20")
    assert answer(date(2026, 5, 31), care, order) is HOLDS
    assert answer(date(2026, 6, 1), care, order) is FAILS


def test_a_contact_order_does_not_end_a_care_order():
    care, contact = CareOrder(start="2024-01-01"), ChildArrangementsOrder(at="2026-06-01", living=False)
    assert answer(date(2026, 6, 2), care, contact) is HOLDS


def test_an_order_that_may_be_about_living_or_contact_leaves_the_care_order_in_doubt():
    care, unclear = CareOrder(start="2024-01-01"), ChildArrangementsOrder(at="2026-06-01")
    assert answer(date(2026, 5, 31), care, unclear) is HOLDS
    assert answer(date(2026, 6, 2), care, unclear) is UNKNOWN


def test_a_care_order_made_after_a_special_guardianship_order_stands_beside_it():
    guardianship, care = SpecialGuardianshipOrder(at="2024-01-01"), CareOrder(start="2026-01-01")
    assert answer(date(2026, 2, 1), guardianship, care) is HOLDS


# --- CIC-1i: interim care orders -------------------------------------------------------------------------------------


def test_an_interim_care_order_lapses_on_the_seventeenth_birthday():
    order = InterimCareOrder(start="2029-01-01", accommodated=False)
    assert answer(date(2029, 5, 8), order) is HOLDS
    assert answer(date(2029, 5, 9), order) is FAILS


def test_an_interim_care_order_that_an_order_of_an_uncertain_day_ended_does_not_run_on_to_seventeen():
    order = AdoptionOrder(at=Instant.between("2024-09-02", "2024-09-03"))
    history = (InterimCareOrder(start="2024-09-02"), order)
    assert answer(date(2024, 9, 3), *history) is UNKNOWN
    assert answer(date(2024, 9, 3), InterimCareOrder(start="2024-09-02", accommodated=False), order) is UNKNOWN


def test_after_seventeen_with_the_placement_going_on_the_legal_basis_is_missing():
    day = date(2029, 5, 10)
    order = InterimCareOrder(start="2029-01-01", accommodated=True)
    finding = looked_after.on(day, child(order))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == [
        "the legal basis of the child's care after the 17th birthday"
    ]


def test_after_seventeen_accommodation_under_section_20_carries_on_the_status():
    order = InterimCareOrder(start="2029-01-01", end="2029-05-09")
    stay = Accommodation(power=Power.S20_3, start="2029-05-09")
    assert answer(date(2029, 5, 10), order, stay) is HOLDS


# --- CIC-2: adoption -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [PlacementOrder, PlacementByConsent, PlacementOrderPending, FreeingOrder])
def test_placed_or_to_be_placed_for_adoption_a_child_is_looked_after(kind):
    record = kind(start="2026-01-01", end="2026-02-01")
    assert answer(date(2026, 1, 31), record) is HOLDS
    assert answer(date(2026, 2, 1), record) is FAILS
    assert rules(date(2026, 1, 31), record) == ["CIC-2"]


def test_an_adoption_order_ends_a_placement_order():
    assert answer(date(2026, 6, 1), PlacementOrder(start="2025-01-01"), AdoptionOrder(at="2026-06-01")) is FAILS


def test_a_placement_order_is_not_ended_by_a_special_guardianship_order_on_record():
    assert (
        answer(date(2026, 6, 2), PlacementOrder(start="2025-01-01"), SpecialGuardianshipOrder(at="2026-06-01")) is HOLDS
    )


# --- CIC-3: youth detention ------------------------------------------------------------------------------------------


def test_remanded_to_youth_detention_a_child_is_looked_after_at_once_however_short_it_is():
    remand = Remand(to=RemandedTo.YOUTH_DETENTION, start="2026-03-10T16:00", end="2026-03-11T10:00")
    assert answer(date(2026, 3, 10), remand) is HOLDS
    assert answer(date(2026, 3, 11), remand) is FAILS
    assert rules(date(2026, 3, 10), remand) == ["CIC-3"]


def test_a_short_remand_to_who_knows_where_leaves_it_open():
    remand = Remand(start="2026-03-10T16:00", end="2026-03-11T10:00")
    finding = looked_after.on(date(2026, 3, 10), child(remand))
    assert finding.unknown
    assert "whether the remand was to youth detention or to local authority accommodation" in map(str, finding.missing)


def test_a_long_remand_counts_wherever_it_was():
    assert answer(date(2026, 3, 10), Remand(start="2026-03-10", end="2026-03-20")) is HOLDS


# --- CIC-4: accommodation for more than 24 hours ---------------------------------------------------------------------


def stay(start, end=None, power=Power.S20_4, **more) -> Accommodation:
    return Accommodation(power=power, start=start, end=end, **more)


def test_exactly_24_hours_is_not_more_than_24_hours():
    assert answer(date(2026, 3, 10), stay("2026-03-10T09:00", "2026-03-11T09:00")) is FAILS
    assert answer(date(2026, 3, 10), stay("2026-03-10T09:00", "2026-03-11T09:01")) is HOLDS


def test_a_night_in_and_out_on_the_next_day_needs_the_times():
    finding = looked_after.on(date(2026, 3, 10), child(stay("2026-03-10", "2026-03-11")))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["the times at which the stay began and ended"]


def test_two_nights_are_always_more_than_24_hours():
    assert answer(date(2026, 3, 11), stay("2026-03-10", "2026-03-12")) is HOLDS


def test_two_nights_over_the_spring_clock_change_may_be_23_hours_apart():
    assert answer(date(2026, 3, 28), stay("2026-03-28", "2026-03-30")) is UNKNOWN


def test_in_and_out_on_one_day_leaves_nothing_at_the_end_of_the_day():
    timeline = looked_after.timeline(child(stay("2026-03-10", "2026-03-10")))
    assert timeline.ever(date(2026, 3, 1), date(2026, 4, 1)) is FAILS


def test_the_hour_that_the_clocks_repeat_in_autumn_is_a_real_hour():
    assert answer(date(2026, 10, 24), stay("2026-10-24T23:30", "2026-10-25T22:40")) is HOLDS  # 24 hours and 10 minutes


def test_separate_stays_are_never_added_together():
    first = stay("2026-03-10T08:00", "2026-03-11T04:00", ended_by=Ended.HOME_PLANNED)
    second = stay("2026-03-12T08:00", "2026-03-13T04:00", ended_by=Ended.HOME_PLANNED)
    assert answer(date(2026, 3, 12), first, second) is FAILS


def test_stays_that_run_on_under_one_power_after_another_are_one():
    police = stay("2026-03-10T10:00", "2026-03-11T06:00", power=Power.S21_2A)
    emergency = stay("2026-03-11T06:00", "2026-03-16T12:00", power=Power.S21_1)
    assert answer(date(2026, 3, 10), police) is FAILS
    assert answer(date(2026, 3, 10), police, emergency) is HOLDS


def test_going_home_in_between_starts_a_new_stay():
    first = stay("2026-03-10T10:00", "2026-03-11T06:00", ended_by=Ended.HOME_UNPLANNED)
    second = stay("2026-03-11T06:00", "2026-03-12T04:00", ended_by=Ended.HOME_PLANNED)
    assert answer(date(2026, 3, 10), first, second) is FAILS


def test_a_short_stay_that_runs_into_a_placement_under_a_care_order_is_part_of_it():
    first = stay("2026-03-10T10:00", "2026-03-11T06:00")
    placed = CareOrder(start="2026-03-11T06:00", accommodated=True)
    unclear = CareOrder(start="2026-03-11T06:00")
    at_home = CareOrder(start="2026-03-11T06:00", accommodated=False)
    assert answer(date(2026, 3, 10), first, placed) is HOLDS
    assert answer(date(2026, 3, 10), first, unclear) is UNKNOWN
    assert answer(date(2026, 3, 10), first, at_home) is FAILS


def test_a_stay_begun_this_morning_waits_for_its_length():
    begun = stay("2026-11-21T08:00")
    finding = looked_after.on(date(2026, 11, 21), child(begun, as_at=date(2026, 11, 21)))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["when the stay ended, or is planned to end"]


def test_a_stay_still_running_the_next_morning_has_passed_24_hours_or_not_by_the_clock():
    begun = stay("2025-11-17T09:00")
    assert answer(date(2025, 11, 18), begun, as_at="2025-11-18T09:00") is UNKNOWN
    assert answer(date(2025, 11, 17), begun, as_at="2025-11-18T10:00") is HOLDS


def test_while_it_is_short_a_stay_counts_as_it_is_planned():
    day = date(2026, 11, 21)
    assert answer(day, stay("2026-11-21T08:00", planned_end="2026-11-25"), as_at="2026-11-21T12:00") is HOLDS
    assert answer(day, stay("2026-11-21T08:00", planned_end="2026-11-21T18:00"), as_at="2026-11-21T12:00") is FAILS


def test_an_open_stay_with_nothing_said_of_when_it_was_drawn_is_taken_to_run_on():
    finding = looked_after.on(date(2026, 11, 21), child(stay("2026-11-21")))
    assert finding.holds
    assert finding.reason.because[0].because[0].provisional


def test_accommodation_under_section_17_does_not_count_however_long():
    assert answer(date(2026, 3, 20), stay("2026-03-01", "2026-04-20", power=Power.S17_6)) is FAILS


def test_accommodation_under_a_power_nobody_recorded_cannot_be_told():
    finding = looked_after.on(date(2026, 3, 20), child(stay("2026-03-01", "2026-04-20", power=None)))
    assert finding.unknown
    assert [str(m) for m in finding.missing] == ["the power under which the council provided accommodation"]


def test_short_breaks_known_only_by_their_agreement_cannot_be_told_on_any_day():
    finding = looked_after.on(date(2026, 3, 20), child(ShortBreakAgreement(start="2025-04-01", end="2026-04-01")))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["the dates of the breaks that were taken"]
    assert answer(date(2026, 4, 2), ShortBreakAgreement(start="2025-04-01", end="2026-04-01")) is FAILS


def test_a_short_break_counts_while_it_lasts_and_is_left_out_of_the_variant_that_leaves_short_breaks_out():
    weekend = stay("2026-03-06T17:00", "2026-03-09T09:00", short_break=True)
    saturday, monday = date(2026, 3, 7), date(2026, 3, 9)
    assert answer(saturday, weekend) is HOLDS
    assert answer(monday, weekend) is FAILS
    assert answer(saturday, weekend, of=looked_after_other_than_short_breaks) is FAILS
    longer = stay("2026-03-06", "2026-03-20")
    assert answer(saturday, weekend, longer, of=looked_after_other_than_short_breaks) is HOLDS


# --- reported, joined, incomplete ------------------------------------------------------------------------------------


def test_reported_in_care_with_no_basis_holds_and_says_that_it_is_reported():
    finding = looked_after.on(date(2026, 3, 20), child(ReportedInCare(start="2026-03-01")))
    assert finding.holds
    assert finding.reason.because[0].says == "reported in care, with no legal basis recorded"


def test_voluntary_accommodation_followed_by_an_order_is_one_stay_in_care():
    ana = child(stay("2025-01-06", "2025-03-03"), CareOrder(start="2025-03-03"))
    assert looked_after.begins.days(ana) == (date(2025, 1, 6),)


def test_home_and_back_on_one_day_is_coming_into_care_again():
    first = stay("2025-01-06", "2025-03-03", ended_by=Ended.HOME_UNPLANNED)
    ana = child(first, stay("2025-03-03"))
    assert looked_after.begins.days(ana) == (date(2025, 1, 6), date(2025, 3, 3))


def test_a_gap_of_a_day_is_a_day_out_of_care():
    first = stay("2026-01-01", "2026-06-04", ended_by=Ended.HOME_PLANNED)
    ana = child(first, stay("2026-06-06"))
    assert looked_after.timeline(ana).at(date(2026, 6, 5)) is FAILS
    assert looked_after.begins.days(ana) == (date(2026, 1, 1), date(2026, 6, 6))


def test_what_is_not_on_record_is_not_known_unless_the_record_is_complete():
    assert answer(date(2026, 1, 1), complete=()) is UNKNOWN
    assert answer(date(2026, 1, 1), complete=[CARE]) is FAILS


def test_a_record_drawn_on_a_day_says_nothing_of_the_days_after():
    order = CareOrder(start="2020-01-01", end="2021-01-01", ended_by=Ended.HOME_PLANNED)
    assert answer(date(2026, 3, 31), order, as_at=date(2026, 3, 31)) is FAILS
    assert answer(date(2026, 4, 1), order, as_at=date(2026, 3, 31)) is UNKNOWN


def test_care_still_running_when_the_record_was_drawn_is_taken_to_run_on():
    assert answer(date(2027, 1, 1), CareOrder(start="2020-01-01"), as_at=date(2026, 3, 31)) is HOLDS


def test_taken_over_by_another_authority_nobody_here_can_tell():
    order = CareOrder(start="2020-01-01", end="2021-01-01", ended_by=Ended.TRANSFERRED)
    finding = looked_after.on(date(2022, 1, 1), child(order))
    assert finding.unknown
    assert [str(missing) for missing in finding.missing] == ["the receiving authority's record of the child's care"]
    back = CareOrder(start="2023-01-01")
    assert answer(date(2022, 1, 1), order, back) is UNKNOWN
    assert answer(date(2023, 1, 1), order, back) is HOLDS


def test_a_stay_known_by_its_month_is_certain_only_where_every_day_of_the_month_agrees():
    order = CareOrder(start="2025-03", end="2025-09")
    begun = {day: answer(date(2025, 3, day), order) for day in (1, 30, 31)}
    assert begun == {1: UNKNOWN, 30: UNKNOWN, 31: HOLDS}
    assert answer(date(2025, 8, 31), order) is HOLDS
    assert answer(date(2025, 9, 1), order) is UNKNOWN
    assert answer(date(2025, 9, 30), order) is FAILS


def test_overlapping_records_are_the_days_of_either():
    assert answer(date(2026, 1, 4), stay("2026-01-01", "2026-01-05"), CareOrder(start="2026-01-03")) is HOLDS


def test_the_days_in_care_between_two_dates_can_be_counted():
    timeline = looked_after.timeline(child(CareOrder(start="2025-04-01", end="2025-04-11", ended_by=Ended.OTHER)))
    assert timeline.certain.count(date(2025, 4, 1), date(2026, 4, 1)) == 10
    assert timeline.ever(date(2025, 4, 1), date(2026, 4, 1)) is HOLDS
    assert timeline.next_change(after=date(2025, 4, 5)).day == date(2025, 4, 1) + timedelta(days=10)


# --- orders that one record tells of and another does not -------------------------------------------------------------


def test_ec12_adoption_from_a_placement_order_ends_the_care_order_that_was_left_open():
    care, placement = (
        CareOrder(start="2020-01-01"),
        PlacementOrder(start="2021-01-01", end="2022-01-01", ended_by=Ended.ADOPTION),
    )
    assert answer(date(2021, 6, 1), care, placement) is HOLDS
    assert answer(date(2026, 1, 1), care, placement) is FAILS
    assert answer(date(2026, 1, 1), care, placement, of=previously_looked_after) is HOLDS


@pytest.mark.parametrize(
    ("by", "expected"),
    [(Order.ADOPTION, FAILS), (Order.NONE, HOLDS), (None, UNKNOWN)],
    ids=["adoption", "none", "not known"],
)
def test_leaving_care_by_an_order_ends_a_care_order_that_was_left_open(by, expected):
    assert answer(date(2026, 1, 1), CareOrder(start="2020-01-01"), LeftCare(at="2022-01-01", by=by)) is expected


def test_ec29_a_care_order_goes_on_in_custody_as_far_as_is_known():
    order = CareOrder(start="2020-01-01", end="2022-01-01", ended_by=Ended.CUSTODY)
    finding = looked_after.on(date(2026, 1, 1), child(order))
    assert finding.unknown
    assert "when the order itself ended, which a sentence to custody does not end" in map(str, finding.missing)


def test_a_stay_planned_for_a_day_at_most_is_no_care_while_it_runs():
    day = date(2026, 3, 10)
    planned = {"start": "2026-03-10T10:00", "power": Power.S20_4}
    assert answer(day, Accommodation(planned_end="2026-03-10T20:00", **planned)) is FAILS
    assert answer(day, Accommodation(planned_end="2026-03-12T20:00", **planned)) is HOLDS


@pytest.mark.parametrize(
    ("order", "care", "expected"),
    [
        ("2018-12-01T10:00", "2018-12-01T16:00", HOLDS),
        ("2018-12-01T16:00", "2018-12-01T10:00", FAILS),
        ("2018-12-01", "2018-12-01", UNKNOWN),
        ("2018-11-30", "2018-12-01", HOLDS),
        ("2018-12-02", "2018-12-01", FAILS),
    ],
)
def test_an_order_ends_a_care_order_made_before_it_and_never_one_made_after(order, care, expected):
    history = CareOrder(start=care), SpecialGuardianshipOrder(at=order)
    assert answer(date(2020, 1, 1), *history) is expected


def test_a_stay_that_may_have_begun_later_does_not_settle_what_became_of_care_that_was_taken_over():
    moved = CareOrder(start="2013-03-01", end="2013-11-28", ended_by=Ended.TRANSFERRED)
    for start in ("2013", "2013-02-01"):
        before = Accommodation(start=start, end="2013-08-20", ended_by=Ended.HOME_PLANNED, power=Power.S20)
        assert answer(date(2014, 1, 1), moved, before) is UNKNOWN


def test_a_stay_that_may_not_have_begun_covers_nothing_for_certain():
    stay = Accommodation(start="2015-07-12", end="2015-07-14", ended_by=Ended.OTHER, power=Power.S20)
    rough = Accommodation(start="2015", end="2015-11-07", ended_by=Ended.ADOPTION, power=Power.S20)
    history = stay, AdoptionOrder(at="2015-07-14"), rough
    assert answer(date(2015, 7, 14), *history, of=previously_looked_after) is UNKNOWN
