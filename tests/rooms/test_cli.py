"""The command line: what it prints, in which form, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carepolicy.adapters.records import answer_from_dict, assessment_from_dict
from carepolicy.adapters.ssda903 import read_ssda903
from carepolicy.cli import LINE_COLUMNS, STATUS_COLUMNS, TIMELINE_STATUSES, main
from carepolicy.cli_common import BAD_INPUT, CLEAN
from carepolicy.comparing import PolicyComparison
from carepolicy.facts import CARE, PERMANENCE
from carepolicy.law.conventions import DECISIONS
from carepolicy.law.rules import DEFINITIONS, PROVISIONS, not_verified
from carepolicy.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
SCHOOL = ROOT / "examples" / "school"
COMPLETE = ["--complete", "care,permanence"]
EVENTS = ["--events", str(SCHOOL / "events.csv"), "--calendar", str(SCHOOL / "term_dates.csv")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def rows(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.stdout)))


# --- timeline: the fixed form ----------------------------------------------------------------------------------------


def test_the_timeline_has_the_columns_answers_and_line_ends_of_the_contract():
    result = run("timeline", SCHOOL, "--format", "csv", *COMPLETE, "--as-at", "2026-03-20")
    assert result.exit_code == CLEAN
    assert result.stdout.splitlines()[0] == "child,status,from,until,answer"
    assert "\r" not in result.stdout
    found = rows(result)
    assert {row["answer"] for row in found} == {"yes", "no", "unknown"}
    assert {row["status"] for row in found} == set(TIMELINE_STATUSES)
    assert list(dict.fromkeys(row["child"] for row in found)) == ["1001", "1002", "1003", "1004", "1005", "1006"]


def test_the_rows_of_a_child_and_a_status_cover_all_of_time_without_a_gap_or_an_overlap():
    found = rows(run("timeline", SCHOOL, "--format", "csv", *COMPLETE))
    for child in {row["child"] for row in found}:
        for status in TIMELINE_STATUSES:
            mine = [row for row in found if (row["child"], row["status"]) == (child, status)]
            assert mine[0]["from"] == ""
            assert mine[-1]["until"] == ""
            for one, following in zip(mine, mine[1:], strict=False):
                assert one["until"] == following["from"]
                assert date.fromisoformat(one["until"])
                assert one["answer"] != following["answer"]


def test_the_rows_say_what_the_library_says_day_by_day():
    found = rows(run("timeline", SCHOOL, "--format", "csv", *COMPLETE, "--as-at", "2026-03-20"))
    said = {Verdict.HOLDS: "yes", Verdict.FAILS: "no", Verdict.UNKNOWN: "unknown"}
    for child in read_ssda903(SCHOOL, complete=[CARE, PERMANENCE], as_at=date(2026, 3, 20)).children:
        for name in TIMELINE_STATUSES:
            definition = DEFINITIONS[name]
            mine = [row for row in found if (row["child"], row["status"]) == (child.id, name)]
            for year in range(2010, 2034):
                day = date(year, 9, 1)
                covering = [
                    row
                    for row in mine
                    if (row["from"] or "0") <= day.isoformat() and (not row["until"] or day.isoformat() < row["until"])
                ]
                assert [row["answer"] for row in covering] == [said[definition.timeline(child).at(day)]]


def test_the_timeline_as_json_and_as_text():
    as_json = json.loads(run("timeline", SCHOOL, "--format", "json", *COMPLETE, "--child", "1002").stdout)
    assert as_json[1] == {
        "child": "1002",
        "status": "looked_after",
        "from": "2016-03-14",
        "until": "2019-07-22",
        "answer": "yes",
    }
    as_text = run("timeline", SCHOOL, *COMPLETE, "--child", "1002").stdout
    assert "1002  looked_after            yes      from 2016-03-14, before 2019-07-22\n" in as_text
    assert "1002  looked_after            no       before 2016-03-14\n" in as_text
    assert "1002  looked_after            unknown  from 2020-01-01 on\n" not in as_text


def test_with_nothing_said_to_be_complete_nothing_is_no_while_the_child_is_a_child():
    found = rows(run("timeline", SCHOOL, "--format", "csv", "--child", "1006"))
    care = [(row["from"], row["answer"]) for row in found if row["status"] == "looked_after"]
    assert care == [
        ("", "no"),
        ("2011-08-30", "unknown"),
        ("2017-10-02", "yes"),
        ("2020-12-18", "unknown"),
        ("2029-08-30", "no"),
    ]


# --- the other commands ----------------------------------------------------------------------------------------------


def test_status_as_csv_and_json():
    found = rows(run("status", SCHOOL, "--on", "2026-03-20", *COMPLETE, "--format", "csv"))
    assert tuple(found[0]) == STATUS_COLUMNS
    assert found[0] == {
        "child": "1001", "status": "looked_after", "answer": "yes", "since": "2025-09-01", "until": "2032-05-09", "missing": "",
    }  # fmt: skip
    as_json = json.loads(run("status", SCHOOL, "--on", "2026-03-20", *COMPLETE, "--format", "json").stdout)
    assert [one["child"] for one in as_json] == ["1001", "1002", "1003", "1004", "1005", "1006"]
    status = as_json[0]["statuses"][0]
    assert (status["name"], status["verdict"], status["since"]) == ("looked after", "holds", "2025-09-01")
    assert status["reason"]["because"][0]["rule"] == "CIC-1"


def test_assess_as_csv_and_json():
    arguments = [
        "assess",
        SCHOOL,
        *EVENTS,
        "--profile",
        "stoke-on-trent",
        "--on",
        "2026-03-20",
        "--complete",
        "care,permanence,schooling",
    ]
    found = rows(run(*arguments, "--format", "csv"))
    assert tuple(found[0]) == LINE_COLUMNS
    (late,) = [row for row in found if (row["child"], row["clause"]) == ("1001", "STK-PEP-1a")]
    assert (late["state"], late["due_first"], late["done"], late["late_by"]) == (
        "LATE",
        "2025-09-29",
        "2025-10-08",
        "7 working days",
    )
    as_json = json.loads(run(*arguments, "--format", "json").stdout)
    assert [assessment_from_dict(data).child for data in as_json] == ["1001", "1002", "1003", "1004", "1005", "1006"]


def test_assess_shows_what_was_closed_in_earlier_years_only_when_asked():
    arguments = ["assess", SCHOOL, "--on", "2026-03-20", *COMPLETE, "--child", "1005", "--format", "csv"]
    less, more = rows(run(*arguments)), rows(run(*arguments, "--everything"))
    assert [row["started"] for row in less if row["clause"] == "CP-6"] == ["2025-11-17"]
    assert [row["started"] for row in more if row["clause"] == "CP-6"] == ["2018-01-08", "2025-11-17"]


def test_assess_without_a_profile_is_the_national_floor_and_without_term_dates_says_so():
    result = run("assess", SCHOOL, "--on", "2026-03-20", *COMPLETE, "--child", "1001")
    assert "England (as at 21 November 2026)" in result.stdout
    assert "STK-" not in result.stdout
    assert "note: no term dates were given, so nothing can be counted in school days or terms" in result.stderr


def test_the_reasons_are_shown_only_as_far_as_asked():
    shown = {
        detail: run("status", SCHOOL, "--on", "2026-03-20", *COMPLETE, "--child", "1001", "--detail", detail).stdout
        for detail in ("flag", "group", "full")
    }
    assert "care order" not in shown["flag"]
    assert "CIC-1" in shown["group"]
    assert "episodes.csv" not in shown["group"]
    assert "care order since 3 Nov 2025, still running (episodes.csv row 3)" in shown["full"]


def test_the_answer_as_the_records_were_known_on_an_earlier_day():
    result = run("assess", SCHOOL, "--on", "2026-03-20", "--known-at", "2026-01-31", *COMPLETE, "--child", "1001")
    assert "as known on Sat 31 Jan 2026" in result.stdout


def test_a_clause_is_told_without_a_child_as_text_and_as_json():
    assert run("clause", "CP-6").stdout.startswith("England\nCP-6  The care of a looked-after child is first reviewed")
    (told,) = json.loads(run("clause", "STK-PEP-1a", "--format", "json").stdout)
    assert told["requires"] == ["completed PEP, 20 working days after becoming looked after"]
    assert told["readings"][0]["quoted"] == "20 days of coming into care"


# --- how it ends -----------------------------------------------------------------------------------------------------


@pytest.fixture
def bad(tmp_path):
    (tmp_path / "header.csv").write_text("CHILD,DOB\n7,09/05/2012\n8,01/01/2013\n", "utf-8")
    (tmp_path / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,DEC,REC\n7,01/02/2020,S,C9,,\n8,01/02/2020,S,C2,,\n7,01/02/2021,Q,C2,,\n", "utf-8"
    )
    return tmp_path


def test_bad_input_ends_with_1_names_every_problem_and_still_writes_what_no_problem_touches(bad):
    result = run("timeline", bad, "--format", "csv", *COMPLETE)
    assert result.exit_code == BAD_INPUT
    assert {row["child"] for row in rows(result)} == {"8"}
    assert "2 problems in the input:" in result.stderr
    assert "episodes.csv, row 2, column LS: 'C9' is not a code" in result.stderr
    assert "episodes.csv, row 4, column RNE: 'Q' is not a code" in result.stderr
    assert "Left out, because a problem touches them: 7.\n" in result.stderr
    assert result.stderr.endswith(
        "Everything else is shown. Where a problem may be about any child, answers that would lean on a complete list say "
        "that they cannot tell.\n"
    )


def test_a_child_asked_for_by_name_whom_a_problem_touches_is_told_with_the_problem(bad):
    result = run("status", bad, "--on", "2026-03-20", "--child", "7")
    assert result.exit_code == BAD_INPUT
    assert "note: a child named with --child is not in these files, or a problem below touches it" in result.stderr
    assert "episodes.csv, row 2, column LS" in result.stderr


def test_where_nothing_can_be_read_that_is_said(bad):
    (bad / "episodes.csv").write_text("", "utf-8")
    result = run("status", bad, "--on", "2026-03-20")
    assert result.exit_code == BAD_INPUT
    assert result.stderr.endswith("Nothing is shown. Correct these, and run it again.\n")


def test_a_file_in_place_of_the_folder_is_told(bad):
    result = run("timeline", bad / "episodes.csv", "--format", "csv")
    assert result.exit_code == BAD_INPUT
    assert "episodes.csv: is not a folder. Name the folder that holds episodes.csv." in result.stderr


def test_a_file_of_events_that_cannot_be_read_makes_nothing_overdue():
    arguments = ["assess", SCHOOL, "--on", "2026-03-20", "--complete", "care,permanence,schooling", "--format", "csv"]
    result = run(*arguments, "--events", SCHOOL / "none.csv")
    assert result.exit_code == BAD_INPUT
    assert {row["state"] for row in rows(result)} & {"OVERDUE", "LATE", "MISSED"} == set()


def test_what_is_odd_in_the_records_is_told_beside_a_status_and_a_timeline(bad):
    (bad / "header.csv").write_text("CHILD,DOB\n8,01/01/2013\n9,01/01/2013\n", "utf-8")
    for arguments in (["status", bad, "--on", "2026-03-20"], ["timeline", bad, "--format", "csv"]):
        told = run(*arguments).stderr
        assert "odd in the records of 9: header.csv row 3: the child has no row in episodes.csv\n" in told


def test_problems_of_every_file_are_told_together(bad):
    events = bad / "events.csv"
    events.write_text("child,event,when\n8,nothing,2026-01-01\n", "utf-8")
    result = run("assess", bad, "--events", events, "--calendar", bad / "none.csv", "--on", "2026-03-20")
    assert result.exit_code == BAD_INPUT
    for part in ("episodes.csv, row 2", "events.csv, row 2, column event", "none.csv: is not there"):
        assert part in result.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["status", SCHOOL, "--on", "20/03/2026"], "this is not a date. Write it as 2026-03-31."),
        (["status", SCHOOL], "Missing option '--on'"),
        (["status", SCHOOL, "--on", "2026-03-20", "--complete", "schoolin"], "Did you mean schooling?"),
        (["status", SCHOOL, "--on", "2026-03-20", "--child", "1"], "a child named with --child is not in these files"),
        (["assess", SCHOOL, "--on", "2026-03-20", "--profile", "stoke"], "There is no profile 'stoke'."),
        (["clause", "STK-PEP-9"], "Did you mean"),
        (["clause", "stk-pep-1a"], "Did you mean STK-PEP-1a"),
        (
            ["clause", "STK-PEP-1a", "--profile", "england"],
            "there is no clause 'STK-PEP-1a' in England. It is in Stoke-on-Trent.",
        ),
        (
            ["assess", SCHOOL, "--on", "2026-03-20", "--complete", "care,schooling"],
            "--complete schooling is about the school's own file. Give it by --events FILE, or leave this out.",
        ),
        (["clause", "ZZZ"], "There are: "),
        (["assess", SCHOOL, "--on", "3000-01-01"], "this takes a year from 1900 to 2199."),
    ],
)
def test_a_command_line_that_cannot_be_understood_ends_with_2(arguments, says):
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_the_command_is_installed_and_the_module_runs():
    ran = subprocess.run([sys.executable, "-m", "carepolicy", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.strip().endswith("0.1.0")


def test_without_the_extra_the_command_says_what_to_install(monkeypatch):
    from carepolicy import __main__

    monkeypatch.setitem(sys.modules, "click", None)
    monkeypatch.delitem(sys.modules, "carepolicy.cli", raising=False)
    import builtins

    real = builtins.__import__

    def no_click(name, *arguments, **named):
        if name == "click" or name.startswith("click."):
            raise ModuleNotFoundError("No module named 'click'", name="click")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", no_click)
    with pytest.raises(SystemExit, match=r'needs the extra "cli"'):
        __main__.run()


# --- nothing lost on the way out -------------------------------------------------------------------------------------


def test_an_assessment_as_csv_tells_what_is_odd_in_the_records_beside_it(bad):
    (bad / "header.csv").write_text("CHILD,DOB\n8,01/01/2013\n9,01/01/2013\n", "utf-8")
    told = run("assess", bad, "--on", "2026-03-20", "--format", "csv").stderr
    assert "odd in the records of 9: header.csv row 3: the child has no row in episodes.csv\n" in told


def test_problems_of_the_return_and_of_the_events_are_told_together(bad):
    (bad / "episodes.csv").write_text("CHILD\n", "utf-8")
    (bad / "events.csv").write_text("child,event,when\n8,pep_complete,2026-03-01\n", "utf-8")
    told = run("assess", bad, "--on", "2026-03-20", "--events", bad / "events.csv").stderr
    assert "episodes.csv, row 1, column DECOM: is missing." in told
    assert "events.csv, row 2, column event: " in told


def test_output_is_utf_8_whatever_the_machine_is_set_to(bad):
    (bad / "header.csv").write_text("CHILD,DOB\n1001\u0141,01/01/2013\n", "utf-8")
    (bad / "episodes.csv").write_text("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\n", "utf-8")
    command = [sys.executable, "-m", "carepolicy", "timeline", str(bad), "--format", "csv"]
    done = subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    )
    assert "1001\u0141,looked_after" in done.stdout.decode("utf-8")


# --- the law ----------------------------------------------------------------------------------------------------------


def test_any_definition_or_variant_can_be_asked_on_a_day_and_over_time():
    named = ["--definition", "order_must_be_current", "--definition", "looked_after_in_england"]
    status = rows(run("status", SCHOOL, *COMPLETE, "--on", "2026-03-20", "--format", "csv", *named))
    assert {row["status"] for row in status} == {"order_must_be_current", "looked_after_in_england"}
    timeline = rows(run("timeline", SCHOOL, *COMPLETE, "--format", "csv", *named))
    assert {row["status"] for row in timeline} == {"order_must_be_current", "looked_after_in_england"}


def test_a_definition_that_is_not_law_yet_or_not_there_is_said_to_be_so():
    for name, says in (("cwsa_2026", "not commenced"), ("order_must_be_curent", "Did you mean order_must_be_current")):
        result = run("status", SCHOOL, "--on", "2026-03-20", "--definition", name)
        assert result.exit_code == 2
        assert says in result.stderr


def test_the_rules_are_listed_whole_by_id_or_as_far_as_they_were_not_verified():
    assert [row["rule"] for row in rows(run("rules", "--format", "csv"))] == [each.id for each in PROVISIONS]
    assert [row["rule"] for row in rows(run("rules", "CIC-4", "K-3", "--format", "csv"))] == ["CIC-4", "K-3"]
    unseen = rows(run("rules", "--not-verified", "--format", "csv"))
    assert [row["rule"] for row in unseen] == [each.id for each in not_verified()]
    assert {row["verified"] for row in unseen} == {"no"}
    assert run("rules", "CIC-99").exit_code == 2
    assert "strength: must-law" in run("rules", "CIC-3").stdout


def test_the_decisions_are_listed_with_what_was_not_chosen():
    assert [row["decision"] for row in rows(run("rules", "--decisions", "--format", "csv"))] == [
        one.id for one in DECISIONS
    ]
    assert json.loads(run("rules", "--decisions", "--format", "json").stdout)[0]["not_chosen"]


def test_a_definition_prints_its_page_and_without_a_name_all_are_listed():
    page = (ROOT / "docs" / "law" / "for_admissions.md").read_text("utf-8")
    assert run("definition", "for_admissions").stdout == page
    assert [line.split()[0] for line in run("definition").stdout.splitlines()] == list(DEFINITIONS)
    assert run("definition", "nothing").exit_code == 2


def test_two_definitions_are_compared_limb_by_limb():
    told = run("definition", "with_social_worker", "--beside", "dfe_2021").stdout
    assert told.startswith("social worker within 6 years beside social worker at any time: 3 limbs alike, 3 not")
    assert run("definition", "--beside", "dfe_2021").exit_code == 2


def test_every_clause_is_listed_with_its_kind_how_far_records_decide_it_and_who_must_act():
    result = run("clauses", "--format", "csv")
    assert result.stdout.splitlines()[0] == "profile,clause_id,kind,computes,strength,actor"
    found = {row["clause_id"]: row for row in rows(result)}
    assert len(found) == 753  # 639 of the five documents, 114 of England
    assert found["STK-FTE-6a"] == {
        "profile": "Stoke-on-Trent", "clause_id": "STK-FTE-6a", "kind": "precondition", "computes": "yes",
        "strength": "local", "actor": "school;virtual_school;social_care",
    }  # fmt: skip
    assert {row["computes"] for row in found.values()} == {"yes", "partly", "attest", "nothing"}
    assert all(row["kind"] for row in found.values())


# --- several policies ------------------------------------------------------------------------------------------------


ONE_CHILD = [
    str(ROOT / "examples" / "school"), "--events", str(ROOT / "examples" / "school" / "events.csv"),
    "--calendar", str(ROOT / "examples" / "school" / "term_dates.csv"), "--complete", "care,permanence,schooling",
    "--as-at", "2026-03-20", "--child", "1001",
]  # fmt: skip


def test_where_policies_pull_apart_is_listed_as_text_as_rows_and_as_data():
    names = ("stoke-on-trent", "oxfordshire")
    told = run("conflicts", *names).stdout
    assert told.startswith("    clash: permanent exclusion of a child whose own authority bars it")
    found = rows(run("conflicts", *names, "--format", "csv"))
    assert found[0]["sides"] == "STK-NPE-1 | OX-3.13b, OX-3.13c"
    data = json.loads(run("conflicts", *names, "--format", "json").stdout)
    assert len(data) == len(found)
    assert data[0]["sides"][0][0]["clause"] == "STK-NPE-1"
    assert run("conflicts", "mars").exit_code == 2


def test_what_several_policies_ask_is_told_with_whom_it_binds():
    sides = ("--profile", "oxfordshire", "--care-profile", "stoke-on-trent")
    told = run("together", *ONE_CHILD, *sides, "--on", "2026-03-20", "--brief").stdout
    assert "Oxfordshire on the school's side, Stoke-on-Trent on the side that cares" in told
    assert "binds nobody here: asked by the authority that cares for the child, and not adopted by this school" in told
    data = json.loads(run("together", *ONE_CHILD, *sides, "--on", "2026-03-20", "--format", "json").stdout)
    assert data[0]["schema"] == "carepolicy/together/1"
    assert (data[0]["school"], data[0]["care"]) == (["Oxfordshire"], ["Stoke-on-Trent"])


def test_a_ruling_with_a_policy_of_the_side_that_cares_says_what_does_not_bind_the_school():
    asked = ("may", "exclude-permanently", *ONE_CHILD, "--when", "2026-03-20", "--profile", "oxfordshire")
    alone, both = run(*asked).stdout, run(*asked, "--care-profile", "stoke-on-trent").stdout
    assert "STK-NPE-1" not in alone
    assert "does not bind the school: asked by the authority that cares" in both
    assert "By the clauses that bind the school: allowed if." in both
    assert "Where the policies pull apart over it" in both


# --- days and calendars, without a child -----------------------------------------------------------------------------


def test_a_count_tells_its_date_and_how_it_was_counted():
    result = run("count", "20", "working-days", "--after", "2025-12-10")
    assert result.exit_code == CLEAN
    assert result.stdout.splitlines() == [
        "Mon 12 Jan 2026",
        "counted from Thu 11 Dec 2025 to Mon 12 Jan 2026; not counted: 13 days (10 weekend, 3 bank holiday)",
        "dates: bank holidays as announced to 31 Dec 2028",
    ]


def test_a_count_is_drawn_on_the_months_it_reaches_over():
    result = run("count", "5", "school-days", "--after", "2026-04-28", "--calendar", "oxfordshire", "--picture")
    assert result.stdout.splitlines()[-5:] == [
        "May 2026",
        "  Mon     Tue     Wed     Thu     Fri     Sat     Sun",
        "                                  1 = 3   2 w     3 w",
        "  4 b     5 = 4   6 = 5   7       8       9      10",
        "* the event; w weekend; b bank holiday",
    ]


@pytest.mark.parametrize(
    ("way", "day", "due"),
    [
        ("--after", "2022-11-08", "Tue 22 Nov 2022"),
        ("--beginning-with", "2022-11-08", "Mon 21 Nov 2022"),
        ("--before", "2022-11-08", "Tue 25 Oct 2022"),
        ("--clear-before", "2022-11-08", "Mon 24 Oct 2022"),
    ],
)
def test_a_count_says_which_end_counts(way, day, due):
    assert run("count", "2", "weeks", way, day).stdout.splitlines()[0] == due


def test_a_count_as_it_was_known_before_a_bank_holiday_was_announced():
    before = run("count", "20", "working-days", "--after", "2022-09-02", "--known-at", "2022-08-15").stdout
    after = run("count", "20", "working-days", "--after", "2022-09-02").stdout
    assert (before.splitlines()[0], after.splitlines()[0]) == ("Fri 30 Sep 2022", "Mon 3 Oct 2022")


def test_a_calendar_tells_its_terms_its_sources_and_what_looks_wrong():
    result = run("calendar", "thomas-clarkson")
    assert result.exit_code == CLEAN
    assert "    Autumn term: Fri 5 Sep 2025 to Fri 19 Dec 2025, 71 school days" in result.stdout.splitlines()
    assert "looks wrong: 2025/26 has 6 INSET days, where 5 are usual." in result.stdout.splitlines()
    told = "    4 training days are not listed, and are counted as school days until they are"
    assert told in run("calendar", "oxfordshire").stdout.splitlines()


def test_a_feed_is_read_wherever_a_file_of_term_dates_is(tmp_path):
    feed = tmp_path / "dates.ics"
    feed.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//made up//EN\r\nBEGIN:VEVENT\r\nUID:1@hilltop.example\r\n"
        "DTSTAMP:20250601T000000Z\r\nSUMMARY:Autumn term\r\nDTSTART;VALUE=DATE:20250902\r\nDTEND;VALUE=DATE:20251220\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
        "utf-8",
    )
    result = run("count", "5", "school-days", "--after", "2025-09-02", "--calendar", feed, "--all-inset-listed")
    assert result.stdout.splitlines()[0] == "Tue 9 Sep 2025"


def test_a_feed_of_holidays_is_told_by_an_option_from_when_to_when_it_tells(tmp_path):
    path = tmp_path / "dates.ics"
    path.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//made up//EN\r\nBEGIN:VEVENT\r\nUID:1@hilltop.example\r\n"
        "DTSTAMP:20250601T000000Z\r\nSUMMARY:Christmas holiday\r\nDTSTART;VALUE=DATE:20251222\r\n"
        "DTEND;VALUE=DATE:20260105\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "utf-8",
    )
    assert "or --between" in run("calendar", path).output
    told = run("calendar", path, "--between", "2025-09-02", "2026-03-27").stdout
    assert "    term 2: Mon 5 Jan 2026 to Fri 27 Mar 2026, 60 school days" in told.splitlines()


def test_a_shipped_calendar_is_found_whatever_its_capitals():
    assert run("calendar", "Oxfordshire").stdout == run("calendar", "oxfordshire").stdout


def test_a_feed_without_its_extra_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "carepolicy.adapters.ical", None)
    result = run("calendar", tmp_path / "dates.ics")
    assert result.exit_code == 1
    assert 'pip install ".[ical]"' in result.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["count", "5", "weeks"], "give one of --after, --beginning-with, --before, --clear-before"),
        (["count", "5", "weeks", "--after", "2026-01-01", "--before", "2026-01-01"], "give one of"),
        (["count", "5", "school-days", "--after", "2026-01-05"], "Give one by --calendar FILE_OR_NAME"),
        (["count", "5", "weeks", "--after", "soon"], "this is no date and no time"),
        (["count", "5", "hours", "--beginning-with", "2026-01-01"], "Hours do not begin with a day"),
        (["count", "0", "weeks", "--after", "2026-01-01"], "0 is not in the range"),
        (["calendar", "nowhere"], "is neither a file nor a calendar that comes with the library"),
        (["calendar", "none.csv"], "is not there"),
    ],
)
def test_a_count_or_a_calendar_that_cannot_be_understood_says_what_to_do(arguments, says):
    result = run(*arguments)
    assert result.exit_code != CLEAN
    assert says in result.output


def test_the_particulars_of_every_child_are_one_row_each():
    found = rows(run("particulars", SCHOOL, *COMPLETE, "--on", "2026-03-20", "--as-at", "2026-03-20"))
    by_child = {row["child"]: row for row in found}
    assert by_child["1001"]["display_group"] == "looked after"
    assert by_child["1001"]["provisional"] == "no"
    assert by_child["1002"]["order_current"] == "yes"
    assert json.loads(run("particulars", SCHOOL, "--on", "2026-03-20", "--format", "json").stdout)[0]["child"] == "1001"


# --- one question at a time -----------------------------------------------------------------------------------------

OF_1001 = (
    "examples/school", "--events", "examples/school/events.csv", "--calendar", "examples/school/term_dates.csv",
    "--profile", "stoke-on-trent", "--complete", "care,permanence,schooling", "--as-at", "2026-03-20", "--child", "1001",
)  # fmt: skip


def test_may_we_is_answered_for_an_act_as_it_is_proposed():
    told = run("may", "part-time-timetable", *OF_1001, "--when", "2026-03-12", "--given", "agreed=no")
    assert told.stdout.startswith("1001  part-time timetable on Thu 12 Mar 2026: forbidden\n")
    assert told.exit_code == 0
    (answer,) = json.loads(
        run("may", "exclude-permanently", *OF_1001, "--when", "2026-03-12", "--format", "json").stdout
    )
    assert (answer["schema"], answer["answer"]) == ("carepolicy/ruling/1", "forbidden")


def test_what_is_said_of_a_proposed_act_that_it_cannot_have_is_a_mistake_in_the_command():
    told = run("may", "part-time-timetable", *OF_1001, "--when", "2026-03-12", "--given", "agree=no")
    assert told.exit_code == 2
    assert "has no 'agree'. part_time_timetable takes: ref, about, agreed" in told.stderr
    assert run("may", "suspend", *OF_1001, "--when", "2026-03-32").exit_code == 2
    assert run("may", "expel", *OF_1001, "--when", "2026-03-12").exit_code == 2


def test_what_would_follow_from_an_event_is_told_with_its_dates():
    told = run("follows", "suspended", *OF_1001, "--when", "2026-03-17T10:20", "--given", "days=2").stdout
    assert told.startswith("1001  what follows from suspension on Tue 17 Mar 2026 10:20\n")
    assert "due Thu 19 Mar 2026 10:20, 48 hours after the suspension" in told


def test_what_changed_from_one_day_to_another_is_told_and_as_it_was_known_then():
    told = run("changed", *OF_1001, "--since", "2025-10-01", "--on", "2026-03-20").stdout
    assert "STK-PEP-1a  completed PEP; was OVERDUE, is LATE; also different: done, late by\n" in told
    assert run("changed", *OF_1001, "--since", "2026-03-20", "--on", "2026-03-20", "--as-known-then").stdout.endswith(
        "nothing\n"
    )


def test_two_policies_are_compared_as_text_markdown_json_and_csv():
    two = ("compare", "stoke-on-trent", "england")
    assert run(*two).stdout.startswith("Stoke-on-Trent (undated; cites guidance of 2009 and 2014) beside England (")
    assert run(*two, "--format", "markdown").stdout.startswith("# Stoke-on-Trent (")
    found = answer_from_dict(json.loads(run(*two, "--format", "json").stdout))
    assert isinstance(found, PolicyComparison)
    listed = rows(run(*two, "--format", "csv"))
    assert [row["here"] for row in listed] == ["; ".join(row.here) for row in found.rows]
    assert {row["how"] for row in listed} >= {"weaker", "different unit", "only here", "silent"}


def test_a_calendar_settles_units_and_one_that_cannot_be_read_stops_the_comparison(tmp_path):
    counted = run("compare", "stoke-on-trent", "stoke-on-trent", "--calendar", "oxfordshire")
    assert (counted.exit_code, "days counted on Oxfordshire County Council" in counted.stdout) == (CLEAN, True)
    wrong = run("compare", "stoke-on-trent", "england", "--calendar", tmp_path / "none.csv")
    assert (wrong.exit_code, wrong.stdout) == (BAD_INPUT, "")
    assert "Did you mean england?" in run("compare", "stoke-on-trent", "englund").stderr


def test_the_readings_of_a_policy_are_listed():
    assert (
        '"20 days of coming into care" is read as 20 working days'
        in run("readings", "--profile", "stoke-on-trent").stdout
    )
    listed = rows(run("readings", "--profile", "stoke-on-trent", "--format", "csv"))
    assert {"STK-PEP-1a", "STK-FTE-2a", "STK-ATT-2"} <= {row["clause_id"] for row in listed}


def test_an_assessment_in_brief_has_a_line_for_a_line():
    told = run("assess", *OF_1001, "--on", "2026-03-20", "--brief").stdout
    assert (
        "OVERDUE      STK-FTE-1b  no notice to the social worker, 8 calendar days overdue; due Thu 12 Mar 2026 (school)\n"
        in told
    )
