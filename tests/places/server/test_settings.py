from __future__ import annotations

from pathlib import Path

import pytest

from rushes.errors import Misconfigured
from rushes.server.settings import Settings, described, table, unknown


def test_nothing_set_is_all_defaults() -> None:
    settings = Settings.read({})
    assert settings.port == 8700
    assert settings.host == "127.0.0.1"
    assert settings.database_url is None


def test_values_are_read_by_their_kind() -> None:
    settings = Settings.read(
        {
            "RUSHES_HOME": "/srv/rushes",
            "RUSHES_PORT": "0",
            "RUSHES_ENGINES": "fake, animatic",
            "RUSHES_ROUTES": "veo_31_fast=vertex+animatic;veo_31=vertex",
            "RUSHES_CHARGE_ANIMATIC": "yes",
            "RUSHES_BODY_IDLE_SECONDS": "0.5",
            "RUSHES_LINKS_SECRET": "s" * 32,
            "RUSHES_PUBLIC_URL": "",
        }
    )
    assert settings.home == Path("/srv/rushes")
    assert settings.engines == ("fake", "animatic")
    assert settings.routes == {"veo_31_fast": ("vertex", "animatic"), "veo_31": ("vertex",)}
    assert settings.charge_animatic is True
    assert settings.body_idle_seconds == 0.5
    assert settings.public_url is None, "an empty variable is as if not set"
    assert "ssss" not in repr(settings)


def test_what_is_given_goes_before_the_environment() -> None:
    assert Settings.read({"RUSHES_PORT": "1"}, port=2, host=None).port == 2


@pytest.mark.parametrize(
    ("variable", "word"),
    [
        ("RUSHES_PORT", "http"),
        ("RUSHES_PORT", "65536"),
        ("RUSHES_CHARGE_ANIMATIC", "maybe"),
        ("RUSHES_LOG_FORMAT", "xml"),
        ("RUSHES_PUBLIC_URL", "example.com"),
        ("RUSHES_LINKS_SECRET", "short"),
        ("RUSHES_FENCE_SECONDS", "60"),
        ("RUSHES_TASK_DAYS", "0"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(variable: str, word: str) -> None:
    with pytest.raises(Misconfigured, match=variable):
        Settings.read({variable: word})


def test_a_misspelled_variable_is_noticed() -> None:
    assert unknown({"RUSHES_PROT": "1", "RUSHES_PORT": "1", "RUSHES_API_KEY": "x", "PATH": "/"}) == ["RUSHES_PROT"]


def test_every_setting_has_a_meaning() -> None:
    lines = {line.variable: line for line in described()}
    assert len(lines) == len(table())
    assert all(line.meaning.endswith((".", "…")) for line in lines.values())
    assert {name for name, line in lines.items() if line.secret} == {
        "RUSHES_DATABASE_URL",
        "RUSHES_LINKS_SECRET",
        "RUSHES_OIDC_CLIENT_SECRET",
        "RUSHES_SEALING_KEY",
        "RUSHES_UPSTREAM_KEY",
        "RUSHES_VIDEOS_API_KEY",
    }
