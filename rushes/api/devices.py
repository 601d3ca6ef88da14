"""Device sign-in over HTTP, as the reference platform's command-line client speaks it."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable

from starlette.responses import Response

from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.api.keys import ensure_unbound
from rushes.database.devices import Device
from rushes.errors import MissingParameter, NotFound, TooManyRequests, UnknownParameter, WrongType
from rushes.intake import devices
from rushes.intake.devices import EXPIRES_SECONDS, INTERVAL_SECONDS, State
from rushes.model import Kind, Parameter, describe, listed

_TEXT_MAX = 500
CODE = (
    Parameter(
        "client_id", Kind.STRING, "What the program is called.", required=True, length_max=60, example="vtrix-cli"
    ),
    Parameter(
        "client_public_key",
        Kind.STRING,
        "The program's Ed25519 public key, drawn for this sign-in: 32 bytes in unpadded base64url.",
        required=True,
        length_max=_TEXT_MAX,
        example="11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    ),
)
TOKEN = (
    Parameter("device_code", Kind.STRING, "As the first answer gave it.", required=True, length_max=_TEXT_MAX),
    Parameter("timestamp", Kind.STRING, "Now, in unix seconds, as text.", required=True, length_max=_TEXT_MAX),
    Parameter("nonce", Kind.STRING, "Drawn anew for every request.", required=True, length_max=_TEXT_MAX),
    Parameter(
        "proof",
        Kind.STRING,
        "Ed25519 signature of the SHA-256 of device_code:timestamp:nonce, in unpadded base64url.",
        required=True,
        length_max=_TEXT_MAX,
    ),
)
VERDICT = (
    Parameter(
        "user_code", Kind.STRING, "The code that the program shows.", required=True, length_max=40, example="BCDF-GHJK"
    ),
)
#: Wrong codes that one key may try in ten minutes.
_WRONG_MAX = 10
_WINDOW_SECONDS = 600.0
_KEYS_MAX = 10_000


def code(call: Call) -> Response:
    """A code for the program and one for a person."""
    given = _read(call, CODE)
    client = call.request.client
    begun = devices.begin(
        call.front.desk.database,
        client=given["client_id"],
        public_key=given["client_public_key"],
        address=client.host if client else "",
        now=call.front.desk.clock(),
    )
    return enveloped(
        {
            "device_code": begun.device_code,
            "user_code": begun.user_code,
            "verification_uri": f"{call.origin}/device",
            "expires_in": EXPIRES_SECONDS,
            "interval": INTERVAL_SECONDS,
        }
    )


def token(call: Call) -> Response:
    """How the sign-in stands; authorized once, with the key."""
    given = _read(call, TOKEN)
    state, secret = devices.claim(call.front.desk.database, now=call.front.desk.clock(), **given)
    if state is State.DENIED:  # clients know three words, and stop at this one
        return enveloped({"status": State.EXPIRED.value, "reason": state.value})
    if state is not State.AUTHORIZED or secret is None:
        return enveloped({"status": state.value})
    # A key is all that is needed here: it is the token, and there is nothing to refresh.
    shown = secret.reveal()
    return enveloped({"status": state.value, "access_token": shown, "refresh_token": "", "api_key": shown})


class Verdicts:
    """Lets programs in or turns them away, and counts who guesses codes."""

    def __init__(self) -> None:
        self._wrong: defaultdict[str, deque[float]] = defaultdict(deque)

    def approve(self, call: Call) -> Response:
        self._decide(call, devices.approve)
        return enveloped({"approved": True})

    def deny(self, call: Call) -> Response:
        self._decide(call, devices.deny)
        return enveloped({"approved": False})

    def _decide(self, call: Call, verdict: Callable[..., Device]) -> None:
        given = _read(call, VERDICT)
        ensure_unbound(call)
        wrong = self._wrong[call.key.root]
        now = time.monotonic()
        while wrong and wrong[0] < now - _WINDOW_SECONDS:
            wrong.popleft()
        if len(wrong) >= _WRONG_MAX:
            raise TooManyRequests("Too many wrong codes; wait a few minutes.", retry_after_seconds=60)
        try:
            verdict(call.front.desk.database, call.key, given["user_code"], call.front.desk.clock(), by=call.by)
        except NotFound:
            wrong.append(now)
            if len(self._wrong) > _KEYS_MAX:
                self._wrong.clear()
            raise


def _read(call: Call, parameters: tuple[Parameter, ...]) -> dict[str, str]:
    """The body's fields, all text and all needed."""
    names = [parameter.name for parameter in parameters]
    for name in call.body:
        if name not in names:
            raise UnknownParameter(
                f"There is no parameter {describe(name)} here; it may be {listed(names)}.", parameter=name[:100]
            )
    given: dict[str, str] = {}
    for parameter in parameters:
        value = call.body.get(parameter.name)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise MissingParameter(f"{parameter.name} is missing. {parameter.meaning}", parameter=parameter.name)
        parameter.check(value, "the sign-in")
        if not isinstance(value, str):
            raise WrongType(f"{parameter.name} must be a string.", parameter=parameter.name)
        given[parameter.name] = value
    return given
