"""Google's files: what operations made and what was uploaded; looked at, listed, downloaded and deleted."""

from __future__ import annotations

import re

from starlette.responses import Response

from rushes.api import clips
from rushes.api.answers import answer
from rushes.api.front import Call
from rushes.api.poll import TASK_ID
from rushes.api.queries import whole
from rushes.database import assets, tasks
from rushes.database.assets import Asset
from rushes.errors import NotFound, ValueNotAllowed
from rushes.intake import files
from rushes.intake.cancel import delete as take_away
from rushes.model import describe
from rushes.task import Task

PAGE_SIZE_MAX = 100
_FILE = re.compile(r"files/([0-9a-z]+)")


def file(call: Call) -> Response:
    """A clip or an uploaded file: its bytes with `:download` or `alt=media`, else what it is.

    Clients on plain http put the whole address behind `files/`, so the last id in the path counts, whatever stands
    around it; proxies may have merged its slashes."""
    path: str = call.request.url.path
    file_id = _named(call)
    asked = call.request.query_params.get("alt", "")
    download = ":download" in path or asked.startswith("media")
    task = known_task(call, file_id)
    if task is not None:
        return clips.of_task(call, task) if download else answer(_task_file(call, task))
    asset = _known_asset(call, file_id)
    if asset is None:
        raise _no_file(file_id)
    if download:
        return clips.bytes_of(call, asset.digest, asset.mime, asset.id)
    return answer(asset_words(call, asset))


def delete(call: Call) -> Response:
    """Forget an upload; or an ended operation, with its clip."""
    file_id = _named(call)
    if known_task(call, file_id) is not None:
        take_away(call.front.desk, call.key, file_id)
    elif _known_asset(call, file_id) is not None:
        files.delete(call.front.desk, call.key, file_id)
    else:
        raise _no_file(file_id)
    return answer({})


def page(call: Call) -> Response:
    """What was uploaded, newest first."""
    limit = whole(call.query, "pageSize", 10, 1, PAGE_SIZE_MAX)
    after = call.query.get("pageToken") or None
    if after is not None and not TASK_ID.fullmatch(after):
        raise ValueNotAllowed(f"pageToken is {describe(after)}; take it from the page before.", parameter="pageToken")
    with call.front.desk.database.reading() as connection:
        found = assets.page(connection, call.key.project, limit=limit + 1, after=after)
    shown = found[:limit]
    more = {"nextPageToken": shown[-1].id} if len(found) > limit else {}
    return answer({"files": [asset_words(call, asset) for asset in shown], **more})


def _named(call: Call) -> str:
    """The last id in the path. Raises NotFound."""
    path: str = call.request.url.path
    found = _FILE.findall(path)
    if not found or not TASK_ID.fullmatch(found[-1]):
        raise _no_file(found[-1] if found else "")
    return str(found[-1])


def _no_file(file_id: str) -> NotFound:
    return NotFound(f"There is no file {file_id[:64]!r} for this key.")


def known_task(call: Call, task_id: str) -> Task | None:
    with call.front.desk.database.reading() as connection:
        return tasks.find(connection, call.key.project, task_id)


def _known_asset(call: Call, asset_id: str) -> Asset | None:
    with call.front.desk.database.reading() as connection:
        return assets.find(connection, call.key.project, asset_id)


def address(call: Call, file_id: str) -> str:
    return f"{call.origin}/v1beta/files/{file_id}:download?alt=media"


def _task_file(call: Call, task: Task) -> dict[str, object]:
    if task.clip is None:
        raise ValueNotAllowed(f"The operation {task.id} is {task.status}; it has no file.")
    return {
        "name": f"files/{task.id}",
        "mimeType": task.clip.mime,
        "sizeBytes": str(task.clip.size_bytes),
        "createTime": task.created_at.isoformat(),
        "expirationTime": task.expires_at.isoformat(),
        "uri": f"{call.origin}/v1beta/files/{task.id}",
        "downloadUri": address(call, task.id),
        "state": "ACTIVE",
        "source": "GENERATED",
    }


def asset_words(call: Call, asset: Asset) -> dict[str, object]:
    return {
        "name": f"files/{asset.id}",
        "displayName": asset.name,
        "mimeType": asset.mime,
        "sizeBytes": str(asset.size_bytes),
        "createTime": asset.created_at.isoformat(),
        "expirationTime": asset.expires_at.isoformat(),
        "uri": f"{call.origin}/v1beta/files/{asset.id}",
        "downloadUri": address(call, asset.id),
        "state": "ACTIVE",
        "source": "UPLOADED",
    }
