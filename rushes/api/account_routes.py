"""The routes of the control plane that are about models' contracts, whose key this is, and device sign-in."""

from __future__ import annotations

from rushes import errors
from rushes.api import account, contracts, devices
from rushes.api.route import Group, Route, Takes
from rushes.key import Scope

_KEYED = (errors.Unauthenticated, errors.Forbidden)
_ONE = (*_KEYED, errors.NotFound)
_DECIDED = (
    *_ONE,
    errors.UnknownParameter,
    errors.MissingParameter,
    errors.WrongType,
    errors.ValueNotAllowed,
    errors.TooManyRequests,
)


def account_routes() -> tuple[Route, ...]:
    verdicts = devices.Verdicts()
    return (
        Route(
            "GET",
            "/api/v1/skill/model-contracts/{id}",
            contracts.read,
            Scope.READ,
            Group.MODELS,
            "Read a model's contract",
            "Its parameters as JSON Schema and its cross-field rules as data: enough to make a form from.",
            "Contract",
            refusals=_ONE,
            tolerant=True,
        ),
        Route(
            "GET",
            "/api/v1/user/balance",
            account.balance,
            Scope.READ,
            Group.ACCOUNT,
            "Read the balance",
            "What the key's project has, and what new tasks may still hold.",
            "Balance",
            refusals=_KEYED,
            tolerant=True,
        ),
        Route(
            "GET",
            "/api/v1/auth/me",
            account.me,
            Scope.READ,
            Group.ACCOUNT,
            "Whose key is this?",
            "The key's name, project and role.",
            "Me",
            refusals=_KEYED,
            tolerant=True,
        ),
        Route(
            "POST",
            "/api/v1/cli/device/code",
            devices.code,
            None,
            Group.ACCOUNT,
            "Begin a device sign-in",
            "For programs without a keyboard: a code that a person types elsewhere, valid for ten minutes.",
            "DeviceBegun",
            Takes.JSON,
            "DeviceCode",
            refusals=(
                errors.UnknownParameter,
                errors.MissingParameter,
                errors.WrongType,
                errors.ValueNotAllowed,
                errors.TooManyRequests,
            ),
            tolerant=True,
        ),
        Route(
            "POST",
            "/api/v1/cli/token",
            devices.token,
            None,
            Group.ACCOUNT,
            "Look at a device sign-in",
            "pending, expired, or authorized: then, once, with a key. The proof shows that the program is the one that "
            "began; each nonce is good once, and the clock may be two minutes off.",
            "DeviceState",
            Takes.JSON,
            "DeviceToken",
            refusals=(
                errors.UnknownParameter,
                errors.MissingParameter,
                errors.WrongType,
                errors.ValueNotAllowed,
                errors.Forbidden,
                errors.TooManyRequests,
            ),
            tolerant=True,
        ),
        Route(
            "POST",
            "/api/v1/cli/device/approve",
            verdicts.approve,
            Scope.KEYS,
            Group.ACCOUNT,
            "Approve a device sign-in",
            "Let the program in that shows this code. Its key is no stronger than the one that lets it in.",
            "DeviceDecided",
            Takes.JSON,
            "DeviceVerdict",
            refusals=_DECIDED,
        ),
        Route(
            "POST",
            "/api/v1/cli/device/deny",
            verdicts.deny,
            Scope.KEYS,
            Group.ACCOUNT,
            "Deny a device sign-in",
            "Turn the program away that shows this code; it stops asking.",
            "DeviceDecided",
            Takes.JSON,
            "DeviceVerdict",
            refusals=_DECIDED,
        ),
    )
