"""The SSDA903 reader: what each code says, and what bad input gets."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from carepolicy.adapters.ssda903 import LEGAL_STATUS, REASON_CEASED, read_ssda903
from carepolicy.errors import BadInput, NotAskable
from carepolicy.facts import (
    CARE,
    PERMANENCE,
    SCHOOLING,
    SOCIAL_WORK,
    Accommodation,
    CareOrder,
    Child,
    Ended,
    FreeingOrder,
    InterimCareOrder,
    Need,
    Order,
    PlacementOrder,
    Power,
    PreviousPermanence,
    Remand,
    ShortBreakAgreement,
    Source,
)
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.time.instants import Instant
from carepolicy.verdict import Verdict

HOLDS, FAILS, UNKNOWN = Verdict.HOLDS, Verdict.FAILS, Verdict.UNKNOWN

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
PREVIOUS = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"
ONE_CHILD = f"{HEADER}\n7,1,09/05/2012,WBRI,UN1,,\n"


@pytest.fixture
def folder(tmp_path):
    """Writes a return from rows, and reads it."""

    def write(*episodes: str, header: str = ONE_CHILD, previous: tuple[str, ...] = (), **files: str | bytes) -> Path:
        (tmp_path / "header.csv").write_text(header, "utf-8")
        rows = "\n".join([EPISODES, *(episode + ",,,," for episode in episodes)])
        (tmp_path / "episodes.csv").write_text(rows + "\n", "utf-8")
        if previous:
            (tmp_path / "previous_permanence.csv").write_text("\n".join([PREVIOUS, *previous]) + "\n", "utf-8")
        for name, content in files.items():
            path = tmp_path / f"{name}.csv"
            path.write_bytes(content) if isinstance(content, bytes) else path.write_text(content, "utf-8")
        return tmp_path

    return write


def only(path: Path, **more) -> Child:
    (child,) = read_ssda903(path, complete=[CARE, PERMANENCE], **more).children
    return child


def warnings(child: Child) -> list[str]:
    return [str(warning) for warning in child.warnings]


def problems(path: Path) -> list[str]:
    with pytest.raises(BadInput) as raised:
        read_ssda903(path)
    return [str(problem) for problem in raised.value.problems]


# --- codes -----------------------------------------------------------------------------------------------------------

KINDS = {
    "C1": InterimCareOrder, "C2": CareOrder, "D1": FreeingOrder, "E1": PlacementOrder, "V2": Accommodation, "V3": Accommodation,
    "V4": ShortBreakAgreement, "J1": Remand, "J2": Accommodation, "J3": Accommodation, "L1": Accommodation, "L2": Accommodation,
    "L3": Accommodation,
}  # fmt: skip


@pytest.mark.parametrize("status", LEGAL_STATUS)
def test_every_legal_status_becomes_a_fact_that_keeps_its_row(folder, status):
    (record,) = only(folder(f"7,01/02/2020,S,{status},N5,U6,PR1,01/03/2020,E8")).history
    assert type(record) is KINDS[status]
    assert (record.start, record.end) == (Instant.of("2020-02-01"), Instant.of("2020-03-01"))
    assert record.need is Need.DYSFUNCTION
    assert record.source == Source("episodes.csv", (2,))


def test_powers_and_short_breaks_follow_from_the_legal_status(folder):
    said = {}
    for status in ("V2", "V3", "L1", "L2", "L3", "J2", "J3"):
        (record,) = only(folder(f"7,01/02/2020,S,{status},N5,U6,PR1,01/03/2020,E8")).history
        said[status] = (record.power, record.short_break)
    assert said == {
        "V2": (Power.S20, False), "V3": (Power.S20, True), "L1": (Power.S21_2A, False), "L2": (Power.S21_1, False),
        "L3": (Power.S43, False), "J2": (Power.S21_2B, False), "J3": (Power.S21_2C, False),
    }  # fmt: skip


@pytest.mark.parametrize("code", [code for code in REASON_CEASED if code not in ("X1", "E2", "E15")])
def test_every_reason_that_care_ceased_says_how_it_ended(folder, code):
    child = only(folder(f"7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,{code}"))
    assert child.history[0].ended_by is REASON_CEASED[code]
    by_order = code in ("E11", "E12", "E41", "E43", "E44", "E45", "E46", "E47", "E48")
    expected = UNKNOWN if code == "E3" else Verdict.of(by_order)
    assert previously_looked_after.timeline(child).at(date(2020, 3, 1)) is expected
    goes_on = code in ("E3", "E9", "E14")  # elsewhere; or under a care order, which these do not end
    assert looked_after.timeline(child).at(date(2020, 3, 1)) is (UNKNOWN if goes_on else FAILS)


def test_death_ends_everything_on_its_day(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E2"))
    assert child.died == Instant.of("2020-03-01")
    for status in (looked_after, previously_looked_after, with_social_worker):
        assert status.timeline(child).at(date(2020, 3, 1)) is FAILS
    assert looked_after.timeline(child).at(date(2020, 2, 29)) is HOLDS


def test_an_age_assessment_ends_everything_on_its_day(folder):
    child = only(folder("7,01/02/2020,S,V2,N8,U6,PR1,01/03/2020,E15"))
    assert child.adult_from == Instant.of("2020-03-01")
    assert with_social_worker.timeline(child).at(date(2020, 3, 1)) is FAILS


@pytest.mark.parametrize(("code", "ended"), [("E45", "01/03/2017"), ("E43", "01/04/2018"), ("E4A", "01/03/2015")])
def test_a_code_outside_its_years_is_read_with_a_warning(folder, code, ended):
    child = only(folder(f"7,01/02/2014,S,C2,N1,U6,PR1,{ended},{code}"))
    assert warnings(child) == [
        f"episodes.csv row 2: REC {code} was not in use in the year of DEC; it is taken at its word"
    ]


def test_a_freeing_order_long_after_the_last_could_be_sought_is_read_with_a_warning(folder):
    assert "none could be sought by then" in warnings(only(folder("7,01/02/2014,S,D1,N1,U6,PR1,,")))[0]


# --- joining ---------------------------------------------------------------------------------------------------------


def test_episodes_that_only_change_the_placement_are_one_record_that_keeps_every_row(folder):
    (record,) = only(
        folder(
            "7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,X1",
            "7,01/03/2020,P,C2,N1,U4,PR1,01/06/2020,X1",
            "7,01/06/2020,T,C2,N1,K2,PR1,,",
        )
    ).history
    assert record.source == Source("episodes.csv", (2, 3, 4))
    assert (record.start, record.end) == (Instant.of("2020-02-01"), None)


def test_a_change_of_legal_status_is_another_record_of_the_same_time_in_care(folder):
    child = only(folder("7,01/02/2020,S,V2,N1,U6,PR1,01/03/2020,X1", "7,01/03/2020,L,C2,N1,U6,PR1,,"))
    assert [type(record) for record in child.history] == [Accommodation, CareOrder]
    assert looked_after.begins.days(child) == (date(2020, 2, 1),)
    assert child.warnings == ()


def test_a_first_row_that_does_not_start_care_never_says_no_of_the_days_before(folder):
    child = only(folder("7,01/02/2020,L,C2,N1,U6,PR1,,"))
    timeline = looked_after.timeline(child)
    assert timeline.at(date(2020, 2, 1)) is HOLDS
    assert timeline.at(date(2020, 1, 31)) is UNKNOWN
    assert timeline.at(date(2012, 5, 9)) is UNKNOWN
    assert timeline.at(date(2012, 5, 8)) is FAILS


def test_a_first_row_that_starts_care_says_no_of_the_days_before(folder):
    assert looked_after.timeline(only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,"))).at(date(2020, 1, 31)) is FAILS


def test_placed_with_parents_a_child_under_an_order_is_not_accommodated(folder):
    assert [
        only(folder(f"7,01/02/2020,S,C2,N1,{place},PR1,,")).history[0].accommodated for place in ("P1", "U6", "")
    ] == [
        False,
        True,
        None,
    ]


def test_rows_in_any_order_give_the_same_child(folder):
    rows = ["7,01/02/2020,S,V2,N1,U6,PR1,01/03/2020,X1", "7,01/03/2020,L,C2,N1,U6,PR1,01/06/2021,E45"]
    assert only(folder(*rows)) == only(folder(*reversed(rows)))


def test_dates_in_iso_form_as_stitched_extracts_write_them_are_read(folder):
    assert only(folder("7,2020-02-01,S,C2,N1,U6,PR1,2020-03-01,E8")) == only(
        folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E8")
    )


# --- previous permanence ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "order"),
    [("P1", Order.ADOPTION), ("P2", Order.SPECIAL_GUARDIANSHIP), ("P3", Order.CHILD_ARRANGEMENTS), ("P4", None)],
)
@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("04/05/2018", "2018-05-04"),
        ("zz/05/2018", "2018-05"),
        ("zz/zz/2018", "2018"),
        ("zz/zz/zzzz", "../2020-02-01"),
        ("", "../2020-02-01"),
    ],
)
def test_an_earlier_order_is_read_as_far_as_its_date_is_known(folder, code, order, written, at):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=(f"7,09/05/2012,{code},,{written}",)))
    assert child.history[-1] == PreviousPermanence(order=order, at=at)


def test_no_earlier_order_is_said_up_to_coming_into_care(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=("7,09/05/2012,Z1,,",)))
    assert child.history[-1] == PreviousPermanence(order=Order.NONE, at="2020-02-01")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("04/zz/2018", "knows a day and no month"),
        ("zz/05/zzzz", "knows a day or month and no year"),
        ("zz/13/2018", "is a date that does not exist"),
        ("zz/05/18", "is not a date"),
    ],
)
def test_a_partial_date_that_makes_no_sense_is_an_error(folder, written, says):
    (problem,) = problems(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=(f"7,09/05/2012,P1,,{written}",)))
    assert problem.startswith("previous_permanence.csv, row 2, column DATE_PERM: ")
    assert says in problem


def test_an_order_dated_after_coming_into_care_or_dated_though_there_was_none_is_a_warning(folder):
    later = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=("7,09/05/2012,P1,,01/03/2021",)))
    none = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=("7,09/05/2012,Z1,,01/03/2018",)))
    assert "DATE_PERM is later than the last time that the child came into care" in warnings(later)[0]
    assert "PREV_PERM Z1 says that there was no order, and DATE_PERM dates one" in warnings(none)[0]


# --- bad input: errors -----------------------------------------------------------------------------------------------

GOOD = "7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E8"


@pytest.mark.parametrize(
    ("row", "where", "says"),
    [
        ("7,31/02/2020,S,C2,N1,U6,PR1,,", "row 2, column DECOM", "is a date that does not exist"),
        ("7,01/02/20,S,C2,N1,U6,PR1,,", "row 2, column DECOM", "has a year of two digits. Write all four"),
        ("7,Feb 2020,S,C2,N1,U6,PR1,,", "row 2, column DECOM", "is not a date. Write it as 31/03/2026 or 2026-03-31."),
        ("7,,S,C2,N1,U6,PR1,,", "row 2, column DECOM", "is empty. It takes a date"),
        ("7,01/02/2020,S,C9,N1,U6,PR1,,", "row 2, column LS", "'C9' is not a code that is accepted here."),
        ("7,01/02/2020,Z,C2,N1,U6,PR1,,", "row 2, column RNE", "It takes one of S, L, P, T, B, U."),
        ("7,01/02/2020,,C2,N1,U6,PR1,,", "row 2, column RNE", "is empty. It takes one of S, L, P, T, B, U."),
        ("7,01/02/2020,S,C2,N9,U6,PR1,,", "row 2, column CIN", "'N9' is not a code"),
        ("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E42", "row 2, column REC", "'E42' is not a code"),
        ("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,e4b", "row 2, column REC", "Did you mean E4B?"),
        ("7,01/02/2020,S,C2,N1,U6,PR1,31/01/2020,E8", "row 2, column DEC", "is earlier than DECOM"),
        (",01/02/2020,S,C2,N1,U6,PR1,,", "row 2, column CHILD", "is empty. Every row names its child."),
    ],
)
def test_a_cell_that_cannot_be_a_fact_is_an_error_that_names_its_place(folder, row, where, says):
    (problem,) = problems(folder(row))
    assert problem.startswith(f"episodes.csv, {where}: ")
    assert says in problem


def test_every_error_in_every_file_is_reported_at_once(folder):
    found = problems(
        folder(
            "7,31/02/2020,S,C9,N1,U6,PR1,,", "8,01/02/2020,Q,C2,N1,U6,PR1,,E42",
            header=f"{HEADER}\n7,1,99/99/9999,,,,\n8,1,01/01/2012,,,,\n", previous=("8,01/01/2012,P9,,",),
        )
    )  # fmt: skip
    assert [problem.split(":")[0] for problem in found] == [
        "header.csv, row 2, column DOB",
        "episodes.csv, row 2, column DECOM",
        "episodes.csv, row 2, column LS",
        "episodes.csv, row 3, column RNE",
        "episodes.csv, row 3, column REC",
        "previous_permanence.csv, row 2, column PREV_PERM",
    ]


def test_a_child_whom_no_error_touches_is_still_read(folder):
    path = folder(
        "7,31/02/2020,S,C2,N1,U6,PR1,,", "8,01/02/2020,S,C2,N1,U6,PR1,,", header=f"{ONE_CHILD}8,1,01/01/2012,,,,\n"
    )
    with pytest.raises(BadInput) as raised:
        read_ssda903(path)
    assert [child.id for child in raised.value.readable.children] == ["8"]


def test_an_error_never_shows_a_date_of_birth_or_a_free_text(folder):
    found = problems(folder(GOOD, header=f"{HEADER}\n7,1,09/05/20l2,,,,\n"))
    assert "20l2" not in found[0]
    assert found == ["header.csv, row 2, column DOB: is not a date. Write it as 31/03/2026 or 2026-03-31."]


def test_a_wrong_column_is_an_error_that_says_which_one_may_be_meant(folder):
    found = problems(folder(GOOD, header="CHILDID,DOB\n7,09/05/2012\n"))
    assert found == [
        "header.csv, row 1, column CHILD: is missing. Is CHILDID meant for it? The columns needed are CHILD, DOB."
    ]


def test_a_column_that_is_there_twice_is_an_error(folder):
    assert problems(folder(GOOD, header="CHILD,DOB,DOB\n7,09/05/2012,09/05/2012\n")) == [
        "header.csv, row 1, column DOB: is there twice. Keep one column of that name."
    ]


def test_a_row_with_a_cell_too_many_is_an_error(folder):
    (problem,) = problems(folder(GOOD, header="CHILD,DOB\n7,09/05/2012,extra\n"))
    assert problem == "header.csv, row 2: has 3 cells where the header has 2. Check for a comma too many or too few."


def test_the_child_of_a_row_with_a_cell_too_few_is_left_out_and_nobody_else_is(folder):
    two = f"{HEADER}\n7,1,09/05/2012,WBRI,UN1,,\n8,1,01/01/2013,WBRI,UN1,,\n"
    path = folder(GOOD, header=two)
    with (path / "episodes.csv").open("a", encoding="utf-8") as file:
        file.write("8,01/02/2021,S,C2\n")
    with pytest.raises(BadInput) as raised:
        read_ssda903(path, complete=[CARE, PERMANENCE])
    (seven,) = raised.value.readable.children
    assert (seven.id, [statement.family for statement in seven.complete]) == ("7", [CARE, PERMANENCE])


@pytest.mark.parametrize("row", [",01/02/2020,S,C2,N1,U6,PR1,,,,,,", "77,01/02/2020,S,C2"])
def test_a_row_that_names_no_known_child_may_be_about_anybody_so_nobodys_records_are_complete(folder, row):
    path = folder(GOOD)
    with (path / "episodes.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(BadInput) as raised:
        read_ssda903(path, complete=[CARE, PERMANENCE, SOCIAL_WORK])
    (seven,) = raised.value.readable.children
    assert [statement.family for statement in seven.complete] == [SOCIAL_WORK]
    assert looked_after.timeline(seven).at(date(2015, 1, 1)) is UNKNOWN
    assert warnings(seven)[-1] == (
        "episodes.csv row 3: names no child that is known, and may be about this one: no list of care or of orders is "
        "taken as complete"
    )


def test_what_stands_where_a_code_should_is_shown_only_if_it_looks_like_one(folder):
    (problem,) = problems(folder("7,01/02/2020,S,Ana Smith,N1,U6,PR1,,"))
    assert problem.startswith(
        "episodes.csv, row 2, column LS: is not a code that is accepted here. It takes one of C1,"
    )


def test_a_file_with_semicolons_is_an_error_that_says_so(folder):
    assert problems(folder(GOOD, header="CHILD;DOB\n7;09/05/2012\n")) == [
        "header.csv, row 1: has no commas between its columns. Save it again as CSV with commas."
    ]


def test_an_empty_file_and_a_missing_file_and_a_folder_that_is_not_there_are_errors(folder, tmp_path):
    assert problems(folder(GOOD, header="")) == [
        "header.csv: is empty. Its first row must name the columns CHILD, DOB."
    ]
    (tmp_path / "episodes.csv").unlink()
    assert "episodes.csv: is not there. Put it there, or name the place where it is." in problems(tmp_path)
    for wrong in ("nowhere", "header.csv"):
        assert problems(tmp_path / wrong) == [f"{wrong}: is not a folder. Name the folder that holds episodes.csv."]


def test_a_file_that_is_not_utf8_is_an_error(folder):
    found = problems(
        folder(GOOD, header=ONE_CHILD, previous_permanence="CHILD,PREV_PERM,DATE_PERM\n7,Z1,\xff\n".encode("latin-1"))
    )
    assert found == ["previous_permanence.csv: is not UTF-8 text. Save it again as CSV in UTF-8."]


# --- bad input: notes and warnings -----------------------------------------------------------------------------------


def test_a_byte_order_mark_is_read_over_and_noted(folder):
    read = read_ssda903(folder(GOOD, header="\ufeff" + ONE_CHILD))
    assert read.children[0].born == Instant.of("2012-05-09")
    assert "header.csv begins with a byte-order mark; it is read all the same" in read.notes


def test_lines_that_end_in_carriage_returns_and_blank_lines_are_read(folder):
    read = read_ssda903(folder(GOOD, header=(ONE_CHILD + "\n,,,,,,\n").replace("\n", "\r\n")))
    assert [child.id for child in read.children] == ["7"]


def test_what_is_not_read_is_named(folder):
    path = folder(GOOD, header="CHILD,DOB,LA\n7,09/05/2012,Here\n", reviews="CHILD\n7\n")
    assert read_ssda903(path).notes == ("reviews.csv is not read", "column LA of header.csv is not read")
    assert read_ssda903(path, also_read=[path / "reviews.csv"]).notes == ("column LA of header.csv is not read",)


def test_a_file_with_a_header_and_no_rows_is_noted(folder):
    read = read_ssda903(folder(header=f"{HEADER}\n"))
    assert read.children == ()
    assert set(read.notes) == {"header.csv has no rows under its header", "episodes.csv has no rows under its header"}


def test_a_child_in_the_header_alone_is_warned_of_and_with_care_complete_was_never_in_care(folder):
    child = only(folder())
    assert warnings(child) == ["header.csv row 2: the child has no row in episodes.csv"]
    assert looked_after.timeline(child).at(date(2020, 1, 1)) is FAILS


def test_a_child_in_the_episodes_alone_is_warned_of_and_has_no_age(folder):
    path = folder(GOOD, GOOD.replace("7,", "8,", 1))
    eight = read_ssda903(path, complete=[CARE]).children[1]
    assert warnings(eight) == ["episodes.csv row 3: the child is not in header.csv, so the date of birth is not known"]
    assert looked_after.timeline(eight).at(date(2020, 2, 15)) is UNKNOWN
    assert looked_after.timeline(eight).at(date(2020, 3, 15)) is FAILS


def test_a_row_that_is_there_twice_is_used_once(folder):
    child = only(folder(GOOD, GOOD))
    assert len(child.history) == 1
    assert warnings(child) == ["episodes.csv row 3: the same episode is here twice; one row is used"]


def test_a_child_who_is_there_twice_with_two_dates_of_birth_has_one_of_them(folder):
    same = only(folder(GOOD, header=f"{ONE_CHILD}7,1,09/05/2012,,,,\n"))
    other = only(folder(GOOD, header=f"{ONE_CHILD}7,1,01/01/2013,,,,\n"))
    assert warnings(same) == ["header.csv row 3: the child is here twice; one row is used"]
    assert other.born == Instant.of("2012-05-09/2013-01-01")
    assert "different dates of birth" in warnings(other)[0]


def test_overlapping_episodes_are_warned_of_and_care_is_the_days_of_either(folder):
    child = only(folder("7,01/01/2020,S,V2,N1,U6,PR1,05/01/2020,E8", "7,03/01/2020,S,C2,N1,U6,PR1,09/01/2020,E8"))
    assert warnings(child) == [
        "episodes.csv row 3: overlaps an earlier episode; the child is taken to be in care in both"
    ]
    assert looked_after.timeline(child).certain.count(date(2020, 1, 1), date(2021, 1, 1)) == 8


def test_an_open_episode_marked_as_continued_is_taken_to_be_open(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,X1"))
    assert child.history[0].end is None
    assert warnings(child) == [
        "episodes.csv row 2: is open although REC X1 says that it was continued; it is taken to be open"
    ]


def test_an_open_episode_with_a_reason_for_ending_may_or_may_not_have_ended(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,E4A"), as_at=date(2021, 1, 1))
    assert "has REC E4A and no DEC; whether and when it ended is not known" in warnings(child)[0]
    assert looked_after.timeline(child).at(date(2020, 6, 1)) is UNKNOWN


def test_an_episode_that_ended_for_no_reason_given_leaves_open_whether_an_order_ended_it(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,"))
    assert "why the episode ended is not known" in warnings(child)[0]
    assert previously_looked_after.timeline(child).at(date(2021, 1, 1)) is UNKNOWN


def test_an_episode_said_to_continue_with_nothing_that_continues_it_leaves_open_what_came_after(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,X1", "7,01/06/2021,S,C2,N1,U6,PR1,,"))
    assert "REC X1 says that another episode begins on the day of DEC, and none does" in warnings(child)[0]
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(2020, month, 15)) for month in (2, 3, 12)] == [HOLDS, UNKNOWN, UNKNOWN]
    assert timeline.at(date(2021, 6, 1)) is HOLDS


def test_a_row_that_follows_on_from_nothing_leaves_open_the_days_between(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E8", "7,01/06/2020,P,C2,N1,U6,PR1,,"))
    assert "RNE P follows on from an earlier episode, and none reaches to DECOM" in warnings(child)[0]
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(2020, month, 15)) for month in (2, 4, 6)] == [HOLDS, UNKNOWN, HOLDS]


def test_an_open_episode_that_a_later_one_follows_is_taken_to_have_ended_then(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", "7,01/06/2020,P,C2,N1,U6,PR1,01/09/2020,E8"))
    assert "is open although a later episode follows on" in warnings(child)[0]
    assert looked_after.timeline(child).at(date(2020, 10, 1)) is FAILS


def test_an_open_episode_before_care_that_began_anew_ended_some_time_before_that(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", "7,01/06/2020,S,C2,N1,U6,PR1,,"))
    assert "is open although care began anew later" in warnings(child)[0]
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(2020, month, 15)) for month in (3, 6)] == [UNKNOWN, HOLDS]


def test_an_episode_that_begins_and_ends_on_one_day_is_a_warning(folder):
    assert warnings(only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/02/2020,E8"))) == [
        "episodes.csv row 2: begins and ends on the same day"
    ]


def test_a_death_or_an_age_assessment_followed_by_more_care_is_not_relied_on(folder):
    dead = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E2", "7,01/06/2020,S,C2,N1,U6,PR1,,"))
    assert "REC E2 is followed by a later time in care; it is not relied on" in warnings(dead)[0]
    assert looked_after.timeline(dead).at(date(2020, 7, 1)) is UNKNOWN


def test_care_before_birth_is_a_warning(folder):
    assert "an episode began before the child was born" in warnings(only(folder("7,01/02/2010,S,C2,N1,U6,PR1,,")))[0]


# --- nothing swallowed, nothing shown that may be a child's ----------------------------------------------------------


def test_a_quotation_mark_that_does_not_end_swallows_no_rows(folder):
    path = folder(GOOD, "7,01/06/2021,S,C2,N1,U6,PR1,,")
    text = (path / "episodes.csv").read_text("utf-8")
    (path / "episodes.csv").write_text(text.replace("E8,,,,", 'E8,,,,"', 1), "utf-8")
    (problem,) = problems(path)
    assert problem.startswith("episodes.csv, row 2: has a quotation mark that does not end")


def test_a_cell_longer_than_any_may_be_is_told(folder):
    (problem,) = problems(folder(GOOD + "x" * 200_000))
    assert problem.startswith(
        "episodes.csv, row 2: has a quotation mark that does not end, or a cell too long to be one"
    )


def test_a_wrong_column_in_one_file_hides_no_problem_in_another(folder):
    found = problems(folder(GOOD, header="CHILD,BORN\n7,x\n", previous=("7,09/05/2012,P9,,",)))
    assert [problem.split(":")[0] for problem in found] == [
        "header.csv, row 1, column DOB", "previous_permanence.csv, row 2, column PREV_PERM"
    ]  # fmt: skip


def test_a_file_with_data_where_its_header_should_be_shows_none_of_it(folder):
    found = problems(folder(GOOD, header="ZZNAME,17/03/2011,ZZNAME,17/03/2011\n7,x,y,z\n"))
    assert not any("ZZNAME" in problem or "2011" in problem for problem in found)
    assert "header.csv, row 1: has one name for the columns 1 and 3." in found[1]


def test_an_earlier_order_that_cannot_be_read_leaves_orders_open_for_everybody(folder):
    path = folder(GOOD, previous_permanence="")
    with pytest.raises(BadInput) as raised:
        read_ssda903(path, complete=[CARE, PERMANENCE])
    (seven,) = raised.value.readable.children
    assert seven.complete == ()


def test_the_same_earlier_order_twice_is_a_warning(folder):
    row = "7,09/05/2012,P1,,01/03/2018"
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,,", previous=(row, row)))
    assert warnings(child) == ["previous_permanence.csv row 3: the same earlier order is here twice; one row is used"]


def test_a_date_after_the_day_the_return_was_drawn_is_a_warning(folder):
    child = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2029,E8"), as_at=date(2026, 3, 31))
    assert "has a date later than the day the records were drawn" in warnings(child)[0]


@pytest.mark.parametrize("place", ["p1", "ZZNAME", "7"])
def test_a_placement_that_is_no_code_is_an_error_that_does_not_show_it(folder, place):
    (problem,) = problems(folder(f"7,01/02/2020,S,C2,N1,{place},PR1,,"))
    assert problem == (
        "episodes.csv, row 2, column PLACE: is not a placement code. It takes a capital letter and one or two digits, such as "
        "U6 or P1."
    )


def test_a_year_that_cannot_be_right_is_an_error(folder):
    (problem,) = problems(folder(GOOD, header=f"{HEADER}\n7,1,31/12/9999,WBRI,UN1,,\n"))
    assert problem.endswith("has a year that cannot be right. It takes a year from 1900 to 2199.")


def test_what_was_read_and_what_could_not_be_are_shown_without_a_cell_of_theirs(folder):
    path = folder("7,01/02/2020,S,C9,N1,U6,PR1,,")
    with pytest.raises(BadInput) as raised:
        read_ssda903(path)
    copied = pickle.loads(pickle.dumps(raised.value))
    assert (copied.problems, copied.readable) == (raised.value.problems, None)
    assert repr(raised.value.readable) == "<Return: 0 children>"


def test_a_return_cannot_be_complete_of_what_happened_at_school(folder):
    with pytest.raises(NotAskable, match="A return holds no records of schooling"):
        read_ssda903(folder(GOOD), complete=[CARE, SCHOOLING])


# --- what contradicts itself is never a certain answer ---------------------------------------------------------------


@pytest.mark.parametrize(("status", "code"), [("C2", "E4A"), ("V2", "E46"), ("C2", "E2"), ("V2", "E15")])
def test_a_reason_with_no_day_leaves_everything_open_on_the_day_the_return_was_drawn_too(folder, status, code):
    child = only(folder(f"7,01/02/2020,S,{status},N1,U6,PR1,,{code}"), as_at=date(2022, 3, 31))
    for day in (date(2022, 3, 30), date(2022, 3, 31), date(2023, 1, 1)):
        assert looked_after.timeline(child).at(day) is UNKNOWN
        assert previously_looked_after.timeline(child).at(day) is not HOLDS
    assert with_social_worker.timeline(child).at(date(2022, 3, 31)) is not FAILS
    assert looked_after.timeline(child).at(date(2020, 2, 1)) is (HOLDS if status == "C2" else UNKNOWN)


@pytest.mark.parametrize("code", ["E3", "X1"])
@pytest.mark.parametrize("status", ["V2", "V3"])
def test_a_night_is_no_longer_stay_for_following_care_that_may_have_gone_on(folder, code, status):
    child = only(
        folder(f"7,01/01/2018,S,C2,N1,U4,PR1,01/01/2019,{code}", f"7,10/03/2021,S,{status},N1,U4,PR1,11/03/2021,E4A")
    )
    assert looked_after.timeline(child).at(date(2021, 3, 10)) is UNKNOWN
    assert with_social_worker.timeline(child).at(date(2026, 1, 1)) is not HOLDS


def test_a_night_that_ran_on_into_a_care_order_counts_whatever_became_of_the_order(folder):
    child = only(
        folder("7,10/03/2021,S,V2,N1,U4,PR1,11/03/2021,X1", "7,11/03/2021,L,C2,N1,U4,PR1,01/06/2021,X1"),
        as_at=date(2022, 3, 31),
    )
    assert looked_after.timeline(child).at(date(2021, 3, 10)) is HOLDS


@pytest.mark.parametrize("written", ["10/06/2061", "10/06/2026", "10/06/2024", "01/01/1900"])
@pytest.mark.parametrize("code", ["P1", "P4"])
def test_an_earlier_order_with_a_day_that_cannot_be_right_is_one_at_an_unknown_time_before(folder, code, written):
    path = folder("7,01/01/2024,S,V2,N1,U6,PR1,01/01/2025,E4A", previous=(f"7,09/05/2012,{code},,{written}",))
    child = only(path)
    assert "it is not relied on" in warnings(child)[0]
    before, after = date(2020, 1, 1), date(2026, 1, 1)
    assert looked_after.timeline(child).at(before) is UNKNOWN
    assert previously_looked_after.timeline(child).at(before) is UNKNOWN
    assert previously_looked_after.timeline(child).at(after) is (HOLDS if code == "P1" else UNKNOWN)


def test_an_earlier_order_dated_between_coming_into_care_and_a_later_row_is_not_relied_on(folder):
    path = folder(
        "7,01/01/2024,S,V2,N1,U6,PR1,01/01/2025,X1", "7,01/01/2025,P,V2,N1,U4,PR1,,",
        previous=("7,09/05/2012,P1,,01/06/2024",),
    )  # fmt: skip
    assert "it is not relied on" in warnings(only(path))[0]


def test_adoption_on_one_row_ends_the_care_order_on_another(folder):
    child = only(folder("7,01/01/2020,S,C2,N1,U6,PR1,01/01/2023,E8", "7,01/01/2021,L,E1,N1,U6,PR1,01/01/2022,E11"))
    assert looked_after.timeline(child).at(date(2021, 12, 31)) is HOLDS
    assert looked_after.timeline(child).at(date(2022, 6, 1)) is FAILS
    assert previously_looked_after.timeline(child).at(date(2022, 6, 1)) is HOLDS


@pytest.mark.parametrize("new", ["S", "L", "P"])
@pytest.mark.parametrize(("code", "status"), [("E45", "C2"), ("E45", "C1"), ("E11", "E1"), ("E41", "C2")])
def test_an_order_that_ended_one_time_in_care_does_not_end_the_next_that_begins_that_day(folder, code, status, new):
    child = only(folder(f"7,20/03/2018,S,V2,N1,U6,PR1,01/12/2018,{code}", f"7,01/12/2018,{new},{status},N1,U6,PR1,,"))
    assert looked_after.timeline(child).at(date(2018, 12, 1)) is HOLDS
    assert looked_after.timeline(child).at(date(2024, 1, 1)) is HOLDS
    assert previously_looked_after.timeline(child).at(date(2024, 1, 1)) is FAILS


def test_an_order_that_ended_one_time_in_care_does_not_end_a_later_one_with_the_wrong_reason_for_its_start(folder):
    child = only(folder("7,20/03/2018,S,V2,N1,U6,PR1,20/03/2019,E45", "7,10/01/2021,L,C2,N1,U6,PR1,,"))
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(year, 6, 1)) for year in (2018, 2020, 2021, 2025)] == [HOLDS, UNKNOWN, HOLDS, HOLDS]


def test_an_order_on_one_row_counts_once_the_accommodation_in_another_is_over_and_the_overlap_is_told(folder):
    child = only(folder("7,20/03/2018,S,V2,N1,U6,PR1,01/01/2020,E4A", "7,20/06/2018,S,V2,N1,U6,PR1,07/01/2019,E45"))
    timeline = previously_looked_after.timeline(child)
    assert [timeline.at(date(year, 6, 1)) for year in (2019, 2021)] == [FAILS, HOLDS]
    assert len(child.warnings) == 1


def test_two_days_of_death_leave_the_days_between_open(folder):
    child = only(folder("7,20/03/2018,S,C2,N1,U6,PR1,20/03/2019,E2", "7,20/03/2019,P,C2,N1,U6,PR1,01/01/2020,E2"))
    assert looked_after.timeline(child).at(date(2019, 6, 1)) is UNKNOWN
    assert looked_after.timeline(child).at(date(2020, 1, 1)) is FAILS


def test_care_that_ended_before_the_child_was_born_leaves_the_date_of_birth_open(folder):
    child = only(folder("7,20/03/2010,S,E1,N1,U6,PR1,20/03/2011,E11"))
    assert "an episode ended before the child was born; DOB is not relied on" in warnings(child)[1]
    assert previously_looked_after.timeline(child).at(date(2020, 1, 1)) is UNKNOWN


def test_an_end_with_no_reason_may_be_a_move_to_another_council(folder):
    child = only(folder("7,20/03/2018,S,C2,N1,U6,PR1,20/03/2019,", "7,01/06/2020,S,V2,N1,U6,PR1,01/09/2020,E8"))
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(2019, 6, 1)), timeline.at(date(2020, 7, 1)), timeline.at(date(2021, 1, 1))] == [
        UNKNOWN, HOLDS, FAILS,
    ]  # fmt: skip


def test_custody_and_then_care_again_on_the_same_day_leaves_nothing_open_after_it(folder):
    child = only(folder("7,20/03/2018,S,C2,N1,U6,PR1,28/03/2019,E9", "7,28/03/2019,S,C2,N1,U6,PR1,01/06/2019,E4A"))
    assert looked_after.timeline(child).at(date(2019, 7, 1)) is FAILS


@pytest.mark.parametrize(("status", "answer"), [("V2", UNKNOWN), ("L2", HOLDS), ("L1", HOLDS)])
def test_a_need_of_disability_says_less_only_of_accommodation_by_agreement(folder, status, answer):
    child = only(folder(f"7,20/03/2018,S,{status},N2,U6,PR1,20/05/2018,E8"))
    assert with_social_worker.timeline(child).at(date(2020, 1, 1)) is answer


def test_special_guardianship_on_one_row_ends_the_interim_order_that_another_leaves_open(folder):
    child = only(folder("7,25/01/2018,L,C1,N1,U6,PR1,16/05/2018,E45", "7,22/03/2018,T,C1,N1,U6,PR1,,"))
    assert looked_after.timeline(child).at(date(2019, 1, 1)) is FAILS
    assert previously_looked_after.timeline(child).at(date(2019, 1, 1)) is HOLDS


def test_custody_does_not_end_a_care_order_and_does_end_accommodation(folder):
    under_an_order = only(folder("7,01/02/2020,S,C2,N1,U6,PR1,01/03/2020,E9"))
    accommodated = only(folder("7,01/02/2020,S,V2,N1,U6,PR1,01/03/2020,E9"))
    day = date(2020, 3, 1)
    assert looked_after.timeline(under_an_order).at(day) is UNKNOWN
    assert previously_looked_after.timeline(under_an_order).at(day) is FAILS
    assert looked_after.timeline(accommodated).at(day) is FAILS
    assert "REC E9 does not end an order" in warnings(under_an_order)[0]


@pytest.mark.parametrize("status", ["V2", "L1", "L2", "L3", "J1", "J2", "J3"])
def test_accommodation_with_a_parent_is_a_contradiction_and_no_certain_care(folder, status):
    child = only(folder(f"7,01/02/2020,S,{status},N1,P1,PR0,01/03/2020,E8"))
    assert looked_after.timeline(child).at(date(2020, 2, 10)) is UNKNOWN
    assert f"PLACE P1 is with a parent and LS {status} is accommodation by the council" in warnings(child)[0]


def test_an_open_row_before_care_that_began_anew_may_still_be_open(folder):
    child = only(folder("7,01/01/2018,S,C2,N1,U6,PR1,,", "7,01/03/2021,S,V2,N1,U6,PR1,01/06/2021,E4A"))
    timeline = looked_after.timeline(child)
    assert [timeline.at(date(year, 4, 1)) for year in (2018, 2021, 2023)] == [UNKNOWN, HOLDS, UNKNOWN]
    assert "whether and when it ended is not known" in warnings(child)[0]


@pytest.mark.parametrize(
    ("code", "after"),
    [("E45", HOLDS), ("E4A", UNKNOWN)],  # a row that is missing may tell of an order
)
def test_care_known_to_have_gone_on_is_open_only_until_the_next_row(folder, code, after):
    child = only(folder("7,01/01/2018,S,C2,N1,U6,PR1,01/01/2020,X1", f"7,02/01/2020,P,C2,N1,U6,PR1,05/03/2020,{code}"))
    assert looked_after.timeline(child).at(date(2020, 2, 1)) is HOLDS
    assert looked_after.timeline(child).at(date(2020, 4, 1)) is FAILS
    assert previously_looked_after.timeline(child).at(date(2020, 4, 1)) is after


def test_a_header_row_with_no_date_of_birth_leaves_the_age_open_and_loses_nobody(folder):
    child = only(folder(GOOD, header=f"{HEADER}\n7,1,,WBRI,UN1,,\n"))
    assert looked_after.timeline(child).at(date(2020, 2, 10)) is UNKNOWN
    assert looked_after.timeline(child).at(date(2020, 4, 1)) is FAILS
    assert warnings(child) == ["header.csv row 2: DOB is empty, so the date of birth is not known"]


# --- other people's made-up return -----------------------------------------------------------------------------------

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases" / "ssda903_sample"


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the made-up return is not beside this checkout (../shared/cases/ssda903_sample)"
)
def test_other_peoples_made_up_return_is_read_completely():
    read = read_ssda903(SHARED, complete=[CARE, PERMANENCE], as_at=date(2018, 3, 31))
    rows = {row for child in read.children for record in child.history if record.source for row in record.source.rows}
    assert len(read.children) == 152
    episode_rows = {
        row
        for child in read.children
        for record in child.history
        if record.source and record.source.file == "episodes.csv"
        for row in record.source.rows
    }
    assert episode_rows == set(range(2, 308)), "every one of the 306 episodes is in some record"
    assert rows
    assert (
        sum("has no row in episodes.csv" in str(warning) for child in read.children for warning in child.warnings) == 23
    )
    assert "liia_episodes_iso_dates.csv is not read" in read.notes
    for child in read.children:
        for status in (looked_after, previously_looked_after, with_social_worker):
            stretches = list(status.timeline(child).stretches())
            assert stretches[0][0] is None
            assert stretches[-1][1] is None
        assert (
            Ended.DIED not in [record.ended_by for record in child.history if hasattr(record, "ended_by")] or child.died
        )
