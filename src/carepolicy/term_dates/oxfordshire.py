"""Knows the term dates that Oxfordshire County Council has published, training days of each school aside."""

from __future__ import annotations

from carepolicy.adapters.term_dates import BANK_HOLIDAY, HALF_TERM, INSET, TERM
from carepolicy.term_dates.page import BANK_HOLIDAYS_IN_TERM, Page, calendar_of
from carepolicy.time.terms import Mark

COUNCIL_PAGE = Page(
    "Oxfordshire County Council: School term dates and holidays",
    "https://www.oxfordshire.gov.uk/residents/schools/term-dates-and-holidays",
    Mark.VERIFIED,
)
PROPOSED_PAGE = Page(
    "Chipping Norton School: term dates, with the county council's provisional ones for 2026/27 and 2027/28",
    "https://www.chippingnortonschool.org/25/our-term-dates",
    Mark.PARTIAL,
)

OXFORDSHIRE = calendar_of(
    "Oxfordshire County Council",
    COUNCIL_PAGE.gives(
        (INSET, "Countywide INSET", "2024-09-02"),
        (TERM, "Autumn term 1", "2024-09-03", "2024-10-25"),
        (HALF_TERM, "Autumn half-term", "2024-10-28", "2024-11-01"),
        (TERM, "Autumn term 2", "2024-11-04", "2024-12-20"),
        (TERM, "Spring term 1", "2025-01-06", "2025-02-14"),
        (HALF_TERM, "Spring half-term", "2025-02-17", "2025-02-21"),
        (TERM, "Spring term 2", "2025-02-24", "2025-04-04"),
        (TERM, "Summer term 1", "2025-04-22", "2025-05-23"),
        (HALF_TERM, "Summer half-term", "2025-05-26", "2025-05-30"),
        (TERM, "Summer term 2", "2025-06-02", "2025-07-22"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2025-05-05"),
    ),
    COUNCIL_PAGE.gives(
        (INSET, "Countywide INSET", "2025-09-01"),
        (TERM, "Autumn term 1", "2025-09-02", "2025-10-24"),
        (HALF_TERM, "Autumn half-term", "2025-10-27", "2025-10-31"),
        (TERM, "Autumn term 2", "2025-11-03", "2025-12-19"),
        (TERM, "Spring term 1", "2026-01-05", "2026-02-13"),
        (HALF_TERM, "Spring half-term", "2026-02-16", "2026-02-20"),
        (TERM, "Spring term 2", "2026-02-23", "2026-03-27"),
        (TERM, "Summer term 1", "2026-04-13", "2026-05-22"),
        (HALF_TERM, "Summer half-term", "2026-05-25", "2026-05-29"),
        (TERM, "Summer term 2", "2026-06-01", "2026-07-20"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2026-05-04"),
    ),
    PROPOSED_PAGE.gives(
        (TERM, "Autumn term", "2026-09-02", "2026-12-18"),
        (HALF_TERM, "Autumn half-term", "2026-10-26", "2026-10-30"),
        (TERM, "Spring term", "2027-01-04", "2027-03-25"),
        (HALF_TERM, "Spring half-term", "2027-02-15", "2027-02-19"),
        (TERM, "Summer term", "2027-04-12", "2027-07-21"),
        (HALF_TERM, "Summer half-term", "2027-05-31", "2027-06-04"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2027-05-03"),
    ),
    PROPOSED_PAGE.gives(
        (TERM, "Autumn term", "2027-09-06", "2027-12-21"),
        (HALF_TERM, "Autumn half-term", "2027-10-25", "2027-10-29"),
        (TERM, "Spring term", "2028-01-05", "2028-04-07"),
        (HALF_TERM, "Spring half-term", "2028-02-14", "2028-02-18"),
        (TERM, "Summer term", "2028-04-24", "2028-07-21"),
        (HALF_TERM, "Summer half-term", "2028-05-29", "2028-06-02"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2028-05-01"),
    ),
)
"""2024/25 and 2025/26 as set; 2026/27 and 2027/28 as proposed. The county sets one training day."""
