"""Knows where each clause stands for one child on one day: which records prove what, by when, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from carepolicy.line import Line
from carepolicy.policy import Clause, Duty, InPlace, Never, Profile
from carepolicy.standing.duties import duty_lines as duty_lines
from carepolicy.standing.in_place import in_place_lines
from carepolicy.standing.prohibitions import Bar as Bar
from carepolicy.standing.prohibitions import bars_on as bars_on
from carepolicy.standing.prohibitions import never_lines as never_lines
from carepolicy.standing.statements import statement_lines
from carepolicy.standing.view import View as View


def lines_of(view: View, profile: Profile, clause: Clause) -> Iterator[Line]:
    """What one clause asks on every occasion there was: a line for each, in the order of its demands."""
    for demand in clause.demands:
        if isinstance(demand, Duty):
            yield from duty_lines(view, demand, clause, profile)
        elif isinstance(demand, Never):
            yield from never_lines(view, demand, clause, profile)
        elif isinstance(demand, InPlace):
            yield from in_place_lines(view, demand, clause, profile)
        else:
            yield from statement_lines(view, demand, clause, profile)
