from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pdo_app.content.model import QuestionKind, Stage
from pdo_app.content.rules import check_folder
from pdo_app.content.scaffolding import new_country, new_lesson, new_module, new_question
from pdo_app.errors import InputError, WriteError

MODULE = "modules/m01-offer/module.yaml"
QUESTIONS = "modules/m01-offer/questions.yaml"
LESSON = "modules/m01-offer/03-new.md"


def unfilled(root: Path, *files: str) -> set[tuple[str, int]]:
    """The lines of ``files`` on which something is still to be filled in."""
    found = set()
    for file in files:
        lines = (root / file).read_text(encoding="utf-8").split("\n")
        found |= {(file, n) for n, line in enumerate(lines, start=1) if "TODO" in line}
    return found


def problems(root: Path) -> set[tuple[str, int]]:
    return {(p.file, p.line) for p in check_folder(root)[1]}


def test_a_lesson(copy: Path) -> None:
    before = (copy / MODULE).read_text(encoding="utf-8")
    assert new_lesson(copy, "m01/new", "name-items") == (LESSON, MODULE)
    assert (copy / MODULE).read_text(encoding="utf-8") == before.replace(
        "02-fees.md]", "02-fees.md, 03-new.md]"
    )
    # A picture that is not there is noted where the lesson begins.
    assert problems(copy) == unfilled(copy, LESSON) | {(LESSON, 2)}
    assert len(problems(copy)) > 20


def test_a_lesson_of_a_guide(copy: Path) -> None:
    written = new_lesson(copy, "guide-de/tax", "register")
    assert written == ("guides/de/03-tax.md", "guides/de/guide.yaml")


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_a_question_of_each_kind(copy: Path, kind: QuestionKind) -> None:
    before = (copy / QUESTIONS).read_bytes()
    assert new_question(copy, "m01/new", kind, "refuse-fees", "fees") == (QUESTIONS,)
    assert (copy / QUESTIONS).read_bytes().startswith(before)
    found = problems(copy)
    # An unknown source is noted where the entry begins.
    entry = before.count(b"\n") + 1
    assert found - {(QUESTIONS, entry)} == unfilled(copy, QUESTIONS)


def test_a_second_question_and_the_first_of_a_module(copy: Path) -> None:
    raw = (copy / QUESTIONS).read_bytes().replace(b"\n", b"\r\n").rstrip()
    (copy / QUESTIONS).write_bytes(raw)
    new_question(copy, "m01/one", QuestionKind.ONE, "refuse-fees", "fees")
    new_question(copy, "m01/two", QuestionKind.ONE, "refuse-fees", "fees")
    text = (copy / QUESTIONS).read_bytes()
    assert text.startswith(raw + b"\r\n- id: one\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert "double-stem" not in {p.code for p in check_folder(copy)[1]}
    (copy / QUESTIONS).unlink()
    new_question(copy, "m01/one", QuestionKind.ONE, "refuse-fees", "fees")
    assert (copy / QUESTIONS).read_text(encoding="utf-8").startswith("- id: one\n")
    (copy / QUESTIONS).write_text("")
    new_question(copy, "m01/one", QuestionKind.ONE, "refuse-fees", "fees")
    assert (copy / QUESTIONS).read_text(encoding="utf-8").startswith("- id: one\n")


def test_a_module_and_its_first_lesson(copy: Path) -> None:
    file = "modules/m15-tools/module.yaml"
    assert new_module(copy, "m15-tools", Stage.LIVE) == (file,)
    assert problems(copy) == {(file, 1), *unfilled(copy, file)}
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8").replace("id: TODO", "id: use-tools"))
    lesson = new_lesson(copy, "m15/saw", "use-tools")
    assert lesson == ("modules/m15-tools/01-saw.md", file)
    assert path.read_text(encoding="utf-8").endswith("lessons: [01-saw.md]\n")


def test_a_country(copy: Path, change: Callable[..., Path]) -> None:
    change("pack.yaml", "[FR, DE, ", "[DE, ")
    files = ("countries/fr.yaml", "facts/fr.yaml", "sources/fr.yaml")
    assert new_country(copy, "fr") == files
    left = {(p.file, p.line) for p in check_folder(copy)[1] if p.file in files}
    begun = {(file, n) for file in files for n in (1, 13)}  # where an entry begins
    assert unfilled(copy, *files) <= left <= unfilled(copy, *files) | begun


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda root: new_lesson(root, "new", "name-items"), "'new' is no name for this."),
        (lambda root: new_lesson(root, "m01/New", "name-items"), "'m01/New' is no name for this."),
        (lambda root: new_lesson(root, "m09/new", "a"), "There are: m01, m13, guide-de."),
        (lambda root: new_lesson(root, "m01/new", "a"), "There are: name-items, refuse-fees."),
        (lambda root: new_lesson(root, "m01/fees", "name-items"), "02-fees.md, line 2."),
        (
            lambda root: new_question(root, "m01/item-one", QuestionKind.ONE, "a", "fees"),
            "The question tiny/m01/q/item-one is there already.",
        ),
        (
            lambda root: new_question(root, "m01/new", QuestionKind.ONE, "refuse-fees", "a"),
            "There are: two-contracts, fees.",
        ),
        (lambda root: new_module(root, "m15", Stage.LIVE), "as in m15-tools."),
        (lambda root: new_module(root, "m01-new", Stage.LIVE), "The module tiny/m01 is there"),
        (lambda root: new_country(root, "FR"), "FR is not among the pack's destinations."),
        (lambda root: new_country(root, "DE"), "countries/de.yaml is there already."),
    ],
)
def test_names_that_are_wrong_or_taken(
    copy: Path, call: Callable[[Path], object], sentence: str
) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    with pytest.raises(InputError) as caught:
        call(copy)
    assert sentence in str(caught.value)
    assert {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()} == before


def test_nothing_is_overwritten(copy: Path) -> None:
    (copy / LESSON).write_text("mine")
    with pytest.raises(InputError, match=r"03-new\.md is there already"):
        new_lesson(copy, "m01/new", "name-items")
    assert (copy / LESSON).read_text() == "mine"


def test_files_of_another_shape(copy: Path, change: Callable[..., Path]) -> None:
    change(QUESTIONS, "[]\n")
    with pytest.raises(InputError, match="no plain list of questions"):
        new_question(copy, "m01/new", QuestionKind.ONE, "refuse-fees", "fees")
    change(MODULE, "steps: [", "lessons: [")
    with pytest.raises(InputError, match="has no list of lessons"):
        new_lesson(copy, "m01/new", "name-items")


def test_a_folder_that_takes_no_files(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WriteError, match="No space left on device"):
        new_question(copy, "m01/new", QuestionKind.ONE, "refuse-fees", "fees")
    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(WriteError, match="No space left on device"):
        new_module(copy, "m15-tools", Stage.LIVE)
