"""Knows where the shipped policies pull apart when a child of one authority goes to school in another."""

from __future__ import annotations

from attrs import evolve

from carepolicy.policy.tension import Pull, Tension

EVERY_EFFORT = ("CAM-3.4a", "OFF-3.4a")
NEED_TO_KNOW = ("CAM-2.2k", "CAM-2.3f", "OFF-2.2k", "OFF-2.3f")

_KNOWN = (
    Tension(
        "permanent exclusion of a child whose own authority bars it",
        Pull.CLASH,
        (("STK-NPE-1",), ("OX-3.13b", "OX-3.13c"), EVERY_EFFORT),
        "Stoke-on-Trent is the stricter. A school that has not adopted its policy is not bound by it, and the "
        "head keeps the power that the law gives: it is barred on the side of care, and allowed on the side of "
        "the school.",
        stricter=("STK-NPE-1",),
    ),
    Tension(
        "suspend after a serious incident, or avoid it",
        Pull.CLASH,
        (("STK-NPE-4",), (*EVERY_EFFORT, "CAM-3.4i", "OFF-3.4i")),
        "The Cambridgeshire policies protect more: Stoke-on-Trent's suspension only rules out the worse outcome.",
        stricter=(*EVERY_EFFORT, "CAM-3.4i", "OFF-3.4i"),
    ),
    Tension(
        "act at once, or talk first",
        Pull.ORDER,
        (("CAM-3.4d", "OFF-3.4d"), ("STK-FTE-1a", "STK-FTE-1b"), ("OX-3.12b",)),
        "What comes before an exclusion and what comes after it are different acts: doing the one does not stand "
        "for the other.",
        of_each=(
            "The Cambridgeshire policies decide what comes before it.",
            "Stoke-on-Trent decides what comes after it.",
            "Oxfordshire calls agencies to an urgent meeting where exclusion is a risk.",
        ),
        any_two=True,
    ),
    Tension(
        "education from the first day out",
        Pull.BOTH,
        (("CAM-3.4h", "OFF-3.4h"), ("STK-FTE-4",)),
        "The Cambridgeshire policies ask that it be in place, Stoke-on-Trent that the school try; the first is "
        "stricter.",
        stricter=("CAM-3.4h", "OFF-3.4h"),
    ),
    Tension(
        "how often a PEP is reviewed",
        Pull.BOTH,
        (("OX-3.11d",), ("STK-PEP-1d",)),
        "Neither is always the stricter: two reviews, one a term, can lie over six months apart, and two in one "
        "term can leave the next without. Both are kept; the national floor is once a term.",
    ),
    Tension(
        "who chairs the PEP meeting",
        Pull.CLASH,
        (("OXN-8.7",), ("STK-PEP-3b",)),
        "The Oxfordshire virtual school is the stricter, where another chair has been agreed under "
        "Stoke-on-Trent's policy.",
        stricter=("OXN-8.7",),
    ),
    Tension(
        "what must be ready for the PEP meeting",
        Pull.BOTH,
        (("STK-PEP-2a", "STK-PEP-2b", "STK-PEP-2c"), ("OXN-8.3a", "OXN-8.3b", "OXN-8.4", "OXN-8.6a")),
        "Stoke-on-Trent is the stricter on all parts being done, the Oxfordshire virtual school on the SDQ and "
        "the costs.",
    ),
    Tension(
        "moving school during the year into the area of another authority",
        Pull.ORDER,
        (("STK-ADM-5",), ("OX-9.LA4b",)),
        "Stoke-on-Trent is the stricter on leave for the move, Oxfordshire on the time. Where leave is withheld "
        "past the twentieth day one of them must fail; national guidance supports the time (PEP-5).",
    ),
    Tension(
        "coming off the roll",
        Pull.WITH_THE_LAW,
        (("STK-ADM-6",), ("AT-14",)),
        "Stoke-on-Trent's rule holds until the child has started, or is registered, elsewhere; then the law does.",
        stricter=("STK-ADM-6",),
    ),
    Tension(
        "a school that is full",
        Pull.CLASH,
        (("STK-ADM-2",), ("CAM-3.2a", "OFF-3.2a"), ("OX-10.1b",)),
        "The child is admitted by the stricter rule, and the others stay.",
        stricter=("STK-ADM-2",),
        of_each=(
            "Stoke-on-Trent is the stricter for a child in care.",
            "The Cambridgeshire policies reach children previously in care too.",
            "Oxfordshire asks only that nobody is turned down for being in care.",
        ),
        any_two=True,
    ),
    Tension(
        "attendance that is a worry, but not below 85 per cent",
        Pull.BOTH,
        (
            (*(f"{id}-3.3{letter}" for id in ("CAM", "OFF") for letter in "bcdef"), "OFF-3.3h"),
            ("STK-ATT-3a", "STK-ATT-3b"),
        ),
        "The Cambridgeshire policies ask for talks at any worry, Stoke-on-Trent for the stronger step, a review. "
        "That absence around a move of placement is not held against a child touches rewards only, and never the "
        "count.",
    ),
    Tension(
        "a part-time timetable",
        Pull.BOTH,
        (("STK-FTE-6", "STK-FTE-6a", "STK-FTE-6b", "STK-FTE-6c", "STK-FTE-6d"), ("OX-9.LA3a",)),
        "Stoke-on-Trent is the stricter; Oxfordshire asks for full-time education wherever it is possible.",
        stricter=("STK-FTE-6",),
    ),
    Tension(
        "alternative provision in another authority's area",
        Pull.CLASH,
        (("STK-FTE-8",), ("OX-9.LA7",)),
        "Stoke-on-Trent is the stricter on the way to it. Whether the provision is in Stoke must be settled first.",
        stricter=("STK-FTE-8",),
    ),
    Tension(
        "who comes to a review",
        Pull.BOTH,
        (("STK-NPE-6b",), ("OX-9.VS1", "OX-9.VS2")),
        "Stoke-on-Trent is the stricter on coming, Oxfordshire on reports. The virtual school that a school's "
        "policy means may not be the child's own.",
    ),
    Tension(
        "which virtual school is told",
        Pull.CLASH,
        (("OX-7.5b",), ("STK-FTE-1a",), ("CAM-3.4d", "OFF-3.4d")),
        "All are read as the virtual school of the authority that cares for the child; to tell the school's own "
        "instead would break the rule of need to know.",
        any_two=True,
    ),
    Tension(
        "openness with information",
        Pull.CLASH,
        (NEED_TO_KNOW, ("STK-ACH-1e",), ("OX-4.8b",)),
        "Need to know is the stricter, and goes first.",
        stricter=NEED_TO_KNOW,
    ),
    Tension(
        "birth parents",
        Pull.ORDER,
        (("STK-CAR-1b",), ("OX-4.9c", "OX-3.17")),
        "The social worker's advice, and the agreement on whom to invite, come before anything is sent.",
        stricter=("STK-CAR-1b", "OX-3.17"),
    ),
    Tension(
        "who may be the designated teacher",
        Pull.BOTH,
        (("OXN-1c",), ("OFF-2.1c", "CAM-2.1c"), ("STK-DT-1b",)),
        "All are kept together: somebody whom one policy allows may fail another.",
        of_each=(
            "The Oxfordshire virtual school asks for a place on the senior leadership team.",
            "The Cambridgeshire template asks for fitting qualifications, and Offord for a qualified teacher.",
            "Stoke-on-Trent asks for seniority.",
        ),
        any_two=True,
    ),
    Tension(
        "when the designated teacher is trained",
        Pull.BOTH,
        (("CAM-3.1a", "CAM-2.2c", "OFF-3.1a", "OFF-2.2c"), ("OX-3.6", "OX-9.LA6d"), ("OXN-1b",), ("STK-DT-1c",)),
        "The Cambridgeshire policies are the stricter: on taking up the post. The others give no day.",
        stricter=("CAM-3.1a", "OFF-3.1a"),
    ),
    Tension(
        "the report to governors",
        Pull.BOTH,
        (
            ("OX-3.22", *(f"OX-3.22{letter}" for letter in "abcdefg")),
            tuple(f"OXN-11{letter}" for letter in "abcde"),
            ("STK-IMP-7", *(f"STK-IMP-{number}" for number in (2, 3, 4, 5, 6, 9))),
            tuple(f"{id}-2.1{letter}" for id in ("CAM", "OFF") for letter in "lmnopqrstuv"),
        ),
        "What must stand in it is what all of them ask together.",
        of_each=(
            "Oxfordshire asks for it most often, at the governors' meetings.",
            "",
            "",
            "The Cambridgeshire policies reach the most children.",
        ),
        any_two=True,
    ),
    Tension(
        "pupil premium plus that is pooled for a group",
        Pull.BOTH,
        (("STK-SLT-2",), ("CAM-3.5a", "OFF-3.5a"), ("OX-3.2a",)),
        "Stoke-on-Trent is the stricter: spent directly on children in care.",
        stricter=("STK-SLT-2",),
    ),
    Tension(
        "who counts as care experienced",
        Pull.GAP,
        (("CAM-1.2m", "OFF-1.2m"), ("OXN-0",), ("STK-DT-1e",)),
        "A child whom one policy leaves out may be covered by another.",
        of_each=(
            "The Cambridgeshire policies say who: a child who went home from care is not.",
            "The Oxfordshire virtual school leaves open who is.",
            "Stoke-on-Trent speaks of children in care alone.",
        ),
        any_two=True,
    ),
    Tension(
        "whose calendar is counted on",
        Pull.BOTH,
        (("OXN-8.8",), ("STK-PEP-1a", "STK-PEP-1b", "STK-PEP-1d"), ("OX-3.9a", "OX-3.9b")),
        "School days and terms are those of the pupil's own school. Two authorities' dates may differ, so each "
        "date says whose were used.",
        is_general=True,
        any_two=True,
    ),
)

SHIPPED = frozenset({"Cambridgeshire", "England", "Oxfordshire", "Stoke-on-Trent"})

TENSIONS: tuple[Tension, ...] = tuple(evolve(one, authorities=SHIPPED) for one in _KNOWN)
"""The situations in which the shipped policies pull apart, each with the clauses on both sides."""
