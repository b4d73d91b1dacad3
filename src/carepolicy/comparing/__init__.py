"""Knows how two policies, or two editions of one, are laid side by side, thing by thing and part by part."""

from __future__ import annotations

from carepolicy.comparing.parts import How
from carepolicy.comparing.policies import Compared, PolicyComparison, check_day, differences

__all__ = ["Compared", "How", "PolicyComparison", "check_day", "differences"]
