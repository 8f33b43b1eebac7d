"""Present with the screens that the platform has, and print what is where. A process of its own,
since a process has its screens from its first moment: python -m tests.ui.two_screens FOLDER."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from pdo_app import paths, ui  # noqa: F401 - ui first
from pdo_app.app import Desk, Outside, make_application
from pdo_app.ui.present.audience import AudienceWindow

from .classroom import add_session, present


def main(folder: Path) -> None:
    """Print a JSON object for each step."""
    application = make_application()
    desk = Desk(Outside(folder, paths.built_in_packs(), lambda: datetime.now(UTC)))
    desk.window.resize(1366, 768)
    desk.window.show()
    screen = present(desk, add_session(desk))
    audience = desk.window.findChild(AudienceWindow)
    assert isinstance(audience, AudienceWindow)

    def tell(step: str) -> None:
        QTest.qWait(100)
        found = {
            "step": step,
            "screens": len(QGuiApplication.screens()),
            "shown": audience.isVisible(),
            "audience": audience.screen().name(),
            "slide": [audience.width(), audience.height()],
            "console": desk.window.screen().name(),
        }
        print(json.dumps(found), flush=True)

    tell("begin")
    QTest.keyClick(screen, Qt.Key.Key_S)
    tell("swapped")
    QTest.keyClick(audience, Qt.Key.Key_PageDown)
    stage = screen.stage
    assert stage is not None
    print(json.dumps({"step": "next", "card": stage.place.index}), flush=True)
    QTest.keyClick(audience, Qt.Key.Key_Escape)
    QTest.qWait(100)
    open_still = [w for w in application.topLevelWidgets() if isinstance(w, AudienceWindow)]
    ended = {"step": "ended", "shown": any(w.isVisible() for w in open_still)}
    print(json.dumps({**ended, "running": stage.running}), flush=True)
    desk.close()
    application.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
