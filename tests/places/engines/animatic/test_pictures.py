"""Pictures that move: exact ends, no tearing by choice, sure masks, and puppets cut out of references."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.pictures import alive, between, cutout, flows, masks, moves, palette, picture, scenes
from rushes.engines.animatic.plan import MOVES, Camera, ShotPlan, Subject
from rushes.engines.animatic.stage.scene import Scene
from rushes.errors import EngineFailed
from rushes.shot import Mode, Picture, Shot

Bytes = NDArray[np.uint8]
SIZE = (160, 90)
PLAN = ShotPlan(prompt="", seed=4, seconds=4)
LIGHT = Light((-0.5, -0.6, 0.6), (1.0, 0.9, 0.8), (0.4, 0.4, 0.5), (0.5, 0.5, 0.5), (0.7, 0.7, 0.8), (0.1, 0.1, 0.2))


def landscape(width: int = 320, height: int = 180, shift: int = 0) -> Bytes:
    """Textured hills under a sky, rolled sideways by `shift` pixels."""
    chance = np.random.default_rng(1)
    grain = cv2.GaussianBlur(chance.random((height, width + 80), np.float32), (0, 0), 2.5)
    grain = (grain - grain.min()) / (grain.max() - grain.min())
    sky = np.linspace(1, 0, height, dtype=np.float32)[:, None] * 120
    pixels = np.dstack([sky + grain * 120, 60 + grain * 150, 30 + grain * 120 + sky[::-1] * 0.4])
    return np.ascontiguousarray(pixels[:, 40 + shift : 40 + shift + width].clip(0, 255).astype(np.uint8))


def disc(ground: Bytes, colour: tuple[int, int, int] = (20, 60, 230)) -> Bytes:
    pixels = ground.copy()
    height, width = pixels.shape[:2]
    cv2.circle(pixels, (width // 2, int(height * 0.55)), height // 4, colour, -1, cv2.LINE_AA)
    return pixels


def saved(path: Path, pixels: Bytes) -> Path:
    cv2.imwrite(str(path), pixels)
    return path


def filmed(scene: Scene, t: float) -> Bytes:
    out = np.empty((scene.size[1], scene.size[0], 4), np.uint8)
    scene.frame(t, out)
    return out


def home(path: Path) -> Bytes:
    return picture.fitted(picture.read(path), SIZE).frame


@pytest.mark.parametrize("move", MOVES)
def test_a_picture_comes_alive_from_itself_and_moves_gently(tmp_path: Path, move: str) -> None:
    path = saved(tmp_path / "a.png", disc(landscape()))
    scene = alive.build(path, replace(PLAN, camera=Camera(move)), SIZE)
    start = filmed(scene, 0)
    assert np.array_equal(start, home(path))
    early = np.abs(filmed(scene, 1 / 24).astype(int) - start).mean()
    late = np.abs(filmed(scene, 4.0).astype(int) - start).mean()
    assert early < 1.0
    assert late > 2 * early
    assert (filmed(scene, 2.0)[..., 3] == 255).all()


@pytest.mark.parametrize("move", [move for move in MOVES if not moves.MOVES[move].outward])
def test_the_frame_never_leaves_the_picture(move: str) -> None:
    drift = moves.move_of(Camera(move, pace=2.0)).within((0.0, 0.0, 0.0, 0.0))
    for nearness in (0.0, 0.5, 1.0):
        for axis in (0, 1):
            scale = 1 - drift.shrink - drift.shrink_near * nearness
            shift = drift.shift[axis] + drift.shift_near[axis] * nearness
            assert abs(shift) + scale / 2 + drift.shake <= 0.5 + 1e-9


def test_a_move_gathers_speed_and_comes_to_rest() -> None:
    way = [moves.progress(t / 24, 8) for t in range(193)]
    assert way[0] == 0.0
    assert way[-1] == pytest.approx(1.0)
    speed = np.diff(way)
    assert (speed > 0).all()
    assert speed[0] < 0.1 * speed.max() > speed[-1]


def test_frames_may_be_drawn_in_any_order(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", disc(landscape()))
    scene = alive.build(path, PLAN, SIZE)
    forwards = [filmed(scene, t) for t in (0.5, 1.5, 3.0)]
    again = alive.build(path, PLAN, SIZE)
    backwards = [filmed(again, t) for t in (3.0, 1.5, 0.5)][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(forwards, backwards, strict=True))


@pytest.mark.parametrize("shape", [(90, 300), (300, 90), (7, 5), (1200, 40)])
def test_a_picture_of_any_shape_covers_the_frame(shape: tuple[int, int]) -> None:
    fitted = picture.fitted(picture.opaque(np.full((*shape, 4), 90, np.uint8)), SIZE)
    assert fitted.frame.shape == (90, 160, 4)
    assert all(side >= 0 for side in fitted.room)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_pictures_are_read_in_grey_colour_and_with_transparency(tmp_path: Path, channels: int) -> None:
    pixels = np.full((20, 30, channels), 77, np.uint16) * 256
    path = saved(tmp_path / "a.png", pixels.astype(np.uint16))
    assert picture.read(path).shape == (20, 30, 4)
    assert picture.read(path)[0, 0, 0] == 77


def test_what_is_no_picture_is_a_fault_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"nothing")
    with pytest.raises(EngineFailed, match="could not be read"):
        picture.read(tmp_path / "a.png")


def test_two_moments_of_one_view_are_morphed_and_the_ends_are_exact(tmp_path: Path) -> None:
    first, last = (saved(tmp_path / f"{shift}.png", landscape(shift=shift)) for shift in (0, 12))
    scene = between.build(first, last, PLAN, SIZE, 48)
    assert isinstance(scene, between.Morph)
    assert np.array_equal(filmed(scene, 0), home(first))
    assert np.array_equal(filmed(scene, 47 / 24), home(last))
    # Half way the view has moved half as far: nearer to the true middle than a mere dissolve is.
    true = picture.fitted(np.dstack([landscape(shift=6), np.full((180, 320), 255, np.uint8)]), SIZE).frame.astype(int)
    dissolve = (home(first).astype(int) + home(last)) // 2
    middle = filmed(scene, 47 / 48).astype(int)
    inner = slice(12, -12)
    assert np.abs(middle - true)[:, inner].mean() < 0.5 * np.abs(dissolve - true)[:, inner].mean()


@pytest.mark.parametrize("move", ["static", "push_in", "pull_out", "pan_left", "track"])
def test_unlike_pictures_get_a_transition_and_the_ends_are_exact(tmp_path: Path, move: str) -> None:
    first = saved(tmp_path / "a.png", landscape())
    last = saved(tmp_path / "b.png", disc(np.full((180, 320, 3), 245, np.uint8)))
    scene = between.build(first, last, replace(PLAN, camera=Camera(move)), SIZE, 96)
    assert isinstance(scene, between.Transition)
    assert np.array_equal(filmed(scene, 0), home(first))
    assert np.array_equal(filmed(scene, 95 / 24), home(last))
    frames = [filmed(scene, number / 24).astype(int) for number in range(96)]
    changes = [np.abs(b - a).mean() for a, b in itertools.pairwise(frames)]
    assert max(changes) < 9, "nothing jumps"


def test_flow_says_when_it_cannot_be_trusted() -> None:
    full = np.full((180, 320), 255, np.uint8)
    a, b = np.dstack([landscape(), full]), np.dstack([landscape()[::-1, ::-1], full])
    assert flows.between(a, a).sound
    assert not flows.between(a, b).sound


def test_a_clear_subject_is_found_and_a_hidden_one_is_not() -> None:
    full = np.full((180, 320), 255, np.uint8)
    ground = np.full((180, 320, 3), (60, 120, 40), np.uint8) + np.random.default_rng(2).integers(
        0, 9, (180, 320, 3), np.uint8
    )
    alpha = masks.subject(np.dstack([disc(ground), full]))
    assert alpha is not None
    truth = disc(np.zeros((180, 320, 3), np.uint8), (255, 255, 255))[..., 0] > 127
    overlap = ((alpha > 0.5) & truth).sum() / ((alpha > 0.5) | truth).sum()
    assert overlap > 0.93
    assert masks.subject(np.dstack([landscape(), full])) is None


@pytest.mark.parametrize("shape", [(1, 1), (2, 500), (40, 40)])
def test_a_picture_of_one_colour_has_no_subject_and_still_comes_alive(tmp_path: Path, shape: tuple[int, int]) -> None:
    path = saved(tmp_path / "a.png", np.full((*shape, 3), 30, np.uint8))
    assert masks.subject(picture.read(path)) is None
    assert (filmed(alive.build(path, PLAN, SIZE), 2.0)[..., :3] == 30).all()
    assert palette.of(path) == ("#1e1e1e",)


def test_transparency_is_taken_as_the_mask() -> None:
    pixels = np.dstack([landscape(), np.zeros((180, 320), np.uint8)])
    cv2.rectangle(pixels, (60, 40), (200, 150), (0, 0, 255, 255), -1)
    alpha = masks.subject(pixels)
    assert alpha is not None
    assert alpha[100, 120] == 1.0
    assert alpha[10, 10] == 0.0


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    return saved(tmp_path / "ball.png", disc(np.full((200, 200, 3), 250, np.uint8)))


@pytest.mark.parametrize("action", ["stand", "walk", "fly", "jump", "spin", "sleep"])
@pytest.mark.parametrize("facing", [1, -1])
def test_a_reference_becomes_a_puppet_that_stays_within_its_extent(reference: Path, action: str, facing: int) -> None:
    puppet = cutout.subject(reference, Subject("ball", "card", action), LIGHT, 60, 3)
    assert puppet is not None
    width, height = puppet.extent
    poses = []
    for t in (0.0, 0.3, 0.9):
        pixels = np.zeros((300, 300, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(300, 300), pixels).getCanvas()
        puppet.draw(canvas, 150, 250, t, facing)
        rows, columns = np.nonzero(pixels[..., 3] > 20)
        assert columns.max() - columns.min() <= width + 4
        assert 250 - rows.min() <= height + 4
        poses.append(pixels)
    assert any(not np.array_equal(poses[0], pose) for pose in poses[1:])
    reds = poses[0][poses[0][..., 3] > 250]
    assert reds[:, 2].mean() > 2 * reds[:, 0].mean()


def test_a_walking_cutout_lands_when_it_says_so(reference: Path) -> None:
    puppet = cutout.subject(reference, Subject("ball", "card", "walk"), LIGHT, 60, 3)
    assert puppet is not None
    assert puppet.speed > 0
    landings = list(puppet.contacts(3.0))
    assert len(landings) in (5, 6, 7)

    def foot(t: float) -> int:
        pixels = np.zeros((200, 200, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(200, 200), pixels).getCanvas()
        puppet.draw(canvas, 100, 150, t)
        return int(np.nonzero(pixels[..., 3] > 127)[0].max())

    assert foot(landings[1]) > foot((landings[1] + landings[2]) / 2)


def test_a_reference_without_a_clear_subject_gives_no_puppet(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", landscape())
    assert cutout.subject(path, Subject("hill", "card"), LIGHT, 60, 3) is None


def test_a_palette_names_the_colours_that_lead() -> None:
    pixels = np.full((60, 60, 4), 255, np.uint8)
    pixels[:30, :, :3] = (200, 40, 20)
    pixels[30:, :30, :3] = (10, 160, 240)
    found = palette.of_pixels(pixels)
    wanted = [np.array([20, 40, 200]), np.array([240, 160, 10]), np.array([255, 255, 255])]
    assert len(found) == 3
    for colour in wanted:
        rgb = [np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) for code in found]
        assert min(np.abs(other - colour).max() for other in rgb) < 12
    assert palette.of_pixels(pixels) == found


@pytest.mark.parametrize(
    ("mode", "kind"),
    [(Mode.IMAGE, alive.Alive), (Mode.FRAMES, (between.Morph, between.Transition)), (Mode.TEXT, type(None))],
)
def test_the_mode_of_a_shot_chooses_its_scene(
    tmp_path: Path, mode: Mode, kind: type[object] | tuple[type[object], ...]
) -> None:
    saved(tmp_path / "a.png", landscape())
    still = Picture("a.png", "image/png", (320, 180))
    shot = Shot("animatic", mode, "", first_frame=still, last_frame=still, seconds=4)
    assert isinstance(scenes.of(shot, PLAN, tmp_path.joinpath), kind)
