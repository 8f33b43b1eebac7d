"""The start of the application, and what happens where it cannot start."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pdo_app import app, paths
from pdo_app.app import Desk, Outside, _Unexpected
from pdo_app.errors import InputError, Message
from pdo_app.ui.routes import Place
from pdo_app.ui.trouble import Trouble
from pdo_app.ui.widgets.notice import Banner

from .conftest import NOW, SEED, add_learner
from .dialogue import go_on, when_asked, words_of
from .walk import settle


def words_of_trouble() -> list[str]:
    """Read and close the page of a start that failed, as soon as it stands."""
    said: list[str] = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Trouble) and window.isVisible():
                said.extend(label.text() for label in window.findChildren(QLabel))
                window.close()  # the last one: the application ends
                return
        QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)
    return said


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An installation without sources, whose folder of packs can be spoilt."""
    folder = tmp_path / "installed"
    folder.mkdir()
    shutil.copy(paths.built_in_packs() / "core.pdopack", folder)
    monkeypatch.setattr(paths, "built_in_packs", lambda: folder)
    monkeypatch.setattr(paths, "checkout", lambda: None)
    return folder


@pytest.mark.parametrize("content", [b"", os.urandom(5000), None])
def test_a_damaged_built_in_pack_says_how_to_install_again(
    application: QApplication, packs: Path, installed: Path, tmp_path: Path, content: bytes | None
) -> None:
    pack = installed / "core.pdopack"
    if content is None:
        pack.unlink()
    else:
        pack.write_bytes(content)
    said = words_of_trouble()
    assert app.run(tmp_path / "data") == 1
    text = " ".join(said)
    assert "坏了或者不见了" in text
    assert "重新安装" in text
    assert "112" in text
    assert [p.name for p in installed.iterdir()] == ([] if content is None else ["core.pdopack"])
    assert content is None or pack.read_bytes() == content, "the built-in folder is never written"


def test_a_pack_that_is_damaged_meanwhile_is_told_on_the_page(
    application: QApplication, packs: Path, installed: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    add_learner(data, packs)
    desk = Desk(Outside(data, installed, lambda: NOW, lambda: SEED))
    desk.window.show()
    settle()
    for page, instead in ((Place.EMERGENCY, True), (Place.HOME, False)):
        with (installed / "core.pdopack").open("r+b") as file:
            file.seek(100)
            file.write(os.urandom(installed.joinpath("core.pdopack").stat().st_size - 100))
        desk.frame.router.go(page)
        settle()
        text = words_of(desk.window._stack.currentWidget())
        assert ("坏了或者不见了" in text and "112" in text) is instead
    desk.close()
    desk.window.deleteLater()


def test_records_of_a_newer_version_are_refused_untouched(
    application: QApplication, packs: Path, installed: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    add_learner(data, packs)
    file = data / "learners.sqlite"
    connection = sqlite3.connect(file)
    names = [row[0] for row in connection.execute("select name from sqlite_master")]
    table = next(name for name in names if "migration" in name)
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
    row = connection.execute(f"select * from {table}").fetchone()
    later = dict(zip(columns, row, strict=True)) | {"name": "m999_from_tomorrow"}
    marks = ", ".join("?" * len(later))
    fields = ", ".join(c for c in later if c != "id")
    values = [v for c, v in later.items() if c != "id"]
    marks = ", ".join("?" * len(values))
    connection.execute(f"insert into {table} ({fields}) values ({marks})", values)
    connection.commit()
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    before = file.read_bytes()
    said = words_of_trouble()
    assert app.run(data) == 1
    assert "新版本" in " ".join(said)
    assert file.read_bytes() == before


def test_an_added_pack_of_random_bytes_is_told_and_set_aside(
    application: QApplication, packs: Path, tmp_path: Path
) -> None:
    added = tmp_path / "data" / "packs"
    added.mkdir(parents=True)
    (added / "extra.pdopack").write_bytes(os.urandom(4096))
    desk = Desk(Outside(tmp_path / "data", packs, lambda: NOW, lambda: SEED))
    desk.window.show()
    settle()
    banner = next(b for b in desk.window.findChildren(Banner) if b.isVisible())
    text = " ".join(label.text() for label in banner.findChildren(QLabel))
    assert "extra" in text
    assert [p.name for p in added.iterdir()] == ["extra.pdopack.damaged"]
    desk.close()
    desk.window.deleteLater()


def test_a_damaged_file_of_records_is_told_in_a_banner(
    application: QApplication, packs: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    add_learner(data, packs)
    (data / "learners.sqlite").write_bytes(b"")
    desk = Desk(Outside(data, packs, lambda: NOW, lambda: SEED))
    desk.window.show()
    settle()
    banners = [b for b in desk.window.findChildren(Banner) if b.isVisible()]
    text = " ".join(label.text() for b in banners for label in b.findChildren(QLabel))
    assert "文件坏了" in text
    desk.close()
    desk.window.deleteLater()


def test_a_fault_of_ours_is_told_calmly_and_logged(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hook = _Unexpected(desk)
    said = when_asked(go_on)
    try:
        raise ZeroDivisionError("a name that must not be told")
    except ZeroDivisionError as error:
        with caplog.at_level(logging.ERROR):
            hook(type(error), error, error.__traceback__)
            hook(type(error), error, error.__traceback__)
    qtbot.wait(400)  # the dialog opens, is answered, and closes
    settle()
    assert len(said) == 1
    assert "程序出了问题" in said[0]
    assert "must not be told" not in said[0]
    assert len(caplog.records) == 2
    caplog.clear()


def test_an_error_for_people_is_told_in_its_own_words(desk: Desk, qtbot: QtBot) -> None:
    hook = _Unexpected(desk)
    said = when_asked(go_on)
    error = InputError(Message("This date has passed."), Message("Choose another day."))
    hook(type(error), error, None)
    qtbot.wait(400)  # the dialog opens, is answered, and closes
    assert "这个日期已经过了" in said[0]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start the application as a process of its own, on one folder; end what still runs."""
    begun: list[subprocess.Popen[str]] = []
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PDO_APP_DATA": str(tmp_path / "data")}

    def one() -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "pdo_app"],
            env=env,
            cwd=paths.ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        begun.append(process)
        return process

    yield one
    for process in begun:
        process.kill()
        process.communicate()


def test_a_second_start_brings_the_first_window_forward(
    packs: Path, start: Callable[[], subprocess.Popen[str]], tmp_path: Path
) -> None:
    first = start()
    limit = time.monotonic() + 20
    while not (tmp_path / "data" / "learners.sqlite").exists():
        assert first.poll() is None
        assert time.monotonic() < limit
        time.sleep(0.02)
    second = start()
    assert second.wait(20) == 0
    assert first.poll() is None, "the first one goes on"
    first.send_signal(signal.SIGTERM)
    _, errors = first.communicate(timeout=20)
    # What the screenless platform says when a window is raised.
    assert "raise()" in errors
