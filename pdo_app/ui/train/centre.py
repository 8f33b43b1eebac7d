"""The training centre: what stands on its papers, who teaches there, and the PIN of the area."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import N_, InputError, KnownError, Message
from pdo_app.records import Centre
from pdo_app.training.access import LARGEST_LOGO, CentreChanges
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.change_pin import ChangePin
from pdo_app.ui.train.parts import sides
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button, IconButton
from pdo_app.ui.widgets.field import Complaint, Field, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import ElidedLabel, PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.patch import Chip
from pdo_app.ui.widgets.surface import Card, Hairline, column, row

_LOGO = 96
_PICTURES = "*.png *.jpg *.jpeg"


class CentreScreen(View):
    """A card for the centre, one for its trainers, one for the PIN."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.CENTRE,))

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._access = teaching.training.access
        self._forget()

    def _forget(self) -> None:
        self._typed: dict[str, str] = {}
        self._wrong: dict[str, InputError] = {}
        self._saved = ""

    def arrive(self, params: dict[str, str]) -> None:
        """Begin without what was typed and not saved."""
        self._forget()
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar and cards."""
        theme = self.theme
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self.language.words("Centre")))
        centre = self._access.centre()
        cards = (self._about(centre), self._trainers(centre), self._pin())
        body = QWidget()
        gap, margins = theme.px(tokens.Size.gutter), sides(theme, 8)
        if theme.layout in (Layout.A, Layout.WIDE):
            inner = row(gap, margins=margins)
            for half in (cards[:1], cards[1:]):
                box = column(gap)
                for card in half:
                    box.addWidget(card)
                box.addStretch(1)
                inner.addLayout(box, 1)
            body.setLayout(inner)
        else:
            single = column(gap, margins=margins)
            for card in cards:
                single.addWidget(card)
            single.addStretch(1)
            body.setLayout(single)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * margins[0])
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    # Name, address, logo.

    def _about(self, centre: Centre) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=16)
        note = language.words("This appears on plans, reports and certificates.")
        card.body.addLayout(self._head(language.words("The training centre"), note))
        card.body.addWidget(self._line("name", language.words("Name of the centre"), centre.name))
        card.body.addWidget(self._line("address", language.words("Address"), centre.address))
        save = Button(theme, language.words("Save name and address"), "filled")
        save.setObjectName("save_centre")
        save.clicked.connect(self.save)
        card.body.addWidget(flow(theme.px(12), save, *self._done("centre")))
        card.body.addWidget(Hairline(theme))
        card.body.addWidget(self._logo(centre))
        return card

    def save(self) -> None:
        """Save name and address, or say at the field what is wrong."""
        if self._try("centre", lambda: self._access.save_centre(**self._changes())):
            self._typed.pop("name", None)
            self._typed.pop("address", None)
            self.renew()

    def _changes(self) -> CentreChanges:
        changes: CentreChanges = {}
        if "name" in self._typed:
            changes["name"] = self._typed["name"]
        if "address" in self._typed:
            changes["address"] = self._typed["address"]
        return changes

    def _line(self, name: str, words: Words, value: str) -> Field:
        line = TextField(self.theme, words, self._typed.get(name, value))
        line.setObjectName(name)
        made = Field(self.theme, line, words)
        if name in self._wrong:
            error = self._wrong[name]
            made.complain(self.language.sentences(error.title, error.advice))

        def typed(text: str) -> None:
            self._typed[name], self._saved = text, ""
            self._wrong.pop(name, None)
            made.complain(None)

        line.textEdited.connect(typed)
        line.returnPressed.connect(self.save)
        return made

    def _logo(self, centre: Centre) -> QWidget:
        theme, language = self.theme, self.language
        choose = Button(theme, language.words("Choose a picture"), "outlined", icon="photo")
        choose.setObjectName("choose_logo")
        choose.clicked.connect(self.ask_logo)
        parts: list[QWidget] = []
        picture = QPixmap()
        if centre.logo and picture.loadFromData(centre.logo):
            shown = QLabel()
            side, ratio = theme.px(_LOGO), self.devicePixelRatioF()
            small = picture.scaled(
                round(2 * side * ratio),
                round(side * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            shown.setPixmap(small)
            shown.setAccessibleName(language.words("Logo").spoken)
            parts.append(shown)
        parts.append(choose)
        if centre.logo:
            away = Button(theme, language.words("Remove the logo"), "quiet", icon="trash")
            away.setObjectName("remove_logo")
            away.clicked.connect(lambda: self._try("logo", self._without_logo))
            parts.append(away)
        box = QWidget()
        inner = column(theme.px(8))
        box.setLayout(inner)
        hint = language.words("A PNG or JPEG picture of at most 2 MB")
        inner.addLayout(self._head(language.words("Logo"), hint, "h3"))
        inner.addWidget(flow(theme.px(12), *parts))
        inner.addWidget(self._complaint("logo"))
        return box

    def _without_logo(self) -> Centre:
        return self._access.save_centre(logo=b"")

    def ask_logo(self) -> None:
        """Ask for the picture."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        title = self.language.say("Choose a picture")
        chosen, _ = QFileDialog.getOpenFileName(self, title, pictures, _PICTURES)
        if chosen:
            self.take_logo(Path(chosen))

    def take_logo(self, source: Path) -> None:
        """Take the picture of a file as the logo, or say what is wrong with it."""
        self._try("logo", lambda: self._access.save_centre(logo=_read(source)))

    # The trainers.

    def _trainers(self, centre: Centre) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=12)
        note = language.words("They can be chosen for a session.")
        card.body.addLayout(self._head(language.words("Trainers"), note))
        for at, name in enumerate(centre.trainers):
            line = row(theme.px(8))
            line.addWidget(ElidedLabel(theme, name, "ui"))
            line.addStretch(1)
            words = language.words("Take {name} off the list", name=name)
            away = IconButton(theme, words, "x", role="ink_2")
            away.setObjectName(f"remove_trainer{at}")
            away.clicked.connect(lambda _=False, n=name: self._without(n))
            line.addWidget(away)
            card.body.addLayout(line)
            card.body.addWidget(Hairline(theme))
        words = language.words("Name of a trainer")
        line_edit = TextField(theme, words, self._typed.get("trainer", ""))
        line_edit.setObjectName("trainer")
        line_edit.setPlaceholderText(words.main)
        line_edit.textEdited.connect(lambda text: self._typed.__setitem__("trainer", text))
        line_edit.returnPressed.connect(self.add_trainer)
        add = Button(theme, language.words("Add"), "outlined", icon="plus", large=True)
        add.setObjectName("add_trainer")
        add.clicked.connect(self.add_trainer)
        foot = row(theme.px(12))
        foot.addWidget(line_edit, 1)
        foot.addWidget(add)
        card.body.addLayout(foot)
        card.body.addWidget(self._complaint("trainers"))
        return card

    def add_trainer(self) -> None:
        """Add the name that was typed."""
        name = self._typed.get("trainer", "").strip()
        if not name:
            return
        names = (*self._access.centre().trainers, name)
        if self._try("trainers", lambda: self._access.save_centre(trainers=names)):
            self._typed.pop("trainer", None)
            self.renew()

    def _without(self, name: str) -> None:
        names = [other for other in self._access.centre().trainers if other != name]
        self._try("trainers", lambda: self._access.save_centre(trainers=names))

    # The PIN.

    def _pin(self) -> Card:
        theme, language = self.theme, self.language
        card = Card(theme, gap=12)
        note = language.words(
            "It hides rosters and reports from learners at this computer; it does not encrypt them."
        )
        card.body.addLayout(self._head(language.words("The trainer's PIN"), note))
        change = Button(theme, language.words("Change the PIN"), "outlined", icon="lock")
        change.setObjectName("change_pin")
        change.clicked.connect(self.change_pin)
        card.body.addWidget(flow(theme.px(12), change, *self._done("pin")))
        return card

    def change_pin(self) -> None:
        """Ask for the old PIN and a new one."""
        dialog = ChangePin(self, self._access)
        if dialog.exec():
            self._saved = "pin"
            self.renew()
        dialog.deleteLater()

    # Parts.

    def _head(self, title: Words, note: Words, style: str = "h2") -> QVBoxLayout:
        box = column(self.theme.px(2))
        box.addWidget(PairLabel(self.theme, title, style))
        box.addWidget(PairLabel(self.theme, note, "caption", colour="ink_2", below=True))
        return box

    def _done(self, what: str) -> tuple[QWidget, ...]:
        if self._saved != what:
            return ()
        return (Chip(self.theme, self.language.say("Saved"), "done"),)

    def _complaint(self, name: str) -> Complaint:
        error = self._wrong.get(name)
        said = None if error is None else self.language.sentences(error.title, error.advice)
        return Complaint(self.theme, said)

    def _try(self, what: str, act: Callable[[], object]) -> bool:
        """Change the centre; what cannot be taken is said at its field."""
        self._wrong.pop(what, None)
        try:
            act()
        except InputError as error:
            self._wrong[error.field], self._saved = error, ""
            self.renew()
            return False
        except KnownError as error:
            self.report(error)
            return False
        self._saved = what
        self.renew()
        return True


def _read(source: Path) -> bytes:
    """Return what is in a picture's file. Raises InputError where it cannot be read, or is
    larger than a logo may be."""
    try:
        with source.open("rb") as file:
            return file.read(LARGEST_LOGO + 1)
    except (OSError, ValueError) as error:
        raise InputError(
            Message(N_("The file {file} cannot be read."), {"file": source.name}),
            Message(N_("Choose it again, or another one.")),
            "logo",
        ) from error
