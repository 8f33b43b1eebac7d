"""The gettext catalogues: ``python build/catalogues.py update | compile | check``.

``update`` writes translations/pdo_app.pot from the code and merges it into every catalogue;
``compile`` makes the .mo files that the application reads; ``check`` ends 1 where the .pot is out
of date or zh_CN is not complete. English is the source and has no catalogue.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))  # the wheel's build knows only this folder

from pdo_app import formats  # noqa: E402 - after the path is known

FOLDER = CHECKOUT / "translations"
DOMAIN = "pdo_app"
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
COMPLETE = ("zh_CN",)
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "words": None,
    "count": (1, 2),
    "counted": (1, 2),
    "N_": None,
}
# The time of the run would change the template every time.
BEGUN = datetime(2026, 11, 24, tzinfo=UTC)
WHO = "PDO Companion"
HEADER = "# Words of the interface of PDO Companion."


def template() -> Catalog:
    """Return the words that the code says now."""
    catalog = Catalog(
        project="PDO Companion",
        version=f"{BEGUN:%Y}",
        msgid_bugs_address=WHO,
        last_translator=WHO,
        language_team=WHO,
        header_comment=HEADER,
        creation_date=BEGUN,
        revision_date=BEGUN,
        fuzzy=False,
    )
    with (FOLDER / "babel.cfg").open(encoding="utf-8") as file:
        mapping, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(CHECKOUT, mapping, options, keywords=KEYWORDS)
    for name, _, words, comments, context in found:
        if words:
            # No line numbers: they change with every edit of the code.
            catalog.add(
                words,
                locations=[(Path(name).as_posix(), None)],  # type: ignore[list-item]
                auto_comments=comments,
                context=context,
            )
    return catalog


def spoken(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, Any, Any, Any]]:
    """Extract words from Python's syntax tree.

    Only arguments that are plain strings count, or a choice between two of them; so a
    ``list.count(x)`` or a key in a variable is no word of the interface. In the content package
    only N_ marks words: the rest of its sentences are for authors, in English.
    """
    only_marked = "pdo_app/content/" in Path(file.name).as_posix()
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in KEYWORDS or (only_marked and name != "N_"):
            continue
        first = _strings(node.args[0]) if node.args else []
        if KEYWORDS[name] is None:
            for word in first:
                yield node.lineno, name, word, []
        elif first and len(node.args) > 1 and (many := _strings(node.args[1])):
            yield node.lineno, name, (first[0], many[0]), []


def _strings(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _strings(node.body) + _strings(node.orelse)
    return []


def catalogues() -> Iterator[tuple[str, Path]]:
    """Yield language and path of every catalogue."""
    for path in sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        yield path.parent.parent.name, path


def read(path: Path, language: str | None = None) -> Catalog:
    """Return the catalogue in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update() -> None:
    """Write the template and merge it into the catalogues; words no longer said are dropped."""
    words = template()
    TEMPLATE.write_bytes(_written(words))
    for language in COMPLETE:
        path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        old = read(path, language) if path.is_file() else Catalog(language, DOMAIN, HEADER)
        old.update(words, no_fuzzy_matching=True, update_creation_date=False)
        old.obsolete.clear()
        path.write_bytes(_written(old))
        print(f"{path.relative_to(CHECKOUT)}: {len(missing(old))} of {len(old)} still missing")


def compile_all() -> None:
    """Write the .mo file of every catalogue, and the dates and numbers of both languages."""
    for language, path in catalogues():
        target = path.with_suffix(".mo")
        made = io.BytesIO()
        write_mo(made, read(path, language))
        if not target.is_file() or target.read_bytes() != made.getvalue():
            target.write_bytes(made.getvalue())
            print(f"Built {target.relative_to(CHECKOUT).as_posix()}")
        # A start from a checkout asks whether the source is younger.
        target.touch()
    formats.write(FOLDER)


def check() -> list[str]:
    """Return what is wrong with the catalogues, one sentence each."""
    wrong = []
    if not TEMPLATE.is_file() or _words(read(TEMPLATE)) != _words(template()):
        wrong.append(f"{TEMPLATE.name} is out of date: run python build/catalogues.py update")
    for language in COMPLETE:
        path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        if not path.is_file():
            wrong.append(f"{language} has no catalogue: run python build/catalogues.py update")
            continue
        catalog = read(path, language)
        wrong += [f"{language} lacks: {_first(message)}" for message in missing(catalog)]
        for word in sorted(_words(template()) - _words(catalog), key=str):
            wrong.append(f"{language} does not know: {word[0]}")
        wrong += [f"{language}: other {{names}}: {_first(m)}" for m in catalog if _renamed(m)]
    return wrong


def missing(catalog: Catalog) -> list[Message]:
    """Return the messages without a translation, or whose translation is only a guess."""
    return [message for message in catalog if message.id and _lacking(message)]


def _lacking(message: Message) -> bool:
    words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return message.fuzzy or not all(words)


def _renamed(message: Message) -> bool:
    """Tell whether a translation asks for a {name} that the source does not give, or drops one."""
    if not message.id or _lacking(message):
        return False
    return _names(message.id) != _names(message.string)


def _names(words: str | Sequence[str | None] | None) -> set[str]:
    parts = [words] if isinstance(words, str) else words or ()
    return {name for part in parts for name in re.findall(r"{(\w*)[^}]*}", part or "")}


def _words(catalog: Catalog) -> set[tuple[str, ...]]:
    return {
        tuple(message.id) if isinstance(message.id, (tuple, list)) else (message.id,)
        for message in catalog
        if message.id
    }


def _first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def _written(catalog: Catalog) -> bytes:
    made = io.BytesIO()
    write_po(made, catalog, width=100, sort_by_file=True, include_lineno=False, omit_header=False)
    return made.getvalue()


def main() -> int:
    """Do what the command line says; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=["update", "compile", "check"])
    task = parser.parse_args().task
    if task == "check":
        wrong = check()
        print("\n".join(wrong) or "The catalogues are complete.")
        return int(bool(wrong))
    update() if task == "update" else compile_all()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
