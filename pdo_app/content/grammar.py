"""What each kind of block may carry: attributes, a title, elements, lines for its slide."""

from __future__ import annotations

from dataclasses import dataclass

from pdo_app.content.model import BlockKind, ElementKind

METHODS = (
    "discussion",
    "role-play",
    "pairs",
    "cards",
    "line-up",
    "demonstration",
    "quiz",
    "drawing",
    "case",
)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a kind of block may carry. One with the attribute ``slide`` may have slide lines."""

    attributes: frozenset[str]
    elements: frozenset[ElementKind]
    title: bool | None = None  # True: needed, None: may stand there, False: not allowed
    several: bool = True
    empty: bool = False


_PARAGRAPHS = frozenset({ElementKind.PARAGRAPH})
_LISTS = frozenset({ElementKind.PARAGRAPH, ElementKind.LIST, ElementKind.STEPS})
_ALL = frozenset(ElementKind)
_EXEMPT = frozenset({"exempt"})
_CITES = _EXEMPT | {"sources", "slide"}
_CALL_OUT = Grammar(_CITES, _LISTS)

GRAMMAR = {
    BlockKind.HEADING: Grammar(_EXEMPT, _PARAGRAPHS, False, several=False),
    BlockKind.PARAGRAPH: Grammar(_CITES, _PARAGRAPHS, False),
    BlockKind.LIST: Grammar(_CITES, frozenset({ElementKind.LIST}), False, several=False),
    BlockKind.STEPS: Grammar(_CITES, frozenset({ElementKind.STEPS}), False, several=False),
    BlockKind.TABLE: Grammar(_CITES, frozenset({ElementKind.TABLE}), False, several=False),
    BlockKind.PICTURE: Grammar(_CITES | {"picture"}, _PARAGRAPHS, False, empty=True),
    BlockKind.STORY: Grammar(_CITES | {"picture"}, _PARAGRAPHS, True),
    BlockKind.RIGHT: _CALL_OUT,
    BlockKind.WARNING: _CALL_OUT,
    BlockKind.TIP: _CALL_OUT,
    BlockKind.CHECK: Grammar(frozenset({"question", "slide"}), frozenset(), False, empty=True),
    BlockKind.NOTE: Grammar(_EXEMPT | {"sources"}, _ALL, False),
    BlockKind.ACTIVITY: Grammar(_CITES | {"method", "minutes"}, _ALL, True),
}
NEEDED = {
    BlockKind.PICTURE: ("picture",),
    BlockKind.CHECK: ("question",),
    BlockKind.ACTIVITY: ("method", "minutes"),
}
