"""What is on the screen.

Importing this package first keeps PySide from reading the source of every module that is imported
after it: it looks there for the word "PySide6", to know whether its name-changing features could
be meant, which we never use. That took 8 ms of a start and kept 9 MB of source lines in memory.
"""

from contextlib import suppress
from importlib import import_module

import PySide6  # noqa: F401 - brings shibokensupport along

with suppress(ImportError):  # a PySide that is built otherwise only starts more slowly
    setattr(import_module("shibokensupport.feature"), "_mod_uses_pyside", lambda _module: False)  # noqa: B010
