#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A change as a question, answered at the keyboard alone. Speaks TAP."""

import re

from afterload_driver import App, Failed
from afterload_tests import PICTURES, PROGRAM, is_pressed, reading, run

# Both states settle before anything is revealed, as fast as the machine is.
SETTLE_S = 120

ANSWERS = {
    "Mean arterial pressure": "Rises",
    "LV end-diastolic pressure": "Rises",
    "LV end-diastolic volume": "Rises",
    "Stroke volume": "Rises",  # it falls
}


def asked(app):
    """What is asked about."""
    return {app.name(node).removesuffix(": Rises") for node in app.nodes()
            if app.name(node).endswith(": Rises") and app.extents(node)}


def choose(app, index, direction):
    """Answers with the keyboard."""
    app.focus(f"{index}: {direction}")
    app.key("space")
    app.wait(f"the answer {direction} for {index}", lambda: is_pressed(app, f"{index}: {direction}"))


def test_directions():
    """What is asked waits, is answered with arrows and Space, and is scored in words."""
    with App(PROGRAM, pictures=PICTURES) as app:
        before = reading(app, "LVEDP")
        app.key("q")
        app.says("Change any setting")
        app.picture("predict-waiting")
        app.key("3")
        app.says("What will happen?")
        app.says("VA-ECMO on")
        app.says("The change waits for what you expect of it.")
        if not is_pressed(app, "ECMO") or abs(reading(app, "LVEDP") - before) > 1.5:
            raise Failed("the change did not wait for the answer")
        wanted = {index: answer for index, answer in ANSWERS.items() if index in asked(app)}
        if len(wanted) < 3:
            raise Failed(f"other indices are asked about: {asked(app)}")
        for index, direction in wanted.items():
            choose(app, index, direction)
        app.picture("predict-answered")
        app.focus("Reveal")
        app.key("space")
        app.says("What happened", SETTLE_S)
        said = list(app.texts())
        for index, direction in wanted.items():
            if f"You: {direction}" not in said:
                raise Failed(f"the answer {direction} for {index} is forgotten")
        if "As you said" not in said or "Not as you said" not in said:
            raise Failed("three answers were right and one was wrong")
        app.picture("predict-revealed")
        app.click("Leave")
        app.wait("the charts again", lambda: is_pressed(app, "Charts"))


def place_of(corner):
    """Volume and pressure of a corner of the sketch, as they are read out."""
    found = re.match(r"([0-9]+) mL, ([0-9]+) mmHg", corner.get_description())
    if not found:
        raise Failed(f"a corner does not say where it is: {corner.get_description()}")
    return int(found[1]), int(found[2])


def test_sketch():
    """A corner of the sketched loop follows the arrow keys; then the model draws its own."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("q")
        app.says("For example")
        app.key("q")  # the key that asks leaves as well
        app.wait("the charts again", lambda: is_pressed(app, "Charts"))
        app.key("q", "3")
        app.says("What will happen?")
        app.click("Sketch the Loop", {"page tab"})
        corner = app.focus("Mitral valve closes", {"slider"})
        volume, pressure = place_of(corner)
        app.key("Right", "Right", "shift+Right", "Up")
        app.wait("the corner further to the right", lambda: place_of(corner) == (volume + 7, pressure + 1))
        app.focus("Aortic valve closes", {"slider"})
        app.key("shift+Right", "shift+Right")
        app.picture("sketch")
        app.focus("Reveal")
        app.key("space")
        app.says("What happened", SETTLE_S)
        app.says("You: Rises")
        app.says("Model: ")
        app.picture("sketch-revealed")
        app.click("Ask Again")
        app.says("Change any setting")


TESTS = [test_directions, test_sketch]

if __name__ == "__main__":
    run(TESTS)
