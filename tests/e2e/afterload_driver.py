# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: through its accessibility tree, keys and pointer."""

import contextlib
import os
import pathlib
import re
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

# Nothing here waits longer, in seconds, than it is told to: a tool, the answer to something that was done, one question
# to the window, a walk through all that it shows. The walk asks some thousand questions, each of which a busy window
# may leave open.
TOOL_S = 30
ANSWER_S = 30
QUESTION_S = 3
WALK_S = 60

# Going round the page with Tab takes fewer steps.
MOST_TABS = 200


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


class Focus:
    """Follows the focus, which the program tells of as it moves. Use it in a with statement."""

    def __init__(self, app):
        self.app = app
        self.nodes = []
        self.listener = Atspi.EventListener.new(self.moved)

    def __enter__(self):
        self.listener.register("object:state-changed:focused")
        return self

    def __exit__(self, *exception):
        self.listener.deregister("object:state-changed:focused")

    def moved(self, event):
        if event.detail1 and event.source is not None:
            self.nodes.append(event.source)

    def after(self, key):
        """Presses a key. Returns what has the focus then; None when it went nowhere."""
        context = GLib.MainContext.default()
        self.nodes.clear()
        self.app.key(key, pause=0)
        deadline = time.monotonic() + QUESTION_S
        while not self.nodes and time.monotonic() < deadline:
            while context.iteration(False):
                pass
            time.sleep(0.01)
        return self.nodes[-1] if self.nodes else None


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

    def find_windows(self, title=".*"):
        return command("xdotool", "search", "--all", "--onlyvisible", "--pid", self.process.pid, "--name",
                       f"^{title}$", check=False).split()

    def find_window(self):
        self.window = next(reversed(self.find_windows()), None)
        return self.window

    def resize(self, width, height):
        self.size = (width, height)
        command("xdotool", "windowmove", self.window, 0, 0, "windowsize", self.window, width, height)

    def wait(self, what, condition, seconds=ANSWER_S):
        outer = self.deadline
        end = time.monotonic() + seconds
        self.deadline = min(end, outer or end)
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
                except Failed as error:  # slow, or not there yet
                    trouble = f": {error}"
                time.sleep(0.1)
        finally:
            self.deadline = outer
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
            if child is not None and not self.never_shown(child):
                yield from self.walk(child, deadline)

    @staticmethod
    def never_shown(node):
        """Whether a page of the program has no size yet. To ask all that is in it would take as long as the rest."""
        return node.get_role_name() == "filler" and node.get_component_iface() is not None and not App.extents(node)

    @staticmethod
    def name(node):
        """The name of a node as it is read out, without the underscore of a mnemonic. GTK 4.8 says what stands in a
        button once more behind its name."""
        name = (node.get_name() or "").replace("_", "")
        return re.sub(r"(\S.*) \1$", r"\1", name)

    def find(self, name, roles=None, visible=True, within=None):
        for node in self.nodes(within):
            if self.name(node) != name or (roles and node.get_role_name() not in roles):
                continue
            if not visible or self.extents(node):
                return node
        return None

    def get(self, name, roles=None, seconds=ANSWER_S, within=None):
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

    def says(self, words, seconds=ANSWER_S):
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

    def point(self, node, across=0.5, down=0.5):
        """Moves the pointer to a place in a node, as shares of its width and height."""
        box = self.extents(node)
        command("xdotool", "mousemove", "--window", self.window, round(box.x + box.width * across),
                round(box.y + box.height * down))

    def point_and_click(self, node, across=0.5, down=0.5):
        self.point(node, across, down)
        command("xdotool", "click", 1)

    def drag(self, node, *places):
        """Presses at the first place in a node, and lets go at the last one."""
        self.point(node, *places[0])
        command("xdotool", "mousedown", 1)
        for place in places[1:]:
            time.sleep(0.2)
            self.point(node, *place)
        time.sleep(0.2)
        command("xdotool", "mouseup", 1)
        time.sleep(0.3)

    def slide(self, name, value):
        """Moves a scale to a value, as assistive technology does."""
        Atspi.Value.set_current_value(self.get(name, {"slider"}), value)
        time.sleep(0.3)

    def key(self, *keys, pause=0.3):
        command("xdotool", "windowfocus", self.window)
        for key in keys:
            command("xdotool", "key", "--clearmodifiers", key)
            time.sleep(pause)

    def type(self, text):
        command("xdotool", "windowfocus", self.window, "type", text)

    def focus(self, name, roles=None):
        """Goes with Tab to a control."""
        with Focus(self) as focus:
            for _ in range(MOST_TABS):
                node = focus.after("Tab")
                if node is not None and self.name(node) == name and (not roles or node.get_role_name() in roles):
                    return node
        raise Failed(f"Tab does not lead to {name!r}")

    @contextlib.contextmanager
    def other_window(self, title):
        """Keys and pointer go to another window of the program, until the statement ends."""
        main = self.window
        self.window = self.wait(f"the window {title!r}", lambda: self.find_windows(title))[-1]
        time.sleep(0.5)
        try:
            yield
        finally:
            self.window = main

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
