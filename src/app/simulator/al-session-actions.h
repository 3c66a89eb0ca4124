/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-session.h"

G_BEGIN_DECLS

void al_session_actions_add (GActionMap *map, AlSession *session);

G_END_DECLS
