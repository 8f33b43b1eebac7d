"""The plan of a session: what is taught when, and how it is changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from pdo_app.ui.train.parts import scrolled
from pdo_app.ui.train.tab import SessionTab


class PlanTab(SessionTab):
    """The half-days with their segments."""

    def build(self) -> QWidget:
        """Return the half-days."""
        return scrolled(self.theme, ())
