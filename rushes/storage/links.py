"""Links that carry their own permission: a resource, an expiry and a signature over both.

Whoever has the link may read that one resource until it expires; the same link can be signed again for longer. The
signature is HMAC-SHA256 over `resource`, a newline and the expiry in unix seconds; a resource never contains a newline.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import datetime
from urllib.parse import urlencode

_EXPIRES = re.compile(r"[0-9]{1,12}")


class Links:
    def __init__(self, secret: bytes) -> None:
        assert len(secret) >= 32, "a signing secret has at least 256 bits"
        self._secret = secret

    def sign(self, resource: str, expires_at: datetime) -> str:
        """The query string to put behind the address of `resource`: `expires=…&signature=…`."""
        expires = str(int(expires_at.timestamp()))
        return urlencode({"expires": expires, "signature": self._signature(resource, expires)})

    def verify(self, resource: str, expires: str, signature: str, now: datetime) -> bool:
        """Is this query string ours, for this resource, and not expired? Takes the same time whatever is wrong."""
        if "\n" in resource + expires:
            return False
        wanted = self._signature(resource, expires)
        genuine = hmac.compare_digest(wanted.encode(), signature.encode("utf-8", "replace"))
        # Only the spelling that we sign: int() would also read "+5", "1_0" and other scripts' digits.
        return genuine and bool(_EXPIRES.fullmatch(expires)) and now.timestamp() < int(expires)

    def _signature(self, resource: str, expires: str) -> str:
        assert "\n" not in resource, "a resource is a path"
        message = f"{resource}\n{expires}".encode("utf-8", "replace")
        return hmac.new(self._secret, message, hashlib.sha256).hexdigest()
