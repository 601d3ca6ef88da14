"""Files: pictures and films uploaded ahead of the requests that use them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from rushes.database import assets, projects
from rushes.database.assets import Asset, AssetKind
from rushes.database.ids import new_id
from rushes.errors import Conflict, MediaRefused, Misconfigured, NotFound, TooLarge
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.media.decoding import FOOTAGE_BYTES_MAX, read_footage, read_picture
from rushes.media.kinds import FOOTAGE_MIMES, PICTURE_MIMES, mime_of_file

_NAME_LENGTH_MAX = 200


def store_upload(desk: Desk, key: Key, chunks: Iterable[bytes], filename: str = "", mime: str = "") -> Asset:
    """Take a file in, piece by piece; what it is, its bytes decide, whatever `mime` and `filename` say.

    A picture is kept upright, in sRGB and without metadata; a film as it came. Raises Forbidden, TooLarge as soon as
    there are too many bytes, and MediaRefused when it is neither a picture nor a film that can be used.
    """
    key.ensure_may(Scope.FILES)
    now = desk.clock()
    try:
        with tempfile.TemporaryDirectory(dir=desk.work_folder, prefix="upload-") as folder:
            given, out = Path(folder) / "given", Path(folder) / "out"
            _write(chunks, given)
            found = mime_of_file(given)
            seconds = None
            if found in PICTURE_MIMES:
                kind = AssetKind.PICTURE
                found, size = read_picture(given, out, parameter="file")
            elif found in FOOTAGE_MIMES:
                kind = AssetKind.FOOTAGE
                facts = read_footage(given, parameter="file")
                found, size, seconds, out = facts.mime, facts.size, facts.seconds, given
            else:
                what = found or (
                    f"of no kind known here, though sent as {mime[:60]}" if mime else "of no kind known here"
                )
                raise MediaRefused(
                    f"file is {what}; it must be a PNG, JPEG or WebP picture, or an MP4, MOV or WebM video.",
                    parameter="file",
                )
            asset = Asset(
                id=new_id(now),
                project=key.project,
                key_id=key.id,
                kind=kind,
                digest=desk.storage.put(out),
                mime=found,
                size_bytes=out.stat().st_size,
                width=size[0],
                height=size[1],
                seconds=seconds,
                created_at=now,
                expires_at=now + timedelta(days=desk.file_days),
                name=_plain(filename),
            )
    except OSError as fault:
        raise Misconfigured(f"The upload cannot be written to the work folder: {fault.strerror}.") from fault
    with desk.database.transaction() as connection:
        days = projects.file_days(connection, key.project)
        if days is not None:
            asset = replace(asset, expires_at=now + timedelta(days=days))
        assets.insert(connection, asset)
    return asset


def delete(desk: Desk, key: Key, asset_id: str) -> None:
    """Forget a file; its bytes go with the next sweep. Tasks that used it keep theirs. Raises Forbidden, NotFound."""
    key.ensure_may(Scope.FILES)
    with desk.database.transaction() as connection:
        if projects.is_kept(connection, key.project):
            raise Conflict("This project is under legal hold: nothing of it can be deleted.")
        if not assets.delete(connection, key.project, asset_id):
            raise NotFound(f"There is no file {asset_id[:64]!r} in this key's project.")


def _write(chunks: Iterable[bytes], path: Path) -> None:
    count = 0
    with path.open("wb") as file:
        for chunk in chunks:
            count += len(chunk)
            if count > FOOTAGE_BYTES_MAX:
                raise TooLarge(f"The file has more than {FOOTAGE_BYTES_MAX // 1_000_000} MB, the most that is taken.")
            file.write(chunk)
    if not count:
        raise MediaRefused("file is empty.", parameter="file")


def _plain(filename: str) -> str:
    """The last part of a file name, without what does not print; for people to read, never used as a path."""
    last = filename.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:_NAME_LENGTH_MAX]
