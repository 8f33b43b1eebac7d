"""Everybody's records as a whole: save a backup, put one back, save a problem report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit

from pdo_app.diagnostics import Report
from pdo_app.errors import KnownError
from pdo_app.ui.dialogs import Dialog, ask
from pdo_app.ui.keeping import Keeping
from pdo_app.ui.settings.section import Section
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import PairLabel

_BACKUP, _REPORT = ".sqlite", ".zip"


class RecordsCard(QObject):
    """Builds the card, and carries out what is asked for there."""

    def __init__(self, view: View, keeping: Keeping, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._view, self._keeping, self._today = view, keeping, today
        self._saved: Path | None = None

    def forget(self) -> None:
        """No longer say what was saved before."""
        self._saved = None

    def build(self) -> Section:
        """Return the card."""
        language, theme = self._view.language, self._view.theme
        card = Section(theme, language.words("Records on this computer"))
        rows = (
            (
                "save_backup",
                language.words("Save a backup"),
                language.words("A copy of everybody's records, for a USB stick"),
                (language.words("Save"), "device-floppy", self.ask_backup),
            ),
            (
                "restore_backup",
                language.words("Restore a backup"),
                language.words("Takes the place of everybody's records"),
                (language.words("Open"), "history", self.ask_restore),
            ),
            (
                "problem_report",
                language.words("Save a problem report"),
                language.words("For whoever helps you. You see first what is in it."),
                (language.words("Look at it"), "file-alert", self.show_report),
            ),
        )
        for name, words, hint, (deed, icon, act) in rows:
            button = Button(theme, deed, "outlined", icon=icon)
            button.setObjectName(name)
            button.setAccessibleName(words.spoken)
            button.clicked.connect(act)
            card.add(words, button, hint)
        if self._saved is not None:
            saved = language.words("Saved in {folder}.", folder=str(self._saved))
            card.body.addWidget(PairLabel(theme, saved, "caption", colour="right", below=True))
        return card

    def ask_backup(self) -> None:
        """Ask where to save a backup."""
        name = f"pdo-companion-{self._today()}{_BACKUP}"
        chosen = self._where(self._view.language.say("Save a backup"), name)
        if chosen is not None:
            self.save_backup(chosen)

    def save_backup(self, target: Path) -> None:
        """Write a backup and say where it is, or what to do where that fails."""
        self._save(self._keeping.backup, _ending(target, _BACKUP))

    def ask_restore(self) -> None:
        """Ask for a backup, then whether it should take the place of all records."""
        language = self._view.language
        chosen, _ = QFileDialog.getOpenFileName(
            self._view, language.say("Restore a backup"), _documents(), f"*{_BACKUP}"
        )
        if chosen:
            self.restore(Path(chosen))

    def restore(self, source: Path) -> None:
        """Ask once more, then begin anew with the records of a backup."""
        view, language = self._view, self._view.language
        title = language.words("Put the records of this backup in the place of all?")
        body = language.words(
            "What people did since then is set aside. The application starts again."
        )
        answers = (language.words("Keep what is there"), language.words("Restore the backup"))
        if not ask(view.theme, view, title, body, answers):
            return
        try:
            self._keeping.restore(source)
        except KnownError as error:
            view.report(error)

    def show_report(self) -> None:
        """Show what a problem report holds; save it where the person says so."""
        report = self._keeping.report()
        dialog = ReportDialog(self._view, report)
        wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not wanted:
            return
        name = f"pdo-problem-report-{self._today()}{_REPORT}"
        chosen = self._where(self._view.language.say("Save a problem report"), name)
        if chosen is not None:
            self.save_report(report, chosen)

    def save_report(self, report: Report, target: Path) -> None:
        """Write a problem report and say where it is, or what to do where that fails."""
        self._save(report.save, _ending(target, _REPORT))

    def _where(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._view, title, str(Path(_documents()) / name), f"*{Path(name).suffix}"
        )
        return Path(chosen) if chosen else None

    def _save(self, write: Callable[[Path], None], target: Path) -> None:
        try:
            write(target)
        except KnownError as error:
            self._view.report(error)
            return
        self._saved = target
        self._view.renew()


class ReportDialog(Dialog):
    """Everything that is in a problem report, before it is saved."""

    def __init__(self, view: View, report: Report) -> None:
        language, theme = view.language, view.theme
        super().__init__(theme, view, language.words("Save this problem report?"))
        note = language.words("This is all of it: no names, no answers. Nothing is sent.")
        self.body.addWidget(PairLabel(theme, note, "ui", below=True))
        self.text = QPlainTextEdit(report.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setObjectName("report")
        self.text.setAccessibleName(language.words("What is in the report").spoken)
        self.text.setFont(theme.font("caption"))
        self.text.setFixedHeight(theme.px(280))
        self.body.addWidget(self.text)
        stay = Button(theme, language.words("Do not save it"), "outlined")
        stay.setObjectName("stay")
        stay.clicked.connect(self.reject)
        save = Button(theme, language.words("Save the report"), "filled")
        save.setObjectName("act")
        save.clicked.connect(self.accept)
        self.answers(stay, save)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _ending(target: Path, ending: str) -> Path:
    """Return the path with its usual ending."""
    return target if target.suffix.lower() == ending else target.with_name(target.name + ending)
