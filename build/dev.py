#!/usr/bin/env python3
"""The developer's one command: ``python3 build/dev.py run``, ``test``, ``build``, ``package``.

Standard library only, any Python from 3.11. It makes .venv, installs what build/requirements.lock
names, finds the shared libraries that Qt lacks on Linux, builds catalogues and packs, and then
does what was asked.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - here is where an older Python is told
    sys.exit(
        "PDO Companion needs Python 3.11 or newer; this is Python {}.{}. Install a newer one and "
        "start this with it, for example: python3.11 build/dev.py run".format(*sys.version_info)
    )

import tasks

if __name__ == "__main__":
    try:
        sys.exit(tasks.main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
