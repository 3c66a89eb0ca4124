# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the window share: where the program is, what they read from it, and how they speak TAP."""

import os
import re
import sys
import traceback

from afterload_driver import BUTTONS, Atspi, Failed

PREFIX = os.environ.get("AFTERLOAD_PREFIX")
PROGRAM = os.path.join(PREFIX or "", "bin", "afterload")
PICTURES = os.environ.get("AFTERLOAD_PICTURES", "e2e-pictures")
LOOP = "Pressure-volume loop of the left ventricle"
CHARTS = "Pressures and flows over time"


def loop_says(app):
    return app.get(LOOP).get_description()


def reading(app, label):
    """The number of a readout, by the start of its accessible name, such as "LVEDP"."""
    for node in app.nodes():
        match = re.match(re.escape(label) + r" (-?[0-9.]+) ", node.get_name() or "")
        if match and node.get_role_name() in BUTTONS:
            return float(match[1])
    raise Failed(f"no readout {label!r}")


def is_pressed(app, name):
    """Whether a toggle button is down."""
    node = app.get(name, BUTTONS)
    states = node.get_state_set()
    return states.contains(Atspi.StateType.PRESSED) or states.contains(Atspi.StateType.CHECKED)


def value_of(slider):
    return Atspi.Value.get_current_value(slider)


def run(tests):
    """Runs the tests, or those that are named on the command line, and ends the program."""
    if not PREFIX:
        print("1..0 # SKIP no installed program: run ./dev test")
        sys.exit(0)
    wanted = [t for t in tests if len(sys.argv) < 2 or t.__name__ in sys.argv[1:]]
    failed = 0
    print(f"1..{len(wanted)}", flush=True)
    for number, test in enumerate(wanted, 1):
        try:
            test()
            print(f"ok {number} {test.__name__}", flush=True)
        except Exception:  # noqa: BLE001 - whatever goes wrong is a failed test
            failed += 1
            traceback.print_exc()  # where the runner shows it, in the summary of what failed
            print(f"not ok {number} {test.__name__}", flush=True)
    sys.exit(1 if failed else 0)
