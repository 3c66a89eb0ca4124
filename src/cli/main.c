/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-cli.h"

int
main (int argc, char **argv)
{
  return al_cli_main (argc, argv);
}
