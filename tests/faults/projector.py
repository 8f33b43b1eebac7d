"""Plug a projector in and out while a session is presented, on a real X server.

Usage: python -m tests.faults.projector

Needs $DISPLAY on a server of at least 3286 x 1080 that nothing else uses; ``dev.py projector``
starts one. Offscreen Qt cannot add or remove a screen, so that this is no test of the suite.
Prints what was found and ends 1 where the slides were not where they should be, or the place in
the presentation was lost.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from pdo_app import paths, ui  # noqa: F401 - ui first
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.ui.present.audience import AudienceWindow
from tests.ui.classroom import add_session, present

PATIENCE = 5000
"""Milliseconds in which a desktop must have arranged itself."""


def xrandr(*words: str) -> None:
    """Make or take away a monitor of the X server."""
    subprocess.run(["xrandr", *words], check=True, stdout=subprocess.DEVNULL)


def until(true: Callable[[], bool]) -> bool:
    """Let events pass until it is true; tell whether it became so."""
    for _ in range(PATIENCE // 50):
        if true():
            return True
        QTest.qWait(50)
    return true()


class Room:
    """A classroom: counts what was as it should be."""

    def __init__(self, desk: Desk) -> None:
        self.screen = present(desk, add_session(desk))
        stage = self.screen.stage
        assert stage is not None
        self.stage = stage
        found = desk.window.findChild(AudienceWindow)
        assert isinstance(found, AudienceWindow)
        self.audience = found
        self.passed = self.failed = 0

    def expect(self, what: str, true: Callable[[], bool]) -> None:
        """Wait for something and print whether it came."""
        good = until(true)
        self.passed += good
        self.failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {what}", flush=True)

    def on_the_projector(self) -> bool:
        """Whether the slides fill the projector."""
        window = self.audience
        return window.isVisible() and window.size().toTuple() == (1920, 1080)


def main() -> int:
    """Present while screens come and go; return the exit code."""
    xrandr("--setmonitor", "laptop", "1366/340x768/190+0+0", "screen")
    application = make_application()
    rebuild_if_changed()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Outside(Path(folder), paths.built_in_packs(), lambda: datetime.now(UTC)))
        desk.window.setGeometry(0, 0, 1366, 768)
        desk.window.show()
        room = Room(desk)
        room.expect(
            "one screen: the slides stay out of the way", lambda: not room.audience.isVisible()
        )
        for number in (1, 2, 3):
            QTest.keyClick(room.screen, Qt.Key.Key_PageDown)
            place = room.stage.place
            xrandr("--setmonitor", "projector", "1920/480x1080/270+1366+0", "none")
            room.expect(f"projector in ({number}): the slides are on it", room.on_the_projector)
            room.expect("the place is kept", lambda at=place: room.stage.place == at)
            QTest.keyClick(room.audience, Qt.Key.Key_Right)
            room.expect(
                "a clicker goes on", lambda at=place: room.stage.place.index == at.index + 1
            )
            xrandr("--delmonitor", "projector")
            room.expect("projector out: back to one screen", lambda: not room.audience.isVisible())
            room.expect("and one screen is left", lambda: len(QGuiApplication.screens()) == 1)
            room.expect("the console is in sight", desk.window.isVisible)
        QTest.keyClick(room.screen, Qt.Key.Key_Escape)
        room.expect("ended", lambda: not room.stage.running)
        desk.close()
        application.processEvents()
    print(f"{room.passed} passed, {room.failed} failed")
    return 1 if room.failed else 0


if __name__ == "__main__":
    sys.exit(main())
