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
