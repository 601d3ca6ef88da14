from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest

from rushes.storage.links import Links

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LINKS = Links(b"s" * 32)
CLIP = "/clips/01abc.mp4"


def signed(links: Links = LINKS, resource: str = CLIP) -> tuple[str, str]:
    query = parse_qs(links.sign(resource, NOW + timedelta(hours=1)), strict_parsing=True)
    return query["expires"][0], query["signature"][0]


def test_a_link_works_until_it_expires() -> None:
    expires, signature = signed()
    assert LINKS.verify(CLIP, expires, signature, NOW)
    assert LINKS.verify(CLIP, expires, signature, NOW + timedelta(minutes=59, seconds=59))
    assert not LINKS.verify(CLIP, expires, signature, NOW + timedelta(hours=1))


def test_a_link_is_for_one_resource_and_one_secret() -> None:
    expires, signature = signed()
    assert not LINKS.verify("/clips/01abd.mp4", expires, signature, NOW)
    assert not Links(b"t" * 32).verify(CLIP, expires, signature, NOW)


@pytest.mark.parametrize(
    "expires", ["", "+9999999999", "9_999_999_999", "٩٩٩٩٩٩٩٩٩٩", "9999999999 ", "-1", "1e12", "\n"]
)
def test_another_expiry_breaks_the_signature(expires: str) -> None:
    assert not LINKS.verify(CLIP, expires, signed()[1], NOW)


@pytest.mark.parametrize("signature", ["", "0" * 64, "é", "\udcff", signed()[1].upper(), signed()[1][:-1]])
def test_another_signature_is_not_ours(signature: str) -> None:
    assert not LINKS.verify(CLIP, signed()[0], signature, NOW)


def test_a_newline_cannot_move_the_border_between_resource_and_expiry() -> None:
    assert not LINKS.verify("/a\n5", "9", signed()[1], NOW)
