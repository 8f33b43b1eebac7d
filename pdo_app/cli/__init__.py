"""The command line: ``pdo-app``. Every command imports what it needs when it runs, so that
``--help`` and a start of the application stay quick."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from pdo_app import __version__
from pdo_app.cli.content import content
from pdo_app.errors import KnownError

_FILE = click.Path(dir_okay=False, path_type=Path)


_AUTHORING = ("yaml", "markdown_it", "pypinyin", "holidays")
"""Packages that reading sources takes; they come with the extra ``authoring``."""


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
        except ModuleNotFoundError as error:
            if error.name not in _AUTHORING:
                raise
            click.echo(f"The package {error.name} is needed for this and is not there.", err=True)
            click.echo(
                "Install the application with its extra: pdo-companion[authoring].", err=True
            )
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
@click.option("--trainer", is_flag=True, help="Walk a trainer's way: a session of six hours.")
def tour(out: Path, language: str, size: str, theme: str, *, trainer: bool) -> None:
    """Walk through the whole application and keep pictures of every step."""
    from pdo_app.tour import Look, trainer_tour
    from pdo_app.tour import tour as worker_tour

    walk = trainer_tour if trainer else worker_tour
    sys.exit(walk(out, Look(language, size, theme)))


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


@store.command("forget-pin")
@click.argument("name", required=False)
@click.pass_obj
def forget_pin(data: Path | None, name: str | None) -> None:
    """Take away the PIN of the person NAME, or, without a name, that of the trainer's area.

    For somebody who has forgotten it, and for the area its recovery code too. A PIN hides and
    does not encrypt: whoever may use this command can read the records anyway. Close the
    application first. Ends 1 where there is no such PIN.
    """
    from dataclasses import replace
    from datetime import UTC

    from pdo_app import paths
    from pdo_app.store import Uuid7, open_store
    from pdo_app.store.database import require_records
    from pdo_app.store.places import Places

    folder = paths.data(data)
    require_records(Places(folder))
    opened = open_store(folder, clock=lambda: datetime.now(UTC), new_id=Uuid7()).store
    try:
        if name is None:
            centre = opened.centre.get()
            taken = int(centre.pin_hash is not None)
            opened.centre.change(replace(centre, pin_hash=None, recovery_hash=None))
        else:
            people = [p for p in opened.learners.all() if p.name == name and p.pin_hash is not None]
            taken = len(people)
            for person in people:
                opened.learners.change(replace(person, pin_hash=None))
    finally:
        opened.close()
    click.echo(f"PINs taken away: {taken}.")
    sys.exit(0 if taken else 1)


main.add_command(content)
