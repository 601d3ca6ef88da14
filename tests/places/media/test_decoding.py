from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

import rushes
from rushes.errors import MediaRefused, Unavailable
from rushes.media import decoding
from rushes.media.decoding import read_footage, read_picture
from tests.places.media.films import Frame, film, texture


def saved(picture: Image.Image, path: Path, **options: object) -> Path:
    picture.save(path, **options)  # type: ignore[arg-type]
    return path


def photo(size: tuple[int, int] = (64, 36)) -> Image.Image:
    return Image.fromarray(texture(size, 0))


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def lying_png(path: Path, width: int, height: int, rows: int = 10) -> Path:
    """A PNG whose header claims another size than its data has."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(bytes((1 + min(width, 1000)) * rows))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")
    )
    return path


@pytest.mark.parametrize(("name", "mime"), [("a.png", "image/png"), ("a.jpg", "image/jpeg"), ("a.webp", "image/png")])
def test_a_picture_is_read_and_written_anew(tmp_path: Path, name: str, mime: str) -> None:
    out = tmp_path / "out"
    assert read_picture(saved(photo(), tmp_path / name), out) == (mime, (64, 36))
    with Image.open(out) as again:
        assert (again.get_format_mimetype(), again.size, again.mode) == (mime, (64, 36), "RGB")
        assert np.abs(np.asarray(again).astype(int) - texture((64, 36), 0)).mean() < 4


def test_a_rotated_photo_is_put_upright_and_says_nothing_of_its_taker(tmp_path: Path) -> None:
    picture = Image.new("RGB", (60, 40), (0, 0, 255))
    picture.paste((255, 0, 0), (0, 0, 60, 20))  # Red above; turned by 90 degrees clockwise it is on the right.
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secret Camera"
    exif.get_ifd(0x8825)[2] = (48.0, 51.0, 30.0)
    out = tmp_path / "out"
    assert read_picture(saved(picture, tmp_path / "a.jpg", exif=exif, comment=b"Secret"), out)[1] == (40, 60)
    with Image.open(out) as again:
        left, right = again.getpixel((5, 30)), again.getpixel((35, 30))
        assert not again.getexif()
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[2] > 200 > 50 > left[0]
    assert right[0] > 200 > 50 > right[2]
    assert b"Secret" not in out.read_bytes()


def test_a_wide_gamut_photo_keeps_its_colours(tmp_path: Path) -> None:
    # A profile in which red and green have changed places is easier to see than Display P3.
    srgb = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = srgb.index(b"rXYZ"), srgb.index(b"gXYZ")
    srgb[red + 4 : red + 12], srgb[green + 4 : green + 12] = srgb[green + 4 : green + 12], srgb[red + 4 : red + 12]
    picture = Image.new("RGB", (16, 16), (255, 0, 0))
    read_picture(saved(picture, tmp_path / "a.png", icc_profile=bytes(srgb)), tmp_path / "out")
    with Image.open(tmp_path / "out") as again:
        colour = again.getpixel((8, 8))
        assert "icc_profile" not in again.info
    assert isinstance(colour, tuple)
    assert colour[1] > 200 > 100 > colour[0]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "RGBX"])
def test_every_usual_mode_becomes_rgb(tmp_path: Path, mode: str) -> None:
    grey = Image.new("L", (32, 32), 200)
    if mode == "I;16":
        picture = Image.fromarray(np.full((32, 32), 200 * 257, np.uint16))
    else:
        picture = grey.convert("RGB").convert(mode) if mode not in ("1", "L", "LA") else grey.convert(mode)
    name = "a.jpg" if mode in ("CMYK", "RGBX") else "a.png"
    picture = picture.convert("RGB") if mode == "RGBX" else picture
    read_picture(saved(picture, tmp_path / name), tmp_path / "out")
    with Image.open(tmp_path / "out") as again:
        assert again.mode == "RGB"
        assert abs(float(np.asarray(again).mean()) - 200) < 8 or mode == "1"


def test_transparency_stays(tmp_path: Path) -> None:
    picture = photo().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    assert read_picture(saved(picture, tmp_path / "a.webp", lossless=True), tmp_path / "out")[0] == "image/png"
    with Image.open(tmp_path / "out") as again:
        assert again.mode == "RGBA"


def test_a_photo_with_a_depth_map_is_its_first_picture(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    photo().save(path, format="MPO", save_all=True, append_images=[Image.new("RGB", (64, 36))])
    assert read_picture(path, tmp_path / "out") == ("image/jpeg", (64, 36))


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.gif"])
def test_an_animation_is_refused(tmp_path: Path, name: str) -> None:
    path = saved(photo(), tmp_path / name, save_all=True, append_images=[Image.new("RGB", (64, 36))], duration=100)
    with pytest.raises(MediaRefused, match=r"animation|image/gif"):
        read_picture(path, tmp_path / "out")


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp"])
@pytest.mark.parametrize("kept", [0.0, 0.02, 0.3, 0.9])
def test_a_picture_cut_short_is_refused(tmp_path: Path, name: str, kept: float) -> None:
    path = saved(photo((320, 180)), tmp_path / name)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(MediaRefused) as caught:
        read_picture(path, tmp_path / "out", parameter="image")
    assert caught.value.parameter == "image"
    assert str(tmp_path) not in caught.value.message
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("size", [(10_000, 10_000), (2**31 - 1, 2**31 - 1), (0, 5), (6000, 6000), (39_000_000, 1)])
def test_a_picture_that_lies_about_its_size_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(MediaRefused):
        read_picture(lying_png(tmp_path / "a.png", *size), tmp_path / "out")


def test_a_bomb_of_text_is_refused_or_dropped(tmp_path: Path) -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("bomb", "a" * 30_000_000, zip=True)
    path = saved(photo(), tmp_path / "a.png", pnginfo=notes)
    with pytest.raises(MediaRefused):
        read_picture(path, tmp_path / "out")


def test_a_picture_that_is_also_an_archive_is_only_a_picture_afterwards(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as inside:
        inside.writestr("evil.html", "<script>alert(1)</script>")
    for name in ("a.png", "a.jpg"):
        path = saved(photo(), tmp_path / name)
        path.write_bytes(path.read_bytes() + archive.getvalue())
        read_picture(path, tmp_path / "out")
        assert not zipfile.is_zipfile(tmp_path / "out")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"GIF89a" + bytes(50), "image/gif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        (b"<html></html>", "html"),
        (b"\0\0\0\x18ftypheic" + bytes(50), "heic"),
        (b"nonsense" * 10, "no kind known"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "damaged"),
        (b"\xff\xd8\xff\xe0" + b"\xff" * 500, "damaged"),
    ],
)
def test_what_is_not_a_picture_is_called_what_it_is(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    with pytest.raises(MediaRefused, match=said):
        read_picture(path, tmp_path / "out")


def test_a_turned_film_has_the_size_that_is_shown(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", frames=6)
    data = bytearray(path.read_bytes())
    matrix = data.index(b"tkhd") + 44  # ISO/IEC 14496-12, 8.3.2
    data[matrix : matrix + 36] = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, 180 << 16, 0, 1 << 30)
    path.write_bytes(data)
    assert read_footage(path).size == (180, 320)


def test_a_film_is_measured(tmp_path: Path) -> None:
    facts = read_footage(film(tmp_path / "a.mp4", frames=30))
    assert (facts.mime, facts.codec, facts.size, facts.frames) == ("video/mp4", "h264", (320, 180), 30)
    assert facts.seconds == 1.25
    assert facts.sound
    assert read_footage(film(tmp_path / "a.webm", codec="libvpx", container="webm", frames=6)).mime == "video/webm"


def test_a_playlist_in_disguise_is_refused(tmp_path: Path) -> None:
    other = film(tmp_path / "other.mp4", frames=4)
    trap = tmp_path / "a.mp4"
    for start in ("ffconcat version 1.0\n", "#EXTM3U\n", "\0\0\0\x18ftypmp42\nffconcat version 1.0\n"):
        trap.write_text(f"{start}file '{other}'\n")
        with pytest.raises(MediaRefused):
            read_footage(trap)


def test_sound_alone_is_not_a_film(tmp_path: Path) -> None:
    import av

    path = tmp_path / "a.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("aac", rate=48_000, layout="mono")
        assert isinstance(stream, av.AudioStream)
        block = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), format="fltp", layout="mono")
        block.sample_rate = 48_000
        out.mux(stream.encode(block))
        out.mux(stream.encode(None))
    with pytest.raises(MediaRefused, match="no moving picture"):
        read_footage(path)


def test_hostile_files_cost_neither_memory_nor_time(tmp_path: Path) -> None:
    """Goal: the caller's process stays flat and no child passes its limit. Method: decode in a fresh process, which
    reads its own and its children's peak."""
    blank = Image.new("1", (10_000, 10_000))
    saved(blank, tmp_path / "bomb.png")
    lying_png(tmp_path / "lie.png", 6000, 6000)
    film(tmp_path / "huge.mp4", size=(8192, 8192), frames=1, sound=False, picture=_flat)
    script = """if True:
        import json, resource, sys, time
        from pathlib import Path
        from rushes.errors import MediaRefused
        from rushes.media.decoding import read_footage, read_picture
        from rushes.testing.memory import peak_bytes
        begun, refused = time.monotonic(), []
        before = peak_bytes()
        for name in ("bomb.png", "lie.png", "huge.mp4"):
            path = Path(sys.argv[1], name)
            try:
                read_footage(path) if name.endswith("mp4") else read_picture(path, path.with_suffix(".out"))
            except MediaRefused as fault:
                refused.append(fault.message)
        mine = (peak_bytes() - before) // 1024
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(json.dumps([refused, mine, children, time.monotonic() - begun]))
    """
    root = str(Path(rushes.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], env=os.environ | {"PYTHONPATH": root}, stdout=-1, check=True
    )
    refused, mine_kb, children_kb, seconds = json.loads(done.stdout)
    assert len(refused) == 3, refused
    assert mine_kb < 8_000
    assert children_kb < 250_000
    assert seconds < 10


def _flat(size: tuple[int, int], number: int) -> Frame:
    return np.zeros((size[1], size[0], 3), np.uint8)


def test_a_decoder_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    os.mkfifo(tmp_path / "never")  # Opening it waits for a writer that never comes.
    saved(photo(), path)
    monkeypatch.setattr(decoding, "WALL_SECONDS", 0.5)
    begun = time.monotonic()
    assert decoding._run("picture", tmp_path / "never", tmp_path / "out") == b""
    assert time.monotonic() - begun < 5


def test_a_child_that_dies_is_the_files_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "_run", lambda *_: b"")
    with pytest.raises(MediaRefused, match="image cannot be used"):
        read_picture(saved(photo(), tmp_path / "a.png"), tmp_path / "out", parameter="image")


def test_too_many_at_once_wait_and_then_are_turned_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    monkeypatch.setattr(decoding, "_PLACES", threading.BoundedSemaphore(1))
    monkeypatch.setattr(decoding, "_PLACE_SECONDS", 0.05)
    with decoding._PLACES, pytest.raises(Unavailable):
        read_picture(saved(photo(), tmp_path / "a.png"), tmp_path / "out")
