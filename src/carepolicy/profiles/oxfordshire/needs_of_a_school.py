"""Knows the first part of the Oxfordshire virtual school's list: what a school and its designated teacher must be."""

from __future__ import annotations

from carepolicy.facts import Item, NeedsLookedInto, PepWritten, PostHeld, PupilViewsCaptured, TrainingAttended
from carepolicy.logic.where import holds
from carepolicy.policy import Clause, Kind, Modality, clause, every, in_place, stated_by
from carepolicy.profiles.on_record import had_by, held_by
from carepolicy.profiles.oxfordshire.words_later import IN_LEADERSHIP_TEAM, WITH_A_TOOL

NEEDS_OF_A_SCHOOL: tuple[Clause, ...] = (
    # --- opening line ---
    clause(
        "OXN-0",
        "Schools are hoped to put these points first, called non-negotiable, as a help with their legal duties.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, opening line (line 7)",
        actor="school",
        kind=Kind.PRIORITY,
        modality=Modality.SHOULD,
        notes=["points that are hoped for are no law; they are read as what the council expects"],
    ),
    # --- bullet 1 ---
    clause(
        "OXN-1a",
        "The school has a designated teacher.",
        in_place(PostHeld, where=held_by("designated_teacher"), called="designated teacher in post"),
        locator="What your school needs to offer, bullet 1 (line 9)",
        actor="school",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OXN-1b",
        "The designated teacher has had training that fits.",
        in_place(TrainingAttended, where=had_by("designated_teacher"), called="training of the designated teacher"),
        locator="What your school needs to offer, bullet 1 (line 9)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
        notes=["the list of training that it links to is not there, and how often it is renewed is not said"],
        leaves_open="which training fits",
    ),
    clause(
        "OXN-1c",
        "The designated teacher sits on the senior leadership team.",
        in_place(
            PostHeld,
            where=held_by("designated_teacher") & IN_LEADERSHIP_TEAM,
            called="designated teacher on the senior leadership team",
        ),
        locator="What your school needs to offer, bullet 1 (line 9)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OXN-1d",
        "The designated teacher has the influence that the task needs.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 1 (line 9)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    # --- bullet 2 ---
    clause(
        "OXN-2",
        "The designated teacher leads in helping staff see what shapes how these children learn and achieve.",
        stated_by("designated_teacher"),
        locator="What your school needs to offer, bullet 2 (line 10)",
        actor="designated_teacher",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    # --- bullet 3 ---
    clause(
        "OXN-3a",
        "At the school everyone can be sure of who they are, and safe in it.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 3 (line 11)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
        notes=["it is said of everyone at the school"],
    ),
    clause(
        "OXN-3b",
        "Care-experienced children feel that the school looks after them.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 3 (line 11)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-3c",
        "Care-experienced children feel that they truly belong.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 3 (line 11)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    # --- bullet 4 ---
    clause(
        "OXN-4a",
        "The school works with an eye to attachment.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 4 (line 12)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-4b",
        "The school works with an understanding of trauma.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 4 (line 12)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-4c",
        "The school works with care for what causes shame.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 4 (line 12)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-4d",
        "The school works through relationships.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 4 (line 12)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-4e",
        "The school works to restore what was harmed.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 4 (line 12)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    # --- bullet 5 ---
    clause(
        "OXN-5",
        "The school's culture is to expect much of care-experienced children, and to want much for them.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 5 (line 13)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    # --- bullet 6 ---
    clause(
        "OXN-6a",
        "The school hears what care-experienced children think.",
        in_place(PupilViewsCaptured),
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 6 (line 14)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OXN-6b",
        "What they think counts when plans about the child are written.",
        every(PepWritten, holds(Item.PUPIL_VIEWS)),
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 6 (line 14)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
        notes=["the plans meant are more than PEPs; what is computed is about PEPs"],
    ),
    # --- bullet 7 ---
    clause(
        "OXN-7a",
        "The needs of care-experienced children are found with diagnostic tools that suit.",
        in_place(NeedsLookedInto, where=WITH_A_TOOL, called="look into the child's needs with a diagnostic tool"),
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 7 (line 15)",
        actor="school",
        kind=Kind.STANDING_COMMITMENT,
        notes=["no tool, age or interval is named"],
    ),
    clause(
        "OXN-7b",
        "The school acts so that the needs it finds are better met.",
        stated_by("school", "headteacher"),
        locator="What your school needs to offer, bullet 7 (line 15)",
        actor="school",
        kind=Kind.TRIGGER_DUTY,
    ),
)
