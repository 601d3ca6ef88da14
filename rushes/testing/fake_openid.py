"""A fake OpenID provider, on a port of our own: discovery, authorization with PKCE, tokens, keys and userinfo as OpenID
Connect Core 1.0 and RFC 7636 have them. Whoever is `person` is signed in there and consents to everything.

    with FakeOpenId() as provider:
        environment = provider.environment()
        provider.person = {"sub": "42", "email": "maya@example.org", "email_verified": True}

It refuses what a provider refuses: other redirect addresses, codes that were used, wrong verifiers and secrets. `lies` makes
it, or somebody in between, answer what must not be believed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey

from rushes.testing.far_side import Answer, Call, FarSide

CLIENT_ID, CLIENT_SECRET = "rushes-console", "a secret of the client:with a colon"
_LIFE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class _Grant:
    """What a code was given for."""

    redirect_uri: str
    nonce: str
    challenge: str
    person: dict[str, object]


class FakeOpenId(FarSide):
    name = "openid"

    def __init__(self) -> None:
        super().__init__()
        self.person: dict[str, object] = {"sub": "1", "email": "maya@example.org", "email_verified": True}
        #: Any of: nonce, aud, iss, expired, key, none, hmac, azp, at_hash, subject, denied, mixup, silent.
        self.lies: set[str] = set()
        self.in_token = True  #: False: only /userinfo tells the address
        self.redirects: set[str] = set()  #: what is registered; empty: the first that comes
        self._key = RSAKey.generate_key(2048, {"kid": "first"})
        self._codes: dict[str, _Grant] = {}
        self._tokens: dict[str, dict[str, object]] = {}

    def environment(self, **settings: str) -> dict[str, str]:
        return {
            "RUSHES_OIDC_ISSUER": self.url,
            "RUSHES_OIDC_CLIENT_ID": CLIENT_ID,
            "RUSHES_OIDC_CLIENT_SECRET": CLIENT_SECRET,
            **{f"RUSHES_OIDC_{name.upper()}": value for name, value in settings.items()},
        }

    def change_key(self) -> None:
        self._key = RSAKey.generate_key(2048, {"kid": secrets.token_hex(4)})

    def answer(self, call: Call) -> Answer:
        match call.path:
            case "/.well-known/openid-configuration":
                return Answer.of(self._metadata())
            case "/authorize":
                return self._authorize({name: values[0] for name, values in call.query.items()})
            case "/token" if call.method == "POST":
                return self._token(call)
            case "/keys":
                return Answer.of({"keys": [self._key.as_dict(private=False)]})
            case "/userinfo":
                token = call.headers.get("authorization", "").removeprefix("Bearer ")
                if token not in self._tokens:
                    return Answer.of({"error": "invalid_token"}, 401)
                return Answer.of({**self._tokens[token], **({"sub": "other"} if "subject" in self.lies else {})})
        return Answer.of({"error": "not_found"}, 404)

    def _metadata(self) -> dict[str, object]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
        }

    def _authorize(self, asked: dict[str, str]) -> Answer:
        """Nobody is sent to an address that is not registered; the rest is told to the address."""
        if not self.redirects:
            self.redirects.add(asked.get("redirect_uri", ""))
        if asked.get("client_id") != CLIENT_ID or asked.get("redirect_uri") not in self.redirects:
            return Answer.of({"error": "invalid_request"}, 400)
        told = {"state": asked.get("state", ""), "iss": "https://evil.example" if "mixup" in self.lies else self.url}
        proper = (
            asked.get("response_type") == "code"
            and "openid" in asked.get("scope", "").split()
            and asked.get("code_challenge_method") == "S256"
            and len(asked.get("code_challenge", "")) == 43
        )
        if not proper or "denied" in self.lies:
            told["error"] = "access_denied" if proper else "invalid_request"
        else:
            told["code"] = secrets.token_urlsafe(16)
            grant = _Grant(asked["redirect_uri"], asked.get("nonce", ""), asked["code_challenge"], dict(self.person))
            self._codes[told["code"]] = grant
        return Answer(302, b"", {"Location": f"{asked['redirect_uri']}?{urlencode(told)}"})

    def _token(self, call: Call) -> Answer:
        given = {name: values[0] for name, values in parse_qs(call.body.decode()).items()}
        if "silent" in self.lies:
            return Answer(200, b"<html>Please sign in.</html>", {"Content-Type": "text/html"})
        if not _knows(call.headers.get("authorization", "")):
            return Answer.of({"error": "invalid_client"}, 401)
        grant = self._codes.pop(given.get("code", ""), None)  # good once
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if (
            grant is None
            or given.get("grant_type") != "authorization_code"
            or given.get("redirect_uri") != grant.redirect_uri
            or _text(digest) != grant.challenge
        ):
            return Answer.of({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe(16)
        self._tokens[access] = grant.person
        words = {"access_token": access, "token_type": "Bearer", "expires_in": _LIFE_SECONDS}
        return Answer.of({**words, "id_token": self._id_token(grant, access)})

    def _id_token(self, grant: _Grant, access: str) -> str:
        lies, now = self.lies, int(time.time())
        claims: dict[str, object] = {
            **(grant.person if self.in_token else {"sub": grant.person["sub"]}),
            "iss": "https://evil.example" if "iss" in lies else self.url,
            "aud": "another-client" if "aud" in lies else CLIENT_ID,
            "iat": now,
            "exp": now - 3600 if "expired" in lies else now + _LIFE_SECONDS,
            "nonce": "another" if "nonce" in lies else grant.nonce,
            "at_hash": _text(hashlib.sha256(b"other" if "at_hash" in lies else access.encode()).digest()[:16]),
        }
        if "azp" in lies:
            claims |= {"aud": [CLIENT_ID, "another-client"], "azp": "another-client"}
        if "none" in lies:
            return _forged("none", claims, None)
        if "hmac" in lies:  # signed with what everybody may read
            return _forged("HS256", claims, self._key.as_pem(private=False))
        key = RSAKey.generate_key(2048, {"kid": str(self._key.kid)}) if "key" in lies else self._key
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)


def _knows(authorization: str) -> bool:
    """client_secret_basic, form-encoded before it is joined (RFC 6749 §2.3.1)."""
    try:
        shown = base64.b64decode(authorization.removeprefix("Basic ")).decode()
    except ValueError:
        return False
    name, _, secret = shown.partition(":")
    return (unquote(name), unquote(secret)) == (CLIENT_ID, CLIENT_SECRET) or (name, secret) == (
        CLIENT_ID,
        CLIENT_SECRET,
    )


def _forged(algorithm: str, claims: dict[str, object], secret: bytes | None) -> str:
    """What the library refuses to make."""
    parts = [_text(json.dumps(part).encode()) for part in ({"alg": algorithm, "kid": "first"}, claims)]
    signed = ".".join(parts)
    return f"{signed}.{_text(hmac.digest(secret, signed.encode(), 'sha256')) if secret else ''}"


def _text(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
