"""What both tours have in common: a data folder of their own, numbered pictures, ``tour.json``."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from pdo_app import __version__, paths
from pdo_app.app import Desk, Outside, make_application
from pdo_app.checkout import rebuild_if_changed
from pdo_app.errors import KnownError
from pdo_app.records import Mode
from pdo_app.settings import Settings, SettingsFile
from pdo_app.tour.hands import TourError

MODES = {"zh_CN": Mode.CHINESE, "en": Mode.ENGLISH, "both": Mode.BOTH}
Step = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Look:
    """How the application is to look: ``language`` is zh_CN, en or both; ``size`` is width x
    height in pixels; ``theme`` is light or dark."""

    language: str = "both"
    size: str = "1366x768"
    theme: str = "light"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""
        width, height = (int(part) for part in self.size.split("x"))
        return width, height


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was walked: its number, its name, how long it took, its picture, and that of
    the audience's window where slides were shown."""

    number: int
    name: str
    seconds: float
    picture: str
    audience: str = ""


class Walk:
    """One way through the application. ``done`` lists the steps that were walked; ``out`` is the
    folder for pictures and papers."""

    def __init__(self, desk: Desk, out: Path, mode: Mode) -> None:
        self.desk, self.out, self.mode = desk, out, mode
        self.window = desk.window
        self.done: list[Done] = []
        self._name, self._began = "", time.perf_counter()

    def steps(self) -> tuple[Step, ...]:
        """Return name and deed of every step, in the order of the way."""
        raise NotImplementedError

    def begin(self) -> None:
        """Do what comes before each step."""

    def settle(self) -> None:
        """Let the application answer."""
        raise NotImplementedError

    def paint(self, file: Path) -> bool:
        """Keep a picture of what a person sees; tell whether it could be written."""
        return bool(self.window.grab().save(str(file)))

    def paint_audience(self, _file: Path) -> bool | None:
        """Keep a picture of the audience's window; None where there is none."""
        return None

    def all(self) -> str:
        """Walk every step. Returns what went wrong, or an empty string."""
        unexpected: list[BaseException] = []
        kept, sys.excepthook = sys.excepthook, _collecting(unexpected)
        try:
            failure = self._walk(unexpected)
        finally:
            sys.excepthook = kept
        self._write(failure)
        return failure

    def _walk(self, unexpected: list[BaseException]) -> str:
        failure = ""
        for name, step in self.steps():
            self._name, self._began = name, time.perf_counter()
            self.begin()
            try:
                step()
                self.settle()
                if unexpected:
                    raise TourError(f"{type(unexpected[0]).__name__}: {unexpected[0]}")
            except (TourError, KnownError, RuntimeError, LookupError) as error:
                failure = f"step {len(self.done) + 1}, {name}: {error}"
                print(failure, file=sys.stderr)
            self.shoot(name)
            if failure:
                break
        return failure

    def shoot(self, name: str) -> None:
        """Keep the pictures of this moment under the next number. Raises OSError."""
        number = len(self.done) + 1
        plain = "-".join(re.findall(r"[A-Za-z0-9]+", name))
        picture, audience = f"{number:02}-{plain}.png", f"{number:02}-{plain}-audience.png"
        if not self.paint(self.out / picture):
            raise OSError(picture)
        shown = self.paint_audience(self.out / audience)
        if shown is False:
            raise OSError(audience)
        seconds = round(time.perf_counter() - self._began, 3)
        self.done.append(Done(number, name, seconds, picture, audience if shown else ""))
        self._began = time.perf_counter()

    def _write(self, failure: str) -> None:
        """Leave ``tour.json``: the steps with their seconds, and what the database holds."""
        report = {
            "version": __version__,
            "content": self.desk.library.info.version,
            "mode": self.mode.value,
            "failure": failure,
            "steps": [asdict(step) for step in self.done],
            "database": self.desk.store.counts(),
        }
        text = json.dumps(report, ensure_ascii=False, indent=1)
        (self.out / "tour.json").write_text(text + "\n", encoding="utf-8")


def _collecting(into: list[BaseException]) -> Callable[..., None]:
    """Return a hook that keeps what Qt's own calls could not hand on, and prints it as usual."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        into.append(error)
        sys.__excepthook__(kind, error, trace)

    return hook


def walk_through(
    out: Path,
    look: Look,
    way: Callable[[Desk, Path, Mode], Walk],
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> int:
    """Walk a ``way`` with an empty profile and leave pictures, papers and ``tour.json`` in
    ``out``. Returns 0, or 1 where a step failed, which is then told on standard error."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, height = look.pixels
    mode = MODES[look.language]
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        print(_unwritable(out), file=sys.stderr)
        return 1
    make_application()
    data = Path(tempfile.mkdtemp(prefix="pdo-tour-"))
    try:
        rebuild_if_changed()
        SettingsFile(data / "settings.json").save(Settings(mode=mode, theme=look.theme))
        desk = Desk(Outside(data, paths.built_in_packs(), clock, seed=lambda: 7))
        desk.window.resize(width, height)
        desk.window.show()
        # Nothing lights up under a mouse that nobody holds.
        QCursor.setPos(desk.window.mapToGlobal(QPoint(width - 2, height - 2)))
        walk = way(desk, out, mode)
        try:
            failure = walk.all()
        finally:
            desk.close()
    except KnownError as error:
        print(f"{error.title.in_english()} {error.advice.in_english()}", file=sys.stderr)
        return 1
    except OSError:
        print(_unwritable(out), file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(f"{len(walk.done)} steps; the pictures are in {out.resolve()}", flush=True)
    return 1 if failure else 0


def _unwritable(out: Path) -> str:
    return f"The folder {out} cannot be written to. Choose another one, or free some space."
