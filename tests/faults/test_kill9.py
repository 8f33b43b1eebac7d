import random
from pathlib import Path

from .kill9 import kills


def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    """Twenty kills; ``kill9.py`` does as many as it is asked for."""
    done = kills(tmp_path / "data", 20, random.SystemRandom().randrange(10**6))

    assert [kill for kill in done if not kill.good] == []
    assert sum(kill.acknowledged for kill in done) > 100
