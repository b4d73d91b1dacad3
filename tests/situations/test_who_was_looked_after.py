"""Who was looked after before: rules PLAC-0 to PLAC-3, met, missed, and cannot tell."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    Accommodation,
    AdoptionAbroad,
    AdoptionOrder,
    CareOrder,
    Child,
    ChildArrangementsOrder,
    Ended,
    InterimCareOrder,
    LeftCare,
    Order,
    PlacementOrder,
    Power,
    PreviousPermanence,
    SpecialGuardianshipOrder,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import care_experienced, previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.verdict import Verdict

HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
TODAY = date(2026, 11, 21)


def child(*history, born=date(2012, 5, 9), complete=(CARE, PERMANENCE), **more) -> Child:
    return Child("made up", born=born, history=history, complete=complete, **more)


def answer(*history, on=TODAY, **more) -> Verdict:
    return previously_looked_after.timeline(child(*history, **more)).at(on)


def left(why: Ended, kind=CareOrder, end="2022-06-01", **more):
    return kind(start="2020-01-01", end=end, ended_by=why, **more)


# --- PLAC-0 ----------------------------------------------------------------------------------------------------------


def test_on_the_day_of_the_adoption_order_the_child_is_already_previously_looked_after():
    adopted = child(left(Ended.ADOPTION, end="2026-05-10"))
    assert previously_looked_after.timeline(adopted).at(date(2026, 5, 9)) is FAILS
    assert previously_looked_after.timeline(adopted).at(date(2026, 5, 10)) is HOLDS
    assert looked_after.timeline(adopted).at(date(2026, 5, 10)) is FAILS


def test_back_in_care_a_child_is_looked_after_and_not_previously_so_and_after_that_again():
    sam = child(
        left(Ended.ADOPTION),
        Accommodation(power=Power.S20_1, start="2025-01-01", end="2025-09-01", ended_by=Ended.HOME_PLANNED),
    )
    timeline = previously_looked_after.timeline(sam)
    assert [timeline.at(date(year, 6, 2)) for year in (2021, 2022, 2025, 2026)] == [FAILS, HOLDS, FAILS, HOLDS]


def test_at_eighteen_the_status_ends():
    assert answer(left(Ended.ADOPTION), on=date(2030, 5, 8)) is HOLDS
    assert answer(left(Ended.ADOPTION), on=date(2030, 5, 9)) is FAILS


def test_an_adopted_child_is_care_experienced_however_little_is_known_of_today():
    adopted = child(left(Ended.ADOPTION), complete=[])
    assert looked_after.timeline(adopted).at(TODAY) is UNKNOWN
    assert previously_looked_after.timeline(adopted).at(TODAY) is UNKNOWN
    finding = care_experienced.on(TODAY, adopted)
    assert finding.holds
    assert finding.reason.by_cases


# --- PLAC-1 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("why", [Ended.ADOPTION, Ended.SPECIAL_GUARDIANSHIP, Ended.CHILD_ARRANGEMENTS])
@pytest.mark.parametrize("kind", [CareOrder, InterimCareOrder, Accommodation])
def test_leaving_care_by_one_of_the_three_orders_is_for_life_up_to_eighteen(why, kind):
    more = {"power": Power.S20_1} if kind is Accommodation else {}
    assert answer(left(why, kind, **more)) is HOLDS
    assert answer(left(why, kind, **more), on=date(2022, 5, 31)) is FAILS


def test_an_order_made_during_a_care_order_ends_it_whatever_reason_the_council_gave():
    assert answer(left(Ended.HOME_PLANNED, end="2022-06-05"), SpecialGuardianshipOrder(at="2022-06-01")) is HOLDS


def test_an_order_made_on_the_last_day_of_accommodation_needs_the_reason_for_the_end():
    stay = Accommodation(power=Power.S20_1, start="2020-01-01", end="2022-06-01")
    kid = child(stay, SpecialGuardianshipOrder(at="2022-06-01"))
    finding = previously_looked_after.on(TODAY, kid)
    assert finding.unknown
    assert finding.settled_by == (("why the time in care ended",),)


def test_housing_that_was_no_care_is_not_left_by_an_order_whatever_the_reason_says():
    stay = Accommodation(power=Power.S17_6, start="2020-01-01", end="2022-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP)
    assert answer(stay, SpecialGuardianshipOrder(at="2022-06-01")) is FAILS


def test_leaving_a_stay_that_may_be_no_care_asks_what_would_make_it_care():
    stay = Accommodation(power=None, start="2020-01-01", end="2022-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP)
    finding = previously_looked_after.on(TODAY, child(stay))
    assert finding.unknown
    assert finding.settled_by == (("the power under which the council provided accommodation",),)


def test_an_order_beside_listed_accommodation_may_have_ended_care_that_is_not_listed():
    stay = Accommodation(power=Power.S20_1, start="2020-01-01", end="2022-06-01", ended_by=Ended.MOVED_ABROAD)
    order = SpecialGuardianshipOrder(at="2022-06-01")
    assert answer(stay, order) is FAILS
    assert answer(stay, order, complete={PERMANENCE: (None, None), CARE: (date(2022, 7, 1), None)}) is UNKNOWN


def test_with_no_date_of_birth_an_interim_order_may_have_lapsed_and_left_previous_care():
    history = [
        CareOrder(start="2010-01-01", end="2012-01-01", ended_by=Ended.ADOPTION),
        InterimCareOrder(start="2022-01-01", end="2025-01-01", ended_by=Ended.HOME_PLANNED),
    ]
    assert answer(*history, on=date(2024, 6, 1), born=None) is UNKNOWN
    assert answer(*history, on=date(2024, 6, 1), born="2007") is UNKNOWN
    assert answer(*history, on=date(2024, 6, 1), born="2009") is FAILS


def test_orders_listed_as_complete_from_birth_are_complete():
    assert answer(complete={CARE: (date(2012, 5, 9), None), PERMANENCE: (date(2012, 5, 9), None)}) is FAILS


def test_an_order_made_after_care_had_ended_for_another_reason_is_not_leaving_by_it():
    stay = left(Ended.HOME_UNPLANNED, Accommodation, end="2024-01-15", power=Power.S20_1)
    assert answer(stay, SpecialGuardianshipOrder(at="2024-04-15")) is FAILS


def test_an_order_for_a_child_never_looked_after_is_not_leaving_care():
    assert answer(SpecialGuardianshipOrder(at="2022-06-01")) is FAILS


def test_an_order_with_no_record_of_the_care_before_it_cannot_be_told():
    finding = previously_looked_after.on(TODAY, child(SpecialGuardianshipOrder(at="2022-06-01"), complete=[PERMANENCE]))
    assert finding.unknown
    assert "when and why the child's time in care ended" in map(str, finding.missing)


def test_care_that_ended_for_no_recorded_reason_cannot_be_told_until_the_orders_are_known():
    ended = CareOrder(start="2020-01-01", end="2022-06-01")
    assert answer(ended, complete=[CARE]) is UNKNOWN
    assert answer(ended) is FAILS


def test_a_stay_written_in_two_records_is_the_stay_that_it_was_in_one():
    guardians = SpecialGuardianshipOrder(at="2024-10-11")
    whole = PlacementOrder(start="2024-10-10", end="2024-12-11", ended_by=Ended.HOME_PLANNED)
    first = PlacementOrder(start="2024-10-10", end="2024-11-01", ended_by=Ended.CONTINUES)
    then = PlacementOrder(start="2024-11-01", end="2024-12-11", ended_by=Ended.HOME_PLANNED)
    assert answer(whole, guardians) is UNKNOWN
    assert answer(first, then, guardians) is UNKNOWN


def test_a_stay_after_a_break_is_a_stay_of_its_own():
    guardians = SpecialGuardianshipOrder(at="2024-10-11")
    first = PlacementOrder(start="2024-10-10", end="2024-10-31", ended_by=Ended.HOME_PLANNED)
    then = PlacementOrder(start="2024-11-02", end="2024-12-11", ended_by=Ended.HOME_PLANNED)
    asked = previously_looked_after.on(TODAY, child(then, guardians))
    assert asked.verdict is FAILS
    assert answer(first, then, guardians) is UNKNOWN


def test_contact_alone_is_not_an_order_about_living():
    stay = left(Ended.HOME_PLANNED, Accommodation, power=Power.S20_1)
    assert answer(stay, ChildArrangementsOrder(at="2022-06-01", living=False)) is FAILS


def test_an_earlier_order_recorded_on_coming_into_care_is_a_leaving_and_says_that_there_was_care_before_it():
    back = [
        PreviousPermanence(order=Order.ADOPTION, at="2016"),
        CareOrder(start="2024-01-01", end="2025-01-01", ended_by=Ended.HOME_PLANNED),
    ]
    assert answer(*back) is HOLDS
    assert answer(*back, on=date(2024, 6, 1)) is FAILS
    assert answer(*back, on=date(2016, 6, 1)) is UNKNOWN
    assert looked_after.timeline(child(*back)).at(date(2015, 6, 1)) is UNKNOWN


def test_an_earlier_order_not_known_leaves_it_open_and_none_settles_it():
    ended = CareOrder(start="2024-01-01", end="2025-01-01", ended_by=Ended.HOME_PLANNED)
    assert answer(PreviousPermanence(at="../2024-01-01"), ended) is UNKNOWN
    assert answer(PreviousPermanence(order=Order.NONE, at="2024-01-01"), ended) is FAILS


def test_leaving_care_by_an_order_as_a_letter_states_it_is_enough():
    assert answer(LeftCare(at="2019", by=Order.SPECIAL_GUARDIANSHIP)) is HOLDS
    assert answer(LeftCare(at="2019", by=Order.NONE)) is FAILS
    assert answer(LeftCare(at="2019"), complete=[CARE]) is UNKNOWN
    assert answer(LeftCare(at="2019")) is FAILS, "with every order listed, and none made then, it was by none"


def test_care_passed_to_another_authority_may_have_ended_by_an_order_there():
    assert answer(left(Ended.TRANSFERRED)) is UNKNOWN


# --- PLAC-2 ----------------------------------------------------------------------------------------------------------


def test_adopted_from_state_care_abroad_counts_and_from_a_family_abroad_does_not():
    assert answer(AdoptionAbroad(at="2015-03-01", from_state_care=True)) is HOLDS
    assert answer(AdoptionAbroad(at="2015-03-01", from_state_care=False)) is FAILS


def test_adopted_abroad_with_nothing_known_of_care_before_cannot_be_told():
    finding = previously_looked_after.on(TODAY, child(AdoptionAbroad(at="2015-03-01")))
    assert finding.unknown
    assert [str(m) for m in finding.missing] == ["whether the child was in state care before the adoption abroad"]


# --- PLAC-3 ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "why",
    [
        Ended.HOME_PLANNED, Ended.HOME_UNPLANNED, Ended.LIVES_WITH_OTHERS, Ended.INDEPENDENT, Ended.ADULT_SERVICES,
        Ended.CUSTODY, Ended.REMAND_ENDED, Ended.MOVED_ABROAD, Ended.STAYED_PUT, Ended.OTHER,
    ],
)  # fmt: skip
def test_leaving_care_in_any_other_way_is_not_it(why):
    assert answer(left(why)) is FAILS


@pytest.mark.parametrize("why", [Ended.HOME_PLANNED, Ended.HOME_UNPLANNED, Ended.LIVES_WITH_OTHERS, Ended.OTHER])
def test_a_reason_at_odds_with_an_order_made_that_day_cannot_be_told(why):
    stay = left(why, Accommodation, power=Power.S20_1)
    assert answer(stay, SpecialGuardianshipOrder(at="2022-06-01")) is UNKNOWN


def test_never_looked_after_and_adopted_by_a_step_parent_is_not_it():
    assert answer(AdoptionOrder(at="2020-01-01")) is FAILS


def test_with_nothing_on_record_and_nothing_complete_it_cannot_be_told():
    finding = previously_looked_after.on(TODAY, child(complete=[]))
    assert finding.unknown
    assert len(finding.missing) == 2


# --- what would settle it ---------------------------------------------------------------------------------------------


def test_an_order_with_no_care_on_record_is_settled_by_how_care_ended_or_by_the_whole_record_of_care():
    order = SpecialGuardianshipOrder(at="2022-06-01")
    complete = {CARE: (date(2025, 9, 1), None), PERMANENCE: (None, None)}
    finding = previously_looked_after.on(TODAY, child(order, complete=complete))
    care_list = "a complete list of the child's records of care"
    assert finding.settled_by == (("when and why the child's time in care ended",), (care_list,))
    settled = {CARE: (None, None), PERMANENCE: (None, None)}
    assert previously_looked_after.on(TODAY, child(order, complete=settled)).fails
    left = LeftCare(by=Order.SPECIAL_GUARDIANSHIP, at="2022-06-01")
    assert previously_looked_after.on(TODAY, child(order, left, complete=complete)).holds


def test_an_end_with_no_reason_and_no_list_of_orders_takes_both_and_either_may_decide_it():
    finding = previously_looked_after.on(TODAY, child(left(None, Accommodation, power=Power.S20_1), complete=[CARE]))
    orders = "a complete list of the child's adoption, special guardianship and child arrangements orders"
    assert finding.settled_by == (("why the time in care ended", orders),)
    assert set(finding.decided_by) == {"why the time in care ended", orders}


def test_with_four_things_unknown_no_set_of_three_settles_it_and_the_decisive_ones_are_told():
    kid = Child("made up")
    finding = (care_experienced | with_social_worker).on(TODAY, kid)
    assert len(finding.missing) == 4
    assert finding.settled_by == ()
    assert finding.decided_by == ("the child's date of birth",)
