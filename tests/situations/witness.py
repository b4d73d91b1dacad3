"""Two witnesses for each clause that computes: how every policy's tests look for a child who meets it and one who does not."""

from __future__ import annotations

from carepolicy.assessment import assess
from carepolicy.facts import (
    CARE,
    CARE_PLANNING,
    CARE_REVIEWS,
    COUNCIL_EDUCATION,
    PERMANENCE,
    SCHOOLING,
    SETTING,
    CareOrder,
    Child,
)
from carepolicy.line import State
from carepolicy.policy import Computes, Never, Profile
from tests.situations.published import A

UNMET = {State.LATE, State.OVERDUE, State.BREACH, State.MISSED, State.OPEN}
"""The states of a line whose clause a child does not meet."""

IN_CARE = CareOrder(start="2020-01-06")


def states_under(
    profile: Profile, clause: str, *records, care=(IN_CARE,), complete=True, on="2023-03-20", born="2010-05-01"
) -> list[State]:
    """The states of the lines of a clause that records decide; what waits for a person's statement is left out."""
    listed = (SCHOOLING, SETTING, COUNCIL_EDUCATION, CARE_REVIEWS, CARE_PLANNING) if complete else ()
    child = Child("made up", born=born, history=[*care, *records], complete=[CARE, PERMANENCE, *listed])
    found = assess(child, profile, calendar=A, on=on, everything=True)
    return [line.state for line in found.lines if line.clause == clause and not line.stated_by]


def meets(profile: Profile, clause: str, records: list, **more) -> bool:
    """Whether a child meets a clause: a line says so, or, for a prohibition, nothing was done that makes a line."""
    bars_only = all(isinstance(demand, Never) for demand in profile.clause(clause).demands)
    found = set(states_under(profile, clause, *records, **more))
    return not found & UNMET and (State.MET in found or (bars_only and not found))


def fails(profile: Profile, clause: str, records: list, **more) -> bool:
    """Whether a child does not meet a clause, and nothing that is recorded says otherwise."""
    found = set(states_under(profile, clause, *records, **more))
    return bool(found) and found <= UNMET


def computing(profile: Profile) -> set[str]:
    """The clauses of a policy that records decide, wholly or in part."""
    return {one.id for one in profile.clauses if one.computes in (Computes.YES, Computes.PARTLY)}
