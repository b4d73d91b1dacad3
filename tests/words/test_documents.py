"""The README, the docs and the examples run, and print what they show."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import fields

from carepolicy.adapters.school_events import EVENTS
from carepolicy.cli import DECISION_COLUMNS, LINE_COLUMNS, PARTICULARS_COLUMNS, RULE_COLUMNS, STATUS_COLUMNS
from carepolicy.facts import CHOICES, KINDS, CareSpell, Happening, SocialWorkSpell
from carepolicy.law.rules import DEFINITIONS, VARIANTS
from carepolicy.law.worked_examples import EXAMPLES
from carepolicy.law_pages import pages
from carepolicy.line import Line, State
from carepolicy.logic import counting, days_out, deadline, each_term, vocabulary, without_a_number
from carepolicy.logic.deadline import Deadline

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in BLOCK.finditer(page.read_text("utf-8"))]


def shown_after(page: Path, number: int) -> str | None:
    """What the page shows as printed by a block: the text block right after it."""
    found = blocks(page)
    return found[number + 1][1] if number + 1 < len(found) and found[number + 1][0] == "text" else None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_python_on_a_page_runs_and_prints_what_is_shown(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": page.stem}
    for number, (language, code) in enumerate(blocks(page)):
        if language != "python":
            continue
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, f"{page.name}, block {number + 1}", "exec"), names)
        assert printed.getvalue() == (shown_after(page, number) or "")


COMMANDS = [
    (page, number)
    for page in PAGES
    for number, (language, code) in enumerate(blocks(page))
    if language == "sh" and "-m carepolicy" in code
]


@pytest.mark.parametrize(("page", "number"), COMMANDS, ids=lambda value: getattr(value, "name", value))
def test_the_commands_on_a_page_run_and_print_what_is_shown(page, number):
    command = shlex.split(blocks(page)[number][1])
    assert command[0] == ".venv/bin/python"
    ran = subprocess.run([sys.executable, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == (shown_after(page, number) or "").strip()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_on_a_page_leads_to_a_file(page):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_property_in_the_tests_is_listed_on_the_page_of_properties_and_no_other():
    laws = sorted((ROOT / "tests" / "laws").glob("test_*.py"))
    named = {name for law in laws for name in re.findall(r"^def (test_\w+)", law.read_text("utf-8"), re.MULTILINE)}
    listed = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "properties.md").read_text("utf-8")))
    assert listed == named


# --- the page of records and deadlines ------------------------------------------------------------------------

RECORDS = (ROOT / "docs" / "records.md").read_text("utf-8")
SHARED_FIELDS = {field.name for kind in (CareSpell, SocialWorkSpell, Happening) for field in fields(kind)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_page_of_records_lists_each_kind_under_its_family_with_the_fields_of_its_own(kind):
    own = [field.name for field in fields(kind) if field.name not in SHARED_FIELDS]
    row = f"| `{kind.__name__}` | {', '.join(f'`{name}`' for name in own)} |"
    section = next(part for part in RECORDS.split("\n## ") if row in part)
    assert f"complete=[{kind.family.name.upper()}]" in section.splitlines()[0]


def test_the_page_of_records_explains_each_field_that_kinds_share():
    explained = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`[^|]*) \|", RECORDS, re.MULTILINE))))
    assert explained >= SHARED_FIELDS


@pytest.mark.parametrize(("name", "kind"), CHOICES.items())
def test_the_page_of_records_lists_every_choice_with_its_text(name, kind):
    row = next(line for line in RECORDS.splitlines() if f"| `{kind.__name__}` |" in line)
    assert f"`{name}`" in row.split("|")[1]
    assert row.endswith(f"| {', '.join(f'`{member.name}` {member.value}' for member in kind)} |")


def test_the_page_of_records_lists_every_event_of_a_schools_file_in_order():
    listed = RECORDS.split("the column `event` takes")[1].split("##")[0]
    assert re.findall(r"`(\w+)`", listed) == list(EVENTS)


def test_the_page_of_records_lists_every_way_of_saying_by_when_and_every_condition():
    section = RECORDS.split("## By when")[1]
    in_tables = set(re.findall(r"^\| `(\w+)", section, re.MULTILINE))
    phrases = {
        name
        for room in (deadline, counting, without_a_number, days_out, each_term)
        for name, value in vars(room).items()
        if isinstance(value, Deadline) or (getattr(value, "__module__", "") == room.__name__ and name.islower())
    }
    conditions = {
        name
        for name, value in vars(vocabulary).items()
        if getattr(value, "__module__", "") == vocabulary.__name__ and name.islower() and not name.startswith("_")
    }
    helpers = {"told_as", "ages_in", "restricted", "first_days_out", "days_served"}
    public = {name for name in phrases | conditions if not name.startswith("_")} - helpers
    assert in_tables == public


# --- the pages on the law ---------------------------------------------------------------------------------------

LAW = ROOT / "docs" / "law"


def test_there_is_a_page_for_every_definition_and_none_besides():
    assert {page.stem for page in LAW.glob("*.md")} == set(pages())


@pytest.mark.parametrize(("name", "text"), pages().items())
def test_a_page_on_the_law_is_as_the_rules_print_it(name, text):
    assert (LAW / f"{name}.md").read_text("utf-8") == text


def test_every_definition_has_an_example_and_every_variant_names_what_it_varies():
    assert set(EXAMPLES) == set(DEFINITIONS)
    assert all(EXAMPLES.values())
    assert set(VARIANTS) | set(VARIANTS.values()) <= set(DEFINITIONS)


# --- the pages on assessments and on files ----------------------------------------------------------------------


def test_the_page_on_assessments_explains_the_ten_states_in_their_order():
    page = (ROOT / "docs" / "reading_an_assessment.md").read_text("utf-8")
    assert re.findall(r"^\| ([A-Z ]+) \|", page, re.MULTILINE) == [state.value for state in State]


def test_the_page_on_assessments_explains_every_field_of_a_line():
    page = (ROOT / "docs" / "reading_an_assessment.md").read_text("utf-8")
    table = page.split("## What a line holds")[1].split("##")[0]
    listed = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| ([^|]*) \|", table, re.MULTILINE)))
    assert sorted(listed) == sorted(field.name for field in fields(Line))


def test_the_page_on_formats_lists_the_columns_of_every_csv():
    page = " ".join((ROOT / "docs" / "formats.md").read_text("utf-8").split())
    for columns in (LINE_COLUMNS, STATUS_COLUMNS, PARTICULARS_COLUMNS, RULE_COLUMNS, DECISION_COLUMNS):
        assert ", ".join(f"`{column}`" for column in columns) in page
