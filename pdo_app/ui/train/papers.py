"""The papers of a session: where each should go, its writing, and a note that says where it is.

Each function asks for the file, writes it and tells; it returns the file, or None where the
person thought better of it or it could not be written, which is then said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from pdo_app.errors import N_, InputError, KnownError, Message
from pdo_app.paper.attendance_certificates import write_attendance_certificates
from pdo_app.paper.attendance_sheet import write_attendance_sheet
from pdo_app.paper.document import save
from pdo_app.paper.reading_list import write_reading_lists
from pdo_app.paper.session_plan import write_session_plan
from pdo_app.paper.session_report import write_session_report
from pdo_app.paper.trainer_guide import write_trainer_guide
from pdo_app.reports.attendance_certificates import attendance_certificates
from pdo_app.reports.attendance_sheet import attendance_sheet
from pdo_app.reports.file_name import safe_name
from pdo_app.reports.reading_list import reading_lists
from pdo_app.reports.session_plan import session_plan
from pdo_app.reports.session_record import SessionRecord, read_record
from pdo_app.reports.session_report import session_report
from pdo_app.reports.spreadsheet import workbook
from pdo_app.reports.trainer_guide import trainer_guide
from pdo_app.ui.dialogs import ask
from pdo_app.ui.train.tab import SessionTab

Write = Callable[[Path], None]
PDF, XLSX = ".pdf", ".xlsx"


def save_plan(tab: SessionTab) -> Path | None:
    """Print the plan of the session."""
    session = tab.session
    people = len(tab.training.roster.people(session))
    centre, today = tab.training.access.centre(), tab.teaching.today()
    sheet = session_plan(session, centre, people, tab.library, tab.language.texts, today)
    return _written(tab, N_("Session plan"), lambda target: write_session_plan(sheet, target))


def save_guide(tab: SessionTab) -> Path | None:
    """Print the trainer's guide to the session."""
    centre, today = tab.training.access.centre(), tab.teaching.today()

    def write(target: Path) -> None:
        guide = trainer_guide(tab.session, centre, tab.library, tab.language.texts, today)
        write_trainer_guide(guide, target)

    return _written(tab, N_("Trainer's guide"), write)


def save_attendance_sheet(tab: SessionTab, *, filled: bool) -> Path | None:
    """Print the attendance sheet: to sign on, or ``filled`` with the marks."""
    session = tab.session
    sheet = attendance_sheet(
        session,
        tab.training.access.centre(),
        tab.training.attendance.grid(session),
        tab.language.texts,
        tab.teaching.today(),
        filled=filled,
    )
    name = N_("Attendance sheet") if filled else N_("Attendance sheet to sign")
    return _written(tab, name, lambda target: write_attendance_sheet(sheet, target))


def save_report(tab: SessionTab) -> Path | None:
    """Print the report of the session."""
    report = session_report(record(tab), tab.language.texts, tab.teaching.today())
    return _written(tab, N_("Session report"), lambda target: write_session_report(report, target))


def save_workbook(tab: SessionTab) -> Path | None:
    """Write the report of the session as a workbook."""
    found, texts = record(tab), tab.language.texts

    def write(target: Path) -> None:
        save(workbook(found, texts), target)

    return _written(tab, N_("Session report"), write, XLSX)


def save_certificates(tab: SessionTab) -> Path | None:
    """Print the certificates of attendance of all who meet the rule."""
    made = attendance_certificates(record(tab), tab.language.texts, tab.teaching.today())
    if not made.pages:
        _nothing(tab, N_("Nobody meets the rule of the certificate yet."))
        return None
    return _written(
        tab,
        N_("Certificates of attendance"),
        lambda target: write_attendance_certificates(made, target),
    )


def save_reading_lists(tab: SessionTab) -> Path | None:
    """Print a list of lessons to read for each person who missed something."""
    made = reading_lists(record(tab), tab.language.texts, tab.teaching.today())
    if not made.people:
        _nothing(tab, N_("Nobody has missed a lesson."))
        return None
    return _written(tab, N_("Reading lists"), lambda target: write_reading_lists(made, target))


def record(tab: SessionTab) -> SessionRecord:
    """Return what is known of the session now."""
    return read_record(tab.training, tab.library, tab.session)


def _nothing(tab: SessionTab, title: str) -> None:
    advice = Message(N_("Look at the attendance first."))
    tab.view.report(InputError(Message(title), advice))


def _written(tab: SessionTab, name: str, write: Write, ending: str = PDF) -> Path | None:
    language = tab.language
    target = _asked(tab, f"{tab.session.title} {language.say(name)}", language.say(name), ending)
    if target is None:
        return None
    try:
        write(target)
    except KnownError as error:
        tab.view.report(error)
        return None
    tab.view.toast(language.words("Saved: {file}", file=str(target)))
    return target


def _asked(tab: SessionTab, proposed: str, title: str, ending: str) -> Path | None:
    """Ask for the file to write, in the person's documents unless they go elsewhere. A name
    without an ending gets one; the file system's dialog asks before it replaces a file, and so do
    we where the ending made it another one."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = safe_name(proposed, safe_name(title, "PDO")) + ending
    kind = f"{ending[1:].upper()} (*{ending})"
    chosen, _ = QFileDialog.getSaveFileName(tab.view, title, str(Path(documents) / name), kind)
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.lower() == ending:
        return target
    target = target.with_name(target.name + ending)
    return target if not target.exists() or _may_replace(tab, target) else None


def _may_replace(tab: SessionTab, target: Path) -> bool:
    words = tab.language.words
    return ask(
        tab.theme,
        tab.view,
        words("There is a file {name} already. Replace it?", name=target.name),
        words("What is in it now will be gone."),
        (words("Keep it"), words("Replace it")),
    )
