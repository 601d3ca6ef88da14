"""A Shot in Vertex AI's words."""

from __future__ import annotations

from collections.abc import Mapping

from google.genai import types

from rushes.engines.vertex.account import Account
from rushes.engines.vertex.products import FOOTAGE_SECONDS_MAX
from rushes.errors import ShotUnsupported
from rushes.shot import Mode, Picture, Shot
from rushes.take import Take


def source(shot: Shot, take: Take) -> types.GenerateVideosSource:
    """The prompt with the first frame or the footage. Raises ShotUnsupported."""
    video = None
    if shot.footage is not None:
        if shot.footage.seconds > FOOTAGE_SECONDS_MAX:
            raise ShotUnsupported(
                f"video lasts {shot.footage.seconds:.1f} s; Vertex AI extends clips of at most {FOOTAGE_SECONDS_MAX:g} s."
                " Nothing was charged."
            )
        video = types.Video(video_bytes=take.file(shot.footage.digest).read_bytes(), mime_type=shot.footage.mime)
    image = _image(shot.first_frame, take) if shot.first_frame else None
    return types.GenerateVideosSource(prompt=shot.prompt or None, image=image, video=video)


def config(shot: Shot, take: Take, account: Account) -> types.GenerateVideosConfig:
    """Everything else. What is not said is left to Google."""
    references = [
        types.VideoGenerationReferenceImage(
            image=_image(reference.picture, take),
            reference_type=types.VideoGenerationReferenceType(reference.kind.upper()),
        )
        for reference in shot.references
    ]
    return types.GenerateVideosConfig(
        number_of_videos=1,
        aspect_ratio=shot.aspect_ratio,
        resolution=shot.resolution,
        # An extension's length is Google's own: 7 seconds more.
        duration_seconds=None if shot.mode is Mode.EXTEND else shot.seconds,
        negative_prompt=shot.negative_prompt or None,
        person_generation=_people(shot, account),
        seed=shot.seed,
        generate_audio=shot.sound,
        last_frame=_image(shot.last_frame, take) if shot.last_frame else None,
        reference_images=references or None,
        output_gcs_uri=account.storage_uri,
    )


def changes(shot: Shot, account: Account) -> Mapping[str, object]:
    """What is asked of Vertex AI otherwise than the caller asked us; told in the task's metadata."""
    asked = _people(shot, account)
    if asked == shot.person_generation:
        return {}
    return {"personGeneration": {"asked": shot.person_generation, "sent": asked}}


def _people(shot: Shot, account: Account) -> str | None:
    """Vertex AI takes allow_all, which may show children, only from projects on a list (API reference, 2026-09-02)."""
    if shot.person_generation == "allow_all" and not account.children:
        return "allow_adult"
    return shot.person_generation


def _image(picture: Picture, take: Take) -> types.Image:
    return types.Image(image_bytes=take.file(picture.digest).read_bytes(), mime_type=picture.mime)
