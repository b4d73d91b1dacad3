"""Each example prints what stands beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_an_example_prints_what_stands_beside_it(example):
    ran = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=True)
    assert ran.stdout == example.with_suffix(".txt").read_text("utf-8")
    assert ran.stderr == ""
