"""Whatever a folder holds: the reader tells problems, and never raises."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdo_app.content.building import build
from pdo_app.content.inline import parse_elements
from pdo_app.content.library import Library
from pdo_app.content.markdown import parse_blocks
from pdo_app.content.model import Language
from pdo_app.content.nodes import load
from pdo_app.content.passages import replaced
from pdo_app.content.passages_of_folder import read_sources
from pdo_app.content.passages_of_lessons import passages_of_lesson
from pdo_app.content.passages_of_yaml import passages_of_yaml
from pdo_app.content.problems import Place, Problems, errors
from pdo_app.content.rules import check_folder
from pdo_app.content.scanning import split_front
from pdo_app.content.translation import import_po
from pdo_app.errors import InputError

QUICK = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MARKS = st.sampled_from(
    [
        *("::: ", ":::", "===", "\n", "\n\n", "---\n", "# ", "> ", "- ", "1. ", "|", "|---|", "**"),
        *("*", "[", "](", ")", "{{fact:", "}}", "`", "\\", "<b>", "</b>", "<script>", "&", "&#0;"),
        *("paragraph", "table", "activity", "check", "heading", ' sources="', "picture=", "x:1"),
        *("zh", "en", ": ", "{", "}", "字", "a", " ", "\t", "\x00", "\u202e", "🙂", "é", "~~~\n"),
        *("&a ", "*a", "!x ", "'", '"', "? ", "%YAML", "- - - ", "[[", "lesson:m01/x", "![", "_"),
    ]
)
WORDS = st.lists(MARKS, max_size=60).map("".join) | st.text(max_size=200)


@settings(deadline=None)
@given(WORDS)
def test_yaml(words: str) -> None:
    problems = Problems()
    load(words, "a.yaml", problems)
    assert all(1 <= p.line <= words.count("\n") + 2 for p in problems.all())


@settings(deadline=None)
@given(WORDS, st.sampled_from(Language))
def test_words_of_a_block(words: str, language: Language) -> None:
    problems = Problems()
    parse_elements(words.split("\n"), Place("a.md", 1), language, problems)
    assert all(1 <= p.line <= words.count("\n") + 1 for p in problems.all())


@settings(deadline=None)
@given(WORDS)
def test_a_lesson_file(words: str) -> None:
    problems = Problems()
    for text in (words, f"::: {words}", f"::: story\n{words}\n===\n{words}\n:::"):
        _, lines, first = split_front(text, "a.md", problems)
        parse_blocks(lines, first, "a.md", problems)
        assert all(1 <= p.line <= text.count("\n") + 2 for p in problems.all())


FILES = (
    "pack.yaml",
    "groups.yaml",
    "emergency.yaml",
    "facts/common.yaml",
    "sources/common.yaml",
    "countries/de.yaml",
    "pictures/pictures.yaml",
    "pictures/worker.svg",
    "modules/m01-offer/module.yaml",
    "modules/m01-offer/01-two-contracts.md",
    "modules/m01-offer/questions.yaml",
    "modules/m01-offer/checklist.yaml",
)


def survives(folder: Path, out: Path) -> None:
    """Check, build, and open what was built."""
    reading, problems = check_folder(folder)
    for problem in problems:
        f"{problem.file} {problem.message}".encode()
        assert problem.line >= 1
    target = out / "a.pdopack"
    target.unlink(missing_ok=True)
    assert build(folder, target) == problems
    assert target.exists() == (not errors(problems))
    if target.exists():
        library = Library.open(out)
        for lesson in reading.pack.lessons:
            library.lesson(lesson.id)
        library.search("112")
        library.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for the pack file."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@QUICK
@given(st.data())
def test_a_file_with_words_put_in_or_taken_out(tiny: Path, out: Path, data: st.DataObject) -> None:
    folder = out.parent / "spoiled"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tiny, folder)
    path = folder / data.draw(st.sampled_from(FILES))
    words = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, min(len(words), start + 80)))
    new = words[:start] + data.draw(WORDS) + words[end:]
    path.write_text(new, encoding="utf-8", errors="replace", newline="")
    survives(folder, out)


@QUICK
@given(st.data())
def test_lines_that_are_missing_doubled_or_swapped(
    tiny: Path, out: Path, data: st.DataObject
) -> None:
    folder = out.parent / "spoiled"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tiny, folder)
    path = folder / data.draw(st.sampled_from(FILES))
    lines = path.read_text(encoding="utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        here = data.draw(st.integers(0, len(lines) - 1))
        there = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["drop", "double", "swap"])):
            case "drop" if len(lines) > 1:
                del lines[here]
            case "double":
                lines.insert(there, lines[here])
            case _:
                lines[here], lines[there] = lines[there], lines[here]
    path.write_text("\n".join(lines), encoding="utf-8")
    survives(folder, out)


@QUICK
@given(st.sampled_from(FILES), st.binary(max_size=400))
def test_random_bytes(tiny: Path, out: Path, file: str, raw: bytes) -> None:
    folder = out.parent / "spoiled"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(tiny, folder)
    (folder / file).write_bytes(raw)
    survives(folder, out)


def sound(words: str) -> bool:
    """Whether YAML is read at all: what is refused is not cut into passages."""
    problems = Problems()
    load(words, "a.yaml", problems)
    return problems.all() == ()


@settings(deadline=None)
@given(WORDS)
def test_passages_of_any_file(words: str) -> None:
    for text in (words, f"---\n{words}", f"::: tip\n{words}\n===\n{words}\n:::"):
        if sound(split_front(text, "a.md", Problems())[0]):
            for passage in passages_of_lesson(text, "a.md"):
                for side in passage.sides.values():
                    assert 0 <= side.start <= side.end <= len(text)
    if sound(words):
        list(passages_of_yaml(words, "a.yaml"))


@QUICK
@given(WORDS, st.data())
def test_any_words_in_any_passage(tiny: Path, words: str, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(read_sources(tiny)))
    passage = data.draw(st.sampled_from(source.passages))
    for side in passage.sides.values():
        source.holding(replaced(source.text, [(side, words)]))


@QUICK
@given(st.binary(max_size=200) | WORDS.map(lambda words: words.encode("utf-8", "replace")))
def test_any_file_as_a_catalogue(tiny: Path, tmp_path: Path, raw: bytes) -> None:
    for begin in (b"", b'msgctxt "a"\nmsgid "b"\nmsgstr "', b'msgid ""\nmsgstr "'):
        (tmp_path / "a.po").write_bytes(begin + raw)
        with suppress(InputError):
            import_po(tiny, tmp_path / "a.po", Language.EN)
