"""Delivery: from the file that an engine made to a clip in storage, ready to be settled.

The clip's digest is in the take's row before its bytes are in storage. So whoever resumes the task after a crash finds
them and delivers them instead of making, and keeping, a second clip.

What reads films is loaded with the first film: a server that only waits should be small.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rushes.clip import Clip, Poster
from rushes.database import takes, tasks
from rushes.errors import EngineFailed, RushesError
from rushes.jobs.bench import Bench
from rushes.jobs.kill_points import passed
from rushes.jobs.outcome import Delivered
from rushes.jobs.patience import patiently
from rushes.storage.bytes import digest_of
from rushes.take import TakeRecord, TakeState
from rushes.task import Task


@dataclass(frozen=True, slots=True)
class Prepared:
    """A verified and signed film, on disk."""

    path: Path
    clip: Clip
    notes: Mapping[str, object]


def deliver(
    bench: Bench,
    task: Task,
    number: int,
    state: TakeState,
    film: Path,
    place: Path,
    files: Mapping[str, str],
    notes: Mapping[str, object],
) -> Delivered:
    """Verify, sign and store the film of a take that is in `state`, made with these files of the shot (by digest).

    Raises EngineFailed when it is not what was asked for."""
    made = prepare(bench, task, film, place, files, notes)
    clip, notes = made.clip, made.notes
    passed("signed")

    def write_digest() -> None:
        with bench.database.transaction() as connection:
            # Notes first: a resumed delivery has the file, but no longer what the engine said about it.
            tasks.add_notes(connection, task.id, notes)
            takes.set_state(connection, task.id, number, state, bench.clock(), digest=clip.digest)

    patiently(bench, write_digest)
    passed("digest_written")
    patiently(bench, lambda: bench.storage.put(made.path, clip.digest))
    passed("clip_stored")
    # After the clip: whoever finds that can make this again, and then nothing is left over of either.
    picture = _store_poster(bench, task, made.path, place)
    passed("poster_stored")
    return Delivered(number, clip, picture, notes)


def prepare(
    bench: Bench, task: Task, film: Path, place: Path, files: Mapping[str, str], notes: Mapping[str, object]
) -> Prepared:
    """Verify a film and sign it. Raises EngineFailed when it is not what was asked for."""
    from rushes.media.probe import verify

    clip = verify(film, task.shot)
    if bench.signer is not None:
        signed = place / "signed.mp4"
        provenance = bench.signer.sign(film, signed, {**_facts(task, notes, files), "frames": clip.frames})
        notes = {**notes, "provenance": dict(provenance)}
        film, clip = signed, verify(signed, task.shot)
    return Prepared(film, clip, {**notes, "seed": task.shot.seed, "frames": clip.frames})


def resume(bench: Bench, task: Task, record: TakeRecord, place: Path) -> Delivered | None:
    """Deliver what an earlier worker has stored but could not settle; None when it got less far than that."""
    from rushes.media.probe import verify

    if record.digest is None or record.state not in (TakeState.RENDERING, TakeState.SUBMITTED):
        return None
    digest = record.digest
    if patiently(bench, lambda: bench.storage.size(digest)) is None:
        return None
    film = place / "stored.mp4"
    patiently(bench, lambda: bench.storage.get_to(digest, film))
    clip = verify(film, task.shot)
    assert clip.digest == digest, "storage keeps bytes under their own digest"
    return Delivered(record.number, clip, _store_poster(bench, task, film, place), {})


def tidy(bench: Bench, task: Task, records: list[TakeRecord]) -> None:
    """Remove from storage what takes of an ended task have left there and the task does not have: the clip of a take
    that came too late, say. To be repeated by whoever resumes the task after a crash."""
    kept = task.clip.digest if task.clip else None
    for digest in {record.digest for record in records if record.digest is not None} - {kept}:
        if patiently(bench, partial(bench.storage.size, digest)) is None or _is_shared(bench, digest, task.id):
            continue
        with bench.workplace(task.id) as place:
            film, picture = place / "late.mp4", place / "late.jpg"
            bench.storage.get_to(digest, film)
            # The poster goes first: it can be found again only by way of the clip.
            _own_poster(task, film, picture)
            bench.storage.delete(digest_of(picture))
            bench.storage.delete(digest)


def _is_shared(bench: Bench, digest: str, task_id: str) -> bool:
    with bench.database.reading() as connection:
        return takes.others_with(connection, digest, task_id)


def _store_poster(bench: Bench, task: Task, film: Path, place: Path) -> Poster:
    path = place / "poster.jpg"
    made = _own_poster(task, film, path)
    patiently(bench, lambda: bench.storage.put(path, made.digest))
    return made


def _own_poster(task: Task, film: Path, path: Path) -> Poster:
    """The poster of a film, always the same for the same task and film."""
    from rushes.media.posters import poster

    try:
        made = poster(film, path)
    except RushesError as fault:
        raise EngineFailed(f"No poster can be made of the clip. {fault.message}") from fault
    own_jpeg(path, task.id)
    return replace(made, digest=digest_of(path))


def own_jpeg(path: Path, task_id: str) -> None:
    """Write the task's id into a JPEG as a comment (ITU-T T.81, B.2.4.5). Two tasks with equal pictures then have
    different files, and one can be removed without the other."""
    picture = path.read_bytes()
    if not picture.startswith(b"\xff\xd8"):
        raise EngineFailed("A preview is not a JPEG file.")
    comment = task_id.encode()
    path.write_bytes(b"\xff\xd8\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + picture[2:])


def _facts(task: Task, notes: Mapping[str, object], files: Mapping[str, str]) -> dict[str, object]:
    """What goes into the record of origin; see `media.provenance.Signer.sign`."""
    footage = task.shot.footage
    return {
        "task": task.id,
        "model": task.model,
        "engine": notes.get("engine", task.engine),
        "engine_version": notes.get("engine_version", "unknown"),
        "seed": task.shot.seed,
        "prompt": task.shot.prompt,
        "pictures": bool(files),
        "inputs": sorted(files),
        **({"footage": Path(files[footage.digest])} if footage else {}),
    }
