"""What would settle the open answers of a school, most useful first."""

from collections import Counter
from datetime import date
from pathlib import Path

from carepolicy import assess
from carepolicy.adapters.school_events import read_school_events, with_events
from carepolicy.adapters.ssda903 import read_ssda903
from carepolicy.adapters.term_dates import read_term_dates
from carepolicy.facts import CARE, PERMANENCE, SCHOOLING
from carepolicy.profiles.stoke_on_trent import STOKE_ON_TRENT

school = Path(__file__).parent / "school"
calendar = read_term_dates(school / "term_dates.csv")
children = with_events(
    read_ssda903(school, complete=[CARE, PERMANENCE], as_at=date(2026, 3, 20)).children,
    read_school_events(school / "events.csv"),
    complete=[SCHOOLING],
)

missing: Counter[str] = Counter()
for child in children:
    missing.update(dict(assess(child, STOKE_ON_TRENT, calendar=calendar, on=date(2026, 3, 20)).missing))
for says, answers in missing.most_common():
    print(f"{answers:>3}  {says}")
