"""The card below a cell that offers every mark, with the time of somebody who came late or left
early."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from pdo_app.errors import N_, InputError, Message
from pdo_app.records import Mark, MarkKind
from pdo_app.reports.mark_words import NAMES
from pdo_app.ui.language import Language
from pdo_app.ui.theme import Theme
from pdo_app.ui.train.attendance_cells import LOOKS, OPEN_NAME
from pdo_app.ui.train.naming import clock
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import Complaint, TextField
from pdo_app.ui.widgets.label import Label
from pdo_app.ui.widgets.popup import Popup
from pdo_app.ui.widgets.surface import Hairline, row

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")


def minute_of(words: str) -> int:
    """Return the minute of the day in what was typed: 9:20, 09.20 or 0920. Raises InputError."""
    found = _TIME.fullmatch("".join(unicodedata.normalize("NFKC", words).split()))
    if found is None:
        raise InputError(
            Message(N_("This is not a time.")), Message(N_("Type it such as 09:20.")), "at"
        )
    return int(found[1]) * 60 + int(found[2])


class MarkChoice(Popup):
    """Offers the marks for ``name``; ``minute`` is the time that it proposes. ``chosen`` gives a
    Mark, or None to open the cell again."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        below: QWidget,
        name: str,
        minute: int,
    ) -> None:
        super().__init__(theme, below)
        self._language = language
        words = language.words
        self.body.addWidget(Label(theme, name, "ui_bold", wrap=True))
        for kind in (MarkKind.PRESENT, MarkKind.ABSENT, MarkKind.EXCUSED):
            self._offer(theme, kind, partial(self._take, Mark(kind)))
        self.body.addWidget(Hairline(theme))
        self.time = TextField(theme, words("Time"), clock(minute), width=88)
        self.time.setObjectName("time")
        self.time.returnPressed.connect(lambda: self._timed(MarkKind.LATE))
        line = row(theme.px(12), margins=(theme.px(8), 0, theme.px(8), 0))
        line.addWidget(Label(theme, words("Time").spoken, "ui"))
        line.addWidget(self.time)
        line.addStretch(1)
        self.body.addLayout(line)
        self._complaint = Complaint(theme)
        self.body.addWidget(self._complaint)
        for kind in (MarkKind.LATE, MarkKind.LEFT_EARLY):
            self._offer(theme, kind, partial(self._timed, kind))
        self.body.addWidget(Hairline(theme))
        again = Button(theme, words(OPEN_NAME), "plain", icon="dots")
        self._add(again, "mark_none")
        again.clicked.connect(lambda: self._take(None))

    def open_for_time(self, part: QRect) -> None:
        """Open with the time to type, below a part of the control."""
        self.open(part)
        self.time.setFocus()
        self.time.selectAll()

    def open_for_choice(self, part: QRect) -> None:
        """Open with the first mark to take."""
        self.open(part)
        first = self.findChild(Button, f"mark_{MarkKind.PRESENT.value}")
        if first is not None:
            first.setFocus()

    def _offer(self, theme: Theme, kind: MarkKind, act: Callable[[], None]) -> None:
        words = self._language.words(NAMES[kind])
        button = Button(theme, words, "plain", icon=LOOKS[kind].icon)
        self._add(button, f"mark_{kind.value}")
        button.clicked.connect(lambda: act())

    def _add(self, button: Button, name: str) -> None:
        button.setObjectName(name)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _timed(self, kind: MarkKind) -> None:
        try:
            minute = minute_of(self.time.text())
        except InputError as error:
            self.time.set_wrong(True)
            self._complaint.say(self._language.sentences(error.title, error.advice))
            self.adjustSize()
            return
        self._take(Mark(kind, minute))

    def _take(self, mark: Mark | None) -> None:
        self.chosen.emit(mark)
        self.close()
