"""What an import would do, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pdo_app.errors import N_
from pdo_app.exchange.roster_file import RosterFile
from pdo_app.records import Participant
from pdo_app.training.proposals import Proposal, ProposalKind
from pdo_app.training.roster import Choice, Decision
from pdo_app.ui.language import Language, Words
from pdo_app.ui.theme import Layout, Theme
from pdo_app.ui.train.roster_words import changes_words, known
from pdo_app.ui.widgets.button import Button
from pdo_app.ui.widgets.choice import Tab
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.label import Label, PairLabel
from pdo_app.ui.widgets.line_table import Cell, Column, LineTable
from pdo_app.ui.widgets.link import Link
from pdo_app.ui.widgets.popup import Popup
from pdo_app.ui.widgets.surface import column

_DELIMITERS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab")}
_ALL = "all"
_FILTERS = (
    (_ALL, N_("All rows")),
    (ProposalKind.UNSURE.value, N_("To decide")),
    (ProposalKind.BAD.value, N_("Cannot be taken")),
    (ProposalKind.ADD.value, N_("New people")),
    (ProposalKind.UPDATE.value, N_("Changes")),
    (ProposalKind.SAME.value, N_("Nothing changes")),
)


_ICONS = {"same": "user-check", "new": "user-plus", "take": "check", "leav": "minus"}


class _Fate(StrEnum):
    """What becomes of a row, as it is decided now."""

    ADD = "add"
    UPDATE = "update"
    SAME = "same"
    DECIDE = "decide"
    LEFT_OUT = "left_out"
    BAD = "bad"


_SAID = {
    _Fate.ADD: (N_("Will be added"), "plus", "right"),
    _Fate.UPDATE: (N_("Will be changed"), "pencil", "primary"),
    _Fate.SAME: (N_("Nothing changes"), "check", "ink_2"),
    _Fate.DECIDE: (N_("Please decide"), "help-circle", "warn"),
    _Fate.LEFT_OUT: (N_("Not taken"), "minus", "ink_2"),
    _Fate.BAD: (N_("Cannot be taken"), "circle-x", "wrong"),
}


class Import:
    """A roster that was read, what would become of its rows, and what was decided so far.
    ``name`` is that of the file; empty for what was pasted. ``filter`` and ``line`` are where a
    person is in it."""

    def __init__(self, source: RosterFile, proposals: Sequence[Proposal], name: str = "") -> None:
        self.source, self.name = source, name
        self.filter = _ALL
        self.line = 0
        self.choices: dict[int, tuple[Choice, UUID | None]] = {}
        self.proposals = tuple(proposals)

    def propose(self, proposals: Sequence[Proposal]) -> None:
        """Take what would become of the rows now that the roster is another; what was decided
        about a row stays where it still is the same."""
        self.choices = {
            at: choice for at, choice in self.choices.items() if proposals[at] == self.proposals[at]
        }
        self.proposals = tuple(proposals)

    def shown(self) -> list[int]:
        """Return the places of the rows that pass the filter."""
        if self.filter == _ALL:
            return list(range(len(self.proposals)))
        return [at for at, one in enumerate(self.proposals) if one.kind == self.filter]

    def count(self, name: str) -> int:
        """Return how many rows pass a filter."""
        return sum(name in (_ALL, one.kind) for one in self.proposals)

    def fate(self, at: int) -> _Fate:
        """Return what becomes of a row."""
        proposal, (choice, _) = self.proposals[at], self.choices.get(at, (None, None))
        if choice is Choice.LEAVE_OUT:
            return _Fate.LEFT_OUT
        if proposal.kind is ProposalKind.UNSURE:
            fates = {Choice.NEW: _Fate.ADD, Choice.SAME_PERSON: _Fate.UPDATE}
            return fates.get(choice, _Fate.DECIDE) if choice else _Fate.DECIDE
        return _Fate(proposal.kind.value)

    def undecided(self) -> list[int]:
        """Return the places of the rows that ask for a decision."""
        return [at for at in range(len(self.proposals)) if self.fate(at) is _Fate.DECIDE]

    def taken(self) -> int:
        """Return how many rows add or change somebody."""
        fates = (self.fate(at) for at in range(len(self.proposals)))
        return sum(fate in (_Fate.ADD, _Fate.UPDATE) for fate in fates)

    def decisions(self) -> list[Decision]:
        """Return what is to be done."""
        return [
            Decision(proposal, *self.choices.get(at, (None, None)))
            for at, proposal in enumerate(self.proposals)
        ]


class Preview(QWidget):
    """Shows an import: what was read, what will happen to each row, and the way on.

    ``apply`` does what was decided, ``leave`` forgets it.
    """

    def __init__(
        self,
        theme: Theme,
        language: Language,
        shown: Import,
        apply: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        super().__init__()
        self._theme, self._language, self._import = theme, language, shown
        self._apply, self._leave = apply, leave
        self._rows: list[int] = []
        cards = theme.layout is Layout.C
        self.table = LineTable(theme, self._columns(), cards=cards)
        self.table.setObjectName("preview")
        self.table.opened.connect(self._open)
        if theme.layout is Layout.B:
            self.table.setFixedHeight(theme.px(300))
        self._box: QVBoxLayout = column(theme.px(12))
        self.setLayout(self._box)
        for part in self._head():
            self._box.addWidget(part)
        self._filters = self._tabs()
        self._box.addWidget(self._filters)
        self._box.addWidget(self.table, 1)
        self._foot = self._foot_now()
        self._box.addWidget(self._foot)
        self._fill()

    def _columns(self) -> list[Column]:
        words = self._language.words
        return [
            Column(words("Row"), 64),
            Column(words("Name"), 128, 1),
            Column(words("What will happen"), 208),
            Column(words("What it says"), 160, 4),
        ]

    def _head(self) -> list[QWidget]:
        theme, language, source = self._theme, self._language, self._import.source
        parts: list[QWidget] = [
            PairLabel(theme, language.words("This will happen to the roster"), "h2")
        ]
        how = [self._import.name, source.encoding, source.sheet]
        if source.delimiter in _DELIMITERS and len(source.columns) > 1:
            how.append(language.say(_DELIMITERS[source.delimiter]))
        number = language.texts.count("{n} row", "{n} rows", len(source.rows))
        said = " · ".join(part for part in (*how, number) if part)
        parts.append(Label(theme, said, "caption", "ink_2", wrap=True))
        if source.problems:
            problems = language.sentences(*source.problems)
            parts.append(PairLabel(theme, problems, "caption", colour="warn", below=True))
        return parts

    def _tabs(self) -> QWidget:
        tabs = []
        for name, source in _FILTERS:
            number = self._import.count(name)
            if not number and name != _ALL:
                continue
            tab = Tab(self._theme, self._language.words(source), str(number))
            tab.setObjectName(f"filter_{name}")
            tab.setChecked(name == self._import.filter)
            tab.setAutoExclusive(True)
            tab.clicked.connect(lambda _=False, n=name: self._filter(n))
            tabs.append(tab)
        return flow(self._theme.px(8), *tabs)

    def _foot_now(self) -> QWidget:
        theme, language = self._theme, self._language
        taken, undecided = self._import.taken(), len(self._import.undecided())
        foot = QWidget()
        box = column(theme.px(8))
        foot.setLayout(box)
        if undecided:
            said = language.counted(
                "{n} row is not decided yet; it is left out.",
                "{n} rows are not decided yet; they are left out.",
                undecided,
            )
            box.addWidget(PairLabel(theme, said, "tool", colour="warn", below=True))
        leave = Button(theme, language.words("Leave the roster as it is"), "outlined")
        leave.setObjectName("leave")
        leave.clicked.connect(self._leave)
        buttons = [leave]
        if undecided > 1:
            new = Button(theme, language.words("All undecided are new people"), "quiet")
            new.setObjectName("all_new")
            new.clicked.connect(self._all_new)
            buttons.append(new)
        if taken:
            words = language.counted("Import {n} row", "Import {n} rows", taken)
            apply = Button(theme, words, "filled", large=True)
            apply.setObjectName("apply")
            apply.clicked.connect(self._apply)
            buttons.insert(0, apply)
        box.addWidget(flow(theme.px(12), *buttons))
        return foot

    def _fill(self) -> None:
        self._rows = self._import.shown()
        self.table.line = self._import.line
        name = self._language.say("This will happen to the roster")
        self.table.show_lines(len(self._rows), self._cells, name)

    def _cells(self, line: int) -> Sequence[Cell]:
        at = self._rows[line]
        proposal, language = self._import.proposals[at], self._language
        words, icon, ink = _SAID[self._import.fate(at)]
        return (
            Cell(str(proposal.row.line), "ink_2"),
            Cell(proposal.row.name, bold=True),
            Cell(language.say(words), ink, icon=icon),
            Cell(self._details(at), "ink_2"),
        )

    def _details(self, at: int) -> str:
        proposal, language = self._import.proposals[at], self._language
        said = language.texts.message(proposal.message) if proposal.message else ""
        parts = []
        person = proposal.person
        if person is not None and proposal.kind is ProposalKind.UPDATE:
            parts.append(changes_words(language, proposal.matches[0], person, proposal.changes))
        elif person is not None:
            parts.append(known(language, person))
        notes = self._import.source.notes.get(proposal.row.line, ())
        parts += [language.texts.message(note) for note in notes]
        return " ".join(part for part in (said, " · ".join(filter(None, parts))) if part)

    # What is done.

    def _filter(self, name: str) -> None:
        self._import.filter, self._import.line = name, 0
        self.table.verticalScrollBar().setValue(0)
        self._fill()

    def _open(self, line: int) -> None:
        """Offer what can be decided about a row."""
        at = self._rows[line]
        proposal, language = self._import.proposals[at], self._language
        offers: list[tuple[str, str, tuple[Choice, UUID | None] | None]] = []
        if proposal.kind is ProposalKind.UNSURE:
            for number, match in enumerate(proposal.matches):
                said = language.say("The same person as {name}", name=_whole(language, match))
                offers.append((f"same{number}", said, (Choice.SAME_PERSON, match.id)))
            offers.append(("new", language.say("A new person"), (Choice.NEW, None)))
        elif proposal.kind in (ProposalKind.ADD, ProposalKind.UPDATE):
            offers.append(("take", language.say("Take this row"), None))
        else:
            return
        offers.append(("leave_out", language.say("Leave this row out"), (Choice.LEAVE_OUT, None)))
        self._offer(at, line, offers)

    def _offer(
        self,
        at: int,
        line: int,
        offers: Sequence[tuple[str, str, tuple[Choice, UUID | None] | None]],
    ) -> None:
        popup = Popup(self._theme, self.table.viewport())
        popup.setMinimumWidth(min(self._theme.px(400), self.window().width() - 64))
        title = self._language.words("Row {n}", n=self._import.proposals[at].row.line)
        popup.body.addWidget(PairLabel(self._theme, title, "ui_bold"))
        first: Link | None = None
        for name, said, choice in offers:
            button = Link(self._theme, Words(said), _ICONS.get(name[:4], "users"))
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, c=choice: self._decide(at, c))
            button.clicked.connect(popup.close)
            popup.body.addWidget(button)
            first = first or button
        popup.open(self.table.box(line))
        if first is not None:
            first.setFocus()

    def _decide(self, at: int, choice: tuple[Choice, UUID | None] | None) -> None:
        if choice is None:
            self._import.choices.pop(at, None)
        else:
            self._import.choices[at] = choice
        self._renew_foot()
        self.table.viewport().update()
        if self.table.line + 1 < len(self._rows):
            self.table.go(self.table.line + 1)
        self._import.line = self.table.line
        self.table.setFocus()

    def _all_new(self) -> None:
        for at in self._import.undecided():
            self._import.choices[at] = (Choice.NEW, None)
        self._renew_foot()
        self.table.viewport().update()
        self.table.setFocus()

    def _renew_foot(self) -> None:
        old, self._foot = self._foot, self._foot_now()
        self._box.replaceWidget(old, self._foot)
        old.hide()
        old.deleteLater()


def _whole(language: Language, person: Participant) -> str:
    more = known(language, person)
    return f"{person.name} ({more})" if more else person.name
