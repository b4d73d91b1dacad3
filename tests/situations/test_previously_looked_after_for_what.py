"""Previously looked after for what? Each use, met and missed, and each variant where it parts from its base."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.adapters.declarations import (
    flagged_ever_in_care,
    flagged_in_care,
    kinship_care,
    post_looked_after_arrangements,
)
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SOCIAL_WORK,
    Accommodation,
    AdoptionAbroad,
    AdoptionOrder,
    CareOrder,
    CareUnderOtherLaw,
    Child,
    ChildArrangementsOrder,
    ChildInNeedAssessment,
    ChildProtectionEnquiry,
    Ended,
    JoinedSchool,
    Jurisdiction,
    LeftCare,
    LeftSchool,
    Need,
    Order,
    PlacementOrder,
    Power,
    PreviousPermanence,
    SpecialGuardianshipOrder,
    Weight,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.particulars import (
    Group,
    care_experienced_broad,
    display_group,
    dt_care_leaver,
    order_current,
    particulars,
)
from carepolicy.law.previously_looked_after import (
    care_experienced,
    exclude_return_to_birth_parent,
    order_must_be_current,
    previously_looked_after,
)
from carepolicy.law.registered import registered_pupil
from carepolicy.law.social_worker import cwsa_2026, with_social_worker
from carepolicy.law.uses import (
    for_academy_designated_teacher,
    for_admissions,
    for_bursary,
    for_census,
    for_designated_teacher,
    for_early_years_premium,
    for_kinship,
    for_previous_permanence,
    for_pupil_premium_plus,
    for_virtual_school_head,
    for_virtual_school_head_2026,
    looked_after_at_least_one_day,
)
from carepolicy.logic.definition import commenced
from carepolicy.verdict import Verdict

YES, NO, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN
TODAY = date(2026, 11, 21)
ALL = (CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING)
ON_ROLL = JoinedSchool(at="2022-09-05")


def child(*history, born=date(2014, 5, 9), complete=ALL, **more) -> Child:
    return Child("made up", born=born, history=history, complete=complete, **more)


def answer(definition, *history, on=TODAY, **more) -> Verdict:
    return definition.timeline(child(*history, **more)).at(on)


def by_guardianship(country=Jurisdiction.ENGLAND, kind=CareOrder, end="2022-06-01"):
    return (
        kind(start="2020-02-01", end=end, ended_by=Ended.SPECIAL_GUARDIANSHIP, jurisdiction=country),
        SpecialGuardianshipOrder(at=end),
    )


FROM_ABROAD = AdoptionAbroad(at="2018-04-01", from_state_care=True)


# --- the designated teacher and the virtual school head -----------------------------------------------------------


@pytest.mark.parametrize("definition", [for_designated_teacher, for_academy_designated_teacher])
def test_the_designated_teacher_has_registered_pupils_at_any_age(definition):
    grown = {"born": date(2008, 11, 1)}
    assert answer(definition, *by_guardianship(), ON_ROLL, **grown) is YES
    assert answer(previously_looked_after, *by_guardianship(), ON_ROLL, **grown) is NO
    assert answer(definition, *by_guardianship(), ON_ROLL, LeftSchool(at="2026-07-17"), **grown) is NO
    assert answer(definition, *by_guardianship(), complete=[CARE, PERMANENCE]) is UNKNOWN


def test_a_pupil_is_registered_from_joining_to_leaving_and_again_from_joining_once_more():
    history = (ON_ROLL, LeftSchool(at="2024-07-19"), JoinedSchool(at="2025-09-03"))
    assert [answer(registered_pupil, *history, on=date(year, 10, 1)) for year in (2021, 2022, 2024, 2025)] == [
        NO,
        YES,
        NO,
        YES,
    ]


@pytest.mark.parametrize("left", ["2025-09-01", "2025-09-05"])
def test_moving_school_leaves_a_pupil_on_the_roll_of_the_next(left):
    history = (ON_ROLL, LeftSchool(at=left), JoinedSchool(at="2025-09-01"))
    assert answer(registered_pupil, *history) is YES
    assert answer(registered_pupil, *history, LeftSchool(at="2026-07-17")) is NO


def test_a_leaving_ends_the_joining_that_it_is_about():
    history = (
        JoinedSchool(at="2022-09-05", ref="A"),
        JoinedSchool(at="2025-09-01", ref="B"),
        LeftSchool(at="2026-03-01", about="B"),
    )
    assert answer(registered_pupil, *history) is YES


def test_the_virtual_school_heads_advice_ends_with_compulsory_school_age():
    history = by_guardianship()
    assert answer(for_virtual_school_head, *history, born=date(2010, 9, 2), on=date(2027, 6, 25)) is YES
    assert answer(for_virtual_school_head, *history, born=date(2010, 9, 2), on=date(2027, 6, 26)) is NO
    assert answer(for_virtual_school_head, *history, born=date(2010, 5, 9)) is NO


def test_under_the_act_of_2026_guardianship_is_no_longer_a_way_into_the_virtual_school_heads_advice():
    soon = commenced(for_virtual_school_head_2026)
    assert answer(soon, *by_guardianship()) is NO
    assert answer(soon, FROM_ABROAD) is YES
    assert answer(for_virtual_school_head, *by_guardianship()) is YES
    assert answer(commenced(for_virtual_school_head), *by_guardianship()) is NO
    assert answer(commenced(for_virtual_school_head), FROM_ABROAD) is YES


# --- admissions, premiums, census, bursary ------------------------------------------------------------------------


def test_admissions_look_to_english_care_and_to_adoption_from_state_care_outside_england():
    assert answer(for_admissions, *by_guardianship()) is YES
    assert answer(for_admissions, *by_guardianship(Jurisdiction.WALES)) is NO
    adopted_in_wales = CareOrder(
        start="2020-02-01", end="2022-06-01", ended_by=Ended.ADOPTION, jurisdiction=Jurisdiction.WALES
    )
    assert answer(for_admissions, adopted_in_wales) is YES
    assert answer(for_admissions, FROM_ABROAD) is YES
    before_the_code = for_admissions.under_the_law_of(date(2021, 8, 31))
    assert answer(before_the_code, FROM_ABROAD) is NO


def test_in_scottish_care_again_a_child_is_previously_looked_after_for_admissions_and_not_for_the_designated_teacher():
    in_scotland = CareUnderOtherLaw(start="2026-02-01", jurisdiction=Jurisdiction.SCOTLAND)
    assert answer(for_admissions, *by_guardianship(), in_scotland) is YES
    assert answer(previously_looked_after, *by_guardianship(), in_scotland) is NO


def test_pupil_premium_plus_is_for_reception_to_year_11_on_roll():
    history = (*by_guardianship(end="2021-06-01"), JoinedSchool(at="2018-09-05"))
    born = date(2014, 9, 1)
    first, last = date(2019, 9, 1), date(2031, 8, 31)
    assert answer(for_pupil_premium_plus, *history, born=born, on=date(2021, 6, 1)) is YES
    assert answer(for_pupil_premium_plus, *history, born=born, on=last) is YES
    assert answer(for_pupil_premium_plus, *history, born=born, on=date(2031, 9, 1)) is NO
    early = (CareOrder(start="2017-02-01", end="2018-06-01", ended_by=Ended.ADOPTION), JoinedSchool(at="2018-09-05"))
    assert answer(for_pupil_premium_plus, *early, born=born, on=date(2019, 8, 31)) is NO
    assert answer(for_pupil_premium_plus, *early, born=born, on=first) is YES
    assert answer(for_pupil_premium_plus, *by_guardianship()) is NO


def test_adoption_from_abroad_counts_for_the_premium_from_april_2023_and_for_the_census_from_october_2022():
    for definition, first in ((for_pupil_premium_plus, date(2023, 4, 1)), (for_census, date(2022, 10, 1))):
        assert answer(definition.under_the_law_of(date(2022, 9, 30)), FROM_ABROAD, ON_ROLL) is NO
        assert answer(definition.under_the_law_of(first), FROM_ABROAD, ON_ROLL) is YES


def test_the_early_years_premium_is_for_three_and_four_year_olds_and_not_after_adoption_abroad():
    history = by_guardianship(end="2024-06-01")
    assert answer(for_early_years_premium, *history, born=date(2022, 10, 3)) is YES
    assert answer(for_early_years_premium, *history, born=date(2021, 10, 3)) is NO
    abroad = AdoptionAbroad(at="2024-04-01", from_state_care=True)
    assert answer(for_early_years_premium, abroad, born=date(2022, 10, 3)) is NO


def test_the_bursary_is_for_those_in_care_and_care_leavers_and_not_for_leaving_by_an_order():
    at_17 = {"born": date(2009, 3, 1)}
    assert answer(for_bursary, CareOrder(start="2022-01-10"), **at_17) is YES
    left = CareOrder(start="2022-01-10", end="2026-06-01", ended_by=Ended.INDEPENDENT)
    assert answer(for_bursary, left, **at_17) is YES
    assert answer(for_bursary, *by_guardianship(), **at_17) is NO


def test_looked_after_on_one_day_of_the_year_is_enough_for_the_premium_and_one_call_says_so():
    year = date(2025, 4, 1), date(2026, 4, 1)
    on_the_last = child(CareOrder(start="2026-03-31"))
    assert looked_after_at_least_one_day(*year, on_the_last).holds
    assert looked_after_at_least_one_day(*year, on_the_last).day == date(2026, 3, 31)
    assert looked_after_at_least_one_day(*year, child(CareOrder(start="2026-04-01"))).fails
    in_wales = CareOrder(start="2025-06-01", jurisdiction=Jurisdiction.WALES)
    assert looked_after_at_least_one_day(*year, child(in_wales)).fails
    assert looked_after_at_least_one_day(*year, child(complete=[])).unknown


def test_previous_permanence_is_kept_while_the_child_is_in_care_again():
    assert answer(for_previous_permanence, *by_guardianship(), CareOrder(start="2026-02-01")) is YES
    assert answer(for_previous_permanence, FROM_ABROAD) is NO


def test_kinship_care_is_what_was_declared_and_never_previous_care():
    kid = child(*kinship_care("KF", on=TODAY), complete=())
    assert for_kinship.on(TODAY, kid).holds
    assert previously_looked_after.on(TODAY, kid).unknown


# --- variants -----------------------------------------------------------------------------------------------------


def test_an_order_to_live_with_somebody_not_named_leaves_the_return_to_a_parent_open():
    by_code = CareOrder(start="2020-02-01", end="2022-06-01", ended_by=Ended.CHILD_ARRANGEMENTS)
    finding = exclude_return_to_birth_parent.on(TODAY, child(by_code))
    assert finding.unknown
    assert finding.settled_by == (("with whom the child arrangements order says that the child is to live",),)
    assert previously_looked_after.on(TODAY, child(by_code)).holds


def test_a_later_care_order_ends_an_order_about_the_home_and_it_is_not_current_any_more():
    history = (
        CareOrder(start="2018-02-01", end="2020-06-01", ended_by=Ended.CHILD_ARRANGEMENTS),
        ChildArrangementsOrder(at="2020-06-01", living=True, with_birth_parent=False),
        CareOrder(start="2023-02-01", end="2023-09-01", ended_by=Ended.HOME_PLANNED),
    )
    assert answer(order_must_be_current, *history, on=date(2022, 1, 1)) is YES
    assert answer(order_must_be_current, *history) is NO
    assert answer(previously_looked_after, *history) is YES


def by_order(order, end="2016-06-05"):
    return CareOrder(start="2015-01-01", end=end, ended_by=order)


@pytest.mark.parametrize(
    "history",
    [
        (by_order(Ended.ADOPTION), AdoptionOrder(at="2016-06-05"), AdoptionOrder(at="2022-01-01")),
        (
            by_order(Ended.SPECIAL_GUARDIANSHIP),
            SpecialGuardianshipOrder(at="2016-06-05"),
            AdoptionOrder(at="2022-01-01"),
        ),
        (by_order(Ended.SPECIAL_GUARDIANSHIP), SpecialGuardianshipOrder(at="2016-06-03", ended="2025-01-01")),
        (
            LeftCare(at="2016-06-05", by=Order.SPECIAL_GUARDIANSHIP),
            SpecialGuardianshipOrder(at="2016-06-05", ended="2025-01-01"),
        ),
        (
            by_order(Ended.CHILD_ARRANGEMENTS),
            CareOrder(start="2020-01-01", end="2021-01-01", ended_by=Ended.HOME_PLANNED),
        ),
        (AdoptionAbroad(at="2016-01-01", from_state_care=True, ended="2020-01-01"),),
    ],
    ids=["adopted again", "adopted by guardians", "made two days before", "as stated", "a later care order", "abroad"],
)
def test_plac4_an_order_that_was_replaced_or_has_ended_is_not_current(history):
    assert answer(previously_looked_after, *history) is YES
    assert answer(order_must_be_current, *history) is NO
    assert answer(order_current, *history) is NO


def test_plac4_an_adoption_from_state_care_abroad_is_current():
    assert answer(order_current, FROM_ABROAD) is YES


def test_plac5_whom_an_order_made_two_days_before_names_is_known():
    history = (
        by_order(Ended.CHILD_ARRANGEMENTS),
        ChildArrangementsOrder(at="2016-06-03", living=True, with_birth_parent=True),
    )
    assert answer(exclude_return_to_birth_parent, *history) is NO


@pytest.mark.parametrize("turned", [False, True])
def test_plac5_an_order_about_contact_on_the_same_day_says_nothing_of_the_home(turned):
    home = ChildArrangementsOrder(at="2016-06-05", living=True, with_birth_parent=False)
    contact = ChildArrangementsOrder(at="2016-06-05", living=False, with_birth_parent=True)
    orders = (contact, home) if turned else (home, contact)
    assert answer(exclude_return_to_birth_parent, by_order(Ended.CHILD_ARRANGEMENTS), *orders) is YES


def test_plac5_adopted_or_in_guardianship_by_declaration_a_child_has_not_gone_back_to_a_birth_parent():
    for code in "AG":
        kid = child(*post_looked_after_arrangements(code, on=date(2025, 10, 2)))
        assert exclude_return_to_birth_parent.on(TODAY, kid).holds


def test_leaving_care_by_an_order_nobody_knows_leaves_a_running_placement_order_open():
    history = (PlacementOrder(start="2019-01-01"), LeftCare(at="2025-09-10"))
    assert answer(looked_after, *history, complete=[CARE]) is UNKNOWN
    adopted = (PlacementOrder(start="2019-01-01"), LeftCare(at="2025-09-10", by=Order.ADOPTION))
    assert answer(looked_after, *adopted) is NO


def test_whose_care_an_earlier_order_ended_is_known_only_as_english_or_welsh():
    before = PreviousPermanence(order=Order.SPECIAL_GUARDIANSHIP, at="2018-02-01")
    assert answer(previously_looked_after, before) is YES
    assert answer(for_admissions, before) is UNKNOWN


# --- side outputs -------------------------------------------------------------------------------------------------


def test_a_stay_of_this_morning_counts_provisionally_by_its_plan():
    stay = Accommodation(power=Power.S20_1, start="2026-11-21T08:00", planned_end="2026-12-21")
    found = particulars(TODAY, child(stay, as_at="2026-11-21T18:00"))
    assert found.provisional
    later = particulars(date(2026, 11, 23), child(stay, as_at="2026-11-25"))
    assert not later.provisional


def test_a_care_leaver_was_in_care_for_thirteen_weeks_since_fourteen_and_still_at_sixteen():
    def left(start, end):
        return CareOrder(start=start, end=end, ended_by=Ended.INDEPENDENT)

    born = {"born": date(2009, 3, 1)}
    assert answer(dt_care_leaver, left("2025-01-06", "2025-04-07"), **born) is YES
    assert answer(dt_care_leaver, left("2025-01-06", "2025-04-06"), **born) is NO, "a day short of thirteen weeks"
    assert answer(dt_care_leaver, left("2023-03-01", "2025-02-28"), **born) is NO, "gone before sixteen"
    assert answer(dt_care_leaver, left("2025-01-06", "2026-06-01"), on=date(2026, 5, 1), **born) is NO, "still in care"
    assert answer(dt_care_leaver, complete=(), **born) is UNKNOWN


def test_a_care_leaver_is_told_by_the_care_that_counted():
    kid = child(
        CareOrder(start="2015-01-01", end="2016-01-01", ended_by=Ended.HOME_PLANNED),
        Accommodation(power=Power.S20_1, start="2024-01-01", end="2026-01-01", ended_by=Ended.INDEPENDENT),
        born=date(2008, 12, 1),
    )
    assert "accommodation by the council from 1 Jan 2024" in str(dt_care_leaver.on(TODAY, kid))
    assert "care order" not in str(dt_care_leaver.on(TODAY, kid))


def test_accommodation_begun_at_eighteen_is_no_care_experience():
    stay = Accommodation(power=Power.S20_5, start="2024-09-01", end="2025-09-01")
    assert answer(care_experienced_broad, stay, born=date(2006, 5, 9)) is NO


def test_services_of_the_act_of_2026_include_an_assessment_that_led_to_them_and_housing_under_section_17():
    soon = commenced(cwsa_2026)
    led = ChildInNeedAssessment(start="2025-01-01", end="2025-02-01", led_to_services=True, need=Need.ABUSE_OR_NEGLECT)
    assert answer(soon, led) is YES
    assert answer(soon, ChildProtectionEnquiry(start="2025-01-01", end="2025-02-01", led_to_services=True)) is YES
    housed = {"power": Power.S17_6, "start": "2025-01-01", "end": "2025-03-01"}
    assert answer(soon, Accommodation(need=Need.DYSFUNCTION, **housed)) is YES
    assert answer(soon, Accommodation(need=Need.DISABILITY, **housed)) is NO
    assert answer(soon, Accommodation(**housed)) is UNKNOWN, "it may have been for a disability alone"


def test_what_has_been_does_not_rest_on_its_running_on():
    running = CareOrder(start="2020-01-01")
    assert not care_experienced_broad.on(TODAY, child(running, as_at="2025-01-01")).provisional
    assert not with_social_worker.on(TODAY, child(running, as_at="2025-01-01")).reason.provisional
    assert looked_after.on(TODAY, child(running, as_at="2025-01-01")).provisional


def test_too_young_for_a_use_the_reason_says_so():
    finding = for_bursary.on(TODAY, child())
    assert finding.fails
    assert "not yet 16" in str(finding)


def test_care_abroad_carries_no_remark_about_the_united_kingdom():
    irish = CareUnderOtherLaw(start="2026-02-01", jurisdiction=Jurisdiction.ABROAD)
    assert looked_after.on(TODAY, child(irish)).reason.notes == ()


def test_care_experience_in_the_broad_sense_is_for_life_and_includes_going_home():
    home = CareOrder(start="2015-02-01", end="2016-06-01", ended_by=Ended.HOME_PLANNED)
    assert answer(care_experienced_broad, home) is YES
    assert answer(care_experienced_broad, home, on=date(2040, 1, 1)) is YES
    assert answer(care_experienced_broad, home, on=date(2015, 1, 31)) is NO
    assert answer(care_experienced_broad) is NO
    assert answer(care_experienced_broad, complete=()) is UNKNOWN


@pytest.mark.parametrize(
    ("history", "group"),
    [
        ((*by_guardianship(), CareOrder(start="2026-02-01")), Group.LOOKED_AFTER),
        (by_guardianship(), Group.PREVIOUSLY_LOOKED_AFTER),
        ((CareOrder(start="2023-02-01", end="2023-09-01", ended_by=Ended.HOME_PLANNED),), Group.WITH_SOCIAL_WORKER),
        ((), Group.NONE),
    ],
    ids=lambda value: getattr(value, "value", ""),
)
def test_a_child_is_shown_in_the_first_group_that_holds(history, group):
    assert display_group(TODAY, child(*history)).group is group


def test_a_group_that_cannot_be_told_lists_what_it_may_be():
    shown = display_group(TODAY, child(complete=[CARE, PERMANENCE]))
    assert shown.group is None
    assert str(shown) == "cannot tell: social worker within 6 years or none of the three"


# --- weaker evidence ----------------------------------------------------------------------------------------------


def test_a_declared_code_says_that_care_was_left_and_not_when():
    kid = child(*post_looked_after_arrangements("C", on=date(2025, 10, 2)), complete=[CARE])
    finding = previously_looked_after.on(TODAY, kid)
    assert finding.holds
    assert finding.weight is Weight.DECLARED
    assert "declared, with no record seen" in str(finding)
    assert previously_looked_after.on(date(2020, 1, 1), kid).unknown


def test_a_code_does_not_say_whose_care_it_was_so_admissions_cannot_be_told_from_it():
    kid = child(*post_looked_after_arrangements("G", on=date(2025, 10, 2)))
    finding = for_admissions.on(TODAY, kid)
    assert finding.unknown
    assert finding.settled_by == (("of which country the council was that had the child in its care",),)


def test_an_answer_settled_either_way_says_how_much_its_evidence_can_carry():
    kid = child(*post_looked_after_arrangements("G", on=date(2025, 10, 2)), complete=())
    finding = care_experienced.on(TODAY, kid)
    assert finding.holds
    assert finding.weight is Weight.DECLARED
    assert "settled whichever way what is not known turns out; declared, with no record seen" in str(finding)


def test_a_record_beside_a_declaration_is_the_stronger_evidence():
    kid = child(*post_looked_after_arrangements("G", on=date(2025, 10, 2)), *by_guardianship())
    assert previously_looked_after.on(TODAY, kid).weight is Weight.RECORDED


def test_a_flag_counts_for_its_day_and_leaves_every_other_open():
    kid = child(*flagged_in_care(True, on=TODAY), complete=())
    finding = looked_after.on(TODAY, kid)
    assert finding.holds
    assert finding.weight is Weight.FLAGGED
    assert looked_after.on(date(2026, 11, 22), kid).unknown
    assert looked_after.on(date(2026, 11, 20), kid).unknown


@pytest.mark.parametrize("flag", [False, None])
def test_a_flag_that_is_not_set_says_nothing(flag):
    assert flagged_in_care(flag, on=TODAY) == flagged_ever_in_care(flag, on=TODAY) == ()


def test_ever_in_care_is_care_experience_and_not_previous_care():
    kid = child(*flagged_ever_in_care(True, on=date(2026, 10, 1)), complete=())
    assert care_experienced_broad.on(TODAY, kid).holds
    assert care_experienced_broad.on(TODAY, kid).weight is Weight.FLAGGED
    assert looked_after.on(TODAY, kid).unknown
    assert previously_looked_after.on(TODAY, kid).unknown


# --- over time ----------------------------------------------------------------------------------------------------


def test_each_change_says_its_cause():
    kid = child(*by_guardianship(), born=date(2012, 5, 9))
    assert [str(turn) for turn in looked_after.turns(kid)] == [
        "2020-02-01: fails -> holds: care order from 1 Feb 2020 to 1 Jun 2022, special guardianship order made",
        "2022-06-01: holds -> fails: care order from 1 Feb 2020 to 1 Jun 2022, special guardianship order made",
    ]
    assert [str(turn) for turn in previously_looked_after.turns(kid)] == [
        "2022-06-01: fails -> holds: left care by special guardianship order on 1 Jun 2022",
        "2030-05-09: holds -> fails: had reached 18",
    ]


def test_the_end_of_one_of_several_times_in_care_is_its_own_cause():
    kid = child(
        CareOrder(start="2025-02-10", end="2025-06-03", ended_by=Ended.ADOPTION),
        Accommodation(power=Power.S20_1, start="2025-11-05"),
    )
    causes = [turn.cause for turn in looked_after.turns(kid)]
    assert causes[1] == "care order from 10 Feb 2025 to 3 Jun 2025, adopted"
    assert causes[2] == "accommodation by the council since 5 Nov 2025, still running"


def test_the_days_in_a_period_are_counted_at_least_and_at_most():
    kid = child(CareOrder(start="2026-03-01", end="2026-03", ended_by=Ended.HOME_PLANNED))
    assert str(looked_after.days_in(date(2026, 1, 1), date(2027, 1, 1), kid)) == "0 to 30"
    assert str(looked_after.days_in(date(2026, 1, 1), date(2026, 2, 1), kid)) == "0"
