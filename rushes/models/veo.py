"""Google's Veo 3.1 family. Parameters and rules: the reference page of `veo_31_fast` and the Gemini API guide, read
2026-11-22. Prices: Gemini API and Vertex AI price pages as read 2026-10-02 (sound) and 2026-09-02 (without sound)."""

from __future__ import annotations

from datetime import date

from rushes.model import Model, Parameter, Price
from rushes.models import shared
from rushes.shot import Mode

_PRICE_SOURCE = "Gemini API and Vertex AI price pages"
_PRICE_VERSION = "2026-10-02"
_EVERY_MODE = frozenset(Mode)
#: "November 17, 2026 or later" (Vertex AI's model cards, read 2026-09-02). Lite is a preview, without a promise.
_KEPT_UNTIL = date(2026, 11, 17)


def _price(sound: dict[str, int], silent: dict[str, int]) -> Price:
    per_second = {(resolution, True): cents * 10_000 for resolution, cents in sound.items()}
    per_second |= {(resolution, False): cents * 10_000 for resolution, cents in silent.items()}
    return Price(per_second, _PRICE_VERSION, _PRICE_SOURCE)


def _parameters(*resolutions: str, references: bool = True) -> tuple[Parameter, ...]:
    return (
        shared.PROMPT,
        shared.NEGATIVE_PROMPT,
        shared.IMAGE,
        shared.LAST_FRAME,
        *((shared.REFERENCE_IMAGES,) if references else ()),
        shared.VIDEO,
        shared.ASPECT_RATIO,
        shared.resolution(*resolutions),
        shared.DURATION_SECONDS,
        shared.PERSON_GENERATION,
        shared.GENERATE_AUDIO,
        shared.SEED,
    )


_RULES = (*shared.MEDIA_RULES, *shared.LENGTH_RULES, *shared.PERSON_RULES)

FAST = Model(
    id="veo_31_fast",
    name="Veo 3.1 Fast",
    vendor="Google",
    description="Text, images or a clip to video with sound, quick and at a moderate price.",
    parameters=_parameters("720p", "1080p", "4k"),
    rules=_RULES,
    price=_price({"720p": 10, "1080p": 12, "4k": 30}, {"720p": 8, "1080p": 10, "4k": 25}),
    modes=_EVERY_MODE,
    engines=("vertex", "animatic"),
    released=date(2025, 11, 17),
    retires_at=_KEPT_UNTIL,
    aliases=("veo-3.1-fast-generate-001", "veo-3.1-fast-generate-preview"),
)
STANDARD = Model(
    id="veo_31",
    name="Veo 3.1",
    vendor="Google",
    description="Text, images or a clip to video with sound, in the best quality.",
    parameters=_parameters("720p", "1080p", "4k"),
    rules=_RULES,
    price=_price({"720p": 40, "1080p": 40, "4k": 60}, {"720p": 20, "1080p": 20, "4k": 40}),
    modes=_EVERY_MODE,
    engines=("vertex", "animatic"),
    released=date(2025, 11, 17),
    retires_at=_KEPT_UNTIL,
    aliases=("veo-3.1-generate-001", "veo-3.1-generate-preview"),
)
#: Lite has no 4k and, by two sources, no reference images; Vertex AI extends with it (read 2026-09-02).
LITE = Model(
    id="veo_31_lite",
    name="Veo 3.1 Lite",
    vendor="Google",
    description="Text, images or a clip to video with sound, at the lowest price. No 4k, no reference images.",
    parameters=_parameters("720p", "1080p", references=False),
    rules=_RULES,
    price=_price({"720p": 5, "1080p": 8}, {"720p": 3, "1080p": 5}),
    modes=_EVERY_MODE - {Mode.REFERENCES},
    engines=("vertex", "animatic"),
    released=date(2026, 3, 31),
    aliases=("veo-3.1-lite-generate-001", "veo-3.1-lite-generate-preview"),
)

MODELS = (FAST, STANDARD, LITE)
