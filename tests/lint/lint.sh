#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lint.sh SOURCE_FOLDER: layout of the code, files for translators, calls that newer GTK deprecates.
set -uo pipefail
cd "$1" || exit 1
status=0
complain() { printf '%s\n' "$1"; status=1; }

sources=$(find src tests -name '*.[ch]' ! -name '*-table.h' | sort)
if command -v clang-format >/dev/null; then
  # shellcheck disable=SC2086
  clang-format --dry-run -Werror $sources || complain 'The layout of these lines is not that of .clang-format.'
else
  echo 'clang-format is not installed: layout not checked'
fi

# Every file with words for people is known to translators, and the list is sorted.
listed=$(grep -v '^#' po/POTFILES.in)
[ "$listed" = "$(LC_ALL=C sort <<<"$listed")" ] || complain 'po/POTFILES.in is not sorted.'
wanted=$(
  grep -lE '\b(N_|_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) *\( *"' -r src --include='*.[ch]'
  grep -l 'translatable="yes"' ui/*.ui
  ls data/{patients,presets,cases,evidence,validation}/*.xml
)
for file in $wanted; do
  grep -qxF "$file" <<<"$listed" || complain "$file has words for people and is missing in po/POTFILES.in"
done
for file in $listed; do
  [ -f "$file" ] || complain "po/POTFILES.in names $file, which does not exist"
done

# Deprecated after the floor, with no replacement that the floor has: never used (see CONTRIBUTING.md).
deprecated='adw_leaflet|adw_flap|adw_squeezer|adw_view_switcher_title|adw_preferences_window|adw_about_window'
deprecated+='|adw_message_dialog|gtk_dialog_|gtk_message_dialog|gtk_assistant|gtk_file_chooser|gtk_color_(button|chooser)'
deprecated+='|gtk_font_(button|chooser)|gtk_app_chooser|gtk_tree_view|gtk_list_store|gtk_tree_store|gtk_cell_|gtk_icon_view'
deprecated+='|gtk_combo_box|gtk_entry_completion|gtk_info_bar|gtk_statusbar|gtk_lock_button|gtk_volume_button'
deprecated+='|gtk_widget_(show|hide|get_allocated|get_allocation|translate_coordinates|get_style_context)\b|gtk_style_context_(get|add_class|lookup)'
deprecated+='|gtk_render_|gtk_css_provider_load_from_data|gtk_show_uri|gtk_shortcuts_(window|section|group)|gtk_shortcut_label'
deprecated+='|ADW_TYPE_ENUM_LIST|adw_enum_list_model|adw_action_row_set_icon_name|adw_expander_row_add_action'
# One file chooses between the old dialog for files and the new one.
grep -rnE "$deprecated" src --include='*.[ch]' --exclude=al-file-chooser.c && complain 'These calls are deprecated in newer GTK or libadwaita.'
grep -nE 'class="(AdwLeaflet|AdwFlap|GtkDialog|GtkComboBox|GtkComboBoxText|GtkTreeView|GtkInfoBar|GtkStatusbar|GtkShortcutsWindow|AdwAboutWindow)"' ui/*.ui &&
  complain 'These widgets are deprecated in newer GTK or libadwaita.'

for file in ui/*.ui; do
  xmllint --noout "$file" || complain "$file is not well-formed."
done
for file in $(find src -name '*.c'); do
  lines=$(wc -l <"$file")
  [ "$lines" -le 1000 ] || complain "$file has $lines lines: split it."
done
# Nothing in the project knows the machine on which it was written.
git grep -nIE '(^|[^A-Za-z0-9_.-])/(home|root|work|mnt|opt)/[A-Za-z0-9]' -- ':!LICENSE' ':!tests/lint' && complain 'These are paths of one machine.'
exit $status
