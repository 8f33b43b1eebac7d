import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pdo_app import __version__, diagnostics
from pdo_app.diagnostics import problem_report, start_log, stop_log
from pdo_app.errors import WriteError
from pdo_app.records import Verb

log = logging.getLogger("pdo_app.somewhere")
SECRET = "王芳"


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    data = tmp_path / SECRET
    data.mkdir()
    handler = start_log(data)
    yield data
    stop_log(handler)


def written(data: Path) -> str:
    return (data / "logs" / "pdo-app.log").read_text(encoding="utf-8")


def test_a_line(data: Path) -> None:
    log.info("opened %d lessons in %.1f ms", 3, 4.25)

    assert written(data).endswith("Z INFO pdo_app.somewhere: opened 3 lessons in 4.2 ms\n")


def test_words_that_are_filled_in_are_left_out(data: Path) -> None:
    log.warning("%s did %s", SECRET, Verb.TICKED)
    log.warning("%(name)s", {"name": SECRET})
    handler = logging.getLogger("pdo_app").handlers[-1]
    wrong = {"msg": "wrong: %d", "args": (SECRET,)}  # a bug of the caller
    handler.emit(logging.makeLogRecord(wrong))

    assert SECRET not in written(data)
    assert "... did ticked" in written(data)
    assert "wrong: %d" in written(data)


def test_an_exception_without_its_words(data: Path) -> None:
    def inner() -> None:
        raise KeyError(SECRET)

    try:
        try:
            inner()
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError:
        log.exception("unexpected")
    try:
        sqlite3.connect(":memory:").execute(SECRET)
    except sqlite3.Error:
        log.exception("from SQLite")
    found = written(data)

    assert SECRET not in found
    assert "  test_diagnostics.py:" in found
    assert found.index("builtins.KeyError") < found.index("builtins.ValueError")
    assert "sqlite3.OperationalError SQLITE_ERROR" in found


def test_places_in_our_own_code_are_told_from_the_package_on(data: Path) -> None:
    try:
        problem_report(data, {}).save(data / "missing" / "a.zip")
    except WriteError:
        log.exception("no report")

    assert "  pdo_app/diagnostics.py:" in written(data)


def test_a_context_is_told_and_a_hidden_one_is_not(data: Path) -> None:
    for hide in (False, True):
        try:
            try:
                _ = 1 / 0
            except ZeroDivisionError:
                if hide:
                    raise OSError(28, SECRET) from None
                raise OSError(28, SECRET)  # noqa: B904
        except OSError:
            log.exception("again")
    first, second = written(data).split("again")[1:]

    assert "ZeroDivisionError" in first
    assert "ZeroDivisionError" not in second
    assert "builtins.OSError 28" in second


def test_no_exception_no_story(data: Path) -> None:
    log.error("asked for nothing", exc_info=(None, None, None))

    assert "asked for nothing" in written(data)


def test_the_log_starts_anew_when_it_is_full(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "LIMIT", 1000)
    for number in range(200):
        log.info("line %d of a log that is too long", number)
    files = sorted((data / "logs").iterdir())

    assert [file.name for file in files] == ["pdo-app.log", "pdo-app.log.1", "pdo-app.log.2"]
    assert all(0 < file.stat().st_size < 1200 for file in files)
    assert "line 199" in written(data)


def test_a_folder_that_cannot_be_written_is_no_error(data: Path) -> None:
    (data / "logs").write_text("a file where the folder should be")
    log.error("lost")

    assert (data / "logs").is_file()


def test_a_disk_that_refuses_is_no_error(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "logs" / "pdo-app.log").mkdir(parents=True)
    log.error("lost")
    (handler,) = logging.getLogger("pdo_app").handlers
    handler.handleError(logging.makeLogRecord({}))

    assert capsys.readouterr().err == ""


def test_a_report_shows_what_is_in_it(data: Path, tmp_path: Path) -> None:
    log.error("something")
    (data / "learners.sqlite").write_bytes(b"12345")
    report = problem_report(data, {"screen": "1366x768", "people": 3})
    report.save(tmp_path / "report.zip")
    with zipfile.ZipFile(tmp_path / "report.zip") as file:
        parts = tuple((name, file.read(name).decode()) for name in file.namelist())

    assert parts == report.parts
    assert [name for name, _ in parts] == ["about.txt", "pdo-app.log"]
    for words in (__version__, "screen: 1366x768", "people: 3", "1 files, 5 bytes", "something"):
        assert words in report.text()
    assert SECRET not in report.text()


def test_a_log_that_cannot_be_read(data: Path) -> None:
    (data / "logs" / "pdo-app.log").mkdir(parents=True)

    assert "cannot be read: IsADirectoryError" in problem_report(data, {}).text()


def test_a_report_that_cannot_be_saved(data: Path) -> None:
    with pytest.raises(WriteError, match="could not be saved"):
        problem_report(data, {}).save(data / "missing" / "report.zip")
