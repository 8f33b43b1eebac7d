"""Spans of the content as the HTML subset that a label understands."""

from __future__ import annotations

from html import escape

from pdo_app.content.linking import TERM
from pdo_app.content.model import Element, ElementKind, Rich
from pdo_app.ui import tokens
from pdo_app.ui.theme import Theme


def html_of(rich: Rich, theme: Theme) -> str:
    """Return one paragraph's spans as HTML, everything escaped."""
    out = []
    for span in rich:
        text = escape(span.text)
        if span.strong:
            text = f"<b>{text}</b>"
        if span.link:
            # A word that is explained is stitched under, a way to elsewhere has a solid line.
            line = ";text-underline-style:dashed" if span.link.startswith(TERM) else ""
            text = (
                f'<a href="{escape(span.link, quote=True)}" '
                f'style="color:{theme.hex("primary")}{line}">{text}</a>'
            )
        out.append(text)
    return "".join(out)


def paragraph(rich: Rich, theme: Theme, language: str) -> str:
    """Return a paragraph with the line height of its language."""
    line = tokens.LESSON_LINE[language]
    return f'<p style="margin:0; line-height:{line}%">{html_of(rich, theme)}</p>'


def element_html(element: Element, theme: Theme, language: str) -> str:
    """Return a paragraph, a list or steps as HTML. Tables are widgets of their own."""
    line = tokens.LESSON_LINE[language]
    if element.kind is ElementKind.PARAGRAPH:
        return paragraph(element.lines[0][0], theme, language)
    tag = "ol" if element.kind is ElementKind.STEPS else "ul"
    indent = theme.px(20)
    gap = theme.px(6)
    items = "".join(
        f'<li style="line-height:{line}%; margin-bottom:{gap}px">{html_of(row[0], theme)}</li>'
        for row in element.lines
    )
    return f'<{tag} style="margin:0; margin-left:{indent}px; -qt-list-indent:0">{items}</{tag}>'
