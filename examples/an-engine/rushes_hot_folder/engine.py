"""The engine: an order in, a film out.

orders/ID.json      what is wanted; the farm removes it when it begins
orders/ID/          pictures that belong to it
films/ID.mp4        the film, complete as soon as it has this name
refusals/ID.txt     why there will be none
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import uuid
from pathlib import Path

from rushes.engine import Allowance, CancelOutcome, Declined, Finished, Health, Progress
from rushes.errors import EngineFailed, Misconfigured, ShotUnsupported
from rushes.shot import Mode, Shot
from rushes.take import Take
from rushes_hot_folder.account import FOLDER, lacking

_ROOMS = ("orders", "films", "refusals")
_ASK_AGAIN_SECONDS = 2.0


class HotFolderEngine:
    name = "hot_folder"
    #: Models that it can serve; which of them it does serve is a matter of the owner's routes.
    serves = ("veo_31_fast", "veo_31", "veo_31_lite")

    def __init__(self) -> None:
        """Raises Misconfigured when there is no folder. Rushes then leaves the engine out and says so."""
        if lack := lacking(os.environ):
            raise Misconfigured(lack)
        self._folder = Path(os.environ[FOLDER])
        try:
            for room in _ROOMS:
                (self._folder / room).mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise Misconfigured(f"{FOLDER} is {self._folder}, which cannot be used: {fault.strerror}.") from fault

    @property
    def allowance(self) -> Allowance:
        """The farm takes four at once, from all workers together."""
        return Allowance(f"hot_folder:{self._folder}", at_once=4)

    async def submit(self, shot: Shot, take: Take) -> str:
        """An EngineError says that the farm surely has nothing; any other exception, that nobody knows."""
        if shot.mode not in (Mode.TEXT, Mode.IMAGE):
            raise ShotUnsupported(f"The farm makes no films of the mode {shot.mode}. Nothing was charged.")
        if shot.negative_prompt:
            take.report(
                0.0, "submitting", note={"changed": {"negativePrompt": {"asked": shot.negative_prompt, "sent": None}}}
            )
        name = uuid.uuid4().hex
        try:
            await asyncio.to_thread(self._order, name, shot, take)
        except OSError as fault:
            # Until it has its name, the farm does not see an order.
            raise EngineFailed(f"The order could not be written ({fault.strerror}). Nothing was charged.") from fault
        return name

    def _order(self, name: str, shot: Shot, take: Take) -> None:
        orders = self._folder / "orders"
        if shot.first_frame is not None:
            (orders / name).mkdir()
            shutil.copy(take.file(shot.first_frame.digest), orders / name / "first")
        width, height = shot.size
        words = {
            "prompt": shot.prompt,
            "width": width,
            "height": height,
            "seconds": shot.seconds,
            "seed": shot.seed,
            "sound": shot.sound,
        }
        draft = orders / f"{name}.draft"
        draft.write_text(json.dumps(words))
        draft.rename(orders / f"{name}.json")

    async def poll(self, operation: str) -> Progress | Finished | Declined:
        if (self._folder / "films" / f"{operation}.mp4").exists():
            return Finished(operation)
        refusal = self._folder / "refusals" / f"{operation}.txt"
        if refusal.exists():
            return Declined(f"The farm says: {refusal.read_text().strip()} Nothing was charged.", filtered=False)
        waiting = (self._folder / "orders" / f"{operation}.json").exists()
        return Progress(None, "waiting" if waiting else "rendering", _ASK_AGAIN_SECONDS)

    async def fetch(self, finished: Finished, folder: Path) -> Path:
        path = folder / "film.mp4"
        await asyncio.to_thread(shutil.copy, self._folder / "films" / f"{finished.handle}.mp4", path)
        return path

    async def cancel(self, operation: str) -> CancelOutcome:
        """What the farm has not begun is taken back; what it has, goes on."""
        order = self._folder / "orders" / f"{operation}.json"
        try:
            order.unlink()
        except FileNotFoundError:
            return CancelOutcome(stopped=False, still_costs=True)
        return CancelOutcome(stopped=True, still_costs=False)

    def doctor(self) -> Health:
        waiting = len(list((self._folder / "orders").glob("*.json")))
        return Health(
            os.access(self._folder / "orders", os.W_OK), f"{self._folder}: {waiting} orders wait for the farm"
        )
