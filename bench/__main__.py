"""Prints every row of the table of speeds, and fails when importing the library costs too much."""

from __future__ import annotations

import platform
import sys

from bench.rows import rows


def run() -> int:
    print(f"Python {platform.python_version()} on {platform.machine()}: median of the rounds; ratios with their range.")
    print()
    failures: list[str] = []
    for row in rows():
        print(row, end="\n\n", flush=True)
        if row.failed:
            failures.append(row.failed)
    for failure in failures:
        print(f"failed: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(run())
