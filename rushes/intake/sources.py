"""Sources: where a caller's picture or film is to come from, read from the many shapes in which clients write it.

    object with bytes      {bytesBase64Encoded | imageBytes | videoBytes | encodedVideo, mimeType}
                           {inlineData: {data, mimeType}}
    object with an address {uri | url | fileUri, mimeType}, {fileData: {fileUri, mimeType}}
    object with an id      {fileId | taskId | id | jobId}
    a clip of an answer    {type, url, duration, jobId, …} as it stands in a task's `output[].content[]`
    a string               data: URI, https address, address or id of one of our files or tasks, or plain base64

An object means one source. Nothing is fetched or decoded here, and nothing is guessed: what is not understood is refused
by its full name, such as `referenceImages[1].image.foo`.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

from rushes.errors import MediaRefused, MissingParameter, RuleBroken, UnknownParameter, ValueNotAllowed, WrongType
from rushes.long_text import LongText
from rushes.media.kinds import mime_of
from rushes.model import describe, listed


@dataclass(frozen=True, slots=True)
class Inline:
    """Base64 inside the request; never copied whole."""

    text: str | LongText
    start: int = 0  #: where in `text` the base64 begins


@dataclass(frozen=True, slots=True)
class Remote:
    url: str


@dataclass(frozen=True, slots=True)
class Ours:
    """A file that was uploaded, or what a task made."""

    id: str
    kind: str = "any"  #: file, task, poster (of a task), or any when only the id was given
    url: str | None = None  #: as written, when it was an address: another server's may look the same


Source = Inline | Remote | Ours

_BYTES = ("bytesBase64Encoded", "imageBytes", "videoBytes", "encodedVideo")
_ADDRESSES = ("uri", "url", "fileUri", "gcsUri")
_IDS = {"fileId": "file", "taskId": "task", "id": "any", "jobId": "task"}
_WRAPPED = {"inlineData": ("data", "mimeType"), "fileData": ("fileUri", "mimeType")}
#: Say something about the medium that we measure ourselves; only their type is checked.
_ASIDES = {"mimeType": (str,), "encoding": (str,), "type": (str,), "duration": (str, int, float), "img_id": (int,)}
#: Only bytes are ever long; an address or id of such length is refused for what it is.
_TEXT = (str, LongText)
_KNOWN = (*_BYTES, *_WRAPPED, *_ADDRESSES, *_IDS, *_ASIDES)

_ID = r"(?P<id>[0-9a-z]{26})"
#: Our own addresses, with or without an origin, a signature or a fragment. Which of them is really ours, the id tells.
_OUR_ADDRESS = re.compile(
    r"(?:https?://[^/?#]+)?/?(?:"
    rf"(?P<task>clips/{_ID}\.mp4"
    rf"|model/v1/generation/task/{_ID.replace('id', 'id2')}(?:/clip)?)"
    rf"|(?P<poster>posters/{_ID.replace('id', 'id3')}\.jpg)"
    rf"|(?P<file>model/v1/files/{_ID.replace('id', 'id4')})"
    rf"|(?P<any>(?:v1(?:beta)?/)?files/{_ID.replace('id', 'id5')}(?::download)?)"
    r")(?:[?#].*)?"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DATA_URI = re.compile(r"data:[^,]{0,200},", re.IGNORECASE)


def named(parameters: Mapping[str, object]) -> tuple[dict[str, Source], list[tuple[str, Source, str]]]:
    """The media that checked parameters name: the single ones by parameter, and (path, source, kind) per reference.

    Raises what `parse` and `parse_reference` raise. Nothing is fetched or decoded.
    """
    singles = {name: parse(parameters[name], name) for name in ("image", "lastFrame", "video") if name in parameters}
    listed = parameters.get("referenceImages", ())
    assert isinstance(listed, list | tuple), "the model has checked that referenceImages is an array"
    several = []
    for number, value in enumerate(listed):
        path = f"referenceImages[{number}]"
        several.append((path, *parse_reference(value, path)))
    return singles, several


def parse(value: object, parameter: str) -> Source:
    """Read one medium. Raises WrongType, MissingParameter, UnknownParameter, ValueNotAllowed, RuleBroken or
    MediaRefused, each naming the field."""
    match value:
        case LongText():
            return _from_data_uri(value, parameter) if _is_data_uri(value) else _plain(value, parameter)
        case str():
            return _from_string(value, parameter)
        case dict():
            return _from_object(value, parameter)
        case _:
            raise WrongType(
                f"{parameter} is {describe(value)}; it must be an object such as "
                '{"bytesBase64Encoded": …, "mimeType": …} or {"uri": …}, or a string.',
                parameter=parameter,
            )


def parse_reference(value: object, parameter: str) -> tuple[Source, str]:
    """Read one reference: its source, and what it is for ("asset" or "style")."""
    if not isinstance(value, dict):
        return parse(value, parameter), "asset"
    kind = value.get("referenceType", "asset")
    if not isinstance(kind, str):
        raise WrongType(
            f"{parameter}.referenceType is {describe(kind)}; it must be a string.",
            parameter=f"{parameter}.referenceType",
        )
    if kind.lower() not in ("asset", "style"):
        raise ValueNotAllowed(
            f"{parameter}.referenceType is {describe(kind)}; it must be asset or style.",
            parameter=f"{parameter}.referenceType",
        )
    rest = {name: inner for name, inner in value.items() if name != "referenceType"}
    if "image" in rest:
        for name in rest:
            if name != "image":
                raise UnknownParameter(
                    f"{parameter} has no field {describe(name)}; it has image and referenceType.",
                    parameter=f"{parameter}.{name[:100]}",
                )
        return parse(rest["image"], f"{parameter}.image"), kind.lower()
    return parse(rest, parameter), kind.lower()


def _from_object(value: Mapping[str, object], parameter: str) -> Source:
    for name, inner in value.items():
        field = f"{parameter}.{name[:100]}"
        if name not in _KNOWN:
            raise UnknownParameter(
                f"{parameter} has no field {describe(name)}; it may have {listed(_KNOWN)}.", parameter=field
            )
        if name in _WRAPPED:
            _check_wrapped(inner, field, _WRAPPED[name])
        elif not isinstance(inner, _ASIDES.get(name, _TEXT)) or isinstance(inner, bool):
            raise WrongType(f"{field} is {describe(inner)}; it must be a string.", parameter=field)
    bytes_given = [name for name in (*_BYTES, "inlineData") if name in value]
    addresses = [name for name in (*_ADDRESSES, "fileData") if name in value]
    # A clip of an answer has its address and ids together; they mean the same, so the address is enough.
    sources = bytes_given + addresses or [name for name in _IDS if name in value]
    if not sources:
        raise MissingParameter(
            f"{parameter} has nothing to read; give bytesBase64Encoded, uri, fileId or taskId.", parameter=parameter
        )
    if len(sources) > 1 and (bytes_given or addresses):
        raise RuleBroken(f"{parameter} has {' and '.join(sources)}; send one of them.", parameter=parameter)
    return _from_field(sources[0], value[sources[0]], f"{parameter}.{sources[0]}")


def _from_field(name: str, inner: object, field: str) -> Source:
    if isinstance(inner, dict):  # inlineData, fileData: checked above.
        key = _WRAPPED[name][0]
        return _from_field("bytesBase64Encoded" if key == "data" else "uri", inner[key], f"{field}.{key}")
    assert isinstance(inner, _TEXT), "the type of every field was checked"
    if not inner[:1000].strip() and not inner[:].strip():
        raise ValueNotAllowed(f"{field} is empty.", parameter=field)
    if name in _BYTES:
        return _from_data_uri(inner, field) if _is_data_uri(inner) else Inline(inner)
    if isinstance(inner, LongText):
        if name in _ADDRESSES and _is_data_uri(inner):
            return _from_data_uri(inner, field)
        raise ValueNotAllowed(f"{field} has {len(inner)} characters; that is no address or id.", parameter=field)
    if name in _IDS:
        if not re.fullmatch(_ID, inner):
            raise ValueNotAllowed(
                f"{field} is {describe(inner)}; that is not the id of a file or task.", parameter=field
            )
        return Ours(inner, _IDS[name])
    return _from_address(inner, field)


def _check_wrapped(inner: object, field: str, keys: tuple[str, str]) -> None:
    if not isinstance(inner, dict):
        raise WrongType(f"{field} is {describe(inner)}; it must be an object with {keys[0]}.", parameter=field)
    for name, text in inner.items():
        if name not in keys:
            raise UnknownParameter(
                f"{field} has no field {describe(name)}; it has {' and '.join(keys)}.",
                parameter=f"{field}.{name[:100]}",
            )
        if not isinstance(text, _TEXT):
            raise WrongType(f"{field}.{name} is {describe(text)}; it must be a string.", parameter=f"{field}.{name}")
    if keys[0] not in inner:
        raise MissingParameter(f"{field}.{keys[0]} is missing.", parameter=f"{field}.{keys[0]}")


def _from_string(text: str, parameter: str) -> Source:
    if not text.strip():
        raise ValueNotAllowed(f"{parameter} is empty.", parameter=parameter)
    if re.fullmatch(_ID, text) or _OUR_ADDRESS.fullmatch(text[:2048]) or _SCHEME.match(text):
        return _from_address(text, parameter)
    return _plain(text, parameter)


def _plain(text: str | LongText, parameter: str) -> Inline:
    if _is_medium(text):
        return Inline(text)
    raise ValueNotAllowed(
        f"{parameter} is {describe(text)}; it must be an https address, the id of a file or task, a data: URI, or the "
        "base64 of a picture or video.",
        parameter=parameter,
    )


def _from_address(text: str, parameter: str) -> Source:
    if _is_data_uri(text):
        return _from_data_uri(text, parameter)
    if text.lower().startswith("gs://"):
        raise MediaRefused(
            f"{parameter} is a gs:// address, which this server does not read; send an https address or the bytes.",
            parameter=parameter,
        )
    if re.fullmatch(_ID, text):
        return Ours(text)
    ours = _OUR_ADDRESS.fullmatch(text) if len(text) <= 2048 else None
    if ours is not None:
        kind = next(name for name in ("task", "poster", "file", "any") if ours[name])
        number = next(ours[name] for name in ("id", "id2", "id3", "id4", "id5") if ours[name])
        return Ours(number, kind, text if text.lower().startswith("http") else None)
    if not re.match("https?://", text, re.IGNORECASE):
        raise MediaRefused(f"{parameter} is {describe(text)}; it must begin with https://.", parameter=parameter)
    return Remote(text)


def _is_data_uri(text: str | LongText) -> bool:
    return _DATA_URI.match(text[:300]) is not None


def _from_data_uri(text: str | LongText, parameter: str) -> Inline:
    head = _DATA_URI.match(text[:300])
    if head is None or not head[0][:-1].lower().endswith(";base64"):
        raise ValueNotAllowed(f"{parameter} is a data: URI that is not base64.", parameter=parameter)
    return Inline(text, head.end())


def _is_medium(text: str | LongText) -> bool:
    """Is this the base64 of something that begins like a picture or film?"""
    try:
        head = binascii.a2b_base64(text[:64].translate({ord("-"): "+", ord("_"): "/"}), strict_mode=True)
    except (binascii.Error, ValueError):
        return False
    return (mime_of(head) or "").startswith(("image/", "video/"))
