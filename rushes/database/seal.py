"""Seal: secrets that must be read again are in rows only as the seal closes them; its key is never in the database."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rushes.errors import Misconfigured
from rushes.key import Secret


class Seal:
    def __init__(self, keys: Sequence[str]) -> None:
        """`keys` are random texts: the first closes, every one opens."""
        assert keys, "a seal has a key"
        self._fernet = MultiFernet([Fernet(_fernet_key(key)) for key in keys])

    def close(self, secret: Secret) -> str:
        return self._fernet.encrypt(secret.reveal().encode()).decode("ascii")

    def open(self, sealed: str) -> Secret:
        """Raises Misconfigured when it was closed with a key that is not here."""
        try:
            return Secret(self._fernet.decrypt(sealed.encode()).decode())
        except InvalidToken:
            raise Misconfigured(
                "A webhook's secret was sealed with another key; give every server the same RUSHES_SEALING_KEY."
            ) from None


def _fernet_key(key: str) -> bytes:
    return base64.urlsafe_b64encode(HKDF(SHA256(), 32, salt=None, info=b"rushes seal").derive(key.encode()))
