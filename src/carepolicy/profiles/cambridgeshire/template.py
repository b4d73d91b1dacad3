"""Knows the Cambridgeshire template for children who have or have had a social worker, as a setting adopts it."""

from __future__ import annotations

from carepolicy.errors import Unfinished
from carepolicy.policy import Profile
from carepolicy.profiles.cambridgeshire.aims import aims
from carepolicy.profiles.cambridgeshire.leaders import leaders
from carepolicy.profiles.cambridgeshire.people import PEOPLE
from carepolicy.profiles.cambridgeshire.practice import practice
from carepolicy.profiles.cambridgeshire.words import have_or_have_had_a_social_worker

ANY_SETTING = "the setting"
"""How the template speaks of a setting that has not put its name in."""

CALLED = {
    "looked after": "CiC",
    "previously looked after": "CPiC",
    "social worker within 6 years": "CWSW",
}


def adopted_by(setting: str) -> Profile:
    """The template as a setting adopts it: its name stands wherever the template leaves room for one.

    Args:
        setting: the name, as it stands inside a sentence, such as "Hill Top Primary".

    Raises:
        Unfinished: when there is no name.

    >>> adopted_by("Hill Top Primary").clause("CAM-3.3b").says
    'Hill Top Primary talks with the child when attendance or punctuality is a worry.'
    """
    if not isinstance(setting, str) or not setting.strip():
        raise Unfinished('adopted_by(...) takes the name of the setting, such as adopted_by("Hill Top Primary").')
    name = "Cambridgeshire template"
    return Profile(
        name if setting == ANY_SETTING else f"{name}, adopted by {setting}",
        have_or_have_had_a_social_worker,
        (*aims(setting), *leaders(setting), *PEOPLE, *practice(setting)),
        edition="undated",
        authority="Cambridgeshire",
        calls=CALLED,
    )


CAMBRIDGESHIRE = adopted_by(ANY_SETTING)
