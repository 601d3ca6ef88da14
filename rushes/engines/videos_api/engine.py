"""The engine `videos_api`: create, poll, fetch and delete, as OpenAI's Videos API has them (OpenAI closed its own on
2026-09-24; the wire lives on in other servers)."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import quote

import httpx

from rushes.engine import Allowance, CancelOutcome, Declined, Finished, Health, Progress, Reported
from rushes.engines.calls import Calls, id_of, short, shown
from rushes.engines.videos_api.account import URL, Account
from rushes.errors import EngineError, ShotUnsupported, Unavailable
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot
from rushes.take import Take

#: `error.code` of a video, or of a request, that was stopped for what it shows.
FILTER_CODES = frozenset({"moderation_blocked", "content_policy_violation", "content_filter", "safety"})
#: How long a cancel waits to know whether there is anything left to stop.
_LOOK_SECONDS = 3.0
#: What is longer is no video's length.
_SECONDS_MAX = 86_400


class VideosApiEngine:
    name = "videos_api"

    def __init__(self) -> None:
        """Raises Misconfigured when the account is not set."""
        self._account = Account.read(os.environ)
        self._calls = Calls("The video server", self._account.silence_seconds, FILTER_CODES)

    @property
    def serves(self) -> Collection[str]:
        return tuple(self._account.ids)

    @property
    def allowance(self) -> Allowance:
        return self._account.allowance

    async def submit(self, shot: Shot, take: Take) -> str:
        """Raises EngineError only when the server has surely not accepted it."""
        account = self._account
        if shot.mode not in account.modes:
            raise ShotUnsupported(f"The video server does not make films from {_given(shot)}. Nothing was charged.")
        if shot.model not in account.ids:
            raise ShotUnsupported(f"The video server has no {shot.model}. Nothing was charged.")
        fields = self._fields(shot)
        if left_out := _left_out(shot, fields):
            take.report(0.0, "submitting", note={"changed": left_out})
        files = await asyncio.to_thread(_files, shot, take)
        place = "/videos/extensions" if shot.mode is Mode.EXTEND else "/videos"
        if account.json and not files:
            made = await self._calls.submit(account.url + place, account.keys.headers, body=fields)
        else:
            words = {name: _text(value) for name, value in fields.items()}
            made = await self._calls.submit(account.url + place, account.keys.headers, fields=words, files=files)
        return account.keys.pin(id_of(made.get("id"), "the video server"))

    async def poll(self, operation: str) -> Progress | Finished | Declined:
        video, headers = await self._video(operation)
        match video.get("status"):
            case "completed":
                return Finished(operation, reported=_reported(video.get("seconds")))
            case "failed" | "cancelled" | "canceled" | "expired":
                return _declined(video.get("error"))
        percent = video.get("progress")
        fraction = min(1.0, max(0.0, percent / 100)) if isinstance(percent, int | float) else None
        waiting = video.get("status") == "queued"
        return Progress(fraction, "waiting" if waiting else "rendering", _hint_seconds(headers))

    async def fetch(self, finished: Finished, folder: Path) -> Path:
        url, headers, ours = self._place(finished.handle)
        path = folder / "film.mp4"
        await self._calls.download(f"{url}/content", headers, path, ours=ours)
        return path

    async def cancel(self, operation: str) -> CancelOutcome:
        """Delete it, which stops it on servers that know how to; where that is refused it goes on, and costs. So does one
        that has been made since it was last asked for: that is left where it is."""
        with contextlib.suppress(EngineError, Unavailable, httpx.HTTPError, ValueError, TimeoutError):
            async with asyncio.timeout(_LOOK_SECONDS):
                video, _headers = await self._video(operation)
            if video.get("status") == "completed":
                return CancelOutcome(stopped=False, still_costs=True)
        url, headers, _ours = self._place(operation)
        stopped = await self._calls.tell("DELETE", url, headers)
        return CancelOutcome(stopped=stopped, still_costs=not stopped)

    def doctor(self) -> Health:
        account, where = self._account, shown(self._account.url)
        try:
            answer = httpx.get(f"{account.url}/models", headers=dict(account.keys.headers), timeout=10.0)
        except httpx.HTTPError as fault:
            return Health(False, f"{where} cannot be reached ({fault})")
        if answer.status_code in (401, 403):
            return Health(False, f"{where} does not take the key ({answer.status_code}); set RUSHES_VIDEOS_API_KEY")
        if answer.status_code != 200:
            return Health(False, f"{where}/models answers {answer.status_code}; is {URL} right, up to and with /v1?")
        there = _model_ids(answer)
        if missing := [theirs for theirs in account.ids.values() if there and theirs not in there]:
            has = ", ".join(sorted(there)[:10])
            return Health(False, f"{where} has no {', '.join(missing)}, but {has}; set RUSHES_VIDEOS_API_MODELS")
        served = ", ".join(f"{ours} = {theirs}" for ours, theirs in account.ids.items())
        return Health(True, f"{where} answers; serves {served} from {', '.join(sorted(account.modes))}")

    async def _video(self, operation: str) -> tuple[dict[str, object], httpx.Headers]:
        url, headers, ours = self._place(operation)
        return await self._calls.ask(url, headers, operation, ours=ours)

    def _place(self, operation: str) -> tuple[str, Mapping[str, str], bool]:
        """Where the video is asked for, with what, and whether with the key that began it."""
        video_id, headers = self._account.keys.of(operation)
        return f"{self._account.url}/videos/{quote(video_id, safe='')}", headers, self._account.keys.have(operation)

    def _fields(self, shot: Shot) -> dict[str, object]:
        width, height = (_stepped(side, self._account.size_step) for side in shot.size)
        fields: dict[str, object] = {
            "model": self._account.ids[shot.model],
            "prompt": shot.prompt,
            "seconds": str(shot.new_seconds),
        }
        if shot.mode is not Mode.EXTEND:
            fields["size"] = f"{width}x{height}"
        known: dict[str, object] = {
            "seed": shot.seed,
            "negative_prompt": shot.negative_prompt or None,
            "fps": FRAMES_PER_SECOND,
            "num_frames": shot.new_seconds * FRAMES_PER_SECOND + self._account.spare_frames,
            "generate_audio": shot.sound,
            "generate_sound": shot.sound,
        }
        return fields | {
            name: value for name, value in known.items() if name in self._account.extras and value is not None
        }


def _stepped(side: int, step: int) -> int:
    """The nearest multiple, the smaller of two: what the film lacks is scaled on its way home."""
    return max(step, (side + (step - 1) // 2) // step * step)


def _model_ids(answer: httpx.Response) -> set[str]:
    """The models of a list; none when the server does not tell."""
    try:
        listed = answer.json()["data"]
        return {str(one["id"]) for one in listed}
    except (ValueError, KeyError, TypeError):
        return set()


def _left_out(shot: Shot, fields: Mapping[str, object]) -> dict[str, object]:
    """What was asked for and cannot be said to this server."""
    left: dict[str, object] = {}
    if shot.negative_prompt and "negative_prompt" not in fields:
        left["negativePrompt"] = {"asked": shot.negative_prompt, "sent": None}
    if "seed" not in fields:
        left["seed"] = {"asked": shot.seed, "sent": None}
    if shot.person_generation is not None:
        left["personGeneration"] = {"asked": shot.person_generation, "sent": None}
    return left


def _files(shot: Shot, take: Take) -> list[tuple[str, tuple[str, bytes, str]]]:
    given = {"input_reference": shot.first_frame, "video": shot.footage}
    return [
        (name, (f"{name}.{medium.mime.rpartition('/')[2]}", take.file(medium.digest).read_bytes(), medium.mime))
        for name, medium in given.items()
        if medium is not None
    ]


def _given(shot: Shot) -> str:
    return {
        Mode.TEXT: "a prompt alone",
        Mode.IMAGE: "a first frame",
        Mode.FRAMES: "two frames",
        Mode.REFERENCES: "reference images",
        Mode.EXTEND: "another film",
    }[shot.mode]


def _declined(error: object) -> Declined:
    words = error if isinstance(error, dict) else {"message": error}
    filtered = words.get("code") in FILTER_CODES
    what = "The video server's filter stopped this shot" if filtered else "The video server failed"
    return Declined(
        f"{what}: {short(str(words.get('message') or 'it does not say why'))} Nothing was charged.", filtered
    )


def _reported(seconds: object) -> Reported | None:
    """The wire tells how long a video is, as text, and not what it costs."""
    try:
        length = float(str(seconds))
    except ValueError:
        return None
    return Reported(seconds=length) if 0 <= length < _SECONDS_MAX else None


def _hint_seconds(headers: httpx.Headers) -> float | None:
    word = headers.get("openai-poll-after-ms", "")
    return int(word) / 1000 if word.isdecimal() else None


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
