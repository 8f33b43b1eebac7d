"""Pieces that follow each other down the page, and on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Piece:
    """A part that is never cut. ``draw`` gets the place of its upper edge. ``with_next`` keeps
    it on the page of what follows, as a title must. ``repeated`` is drawn above it where it
    begins a page, as the head of a table must."""

    height: float
    draw: Callable[[QPainter, float], None]
    with_next: bool = False
    repeated: Piece | None = None


Placed = tuple[float, Piece]


def paginate(pieces: Iterable[Piece], height: float) -> list[list[Placed]]:
    """Spread pieces over pages of ``height``, each with its distance from the top.

    Pieces that belong together are parted only where they are higher than a page. There is at
    least one page.
    """
    pages: list[list[Placed]] = [[]]
    y = 0.0
    for chain in _chains(pieces):
        whole = sum(piece.height for piece in chain)
        if pages[-1] and y + whole > height and (y + chain[0].height > height or whole <= height):
            pages.append([])
            y = 0.0
        for piece in chain:
            if pages[-1] and y + piece.height > height:
                pages.append([])
                y = 0.0
            if not pages[-1] and piece.repeated is not None:
                pages[-1].append((y, piece.repeated))
                y += piece.repeated.height
            pages[-1].append((y, piece))
            y += piece.height
    return pages


def _chains(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.with_next:
            yield chain
            chain = []
    if chain:
        yield chain
