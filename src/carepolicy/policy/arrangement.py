"""Knows whose policies bind whom, where one authority cares for a child and the school is in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from carepolicy.errors import Unfinished
from carepolicy.policy.clauses import Clause
from carepolicy.policy.profile import Profile

COUNCIL_SIDE = frozenset({
    "local_authority", "virtual_school", "virtual_school_head", "head_of_virtual_school",
    "social_worker", "social_care",
})  # fmt: skip
"""The roles that act for the authority which cares for the child, wherever the child goes to school."""

BESIDE_BOTH = frozenset({"carer", "child", "parent", "partner_agency", "health_body"})
"""The roles that belong to neither the school nor the authority: whichever policy names them means them."""

NOT_ADOPTED = "asked by the authority that cares for the child, and not adopted by this school"
NOT_ITS_CHILD = "asked for an authority's own children, and another cares for this child"
ONLY_THE_COUNCIL = "asked of the authority that cares for the child, and of no school"
ANOTHERS_COUNCIL = "asked of the council of the school's area, and another cares for this child"


@frozen
class Binding:
    """Whether a clause binds anybody for one child, and whom.

    Args:
        roles: the roles that are bound; none where nobody is, or the clause names nobody.
        why_not: why some or all of the roles that it names are not; "" where every one is.
    """

    roles: tuple[str, ...] = ()
    why_not: str = ""

    @property
    def binds(self) -> bool:
        """Whether it binds somebody, or names nobody and so stands for all."""
        return bool(self.roles) or not self.why_not

    @property
    def covers(self) -> bool:
        """Whether it is about the child at all: what speaks of an authority's own children is not about another's."""
        return self.why_not != NOT_ITS_CHILD

    @property
    def why_not_the_school(self) -> str:
        """Why it does not bind the school; "" where it binds somebody there, or names nobody and so stands for all."""
        if not self.roles and not self.why_not:
            return ""
        at_school = any(role not in COUNCIL_SIDE | BESIDE_BOTH for role in self.roles)
        return "" if at_school else self.why_not or ONLY_THE_COUNCIL


def _profiles(given: Profile | Iterable[Profile]) -> tuple[Profile, ...]:
    profiles = tuple(given) if isinstance(given, Iterable) else (given,)
    for one in profiles:
        if not isinstance(one, Profile):
            raise Unfinished(
                f"An arrangement is made of profiles, and this is a {type(one).__name__}. Write "
                "Arrangement(school=OXFORDSHIRE, care=STOKE_ON_TRENT)."
            )
    return profiles


@frozen(repr=False)
class Arrangement:
    """The policies of the authority whose school the child attends, and of the authority that cares for the child.

    What a policy asks of a school binds the schools that adopt it, so it follows the school; what it asks of a virtual
    school, a council or its social workers follows the authority that acts for the child. The national floor binds all
    and is added wherever a question is asked. It is a sequence of policies wherever one is asked for.

    Args:
        school: the policy that the school has adopted, or several.
        care: the policy of the authority that cares for the child, or several.

    Raises:
        Unfinished: when something in it is not a profile, or two different ones have one name.

    >>> from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT
    >>> [profile.name for profile in Arrangement(school=STOKE_ON_TRENT, care=STOKE_ON_TRENT)]
    ['Stoke-on-Trent']
    """

    school: tuple[Profile, ...] = field(converter=_profiles, kw_only=True)
    care: tuple[Profile, ...] = field(converter=_profiles, kw_only=True)

    def __attrs_post_init__(self) -> None:
        names = Counter(profile.name for profile in self)
        twice = sorted(name for name, times in names.items() if times > 1)
        if twice:
            raise Unfinished(f"Two different policies are called {', '.join(twice)}. Give each its own name, or one.")

    def __iter__(self) -> Iterator[Profile]:
        yield from self.school
        yield from (profile for profile in self.care if profile not in self.school)

    def binding(self, profile: str, clause: Clause) -> Binding:
        """Whether a clause of one of the policies binds anybody for this child, and whom.

        Args:
            profile: the name of the policy.
            clause: the clause.
        """
        at_school = any(one.name == profile for one in self.school)
        in_care = any(one.name == profile for one in self.care)
        if not at_school and not in_care:
            return Binding(clause.actor)
        if clause.own_children and not in_care:
            return Binding((), NOT_ITS_CHILD)
        council = in_care or clause.newcomers
        bound = tuple(role for role in clause.actor if _follows(role, school=at_school, council=council))
        if len(bound) == len(clause.actor):
            return Binding(bound)
        schools_left = any(role not in bound and role not in COUNCIL_SIDE for role in clause.actor)
        return Binding(bound, NOT_ADOPTED if schools_left else ANOTHERS_COUNCIL)

    def __repr__(self) -> str:
        return f"Arrangement(school={self.school!r}, care={self.care!r})"


def _follows(role: str, *, school: bool, council: bool) -> bool:
    """Whether a role is bound by a policy of the school's side, of the council's, or of both."""
    if role in BESIDE_BOTH:
        return school or council
    return council if role in COUNCIL_SIDE else school
