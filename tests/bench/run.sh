#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD_FOLDER AFTERLOAD: what frames of the page cost, and starting the program, without a GPU.
# The time of the processor is measured, yet a machine that does other things as well makes it longer, too.
set -euo pipefail
build=$(realpath "$1")
program=$2
runs=11

# A display of its own, as large as the page.
on_screen() {
  local size=$1
  shift
  GSETTINGS_BACKEND=memory GSK_RENDERER=cairo ADW_DISABLE_PORTAL=1 \
    xvfb-run -a -s "-screen 0 ${size}x24 -noreset" "$@" 2>/dev/null
}

for size in 1920x1080 3840x2160; do
  on_screen "$size" "$build/tests/bench/bench-page" "${size%x*}" "${size#*x}"
done

[ -x "$build/tests/bench/first-frame" ] || exit 0
if command -v gnome-calculator >/dev/null; then
  echo "From start to first frame, of Afterload to the first that moves; $runs runs each, in turn"
  on_screen 1920x1080 "$build/tests/bench/first-frame" "$runs" 2 "$program" 1 gnome-calculator
else
  echo 'From start to first moving frame (gnome-calculator is not installed: nothing to compare with)'
  on_screen 1920x1080 "$build/tests/bench/first-frame" "$runs" 2 "$program"
fi
