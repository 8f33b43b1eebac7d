"""How long sentences are, and whether both languages hold the same figures. Warnings only."""

from __future__ import annotations

from pdo_app.content.model import Block, Text
from pdo_app.content.problems import Place, Problems


def check_text(text: Text, place: Place, problems: Problems) -> None:
    """Note long sentences of ``text`` and figures that differ."""


def check_block(block: Block, place: Place, problems: Problems) -> None:
    """Note long sentences of ``block`` and figures that differ."""
