"""The shapes of all dialects but the native one, by the names that routes use."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api.dialects.google.schemas import SCHEMAS as GOOGLE
from rushes.api.dialects.openai.schemas import SCHEMAS as OPENAI
from rushes.api.dialects.queue.schemas import SCHEMAS as QUEUE
from rushes.api.schemas import Schema

DIALECT_SCHEMAS: Mapping[str, Schema] = {**GOOGLE, **OPENAI, **QUEUE}
