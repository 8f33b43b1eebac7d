"""The tab of the roster: who is in the class; typed, pasted, imported, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from pdo_app.changes import Topic
from pdo_app.errors import InputError, KnownError
from pdo_app.exchange.roster_file import (
    RosterFile,
    read_pasted,
    read_roster,
    write_csv,
    write_xlsx,
)
from pdo_app.records import Participant
from pdo_app.training.roster_words import name_key
from pdo_app.ui import tokens
from pdo_app.ui.dialogs import ask
from pdo_app.ui.language import Words
from pdo_app.ui.theme import Layout
from pdo_app.ui.train.parts import sides
from pdo_app.ui.train.roster_person import Deed, MergeDialog, PersonDialog, asked
from pdo_app.ui.train.roster_preview import Import, Preview
from pdo_app.ui.train.roster_words import (
    cells,
    columns,
    destination_names,
    fields_for,
    heads,
    rows,
    short,
)
from pdo_app.ui.train.tab import SessionTab, Teaching
from pdo_app.ui.view import View
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.field import Complaint, TextField
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.line_table import Cell, LineTable
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.page import ScrollPage
from pdo_app.ui.widgets.surface import column

_FILES = "*.xlsx *.csv *.txt"
_XLSX, _CSV = ".xlsx", ".csv"


class NameLine(TextField):
    """The line to type a name in. A list from the clipboard is told by ``pasted`` instead."""

    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a name as usual, several as a list."""
        words = QGuiApplication.clipboard().text().strip()
        several = "\n" in words or "\t" in words
        if several and event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)


class RosterTab(SessionTab):
    """The people, a line to type the next one, and the preview of an import in their place."""

    topics: ClassVar[frozenset[Topic]] = frozenset((Topic.ROSTER,))

    def __init__(self, view: View, teaching: Teaching, session: UUID) -> None:
        super().__init__(view, teaching, session)
        self._typed = ""
        self._import: Import | None = None
        self._people: tuple[Participant, ...] = ()
        self._table: LineTable | None = None
        self._line: NameLine | None = None
        self._complaint: Complaint | None = None

    def build(self) -> QWidget:
        """Return the people, or what an import would do."""
        self._table, self._line, self._complaint = None, None, None
        self._people = self.training.roster.people(self.session)
        if self._import is not None and self.is_open:
            return self._preview(self._import)
        parts: list[QWidget] = []
        if self.is_open:
            parts += [self._typing(), self._note()]
        parts.append(self._tools())
        low = self.theme.layout is Layout.C
        self._table = self._made(cards=low)
        self._show_people()
        if self._people:
            parts.append(self._table)
        else:
            words = self.language.words("Type the first name, paste a list, or import a file.")
            parts.append(EmptyState(self.theme, "users", words))
            self._table.hide()
        return self._page(parts, scrolls=low)

    def touched(self, topics: frozenset[Topic]) -> bool:
        """Show more or fewer people in place, so that the next name can be typed."""
        if self._import is not None:
            found = self.training.roster.propose(self.session, self._import.source.rows)
            self._import.propose(found)
            return False
        before = len(self._people)
        self._people = self.training.roster.people(self.session)
        if topics != {Topic.ROSTER} or self._table is None or not before or not self._people:
            return False
        self._show_people()
        if len(self._people) > before:
            self._table.go(len(self._people) - 1)
        return True

    # What is shown.

    def _page(self, parts: Sequence[QWidget], *, scrolls: bool) -> QWidget:
        theme = self.theme
        body = QWidget()
        left, top, right, bottom = sides(theme, 16)
        inner = column(theme.px(12), margins=(left, top, right, min(bottom, theme.px(24))))
        body.setLayout(inner)
        for part in parts:
            fills = not scrolls and isinstance(part, (LineTable, Preview))
            inner.addWidget(part, 1 if fills else 0)
        if not any(isinstance(part, (LineTable, Preview)) for part in parts) or scrolls:
            inner.addStretch(1)
        body.setMaximumWidth(theme.px(tokens.Size.page_max) + left + right)
        if not scrolls:
            return body
        page = ScrollPage(body)
        page.setObjectName("page")
        return page

    def _typing(self) -> QWidget:
        theme, words = self.theme, self.language.words
        wide = 240 if theme.layout is Layout.C else 272
        line = NameLine(theme, words("Name of the next person"), self._typed, width=wide)
        line.setObjectName("next_name")
        line.setPlaceholderText(self.language.say("Name, then Enter"))
        line.setMaxLength(400)
        line.textEdited.connect(self._edited)
        line.returnPressed.connect(lambda: self._add(walk_in=False))
        line.pasted.connect(self.paste)
        add = Button(theme, words("Add"), "filled", large=True)
        add.setObjectName("add")
        add.clicked.connect(lambda: self._add(walk_in=False))
        walk_in = Button(theme, self._short(words("Add as a walk-in")), "outlined", large=True)
        walk_in.setObjectName("walk_in")
        walk_in.clicked.connect(lambda: self._add(walk_in=True))
        self._line = line
        return flow(theme.px(8), line, add, walk_in)

    def _note(self) -> Complaint:
        self._complaint = Complaint(self.theme)
        return self._complaint

    def _tools(self) -> QWidget:
        words = self.language.words
        buttons = []
        if self.is_open:
            paste = words("Paste from Excel")
            buttons.append(self._tool("paste", paste, "clipboard-list", self.paste))
            take = words("Import a file")
            buttons.append(self._tool("import", take, "upload", self.ask_import))
        if self._people:
            give = words("Export the roster")
            buttons.append(self._tool("export", give, "download", self.ask_export))
        return flow(self.theme.px(8), *buttons)

    def _tool(self, name: str, words: Words, icon: str, act: Callable[[], None]) -> Button:
        button = Button(self.theme, self._short(words), "tool", icon=icon)
        button.setObjectName(name)
        button.clicked.connect(act)
        return button

    def _short(self, words: Words) -> Words:
        """Return the first language alone where there is little room."""
        return Words(words.main) if self.theme.layout is Layout.C else words

    def _made(self, *, cards: bool) -> LineTable:
        fields = fields_for(self.theme.layout)
        table = LineTable(self.theme, columns(self.language, fields), cards=cards)
        table.setObjectName("people")
        table.opened.connect(self._open)
        table.pasted.connect(self.paste)
        return table

    def _show_people(self) -> None:
        assert self._table is not None
        fields, people = fields_for(self.theme.layout), self._people
        headless = self.theme.layout is Layout.C

        def line(at: int) -> Sequence[Cell]:
            return cells(self.language, people[at], fields, headless=headless)

        self._table.show_lines(len(people), line, self.language.say("Roster"))

    def _preview(self, shown: Import) -> QWidget:
        preview = Preview(self.theme, self.language, shown, self._apply, self._forget)
        return self._page([preview], scrolls=self.theme.layout in (Layout.B, Layout.C))

    # Typing.

    def _edited(self, text: str) -> None:
        self._typed = text
        if self._complaint is not None:
            self._complaint.say(None)

    def _add(self, *, walk_in: bool) -> None:
        """Add whoever stands in the line, and leave it ready for the next one."""
        line, session, roster = self._line, self.session, self.training.roster
        if line is None:
            return
        name = line.text()
        known = {name_key(person.name) for person in self._people}
        try:
            added = roster.walk_in(session, name) if walk_in else roster.add(session, name)
        except KnownError as error:
            if self._complaint is not None:
                self._complaint.say(self.language.sentences(error.title, error.advice))
            line.setFocus()
            return
        self._typed = ""
        line.clear()
        line.setFocus()
        if name_key(added.name) in known:
            twice = self.language.words(
                "{name} is on the roster twice now. If it is one person, open one of them.",
                name=short(added.name),
            )
            self.view.toast(twice)

    # One person.

    def _open(self, at: int) -> None:
        if not self.is_open:
            return
        person = self._people[at]
        dialog = PersonDialog(self.view, self.library, person, len(self._people) > 1)
        while dialog.exec():
            try:
                if self._carry_out(dialog, person):
                    break
            except InputError as error:
                dialog.complain(error)
            except KnownError as error:  # what was typed stands there again
                self.view.report(error)
        dialog.deleteLater()

    def _carry_out(self, dialog: PersonDialog, person: Participant) -> bool:
        """Do what was asked; False where the person thought better of it."""
        roster = self.training.roster
        if dialog.deed is Deed.SAVE:
            roster.change(person, **dialog.written.changes())
            return True
        if dialog.deed is Deed.MERGE:
            others = [one for one in self._people if one.id != person.id]
            others.sort(key=lambda one: name_key(one.name) != name_key(person.name))
            choice = MergeDialog(self.view, person, tuple(others))
            if asked(choice) and choice.chosen is not None:
                roster.merge(person, choice.chosen)
                return True
        elif self._sure(person):
            roster.remove(person)
            return True
        dialog.deed = Deed.SAVE
        return False

    def _sure(self, person: Participant) -> bool:
        words = self.language.words
        return ask(
            self.theme,
            self.view,
            words("Remove {name} from the roster?", name=short(person.name)),
            words("The attendance of this person goes too. It cannot be undone."),
            (words("Keep this person"), words("Remove")),
        )

    # Files and the clipboard.

    def paste(self) -> None:
        """Read a list from the clipboard and show what it would do."""
        text = QGuiApplication.clipboard().text()
        self._take(lambda names: read_pasted(text, names), "")

    def ask_import(self) -> None:
        """Ask for a file and show what it would do."""
        title = self.language.say("Import a file")
        chosen, _ = QFileDialog.getOpenFileName(self.view, title, _documents(), _FILES)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Read a file and show what it would do, or say why it cannot be read."""
        self._take(lambda names: read_roster(path, names), path.name)

    def ask_export(self) -> None:
        """Ask where to write the roster."""
        title = self.language.say("Export the roster")
        name = "".join(sign for sign in self.session.title if sign.isalnum() or sign in " -_")
        proposed = str(Path(_documents()) / f"{name.strip() or 'roster'}{_XLSX}")
        kinds = f"XLSX (*{_XLSX});;CSV (*{_CSV})"
        chosen, kind = QFileDialog.getSaveFileName(self.view, title, proposed, kinds)
        if chosen:
            ending = _CSV if kind.startswith("CSV") else _XLSX
            path = Path(chosen)
            known = path.suffix.lower() in (_XLSX, _CSV)
            self.export(path if known else path.with_name(path.name + ending))

    def export(self, path: Path) -> None:
        """Write the roster as CSV or XLSX, as the file's name says, and tell where it is."""
        write = write_csv if path.suffix.lower() == _CSV else write_xlsx
        try:
            write(path, heads(self.language), rows(self.language, self._people))
        except KnownError as error:
            self.view.report(error)
            return
        self.view.toast(self.language.words("Saved: {file}", file=str(path)))

    def _take(self, read: Callable[[Sequence[str]], RosterFile], name: str) -> None:
        if not self.is_open:
            return
        names = destination_names(self.language, self.library.info.destinations)
        try:
            source = read(names)
        except KnownError as error:
            self.view.report(error)
            return
        proposals = self.training.roster.propose(self.session, source.rows)
        self._import = Import(source, proposals, name)
        self.view.renew()

    def _apply(self) -> None:
        """Do what was decided about the import, all of it at once."""
        shown = self._import
        if shown is None:
            return
        self._import = None
        try:
            done = self.training.roster.apply(self.session, shown.decisions())
        except KnownError as error:
            self._import = shown
            self.view.report(error)
            return
        self.view.renew()
        said = self.language.words(
            "{added} added, {updated} changed.", added=done.added, updated=done.updated
        )
        self.view.toast(said)

    def _forget(self) -> None:
        self._import = None
        self.view.renew()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
