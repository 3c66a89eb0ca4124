#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the installed program as a person would, and speaks TAP. Pictures are kept in AFTERLOAD_PICTURES."""

import pathlib
import re
import shutil
import tempfile
import time

from afterload_driver import App, Failed
from afterload_tests import LOOP, PICTURES, PROGRAM, loop_says, reading, run

CASE_STEPS = 11
LATE_DEFLATION = "Late deflation: stroke work rises, the ventricle ejects against a full balloon."


def test_beats_at_once():
    """Opens on a beating heart that has settled."""
    with App(PROGRAM, pictures=PICTURES) as app:
        first = loop_says(app)
        if not 140 < float(re.search(r"fills to ([0-9]+) mL", first)[1]) < 170:
            raise Failed(f"this heart has not settled: {first}")
        app.picture("opened")
    if "WARNING" in app.stderr or "CRITICAL" in app.stderr:
        raise Failed(app.stderr)


def test_devices():
    """Balloon and ECMO do on the screen what they do in the model; undo takes them back."""
    with App(PROGRAM, pictures=PICTURES) as app:
        before = {name: reading(app, name) for name in ("LVEDP", "Stroke volume", "Pulse pressure", "RA mean")}
        app.click("ECMO")
        app.wait("the loaded ventricle", lambda: reading(app, "LVEDP") > before["LVEDP"] + 2, 60)
        app.wait("the smaller stroke", lambda: reading(app, "Stroke volume") < before["Stroke volume"] - 5)
        app.wait("the drained right atrium", lambda: reading(app, "RA mean") < before["RA mean"])
        app.says("VA-ECMO on: ")
        app.picture("ecmo")
        pulse = reading(app, "Pulse pressure")
        app.click("Both")
        app.wait("the balloon's pulse", lambda: reading(app, "Pulse pressure") > pulse + 4, 60)
        app.picture("both")
        app.key("ctrl+z", "ctrl+z")
        app.wait("the first state", lambda: abs(reading(app, "Stroke volume") - before["Stroke volume"]) < 4, 90)
        app.picture("undone")


def test_freeze_and_step():
    """Space freezes the picture, a full stop lets one beat pass."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.click("IABP")
        time.sleep(2)
        app.key("space")
        app.get("Play")
        frozen = list(app.texts())
        time.sleep(2)
        if list(app.texts()) != frozen:
            raise Failed("something went on while frozen")
        app.key("period", "period", "period")
        app.wait("another beat", lambda: list(app.texts()) != frozen)
        app.key("space")
        app.get("Freeze")


ANSWERS = {
    "Mean arterial pressure": "Up",
    "Right atrial mean pressure": "Down",
    "LV end-diastolic pressure": "Up",
    "Stroke volume": "Down",
    "Pulse pressure": "Down",
}


def test_settings():
    """Drugs, rhythm and timing are reached in the sidebar; a folded section counts what runs, a mistake is said."""
    with App(PROGRAM, pictures=PICTURES) as app:
        rate = reading(app, "HR")
        app.click("Drugs")
        app.slide("Dobutamine", 5)
        app.get("Drugs, 1 active")
        app.click("Drugs, 1 active")
        app.wait("the faster heart", lambda: reading(app, "HR") > rate + 2, 120)
        app.click("IABP")
        app.slide("Deflation, early or late", 100)
        app.get(LATE_DEFLATION)
        app.picture("settings")
        app.slide("Deflation, early or late", 0)
        app.wait("the end of the warning", lambda: app.find(LATE_DEFLATION) is None)


def test_case():
    """A whole case: present, predict, decide, reveal, explain, debrief."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("alt+2")
        app.picture("cases")
        app.click("Start")
        app.says("The catheter laboratory")
        app.picture("case-1")
        app.click("Continue")
        app.key("1")
        app.says("The cause comes first.")
        app.picture("case-2")
        app.click("Continue")
        app.click("Continue")
        app.key("1")
        app.click("Continue")
        app.click("Continue")
        for index, answer in ANSWERS.items():
            app.click(answer, within=app.get(index, {"panel"}))
        app.picture("case-6-predicted")
        app.click("Reveal")
        app.says("The ventricle has to open the aortic valve", 60)
        app.picture("case-6-revealed")
        app.click("Continue")
        app.click("Continue")
        app.key("1")
        app.says("It lowers the pressure against which the ventricle ejects", 60)
        app.picture("case-8")
        for _ in range(3):
            app.click("Continue")
        app.says(f"Step {CASE_STEPS} of {CASE_STEPS}")
        app.says("What the model cannot tell you")
        app.picture("case-debrief")


def test_evidence():
    """A claim, its studies, and the way into the simulator."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("alt+3")
        app.says("What was measured")
        app.picture("evidence")
        claim = app.wait("a claim with physiology", lambda: next(
            (n for n in app.nodes() if app.extents(n) and "lifeline" in (n.get_name() or "")), None))
        app.point_and_click(claim)
        app.click("See It in the Simulator")
        app.says("What the model cannot tell")
        app.wait("ECMO running", lambda: reading(app, "Total flow") > 4, 60)
        app.picture("evidence-in-simulator")


def test_model():
    """The page about the model measures on this computer, explains what it misses, and lets a person out again."""
    with App(PROGRAM, pictures=PICTURES) as app:
        loop_says(app)
        app.key("alt+m")
        app.says("Not yet run on this computer")
        app.click("Run on This Computer")
        app.says("of 125 measurements in band", 120)
        app.says("Model: ")
        app.picture("model-measured")
        app.point_and_click(app.get("Known Limits"))
        app.get("No clinician has reviewed the content")
        app.picture("model-limits")
        app.key("Escape")
        app.wait("the loop again", lambda: (node := app.find(LOOP)) and app.extents(node))


def test_broken_user_files():
    """Files with errors are named, and the program opens without them."""
    home = pathlib.Path(tempfile.mkdtemp())
    folder = home / "afterload" / "cases"
    folder.mkdir(parents=True)
    (folder / "malformed.xml").write_text("<case><title>no end")
    (folder / "meaningless.xml").write_text('<case id="x" schema="1"/>\n')
    try:
        with App(PROGRAM, environment={"XDG_DATA_HOME": str(home)}, pictures=PICTURES) as app:
            loop_says(app)
            app.key("alt+2")
            app.says("malformed.xml")
            app.picture("broken-files")
    finally:
        shutil.rmtree(home)


def test_german():
    """Window, content and drawings speak the language of the person."""
    with App(PROGRAM, environment={"LANGUAGE": "de"}, pictures=PICTURES) as app:
        app.says("Der linke Ventrikel")
        app.says("Schleife behalten")
        app.key("alt+2")
        app.says("Vorderwandinfarkt")
        app.picture("german-cases")
        app.key("alt+3")
        app.says("Was gemessen wurde")
        app.says("Die Behandlung der Schockursache")
        app.picture("german-evidence")


TESTS = [test_beats_at_once, test_devices, test_freeze_and_step, test_settings, test_case, test_evidence, test_model,
         test_broken_user_files, test_german]


if __name__ == "__main__":
    run(TESTS)
