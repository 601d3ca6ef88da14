"""Uploads over HTTP: streamed to disk under a cap, then handed to intake in pieces."""

from __future__ import annotations

import tempfile
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from rushes.api.answers import answer
from rushes.api.front import Call
from rushes.api.multipart import FilePart, boundary_of
from rushes.api.poll import TASK_ID
from rushes.api.queries import whole
from rushes.database import assets
from rushes.database.assets import Asset
from rushes.errors import InvalidRequest, NotFound, ValueNotAllowed
from rushes.intake import files
from rushes.model import describe

LIMIT_MAX = 100
_SPOOL_BYTES = 1 << 18


async def create(call: Call) -> Response:
    """The file as the body itself, or as the field `file` of a form."""
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES, dir=str(call.front.desk.work_folder)) as body:
        size = await call.front.bodies.read_upload(call.request, body)
        if not size:
            raise InvalidRequest("The body is empty; send the file's bytes.")
        body.seek(0)
        return answer(_words(await run_in_threadpool(_store, call, body)))


def _store(call: Call, body: IO[bytes]) -> Asset:
    content_type = call.request.headers.get("content-type", "")
    if content_type.lower().startswith("multipart/form-data"):
        part = FilePart(body, boundary_of(content_type))
        return files.store_upload(call.front.desk, call.key, part.pieces(), part.filename, part.mime)
    pieces = iter(lambda: body.read(_SPOOL_BYTES), b"")
    name = call.query.get("filename", "")
    return files.store_upload(call.front.desk, call.key, pieces, name, content_type.partition(";")[0].strip())


def page(call: Call) -> Response:
    limit = whole(call.query, "limit", 20, 1, LIMIT_MAX)
    after = call.query.get("after")
    if after is not None and not TASK_ID.fullmatch(after):
        raise ValueNotAllowed(f"after is {describe(after)}; it must be the id of a file.", parameter="after")
    with call.front.desk.database.reading() as connection:
        found = assets.page(connection, call.key.project, limit=limit + 1, after=after)
    shown, more = found[:limit], len(found) > limit
    return answer(
        {"data": [_words(asset) for asset in shown], "has_more": more, "next": shown[-1].id if more else None}
    )


def read(call: Call) -> Response:
    with call.front.desk.database.reading() as connection:
        asset = assets.find(connection, call.key.project, _file_id(call))
    if asset is None:
        raise _no_file(call)
    return answer(_words(asset))


def delete(call: Call) -> Response:
    files.delete(call.front.desk, call.key, _file_id(call))
    return answer({"id": call.path["id"], "deleted": True})


def _file_id(call: Call) -> str:
    if not TASK_ID.fullmatch(call.path["id"]):
        raise _no_file(call)
    return call.path["id"]


def _no_file(call: Call) -> NotFound:
    return NotFound(f"There is no file {call.path['id'][:64]!r} in this key's project.")


def _words(asset: Asset) -> dict[str, object]:
    return {
        "id": asset.id,
        "name": asset.name,
        "kind": str(asset.kind),
        "mimeType": asset.mime,
        "size_bytes": asset.size_bytes,
        "sha256": asset.digest,
        "width": asset.width,
        "height": asset.height,
        "seconds": asset.seconds,
        "created_at": int(asset.created_at.timestamp()),
        "expires_at": int(asset.expires_at.timestamp()),
    }
