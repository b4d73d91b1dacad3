"""Knows the conventions that every status is worked out by, and what was decided where the law is silent."""

from __future__ import annotations

from carepolicy.law.citation import FAMILY_LAW_REFORM_ACT_1969
from carepolicy.law.provision import Decision, Provision, decided, not_verified, verified

DECISIONS = (
    Decision("D-1", "three answers, and an unknown one names the missing fact", "two answers"),
    Decision(
        "D-2",
        "a status is asked at the end of a day, and stretches of days are half-open",
        "at any time in the day, which `ever` answers for one day",
    ),
    Decision("D-3", "a birthday on 29 February falls on 1 March in other years", "28 February"),
    Decision(
        "D-4",
        "the sixth anniversary of an end still counts, and an end on 29 February is six years old on 28 February",
        "a window without its last day, or windows by school or census year",
    ),
    Decision("D-5", "24 hours are hours that passed", "the difference between two clocks on the wall"),
    Decision(
        "D-6",
        "the three statuses are independent, save that looked after rules out previously looked after",
        "groups that exclude each other, which the display group gives",
    ),
    Decision(
        "D-7",
        "a past social worker counts for six years, as two source policies and other virtual schools say",
        "at any time since birth, which is the variant of the 2021 guidance",
    ),
    Decision(
        "D-8",
        "looked after reaches all four countries of the United Kingdom for the duties of schools",
        "England alone, which is a variant for admissions and premium",
    ),
    Decision(
        "D-9",
        "a stay counts from its first minute once it is over 24 hours, and provisionally while it runs",
        "from the 24th hour on",
    ),
    Decision("D-10", "accommodation under one power after another without a gap is one stay", "a new clock each time"),
    Decision("D-11", "whoever is looked after is not previously looked after; the history is kept", "both at once"),
    Decision(
        "D-12",
        'one test of cause serves both "as a result of" and "immediately"',
        "a tolerance of so many days",
    ),
    Decision(
        "D-13",
        "the order need not still be in force",
        "that it must be current, which is a variant",
    ),
    Decision(
        "D-14",
        "a child in need or child protection plan is enough, whoever leads it",
        "only where a social worker leads",
    ),
    Decision(
        "D-15",
        "being looked after shows a social worker by its basis; short breaks show none, youth justice and care in "
        "Scotland or Northern Ireland leave it open",
        "no inference",
    ),
    Decision(
        "D-16",
        "disability as the only need does not count once the social worker has gone",
        "that it always counts, or is unknown",
    ),
    Decision(
        "H-1",
        "care that somebody reports without its basis counts on that report, and says so",
        "cannot tell on the very day that it was reported",
    ),
    Decision(
        "H-2",
        "an interim order about the child's home that ends care counts as any other",
        "that only a final order counts; no authority was found",
    ),
    Decision(
        "H-3",
        "workers of other services, and those for a relative alone, are not the child's social worker",
        "anybody called a social worker",
    ),
)
"""What was decided where the law is silent or sources differ, each with the alternative rejected or kept apart.

Those of the notes on the law are D-1 to D-16; those taken in this library are H-1 and on.
"""

CONVENTIONS = (
    Provision(
        "K-1",
        "An answer is yes, no or unknown; unknown names what is missing, and is never turned into no.",
        strength=None,
        marks=[decided()],
        decisions="D-1",
    ),
    Provision(
        "K-2",
        "A status on a day is the status at its end, in London time: the day something starts counts, that of its end "
        "does not.",
        strength=None,
        marks=[decided(), verified("S34", what="that the council's return joins episodes the same way")],
        decisions="D-2",
    ),
    Provision(
        "K-3",
        "An age is reached at the very start of the birthday, so nobody is under 18 on the eighteenth.",
        FAMILY_LAW_REFORM_ACT_1969.section("9(1)"),
        marks=[verified("S80")],
    ),
    Provision(
        "K-4",
        "Who was born on 29 February reaches an age on 1 March in a year without that day.",
        strength=None,
        marks=[decided()],
        decisions="D-3",
    ),
    Provision(
        "K-5",
        "A period of years after an event leaves out its day and lasts to the end of the corresponding date, or of the "
        "month where there is none.",
        "Dodds v Walker [1981] 1 WLR 1027; [1961] 2 QB 135",
        marks=[not_verified()],
        decisions="D-4",
    ),
    Provision(
        "K-6",
        "Twenty-four hours are hours that passed, across a change of the clocks as on any day.",
        strength=None,
        marks=[decided()],
        decisions="D-5",
    ),
    Provision(
        "K-7",
        "From the day of a child's death no status holds.",
        strength=None,
        marks=[verified("S34", "S35")],
    ),
    Provision(
        "K-8",
        "Statuses are independent, save that care rules out previous care; shown as one group, care comes first, then "
        "previous care, then the social worker.",
        strength=None,
        marks=[verified("S48", what="the order of groups in statistics"), decided("independence")],
        decisions="D-6",
    ),
    Provision(
        "K-9",
        "A date known by its month or year is tried on every day it may be, and the answer stands where all agree.",
        strength=None,
        marks=[verified("S34", what="that the council's return allows such dates")],
    ),
    Provision(
        "K-10",
        "There is one default form of each definition, and others by name.",
        strength=None,
        marks=[decided()],
        decisions="D-7",
    ),
    Provision(
        "K-11",
        "On days for which a family of records is complete, what is not listed did not happen; on others it may have.",
        strength=None,
        marks=[decided()],
        decisions="D-1",
    ),
)
"""How every status is worked out, in the order of the notes."""
