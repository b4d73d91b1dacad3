"""Knows other people's rule engines, each asked one question about a flat record that somebody else prepared.

The question is whether a day lies in a time in care and before the eighteenth birthday; the record holds the bounds, as
numbers of days. Each engine compiles its rule first, where it can, and is given the day as it would come: in a record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Ask = Callable[[int], object]
"""Asks an engine about a day, given as an ordinal."""

EXPRESSION = "came <= day and day < left and day < adult"


def engines(came: int, left: int, adult: int) -> Iterator[tuple[str, Ask | str]]:
    """Each engine's name, with how it is asked, or with why it is not.

    Args:
        came: ordinal of the first day in care.
        left: ordinal of the first day no longer in care.
        adult: ordinal of the eighteenth birthday.
    """
    record = {"came": came, "left": left, "adult": adult}
    for name, module, ready in (
        ("datalogic-py", "datalogic_py", _datalogic),
        ("zen-engine", "zen", _zen),
        ("business-rules", "business_rules", _business_rules),
        ("rule-engine", "rule_engine", _rule_engine),
    ):
        try:
            found = import_module(module)
        except ImportError:
            yield name, "not installed: pip install --group bench"
        else:
            yield name, ready(found, record)


def _datalogic(module: Any, record: dict[str, int]) -> Ask:
    day = {"var": "day"}
    tests = [
        {"<=": [{"var": "came"}, day]},
        {"<": [day, {"var": "left"}]},
        {"<": [day, {"var": "adult"}]},
    ]
    rule = module.Engine().compile({"and": tests})
    return lambda ordinal: rule.evaluate({**record, "day": ordinal})


def _zen(module: Any, record: dict[str, int]) -> Ask:
    rule = module.compile_expression(EXPRESSION)
    return lambda ordinal: rule.evaluate({**record, "day": ordinal})


def _rule_engine(module: Any, record: dict[str, int]) -> Ask:
    rule = module.Rule(EXPRESSION)
    return lambda ordinal: rule.matches({**record, "day": ordinal})


def _business_rules(module: Any, record: dict[str, int]) -> Ask:
    variables, actions = import_module("business_rules.variables"), import_module("business_rules.actions")

    class Facts(variables.BaseVariables):  # type: ignore[name-defined, misc]
        def __init__(self, day: int) -> None:
            self.day = day

        @variables.numeric_rule_variable()  # type: ignore[untyped-decorator]
        def since_came(self) -> int:
            return self.day - record["came"]

        @variables.numeric_rule_variable()  # type: ignore[untyped-decorator]
        def until_left(self) -> int:
            return record["left"] - self.day

        @variables.numeric_rule_variable()  # type: ignore[untyped-decorator]
        def until_adult(self) -> int:
            return record["adult"] - self.day

    rules = [
        {
            "conditions": {
                "all": [
                    {"name": "since_came", "operator": "greater_than_or_equal_to", "value": 0},
                    {"name": "until_left", "operator": "greater_than", "value": 0},
                    {"name": "until_adult", "operator": "greater_than", "value": 0},
                ]
            },
            "actions": [],
        }
    ]
    nothing_to_do = actions.BaseActions()
    return lambda ordinal: module.run_all(rules, Facts(ordinal), nothing_to_do)
