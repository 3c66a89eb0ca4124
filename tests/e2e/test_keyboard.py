#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keyboard and screen reader alone: everything is reached, everything has a name, everything is undone. Speaks TAP."""

import re
import time

from afterload_driver import BUTTONS, MOST_TABS, App, Atspi, Failed, Focus
from afterload_tests import CHARTS, LOOP, PICTURES, PROGRAM, run, value_of

CONTROLS = BUTTONS | {"toggle button", "slider", "text", "entry", "combo box", "check box", "radio button", "list"}

# What GTK says of something that nobody has named.
NAMELESS = re.compile(r"(Gtk|Adw|Al)[A-Z]|$")

# Those of the window have keys of their own, and the last is there when the loop has left its axes.
BESIDES = {"Minimize", "Maximize", "Close", "Fit axes"}


def describe(node):
    """Role and name. The button that GTK puts into a list to choose from is told by the name of that list."""
    parent = node.get_parent()
    if parent is not None and parent.get_role_name() == "combo box":
        node = parent
    return node.get_role_name(), App.name(node)


def go_round(app, key):
    """Presses a key until the focus is where it was. Returns what had it, in order."""
    with Focus(app) as focus:
        first = focus.after(key)
        found = [first]
        for _ in range(MOST_TABS):
            node = focus.after(key)
            if node is None:
                raise Failed(f"the focus is stuck at {describe(found[-1])}")
            if node == first:
                return found
            found.append(node)
    raise Failed(f"{MOST_TABS} times {key} do not lead round: {[describe(node) for node in found[-5:]]}")


def is_control(node):
    states = node.get_state_set()
    return (node.get_role_name() in CONTROLS and states.contains(Atspi.StateType.FOCUSABLE) and
            states.contains(Atspi.StateType.SENSITIVE))


def go_through_numbers(app):
    """Leads the focus over the numbers with the arrow keys, column by column. Returns those it was on."""
    numbers = [node for node in app.nodes(app.find("AlReadoutBoard")) if is_control(node) and app.extents(node)]
    tops = [app.extents(node).y for node in numbers]
    n_lines, n_columns = len(set(tops)), tops.count(min(tops))
    app.focus(describe(numbers[0])[1])
    found = {describe(numbers[0])}
    with Focus(app) as focus:
        for _ in range(n_columns):
            for key in ["Down"] * (n_lines - 1) + ["Up"] * (n_lines - 1) + ["Right"]:
                found.add(describe(focus.after(key) or numbers[0]))
    missing = {describe(node) for node in numbers} - found
    if missing:
        raise Failed(f"the arrow keys do not lead to {missing}")
    return found


def test_tab():
    """Tab leads through the whole page and back, arrows through the numbers; together to every control."""
    with App(PROGRAM, width=1920, height=1080, pictures=PICTURES) as app:
        app.get(LOOP)
        app.key("space")
        app.get("Play")
        found = [describe(node) for node in go_round(app, "Tab")]
        app.picture("tab")
        nameless = [node for node in found if NAMELESS.match(node[1])]
        if nameless:
            raise Failed(f"without a name the focus was on {nameless}")
        numbers = go_through_numbers(app)
        names = {name for _, name in [*found, *numbers]}
        missing = {App.name(node) for node in app.nodes() if app.extents(node) and is_control(node)
                   and describe(node)[1] not in names} - BESIDES
        if missing or not {LOOP, CHARTS} <= names:
            raise Failed(f"keys do not lead to {missing}")
        back = [describe(node) for node in go_round(app, "shift+Tab")]
        if len(back) != len(found) or set(back) - numbers != set(found) - numbers:
            raise Failed(f"the way back differs: {set(back) ^ set(found)}")


def check_names(app, place):
    """Every control and every drawing that is to be seen has a name."""
    n_controls = 0
    for node in app.nodes():
        role, name = describe(node)
        if not app.extents(node) or not (is_control(node) or (role == "image" and node.get_description())):
            continue
        n_controls += 1
        if NAMELESS.match(name):
            raise Failed(f"{place}: a {role} without a name, {name!r}, {node.get_description()!r}")
    return n_controls


def test_names():
    """Every page, and every panel of the simulator, is made of things with names."""
    with App(PROGRAM, width=1920, height=1080, pictures=PICTURES) as app:
        app.get(LOOP)
        for key in ("w", "h", "d", "t", "q"):
            app.key(key)
            n_controls = check_names(app, f"the panel at key {key}")
            if n_controls < 30:
                raise Failed(f"only {n_controls} controls are to be seen at key {key}")
        app.key("3")
        app.says("What will happen?")
        check_names(app, "a question")
        for key in ("alt+2", "alt+3", "alt+m"):
            app.key(key)
            time.sleep(1)
            check_names(app, f"the page at key {key}")


def sliders(app):
    return [node for node in app.nodes() if node.get_role_name() == "slider" and app.extents(node)]


def values(app):
    return {node.get_name(): round(value_of(node), 6) for node in sliders(app)}


def test_undo_of_everything():
    """A dozen controls are moved with the arrow keys; undo leads back to the first state, redo on again."""
    with App(PROGRAM, width=1920, height=1080, pictures=PICTURES) as app:
        app.get(LOOP)
        for section in ("Drugs", "Heart and vessels"):
            app.click(section)
        time.sleep(1)
        app.key("space")
        before = values(app)
        wanted = list(before)[:12]
        if len(wanted) < 12:
            raise Failed(f"there are {len(wanted)} sliders: {wanted}")
        for name in wanted:
            app.focus(name, {"slider"})
            app.key("Right")
        after = values(app)
        still = [name for name in wanted if after[name] == before[name]]
        if still:
            raise Failed(f"the arrow key does not move {still}")
        app.picture("changed-a-dozen")
        app.key(*["ctrl+z"] * len(wanted))
        app.wait("the first state", lambda: values(app) == before)
        app.key(*["ctrl+shift+z"] * len(wanted))
        app.wait("the changed state", lambda: values(app) == after)
        app.key(*["ctrl+z"] * len(wanted))
        app.wait("the first state again", lambda: values(app) == before)
        app.picture("undone-a-dozen")


TESTS = [test_tab, test_names, test_undo_of_everything]

if __name__ == "__main__":
    run(TESTS)
