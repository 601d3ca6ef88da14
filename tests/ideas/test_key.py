"""Keys: recognisable, unguessable, never shown by accident."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rushes.errors import Forbidden, Unauthenticated
from rushes.key import USUAL_SCOPES, Key, Scope, Secret

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def a_key(**changes: object) -> Key:
    secret = Secret.draw(live=True)
    fields: dict[str, object] = {
        "id": "k",
        "project": "p",
        "name": "n",
        "prefix": secret.prefix,
        "digest": secret.digest,
        "live": True,
        "scopes": USUAL_SCOPES,
        "created_at": NOW,
    }
    return Key(**{**fields, **changes})  # type: ignore[arg-type]  # a table of fields


@pytest.mark.parametrize(("live", "start"), [(True, "rsh_live_"), (False, "rsh_test_")])
def test_a_secret_says_its_kind_and_carries_256_bits(live: bool, start: str) -> None:
    secret = Secret.draw(live)
    assert secret.reveal().startswith(start)
    assert len(secret.reveal()) == len(start) + 43
    assert 62**43 > 2**256
    assert Secret.draw(live).reveal() != secret.reveal()


def test_a_secret_never_shows_itself() -> None:
    secret = Secret.draw(live=True)
    hidden = secret.reveal()[len(secret.prefix) :]
    for shown in (repr(secret), str(secret), f"{secret}", repr([secret]), secret.digest, secret.prefix):
        assert hidden not in shown


def test_revoked_and_expired_keys_are_refused_from_that_moment() -> None:
    key = a_key(revoked_at=NOW + timedelta(hours=1))
    key.ensure_valid(NOW)
    with pytest.raises(Unauthenticated, match="was revoked"):
        key.ensure_valid(NOW + timedelta(hours=1))
    with pytest.raises(Unauthenticated, match="expired"):
        a_key(expires_at=NOW).ensure_valid(NOW)


def test_scopes_and_models_bound_a_key_and_the_refusal_says_which() -> None:
    key = a_key(scopes=frozenset({Scope.READ}), models=frozenset({"animatic"}))
    key.ensure_may(Scope.READ, "animatic")
    with pytest.raises(Forbidden, match="lacks the scope 'create'; it has: read"):
        key.ensure_may(Scope.CREATE)
    with pytest.raises(Forbidden, match="may not use veo_31_fast; it may use animatic"):
        key.ensure_may(Scope.READ, "veo_31_fast")
