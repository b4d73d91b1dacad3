"""Stoke-on-Trent on its people, its measures and what a PEP holds: for each clause here, a child who meets it and one who does not."""

from __future__ import annotations

from datetime import date

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    SCHOOLING,
    SETTING,
    Attended,
    CareersGuidanceGiven,
    CareOrder,
    Child,
    EhcPlan,
    EhcRequested,
    EhcReviewDue,
    EhcReviewMeeting,
    GovernorsReport,
    InformationShared,
    Item,
    Meeting,
    NewPlacementStarted,
    OutcomesReviewed,
    ParentInvolved,
    PepCompleted,
    PepMeetingHeld,
    PepQualityRated,
    PepReviewed,
    PepTargetsSet,
    PepWritten,
    PermanentlyExcluded,
    PlansHandedOver,
    PolicySigned,
    PostHeld,
    PremiumSpent,
    ProgressAssessed,
    PupilViewsCaptured,
    School,
    SpecialNeedsFound,
    TaskDelegated,
    TrainingAttended,
)
from carepolicy.line import Line, State
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.report import as_text
from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Term
from tests.situations.published import A
from tests.situations.stoke import states

EHC_PLAN = EhcPlan(start="2021-05-04")
MEETING = PepMeetingHeld(at="2023-03-14T10:00")


def post(role: str, end: str | None = None) -> PostHeld:
    return PostHeld(role=role, start="2019-09-02", end=end)


def trained(role: str) -> TrainingAttended:
    return TrainingAttended(role=role, at="2018-10-10")


def report(*items: Item) -> tuple[list, list]:
    return [GovernorsReport(at="2023-02-06", holds=items)], [GovernorsReport(at="2023-02-06", lacks=items[:1])]


def pep(*items: Item, beside: tuple = ()) -> tuple[list, list]:
    return [*beside, PepWritten(at="2023-02-06", holds=items)], [
        *beside, PepWritten(at="2023-02-06", holds=items[1:], lacks=items[:1]),
    ]  # fmt: skip


def yes_and_no(kind: type, *fields: str) -> tuple[list, list]:
    return [kind(at="2023-03-06", **dict.fromkeys(fields, True))], [
        kind(at="2023-03-06", **dict.fromkeys(fields, False))
    ]


NEXT_SCHOOL = NewPlacementStarted(at="2023-03-13")
OLD_PLAN = [PepCompleted(at="2022-02-01")]
CURRENT_PLAN = [*OLD_PLAN, PepReviewed(at="2022-11-15")]
NEEDS = SpecialNeedsFound(at="2023-01-10", plan_may_be_needed=True, plan_needed=True)

WITNESSES = {
    "STK-LEG-3a": ([post("virtual_school_head")], []),
    "STK-IMP-1": ([], [PermanentlyExcluded(at="2023-03-06")]),
    "STK-IMP-2": report(Item.ATTAINMENT),
    "STK-IMP-3": report(Item.PROGRESSION),
    "STK-IMP-4": report(Item.ATTENDANCE),
    "STK-IMP-5": report(Item.PEP_QUALITY),
    "STK-IMP-6": report(Item.PUPIL_VIEWS),
    "STK-IMP-7": (
        [PolicySigned(at="2021-09-06", role="designated_teacher"), GovernorsReport(at="2022-07-12")],
        [PolicySigned(at="2021-09-06", role="designated_teacher")],
    ),
    "STK-IMP-8": yes_and_no(OutcomesReviewed, "sums_up"),
    "STK-IMP-9": report(Item.INCLUSION),
    "STK-SLT-2": yes_and_no(PremiumSpent, "for_the_child"),
    "STK-DT-1a": ([post("designated_teacher")], [post("designated_teacher", "2023-02-17")]),
    "STK-DT-1c": ([trained("designated_teacher")], [trained("lead_governor")]),
    "STK-DT-3": yes_and_no(TaskDelegated, "still_answerable"),
    "STK-DT-4a": ([PupilViewsCaptured(at="2023-03-06")], []),
    "STK-DT-5a": (CURRENT_PLAN, OLD_PLAN),
    "STK-DT-5b": yes_and_no(PepTargetsSet, "smart"),
    "STK-DT-6b": ([ProgressAssessed(at="2023-03-06")], []),
    "STK-GOV-2a": ([post("lead_governor")], []),
    "STK-GOV-4a": ([trained("lead_governor")], []),
    "STK-CAR-1b": yes_and_no(ParentInvolved, "advised"),
    "STK-CAR-2": ([MEETING, Attended(at="2023-03-14", role="carer", meeting=Meeting.PEP_MEETING)], [MEETING]),
    "STK-CRS-1": (
        [CareersGuidanceGiven(at="2022-09-05", independent=True)],
        [CareersGuidanceGiven(at="2022-09-05", independent=False)],
    ),
    "STK-CRS-2": pep(Item.PLAN_AFTER_16),
    "STK-CIC-2a": ([PupilViewsCaptured(at="2023-03-06")], []),
    "STK-CIC-3a": yes_and_no(InformationShared, "need_to_know"),
    "STK-CIC-3b": yes_and_no(InformationShared, "wishes_weighed"),
    "STK-CIC-3d": yes_and_no(InformationShared, "secure"),
    "STK-PEP-1c": (
        [*CURRENT_PLAN, PepQualityRated(at="2023-03-06", good=True)],
        [*OLD_PLAN, PepQualityRated(at="2023-03-06", good=False)],
    ),
    "STK-PEP-4": pep(Item.CARE_PLAN_LINK, Item.SOCIAL_CARE_ADVICE),
    "STK-PEP-5a": ([NEEDS, EHC_PLAN], [NEEDS]),
    "STK-PEP-5b": pep(Item.EHC_PLAN_LINK, beside=(EHC_PLAN,)),
    "STK-PEP-6a": yes_and_no(PepTargetsSet, "smart"),
    "STK-PEP-6b": yes_and_no(PremiumSpent, "linked_to_target"),
    "STK-TRN-1": pep(Item.NEXT_STAGE_PLAN),
    "STK-TRN-2a": (
        [NEXT_SCHOOL, Attended(at="2023-03-08", role="designated_teacher", meeting=Meeting.PRE_ADMISSION)],
        [NEXT_SCHOOL, Attended(at="2023-03-08", role="headteacher", meeting=Meeting.PRE_ADMISSION)],
    ),
    "STK-TRN-2b": ([NEXT_SCHOOL, PlansHandedOver(at="2023-03-10")], [NEXT_SCHOOL]),
    "STK-SIG-1": ([PolicySigned(at="2021-09-06", role="designated_teacher")], []),
    "STK-SIG-2": ([PolicySigned(at="2021-09-06", role="chair_of_governors")], []),
    "STK-MLN-1c": ([NEEDS, EhcRequested(at="2023-01-12")], [NEEDS]),
    "STK-MLN-1d": (
        [EHC_PLAN, EhcReviewDue(at="2023-03-01"), EhcReviewMeeting(at="2023-03-02")],
        [EHC_PLAN, EhcReviewDue(at="2023-03-01")],
    ),
    "STK-MLN-2b": ([trained("school_staff")], []),
    "STK-ACH-1a": pep(Item.BASELINE_ATTAINMENT),
    "STK-ACH-1b": pep(Item.CURRENT_ATTAINMENT),
    "STK-ACH-1c": pep(Item.TARGETS, Item.TARGETS_AT_LEAST_AVERAGE),
    "STK-ACH-1d": pep(Item.VALUE_ADDED),
    "STK-ACH-3b": yes_and_no(PepTargetsSet, "smart", "in_long_term_plan"),
}
"""For each clause: the records of a child who meets it, and of one who does not."""


def test_imp1_the_measure_of_inclusion_is_missed_by_one_permanent_exclusion():
    assert states("STK-IMP-1", PermanentlyExcluded(at="2023-03-06")) == [State.BREACH]
    assert states("STK-IMP-1") == []  # a prohibition with no recorded act makes no line


# --- what must be in place -------------------------------------------------------------------------------------------


def test_a_post_that_fell_vacant_is_owed_since_then():
    child = Child(
        "made up", history=[CareOrder(start="2020-01-06"), post("designated_teacher", "2023-02-17")], born="2010-05-01",
        complete=[CARE, SETTING],
    )  # fmt: skip
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20")
    (line,) = [line for line in found.lines if line.clause == "STK-DT-1a"]
    assert (line.state, line.age) == (State.OPEN, 31)
    assert "OPEN         STK-DT-1a   designated teacher in post: owed for 31 calendar days" in as_text(found)


def test_with_no_list_of_posts_it_cannot_be_told_and_all_such_clauses_are_told_together():
    child = Child("made up", history=[CareOrder(start="2020-01-06")], born="2010-05-01", complete=[CARE])
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20")
    wanted = dict(found.lists_wanted)
    posts = wanted[("a complete list of the school's posts, training, reports and policies",)]
    assert {"STK-LEG-3a", "STK-DT-1a", "STK-GOV-2a", "STK-SIG-1"} <= set(posts)
    assert "CANNOT TELL  STK-DT-1a" not in as_text(found)
    assert "wants a complete list of the school's posts, training, reports and policies: STK-LEG-3a," in as_text(found)


def test_what_is_on_record_about_the_school_is_put_beside_every_child():
    hill_top = School("hill-top", history=[post("designated_teacher")], complete=[SETTING])
    child = Child("made up", history=[CareOrder(start="2020-01-06")], born="2010-05-01", complete=[CARE]).at(hill_top)
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20")
    assert [line.state for line in found.lines if line.clause == "STK-DT-1a"] == [State.MET]
    assert "designated teacher in post, since Mon 2 Sep 2019: in place" in as_text(found)


def test_views_from_before_the_child_came_into_care_do_not_show_that_the_child_is_heard():
    assert states("STK-DT-4a", PupilViewsCaptured(at="2019-06-03")) == [State.OPEN]
    assert states("STK-DT-4a", complete=False) == [State.CANNOT_TELL]


def test_a_training_before_the_child_was_born_still_counts():
    assert states("STK-DT-1c", TrainingAttended(role="designated_teacher", at="2005-10-10")) == [State.MET]


def test_a_list_that_begins_in_a_later_year_does_not_rule_out_an_earlier_training_not_even_one_before_birth():
    child = Child(
        "made up", history=[CareOrder(start="2020-01-06")], born="2018-05-01",
        complete={CARE: (None, None), SETTING: (date(2010, 1, 1), None)},
    )  # fmt: skip
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20")
    assert [line.state for line in found.lines if line.clause == "STK-DT-1c" and not line.stated_by] == [
        State.CANNOT_TELL
    ]


def test_a_plan_is_asked_for_only_once_it_was_found_to_be_needed():
    assert states("STK-PEP-5a") == []
    assert states("STK-PEP-5a", SpecialNeedsFound(at="2023-01-10", plan_needed=False)) == []
    assert states("STK-PEP-5a", SpecialNeedsFound(at="2023-01-10")) == [State.CANNOT_TELL]


def test_a_document_that_was_not_checked_for_a_thing_leaves_it_open():
    assert states("STK-ACH-1a", PepWritten(at="2023-02-06")) == [State.CANNOT_TELL]


# --- the shared scenarios of these sections --------------------------------------------------------------------------


def test_s23_careers_guidance_is_owed_from_year_9_on():
    born = {"born": "2008-10-01"}  # thirteen by 31 August 2022
    assert states("STK-CRS-1", on="2022-11-18", **born) == [State.OPEN]
    assert states("STK-CRS-1", on="2022-08-31", **born) == []
    assert "CG-1" in STOKE_ON_TRENT.clause("STK-CRS-1").weaker_than


def test_a_plan_made_in_the_one_term_that_is_published_is_up_to_date_and_an_older_one_may_be():
    autumn = SchoolCalendar([Term("Autumn 2025", date(2025, 9, 1), date(2025, 12, 19))], all_inset_listed=True)

    def line(*plans: PepCompleted) -> Line:
        child = Child(
            "made up", history=[CareOrder(start="2020-01-06"), *plans], born="2010-05-01", complete=[CARE, SCHOOLING]
        )
        found = assess(child, STOKE_ON_TRENT, calendar=autumn, on="2025-10-20")
        return next(line for line in found.lines if line.clause == "STK-DT-5a" and not line.stated_by)

    assert line(PepCompleted(at="2025-10-08")).state is State.MET
    older = line(PepCompleted(at="2025-03-08"))
    assert (older.state, older.missing) == (State.CANNOT_TELL, ("the school's term dates",))
    assert states("STK-DT-5a") == []  # the first plan has a day of its own: STK-PEP-1a


def test_where_it_is_not_known_since_when_the_child_is_in_care_earlier_views_leave_it_open():
    child = Child(
        "made up", born="2010-05-01", complete=[SCHOOLING],
        history=[CareOrder(start="2020-01-06"), PupilViewsCaptured(at="2019-06-03")],
    )  # fmt: skip
    found = assess(child, STOKE_ON_TRENT, calendar=A, on="2023-03-20")
    (line,) = [line for line in found.lines if line.clause == "STK-DT-4a" and not line.stated_by]
    assert line.state is State.CANNOT_TELL
    assert line.missing == ("since when the child has been looked after (Children Act 1989, s.22(1)-(2))",)
