"""The walker must see what a person would see: windows with one fault each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pdo_app import paths
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.label import Label, PairLabel

from .walk import faults, settle, unreached

LONG = "Ask the company whether your contract and name are filed"


@pytest.fixture
def theme(application: QApplication) -> Theme:
    made = Theme(paths.resources())
    made.load_fonts()
    return made


@pytest.fixture
def window(theme: Theme, qtbot: object) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    made.show()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def put(window: QWidget, widget: QWidget, x: int = 0, y: int = 0, w: int = 0, h: int = 0) -> None:
    widget.setParent(window)
    size = QSize(w, h) if w else widget.sizeHint()
    widget.setGeometry(x, y, size.width(), size.height())
    widget.show()
    settle()


def kinds(window: QWidget) -> set[str]:
    settle()
    return {fault.split(":")[0] for fault in faults(window)}


def test_a_sound_window_has_no_fault(window: QWidget, theme: Theme) -> None:
    box = QVBoxLayout(window)
    box.addWidget(PairLabel(theme, Words("把合同报商务局备案", LONG), below=True))
    box.addWidget(Label(theme, LONG))
    box.addWidget(Button(theme, Words("打印", "Print")))
    box.addWidget(QPushButton("Print"))
    settle()
    assert faults(window) == []
    assert unreached(window) == []


@pytest.mark.parametrize("wrap", [True, False])
def test_a_label_that_is_cut_off(window: QWidget, theme: Theme, wrap: bool) -> None:
    put(window, Label(theme, LONG, wrap=wrap), w=100, h=24)
    assert kinds(window) == {"cut off"}


def test_a_bilingual_label_whose_second_language_is_cut_off(window: QWidget, theme: Theme) -> None:
    put(window, PairLabel(theme, Words("备案", LONG), below=True), w=300, h=24)
    assert kinds(window) == {"cut off"}


def test_a_button_that_is_too_narrow(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, Words("打印我的清单", "Print my checklist")), w=90, h=48)
    assert kinds(window) == {"cut off"}


def test_a_widget_outside_its_parent(window: QWidget, theme: Theme) -> None:
    put(window, Button(theme, Words("Print")), x=560)
    assert kinds(window) == {"outside"}


def test_what_scrolls_may_be_higher_than_its_page_but_not_wider(window: QWidget) -> None:
    area, content = QScrollArea(), QWidget()
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.resize(200, 2000)
    put(window, area, w=400, h=300)
    assert kinds(window) == set()
    content.resize(800, 2000)
    assert "scrolls sideways" in kinds(window)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    assert "wider than its page" in kinds(window)


def test_neighbours_that_overlap(window: QWidget, theme: Theme) -> None:
    row = QHBoxLayout()
    box = QVBoxLayout(window)
    box.addLayout(row)
    first, second = Label(theme, "one"), Label(theme, "two")
    row.addWidget(first)
    row.addWidget(second)
    settle()
    second.move(first.pos())
    assert {fault.split(":")[0] for fault in faults(window)} == {"overlapping"}


def test_a_box_that_is_squeezed(window: QWidget, theme: Theme) -> None:
    holder = QWidget()
    QVBoxLayout(holder).addWidget(Button(theme, Words("Print my checklist")))
    put(window, holder, w=60, h=20)
    assert "squeezed" in kinds(window)


def test_a_window_that_is_too_small_for_what_is_in_it(window: QWidget) -> None:
    window.setMinimumSize(0, 0)
    box = QVBoxLayout(window)
    box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    large = QWidget()
    large.setMinimumSize(900, 100)
    box.addWidget(large)
    assert "too large" in kinds(window)


def test_a_control_without_a_name(window: QWidget) -> None:
    put(window, QPlainTextEdit(), w=200, h=100)
    assert kinds(window) == {"without a name"}


def test_a_label_names_its_field(window: QWidget) -> None:
    field = QPlainTextEdit()
    put(window, field, y=40, w=200, h=100)
    label = QLabel("Note")
    label.setBuddy(field)
    put(window, label)
    assert kinds(window) == set()


def test_tab_that_is_caught_in_a_field(window: QWidget) -> None:
    field = QPlainTextEdit()
    field.setAccessibleName("Note")
    put(window, field, w=200, h=100)
    put(window, QPushButton("Print"), y=120)
    settle()
    assert len(unreached(window)) == 1
    field.setTabChangesFocus(True)
    assert unreached(window) == []


def test_the_arrows_lead_on_from_the_chosen_one_of_several(window: QWidget) -> None:
    for at in range(3):
        button = QToolButton()
        button.setText(str(at))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(at == 1)
        policy = Qt.FocusPolicy.StrongFocus if at == 1 else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
        put(window, button, x=60 * at)
    assert unreached(window) == []
