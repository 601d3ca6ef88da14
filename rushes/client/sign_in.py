"""Device sign-in, the program's side: ask for a code, show it to a person, and wait until they have let us in.

The program draws an Ed25519 key for this one sign-in and signs every look with it, so that nobody who saw the code can take
the key that it leads to.
"""

from __future__ import annotations

import base64
import hashlib
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rushes.client import waiting
from rushes.client.answers import Refusal

_INTERVAL_SECONDS_MIN = 1
_USUAL_INTERVAL_SECONDS = 5


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in that has begun."""

    user_code: str
    address: str  #: where a person goes; the code is in it
    expires_in_seconds: int
    _url: str
    _device_code: str
    _key: Ed25519PrivateKey
    _interval_seconds: int

    def wait(self, sleep: Callable[[float], None] = time.sleep) -> str:
        """The API key, once a person has let us in. Raises Refusal when they turned us away or the code has ended."""
        ends = time.monotonic() + self.expires_in_seconds
        with httpx.Client(base_url=self._url, timeout=30.0) as http:
            while time.monotonic() < ends:
                told = _data(waiting.patiently(lambda: http.post("/api/v1/cli/token", json=self._proof())))
                if told["status"] == "expired":
                    break
                if told.get("api_key"):
                    return str(told["api_key"])
                sleep(self._interval_seconds)
            else:
                told = {}
        denied = told.get("reason") == "denied"
        raise Refusal("You were turned away." if denied else "The code has ended; begin again.", status=403)

    def _proof(self) -> dict[str, str]:
        stamp, nonce = str(int(time.time())), str(uuid.uuid4())
        digest = hashlib.sha256(f"{self._device_code}:{stamp}:{nonce}".encode()).digest()
        proof = _unpadded(self._key.sign(digest))
        return {"device_code": self._device_code, "timestamp": stamp, "nonce": nonce, "proof": proof}


def begin(url: str, client_id: str = "rushes-cli") -> SignIn:
    """Ask a server for a code. Raises Refusal."""
    key = Ed25519PrivateKey.generate()
    body = {"client_id": client_id, "client_public_key": _unpadded(key.public_key().public_bytes_raw())}
    with httpx.Client(base_url=url, timeout=30.0) as http:
        told = _data(waiting.patiently(lambda: http.post("/api/v1/cli/device/code", json=body)))
    interval = int(told["interval"])
    return SignIn(
        user_code=told["user_code"],
        address=f"{told['verification_uri']}?{urlencode({'code': told['user_code']})}",
        expires_in_seconds=int(told["expires_in"]),
        _url=url,
        _device_code=told["device_code"],
        _key=key,
        _interval_seconds=interval if interval >= _INTERVAL_SECONDS_MIN else _USUAL_INTERVAL_SECONDS,
    )


def _data(answer: httpx.Response) -> dict[str, Any]:  # Any: JSON
    try:
        body = answer.json()
    except ValueError:
        body = {}
    data = body.get("data") if isinstance(body, dict) else None
    if answer.status_code != 200 or not isinstance(data, dict):
        words = body.get("message") if isinstance(body, dict) else None
        raise Refusal(str(words or f"HTTP {answer.status_code} {answer.reason_phrase}"), status=answer.status_code)
    return data


def _unpadded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
