"""`rushes verify`: anyone who has the file can ask what made it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rushes.cli.verify import verify
from rushes.media.provenance import Signer
from tests.places.media.films import film

FACTS: dict[str, object] = {
    "model": "veo_31_fast",
    "engine": "animatic",
    "pictures": False,
    "seed": 7,
    "prompt": "a fox",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server's home, with a clip of its own beside it."""
    home = tmp_path_factory.mktemp("verified") / "home"
    (home / "provenance").mkdir(parents=True)
    told = Signer.open(home / "provenance").sign(film(home / "plain.mp4"), home / "clip.mp4", FACTS)
    (home / "salt").write_text(str(told["prompt_salt"]))
    return home


def asked(home: Path, *words: str) -> Result:
    return CliRunner().invoke(verify, list(words), env={"RUSHES_HOME": str(home)})


def test_a_clip_of_ours_is_known(home: Path) -> None:
    told = asked(home, str(home / "clip.mp4"))
    assert told.exit_code == 0, told.output
    assert "Signed and verified" in told.output
    assert "veo_31_fast animatic" in told.output
    assert "drawn by rules, with no trained model" in told.output


def test_elsewhere_its_signer_is_a_stranger_until_the_root_is_given(home: Path, tmp_path: Path) -> None:
    assert "Signed by somebody else" in asked(tmp_path, str(home / "clip.mp4")).output
    trusting = asked(tmp_path, str(home / "clip.mp4"), "--root", str(home / "provenance" / "root.pem"))
    assert "Signed and verified" in trusting.output


def test_a_clip_that_was_changed_or_never_signed_fails(home: Path, tmp_path: Path) -> None:
    changed = bytearray((home / "clip.mp4").read_bytes())
    changed[-100] ^= 1
    (tmp_path / "changed.mp4").write_bytes(changed)
    assert asked(home, str(tmp_path / "changed.mp4")).exit_code == 1
    assert asked(home, str(home / "plain.mp4")).exit_code == 1


@pytest.mark.parametrize(("prompt", "code"), [("a fox", 0), ("a cat", 1)])
def test_the_owner_can_prove_the_prompt(home: Path, prompt: str, code: int) -> None:
    told = asked(home, str(home / "clip.mp4"), "--prompt", prompt, "--salt", (home / "salt").read_text())
    assert told.exit_code == code, told.output
