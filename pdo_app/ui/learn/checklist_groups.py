"""The lists of a person: which there are, which comes first, and their tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from pdo_app.content.library import Library
from pdo_app.content.model import ChecklistGroup
from pdo_app.learning.checklists import Task
from pdo_app.learning.due import TaskState
from pdo_app.ui.view import View
from pdo_app.ui.widgets.choice import Tab
from pdo_app.ui.widgets.flow import flow
from pdo_app.ui.widgets.notice import EmptyState
from pdo_app.ui.widgets.surface import column


def groups_of(library: Library, tasks: Sequence[Task]) -> list[ChecklistGroup]:
    """Return the lists of the pack that have a task, in its order."""
    wanted = {task.item.group for task in tasks}
    return [group for group in library.groups() if group.id in wanted]


def first_to_do(groups: Sequence[ChecklistGroup], tasks: Sequence[Task]) -> str:
    """Return the id of the first list with something to do, else of the first. Raises IndexError
    where there is no list."""
    to_do = {task.item.group for task in tasks if task.state is not TaskState.DONE}
    return next((group.id for group in groups if group.id in to_do), groups[0].id)


def group_tabs(
    view: View,
    groups: Sequence[ChecklistGroup],
    tasks: Sequence[Task],
    shown: str,
    show: Callable[[str], None],
) -> QWidget:
    """Return a tab for each list that counts what is done; ``show`` gets the id of the list that
    is chosen, ``shown`` is the one on the page."""
    tabs = []
    for group in groups:
        states = [task.state for task in tasks if task.item.group == group.id]
        count = f"{states.count(TaskState.DONE)} / {len(states)}"
        tab = Tab(view.theme, view.language.show(group.title), count)
        tab.setObjectName(f"group_{group.id}")
        tab.setChecked(group.id == shown)
        tab.clicked.connect(partial(show, group.id))
        tabs.append(tab)
    return flow(view.theme.px(8), *tabs)


def no_list(view: View, country: str, side: int) -> QWidget:
    """Return what stands on the page of somebody for whose ``country`` (ISO code) there is no
    list; ``side`` is its distance from the edges in pixels."""
    theme, texts = view.theme, view.language.texts
    words = view.language.words(
        "There is no list for {country} yet.",
        country=lambda tongue: texts.country(country, tongue),
    )
    holder = QWidget()
    inner = column(margins=(side, theme.px(4), side, theme.px(32)))
    holder.setLayout(inner)
    inner.addWidget(EmptyState(theme, "clipboard-list", words))
    return holder
