"""Settings: one table, read once at the start from the environment (RUSHES_… in capitals) and handed down as values."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Self, get_args, get_type_hints
from urllib.parse import urlsplit

from rushes.errors import Misconfigured
from rushes.key import Secret
from rushes.model import listed
from rushes.role import Role

PREFIX = "RUSHES_"
#: Read elsewhere: by the client, by the render child, by tests.
_OTHERS = frozenset({"URL", "API_KEY", "EXTRA_ENGINES", "TESTING", "DIE_AT"})
_MIB = 1 << 20


def _text(word: str) -> str:
    return word


def _whole(word: str) -> int:
    return int(word)


def _seconds(word: str) -> float:
    return float(word)


def _truth(word: str) -> bool:
    return {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}[word.lower()]


def _names(word: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in word.split(",") if name.strip())


def _routes(word: str) -> Mapping[str, tuple[str, ...]]:
    pairs = (item.partition("=") for item in word.split(";") if item.strip())
    return {model.strip(): _names(engines.replace("+", ",")) for model, _, engines in pairs}


def _folder(word: str) -> Path:
    return Path(word).expanduser().absolute()


def _home() -> Path:
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "rushes"


@dataclass(frozen=True, slots=True)
class About:
    """How a setting is read from text, what that text is, and what the setting means."""

    read: Callable[[str], object]
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Settings:
    home: Annotated[
        Path, About(_folder, "folder", "Folder of everything that is kept: made when missing, for its owner only.")
    ] = field(default_factory=_home)
    host: Annotated[str, About(_text, "text", "Address to listen at; 0.0.0.0 is every one.")] = "127.0.0.1"
    port: Annotated[int, About(_whole, "whole number", "Port to listen at; 0 takes a free one.")] = 8700
    dev: Annotated[
        bool,
        About(
            _truth,
            "yes or no",
            "Sign in whoever opens the console on this machine, without a password: for development, on loopback only.",
        ),
    ] = False
    oidc_issuer: Annotated[
        str | None,
        About(_text, "URL", "An OpenID provider whom people may sign in with, as it calls itself; `rushes[oidc]`."),
    ] = None
    oidc_client_id: Annotated[str | None, About(_text, "text", "What this server is called there.")] = None
    oidc_client_secret: Annotated[
        Secret | None, About(Secret, "text", "Its secret there; none for a public client.")
    ] = None
    oidc_client_secret_file: Annotated[
        Path | None, About(_folder, "file", "A file that has the secret, instead of the secret itself.")
    ] = None
    oidc_allowed: Annotated[
        tuple[str, ...],
        About(
            _names,
            "names",
            "Domains and addresses whose people come in by themselves, by comma: example.org,maya@example.com. Others need "
            "an invitation.",
        ),
    ] = ()
    oidc_role: Annotated[
        str, About(_text, "owner, member or viewer", "What those who come in by themselves may do.")
    ] = "viewer"
    oidc_project: Annotated[str, About(_text, "name", "The project that they come into.")] = "default"
    public_url: Annotated[
        str | None, About(_text, "URL", "Origin to put in answers; the caller's Host header when not set.")
    ] = None
    trusted_proxies: Annotated[
        str, About(_text, "addresses", "Proxies whose X-Forwarded headers are believed, by comma; * is all.")
    ] = "127.0.0.1"
    database_url: Annotated[
        Secret | None,
        About(
            Secret,
            "URL",
            "sqlite:///path or postgresql://user:password@host/name; a file in the home folder when not set.",
        ),
    ] = None
    storage_url: Annotated[
        str | None,
        About(
            _text,
            "URL",
            "file:///folder, s3://bucket/prefix, gs://… or az://…; a folder in the home folder when not set.",
        ),
    ] = None
    links_secret: Annotated[
        Secret | None,
        About(
            Secret,
            "text",
            "What clip addresses are signed with, at least 32 characters; drawn and kept in the home folder when not set. Several servers need the same.",
        ),
    ] = None
    sealing_key: Annotated[
        Secret | None,
        About(
            Secret,
            "text",
            "What secrets of webhooks are sealed with in the database, at least 32 characters; drawn and kept in the home "
            "folder when not set. Several servers need the same. To change it, put the new one before the old, with a comma.",
        ),
    ] = None
    json_bytes_max: Annotated[int, About(_whole, "bytes", "Largest JSON body.")] = 64 * _MIB
    upload_bytes_max: Annotated[int, About(_whole, "bytes", "Largest uploaded file.")] = 512 * _MIB
    body_idle_seconds: Annotated[
        float, About(_seconds, "seconds", "A request body of which nothing arrives for so long is given up.")
    ] = 20.0
    body_seconds: Annotated[
        float, About(_seconds, "seconds", "A request body that is not complete by then is given up.")
    ] = 600.0
    allow_private_urls: Annotated[
        bool,
        About(
            _truth,
            "yes or no",
            "Fetch callers' media from private addresses and call webhooks there, too: for development only.",
        ),
    ] = False
    allow_http_urls: Annotated[
        bool, About(_truth, "yes or no", "Fetch callers' media and call webhooks over plain http, too.")
    ] = False
    engines: Annotated[
        tuple[str, ...],
        About(
            _names,
            "names",
            "Engines that may serve here, by comma; all that are installed and configured when not set.",
        ),
    ] = ()
    routes: Annotated[
        Mapping[str, tuple[str, ...]],
        About(_routes, "routes", "Which engines serve a model, in order: veo_31_fast=vertex+animatic;veo_31=vertex."),
    ] = field(default_factory=dict)
    charge_animatic: Annotated[
        bool, About(_truth, "yes or no", "Charge the model's price also when the animatic stands in for it.")
    ] = False
    task_days: Annotated[int, About(_whole, "days", "How long tasks and their clips are kept.")] = 30
    file_days: Annotated[int, About(_whole, "days", "How long uploaded files are kept.")] = 30
    deadline_seconds: Annotated[
        int, About(_whole, "seconds", "A task that has not ended by then fails, unless its caller said otherwise.")
    ] = 3600
    local_at_once: Annotated[int, About(_whole, "whole number", "Clips that a worker renders here at once.")] = 1
    remote_at_once: Annotated[
        int, About(_whole, "whole number", "Operations elsewhere that a worker waits for at once.")
    ] = 2000
    silence_seconds: Annotated[
        float, About(_seconds, "seconds", "An engine elsewhere that says nothing for so long is asked again.")
    ] = 60.0
    vertex_storage_uri: Annotated[
        str | None,
        About(
            _text,
            "URI",
            "gs://bucket/folder for Veo's films on Vertex AI; they come inside its answers when not set. The account is "
            "Google's own: GOOGLE_CLOUD_PROJECT, GOOGLE_CLOUD_LOCATION, GOOGLE_APPLICATION_CREDENTIALS.",
        ),
    ] = None
    vertex_models: Annotated[
        str, About(_text, "names", "Google's ids for our models, where they are not the usual: veo_31_fast=…;veo_31=….")
    ] = ""
    vertex_per_minute: Annotated[
        int, About(_whole, "whole number", "Shots that all workers together give Vertex AI in a minute.")
    ] = 50
    vertex_at_once: Annotated[
        int, About(_whole, "whole number", "Operations on Vertex AI at once, of all workers together.")
    ] = 10
    vertex_children: Annotated[
        bool,
        About(
            _truth, "yes or no", "The project is on Google's list of those that may send personGeneration allow_all."
        ),
    ] = False
    videos_api_url: Annotated[
        str | None,
        About(_text, "URL", "A server that speaks OpenAI's /v1/videos, up to and with /v1: the engine `videos_api`."),
    ] = None
    videos_api_key: Annotated[
        Secret | None, About(Secret, "key", "Its key; after a rotation the newest first and the old ones after commas.")
    ] = None
    videos_api_models: Annotated[
        str, About(_text, "names", "Its model for each of ours: veo_31_fast=their-name;….")
    ] = ""
    videos_api_modes: Annotated[
        tuple[str, ...],
        About(_names, "names", "What it makes films from: text, image, extend; the first two when not set."),
    ] = ()
    videos_api_extras: Annotated[
        tuple[str, ...],
        About(
            _names,
            "names",
            "Fields that it knows besides: seed, negative_prompt, fps, num_frames, generate_audio, generate_sound.",
        ),
    ] = ()
    videos_api_size_step: Annotated[
        int, About(_whole, "whole number", "Width and height that it is asked for are multiples of this.")
    ] = 1
    videos_api_spare_frames: Annotated[
        int,
        About(
            _whole, "whole number", "Frames that it is asked for beyond the clip's own: 1 for models of 4n + 1 frames."
        ),
    ] = 0
    videos_api_encoding: Annotated[str, About(_text, "json or multipart", "How it wants requests without a file.")] = (
        "multipart"
    )
    videos_api_at_once: Annotated[
        int | None,
        About(
            _whole, "whole number", "Videos that it is given at once, by all workers together; no bound when not set."
        ),
    ] = None
    videos_api_per_minute: Annotated[
        int | None, About(_whole, "whole number", "Videos that it is given in a minute, likewise.")
    ] = None
    upstream_url: Annotated[
        str | None, About(_text, "URL", "Another server of this wire to hand shots on to: the engine `upstream`.")
    ] = None
    upstream_key: Annotated[
        Secret | None, About(Secret, "key", "Its key; after a rotation the newest first and the old ones after commas.")
    ] = None
    upstream_kind: Annotated[
        str, About(_text, "rushes or reference", "Whether it is another Rushes, or knows the reference wire only.")
    ] = "rushes"
    upstream_models: Annotated[
        str, About(_text, "names", "Its model for each of ours, where they differ: veo_31_fast=their-name;….")
    ] = ""
    upstream_at_once: Annotated[
        int | None,
        About(
            _whole, "whole number", "Tasks that it is given at once, by all workers together; no bound when not set."
        ),
    ] = None
    upstream_per_minute: Annotated[
        int | None, About(_whole, "whole number", "Tasks that it is given in a minute, likewise.")
    ] = None
    child_bytes_max: Annotated[
        int | None,
        About(
            _whole, "bytes", "Memory that one render may take, 0 for no bound; a share of the machine's when not set."
        ),
    ] = None
    queue_seconds: Annotated[float, About(_seconds, "seconds", "How often a worker looks for queued tasks.")] = 0.25
    beat_seconds: Annotated[float, About(_seconds, "seconds", "How often a worker says that it is alive.")] = 5.0
    fence_seconds: Annotated[
        float, About(_seconds, "seconds", "A worker that could not say so for this long lets go of its work…")
    ] = 15.0
    stale_seconds: Annotated[float, About(_seconds, "seconds", "…before others take it over after this long.")] = 25.0
    log_format: Annotated[str, About(_text, "plain or json", "How log lines look: plain or json.")] = "plain"
    log_level: Annotated[str, About(_text, "level", "The least that is logged: debug, info, warning or error.")] = (
        "info"
    )

    @classmethod
    def read(cls, environment: Mapping[str, str], **given: object) -> Self:
        """From the environment; `given` (a command line's options) goes before. Empty variables are as if not set.

        Raises Misconfigured, naming the variable.
        """
        values: dict[str, object] = {}
        for name, about in table().items():
            variable = PREFIX + name.upper()
            word = environment.get(variable, "")
            if word == "":
                continue
            try:
                values[name] = about.read(word)
            except (ValueError, KeyError) as fault:
                raise Misconfigured(f"{variable} is {word!r}; it must be {about.kind}.") from fault
        settings = cls(**{**values, **{name: value for name, value in given.items() if value is not None}})  # type: ignore[arg-type]
        settings.check()
        return settings

    def check(self) -> None:
        """Raises Misconfigured for values that cannot be."""
        for name, allowed in (("log_format", ("plain", "json")), ("log_level", ("debug", "info", "warning", "error"))):
            if getattr(self, name) not in allowed:
                raise Misconfigured(f"{PREFIX}{name.upper()} is {getattr(self, name)!r}; it must be {listed(allowed)}.")
        if self.dev and self.host not in ("127.0.0.1", "::1", "localhost"):
            raise Misconfigured(f"{PREFIX}DEV is for loopback only; {PREFIX}HOST is {self.host!r}.")
        if self.public_url is not None and not self.public_url.startswith(("http://", "https://")):
            raise Misconfigured(f"{PREFIX}PUBLIC_URL is {self.public_url!r}; it must begin with http:// or https://.")
        if self.oidc_issuer is not None:
            self._check_oidc(self.oidc_issuer)
        if self.links_secret is not None and len(self.links_secret.reveal()) < 32:
            raise Misconfigured(f"{PREFIX}LINKS_SECRET must have at least 32 characters.")
        if self.sealing_key is not None and any(len(key) < 32 for key in _names(self.sealing_key.reveal()) or ("",)):
            raise Misconfigured(f"{PREFIX}SEALING_KEY must have at least 32 characters.")
        if not 0 <= self.port < 65536:
            raise Misconfigured(f"{PREFIX}PORT is {self.port}; it must be between 0 and 65535.")
        if self.fence_seconds >= self.stale_seconds:
            raise Misconfigured(f"{PREFIX}FENCE_SECONDS must be less than {PREFIX}STALE_SECONDS.")
        for name in ("task_days", "file_days", "deadline_seconds", "local_at_once", "remote_at_once", "json_bytes_max"):
            if getattr(self, name) < 1:
                raise Misconfigured(f"{PREFIX}{name.upper()} is {getattr(self, name)}; it must be at least 1.")

    def _check_oidc(self, issuer: str) -> None:
        parts = urlsplit(issuer)
        if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
            raise Misconfigured(f"{PREFIX}OIDC_ISSUER is {issuer!r}; it must begin with https://.")
        if self.oidc_client_id is None:
            raise Misconfigured(f"{PREFIX}OIDC_ISSUER is set; {PREFIX}OIDC_CLIENT_ID must be, too.")
        if self.oidc_client_secret is not None and self.oidc_client_secret_file is not None:
            raise Misconfigured(f"Set {PREFIX}OIDC_CLIENT_SECRET or {PREFIX}OIDC_CLIENT_SECRET_FILE, not both.")
        if self.oidc_role not in list(Role):
            raise Misconfigured(f"{PREFIX}OIDC_ROLE is {self.oidc_role!r}; it must be {listed(list(Role))}.")


@dataclass(frozen=True, slots=True)
class Described:
    """One line of the settings' reference."""

    variable: str
    kind: str
    default: str
    meaning: str
    secret: bool


def table() -> Mapping[str, About]:
    """Every setting by its name."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: about for name, hint in hints.items() for about in get_args(hint) if isinstance(about, About)}


def described() -> list[Described]:
    defaults = {one.name: one.default for one in dataclasses.fields(Settings)}
    lines = []
    for name, about in table().items():
        default = defaults[name]
        shown = "" if default in (None, ()) or default is dataclasses.MISSING else str(default)
        shown = "~/.local/share/rushes" if name == "home" else shown
        lines.append(Described(PREFIX + name.upper(), about.kind, shown, about.meaning, about.read is Secret))
    return lines


def unknown(environment: Mapping[str, str]) -> list[str]:
    """RUSHES_… variables that mean nothing: most likely misspelled."""
    known = {name.upper() for name in table()} | _OTHERS
    return sorted(name for name in environment if name.startswith(PREFIX) and name.removeprefix(PREFIX) not in known)
