"""The routes of all dialects but the native one."""

from __future__ import annotations

from starlette.convertors import Convertor

from rushes.api.dialects.google import file_table as google_files
from rushes.api.dialects.google import table as google
from rushes.api.dialects.openai import table as openai
from rushes.api.dialects.queue import table as queue
from rushes.api.route import Route


class Versions(Convertor[str]):
    """The versions of Google's paths, which all mean the same here."""

    regex = "v1beta1|v1beta|v1alpha|v1"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class Previews(Versions):
    """Those of them that are no other dialect's."""

    regex = "v1beta1|v1beta|v1alpha"


#: By the names that paths use.
CONVERTORS = {"version": Versions(), "preview": Previews()}


def dialect_routes() -> tuple[Route, ...]:
    # Google's paths with a verb come first: a model's name may be anything.
    return (*google.routes(), *google_files.routes(), *openai.routes(), *google.models(), *queue.routes())
