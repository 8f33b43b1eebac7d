from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from pdo_app import paths
from pdo_app.cli import main
from pdo_app.content.library import Library
from pdo_app.errors import InputError, Message

TINY = Path(__file__).parent / "packs" / "tiny"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the tiny pack's sources to change."""
    return shutil.copytree(TINY, tmp_path / "tiny")


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_right_pack() -> None:
    done = call("content", "check", "--on", "2026-11-24", TINY)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")


def test_review_dates_are_judged_by_the_day_given() -> None:
    done = call("content", "check", "--on", "2027-02-01", TINY)
    assert done.exit_code == 0
    assert "facts/common.yaml:11: warning [review]" in done.stdout
    assert call("content", "check", "--on", "2028-01-01", TINY).exit_code == 1


def test_every_problem_is_listed(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "groups.yaml").write_text("- id: [\n")
    (copy / "emergency.yaml").write_text("- x: 1\n")
    done = call("content", "check", copy)
    assert done.exit_code == 1
    assert f"{copy}/groups.yaml:2: error [yaml]" in done.stdout
    assert f"{copy}/emergency.yaml:1: error [unknown-key]" in done.stdout
    monkeypatch.chdir(copy.parent)
    assert "\ntiny/groups.yaml:2: error [yaml]" in call("content", "check", copy).stdout


def test_problems_as_json(copy: Path) -> None:
    (copy / "groups.yaml").write_text("- id: [\n")
    done = call("content", "check", "--json", "--on", "2026-11-24", copy)
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert (found["folder"], found["errors"], found["warnings"]) == (str(copy), 3, 0)
    assert {
        "file": "groups.yaml",
        "line": 2,
        "severity": "error",
        "code": "yaml",
        "message": found["problems"][0]["message"],
    } in found["problems"]


def test_building(copy: Path, tmp_path: Path) -> None:
    done = call("content", "build", copy)
    assert (done.exit_code, done.stdout[:-1].split(" (")[0]) == (0, str(tmp_path / "tiny.pdopack"))
    out = tmp_path / "out"
    out.mkdir()
    assert call("content", "build", "--out", out / "a.pdopack", copy).exit_code == 0
    library = Library.open(out)
    assert library.info.id == "tiny"
    library.close()


def test_building_what_is_wrong(copy: Path, tmp_path: Path) -> None:
    (copy / "groups.yaml").write_text("- id: [\n")
    done = call("content", "build", copy)
    assert done.exit_code == 1
    assert "groups.yaml:2: error [yaml]" in done.stdout
    assert done.stderr == "3 errors; no pack was written\n"
    assert not (tmp_path / "tiny.pdopack").exists()


def test_building_where_nothing_can_be_written(copy: Path, tmp_path: Path) -> None:
    done = call("content", "build", "--out", tmp_path / "none" / "a.pdopack", copy)
    assert done.exit_code == 2
    assert done.stderr == (
        "The pack file a.pdopack could not be written.\n"
        "Free some space or choose another folder, then try again.\n"
    )


def test_the_built_in_pack_is_meant_where_no_folder_is_named(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "built_in_packs", lambda: copy.parent)
    assert "There is no file 'pack.yaml'" in call("content", "check").stdout
    copy.rename(copy.parent / "core")
    assert call("content", "check", "--on", "2026-11-24").exit_code == 0
    assert call("content", "build").exit_code == 0
    assert (copy.parent / "core.pdopack").exists()


@pytest.mark.parametrize("size", ["large", "10x10", "1366", "0x0", "1366x768x2"])
def test_a_size_that_is_none(size: str, tmp_path: Path) -> None:
    done = call("tour", "--out", tmp_path, "--size", size)
    assert done.exit_code == 2
    assert "1366x768" in done.stderr


def test_a_picture_too_large_to_paint(tmp_path: Path) -> None:
    done = call("tour", "--out", tmp_path, "--size", "99999x800")
    assert done.exit_code == 2
    assert "8192" in done.stderr
    assert not list(tmp_path.iterdir())


def test_errors_that_people_can_mend_end_2(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def fail() -> None:
        raise InputError(Message("It is {what}.", {"what": "late"}), Message("Come earlier."))

    monkeypatch.setitem(main.commands, "fail", fail)
    done = call("fail")
    assert (done.exit_code, done.stderr) == (2, "It is late.\nCome earlier.\n")


@pytest.mark.parametrize("name", ["yaml", "sqlite9"])
def test_packages_of_authors_that_are_not_there(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    @click.command()
    def fail() -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setitem(main.commands, "fail", fail)
    done = call("fail")
    if name == "yaml":
        assert (done.exit_code, len(done.stderr.splitlines())) == (2, 2)
        assert "pdo-companion[authoring]" in done.stderr
    else:
        assert isinstance(done.exception, ModuleNotFoundError)


def test_help_needs_no_library() -> None:
    command = (
        "import sys; from click.testing import CliRunner; from pdo_app.cli import main;"
        "r = CliRunner().invoke(main, ['--help']); assert r.exit_code == 0, r.output;"
        "heavy = ('yaml', 'markdown_it', 'sqlite', 'PySide6', 'babel');"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_module_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pdo_app", "--version"], capture_output=True, text=True
    )
    assert done.returncode == 0


def test_the_numbers_of_a_pack() -> None:
    done = call("content", "stats", "--on", "2026-11-24", TINY)
    assert done.exit_code == 0
    assert "modules             2" in done.stdout
    found = json.loads(call("content", "stats", "--json", TINY).stdout)
    assert found["lessons"] >= 3
    assert set(found["words"]) == {"zh", "en"}


def test_what_must_be_reviewed_by_a_day() -> None:
    assert call("content", "stale", "--on", "2000-01-01", TINY).stdout == "0 facts\n"
    done = call("content", "stale", "--on", "2100-01-01", TINY)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].endswith(" facts")
    assert "ask:" in done.stdout


def test_new_files_to_fill_in(copy: Path) -> None:
    done = call("content", "new", "lesson", "m01/new", "--objective", "name-items", copy)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"{copy}/modules/m01-offer/03-new.md",
        f"{copy}/modules/m01-offer/module.yaml",
        "Fill in what says TODO; 'pdo-app content check' names every place.",
    ]
    question = ("--objective", "name-items", "--lesson", "fees", "--kind", "match")
    assert call("content", "new", "question", "m01/new", *question, copy).exit_code == 0
    assert call("content", "new", "module", "m15-tools", "--stage", "live", copy).exit_code == 0
    text = (copy / "pack.yaml").read_text(encoding="utf-8").replace("[DE, ", "[FR, DE, ")
    (copy / "pack.yaml").write_text(text, encoding="utf-8")
    assert call("content", "new", "country", "FR", copy).exit_code == 0
    assert call("content", "check", copy).exit_code == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("lesson", "m01/fees", "--objective", "name-items"), "is there already"),
        (("lesson", "m01/new", "--objective", "a"), "There are: name-items, refuse-fees."),
        (("country", "XX"), "XX is not among the pack's destinations."),
    ],
)
def test_names_that_cannot_be_taken(copy: Path, words: tuple[str, ...], sentence: str) -> None:
    done = call("content", "new", *words, copy)
    assert done.exit_code == 2
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 2


def test_words_out_to_translators_and_back(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.po"
    done = call("content", "export", "po", "--language", "en", file, copy)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{file} (")
    done = call("content", "import", "po", file, copy)
    assert done.stdout == "0 changed, 0 no longer match, 0 unfinished\n"
    text = file.read_text(encoding="utf-8")
    text = text.replace('msgstr "Ask for a copy."', 'msgstr "Ask for your copy."')
    text = text.replace('msgid "两份合同"', 'msgid "三份合同"', 1).replace(
        "#tip-1/item-1", "#tip-9/item-1"
    )
    file.write_text(text, encoding="utf-8")
    lesson = "modules/m01-offer/01-two-contracts.md"
    assert call("content", "import", "po", file, copy).stdout.splitlines() == [
        "no longer there: modules/m01-offer/02-fees.md#tip-9/item-1",
        f"its source words have changed: {lesson}#title",
        f"written: {lesson}",
        "1 changed, 2 no longer match, 0 unfinished",
    ]
    assert "1. Ask for your copy." in (copy / lesson).read_text(encoding="utf-8")
    done = call("content", "import", "po", "--language", "zh", file, copy)
    assert (done.exit_code, len(done.stderr.splitlines())) == (2, 2)
