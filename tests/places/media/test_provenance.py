from __future__ import annotations

import dataclasses
import json
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
import pytest
from cryptography import x509

from rushes.errors import Misconfigured
from rushes.media.certificates import Credentials, open_credentials
from rushes.media.probe import probe, verify
from rushes.media.provenance import Signer, prompt_sha256, read
from rushes.shot import Mode, Shot
from tests.places.media.films import film

FACTS: dict[str, object] = {"model": "veo_31_fast", "engine": "animatic", "pictures": False, "seed": 4_294_967_295}


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("films") / "clip.mp4")


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    return Signer.open(tmp_path_factory.mktemp("certificates"))


def test_a_signed_clip_says_what_made_it(tmp_path: Path, clip: Path, signer: Signer) -> None:
    told = signer.sign(clip, tmp_path / "signed.mp4", FACTS | {"shot_plan": {"a": 1}, "prompt": "a fox"})
    assert told["signed"] is True
    found = read(tmp_path / "signed.mp4", signer.root_pem)
    assert found["state"] == "known_signer"
    assert found["digital_source_type"] == told["digital_source_type"] == "digitalCreation"
    assert found["earlier"] == 0
    commitment = prompt_sha256(str(told["prompt_salt"]), "a fox")
    assert found["generation"] == {
        "model": "veo_31_fast", "engine": "animatic", "seed": 4_294_967_295, "prompt_sha256": commitment,
    }  # fmt: skip
    assert b"a fox" not in (tmp_path / "signed.mp4").read_bytes()


@pytest.mark.parametrize(
    ("engine", "pictures", "kind"),
    [
        ("animatic", False, "digitalCreation"),
        ("animatic", True, "compositeSynthetic"),
        ("vertex", False, "trainedAlgorithmicMedia"),
        ("vertex", True, "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_the_kind_is_honest(tmp_path: Path, clip: Path, signer: Signer, engine: str, pictures: bool, kind: str) -> None:
    signer.sign(clip, tmp_path / "signed.mp4", FACTS | {"engine": engine, "pictures": pictures})
    assert read(tmp_path / "signed.mp4")["digital_source_type"] == kind


def test_signing_changes_no_frame_and_keeps_the_index_first(tmp_path: Path, signer: Signer) -> None:
    plain = film(tmp_path / "plain.mp4", size=(1280, 720), frames=96)
    signer.sign(plain, tmp_path / "signed.mp4", FACTS)
    before, after = probe(plain, whole=True), probe(tmp_path / "signed.mp4", whole=True)
    assert dataclasses.replace(before, size_bytes=0) == dataclasses.replace(after, size_bytes=0)
    verify(tmp_path / "signed.mp4", Shot("veo_31_fast", Mode.TEXT, "a fox", seconds=4))


def test_without_its_root_the_signer_is_unknown_and_without_a_record_there_is_none(
    tmp_path: Path, clip: Path, signer: Signer
) -> None:
    signer.sign(clip, tmp_path / "signed.mp4", FACTS)
    assert read(tmp_path / "signed.mp4")["state"] == "unknown_signer"
    stranger = Signer.open(tmp_path / "stranger")
    assert read(tmp_path / "signed.mp4", stranger.root_pem)["state"] == "unknown_signer"
    assert read(clip) == {"state": "none"}


def test_one_changed_bit_is_seen(tmp_path: Path, clip: Path, signer: Signer) -> None:
    signer.sign(clip, tmp_path / "signed.mp4", FACTS)
    data = (tmp_path / "signed.mp4").read_bytes()
    for place in (data.index(b"mdat") + 1000, data.index(b"mvhd") + 8, data.index(b"veo_31_fast")):
        changed = bytearray(data)
        changed[place] ^= 1
        (tmp_path / "changed.mp4").write_bytes(changed)
        assert read(tmp_path / "changed.mp4", signer.root_pem)["state"] == "tampered"


def test_a_remux_drops_the_record(tmp_path: Path, clip: Path, signer: Signer) -> None:
    signer.sign(clip, tmp_path / "signed.mp4", FACTS)
    with av.open(str(tmp_path / "signed.mp4")) as source, av.open(str(tmp_path / "copy.mp4"), "w") as out:
        stream = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    assert read(tmp_path / "copy.mp4") == {"state": "none"}


def test_an_extension_carries_the_record_of_what_it_continues(tmp_path: Path, clip: Path, signer: Signer) -> None:
    signer.sign(clip, tmp_path / "first.mp4", FACTS)
    signer.sign(clip, tmp_path / "second.mp4", FACTS | {"footage": tmp_path / "first.mp4", "pictures": True})
    found = read(tmp_path / "second.mp4", signer.root_pem)
    assert (found["state"], found["earlier"]) == ("known_signer", 1)
    webm = film(tmp_path / "a.webm", codec="libvpx", container="webm", frames=6)
    assert signer.sign(clip, tmp_path / "third.mp4", FACTS | {"footage": webm})["signed"] is True


def test_a_vendors_mark_is_kept_under_ours(tmp_path: Path, clip: Path, signer: Signer) -> None:
    vendor = Signer.open(tmp_path / "vendor")
    vendor.sign(clip, tmp_path / "theirs.mp4", {"engine": "vertex", "model": "veo-3.1-fast-generate-001"})
    signer.sign(tmp_path / "theirs.mp4", tmp_path / "ours.mp4", FACTS | {"engine": "vertex"})
    found = read(tmp_path / "ours.mp4", signer.root_pem)
    assert (found["state"], found["earlier"]) == ("known_signer", 1)
    assert found["digital_source_type"] == "trainedAlgorithmicMedia"
    assert isinstance(found["generation"], dict)
    assert found["generation"]["model"] == "veo_31_fast"


def test_what_cannot_be_signed_is_delivered_unsigned_unless_signing_is_required(tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"not a film")
    told = Signer.open(tmp_path / "a").sign(broken, tmp_path / "out.mp4", FACTS)
    assert told["signed"] is False
    assert (tmp_path / "out.mp4").read_bytes() == b"not a film"
    with pytest.raises(Misconfigured):
        Signer.open(tmp_path / "a", required=True).sign(broken, tmp_path / "none.mp4", FACTS)
    assert not (tmp_path / "none.mp4").exists()


def test_keys_are_for_their_owner_alone_and_stay_the_same(tmp_path: Path) -> None:
    first, second = Signer.open(tmp_path / "c"), Signer.open(tmp_path / "c")
    assert first.root_pem == second.root_pem
    assert stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700
    for name in ("root-key.pem", "leaf-key.pem"):
        assert stat.S_IMODE((tmp_path / "c" / name).stat().st_mode) == 0o600
        assert (tmp_path / "c" / name).read_text().startswith("-----BEGIN PRIVATE KEY-----")
    assert "PRIVATE" not in json.dumps(repr(open_credentials(tmp_path / "c", datetime.now(UTC))))
    assert "PRIVATE" not in first.root_pem


def test_processes_that_start_at_once_agree_on_one_root(tmp_path: Path) -> None:
    found: list[Credentials] = []
    now = datetime.now(UTC)
    threads = [threading.Thread(target=lambda: found.append(open_credentials(tmp_path, now))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({credentials.chain_pem for credentials in found}) == 1


def test_a_leaf_about_to_end_is_renewed_under_the_same_root_while_the_server_runs(tmp_path: Path, clip: Path) -> None:
    times = [datetime.now(UTC) - timedelta(days=340)]
    signer = Signer.open(tmp_path / "c", lambda: times[0])
    old = (tmp_path / "c" / "leaf.pem").read_text()
    times[0] = datetime.now(UTC)
    signer.sign(clip, tmp_path / "signed.mp4", FACTS)
    assert (tmp_path / "c" / "leaf.pem").read_text() != old
    assert read(tmp_path / "signed.mp4", signer.root_pem)["state"] == "known_signer"
    leaf = x509.load_pem_x509_certificate((tmp_path / "c" / "leaf.pem").read_bytes())
    assert leaf.not_valid_after_utc > times[0] + timedelta(days=364)


def test_a_crash_between_key_and_leaf_is_mended(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    before = open_credentials(tmp_path, now)
    (tmp_path / "leaf-key.pem").write_bytes((tmp_path / "root-key.pem").read_bytes())
    after = open_credentials(tmp_path, now)
    assert after.chain_pem != before.chain_pem
    assert after.root_pem == before.root_pem


def test_certificates_that_are_not_ours_are_the_owners_business(tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("nonsense")
    with pytest.raises(Misconfigured, match="cannot be used"):
        Signer.open(tmp_path)
