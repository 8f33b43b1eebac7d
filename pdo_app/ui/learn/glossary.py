"""The glossary: every word with its pinyin and meaning, to be looked up in either language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import Term
from pdo_app.content.terms import found, grouped
from pdo_app.texts import EN
from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.learn.lesson_page import LessonPage, Part
from pdo_app.ui.learn.term_card import names_of
from pdo_app.ui.routes import Place
from pdo_app.ui.theme import Layout
from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import TextField
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.surface import Card, Hairline, Upright, column, row

_NAMES = 280
"""How wide the names are, and a meaning at most, in unscaled pixels."""
_MEANING = 680


class GlossaryScreen(View):
    """All words by the first letter, and a field that finds some of them. The route's ``term``
    names the one to show at first."""

    def __init__(self, frame: Frame, library: Library) -> None:
        super().__init__(frame)
        self._library = library
        self._typed = ""
        self._outer: QVBoxLayout | None = None
        self._list: QWidget | None = None

    def arrive(self, params: dict[str, str]) -> None:
        """Show all words, or the one that the route names."""
        named = [t for t in self._library.terms() if t.id == params.get("term")]
        self._typed = self._name(named[0]) if named else ""
        super().arrive(params)

    def build(self) -> QWidget:
        """Return bar, field and list."""
        theme, language = self.theme, self.language
        page = QWidget()
        self._outer = column()
        page.setLayout(self._outer)
        self._outer.addWidget(self._bar())
        pad = self._pad()
        line = row(theme.px(16), margins=(pad, theme.px(4), pad, theme.px(12)))
        words = language.words("Find a word: Chinese, pinyin or English")
        find = TextField(theme, words, self._typed)
        find.setObjectName("find_term")
        find.setPlaceholderText(words.main)
        find.setClearButtonEnabled(True)
        find.setMaximumWidth(theme.px(520))
        find.textChanged.connect(self._look_for)
        line.addWidget(find, 1)
        line.addStretch(0)
        self._outer.addLayout(line)
        self._list = self._words()
        self._outer.addWidget(self._list, 1)
        return page

    def _name(self, term: Term) -> str:
        return names_of(self.language, term).main

    def _pad(self) -> int:
        narrow = self.theme.layout is Layout.C
        return 24 if narrow else self.theme.px(tokens.Size.page_padding)

    def _bar(self) -> TopBar:
        theme, language = self.theme, self.language
        words = language.words("Glossary")
        lead = QWidget()
        line = row(theme.px(12))
        lead.setLayout(line)
        back = Button(theme, Words(language.say("Go back")), "plain", icon="arrow-left")
        back.setObjectName("back")
        back.clicked.connect(lambda: self.router.back(Place.JOURNEY))
        line.addWidget(back)
        line.addWidget(Upright(theme))
        title = PairLabel(theme, words, "h1", below=theme.layout in (Layout.B, Layout.C))
        title.setObjectName("title")
        line.addWidget(title, 1)
        return TopBar(self.frame, words, lead=lead)

    def _look_for(self, typed: str) -> None:
        self._typed = typed
        old, self._list = self._list, self._words()
        assert old is not None
        assert self._outer is not None
        self._outer.replaceWidget(old, self._list)
        old.hide()
        old.deleteLater()

    def _words(self) -> QWidget:
        """Return the words that hold what was typed, those in sight at once, the others soon."""
        theme = self.theme
        terms = found(self._library.terms(), self._typed)
        parts: list[Part] = []
        for letter, group in grouped(terms, self.language.content[0]).items():
            make = partial(self._group, letter, group)
            parts.append(Part(letter, make, theme.px(24 if parts else 4)))
        if not parts:
            parts = [Part("none", self._nothing, theme.px(16))]
        pad = self._pad()
        made = LessonPage(
            parts,
            theme.px(tokens.Size.page_max),
            (pad, 0, pad, theme.px(32)),
            first=max(self.height(), theme.px(tokens.Size.safe_height)),
        )
        made.setObjectName("page")
        return made

    def _group(self, letter: str, terms: list[Term]) -> QWidget:
        theme = self.theme
        holder = QWidget()
        box = column(theme.px(8))
        holder.setLayout(box)
        box.addWidget(Label(theme, letter, "h2"))
        card = Card(theme, padding=(24, 8), gap=0)
        for at, term in enumerate(terms):
            if at:
                card.body.addWidget(Hairline(theme))
            card.body.addWidget(self._term(term))
        box.addWidget(card)
        return holder

    def _term(self, term: Term) -> QWidget:
        theme = self.theme
        narrow = theme.layout is Layout.C
        holder = QWidget()
        line: QBoxLayout = column(theme.px(8)) if narrow else row(theme.px(24))
        down = theme.px(12)
        line.setContentsMargins(0, down, 0, down)
        holder.setLayout(line)
        names = column(theme.px(2))
        for label in self._labels(term):
            names.addWidget(label)
        names.addStretch(1)
        box = QWidget()
        box.setLayout(names)
        if not narrow:
            box.setFixedWidth(theme.px(_NAMES))
        line.addWidget(box)
        line.addLayout(self._meaning(term), 1)
        return holder

    def _meaning(self, term: Term) -> QVBoxLayout:
        """Return what the word means, both languages side by side where there is room."""
        theme, words = self.theme, self.language.show(term.meaning)
        box = column(theme.px(4))
        if words.second is None or theme.layout in (Layout.B, Layout.C):
            label = PairLabel(theme, words, "ui", below=True)
            label.setMaximumWidth(theme.px(_MEANING))
            # In a row: a column would ask for the height of its own width, not of the label's.
            line = row()
            line.addWidget(label, 1)
            line.addStretch()
            box.addLayout(line)
        else:
            line = row(theme.px(24))
            line.addWidget(Label(theme, words.main, "ui", wrap=True), 1)
            other = Label(theme, words.second, "ui", "ink_2", wrap=True, second=True)
            line.addWidget(other, 1)
            box.addLayout(line)
        if term.lesson is not None:
            box.addWidget(self._lesson(term.id, term.lesson), 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        return box

    def _labels(self, term: Term) -> list[Label]:
        """Return the names: the reader's own first, the Chinese one with its pinyin."""
        theme = self.theme
        zh, en = term.name.zh, term.name.en
        names: tuple[str, ...] = (zh, term.pinyin, en)
        if self.language.texts.main == EN:
            names = (en, "  ".join(dict.fromkeys((zh, term.pinyin))))
        first, *others = dict.fromkeys(names)
        return [
            Label(theme, first, "h3", wrap=True),
            *(Label(theme, words, "tool", "ink_2", wrap=True) for words in others),
        ]

    def _lesson(self, term: str, lesson: str) -> Link:
        title = self.language.show(self._library.head(lesson).title).main
        words = Words(self.language.say("Read more: {title}", title=title))
        link = Link(self.theme, words, "book-2")
        link.setObjectName(f"lesson_{term}")
        link.clicked.connect(lambda: self.router.go(Place.LESSON, lesson=lesson))
        return link

    def _nothing(self) -> QWidget:
        words = self.language.words("This word is not in the glossary.")
        return EmptyState(self.theme, "search", words, (self._every(), self._clear))

    def _every(self) -> Words:
        return self.language.words("Show all words")

    def _clear(self) -> None:
        field = self.findChild(TextField, "find_term")
        assert isinstance(field, TextField)
        field.clear()
        field.setFocus()
