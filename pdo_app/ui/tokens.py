"""The look in numbers: colours, type, distances. Every painter and the style sheet read these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, by role."""

    page: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    ink: str
    ink_2: str
    ink_3: str
    rail: str
    hero: str
    patch: str
    weave: str
    on_coat: str
    on_coat_2: str
    seam: str
    primary: str
    primary_hover: str
    primary_press: str
    on_primary: str
    primary_soft: str
    primary_line: str
    thread: str
    thread_text: str
    thread_soft: str
    thread_on_coat: str
    right: str
    right_soft: str
    right_line: str
    warn: str
    warn_fill: str
    on_warn: str
    warn_soft: str
    warn_line: str
    wrong: str
    on_wrong: str
    wrong_soft: str
    wrong_line: str
    tip: str
    tip_soft: str
    tip_line: str
    sos: str
    tab_rights: str
    tab_warn: str
    tab_tip: str
    on_tab: str
    on_sos: str
    sos_line: str


LIGHT = Palette(
    page="#F5F0E6",
    surface="#FFFDF9",
    sunken="#ECE5D7",
    line="#DCD2C0",
    line_strong="#8B8170",
    ink="#1E2636",
    ink_2="#4A5263",
    ink_3="#646A78",
    rail="#1F3659",
    hero="#1F3659",
    patch="#1F3659",
    weave="#3A5A88",
    on_coat="#F8F3E8",
    on_coat_2="#C3CDDD",
    seam="#F28C55",
    primary="#2A5190",
    primary_hover="#214279",
    primary_press="#193463",
    on_primary="#FFFFFF",
    primary_soft="#E3EBF6",
    primary_line="#A9BFDF",
    thread="#C4511E",
    thread_text="#A8410F",
    thread_soft="#FBE7DB",
    thread_on_coat="#F28C55",
    right="#28683F",
    right_soft="#E1F0E4",
    right_line="#98C4A5",
    warn="#754A00",
    warn_fill="#A86200",
    on_warn="#FFFFFF",
    warn_soft="#FCEFCE",
    warn_line="#E0BC68",
    wrong="#A31C39",
    on_wrong="#FFFFFF",
    wrong_soft="#FBE5E7",
    wrong_line="#E0A2AC",
    tip="#17606B",
    tip_soft="#DEF0F0",
    tip_line="#97C6CA",
    sos="#A31C39",
    tab_rights="#2A5190",
    tab_warn="#A86200",
    tab_tip="#17606B",
    on_tab="#FFFFFF",
    on_sos="#FFFFFF",
    sos_line="#F1B9C1",
)


DARK = Palette(
    page="#171E2A",
    surface="#202939",
    sunken="#10151F",
    line="#36425A",
    line_strong="#8793A8",
    ink="#F1ECE0",
    ink_2="#C2C8D3",
    ink_3="#A3ABBA",
    rail="#0B0F17",
    hero="#22334E",
    patch="#2B4266",
    weave="#37517A",
    on_coat="#F8F3E8",
    on_coat_2="#B9C4D6",
    seam="#A8623F",
    primary="#9CBDF3",
    primary_hover="#B5CEF7",
    primary_press="#86ABE8",
    on_primary="#0F1B30",
    primary_soft="#263A5B",
    primary_line="#4A6797",
    thread="#F28C55",
    thread_text="#F6A274",
    thread_soft="#432B20",
    thread_on_coat="#F28C55",
    right="#8ED3A4",
    right_soft="#1B3527",
    right_line="#3F7355",
    warn="#F2CC74",
    warn_fill="#F2CC74",
    on_warn="#2A2006",
    warn_soft="#3A2F14",
    warn_line="#7D6528",
    wrong="#F5A0AE",
    on_wrong="#2A0B12",
    wrong_soft="#43202A",
    wrong_line="#8B4A58",
    tip="#86CFD4",
    tip_soft="#163438",
    tip_line="#3A6E74",
    sos="#A31C39",
    tab_rights="#4A6797",
    tab_warn="#7D6528",
    tab_tip="#3A6E74",
    on_tab="#F8F3E8",
    on_sos="#FFFFFF",
    sos_line="#F1B9C1",
)


class Fixed:
    """Colours that are the same in both themes: cream labels on the indigo cloth."""

    cream = "#F8F3E8"
    cream_ink = "#1F3659"
    cream_text = "#1E2636"
    cream_text_2 = "#4A5263"
    hero_line = "#8FA4C4"
    hero_label = "#F6A274"
    late_bg = "#FBE7DB"
    late_text = "#8F3709"


CONTRAST = (
    ("ink", "page", 4.5),
    ("ink", "surface", 4.5),
    ("ink", "sunken", 4.5),
    ("ink_2", "page", 4.5),
    ("ink_2", "surface", 4.5),
    ("ink_2", "sunken", 4.5),
    ("ink_3", "page", 4.5),
    ("ink_3", "surface", 4.5),
    ("on_coat", "rail", 4.5),
    ("on_coat_2", "rail", 4.5),
    ("on_coat", "hero", 4.5),
    ("on_coat_2", "hero", 4.5),
    ("on_coat", "patch", 4.5),
    ("thread_on_coat", "rail", 3),
    ("thread_on_coat", "hero", 3),
    ("on_primary", "primary", 4.5),
    ("on_primary", "primary_hover", 4.5),
    ("on_primary", "primary_press", 4.5),
    ("primary", "surface", 4.5),
    ("primary", "page", 4.5),
    ("primary", "primary_soft", 4.5),
    ("ink", "primary_soft", 4.5),
    ("ink_2", "primary_soft", 4.5),
    ("thread", "surface", 3),
    ("thread", "page", 3),
    ("thread_text", "surface", 4.5),
    ("thread_text", "page", 4.5),
    ("thread_text", "thread_soft", 4.5),
    ("ink", "thread_soft", 4.5),
    ("right", "surface", 4.5),
    ("right", "right_soft", 4.5),
    ("ink", "right_soft", 4.5),
    ("ink_2", "right_soft", 4.5),
    ("on_primary", "right", 4.5),
    ("warn", "surface", 4.5),
    ("warn", "warn_soft", 4.5),
    ("ink", "warn_soft", 4.5),
    ("ink_2", "warn_soft", 4.5),
    ("on_warn", "warn_fill", 4.5),
    ("wrong", "surface", 4.5),
    ("wrong", "wrong_soft", 4.5),
    ("ink", "wrong_soft", 4.5),
    ("ink_2", "wrong_soft", 4.5),
    ("on_wrong", "wrong", 4.5),
    ("tip", "surface", 4.5),
    ("tip", "tip_soft", 4.5),
    ("ink", "tip_soft", 4.5),
    ("ink_2", "tip_soft", 4.5),
    ("on_tab", "tab_rights", 4.5),
    ("on_tab", "tab_warn", 4.5),
    ("on_tab", "tab_tip", 4.5),
    ("on_sos", "sos", 4.5),
    ("sos_line", "rail", 3),
    ("line_strong", "surface", 3),
    ("line_strong", "page", 3),
)
"""Foreground, background and the least contrast between them (WCAG 2.2, 1.4.3 and 1.4.11)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A type style at 100 % text: pixels, weight, and the size of the second language beside it."""

    px: int
    bold: bool
    second_px: int


STYLES = {
    "display": Style(44, True, 16),
    "h1": Style(28, True, 16),
    "h2": Style(20, True, 14),
    "h3": Style(16, True, 14),
    "question": Style(26, True, 16),
    "lesson": Style(18, False, 16),
    "notes": Style(20, False, 18),
    "ui": Style(16, False, 14),
    "ui_bold": Style(16, True, 14),
    "tool": Style(15, False, 14),
    "caption": Style(13, False, 13),
    "caption_bold": Style(13, True, 13),
    "rail": Style(15, False, 12),
    "rail_on": Style(15, True, 12),
}

LESSON_LINE = {"zh": 115, "en": 110}
"""Proportional line height in per cent; the font's natural line is 1.447 times its size."""


class Stitch:
    """Pens of the thread: width, dash and gap in pixels (solid where there is no dash)."""

    seam = (2, 8, 6)
    thread_ahead = (2, 6, 5)
    route = (3, 10, 7)
    label = (2, 4, 3)
    patch = (1, 4, 3)
    callout_tab = (1, 5, 4)
    thread_done = (3, 0, 0)


class Size:
    """Distances in pixels at 100 % text."""

    rail = 104
    rail_item = 72
    top_bar = 72
    lesson_bar = 64
    page_padding = 32
    gutter = 24
    button = 40
    button_large = 48
    field = 48
    tool = 40
    checkbox = 24
    checkbox_hit = 40
    option_min = 56
    option_quiz_min = 76
    knot = 28
    knot_large = 36
    knot_small = 20
    chip = 24
    label = 24
    callout_tab = 56
    table_row = 46
    table_header = 56
    scrollbar = 10
    safe_height = 690
    page_max = 1752
    """As wide as a 1920-pixel screen leaves beside the rail."""
    reading_max_chars_zh = 36
    reading_max_chars_en = 68


class Radius:
    """Corner radii in pixels."""

    label = 3
    chip = 6
    button = 8
    field = 8
    option = 10
    card = 12
    callout = 12
    hero = 16
    patch_small = 8
    patch_large = 14


class Motion:
    """Durations in milliseconds; all 0 with less motion."""

    hover = 80
    expand = 160
    thread_grow = 400
    toast_in = 160
    toast_stay = 6000


TEXT_SCALES = (100, 125, 150, 175, 200)
WIDE, A, B = 1600, 1180, 860
"""Breakpoints of the effective width, which is the window's width divided by the text scale."""
