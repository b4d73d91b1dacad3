"""Knows who has a social worker, or had one within six years."""

from __future__ import annotations

from carepolicy.facts import (
    Accommodation,
    CareSpell,
    ChildInNeedAssessment,
    ChildInNeedPlan,
    ChildProtectionEnquiry,
    ChildProtectionPlan,
    LeadPractitioner,
    Need,
    Power,
    SocialWorker,
)
from carepolicy.law.citation import (
    CHILDREN_ACT_1989,
    LAW_AS_AT,
    SINCE_JUNE_2021,
    SOCIAL_WORKER_GUIDANCE,
    WELLBEING_AND_SCHOOLS_ACT_2026,
    Strength,
)
from carepolicy.law.looked_after import power
from carepolicy.law.periods import periods_of_care
from carepolicy.law.previously_looked_after import care_experienced
from carepolicy.law.provision import Provision, decided, not_verified, verified
from carepolicy.logic.definition import NOT_COMMENCED, Definition
from carepolicy.logic.vocabulary import during, in_the_last, once, under_age
from carepolicy.logic.where import Attribute
from carepolicy.time.spans import YEARS

assessed_in_need = Attribute(
    "counts_as_in_need",
    "whether the child was assessed as in need under s.17",
    ("assessed_in_need",),
    told="assessed as in need under s.17",
)
led_to_services = Attribute(
    "led_to_services", "the outcome of the assessment or enquiry", told="found to be in need, which led to services"
)
practitioner_in_need = Attribute(
    "assessed_in_need",
    "whether the child was assessed as in need under s.17",
    told="assessed as in need under s.17",
)
need = Attribute("need", "why the child had a social worker")
shows_safeguarding = Attribute(
    "shows_safeguarding",
    "why the child had a social worker",
    ("need",),
    told="for safeguarding or welfare, or for a disability beside a plan, an enquiry that led to services or an order",
)
implies_now = Attribute(
    "implies_social_worker_now",
    "whether the child was assessed as in need, and why",
    ("power", "start", "end"),
    told="on a basis that shows a social worker",
)
implies_since = Attribute(
    "implies_social_worker_since",
    "whether the child was assessed as in need, and why",
    ("power", "start", "end"),
    told="on a basis that shows a social worker for safeguarding or welfare",
)

# --- the rules, in the order of the definition ----------------------------------------------------------------

SW_0 = Provision(
    "def:SW-0",
    "Only somebody living and under 18 counts.",
    CHILDREN_ACT_1989.section("105(1)"),
    in_force=SINCE_JUNE_2021,
    marks=[verified("S39", "S81")],
)
SW_1 = Provision(
    "def:SW-1",
    "A child assessed as in need who has a social worker of the council now counts, for whatever reason.",
    CHILDREN_ACT_1989.section("17"),
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[verified("S39", "S51")],
)
SW_2 = Provision(
    "def:SW-2",
    "A child with a child in need or child protection plan counts, whoever leads it.",
    SOCIAL_WORKER_GUIDANCE,
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[verified("S39", "S47"), decided()],
    decisions=("D-14",),
)
SW_3 = Provision(
    "def:SW-3",
    "A child counts for six years after a social worker for safeguarding or welfare, or a plan, has ended; the "
    "anniversary is the last day.",
    SOCIAL_WORKER_GUIDANCE,
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[
        verified("S39", "S40", "S83"),
        not_verified("whether the current guidance names any number of years"),
        decided("six years; disability alone"),
    ],
    decisions=("D-4", "D-7", "D-16"),
)
SW_4 = Provision(
    "def:SW-4",
    "Being looked after shows a social worker, and why, by the basis of the care.",
    CHILDREN_ACT_1989.section("17, 31"),
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[decided()],
    decisions=("D-15",),
)
SW_5 = Provision(
    "def:SW-5",
    "A referral with no more done, an assessment that found no need or led to early help, a family worker, a worker "
    "for a relative alone, and workers of other services do not count.",
    SOCIAL_WORKER_GUIDANCE,
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[verified("S75"), decided()],
    leaves_out=True,
    decisions=("H-3",),
)
SW_6 = Provision(
    "def:SW-6",
    "While an assessment or an enquiry has no outcome it cannot be told whether the child is in need.",
    CHILDREN_ACT_1989.section("17, 47"),
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[decided()],
    decisions=("D-1",),
)
SW_7 = Provision(
    "def:SW-7",
    "A child in need with no plan whose lead practitioner is no social worker does not count.",
    SOCIAL_WORKER_GUIDANCE,
    strength=Strength.ADVICE,
    in_force=SINCE_JUNE_2021,
    marks=[verified("S47"), decided()],
    decisions=("D-14",),
    leaves_out=True,
)
CWSA_2026 = Provision(
    "CWSA-2026",
    "A council is to promote the education of children to whom it gives or gave services because they need them for "
    "their health or development; disability alone is not enough, and there is no number of years.",
    f"{CHILDREN_ACT_1989.section('23ZZZA')}; {WELLBEING_AND_SCHOOLS_ACT_2026.section('6(3)')}",
    in_force=NOT_COMMENCED,
    marks=[verified("S43", "S44"), not_verified("whether it had been commenced by 21 November 2026")],
)

# --- the limbs ------------------------------------------------------------------------------------------------

has_a_social_worker = SW_1.limb(
    "has a social worker, having been assessed as in need", during(SocialWorker, where=assessed_in_need.one_of(True))
)

has_a_plan = SW_2.limb(
    "has a child in need or child protection plan", during(ChildInNeedPlan) | during(ChildProtectionPlan)
)

_safeguarding = shows_safeguarding.one_of(True)

had_a_social_worker = SW_3.limb(
    "had a social worker for safeguarding or welfare, or a plan, in the last 6 years",
    in_the_last(6, YEARS, of=SocialWorker, where=assessed_in_need.one_of(True) & _safeguarding)
    | in_the_last(6, YEARS, of=ChildInNeedPlan)
    | in_the_last(6, YEARS, of=ChildProtectionPlan),
)

is_looked_after = SW_4.limb(
    "looked after now, on a basis that implies a social worker", during(CareSpell, where=implies_now.one_of(True))
)

was_looked_after_within_6_years = SW_4.limb(
    "looked after in the last 6 years, on a basis that implies a social worker",
    in_the_last(6, YEARS, of=CareSpell, where=implies_since.one_of(True)),
)

is_assessed_by_a_social_worker = SW_6.limb(
    "being assessed by a social worker, which finds the child to be in need or has no outcome yet",
    during(ChildInNeedAssessment, where=led_to_services.one_of(True))
    | during(ChildProtectionEnquiry, where=led_to_services.one_of(True)),
)

was_assessed_by_a_social_worker_within_6_years = SW_6.limb(
    "assessed by a social worker in the last 6 years, which found the child to be in need or has no outcome yet",
    in_the_last(6, YEARS, of=ChildInNeedAssessment, where=led_to_services.one_of(True) & _safeguarding)
    | in_the_last(6, YEARS, of=ChildProtectionEnquiry, where=led_to_services.one_of(True)),
)

was_looked_after = SW_4.limb(
    "looked after now or in the last 6 years, on a basis that implies a social worker",
    is_looked_after.means | was_looked_after_within_6_years.means,
)

assessed_by_a_social_worker = SW_6.limb(
    "assessed by a social worker, which found the child to be in need or has no outcome yet",
    in_the_last(6, YEARS, of=ChildInNeedAssessment, where=led_to_services.one_of(True) & _safeguarding)
    | during(ChildInNeedAssessment, where=led_to_services.one_of(True))
    | in_the_last(6, YEARS, of=ChildProtectionEnquiry, where=led_to_services.one_of(True)),
)

had_a_social_worker_at_any_time = SW_3.limb(
    "had a social worker for safeguarding or welfare, or a plan, at any time",
    once(SocialWorker, where=assessed_in_need.one_of(True) & _safeguarding)
    | once(ChildInNeedPlan)
    | once(ChildProtectionPlan),
)

was_looked_after_at_any_time = SW_4.limb(
    "looked after now or at any time, on a basis that implies a social worker",
    during(CareSpell, where=implies_now.one_of(True)) | once(CareSpell, where=implies_since.one_of(True)),
)

assessed_by_a_social_worker_at_any_time = SW_6.limb(
    "assessed by a social worker at any time, which found the child to be in need or has no outcome yet",
    once(ChildInNeedAssessment, where=led_to_services.one_of(True) & _safeguarding)
    | during(ChildInNeedAssessment, where=led_to_services.one_of(True))
    | once(ChildProtectionEnquiry, where=led_to_services.one_of(True)),
)

_not_for_disability_alone = ~need.one_of(Need.DISABILITY, Need.NOT_IN_NEED).unless_unclear(Need.NOT_STATED)

_care_not_for_disability = ~need.one_of(Need.DISABILITY)

services_now_or_ever = CWSA_2026.limb(
    "is or was given services under s.17(10)(a) or (b)",
    once(SocialWorker, where=assessed_in_need.one_of(True) & _not_for_disability_alone)
    | once(LeadPractitioner, where=practitioner_in_need.one_of(True) & _not_for_disability_alone)
    | once(ChildInNeedPlan, where=_not_for_disability_alone)
    | once(ChildProtectionPlan)
    | once(ChildInNeedAssessment, where=led_to_services.one_of(True) & _not_for_disability_alone)
    | once(ChildProtectionEnquiry, where=led_to_services.one_of(True))
    | once(Accommodation, where=power.one_of(Power.S17_6) & _care_not_for_disability, called="housing under s.17(6)"),
)

# --- the definitions ------------------------------------------------------------------------------------------

with_social_worker = Definition(
    "social worker within 6 years",
    "Has a social worker or a plan now, or had one in the last six years for safeguarding or welfare.",
    gate=SW_0.limb("living and under 18", under_age(18)),
    means=has_a_social_worker | has_a_plan | had_a_social_worker | was_looked_after | assessed_by_a_social_worker,
    cite=CHILDREN_ACT_1989.section("17"),
    reads=periods_of_care,
    begins_as="first having a social worker",
    law_of=LAW_AS_AT,
    remarks=(
        SW_7.remark(
            "in need under s.17 with a lead practitioner who is not a social worker; the Act of 2026, once commenced, "
            "would cover this child",
            during(LeadPractitioner, where=practitioner_in_need.one_of(True) & _not_for_disability_alone),
        ),
    ),
)

dfe_2021 = with_social_worker.variant(
    "social worker at any time",
    "Has a social worker or a plan now, or had one at any time for safeguarding or welfare: the guidance of 2021.",
    replacing={
        "def:SW-3": had_a_social_worker_at_any_time,
        "def:SW-4": was_looked_after_at_any_time,
        "def:SW-6": assessed_by_a_social_worker_at_any_time,
    },
    cite=SOCIAL_WORKER_GUIDANCE,
)

cwsa_2026 = Definition(
    "given services as a child in need",
    "Is or was given services by the council for health or development, disability alone apart.",
    gate=SW_0.limb("living and under 18", under_age(18)),
    means=services_now_or_ever,
    cite=CWSA_2026.cite,
    reads=periods_of_care,
    begins_as="first being given services",
    law_of=LAW_AS_AT,
)

have_or_have_had_a_social_worker = care_experienced | with_social_worker

PROVISIONS = (SW_0, SW_1, SW_2, SW_3, SW_4, SW_5, SW_6, SW_7, CWSA_2026)
"""Every rule of this definition, in order."""
