"""OpenID Connect: signing in at somebody else's, who vouches for the person (authorization code flow with PKCE; OpenID
Connect Core 1.0 §3.1, RFC 7636, RFC 9207). Nothing is kept meanwhile: one secret in the browser's own cookie is what
state, nonce and verifier are made from.

Who was there before comes in while a member of some project. Somebody new comes in with an invitation, or when the
owner's list has their address, verified by the provider, or its domain.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from rushes.database import audit, members, people
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.database.people import Person
from rushes.errors import Forbidden, Misconfigured, Unauthenticated, Unavailable
from rushes.intake.people import NAME_LENGTH_MAX, join
from rushes.key import Secret
from rushes.role import Role

#: How long the way there and back may take.
COOKIE_SECONDS = 600
_METADATA_SECONDS = 3600.0
_TIMEOUT_SECONDS = 10.0
_LEEWAY_SECONDS = 60
#: Signatures that are believed: made with a private key, so never HS256 or none.
_ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
_SCOPE = "openid email profile"


@dataclass(frozen=True, slots=True)
class Provider:
    issuer: str
    client_id: str
    client_secret: Secret | None  #: None: a public client, which PKCE alone protects
    allowed: tuple[str, ...]  #: domains and addresses whose people come in without an invitation
    role: Role  #: theirs, ...
    project: str  #: ... in this project

    @property
    def host(self) -> str:
        return urlsplit(self.issuer).netloc

    def allows(self, email: str) -> bool:
        wanted = {one.lower().removeprefix("@") for one in self.allowed}
        return email.lower() in wanted or email.lower().rpartition("@")[2] in wanted


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom the provider vouches for."""

    subject: str
    email: str  #: empty when there is none that it has verified
    name: str


class OpenId:
    def __init__(self, provider: Provider, database: Database, clock: Callable[[], datetime]) -> None:
        """Raises Misconfigured when the library is missing."""
        self.provider = provider
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._metadata: tuple[float, Mapping[str, Any]] | None = None  # Any: JSON, as below
        try:
            import authlib  # an optional library
        except ImportError as fault:
            raise Misconfigured("Sign-in by OpenID Connect needs a library: pip install 'rushes[oidc]'.") from fault
        assert authlib

    def begin(self, callback: str, wanted: str) -> tuple[str, str]:
        """(where to send the browser, what to keep in its cookie). Raises Unavailable when the provider does not answer."""
        from authlib.integrations.httpx_client import OAuth2Client  # an optional, heavy library

        secret = secrets.token_urlsafe(32)
        metadata = self._read_metadata()
        with OAuth2Client(
            self.provider.client_id, redirect_uri=callback, scope=_SCOPE, code_challenge_method="S256"
        ) as client:
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"],
                state=_derived(secret, "state"),
                nonce=_derived(secret, "nonce"),
                code_verifier=_derived(secret, "verifier"),
            )
        return str(url), f"{secret}.{base64.urlsafe_b64encode(wanted.encode()).decode()}"

    def finish(self, callback: str, query: Mapping[str, str], cookie: str) -> tuple[Person, str]:
        """(who it is, where to go on). Raises Unauthenticated, Forbidden, Unavailable."""
        secret, _, kept = cookie.partition(".")
        if not secret or not hmac.compare_digest(
            query.get("state", "").encode("utf-8", "replace"), _derived(secret, "state").encode()
        ):
            raise Forbidden("This sign-in was begun elsewhere, or too long ago; begin again.")
        if query.get("iss", self.provider.issuer) != self.provider.issuer:
            raise Forbidden("Another provider answered than was asked; begin again.")
        if "code" not in query:
            raise Unauthenticated(f"{self.provider.host} did not let you in.")
        identity = self._identity(callback, query["code"], secret)
        wanted = base64.urlsafe_b64decode(kept).decode()
        return self._admitted(identity, wanted)

    def _identity(self, callback: str, code: str, secret: str) -> Identity:
        """Raises Unauthenticated for what cannot be believed."""
        from authlib.common.errors import AuthlibBaseError  # an optional, heavy library
        from authlib.integrations.httpx_client import OAuth2Client
        from joserfc.errors import JoseError

        provider, metadata = self.provider, self._read_metadata()
        unanswered: tuple[type[Exception], ...] = (*_http_faults(), OSError, ValueError, KeyError, TypeError)
        try:
            with OAuth2Client(
                provider.client_id,
                None if provider.client_secret is None else provider.client_secret.reveal(),
                redirect_uri=callback,
                token_endpoint_auth_method=_method(provider, metadata),
                timeout=_TIMEOUT_SECONDS,
                follow_redirects=False,
            ) as client:
                token = client.fetch_token(
                    metadata["token_endpoint"], code=code, code_verifier=_derived(secret, "verifier")
                )
                claims = self._claims(token, _derived(secret, "nonce"), metadata)
                told: Mapping[str, Any] = claims
                if not claims.get("email") and metadata.get("userinfo_endpoint"):
                    answer = client.get(metadata["userinfo_endpoint"])
                    answer.raise_for_status()
                    told = answer.json()
                    if told.get("sub") != claims["sub"]:
                        raise Unauthenticated(f"{provider.host} told of somebody else.")
        except (AuthlibBaseError, JoseError) as fault:
            raise Unauthenticated(f"What {provider.host} answered cannot be believed; begin again.") from fault
        except unanswered as fault:
            raise Unavailable(f"{provider.host} did not answer as it should; try again.") from fault
        verified = told.get("email_verified") in (True, "true")
        name = str(told.get("name") or told.get("preferred_username") or "")
        return Identity(str(claims["sub"]), str(told.get("email") or "") if verified else "", name)

    def _claims(self, token: Mapping[str, Any], nonce: str, metadata: Mapping[str, Any]) -> Mapping[str, Any]:
        """The ID token's claims, after everything about it was checked. Raises the library's errors."""
        from authlib.oidc.core import CodeIDToken  # an optional, heavy library
        from joserfc import jwt
        from joserfc.jwk import KeySet
        from joserfc.jws import JWSRegistry

        offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        believed = sorted(_ALGORITHMS & set(offered))
        if not believed:
            raise Unavailable(f"{self.provider.host} signs in no way that is believed here.")
        # Read anew each time: people sign in seldom, and a key may have been changed for another.
        keys = KeySet.import_key_set(self._read_json(metadata["jwks_uri"]))  # type: ignore[arg-type]  # JSON, checked there
        registry = JWSRegistry(algorithms=believed, strict_check_header=False)
        signed, provider = jwt.decode(str(token["id_token"]), keys, registry=registry), self.provider
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            {
                "iss": {"essential": True, "value": provider.issuer},
                "aud": {"essential": True, "value": provider.client_id},
            },
            {"nonce": nonce, "client_id": provider.client_id, "access_token": token.get("access_token")},
        )
        claims.validate(now=int(self._clock().timestamp()), leeway=_LEEWAY_SECONDS)
        return dict(claims)

    def _admitted(self, identity: Identity, wanted: str) -> tuple[Person, str]:
        """Who it is, made now if they are new, and where to go on. Raises Forbidden."""
        provider, now = self.provider, self._clock()
        invitation = _invitation(wanted)
        with self._database.transaction() as connection:
            known = people.find_by_identity(connection, provider.issuer, identity.subject)
            if known is not None and (invitation or members.of_person(connection, known.id)):
                if invitation and not members.of_person(connection, known.id):
                    join(connection, invitation, known.id, known.name, now)
                    return known, "/"
                return known, wanted
            if known is not None or not (invitation or (identity.email and provider.allows(identity.email))):
                raise Forbidden("You are in no project here; ask an owner for an invitation.")
            name = _free_name(lambda name: people.find_by_name(connection, name) is None, identity)
            person = Person(new_id(now), provider.project, name, None, now, provider.issuer, identity.subject)
            people.insert(connection, person)
            if invitation:
                join(connection, invitation, person.id, name, now)
                return person, "/"
            members.put(connection, person.id, provider.project, provider.role, now)
            about = {"name": name, "role": str(provider.role), "vouched_for_by": provider.issuer}
            audit.note(connection, f"person {name}", "person.joined", provider.project, person.id, now, **about)
            return person, wanted

    def _read_metadata(self) -> Mapping[str, Any]:
        """What the provider says of itself, asked once an hour. Raises Unavailable, Misconfigured."""
        at = self._clock().timestamp()
        with self._lock:
            if self._metadata is None or self._metadata[0] + _METADATA_SECONDS < at:
                found = self._read_json(f"{self.provider.issuer.rstrip('/')}/.well-known/openid-configuration")
                if found.get("issuer") != self.provider.issuer:
                    raise Misconfigured(
                        f"RUSHES_OIDC_ISSUER is {self.provider.issuer}; what answers there says {found.get('issuer')!r}."
                    )
                missing = {"authorization_endpoint", "token_endpoint", "jwks_uri"} - set(found)
                if missing:
                    raise Unavailable(f"{self.provider.host} does not say its {', '.join(sorted(missing))}.")
                self._metadata = (at, found)
            return self._metadata[1]

    def _read_json(self, address: str) -> dict[str, Any]:
        import httpx  # Loaded with the first sign-in.

        try:
            answer = httpx.get(address, timeout=_TIMEOUT_SECONDS, follow_redirects=False)
            answer.raise_for_status()
            found = answer.json()
        except (httpx.HTTPError, ValueError) as fault:
            raise Unavailable(f"{self.provider.host} did not answer as it should; try again.") from fault
        if not isinstance(found, dict):
            raise Unavailable(f"{self.provider.host} did not answer as it should; try again.")
        return found


def _derived(secret: str, purpose: str) -> str:
    """43 characters that only the cookie's owner can know."""
    digest = hashlib.sha256(f"rushes openid {purpose} {secret}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _method(provider: Provider, metadata: Mapping[str, Any]) -> str:
    """How the provider wants us to show who we are; what it does not say is client_secret_basic (Discovery §3)."""
    if provider.client_secret is None:
        return "none"
    offered = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return "client_secret_basic" if "client_secret_basic" in offered else "client_secret_post"


def _invitation(wanted: str) -> str:
    """The token of the invitation that somebody was on the way to accept; empty when there is none."""
    parts = urlsplit(wanted)
    return parse_qs(parts.query).get("link", [""])[0] if parts.path == "/join" else ""


def _free_name(is_free: Callable[[str], bool], identity: Identity) -> str:
    """What they are called here: as they are known there, told apart from a namesake."""
    shown = "".join(letter for letter in identity.email or identity.name or "somebody" if letter.isprintable())
    name = shown.strip()[: NAME_LENGTH_MAX - 11] or "somebody"
    return name if is_free(name) else f"{name} {hashlib.sha256(identity.subject.encode()).hexdigest()[:10]}"


def _http_faults() -> tuple[type[Exception], ...]:
    """The library brings its own HTTP client, whose faults have no common ancestor with ours."""
    import httpx
    from authlib.integrations.httpx_client.oauth2_client import httpx2  # whichever it was installed with

    return (httpx2.HTTPError, httpx.HTTPError)
