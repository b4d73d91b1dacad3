"""`make demo` and `make test` work as the README says: in a fresh copy, in a folder with a space, twice, the second time offline.

The copy is made from the files that git tracks or has not ignored. Inside the copy's own `make test` this file is left out, so
that it does not call itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSIDE = "CAREPOLICY_TESTS_INSIDE_A_COPY"
NO_INDEX = (
    "no matching distribution",
    "connection",
    "could not find a version",
    "temporary failure",
    "network is unreachable",
)

pytestmark = [
    pytest.mark.skipif(INSIDE in os.environ, reason="this is the copy that the test outside is about"),
    pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here"),
    pytest.mark.skipif(
        not (ROOT / ".git").exists(), reason="not a checkout, so what belongs to the project cannot be told"
    ),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("fresh") / "a folder with a space"
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def make(target: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VIRTUAL_ENV", "PYTHON", "MAKE", "MFLAGS"))
    }
    path = os.pathsep.join([str(Path(sys.base_prefix) / "bin"), os.environ.get("PATH", "")])
    ran = subprocess.run(
        ["make", target],
        cwd=folder, capture_output=True, text=True, env={**clean, "PATH": path, INSIDE: "1", **environment}, check=False,
    )  # fmt: skip
    said = (ran.stdout + ran.stderr).lower()
    if ran.returncode and "PIP_NO_INDEX" not in environment and any(sign in said for sign in NO_INDEX):
        pytest.skip(f"the first installation needs a package index, and none answered: {ran.stderr.strip()[-300:]}")
    return ran


OFFLINE = {"PIP_NO_INDEX": "1"}


def test_make_demo_prints_what_stands_in_the_examples_and_does_so_again_offline(copy):
    expected = (ROOT / "examples" / "demo.txt").read_text("utf-8")
    first = make("demo", copy)
    assert first.returncode == 0, first.stderr
    assert first.stdout == expected
    again = make("demo", copy, **OFFLINE)
    assert (again.returncode, again.stdout) == (0, expected)


def test_make_test_passes_and_does_so_again_offline(copy):
    for environment in ({}, OFFLINE):
        ran = make("test", copy, **environment)
        assert ran.returncode == 0, what_failed(ran.stdout) + ran.stderr[-1000:]
        assert " passed" in ran.stdout


def what_failed(printed: str) -> str:
    """The failures that a run of the tests printed, without the dots before and the skipped tests after them."""
    _, _, failures = printed.partition("= FAILURES =")
    return failures.split("= short test summary info =")[0][-6000:] or printed[-3000:]


def test_the_readme_shows_how_the_demo_begins():
    shown = (ROOT / "README.md").read_text("utf-8").split("```text\n")[1].split("```")[0]
    assert (ROOT / "examples" / "demo.txt").read_text("utf-8").startswith(shown)
