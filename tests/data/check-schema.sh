#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# check-schema.sh SCHEMA FOLDER: every XML file of the folder obeys the schema.
set -eu
found=$(ls "$2"/*.xml)
# shellcheck disable=SC2086
xmllint --noout --nonet --relaxng "$1" $found
