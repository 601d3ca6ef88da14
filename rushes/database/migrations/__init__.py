"""Migrations: one file for each step of the schema, run by Alembic; `tables.py` is where they lead."""
