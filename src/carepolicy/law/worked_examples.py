"""Knows made-up children by whom each definition is shown: the facts in a sentence, the records, and a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import frozen

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
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    Declared,
    Ended,
    InterimCareOrder,
    JoinedSchool,
    Jurisdiction,
    LeadPractitioner,
    Need,
    PlacementOrder,
    Power,
    Record,
    SocialWorker,
    SpecialGuardianshipOrder,
)

ASKED = date(2026, 11, 21)
BORN = date(2014, 5, 9)


@frozen
class Example:
    """One made-up child by whom a definition is shown.

    Args:
        facts: what is on record, in a sentence.
        child: the records.
        day: the day asked about.
    """

    facts: str
    child: Child
    day: date = ASKED


def _child(history: Sequence[Record], born: date = BORN) -> Child:
    return Child("made up", born=born, history=history, complete=[CARE, PERMANENCE, SOCIAL_WORK, SCHOOLING])


def _need(start: str, end: str | None, need: Need) -> SocialWorker:
    return SocialWorker(start=start, end=end, assessed_in_need=True, need=need)


def _stay(start: str, end: str | None = None) -> Accommodation:
    return Accommodation(power=Power.S20_1, start=start, end=end)


UNDER_A_CARE_ORDER = Example("Under a care order since 3 March 2025.", _child([CareOrder(start="2025-03-03")]))
EXACTLY_A_DAY = Example(
    "In the council's accommodation from 09:00 on 10 March 2026 to 09:00 on 11 March, asked of the 10th.",
    _child([_stay("2026-03-10T09:00", "2026-03-11T09:00")]),
    date(2026, 3, 10),
)
A_NIGHT = Example(
    "In the council's accommodation from 10 to 11 March 2026, no times recorded, asked of the 10th.",
    _child([_stay("2026-03-10", "2026-03-11")]),
    date(2026, 3, 10),
)
PAST_SEVENTEEN = Example(
    "Under an interim care order, seventeen yesterday, still placed, no other basis recorded.",
    _child([InterimCareOrder(start="2026-06-01")], born=date(2009, 11, 20)),
)
SHORT_BREAK = Example(
    "On a short break from 17:00 on Friday 20 November 2026 to 09:00 on Monday.",
    _child(
        [
            Accommodation(
                power=Power.S20_4,
                start="2026-11-20T17:00",
                end="2026-11-23T09:00",
                short_break=True,
                need=Need.DISABILITY,
            )
        ]
    ),
)
IN_SCOTTISH_CARE = Example(
    "At home under a Scottish compulsory supervision order since February 2026, at a school in England.",
    _child([CareUnderOtherLaw(start="2026-02-01", jurisdiction=Jurisdiction.SCOTLAND)]),
)
ADOPTED = Example(
    "Adopted from a placement order on 10 May 2026.",
    _child(
        [PlacementOrder(start="2024-02-01", end="2026-05-10", ended_by=Ended.ADOPTION), AdoptionOrder(at="2026-05-10")]
    ),
)
GONE_HOME_BEFORE = Example(
    "Home from accommodation in January 2024; special guardianship to an aunt in April.",
    _child(
        [
            Accommodation(power=Power.S20_1, start="2023-06-01", end="2024-01-15", ended_by=Ended.HOME_UNPLANNED),
            SpecialGuardianshipOrder(at="2024-04-10"),
        ]
    ),
)
GUARDIANSHIP_ENDED = Example(
    "Care ended by special guardianship in 2018, which was discharged in March 2025.",
    _child(
        [
            CareOrder(start="2016-01-10", end="2018-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
            SpecialGuardianshipOrder(at="2018-06-01", ended="2025-03-01"),
        ]
    ),
)
BACK_TO_FATHER = Example(
    "A care order ended in May 2024 by an order that the child live with the father.",
    _child(
        [
            CareOrder(start="2022-02-01", end="2024-05-01", ended_by=Ended.CHILD_ARRANGEMENTS),
            ChildArrangementsOrder(at="2024-05-01", living=True, with_birth_parent=True),
        ]
    ),
)
FROM_ABROAD = Example(
    "Adopted in 2015 from a state orphanage abroad; a pupil since September 2025.",
    _child([AdoptionAbroad(at="2015-04-01", from_state_care=True), JoinedSchool(at="2025-09-03")]),
)
WELSH_GUARDIANSHIP = Example(
    "Left a Welsh council's care order by special guardianship in 2022.",
    _child(
        [
            CareOrder(
                start="2020-02-01",
                end="2022-06-01",
                ended_by=Ended.SPECIAL_GUARDIANSHIP,
                jurisdiction=Jurisdiction.WALES,
            ),
            SpecialGuardianshipOrder(at="2022-06-01"),
        ]
    ),
)
AT_EIGHTEEN = Example(
    "Care ended by special guardianship in 2012; a pupil since September 2025, eighteen on 1 November 2026.",
    _child(
        [
            CareOrder(start="2010-01-10", end="2012-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
            SpecialGuardianshipOrder(at="2012-06-01"),
            JoinedSchool(at="2025-09-03"),
        ],
        born=date(2008, 11, 1),
    ),
)
LEAVER = Example(
    "In care from 2022 until supported lodgings in June 2026, at seventeen.",
    _child([CareOrder(start="2022-01-10", end="2026-06-01", ended_by=Ended.INDEPENDENT)], born=date(2009, 3, 1)),
)
GONE_HOME = Example(
    "Home when the care order was discharged in June 2023.",
    _child([CareOrder(start="2020-01-10", end="2023-06-01", ended_by=Ended.HOME_PLANNED)]),
)
AT_FOUR = Example(
    "Care ended by special guardianship in 2024; four years old.",
    _child(
        [
            CareOrder(start="2023-01-10", end="2024-06-01", ended_by=Ended.SPECIAL_GUARDIANSHIP),
            SpecialGuardianshipOrder(at="2024-06-01"),
        ],
        born=date(2022, 10, 3),
    ),
)
SIXTH_ANNIVERSARY = Example(
    "A social worker for abuse or neglect until 21 November 2020, six years before the day asked about.",
    _child([_need("2019-01-07", "2020-11-21", Need.ABUSE_OR_NEGLECT)]),
)
DISABILITY_CLOSED = Example(
    "A social worker for a disability alone until June 2025.",
    _child([_need("2023-01-09", "2025-06-01", Need.DISABILITY)]),
)
DISABILITY_OPEN = Example(
    "A social worker now, for a disability alone.", _child([_need("2023-01-09", None, Need.DISABILITY)])
)
LONG_AGO = Example(
    "A social worker for abuse or neglect until June 2017.",
    _child([_need("2015-01-05", "2017-06-01", Need.ABUSE_OR_NEGLECT)]),
)
OPEN_ENQUIRY = Example(
    "An enquiry under section 47 since 16 November 2026, with no outcome yet.",
    _child([ChildProtectionEnquiry(start="2026-11-16")]),
)
PLAN = Example("A child protection plan since June 2026.", _child([ChildProtectionPlan(start="2026-06-01")]))
LED_BY_ANOTHER = Example(
    "In need since June 2026, with a lead practitioner who is not a social worker, and no plan.",
    _child([LeadPractitioner(start="2026-06-01", need=Need.DYSFUNCTION)]),
)
KINSHIP = Example(
    "Declared as in formal kinship care in the census of 1 October 2026, asked of that day.",
    _child([Declared(attribute="kinship care", value="KF", at="2026-10-01")]),
    date(2026, 10, 1),
)

EXAMPLES: dict[str, tuple[Example, ...]] = {
    "looked_after": (UNDER_A_CARE_ORDER, EXACTLY_A_DAY, A_NIGHT, PAST_SEVENTEEN, IN_SCOTTISH_CARE),
    "looked_after_other_than_short_breaks": (UNDER_A_CARE_ORDER, SHORT_BREAK),
    "looked_after_in_england": (UNDER_A_CARE_ORDER, IN_SCOTTISH_CARE),
    "previously_looked_after": (ADOPTED, GONE_HOME_BEFORE, FROM_ABROAD, GUARDIANSHIP_ENDED),
    "order_must_be_current": (ADOPTED, GUARDIANSHIP_ENDED),
    "exclude_return_to_birth_parent": (ADOPTED, BACK_TO_FATHER),
    "with_social_worker": (SIXTH_ANNIVERSARY, DISABILITY_OPEN, DISABILITY_CLOSED, OPEN_ENQUIRY, LED_BY_ANOTHER),
    "dfe_2021": (LONG_AGO, DISABILITY_CLOSED),
    "cwsa_2026": (LED_BY_ANOTHER, DISABILITY_OPEN),
    "cpic_history": (ADOPTED, GONE_HOME),
    "order_current": (ADOPTED, GUARDIANSHIP_ENDED),
    "dt_previously_looked_after": (AT_EIGHTEEN, FROM_ABROAD),
    "dt_care_leaver": (LEAVER, GONE_HOME),
    "care_experienced_broad": (GONE_HOME, PLAN),
    "for_academy_designated_teacher": (AT_EIGHTEEN,),
    "for_virtual_school_head": (ADOPTED, AT_EIGHTEEN),
    "for_virtual_school_head_2026": (ADOPTED, GUARDIANSHIP_ENDED),
    "for_admissions": (ADOPTED, WELSH_GUARDIANSHIP),
    "for_pupil_premium_plus": (FROM_ABROAD, AT_EIGHTEEN),
    "for_pupil_premium_looked_after": (UNDER_A_CARE_ORDER, IN_SCOTTISH_CARE),
    "for_census": (FROM_ABROAD, AT_EIGHTEEN),
    "for_early_years_premium": (AT_FOUR, ADOPTED),
    "for_bursary": (LEAVER, AT_EIGHTEEN),
    "for_previous_permanence": (ADOPTED, FROM_ABROAD),
    "for_kinship": (KINSHIP,),
}
"""By definition, the children by whom it is shown; each has one at least."""
