"""Who was looked after on at least one day of the financial year 2025-26, as far as the return can tell."""

from datetime import date
from pathlib import Path

from carepolicy import looked_after
from carepolicy.adapters.ssda903 import read_ssda903
from carepolicy.facts import CARE, PERMANENCE

school = Path(__file__).parent / "school"
first, until = date(2025, 4, 1), date(2026, 4, 1)

for child in read_ssda903(school, complete=[CARE, PERMANENCE], as_at=date(2026, 3, 31)).children:
    timeline = looked_after.timeline(child)
    print(f"{child.id}  {str(timeline.ever(first, until)):<11}  certainly {timeline.certain.count(first, until)} days")
