"""One window a data folder: a second start brings the first window forward."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1500  # milliseconds; the first copy may be busy building a page
_TRIES, _PAUSE = 20, 150


def _name(data: Path) -> str:
    """Return the name of the local socket for a data folder, the same on every start."""
    return "pdo-companion-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:20]


class Instance(QObject):
    """Listens for later starts with the same data folder, of this computer account only."""

    called = Signal()

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(data)
        # A crash leaves the socket's file behind; the records' lock says that nobody is there.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def _answer(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnectFromServer()
            connection.deleteLater()
            self.called.emit()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()


def call_first(data: Path) -> bool:
    """Ask the copy that holds the records of ``data`` to come forward; False where none is.

    Two quick double clicks start two copies: the first one may not be listening yet, so that
    this one asks for a while.
    """
    socket = QLocalSocket()
    for _ in range(_TRIES):
        socket.connectToServer(_name(data))
        if socket.waitForConnected(_WAIT):
            break
        QThread.msleep(_PAUSE)
    else:
        return False
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_WAIT)
    return True
