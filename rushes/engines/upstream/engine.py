"""The engine `upstream`: hand the shot on to a server of the reference wire, and bring its film home."""

from __future__ import annotations

import asyncio
import base64
import os
import uuid
from collections.abc import Collection
from pathlib import Path
from urllib.parse import quote, urljoin

import httpx

from rushes.engine import Allowance, CancelOutcome, Declined, Finished, Health, Progress
from rushes.engines.calls import Calls, id_of, shown
from rushes.engines.upstream import answers
from rushes.engines.upstream.account import KEY, URL, Account
from rushes.engines.upstream.answers import Answer, Standing
from rushes.engines.upstream.places import place
from rushes.errors import EngineError, EngineFailed, Unavailable
from rushes.shot import Footage, Mode, Picture, Shot
from rushes.take import Take

_TASKS = "/model/v1/generation"
#: Errors of another Rushes that are a filter's doing.
_FILTER_KINDS = frozenset({"shot_refused"})
#: Waits before a lost reply is asked for again: a server that is being restarted is back by then.
_AGAIN_SECONDS = (1.0, 2.0, 4.0, 8.0)


class UpstreamEngine:
    name = "upstream"
    #: Whatever the other server has; which models go there is a matter of the routes.
    serves: Collection[str] = ("veo_31_fast", "veo_31", "veo_31_lite", "animatic")

    def __init__(self) -> None:
        """Raises Misconfigured when the account is not set."""
        self._account = Account.read(os.environ)
        # The reference wire does not tell a refusal of what a shot shows from one of how it is asked for.
        codes = _FILTER_KINDS if self._account.rushes else None
        self._calls = Calls("The upstream server", self._account.silence_seconds, codes)

    @property
    def allowance(self) -> Allowance:
        return self._account.allowance

    async def submit(self, shot: Shot, take: Take) -> str:
        """Raises EngineError only when the server has surely not accepted it."""
        account = self._account
        params = await asyncio.to_thread(_params, shot, take, account.rushes)
        if not account.rushes:
            take.report(0.0, "submitting", note={"changed": _left_out(shot)})
        body: dict[str, object] = {"model": account.ids.get(shot.model, shot.model), "input": [{"params": params}]}
        made = answers.read(await self._post(body))
        return account.keys.pin(id_of(made.id, "the upstream server"))

    async def _post(self, body: dict[str, object]) -> dict[str, object]:
        """Submit; where a repeat is safe (another Rushes gives the same task for the same Idempotency-Key), a lost
        reply is asked for again. After one, no refusal says that nothing was accepted: it is about the repeat alone."""
        account = self._account
        key = f'"{uuid.uuid4()}"'
        headers = {**account.keys.headers, **({"Idempotency-Key": key} if account.rushes else {})}
        doubt = False
        for wait in (*(_AGAIN_SECONDS if account.rushes else ()), None):
            try:
                words = await self._calls.submit(account.url + _TASKS, headers, body=body)
                if (status := answers.inner_status(words)) is None:
                    return words
                request = httpx.Request("POST", account.url, headers=headers)
                raise self._calls.refusal(httpx.Response(status, json=words, request=request))
            except EngineError as fault:
                if not doubt:
                    raise
                if wait is None:
                    raise Unavailable(f"a reply was lost, and the repeat was refused: {fault.message}") from fault
            except (httpx.TransportError, Unavailable, ValueError):
                doubt = True
                if wait is None:
                    raise
            await asyncio.sleep(wait)
        raise AssertionError("the last try returns or raises")

    async def poll(self, operation: str) -> Progress | Finished | Declined:
        found = await self._task(operation)
        match found.standing:
            case Standing.COMPLETED if found.url is not None:
                job = {"upstream": {"job_id": found.job_id}} if found.job_id else {}
                return Finished(operation, job, answers.reported(found.usage))
            case Standing.COMPLETED:
                return Declined("The upstream server ended the task without a film. Nothing was charged.", False)
            case Standing.FAILED:
                filtered = found.error_kind in _FILTER_KINDS
                return Declined(found.error or "The upstream server failed and does not say why.", filtered)
            case Standing.WAITING:
                return Progress(found.progress, "waiting" if found.stage == "queued" else "rendering")
            case Standing.UNKNOWN:
                raise Unavailable("the upstream server says nothing about the task's status")

    async def fetch(self, finished: Finished, folder: Path) -> Path:
        # Addresses expire: this one is fresh.
        found = await self._task(finished.handle)
        if found.url is None:
            raise EngineFailed("The upstream server said that the film is ready, and then gave none.")
        path = folder / "film.mp4"
        # It carries its own permission; our key is for nobody else.
        where = await place(urljoin(self._account.url + "/", found.url), self._account.url)
        await self._calls.download(where.url, where.headers, path, extensions=where.extensions)
        return path

    async def cancel(self, operation: str) -> CancelOutcome:
        """Another Rushes stops, and does not charge; the reference wire itself knows no cancel."""
        if not self._account.rushes:
            return CancelOutcome(stopped=False, still_costs=True)
        task_id, headers = self._account.keys.of(operation)
        stopped = await self._calls.tell(
            "POST", f"{self._account.url}{_TASKS}/task/{quote(task_id, safe='')}/cancel", headers
        )
        return CancelOutcome(stopped=stopped, still_costs=not stopped)

    def doctor(self) -> Health:
        account, where = self._account, shown(self._account.url)
        url = f"{account.url}{_TASKS}/task/{'0' * 26}"
        try:
            answer = httpx.get(url, headers=dict(account.keys.headers), timeout=10.0)
        except httpx.HTTPError as fault:
            return Health(False, f"{where} cannot be reached ({fault})")
        if answer.status_code in (401, 403):
            return Health(False, f"{where} does not take the key ({answer.status_code}); set {KEY}")
        # A task that is not there is a 404 for those whom it knows; one of the wire's own, not of some other server.
        if answer.status_code not in (200, 400, 404) or "json" not in answer.headers.get("content-type", ""):
            return Health(False, f"{where} answers {answer.status_code}, not as a server of this wire; is {URL} right?")
        try:
            lack = self._kind_lack() if account.rushes else ""
        except httpx.HTTPError as fault:
            return Health(False, f"{where} cannot be reached ({fault})")
        if lack:
            return Health(False, lack)
        moved = ", ".join(f"{ours} = {theirs}" for ours, theirs in account.ids.items())
        return Health(True, f"{where} answers{f'; {moved}' if moved else ''}")

    def _kind_lack(self) -> str:
        """What speaks against it being another Rushes, which alone has this address; empty when nothing does."""
        account = self._account
        answer = httpx.get(f"{account.url}{_TASKS}/tasks?limit=1", headers=dict(account.keys.headers), timeout=10.0)
        if answer.status_code == 200:
            return ""
        where = shown(account.url)
        return f"{where} is not another Rushes ({answer.status_code} for its list); set RUSHES_UPSTREAM_KIND=reference"

    async def _task(self, operation: str) -> Answer:
        task_id, headers = self._account.keys.of(operation)
        url, ours = f"{self._account.url}{_TASKS}/task/{quote(task_id, safe='')}", self._account.keys.have(operation)
        words, _ = await self._calls.ask(url, headers, operation, ours=ours)
        return answers.read(words)


def _left_out(shot: Shot) -> dict[str, object]:
    """What the reference wire has no words for."""
    left: dict[str, object] = {"seed": {"asked": shot.seed, "sent": None}}
    if not shot.sound:
        left["generateAudio"] = {"asked": False, "sent": None}
    return left


def _params(shot: Shot, take: Take, rushes: bool) -> dict[str, object]:
    """The shot in the wire's words; media go along as bytes."""
    params: dict[str, object] = {
        "prompt": shot.prompt,
        "aspectRatio": shot.aspect_ratio,
        "resolution": shot.resolution,
        "durationSeconds": 8 if shot.mode is Mode.EXTEND else shot.seconds,
    }
    if shot.negative_prompt:
        params["negativePrompt"] = shot.negative_prompt
    if shot.person_generation is not None:
        params["personGeneration"] = shot.person_generation
    media = {"image": shot.first_frame, "lastFrame": shot.last_frame, "video": shot.footage}
    params |= {name: _bytes(medium, take) for name, medium in media.items() if medium is not None}
    if shot.references:
        params["referenceImages"] = [
            {"image": _bytes(reference.picture, take), "referenceType": reference.kind} for reference in shot.references
        ]
    if rushes:
        params |= {"seed": shot.seed, "generateAudio": shot.sound}
    return params


def _bytes(medium: Picture | Footage, take: Take) -> dict[str, str]:
    data = base64.b64encode(take.file(medium.digest).read_bytes()).decode()
    return {"bytesBase64Encoded": data, "mimeType": medium.mime}
