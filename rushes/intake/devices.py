"""Device sign-in: a program without a keyboard asks for a code, a person who may make keys lets it in, and the program,
proving that it is the one that asked, is handed a key of its own, once (after RFC 8628; the proof is an Ed25519 signature
as the reference platform's clients make it)."""

from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection

from rushes.budget import Period
from rushes.database import audit, devices, keys, members
from rushes.database.audit import Author, By
from rushes.database.connect import Database
from rushes.database.devices import Device
from rushes.errors import Forbidden, NotFound, TooManyRequests, Unauthenticated, ValueNotAllowed
from rushes.intake import keys as key_making
from rushes.key import USUAL_SCOPES, Key, Scope, Secret
from rushes.role import as_key

EXPIRES_SECONDS = 600
INTERVAL_SECONDS = 5
#: Codes from one address in ten minutes, and codes at all, before somebody has to wait.
CODES_MAX = 10
OPEN_MAX = 10_000
#: A proof's clock may differ from ours by so much.
SKEW_SECONDS = 120
#: A code may be asked about so often: far more than the interval needs.
PROOFS_MAX = 600
#: Twenty letters that do not spell words, eight of them: 25 thousand million codes, valid for ten minutes.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_WINDOW = timedelta(minutes=10)
_NONCE = re.compile(r"[A-Za-z0-9._-]{8,128}")
_NOBODY = "There is no such code, or it has expired or was used; start the sign-in again."
_CLIENT = re.compile(r"[A-Za-z0-9._@/-]{1,60}")


class State(enum.Enum):
    PENDING = "pending"
    EXPIRED = "expired"
    DENIED = "denied"
    AUTHORIZED = "authorized"


@dataclass(frozen=True, slots=True)
class Begun:
    device_code: str  #: the program's own secret
    user_code: str  #: what a person types, as ABCD-EFGH


@dataclass(frozen=True, slots=True)
class Grant:
    """What a person gives to the program's key."""

    live: bool
    month_microusd: int | None = None  #: its budget; None: no limit
    expires_at: datetime | None = None


def begin(database: Database, *, client: str, public_key: str, address: str, now: datetime) -> Begun:
    """A new pair of codes, bound to the program's Ed25519 key (raw, in unpadded base64url).

    Raises ValueNotAllowed, and TooManyRequests when too many were asked for."""
    if not _CLIENT.fullmatch(client):
        raise ValueNotAllowed("client_id must have 1 to 60 letters, digits or any of . _ @ / -.", parameter="client_id")
    raw = _decoded(public_key, "client_public_key")
    if len(raw) != 32:
        raise ValueNotAllowed(
            "client_public_key must be an Ed25519 public key: 32 bytes in unpadded base64url.",
            parameter="client_public_key",
        )
    begun = Begun(secrets.token_urlsafe(32), _user_code())
    device = Device(
        digest=_digest(begun.device_code),
        user_code=_plain(begun.user_code),
        client=client,
        public_key=raw.hex(),
        address=address,
        created_at=now,
        expires_at=now + timedelta(seconds=EXPIRES_SECONDS),
    )
    with database.transaction() as connection:
        devices.forget_before(connection, now - _WINDOW)
        if (
            devices.count_since(connection, address, now - _WINDOW) >= CODES_MAX
            or devices.count(connection) >= OPEN_MAX
        ):
            raise TooManyRequests("Too many sign-in codes were asked for; wait a few minutes.", retry_after_seconds=60)
        if not devices.insert(connection, device):
            raise TooManyRequests("No sign-in code is free just now; ask again.")
    return begun


def find(database: Database, user_code: str, now: datetime) -> Device:
    """The program that shows this code and waits to be let in. Raises NotFound."""
    with database.reading() as connection:
        return _found(devices.find(connection, _plain(user_code), now))


def approve(
    database: Database, key: Key, user_code: str, now: datetime, *, by: By, grant: Grant | None = None
) -> Device:
    """Let the program in that shows this code; without a grant, its key will be as the approving one. Raises Forbidden,
    NotFound, ValueNotAllowed."""
    key.ensure_may(Scope.KEYS)
    if grant is not None and grant.month_microusd is not None:
        key_making.ensure_budget(Period.MONTH, grant.month_microusd)
    granted = (
        None if grant is None else asdict(grant) | {"expires_at": grant.expires_at and grant.expires_at.isoformat()}
    )
    with database.transaction() as connection:
        device = _found(devices.find(connection, _plain(user_code), now))
        if not devices.approve(connection, device.digest, key.project, key.id, granted):
            raise NotFound(_NOBODY)
        about = {"client": device.client, "asked_from": device.address}
        audit.note(connection, by, "device.approved", key.project, device.user_code, now, **about)
    return device


def deny(database: Database, key: Key, user_code: str, now: datetime, *, by: By) -> Device:
    """Turn the program away that shows this code. Raises Forbidden, NotFound."""
    key.ensure_may(Scope.KEYS)
    with database.transaction() as connection:
        device = _found(devices.find(connection, _plain(user_code), now))
        if not devices.deny(connection, device.digest, now):
            raise NotFound(_NOBODY)
        about = {"client": device.client, "asked_from": device.address}
        audit.note(connection, by, "device.denied", key.project, device.user_code, now, **about)
    return device


def _found(device: Device | None) -> Device:
    if device is None:
        raise NotFound(_NOBODY)
    return device


def claim(
    database: Database, *, device_code: str, timestamp: str, nonce: str, proof: str, now: datetime
) -> tuple[State, Secret | None]:
    """How a sign-in stands; the first time after it was approved, with the program's own key.

    `proof` is the Ed25519 signature of the SHA-256 of `device_code:timestamp:nonce`, in unpadded base64url. Raises
    Forbidden when it is wrong, its clock is off, or its nonce was used before; TooManyRequests."""
    with database.transaction() as connection:
        device = devices.get(connection, _digest(device_code))
        if device is None:
            return State.EXPIRED, None
        _verify(device, device_code, timestamp, nonce, proof, now)
        if device.expires_at <= now or device.taken_at is not None:
            return State.EXPIRED, None
        if devices.count_nonces(connection, device.digest) >= PROOFS_MAX:
            raise TooManyRequests(retry_after_seconds=INTERVAL_SECONDS)
        if not devices.use_nonce(connection, device.digest, nonce):
            raise Forbidden("This nonce was used before; draw a new one for every request.")
        if device.denied_at is not None:
            return State.DENIED, None
        if device.approved_by is None or device.project is None:
            return State.PENDING, None
        approver, by = _approver(connection, device.project, device.approved_by)
        if approver is None or not _is_valid(approver, now) or not devices.take(connection, device.digest, now):
            return State.EXPIRED, None
    return State.AUTHORIZED, _made(database, approver, device, now, Author(by, device.address))


def _approver(connection: Connection, project: str, approved_by: str) -> tuple[Key | None, str]:
    """Who let it in, a key or a person who is still a member, as a key; and how the audit log names them."""
    key = keys.get(connection, project, approved_by)
    if key is not None:
        return key, f"key {key.id}"
    member = members.get(connection, approved_by, project)
    if member is None:
        return None, ""
    return as_key(member.role, member.person, project, member.created_at), f"person {member.name}"


def _made(database: Database, approver: Key, device: Device, now: datetime, by: Author) -> Secret:
    """A key that is no stronger than the one that let it in."""
    grant = _grant(device)
    scopes = USUAL_SCOPES & approver.scopes
    if not scopes:
        raise Forbidden("The key that let this program in can give it no scope.")
    _, secret = key_making.create(
        database,
        project=approver.project,
        name=f"{device.client} ({device.user_code[:4]})",
        live=approver.live if grant is None else grant.live,
        now=now,
        scopes=scopes,
        allowed_models=approver.models,
        expires_at=approver.expires_at if grant is None else grant.expires_at,
        limits=key_making.Limits(
            budgets=() if grant is None or grant.month_microusd is None else ((Period.MONTH, grant.month_microusd),),
            requests_per_minute=approver.requests_per_minute,
            concurrent_tasks=approver.concurrent_tasks,
            addresses=approver.addresses,
        ),
        by=by,
    )
    return secret


def _grant(device: Device) -> Grant | None:
    if device.granted is None:
        return None
    given: dict[str, Any] = {**device.granted}  # Any: as `approve` wrote it
    expires_at = given.pop("expires_at")
    return Grant(**given, expires_at=expires_at and datetime.fromisoformat(expires_at))


def _verify(device: Device, device_code: str, timestamp: str, nonce: str, proof: str, now: datetime) -> None:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise ValueNotAllowed("timestamp must be unix seconds, as text.", parameter="timestamp")
    if not _NONCE.fullmatch(nonce):
        raise ValueNotAllowed("nonce must have 8 to 128 letters, digits or any of . _ -.", parameter="nonce")
    if abs(int(timestamp) - now.timestamp()) > SKEW_SECONDS:
        raise Forbidden(f"timestamp is more than {SKEW_SECONDS} s off; set the machine's clock.")
    message = hashlib.sha256(f"{device_code}:{timestamp}:{nonce}".encode()).digest()
    public_key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(device.public_key))
    try:
        public_key.verify(_decoded(proof, "proof"), message)
    except InvalidSignature as wrong:
        raise Forbidden("The proof is not a signature by the key that this code was given to.") from wrong


def _is_valid(key: Key, now: datetime) -> bool:
    try:
        key.ensure_valid(now)
    except Unauthenticated:
        return False
    return True


def _decoded(text: str, name: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as fault:
        raise ValueNotAllowed(f"{name} must be unpadded base64url.", parameter=name) from fault


def _user_code() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def _plain(user_code: str) -> str:
    return "".join(letter for letter in user_code.upper()[:40] if letter.isalnum())


def _digest(device_code: str) -> str:
    return hashlib.sha256(device_code.encode("utf-8", "surrogatepass")).hexdigest()
