"""Faces of a presentation, made once each while they are looked at."""

from __future__ import annotations

from collections.abc import Callable

from pdo_app.content.library import Library
from pdo_app.texts import Texts
from pdo_app.training.presentation import Card, CardKind
from pdo_app.ui.present.faces import Face, Faces, Speech, WallWords
from pdo_app.ui.present.stage import Stage

_KEPT = 64


class Shown:
    """The faces of ``stage``'s cards in the language of its slides; ``wall`` gives the class's
    questions of this moment."""

    def __init__(
        self, stage: Stage, library: Library, texts: Texts, wall: Callable[[], WallWords]
    ) -> None:
        self._stage = stage
        self._speech = Speech(texts, stage.mode)
        self._faces = Faces(library, self._speech, wall)
        self._kept: dict[tuple[str, bool, str, str], Face] = {}

    def face(self, card: Card, *, answer: bool = False) -> Face:
        """Return the face of a card of the stage's deck."""
        stage = self._stage
        page = f"{stage.deck.index(card) + 1} / {len(stage.deck)}"
        self._speech.mode = stage.mode
        if card.kind is CardKind.OPENING:  # the wall grows while it is shown
            return self._faces.face(card, page, answer=answer)
        key = (card.id, answer, stage.mode, page)
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = self._faces.face(card, page, answer=answer)
        return self._kept[key]
