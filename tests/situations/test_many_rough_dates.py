"""A child with many rough dates: what turns on few of them is settled, and the rest says that it may be decidable."""

from __future__ import annotations

from datetime import date

from carepolicy import Child, care_experienced
from carepolicy.facts import CARE, PERMANENCE, Accommodation, CareOrder, Ended, Power, Remand

MONTHS = [("2017-02", "2017-06"), ("2018-01", "2018-05"), ("2019-03", "2019-08")]

STAYS = [
    Accommodation(start=start, end=end, power=Power.S20_4, ended_by=Ended.HOME_PLANNED)
    if number % 2
    else CareOrder(start=start, end=end, ended_by=Ended.ADOPTION)
    for number, (start, end) in enumerate(MONTHS)
]
REMANDED = Remand(start="2024-11")  # to youth detention or to the council's accommodation: looked after either way
SAM = Child("sam", born="2008-12-28", history=[*STAYS, REMANDED], complete=[CARE, PERMANENCE])


def test_a_remand_is_care_either_way_however_many_other_dates_are_rough():
    assert care_experienced.on(date(2025, 3, 1), SAM).holds


def test_an_answer_with_too_many_rough_dates_to_try_says_that_it_may_be_decidable():
    finding = care_experienced.on(date(2017, 2, 20), SAM)
    assert finding.unknown
    assert "the day on which the care order began" in [str(missing) for missing in finding.missing]
    assert "there are too many to try, so this may be decidable" in str(finding)
