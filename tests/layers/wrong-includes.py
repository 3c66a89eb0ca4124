#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries includes with the very compile command of each layer: the right ones compile, the wrong ones do not.

wrong-includes.py BUILD_FOLDER SOURCE_FOLDER
"""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

# layer: (headers it may include, headers it may not)
LAYERS = {
    "engine": (
        ["glib.h", "math.h", "al-simulation.h"],
        ["gtk/gtk.h", "adwaita.h", "cairo.h", "libxml/parser.h", "al-catalogue.h", "al-pv-plot.h", "al-effect.h"],
    ),
    "statistics": (
        ["glib.h", "math.h", "al-effect.h"],
        ["gtk/gtk.h", "cairo.h", "libxml/parser.h", "al-simulation.h", "al-catalogue.h", "al-pv-plot.h"],
    ),
    "content": (
        ["gio/gio.h", "libxml/parser.h", "al-simulation.h", "al-effect.h", "al-catalogue.h"],
        ["gtk/gtk.h", "adwaita.h", "cairo.h", "pango/pango.h", "al-pv-plot.h", "al-window.h"],
    ),
    "drawing": (
        ["cairo.h", "pango/pangocairo.h", "al-simulation.h", "al-effect.h", "al-pv-plot.h"],
        ["gtk/gtk.h", "adwaita.h", "libxml/parser.h", "al-catalogue.h", "al-window.h"],
    ),
    "figure": (
        ["gio/gio.h", "al-catalogue.h", "al-pv-plot.h", "al-simulation.h", "al-effect.h"],
        ["gtk/gtk.h", "adwaita.h", "libxml/parser.h", "al-window.h"],
    ),
    "app": (
        ["gtk/gtk.h", "adwaita.h", "al-catalogue.h", "al-pv-plot.h", "al-simulation.h", "al-window.h"],
        ["libxml/parser.h", "libxml/tree.h"],
    ),
    "cli": (
        ["gio/gio.h", "al-catalogue.h", "al-pv-plot.h", "al-simulation.h"],
        ["gtk/gtk.h", "adwaita.h", "libxml/parser.h", "al-window.h"],
    ),
}

# What flags cannot stop: these headers stand beside allowed ones, so their names are looked for as text.
NAMES_FORBIDDEN = {
    "engine": r'gio/|cairo|pango|libxml|gtk|adwaita|\.\./',
    "statistics": r'gio/|cairo|pango|libxml|gtk|adwaita|\.\./',
    "content": r'cairo|pango|gtk|adwaita|\.\./',
    "drawing": r'gio/|libxml|gtk/|adwaita|\.\./',
    "figure": r'libxml|gtk/|adwaita|\.\./',
    "app": r'libxml|\.\./',
    "cli": r'libxml|gtk/|adwaita|\.\./',
}
# Writing a file atomically is what GIO is for, in the one place where drawing meets a file.
NAMES_EXCEPT = {("drawing", "gio/gio.h")}


def command_of(layer, build):
    """The compiler and flags of some file of the layer, without the file and its outputs. What is compiled for
    several patients at once sees the headers of the solver alone."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        if f"src/{layer}/" in entry["file"] and "-DAL_LANES=" not in entry["command"]:
            words = shlex.split(entry["command"])
            flags, skip = [], 0
            for word in words:
                if skip:
                    skip -= 1
                elif word in ("-o", "-MF", "-MQ"):
                    skip = 1
                elif word not in ("-c", "-MD") and not word.endswith(".c"):
                    flags.append(word)
            return flags, entry["directory"]
    raise SystemExit(f"no compile command of layer {layer}")


def compiles(layer, header, build):
    flags, directory = command_of(layer, build)
    with tempfile.TemporaryDirectory() as folder:
        probe = pathlib.Path(folder) / "probe.c"
        probe.write_text(f"#include <{header}>\nint probe (void);\nint probe (void) {{ return 0; }}\n")
        result = subprocess.run(flags + ["-fsyntax-only", str(probe)], cwd=directory, capture_output=True)
    return result.returncode == 0


def wrong_names(layer, source):
    for path in sorted((source / "src" / layer).rglob("*.[ch]")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if match and re.search(NAMES_FORBIDDEN[layer], match[1]) and (layer, match[1]) not in NAMES_EXCEPT:
                yield f"{path}:{number}: a file of {layer} includes {match[1]}"


def main():
    build, source = map(pathlib.Path, sys.argv[1:3])
    problems = []
    for layer, (right, wrong) in LAYERS.items():
        problems += [f"{layer} cannot include {h}, which it may" for h in right if not compiles(layer, h, build)]
        problems += [f"{layer} can include {h}, which it may not" for h in wrong if compiles(layer, h, build)]
        problems += wrong_names(layer, source)
    print("\n".join(problems) or "every layer sees what it may and nothing else")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
