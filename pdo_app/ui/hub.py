"""Tells the screens what a commit touched."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pdo_app.changes import Topic


class Hub(QObject):
    """Turns the store's announcement into one signal."""

    changed = Signal(frozenset)

    def announce(self, topics: frozenset[Topic]) -> None:
        """Emit ``changed`` with the topics of a commit."""
        self.changed.emit(topics)
