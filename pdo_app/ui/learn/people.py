"""Who is here? The choice of a person at a shared computer, and the PIN that keeps a profile."""

from __future__ import annotations

from contextlib import suppress
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import InputError, KnownError
from pdo_app.learning.profiles import Profiles
from pdo_app.records import Learner
from pdo_app.ui import tokens
from pdo_app.ui.countries import FLAG, collated
from pdo_app.ui.dialogs import Dialog, is_low
from pdo_app.ui.language import Words
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Tile
from pdo_app.ui.widgets.field import Field, PinField, TextField
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import column, row

FILTER_FROM, SHOWN = 12, 60
"""From how many people on there is a field to find a name, and how many are shown at once."""
_COLUMNS = {Layout.WIDE: 4, Layout.A: 3, Layout.B: 2, Layout.C: 1}
_NAME_ROOM = 180


def short_name(name: str, most: int = 24) -> str:
    """Return a name in one line of at most ``most`` characters."""
    whole = " ".join(name.split())
    return whole if len(whole) <= most else whole[: most - 1] + "…"


class PeopleScreen(View):
    """Everybody with a profile, by name; whoever was here last comes first. Coming here leaves
    the profile that was open."""

    topics = frozenset((Topic.LEARNERS,))

    def __init__(self, frame: Frame, profiles: Profiles) -> None:
        super().__init__(frame)
        self._profiles = profiles
        self._wanted = ""

    def arrive(self, params: dict[str, str]) -> None:
        """Close the profile that was open, and begin without a name to look for."""
        learner = self.frame.person.learner
        if learner is not None:
            if learner.mode is not self.language.mode:
                # A full disk keeps nobody in: the next time begins in the language of before.
                with suppress(KnownError):
                    self._profiles.update(learner, mode=self.language.mode)
            self.frame.person.become(None)
            # The way back would lead into that person's pages: it begins anew here.
            self.router.forget()
            self.router.go(Place.PEOPLE)
            return
        self._wanted = ""
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar, the way to a new profile, and everybody's tile."""
        theme, language = self.theme, self.language
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, language.words("Who is here?"), person=False))
        body = QWidget()
        side = theme.px(tokens.Size.page_padding) if theme.layout is not Layout.C else 24
        gap = theme.px(tokens.Size.gutter)
        self._inner = column(gap, margins=(side, theme.px(8), side, theme.px(32)))
        body.setLayout(self._inner)
        self._inner.addWidget(self._head())
        self._list = self._people()
        self._inner.addWidget(self._list)
        self._inner.addStretch(1)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + 2 * side)
        scroll = ScrollPage(body)
        scroll.setObjectName("page")
        outer.addWidget(scroll, 1)
        return page

    def enter(self, learner: Learner) -> None:
        """Open a profile, after its PIN where it has one, and go home."""
        if learner.pin_hash is not None and not self._unlocked(learner):
            return
        self.frame.preferences.change(mode=learner.mode, last_learner=str(learner.id))
        self.router.forget()
        self.frame.person.become(learner)
        self.router.go(Place.HOME)

    def _unlocked(self, learner: Learner) -> bool:
        dialog = PinDialog(self, self._profiles, learner)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _head(self) -> QWidget:
        theme, language = self.theme, self.language
        head = QWidget()
        line = column(theme.px(12)) if theme.layout is Layout.C else row(theme.px(16))
        head.setLayout(line)
        if len(self._profiles.all()) >= FILTER_FROM:
            words = language.words("Find your name")
            find = TextField(theme, words, self._wanted)
            find.setObjectName("find")
            find.setPlaceholderText(words.spoken)
            if theme.layout is not Layout.C:
                find.setMaximumWidth(theme.px(400))
            find.textChanged.connect(self._look_for)
            line.addWidget(find, 1)
        elif self._found():
            line.addWidget(PairLabel(theme, language.words("Choose your name."), "ui"), 1)
        if theme.layout is not Layout.C:
            line.addStretch(1)
        new = Button(theme, language.words("New person"), "outlined", icon="user-plus", large=True)
        new.setObjectName("new_person")
        new.clicked.connect(lambda: self.router.go(Place.START))
        line.addWidget(new)
        trainers = Button(theme, language.words("For trainers"), "quiet", icon="school", large=True)
        trainers.setObjectName("for_trainers")
        trainers.clicked.connect(lambda: self.router.go(Place.TRAINER))
        line.addWidget(trainers)
        return head

    def _look_for(self, wanted: str) -> None:
        self._wanted = wanted
        old, self._list = self._list, self._people()
        self._inner.replaceWidget(old, self._list)
        old.deleteLater()

    def _people(self) -> QWidget:
        """Return the tiles of those whose name holds what was typed, and how many are left."""
        theme, language = self.theme, self.language
        holder = QWidget()
        box = column(theme.px(16))
        holder.setLayout(box)
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        columns = _COLUMNS[theme.layout]
        found = self._found()
        for i, learner in enumerate(found[:SHOWN]):
            grid.addWidget(self._tile(learner), i // columns, i % columns)
        for i in range(columns):
            grid.setColumnStretch(i, 1)
        box.addLayout(grid)
        if len(found) > SHOWN:
            words = language.counted(
                "{n} more person. Type your name above.",
                "{n} more people. Type your name above.",
                len(found) - SHOWN,
            )
            box.addWidget(PairLabel(theme, words, "ui", colour="ink_2", below=True))
        elif not found:
            words = language.words(
                "No such name here." if self._wanted else "Nobody has a profile here yet."
            )
            box.addWidget(PairLabel(theme, words, "ui", below=True))
        return holder

    def _found(self) -> list[Learner]:
        """Return who is looked for: the one who was here last first, then by name."""
        people = {str(learner.id): learner for learner in self._profiles.all()}
        order = collated((key, who.name) for key, who in people.items())
        last = self.frame.preferences.settings.last_learner
        order.sort(key=lambda key: key != last)  # stable: all others keep their place
        wanted = "".join(self._wanted.split()).casefold()
        return [
            people[key] for key in order if wanted in "".join(people[key].name.split()).casefold()
        ]

    def _tile(self, learner: Learner) -> Tile:
        theme, texts = self.theme, self.language.texts
        metrics = QFontMetrics(theme.font("h3"))
        whole = " ".join(learner.name.split())
        name = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, theme.px(_NAME_ROOM))
        country = texts.country(learner.destination)
        locked = learner.pin_hash is not None
        tile = Tile(
            theme,
            Words(name, country),
            height=72,
            picture=theme.flag(learner.destination, FLAG),
            after="lock" if locked else "chevron-right",
        )
        tile.setCheckable(False)
        tile.setObjectName(f"person_{learner.id}")
        spoken = f"{whole} {country}"
        if locked:
            spoken += f" {self.language.words('with a PIN').spoken}"
        tile.setAccessibleName(spoken)
        if name != whole:
            tile.setToolTip(escape(whole))
        tile.clicked.connect(lambda: self.enter(learner))
        return tile


class PinDialog(Dialog):
    """Asks for the PIN of ``learner``; accepted once it was right."""

    def __init__(self, view: View, profiles: Profiles, learner: Learner) -> None:
        language = view.language
        name = short_name(learner.name, 12 if is_low(view.theme, view) else 24)
        title = language.words("PIN of {name}", name=name)
        super().__init__(view.theme, view, title)
        self._language, self._profiles, self._learner = language, profiles, learner
        self.pin = PinField(view.theme, language, language.words("PIN"))
        self._field = Field(view.theme, self.pin, language.words("Your four digits"))
        self.pin.typed.connect(lambda _: self._field.complain(None))
        self.pin.entered.connect(self.open_profile)
        self.body.addWidget(self._field)
        back = Button(view.theme, language.words("Go back"), "outlined")
        back.setObjectName("go_back")
        back.clicked.connect(self.reject)
        enter = Button(view.theme, language.words("Open my pages"), "filled")
        enter.setObjectName("open")
        enter.clicked.connect(self.open_profile)
        self.answers(back, enter)
        self.pin.setFocus()

    def open_profile(self) -> None:
        """Accept a right PIN; else say what to do at the field."""
        try:
            right = self._profiles.unlock(self._learner, self.pin.pin)
        except InputError as error:
            self._field.complain(self._language.sentences(error.title, error.advice))
            return
        if right:
            self.accept()
            return
        self.pin.line.clear()
        self._field.complain(self._language.words("This PIN is not right. Try again."))
        self.pin.setFocus()
