"""Who is sitting here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from pdo_app.records import Learner


class Person(QObject):
    """Nobody, a learner whose pages are shown, or a trainer whose area is open."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._learner: Learner | None = None
        self._trainer = False
        self.class_country = ""
        """Where the class goes that the trainer looked at last; empty where that is unknown."""
        self.presenting = False
        """Whether a class looks at the slides: then nobody is led away for want of a key."""

    @property
    def learner(self) -> Learner | None:
        """The learner, or None."""
        return self._learner

    @property
    def trainer(self) -> bool:
        """Whether the trainer's area is open. Then there is no learner."""
        return self._trainer

    @property
    def country(self) -> str:
        """The destination of the learner, or of the trainer's class; empty where unknown."""
        return self.class_country if self._learner is None else self._learner.destination

    @property
    def nobody(self) -> bool:
        """Whether neither a learner nor a trainer is here."""
        return self._learner is None and not self._trainer

    @property
    def present(self) -> Learner:
        """The learner; only for screens that are shown to somebody.

        Raises RuntimeError where nobody is there, which is a bug of the shell.
        """
        if self._learner is None:
            raise RuntimeError("a learner's screen was built for nobody")
        return self._learner

    def become(self, learner: Learner | None) -> None:
        """Take the learner's place, or nobody's; the trainer's area closes."""
        self._learner, self._trainer, self.class_country = learner, False, ""
        self.changed.emit()

    def become_trainer(self) -> None:
        """Open the trainer's area, after its PIN was right."""
        self._learner, self._trainer = None, True
        self.changed.emit()
