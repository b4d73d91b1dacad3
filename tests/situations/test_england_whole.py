"""The national floor as a whole: every row of the law notes is there, or is left out for a reason."""

from __future__ import annotations

import re

from carepolicy.law.citation import Strength
from carepolicy.law.sources import DEADLINE_SOURCES
from carepolicy.policy import Kind, Modality
from carepolicy.profiles.england import ENGLAND


def numbered(section: str, first: int, last: int, *besides: str) -> list[str]:
    return [*(f"{section}-{number}" for number in range(first, last + 1)), *besides]


ROWS = [
    *numbered("CP", 0, 16), *numbered("PEP", 1, 8), *numbered("DT", 1, 5), *numbered("PP", 1, 3),
    *numbered("EX", 1, 20, "EX-1a", "EX-4a", "EX-11a"), *numbered("AT", 1, 14), *numbered("AD", 1, 9),
    *numbered("RE", 1, 9), *numbered("SE", 1, 16), *numbered("dl:SW", 1, 7), "CG-1",
]  # fmt: skip
"""The rows of sections 2.1 to 2.10."""

LEFT_OUT: dict[str, str] = {}
"""The rows that are not there, with the reason; those that bind parents alone are told as definitions."""

OLD_LAW = {"EX-12a": "EX-12", "CG-1a": "CG-1"}
"""Clauses that the notes give in another row: the law before a change that they date."""

NOTHING_TO_COMPUTE = {
    "CP-0", "CP-16", "PEP-8", "DT-4", "DT-5", "EX-5", "EX-11a", "EX-13", "EX-17", "EX-18", "AT-13", "AD-7", "SE-6", "dl:SW-6",
}  # fmt: skip


def test_every_row_is_there_or_left_out_for_a_reason():
    ids = [one.id for one in ENGLAND.clauses]
    assert set(ROWS) - set(LEFT_OUT) == set(ids) - set(OLD_LAW)
    assert len(ids) == len(set(ids))


def test_the_clauses_stand_in_the_order_of_the_notes():
    assert len(ROWS) == 114 - len(OLD_LAW)

    def place(id: str) -> tuple[str, int, str]:
        found = re.fullmatch(r"([\w:]+)-(\d+)(\w?)", id)
        assert found is not None
        return found[1], int(found[2]), found[3]

    places = [place(one.id) for one in ENGLAND.clauses]
    sections = list(dict.fromkeys(section for section, _, _ in places))
    assert sections == ["CP", "PEP", "DT", "PP", "EX", "AT", "AD", "RE", "SE", "dl:SW", "CG"]
    for section in sections:
        own = [found for found in places if found[0] == section]
        assert own == sorted(own)


def test_what_demands_nothing_only_defines_allows_or_describes():
    silent = {one.id for one in ENGLAND.clauses if not one.demands}
    assert silent == NOTHING_TO_COMPUTE
    for one in ENGLAND.clauses:
        if one.id in NOTHING_TO_COMPUTE:
            assert one.kind is Kind.DEFINITION or one.modality in (Modality.MAY, Modality.DESCRIBES), one.id


def test_every_clause_says_how_well_it_was_checked_in_sources_that_are_listed():
    for one in ENGLAND.clauses:
        assert one.marks, one.id
        assert one.locator, one.id
        assert one.kind is not None or one.modality is Modality.MAY, one.id
        assert one.strength is not Strength.LOCAL, one.id
        assert f"checked: {one.marks[0]}" in "\n".join(one.requires())
    named = {key for one in ENGLAND.clauses for mark in one.marks for key in mark.sources}
    assert named <= set(DEADLINE_SOURCES)


def test_each_clause_is_one_sentence_of_our_own_length():
    for one in ENGLAND.clauses:
        assert one.says.endswith("."), one.id
        assert len(one.says) <= 120, one.id
