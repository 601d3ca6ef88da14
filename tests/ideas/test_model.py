"""The rules of every model, read from its own declaration."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes import models
from rushes.errors import (
    MissingParameter,
    NotFound,
    Refused,
    RuleBroken,
    UnknownParameter,
    ValueNotAllowed,
    WrongType,
)
from rushes.model import Kind, Model, Only, usd_text
from rushes.shot import Mode

FAST = models.find("veo_31_fast")
EVERY_MODEL = pytest.mark.parametrize("model", models.ALL.values(), ids=list(models.ALL))
PICTURE = {"bytesBase64Encoded": "aGk=", "mimeType": "image/png"}


def test_defaults_are_those_of_the_reference_page() -> None:
    assert FAST.check({"prompt": "a fox"}) == {
        "prompt": "a fox",
        "aspectRatio": "16:9",
        "resolution": "720p",
        "durationSeconds": 8,
        "personGeneration": "allow_all",
        "generateAudio": True,
    }


def test_person_generation_defaults_to_the_one_legal_value_of_the_mode() -> None:
    assert FAST.check({"prompt": "a", "image": PICTURE})["personGeneration"] == "allow_adult"
    assert FAST.check({"prompt": "a", "video": {"taskId": "x"}})["personGeneration"] == "allow_all"


@pytest.mark.parametrize(
    ("parameters", "fault", "at", "words"),
    [
        ({}, MissingParameter, "prompt", "prompt is missing"),
        ({"prompt": "  "}, MissingParameter, "prompt", "prompt is empty"),
        (
            {"prompt": "a", "durationSeconds": 7},
            ValueNotAllowed,
            "durationSeconds",
            "is 7; veo_31_fast takes 4, 6 or 8",
        ),
        ({"prompt": "a", "durationSeconds": "8"}, WrongType, "durationSeconds", 'is "8"; it must be an integer'),
        ({"prompt": "a", "durationSeconds": 8.0}, WrongType, "durationSeconds", "is 8.0; it must be an integer"),
        ({"prompt": "a", "durationSeconds": True}, WrongType, "durationSeconds", "is true; it must be an integer"),
        (
            {"prompt": "a", "aspectRatio": "4:3"},
            ValueNotAllowed,
            "aspectRatio",
            '"4:3"; veo_31_fast takes 16:9 or 9:16',
        ),
        ({"prompt": "a", "resolution": "8k"}, ValueNotAllowed, "resolution", "takes 720p, 1080p or 4k"),
        ({"prompt": "a", "resolution": "1080p", "durationSeconds": 6}, RuleBroken, "durationSeconds", "only 8"),
        ({"prompt": "a", "resolution": "4k", "durationSeconds": 4}, RuleBroken, "durationSeconds", "only 8"),
        ({"prompt": "a", "lastFrame": PICTURE}, RuleBroken, "lastFrame", "needs image"),
        ({"prompt": "a", "referenceImages": [PICTURE] * 4}, ValueNotAllowed, "referenceImages", "4 items; at most 3"),
        ({"prompt": "a", "referenceImages": []}, ValueNotAllowed, "referenceImages", "empty array"),
        ({"prompt": "a", "referenceImages": PICTURE}, WrongType, "referenceImages", "must be an array"),
        ({"prompt": "a", "referenceImages": [PICTURE], "durationSeconds": 4}, RuleBroken, "durationSeconds", "only 8"),
        ({"prompt": "a", "referenceImages": [PICTURE], "image": PICTURE}, RuleBroken, "referenceImages", "image"),
        ({"prompt": "a", "video": "t", "durationSeconds": 6}, RuleBroken, "durationSeconds", "only 8"),
        ({"prompt": "a", "video": "t", "resolution": "1080p"}, RuleBroken, "resolution", "only 720p"),
        ({"prompt": "a", "video": "t", "image": PICTURE}, RuleBroken, "video", "cannot be combined with image"),
        ({"prompt": "a", "personGeneration": "allow_adult"}, RuleBroken, "personGeneration", "only allow_all"),
        (
            {"prompt": "a", "image": PICTURE, "personGeneration": "allow_all"},
            RuleBroken,
            "personGeneration",
            "allow_adult",
        ),
        ({"prompt": "a", "personGeneration": "dont_allow"}, ValueNotAllowed, "personGeneration", "dont_allow"),
        ({"prompt": "a", "seed": -1}, ValueNotAllowed, "seed", "between 0 and 4294967295"),
        ({"prompt": "a", "seed": 2**32}, ValueNotAllowed, "seed", "between 0 and 4294967295"),
        ({"prompt": None}, WrongType, "prompt", "is null; it must be a string"),
        ({"prompt": "a" * 10_001}, ValueNotAllowed, "prompt", "10001 characters; at most 10000"),
        ({"prompt": "a", "aspect_ratio": "9:16"}, UnknownParameter, "aspect_ratio", "did you mean aspectRatio?"),
        ({"prompt": "a", "sampleCount": 1}, UnknownParameter, "sampleCount", "it knows prompt"),
    ],
)
def test_every_mistake_names_parameter_value_and_remedy(
    parameters: dict[str, object], fault: type[Refused], at: str, words: str
) -> None:
    with pytest.raises(fault) as caught:
        FAST.check(parameters)
    assert type(caught.value) is fault
    assert caught.value.parameter == at
    assert at in caught.value.message
    assert words in caught.value.message


def test_lite_has_neither_4k_nor_references() -> None:
    lite = models.find("veo_31_lite")
    with pytest.raises(ValueNotAllowed, match="720p or 1080p"):
        lite.check({"prompt": "a", "resolution": "4k"})
    with pytest.raises(UnknownParameter, match="referenceImages"):
        lite.check({"prompt": "a", "referenceImages": [PICTURE]})


def test_old_ids_find_the_model_and_unknown_ones_list_what_there_is() -> None:
    assert models.find("veo-3.1-fast-generate-001") is FAST
    with pytest.raises(NotFound, match="veo_31_fast, veo_31, veo_31_lite or animatic"):
        models.find("veo_99")


@EVERY_MODEL
def test_every_combination_that_a_model_can_be_asked_for_has_a_price(model: Model) -> None:
    resolutions = model.parameter("resolution")
    assert resolutions is not None
    for resolution in resolutions.options:
        for sound in (True, False):
            assert model.price.of(str(resolution), sound, 8) >= 0
    assert model.price.source
    assert model.price.version


@EVERY_MODEL
def test_every_rule_speaks_of_declared_parameters_and_their_options(model: Model) -> None:
    for rule in model.rules:
        declared = model.parameter(rule.parameter)
        assert declared is not None or rule.parameter == "referenceImages"
        if isinstance(rule, Only) and declared is not None:
            assert set(rule.values) <= set(declared.options)


@EVERY_MODEL
def test_every_parameter_explains_itself_and_gives_a_valid_example(model: Model) -> None:
    for parameter in model.parameters:
        assert len(parameter.meaning) > 10
        parameter.check(parameter.example, model.id)


_VALUES = {
    Kind.STRING: st.text(min_size=1, max_size=20),
    Kind.INTEGER: st.integers(-10, 2**33),
    Kind.BOOLEAN: st.booleans(),
    Kind.OBJECT: st.just({}),
    Kind.PICTURE: st.just(PICTURE),
    Kind.PICTURES: st.lists(st.just(PICTURE), max_size=4),
    Kind.FOOTAGE: st.just({"taskId": "t"}),
}


@given(st.data())
def test_what_is_accepted_is_unchanged_and_complete(data: st.DataObject) -> None:
    model = models.find(data.draw(st.sampled_from(list(models.ALL))))
    names = [parameter.name for parameter in model.parameters]
    chosen = [model.parameter(name) for name in sorted(data.draw(st.sets(st.sampled_from(names))))]
    parameters: dict[str, object] = {}
    for parameter in filter(None, chosen):
        options = st.sampled_from(parameter.options) if parameter.options else _VALUES[parameter.kind]
        parameters[parameter.name] = data.draw(options)
    try:
        effective = model.check(parameters)
    except Refused as refused:
        assert refused.parameter is not None
        return
    assert {name: effective[name] for name in parameters} == parameters
    assert model.check(effective) == effective, "effective parameters are themselves a valid request"
    for name in ("aspectRatio", "resolution", "durationSeconds", "generateAudio"):
        assert name in effective
    if model.mode(parameters) in (Mode.EXTEND, Mode.REFERENCES) or effective["resolution"] != "720p":
        assert effective["durationSeconds"] == 8


@given(
    st.dictionaries(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=9), max_size=6)
)
def test_nonsense_is_refused_by_name_and_never_breaks(parameters: dict[str, object]) -> None:
    try:
        FAST.check(parameters)
    except Refused as refused:
        assert refused.parameter is not None
        assert refused.message


@pytest.mark.parametrize(
    ("microusd", "text"), [(0, "0"), (800_000, "0.8"), (1, "0.000001"), (3_200_000, "3.2"), (5_000_000, "5")]
)
def test_money_is_written_plainly(microusd: int, text: str) -> None:
    assert usd_text(microusd) == text
