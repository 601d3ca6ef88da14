"""Google's resumable upload: a start that gives an address, and pieces that are posted there.

The address carries who may upload what, signed, because clients send no key with the pieces; so a start leaves nothing
behind, and a file in one piece may arrive at any server of a fleet. Pieces of a longer one are kept on the server that got
the first until the last has come.
"""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from rushes.api.answers import answer, dump
from rushes.api.dialects.google.files import asset_words
from rushes.api.errors import LinkRefused
from rushes.api.front import Call
from rushes.api.refusal import Refusal, told
from rushes.database import keys
from rushes.database.ids import new_id
from rushes.errors import MissingParameter, RushesError, TooLarge, TooManyRequests, ValueNotAllowed, WrongType
from rushes.intake.files import store_upload
from rushes.key import Key
from rushes.model import describe, listed

STATUS = "x-goog-upload-status"
COMMAND = "X-Goog-Upload-Command"
COMMANDS = ("upload", "upload, finalize", "finalize", "query", "cancel")
_PLACE = "upload/v1beta/files"
_VALID = timedelta(hours=24)
#: Uploads of several pieces that may be under way here at once, and how long one may rest.
_PARTS_MAX = 100
_REST_SECONDS = 3600.0
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Upload:
    """What a start said, as its address carries it."""

    id: str
    key: str
    project: str
    size: int  #: in bytes
    mime: str
    name: str

    def written(self) -> str:
        return base64.urlsafe_b64encode(dump(list(asdict(self).values()))).decode("ascii").rstrip("=")

    @classmethod
    def read(cls, text: str) -> Upload:
        """Raises LinkRefused. Only what we have signed is read."""
        try:
            return cls(*json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
        except (binascii.Error, ValueError, TypeError) as fault:
            raise LinkRefused() from fault


def start(call: Call) -> Response:
    """The address for the pieces, in a header."""
    headers = call.request.headers
    for name, only in (("x-goog-upload-protocol", "resumable"), ("x-goog-upload-command", "start")):
        if headers.get(name, only) != only:
            raise ValueNotAllowed(f"{name} is {describe(headers[name])}; it must be {only}.", parameter=name)
    file = call.body.get("file", {})
    if not isinstance(file, dict):
        raise WrongType(f"file is {describe(file)}; it must be an object.", parameter="file")
    desk = call.front.desk
    now = desk.clock()
    upload = Upload(
        id=new_id(now),
        key=call.key.id,
        project=call.key.project,
        size=_size(call, _said(file, "sizeBytes", "size_bytes")),
        mime=headers.get("x-goog-upload-header-content-type", _said(file, "mimeType", "mime_type"))[:100],
        name=(_said(file, "displayName", "display_name") or headers.get("x-goog-upload-file-name", ""))[:200],
    )
    resource = f"/{_PLACE}/{upload.written()}"
    url = f"{call.origin}{resource}?{call.front.links.sign(resource, now + _VALID)}"
    return answer({}, headers={"x-goog-upload-url": url, STATUS: "active"})


def _said(file: Mapping[str, object], *names: str) -> str:
    """A field of the file; google-genai writes these in snake case (3.4.0)."""
    return next((str(file[name]) for name in names if file.get(name)), "")


def _size(call: Call, said: str) -> int:
    text = call.request.headers.get("x-goog-upload-header-content-length", said)
    name = "X-Goog-Upload-Header-Content-Length"
    if not text:
        raise MissingParameter(f"{name} is missing; say how many bytes will come.", parameter=name)
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 16 and int(text)):
        raise ValueNotAllowed(f"{name} is {describe(text)}; it must be a number of bytes.", parameter=name)
    most = call.front.bodies.limits.upload_bytes_max
    if int(text) > most:
        raise TooLarge(f"{name} is {text}; at most {most} bytes are taken.")
    return int(text)


async def piece(call: Call) -> Response:
    """Take a piece, and the whole file in with the last. Clients look at the status's header, so a refusal has one."""
    try:
        upload = _permitted(call)
        return await _taken(call, upload, await run_in_threadpool(_key, call, upload))
    except RushesError as error:
        refusal = Refusal(*told(error, call.request.state.request_id, call.request.url.path))
        refusal.headers[STATUS] = "final"
        return refusal


def _permitted(call: Call) -> Upload:
    text = call.path["upload"]
    expires, signature = call.query.get("expires", ""), call.query.get("signature", "")
    if not call.front.links.verify(f"/{_PLACE}/{text}", expires, signature, call.front.desk.clock()):
        raise LinkRefused()
    return Upload.read(text)


async def _taken(call: Call, upload: Upload, key: Key) -> Response:
    command = ", ".join(word.strip() for word in call.request.headers.get(COMMAND, "").split(","))
    if command not in COMMANDS:
        raise ValueNotAllowed(f"{COMMAND} is {describe(command)}; it may be {listed(COMMANDS)}.", parameter=COMMAND)
    path = call.front.desk.work_folder / f"resumable-{upload.id}"
    if command == "cancel":
        path.unlink(missing_ok=True)
        return answer({}, headers={STATUS: "cancelled"})
    received = path.stat().st_size if path.exists() else 0
    if command != "query":
        received = await _append(call, path, received, upload)
    if "finalize" not in command:
        return answer({}, headers={STATUS: "active", "x-goog-upload-size-received": str(received)})
    if received != upload.size:
        raise ValueNotAllowed(f"{received} of {upload.size} bytes have come; the upload cannot be finished.")
    return await run_in_threadpool(_finish, call, upload, key, path)


def _key(call: Call, upload: Upload) -> Key:
    """The key that began the upload. Raises Unauthenticated when it is not valid any more."""
    with call.front.desk.database.reading() as connection:
        key = keys.get(connection, upload.project, upload.key)
    if key is None:
        raise LinkRefused()
    key.ensure_valid(call.front.desk.clock())
    return key


async def _append(call: Call, path: Path, received: int, upload: Upload) -> int:
    """Write the body behind what has come; how much it is then. Raises ValueNotAllowed for another place."""
    offset = call.request.headers.get("x-goog-upload-offset", str(received))
    if offset != str(received):
        raise ValueNotAllowed(
            f"X-Goog-Upload-Offset is {describe(offset)}; {received} bytes have come, so it must be {received}.",
            parameter="X-Goog-Upload-Offset",
        )
    if not received:
        _make_room(path.parent)
    with path.open("ab") as file:
        received += await call.front.bodies.read_upload(call.request, file)
    if received > upload.size:
        path.unlink()
        raise TooLarge(f"{received} bytes have come; {upload.size} were announced.")
    return received


def _make_room(folder: Path) -> None:
    """Forget uploads that were given up. Raises TooManyRequests when too many are under way."""
    under_way = 0
    for part in folder.glob("resumable-*"):
        if time.time() - part.stat().st_mtime > _REST_SECONDS:
            part.unlink(missing_ok=True)
        else:
            under_way += 1
    if under_way >= _PARTS_MAX:
        raise TooManyRequests("Too many uploads are under way here; wait for one to end.", retry_after_seconds=10)


def _finish(call: Call, upload: Upload, key: Key, path: Path) -> Response:
    def pieces() -> Iterator[bytes]:
        with path.open("rb") as file:
            while piece := file.read(_PIECE_BYTES):
                yield piece

    try:
        asset = store_upload(call.front.desk, key, pieces(), upload.name, upload.mime)
    finally:
        path.unlink(missing_ok=True)
    return answer({"file": asset_words(call, asset)}, headers={STATUS: "final"})
