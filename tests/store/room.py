"""A data folder with a real store in it, a clock set by hand, and ways to break the file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from pdo_app.changes import Topic
from pdo_app.errors import Message
from pdo_app.records import (
    Activity,
    EventVerb,
    Group,
    Learner,
    Mode,
    Participant,
    PlannedHalf,
    PlannedSegment,
    SegmentKind,
    SessionEvent,
    TrainingSession,
    Verb,
)
from pdo_app.store import Store, Uuid7, open_store
from pdo_app.store.places import Places

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PAGE = 4096


@dataclass
class Room:
    folder: Path
    now: datetime = NOON
    findings: tuple[Message, ...] = ()
    new_id: Uuid7 = field(default_factory=Uuid7)
    stores: list[Store] = field(default_factory=list)

    @property
    def places(self) -> Places:
        return Places(self.folder)

    @property
    def main(self) -> Path:
        return self.places.main

    def clock(self) -> datetime:
        return self.now

    def open(self) -> Store:
        opened = open_store(self.folder, clock=self.clock, new_id=self.new_id)
        self.findings = opened.findings
        self.stores.append(opened.store)
        return opened.store

    def close(self) -> None:
        for store in self.stores:
            store.close()
        self.stores.clear()

    def tomorrow(self) -> None:
        self.now += timedelta(days=1)

    def said(self) -> str:
        return " ".join(message.in_english() for message in self.findings)

    def person(self, name: str = "王芳", **more: object) -> Learner:
        return Learner(
            id=self.new_id(),
            name=name,
            destination="DE",
            departure=None,
            mode=Mode.BOTH,
            created_at=self.now,
            updated_at=self.now,
            **more,  # type: ignore[arg-type]
        )

    def session(self, title: str = "十二月班", day: date = date(2026, 12, 1)) -> TrainingSession:
        lesson = PlannedSegment(
            "fees",
            SegmentKind.LESSON,
            "费用",
            "Fees",
            40,
            module="core/m01",
            lessons=("core/m01/fees",),
            method="pairs",
            essential=True,
        )
        pause = PlannedSegment("break", SegmentKind.BREAK, "休息", "Break", 15, skipped=True)
        return TrainingSession(
            id=self.new_id(),
            title=title,
            template="half-day",
            trainer="李老师",
            place="三楼",
            destination="DE",
            sector="care",
            groups=(Group.RETURNEES, Group.WOMEN),
            mode=Mode.BOTH,
            plan=(PlannedHalf("h1", day, 9 * 60, "上午", "Morning", (lesson, pause)),),
            created_at=self.now,
            updated_at=self.now,
        )

    def participant(
        self, session: TrainingSession, name: str = "王芳", **more: object
    ) -> Participant:
        return Participant(
            id=self.new_id(),
            session=session.id,
            name=name,
            created_at=self.now,
            updated_at=self.now,
            **more,  # type: ignore[arg-type]
        )

    def taught(
        self, people: int = 2, lines: int = 40
    ) -> tuple[TrainingSession, list[Participant], list[SessionEvent]]:
        """Open the store, hold a session in which each of ``people`` was marked ``lines`` times,
        and close it again."""
        store = self.open()
        session = self.session()
        store.sessions.add(session)
        there = [self.participant(session, f"学员 {i}") for i in range(people)]
        done = []
        for person in there:
            store.participants.add(person)
            done += marks(store, person, lines)
        self.close()
        return session, there, done

    def filled(self, lines: int = 40) -> tuple[Learner, list[Activity]]:
        """Open the store, add a person who did ``lines`` things, and close it again."""
        store = self.open()
        person = self.person()
        store.learners.add(person)
        done = work(store, person.id, lines)
        self.close()
        return person, done

    def pages_of(self, table: str) -> list[int]:
        """Return the leaf pages of a table or index, in the order of the b-tree."""
        with closing(sqlite3.connect(self.main)) as connection:
            (root,) = connection.execute(
                "select rootpage from sqlite_master where name = ?", (table,)
            ).fetchone()
        return list(_leaves(self.main.read_bytes(), root))

    def spoil(self, page: int, data: bytes | None = None) -> None:
        """Write ``data``, else a fixed pattern, over a whole page of the main file."""
        with self.main.open("r+b") as file:
            file.seek((page - 1) * PAGE)
            file.write(data if data is not None else b"\xa5" * PAGE)


def work(store: Store, learner: UUID, lines: int) -> list[Activity]:
    with store.writing():
        return [
            store.progress.append(
                learner, Verb.ANSWERED, f"core/m01/q/{i}", version="1", result={"right": i % 2 == 0}
            )
            for i in range(lines)
        ]


def marks(store: Store, person: Participant, lines: int) -> list[SessionEvent]:
    with store.writing():
        return [
            store.events.append(
                person.session,
                EventVerb.MARKED,
                f"h{i}",
                version="1",
                participant=person.id,
                result={"mark": "present"},
            )
            for i in range(lines)
        ]


def fail_after(store: Store, *topics: Topic, then: Callable[[], object]) -> None:
    """Write ``then()`` and leave the block by an error."""
    with store.writing(*topics):
        then()
        raise InterruptedError


def everything(store: Store) -> list[Activity]:
    return list(store.progress._log.find("true order by number", ()))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def sound(folder: Path) -> bool:
    with closing(sqlite3.connect(Places(folder).main)) as connection:
        whole = connection.execute("pragma integrity_check").fetchone() == ("ok",)
        return whole and not connection.execute("pragma foreign_key_check").fetchall()


def _leaves(data: bytes, number: int) -> list[int]:
    page = data[(number - 1) * PAGE : number * PAGE]
    if page[0] in (0x0D, 0x0A):
        return [number]
    cells = int.from_bytes(page[3:5], "big")
    children = []
    for index in range(cells):
        at = int.from_bytes(page[12 + 2 * index : 14 + 2 * index], "big")
        children.append(int.from_bytes(page[at : at + 4], "big"))
    children.append(int.from_bytes(page[8:12], "big"))
    return [leaf for child in children for leaf in _leaves(data, child)]
