"""Words on the screen: plain labels, bilingual labels and rich paragraphs.

Whatever comes from a person or a pack is escaped here, in one place.
"""

from __future__ import annotations

import re
from html import escape, unescape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pdo_app.ui import tokens
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Theme

_LINK = re.compile('<a href="([^"]*)"')


class Label(QLabel):
    """Plain words in one type style and colour role. ``wrap`` lets them take several lines;
    ``second`` takes the style's size for the second language."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: str = "ui",
        colour: str = "ink",
        *,
        wrap: bool = False,
        bold: bool | None = None,
        second: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(style, second=second, bold=bold))
        self.setText(text)
        paint(self, theme, colour)
        if wrap:
            self.setWordWrap(True)
            give_height_for_width(self)


class PairLabel(QLabel):
    """A first language with the second ``beside`` it (same baseline) or ``below`` it.

    Both wrap. ``colour`` and ``second`` are colour roles; ``bold`` overrides the style's weight.
    """

    def __init__(
        self,
        theme: Theme,
        words: Words,
        style: str = "h3",
        *,
        colour: str = "ink",
        second: str = "ink_2",
        below: bool = False,
        bold: bool | None = None,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(theme.font(style, bold=bold))
        self.setWordWrap(True)
        paint(self, theme, colour)
        chosen = tokens.STYLES[style]
        weight = 700 if (chosen.bold if bold is None else bold) else 400
        html = f'<span style="font-weight:{weight}">{_safe(words.main)}</span>'
        if words.second:
            joint = "<br>" if below else "&nbsp; "
            html += (
                f'{joint}<span style="font-size:{theme.px(chosen.second_px)}px;'
                f'font-weight:400;color:{theme.hex(second)}">{_safe(words.second)}</span>'
            )
        self.setText(html)
        self.setAccessibleName(words.spoken)
        give_height_for_width(self)


class RichLabel(QLabel):
    """A paragraph as HTML made by :mod:`pdo_app.ui.widgets.rich`; links can be followed.
    ``second`` takes the style's size for the second language."""

    def __init__(
        self,
        theme: Theme,
        html: str,
        style: str = "lesson",
        colour: str = "ink",
        *,
        second: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(theme.font(style, second=second))
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        if "<a " not in html:
            # Only a paragraph with a link is a stop for Tab.
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        paint(self, theme, colour)
        self.setText(html)
        give_height_for_width(self)

    @property
    def links(self) -> list[str]:
        """The addresses of the links, in order."""
        return [unescape(address) for address in _LINK.findall(self.text())]

    def reach(self, link: int) -> None:
        """Put the keyboard on a link, counted from 0. The label must have the focus."""
        self.setSelection(0, 0)
        for _ in range(link + 1):
            super().focusNextPrevChild(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take Tab to the first link and Shift+Tab to the last; Qt alone stops before them."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.reach(0)
        elif event.reason() is Qt.FocusReason.BacktabFocusReason:
            self.reach(len(self.links) - 1)


class ElidedLabel(QLabel):
    """One line of plain words that a person typed; what does not fit ends in "…" and is told
    whole in the tool tip."""

    def __init__(self, theme: Theme, text: str, style: str = "ui", colour: str = "ink") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(style))
        paint(self, theme, colour)
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self.setMinimumWidth(theme.px(40))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the room that the whole text wants, at most."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height())

    def resizeEvent(self, event: object) -> None:
        """Shorten anew."""
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(escape(self._whole) if shown != self._whole else "")


def paint(widget: QWidget, theme: Theme, colour: str) -> None:
    """Give the widget's words a colour role."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.colour(colour))
    palette.setColor(QPalette.ColorRole.Text, theme.colour(colour))
    # The role of words on a button, which a card to click on is.
    palette.setColor(QPalette.ColorRole.ButtonText, theme.colour(colour))
    palette.setColor(QPalette.ColorRole.Link, theme.colour("primary"))
    widget.setPalette(palette)


def give_height_for_width(widget: QWidget) -> None:
    """Let a wrapped label take just the height that its width asks for."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
