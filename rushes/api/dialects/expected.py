"""The refusals that a route of any dialect may give, for the reference: by what is asked of it."""

from __future__ import annotations

from rushes import errors

#: Of a create.
CREATE = (
    errors.UnknownParameter,
    errors.MissingParameter,
    errors.WrongType,
    errors.ValueNotAllowed,
    errors.RuleBroken,
    errors.MediaRefused,
    errors.Unauthenticated,
    errors.BalanceTooLow,
    errors.Forbidden,
    errors.NotFound,
    errors.IdempotencyMismatch,
    errors.TooManyRequests,
)
#: Of a look at one thing.
ONE = (errors.Unauthenticated, errors.Forbidden, errors.NotFound)
