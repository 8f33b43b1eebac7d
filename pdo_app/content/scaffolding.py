"""New lessons, questions, modules and countries in a source folder: files of the right shape for
an author to fill in. Nothing that is there is overwritten, and what is added to a file leaves the
rest of it as it was.

Every function returns the files that it wrote or added to, as paths in the folder. They raise
InputError where a name is wrong or taken, and WriteError where a file cannot be written.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from pdo_app.content import scaffolds, yaml_editing
from pdo_app.content.model import QuestionKind, Stage
from pdo_app.content.reader import Reading, read
from pdo_app.content.words import SHORT_ID
from pdo_app.errors import InputError, Message, WriteError

# These sentences are said on the command line only, which speaks English: none is marked for the
# catalogue.


def new_lesson(root: Path, name: str, objective: str) -> tuple[str, ...]:
    """Write a lesson called ``name`` (``m03/keep-proof``) on one of its module's objectives, and
    enter it at the end of the module's lessons."""
    reading, module, short = _addressed(root, name)
    _free(reading, "lesson", f"{module}/{short}")
    _there(reading, "objective", f"{module}/o/", objective)
    place = reading.places["module", module]
    listing = root / place.file
    named = [int(n) for n in re.findall(r"\b(\d{2})-[\w-]+\.md", _text(listing))]
    file = f"{max(named, default=0) + 1:02}-{short}.md"
    listed = yaml_editing.with_item(_text(listing), "lessons", file)
    if listed is None:
        raise InputError(
            Message("{file} has no list of lessons.", {"file": place.file}),
            Message("Write 'lessons: []' into it, then try again."),
        )
    path = str(PurePosixPath(place.file).with_name(file))
    _write(root, {path: scaffolds.LESSON.format(id=short, objective=objective)})
    _replace(listing, listed)
    return path, place.file


def new_question(
    root: Path, name: str, kind: QuestionKind, objective: str, lesson: str
) -> tuple[str, ...]:
    """Add a question called ``name`` (``m03/deposit-legal``) at the end of its module's questions.
    ``objective`` and ``lesson`` are short ids of the module."""
    reading, module, short = _addressed(root, name)
    _free(reading, "question", f"{module}/q/{short}")
    _there(reading, "objective", f"{module}/o/", objective)
    _there(reading, "lesson", f"{module}/", lesson)
    home = PurePosixPath(reading.places["module", module].file)
    path = str(home.with_name("questions.yaml"))
    entry = scaffolds.question(short, kind, objective, lesson)
    target = root / path
    if not target.exists():
        _write(root, {path: entry})
        return (path,)
    text = _text(target)
    if text.strip() and not re.search(r"^- ", text, re.MULTILINE):
        raise InputError(
            Message("{file} is no plain list of questions.", {"file": path}),
            Message("Begin each question with '- id: ' at the start of a line."),
        )
    end = yaml_editing.line_end(text)
    gap = "" if not text or text.endswith(("\n", "\r")) else end
    _replace(target, text + gap + entry.replace("\n", end))
    return (path,)


def new_module(root: Path, name: str, stage: Stage) -> tuple[str, ...]:
    """Write a module without lessons; ``name`` is that of its folder, such as ``m15-tools``."""
    found = re.fullmatch(r"(m([0-9]{2}))-[a-z0-9]+(?:-[a-z0-9]+)*", name)
    if found is None:
        raise _no_name(name, "m15-tools")
    reading = read(root)
    _free(reading, "module", f"{reading.pack.info.id}/{found[1]}")
    path = f"modules/{name}/module.yaml"
    words = scaffolds.MODULE.format(id=found[1], number=int(found[2]), stage=stage)
    return _write(root, {path: words})


def new_country(root: Path, code: str) -> tuple[str, ...]:
    """Write what is known of a country: ``code`` is one of the pack's destinations."""
    reading = read(root)
    code = code.upper()
    if code not in reading.pack.info.destinations:
        raise InputError(
            Message("{code} is not among the pack's destinations.", {"code": code}),
            Message("Add it to 'destinations' in pack.yaml, then try again."),
        )
    prefix = code.lower()
    return _write(
        root,
        {
            f"countries/{prefix}.yaml": scaffolds.COUNTRY.format(code=code, prefix=prefix),
            f"facts/{prefix}.yaml": scaffolds.facts(prefix),
            f"sources/{prefix}.yaml": scaffolds.SOURCES,
        },
    )


def _addressed(root: Path, name: str) -> tuple[Reading, str, str]:
    """The folder's content, the full id of the module that ``name`` begins with, and the rest."""
    home, _, short = name.partition("/")
    if not SHORT_ID.fullmatch(short):
        raise _no_name(name, "m03/keep-proof")
    reading = read(root)
    module = f"{reading.pack.info.id}/{home}"
    _there(reading, "module", f"{reading.pack.info.id}/", home)
    return reading, module, short


def _no_name(name: str, example: str) -> InputError:
    return InputError(
        Message("{name} is no name for this.", {"name": repr(name)}),
        Message("Write small letters, digits and hyphens, as in {name}.", {"name": example}),
    )


def _free(reading: Reading, kind: str, name: str) -> None:
    place = reading.places.get((kind, name))
    if place is not None:
        raise InputError(
            Message("The {kind} {name} is there already.", {"kind": kind, "name": name}),
            Message(
                "It stands in {file}, line {line}. Choose another name.",
                {"file": place.file, "line": place.line},
            ),
        )


def _there(reading: Reading, kind: str, prefix: str, name: str) -> None:
    """Refuse a ``name`` that is none of those of ``kind`` that follow ``prefix``."""
    rests = (
        full.removeprefix(prefix)
        for known, full in reading.places
        if known == kind and full.startswith(prefix)
    )
    short = [rest for rest in rests if "/" not in rest]
    if name not in short:
        raise InputError(
            Message("There is no {kind} {name}.", {"kind": kind, "name": repr(name)}),
            Message("There are: {names}.", {"names": ", ".join(short) or "none"}),
        )


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "surrogateescape")


def _replace(file: Path, text: str) -> None:
    try:
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise _unwritten(file.name, error) from error


def _write(root: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write ``files``, all or none of which are there."""
    for name in files:
        if (root / name).exists():
            raise InputError(
                Message("{file} is there already.", {"file": name}),
                Message("It was left as it is. Choose another name, or change the file itself."),
            )
    for name, words in files.items():
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(words)
        except OSError as error:
            raise _unwritten(name, error) from error
    return tuple(files)


def _unwritten(name: str, error: OSError) -> WriteError:
    return WriteError(
        Message("{file} could not be written.", {"file": name}),
        Message("The system says: {reason}.", {"reason": error.strerror or "unknown"}),
    )
