# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: through its accessibility tree, keys and pointer."""

import os
import pathlib
import subprocess
import time

# A warning is fatal in Afterload, not here: libatspi warns when something goes away while it is being looked at.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

BUTTONS = {"push button", "button", "toggle button", "menu button", "switch"}


class Failed(AssertionError):
    """What the person at the window would complain about."""


def command(*words):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True, text=True).stdout.strip()


class App:
    """One running window. Use it in a with statement."""

    def __init__(self, program, width=1366, height=768, environment=None, pictures=None):
        self.program = program
        self.size = (width, height)
        self.environment = {**os.environ, "GSETTINGS_BACKEND": "memory", "G_DEBUG": "fatal-warnings",
                            **(environment or {})}
        self.environment.pop("GTK_A11Y", None)
        self.pictures = pathlib.Path(pictures) if pictures else None
        self.process = None
        self.window = None

    def __enter__(self):
        self.process = subprocess.Popen([self.program], env=self.environment, stderr=subprocess.PIPE, text=True)
        self.wait("a window", lambda: self.find_window() and self.root())
        command("xdotool", "windowmove", self.window, 0, 0, "windowsize", self.window, *self.size)
        command("xdotool", "windowfocus", self.window)
        time.sleep(1)
        return self

    def __exit__(self, kind, *exception):
        if kind is not None:
            self.picture("failed")
        self.process.terminate()
        try:
            _, self.stderr = self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, self.stderr = self.process.communicate()
            raise Failed("the program did not end when told to") from None

    def find_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        self.window = found[-1] if found else None
        return self.window

    def wait(self, what, condition, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"the program ended while waiting for {what}:\n{self.process.stderr.read()}")
            result = condition()
            if result:
                return result
            time.sleep(0.1)
        raise Failed(f"waited {seconds} s in vain for {what}")

    # The tree

    def root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def nodes(self, node=None):
        node = node or self.root()
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from self.nodes(child)

    def find(self, name, roles=None, visible=True, within=None):
        for node in self.nodes(within):
            if (node.get_name() or "").replace("_", "") != name or (roles and node.get_role_name() not in roles):
                continue
            if not visible or self.extents(node):
                return node
        return None

    def get(self, name, roles=None, seconds=15, within=None):
        return self.wait(f"{name!r}", lambda: self.find(name, roles, within=within), seconds)

    @staticmethod
    def extents(node):
        box = node.get_component_iface() and node.get_extents(Atspi.CoordType.WINDOW)
        return box if box and box.width > 0 and box.height > 0 else None

    def texts(self):
        """Every name and description in the tree."""
        for node in self.nodes():
            yield node.get_name() or ""
            yield node.get_description() or ""

    def says(self, words, seconds=15):
        return self.wait(f"the words {words!r}", lambda: any(words in text for text in self.texts()), seconds)

    # What a person does

    def click(self, name, roles=BUTTONS, within=None):
        node = self.get(name, roles, within=within)
        action = node.get_action_iface()
        if action is not None and action.get_n_actions() > 0:
            action.do_action(0)
        else:
            self.point_and_click(node)
        time.sleep(0.3)
        return node

    def point_and_click(self, node):
        box = self.extents(node)
        command("xdotool", "mousemove", "--window", self.window, box.x + box.width // 2, box.y + box.height // 2,
                "click", 1)

    def slide(self, name, value):
        """Moves a scale to a value, as assistive technology does."""
        Atspi.Value.set_current_value(self.get(name, {"slider"}), value)
        time.sleep(0.3)

    def key(self, *keys):
        command("xdotool", "windowfocus", self.window)
        for key in keys:
            command("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.3)

    def picture(self, name):
        if self.pictures is None:
            return
        self.pictures.mkdir(parents=True, exist_ok=True)
        width, height = self.size
        command("import", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage",
                self.pictures / f"{name}.png")
