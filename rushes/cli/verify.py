"""rushes verify: what made a clip, and whether it is still as it was signed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from rushes.media.origin import origin_of
from rushes.media.provenance import prompt_sha256, read
from rushes.server.settings import Settings
from rushes.storage.bytes import digest_of

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    help="Tell what made CLIP and whether it was changed since: its signed record of origin (C2PA) is read from the file. "
    "Exits with 0 when the record is whole, 1 when there is none or it does not fit."
)
@click.argument("clip", type=_FILE)
@click.option(
    "--root", type=_FILE, help="Certificate of a signer you trust; by default this machine's own, if it has one."
)
@click.option("--prompt", help="Prove that the clip was made from this prompt …")
@click.option("--salt", help="… with the salt that the task's answer has under metadata.provenance.prompt_salt.")
def verify(clip: Path, root: Path | None, prompt: str | None, salt: str | None) -> None:
    if (prompt is None) != (salt is None):
        raise click.UsageError("--prompt and --salt go together.")
    own = Settings.read(os.environ).home / "provenance" / "root.pem"
    trusted = root or (own if own.exists() else None)
    origin = origin_of(clip, trusted.read_text() if trusted else None)
    whole = origin.state in ("known_signer", "unknown_signer")
    words = (
        f"The record is whole; its signer is the one in {trusted}." if origin.state == "known_signer" else origin.words
    )
    click.echo(f"{click.style(origin.title, fg='green' if whole else 'red', bold=True)}. {words}")
    for name, text in (*origin.facts, ("SHA-256", digest_of(clip))):
        click.echo(f"  {name:<20} {text}")
    if prompt is not None and salt is not None:
        made = read(clip).get("generation")
        fits = isinstance(made, dict) and made.get("prompt_sha256") == prompt_sha256(salt, prompt)
        click.echo(f"  {'Prompt':<20} {'is the one' if fits else 'is not the one'} that the clip was made from")
        whole = whole and fits
    sys.exit(0 if whole else 1)
