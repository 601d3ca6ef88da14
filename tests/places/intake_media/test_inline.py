from __future__ import annotations

import base64
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.errors import MediaRefused
from rushes.intake import inline
from rushes.intake.inline import write_inline
from rushes.intake.sources import Inline


def decoded(text: str, out: Path, start: int = 0, bytes_max: int = 10_000_000) -> bytes:
    write_inline(Inline(text, start), out, bytes_max, "image")
    return out.read_bytes()


def test_base64_in_every_dress_is_the_same(tmp_path: Path) -> None:
    data = bytes(range(256)) * 40
    plain = base64.b64encode(data).decode()
    lines = "\r\n".join(plain[at : at + 76] for at in range(0, len(plain), 76))
    for text in (plain, base64.urlsafe_b64encode(data).decode(), plain.rstrip("="), lines, f" {plain}\n"):
        assert decoded(text, tmp_path / "out") == data
    assert decoded("data:x;base64," + plain, tmp_path / "out", 14) == data


@given(data=st.binary(max_size=400), piece=st.integers(1, 50), breaks=st.integers(1, 30))
def test_pieces_of_any_length_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, piece: int, breaks: int
) -> None:
    text = base64.b64encode(data).decode()
    text = "\n".join(text[at : at + breaks] for at in range(0, len(text), breaks))
    before = inline._PIECE_LETTERS
    inline._PIECE_LETTERS = piece
    try:
        assert decoded(text, tmp_path_factory.getbasetemp() / "out", bytes_max=1000) == data
    finally:
        inline._PIECE_LETTERS = before


@pytest.mark.parametrize("text", ["A", "AA=A", "====", "AA!A", "héé=", "AAA=AAAA", "AAAA\0AAA", "😀😀😀😀"])
def test_what_is_not_base64_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(MediaRefused, match="not base64"):
        decoded(text, tmp_path / "out")


def test_too_much_is_refused_before_and_while_it_is_decoded(tmp_path: Path) -> None:
    with pytest.raises(MediaRefused, match="more than 1 MB"):
        decoded("A" * 10_000_000, tmp_path / "never", bytes_max=1_000_000)
    assert not (tmp_path / "never").exists()
    with pytest.raises(MediaRefused, match="more than 1 MB"):
        decoded("A" * 1_333_340, tmp_path / "out", bytes_max=1_000_000)
    assert len(decoded("A" * 1_333_332, tmp_path / "out", bytes_max=1_000_000)) == 999_999


def test_decoding_holds_the_data_but_once(tmp_path: Path) -> None:
    text = base64.b64encode(bytes(60_000_000)).decode()
    tracemalloc.start()
    write_inline(Inline(text), tmp_path / "out", 100_000_000, "video")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000
