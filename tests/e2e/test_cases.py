#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases in the window, and what is kept of them. Speaks TAP."""

import os
import pathlib
import random
import re
import signal
import tempfile
import time

from afterload_driver import App, Failed
from afterload_tests import PICTURES, PROGRAM, run

# Each is a new start of the program; tests/content/test-progress.c kills fifty times.
N_KILLS = 10

# What a person does at any step: answers, chooses, goes on, and sometimes back; at the end only back.
KEYS = ["1", "Return", "Return", "alt+Left"]


def step_of(app):
    """The number of the step that is seen, and of the last one."""
    def find():
        return next(filter(None, (re.match("Step ([0-9]+) of ([0-9]+)", text) for text in app.texts())), None)

    return [int(number) for number in app.wait("the number of the step", find).groups()]


def go_on(app):
    """Opens the case where it was left."""
    app.key("alt+2")
    app.wait("the case in the list", lambda: app.find("Start") or app.find("Continue"))
    app.click("Start" if app.find("Start") else "Continue")
    return step_of(app)[0]


def play(app, clicks):
    """Does something, and tells which steps may be found when it is killed after the last click."""
    for click in range(clicks):
        step, last = step_of(app)
        app.key(random.choice(KEYS) if step < last else "alt+Left", pause=0.2 if click + 1 < clicks else 0)
    time.sleep(random.uniform(0, 0.2))
    return {step - 1, step, step + 1}


def test_killed():
    """Killed at any moment, a case goes on from the last click, or the one before."""
    seed = random.randrange(1 << 32)
    random.seed(seed)
    with tempfile.TemporaryDirectory() as data:
        log = pathlib.Path(data, "afterload", "progress.log")
        possible = {1}
        for kill in range(N_KILLS):
            with App(PROGRAM, environment={"XDG_DATA_HOME": data}, pictures=PICTURES) as app:
                found = go_on(app)
                if found not in possible:
                    raise Failed(f"kill {kill} of seed {seed}: step {found} instead of one of {possible}")
                possible = play(app, random.randint(1, 4))
                print(f"# kill {kill} at step {sorted(possible)[1]}", flush=True)
                os.kill(app.process.pid, signal.SIGKILL)
                app.process.wait()
            if list(log.parent.glob("*.damaged*")):
                raise Failed(f"kill {kill} of seed {seed}: the log is damaged")
        if not log.exists():
            raise Failed("nothing was kept")


TESTS = [test_killed]

if __name__ == "__main__":
    run(TESTS)
