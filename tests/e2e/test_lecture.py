#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minute and the lecture: tour, help, pen, spotlight, lock, and the window for the audience. Speaks TAP."""

from afterload_driver import App
from afterload_tests import LOOP, PICTURES, PROGRAM, is_pressed, run

AUDIENCE = "Afterload: for the Audience"
N_STEPS = 6


def test_tour():
    """From the offer on, Return leads through all steps; from the help page it can be left at once."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.click("Take the Tour")
        for step in range(1, N_STEPS + 1):
            app.says(f"{step} of {N_STEPS}")
            app.picture(f"tour-{step}")
            app.key("Return")
        app.wait("the end of the tour", lambda: app.find(f"{N_STEPS} of {N_STEPS}") is None)
        app.wait("no second offer", lambda: app.find("Take the Tour") is None)
        app.key("F1")
        app.says("How to read a pressure-volume loop")
        app.picture("help")
        app.click("Take the Tour")
        app.says(f"1 of {N_STEPS}")
        app.key("Escape")
        app.wait("the tour to be left", lambda: app.find(f"1 of {N_STEPS}") is None)
        app.get(LOOP)


def test_pen():
    """The pen draws on the frozen picture until Escape; the lock holds the controls and no key."""
    with App(PROGRAM, pictures=PICTURES) as app:
        loop = app.get(LOOP)
        app.key("space", "e")
        app.says("Black pen (Esc)")
        app.drag(loop, (0.3, 0.3), (0.5, 0.6), (0.7, 0.4))
        app.picture("pen")
        app.key("Escape")
        app.wait("the pen to be put away", lambda: app.find("Black pen (Esc)") is None)
        app.key("l")
        app.says("Spotlight (Esc)")
        app.point(loop)
        app.picture("spotlight")
        app.key("Escape")
        app.key("k")
        app.says("Locked (K)")
        app.key("3")
        app.wait("the device of a key, which the lecturer keeps", lambda: is_pressed(app, "ECMO"))
        app.key("k")
        app.wait("the lock to be taken off", lambda: app.find("Locked (K)") is None)


def test_audience():
    """The window for the audience takes the keys of the lecturer, holds a still, goes blank and closes."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("a")
        with app.other_window(AUDIENCE):
            app.key("3")
            app.picture("audience")
        app.wait("the device that was switched on there", lambda: is_pressed(app, "ECMO"))
        app.key("f")
        app.says("Room sees a still (F)")
        app.key("f", "b")
        app.says("Room sees nothing (B)")
        app.picture("blank")
        app.key("b")
        app.wait("the picture again", lambda: app.find("Room sees nothing (B)") is None)
        app.key("a")
        app.wait("the window to close", lambda: not app.find_windows(AUDIENCE))


TESTS = [test_tour, test_pen, test_audience]

if __name__ == "__main__":
    run(TESTS)
