"""Operates a desk as a person would: finds, presses, goes."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from pdo_app.app import Desk
from pdo_app.ui.routes import Place

from .walk import settle


def find(desk: Desk, name: str) -> QWidget:
    """Return the widget with this object name on the screen."""
    return next(w for w in desk.window.findChildren(QWidget, name) if w.isVisible())


def press(desk: Desk, name: str) -> None:
    """Click a button by its object name."""
    button = find(desk, name)
    assert isinstance(button, QAbstractButton)
    button.click()
    settle()


def go(desk: Desk, place: Place, **params: str) -> None:
    """Go to a place and wait until it stands."""
    desk.frame.router.go(place, **params)
    settle()
