"""Wind in hair and cloth; breath, dust and prints that stay where they were left."""

from __future__ import annotations

import numpy as np
import pytest

from rushes.engines.animatic import stage
from rushes.engines.animatic.plan import Camera, ShotPlan, Subject
from rushes.engines.animatic.stage import traces

from .test_people import drawn

SMALL = (160, 90)


def _sources(monkeypatch: pytest.MonkeyPatch, **fields: object) -> list[tuple[str, float]]:
    """What is left in a plan's scene: (of what kind, order)."""
    found: list[tuple[str, float]] = []
    monkeypatch.setattr(
        traces, "_puff", lambda stage, actor, number, puffs, *, order: found.append(("puff", puffs.lasts))
    )
    monkeypatch.setattr(traces, "_prints", lambda *_: found.append(("prints", 0.0)))
    base: dict[str, object] = {"setting": "meadow", "camera": Camera("static", "full")}
    stage.build(ShotPlan("", 5, 8.0, **{**base, **fields}), SMALL)  # type: ignore[arg-type]  # fields of a plan, as data
    return found


@pytest.mark.parametrize(("wind", "way"), [("wind 0.90", 1), ("wind -0.90", -1)])
@pytest.mark.parametrize("traits", [("long hair",), ("dress", "scarf"), ("coat",), ("cape",)])
def test_hair_and_cloth_go_with_the_wind(traits: tuple[str, ...], wind: str, way: int) -> None:
    def ends(one: Subject) -> tuple[int, int]:
        columns = np.nonzero(drawn(one, 0.3)[..., 3].max(axis=0) > 120)[0]
        return int(columns.min()), int(columns.max())

    calm, blown = (ends(Subject("woman", "woman", traits=(*traits, *more))) for more in ((), (wind,)))
    assert blown[way > 0] * way > calm[way > 0] * way


def test_a_wind_carries_nobody_out_of_the_sprite() -> None:
    for rig, traits in (
        ("woman", ("long hair", "scarf", "gown")),
        ("superhero", ()),
        ("wizard", ()),
        ("girl", ("coat",)),
    ):
        for phase in (0.0, 0.4, 0.8):
            alpha = drawn(Subject(rig, rig, traits=(*traits, "wind -1.00")), phase)[..., 3]
            assert max(alpha[0].max(), alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) == 0, rig


def test_who_breathes_in_the_cold_is_seen_to(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Subject("man", "man")
    assert len(_sources(monkeypatch, season="winter", subjects=(one,))) == 1
    assert not _sources(monkeypatch, subjects=(one,))
    assert not _sources(monkeypatch, season="winter", setting="room", subjects=(one,))


def test_runners_leave_prints_in_snow_and_cars_dust_in_a_desert(monkeypatch: pytest.MonkeyPatch) -> None:
    fox = Subject("fox", "fox", "run", travels=True)
    assert "prints" in {
        kind
        for kind, _ in _sources(monkeypatch, setting="pine_forest", weather="snow", season="winter", subjects=(fox,))
    }
    car = Subject("car", "car", "drive", travels=True)
    assert [kind for kind, _ in _sources(monkeypatch, setting="desert", subjects=(car,))] == ["puff"]
    assert not _sources(monkeypatch, setting="highway", subjects=(car,))


def test_a_frame_with_traces_is_the_same_drawn_alone() -> None:
    plan = ShotPlan(
        "", 5, 8.0, setting="meadow", season="winter", subjects=(Subject("man", "man", "walk", travels=True),)
    )
    scene = stage.build(plan, SMALL)
    one, other = (np.zeros((SMALL[1], SMALL[0], 4), np.uint8) for _ in range(2))
    scene.frame(5.0, one)
    scene.frame(2.0, other)
    scene.frame(5.0, other)
    assert (one == other).all()
