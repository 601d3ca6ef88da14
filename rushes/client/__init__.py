"""A small Python client: create, wait with progress, save. Needs httpx and nothing else of ours but the errors."""

from rushes.client.answers import TaskAnswer
from rushes.client.client import Client

__all__ = ["Client", "TaskAnswer"]
