"""What the database remembers: the only package that writes SQL about people."""

from pdo_app.store.database import Opened, Store, open_store
from pdo_app.store.ids import Uuid7

__all__ = ["Opened", "Store", "Uuid7", "open_store"]
