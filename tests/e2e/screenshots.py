#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page of the installed program, at two sizes, light and dark.

screenshots.py FOLDER
"""

import os
import sys
import time

from afterload_driver import App

SIZES = [(1366, 768), (1920, 1080)]


def walk(app, prefix):
    time.sleep(4)
    app.picture(f"{prefix}-simulator-baseline")
    app.key("2")
    time.sleep(8)
    app.picture(f"{prefix}-simulator-iabp")
    app.key("4")
    time.sleep(20)
    app.picture(f"{prefix}-simulator-both")
    app.key("alt+2")
    time.sleep(1)
    app.picture(f"{prefix}-cases")
    app.key("alt+3")
    time.sleep(1)
    app.picture(f"{prefix}-evidence")


def main():
    folder = sys.argv[1]
    program = os.path.join(os.environ["AFTERLOAD_PREFIX"], "bin", "afterload")
    for size in SIZES:
        for scheme in ("light", "dark"):
            environment = {"ADW_DEBUG_COLOR_SCHEME": f"prefer-{scheme}" if scheme == "dark" else "default",
                           "GSETTINGS_BACKEND": "memory"}
            with App(program, *size, environment, folder) as app:
                walk(app, f"{size[0]}x{size[1]}-{scheme}")


if __name__ == "__main__":
    main()
