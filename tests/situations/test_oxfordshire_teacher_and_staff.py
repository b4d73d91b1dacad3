"""Oxfordshire, sections 1 to 4: for each clause that computes a child who meets it and one who does not, and scenarios."""

from __future__ import annotations

import pytest

from carepolicy.facts import (
    Attended,
    BriefingHeld,
    CareAuthorityNoted,
    CareOrder,
    CourseworkSent,
    DataMadeAvailable,
    DataMeetingHeld,
    DesignatedTeacherInformed,
    DifficultyFound,
    EhcPlan,
    ExclusionRiskFound,
    GovernorPanelHeld,
    GovernorsMeetingHeld,
    GovernorsReport,
    InformationGiven,
    InformationRequested,
    InformationShared,
    Invited,
    InviteesAgreed,
    Item,
    JoinedSchool,
    LeadGovernorReported,
    LeftSchool,
    Meeting,
    MentorGiven,
    NeedsSettledWithSenco,
    ParentsEventHeld,
    PepCompleted,
    PepReviewed,
    PepTargetsSet,
    PepWritten,
    PermanentlyExcluded,
    PostHeld,
    PremiumSpent,
    ProgressAssessed,
    RecordsSent,
    SentHomeUnrecorded,
    SettlingSupportOffered,
    SpecialNeedsFound,
    Suspended,
    TrainingAttended,
    UrgentMeetingHeld,
    VisitOffered,
    Welcomed,
)
from carepolicy.profiles.oxfordshire import OXFORDSHIRE
from tests.situations.witness import fails, meets


def pep(*items: Item, beside: tuple = (), **told) -> tuple[list, list]:
    return [*beside, PepWritten(at="2023-02-06", holds=items, **told)], [
        *beside, PepWritten(at="2023-02-06", lacks=items, **told),
    ]  # fmt: skip


def report(item: Item) -> tuple[list, list]:
    return [GovernorsReport(at="2023-02-06", holds=[item])], [GovernorsReport(at="2023-02-06", lacks=[item])]


def yes_and_no(kind: type, *fields: str) -> tuple[list, list]:
    return [kind(at="2023-03-06", **dict.fromkeys(fields, True))], [
        kind(at="2023-03-06", **dict.fromkeys(fields, False))
    ]


def both_exclusions(field: str) -> tuple[list, list]:
    kept, broken = {field: True}, {field: False}
    return [Suspended(at="2023-03-06", **kept), PermanentlyExcluded(at="2023-03-13", **kept)], [
        Suspended(at="2023-03-06", **broken), PermanentlyExcluded(at="2023-03-13", **broken),
    ]  # fmt: skip


def briefed(role: str, **on) -> BriefingHeld:
    return BriefingHeld(role=role, at="2022-09-01", everyone=True, **on)


def panel(meeting: Meeting) -> tuple[list, list]:
    held = GovernorPanelHeld(at="2023-03-14", meeting=meeting, teacher_fitting=True)
    return [held, Attended(at="2023-03-14", role="designated_teacher", meeting=meeting)], [
        held, Attended(at="2023-03-14", role="headteacher", meeting=meeting),
    ]  # fmt: skip


def asked(**what) -> tuple[list, list]:
    request = InformationRequested(at="2023-03-06", **what)
    return [request, InformationGiven(at="2023-03-08")], [request]


BOTH_BRIEFED = [
    briefed("school_staff", on_national_guidance=True),
    briefed("governing_body", on_national_guidance=True),
]
JOINED = JoinedSchool(at="2023-02-06", mid_year=True, support_needed=True, visit_needed=True)
LEFT = LeftSchool(at="2023-02-17", new_school_known=True, coursework=True)
EHC_PLAN = EhcPlan(start="2021-05-04")
STRUGGLING, AT_RISK = DifficultyFound(at="2023-03-06"), ExclusionRiskFound(at="2023-03-06")
URGENT = UrgentMeetingHeld(at="2023-03-08", several_agencies=True)
ALONE = UrgentMeetingHeld(at="2023-03-08", several_agencies=False)
EVENING = ParentsEventHeld(at="2023-03-09")
INVITED = Invited(at="2023-02-27", role="carer", meeting=Meeting.PARENTS_EVENT)
OLD_PLAN = [PepCompleted(at="2022-02-01")]
CURRENT_PLAN = [*OLD_PLAN, PepReviewed(at="2022-11-15")]
SPENT = PremiumSpent(at="2023-01-16", for_progress=True, on_english_or_maths=True)
CAME_INTO_CARE = CareOrder(start="2023-01-09")

WITNESSES = {
    "OX-2.3a": (BOTH_BRIEFED, [briefed("school_staff", on_national_guidance=False)]),
    "OX-2.4b": ([LeadGovernorReported(at="2022-11-15")], []),
    "OX-3.2a": ([SPENT, ProgressAssessed(at="2023-03-06")], [PremiumSpent(at="2023-01-16", for_progress=False)]),
    "OX-3.2b": ([SPENT], [PremiumSpent(at="2023-01-16", on_english_or_maths=False)]),
    "OX-3.5a": ([CareAuthorityNoted(at="2021-09-06")], []),
    "OX-3.5c": asked(),
    "OX-3.6": (
        [TrainingAttended(role="designated_teacher", at="2018-10-10")],
        [TrainingAttended(role="lead_governor", at="2018-10-10")],
    ),
    "OX-3.7a": (
        [PostHeld(role="designated_teacher", start="2019-09-02")],
        [PostHeld(role="designated_teacher", start="2019-09-02", end="2023-02-17")],
    ),
    "OX-3.8b": ([JOINED, Welcomed(at="2023-02-06")], [JOINED]),
    "OX-3.8c": ([JOINED, SettlingSupportOffered(at="2023-02-03")], [JOINED]),
    "OX-3.8d": ([JOINED, VisitOffered(at="2023-02-01")], [JOINED, VisitOffered(at="2023-02-07")]),
    "OX-3.9a": ([JOINED, PepCompleted(at="2023-03-01")], [JOINED]),
    "OX-3.9b": ([PepCompleted(at="2020-01-24")], [PepCompleted(at="2020-03-06")]),
    "OX-3.9c": pep(Item.CHILDS_CONTRIBUTION),
    "OX-3.9d": yes_and_no(PepTargetsSet, "smart"),
    "OX-3.9e": pep(Item.CARE_PLAN_LINK),
    "OX-3.9f": pep(Item.EHC_PLAN_LINK, Item.OTHER_PLANS_LINK, beside=(EHC_PLAN,), other_plans=True),
    "OX-3.10": (
        [DataMeetingHeld(at="2023-03-14"), DataMadeAvailable(at="2023-03-10")],
        [DataMeetingHeld(at="2023-03-14")],
    ),
    "OX-3.11a": (CURRENT_PLAN, OLD_PLAN),
    "OX-3.11c": ([LEFT, PepReviewed(at="2023-02-01")], [LEFT, PepReviewed(at="2022-10-12")]),
    "OX-3.11d": (
        [PepReviewed(at="2022-09-06"), PepReviewed(at="2023-03-06")],
        [PepReviewed(at="2022-09-06")],
    ),
    "OX-3.12a": ([STRUGGLING, URGENT], [STRUGGLING, ALONE]),
    "OX-3.12b": ([AT_RISK, URGENT], [AT_RISK]),
    "OX-3.13a": ([], [SentHomeUnrecorded(at="2023-03-06")]),
    "OX-3.13b": both_exclusions("within_policy"),
    "OX-3.13c": both_exclusions("within_guidance"),
    "OX-3.14b": yes_and_no(InformationShared, "need_to_know"),
    "OX-3.14c": yes_and_no(InformationShared, "wishes_weighed"),
    "OX-3.16b": ([EVENING, INVITED], [EVENING]),
    "OX-3.17": ([InviteesAgreed(at="2023-02-20"), INVITED, EVENING], [INVITED, EVENING]),
    "OX-3.19a": ([LEFT, RecordsSent(at="2023-02-20")], [LEFT]),
    "OX-3.19b": ([LEFT, CourseworkSent(at="2023-02-16")], [LEFT]),
    "OX-3.20": asked(for_review=True),
    "OX-3.21a": ([GovernorsReport(at="2022-11-15")], []),
    "OX-3.22": (
        [GovernorsMeetingHeld(at="2023-03-14", report_expected=True), GovernorsReport(at="2023-03-14")],
        [GovernorsMeetingHeld(at="2023-03-14", report_expected=True)],
    ),
    "OX-3.22a": report(Item.COUNT_ON_ROLL),
    "OX-3.22b": report(Item.PEP_CONFIRMATION),
    "OX-3.22c": report(Item.ATTENDANCE_COMPARISON),
    "OX-3.22d": report(Item.ATTAINMENT_COMPARISON),
    "OX-3.22e": report(Item.SUSPENSION_COUNT),
    "OX-3.22f": report(Item.PERMANENT_EXCLUSION_COUNT),
    "OX-3.22g": report(Item.LEAVER_DESTINATIONS),
    "OX-3.23a": panel(Meeting.ADMISSION_PANEL),
    "OX-3.23b": panel(Meeting.DISCIPLINARY_PANEL),
    "OX-3.23c": panel(Meeting.EXCLUSION_PANEL),
    "OX-3.24a": ([MentorGiven(at="2021-09-06")], []),
    "OX-3.24c": ([JOINED, MentorGiven(at="2023-02-10")], [JOINED]),
    "OX-3.25a": (
        [SpecialNeedsFound(at="2023-01-10"), NeedsSettledWithSenco(at="2023-01-24")],
        [SpecialNeedsFound(at="2023-01-10")],
    ),
    "OX-4.2a": (
        [briefed("school_staff", on_school_policy=True)],
        [briefed("governing_body", on_school_policy=True)],
    ),
    "OX-4.6a": asked(for_pep=True),
    "OX-4.6b": asked(for_review=True),
    "OX-4.7b": ([STRUGGLING, DesignatedTeacherInformed(at="2023-03-07")], [STRUGGLING]),
    "OX-4.9c": asked(role="carer", need_to_know=True),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_meets_the_clause(clause):
    assert meets(OXFORDSHIRE, clause, WITNESSES[clause][0])


@pytest.mark.parametrize("clause", WITNESSES)
def test_a_child_who_does_not(clause):
    assert fails(OXFORDSHIRE, clause, WITNESSES[clause][1])
