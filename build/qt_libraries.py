"""The shared libraries of the system that Qt needs on Linux, and the packages that have them."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from environment import HOME
from system_packages import Names, install_or_tell

# Debian's names; where a release renamed the package, the newer name comes first.
PACKAGES = {
    "libGL.so.1": ("libgl1",),
    "libOpenGL.so.0": ("libopengl0",),
    "libEGL.so.1": ("libegl1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
    "libstdc++.so.6": ("libstdc++6",),
}

# What Qt asks for first, without a screen and with one; asked of the loader before Qt is there.
FIRST = [
    *("libGL.so.1", "libEGL.so.1", "libX11.so.6", "libglib-2.0.so.0", "libgthread-2.0.so.0"),
    *("libfontconfig.so.1", "libfreetype.so.6", "libdbus-1.so.3", "libxkbcommon.so.0"),
    *("libbrotlidec.so.1", "libgssapi_krb5.so.2"),
]
FIRST_ON_SCREEN = [name for name in PACKAGES if "xcb" in name or "x11" in name]

CORE = ("Core", "DBus", "Gui", "Network", "Svg", "Test", "Widgets")
OFFSCREEN = ("platforms/libqoffscreen.so", "imageformats/*.so", "iconengines/*.so")
SCREEN = {
    "DISPLAY": ("platforms/libqxcb.so", "xcbglintegrations/*.so", "platforminputcontexts/*.so"),
    "WAYLAND_DISPLAY": (
        "platforms/libqwayland*.so",
        "wayland-shell-integration/libxdg-shell.so",
        "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ),
}


def screen() -> bool:
    """Tell whether there is a screen to show a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_answers()


def _x_answers() -> bool:
    """Tell whether an X server answers at $DISPLAY, which often outlives it."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not installed yet: ready() sees to it
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def likely() -> list[Names]:
    """Return the packages that Qt will ask for, as far as can be told before it is installed."""
    if not sys.platform.startswith("linux"):
        return []
    names = FIRST + (FIRST_ON_SCREEN if os.environ.get("DISPLAY") else [])
    return [PACKAGES[name] for name in names if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def ready() -> None:
    """See to it that Qt finds its libraries, on the screen there is or on none.

    Installs what is missing as root. Raises SystemExit with the line to run otherwise.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing(_files())
    if not missing:
        return
    wanted = [PACKAGES[name] for name in missing if name in PACKAGES]
    if wanted:
        install_or_tell(wanted, "Qt lacks some shared libraries.")
    left = _missing(_files())
    if left:
        raise SystemExit(f"Qt lacks these shared libraries of the system: {' '.join(left)}")


def _files() -> list[Path]:
    """Return the files of PySide6 that will be loaded."""
    packages = next((HOME / "lib").glob("python3*")) / "site-packages" / "PySide6"
    plugins = packages / "Qt" / "plugins"
    found = [packages / "Qt" / "lib" / f"libQt6{name}.so.6" for name in CORE]
    patterns = [*OFFSCREEN]
    for variable, more in SCREEN.items():
        patterns += more if os.environ.get(variable) else ()
    for pattern in patterns:
        found += sorted(plugins.glob(pattern))
    return [path for path in found if path.is_file()]


def _missing(files: Iterable[Path]) -> list[str]:
    """Return the names of the libraries that the files need and the loader does not find."""
    environment = {**os.environ, "LC_ALL": "C"}
    command = ["ldd", *map(str, files)]
    try:
        listed = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        ).stdout
    except FileNotFoundError:
        return []  # no glibc: PySide6 has no wheel for this system, and pip has said so
    names = set(re.findall(r"^\s*(\S+) => not found", listed, re.MULTILINE))
    # Plugins for parts of Qt that this package leaves out are never loaded.
    return sorted(name for name in names if not name.startswith("libQt6"))
