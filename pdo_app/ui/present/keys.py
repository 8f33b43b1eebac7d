"""The keys of presentation programs and clickers, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_FIGURES = 4


class Deed(StrEnum):
    """What a key asks for."""

    FORWARD = "forward"
    BACK = "back"
    FIRST = "first"
    LAST = "last"
    JUMP = "jump"
    BLACK = "black"
    WHITE = "white"
    FREEZE = "freeze"
    SHOW = "show"
    END = "end"
    SWAP = "swap"
    LANGUAGE = "language"
    TIMER = "timer"
    ZOOM = "zoom"
    POINTER = "pointer"
    LATER = "later"
    KEYS = "keys"


_DEEDS = {
    Qt.Key.Key_Right: Deed.FORWARD,
    Qt.Key.Key_Down: Deed.FORWARD,
    Qt.Key.Key_PageDown: Deed.FORWARD,
    Qt.Key.Key_Space: Deed.FORWARD,
    Qt.Key.Key_Left: Deed.BACK,
    Qt.Key.Key_Up: Deed.BACK,
    Qt.Key.Key_PageUp: Deed.BACK,
    Qt.Key.Key_Backspace: Deed.BACK,
    Qt.Key.Key_Home: Deed.FIRST,
    Qt.Key.Key_End: Deed.LAST,
    Qt.Key.Key_B: Deed.BLACK,
    Qt.Key.Key_Period: Deed.BLACK,
    Qt.Key.Key_W: Deed.WHITE,
    Qt.Key.Key_Comma: Deed.WHITE,
    Qt.Key.Key_F: Deed.FREEZE,
    Qt.Key.Key_F5: Deed.SHOW,
    Qt.Key.Key_Escape: Deed.END,
    Qt.Key.Key_S: Deed.SWAP,
    Qt.Key.Key_L: Deed.LANGUAGE,
    Qt.Key.Key_T: Deed.TIMER,
    Qt.Key.Key_Z: Deed.ZOOM,
    Qt.Key.Key_P: Deed.POINTER,
    Qt.Key.Key_N: Deed.LATER,
    Qt.Key.Key_F1: Deed.KEYS,
    Qt.Key.Key_Question: Deed.KEYS,
}


_OF_THE_SYSTEM = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def key_of(event: QKeyEvent) -> int:
    """Return the key that was pressed; 0 for one that is held together with Ctrl, Alt or the
    Windows key, as when a projector is chosen: that is meant for the system."""
    return 0 if event.modifiers() & _OF_THE_SYSTEM else event.key()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A deed, and for a jump the card's number as it is shown, from 1."""

    deed: Deed
    number: int = 0


class Keys:
    """Collects figures until Enter, as presentation programs do. Any other key forgets them."""

    def __init__(self) -> None:
        self._typed = ""

    @property
    def typed(self) -> str:
        """The figures so far, for the console to show."""
        return self._typed

    def press(self, key: int) -> Pressed | None:
        """Take a key of Qt's; return what it asks for, None where it asks for nothing (yet)."""
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._typed = (self._typed + chr(key))[-_FIGURES:]
            return None
        typed, self._typed = self._typed, ""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter alone goes on: some clickers send it.
            return Pressed(Deed.JUMP, int(typed)) if typed else Pressed(Deed.FORWARD)
        if typed and key == Qt.Key.Key_Escape:
            return None  # takes the figures back, and ends nothing
        deed = _DEEDS.get(Qt.Key(key)) if key in _KNOWN else None
        return Pressed(deed) if deed else None


_KNOWN = frozenset(int(key) for key in _DEEDS)
