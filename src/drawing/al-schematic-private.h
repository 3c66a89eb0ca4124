/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "al-schematic.h"
#include "al-text.h"

G_BEGIN_DECLS

/* The canvas of the design; every length of the schematic is in its units. */
#define AL_SCHEMATIC_WIDTH  400.0
#define AL_SCHEMATIC_HEIGHT 520.0

/* From one bead to the next. */
#define AL_BEAD_SPACING 24.0

#define AL_VESSEL_MAX_POINTS  10
#define AL_VESSEL_MAX_SAMPLES 100
#define AL_CHAMBER_MAX_POINTS 13

typedef struct {
  double x, y;
} AlPoint;

/* Vessels from back to front. Those that belong together are drawn together: all rims, then all
 * blood, so that no line crosses a branch. */
typedef enum {
  AL_VESSEL_VEIN_RIGHT_LUNG,
  AL_VESSEL_VEIN_LEFT_LUNG,
  AL_VESSEL_PA_RIGHT,
  AL_VESSEL_SVC,
  AL_VESSEL_IVC,
  AL_VESSEL_LEG_VEIN_RIGHT,
  AL_VESSEL_LEG_VEIN_LEFT,
  AL_VESSEL_ARM_RIGHT,
  AL_VESSEL_HEAD,
  AL_VESSEL_ARM_LEFT,
  AL_VESSEL_ROOT,
  AL_VESSEL_ARCH,
  AL_VESSEL_DESCENDING,
  AL_VESSEL_ILIAC_RIGHT,
  AL_VESSEL_ILIAC_LEFT,
  AL_VESSEL_FEMORAL_RIGHT,
  AL_VESSEL_PA_STUB,
  AL_VESSEL_PA_LEFT,
  AL_VESSEL_PA_TRUNK,
  AL_VESSEL_MITRAL,    /* from here on no vessels: only ways of blood */
  AL_VESSEL_TRICUSPID, /* through the heart, and tubes */
  AL_VESSEL_DRAINAGE,
  AL_VESSEL_TO_OXYGENATOR,
  AL_VESSEL_RETURN_FEMORAL,
  AL_VESSEL_RETURN_CENTRAL,
  AL_N_VESSELS
} AlVessel;

/*
 * A smooth curve through points. The points before @first and after @last only give it its
 * direction there. Beads run from @first, the vessel begins at @wall.
 */
typedef struct {
  AlSchematicFlow flow;
  AlOxygenCompartment blood;
  double width;
  int n, first, wall, last;
  AlPoint point[AL_VESSEL_MAX_POINTS];
} AlVesselShape;

/* The same in short straight pieces, with the length of way up to each. */
typedef struct {
  int n;
  AlPoint point[AL_VESSEL_MAX_SAMPLES];
  double way[AL_VESSEL_MAX_SAMPLES];
} AlCourse;

/*
 * The closed outline of a chamber at its reference volume. A point with @move 1 moves away from
 * the anchor as the chamber fills, one with 0 stands still: the rings of the valves.
 */
typedef struct {
  double reference_ml;
  double wall;
  AlPoint anchor;
  int n;
  struct {
    double x, y, move;
  } point[AL_CHAMBER_MAX_POINTS];
} AlChamberShape;

typedef struct {
  int n;
  AlPoint point[AL_CHAMBER_MAX_POINTS];
} AlOutline;

typedef struct {
  AlColor rim, lung, lung_rim, water, muscle, muscle_rim, leaflet, tube, bead, device;
} AlSchematicPalette;

struct _AlSchematic {
  AlPlotStyle style;
  AlSchematicPalette palette;
  AlSchematicState state;
  gboolean arrows;
  double scale, x, y; /* from the canvas to the picture */
  double pen;         /* width of an outline */
  AlCourse course[AL_N_VESSELS];
  double chamber_area[AL_N_CHAMBERS][3]; /* of its outline, by powers of how far it has moved */
};

/* al-schematic-shapes.c */
extern const AlVesselShape al_vessel_shapes[AL_N_VESSELS];
extern const AlChamberShape al_chamber_shapes[AL_N_CHAMBERS];

/* al-schematic-geometry.c */
void al_schematic_prepare (AlSchematic *self);
void al_vessel_trace (const AlVesselShape *shape, int first, int last, cairo_t *cr);
AlPoint al_course_get_point (const AlCourse *course, double way, AlPoint *direction);
double al_course_get_length (const AlCourse *course);
void al_schematic_get_outline (const AlSchematic *self, AlChamberIndex chamber, AlOutline *outline);
void al_outline_grow (const AlOutline *outline, double distance, AlOutline *grown);
double al_outline_get_area (const AlOutline *outline);
void al_outline_trace (const AlOutline *outline, cairo_t *cr);
void al_smooth_trace (const AlPoint *points, int n, cairo_t *cr);

/* al-schematic-vessels.c */
void al_schematic_draw_lungs (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_water (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_vessels (const AlSchematic *self, cairo_t *cr);
AlColor al_schematic_blood (const AlSchematic *self, AlOxygenCompartment compartment);

/* al-schematic-devices.c */
void al_schematic_draw_circuit (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_catheters (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_balloon (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_rotor (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_mafp (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_vent (const AlSchematic *self, cairo_t *cr);

/* al-schematic-heart.c */
void al_schematic_draw_heart (const AlSchematic *self, cairo_t *cr);

/* al-schematic-flow.c */
void al_schematic_draw_beads (const AlSchematic *self, const cairo_rectangle_t *area, cairo_t *cr);
void al_schematic_draw_arrows (const AlSchematic *self, cairo_t *cr);
gboolean al_schematic_shows_vessel (const AlSchematic *self, AlVessel vessel);

/* al-schematic-labels.c */
void al_schematic_draw_legend (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_legend_text (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_labels (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_probes (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_mixing (const AlSchematic *self, cairo_t *cr);
void al_schematic_draw_mixing_name (const AlSchematic *self, cairo_t *cr);

G_END_DECLS
