#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh SOURCE_FOLDER: texts of every kind of file reach translators, and every language has them all.
set -euo pipefail
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0
complain() { printf '%s\n' "$1"; status=1; }

extract() {
  GETTEXTDATADIRS=po/gettext-data xgettext --files-from=- --output=- --from-code=UTF-8 \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 \
    --keyword=g_dgettext:2 --keyword=g_dpgettext2:2c,3 | msgcat --no-wrap --no-location -
}
listed=$(grep -v '^#' po/POTFILES.in)
extract <<<"$listed" >"$folder/all.pot"
grep '^data/.*\.xml$' <<<"$listed" | grep -v gschema | extract >"$folder/content.pot"

# One text of each kind of file, as it stands there.
text_of() { grep -oPz -m1 "(?s)<$2( [^>]*)?>\s*\K[^<]+?(?=\s*</$2>)" "$1" | tr '\n\0' ' \n' | tr -s ' ' | sed '1!d'; }
expect() {
  local escaped=${2//\\/\\\\}
  escaped=${escaped//\"/\\\"}
  [ -n "$2" ] && grep -qF "msgid \"${escaped//&amp;/&}\"" "$folder/all.pot" || complain "$1: \"$2\" does not reach translators"
}
expect src/engine/al-parameter-table.h "$(grep -oPm1 'N_ \("\K[^"]+' src/engine/al-parameter-table.h)"
expect src/app/al-window.c "$(grep -oPm1 '[ (]_ \("\K[^"\\]+(?="\))' src/app/al-window.c)"
expect ui/al-window.ui "$(grep -oPm1 'translatable="yes"[^>]*>\K[^<]+' ui/al-window.ui)"
expect data/patients/ami-cs.xml "$(text_of data/patients/ami-cs.xml story)"
expect data/presets/cs-ecmo.xml "$(text_of data/presets/cs-ecmo.xml cannot-tell)"
expect data/cases/ami-ecmo-01.xml "$(text_of data/cases/ami-ecmo-01.xml because)"
expect data/evidence/claims.xml "$(text_of data/evidence/claims.xml statement)"

# A text is looked up with its white space collapsed, so that is how it has to be extracted.
if grep -nE '^msgid " |  |^msgid ".* "$|\\n"$' <(sed '1,/^$/d' "$folder/content.pot"); then
  complain 'These texts keep white space with which nobody looks them up.'
fi

# A language that is listed is complete.
for language in $(grep -v '^#' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || complain "po/$language.po has errors"
  msgmerge --quiet --no-fuzzy-matching --output-file="$folder/$language.po" "po/$language.po" "$folder/all.pot"
  counts=$(msgfmt --statistics --output-file=/dev/null "$folder/$language.po" 2>&1)
  case $counts in
  *untranslated* | *fuzzy*) complain "po/$language.po is not complete: $counts" ;;
  esac
done
exit $status
