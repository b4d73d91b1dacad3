"""Imports point one way: a room may use what stands before it, and nothing after."""

from __future__ import annotations

import ast
from pathlib import Path

import carepolicy

HOUSE = Path(carepolicy.__file__).parent

ROOMS = [
    "errors", "verdict",
    "time.days", "time.instants", "time.stretches", "time.written", "time.spans", "time.ages", "time.counted", "time.wall_calendar", "time.working_days", "time.terms", "time.calendar", "time.checks", "time.sessions", "time.delivery", "time.attendance", "time",
    "facts.choices", "facts.record", "facts.care", "facts.permanence", "facts.social_work", "facts.roll", "facts.plans", "facts.exclusion", "facts.attendance", "facts.support", "facts.setting", "facts.council", "facts.statements", "facts.child", "facts",
    "logic.where", "logic.history", "logic.finding", "logic.diagram", "logic.starts", "logic.worlds", "logic.settling", "logic.condition", "logic.definition",
    "logic.vocabulary", "logic.due", "logic.deadline", "logic.counting", "logic.without_a_number", "logic.days_out", "logic.beside", "logic.same_day", "logic.suspended_days", "logic.each_term", "logic.renaming", "logic",
    "law.citation", "law.provision", "law.sources", "law.powers", "law.conventions", "law.involvements", "law.reasons", "law.legs", "law.twenty_four_hours", "law.periods", "law.looked_after",
    "law.previously_looked_after", "law.registered", "law.social_worker", "law.school_age", "law.particulars", "law.uses",
    "law.rules", "law.worked_examples",
    "law", "law_pages",
    "policy.written", "policy.matters", "policy.demands", "policy.clauses", "policy.profile", "policy.adopted", "policy.arrangement", "policy.tension", "policy", "comparing.following", "comparing.by_when", "comparing.parts", "comparing.policies", "comparing", "line", "standing.lines", "standing.view", "standing.statements", "standing.in_place", "standing.prohibitions", "standing.readings", "standing.leaving", "standing.evidence", "standing.duties", "standing",
    "profiles.england.terms", "profiles.england.care_planning", "profiles.england.education_plans", "profiles.england.designated_teacher", "profiles.england.pupil_premium", "profiles.england.exclusion", "profiles.england.attendance", "profiles.england.admissions", "profiles.england.records", "profiles.england.special_needs", "profiles.england.social_work", "profiles.england",
    "profiles.on_record", "profiles.stoke_on_trent.words", "profiles.stoke_on_trent.aims", "profiles.stoke_on_trent.people", "profiles.stoke_on_trent.learning", "profiles.stoke_on_trent.inclusion", "profiles.stoke_on_trent.achievement", "profiles.stoke_on_trent.plans", "profiles.stoke_on_trent.model_policy", "profiles.stoke_on_trent",
    "profiles.oxfordshire.words", "profiles.oxfordshire.aims", "profiles.oxfordshire.designated_teacher", "profiles.oxfordshire.working_together", "profiles.oxfordshire.staff",
    "profiles.oxfordshire.progress", "profiles.oxfordshire.governors", "profiles.oxfordshire.council", "profiles.oxfordshire.admissions", "profiles.oxfordshire.needs_of_a_school", "profiles.oxfordshire.school_policy", "profiles.oxfordshire.non_negotiables", "profiles.oxfordshire",
    "profiles.cambridgeshire.words", "profiles.cambridgeshire.aims", "profiles.cambridgeshire.leaders", "profiles.cambridgeshire.people", "profiles.cambridgeshire.practice", "profiles.cambridgeshire.template", "profiles.cambridgeshire.offord", "profiles.cambridgeshire",
    "profiles.tensions", "profiles", "conflicts",
    "assessment", "ruling", "consequences", "comparison", "together", "report", "together_told", "replies", "policies_told",
    "adapters.tables", "adapters.school_events", "adapters.term_dates", "adapters.ical", "adapters.ssda903", "adapters.declarations", "adapters.records", "adapters",
    "term_dates.page", "term_dates.oxfordshire", "term_dates.cambridgeshire", "term_dates.schools", "term_dates", "term_dates.find",
    "cli_days", "cli_common", "cli_questions", "cli", "__main__", "",
]  # fmt: skip
"""The house from the ground up; the front door, which opens on every room, comes last."""

EXTRAS = {"click": {"cli", "cli_common", "cli_days", "cli_questions"}, "icalendar": {"adapters.ical"}}
"""What only one room may import, because it comes with an extra."""

STANDARD_OR_RUNTIME = {"attrs", "dateutil", "holidays"}


def name_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively, which this test cannot follow"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files() -> dict[str, Path]:
    return {name_of(path): path for path in sorted(HOUSE.rglob("*.py"))}


def test_every_file_has_its_place_in_the_plan_of_the_house():
    assert sorted(files()) == sorted(ROOMS)


def test_imports_only_ever_point_to_an_earlier_room():
    wrong = []
    for room, path in files().items():
        for imported in imports_of(path):
            target = imported.removeprefix("carepolicy").removeprefix(".")
            ours = imported.split(".")[0] == "carepolicy" and target in ROOMS
            if ours and room and target and ROOMS.index(target) >= ROOMS.index(room):
                wrong.append(f"{room} imports {target}")
    assert wrong == []


def test_the_core_imports_nothing_but_its_three_dependencies_and_the_standard_library():
    import sys

    for room, path in files().items():
        for imported in imports_of(path):
            root = imported.split(".")[0]
            if root in ("carepolicy", "__future__") or root in sys.stdlib_module_names:
                continue
            assert root in STANDARD_OR_RUNTIME or room in EXTRAS.get(root, set()), f"{room} imports {root}"


def test_nothing_in_the_library_reads_a_clock_a_locale_or_a_network():
    for room, path in files().items():
        text = path.read_text("utf-8")
        for barred in (
            "date.today(",
            "datetime.now(",
            "time.time(",
            "import locale",
            "strftime",
            ":%",  # a date in a format is written in the language of the machine
            "import socket",
            "urllib",
            "os.environ",
        ):
            assert barred not in text, f"{room} uses {barred}"


def test_importing_the_front_door_loads_no_room_and_no_dependency():
    import subprocess
    import sys

    code = "import sys, carepolicy; print([name for name in sys.modules if name.split('.')[0] in ('attr', 'attrs', 'holidays', 'dateutil') or name.startswith('carepolicy.')])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_using_the_rooms_loads_holidays_and_dateutil_only_when_they_are_needed():
    import subprocess
    import sys

    code = (
        "import sys; from carepolicy.facts import *; from carepolicy.law.looked_after import looked_after; "
        "from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT; import carepolicy.assessment; import datetime; "
        "looked_after.timeline(Child('a', born='2014-01-01', history=[CareOrder(start='2020-01-01')])); "
        "print([name for name in sys.modules if name.split('.')[0] in ('holidays', 'dateutil')])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
