"""The routes of the Gemini API's files: downloads of what was made, and uploads."""

from __future__ import annotations

from dataclasses import replace

from rushes import errors
from rushes.api.dialects import expected
from rushes.api.dialects.google import files, uploads
from rushes.api.dialects.google.table import LOOK
from rushes.api.errors import LinkRefused, RangeNotSatisfiable
from rushes.api.poll import TASK_ID
from rushes.api.route import Query, Route, Takes
from rushes.api.tongue import Dress
from rushes.key import Scope

_FILE = "/{version:version}/files/{rest:path}"
_PAGE = (
    Query("pageSize", f"How many, 1 to {files.PAGE_SIZE_MAX}.", between=(1, files.PAGE_SIZE_MAX), default="10"),
    Query("pageToken", "nextPageToken of the page before.", pattern=f"^({TASK_ID.pattern})?$"),
)
_START_HEADERS = {
    "X-Goog-Upload-Protocol": "resumable.",
    "X-Goog-Upload-Command": "start.",
    "X-Goog-Upload-Header-Content-Length": "How many bytes will come.",
    "X-Goog-Upload-Header-Content-Type": "What they are; found out anyway.",
}
_PIECE_HEADERS = {
    uploads.COMMAND: ", ".join(f"`{command}`" for command in uploads.COMMANDS) + ".",
    "X-Goog-Upload-Offset": "How many bytes have come before.",
}


def routes() -> tuple[Route, ...]:
    look = replace(
        LOOK,
        path=_FILE,
        handler=files.file,
        title="Download a clip",
        meaning="With :download or alt=media the bytes of a clip or an uploaded file, else what it is. The last id in the "
        "path counts, whatever stands around it.",
        answer="Bytes",
        also={200: "GoogleFile"},
        query=(
            Query("alt", "media: the bytes.", example="media"),
            Query("key", "Your key, for clients that append it to addresses."),
        ),
        headers={"Range": "One range of bytes, such as bytes=0-1023."},
        refusals=(*expected.ONE, errors.Conflict, errors.ValueNotAllowed, RangeNotSatisfiable),
        dress=Dress.GOOGLE_DOWNLOAD,
    )
    page = replace(
        LOOK,
        path="/{version:version}/files",
        handler=files.page,
        scope=Scope.FILES,
        title="List files",
        meaning="What was uploaded, newest first.",
        answer="GoogleFilePage",
        query=_PAGE,
        refusals=(*expected.ONE, errors.ValueNotAllowed),
    )
    delete = replace(
        page,
        method="DELETE",
        path=_FILE,
        handler=files.delete,
        title="Delete a file",
        meaning="Forget an upload; or an ended operation, with its clip.",
        answer="GoogleEmpty",
        query=(),
        refusals=(*expected.ONE, errors.Conflict),
    )
    start = replace(
        page,
        method="POST",
        path="/upload/{version:version}/files",
        handler=uploads.start,
        title="Begin an upload",
        meaning="The header X-Goog-Upload-URL of the answer is where the bytes are posted to, within a day and without a key.",
        answer="GoogleEmpty",
        takes=Takes.OPTIONAL_JSON,
        body="GoogleUpload",
        headers=_START_HEADERS,
        query=(),
        refusals=(*expected.ONE, errors.MissingParameter, errors.WrongType, errors.ValueNotAllowed, errors.TooLarge),
    )
    piece = replace(
        start,
        path="/upload/{version:version}/files/{upload}",
        handler=uploads.piece,
        scope=None,
        title="Upload bytes",
        meaning="A piece of the file. X-Goog-Upload-Status is active until the last one has come, with `finalize`; then the "
        "answer is the file, to be named by its uri.",
        answer="GoogleUploaded",
        takes=Takes.BYTES,
        body="",
        headers=_PIECE_HEADERS,
        query=(
            Query("expires", "Until when the address is valid, in unix seconds."),
            Query("signature", "Proof that this server made it."),
        ),
        refusals=(
            LinkRefused,
            errors.NotFound,
            errors.Unauthenticated,
            errors.Forbidden,
            errors.ValueNotAllowed,
            errors.MediaRefused,
            errors.TooLarge,
            errors.TooManyRequests,
        ),
    )
    return (page, look, delete, start, piece)
