"""What the tabs of a session's page have in common, and what trainers' screens are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from pdo_app.changes import Topic
from pdo_app.content.library import Library
from pdo_app.records import TrainingSession
from pdo_app.training.services import Training
from pdo_app.ui.view import View


@dataclass(frozen=True, slots=True)
class Teaching:
    """What a trainer's screens ask and tell. ``now`` is the moment in UTC, ``today`` the local
    day, ``resources`` the folder with flags and pictures."""

    training: Training
    library: Library
    now: Callable[[], datetime]
    today: Callable[[], date]
    resources: Path


class SessionTab:
    """One tab of a session's page.

    The page makes a tab when it is opened for a session and keeps it until it shows another
    session: what a person has typed and chosen lives in its attributes. It calls :meth:`build`
    each time that the page builds itself anew, so after a change of language, theme, layout or
    of a topic of ``topics``.

    ``view`` is the page: its ``theme``, ``language``, ``router``, ``frame``, ``report(error)``,
    ``toast(words, undo)`` and ``renew()``. Dialogs stand over ``view``.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    """What this tab shows of the store. SESSIONS is always heard by the page itself."""

    def __init__(self, view: View, teaching: Teaching, session: UUID) -> None:
        self.view, self.teaching, self.session_id = view, teaching, session
        self.training, self.library = teaching.training, teaching.library
        self.frame = view.frame
        self.theme, self.language, self.router = view.theme, view.language, view.router

    @property
    def session(self) -> TrainingSession:
        """The session as it is now. Raises KeyError where it was removed."""
        return self.training.sessions.get(self.session_id)

    @property
    def is_open(self) -> bool:
        """Whether the session can still be changed."""
        return self.session.closed_at is None

    def build(self) -> QWidget:
        """Return the whole tab for the state of this moment.

        It fills the page below the row of tabs and scrolls by itself: put what scrolls into a
        ``ScrollPage`` named "page", with :func:`sides` as the distance from the edges. Name what
        takes the focus; focus and scrolled places are then kept.
        """
        raise NotImplementedError

    def touched(self, topics: frozenset[Topic]) -> bool:
        """Show a change of ``topics`` in place and return True, or return False to be built anew.
        The usual answer is False; a large table mends its cells instead."""
        return False

    def leave(self) -> None:
        """Save what was typed and not saved yet: another tab or page comes."""
