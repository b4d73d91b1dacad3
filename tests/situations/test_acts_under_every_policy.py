"""May we share information, spend the premium, contact the virtual school: what each policy says of those acts."""

from __future__ import annotations

import pytest

from carepolicy.facts import (
    CARE,
    PERMANENCE,
    AdoptionOrder,
    CareOrder,
    Child,
    Ended,
    InformationShared,
    PremiumSpent,
    VirtualSchoolContacted,
)
from carepolicy.profiles.cambridgeshire import CAMBRIDGESHIRE, OFFORD
from carepolicy.profiles.oxfordshire import OXFORDSHIRE
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
from carepolicy.ruling import Answer, Ruling, rule_on
from tests.situations.school import HILL_TOP

ON = "2026-03-12"
IN_CARE = Child("ana", born="2014-05-09", history=[CareOrder(start="2024-01-08")], complete=[CARE, PERMANENCE])
ADOPTED = Child(
    "ben",
    born="2014-05-09",
    history=[
        CareOrder(start="2019-01-07", end="2021-05-04", ended_by=Ended.ADOPTION),
        AdoptionOrder(at="2021-05-04"),
    ],
    complete=[CARE, PERMANENCE],
)
NEVER_IN_CARE = Child("cai", born="2014-05-09", history=[], complete=[CARE, PERMANENCE])


def ruling(act, child, profile) -> Ruling:
    return rule_on(act, child, profile, calendar=HILL_TOP)


@pytest.mark.parametrize(("profile", "clause"), [(CAMBRIDGESHIRE, "CAM-3.4f"), (OFFORD, "OFF-3.4f")])
def test_the_virtual_school_is_asked_about_a_child_from_care_only_with_consent(profile, clause):
    for consent, expected in ((True, Answer.ALLOWED), (False, Answer.FORBIDDEN), (None, Answer.ALLOWED_IF)):
        found = ruling(VirtualSchoolContacted(at=ON, with_consent=consent), ADOPTED, profile)
        assert found.answer is expected
        assert [ground.clause for ground in found.grounds] == [clause]
    unsaid = ruling(VirtualSchoolContacted(at=ON), ADOPTED, profile)
    assert unsaid.grounds[0].only_if == ("with consent of the carers or parents",)


@pytest.mark.parametrize("child", [IN_CARE, NEVER_IN_CARE], ids=["in care", "never in care"])
@pytest.mark.parametrize("profile", [CAMBRIDGESHIRE, OFFORD, OXFORDSHIRE, STOKE_ON_TRENT], ids=lambda one: one.name)
def test_for_others_no_clause_makes_consent_a_condition(child, profile):
    assert ruling(VirtualSchoolContacted(at=ON, with_consent=False), child, profile).answer is Answer.ALLOWED


@pytest.mark.parametrize("profile", [CAMBRIDGESHIRE, OFFORD, OXFORDSHIRE, STOKE_ON_TRENT], ids=lambda one: one.name)
def test_a_role_is_told_only_what_it_needs_to_know(profile):
    curious = InformationShared(at=ON, role="lunchtime_supervisor", need_to_know=False)
    assert ruling(curious, IN_CARE, profile).answer is Answer.FORBIDDEN
    unsaid = ruling(InformationShared(at=ON, role="school_staff"), IN_CARE, profile)
    assert unsaid.answer is Answer.ALLOWED_IF
    assert any("needs to know" in condition for ground in unsaid.grounds for condition in ground.only_if)


@pytest.mark.parametrize(
    ("profile", "spent", "expected"),
    [
        (STOKE_ON_TRENT, PremiumSpent(at=ON, for_the_child=False, linked_to_target=True), Answer.FORBIDDEN),
        (STOKE_ON_TRENT, PremiumSpent(at=ON, for_the_child=True, linked_to_target=True), Answer.ALLOWED),
        (CAMBRIDGESHIRE, PremiumSpent(at=ON, for_the_child=True, linked_to_target=False), Answer.FORBIDDEN),
        (CAMBRIDGESHIRE, PremiumSpent(at=ON), Answer.ALLOWED_IF),
        (OFFORD, PremiumSpent(at=ON, for_the_child=False), Answer.FORBIDDEN),
        (OXFORDSHIRE, PremiumSpent(at=ON, for_progress=False), Answer.FORBIDDEN),
    ],
)
def test_the_premium_is_spent_as_each_policy_has_it(profile, spent, expected):
    assert ruling(spent, IN_CARE, profile).answer is expected
