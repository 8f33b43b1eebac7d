"""Why an answer is right, and what to do: shown beside the question, never in a pop-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from pdo_app.content.citing import label
from pdo_app.content.library import Library
from pdo_app.content.model import Language as ContentLanguage
from pdo_app.content.model import Question, QuestionKind
from pdo_app.learning.sittings import Given
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.label import PairLabel
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.patch import Patch, SourceLabel
from pdo_app.ui.widgets.surface import Card, Hairline, row


def reason_card(
    theme: Theme,
    language: Language,
    library: Library,
    question: Question,
    given: Given | None,
    today: date,
    open_lesson: Callable[[str], None],
) -> Card:
    """Return the card: verdict, why, source, what to do, the lesson to read."""
    card = Card(theme, gap=12)
    head = row(theme.px(12))
    module = library.module(question.module)
    head.addWidget(Patch(theme, module.icon, size=48))
    head.addWidget(PairLabel(theme, language.words("Why"), "h2"), 1)
    card.body.addLayout(head)
    if given is not None and not given.grade.right:
        calm = language.words("Not this one. See why.")
        card.body.addWidget(PairLabel(theme, calm, "ui", below=True))
        _own_reasons(theme, language, question, given, card.body)
    card.body.addWidget(PairLabel(theme, language.show(question.reason), "ui", below=True))
    _sources(theme, language, library, question, today, card.body)
    if question.actions:
        card.body.addWidget(Hairline(theme))
        card.body.addWidget(PairLabel(theme, language.words("What to do"), "h3"))
        for n, action in enumerate(question.actions, 1):
            words = language.show(action)
            numbered = Words(f"{n}. {words.main}", words.second)
            card.body.addWidget(PairLabel(theme, numbered, "ui", below=True))
    title = library.head(question.lesson).title
    words = Words(language.say("Read: {title}", title=language.show(title).main))
    link = Link(theme, words, "book-2")
    link.setObjectName("read_lesson")
    link.clicked.connect(lambda: open_lesson(question.lesson))
    line = row()
    line.addWidget(link)
    line.addStretch(1)
    card.body.addLayout(line)
    return card


def _own_reasons(
    theme: Theme, language: Language, question: Question, given: Given, body: QVBoxLayout
) -> None:
    """Say why each wrongly chosen option is wrong."""
    if question.kind not in (QuestionKind.ONE, QuestionKind.SEVERAL):
        return
    chosen = given.answer if isinstance(given.answer, (list, tuple)) else ()
    for option in question.options:
        if option.id in chosen and option.id not in question.right and option.reason:
            words = language.show(option.reason)
            body.addWidget(PairLabel(theme, words, "ui", below=True, colour="wrong"))


def _sources(
    theme: Theme,
    language: Language,
    library: Library,
    question: Question,
    today: date,
    body: QVBoxLayout,
) -> None:
    main = ContentLanguage(language.texts.main)
    for citation in question.citations:
        body.addWidget(SourceLabel(theme, label(citation, library, main)))
    if any(library.fact(name).stale(today) for name in question.facts):
        words = language.words("This figure needs checking. Ask before you use it.")
        body.addWidget(SourceLabel(theme, words.main, stale=True))
