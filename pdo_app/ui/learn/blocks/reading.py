"""What every block of a page shares: who reads in which languages, how wide, on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pdo_app.content.library import Library
from pdo_app.content.linking import TERM
from pdo_app.content.model import Language as ContentLanguage
from pdo_app.content.model import Rich
from pdo_app.ui.language import Language
from pdo_app.ui.learn.term_card import explain
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.widgets.label import RichLabel
from pdo_app.ui.widgets.rich import paragraph

SHARE = 0.548
"""Where the second language begins, as a share of the page's width (the drawn screens: 503 of
918 pixels). Chinese needs the wider column, since its type is larger."""

LINE_ZH = 650
"""The longest line of the main language: 36 Chinese characters of 18 pixels."""
LINE_SECOND = 580
"""The longest line of the second one: 68 Latin characters of 16 pixels."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``follow`` takes the address of a link in the text, ``lesson:...`` or ``https://...``, and
    ``term:...`` where the whole glossary is asked for."""

    theme: Theme
    language: Language
    library: Library
    today: date
    follow: Callable[[str], None]

    @property
    def main(self) -> ContentLanguage:
        """The first language."""
        return self.language.content[0]

    @property
    def second(self) -> ContentLanguage | None:
        """The second language, where two are shown."""
        return self.language.content[1] if len(self.language.content) > 1 else None

    @property
    def beside(self) -> bool:
        """Whether the two languages stand side by side, else one under the other."""
        return self.second is not None and self.theme.layout in (Layout.A, Layout.WIDE)

    def prose(self, rich: Rich, language: ContentLanguage) -> RichLabel:
        """Return one paragraph, item or cell in its language's size and colour."""
        second = language is self.second
        label = RichLabel(
            self.theme,
            paragraph(rich, self.theme, language),
            colour="ink_2" if second else "ink",
            second=second,
        )
        label.linkActivated.connect(lambda address: self.open(label, address))
        return label

    def open(self, label: RichLabel, address: str) -> None:
        """Explain a word of the glossary below its place in ``label``; follow any other link."""
        if address.startswith(TERM):
            explain(self.theme, self.language, self.library, label, address, self.follow)
        else:
            self.follow(address)
