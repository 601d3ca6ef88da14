"""Fields of a JSON body, checked by their declarations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from rushes.errors import MissingParameter, UnknownParameter, ValueNotAllowed, WrongType
from rushes.ledger import MICROUSD_PER_USD
from rushes.model import Parameter, describe, listed

_USD = re.compile(r"\d{1,9}(\.\d{1,6})?")


def read(body: Mapping[str, object], parameters: tuple[Parameter, ...], of: str) -> dict[str, object]:
    """What was given; null only for what may be left out. Raises UnknownParameter, MissingParameter, WrongType and
    ValueNotAllowed, naming the field."""
    names = [parameter.name for parameter in parameters]
    for name in body:
        if name not in names:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; it may be {listed(names)}.", parameter=name[:100]
            )
    for parameter in parameters:
        if parameter.required and body.get(parameter.name) is None:
            raise MissingParameter(f"{parameter.name} is missing. {parameter.meaning}", parameter=parameter.name)
        if body.get(parameter.name) is not None:
            parameter.check(body[parameter.name], of)
    return dict(body)


def microusd(value: object, told_as: str, parameter: str) -> int:
    """US dollars, as a plain decimal in text or as a number, in micro-dollars. Raises WrongType, ValueNotAllowed."""
    told = f'{told_as} is {describe(value)}; it must be USD as a plain decimal, such as "5.00".'
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongType(told, parameter=parameter)
    try:
        text = value if isinstance(value, str) else f"{Decimal(repr(value)):f}"
    except InvalidOperation as fault:
        raise ValueNotAllowed(told, parameter=parameter) from fault
    if not _USD.fullmatch(text) or not text.isascii():
        raise ValueNotAllowed(told, parameter=parameter)
    return int(Decimal(text) * MICROUSD_PER_USD)


def time(value: object, parameter: str) -> datetime | None:
    """A moment; None for null. Raises ValueNotAllowed."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise ValueNotAllowed(
            f'{parameter} is {describe(value)}; it must be ISO 8601 with a time zone, such as "2027-01-31T00:00:00Z".',
            parameter=parameter,
        )
    return found


def iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat().replace("+00:00", "Z")
