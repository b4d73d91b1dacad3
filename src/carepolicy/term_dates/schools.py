"""Knows the term dates that single schools in the three areas have published; none of them is a council's."""

from __future__ import annotations

from carepolicy.adapters.term_dates import BANK_HOLIDAY, HALF_TERM, INSET, TERM
from carepolicy.term_dates.page import BANK_HOLIDAYS_IN_TERM, Page, calendar_of
from carepolicy.time.terms import Mark

WYCHWOOD_PAGE = Page(
    "Wychwood Primary School (Shipton-under-Wychwood): Term dates and holidays",
    "https://wychwood-pri.oxon.sch.uk/school-information/term-dates-and-holidays/",
    Mark.PARTIAL,
)

WYCHWOOD = calendar_of(
    "Wychwood Primary School, Shipton-under-Wychwood",
    WYCHWOOD_PAGE.gives(
        (INSET, "INSET", "2020-09-01"),
        (INSET, "INSET", "2020-09-02"),
        (TERM, "Autumn term 1", "2020-09-03", "2020-10-22"),
        (INSET, "INSET", "2020-10-23"),
        (HALF_TERM, "Autumn half-term", "2020-10-26", "2020-10-30"),
        (TERM, "Autumn term 2", "2020-11-02", "2020-12-17"),
        (INSET, "INSET", "2020-12-18"),
        (INSET, "INSET", "2021-01-04"),
        (TERM, "Spring term 1", "2021-01-05", "2021-02-12"),
        (HALF_TERM, "Spring half-term", "2021-02-15", "2021-02-19"),
        (TERM, "Spring term 2", "2021-02-22", "2021-03-31"),
        (TERM, "Summer term 1", "2021-04-19", "2021-05-28"),
        (BANK_HOLIDAY, "Early May bank holiday", "2021-05-03"),
        (HALF_TERM, "Summer half-term", "2021-05-31", "2021-06-04"),
        (TERM, "Summer term 2", "2021-06-07", "2021-07-22"),
    ),
)
"""2020/21."""

WHITCHURCH_PAGE = Page(
    "Whitchurch Pre-school: Term dates (follows Whitchurch-on-Thames Primary School)",
    "https://www.whitchurchpreschool.org/termdates",
    Mark.PARTIAL,
)

WHITCHURCH = calendar_of(
    "Whitchurch Pre-school",
    WHITCHURCH_PAGE.gives(
        (TERM, "Autumn term 1", "2022-09-05", "2022-10-21"),
        (HALF_TERM, "Autumn half-term", "2022-10-24", "2022-10-28"),
        (TERM, "Autumn term 2", "2022-10-31", "2022-12-20"),
        (INSET, "INSET", "2023-01-04"),
        (TERM, "Spring term 1", "2023-01-05", "2023-02-10"),
        (HALF_TERM, "Spring half-term", "2023-02-13", "2023-02-17"),
        (TERM, "Spring term 2", "2023-02-20", "2023-03-31"),
        (INSET, "INSET", "2023-04-17"),
        (TERM, "Summer term 1", "2023-04-18", "2023-05-25"),
        (INSET, "INSET", "2023-05-26"),
        (HALF_TERM, "Summer half-term", "2023-05-29", "2023-06-02"),
        (TERM, "Summer term 2", "2023-06-05", "2023-07-21"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Bank Holiday for the State Funeral of Queen Elizabeth II", "2022-09-19"),
        (BANK_HOLIDAY, "Early May bank holiday", "2023-05-01"),
        (BANK_HOLIDAY, "Bank holiday for the coronation of King Charles III", "2023-05-08"),
    ),
)
"""2022/23; it follows its primary school, and lists three training days."""

NETTLEBED_PAGE = Page(
    "Nettlebed school (nettlebed.oxon.sch.uk): Term dates",
    "https://www.nettlebed.oxon.sch.uk/information/term-dates",
    Mark.PARTIAL,
)
NETTLEBED_WORKED_OUT = Page(
    "Derived: weekdays between the published terms of Nettlebed school (nettlebed.oxon.sch.uk): Term dates",
    "https://www.nettlebed.oxon.sch.uk/information/term-dates",
    Mark.DERIVED,
)

NETTLEBED = calendar_of(
    "Nettlebed school",
    NETTLEBED_PAGE.gives(
        (INSET, "INSET", "2023-09-01"),
        (INSET, "INSET", "2023-09-04"),
        (TERM, "Autumn term 1", "2023-09-05", "2023-10-20"),
        (TERM, "Autumn term 2", "2023-10-30", "2023-12-20"),
        (TERM, "Spring term 1", "2024-01-08", "2024-02-09"),
        (TERM, "Spring term 2", "2024-02-19", "2024-03-28"),
        (TERM, "Summer term 1", "2024-04-15", "2024-05-24"),
        (TERM, "Summer term 2", "2024-06-03", "2024-07-19"),
        (INSET, "INSET", "2024-07-22"),
        (INSET, "INSET", "2024-07-23"),
        (INSET, "INSET", "2024-07-24"),
    ),
    NETTLEBED_WORKED_OUT.gives(
        (HALF_TERM, "Autumn half-term", "2023-10-23", "2023-10-27"),
        (HALF_TERM, "Spring half-term", "2024-02-12", "2024-02-16"),
        (HALF_TERM, "Summer half-term", "2024-05-27", "2024-05-31"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2024-05-06"),
    ),
    NETTLEBED_PAGE.gives(
        (INSET, "INSET", "2024-09-02"),
        (INSET, "INSET", "2024-09-03"),
        (TERM, "Autumn term 1", "2024-09-04", "2024-10-25"),
        (TERM, "Autumn term 2", "2024-11-04", "2024-12-20"),
        (INSET, "INSET", "2025-01-06"),
        (TERM, "Spring term 1", "2025-01-07", "2025-02-14"),
        (TERM, "Spring term 2", "2025-02-24", "2025-04-04"),
        (TERM, "Summer term 1", "2025-04-22", "2025-05-23"),
        (TERM, "Summer term 2", "2025-06-02", "2025-07-18"),
        (INSET, "INSET", "2025-07-21"),
        (INSET, "INSET", "2025-07-22"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2025-05-05"),
    ),
)
"""2023/24 and 2024/25."""

CHIPPING_NORTON_PAGE = Page(
    "Chipping Norton School: term dates, with the county council's provisional ones for 2026/27 and 2027/28",
    "https://www.chippingnortonschool.org/25/our-term-dates",
    Mark.PARTIAL,
)

CHIPPING_NORTON = calendar_of(
    "Chipping Norton School",
    CHIPPING_NORTON_PAGE.gives(
        (TERM, "Autumn term", "2025-09-04", "2025-12-19"),
        (HALF_TERM, "Autumn half-term", "2025-10-27", "2025-10-31"),
        (INSET, "INSET", "2026-01-05"),
        (TERM, "Spring term", "2026-01-06", "2026-03-27"),
        (HALF_TERM, "Spring half-term", "2026-02-16", "2026-02-20"),
        (TERM, "Summer term", "2026-04-13", "2026-07-20"),
        (HALF_TERM, "Summer half-term", "2026-05-25", "2026-05-29"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2026-05-04"),
    ),
)
"""2025/26."""

PECKOVER_PAGE = Page(
    "Peckover Primary School, Wisbech: Term dates",
    "https://www.peckoverprimary.org/page/?title=Term+Dates&pid=44",
    Mark.PARTIAL,
)

PECKOVER = calendar_of(
    "Peckover Primary School, Wisbech",
    PECKOVER_PAGE.gives(
        (INSET, "INSET", "2020-09-03"),
        (INSET, "INSET", "2020-09-04"),
        (TERM, "Autumn term", "2020-09-07", "2020-12-18"),
        (HALF_TERM, "Autumn half-term", "2020-10-26", "2020-10-30"),
        (INSET, "INSET", "2021-01-04"),
        (TERM, "Spring term", "2021-01-05", "2021-03-26"),
        (INSET, "INSET", "2021-02-12"),
        (HALF_TERM, "Spring half-term", "2021-02-15", "2021-02-19"),
        (INSET, "INSET", "2021-04-12"),
        (TERM, "Summer term", "2021-04-13", "2021-07-22"),
        (BANK_HOLIDAY, "Early May bank holiday", "2021-05-03"),
        (HALF_TERM, "Summer half-term", "2021-05-31", "2021-06-04"),
    ),
)
"""2020/21."""

CAMBRIDGE_PRIMARY_EDUCATION_TRUST_PAGE = Page(
    "Cambridge Primary Education Trust: Term dates 2021/2022 and 2022/2023",
    "https://www.cpetrust.co.uk/term-dates-1/",
    Mark.PARTIAL,
)

CAMBRIDGE_PRIMARY_EDUCATION_TRUST = calendar_of(
    "Cambridge Primary Education Trust",
    CAMBRIDGE_PRIMARY_EDUCATION_TRUST_PAGE.gives(
        (INSET, "INSET", "2021-09-01"),
        (TERM, "Autumn term", "2021-09-02", "2021-12-17"),
        (HALF_TERM, "Autumn half-term", "2021-10-25", "2021-10-29"),
        (INSET, "INSET", "2021-11-01"),
        (INSET, "INSET", "2022-01-04"),
        (TERM, "Spring term", "2022-01-05", "2022-04-01"),
        (HALF_TERM, "Spring half-term", "2022-02-14", "2022-02-18"),
        (INSET, "INSET", "2022-04-19"),
        (TERM, "Summer term", "2022-04-20", "2022-07-22"),
        (BANK_HOLIDAY, "Early May bank holiday", "2022-05-02"),
        (HALF_TERM, "Summer half-term (source includes Monday 6 June)", "2022-05-30", "2022-06-06"),
        (INSET, "INSET", "2022-06-24"),
    ),
    CAMBRIDGE_PRIMARY_EDUCATION_TRUST_PAGE.gives(
        (INSET, "INSET", "2022-09-01"),
        (INSET, "INSET", "2022-09-02"),
        (TERM, "Autumn term", "2022-09-05", "2022-12-16"),
        (HALF_TERM, "Autumn half-term", "2022-10-24", "2022-10-28"),
        (INSET, "INSET", "2023-01-03"),
        (TERM, "Spring term", "2023-01-04", "2023-03-31"),
        (HALF_TERM, "Spring half-term", "2023-02-13", "2023-02-17"),
        (INSET, "INSET", "2023-04-17"),
        (TERM, "Summer term", "2023-04-18", "2023-07-21"),
        (BANK_HOLIDAY, "Early May bank holiday", "2023-05-01"),
        (HALF_TERM, "Summer half-term", "2023-05-29", "2023-06-02"),
        (INSET, "INSET", "2023-06-23"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Bank Holiday for the State Funeral of Queen Elizabeth II", "2022-09-19"),
        (BANK_HOLIDAY, "Bank holiday for the coronation of King Charles III", "2023-05-08"),
    ),
)
"""2021/22 and 2022/23, for its five schools."""

BASSINGBOURN_PAGE = Page(
    "Bassingbourn Village College: Term dates", "https://bassingbournvc.net/parents/term-dates/", Mark.PARTIAL
)

BASSINGBOURN = calendar_of(
    "Bassingbourn Village College",
    BASSINGBOURN_PAGE.gives(
        (INSET, "INSET", "2022-09-01"),
        (INSET, "INSET", "2022-09-02"),
        (TERM, "Autumn term (5 Sep Year 7 only, others from 6 Sep)", "2022-09-05", "2022-12-20"),
        (HALF_TERM, "Autumn half-term", "2022-10-24", "2022-10-28"),
        (INSET, "INSET", "2022-11-14"),
        (INSET, "INSET", "2022-12-02"),
        (INSET, "INSET", "2022-12-21"),
        (TERM, "Spring term", "2023-01-04", "2023-03-31"),
        (HALF_TERM, "Spring half-term", "2023-02-13", "2023-02-17"),
        (TERM, "Summer term", "2023-04-17", "2023-07-19"),
        (BANK_HOLIDAY, "Early May bank holiday", "2023-05-01"),
        (BANK_HOLIDAY, "Bank holiday for the coronation of King Charles III", "2023-05-08"),
        (HALF_TERM, "Summer half-term", "2023-05-29", "2023-06-02"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Bank Holiday for the State Funeral of Queen Elizabeth II", "2022-09-19"),
    ),
)
"""2022/23."""

LINTON_PAGE = Page(
    "Linton Village College: Term dates (states they are set from Cambridgeshire's LA term dates)",
    "https://lvc.org/term-dates/",
    Mark.PARTIAL,
)

LINTON = calendar_of(
    "Linton Village College",
    LINTON_PAGE.gives(
        (INSET, "INSET", "2023-09-01"),
        (TERM, "Autumn term (4 Sep Years 7 and 11 only, all years from 5 Sep)", "2023-09-04", "2023-12-20"),
        (INSET, "INSET", "2023-09-29"),
        (HALF_TERM, "Autumn half-term", "2023-10-23", "2023-10-27"),
        (TERM, "Spring term", "2024-01-04", "2024-03-28"),
        (INSET, "INSET", "2024-02-16"),
        (HALF_TERM, "Spring half-term", "2024-02-19", "2024-02-23"),
        (TERM, "Summer term", "2024-04-15", "2024-07-19"),
        (BANK_HOLIDAY, "Early May bank holiday", "2024-05-06"),
        (HALF_TERM, "Summer half-term", "2024-05-27", "2024-05-31"),
        (INSET, "INSET", "2024-06-28"),
        (INSET, "Disaggregated training day", "2024-07-22"),
    ),
)
"""2023/24."""

LITTLE_OWL_PAGE = Page(
    "Little Owl (Dry Drayton): Term dates", "http://littleowl-drydrayton.co.uk/term-dates-2", Mark.PARTIAL
)

LITTLE_OWL = calendar_of(
    "Little Owl, Dry Drayton",
    LITTLE_OWL_PAGE.gives(
        (INSET, "INSET", "2024-09-03"),
        (TERM, "Autumn term 1", "2024-09-04", "2024-10-25"),
        (HALF_TERM, "Autumn half-term", "2024-10-28", "2024-11-01"),
        (TERM, "Autumn term 2", "2024-11-04", "2024-12-19"),
        (INSET, "INSET", "2025-01-06"),
        (TERM, "Spring term 1", "2025-01-07", "2025-02-14"),
        (HALF_TERM, "Spring half-term", "2025-02-17", "2025-02-21"),
        (TERM, "Spring term 2", "2025-02-24", "2025-04-04"),
        (INSET, "INSET", "2025-04-22"),
        (TERM, "Summer term 1", "2025-04-23", "2025-05-23"),
        (BANK_HOLIDAY, "Early May bank holiday", "2025-05-05"),
        (BANK_HOLIDAY, "Spring bank holiday", "2025-05-26"),
        (HALF_TERM, "Summer half-term", "2025-05-27", "2025-05-30"),
        (TERM, "Summer term 2", "2025-06-02", "2025-07-23"),
    ),
)
"""2024/25; a nursery setting."""

THOMAS_CLARKSON_PAGE = Page(
    "Thomas Clarkson Academy, Wisbech: Term dates",
    "https://www.thomasclarksonacademy.org/parents/term-dates",
    Mark.PARTIAL,
)

THOMAS_CLARKSON = calendar_of(
    "Thomas Clarkson Academy, Wisbech",
    THOMAS_CLARKSON_PAGE.gives(
        (INSET, "INSET", "2025-09-01"),
        (INSET, "INSET", "2025-09-02"),
        (INSET, "INSET", "2025-09-03"),
        (TERM, "Autumn term", "2025-09-05", "2025-12-19"),
        (HALF_TERM, "Autumn half-term", "2025-10-25", "2025-11-01"),
        (INSET, "INSET", "2026-01-05"),
        (TERM, "Spring term", "2026-01-06", "2026-03-27"),
        (HALF_TERM, "Spring half-term", "2026-02-16", "2026-02-20"),
        (INSET, "INSET", "2026-04-13"),
        (TERM, "Summer term", "2026-04-14", "2026-07-17"),
        (HALF_TERM, "Summer half-term", "2026-05-25", "2026-05-29"),
        (INSET, "INSET", "2026-07-20"),
    ),
    BANK_HOLIDAYS_IN_TERM.gives(
        (BANK_HOLIDAY, "Early May bank holiday", "2026-05-04"),
    ),
)
"""2025/26; an academy, with six training days."""

ST_THOMAS_MORE_PAGE = Page(
    "St Thomas More Catholic Academy, Stoke-on-Trent: Parents: term dates 2024/25",
    "https://www.stmca.org.uk/parents/",
    Mark.PARTIAL,
)
ST_THOMAS_MORE_WORKED_OUT = Page(
    "St Thomas More Catholic Academy, Stoke-on-Trent: Parents: term dates 2024/25",
    "https://www.stmca.org.uk/parents/",
    Mark.DERIVED,
)

ST_THOMAS_MORE = calendar_of(
    "St Thomas More Catholic Academy, Stoke-on-Trent",
    ST_THOMAS_MORE_PAGE.gives(
        (INSET, "INSET", "2024-09-02"),
        (INSET, "INSET", "2024-09-03"),
        (TERM, "Autumn term 1", "2024-09-04", "2024-10-25"),
        (HALF_TERM, "Autumn half-term", "2024-10-28", "2024-11-01"),
        (INSET, "INSET", "2024-11-04"),
        (TERM, "Autumn term 2", "2024-11-05", "2024-12-20"),
        (INSET, "INSET", "2025-01-06"),
        (TERM, "Spring term 1", "2025-01-07", "2025-02-14"),
        (HALF_TERM, "Spring half-term", "2025-02-17", "2025-02-21"),
        (TERM, "Spring term 2", "2025-02-24", "2025-04-11"),
        (TERM, "Summer term 1", "2025-04-28", "2025-05-23"),
        (BANK_HOLIDAY, "Early May bank holiday", "2025-05-05"),
        (HALF_TERM, "Summer half-term", "2025-05-26", "2025-05-30"),
        (TERM, "Summer term 2", "2025-06-02", "2025-07-18"),
    ),
    ST_THOMAS_MORE_WORKED_OUT.gives(
        (INSET, 'INSET (stored copy reads "Monday 21", month cut off)', "2025-07-21"),
    ),
)
"""2024/25."""

DISCOVERY_PAGE = Page(
    "Discovery Academy (Alpha Academies Trust), Stoke-on-Trent: Term dates",
    "https://discovery.alphaacademiestrust.co.uk/?p=220",
    Mark.PARTIAL,
)

DISCOVERY = calendar_of(
    "Discovery Academy, Stoke-on-Trent",
    DISCOVERY_PAGE.gives(
        (INSET, "INSET", "2025-09-01"),
        (INSET, "INSET", "2025-09-02"),
        (TERM, "Autumn term 1", "2025-09-03", "2025-10-23"),
        (INSET, "Flexi day (staff day, closed to students)", "2025-10-24"),
        (HALF_TERM, "Autumn half-term", "2025-10-27", "2025-10-31"),
        (TERM, "Autumn term 2", "2025-11-03", "2025-12-19"),
        (INSET, "INSET", "2026-01-05"),
        (TERM, "Spring term 1", "2026-01-06", "2026-02-13"),
        (HALF_TERM, "Spring half-term", "2026-02-16", "2026-02-20"),
        (TERM, "Spring term 2", "2026-02-23", "2026-03-27"),
        (TERM, "Summer term 1", "2026-04-13", "2026-05-22"),
        (BANK_HOLIDAY, "Early May bank holiday", "2026-05-04"),
        (HALF_TERM, "Summer half-term", "2026-05-25", "2026-05-29"),
        (TERM, "Summer term 2", "2026-06-01", "2026-07-17"),
        (INSET, "Flexi day (staff day, closed to students)", "2026-07-20"),
    ),
)
"""2025/26."""
