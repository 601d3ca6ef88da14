"""Documents: shots, clips and posters as the JSON in which their rows keep them, and back. Written out field by field,
because a poll reads one each time and because a field that is renamed must not change what is stored."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from rushes.clip import Clip, Poster
from rushes.shot import Footage, Mode, Picture, Reference, Shot

Document = dict[str, Any]  # Any: values of JSON


def shot_document(shot: Shot) -> Document:
    return {
        "model": shot.model,
        "mode": shot.mode.value,
        "prompt": shot.prompt,
        "negative_prompt": shot.negative_prompt,
        "first_frame": shot.first_frame and _picture_document(shot.first_frame),
        "last_frame": shot.last_frame and _picture_document(shot.last_frame),
        "references": [
            {"picture": _picture_document(reference.picture), "kind": reference.kind} for reference in shot.references
        ],
        "footage": shot.footage
        and {
            "digest": shot.footage.digest,
            "mime": shot.footage.mime,
            "size": list(shot.footage.size),
            "seconds": shot.footage.seconds,
            "task_id": shot.footage.task_id,
        },
        "aspect_ratio": shot.aspect_ratio,
        "resolution": shot.resolution,
        "seconds": shot.seconds,
        "person_generation": shot.person_generation,
        "seed": shot.seed,
        "sound": shot.sound,
        "quality": shot.quality,
        "plan": None if shot.plan is None else dict(shot.plan),
        "own": dict(shot.own),
    }


def shot_of(document: Document) -> Shot:
    footage = document["footage"]
    return Shot(
        model=document["model"],
        mode=Mode(document["mode"]),
        prompt=document["prompt"],
        negative_prompt=document["negative_prompt"],
        first_frame=_picture_of(document["first_frame"]),
        last_frame=_picture_of(document["last_frame"]),
        references=tuple(
            Reference(_known_picture(reference["picture"]), reference["kind"]) for reference in document["references"]
        ),
        footage=footage
        and Footage(footage["digest"], footage["mime"], _size(footage["size"]), footage["seconds"], footage["task_id"]),
        aspect_ratio=document["aspect_ratio"],
        resolution=document["resolution"],
        seconds=document["seconds"],
        person_generation=document["person_generation"],
        seed=document["seed"],
        sound=document["sound"],
        quality=document.get("quality", "standard"),  # rows of older versions have none
        plan=document["plan"],
        own=document.get("own", {}),  # as above
    )


def clip_document(clip: Clip) -> Document:
    return {
        "digest": clip.digest,
        "size_bytes": clip.size_bytes,
        "size": list(clip.size),
        "rate": str(clip.rate),
        "frames": clip.frames,
        "sound": clip.sound,
        "mime": clip.mime,
    }


def clip_of(document: Document) -> Clip:
    return Clip(
        document["digest"],
        document["size_bytes"],
        _size(document["size"]),
        Fraction(document["rate"]),
        document["frames"],
        document["sound"],
        document["mime"],
    )


def poster_document(poster: Poster) -> Document:
    return {"digest": poster.digest, "size": list(poster.size), "mime": poster.mime}


def poster_of(document: Document) -> Poster:
    return Poster(document["digest"], _size(document["size"]), document["mime"])


def _picture_document(picture: Picture) -> Document:
    return {"digest": picture.digest, "mime": picture.mime, "size": list(picture.size)}


def _picture_of(document: Document | None) -> Picture | None:
    return None if document is None else _known_picture(document)


def _known_picture(document: Document) -> Picture:
    return Picture(document["digest"], document["mime"], _size(document["size"]))


def _size(pair: list[int]) -> tuple[int, int]:
    return (pair[0], pair[1])
