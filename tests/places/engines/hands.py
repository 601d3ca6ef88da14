"""A take in hand, and an engine led through it as a worker would, without a database."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from rushes.engine import Declined, Finished, RemoteEngine
from rushes.engines import catalog
from rushes.errors import EngineError
from rushes.shot import Footage, Mode, Picture, Shot
from rushes.testing.fake_engine import write_clip


@dataclass
class TakeInHand:
    folder: Path
    number: int = 1
    stopped: bool = False
    files: dict[str, Path] = field(default_factory=dict)
    notes: dict[str, object] = field(default_factory=dict)

    def file(self, digest: str) -> Path:
        return self.files[digest]

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        self.notes |= note or {}

    def picture(self, name: str) -> Picture:
        path = self.folder / f"{name}.png"
        Image.new("RGB", (64, 36), (len(name) * 20, 90, 120)).save(path)
        return Picture(self._keep(path), "image/png", (64, 36))

    def footage(self, seconds: int = 4) -> Footage:
        path = self.folder / "old.mp4"
        write_clip(path, Shot("veo_31_fast", Mode.TEXT, "", seconds=seconds))
        return Footage(self._keep(path), "video/mp4", (1280, 720), float(seconds))

    def _keep(self, path: Path) -> str:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        self.files[digest] = path
        return digest


def shot(prompt: str = "a fox", **more: object) -> Shot:
    return Shot(**{"model": "veo_31_fast", "mode": Mode.TEXT, "prompt": prompt, "seconds": 4, "seed": 7, **more})  # type: ignore[arg-type]


def load(name: str, environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> RemoteEngine:
    """The engine in that environment and no other account's."""
    for variable in ("GOOGLE_CLOUD_PROJECT", "GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    loaded = catalog.load(name)
    assert not hasattr(loaded, "render")
    return loaded


def lead(engine: RemoteEngine, asked: Shot, take: TakeInHand) -> Path | Declined | Exception:
    """Submit, poll and fetch, repeating what may be repeated; how it ended. A submit's fault comes as it is raised."""
    return asyncio.run(_lead(engine, asked, take))


async def _lead(engine: RemoteEngine, asked: Shot, take: TakeInHand) -> Path | Declined | Exception:
    try:
        operation = await engine.submit(asked, take)
    except Exception as fault:  # any kind: the tests look at which
        return fault
    for _ in range(20):
        try:
            found = await engine.poll(operation)
            if isinstance(found, Declined):
                return found
            if isinstance(found, Finished):
                return await engine.fetch(found, take.folder)
        except EngineError as fault:
            return fault
        except Exception:  # what may be asked again
            pass
        await asyncio.sleep(0.02)
    raise AssertionError("no end")
