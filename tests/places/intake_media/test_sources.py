from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.errors import (
    MediaRefused,
    MissingParameter,
    Refused,
    RuleBroken,
    UnknownParameter,
    ValueNotAllowed,
    WrongType,
)
from rushes.intake.sources import Inline, Ours, Remote, Source, parse, parse_reference

ID = "01k9w0c3v8f6t2m4n5p7q9r0s1"
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60)).decode()
URL = "https://example.com/a.png"


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ({"bytesBase64Encoded": PNG, "mimeType": "image/png"}, Inline(PNG)),
        ({"imageBytes": PNG, "mimeType": "image/png"}, Inline(PNG)),
        ({"videoBytes": PNG}, Inline(PNG)),
        ({"encodedVideo": PNG, "encoding": "video/mp4"}, Inline(PNG)),
        ({"inlineData": {"data": PNG, "mimeType": "image/png"}}, Inline(PNG)),
        ({"bytesBase64Encoded": f"data:image/png;base64,{PNG}"}, Inline(f"data:image/png;base64,{PNG}", 22)),
        ({"uri": URL}, Remote(URL)),
        ({"url": URL, "mimeType": "image/png"}, Remote(URL)),
        ({"fileUri": URL}, Remote(URL)),
        ({"fileData": {"fileUri": URL, "mimeType": "image/png"}}, Remote(URL)),
        ({"uri": f"data:image/png;base64,{PNG}"}, Inline(f"data:image/png;base64,{PNG}", 22)),
        ({"uri": f"files/{ID}"}, Ours(ID, "any")),
        ({"fileId": ID}, Ours(ID, "file")),
        ({"taskId": ID}, Ours(ID, "task")),
        ({"id": ID}, Ours(ID, "any")),
        ({"jobId": ID}, Ours(ID, "task")),
        ({"type": "video", "url": URL, "jobId": ID, "duration": "8", "id": ID}, Remote(URL)),
        (URL, Remote(URL)),
        ("HTTP://example.com/a.png", Remote("HTTP://example.com/a.png")),
        (PNG, Inline(PNG)),
        (f"data:image/png;base64,{PNG}", Inline(f"data:image/png;base64,{PNG}", 22)),
        (f"data:image/png;name=a.png;base64,{PNG}", Inline(f"data:image/png;name=a.png;base64,{PNG}", 33)),
        (ID, Ours(ID)),
        (f"files/{ID}", Ours(ID, "any")),
        (f"/clips/{ID}.mp4", Ours(ID, "task")),
        (
            f"http://localhost:8000/clips/{ID}.mp4?expires=1&signature=ab",
            Ours(ID, "task", f"http://localhost:8000/clips/{ID}.mp4?expires=1&signature=ab"),
        ),
        (f"https://a.b/posters/{ID}.jpg", Ours(ID, "poster", f"https://a.b/posters/{ID}.jpg")),
        (f"/model/v1/generation/task/{ID}/clip", Ours(ID, "task")),
        (f"/model/v1/generation/task/{ID}", Ours(ID, "task")),
        (f"/model/v1/files/{ID}", Ours(ID, "file")),
        (
            f"https://a.b/v1beta/files/{ID}:download?alt=media",
            Ours(ID, "any", f"https://a.b/v1beta/files/{ID}:download?alt=media"),
        ),
        (f"https://a.b/x/clips/{ID}.mp4", Remote(f"https://a.b/x/clips/{ID}.mp4")),
    ],
)
def test_every_shape_that_clients_write_is_understood(value: object, source: Source) -> None:
    assert parse(value, "image") == source


@pytest.mark.parametrize(
    ("value", "error", "parameter"),
    [
        (None, WrongType, "image"),
        (7, WrongType, "image"),
        (True, WrongType, "image"),
        ([URL], WrongType, "image"),
        ("", ValueNotAllowed, "image"),
        ("  \n", ValueNotAllowed, "image"),
        ("fox.png", ValueNotAllowed, "image"),
        ("aGVsbG8gd29ybGQ=", ValueNotAllowed, "image"),
        ("file:///etc/passwd", MediaRefused, "image"),
        ("ftp://example.com/a.png", MediaRefused, "image"),
        ("gs://bucket/a.png", MediaRefused, "image"),
        ("data:image/png,abc", ValueNotAllowed, "image"),
        ("data:image/png;base64", MediaRefused, "image"),
        ({}, MissingParameter, "image"),
        ({"mimeType": "image/png"}, MissingParameter, "image"),
        ({"foo": 1}, UnknownParameter, "image.foo"),
        ({"uri": URL, "foo": 1}, UnknownParameter, "image.foo"),
        ({"uri": None}, WrongType, "image.uri"),
        ({"uri": 5}, WrongType, "image.uri"),
        ({"uri": ""}, ValueNotAllowed, "image.uri"),
        ({"uri": "gs://bucket/a.png"}, MediaRefused, "image.uri"),
        ({"gcsUri": "gs://bucket/a.png", "mimeType": "image/png"}, MediaRefused, "image.gcsUri"),
        ({"uri": "/etc/passwd"}, MediaRefused, "image.uri"),
        ({"uri": URL, "mimeType": 5}, WrongType, "image.mimeType"),
        ({"imageBytes": PNG, "uri": URL}, RuleBroken, "image"),
        ({"uri": URL, "url": URL}, RuleBroken, "image"),
        ({"imageBytes": PNG, "bytesBase64Encoded": PNG}, RuleBroken, "image"),
        ({"imageBytes": {"data": PNG}}, WrongType, "image.imageBytes"),
        ({"inlineData": PNG}, WrongType, "image.inlineData"),
        ({"inlineData": {}}, MissingParameter, "image.inlineData.data"),
        ({"inlineData": {"data": 5}}, WrongType, "image.inlineData.data"),
        ({"inlineData": {"data": PNG, "foo": 1}}, UnknownParameter, "image.inlineData.foo"),
        ({"inlineData": {"data": ""}}, ValueNotAllowed, "image.inlineData.data"),
        ({"taskId": "\0" * 26}, ValueNotAllowed, "image.taskId"),
        ({"taskId": "../../x"}, ValueNotAllowed, "image.taskId"),
        ({"id": 5}, WrongType, "image.id"),
    ],
)
def test_what_is_not_understood_is_refused_by_its_name(value: object, error: type[Refused], parameter: str) -> None:
    with pytest.raises(error) as caught:
        parse(value, "image")
    assert type(caught.value) is error
    assert caught.value.parameter == parameter
    assert len(caught.value.message) < 700


def test_a_reference_says_what_it_is_for() -> None:
    for kind in ("asset", "ASSET", "Style", "STYLE"):
        assert parse_reference({"image": {"uri": URL}, "referenceType": kind}, "r") == (Remote(URL), kind.lower())
    assert parse_reference({"uri": URL, "referenceType": "style"}, "r") == (Remote(URL), "style")
    assert parse_reference({"image": URL}, "r") == (Remote(URL), "asset")
    assert parse_reference(URL, "r") == (Remote(URL), "asset")


@pytest.mark.parametrize(
    ("value", "error", "parameter"),
    [
        (5, WrongType, "r[1]"),
        ({}, MissingParameter, "r[1]"),
        ({"referenceType": "asset"}, MissingParameter, "r[1]"),
        ({"image": URL, "referenceType": "subject"}, ValueNotAllowed, "r[1].referenceType"),
        ({"image": URL, "referenceType": 5}, WrongType, "r[1].referenceType"),
        ({"image": URL, "referenceId": 1}, UnknownParameter, "r[1].referenceId"),
        ({"image": {"foo": 1}}, UnknownParameter, "r[1].image.foo"),
        ({"image": None}, WrongType, "r[1].image"),
    ],
)
def test_a_wrong_reference_is_refused_by_its_name(value: object, error: type[Refused], parameter: str) -> None:
    with pytest.raises(error) as caught:
        parse_reference(value, "r[1]")
    assert caught.value.parameter == parameter


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(URL) | st.just(ID) | st.just(PNG),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["uri", "url", "imageBytes", "inlineData", "data", "id", "image", "referenceType", "foo"]),
            inner,
        )
    ),
    max_leaves=8,
)


@given(_JSON)
def test_any_json_is_either_a_source_or_refused(value: object) -> None:
    for read in (parse, parse_reference):
        try:
            read(value, "image")
        except Refused as fault:
            assert fault.parameter is not None
            assert fault.parameter.startswith("image")
