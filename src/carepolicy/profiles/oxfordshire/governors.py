"""Knows what the Oxfordshire policy asks of the governing body: section 8."""

from __future__ import annotations

from carepolicy.facts import BriefingHeld, GovernorsReport, PolicyReviewed, PolicySigned, PostHeld, TrainingAttended
from carepolicy.policy import Clause, Kind, clause, duty, in_place, stated_by
from carepolicy.profiles.on_record import had_by, held_by
from carepolicy.profiles.oxfordshire.words_later import EVERYONE, FIRST_OF_THE_YEARS, ON_NATIONAL_GUIDANCE, yearly

GOVERNORS: tuple[Clause, ...] = (
    # --- 8. The Governing Body will ---
    clause(
        "OX-8.1",
        "Every governor knows in full what law and guidance ask.",
        in_place(
            BriefingHeld,
            where=had_by("governing_body") & ON_NATIONAL_GUIDANCE & EVERYONE,
            called="briefing of every governor",
        ),
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 1 (line 214)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OX-8.2",
        "A designated teacher is in post.",
        in_place(PostHeld, where=held_by("designated_teacher"), called="designated teacher in post"),
        locator="8. The Governing Body will, bullet 2 (line 216)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OX-8.3a",
        "A lead governor for children in care is named.",
        in_place(PostHeld, where=held_by("lead_governor"), called="lead governor in post"),
        locator="8. The Governing Body will, bullet 3 (lines 218-219)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
        notes=["whether this is the lead governor for inclusion of OX-2.4a is not said"],
    ),
    clause(
        "OX-8.3b",
        "The lead governor keeps in touch with the designated teacher.",
        stated_by("lead_governor"),
        locator="8. The Governing Body will, bullet 3 (lines 218-219)",
        actor="lead_governor",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OX-8.4a",
        "Governors know well what pupil premium achieves for children in care.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 4 (lines 221-222)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OX-8.4b",
        "Governors press leaders on what it achieves.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 4 (line 222)",
        actor="governing_body",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OX-8.5a",
        "The lead governor goes to training where it is fitting.",
        in_place(TrainingAttended, where=had_by("lead_governor"), called="training of the lead governor"),
        locator="8. The Governing Body will, bullet 5 (line 224)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
        leaves_open="whether training is fitting",
    ),
    clause(
        "OX-8.5b",
        "The training helps to understand children in care and other vulnerable groups.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 5 (lines 224-225)",
        actor="governing_body",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "OX-8.6",
        "The designated teacher's reports reach the governing body again and again.",
        in_place(GovernorsReport),
        locator="8. The Governing Body will, bullet 6 (line 227)",
        actor="governing_body",
        kind=Kind.RECURRING_DUTY,
        notes=["the national floor is a report each year (DT-3)"],
        leaves_open="how often is regular",
    ),
    clause(
        "OX-8.7a",
        "The school's policies give these children the same access to admission as others.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 7 item 1 (lines 229-231)",
        actor="governing_body",
        kind=Kind.STANDING_COMMITMENT,
        notes=["equal access is less than the priority that national rules give these children in admissions"],
    ),
    clause(
        "OX-8.7b",
        "The school's policies give these children the same access to the national curriculum.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 7 item 2 (lines 229-232)",
        actor="governing_body",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OX-8.7c",
        "The school's policies give these children the same access to examinations, academic and vocational.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 7 item 2 (lines 229-232)",
        actor="governing_body",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OX-8.7d",
        "The school's policies give these children the same access to learning and activities beyond lessons.",
        stated_by("governing_body"),
        locator="8. The Governing Body will, bullet 7 item 3 (lines 229-233)",
        actor="governing_body",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "OX-8.8",
        "Governors check once a year how well the policy is carried out.",
        duty(PolicyReviewed, yearly("annually").of(PolicySigned, PolicyReviewed)),
        locator="8. The Governing Body will, bullet 8 (line 235)",
        actor="governing_body",
        kind=Kind.RECURRING_DUTY,
        notes=[FIRST_OF_THE_YEARS],
    ),
)
