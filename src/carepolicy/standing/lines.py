"""Knows how a line of an assessment is made of a clause, one of its demands and where that stands."""

from __future__ import annotations

from attrs import frozen

from carepolicy.facts import Attested, Happening
from carepolicy.line import Form, Line, State
from carepolicy.logic.condition import Condition
from carepolicy.logic.due import Due
from carepolicy.policy import Clause, Demand, InPlace, Never, Profile, Statement
from carepolicy.time.instants import Instant


@frozen
class Outcome:
    """Where one demand stands on one occasion, and what settles it.

    Args:
        state: where it stands.
        act: the act that settles it, or that may.
        missing: what would settle it.
        late_by: how late it was or is, with its unit.
        age: for one with no date, how many calendar days it has been open.
    """

    state: State = State.CANNOT_TELL
    act: Happening | None = None
    missing: tuple[str, ...] = ()
    late_by: str = ""
    age: int | None = None


def line_of(
    profile: Profile,
    clause: Clause,
    demand: Demand,
    outcome: Outcome,
    *,
    told: str,
    started: Instant,
    due: Due | None = None,
    left: Instant | None = None,
    caveats: tuple[str, ...] = (),
    stated_by: tuple[str, ...] = (),
    opens: Instant | None = None,
) -> Line:
    """A line of an assessment: one demand of a clause on one occasion, and where it stands."""
    act = outcome.act
    return Line(
        profile=profile.name,
        clause=clause.id,
        says=clause.says,
        locator=clause.locator,
        actor=clause.actor,
        strength=clause.strength.value,
        state=outcome.state,
        act=_label_of(demand) if act is None else act.label,
        told=told,
        started=started,
        due=due,
        done=None if act is None else act.at,
        left=left,
        source="" if act is None or act.source is None else str(act.source),
        late_by=outcome.late_by,
        age=outcome.age,
        caveats=(*clause.notes, *clause.left_open, *caveats),
        missing=outcome.missing,
        stated_by=stated_by,
        form=_form_of(demand),
        demand=next(place for place, one in enumerate(clause.demands) if one is demand),
        opens=opens,
    )


def _label_of(demand: Demand) -> str:
    if isinstance(demand, InPlace):
        return demand.label
    return Attested.label if isinstance(demand, Statement) else demand.act.label


def _form_of(demand: Demand) -> Form:
    if isinstance(demand, Never):
        return Form.OF_EVERY if demand.of_every else Form.PROHIBITION
    if isinstance(demand, InPlace):
        return Form.IN_PLACE
    return Form.STATEMENT if isinstance(demand, Statement) else Form.DUTY


def covered_by(demand: Demand, profile: Profile) -> Condition:
    """Whom a demand covers: whom it says, or else whom its policy is about."""
    return demand.scope if demand.scope is not None else profile.about
