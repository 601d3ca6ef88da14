"""The embedded previsualization: free, offline, seeded; shows and takes its shot plan."""

from __future__ import annotations

from datetime import date

from rushes.model import Kind, Model, Parameter, Price
from rushes.models import shared
from rushes.shot import Mode

SHOT_PLAN = Parameter(
    "shotPlan",
    Kind.OBJECT,
    "An edited shot plan to render instead of reading the prompt anew; take it from metadata.shot_plan of an earlier task.",
    example={"setting": "pine_forest", "time": "dusk"},
)

QUALITY = Parameter(
    "quality",
    Kind.STRING,
    "What to trade: draft draws a quarter of the pixels without grain and encodes fastest; fine draws more than twice the "
    "pixels for smoother edges (not at 4k) and encodes slowly. Other models that an animatic stands in for use standard.",
    options=("draft", "standard", "fine"),
    default="standard",
    example="standard",
)

ANIMATIC = Model(
    id="animatic",
    name="Animatic",
    vendor="Rushes",
    description="A moving storyboard with sound, drawn on this machine in seconds. Free; the plan behind it can be edited.",
    parameters=(
        shared.PROMPT,
        shared.NEGATIVE_PROMPT,
        shared.IMAGE,
        shared.LAST_FRAME,
        shared.REFERENCE_IMAGES,
        shared.VIDEO,
        shared.ASPECT_RATIO,
        shared.resolution("720p", "1080p", "4k"),
        shared.DURATION_SECONDS,
        shared.PERSON_GENERATION,
        shared.GENERATE_AUDIO,
        shared.SEED,
        QUALITY,
        SHOT_PLAN,
    ),
    rules=(*shared.MEDIA_RULES, *shared.LENGTH_RULES),
    price=Price(
        {(resolution, sound): 0 for resolution in ("720p", "1080p", "4k") for sound in (True, False)},
        "free",
        "drawn on your own machine",
    ),
    modes=frozenset(Mode),
    engines=("animatic",),
    released=date(2026, 11, 22),
)

MODELS = (ANIMATIC,)
