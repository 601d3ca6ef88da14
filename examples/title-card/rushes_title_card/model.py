"""The declaration: forms, checks, prices, the reference and OpenAPI are all drawn from it."""

from __future__ import annotations

from datetime import date

from rushes.model import Kind, Model, Only, Parameter, Price, When
from rushes.models import shared
from rushes.shot import Mode

GROUND = Parameter(
    "ground",
    Kind.STRING,
    "What the words stand on.",
    options=("night", "paper", "sea"),
    default="night",
    example="paper",
)
WORDS_PER_SECOND = Parameter(
    "wordsPerSecond", Kind.INTEGER, "How fast the words come.", minimum=1, maximum=8, default=3, example=3
)

MODELS = (
    Model(
        id="title_card",
        name="Title card",
        vendor="Example",
        description="The words of the prompt, lettered one by one. An example of a model that a package adds.",
        parameters=(
            shared.PROMPT,
            shared.ASPECT_RATIO,
            shared.resolution("720p", "1080p"),
            shared.DURATION_SECONDS,
            shared.GENERATE_AUDIO,
            shared.SEED,
            GROUND,
            WORDS_PER_SECOND,
        ),
        rules=(Only(When(values=(("resolution", ("1080p",)),)), "durationSeconds", (8,)),),
        price=Price(
            {("720p", True): 10_000, ("720p", False): 5_000, ("1080p", True): 20_000, ("1080p", False): 10_000},
            "2026-11",
            "this package",
        ),
        modes=frozenset({Mode.TEXT}),
        engines=("title_card",),
        released=date(2026, 11, 22),
    ),
)
