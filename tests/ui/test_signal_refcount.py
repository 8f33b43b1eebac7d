"""PySide6 6.12.0 on Python 3.11 loses a reference to True on each emit and aborts after some
hundreds. This stays, so that nobody widens the version range without noticing."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

EMITS = 2000


class Bell(QObject):
    rung = Signal(bool)
    struck = Signal()


def test_emitting_keeps_the_references(application: QApplication) -> None:
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(lambda on: heard.append(on))
    bell.struck.connect(lambda: None)
    before = sys.getrefcount(True)
    for _ in range(EMITS):
        bell.struck.emit()
        bell.rung.emit(True)
    count = len(heard)
    heard.clear()
    assert count == EMITS
    assert abs(sys.getrefcount(True) - before) < EMITS // 10
