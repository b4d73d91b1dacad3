"""Settings that every test shares: the usual run tries the same examples each time.

`HYPOTHESIS_PROFILE=fresh` tries others, a new lot each time; `HYPOTHESIS_PROFILE=long` far more of them.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
SAME_EACH_TIME = {"derandomize": True, **COMMON}  # a change is judged by what it changed, not by the day's examples
settings.register_profile("brief", max_examples=8, **SAME_EACH_TIME)
settings.register_profile("usual", max_examples=25, **SAME_EACH_TIME)
settings.register_profile("long", max_examples=1500, print_blob=True, **COMMON)
settings.register_profile("fresh", max_examples=40, print_blob=True, **COMMON)

INSIDE_A_COPY = "CAREPOLICY_TESTS_INSIDE_A_COPY"  # set by the test of `make test`, which runs every test once more
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "brief" if INSIDE_A_COPY in os.environ else "usual"))
