"""The panel of the report tab: what is missing, the papers, and the end of the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.reports.session_record import SessionRecord
from pdo_app.training.evaluation import LINES
from pdo_app.training.wall import WallState
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.notice import IconLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import Card, Hairline, column, row


@dataclass(frozen=True, slots=True)
class Check:
    """Something that a session should have before it is closed. ``missing`` tells that it lacks,
    ``tab`` where it can be mended, "" where that is this page."""

    words: Words
    about: Words
    missing: bool = False
    tab: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the buttons do."""

    report: Callable[[], object]
    workbook: Callable[[], object]
    certificates: Callable[[], object]
    sheet: Callable[[], object]
    close: Callable[[], object]
    reopen: Callable[[], object]
    mend: Callable[[str], object]


def checks(record: SessionRecord, language: Language, reasons: int, answers: int) -> list[Check]:
    """Return what is complete and what is missing. ``reasons`` are left-out parts without a
    reason, ``answers`` the lines of the look back that were answered."""
    say, count = language.words, language.counted
    halves = count("{n} half-day", "{n} half-days", len(record.grid.halves))
    waiting = sum(question.state is WallState.OPEN for question in record.wall)
    earned, people = len(record.earned), len(record.grid.rows)
    found = [
        Check(say("Attendance is complete"), halves)
        if people and not record.open_marks
        else Check(
            say("Attendance has gaps"),
            count("{n} mark is open", "{n} marks are open", record.open_marks)
            if people
            else say("Nobody on the roster yet"),
            missing=True,
            tab="attendance" if people else "roster",
        )
    ]
    if record.left_out():
        found.append(
            Check(
                say("A reason is missing"),
                count("{n} part was left out", "{n} parts were left out", reasons),
                missing=True,
            )
            if reasons
            else Check(say("Every part left out has its reason"), say("It goes into the report"))
        )
    found.append(
        Check(
            say("The look back is written"),
            say("{n} of {total} lines", n=answers, total=len(LINES)),
            missing=answers < len(LINES),
        )
        if answers == len(LINES)
        else Check(
            say("The look back is not complete"),
            say("{n} of {total} lines", n=answers, total=len(LINES)),
            missing=True,
        )
    )
    if waiting:
        asked = count("{n} question is open", "{n} questions are open", waiting)
        about = say("They stand first in the report")
        found.append(Check(asked, about, missing=True, tab="wall"))
    given = count("{n} certificate", "{n} certificates", earned)
    found.append(Check(given, say("For {total} people, in one PDF", total=people), icon="award"))
    return found


def close_panel(view: View, record: SessionRecord, found: list[Check], deeds: Deeds) -> Card:
    """Return the panel: what is checked scrolls above the buttons."""
    theme, language = view.theme, view.language
    card = Card(theme, gap=10)
    closed = record.session.closed_at
    if closed is None:
        title = language.words("Close this session")
    else:
        title = language.words("This session is closed")
    card.body.addWidget(PairLabel(theme, title, "h2"))
    note = language.words("Files go only to the place that you choose.")
    if closed is not None:
        day = closed.astimezone().date()
        note = language.words(
            "Closed on {day}. Open it again to change it.",
            day=lambda tongue: language.texts.date(day, "long", tongue),
        )
    card.body.addWidget(PairLabel(theme, note, "caption", colour="ink_2", below=True))
    body = QWidget()
    rows = column(theme.px(6))
    body.setLayout(rows)
    for check in found:
        rows.addWidget(Hairline(theme))
        rows.addWidget(_check(theme, language, check, deeds, can_mend=closed is None))
    rows.addStretch(1)
    if theme.layout in (Layout.WIDE, Layout.A):
        page = ScrollPage(body)
        page.setObjectName("checks")
        card.body.addWidget(page, 1)
    else:
        card.body.addWidget(body)
    _buttons(view, card.body, deeds, closed=closed is not None)
    return card


def _check(
    theme: Theme, language: Language, check: Check, deeds: Deeds, *, can_mend: bool
) -> QWidget:
    holder = QWidget()
    line = row(theme.px(8), margins=(0, theme.px(4), 0, theme.px(4)))
    holder.setLayout(line)
    icon = check.icon or ("alert-triangle" if check.missing else "circle-check")
    role = "ink_2" if check.icon else ("warn" if check.missing else "right")
    line.addWidget(IconLabel(theme, icon, 24, role), 0, Qt.AlignmentFlag.AlignTop)
    words = column(theme.px(2))
    words.addWidget(PairLabel(theme, check.words, "ui", below=True))
    words.addWidget(Label(theme, check.about.main, "caption", "ink_2", wrap=True))
    line.addLayout(words, 1)
    if check.tab and can_mend:
        mend = Button(theme, Words(language.say("Go there")), "quiet")
        mend.setObjectName(f"mend_{check.tab}")
        mend.setAccessibleName(f"{language.words('Go there').spoken}: {check.words.spoken}")
        mend.clicked.connect(lambda: deeds.mend(check.tab))
        line.addWidget(mend, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def _buttons(view: View, body: QVBoxLayout, deeds: Deeds, *, closed: bool) -> None:
    theme, language = view.theme, view.language
    report = Button(theme, language.words("Report PDF"), "filled", icon="file-text", large=True)
    report.setObjectName("report_pdf")
    report.clicked.connect(lambda: deeds.report())
    body.addWidget(report)
    small = (
        (Words("XLSX"), "workbook", "table", deeds.workbook),
        (Words(language.say("Certificates")), "certificates", "award", deeds.certificates),
    )
    line = column(theme.px(8)) if theme.tight else row(theme.px(8))
    for words, name, icon, deed in small:
        button = Button(theme, words, "outlined", icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _=False, does=deed: does())
        line.addWidget(button, 1)
    body.addLayout(line)
    words = Words(language.say("Attendance sheet"))
    sheet = Button(theme, words, "outlined", icon="printer")
    sheet.setObjectName("sheet")
    sheet.clicked.connect(lambda: deeds.sheet())
    body.addWidget(sheet)
    if closed:
        end = Button(theme, language.words("Open it again"), "quiet", icon="lock-open")
        end.setObjectName("reopen")
        end.clicked.connect(lambda: deeds.reopen())
    else:
        end = Button(theme, language.words("Close the session"), "outlined", icon="lock")
        end.setObjectName("close_session")
        end.clicked.connect(lambda: deeds.close())
    body.addWidget(end)
