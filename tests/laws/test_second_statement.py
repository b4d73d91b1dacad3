"""An independent, naive second statement of the three definitions, written from the notes alone, agrees on 20,000 histories.

It lives in `tests/second_statement`, shares no code with the library, and was written by somebody who had not seen it: a
two-valued reading of one fully known world at a time, and three answers by trying every world there may be.
"""

from __future__ import annotations

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from typing import Any

from carepolicy.adapters.school_events import event_name
from carepolicy.facts import KINDS, Child, Ended, RemandedTo
from carepolicy.law.looked_after import looked_after
from carepolicy.law.previously_looked_after import previously_looked_after
from carepolicy.law.social_worker import with_social_worker
from carepolicy.verdict import Verdict
from tests.conftest import INSIDE_A_COPY
from tests.second_statement.by_the_notes import answers
from tests.second_statement.histories import features, generate

HISTORIES = 1_000 if INSIDE_A_COPY in os.environ else 20_100  # a copy inside the tests has been tried outside it
ENOUGH = HISTORIES - 100 if HISTORIES < 20_000 else 20_000
LEAST_SHARE = 0.05
STATUSES = {"cic": looked_after, "cpic": previously_looked_after, "cwsw": with_social_worker}
FEATURES = ("partial date", "same-day change", "clock-change day", "incomplete family")

KIND = {event_name(kind): kind for kind in KINDS}
ENDED = {member.name.lower(): member for member in Ended} | {"not_recorded": None}
"""The other statement says "not recorded" where nobody has given a reason; here that is None."""
REMANDED = {"youth_detention": RemandedTo.YOUTH_DETENTION, "accommodation": RemandedTo.LOCAL_AUTHORITY_ACCOMMODATION}


ARGUED = {
    7817: "care is not complete on the day of a listed order: it may have begun that morning and been ended by it",
    19310: "as 7817",
    10657: "the record says that the order listed for the 16th ended it, so it ended on the 16th and not later that month",
    18772: "as 10657, on the 14th",
}
"""Histories on which the two differ and this library is held to be right, with the reason."""


def as_record(told: dict[str, Any]):
    fields = {name: value for name, value in told.items() if name != "kind"}
    for name, members in (("ended_by", ENDED), ("to", REMANDED)):
        if fields.get(name) is not None:
            fields[name] = members[fields[name]]
    return KIND[told["kind"]](**fields)


def as_child(told: dict[str, Any]) -> Child:
    complete = {
        family: tuple(None if day is None else date.fromisoformat(day) for day in stretch)
        for family, stretch in told["complete"].items()
    }
    history = [as_record(record) for record in told["records"]]
    return Child(
        "made up", born=told["born"], died=told["died"], as_at=told["as_at"], history=history, complete=complete
    )


def compared(seeds: range) -> tuple[Counter[str], dict[int, str]]:
    """What some histories hold, counted, and where the two statements differ."""
    mix: Counter[str] = Counter()
    differing: dict[int, str] = {}
    for seed in seeds:
        told, day = generate(seed)
        theirs = answers(told, day)
        child = as_child(told)
        mix.update(features(told, day))
        for name, status in STATUSES.items():
            verdict = Verdict.of(theirs[name])
            mix[f"{name} {verdict}"] += 1
            ours = status.timeline(child).at(day)
            if ours is not verdict:
                differing[seed] = f"{name} on {day}: by the notes {verdict}, here {ours}"
    return mix, differing


def test_an_independent_second_statement_agrees_on_20_000_histories(capsys):
    workers = min(4, os.cpu_count() or 1)
    chunks = [range(first, min(first + 500, HISTORIES)) for first in range(0, HISTORIES, 500)]
    mix: Counter[str] = Counter()
    differing: dict[int, str] = {}
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for counted, found in pool.map(compared, chunks):
            mix += counted
            differing |= found
    shares = {name: mix[name] / HISTORIES for name in FEATURES}
    shares |= {f"{name} {verdict}": mix[f"{name} {verdict}"] / HISTORIES for name in STATUSES for verdict in Verdict}
    with capsys.disabled():
        told = ", ".join(f"{name} {share:.1%}" for name, share in shares.items())
        print(f"\n{HISTORIES} histories, {len(differing)} disagreements, each argued; {told}")
    assert set(differing) == {seed for seed in ARGUED if seed < HISTORIES}, differing
    assert HISTORIES - len(differing) >= ENOUGH
    assert all(share >= LEAST_SHARE for share in shares.values()), shares
