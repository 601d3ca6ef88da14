"""The paints: skia loads on bare machines, frames are finished in video's own colours, layers repeat without a seam."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from rushes.engines.animatic.paint import stand_ins
from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.cutouts import box_of, darken
from rushes.engines.animatic.paint.finish import Finisher, Grade
from rushes.engines.animatic.paint.layers import SMOOTH, Layer, canvas_of, image_of
from rushes.engines.animatic.paint.letters import font, wrapped
from rushes.engines.animatic.paint.noise import cloudy, skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View

HIDDEN = ("libEGL.so.1", "libGL.so.1", "libexpat.so.1")


def finished(bgr: tuple[int, int, int], grade: Grade | None = None) -> tuple[int, int, int]:
    """(luma, blue, red) of a picture of one colour."""
    picture = np.full((16, 16, 4), (*bgr, 255), np.uint8)
    out = np.zeros((24, 16), np.uint8)
    Finisher((16, 16), grade or Grade()).finish(picture, 0, out)
    flat = out.reshape(-1)
    return int(flat[128]), int(flat[256 + 32]), int(flat[256 + 64 + 32])


@pytest.mark.parametrize(
    ("bgr", "expected"),
    [((255, 255, 255), (235, 128, 128)), ((0, 0, 0), (16, 128, 128)), ((0, 0, 255), (63, 102, 240)), ((255, 0, 0), (32, 240, 118)), ((0, 255, 0), (173, 42, 26))],
)  # fmt: skip
def test_colours_become_limited_range_bt709(bgr: tuple[int, int, int], expected: tuple[int, int, int]) -> None:
    """The values are those of ITU-R BT.709-6 for 8 bits, within one step."""
    assert np.abs(np.subtract(finished(bgr), expected)).max() <= 1


def test_a_grade_without_saturation_is_black_and_white() -> None:
    _, blue, red = finished((40, 90, 220), Grade(saturation=0.0))
    assert (blue, red) == (128, 128)


def test_grain_differs_from_frame_to_frame_and_repeats_for_the_same_frame() -> None:
    finisher = Finisher((64, 64), Grade(grain=3.0), seed=4)
    picture = np.full((64, 64, 4), 128, np.uint8)
    first, again, second = (np.zeros((96, 64), np.uint8) for _ in range(3))
    finisher.finish(picture, 7, first)
    finisher.finish(picture, 7, again)
    finisher.finish(picture, 8, second)
    assert np.array_equal(first, again)
    assert not np.array_equal(first, second)


def test_noise_is_seamless_along_x() -> None:
    field = cloudy((40, 200), (4, 9), seed=3, octaves=4, warp=0.8)
    inner = np.abs(np.diff(field, axis=1)).max()
    assert np.abs(field[:, 0] - field[:, -1]).max() <= inner * 1.5
    line = skyline(300, 4, seed=5)
    assert abs(line[0] - line[-1]) <= np.abs(np.diff(line)).max() * 1.5


def test_a_layer_repeats_over_the_whole_frame_wherever_the_camera_goes() -> None:
    layer = Layer(np.full((10, 50, 4), 255, np.uint8), 1.0, x=-25.0, y=-5.0, scale=1.0, period=50.0)
    for x in (-1234.5, 0.0, 88.25, 5000.0):
        picture = np.zeros((20, 120, 4), np.uint8)
        layer.lay(picture, View(width=120, height=20, scale=1.0, horizon=10, drop=5, x=x), 0.0)
        assert (picture[8:12, :, 3] > 250).all(), x


@pytest.mark.parametrize("alpha", [1.0, 0.4])
@pytest.mark.parametrize("opaque", [True, False])
@pytest.mark.parametrize(
    ("left", "top", "grow"),
    [(0.0, 0.0, 1.0), (12.0, -7.0, 1.0), (-30.37, 5.61, 1.0), (8.25, 3.5, 1.31), (-55.4, -20.2, 0.62), (2.1, 1.7, 3.9), (300.0, 0.0, 1.1)],
)  # fmt: skip
def test_a_stamp_is_laid_as_skia_would(left: float, top: float, grow: float, opaque: bool, alpha: float) -> None:
    """Method: the same picture, with holes and full stretches, by both. Skia weighs by 1/16 of a pixel where it can, so
    that a few steps of 255 are left to it where neighbours differ."""
    noise = np.random.default_rng(5).integers(0, 256, (90, 170, 4), np.uint8)
    shown = np.asarray(cv2.GaussianBlur(noise, (0, 0), 1.0), np.uint8)
    cover = np.clip(cloudy((90, 170), (3, 5), seed=8, octaves=2) * 6 - 2.4, 0, 1)
    shown[..., 3] = 255
    if not opaque:
        shown = np.rint(shown * cover[..., None]).astype(np.uint8)
    ours = np.full((100, 200, 4), (200, 120, 40, 255), np.uint8)
    theirs = ours.copy()
    Stamp(shown).lay(ours, left, top, grow, alpha)
    canvas, surface = canvas_of(theirs)
    canvas.translate(left, top)
    canvas.scale(grow, grow)
    paint = skia.Paint()
    paint.setAlphaf(alpha)
    canvas.drawImage(image_of(shown), 0, 0, SMOOTH, paint)
    del canvas, surface
    apart = np.abs(ours.astype(int) - theirs)
    assert np.quantile(apart, 0.98) <= 3
    assert apart.mean() < 1.0
    assert (ours[..., 3] == 255).all()


def test_what_is_transparent_leaves_a_frame_as_it_was() -> None:
    frame = np.random.default_rng(2).integers(0, 256, (50, 90, 4), np.uint8)
    before = frame.copy()
    Stamp(np.zeros((40, 80, 4), np.uint8)).lay(frame, 3.3, 4.4, 1.2)
    Stamp(np.full((4, 4, 4), 255, np.uint8)).lay(frame, 3.3, 4.4, alpha=0.0)
    assert np.array_equal(frame, before)


def test_text_is_wrapped_into_lines_that_fit() -> None:
    letters = font(30)
    lines = wrapped("It was never about the money, it was about what we would do when it was gone", letters, 420, 3)
    assert 2 <= len(lines) <= 3
    assert all(letters.measureText(line) <= 420 for line in lines)


def test_letters_have_all_of_ascii() -> None:
    assert all(font(20, weight).unicharToGlyph(code) for weight in (420, 580, 780) for code in range(33, 127))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_a_stand_in_library_is_well_formed(machine: str, tmp_path: Path) -> None:
    """Method: another reader of such files, where there is one, must find the name and the functions."""
    path = tmp_path / "libThing.so.1"
    path.write_bytes(stand_ins.library("libThing.so.1", ["thingOne", "thingTwo"], machine))
    reader = shutil.which("readelf")
    if reader is None:
        pytest.skip("readelf is not installed")
    told = subprocess.run([reader, "-dlW", str(path)], capture_output=True, text=True, check=True).stdout
    assert "Library soname: [libThing.so.1]" in told
    assert "LOAD" in told


def test_a_stand_in_can_be_loaded_and_answers_nothing() -> None:
    if not stand_ins.can_be_made():
        pytest.skip("stand-ins are made on Linux only")
    code = (
        "import ctypes, sys; from rushes.engines.animatic.paint import stand_ins\n"
        "stand_ins.load('libRushesThing.so.7', ['one', 'two']); stand_ins.load('libRushesOther.so.7', ['three'])\n"
        "assert ctypes.CDLL('libRushesThing.so.7').two() == 0 and ctypes.CDLL('libRushesOther.so.7').three() == 0\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_skia_draws_on_a_machine_without_display_libraries() -> None:
    """Goal: no system package is needed. Method: a private mount namespace in which the libraries are empty files."""
    unshare = shutil.which("unshare")
    if unshare is None or not stand_ins.can_be_made():
        pytest.skip("no private mount namespaces here")
    if subprocess.run([unshare, "-m", "true"], capture_output=True).returncode != 0:
        pytest.skip("no private mount namespaces here")
    hide = "".join(
        f"for d in /lib /usr/lib /lib64 /usr/lib64 /lib/*-linux-gnu /usr/lib/*-linux-gnu; do f=$(readlink -f $d/{name}); "
        '[ -f "$f" ] && mount --bind /dev/null $f; done; '
        for name in HIDDEN
    )
    code = (
        "import ctypes\n"
        f"for name in {HIDDEN!r}:\n"
        "    try:\n        ctypes.CDLL(name)\n    except OSError:\n        continue\n    raise SystemExit(3)\n"
        "from rushes.engines.animatic.paint.layers import drawn\n"
        "from rushes.engines.animatic.paint.colours import solid\n"
        "from rushes.engines.animatic.paint.letters import font\n"
        "assert drawn(20, 20, 1, lambda c: c.drawString('x', 2, 12, font(14), solid((1, 1, 1)))).any()\n"
    )
    ran = subprocess.run(
        [unshare, "-m", "sh", "-c", f'{hide} exec "$0" -c "$1"', sys.executable, code], capture_output=True, timeout=100
    )
    assert ran.returncode == 0, ran.stderr.decode()[-600:]


def test_the_box_of_a_cut_out_holds_all_of_it_and_no_more() -> None:
    random = np.random.default_rng(3)
    for _ in range(30):
        left, top = random.integers(0, 40, 2)
        width, height = random.integers(1, 20, 2)
        picture = np.zeros((60, 60, 4), np.uint8)
        picture[top, left] = picture[top + height - 1, left + width - 1] = (1, 0, 0, 1)
        assert box_of(picture) == (left, top, width, height)
    assert box_of(np.zeros((5, 7, 4), np.uint8)) == (0, 0, 0, 0)


def test_a_shade_falls_on_what_is_there_and_makes_nothing_of_nothing() -> None:
    picture = np.zeros((20, 20, 4), np.uint8)
    picture[:, 10:] = (200, 200, 200, 255)
    darken(picture, np.full((3, 3), 255, np.uint8), (-5, -5, 30, 30), 0.5)
    assert not picture[:, :10].any()
    assert (picture[:, 10:, 3] == 255).all()
    assert (picture[:, 10:, :3] < 125).all()
