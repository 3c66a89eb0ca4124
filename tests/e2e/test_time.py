#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time: scrubbing, looking back, passing quickly, leaping, and going on after the program was killed. Speaks TAP."""

import os
import pathlib
import re
import signal
import tempfile
import time

from afterload_driver import App, Failed
from afterload_tests import CHARTS, LOOP, PICTURES, PROGRAM, is_pressed, reading, run, value_of

CIRCULATION = "Drawing of the circulation"
TRENDS = "Trends over the hours"

# An hour of the model, on a machine that does other things besides.
LEAP_S = 150


def looked_back(charts):
    """How many seconds before the present the charts look."""
    match = re.search(r"Looking back ([0-9.]+) s", charts.get_description())
    return float(match[1]) if match else 0


def drag_loop(app, charts):
    """Takes hold of the loop wherever it is, and drags it along."""
    loop = app.get(LOOP)
    for across in (0.7, 0.8, 0.6, 0.5, 0.4):
        for down in (0.35, 0.5, 0.65):
            app.drag(loop, (across, down), (across - 0.03, down), (across - 0.06, down))
            if looked_back(charts) > 0:
                return
    raise Failed("the loop cannot be taken hold of")


def test_scrub():
    """A frozen loop is dragged by hand, and stepped through with the keys of page and charts."""
    with App(PROGRAM, pictures=PICTURES) as app:
        charts = app.get(CHARTS)

        def wait_for_look(seconds):
            app.wait(f"a look {seconds} s back", lambda: abs(looked_back(charts) - seconds) < 0.006)

        time.sleep(3)
        app.key("space")
        app.get("Play")
        drag_loop(app, charts)
        app.picture("scrub-loop")
        app.point_and_click(charts)
        app.key("End")
        wait_for_look(0)
        for keys, seconds in ((["comma", "comma"], 0.02), (["slash"], 0.01), (["Left"], 0.02),
                              (["shift+Left"], 0.12), (["shift+Right", "Right"], 0.01)):
            app.key(*keys)
            wait_for_look(seconds)
        app.key("ctrl+Left", "ctrl+Left")
        app.wait("an earlier beat", lambda: looked_back(charts) > 0.5)
        app.picture("scrub-charts")
        app.key("space")
        app.get("Freeze")
        wait_for_look(0)


def emptying(circulation):
    """To how many mL the left ventricle empties, as the drawn circulation says."""
    text = circulation.get_description()
    match = re.search(r"Left ventricle ([0-9]+) to ([0-9]+) mL; aortic valve", text)
    if not match:
        raise Failed(f"the circulation does not say what ventricle and valve do: {text}")
    return int(match[2])


def test_review():
    """The circulation, too, shows the moment of the last minute that is looked at."""
    with App(PROGRAM, width=1920, height=1080, pictures=PICTURES) as app:
        charts, circulation = app.get(CHARTS), app.get(CIRCULATION)
        first = emptying(circulation)
        app.key("3")
        app.wait("the fuller ventricle", lambda: emptying(circulation) > first + 8, 60)
        app.key("space")
        app.get("Play")
        last = emptying(circulation)
        app.picture("review-now")
        app.focus(CHARTS)
        app.key("Home")
        app.wait("the first moment", lambda: looked_back(charts) > 5)
        app.wait("the circulation as it was", lambda: emptying(circulation) < last - 5)
        app.picture("review-back")
        app.key("End")
        app.wait("the present", lambda: looked_back(charts) == 0 and emptying(circulation) == last)


def choose_from_menu(app, name, position):
    """Opens a menu and chooses with the keyboard."""
    app.click(name)
    time.sleep(0.7)
    app.key(*["Down"] * position, "Return")


def test_hours():
    """Time passes sixty times faster; an hour is leapt over, unless it is given up; the trends show it."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("t")
        plot = app.get(TRENDS)
        choose_from_menu(app, "Speed, 1×", 5)
        app.get("Speed, 60×")
        early = plot.get_description()
        app.wait("minutes in the trends", lambda: plot.get_description() != early, 60)
        app.picture("time-60x")
        app.click("Freeze")
        app.get("Play")
        frozen = plot.get_description()
        choose_from_menu(app, "Let hours pass", 2)
        app.click("Give it up")
        app.picture("time-given-up")
        app.wait("the end of the leap", lambda: app.find("Hours pass…") is None)
        if plot.get_description() != frozen:
            raise Failed("a leap that was given up has left something behind")
        choose_from_menu(app, "Let hours pass", 0)
        app.wait("an hour in the trends", lambda: plot.get_description() != frozen, LEAP_S)
        app.picture("time-leapt")


def test_killed():
    """What was set is there again after the program was killed, and undo leads to the fresh patient."""
    with tempfile.TemporaryDirectory() as data:
        environment = {"XDG_DATA_HOME": data}
        with App(PROGRAM, environment=environment, pictures=PICTURES) as app:
            app.key("3")
            app.click("Drugs")
            app.slide("Dobutamine", 5)
            kept = pathlib.Path(data, "afterload", "session.ini")
            app.wait("the session in its file", lambda: kept.exists() and "dobutamine" in kept.read_text())
            os.kill(app.process.pid, signal.SIGKILL)
            app.process.wait()
        with App(PROGRAM, environment=environment, pictures=PICTURES) as app:
            app.wait("ECMO running", lambda: is_pressed(app, "ECMO") and reading(app, "Total flow") > 4, 60)
            app.click("Drugs, 1 active")
            if value_of(app.get("Dobutamine", {"slider"})) != 5:
                raise Failed("the drug is forgotten")
            app.picture("killed-and-back")
            app.key("ctrl+z")
            app.wait("the fresh patient", lambda: is_pressed(app, "Baseline"))
            app.get("Drugs")


TESTS = [test_scrub, test_review, test_hours, test_killed]

if __name__ == "__main__":
    run(TESTS)
