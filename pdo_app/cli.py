"""The command line: ``pdo-app``. Every command imports what it needs when it runs, so that
``--help`` and a start of the application stay quick."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from pdo_app import __version__
from pdo_app.content.problems import Problem, Severity
from pdo_app.errors import KnownError

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


class Commands(click.Group):
    """A group that tells people's errors in two sentences, without a traceback, and ends 2."""

    def invoke(self, context: click.Context) -> Any:
        """Run the chosen command."""
        try:
            return super().invoke(context)
        except KnownError as error:
            click.echo(error.title.in_english(), err=True)
            click.echo(error.advice.in_english(), err=True)
            context.exit(2)


@click.group(cls=Commands, invoke_without_command=True)
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep all of a person's data in this folder.",
)
@click.version_option(__version__)
@click.pass_context
def main(context: click.Context, data: Path | None) -> None:
    """Start the application, or do one of the commands below."""
    context.obj = data
    if context.invoked_subcommand is None:
        context.invoke(run)


@main.command()
@click.pass_obj
def run(data: Path | None) -> None:
    """Start the application (also done where no command is given)."""
    from pdo_app.app import run as start

    sys.exit(start(data))


_MOST_PIXELS = 8192
"""A picture of more takes more memory than a PC has to spare."""


def _size(context: click.Context, option: click.Parameter, size: str) -> str:
    if not re.fullmatch("[1-9][0-9]{2,4}x[1-9][0-9]{2,4}", size):
        raise click.BadParameter("write width and height in pixels, such as 1366x768")
    if max(map(int, size.split("x"))) > _MOST_PIXELS:
        raise click.BadParameter(f"no side may be longer than {_MOST_PIXELS} pixels")
    return size


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--language", type=click.Choice(["zh_CN", "en", "both"]), default="both")
@click.option("--size", default="1366x768", callback=_size, help="Width x height of the window.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light")
def tour(out: Path, language: str, size: str, theme: str) -> None:
    """Walk through the whole application and keep pictures of every step."""
    from pdo_app.tour import tour as walk

    sys.exit(walk(out, language=language, size=size, theme=theme))


@main.group()
def content() -> None:
    """Check and build packs of content."""


_DAY = click.DateTime(["%Y-%m-%d"])


def _on(day: datetime | None) -> date:
    return day.date() if day is not None else datetime.now().astimezone().date()


def _core() -> Path:
    from pdo_app import paths

    return paths.built_in_packs() / "core"


def _show(folder: Path, problems: tuple[Problem, ...]) -> None:
    here = Path.cwd()
    shown = folder.resolve()
    if shown.is_relative_to(here):
        shown = shown.relative_to(here)
    for p in problems:
        click.echo(f"{shown / p.file}:{p.line}: {p.severity} [{p.code}] {p.message}")


def _totals(problems: tuple[Problem, ...]) -> dict[str, int]:
    kinds = [problem.severity for problem in problems]
    return {"errors": kinds.count(Severity.ERROR), "warnings": kinds.count(Severity.WARNING)}


@content.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--on", type=_DAY, help="Judge review dates by this day (default: today).")
@click.argument("folder", type=_FOLDER, required=False)
def check(as_json: bool, on: datetime | None, folder: Path | None) -> None:
    """List every problem of the source FOLDER (default: the built-in pack's). Ends 1 where
    there is an error."""
    import json
    from dataclasses import asdict

    from pdo_app.content.rules import check_folder

    folder = folder or _core()
    _, problems = check_folder(folder, _on(on))
    totals = _totals(problems)
    if as_json:
        found = {"folder": str(folder), **totals, "problems": [asdict(p) for p in problems]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        _show(folder, problems)
        click.echo(f"{totals['errors']} errors, {totals['warnings']} warnings")
    sys.exit(1 if totals["errors"] else 0)


@content.command()
@click.option("--out", type=_FILE, help="The pack file to write (default: FOLDER.pdopack).")
@click.option("--on", type=_DAY, help="Judge review dates by this day (default: the pack's).")
@click.argument("folder", type=_FOLDER, required=False)
def build(out: Path | None, on: datetime | None, folder: Path | None) -> None:
    """Make a pack file from the source FOLDER (default: the built-in pack's). Ends 1 and
    writes nothing where there is an error."""
    from pdo_app.content.building import build as make
    from pdo_app.content.format import SUFFIX
    from pdo_app.content.problems import errors

    folder = folder or _core()
    target = out or folder.resolve().with_name(f"{folder.resolve().name}{SUFFIX}")
    problems = errors(make(folder, target, on and on.date()))
    _show(folder, problems)
    if problems:
        click.echo(f"{len(problems)} errors; no pack was written", err=True)
        sys.exit(1)
    click.echo(f"{target} ({target.stat().st_size:,} bytes)")


@content.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--on", type=_DAY, help="Judge review dates by this day (default: today).")
@click.argument("folder", type=_FOLDER, required=False)
def stats(as_json: bool, on: datetime | None, folder: Path | None) -> None:
    """Count what the source FOLDER (default: the built-in pack's) holds."""
    import json
    from dataclasses import asdict

    from pdo_app.content.reader import read
    from pdo_app.content.statistics import statistics

    found = asdict(statistics(read(folder or _core()).pack, _on(on)))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for name, value in found.items():
        shown = value
        if isinstance(value, dict):
            shown = ", ".join(f"{key} {number:,}" for key, number in value.items())
        click.echo(f"{name.replace('_', ' '):<20}{shown}")


@content.command()
@click.option("--on", type=_DAY, help="The day by which to look (default: today).")
@click.argument("folder", type=_FOLDER, required=False)
def stale(on: datetime | None, folder: Path | None) -> None:
    """List the facts of the source FOLDER that must be reviewed by a day, the earliest first."""
    from pdo_app.content.reader import read
    from pdo_app.content.statistics import due_for_review

    due = due_for_review(read(folder or _core()).pack, _on(on))
    for fact in due:
        office = fact.confirm_at.en if fact.confirm_at is not None else "-"
        click.echo(f"{fact.review_by}  {fact.id:<32}{fact.label.en}  (ask: {office})")
    click.echo(f"{len(due)} facts")


@main.group()
def store() -> None:
    """Check, copy and put back what the database remembers about people."""


@store.command("check")
@click.pass_obj
def check_store(data: Path | None) -> None:
    """Look thoroughly at the file of records and its backups. Ends 1 where it is damaged."""
    from pdo_app import paths
    from pdo_app.store.inspection import inspect

    found = inspect(paths.data(data))
    for message in found.findings:
        click.echo(message.in_english())
    sys.exit(0 if found.sound else 1)


@store.command()
@click.argument("file", type=_FILE)
@click.pass_obj
def backup(data: Path | None, file: Path) -> None:
    """Copy all records to FILE, also while the application is running."""
    from pdo_app import paths
    from pdo_app.store.database import backup as copy

    copy(paths.data(data), file)
    click.echo(f"{file} ({file.stat().st_size:,} bytes)")


@store.command()
@click.argument("file", type=_FILE)
@click.pass_obj
def restore(data: Path | None, file: Path) -> None:
    """Put the backup FILE in the place of all records. What was there is kept."""
    from datetime import UTC

    from pdo_app import paths
    from pdo_app.store import Uuid7
    from pdo_app.store.database import restore as put_back

    folder = paths.data(data)
    kept = put_back(folder, file, clock=lambda: datetime.now(UTC), new_id=Uuid7())
    click.echo(f"The records of {file} are in {folder}.")
    if kept is not None:
        click.echo(f"What was there before: {kept}")


# Groups of other parts are added here: main.add_command(...).
