"""When a delivery is attempted again, and what a secret is."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks import Webhook

from rushes.errors import ValueNotAllowed
from rushes.webhook import PATIENCE, draw_secret, read_secret, wait_seconds


@given(st.floats(0, 1), st.integers(1, 50))
def test_waits_grow_within_their_jitter_to_four_hours(chance: float, attempts: int) -> None:
    usual = min(4 * 3600.0, 5.0 * 4 ** (attempts - 1))
    assert 0.8 * usual - 0.001 <= wait_seconds(attempts, chance) <= 1.2 * usual + 0.001


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_a_day_holds_about_a_dozen_attempts(chance: float) -> None:
    passed, attempts = 0.0, 1
    while (passed := passed + wait_seconds(attempts, chance)) <= PATIENCE.total_seconds():
        attempts += 1
    assert 10 <= attempts <= 14


def test_a_receiver_that_asks_for_more_time_gets_it_and_for_less_does_not() -> None:
    assert wait_seconds(1, 0.5, asked=600.0) == 600.0
    assert wait_seconds(3, 0.5, asked=1.0) == 80.0


def test_a_drawn_secret_signs_with_the_standard_library_and_does_not_show_itself() -> None:
    secret = draw_secret()
    Webhook(secret.reveal())
    assert secret.reveal() not in f"{secret} {secret!r}"
    assert read_secret(secret.reveal(), "secret").reveal() == secret.reveal()


@given(st.binary(min_size=24, max_size=64))
def test_a_callers_own_secret_may_have_24_to_64_bytes(given_bytes: bytes) -> None:
    text = "whsec_" + base64.b64encode(given_bytes).decode()
    assert read_secret(text, "secret").reveal() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "whsec_",
        "secret",
        base64.b64encode(b"o" * 32).decode(),
        "whsec_" + base64.b64encode(b"o" * 23).decode(),
        "whsec_" + base64.b64encode(b"o" * 65).decode(),
        "whsec_" + "ß" * 40,
        "whsec_" + "!" * 44,
    ],
)
def test_other_texts_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ValueNotAllowed) as refused:
        read_secret(text, "webhookSecret")
    assert refused.value.parameter == "webhookSecret"
    assert len(text) < 7 or text not in refused.value.message
