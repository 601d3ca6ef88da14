"""Fixtures for all tests, each kind in a module of its own; and which run a case belongs to, where that is a matter of time."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import database, database_url, postgres, sqlite_template

__all__ = ["database", "database_url", "postgres", "sqlite_template"]

# How long a busy machine takes to think of an example says nothing about the code; the first one reads all of Unicode.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

#: Here PostgreSQL is what is tested, so its cases stay among the quick ones.
_ABOUT_DATABASES = "tests/places/database/"
#: Workers that die and take over from each other wait for beats and deadlines more than they compute.
_WAITING = (
    "tests/faults/test_fallbacks.py",
    "tests/faults/test_kill_points.py",
    "tests/faults/test_stopping.py",
    "tests/faults/test_sweep.py",
    "tests/faults/test_take_over.py",
    "tests/places/jobs/test_remote.py",
)
#: What is refused before a database is asked, and far sides that fail without one: on PostgreSQL only in the long run.
_ELSEWHERE = (
    "tests/faults/test_fallbacks.py",
    "tests/faults/test_remote_matrix.py",
    "tests/promises/test_a_bad_body_costs_nothing.py",
    "tests/promises/test_a_mistake_is_refused_by_name.py",
    "tests/promises/test_webhooks_refused.py",
)
_ANIMATIC = "tests/places/engines/animatic"
#: Walks over all there is of a kind: one case in so many stays in the quick run (where that is 1, none), of the others one
#: in so many is in the slow one, and the rest is for the long one.
_WALKS = {
    f"{_ANIMATIC}/test_library.py::test_every_piece_is_drawn_whole": (1, 8),
    f"{_ANIMATIC}/test_rigs.py::test_no_pose_is_clipped_by_its_sprite": (6, 3),
    f"{_ANIMATIC}/test_sound.py::test_an_extension_goes_on_in_phase": (6, 4),
    f"{_ANIMATIC}/test_sound.py::test_every_sound_of_the_catalog_is_mastered_to_the_same_loudness": (6, 4),
    f"{_ANIMATIC}/test_sound_events.py::test_any_prompt_is_as_loud_as_any_other_and_clean": (1, 3),
    f"{_ANIMATIC}/test_sound_events.py::test_no_sound_leans_to_one_side_or_is_not_a_number": (1, 4),
    f"{_ANIMATIC}/test_stage.py::test_every_pixel_of_a_setting_is_drawn_in_both_shapes": (6, 3),
    f"{_ANIMATIC}/test_given_pictures.py::test_a_film_begins_as_any_picture_and_ends_as_any_other": (1, 3),
    f"{_ANIMATIC}/test_memory.py::test_eight_seconds_at_720p_take_less_than_a_gibibyte": (1, 2),
    f"{_ANIMATIC}/test_steadiness.py::test_no_move_shows_an_empty_edge_in_any_shape": (1, 6),
    f"{_ANIMATIC}/test_weather.py::test_no_hard_weather_flickers": (1, 6),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick run proves the promises on SQLite, and the database itself on both; the slow run proves all on both."""
    walked, left = Counter[str](), Counter[str]()
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        on_postgres = "postgres" in parameters.values()
        if (on_postgres and not item.nodeid.startswith(_ABOUT_DATABASES)) or item.nodeid.startswith(_WAITING):
            item.add_marker(pytest.mark.slow)
        if on_postgres and item.nodeid.startswith(_ELSEWHERE):
            item.add_marker(pytest.mark.long)
        test = item.nodeid.partition("[")[0]
        if test in _WALKS:
            quick, slow = _WALKS[test]
            walked[test] += 1
            if quick > 1 and walked[test] % quick == 1:
                continue
            item.add_marker(pytest.mark.slow)
            if left[test] % slow:
                item.add_marker(pytest.mark.long)
            left[test] += 1
