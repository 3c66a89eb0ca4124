# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: through its accessibility tree, keys and pointer."""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time

# A warning is fatal in Afterload, not here: libatspi warns when something goes away while it is being looked at.
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

APP_ID = "io.github.afterload.Afterload"
BUTTONS = {"push button", "button", "toggle button", "menu button", "switch"}

# Nothing here waits longer, in seconds, than it is told to: a tool, one question to the window, a walk through all
# that it shows. The walk asks some thousand questions, each of which a busy window may leave open.
TOOL_S = 30
QUESTION_S = 3
WALK_S = 60


class Failed(AssertionError):
    """What the person at the window would complain about."""


def command(*words, check=True):
    words = [str(w) for w in words]
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=TOOL_S)
    except subprocess.TimeoutExpired:
        raise Failed(f"{' '.join(words)} did not end within {TOOL_S} s") from None
    if check and done.returncode != 0:
        raise Failed(f"{' '.join(words)} failed: {done.stderr.strip()}")
    return done.stdout.strip()


class OutOfTime(Failed):
    """Looking at the window took longer than there was time for."""


class App:
    """One running window. Use it in a with statement."""

    def __init__(self, program, width=1366, height=768, environment=None, pictures=None):
        self.program = program
        self.size = (width, height)
        # A folder of its own: no test goes on with the session of another, or of a person.
        self.data = tempfile.TemporaryDirectory()
        self.environment = {**os.environ, "GSETTINGS_BACKEND": "memory", "G_DEBUG": "fatal-warnings",
                            "XDG_DATA_HOME": self.data.name, **(environment or {})}
        self.environment.pop("GTK_A11Y", None)
        self.pictures = pathlib.Path(pictures) if pictures else None
        self.process = None
        self.window = None
        self.deadline = None

    def __enter__(self):
        Atspi.set_timeout(QUESTION_S * 1000, QUESTION_S * 1000)
        # A file, since nobody reads a pipe meanwhile: a full one would stop the program.
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([self.program], env=self.environment, stdin=subprocess.DEVNULL,
                                        stderr=self.errors)
        try:
            self.wait("a window on the display", self.find_window)
            self.wait("the window on the accessibility bus", self.root)
            self.resize(*self.size)
            command("xdotool", "windowfocus", self.window)
        except BaseException:
            self.process.kill()
            raise
        time.sleep(1)
        return self

    def said(self):
        """What the program wrote on its standard error."""
        self.errors.seek(0)
        return self.errors.read()

    def __exit__(self, kind, *exception):
        if kind is not None:
            with contextlib.suppress(Failed):
                self.picture("failed")
        self.process.terminate()
        try:
            self.process.wait(TOOL_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failed("the program did not end when told to") from None
        finally:
            self.stderr = self.said()

    def find_window(self):
        found = command("xdotool", "search", "--onlyvisible", "--pid", self.process.pid, check=False).split()
        self.window = found[-1] if found else None
        return self.window

    def resize(self, width, height):
        self.size = (width, height)
        command("xdotool", "windowmove", self.window, 0, 0, "windowsize", self.window, width, height)

    def wait(self, what, condition, seconds=30):
        self.deadline = time.monotonic() + seconds
        trouble = ""
        try:
            while time.monotonic() < self.deadline:
                if self.process.poll() is not None:
                    raise Failed(f"the program ended while waiting for {what}:\n{self.said()}")
                try:
                    result = condition()
                    if result:
                        return result
                except GLib.Error as error:  # something went away while it was being looked at
                    trouble = f"; the last trouble: {error.message}"
                except OutOfTime as error:
                    trouble = f": {error}"
                time.sleep(0.1)
        finally:
            self.deadline = None
        raise Failed(f"waited {seconds} s in vain for {what}{trouble}")

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
        if node is None:
            raise Failed("the window is not on the accessibility bus")
        yield from self.walk(node, self.deadline or time.monotonic() + WALK_S)

    def walk(self, node, deadline):
        if time.monotonic() > deadline:
            raise OutOfTime("the window answers too slowly to be looked at as a whole")
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from self.walk(child, deadline)

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

    def change_action(self, name, value):
        """Sets an action of the program, such as whether it is light or dark, over the bus of the session."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APP_ID, "/" + APP_ID.replace(".", "/"), "org.gtk.Actions", "SetState",
            GLib.Variant("(sva{sv})", (name, GLib.Variant("s", value), {})), None, Gio.DBusCallFlags.NONE,
            QUESTION_S * 1000)

    def picture(self, name):
        if self.pictures is None:
            return
        self.pictures.mkdir(parents=True, exist_ok=True)
        width, height = self.size
        command("import", "-window", "root", "-crop", f"{width}x{height}+0+0", "+repage",
                self.pictures / f"{name}.png")
