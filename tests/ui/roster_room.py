"""The roster of a session on a desk, as a test uses it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
)

from pdo_app.app import Desk
from pdo_app.records import Mode, Participant, TrainingSession
from pdo_app.ui.train.roster import RosterTab
from pdo_app.ui.widgets.line_table import LineTable
from pdo_app.ui.widgets.notice import Toast
from pdo_app.ui.widgets.popup import Popup

from .dialogue import child, plain, words_of
from .operating import find
from .prepared import a_class
from .registered import tab_of
from .taught import show
from .walk import settle

FILES = Path(__file__).parents[1] / "exchange" / "files"


class Room:
    """The roster of a session with six people."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.session: TrainingSession = a_class(desk, 0)
        self.roster = desk.services.training().roster
        desk.frame.person.become_trainer()
        show(desk, self.session, "roster")

    @property
    def tab(self) -> RosterTab:
        tab = tab_of(self.desk)
        assert isinstance(tab, RosterTab)
        return tab

    @property
    def people(self) -> tuple[Participant, ...]:
        return self.roster.people(self.session)

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.people]

    @property
    def table(self) -> LineTable:
        table = find(self.desk, "people")
        assert isinstance(table, LineTable)
        return table

    @property
    def rows(self) -> LineTable:
        table = find(self.desk, "preview")
        assert isinstance(table, LineTable)
        return table

    @property
    def line(self) -> QLineEdit:
        line = find(self.desk, "next_name")
        assert isinstance(line, QLineEdit)
        return line

    def type(self, name: str) -> None:
        self.line.setFocus()
        QTest.keyClicks(self.line, name)
        QTest.keyClick(self.line, Qt.Key.Key_Return)
        settle()

    def cells(self, line: int, table: LineTable | None = None) -> list[str]:
        return [cell.text for cell in (table or self.table)._cells(line)]

    def fate(self, line: int) -> str:
        """Return what is said to become of a row, in English."""
        self.desk.frame.preferences.change(mode=Mode.ENGLISH)
        settle()
        return self.cells(line, self.rows)[2]

    def decide(self, line: int, name: str) -> None:
        self.rows.setFocus()
        self.rows.go(line)
        QTest.keyClick(self.rows, Qt.Key.Key_Return)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, Popup)
        child(popup, QAbstractButton, name).click()
        settle()

    def words(self) -> str:
        labels = self.desk.window.findChildren(QLabel)
        return "\n".join(plain(label) for label in labels if label.isVisible())

    def toast(self) -> str:
        toast = self.desk.window.findChild(Toast)
        assert toast is not None
        return words_of(toast)
