"""rushes generate: prompt to file, through the same door as everyone. Its options are read from the models' declarations."""

from __future__ import annotations

import base64
import json
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rushes import models
from rushes.cli import connection, plan
from rushes.client import Client, TaskAnswer
from rushes.model import Kind, Parameter

DEFAULT_MODEL = "veo_31_fast"
_OPTION_TYPES = {Kind.INTEGER: click.INT, Kind.BOOLEAN: click.BOOL}
_MEDIA = frozenset({Kind.PICTURE, Kind.PICTURES, Kind.FOOTAGE})


def _command() -> click.Command:
    """The command, with an option for every parameter that any model declares."""
    declared: dict[str, Parameter] = {}
    for model in models.ALL.values():
        for parameter in model.parameters:
            declared.setdefault(parameter.name, parameter)
    declared.pop("prompt")
    options: list[click.Parameter] = [
        click.Argument(["prompt"]),
        click.Option(["--model"], default=DEFAULT_MODEL, show_default=True, help=f"One of {', '.join(models.ALL)}."),
        click.Option(
            ["--out"],
            type=click.Path(path_type=Path),
            default=Path(),
            help="File to write, or a folder for it; default: here.",
        ),
        *(_option(parameter) for parameter in declared.values()),
        *connection.options(),
        click.Option(
            ["--plan", "only_plan"], is_flag=True, help="Print the animatic's shot plan as JSON, and make nothing."
        ),
        click.Option(["--own-server"], is_flag=True, help="Start a server for this one shot, and stop it afterwards."),
    ]
    return click.Command(
        "generate", callback=_generate, params=options, help="Make a clip from PROMPT and save it as an MP4."
    )


def _flag(name: str) -> str:
    return "--" + re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()


def _option(parameter: Parameter) -> click.Option:
    help_text = parameter.meaning
    if parameter.kind in _MEDIA:
        help_text += " Here: a file's path, an https address or an id."
    kind: Any = _OPTION_TYPES.get(parameter.kind, click.STRING)  # Any: click's generic types
    if parameter.options and parameter.kind is Kind.STRING:
        kind = click.Choice([str(option) for option in parameter.options])
    return click.Option(
        [_flag(parameter.name), parameter.name],
        type=kind,
        multiple=parameter.kind is Kind.PICTURES,
        help=help_text,
    )


def _generate(
    prompt: str,
    model: str,
    out: Path,
    server: str | None,
    key: str | None,
    own_server: bool,
    only_plan: bool,
    **given: Any,
) -> None:  # Any: click's values
    """Create, wait with a progress bar, save, and say what it cost and what made it."""
    console = Console()
    parameters = {name: _value(name, value) for name, value in given.items() if value not in (None, ())}
    if only_plan:
        plan.tell(prompt, parameters)
        return
    with connection.opened(server, key, own_server=own_server) as client:
        task = client.create(model, prompt, **parameters)
        console.print(f"[dim]task[/] {task.id}  [dim]model[/] {model}")
        with _progress(console, client, task.id) as show:
            task = client.wait(task.id, progress=show)
        path = client.save(task, _target(out, task.id))
    _tell(console, task, path)


def _value(name: str, value: Any) -> object:  # Any: click's values
    if isinstance(value, tuple):
        return [_value(name, item) for item in value]
    if name in ("image", "lastFrame", "video", "referenceImages"):
        return _medium(name, str(value))
    if name == "shotPlan":
        return _plan(str(value))
    return value


def _plan(text: str) -> object:
    """A shot plan: a file with its JSON, or the JSON itself."""
    try:
        return json.loads(text if text.lstrip().startswith("{") else Path(text).read_text(encoding="utf-8"))
    except OSError as fault:
        raise click.BadParameter(f"there is no file {text[:200]}", param_hint="--shot-plan") from fault
    except ValueError as fault:
        raise click.BadParameter(f"{text[:200]} is not JSON: {fault}", param_hint="--shot-plan") from fault


def _medium(name: str, text: str) -> object:
    path = Path(text)
    if "://" in text or text.startswith("data:") or not path.exists():
        if "/" in text and "://" not in text and not text.startswith("data:"):
            raise click.BadParameter(f"there is no file {text}", param_hint=_flag(name))
        medium: object = text
    else:
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        medium = {"bytesBase64Encoded": base64.b64encode(path.read_bytes()).decode("ascii"), "mimeType": mime}
    return {"image": medium, "referenceType": "asset"} if name == "referenceImages" else medium


def _target(out: Path, task_id: str) -> Path:
    if out.suffix.lower() == ".mp4":
        out.parent.mkdir(parents=True, exist_ok=True)
        return out
    out.mkdir(parents=True, exist_ok=True)
    return out / f"{task_id}.mp4"


@contextmanager
def _progress(console: Console, client: Client, task_id: str) -> Iterator[Any]:  # Any: a callback
    """A live bar; Ctrl-C cancels the task instead of leaving it to run."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:<10}"),
        BarColumn(bar_width=None),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        row = bar.add_task("queued", total=1.0)

        def show(task: TaskAnswer) -> None:
            bar.update(row, completed=1.0 if task.status == "completed" else task.progress, description=task.phase)

        try:
            yield show
        except KeyboardInterrupt:
            client.cancel(task_id)
            console.print("Canceled; nothing was charged.")
            raise SystemExit(130) from None


def _tell(console: Console, task: TaskAnswer, path: Path) -> None:
    metadata = task.metadata
    engine = " ".join(str(metadata[name]) for name in ("engine", "engine_version") if name in metadata)
    console.print(f"[bold]{path}[/]  {path.stat().st_size / 1e6:.1f} MB", highlight=False)
    discount = (
        f" (list price {task.cost_usd + task.discount_usd} USD, deducted {task.discount_usd})"
        if task.cost_usd is not None and task.discount_usd
        else ""
    )
    console.print(f"cost {task.cost_usd} USD{discount}", highlight=False)
    console.print(
        f"made by {engine or 'an engine that did not say'}, seed {metadata.get('seed', 'unknown')}", highlight=False
    )


generate = _command()
