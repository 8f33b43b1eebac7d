from __future__ import annotations

import subprocess
import sys

from pdo_app.texts import Texts
from pdo_app.training.services import destination_codes

from .conftest import Desk


def test_destinations_by_code_and_by_name(desk: Desk) -> None:
    codes = destination_codes(desk.library, Texts(desk.folder))

    assert codes["de"] == "DE"
    assert codes["germany"] == "DE"
    assert codes["德国"] == "DE"
    assert set(codes.values()) == {"DE", "NO"}


def test_a_learners_start_does_not_pay_for_it() -> None:
    """What a trainer alone needs is not imported on the way to the first page."""
    code = (
        "import sys, pdo_app.app; "
        "print(*(m for m in sys.modules if m.startswith(('pdo_app.training', 'argon2', "
        "'pdo_app.store.sessions', 'pdo_app.store.events', 'pdo_app.store.participants', "
        "'pdo_app.store.centre', 'pdo_app.store.merging', 'pdo_app.store.salvage'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
