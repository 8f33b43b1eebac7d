"""The report tab: figures, the look back, what is missing, and the end of a session."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPlainTextEdit, QWidget

from pdo_app.app import Desk
from pdo_app.errors import Message, StoreError
from pdo_app.records import Mark, MarkKind, Mode, TrainingSession
from pdo_app.training.evaluation import LINES, Assessment, Evaluation
from pdo_app.training.sessions import Sessions
from pdo_app.ui.train import papers
from pdo_app.ui.train.report import ReportTab
from pdo_app.ui.train.session import SessionScreen
from pdo_app.ui.widgets.notice import Toast
from pdo_app.ui.widgets.select import Select

from .dialogue import go_on, stay, when_asked, words_of, write
from .operating import find, press
from .prepared import a_class
from .taught import show, teach
from .walk import settle


@pytest.fixture
def session(desk: Desk) -> TrainingSession:
    """A session that was taught, at its report."""
    made = a_class(desk, 0)
    desk.frame.person.become_trainer()
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    teach(desk, made)
    show(desk, made, "report")
    return made


def tab(desk: Desk) -> ReportTab:
    screen = desk.window.findChild(SessionScreen)
    assert isinstance(screen, SessionScreen)
    assert isinstance(screen.tab, ReportTab)
    return screen.tab


def kept(desk: Desk, session: TrainingSession) -> Assessment:
    return desk.services.training().evaluation.get(session)


def toasts(desk: Desk) -> str:
    return "\n".join(words_of(toast) for toast in desk.window.findChildren(Toast))


def save_to(monkeypatch: pytest.MonkeyPatch, target: Path | str) -> list[str]:
    """Answer the next dialogs for a file; return what they propose."""
    proposed: list[str] = []

    def choose(parent: object, title: str, name: str, kind: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(target), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


def test_it_shows_the_figures(desk: Desk, session: TrainingSession) -> None:
    said = words_of(desk.window)
    assert "83%" in said
    assert "5" in said
    assert "Real and planned minutes" in said
    assert "What was left out, and why" in said


def test_before_anything_happened_it_says_what_is_missing(desk: Desk) -> None:
    made = a_class(desk, 0)
    desk.frame.person.become_trainer()
    desk.frame.preferences.change(mode=Mode.ENGLISH)
    show(desk, made, "report")
    said = words_of(desk.window)
    assert "Attendance has gaps" in said
    assert "0 of 10 lines" in said
    assert "Nothing was left out." in said
    press(desk, "mend_attendance")
    assert desk.frame.router.current is not None
    assert desk.frame.router.current.params["tab"] == "attendance"


def test_an_answer_is_kept_at_once_and_keeps_the_focus(
    desk: Desk, session: TrainingSession
) -> None:
    name = LINES[8][0]
    piece = find(desk, f"look_{name}_0")
    assert piece.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert LINES[8][1] in piece.accessibleName()
    piece.setFocus()
    press(desk, f"look_{name}_2")
    assert kept(desk, session).answers[name] == 3
    assert "7 of 10 lines" in words_of(desk.window)


def test_a_reason_is_kept_when_the_field_is_left(desk: Desk, session: TrainingSession) -> None:
    segment = session.plan[0].segments[2].id
    field = find(desk, f"reason_{segment}")
    field.selectAll()  # type: ignore[attr-defined]
    write(field, "晚了")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert kept(desk, session).reasons == {segment: "晚了"}


def test_notes_are_kept_when_another_tab_is_opened(desk: Desk, session: TrainingSession) -> None:
    notes = find(desk, "notes")
    assert isinstance(notes, QPlainTextEdit)
    notes.setPlainText("x" * 3000)
    press(desk, "tab_wall")
    assert kept(desk, session).notes == "x" * 2000


def test_notes_are_kept_when_the_field_is_left(desk: Desk, session: TrainingSession) -> None:
    notes = find(desk, "notes")
    assert isinstance(notes, QPlainTextEdit)
    notes.setFocus()
    notes.setPlainText("换了线")
    QTest.keyClick(notes, Qt.Key.Key_Tab)
    settle()
    assert kept(desk, session).notes == "换了线"


def test_what_did_not_change_is_not_written_again(desk: Desk, session: TrainingSession) -> None:
    before = desk.services.training().presenting._store.events.of(session.id)
    tab(desk).save()
    assert desk.services.training().presenting._store.events.of(session.id) == before


def test_closing_asks_and_says_what_is_missing(desk: Desk, session: TrainingSession) -> None:
    said = when_asked(stay)
    press(desk, "close_session")
    assert "The look back is not complete" in said[0]
    assert desk.services.training().sessions.get(session.id).closed_at is None
    said = when_asked(go_on)
    press(desk, "close_session")
    assert desk.services.training().sessions.get(session.id).closed_at is not None
    settle()
    assert "This session is closed" in words_of(desk.window)
    assert "The session is closed." in toasts(desk)
    assert not desk.window.findChildren(QWidget, "notes")


def test_closing_in_both_languages_lists_in_both(desk: Desk, session: TrainingSession) -> None:
    desk.frame.preferences.change(mode=Mode.BOTH)
    settle()
    said = when_asked(stay)
    press(desk, "close_session")
    assert "回顾没有写完" in said[0]
    assert "The look back is not complete" in said[0]


def test_where_nothing_is_missing_the_question_is_short(
    desk: Desk, session: TrainingSession
) -> None:
    training = desk.services.training()
    for question in training.wall.questions(session):
        training.wall.answer(question)
    settle()
    for name, _ in LINES[6:]:
        press(desk, f"look_{name}_3")
    assert len(kept(desk, session).answers) == 10
    said = when_asked(stay)
    press(desk, "close_session")
    assert "Still open" not in said[0]


def test_where_it_cannot_be_closed_it_is_said(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(Message("The disk is full."), Message("Free some space."))

    monkeypatch.setattr(Sessions, "close", refuse)
    monkeypatch.setattr(Evaluation, "save", refuse)
    tab(desk)._draft.notes = "x"
    said = when_asked(go_on, go_on, go_on)
    press(desk, "close_session")
    assert [words.startswith("The disk is full.") for words in said] == [True, False, True]
    assert not toasts(desk)


def test_a_closed_session_can_be_opened_again(desk: Desk, session: TrainingSession) -> None:
    desk.services.training().sessions.close(session)
    settle()
    press(desk, "reopen")
    assert desk.services.training().sessions.get(session.id).closed_at is None
    settle()
    assert find(desk, "close_session")


def test_nothing_of_a_closed_session_is_written(desk: Desk, session: TrainingSession) -> None:
    report = tab(desk)
    before = kept(desk, session)
    desk.services.training().sessions.close(session)
    report._draft.notes = "later"
    report.save()
    assert kept(desk, session) == before


@pytest.mark.parametrize(
    ("button", "file", "words"),
    [
        ("report_pdf", "Session report.pdf", "Topics that each person has had"),
        ("certificates", "Certificates of attendance.pdf", "Certificate of attendance"),
        ("sheet", "Attendance sheet.pdf", "Attendance sheet"),
        ("reading_lists", "Reading lists.pdf", "Reading list"),
    ],
)
def test_each_paper_is_written_and_said_where(
    desk: Desk,
    session: TrainingSession,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    button: str,
    file: str,
    words: str,
) -> None:
    target = tmp_path / "x.pdf"
    proposed = save_to(monkeypatch, target)
    press(desk, button)
    assert proposed == [f"{session.title} {file}"]
    pages = PdfReader(BytesIO(target.read_bytes())).pages
    assert words in " ".join(" ".join(page.extract_text() for page in pages).split())
    assert str(target) in toasts(desk)


def test_the_workbook(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proposed = save_to(monkeypatch, tmp_path / "x")
    press(desk, "workbook")
    assert proposed == [f"{session.title} Session report.xlsx"]
    assert len(openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames) == 5


@pytest.mark.parametrize("answer", [stay, go_on])
def test_a_file_that_is_there_is_not_replaced_unasked(
    desk: Desk,
    session: TrainingSession,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    answer: object,
) -> None:
    there = tmp_path / "x.pdf"
    there.write_bytes(b"mine")
    save_to(monkeypatch, tmp_path / "x")
    said = when_asked(answer)  # type: ignore[arg-type]
    press(desk, "sheet")
    assert "There is a file x.pdf already." in said[0]
    assert (there.read_bytes() == b"mine") == (answer is stay)


def test_thinking_better_of_it_writes_nothing(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, "")
    assert papers.save_report(tab(desk)) is None
    assert papers.save_plan(tab(desk)) is None
    assert papers.save_guide(tab(desk)) is None
    assert not toasts(desk)


def test_a_folder_that_is_gone_is_said(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    save_to(monkeypatch, tmp_path / "gone" / "x.pdf")
    said = when_asked(go_on)
    press(desk, "report_pdf")
    assert "cannot be found" in said[0]
    assert not toasts(desk)


def test_plan_guide_and_a_sheet_to_sign(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "x.pdf"
    save_to(monkeypatch, target)
    for write_it in (
        papers.save_plan,
        papers.save_guide,
        lambda tab: papers.save_attendance_sheet(tab, filled=False),
    ):
        target.unlink(missing_ok=True)
        assert write_it(tab(desk)) == target
        assert PdfReader(BytesIO(target.read_bytes())).pages


def test_where_nobody_meets_the_rule_it_is_said(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = desk.services.training()
    for person in training.roster.people(session):
        absent = Mark(MarkKind.ABSENT)
        training.attendance.mark(session, person, session.plan[0].id, absent)
    settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("was asked"))
    said = when_asked(go_on)
    press(desk, "certificates")
    assert "Nobody meets the rule" in said[0]


def test_where_nobody_missed_anything_there_is_no_list(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    training = desk.services.training()
    first = training.roster.people(session)[0]
    for half in session.plan:
        training.attendance.mark(session, first, half.id, Mark(MarkKind.PRESENT))
    settle()
    assert not [
        one for one in desk.window.findChildren(QWidget, "reading_lists") if one.isVisible()
    ]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("was asked"))
    said = when_asked(go_on)
    assert papers.save_reading_lists(tab(desk)) is None
    assert "Nobody has missed a lesson." in said[0]


def test_the_rule_of_the_certificate_can_be_changed(desk: Desk, session: TrainingSession) -> None:
    assert "5 of 6 people meet it." in words_of(desk.window)
    training, half = desk.services.training(), session.plan[0]
    second = training.roster.people(session)[1]
    training.attendance.mark(session, second, half.id, Mark(MarkKind.ABSENT))
    settle()
    assert "4 of 6 people meet it." in words_of(desk.window)
    select = find(desk, "rule")
    assert isinstance(select, Select)
    select.choose(1)
    settle()
    assert training.sessions.get(session.id).rule == len(session.plan) - 1
    assert "5 of 6 people meet it." in words_of(desk.window)
    training.sessions.close(training.sessions.get(session.id))
    settle()
    assert "At least 3 of 4 half-days" in words_of(desk.window)
    assert not [one for one in desk.window.findChildren(Select) if one.isVisible()]


def test_an_odd_title_gives_a_safe_name(
    desk: Desk, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.services.training().sessions.update(session, title='a/b: "c"?')
    settle()
    proposed = save_to(monkeypatch, "")
    press(desk, "sheet")
    assert proposed == ["a b c Attendance sheet.pdf"]


def test_every_button_is_named(desk: Desk, session: TrainingSession) -> None:
    for name in ("report_pdf", "workbook", "certificates", "sheet", "close_session"):
        button = find(desk, name)
        assert isinstance(button, QAbstractButton)
        assert button.accessibleName()
