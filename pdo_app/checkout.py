"""What a source checkout needs before it can start: the pack and the catalogues, built of what
people edit. The packaged program brings both along and builds nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from pdo_app import formats, paths
from pdo_app.errors import N_, Message, PackError


def rebuild_if_changed() -> None:
    """In a source checkout, build the pack and the catalogues anew where their sources changed.

    Says so on standard output. Where the sources have errors the pack of before serves; without
    one, PackError is raised.
    """
    if paths.checkout() is None:
        return
    from pdo_app.content import fingerprint  # the packaged program never asks

    sources = paths.built_in_packs() / "core"
    target = sources.with_suffix(".pdopack")
    if fingerprint.stale(sources, target):
        print("The content has changed: building the pack.", flush=True)
        from pdo_app.content.building import build
        from pdo_app.content.problems import errors

        bad = errors(build(sources, target))
        if bad:
            _tell_authors(len(bad), f"{bad[0].file}:{bad[0].line}: {bad[0].message}", target)
    _rebuild_catalogues()


def _tell_authors(number: int, first: str, target: Path) -> None:
    """Say what is wrong with the sources of the pack."""
    error = PackError(
        Message(
            N_("The content has {n} errors. The first: {first}"), {"n": number, "first": first}
        ),
        Message(N_("Run pdo-app content check, mend what it lists, and start again.")),
    )
    if not target.exists():
        raise error
    print(f"{error} The pack of before serves.", file=sys.stderr, flush=True)


def _rebuild_catalogues() -> None:
    for source in paths.translations().glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            print(
                f"The catalogue {source.parent.parent.name} has changed: building it.", flush=True
            )
            from babel.messages.mofile import write_mo
            from babel.messages.pofile import read_po

            with source.open("rb") as file:
                catalogue = read_po(file)
            with target.open("wb") as file:
                write_mo(file, catalogue)
    if not (paths.translations() / formats.FILE).exists():
        print("The dates and numbers of both languages are missing: building them.", flush=True)
        formats.write(paths.translations())
