"""A closed session stays as it is: whatever writes about a session asks here first."""

from __future__ import annotations

from uuid import UUID

from pdo_app.errors import N_, InputError, Message
from pdo_app.store.database import Store


def require_open(store: Store, session: UUID) -> None:
    """Raise InputError where the session is closed, KeyError where it was removed."""
    if store.sessions.is_closed(session):
        raise InputError(
            Message(N_("This session is closed.")),
            Message(N_("Open it again to change it.")),
        )
