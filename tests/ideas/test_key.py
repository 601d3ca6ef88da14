"""Keys: recognisable, unguessable, never shown by accident."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rushes.errors import Forbidden, Unauthenticated
from rushes.key import ALL_SCOPES, USUAL_SCOPES, Key, Scope, Secret
from rushes.role import SCOPES, Role, as_key

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
    a_key(expires_at=NOW + timedelta(microseconds=1)).ensure_valid(NOW)


def test_scopes_and_models_bound_a_key_and_the_refusal_says_which() -> None:
    key = a_key(scopes=frozenset({Scope.READ}), models=frozenset({"animatic"}))
    key.ensure_may(Scope.READ, "animatic")
    key.ensure_may(Scope.READ)
    a_key().ensure_may(Scope.READ, "any model")
    with pytest.raises(Forbidden, match="lacks the scope 'create'; it has: read"):
        key.ensure_may(Scope.CREATE)
    with pytest.raises(Forbidden, match="may not use veo_31_fast; it may use animatic"):
        key.ensure_may(Scope.READ, "veo_31_fast")


def test_a_key_without_scopes_says_so() -> None:
    with pytest.raises(Forbidden, match="it has: none"):
        a_key(scopes=frozenset()).ensure_may(Scope.READ)


def test_limits_are_counted_on_the_first_of_a_keys_rotations() -> None:
    assert a_key(id="new", root_id="old").root == "old"
    assert a_key(id="new").root == "new"


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("192.0.2.7", True),
        ("::ffff:192.0.2.7", True),  # as a listener on both families shows it
        ("192.0.3.7", False),
        ("2001:db8::1", True),
        ("2001:db9::1", False),
        ("somewhere", False),
        ("", False),
        (None, False),
    ],
)
def test_a_key_with_networks_opens_from_there_only(address: str | None, opens: bool) -> None:
    key = a_key(addresses=("192.0.2.0/24", "2001:db8::/32"))
    a_key().ensure_from(address)
    if opens:
        key.ensure_from(address)
    else:
        with pytest.raises(Forbidden, match=address or "an unknown address"):
            key.ensure_from(address)


#: What a key may have, from more to less; the asking key stands in the middle.
MORE_AND_LESS: dict[str, tuple[object, object, object]] = {
    "scopes": (ALL_SCOPES, USUAL_SCOPES, frozenset({Scope.READ})),
    "models": (frozenset({"a", "b", "c"}), frozenset({"a", "b"}), frozenset({"a"})),
    "expires_at": (NOW + timedelta(days=2), NOW + timedelta(days=1), NOW),
    "addresses": (("10.0.0.0/7",), ("10.0.0.0/8", "192.0.2.0/24"), ("10.1.0.0/16",)),
}


@pytest.mark.parametrize("field", MORE_AND_LESS)
def test_a_key_hands_out_as_much_as_it_has_or_less(field: str) -> None:
    more, own, less = MORE_AND_LESS[field]
    asking = a_key(**{field: own})
    for covered in (own, less):
        asking.ensure_covers(a_key(**{field: covered}))
    for beyond in (more, *(() if field == "scopes" else (None,))):
        with pytest.raises(Forbidden) as refused:
            asking.ensure_covers(a_key(**{field: beyond}))
        assert refused.value.parameter == field
    if field != "scopes":
        a_key().ensure_covers(a_key(**{field: own}))


def test_a_test_key_hands_out_no_live_one() -> None:
    a_key().ensure_covers(a_key(live=False))
    a_key(live=False).ensure_covers(a_key(live=False))
    with pytest.raises(Forbidden) as refused:
        a_key(live=False).ensure_covers(a_key())
    assert refused.value.parameter == "live"


@pytest.mark.parametrize(
    ("given", "covered"),
    [
        (("10.0.0.0/8", "192.0.2.0/24"), True),
        (("10.0.0.0/8", "192.0.3.0/24"), False),
        (("::/0",), False),
        (("::ffff:10.0.0.0/104",), False),
        ((), False),
    ],
)
def test_every_network_must_be_within_one_of_the_keys_own(given: tuple[str, ...], covered: bool) -> None:
    asking = a_key(addresses=("10.0.0.0/8", "192.0.2.0/24"))
    if covered:
        asking.ensure_covers(a_key(addresses=given))
    else:
        with pytest.raises(Forbidden, match=r"only from 10\.0\.0\.0/8, 192\.0\.2\.0/24"):
            asking.ensure_covers(a_key(addresses=given))


@pytest.mark.parametrize("asking", [("::/0",), ("0.0.0.0/0",)])
def test_all_of_one_family_is_not_everywhere(asking: tuple[str, ...]) -> None:
    with pytest.raises(Forbidden):
        a_key(addresses=asking).ensure_covers(a_key())
    a_key(addresses=("::/0", "0.0.0.0/0")).ensure_covers(a_key())


def test_a_role_is_a_set_of_scopes_each_within_the_next() -> None:
    assert SCOPES[Role.VIEWER] < SCOPES[Role.MEMBER] < SCOPES[Role.OWNER] == ALL_SCOPES
    assert not {Scope.KEYS, Scope.ADMIN} & SCOPES[Role.MEMBER]
    member = as_key(Role.MEMBER, "somebody", "p", NOW)
    assert (member.id, member.project, member.live, member.scopes) == ("somebody", "p", True, USUAL_SCOPES)
    as_key(Role.OWNER, "", "p", NOW).ensure_covers(member)
