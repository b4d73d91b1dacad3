"""Settings that every test shares: `HYPOTHESIS_PROFILE=long` tries the laws far more often than the usual run does."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("brief", max_examples=8, **COMMON)
settings.register_profile("usual", max_examples=40, **COMMON)
settings.register_profile("long", max_examples=1500, **COMMON)

INSIDE_A_COPY = "CAREPOLICY_TESTS_INSIDE_A_COPY"  # set by the test of `make test`, which runs every test once more
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "brief" if INSIDE_A_COPY in os.environ else "usual"))
