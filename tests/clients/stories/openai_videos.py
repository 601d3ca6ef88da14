# mypy: ignore-errors
# (written for SDKs of several generations)
"""openai-python against a Rushes server."""

from __future__ import annotations

import asyncio
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import httpx
import openai
from telling import KEY, PICTURE, URL, client, is_film, refused, worked

warnings.simplefilter("ignore")
client("openai", openai.__version__)
sdk = openai.OpenAI(api_key=KEY, base_url=f"{URL}/v1")
MODEL = "veo_31_fast"

video = sdk.videos.create(prompt="a fox", model=MODEL, seconds="4", size="1280x720")
worked("create", video.status in ("queued", "in_progress") and video.seconds == "4" and video.object == "video")
video = sdk.videos.poll(video.id)
worked(
    "poll",
    video.status == "completed" and video.progress == 100 and video.size == "1280x720",
)
film = sdk.videos.download_content(video.id).read()
worked("content: video", is_film(film))
worked("content: thumbnail", sdk.videos.download_content(video.id, variant="thumbnail").read()[:2] == b"\xff\xd8")
worked("content: spritesheet", sdk.videos.download_content(video.id, variant="spritesheet").read()[:2] == b"\xff\xd8")
with PICTURE.open("rb") as picture:
    shot = sdk.videos.create_and_poll(
        prompt="it runs", model=MODEL, seconds="4", size="1280x720", input_reference=picture
    )
worked("input_reference", shot.status == "completed")
silent = sdk.videos.create_and_poll(
    prompt="a fox", model=MODEL, seconds="4", extra_body={"generateAudio": False, "seed": 7, "negativePrompt": "rain"}
)
worked("extra_body", silent.status == "completed" and silent.size == "720x1280")
remix = sdk.videos.remix(video.id, prompt="a red fox")
worked("remix", remix.remixed_from_video_id == video.id and sdk.videos.poll(remix.id).status == "completed")
if hasattr(sdk.videos, "extend"):
    import io

    longer = sdk.videos.extend(prompt="it stops", seconds="8", video=("film.mp4", io.BytesIO(film)))
    longer = sdk.videos.poll(longer.id)
    worked("extend", longer.status == "completed" and longer.seconds == "11")
    error = refused(
        lambda: sdk.videos.edit(prompt="at night", video=("film.mp4", io.BytesIO(film))), openai.BadRequestError
    )
    worked("edit of a foreign film is refused by name", error.param == "video")
newest = sdk.videos.list(limit=2)
worked("list", len(newest.data) == 2 and newest.has_more)
every = [one.id for one in sdk.videos.list(limit=2, order="asc")]
worked("list: all pages, oldest first", every == sorted(every) and {video.id, remix.id} <= set(every))
failed = sdk.videos.create_and_poll(prompt="fake:refuse [test:filtered]", model=MODEL)
worked("failed video", failed.status == "failed" and failed.error.code == "content_policy_violation")
error = refused(lambda: sdk.videos.create(prompt="a", model=MODEL, seconds="7"), openai.BadRequestError)
worked("refused by name", "seconds is 7" in error.message and error.param == "seconds")
error = refused(lambda: sdk.videos.retrieve("video_123"), openai.NotFoundError)
worked("not found")
stranger = openai.OpenAI(api_key="wrong", base_url=f"{URL}/v1")
error = refused(lambda: stranger.videos.create(prompt="a"), openai.AuthenticationError)
worked("bad key", "Incorrect API key provided" in error.message)
gone = sdk.videos.delete(remix.id)
worked("delete", gone.deleted and gone.object == "video.deleted")
long = sdk.videos.create(prompt="fake:slow=60", model=MODEL)
worked("delete while it is made", sdk.videos.delete(long.id).deleted)


class Lossy(httpx.HTTPTransport):
    """Delivers the first create, and loses its answer."""

    lost = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = super().handle_request(request)
        if not self.lost:
            self.lost = True
            answer.read()
            raise httpx.ReadTimeout("lost", request=request)
        return answer


before = len(list(sdk.videos.list(limit=100)))
lossy = openai.OpenAI(api_key=KEY, base_url=f"{URL}/v1", http_client=httpx.Client(transport=Lossy()))
again = lossy.videos.create(prompt="a fox that is sent twice", model=MODEL, seconds="4")
worked("a create whose answer was lost makes one video", len(list(sdk.videos.list(limit=100))) == before + 1)
twin = sdk.videos.create(prompt="a fox that is sent twice", model=MODEL, seconds="4")
worked("two wishes that are alike make two", twin.id != again.id)
worked("models", MODEL in [model.id for model in sdk.models.list()] and sdk.models.retrieve(MODEL).owned_by == "google")


async def asynchronously() -> object:
    async with openai.AsyncOpenAI(api_key=KEY, base_url=f"{URL}/v1") as later:
        made = await later.videos.create_and_poll(prompt="a fox", model=MODEL, seconds="4")
        return is_film((await later.videos.download_content(made.id)).read())


worked("asynchronously", asyncio.run(asynchronously()))
error = refused(lambda: sdk.videos.download_content(failed.id), openai.NotFoundError)
worked("no content of a failed video")
waiting = sdk.with_options(default_headers={"Prefer": "wait=30"})
slow = sdk.videos.create(prompt="a fox fake:slow=1", model=MODEL, seconds="4")
worked("one look that waits", waiting.videos.retrieve(slow.id).status == "completed")
table = {model.id: model for model in sdk.models.list()}
worked(
    "capabilities of models",
    table[MODEL].capabilities["input_schema"]["properties"]["durationSeconds"]["enum"] == [4, 6, 8],
)
