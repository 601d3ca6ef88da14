"""The engine `vertex`: submit, poll and fetch by google-genai.

The SDK retries nothing by itself as it is used here. (With aiohttp installed it would: it repeats a POST whose
connection broke, which for a film means paying twice. So it is handed an HTTP client of its other library.)

The SDK takes a second to import. That happens where this module is loaded: in the thread in which a worker starts, never on
the event loop of all operations.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections import Counter
from collections.abc import Collection
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import google.auth
import google.auth.credentials
import httpx2
from google import genai
from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError
from google.auth.transport.requests import Request
from google.genai import errors, types

from rushes.engine import Allowance, CancelOutcome, Declined, Finished, Health, Progress
from rushes.engines.calls import FILM_BYTES_MAX, mark_of
from rushes.engines.vertex import faults, requests
from rushes.engines.vertex.account import Account
from rushes.engines.vertex.client import BoundedClient
from rushes.engines.vertex.products import PRODUCTS, retirements
from rushes.errors import EngineFailed, ShotUnsupported, Unavailable
from rushes.shot import Shot
from rushes.take import Take

_SCOPE = "https://www.googleapis.com/auth/cloud-platform"
#: A submit may carry a whole film; to give up on it costs its caller the task, so it gets so much more time.
_SUBMIT_PATIENCE = 3
#: Polls at once. A poll may bring a film along, some 20 MB as text, so they bound the memory.
_POLLS_AT_ONCE = 6
_CHUNK_BYTES = 1 << 18
#: Faults that come before a request has left.
_UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)
#: What an operation of express mode is kept under, where there is no project to tell whose it is.
_PINNED = re.compile(r"key-([0-9a-f]{8})/")
_PLACE = re.compile(r"projects/([^/]+)/locations/([^/]+)/")
#: So many 404 in a row, minutes apart, mean that Google has forgotten the operation or lost the film.
_MISSING_MAX = 3


class VertexEngine:
    name = "vertex"
    serves: Collection[str] = tuple(PRODUCTS)

    def __init__(self) -> None:
        """Raises Misconfigured when the account is not set."""
        self._account = Account.read(os.environ)
        self._missing: Counter[str] = Counter()
        self._elsewhere: dict[tuple[str | None, ...], genai.Client] = {}

    @property
    def allowance(self) -> Allowance:
        return self._account.allowance

    async def submit(self, shot: Shot, take: Take) -> str:
        """Raises EngineError only when Google has surely not accepted it."""
        if shot.model not in self._account.ids:
            raise ShotUnsupported(f"Google has no {shot.model}. Nothing was charged.")
        try:
            source = await asyncio.to_thread(requests.source, shot, take)
            config = await asyncio.to_thread(requests.config, shot, take, self._account)
        except ValueError as fault:
            raise ShotUnsupported(f"Google's library does not take this shot: {fault} Nothing was charged.") from fault
        if changed := requests.changes(shot, self._account):
            take.report(0.0, "submitting", note={"changed": dict(changed)})
        await self._sign_in()
        try:
            operation = await self._submitting.aio.models.generate_videos(
                model=self._account.ids[shot.model], source=source, config=config
            )
        except errors.APIError as fault:
            known = faults.submit_fault(fault.code, fault.status, fault.message, fault.details)
            if known is None:
                raise
            raise known from fault
        except _UNSENT as fault:
            raise EngineFailed("Google could not be reached. Nothing was charged; try again.") from fault
        if not operation.name:
            raise RuntimeError("Vertex AI took a request and gave no operation's name")
        key = self._account.api_key
        return operation.name if key is None else f"key-{mark_of(key.reveal())}/{operation.name}"

    async def poll(self, operation: str) -> Progress | Finished | Declined:
        ended = await self._look(operation)
        if not ended.done:
            return Progress(None, "rendering")
        if ended.error:
            return faults.operation_fault(ended.error)
        response = ended.response
        # Google reports a stopped film as a success without one, so an empty list is a refusal and not a fault.
        if response is not None and (response.rai_media_filtered_count or response.rai_media_filtered_reasons):
            return faults.filtered(response.rai_media_filtered_reasons or [])
        if response is None or not response.generated_videos:
            return Declined(
                "Google ended the operation without a film and without a reason. Nothing was charged.", False
            )
        return Finished(operation)

    async def fetch(self, finished: Finished, folder: Path) -> Path:
        ended = await self._look(finished.handle)
        videos = (ended.response.generated_videos if ended.response else None) or []
        video = videos[0].video if videos else None
        path = folder / "film.mp4"
        if video is not None and video.video_bytes:
            await asyncio.to_thread(path.write_bytes, video.video_bytes)
        elif video is not None and video.uri:
            await self._download(video.uri, path)
        else:
            raise EngineFailed("Google said that the film is ready, and then gave none.")
        return path

    async def cancel(self, operation: str) -> CancelOutcome:
        """Vertex AI has no way to cancel a film; what is not filtered will be charged to the owner."""
        return CancelOutcome(stopped=False, still_costs=True)

    def doctor(self) -> Health:
        account = self._account
        where = f"project {account.project}, {account.location}" if account.project else "express mode"
        try:
            lack = asyncio.run(self._knock())
        except GoogleAuthError as fault:
            return Health(False, f"{where}: no credentials ({fault}); {faults.SIGN_IN}")
        except errors.APIError as fault:
            return Health(False, f"{where}: {faults.at_the_door(fault.code, fault.message, fault.details)}")
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as fault:
            why = str(fault) or type(fault).__name__
            return Health(False, f"{where}: Google cannot be reached ({why}); is GOOGLE_CLOUD_LOCATION right?")
        served = ", ".join(f"{ours} = {theirs}" for ours, theirs in account.ids.items())
        return Health(not lack, lack or f"{where}: Google answers; serves {served}", retirements(account.ids, _today()))

    async def _knock(self) -> str:
        """Ask for an operation that is not there, which tells whether Google knows us, and for the bucket; what is
        lacking, or nothing. Raises what Google's libraries raise."""
        account = self._account
        if await self._identity() is not None:
            await asyncio.to_thread(self._refresh)
        prefix = f"projects/{account.project}/locations/{account.location}/" if account.project else ""
        model = next(iter(account.ids.values()))
        nobody = f"{prefix}publishers/google/models/{model}/operations/00000000-0000-0000-0000-000000000000"
        try:
            await self._client.aio.operations.get(types.GenerateVideosOperation.model_validate({"name": nobody}))
        except errors.APIError as fault:
            if fault.code not in (400, 404) or "API_KEY_INVALID" in repr(fault.details):
                raise
        if account.storage_uri is None:
            return ""
        bucket = account.storage_uri.removeprefix("gs://").partition("/")[0]
        url = f"{account.storage_url}/storage/v1/b/{quote(bucket, safe='')}/o"
        answer = await self._http.get(url, params={"maxResults": "1"}, headers=await self._headers())
        if answer.status_code == 200:
            return ""
        what = {403: "this account may not read it", 404: "there is none"}.get(answer.status_code, "it cannot be read")
        return f"RUSHES_VERTEX_STORAGE_URI names the bucket {bucket}: {what} ({answer.status_code})"

    async def _look(self, pinned: str) -> types.GenerateVideosOperation:
        """The operation as it is. Raises EngineFailed when Google does not know it (any more), and whatever the network
        gives: then nobody knows, and it is to be asked again. So it is when another key than the one that began it is
        not shown it."""
        begun_with, operation = _parted(pinned)
        key = self._account.api_key
        ours = not begun_with or (key is not None and begun_with == mark_of(key.reveal()))
        async with self._polls:
            await self._identity()
            try:
                found = await self._client_of(operation).aio.operations.get(
                    types.GenerateVideosOperation.model_validate({"name": operation}),
                    config=types.GetOperationConfig(http_options=types.HttpOptions(timeout=self._milliseconds)),
                )
            except errors.APIError as fault:
                if fault.code == 404 and ours:
                    self._count_missing(operation, "the operation")
                raise Unavailable(f"Google answers {fault.code} {fault.status}: {fault.message}") from fault
        self._missing.pop(operation, None)
        return found

    def _count_missing(self, key: str, what: str) -> None:
        self._missing[key] += 1
        if self._missing[key] >= _MISSING_MAX:
            del self._missing[key]
            raise EngineFailed(f"Google does not have {what} any more. You were not charged; try again.")

    async def _download(self, uri: str, path: Path) -> None:
        """Stream an object of Google Cloud Storage to disk. Raises EngineFailed when it is not there."""
        bucket, _, name = uri.removeprefix("gs://").partition("/")
        url = f"{self._account.storage_url}/storage/v1/b/{quote(bucket, safe='')}/o/{quote(name, safe='')}"
        async with self._http.stream(
            "GET", url, params={"alt": "media"}, headers=await self._headers(), follow_redirects=False
        ) as answer:
            if answer.status_code == 404:
                self._count_missing(uri, "the film")
            if answer.status_code != 200:
                raise Unavailable(f"Google Cloud Storage answers {answer.status_code} for {uri}")
            with path.open("wb") as file:
                async for chunk in answer.aiter_bytes(_CHUNK_BYTES):
                    await asyncio.to_thread(file.write, chunk)
                    if file.tell() > FILM_BYTES_MAX:
                        raise EngineFailed("Google gave more than any film has.")

    async def _headers(self) -> dict[str, str]:
        credentials = await self._identity()
        if credentials is None:
            assert self._account.api_key is not None, "an account has credentials or a key"
            return {"x-goog-api-key": self._account.api_key.reveal()}
        if not credentials.valid:
            await asyncio.to_thread(self._refresh)
        return {"Authorization": f"Bearer {credentials.token}"}

    async def _identity(self) -> google.auth.credentials.Credentials | None:
        """Looked for beside the event loop: where there is none, the library asks for a cloud's own for many seconds. So
        are the clients made, for the first of which much is imported and all certificates are read."""

        def look() -> google.auth.credentials.Credentials | None:
            _made = self._client, self._submitting
            return self._credentials

        return await asyncio.to_thread(look)

    async def _sign_in(self) -> None:
        """Have a token before the submit, so that its lack is not taken for a lost reply. Raises EngineFailed."""
        try:
            await self._headers()
        except GoogleAuthError as fault:
            raise EngineFailed(
                "Google does not give this server an access token; its owner must act. Nothing was charged."
            ) from fault

    def _refresh(self) -> None:
        assert self._credentials is not None, "in express mode there is nothing to refresh"
        self._credentials.refresh(Request())  # type: ignore[no-untyped-call]  # the library's own lack

    @cached_property
    def _credentials(self) -> google.auth.credentials.Credentials | None:
        """Application Default Credentials: GOOGLE_APPLICATION_CREDENTIALS, gcloud's, or those of the machine. Raises
        GoogleAuthError."""
        if self._account.project is None:
            return None
        try:
            found: google.auth.credentials.Credentials = google.auth.default(scopes=[_SCOPE])[0]
        # A file that may not be read, or that holds JSON of another kind, is not foreseen by the library.
        except (OSError, ValueError, TypeError, AttributeError) as fault:
            raise DefaultCredentialsError(f"the credentials cannot be read: {fault}") from fault  # type: ignore[no-untyped-call]  # as above
        return found

    @cached_property
    def _http(self) -> httpx2.AsyncClient:
        return BoundedClient(timeout=self._account.silence_seconds)

    @property
    def _milliseconds(self) -> int:
        return round(self._account.silence_seconds * 1000)

    @cached_property
    def _polls(self) -> asyncio.Semaphore:
        return asyncio.Semaphore(_POLLS_AT_ONCE)

    @cached_property
    def _client(self) -> genai.Client:
        return self._make_client(self._http)

    @cached_property
    def _submitting(self) -> genai.Client:
        """For what costs money, each time on a connection of its own: when the far side closes a kept one at that very
        moment, as it may, nobody knows what became of the request."""
        fresh = httpx2.Limits(max_connections=self._account.allowance.at_once, max_keepalive_connections=0)
        return self._make_client(BoundedClient(limits=fresh))

    def _client_of(self, operation: str) -> genai.Client:
        """The client for the place where the operation was begun; the account's own may be another by now."""
        place = _PLACE.match(operation)
        account = self._account
        if place is None or place.groups() == (account.project, account.location):
            return self._client
        if place.groups() not in self._elsewhere:
            self._elsewhere[place.groups()] = self._make_client(self._http, place.groups())
        return self._elsewhere[place.groups()]

    def _make_client(self, http: httpx2.AsyncClient, place: tuple[str | None, ...] | None = None) -> genai.Client:
        options = types.HttpOptions(
            base_url=self._account.base_url,
            timeout=_SUBMIT_PATIENCE * self._milliseconds,
            httpx_async_client=http,
        )
        make: Any = partial(genai.Client, vertexai=True, http_options=options)  # Any: its arguments depend on the mode
        project, location = place or (self._account.project, self._account.location)
        key = self._account.api_key
        if project is None:
            assert key is not None, "an account has a project or a key"
            client: genai.Client = make(api_key=key.reveal())
        else:
            client = make(project=project, location=location, credentials=self._credentials)
        return client


def _parted(pinned: str) -> tuple[str, str]:
    """The mark of the key of express mode that began an operation, and its name; no mark for a project's."""
    found = _PINNED.match(pinned)
    return (found[1], pinned[found.end() :]) if found else ("", pinned)


def _today() -> date:
    return datetime.now(UTC).date()
