"""A word of the glossary, explained where it stands: a small card that Escape closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QHideEvent, QTextDocument
from PySide6.QtWidgets import QLabel

from pdo_app.content.library import Library
from pdo_app.content.linking import TERM
from pdo_app.content.model import Term
from pdo_app.texts import EN
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.label import Label, PairLabel, RichLabel
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.popup import Popup

_WIDTH = 400
"""Of the words on the card, in unscaled pixels."""
_LESSON = "lesson:"


def explain(
    theme: Theme,
    language: Language,
    library: Library,
    label: RichLabel,
    address: str,
    follow: Callable[[str], None],
) -> None:
    """Show the term of the link ``address`` below the link's place in ``label``. ``follow``
    takes the address of what the person goes on to."""
    try:
        term = library.term(address.removeprefix(TERM))
    except KeyError:
        return  # a pack that was made with another glossary
    card = TermCard(theme, label)
    card.address = address
    card.fill(language, library, term, follow)
    card.open(place_of(label, address))


def names_of(language: Language, term: Term) -> Words:
    """Return a term's name in both languages, whichever mode is on: both are looked for."""
    if term.name.zh == term.name.en:  # a local word, such as Anmeldung
        return Words(term.name.zh)
    if language.texts.main == EN:
        return Words(term.name.en, term.name.zh)
    return Words(term.name.zh, term.name.en)


class TermCard(Popup):
    """Name in both languages, pinyin, meaning, and the ways on. The keyboard goes back to the
    word, the link ``address``, when the card is gone."""

    address = ""

    def fill(
        self, language: Language, library: Library, term: Term, follow: Callable[[str], None]
    ) -> None:
        """Put the words on the card."""
        theme = self._theme
        self.setObjectName("term_card")
        names, meaning = names_of(language, term), language.show(term.meaning)
        self.setAccessibleName(f"{names.spoken}. {meaning.spoken}")
        across, down = theme.px(20), theme.px(16)
        self.body.setContentsMargins(across, down, across, theme.px(8))
        self.body.addWidget(PairLabel(theme, names, "h3"))
        if term.pinyin != term.name.zh:
            self.body.addWidget(Label(theme, term.pinyin, "tool", "ink_2", wrap=True))
        words = PairLabel(theme, meaning, "ui", below=True)
        self.body.addWidget(words)
        ways = []
        if term.lesson is not None:
            read = Words(language.say("Read more: {title}", title=_title(language, library, term)))
            ways.append((Link(theme, read, "book-2"), "term_lesson", _LESSON + term.lesson))
        every = Words(language.say("All words of the glossary"))
        ways.append((Link(theme, every, "list"), "term_glossary", TERM + term.id))
        for link, name, address in ways:
            link.setObjectName(name)
            link.clicked.connect(lambda _=False, a=address: self._go(follow, a))
            self.body.addWidget(link)
        self.setFixedWidth(theme.px(_WIDTH))
        ways[0][0].setFocus()

    def _go(self, follow: Callable[[str], None], address: str) -> None:
        self.close()
        follow(address)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to the word."""
        super().hideEvent(event)
        label = self._below
        label.setFocus(Qt.FocusReason.PopupFocusReason)
        if isinstance(label, RichLabel) and self.address in label.links:
            label.reach(label.links.index(self.address))


def _title(language: Language, library: Library, term: Term) -> str:
    assert term.lesson is not None
    return language.show(library.head(term.lesson).title).main


def place_of(label: QLabel, address: str) -> QRect:
    """Return where the link ``address`` stands in ``label``; the whole label where it has none.

    A label does not tell, so that its text is laid out once more, as the label does it.
    """
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setHtml(label.text())
    document.setTextWidth(label.contentsRect().width())
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            if fragment.charFormat().anchorHref() == address:
                box = layout.blockBoundingRect(block)
                at = fragment.position() - block.position()
                line = block.layout().lineForTextPosition(at)
                # PySide returns the place and the cursor that stands there.
                left, _ = cast("tuple[float, int]", line.cursorToX(at))
                found = QRectF(box.left() + left, box.top() + line.y(), 1, line.height())
                return found.toRect().translated(label.contentsRect().topLeft())
            part += 1
        block = block.next()
    return label.rect()
