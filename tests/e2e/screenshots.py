#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page of the installed program, at two sizes, light and dark.

screenshots.py FOLDER [WIDTHxHEIGHT-SCHEME...]
"""

import os
import sys
import time

from afterload_driver import App, Failed

LOOKS = {f"{width}x{height}-{scheme}": (width, height, scheme)
         for width, height in ((1366, 768), (1920, 1080)) for scheme in ("light", "dark")}

# Long enough, in seconds, for filling pressures to settle after a device is switched.
SETTLE_S = 20

# Long enough for a window to be drawn anew in another size or scheme.
REDRAW_S = 0.8

PREDICTIONS = {
    "Mean arterial pressure": "Up",
    "Right atrial mean pressure": "Up",
    "LV end-diastolic pressure": "Down",
    "Stroke volume": "Down",
    "Pulse pressure": "Down",
}


class Photographer(App):
    """A window that is pictured in every wanted look, wherever it stands: what is slow is done once."""

    def __init__(self, program, looks, folder):
        super().__init__(program, *LOOKS[looks[0]][:2], pictures=folder)
        self.looks = looks
        self.look = looks[0]

    def __enter__(self):
        super().__enter__()
        self.change_action("color-scheme", LOOKS[self.look][2])
        return self

    def put_on(self, look):
        width, height, scheme = LOOKS[look]
        if look != self.look:
            self.resize(width, height)
            self.change_action("color-scheme", scheme)
            time.sleep(REDRAW_S)
        self.look = look

    def picture(self, name):
        for look in self.looks:
            self.put_on(look)
            super().picture(f"{look}-{name}")
        self.put_on(self.looks[0])
        print(name, flush=True)


def simulator(app):
    time.sleep(5)
    app.picture("simulator-baseline")
    for key, name in (("2", "iabp"), ("3", "ecmo"), ("4", "both")):
        app.key(key)
        time.sleep(SETTLE_S)
        app.picture(f"simulator-{name}")


def case(app):
    app.key("alt+2")
    app.get("Start")
    app.picture("cases")
    app.click("Start")
    time.sleep(3)
    app.picture("case-page")
    app.click("Continue")
    app.key("1")
    app.picture("case-decide")
    app.click("Continue")
    app.click("Continue")
    app.key("1")
    app.click("Continue")
    app.click("Continue")
    app.get("Pulse pressure", {"panel"})
    panels = {node.get_name(): node for node in app.nodes() if node.get_role_name() == "panel"}
    for index, answer in PREDICTIONS.items():
        app.click(answer, within=panels[index])
    app.picture("case-predict")
    app.click("Reveal")
    app.says("The ventricle has to open the aortic valve", 60)
    time.sleep(SETTLE_S)
    app.picture("case-reveal")


def evidence(app):
    app.key("alt+3")
    app.says("What was measured")
    app.picture("evidence-claim")
    for tab in ("Review", "Studies", "Forest plots", "Timeline", "Guidelines", "Stages", "Practice", "Exercises"):
        app.point_and_click(app.wait(tab, lambda: next(
            (n for n in app.nodes() if (n.get_name() or "").startswith(tab) and app.extents(n)), None)))
        time.sleep(2)
        app.picture(f"evidence-{tab.split()[0].lower()}")


def model(app):
    app.key("alt+m")
    app.click("Run on This Computer")
    app.says("measurements in band", 120)
    app.picture("model-measured")
    for part in ("Known Limits", "Parameters"):
        app.point_and_click(app.get(part, seconds=30))
        time.sleep(2)
        app.picture(f"model-{part.split()[0].lower()}")


def main():
    folder, looks = sys.argv[1], sys.argv[2:] or list(LOOKS)
    unknown = [look for look in looks if look not in LOOKS]
    if unknown:
        return f"There is no {unknown[0]}; there are {', '.join(LOOKS)}."
    program = os.path.join(os.environ["AFTERLOAD_PREFIX"], "bin", "afterload")
    try:
        with Photographer(program, looks, folder) as app:
            for page in (simulator, case, evidence, model):
                page(app)
    except Failed as failure:
        return f"No more pictures: {failure}"
    return 0


if __name__ == "__main__":
    sys.exit(main())
