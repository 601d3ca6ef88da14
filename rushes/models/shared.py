"""Parameters and rules that more than one model has."""

from __future__ import annotations

from rushes.model import Excludes, Kind, Needs, Only, Parameter, Rule, When
from rushes.shot import Mode

PROMPT_LENGTH_MAX = 10_000

#: Parameters that a `Shot` has a field for, so that every engine knows where to look; others are in `Shot.own`.
OF_EVERY_SHOT = frozenset({
    "prompt", "negativePrompt", "image", "lastFrame", "referenceImages", "video", "aspectRatio", "resolution",
    "durationSeconds", "personGeneration", "generateAudio", "seed", "quality", "shotPlan",
})  # fmt: skip

PROMPT = Parameter(
    "prompt",
    Kind.STRING,
    "What the clip shows and what is heard in it: subject, action, place, light, camera, sounds, spoken lines in quotes.",
    required=True,
    length_max=PROMPT_LENGTH_MAX,
    example="A red fox trots through falling snow in a pine forest at dusk, the wind howls",
)
NEGATIVE_PROMPT = Parameter(
    "negativePrompt",
    Kind.STRING,
    "What should not appear in the clip.",
    length_max=PROMPT_LENGTH_MAX,
    example="people, text, watermark",
)
IMAGE = Parameter(
    "image",
    Kind.PICTURE,
    "The first frame: PNG, JPEG or WebP, up to 20 MB. Base64 bytes, a data URI, an https address or an uploaded file's id.",
    example={"uri": "https://example.com/first.png"},
)
LAST_FRAME = Parameter(
    "lastFrame",
    Kind.PICTURE,
    "The final frame, to which the clip moves; only together with image.",
    example={"uri": "https://example.com/last.png"},
)
REFERENCE_IMAGES = Parameter(
    "referenceImages",
    Kind.PICTURES,
    "Up to 3 pictures of things to show (referenceType asset) or of a look to take over (style).",
    items_max=3,
    example=[{"image": {"uri": "https://example.com/fox.png"}, "referenceType": "asset"}],
)
VIDEO = Parameter(
    "video",
    Kind.FOOTAGE,
    "A clip to extend by 7 seconds: an earlier task's id or clip address, an uploaded file's id, or the bytes.",
    example={"taskId": "01k9w0c3v8f6t2m4n5p7q9r0s1"},
)
ASPECT_RATIO = Parameter(
    "aspectRatio",
    Kind.STRING,
    "Wide or upright.",
    options=("16:9", "9:16"),
    default="16:9",
    example="16:9",
)
GENERATE_AUDIO = Parameter(
    "generateAudio",
    Kind.BOOLEAN,
    "Whether the clip has sound.",
    default=True,
    example=True,
)
SEED = Parameter(
    "seed",
    Kind.INTEGER,
    "The same seed and request give the same shot again where the engine can; drawn at random when left out.",
    minimum=0,
    maximum=4_294_967_295,
    example=7,
)


def resolution(*options: str) -> Parameter:
    return Parameter(
        "resolution",
        Kind.STRING,
        "Height of a wide clip, width of an upright one; 1080p and 4k need durationSeconds 8.",
        options=options,
        default="720p",
        example="720p",
    )


DURATION_SECONDS = Parameter(
    "durationSeconds",
    Kind.INTEGER,
    "Length in seconds; must be 8 with referenceImages, with video, and at 1080p or 4k.",
    options=(4, 6, 8),
    default=8,
    example=8,
)
PERSON_GENERATION = Parameter(
    "personGeneration",
    Kind.STRING,
    "Whether people may appear: allow_all for text-to-video and extension, allow_adult when pictures are given.",
    options=("allow_all", "allow_adult"),
    example="allow_all",
)

#: Together or not (Gemini API guide and google-genai docstrings, read 2026-11-22).
MEDIA_RULES: tuple[Rule, ...] = (
    Needs("lastFrame", ("image",)),
    Excludes("referenceImages", ("image", "lastFrame", "video")),
    Excludes("video", ("image", "lastFrame", "referenceImages")),
)
#: Length by resolution and mode (same guide, and the reference page of veo_31_fast).
LENGTH_RULES: tuple[Rule, ...] = (
    Only(When(values=(("resolution", ("1080p", "4k")),)), "durationSeconds", (8,)),
    Only(When(modes=(Mode.REFERENCES, Mode.EXTEND)), "durationSeconds", (8,)),
    Only(When(modes=(Mode.EXTEND,)), "resolution", ("720p",)),
)
PERSON_RULES: tuple[Rule, ...] = (
    Only(When(modes=(Mode.TEXT, Mode.EXTEND)), "personGeneration", ("allow_all",)),
    Only(When(modes=(Mode.IMAGE, Mode.FRAMES, Mode.REFERENCES)), "personGeneration", ("allow_adult",)),
)
