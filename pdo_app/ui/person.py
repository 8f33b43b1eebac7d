"""Who is sitting here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pdo_app.records import Learner


class Person(QObject):
    """The learner whose pages are shown; None before a profile is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._learner: Learner | None = None

    @property
    def learner(self) -> Learner | None:
        """The learner, or None."""
        return self._learner

    @property
    def present(self) -> Learner:
        """The learner; only for screens that are shown to somebody.

        Raises RuntimeError where nobody is there, which is a bug of the shell.
        """
        if self._learner is None:
            raise RuntimeError("a learner's screen was built for nobody")
        return self._learner

    def become(self, learner: Learner | None) -> None:
        """Take the learner's place, or nobody's."""
        self._learner = learner
        self.changed.emit()
