#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""States beside each other: all four at one key, loops that are kept, two runs. Speaks TAP."""

import re

from afterload_driver import ANSWER_S, App, Failed
from afterload_tests import LOOP, PICTURES, PROGRAM, is_pressed, reading, run

FOUR = ["Baseline", "IABP", "VA-ECMO", "VA-ECMO + IABP"]

# The four settle in threads, as fast as the machine is.
SETTLE_S = 120


def columns(app, index="MAP"):
    """What the table of differences says about an index: its value in each state, by the name of the state."""
    found = {}
    for node in app.nodes():
        match = re.match(re.escape(index) + r", (.+): ([0-9.]+)", node.get_name() or "")
        if match and app.extents(node):
            found[match[1]] = float(match[2])
    return found


def wait_for_columns(app, names, seconds=ANSWER_S):
    app.wait(f"the columns {names}", lambda: list(columns(app)) == names, seconds)


def is_above(app, higher, lower, by):
    """Whether a column's pressure is above another's. A column that is being rebuilt is not."""
    found = columns(app)
    return higher in found and lower in found and found[higher] > found[lower] + by


def test_four():
    """One key, or a button, brings all four states, their loops and their numbers; the same takes them away."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("d")
        wait_for_columns(app, ["Baseline", "Now"])
        app.key("5")
        wait_for_columns(app, [*FOUR, "Now"], SETTLE_S)
        app.picture("compare-four")
        pressure, filling = columns(app), columns(app, "LVEDP")
        if not pressure["Baseline"] < pressure["VA-ECMO"] or not filling["Baseline"] < filling["VA-ECMO"]:
            raise Failed(f"ECMO raises neither pressure nor filling: {pressure}, {filling}")
        app.click("First beat")
        app.wait("the first beats", lambda: columns(app, "LVEDP").get("VA-ECMO", 99) < filling["VA-ECMO"])
        app.picture("compare-first-beat")
        app.key("5")
        wait_for_columns(app, ["Baseline", "Now"])
        app.click("All four")
        wait_for_columns(app, [*FOUR, "Now"], SETTLE_S)
        app.click("All four")
        wait_for_columns(app, ["Baseline", "Now"])


def test_kept_loop():
    """A state is kept under a name, stays when something is undone, and goes when it is told to."""
    with App(PROGRAM, pictures=PICTURES) as app:
        app.key("d")
        wait_for_columns(app, ["Baseline", "Now"])
        app.click("Now")
        app.get("Keep as… (Enter)")
        app.type("Before all")
        app.key("Return")
        wait_for_columns(app, ["Before all", "Now"])
        app.key("3")
        app.wait("more pressure now", lambda: is_above(app, "Now", "Before all", 8), 60)
        app.key("g")
        # The loop before ECMO is kept by itself as well.
        wait_for_columns(app, ["B: VA-ECMO", "Before all", "Baseline", "Now"])
        app.picture("compare-kept")
        app.key("ctrl+z")
        app.wait("no device", lambda: is_pressed(app, "Baseline"))
        app.wait("less pressure now", lambda: is_above(app, "B: VA-ECMO", "Now", 2), 60)
        wait_for_columns(app, ["B: VA-ECMO", "Before all", "Baseline", "Now"])  # undo takes no kept loop away
        app.key("shift+g")
        wait_for_columns(app, ["Baseline", "Now"])


def loops(app):
    return [node for node in app.nodes() if node.get_name() == LOOP and app.extents(node)]


def test_two_runs():
    """The same patient twice: devices act on the run that is selected, and one of the two is kept."""
    with App(PROGRAM, pictures=PICTURES) as app:
        before = reading(app, "LVEDP")
        app.key("n")
        app.wait("two loops", lambda: len(loops(app)) == 2)
        app.wait("the second run", lambda: is_pressed(app, "Run 2") or is_pressed(app, "Run 1"))
        if not is_pressed(app, "Run 2"):
            app.key("x")
        app.key("3")
        app.says("Controls, charts and numbers are those of Run 2: VA-ECMO")
        app.wait("the loaded ventricle", lambda: reading(app, "LVEDP") > before + 2, 60)
        app.picture("two-runs")
        app.key("x")
        app.says("Controls, charts and numbers are those of Run 1: Baseline")
        app.wait("the first run", lambda: abs(reading(app, "LVEDP") - before) < 2)
        app.key("x")
        app.says("Controls, charts and numbers are those of Run 2: VA-ECMO")
        app.key("n")
        app.wait("one loop", lambda: len(loops(app)) == 1)
        app.wait("the run that was kept", lambda: is_pressed(app, "ECMO"))


TESTS = [test_four, test_kept_loop, test_two_runs]

if __name__ == "__main__":
    run(TESTS)
