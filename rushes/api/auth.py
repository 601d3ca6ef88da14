"""From a Bearer secret to a Key, quickly: a key that was just looked up is believed for a second, so that a thousand polls
cost one read, and a revoked key stops working within two."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rushes.database import keys
from rushes.database.connect import Database
from rushes.errors import Unauthenticated
from rushes.key import Key

#: For how long a key is believed without asking the database.
BELIEF_SECONDS = 1.0
#: Keys held in memory; above it the oldest are forgotten.
_KEYS_MAX = 10_000


@dataclass(frozen=True, slots=True)
class _Belief:
    key: Key
    until: float  #: on the monotonic clock


class Keyring:
    """The keys in use. `believed` never blocks and is for the event loop; `find` may read the database."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._clock = clock
        self._monotonic = monotonic
        self._beliefs: dict[str, _Belief] = {}

    def believed(self, digest: str) -> Key | None:
        """The key of that digest when it was looked up within the last second, else None."""
        belief = self._beliefs.get(digest)
        return belief.key if belief is not None and self._monotonic() < belief.until else None

    def find(self, digest: str) -> Key:
        """The valid key of that digest. Raises Unauthenticated when there is none, or it is revoked or expired."""
        believed = self.believed(digest)
        if believed is not None:
            return believed
        asked_at = self._monotonic()
        now = self._clock()
        with self._database.reading() as connection:
            key = keys.find_by_digest(connection, digest)
        if key is None:
            self._beliefs.pop(digest, None)
            raise Unauthenticated("This API key is not known here; check that it was copied whole.")
        try:
            key.ensure_valid(now)
        except Unauthenticated:
            self._beliefs.pop(digest, None)
            raise
        if keys.is_touch_due(key, now):
            with self._database.transaction() as connection:
                keys.touch(connection, key.id, now)
        # Counted from before the read: what the read saw is at most this old when the belief ends.
        self._remember(digest, _Belief(key, asked_at + _belief_seconds(key, now)))
        return key

    def _remember(self, digest: str, belief: _Belief) -> None:
        self._beliefs.pop(digest, None)
        self._beliefs[digest] = belief
        while len(self._beliefs) > _KEYS_MAX:
            self._beliefs.pop(next(iter(self._beliefs)))


def _belief_seconds(key: Key, now: datetime) -> float:
    """A key that ends within the second is believed no longer than it lives."""
    ends = [end for end in (key.revoked_at, key.expires_at) if end is not None]
    return min([BELIEF_SECONDS, *((end - now).total_seconds() for end in ends)])


def presented(header: bytes | None) -> str:
    """The digest of the secret in an Authorization header: `Bearer …` (or `Key …`, as queue clients write).

    Raises Unauthenticated, saying what is wrong with the header.
    """
    if not header:
        raise Unauthenticated("The Authorization header is missing; send `Authorization: Bearer YOUR_KEY`.")
    if header[:7] == b"Bearer " and len(header) > 7:
        return hashlib.sha256(header[7:].strip()).hexdigest()
    scheme, _, secret = header.strip().partition(b" ")
    secret = secret.strip()
    if scheme.startswith(b"rsh_"):
        raise Unauthenticated("The Authorization header lacks the word Bearer; send `Authorization: Bearer YOUR_KEY`.")
    if scheme.lower() not in (b"bearer", b"key"):
        raise Unauthenticated("The Authorization header is not of the form `Bearer YOUR_KEY`.")
    if not secret:
        raise Unauthenticated("The Authorization header has no key after Bearer; is the variable that holds it empty?")
    return hashlib.sha256(secret).hexdigest()
