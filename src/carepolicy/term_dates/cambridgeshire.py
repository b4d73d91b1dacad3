"""Knows the term dates that Cambridgeshire County Council has published, training days of each school aside."""

from __future__ import annotations

from carepolicy.adapters.term_dates import BANK_HOLIDAY, HALF_TERM, TERM
from carepolicy.term_dates.page import BANK_HOLIDAYS_IN_TERM, Page, calendar_of
from carepolicy.time.terms import Mark

COUNCIL_PAGE = Page(
    "Cambridgeshire County Council: School term and holiday dates 2020/2021",
    "https://www.cambridgeshire.gov.uk/residents/children-and-families/schools-learning/school-term-dates-closures/school-term-dates-2020-2021",
    Mark.VERIFIED,
)

CAMBRIDGESHIRE = calendar_of(
    "Cambridgeshire County Council",
    COUNCIL_PAGE.gives(
        (TERM, "Autumn term 1", "2020-09-03", "2020-10-23"),
        (HALF_TERM, "Autumn half-term", "2020-10-26", "2020-10-30"),
        (TERM, "Autumn term 2", "2020-11-02", "2020-12-18"),
        (TERM, "Spring term 1", "2021-01-04", "2021-02-12"),
        (HALF_TERM, "Spring half-term", "2021-02-15", "2021-02-19"),
        (TERM, "Spring term 2", "2021-02-22", "2021-03-26"),
        (TERM, "Summer term 1", "2021-04-12", "2021-05-28"),
        (HALF_TERM, "Summer half-term", "2021-05-31", "2021-06-04"),
        (TERM, "Summer term 2", "2021-06-07", "2021-07-22"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2021-05-03"),
    ),
)
"""2020/21, the one year of which every term was seen; schools take their five training days inside it."""
