"""Today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdo_app.ui.top_bar import TopBar
from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.train.tab import Teaching
from pdo_app.ui.view import Frame, View
from pdo_app.ui.widgets.surface import column


class TrainerScreen(View):
    """Today."""

    def __init__(self, frame: Frame, teaching: Teaching) -> None:
        super().__init__(frame)
        self._teaching = teaching

    def build(self) -> QWidget:
        """Return the page."""
        page = QWidget()
        outer = column()
        page.setLayout(outer)
        outer.addWidget(TopBar(self.frame, self.language.words("Today")))
        outer.addWidget(scrolled(self.theme, ()), 1)
        return page
