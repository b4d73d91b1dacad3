"""Knows how the command `carepolicy` starts, and what to say where the extra it needs is not installed."""

from __future__ import annotations

import sys


def run() -> None:
    """Runs the command line, or says how to install it."""
    try:
        from carepolicy.cli import main
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.exit(
            'The command line needs the extra "cli". Install carepolicy with it, as in: python -m pip install ".[cli]"'
        )
    main()


if __name__ == "__main__":
    run()
