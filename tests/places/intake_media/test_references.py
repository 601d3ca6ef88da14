from __future__ import annotations

import base64
import dataclasses
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rushes.clip import Clip, Poster
from rushes.database import assets, projects, tasks
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.database.seal import Seal
from rushes.errors import Forbidden, MediaRefused, NotFound, RuleBroken, TooLarge
from rushes.intake import files, references
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.outbound.fetch import Fetcher
from rushes.outbound.guard import Border
from rushes.outbound.post import Poster as Sender
from rushes.shot import Footage
from rushes.storage.bytes import open_storage
from rushes.task import Status, Task
from tests.places.database.examples import NOW, a_key, a_project, a_task
from tests.places.media.films import film, texture


class Shelf:
    """A fetcher that knows a few addresses, and remembers for whom it fetched."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.fetched: list[tuple[str, str | None, str]] = []

    def fetch(
        self, url: str, out: Path, bytes_max: int, *, parameter: str | None = None, tenant: str = ""
    ) -> str | None:
        self.fetched.append((url, parameter, tenant))
        if url not in self.files:
            raise MediaRefused(f"{parameter} could not be fetched.", parameter=parameter)
        out.write_bytes(self.files[url])
        return None


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def desk(database: Database, tmp_path: Path, shelf: Shelf) -> Desk:
    (tmp_path / "work").mkdir()
    with database.transaction() as connection:
        projects.ensure_default(connection, NOW)
    return Desk(
        database=database,
        storage=open_storage((tmp_path / "kept").as_uri()),
        fetcher=shelf,  # type: ignore[arg-type]
        poster=Sender(),
        seal=Seal(["a key for tests"]),
        enqueue=lambda connection, task: None,
        clock=lambda: NOW,
        draw_seed=lambda: 7,
        work_folder=tmp_path / "work",
        engines=frozenset({"animatic"}),
        routes={},
        charge_animatic=False,
        task_days=2,
        file_days=2,
        deadline_seconds=600,
        public_url="https://rushes.example",
    )


@pytest.fixture
def key() -> Key:
    return a_key()[0]


def picture_bytes(size: tuple[int, int] = (64, 36), kind: str = "PNG") -> bytes:
    out = BytesIO()
    Image.fromarray(texture(size, 0)).save(out, kind)
    return out.getvalue()


def inline(data: bytes) -> dict[str, object]:
    return {"bytesBase64Encoded": base64.b64encode(data).decode(), "mimeType": "image/png"}


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return film(tmp_path_factory.mktemp("films") / "wide.mp4", size=(1280, 720), frames=36).read_bytes()


def a_made_task(
    desk: Desk, *, ended: bool = True, change: Callable[[Task], Task] = lambda task: task, seconds: int = 8
) -> Task:
    """A task whose clip and poster are in storage; one that still waits when not `ended`."""
    data = desk.work_folder / "clip"
    data.write_bytes(b"clip")
    digest = desk.storage.put(data)
    task = a_task()
    with desk.database.transaction() as connection:
        task = change(task)
        tasks.insert(connection, task)
        if ended:
            clip = Clip(digest, 4, (1280, 720), Fraction(24), seconds * 24, True)
            tasks.start(connection, task.id, NOW)
            tasks.end(
                connection,
                task.id,
                Status.SUCCEEDED,
                NOW,
                clip=clip,
                poster=Poster(digest, (1280, 720)),
                failure=None,
                charged_microusd=0,
                notes={},
            )
    return task


def refused(desk: Desk, key: Key, **parameters: object) -> MediaRefused:
    with pytest.raises(MediaRefused) as caught:
        references.gather(desk, key, {"aspectRatio": "16:9", **parameters})
    assert not list(desk.work_folder.glob("gather-*"))
    return caught.value


def test_a_request_without_media_gathers_nothing(desk: Desk, key: Key) -> None:
    assert references.gather(desk, key, {"prompt": "a fox"}) == references.Gathered()


def test_pictures_come_from_bytes_addresses_and_files(desk: Desk, key: Key, shelf: Shelf) -> None:
    shelf.files["https://example.com/last.jpg"] = picture_bytes((36, 64), "JPEG")
    asset = files.store_upload(desk, key, [picture_bytes((50, 50))], "fox.png", "image/png")
    first = references.gather(
        desk, key, {"image": inline(picture_bytes()), "lastFrame": {"uri": "https://example.com/last.jpg"}}
    )
    assert first.first_frame is not None
    assert first.last_frame is not None
    assert (first.first_frame.mime, first.first_frame.size) == ("image/png", (64, 36))
    assert (first.last_frame.mime, first.last_frame.size) == ("image/jpeg", (36, 64))
    assert shelf.fetched == [("https://example.com/last.jpg", "lastFrame", key.project)]
    for picture in (first.first_frame, first.last_frame):
        assert desk.storage.size(picture.digest)
    several = references.gather(
        desk, key, {"referenceImages": [{"image": asset.id, "referenceType": "STYLE"}, {"fileId": asset.id}]}
    ).references
    assert [reference.kind for reference in several] == ["style", "asset"]
    assert {reference.picture.digest for reference in several} == {asset.digest}
    assert several[0].picture.size == (50, 50)
    assert list(desk.work_folder.iterdir()) == []


def test_an_error_names_the_very_reference(desk: Desk, key: Key, shelf: Shelf) -> None:
    good = inline(picture_bytes())
    fault = refused(desk, key, referenceImages=[good, {"image": inline(b"\x89PNG\r\n\x1a\nbroken")}])
    assert fault.parameter == "referenceImages[1]"
    assert fault.message.startswith("referenceImages[1] ")
    fault = refused(desk, key, referenceImages=[{"uri": "https://example.com/a"}, {"uri": "gs://bucket/a"}])
    assert fault.parameter == "referenceImages[1].uri"
    assert shelf.fetched == []  # Nothing is fetched for a request that cannot be read.


def test_an_earlier_task_is_continued(desk: Desk, key: Key, shelf: Shelf) -> None:
    task = a_made_task(desk)
    assert (found := references.gather(desk, key, {"video": {"taskId": task.id}, "aspectRatio": "16:9"}).footage)
    assert found.task_id == task.id
    assert (found.size, found.seconds) == ((1280, 720), 8.0)
    shapes: list[object] = [
        task.id,
        {"uri": f"https://rushes.example/clips/{task.id}.mp4?expires=1&signature=2"},
        {"type": "video", "url": f"http://localhost:8000/clips/{task.id}.mp4", "jobId": task.id, "duration": "8"},
        f"/model/v1/generation/task/{task.id}/clip",
        {"uri": f"files/{task.id}"},
    ]
    for shape in shapes:
        assert references.gather(desk, key, {"video": shape, "aspectRatio": "16:9"}).footage == found
    assert shelf.fetched == []


def test_another_projects_task_and_file_do_not_exist(desk: Desk, key: Key, shelf: Shelf) -> None:
    task = a_made_task(desk)
    asset = files.store_upload(desk, key, [picture_bytes()])
    other = dataclasses.replace(key, project=a_project(desk.database))
    for shape in (task.id, f"https://rushes.example/clips/{task.id}.mp4"):
        assert "neither a file nor a task" in refused(desk, other, video=shape).message
    assert "neither a file nor a task" in refused(desk, other, image=asset.id).message
    assert shelf.fetched == []
    refused(desk, other, video=f"https://elsewhere.example/clips/{task.id}.mp4")
    assert len(shelf.fetched) == 1  # Another server's clips may be addressed like ours.


def test_a_task_without_a_clip_cannot_be_continued(desk: Desk, key: Key) -> None:
    waiting = a_made_task(desk, ended=False)
    assert "queued" in refused(desk, key, video={"taskId": waiting.id}).message
    late = a_made_task(desk, change=lambda task: dataclasses.replace(task, expires_at=NOW))
    assert "expired" in refused(desk, key, video={"taskId": late.id}).message
    gone = a_made_task(desk)
    with desk.database.reading() as connection:
        found = tasks.find(connection, key.project, gone.id)
    assert found is not None
    assert found.clip is not None
    desk.storage.delete(found.clip.digest)
    assert "no longer kept" in refused(desk, key, video={"taskId": gone.id}).message


def test_a_video_is_not_a_picture_nor_the_other_way_round(desk: Desk, key: Key, wide: bytes) -> None:
    task = a_made_task(desk)
    still, moving = files.store_upload(desk, key, [picture_bytes()]), files.store_upload(desk, key, [wide])
    assert "send a picture" in refused(desk, key, image={"taskId": task.id}).message
    assert "send a picture" in refused(desk, key, image=moving.id).message
    assert "send a video" in refused(desk, key, video=still.id).message
    assert "video/mp4" in refused(desk, key, image=inline(wide)).message
    assert "image/png" in refused(desk, key, video=inline(picture_bytes())).message


def test_a_poster_of_ours_is_a_picture(desk: Desk, key: Key) -> None:
    task = a_made_task(desk)
    found = references.gather(desk, key, {"image": f"https://rushes.example/posters/{task.id}.jpg?signature=x"})
    assert found.first_frame is not None
    assert found.first_frame.mime == "image/jpeg"


def test_footage_comes_from_bytes_and_uploads(desk: Desk, key: Key, wide: bytes) -> None:
    asset = files.store_upload(desk, key, [wide[:1000], wide[1000:]], "C:\\clips\\wide\x00.mp4", "video/mp4")
    assert (asset.name, asset.seconds, asset.mime) == ("wide.mp4", 1.5, "video/mp4")
    wanted = Footage(asset.digest, "video/mp4", (1280, 720), 1.5)
    for video in ({"encodedVideo": base64.b64encode(wide).decode()}, {"fileId": asset.id}):
        assert references.gather(desk, key, {"video": video, "aspectRatio": "16:9"}).footage == wanted


def test_footage_must_be_720p_of_the_same_shape_and_not_too_long(
    desk: Desk, key: Key, wide: bytes, tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="16:9") as caught:
        references.gather(desk, key, {"video": inline(wide), "aspectRatio": "9:16"})
    assert caught.value.parameter == "aspectRatio"
    small = film(tmp_path / "small.mp4", frames=36).read_bytes()
    assert "320x180" in refused(desk, key, video=inline(small)).message
    short = film(tmp_path / "short.mp4", size=(1280, 720), frames=12).read_bytes()
    assert "at least 1 s" in refused(desk, key, video=inline(short)).message
    longest, too_long = a_made_task(desk, seconds=141), a_made_task(desk, seconds=142)
    assert references.gather(desk, key, {"video": longest.id, "aspectRatio": "16:9"}).footage
    assert "141 s" in refused(desk, key, video=too_long.id).message


def test_files_expire_and_are_deleted(desk: Desk, key: Key) -> None:
    asset = files.store_upload(desk, key, [picture_bytes()])
    later = dataclasses.replace(desk, clock=lambda: NOW + timedelta(days=2))
    assert "neither a file nor a task" in refused(later, key, image=asset.id).message
    files.delete(desk, key, asset.id)
    assert "neither a file nor a task" in refused(desk, key, image=asset.id).message
    with pytest.raises(NotFound):
        files.delete(desk, key, asset.id)


def test_uploads_are_refused_by_what_they_are(desk: Desk, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    for data in (b"", b"%PDF-1.7", b"ffconcat version 1.0\nfile x", b"\x89PNG\r\n\x1a\n", picture_bytes(kind="GIF")):
        with pytest.raises(MediaRefused) as caught:
            files.store_upload(desk, key, [data], "a.png", "image/png")
        assert caught.value.parameter == "file"
    monkeypatch.setattr(files, "FOOTAGE_BYTES_MAX", 1000)
    with pytest.raises(TooLarge):
        files.store_upload(desk, key, iter([bytes(600)] * 2))
    with pytest.raises(Forbidden):
        files.store_upload(desk, dataclasses.replace(key, scopes=frozenset({Scope.READ})), [picture_bytes()])
    with desk.database.reading() as connection:
        assert assets.page(connection, key.project) == []
    assert list(desk.storage.digests()) == []
    assert list(desk.work_folder.iterdir()) == []


def test_the_real_fetcher_fits(desk: Desk, key: Key) -> None:
    """Goal: what the shelf stands in for has the same door. Method: a real fetcher whose names lead nowhere."""
    real = dataclasses.replace(desk, fetcher=Fetcher(border=Border(resolve=lambda host, port: [])))
    assert "public address" in refused(real, key, image={"uri": "https://example.com/a.png"}).message


def test_an_id_that_is_nobodys_is_refused(desk: Desk, key: Key, shelf: Shelf) -> None:
    for shape in (new_id(NOW), {"fileId": new_id(NOW)}, {"uri": f"files/{new_id(NOW)}"}):
        assert "neither a file nor a task" in refused(desk, key, image=shape).message
    assert shelf.fetched == []
