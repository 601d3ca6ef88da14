"""google-genai against a Rushes server, in Gemini mode (2.x) or Vertex mode (argument "vertex")."""

# mypy: ignore-errors
# (written for SDKs of several generations)
from __future__ import annotations

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from google import genai
from google.genai import errors, types
from telling import FOLDER, KEY, PICTURE, URL, client, is_film, listening, refused, until, worked

VERTEX = sys.argv[4:] == ["vertex"]
MODEL = "veo-3.1-fast-generate-001" if VERTEX else "veo-3.1-fast-generate-preview"
client("google-genai", genai.__version__ + (" (Vertex mode)" if VERTEX else " (Gemini mode)"))


def connect(key: str) -> genai.Client:
    return genai.Client(api_key=key, vertexai=VERTEX, http_options=types.HttpOptions(base_url=URL))


sdk = connect(KEY)
image = types.Image.from_file(location=str(PICTURE))


def finish(operation: types.GenerateVideosOperation) -> types.GenerateVideosOperation:
    def look() -> bool:
        nonlocal operation
        operation = sdk.operations.get(operation)
        return bool(operation.done)

    until(look)
    return operation


def film(operation: types.GenerateVideosOperation) -> types.Video:
    operation = finish(operation)
    assert operation.error is None, operation.error
    found = operation.response.generated_videos[0].video
    if not VERTEX:
        sdk.files.download(file=found)
    return found


def config(**words: object) -> types.GenerateVideosConfig:
    return types.GenerateVideosConfig(**words)


first = sdk.models.generate_videos(model=MODEL, prompt="a fox", config=config(duration_seconds=4, aspect_ratio="16:9"))
worked("operation name", "/operations/" in first.name)
made = film(first)
worked("text to video", is_film(made.video_bytes))
made.save(str(FOLDER / "film.mp4"))
worked("save", is_film((FOLDER / "film.mp4").read_bytes()))
shot = sdk.models.generate_videos(model=MODEL, prompt="it runs", image=image, config=config(duration_seconds=4))
worked("image to video", is_film(film(shot).video_bytes))
shot = sdk.models.generate_videos(
    model=MODEL, prompt="it runs", image=image, config=config(duration_seconds=4, last_frame=image)
)
worked("first and last frame", is_film(film(shot).video_bytes))
reference = types.VideoGenerationReferenceImage(image=image, reference_type="asset")
shot = sdk.models.generate_videos(
    model=MODEL, prompt="a fox", config=config(reference_images=[reference], negative_prompt="rain", number_of_videos=1)
)
worked("reference images", is_film(film(shot).video_bytes))
source = types.Video(video_bytes=made.video_bytes, mime_type="video/mp4") if VERTEX else made
shot = sdk.models.generate_videos(model=MODEL, prompt="it stops", video=source, config=config(resolution="720p"))
longer = film(shot)
(FOLDER / "longer.mp4").write_bytes(longer.video_bytes)
worked("extension of its own result", len(longer.video_bytes) > len(made.video_bytes))
filtered = finish(sdk.models.generate_videos(model=MODEL, prompt="fake:refuse [test:filtered]"))
worked(
    "filtered",
    filtered.error is None
    and filtered.response.rai_media_filtered_count == 1
    and not filtered.response.generated_videos
    and filtered.response.rai_media_filtered_reasons,
)
failed = finish(sdk.models.generate_videos(model=MODEL, prompt="fake:fail [test:fail]"))
worked("failed operation", failed.error and failed.error["code"] == 13 and failed.response is None)
error = refused(
    lambda: sdk.models.generate_videos(model=MODEL, prompt="a", config=config(duration_seconds=7)), errors.ClientError
)
worked(
    "refused by name", error.code == 400 and error.status == "INVALID_ARGUMENT" and "durationSeconds" in error.message
)
error = refused(lambda: sdk.models.generate_videos(model="veo-9", prompt="a"), errors.ClientError)
worked("unknown model", error.code == 404 and error.status == "NOT_FOUND")
stranger = connect("wrong")
error = refused(lambda: stranger.models.generate_videos(model=MODEL, prompt="a"), errors.ClientError)
worked("bad key", error.code == (401 if VERTEX else 400))


async def asynchronously() -> bool:
    operation = await sdk.aio.models.generate_videos(model=MODEL, prompt="a fox", config=config(duration_seconds=4))
    while not operation.done:
        await asyncio.sleep(0.2)
        operation = await sdk.aio.operations.get(operation)
    found = operation.response.generated_videos[0].video
    if not VERTEX:
        await sdk.aio.files.download(file=found)
    return is_film(found.video_bytes)


worked("asynchronously", asyncio.run(asynchronously()))
if VERTEX:
    shot = sdk.models.generate_videos(
        model=MODEL,
        prompt="a quiet fox",
        config=config(
            seed=7,
            generate_audio=False,
            duration_seconds=4,
            person_generation="allow_adult",
            compression_quality="OPTIMIZED",
            fps=24,
            enhance_prompt=True,
        ),
    )
    worked("seed, sound off and Vertex's own words", is_film(film(shot).video_bytes))
else:
    shot = sdk.models.generate_videos(
        model=MODEL, prompt="a fox", config=config(duration_seconds=4, person_generation="allow_all")
    )
    worked("personGeneration", is_film(film(shot).video_bytes))
if not VERTEX:
    address, told = listening()
    hook = types.WebhookConfig(uris=[address], user_metadata={"scene": 7})
    shot = sdk.models.generate_videos(
        model=MODEL, prompt="a fox", config=config(duration_seconds=4, webhook_config=hook)
    )
    until(lambda: told)
    data = told[0]["data"]
    named = types.GenerateVideosOperation(name=data["id"])
    worked(
        "webhook",
        told[0]["type"] == "video.generated"
        and data["user_metadata"] == {"scene": 7}
        and sdk.operations.get(named).done
        and is_film(sdk.files.download(file=types.Video(uri=data["output_file_uri"]))),
    )
    uploaded = sdk.files.upload(file=str(PICTURE), config={"display_name": "a fox"})
    worked("upload a picture", uploaded.state == "ACTIVE" and uploaded.display_name == "a fox")
    uploaded = sdk.files.upload(file=str(FOLDER / "film.mp4"))
    worked("upload a film", uploaded.mime_type == "video/mp4" and sdk.files.get(name=uploaded.name).uri == uploaded.uri)
    shot = sdk.models.generate_videos(
        model=MODEL,
        prompt="on",
        video=types.Video(uri=uploaded.uri, mime_type="video/mp4"),
        config=config(resolution="720p"),
    )
    worked("extension of an uploaded film", is_film(film(shot).video_bytes))
    worked("list files", uploaded.name in [file.name for file in sdk.files.list(config={"page_size": 1})])
    sdk.files.delete(name=uploaded.name)
    error = refused(lambda: sdk.files.get(name=uploaded.name), errors.ClientError)
    worked("delete a file", error.code == 404)
    error = refused(lambda: sdk.files.upload(file=__file__, config={"mime_type": "image/png"}), errors.ClientError)
    worked("refused upload", error.code == 400 and "picture" in error.message)
