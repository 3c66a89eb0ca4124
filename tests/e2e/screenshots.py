#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page of the installed program, at two sizes, light and dark.

screenshots.py FOLDER [WIDTHxHEIGHT-SCHEME...]
"""

import os
import sys
import time

from afterload_driver import App

SIZES = [(1366, 768), (1920, 1080)]
SCHEMES = {"light": "default", "dark": "prefer-dark"}

# Long enough, in seconds, for filling pressures to settle after a device is switched.
SETTLE_S = 25


def simulator(app, prefix):
    time.sleep(5)
    app.picture(f"{prefix}-simulator-baseline")
    app.key("2")
    time.sleep(SETTLE_S)
    app.picture(f"{prefix}-simulator-iabp")
    app.key("3")
    time.sleep(SETTLE_S)
    app.picture(f"{prefix}-simulator-ecmo")
    app.key("4")
    time.sleep(SETTLE_S)
    app.picture(f"{prefix}-simulator-both")


def case(app, prefix):
    app.key("alt+2")
    app.get("Start")
    app.picture(f"{prefix}-cases")
    app.click("Start")
    time.sleep(3)
    app.picture(f"{prefix}-case-page")
    app.click("Continue")
    app.key("1")
    app.picture(f"{prefix}-case-decide")
    app.click("Continue")
    app.click("Continue")
    app.key("1")
    app.click("Continue")
    app.click("Continue")
    for index, answer in (("Mean arterial pressure", "Up"), ("Right atrial mean pressure", "Up"),
                          ("LV end-diastolic pressure", "Down"), ("Stroke volume", "Down"), ("Pulse pressure", "Down")):
        app.click(answer, within=app.get(index, {"panel"}))
    app.picture(f"{prefix}-case-predict")
    app.click("Reveal")
    app.says("The ventricle has to open the aortic valve", 60)
    time.sleep(SETTLE_S)
    app.picture(f"{prefix}-case-reveal")


def evidence(app, prefix):
    app.key("alt+3")
    app.says("What was measured")
    app.picture(f"{prefix}-evidence-claim")
    for tab in ("Studies", "Forest plots"):
        app.point_and_click(app.wait(tab, lambda: next(
            (n for n in app.nodes() if (n.get_name() or "").startswith(tab) and app.extents(n)), None)))
        time.sleep(2)
        app.picture(f"{prefix}-evidence-{tab.split()[0].lower()}")


def model(app, prefix):
    app.key("alt+m")
    app.click("Run on This Computer")
    app.says("measurements in band", 120)
    app.picture(f"{prefix}-model-measured")
    for part in ("Known Limits", "Parameters"):
        app.point_and_click(app.get(part))
        time.sleep(2)
        app.picture(f"{prefix}-model-{part.split()[0].lower()}")


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    program = os.path.join(os.environ["AFTERLOAD_PREFIX"], "bin", "afterload")
    for width, height in SIZES:
        for scheme, debug in SCHEMES.items():
            prefix = f"{width}x{height}-{scheme}"
            if wanted and prefix not in wanted:
                continue
            with App(program, width, height, {"ADW_DEBUG_COLOR_SCHEME": debug}, folder) as app:
                simulator(app, prefix)
                case(app, prefix)
                evidence(app, prefix)
                model(app, prefix)


if __name__ == "__main__":
    main()
