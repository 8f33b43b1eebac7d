"""The commands of authors: ``pdo-app content``. Each imports what it needs when it runs."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from pdo_app.cli.new import new
from pdo_app.cli.translate import inward, outward
from pdo_app.content.problems import Problem, Severity

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
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


for command in (new, outward, inward):
    content.add_command(command)
