"""The errors of Rushes, sorted by who must act.

    RushesError
    ├── Refused                  the caller: change the request (nothing was stored, nothing charged)
    │   ├── InvalidRequest       the body as a whole cannot be read
    │   ├── UnknownParameter     a name that the model does not know
    │   ├── MissingParameter     a name that the model needs
    │   ├── WrongType            a value of another type
    │   ├── ValueNotAllowed      a value outside the options or bounds
    │   ├── RuleBroken           values that do not go together
    │   ├── MediaRefused         a picture or clip that could not be fetched, read or used
    │   ├── Unauthenticated      no key, or not one of ours
    │   ├── Forbidden            a key that may not do this
    │   ├── NotFound             no such thing for this key's project
    │   ├── Conflict             the thing is not in a state that allows this
    │   │   └── UnderWay         the first request with this Idempotency-Key is still being answered
    │   ├── TooLarge             more bytes than we take
    │   ├── IdempotencyMismatch  the same Idempotency-Key with another body
    │   ├── BalanceTooLow        the project's balance or limit does not cover the hold
    │   │   └── BudgetSpent      a budget of the key or the project does not
    │   └── TooManyRequests      slow down
    ├── Misconfigured            the owner of this server: settings, credentials, a full disk
    ├── Unavailable              nobody yet: try again later
    └── EngineError              what an engine may raise; decides the end of a take
        ├── ShotRefused          a safety filter or the model itself said no; final, not charged
        ├── ShotUnsupported      this engine cannot make such a shot; another may
        ├── EngineFailed         the engine broke; may be tried again when `again` is true
        ├── QuotaExceeded        the engine's account is out of quota; tried again later
        ├── Stopped              the take was asked to stop and did
        ├── DeadlinePassed       the task's deadline came first
        └── OutcomeUnknown       a paid submit whose reply was lost; never submitted again

The docstring of a class is its message when none is given. `code` is stable and may be relied on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


class RushesError(Exception):
    """Something went wrong in Rushes."""

    code: ClassVar[str] = "rushes_error"

    def __init__(self, message: str | None = None, *, parameter: str | None = None) -> None:
        #: What was given, what is allowed, what to do: one plain sentence or two.
        self.message = message or (type(self).__doc__ or self.code).strip().splitlines()[0]
        #: The parameter at fault, spelled as the caller spelled it; None when it is none in particular.
        self.parameter = parameter
        super().__init__(self.message)


class Refused(RushesError):
    """The request was refused."""

    code = "refused"


class InvalidRequest(Refused):
    """The request could not be read."""

    code = "invalid_request"


class UnknownParameter(Refused):
    """The model has no such parameter."""

    code = "unknown_parameter"


class MissingParameter(Refused):
    """A required parameter is missing."""

    code = "missing_parameter"


class WrongType(Refused):
    """A parameter has the wrong type."""

    code = "wrong_type"


class ValueNotAllowed(Refused):
    """A parameter has a value that is not allowed."""

    code = "value_not_allowed"


class RuleBroken(Refused):
    """Two parameters do not go together."""

    code = "rule_broken"


class MediaRefused(Refused):
    """A picture or clip could not be used."""

    code = "media_refused"


class Unauthenticated(Refused):
    """No valid API key: send `Authorization: Bearer YOUR_KEY`."""

    code = "unauthenticated"


class Forbidden(Refused):
    """This key may not do that."""

    code = "forbidden"


class NotFound(Refused):
    """There is no such thing here."""

    code = "not_found"


class Conflict(Refused):
    """That cannot be done in the present state."""

    code = "conflict"


class UnderWay(Conflict):
    """The first request with this Idempotency-Key is still being answered; send it again in a second."""

    code = "under_way"


class TooLarge(Refused):
    """The request is larger than this server takes."""

    code = "too_large"


class IdempotencyMismatch(Refused):
    """This Idempotency-Key was used with another request."""

    code = "idempotency_mismatch"


class BalanceTooLow(Refused):
    """The project's balance does not cover this request."""

    code = "balance_too_low"


class BudgetSpent(BalanceTooLow):
    """A budget of this key or its project does not cover this request."""

    code = "budget_spent"


@dataclass(frozen=True, slots=True)
class Rate:
    """How a limit stands: what a caller needs to slow down by itself."""

    name: str  #: "requests" or "tasks"
    limit: int
    left: int
    window_seconds: int | None = None  #: None: the limit is on what is open at once
    resets_seconds: int | None = None


class TooManyRequests(Refused):
    """Too many requests: slow down."""

    code = "too_many_requests"

    def __init__(self, message: str | None = None, *, retry_after_seconds: int = 1, rate: Rate | None = None) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds
        self.rate = rate


class Misconfigured(RushesError):
    """This server is not set up for that; its owner must act."""

    code = "misconfigured"


class Unavailable(RushesError):
    """Not possible just now; try again in a moment."""

    code = "unavailable"


class EngineError(RushesError):
    """The engine did not deliver a clip."""

    code = "engine_error"
    #: May the same shot be tried again without asking anyone?
    again: ClassVar[bool] = False
    #: May another engine have better luck with it? Only ever asked before one has accepted the shot.
    elsewhere: ClassVar[bool] = False


class ShotRefused(EngineError):
    """Refused by the safety filter. Nothing was charged; change the prompt."""

    code = "shot_refused"


class ShotUnsupported(EngineError):
    """The engine cannot make such a shot. Nothing was charged; change what the message names."""

    code = "shot_unsupported"
    elsewhere = True


class EngineFailed(EngineError):
    """The engine failed. Nothing was charged; try again."""

    code = "engine_failed"
    again = True
    elsewhere = True


class QuotaExceeded(EngineError):
    """The engine's account is out of quota. Nothing was charged; try again later."""

    code = "quota_exceeded"
    again = True
    elsewhere = True

    def __init__(self, message: str | None = None, *, retry_after_seconds: float | None = None) -> None:
        super().__init__(message)
        #: How long the account says it will be; None: it does not say.
        self.retry_after_seconds = retry_after_seconds


class Stopped(EngineError):
    """The take was stopped. Nothing was charged."""

    code = "stopped"


class DeadlinePassed(EngineError):
    """The task's deadline passed before the clip was ready. Nothing was charged."""

    code = "deadline_passed"


class OutcomeUnknown(EngineError):
    """The engine's reply to a paid submit was lost; it is not submitted again and not charged."""

    code = "outcome_unknown"
