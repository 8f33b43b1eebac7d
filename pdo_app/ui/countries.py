"""The destinations on the screen: their names, their order, and the dialog to choose one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cmp_to_key

from PySide6.QtCore import QCollator, QLocale
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from pdo_app.ui.dialogs import Dialog
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Tile

FLAG = 32
"""Width of a flag on a tile, in unscaled pixels."""


def country_words(language: Language, code: str) -> Words:
    """Return a country's name, in one or two languages."""
    texts = language.texts
    return Words(texts.country(code), texts.country(code, texts.second) if texts.second else None)


def collated(names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the keys of ``names`` (key, name) as a reader looks for them: Chinese names by
    pinyin, others by the alphabet, numbers by their value."""
    collator = QCollator(QLocale("zh_CN"))
    collator.setNumericMode(True)
    by_name = cmp_to_key(collator.compare)
    return [key for key, _ in sorted(names, key=lambda pair: by_name(pair[1]))]


def in_order(language: Language, codes: Iterable[str]) -> list[str]:
    """Return countries by their name in the first language."""
    return collated((code, language.texts.country(code)) for code in codes)


def country_tile(theme: Theme, language: Language, code: str) -> Tile:
    """Return the tile of a country, with its flag."""
    tile = Tile(theme, country_words(language, code), picture=theme.flag(code, FLAG))
    tile.setObjectName(f"country_{code}")
    return tile


class CountryDialog(Dialog):
    """Asks for one of ``codes``; ``chosen`` is the answer after it was accepted."""

    def __init__(
        self,
        theme: Theme,
        language: Language,
        over: QWidget,
        codes: Iterable[str],
        chosen: str | None = None,
    ) -> None:
        super().__init__(theme, over, language.words("Which country?"))
        self.chosen = chosen
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        columns = 1 if theme.layout is Layout.C else 2
        first: Tile | None = None
        for i, code in enumerate(in_order(language, codes)):
            tile = country_tile(theme, language, code)
            tile.setChecked(code == chosen)
            tile.clicked.connect(lambda _=False, c=code: self._take(c))
            grid.addWidget(tile, i // columns, i % columns)
            if code == chosen or first is None:
                first = tile
        self.body.addLayout(grid)
        back = Button(theme, language.words("Go back"), "outlined")
        back.clicked.connect(self.reject)
        self.answers(back)
        if first is not None:
            first.setFocus()

    def _take(self, code: str) -> None:
        self.chosen = code
        self.accept()


def choose_country(
    theme: Theme, language: Language, over: QWidget, codes: Iterable[str], chosen: str | None
) -> str | None:
    """Ask for a country. Returns its code, or None where the person went back."""
    dialog = CountryDialog(theme, language, over, codes, chosen)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.chosen if accepted else None
