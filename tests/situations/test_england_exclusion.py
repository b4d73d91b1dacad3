"""The national rules on exclusion: for each clause that computes, a made-up child who meets it and one who does not."""

from __future__ import annotations

from datetime import date

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    CareOrder,
    CouncilInformed,
    EducationProvided,
    ExamMissed,
    ExclusionCancelled,
    ExclusionNoticeGiven,
    ExclusionReviewOver,
    GoverningBodyInformed,
    GovernorsReconvened,
    HeadInformed,
    JoinedSchool,
    PanelDecisionGiven,
    ParentInformed,
    PermanentlyExcluded,
    Reinstated,
    ReinstatementConsidered,
    RepresentationsMade,
    ReviewApplied,
    ReviewPanelMet,
    SocialWorker,
    SocialWorkerInformed,
    Suspended,
    TakenOffRoll,
    VirtualSchoolInformed,
)
from carepolicy.line import State
from carepolicy.profiles.england import ENGLAND
from tests.situations.england import bear_witness, dues, ids_of, lines, states
from tests.situations.published import B

ON = "2024-05-20"


def out(at: str, days: int, **told) -> Suspended:
    return Suspended(at=f"{at}T09:15", days=days, **{"misses_exam": False, **told})


SHORT = out("2024-05-07", 3)
LONG = out("2024-05-07", 7)
FOR_GOOD = PermanentlyExcluded(at="2024-04-15T09:15")
CONSIDERED = ReinstatementConsidered(at="2024-05-07T10:00")
TELLING = [
    ParentInformed(at="2024-05-07"), CouncilInformed(at="2024-05-07"), SocialWorkerInformed(at="2024-05-07"),
    VirtualSchoolInformed(at="2024-05-07"),
]  # fmt: skip
CANCELLED = ExclusionCancelled(at="2024-05-08")
TOLD_OF_IT = [
    kind(at="2024-05-08")
    for kind in (
        ParentInformed, GoverningBodyInformed, CouncilInformed, SocialWorkerInformed, VirtualSchoolInformed, Reinstated,
    )
]  # fmt: skip
LATER = "2024-12-02"
CARE_2010 = CareOrder(start="2010-01-04")

WITNESSES = {
    "EX-1": ([SHORT, *TELLING], [SHORT, *TELLING[:3]], ON),
    "EX-2": ([SHORT, ExclusionNoticeGiven(at="2024-05-07")], [SHORT], ON),
    "EX-3": ([SHORT, GoverningBodyInformed(at="2024-05-09")], [LONG], ON),
    "EX-4": (
        [SHORT, ExclusionNoticeGiven(at="2024-05-07", public_places=True)],
        [SHORT, ExclusionNoticeGiven(at="2024-05-08", public_places=True)],
        ON,
    ),
    "EX-7": ([FOR_GOOD, EducationProvided(at="2024-04-23")], [FOR_GOOD, EducationProvided(at="2024-04-24")], ON),
    "EX-11": (
        [ExamMissed(at="2024-05-16"), ReinstatementConsidered(at="2024-05-15")],
        [ExamMissed(at="2024-05-16"), ReinstatementConsidered(at="2024-05-17")],
        ON,
    ),
    "EX-12": ([FOR_GOOD, CONSIDERED, *TELLING, HeadInformed(at="2024-05-07")], [FOR_GOOD, CONSIDERED, *TELLING], ON),
    "EX-14": (
        [ReviewApplied(at="2024-05-09"), ReviewPanelMet(at="2024-06-06")],
        [ReviewApplied(at="2024-05-09"), ReviewPanelMet(at="2024-06-07")],
        "2024-06-10",
    ),
    "EX-15": (
        [PanelDecisionGiven(at="2024-03-26", sends_back=True), GovernorsReconvened(at="2024-04-24")],
        [PanelDecisionGiven(at="2024-03-26", sends_back=True), GovernorsReconvened(at="2024-04-25")],
        ON,
    ),
    "EX-16": (
        [out("2023-09-11", 25), out("2024-01-15", 20)],
        [out("2023-09-11", 25), out("2024-01-15", 20), out("2024-06-10", 1)],
        "2024-06-12",
    ),
    "EX-19": ([SHORT, CANCELLED, *TOLD_OF_IT], [SHORT, CANCELLED, *TOLD_OF_IT[:-1]], ON),
}


@pytest.mark.parametrize("id", WITNESSES)
def test_one_child_meets_it_and_one_does_not(id):
    bear_witness(id, WITNESSES[id], calendar=B)


def test_ex1_and_the_law_before_1_september_2022():
    day_before = PermanentlyExcluded(at="2022-08-31")
    first_day = PermanentlyExcluded(at="2022-09-01")
    on = "2022-09-20"
    assert (len(states("EX-1", day_before, on=on)), len(states("EX-1a", day_before, on=on))) == (0, 2)
    assert (len(states("EX-1", first_day, on=on)), len(states("EX-1a", first_day, on=on))) == (4, 0)


def test_ex1a_a_short_suspension_is_told_to_the_council_by_the_end_of_the_term():
    law = {"in_force": date(2021, 1, 1), "calendar": B}
    told, council = ParentInformed(at="2024-05-07"), CouncilInformed(at="2024-07-23")
    assert states("EX-1a", SHORT, told, council, on="2024-07-24", **law) == ["MET", "MET"]
    assert "OVERDUE" in states("EX-1a", SHORT, told, on="2024-07-24", **law)
    assert "OPEN" in states("EX-1a", LONG, told, on="2024-05-20", **law)


def test_ex1_the_virtual_school_is_told_of_a_child_in_care_and_the_social_worker_of_one_who_has_one():
    found = lines("EX-1", SHORT, on=ON, calendar=B, care=None, complete=(CARE, PERMANENCE))
    assert [(one.act, one.state) for one in found] == [
        ("notice to the parent", State.CANNOT_TELL),
        ("notice to the council", State.CANNOT_TELL),
        ("notice to the social worker", State.CANNOT_TELL),
    ]


def test_ex3_dl_e33_six_days_in_a_term_are_told_without_delay_and_considered_in_50_school_days():
    first, second = out("2023-10-02", 4), out("2023-12-04", 2)
    told = [one for one in lines("EX-3", first, second, on="2023-12-06", calendar=B) if one.state is State.OPEN]
    assert len(told) == 1
    told = GoverningBodyInformed(at="2023-12-04T15:00")
    said = RepresentationsMade(at="2023-12-05")
    assert dues("EX-10", first, second, told, said, on="2023-12-06", calendar=B) == ["2024-03-05"]
    assert states("EX-10", first, told, said, on="2023-12-06", calendar=B) == []
    assert states("EX-10", first, second, told, on="2023-12-06", calendar=B) == []


def test_ex3_with_no_list_of_suspensions_it_cannot_be_told_whether_five_days_are_passed():
    found = states("EX-3", SHORT, on=ON, calendar=B, complete=(CARE, PERMANENCE))
    assert found == ["CANNOT TELL", "CANNOT TELL"]


def test_ex3_a_lunchtime_counts_as_half_a_day():
    lunches = Suspended(at="2024-05-13T09:00", days=5, lunchtime=True, misses_exam=False)
    assert "OPEN" in states("EX-3", SHORT, lunches, GoverningBodyInformed(at="2024-05-08"), on=ON, calendar=B)


def test_ex4_the_first_day_of_an_afternoon_exclusion_is_the_next_school_day():
    afternoon = Suspended(at="2024-05-07T15:05", days=3)
    assert dues("EX-4", afternoon, on=ON, calendar=B) == ["2024-05-08"]
    assert dues("EX-4", PermanentlyExcluded(at="2024-05-07T09:15"), on=ON, calendar=B) == ["2024-05-07"]


STARTS = EducationProvided(at="2023-04-17T09:00", short_notice_agreed=False)


def test_ex4a_dl_e64_what_starts_is_told_48_hours_before():
    (only,) = lines("EX-4a", STARTS, on="2023-04-14")
    assert str(only.due) == "Sat 15 Apr 2023 09:00"
    assert only.due.act_by == date(2023, 3, 31)
    in_time, late = "2023-04-15T08:59", "2023-04-15T09:01"
    notices = [ExclusionNoticeGiven(at=at, provision=True) for at in (in_time, late)]
    assert [states("EX-4a", STARTS, one, on="2023-04-20") for one in notices] == [["MET"], ["LATE"]]
    agreed = EducationProvided(at="2023-04-17T09:00", short_notice_agreed=True)
    assert states("EX-4a", agreed, on="2023-04-20") == []


def test_ex7_dl_e32_the_sixth_school_day_following_with_the_safe_date_beside_it():
    (only,) = lines("EX-7", PermanentlyExcluded(at="2024-03-28"), on="2024-04-16", calendar=B)
    assert only.due.day == date(2024, 4, 22)
    assert [other.due for other in only.reading.instead] == ["Fri 19 Apr 2024"]


@pytest.mark.parametrize(
    ("told", "due"),
    [
        pytest.param("2022-12-12", "2023-01-17", id="dl_e8"),
        pytest.param("2023-04-17", "2023-05-10", id="dl_e9"),
    ],
)
def test_ex9_the_governing_body_considers_a_permanent_exclusion_in_15_school_days(told, due):
    excluded, informed = PermanentlyExcluded(at=told), GoverningBodyInformed(at=told)
    assert dues("EX-9", excluded, informed, on=told) == [due]
    in_time = ReinstatementConsidered(at=due)
    assert states("EX-9", excluded, informed, in_time, on="2023-06-01") == ["MET"]
    assert states("EX-9", excluded, informed, on="2023-06-01") == ["OVERDUE"]


def test_ex9_over_15_days_in_a_term_or_a_missed_exam_are_considered_too():
    informed = GoverningBodyInformed(at="2024-05-08")
    sixteen = [out("2024-04-15", 13), SHORT]
    about = GoverningBodyInformed(at="2024-05-08", about="second")
    named = out("2024-05-07", 3, ref="second")
    assert states("EX-9", sixteen[0], named, about, on=ON, calendar=B) == ["DUE"]
    assert states("EX-9", out("2024-05-07", 3, misses_exam=True), informed, on=ON, calendar=B) == ["DUE"]
    assert states("EX-9", SHORT, informed, on=ON, calendar=B) == []
    unsure = lines("EX-9", Suspended(at="2024-05-07T09:15", days=3), informed, on=ON, calendar=B)
    assert [one.missing for one in unsure] == [("whether an examination falls into the suspension",)]


def test_ex9_a_notice_that_may_be_about_either_of_two_exclusions_does_not_settle_which():
    found = lines("EX-9", out("2024-04-15", 13), SHORT, GoverningBodyInformed(at="2024-05-08"), on=ON, calendar=B)
    assert [one.missing for one in found] == [
        ("which suspension or permanent exclusion the notice to the governing body is about",)
    ]


def test_ex10_dl_e10_fifty_school_days():
    six, informed, said = (
        out("2022-11-07", 6),
        GoverningBodyInformed(at="2022-11-14"),
        RepresentationsMade(at="2022-11-15"),
    )
    assert dues("EX-10", six, informed, said, on="2022-11-16") == ["2023-02-08"]
    assert states("EX-10", six, informed, said, ReinstatementConsidered(at="2023-02-08"), on="2023-03-01") == ["MET"]
    assert states("EX-10", six, informed, said, on="2023-03-01") == ["OVERDUE"]


def test_ex12a_before_september_2022_the_virtual_school_was_not_told():
    out = PermanentlyExcluded(at="2022-06-20")
    old = ReinstatementConsidered(at="2022-07-04")
    told = [kind(at="2022-07-05") for kind in (ParentInformed, HeadInformed, CouncilInformed)]
    assert states("EX-12a", out, old, *told, on="2022-09-20") == ["MET"] * 3
    assert states("EX-12a", out, old, *told[:2], on="2022-09-20") == ["MET", "MET", "OPEN"]
    assert states("EX-12", out, old, on="2022-09-20") == []


def test_ex16_dl_e34_45_days_are_allowed_and_those_of_next_year_are_of_next_year():
    before = [out("2023-09-11", 20), out("2024-01-15", 20), out("2024-06-10", 3)]
    assert "BREACH" not in states("EX-16", *before, out("2024-07-22", 2), on="2024-07-23", calendar=B)
    assert states("EX-16", *before, out("2024-07-18", 3), on="2024-07-23", calendar=B) == ["BREACH"]


def test_ex19_a_cancellation_after_the_governing_body_met_is_barred():
    met = ReinstatementConsidered(at="2024-05-07T10:00")
    assert "BREACH" in states("EX-19", out("2024-05-06", 3), met, CANCELLED, *TOLD_OF_IT, on=ON, calendar=B)
    earlier = [out("2024-04-15", 1), ReinstatementConsidered(at="2024-04-22")]
    assert "BREACH" not in states("EX-19", *earlier, SHORT, CANCELLED, *TOLD_OF_IT, on=ON, calendar=B)


def test_ex19_began_on_1_september_2023():
    for day, found in (("2023-08-31", 0), ("2023-09-01", 6)):
        excluded = PermanentlyExcluded(at="2023-07-03")
        assert len(states("EX-19", excluded, ExclusionCancelled(at=day), on="2023-10-02", calendar=B)) == found


OFF = TakenOffRoll(at="2024-10-07")
EXCLUDED = PermanentlyExcluded(at="2024-09-09")


def test_ex20_the_name_stays_until_the_review_is_over():
    over = ExclusionReviewOver(at="2024-10-04")
    assert states("EX-20", EXCLUDED, over, OFF, on=LATER) == ["MET"]
    assert states("EX-20", EXCLUDED, OFF, on=LATER) == ["BREACH"]
    assert states("EX-20", OFF, on=LATER) == []
    assert states("EX-20", EXCLUDED, JoinedSchool(at="2024-09-30"), OFF, on=LATER) == []
    assert states("EX-20", EXCLUDED, OFF, on=LATER, complete=(CARE, PERMANENCE)) == ["CANNOT TELL"]


def test_ex20_began_on_19_august_2024():
    for day, found in (("2024-08-18", []), ("2024-08-19", ["BREACH"])):
        assert states("EX-20", PermanentlyExcluded(at="2024-07-01"), TakenOffRoll(at=day), on=LATER) == found


def test_the_exclusion_regulations_began_on_1_september_2012():
    for day, found in (("2012-08-31", []), ("2012-09-01", ["OPEN"])):
        assert states("EX-2", PermanentlyExcluded(at=day), on="2012-10-01", born="2004-05-01", care=CARE_2010) == found


def test_what_defines_or_only_allows_demands_nothing():
    silent = {"EX-5", "EX-11a", "EX-13", "EX-17", "EX-18"}
    assert silent == {one.id for one in ENGLAND.clauses if one.id.startswith("EX-") and not one.demands}


def test_every_clause_that_computes_has_its_witnesses():
    here = {"EX-1a", "EX-4a", "EX-9", "EX-10", "EX-12a", "EX-20"}
    in_the_older_tests = {"EX-6", "EX-8"}
    assert set(WITNESSES) | here | in_the_older_tests == set(ids_of("EX"))


def test_ex1_where_it_is_not_known_whether_the_social_worker_had_gone_it_cannot_be_told_that_nothing_more_is_owed():
    workers = [SocialWorker(start="2024-09-02", end="2024-09-03"), SocialWorker(start="2024-09", assessed_in_need=True)]
    found = lines("EX-1", PermanentlyExcluded(at="2024-09-02"), *workers, care=None, on="2025-09-01")
    assert "ENDED" not in {line.state.value for line in found if line.act == "notice to the social worker"}
