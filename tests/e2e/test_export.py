#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is taken away: every kind of file, saved through the dialogs with the keyboard, and read back. Speaks TAP."""

import pathlib
import struct
import tempfile
import time
import zlib

from afterload_driver import App, Failed, command
from afterload_tests import PICTURES, PROGRAM, run

DIALOG = "Take It Away"
FOOTER = "Teaching model. Not for patient care."

# Drawing every frame of a few beats, on a machine that does other things besides.
SAVE_S = 120

# In the order of the list in the dialog, from its first: how a file is called.
FILES = ["picture.png", "drawing.svg", "page.pdf", "beats.png", "signals.csv", "table.csv"]


def save(app, position, path):
    """Chooses a kind of file, a place, and waits until the file is there."""
    app.key("alt+k")
    time.sleep(0.7)
    app.key("Home", *["Down"] * position, "Return")
    time.sleep(1)
    app.picture(f"export-{path.stem}")
    app.key("alt+s")
    with app.other_window("Save"):
        app.key("ctrl+a")
        app.type(path)
        app.key("Return")
    app.wait(f"the file {path.name}", path.exists, SAVE_S)
    app.says(f"Saved as {path.name}", SAVE_S)


def chunks(data):
    """The chunks of a PNG: name and content, each with the sum that belongs to it."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise Failed("this is no PNG")
    at = 8
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + size]
        if zlib.crc32(name + content) != struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0]:
            raise Failed(f"the sum of the chunk {name} is wrong")
        yield name, content
        at += 12 + size


def check_png(path, moving):
    found = list(chunks(path.read_bytes()))
    names = [name for name, _ in found]
    width, height = struct.unpack(">II", found[0][1][:8])
    if (width, height) != ((1280, 720) if moving else (1920, 1080)) or names[-1] != b"IEND":
        raise Failed(f"{path.name} is {width} x {height}, {names[-1]}")
    frames = names.count(b"fcTL")
    if moving and frames < 20 or not moving and frames:
        raise Failed(f"{path.name} has {frames} frames")
    # More than a handful of colours: something is drawn.
    if int(command("identify", "-format", "%k\n", f"{path}[0]").split()[0]) < 50:
        raise Failed(f"{path.name} is empty")


def check_text(path, text, wanted):
    for words in wanted:
        if words not in text:
            raise Failed(f"{path.name} does not say {words!r}")


def check_table(path, wanted):
    """Lines of explanation, a head with units, and rows that are as long."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line and not line.startswith("#")]
    check_text(path, "\n".join(lines), [FOOTER, "Afterload ", *wanted])
    if len(rows) < 5 or {len(row) for row in rows} != {len(rows[0])}:
        raise Failed(f"the rows of {path.name} are not of one length, or too few: {len(rows)}")
    for row in rows[1:]:
        for cell in filter(None, row):
            float(cell)


def test_every_kind():
    """Each kind of file is saved; it is what it says, and carries the one line."""
    with tempfile.TemporaryDirectory() as name, App(PROGRAM, pictures=PICTURES) as app:
        folder = pathlib.Path(name)
        time.sleep(5)
        app.key("ctrl+e")
        with app.other_window(DIALOG):
            for position, file in enumerate(FILES):
                save(app, position, folder / file)
            app.key("Escape")
            app.wait("the end of the dialog", lambda: not app.find_windows(DIALOG))
        check_png(folder / "picture.png", moving=False)
        check_png(folder / "beats.png", moving=True)
        command("xmllint", "--noout", folder / "drawing.svg")
        check_text(folder / "page.pdf", command("pdftotext", "-layout", folder / "page.pdf", "-"),
                   [FOOTER, "cardiogenic shock", "mmHg"])
        check_table(folder / "signals.csv", ["lv_pressure_mmhg", "lv_volume_ml"])
        check_table(folder / "table.csv", ["mmhg", "ml"])


TESTS = [test_every_kind]

if __name__ == "__main__":
    run(TESTS)
