"""Start: ``python -m pdo_app``, ``pdo-app``, or the packaged program."""

import gc
import sys


def start() -> None:
    """Start the application, or hand over to the command line where words were given.

    The usual start, without any words, does not import the command line's library. Garbage
    collection waits until the first page stands (:func:`pdo_app.app.run` lets it go on): while
    the modules are imported it would search, several times, where nothing can be found.
    """
    gc.disable()
    if len(sys.argv) == 1:
        from pdo_app.app import run

        sys.exit(run())
    from pdo_app.cli import main

    gc.enable()
    main()


if __name__ == "__main__":
    start()
