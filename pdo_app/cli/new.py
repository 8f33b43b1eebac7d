"""``pdo-app content new``: files for an author to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from pdo_app import paths

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_KINDS = ["one", "several", "true_false", "order", "match", "number"]
_STAGES = ["decide", "prepare", "arrive", "live", "return"]


@click.group()
def new() -> None:
    """Begin a lesson, a question, a module or a country: the right shape, to be filled in."""


def _core() -> Path:
    return paths.built_in_packs() / "core"


def _tell(folder: Path, files: tuple[str, ...]) -> None:
    for file in files:
        click.echo(folder / file)
    click.echo("Fill in what says TODO; 'pdo-app content check' names every place.")


@new.command()
@click.option("--objective", required=True, help="The short id of one of the module's objectives.")
@click.argument("name")
@click.argument("folder", type=_FOLDER, required=False)
def lesson(objective: str, name: str, folder: Path | None) -> None:
    """Write the lesson NAME, such as m03/keep-proof, and enter it at the end of its module."""
    from pdo_app.content.scaffolding import new_lesson

    folder = folder or _core()
    _tell(folder, new_lesson(folder, name, objective))


@new.command()
@click.option("--kind", type=click.Choice(_KINDS), default="one", show_default=True)
@click.option("--objective", required=True, help="The short id of one of the module's objectives.")
@click.option("--lesson", required=True, help="The short id of the lesson to read again.")
@click.argument("name")
@click.argument("folder", type=_FOLDER, required=False)
def question(kind: str, objective: str, lesson: str, name: str, folder: Path | None) -> None:
    """Add the question NAME, such as m03/deposit-legal, at the end of its module's questions."""
    from pdo_app.content.model import QuestionKind
    from pdo_app.content.scaffolding import new_question

    folder = folder or _core()
    _tell(folder, new_question(folder, name, QuestionKind(kind), objective, lesson))


@new.command()
@click.option("--stage", type=click.Choice(_STAGES), required=True, help="Part of the journey.")
@click.argument("name")
@click.argument("folder", type=_FOLDER, required=False)
def module(stage: str, name: str, folder: Path | None) -> None:
    """Write a module without lessons in the folder NAME, such as m15-tools."""
    from pdo_app.content.model import Stage
    from pdo_app.content.scaffolding import new_module

    folder = folder or _core()
    _tell(folder, new_module(folder, name, Stage(stage)))


@new.command()
@click.argument("code")
@click.argument("folder", type=_FOLDER, required=False)
def country(code: str, folder: Path | None) -> None:
    """Write the country CODE, such as FR, with its first facts and sources."""
    from pdo_app.content.scaffolding import new_country

    folder = folder or _core()
    _tell(folder, new_country(folder, code))
