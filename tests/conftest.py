"""Fixtures for all tests; each kind lives in a module of its own."""

from __future__ import annotations

from tests.databases import database, database_url, postgres, sqlite_template

__all__ = ["database", "database_url", "postgres", "sqlite_template"]
