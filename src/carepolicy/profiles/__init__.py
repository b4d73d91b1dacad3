"""Knows the shipped policies, one folder an authority, and how to find one by name."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.metadata import entry_points

from carepolicy.errors import BadPolicy, UnknownName
from carepolicy.policy import Profile

GROUP = "carepolicy.profiles"
"""The entry-point group under which a package publishes a profile."""


def names() -> tuple[str, ...]:
    """The names of every profile that is installed, ours and other packages', in order."""
    return tuple(sorted(found.name for found in entry_points(group=GROUP)))


def find(name: str) -> Profile:
    """The installed profile of a name; nothing is loaded before it is asked for.

    Args:
        name: such as "stoke-on-trent".

    Raises:
        UnknownName: when no package publishes it; the message lists what there is.
        BadPolicy: when what a package publishes under the name is not a profile.

    >>> find("england").name
    'England'
    """
    if not isinstance(name, str):
        raise UnknownName(f"A profile is found by its name. There are: {', '.join(names())}.")
    for found in entry_points(group=GROUP, name=name):
        profile = found.load()
        if not isinstance(profile, Profile):
            raise BadPolicy(f"What {found.value} publishes as {name!r} is not a Profile.")
        return profile
    near = get_close_matches(name, names(), n=1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names())}."
    raise UnknownName(f"There is no profile {name!r}. {hint}")
