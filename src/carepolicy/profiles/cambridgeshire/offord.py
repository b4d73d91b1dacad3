"""Knows the policy of Offord Primary: the Cambridgeshire template, and what that school says otherwise."""

from __future__ import annotations

from attrs import evolve

from carepolicy.facts import PostHeld
from carepolicy.policy import Kind, Modality, clause, differs, in_place, stated_by, taken_over
from carepolicy.profiles.cambridgeshire.template import adopted_by
from carepolicy.profiles.cambridgeshire.words import (
    FASTER_PROGRESS,
    QUALIFIED,
    care_experienced,
    trained_on_taking_up,
)
from carepolicy.profiles.on_record import held_by

SCHOOL = "Offord Primary"
THE_TEMPLATE = adopted_by(SCHOOL)

HEAD_AND_GOVERNOR = ("headteacher", "lead_governor")
NO_LIMIT_BY_GROUP = "the premium is expressly that for children in care and previously in care"

# --- what differs from the template -----------------------------------------------------------------------------------

for_care_experienced_alone = differs(scope=care_experienced)

DIFFERENCES = {
    # The aims and principles reach care-experienced children alone.
    "OFF-1.0a": differs(
        f"{SCHOOL} stands up for the individual needs of all children in or formerly in care so that they learn, aim "
        "high and thrive.",
        scope=care_experienced,
    ),
    "OFF-1.0b": for_care_experienced_alone,
    "OFF-1.0c": for_care_experienced_alone,
    "OFF-1.0d": for_care_experienced_alone,
    "OFF-1.0e": for_care_experienced_alone,
    "OFF-1.0f": for_care_experienced_alone,
    "OFF-1.0g": for_care_experienced_alone,
    "OFF-1.0h": for_care_experienced_alone,
    "OFF-1.0i": for_care_experienced_alone,
    "OFF-1.0j": differs(
        f"{SCHOOL} makes partners of parents, carers, social workers and others in the field.",
        scope=care_experienced,
        notes="guardians, whom the template names, are not named",
    ),
    "OFF-1.1a": differs(
        "The child's voice ranks above all else.",
        scope=care_experienced,
        notes="whether a voice that is paramount may override safety is not said",
    ),
    "OFF-1.1b": differs(
        "All children in or formerly in care get good, stimulating education that leads to the best results.",
        scope=care_experienced,
    ),
    "OFF-1.1c": differs(
        "The gap is closed between these children and those without care experience.", scope=care_experienced
    ),
    "OFF-1.1d": for_care_experienced_alone,
    "OFF-1.1e": for_care_experienced_alone,
    # One role is a designated teacher, who is qualified; the head and the named governor keep watch.
    "OFF-2.1b": differs("The designated teacher holds a senior enough post."),
    "OFF-2.1c": differs(
        "The designated teacher for children in care is a qualified teacher.",
        demands=[
            in_place(
                PostHeld, where=held_by("designated_teacher") & QUALIFIED, called="qualified designated teacher in post"
            )
        ],
        notes="the qualification is asked only of the role for children in care",
        matter="hold_qualified_teacher_status",
    ),
    "OFF-2.1d": differs("The designated teacher has enough time for the role."),
    "OFF-2.1e": differs("The designated teacher has enough experience for the role."),
    "OFF-2.1f": differs("A named governor links with the designated teacher."),
    "OFF-2.1i": differs(
        "The head and the named governor keep watch on how the designated teacher carries out the role.",
        actor=HEAD_AND_GOVERNOR,
        demands=[stated_by(*HEAD_AND_GOVERNOR)],
    ),
    "OFF-2.1j": differs(
        actor=HEAD_AND_GOVERNOR,
        demands=[
            *FASTER_PROGRESS,
            stated_by(*HEAD_AND_GOVERNOR),
        ],
    ),
    "OFF-2.1k": differs(actor=HEAD_AND_GOVERNOR, demands=[stated_by(*HEAD_AND_GOVERNOR)]),
    "OFF-2.1l": differs("The head, the governors and the designated teacher keep in regular touch."),
    "OFF-2.1p": differs(notes=NO_LIMIT_BY_GROUP),
    "OFF-2.1q": differs(notes=NO_LIMIT_BY_GROUP),
    "OFF-2.2a": differs(
        "The school has a designated teacher (children in care) and a designated person (previously in care).",
        notes="one post holder or two is not said; one who holds both is recorded in both posts",
    ),
    "OFF-2.3d": differs(
        "With the designated teacher, the safeguarding lead sees that all staff grasp what shapes learning, what "
        "blocks it, and the effects of trauma and poor attachment."
    ),
    "OFF-2.4d": differs("Staff may turn to the designated teacher for advice."),
    "OFF-2.4e": differs("Staff may share accurate facts and data with the designated teacher."),
    "OFF-3.1a": differs("The designated teacher is trained for the role on taking it up."),
    "OFF-3.1e": differs(
        f"The designated teacher makes everyone at {SCHOOL} aware of what these children live through."
    ),
    # The school speaks of schools, where the template speaks of schools and settings.
    "OFF-3.2c": differs("Meetings between schools may form part of transition."),
    "OFF-3.2d": differs("Quick passing of facts between schools may form part of transition."),
    "OFF-3.2e": differs("More visits to the school may form part of transition."),
    # A verb is missing.
    "OFF-3.4g": differs(
        notes=[
            "the bracket for children in care may limit this part too",
            "the sentence lacks its verb, which is taken from the template",
        ]
    ),
}

# --- what only the school says ----------------------------------------------------------------------------------------

ADDITIONS = {
    "OFF-2.1v": [
        clause(
            "OFF-2.1w",
            "The head and the named governor keep watch on how the safeguarding lead carries out the role.",
            stated_by(*HEAD_AND_GOVERNOR),
            locator="The Head Teacher and Governing Body (lines 73-74)",
            actor=HEAD_AND_GOVERNOR,
            matter="monitor_designated_safeguarding_lead",
            kind=Kind.ROLE_REQUIREMENT,
        ),
    ],
    "OFF-3.1e": [
        clause(
            "OFF-3.1f",
            "The designated person for children previously in care is trained for the role on taking it up.",
            *trained_on_taking_up("designated_person_cpic"),
            locator="Staff Development and Training (lines 162-163)",
            actor=("headteacher", "governing_body"),
            matter="train_role_holder",
            kind=Kind.ROLE_REQUIREMENT,
            notes=["for a child who is covered only later, it is asked for by that day of whoever then holds the post"],
        ),
    ],
    "OFF-3.3f": [
        clause(
            "OFF-3.3g",
            "Reasonable adjustments may be made to attendance procedures.",
            locator="Attendance and Punctuality (lines 190-191)",
            actor="school",
            matter="adjust_attendance_procedures",
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.MAY,
        ),
        clause(
            "OFF-3.3h",
            "Full attendance may still be celebrated where absences came from moves of the care placement.",
            locator="Attendance and Punctuality (lines 190-191)",
            actor="school",
            matter="celebrate_success",
            kind=Kind.STANDING_COMMITMENT,
            modality=Modality.MAY,
            notes=["it changes neither the register nor the count of attendance, which stay as they are"],
        ),
    ],
}

# --- where each clause stands -----------------------------------------------------------------------------------------

PLACES = {
    "OFF-1.0a": "Aims (lines 2-3)",
    "OFF-1.0b": "Aims, bullet 1 (line 6)",
    "OFF-1.0c": "Aims, bullet 2 (line 7)",
    "OFF-1.0d": "Aims, bullet 3 (line 8)",
    "OFF-1.0e": "Aims, bullet 4 (line 9)",
    "OFF-1.0f": "Aims, bullet 5 (line 10)",
    "OFF-1.0g": "Aims, bullet 6 (line 11)",
    "OFF-1.0h": "Aims, bullet 7 (line 12)",
    "OFF-1.0i": "Aims, bullet 8 (line 13)",
    "OFF-1.0j": "Aims, bullet 9 (line 14)",
    "OFF-1.1a": "Guiding Principles, bullet 1 (line 19)",
    "OFF-1.1b": "Guiding Principles, bullet 2 (lines 21-22)",
    "OFF-1.1c": "Guiding Principles, bullet 2 (lines 22-23)",
    "OFF-1.1d": "Guiding Principles, bullet 3 (lines 25-27)",
    "OFF-1.1e": "Guiding Principles, bullet 4 (lines 29-30)",
    "OFF-1.2a": "Definitions (lines 34-35)",
    "OFF-1.2b": "Definitions (lines 34-36)",
    "OFF-1.2c": "Definitions, item a (lines 38-39)",
    "OFF-1.2d": "Definitions, item b (line 41)",
    "OFF-1.2e": "Definitions, item c (line 42)",
    "OFF-1.2f": "Definitions, item d (lines 43-46)",
    "OFF-1.2g": "Definitions, CPiC item a (lines 48-51)",
    "OFF-1.2h": "Definitions, CPiC item b (lines 48-49,52)",
    "OFF-1.2i": "Definitions, CPiC item c (lines 48-49,53)",
    "OFF-1.2j": "Definitions, CWSW (lines 56-57)",
    "OFF-1.2k": "Definitions, CWSW (lines 56-58)",
    "OFF-1.2l": "Definitions (line 59)",
    "OFF-1.2m": "Definitions (line 60)",
    "OFF-2.1a": "The Head Teacher and Governing Body (lines 65-66)",
    "OFF-2.1b": "The Head Teacher and Governing Body (lines 66-68)",
    "OFF-2.1c": "The Head Teacher and Governing Body (lines 66-67)",
    "OFF-2.1d": "The Head Teacher and Governing Body (lines 67-68)",
    "OFF-2.1e": "The Head Teacher and Governing Body (lines 67-68)",
    "OFF-2.1f": "The Head Teacher and Governing Body (line 69)",
    "OFF-2.1g": "The Head Teacher and Governing Body (lines 69-70)",
    "OFF-2.1h": "The Head Teacher and Governing Body (lines 69-71)",
    "OFF-2.1i": "The Head Teacher and Governing Body (lines 73-74)",
    "OFF-2.1j": "The Head Teacher and Governing Body (lines 74-75)",
    "OFF-2.1k": "The Head Teacher and Governing Body (lines 75-76)",
    "OFF-2.1l": "The Head Teacher and Governing Body (lines 78-79)",
    "OFF-2.1m": "The Head Teacher and Governing Body, content list (lines 78-79,81)",
    "OFF-2.1n": "The Head Teacher and Governing Body, content list (lines 78-79,83)",
    "OFF-2.1o": "The Head Teacher and Governing Body, content list (lines 78-79,83)",
    "OFF-2.1p": "The Head Teacher and Governing Body, content list (lines 78-79,85-86)",
    "OFF-2.1q": "The Head Teacher and Governing Body, content list (lines 78-79,85-86)",
    "OFF-2.1r": "The Head Teacher and Governing Body, content list (lines 78-79,88,90)",
    "OFF-2.1s": "The Head Teacher and Governing Body, content list (lines 78-79,88,90)",
    "OFF-2.1t": "The Head Teacher and Governing Body, content list (lines 78-79,88,92)",
    "OFF-2.1u": "The Head Teacher and Governing Body, content list (lines 78-79,88,92)",
    "OFF-2.1v": "The Head Teacher and Governing Body, content list (lines 78-79,88,94)",
    "OFF-2.2a": "The Designated Teacher and Designated Person (headings) (lines 96-97)",
    "OFF-2.2b": "The Designated Teacher and Designated Person, bullet 1 (lines 98-101)",
    "OFF-2.2c": "The Designated Teacher and Designated Person, bullet 1 (lines 98-101)",
    "OFF-2.2d": "The Designated Teacher and Designated Person, bullet 2 (lines 98,103-104)",
    "OFF-2.2e": "The Designated Teacher and Designated Person, bullet 3 (lines 98,106)",
    "OFF-2.2f": "The Designated Teacher and Designated Person, bullet 3 (lines 98,106-107)",
    "OFF-2.2g": "The Designated Teacher and Designated Person, bullet 4 (lines 98,109-110)",
    "OFF-2.2h": "The Designated Teacher and Designated Person, bullet 5 (lines 98,112-113)",
    "OFF-2.2i": "The Designated Teacher and Designated Person, bullet 6 (lines 98,115-117)",
    "OFF-2.2j": "The Designated Teacher and Designated Person, bullet 7 (lines 98,119-120)",
    "OFF-2.2k": "The Designated Teacher and Designated Person, bullet 8 (lines 98,122)",
    "OFF-2.2l": "The Designated Teacher and Designated Person, bullet 9 (lines 98,124)",
    "OFF-2.2m": "The Designated Teacher and Designated Person, bullet 9 (lines 98,124)",
    "OFF-2.2n": "The Designated Teacher and Designated Person, bullet 10 (lines 98,126)",
    "OFF-2.2o": "The Designated Teacher and Designated Person, bullet 10 (lines 98,126)",
    "OFF-2.3a": "The Designated Safeguarding Lead, bullet 1 (lines 130-133)",
    "OFF-2.3b": "The Designated Safeguarding Lead, bullet 1 (lines 130-133)",
    "OFF-2.3c": "The Designated Safeguarding Lead, bullet 2 (lines 130,135-136)",
    "OFF-2.3d": "The Designated Safeguarding Lead, bullet 3 (lines 130,138-140)",
    "OFF-2.3e": "The Designated Safeguarding Lead, bullet 4 (lines 130,141-142)",
    "OFF-2.3f": "The Designated Safeguarding Lead, bullet 5 (lines 130,144)",
    "OFF-2.3g": "The Designated Safeguarding Lead, bullet 6 (lines 130,146)",
    "OFF-2.3h": "The Designated Safeguarding Lead, bullet 6 (lines 130,146)",
    "OFF-2.3i": "The Designated Safeguarding Lead, bullet 7 (lines 130,148)",
    "OFF-2.3j": "The Designated Safeguarding Lead, bullet 7 (lines 130,148)",
    "OFF-2.4a": "School staff (lines 152-153)",
    "OFF-2.4b": "School staff (lines 152-153)",
    "OFF-2.4c": "School staff (line 153)",
    "OFF-2.4d": "School staff (line 153)",
    "OFF-2.4e": "School staff (lines 153-154)",
    "OFF-2.4f": "School staff (lines 156-157)",
    "OFF-3.1a": "Staff Development and Training (lines 162-163)",
    "OFF-3.1b": "Staff Development and Training (lines 162-163)",
    "OFF-3.1c": "Staff Development and Training (lines 163-164)",
    "OFF-3.1d": "Staff Development and Training (lines 166-167)",
    "OFF-3.1e": "Staff Development and Training (lines 167-168)",
    "OFF-3.2a": "Admissions (lines 171-172)",
    "OFF-3.2b": "Admissions (line 174)",
    "OFF-3.2c": "Admissions, transition list (lines 174,176)",
    "OFF-3.2d": "Admissions, transition list (lines 174,178)",
    "OFF-3.2e": "Admissions, transition list (lines 174,180)",
    "OFF-3.2f": "Admissions, transition list (lines 174,180)",
    "OFF-3.2g": "Admissions, transition list (lines 174,182)",
    "OFF-3.2h": "Admissions, transition list (lines 174,184-185)",
    "OFF-3.3a": "Attendance and Punctuality (lines 189-190)",
    "OFF-3.3b": "Attendance and Punctuality (lines 193-194)",
    "OFF-3.3c": "Attendance and Punctuality (lines 193-194)",
    "OFF-3.3d": "Attendance and Punctuality (lines 193-194)",
    "OFF-3.3e": "Attendance and Punctuality (lines 193-194)",
    "OFF-3.3f": "Attendance and Punctuality (lines 193-195)",
    "OFF-3.4a": "Exclusions (lines 199-203)",
    "OFF-3.4b": "Exclusions (lines 201-203)",
    "OFF-3.4c": "Exclusions (lines 203-205)",
    "OFF-3.4d": "Exclusions (lines 207-209)",
    "OFF-3.4e": "Exclusions (lines 209-211)",
    "OFF-3.4f": "Exclusions (lines 209-211)",
    "OFF-3.4g": "Exclusions (lines 211-212)",
    "OFF-3.4h": "Exclusions (lines 212-214)",
    "OFF-3.4i": "Exclusions (line 214)",
    "OFF-3.4j": "Exclusions (lines 214-216)",
    "OFF-3.5a": "Pupil Premium Plus (PP+) (lines 220-222)",
    "OFF-3.5b": "Pupil Premium Plus (PP+), bullet 1 (lines 222-225)",
    "OFF-3.5c": "Pupil Premium Plus (PP+), bullet 2 (lines 222,227-228)",
    "OFF-3.5d": "Pupil Premium Plus (PP+), bullet 3 (lines 222,230-231)",
    "OFF-4a": "Cambridgeshire Virtual School Contact Details (lines 234-242)",
    "OFF-4b": "Cambridgeshire Virtual School Contact Details (lines 244-245)",
}

CLAUSES = taken_over(
    THE_TEMPLATE,
    prefix="OFF-",
    instead_of="CAM-",
    places=PLACES,
    differing=DIFFERENCES,
    adding=ADDITIONS,
    leaving_out=["CAM-0a"],
)

THE_JOINT_GROUP = next(one.defines for one in CLAUSES if one.id == "OFF-1.2l" and one.defines is not None)

OFFORD = evolve(THE_TEMPLATE, name=SCHOOL, about=THE_JOINT_GROUP, clauses=CLAUSES)
"""The template under this school's ids; only the template says that a manager or a committee may run a setting."""
