import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdo_app.errors import WriteError
from pdo_app.paper.document import _explained, pdf, save

Read = Callable[[bytes], PdfReader]
posix = pytest.mark.skipif(os.name != "posix", reason="limits and modes of POSIX")


def test_pages_are_a4_with_a_title(read: Read) -> None:
    document = read(pdf("证书 <b>x</b>", [lambda painter, sheet: None] * 3))
    assert len(document.pages) == 3
    assert document.metadata is not None
    assert document.metadata.title == "证书 <b>x</b>"
    box = document.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_the_painter_covers_the_whole_sheet(read: Read) -> None:
    sheets = []
    pdf("", [lambda painter, sheet: sheets.append(sheet)])
    (sheet,) = sheets
    assert sheet.topLeft().isNull()
    assert (sheet.width(), sheet.height()) == pytest.approx((5953, 8419), abs=3)


def test_a_file_is_written_whole_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "证书 😀.pdf"
    save(b"first", target)
    save(b"second", target)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"cannot be found.*USB stick") as caught:
        save(b"x", tmp_path / "gone" / "a.pdf")
    assert str(tmp_path / "gone") in caught.value.title.in_english()


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match="cannot be found"):
        save(b"x", tmp_path / "file" / "a.pdf")


@pytest.mark.parametrize("name", ["长" * 300 + ".pdf", "a\0b.pdf"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="cannot be used for a file"):
        save(b"x", tmp_path / name)


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(WriteError):
        save(b"x", tmp_path / "a.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


@posix
def test_a_full_disk_keeps_the_file_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    save(b"before", target)
    import resource  # there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(WriteError, match=r"not enough room.*Free some space"):
            save(b"x" * 100_000, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


_AS_NOBODY = """
import os, sys
from pathlib import Path
from pdo_app.errors import WriteError
from pdo_app.paper.document import save
if os.getuid() == 0:
    os.setuid(65534)
try:
    save(b"x", Path(sys.argv[1]))
except WriteError as error:
    print(error)
"""


@posix
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    # Another user is needed, since root may write anywhere.
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(tmp_path / "a.pdf")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    tmp_path.chmod(0o755)
    assert "a.pdf cannot be written in this folder." in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "not enough room"),
        (errno.EROFS, "cannot be written in this folder"),
        (errno.ENODEV, "cannot be found"),
        (errno.EIO, r"could not be written\. Use another USB stick"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(tmp_path: Path, code: int, words: str) -> None:
    with pytest.raises(WriteError, match=words):
        raise _explained(OSError(code, "x"), tmp_path / "a.pdf")
