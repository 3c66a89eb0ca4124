/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-oxygen.h"
#include "al-state.h"
#include "al-style.h"

G_BEGIN_DECLS

/**
 * AlSchematicFlow:
 *
 * The flows that are seen to move, in mL/s; positive in the usual direction of the blood.
 */
typedef enum {
  AL_SCHEMATIC_FLOW_MITRAL,
  AL_SCHEMATIC_FLOW_AORTIC, /* through the valve and the micro-axial pump */
  AL_SCHEMATIC_FLOW_TRICUSPID,
  AL_SCHEMATIC_FLOW_PULMONARY,
  AL_SCHEMATIC_FLOW_LUNG,      /* lungs to left atrium */
  AL_SCHEMATIC_FLOW_ARCH,      /* arch to descending aorta */
  AL_SCHEMATIC_FLOW_ABDOMINAL, /* descending to abdominal aorta */
  AL_SCHEMATIC_FLOW_UPPER,     /* arch to head and arms */
  AL_SCHEMATIC_FLOW_CORONARY,
  AL_SCHEMATIC_FLOW_LEG,   /* a leg below the groin */
  AL_SCHEMATIC_FLOW_ILIAC, /* aorta to the groin that has the return cannula */
  AL_SCHEMATIC_FLOW_UPPER_VEIN,
  AL_SCHEMATIC_FLOW_LOWER_VEIN,
  AL_SCHEMATIC_FLOW_ECMO,
  AL_SCHEMATIC_FLOW_MAFP, /* through the micro-axial pump alone */
  AL_SCHEMATIC_N_FLOWS
} AlSchematicFlow;

/**
 * AlSchematicState:
 * @chamber_ml: volumes of the chambers
 * @opening: openings of the valves, 0 to 1
 * @balloon_ml: gas in the balloon
 * @ecmo_rpm: speed of the ECMO pump, 1/min
 * @flow_ml_s: flows at this moment
 * @mean_ml_s: flows, mean over a beat
 * @phase: how far the beads of each flow have come, in units of the design
 * @rotor: how far the rotor has turned, in radians
 * @iabp: whether there is a balloon
 * @ecmo: whether there is an ECMO circuit
 * @central: whether the ECMO returns into the ascending aorta
 * @mafp: whether there is a micro-axial pump
 * @la_vent: whether the ECMO drains the left atrium as well
 * @septostomy_cm2: opening in the atrial septum
 * @septum_defect_cm2: opening in the ventricular septum
 * @saturation: of the blood in each compartment, 0 to 1
 * @drained_saturation: of the blood that the ECMO drains, 0 to 1
 * @returned_saturation: of the blood that it returns, 0 to 1
 * @hand_saturation: what is read at the right hand, 0 to 1, or NAN
 * @leg_saturation: what is read at the leg, 0 to 1, or NAN
 * @venous_saturation: mixed venous, 0 to 1, or NAN
 * @ecmo_l_min: flow of the ECMO, mean over a beat, or NAN
 * @lung_water_ml: extra water in the lungs
 *
 * What the schematic shows of a circulation at a moment. Plain data.
 */
typedef struct {
  double chamber_ml[AL_N_CHAMBERS];
  double opening[AL_N_VALVES];
  double balloon_ml;
  double ecmo_rpm;
  double flow_ml_s[AL_SCHEMATIC_N_FLOWS];
  double mean_ml_s[AL_SCHEMATIC_N_FLOWS];
  double phase[AL_SCHEMATIC_N_FLOWS];
  double rotor;
  gboolean iabp, ecmo, central, mafp, la_vent;
  double septostomy_cm2, septum_defect_cm2;
  double saturation[AL_OXYGEN_COMPARTMENTS];
  double drained_saturation, returned_saturation;
  double hand_saturation, leg_saturation, venous_saturation, ecmo_l_min;
  double lung_water_ml;
} AlSchematicState;

/**
 * AlMixingPlace:
 * @AL_MIXING_NONE: no two bloods meet in the aorta
 * @AL_MIXING_ROOT: nothing is ejected; the blood of the ECMO stands at the aortic valve
 * @AL_MIXING_ARCH: in the ascending aorta or the arch
 * @AL_MIXING_DESCENDING: in the descending thoracic aorta
 * @AL_MIXING_ABDOMINAL: in the abdominal aorta
 *
 * Where the blood of the heart and that of the ECMO meet.
 */
typedef enum {
  AL_MIXING_NONE,
  AL_MIXING_ROOT,
  AL_MIXING_ARCH,
  AL_MIXING_DESCENDING,
  AL_MIXING_ABDOMINAL
} AlMixingPlace;

/**
 * AlSchematicPart:
 *
 * Parts of the picture that move, with bounds of their own.
 */
typedef enum {
  AL_SCHEMATIC_PART_TOP,
  AL_SCHEMATIC_PART_HEART,
  AL_SCHEMATIC_PART_LEGS,
  AL_SCHEMATIC_PART_CIRCUIT,
  AL_SCHEMATIC_N_PARTS
} AlSchematicPart;

/**
 * AlSchematic:
 *
 * The circulation as a drawing: heart, great vessels, lungs, and the devices that are there.
 */
typedef struct _AlSchematic AlSchematic;

AlSchematic *al_schematic_new (void);
void al_schematic_free (AlSchematic *self);

void al_schematic_set_style (AlSchematic *self, const AlPlotStyle *style);
void al_schematic_set_size (AlSchematic *self, double width, double height);
void al_schematic_set_arrows (AlSchematic *self, gboolean arrows);
void al_schematic_set_state (AlSchematic *self, const AlSchematicState *state);

void al_schematic_draw_static (AlSchematic *self, cairo_t *cr);
void al_schematic_draw_beat (AlSchematic *self, cairo_t *cr);
void al_schematic_draw_live (AlSchematic *self, cairo_t *cr);
void al_schematic_draw_live_part (AlSchematic *self, cairo_t *cr, AlSchematicPart part);
gboolean al_schematic_get_part_bounds (const AlSchematic *self, AlSchematicPart part,
                                       cairo_rectangle_t *bounds);
void al_schematic_draw_front (AlSchematic *self, cairo_t *cr);

void al_schematic_state_pass (AlSchematicState *state, double duration_s);
AlMixingPlace al_schematic_state_find_mixing (const AlSchematicState *state, double *share);
AlColor al_schematic_get_blood_color (const AlPlotStyle *style, double saturation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AlSchematic, al_schematic_free)

G_END_DECLS
