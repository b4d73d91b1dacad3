"""Knows the first part of the Stoke-on-Trent policy: why, on what law, how it is measured, who shares in it."""

from __future__ import annotations

from carepolicy.facts import GovernorsReport, Item, OutcomesReviewed, PermanentlyExcluded, PolicySigned, PostHeld
from carepolicy.law.looked_after import looked_after
from carepolicy.logic.counting import once_each_school_year
from carepolicy.logic.deadline import again
from carepolicy.logic.vocabulary import then_or_later
from carepolicy.logic.where import holds
from carepolicy.policy import Clause, Kind, Modality, clause, duty, every, in_place, never, stated_by
from carepolicy.profiles.on_record import SUMS_UP, held_by
from carepolicy.profiles.stoke_on_trent.words import PARTNERS

AIMS: tuple[Clause, ...] = (
    # --- Introduction ---
    clause(
        "STK-INT-1",
        "School, virtual school and social care commit to excellent results for Stoke's children in care.",
        stated_by(*PARTNERS),
        locator="Introduction (lines 3-4)",
        actor=PARTNERS,
        matter="raise_standards",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-INT-2",
        "CiC means Children in Care, and the policy is framed for those in Stoke-on-Trent.",
        locator="Introduction (lines 3-4)",
        matter="set_scope",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Why do we need a policy and standard? ---
    clause(
        "STK-WHY-1",
        "Partners work together as corporate parents, or standing in for parents, to repair early harm.",
        stated_by(*PARTNERS),
        locator="Why do we need a policy and standard? (lines 10-13)",
        actor=PARTNERS,
        matter="work_in_partnership",
        kind=Kind.STANDING_COMMITMENT,
        modality=Modality.DECLARES,
    ),
    # --- Why do we need a policy and standard? (quotation) ---
    clause(
        "STK-WHY-2",
        "Councils as corporate parents should aim as high as any parent would.",
        stated_by("local_authority"),
        locator="Why do we need a policy and standard? (quotation) (lines 17-21)",
        actor="local_authority",
        matter="hold_high_expectations",
        kind=Kind.STANDING_COMMITMENT,
        modality=Modality.SHOULD,
    ),
    clause(
        "STK-WHY-3",
        "The designated teacher is a statutory role meant to spread good practice everywhere.",
        locator="Why do we need a policy and standard? (quotation) (lines 25-29)",
        actor="designated_teacher",
        matter="define_term",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Why do we need a policy and standard? (note) ---
    clause(
        "STK-WHY-4",
        "The quoted 2009 guidance is flagged as due for change.",
        locator="Why do we need a policy and standard? (note) (line 31)",
        matter="flag_source_outdated",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Basis in legislation, no. 1 ---
    clause(
        "STK-LEG-1",
        "The policy rests on the duty to have a designated teacher for looked-after pupils.",
        locator="Basis in legislation, no. 1 (lines 37-40)",
        actor="governing_body",
        matter="incorporate_document",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Basis in legislation, no. 2 ---
    clause(
        "STK-LEG-2a",
        "The council must promote the educational achievement of the children it looks after.",
        stated_by("local_authority"),
        locator="Basis in legislation, no. 2 (lines 42-43)",
        actor="local_authority",
        matter="raise_standards",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-LEG-2b",
        "That duty follows a child who is placed outside the council's area.",
        locator="Basis in legislation, no. 2 (lines 42-43)",
        actor="local_authority",
        matter="set_scope",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Basis in legislation, no. 3 ---
    clause(
        "STK-LEG-3a",
        "Every English council appoints an officer who sees that the duty is carried out.",
        in_place(PostHeld, where=held_by("virtual_school_head"), called="virtual school head in post"),
        locator="Basis in legislation, no. 3 (lines 45-46)",
        actor="local_authority",
        matter="appoint_virtual_school_head",
        kind=Kind.ROLE_REQUIREMENT,
    ),
    clause(
        "STK-LEG-3b",
        "That officer is called the virtual school head.",
        locator="Basis in legislation, no. 3 (line 46)",
        matter="define_term",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- How will the impact be measured, bullet 1 ---
    clause(
        "STK-IMP-1",
        "Success in inclusion means no permanent exclusions at all.",
        never(PermanentlyExcluded),
        locator="How will the impact be measured, bullet 1 (lines 52,54)",
        actor=("school", "virtual_school", "social_care"),
        matter="count_permanent_exclusions",
        kind=Kind.THRESHOLD,
        notes=["the measure is of all these children together; here it is told for one child"],
    ),
    # --- How will the impact be measured, bullet 2 ---
    clause(
        "STK-IMP-2",
        "Attainment of children in care is an impact measure.",
        every(GovernorsReport, holds(Item.ATTAINMENT)),
        locator="How will the impact be measured, bullet 2 (lines 52,55)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- How will the impact be measured, bullet 3 ---
    clause(
        "STK-IMP-3",
        "Progression of children in care is an impact measure.",
        every(GovernorsReport, holds(Item.PROGRESSION)),
        locator="How will the impact be measured, bullet 3 (lines 52,56)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- How will the impact be measured, bullet 4 ---
    clause(
        "STK-IMP-4",
        "Attendance of children in care is an impact measure.",
        every(GovernorsReport, holds(Item.ATTENDANCE)),
        locator="How will the impact be measured, bullet 4 (lines 52,57)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- How will the impact be measured, bullet 5 ---
    clause(
        "STK-IMP-5",
        "The quality of planning in PEPs is an impact measure.",
        every(GovernorsReport, holds(Item.PEP_QUALITY)),
        locator="How will the impact be measured, bullet 5 (lines 52,58)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- How will the impact be measured, bullet 6 ---
    clause(
        "STK-IMP-6",
        "Children's views as written in PEPs are an impact measure.",
        every(GovernorsReport, holds(Item.PUPIL_VIEWS)),
        locator="How will the impact be measured, bullet 6 (lines 52,59)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- How will the impact be measured ---
    clause(
        "STK-IMP-7",
        "Each year the designated teacher's report to governors sums up all the impact measures.",
        duty(
            GovernorsReport,
            again(once_each_school_year).of(PolicySigned, GovernorsReport),
            scope=then_or_later(looked_after),
        ),
        locator="How will the impact be measured (line 61)",
        actor="designated_teacher",
        matter="report_to_governing_body",
        kind=Kind.RECURRING_DUTY,
        notes=[
            "the year is read as the school year",
            "the first falls due in the school year after that in which the policy was signed",
        ],
    ),
    clause(
        "STK-IMP-8",
        "Any review held with the virtual school of that report and the results also sums them up.",
        every(OutcomesReviewed, SUMS_UP),
        stated_by("designated_teacher", "virtual_school"),
        locator="How will the impact be measured (lines 61-62)",
        actor=("designated_teacher", "virtual_school"),
        matter="review_outcomes_with_virtual_school",
        kind=Kind.TRIGGER_DUTY,
    ),
    clause(
        "STK-IMP-9",
        "The annual report gives inclusion results, including permanent exclusions.",
        every(GovernorsReport, holds(Item.INCLUSION)),
        locator="How will the impact be measured (lines 52,54)",
        actor="designated_teacher",
        matter="include_in_governor_report",
        kind=Kind.REPORT_CONTENT,
    ),
    # --- The Model Policy ---
    clause(
        "STK-MOD-1",
        "The policy is built on principles that come from statutory guidance.",
        locator="The Model Policy (line 65)",
        matter="incorporate_document",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    clause(
        "STK-MOD-2",
        "Every partner is expected to know the guidance.",
        stated_by("school", "virtual_school", "social_care", "partner_agency"),
        locator="The Model Policy (lines 65-66)",
        actor=("school", "virtual_school", "social_care", "partner_agency"),
        matter="know_statutory_guidance",
        kind=Kind.ROLE_REQUIREMENT,
        modality=Modality.SHOULD,
    ),
    clause(
        "STK-MOD-3",
        "Supporting virtual school documents are published on its website.",
        locator="The Model Policy (lines 66-67)",
        actor="virtual_school",
        matter="incorporate_document",
        kind=Kind.DEFINITION,
        modality=Modality.DESCRIBES,
    ),
    # --- Multi agency working and shared accountability ---
    clause(
        "STK-MAW-1",
        "All partners and the agencies they control join forces for the best results.",
        stated_by("school", "virtual_school", "social_care", "partner_agency"),
        locator="Multi agency working and shared accountability (lines 72-73)",
        actor=("school", "virtual_school", "social_care", "partner_agency"),
        matter="work_in_partnership",
        kind=Kind.STANDING_COMMITMENT,
        notes=["'over which they have control' limits which agencies are bound"],
    ),
    clause(
        "STK-MAW-2",
        "Each partner answers for its own part and holds the others to theirs.",
        stated_by("school", "virtual_school", "social_care", "partner_agency"),
        locator="Multi agency working and shared accountability (lines 73-74)",
        actor=("school", "virtual_school", "social_care", "partner_agency"),
        matter="share_accountability",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-MAW-3",
        "The partners carry out the policy's detailed terms.",
        stated_by("school", "virtual_school", "social_care", "partner_agency"),
        locator="Multi agency working and shared accountability (line 74)",
        actor=("school", "virtual_school", "social_care", "partner_agency"),
        matter="deliver_policy",
        kind=Kind.STANDING_COMMITMENT,
    ),
    # --- Corporate Parents ---
    clause(
        "STK-CP-1",
        "Partners are ready to test whether provision would be good enough for their own child.",
        stated_by(*PARTNERS),
        locator="Corporate Parents (line 78)",
        actor=PARTNERS,
        matter="apply_own_child_test",
        kind=Kind.STANDING_COMMITMENT,
    ),
    clause(
        "STK-CP-2",
        "Partners fix whatever fails that test.",
        stated_by(*PARTNERS),
        locator="Corporate Parents (lines 78-79)",
        actor=PARTNERS,
        matter="resolve_issue",
        kind=Kind.TRIGGER_DUTY,
    ),
)
