"""What the trainer reads beside a card: notes and the steps of an activity, as HTML."""

from __future__ import annotations

from collections.abc import Callable

from pdo_app.content.model import Block, BlockKind, Language, Lesson
from pdo_app.training.presentation import Card
from pdo_app.ui.theme import Theme
from pdo_app.ui.widgets.rich import element_html


def blocks_for(card: Card, lesson: Callable[[str], Lesson]) -> tuple[Block, ...]:
    """Return the blocks for trainers that belong to ``card``: the activity itself on its own
    slide; the notes of the same section elsewhere, and where that has none, all of the lesson's.
    """
    if card.slide is None:
        return ()
    try:
        body = lesson(card.slide.lesson)
    except KeyError:
        return ()
    own = [block for block in body.blocks if block.id == card.slide.block]
    if own and own[0].kind is BlockKind.ACTIVITY:
        return tuple(own)
    section = [block for block in _section(body, card.slide.block) if _is_note(block)]
    return tuple(section or [block for block in body.blocks if _is_note(block)])


def _is_note(block: Block) -> bool:
    return block.kind is BlockKind.NOTE


def _section(lesson: Lesson, name: str) -> list[Block]:
    """Return the blocks from the heading before the block ``name`` to the next one."""
    found: list[Block] = []
    inside = False
    for block in lesson.blocks:
        if block.kind is BlockKind.HEADING:
            if inside:
                break
            found = []
        found.append(block)
        inside = inside or block.id == name
    return found if inside else []


def html(blocks: tuple[Block, ...], theme: Theme, languages: tuple[Language, ...]) -> str:
    """Return ``blocks`` in the first of ``languages``; the trainer reads one at a time."""
    language = languages[0]
    parts = []
    for block in blocks:
        if block.title is not None:
            parts.append(f"<p><b>{_escaped(block.title[language])}</b></p>")
        if block.activity is not None:
            parts.append(f"<p>{_escaped(block.activity.material[language])}</p>")
        parts += [element_html(one, theme, language.value) for one in block.side(language)]
    return "".join(parts)


def _escaped(words: str) -> str:
    from html import escape

    return escape(words)
