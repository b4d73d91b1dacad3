"""Three made-up school years for the worked examples of counting, and how a range of days is written in them."""

from __future__ import annotations

from datetime import date

from carepolicy.time.calendar import SchoolCalendar
from carepolicy.time.terms import Term


def day(text: str, year: int) -> date:
    """A day told as "5 Sep", in the first calendar year of a school year or the second."""
    number, month = text.split()
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    found = months.index(month) + 1
    return date(year if found >= 8 else year + 1, found, int(number))


def school_year(name: str, year: int, terms: str, inset: str, covers_to: date) -> SchoolCalendar:
    blocks = [block.strip().split("-") for block in terms.split(";")]
    return SchoolCalendar(
        [Term(f"{name}, block {number}", day(a, year), day(b, year)) for number, (a, b) in enumerate(blocks, 1)],
        inset=[day(one, year) for one in inset.split(", ")],
        covers=[(date(year, 8, 31), covers_to)],
        all_inset_listed=True,
        name=name,
    )


A = school_year(
    "A, 2022/23",
    2022,
    "5 Sep-21 Oct; 31 Oct-16 Dec; 3 Jan-10 Feb; 21 Feb-31 Mar; 17 Apr-26 May; 5 Jun-21 Jul",
    "1 Sep, 2 Sep, 25 Nov, 20 Feb, 23 Jun",
    date(2023, 8, 31),
)
B = school_year(
    "B, 2023/24",
    2023,
    "6 Sep-20 Oct; 31 Oct-22 Dec; 9 Jan-16 Feb; 26 Feb-28 Mar; 15 Apr-24 May; 3 Jun-23 Jul",
    "4 Sep, 5 Sep, 30 Oct, 8 Jan, 28 Jun",
    date(2024, 8, 31),
)
C = school_year(
    "C, 2026/27",
    2026,
    "3 Sep-23 Oct; 2 Nov-18 Dec; 5 Jan-12 Feb; 22 Feb-25 Mar; 12 Apr-28 May; 7 Jun-21 Jul",
    "1 Sep, 2 Sep, 27 Nov, 4 Jan, 25 Jun",
    date(2027, 8, 31),
)
A_AND_B = SchoolCalendar(
    [*A.terms, *B.terms],
    inset=[*A.inset, *B.inset],
    covers=[(date(2022, 8, 31), date(2024, 8, 31))],
    all_inset_listed=True,
    name="A and B",
)
