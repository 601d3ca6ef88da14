"""A server that waits is small: what reads and draws films is loaded where a film is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rushes.testing.server import running

EMBEDDED = {"RUSHES_EXTRA_ENGINES": "", "RUSHES_ENGINES": "animatic", "RUSHES_ROUTES": ""}
#: FFmpeg, arrays, vision, drawing, compilation.
HEAVY = ("libavcodec", "_multiarray_umath", "cv2", "skia", "llvmlite")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_idle_server_has_loaded_no_film_library(tmp_path: Path) -> None:
    with running(tmp_path / "home", settings=EMBEDDED) as server:
        assert server.http().get("/readyz").status_code == 200
        mapped = Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "libpython" in mapped or "python" in mapped
    assert [name for name in HEAVY if name in mapped] == []
