"""Sentences in the country's language, by what they are for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pdo_app.content.model import Phrase
from pdo_app.errors import N_
from pdo_app.texts import ZH
from pdo_app.ui.view import View
from pdo_app.ui.widgets.choice import Tab
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.surface import Card, Hairline, column

GROUPS = {
    "greeting": N_("Greeting"),
    "work": N_("Work"),
    "shop": N_("Shop"),
    "doctor": N_("Doctor"),
    "police": N_("Police"),
    "housing": N_("Housing"),
    "help": N_("Asking for help"),
    "emergency": N_("On the phone"),
}


class PhraseCard(Card):
    """Tabs for the groups, and the sentences of one. ``chosen`` tells another group."""

    chosen = Signal(str)

    def __init__(self, view: View, phrases: tuple[Phrase, ...], group: str) -> None:
        super().__init__(view.theme, padding=(20, 16), gap=8)
        theme, language = view.theme, view.language
        self.body.addWidget(PairLabel(theme, language.words("Say it"), "h2"))
        groups = list(dict.fromkeys(phrase.group for phrase in phrases))
        current = group if group in groups else groups[0]
        tabs = []
        for name in groups:
            number = sum(phrase.group == name for phrase in phrases)
            tab = Tab(theme, language.words(GROUPS.get(name, name)), str(number))
            tab.setObjectName(f"phrases_{name}")
            tab.setChecked(name == current)
            tab.clicked.connect(lambda _=False, g=name: self.chosen.emit(g))
            tabs.append(tab)
        self.body.addWidget(flow(theme.px(8), *tabs))
        shown = [phrase for phrase in phrases if phrase.group == current]
        for i, phrase in enumerate(shown):
            if i:
                self.body.addWidget(Hairline(theme))
            self.body.addWidget(self._phrase(view, phrase))
        if not all(phrase.reviewed for phrase in shown):
            note = language.words("No native speaker has checked these sentences yet.")
            self.body.addWidget(PairLabel(theme, note, "caption", colour="ink_2", below=True))

    def _phrase(self, view: View, phrase: Phrase) -> QWidget:
        theme, language = view.theme, view.language
        holder = QWidget()
        box = column(theme.px(2), margins=(0, theme.px(4), 0, theme.px(4)))
        holder.setLayout(box)
        box.addWidget(Label(theme, phrase.local, "h3", wrap=True))
        if language.texts.main == ZH and phrase.reading:
            box.addWidget(Label(theme, phrase.reading, "caption", "ink_2", wrap=True))
        box.addWidget(PairLabel(theme, language.show(phrase.meaning), "tool", below=True))
        return holder
