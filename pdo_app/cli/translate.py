"""``pdo-app content export`` and ``import``: words out to translators' tools and back."""

from __future__ import annotations

from pathlib import Path

import click

from pdo_app import paths

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)
_LANGUAGE = click.option(
    "--language",
    type=click.Choice(["en", "zh"]),
    default="en",
    show_default=True,
    help="The language to translate into.",
)


def _core() -> Path:
    return paths.built_in_packs() / "core"


@click.group("export")
def outward() -> None:
    """Write a pack's words for tools of other people."""


@click.group("import")
def inward() -> None:
    """Take words from tools of other people into a pack's sources."""


@outward.command("po")
@_LANGUAGE
@click.argument("file", type=_FILE)
@click.argument("folder", type=_FOLDER, required=False)
def export_po(language: str, file: Path, folder: Path | None) -> None:
    """Write the words of the source FOLDER (default: the built-in pack's) to the gettext FILE."""
    from pdo_app.content.text import Language
    from pdo_app.content.translation import export_po as export

    count = export(folder or _core(), file, Language(language))
    click.echo(f"{file} ({count:,} entries)")


@inward.command("po")
@_LANGUAGE
@click.argument("file", type=_FILE)
@click.argument("folder", type=_FOLDER, required=False)
def import_po(language: str, file: Path, folder: Path | None) -> None:
    """Write changed words of the gettext FILE into the source FOLDER (default: the built-in
    pack's). Entries whose source words have changed meanwhile are listed and left out."""
    from pdo_app.content.text import Language
    from pdo_app.content.translation import import_po as take

    found = take(folder or _core(), file, Language(language))
    for name in found.gone:
        click.echo(f"no longer there: {name}")
    for name in found.outdated:
        click.echo(f"its source words have changed: {name}")
    for name in found.files:
        click.echo(f"written: {name}")
    left = len(found.gone) + len(found.outdated)
    click.echo(
        f"{len(found.changed)} changed, {left} no longer match, {found.unfinished} unfinished"
    )
