"""Knows how the Cambridgeshire template uses words: whom each of its groups covers, its readings, what it looks for."""

from __future__ import annotations

from carepolicy.facts import (
    Accommodation,
    Order,
    PermanentlyExcluded,
    PostHeld,
    Power,
    ProgressAssessed,
    Provider,
    Remand,
    RemandedTo,
    Suspended,
    TrainingAttended,
    VirtualSchoolDiscussionHeld,
)
from carepolicy.law.looked_after import (
    CIC_4,
    accommodated_over_24_hours,
    looked_after,
    looked_after_other_than_short_breaks,
    power,
    provided_by,
    remanded_to,
    under_a_care_order,
    under_an_interim_care_order,
    whose_care,
)
from carepolicy.law.powers import BY_AGREEMENT, YOUTH_JUSTICE
from carepolicy.law.previously_looked_after import (
    IN_ENGLAND_OR_WALES,
    PLAC_1,
    adopted_from_state_care_abroad,
    exclude_return_to_birth_parent,
    with_birth_parent,
)
from carepolicy.law.social_worker import (
    had_a_social_worker,
    has_a_plan,
    has_a_social_worker,
    is_assessed_by_a_social_worker,
    is_looked_after,
    was_assessed_by_a_social_worker_within_6_years,
    was_looked_after_within_6_years,
    with_social_worker,
)
from carepolicy.logic.beside import preceded_by
from carepolicy.logic.condition import Condition
from carepolicy.logic.days_out import on_the_first_day_out, while_out
from carepolicy.logic.deadline import again, on_the_day, or_before, reading, within
from carepolicy.logic.definition import Definition, Rule
from carepolicy.logic.each_term import by_the_end_of_the_term
from carepolicy.logic.vocabulary import during, ever, left_by
from carepolicy.logic.where import Attribute, Where, lasted_over, yes
from carepolicy.logic.without_a_number import beforehand, promptly
from carepolicy.policy import Duty, duty, in_place
from carepolicy.profiles.england.terms import with_a_social_worker_now
from carepolicy.profiles.on_record import had_by, held_by, of_the_holder
from carepolicy.time.spans import HOURS, MONTHS, SCHOOL_DAYS, Span

# --- the groups -------------------------------------------------------------------------------------------------------

in_care = looked_after
in_care_and_owed_a_plan = looked_after_other_than_short_breaks
previously_in_care = exclude_return_to_birth_parent
known_to_a_social_worker = with_social_worker

care_experienced = Rule("CAM-1.2m", "in care or previously in care", in_care | previously_in_care)

have_or_have_had_a_social_worker = Rule(
    "CAM-1.2l",
    "in care, previously in care, or with a social worker now or in the last 6 years",
    in_care | previously_in_care | known_to_a_social_worker,
)

with_a_social_worker_to_speak_to = Rule(
    "CAM-3.3d", "with a social worker now", have_or_have_had_a_social_worker & with_a_social_worker_now
)

# --- the ways into each group, as the policy lists them ---------------------------------------------------------------


def _by_way_of(one: Definition, name: str, says: str, *limbs: Rule) -> Definition:
    """A definition of which only some limbs are left, each in place of the limb with its id."""
    kept = {limb.id: limb for limb in limbs}
    return one.variant(
        name,
        says,
        replacing={limb.id: kept.get(limb.id) for limb in one.limbs},
        cite="Cambridgeshire template, 1.2",
        begins_as=f"the first day {name}",
    )


def _given_a_home(*powers: Power) -> Condition:
    long_enough = provided_by.one_of(Provider.COUNCIL) & lasted_over(24, HOURS)
    return during(Accommodation, where=power.one_of(*powers) & long_enough)


in_the_councils_care = looked_after.variant(
    "in a council's care",
    "In a council's care by an order or another step in law, wherever the child lives.",
    replacing={"CIC-4": None},
    cite="Cambridgeshire template, 1.2",
)

given_a_home_for_over_24_hours = _by_way_of(
    looked_after,
    "given somewhere to live for over 24 hours",
    "Given somewhere to live by a council for over 24 hours without a break.",
    accommodated_over_24_hours,
)

in_care_by_agreement = _by_way_of(
    looked_after,
    "in care by voluntary agreement",
    "Given somewhere to live by a council under section 20 for over 24 hours.",
    CIC_4.limb("accommodated under section 20 for over 24 hours", _given_a_home(*BY_AGREEMENT)),
)

in_care_by_order = _by_way_of(
    looked_after,
    "in care by a care order",
    "Under a full or an interim care order.",
    under_a_care_order,
    under_an_interim_care_order,
)

in_care_by_emergency_measure = _by_way_of(
    looked_after,
    "in care by an emergency measure",
    "Given somewhere to live by a council for over 24 hours after removal under section 44 or 46.",
    CIC_4.limb(
        "accommodated for over 24 hours after an emergency order or in police protection",
        _given_a_home(Power.S21_1, Power.S21_2A),
    ),
)

in_care_by_compulsion = _by_way_of(
    looked_after,
    "in care by compulsory accommodation",
    "Given somewhere to live by a council for over 24 hours on remand, from police detention or by a court's order.",
    CIC_4.limb(
        "accommodated for over 24 hours on remand, from police detention or by a court's order",
        _given_a_home(*YOUTH_JUSTICE)
        | during(
            Remand,
            where=~remanded_to.one_of(RemandedTo.YOUTH_DETENTION) & lasted_over(24, HOURS),
            called="remand to local authority accommodation",
        ),
    ),
)

_left_english_or_welsh_care = whose_care.one_of(*IN_ENGLAND_OR_WALES)

out_of_care_by_adoption = _by_way_of(
    previously_in_care,
    "previously in care by adoption",
    "Left care by adoption, or was adopted from state care abroad.",
    PLAC_1.limb("left care by adoption", left_by(Order.ADOPTION, where=_left_english_or_welsh_care)),
    adopted_from_state_care_abroad,
)

out_of_care_by_guardianship = _by_way_of(
    previously_in_care,
    "previously in care by special guardianship",
    "Left care by a special guardianship order.",
    PLAC_1.limb(
        "left care by special guardianship", left_by(Order.SPECIAL_GUARDIANSHIP, where=_left_english_or_welsh_care)
    ),
)

out_of_care_by_arrangements_order = _by_way_of(
    previously_in_care,
    "previously in care by a child arrangements order",
    "Left care by a child arrangements order for a home with others than a birth parent.",
    PLAC_1.limb(
        "left care by an order for a home with others than a birth parent",
        left_by(Order.CHILD_ARRANGEMENTS, where=_left_english_or_welsh_care & with_birth_parent.one_of(False)),
    ),
)

with_a_social_worker_today = _by_way_of(
    with_social_worker,
    "in need with a social worker now",
    "Assessed as in need under section 17, with a social worker now; a plan shows both, and so does care.",
    has_a_social_worker,
    has_a_plan,
    is_looked_after,
    is_assessed_by_a_social_worker,
)

with_a_social_worker_within_6_years = _by_way_of(
    with_social_worker,
    "with a social worker in the last 6 years",
    "Had a social worker for safeguarding or welfare, or a plan, in the last 6 years; care shows one too.",
    had_a_social_worker,
    was_looked_after_within_6_years,
    was_assessed_by_a_social_worker_within_6_years,
)

# --- readings ---------------------------------------------------------------------------------------------------------

WHEN_THEY_COME_TO_POST = reading(
    "when they come to post",
    or_before(on_the_day),
    instead=(or_before(by_the_end_of_the_term),),
    because="the words name the coming to post, so that the training is done by its first day",
)

FROM_DAY_ONE = reading(
    "from day one",
    while_out(within(1, SCHOOL_DAYS)),
    instead=(on_the_first_day_out, on_the_day),
    because="the national guidance asks for it from the first school day following",
)

PLANNED_BEFORE = reading(
    "plans for transition",
    or_before(beforehand, no_earlier=Span(12, MONTHS)),
    instead=(or_before(beforehand, no_earlier=Span(6, MONTHS)),),
    because="a plan of more than a year before was for another move",
)

WITH_PRIORITY = promptly("with priority")

# --- what is looked for on a record -----------------------------------------------------------------------------------

EXCLUSIONS = (Suspended, PermanentlyExcluded)
TALKED_THROUGH_FIRST = preceded_by(VirtualSchoolDiscussionHeld, since=EXCLUSIONS, if_listed=True)


NOT_AS_A_SANCTION = ~yes("as_sanction", "whether its stated purpose is to punish", "meant to punish")
OTHER_WAYS_TRIED = yes("alternatives_tried", "whether other ways were tried first", "after other ways were tried")
WITH_CONSENT = yes("with_consent", "whether the carers or parents consented", "with consent of the carers or parents")
ACCELERATED = yes("accelerated", "whether progress was faster than usual", "faster than usual")
PUT_FIRST = yes("first", "whether it was put before those of other children", "put first")
ON_CARE = yes(
    "on_national_guidance", "whether it was on the guidance for children in or from care", "on children in or from care"
)
ON_SOCIAL_WORK = yes(
    "on_social_work",
    "whether it was on the guidance for children with a social worker",
    "on children with a social worker",
)
OF_EVERY_ONE = yes("everyone", "whether it has reached every one of them", "of every one of them")
QUALIFIED = yes("qualified_teacher", "whether the holder is a qualified teacher", "a qualified teacher")


def spoken_to(*roles: str) -> Where:
    """The talks with any of some roles."""
    return Attribute("role", "who was spoken to").one_of(*roles)


PROFESSIONALS = (
    "attendance_officer", "counsellor", "education_welfare_officer", "educational_psychologist",
    "family_support_worker", "health_body", "health_visitor", "independent_reviewing_officer",
    "mental_health_worker", "paediatrician", "partner_agency", "personal_adviser", "police_officer",
    "psychologist", "school_nurse", "speech_and_language_therapist", "therapist", "youth_justice_worker",
    "youth_worker",
)  # fmt: skip
"""Those outside the setting and the family whom the sentence does not name itself."""

NO_OTHER_PROFESSIONALS = (
    "carer", "child", "father", "foster_carer", "foster_parent", "friend", "grandparent", "guardian", "mother",
    "parent", "sibling", "special_guardian", "step_parent",
    "social_care", "social_worker", "head_of_virtual_school", "virtual_school", "virtual_school_head",
    "academy_trust", "admission_authority", "chair_of_governors", "class_teacher", "designated_person_cpic",
    "designated_safeguarding_lead", "designated_teacher", "form_tutor", "governing_body", "headteacher",
    "lead_governor", "school", "school_staff", "senco", "senior_leadership_team", "teacher",
)  # fmt: skip
"""The child, the family, those whom the sentence names itself, and the setting's own people."""

OTHER_PROFESSIONALS = Attribute("role", "who was spoken to").sorting(
    "another professional", those=PROFESSIONALS, others=NO_OTHER_PROFESSIONALS
)

FASTER_PROGRESS = (
    in_place(ProgressAssessed, this_cycle=True),
    duty(ProgressAssessed, again(promptly("some time")).of(ProgressAssessed), when=~ACCELERATED, where=ACCELERATED),
)
"""That progress is assessed, and that the latest assessment shows it faster than usual."""

# --- what the words leave unclear -------------------------------------------------------------------------------------

KNOWN_IS_READ_AS_CWSW = (
    "'known to a social worker' is not defined; it is read as CWSW, and may mean a current social worker, or all three "
    "groups"
)
NO_THRESHOLD = (
    "there is no threshold, so that any concern on record counts, and no time limit; a tenth of sessions missed, "
    "nationally persistent absence (AT-13), may serve as one"
)
NO_PLAN_OVER_SHORT_BREAKS = "a short break starts no plan"
LOOKS_OPEN = "'include' makes the list look open; it is read as closed, as the law has it"


# --- the training of those who hold a post ----------------------------------------------------------------------------

_covered = Rule("COVERED", "coverage by this policy", ever(have_or_have_had_a_social_worker))


def _already_in_post(role: str) -> Condition:
    in_post = during(PostHeld, where=held_by(role), called=f"a {role.replace('_', ' ')} in post")
    from_the_second_day = in_post & ever(in_post, days=2)  # on the first, taking up the post asks for the same
    return Rule("IN-POST-ALREADY", f"a {role.replace('_', ' ')} in post already", from_the_second_day)


def trained_on_taking_up(role: str) -> tuple[Duty, Duty]:
    """The training of whoever takes up a post; for a child who comes later, of whoever holds it on that day."""
    the_holder_s = of_the_holder(role, "of whoever then held the post", by=have_or_have_had_a_social_worker.means)
    return (
        duty(
            TrainingAttended,
            WHEN_THEY_COME_TO_POST.of(PostHeld).only(held_by(role)),
            when=held_by(role),
            where=had_by(role),
        ),
        duty(
            TrainingAttended,
            WHEN_THEY_COME_TO_POST.of(_covered.begins),
            where=had_by(role) & the_holder_s,
            scope=_already_in_post(role),
        ),
    )


def at_the_start(setting: str) -> str:
    """The name of a setting as a sentence begins with it.

    >>> at_the_start("the setting")
    'The setting'
    """
    return setting[:1].upper() + setting[1:]
