"""A model's cross-field rules as sentences, for the spec, the OpenAPI document and the reference page."""

from __future__ import annotations

from rushes.model import Excludes, Model, Needs, Only, Rule, listed


def rule_lines(model: Model) -> list[str]:
    return [rule_line(rule) for rule in model.rules]


def rule_line(rule: Rule) -> str:
    match rule:
        case Needs(parameter, others):
            return f"{parameter} needs {listed(others)} as well."
        case Excludes(parameter, others):
            return f"{parameter} cannot be combined with {listed(others)}."
        case Only(when, parameter, values):
            return f"When {when}, {parameter} can only be {listed(values)}."


def about(model: Model, parameter: str) -> list[str]:
    """The rules that narrow one parameter, as sentences."""
    return [rule_line(rule) for rule in model.rules if rule.parameter == parameter]
