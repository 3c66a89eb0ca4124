/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * AlStateIndex:
 *
 * The continuous states of a beat. Volumes come first, and together they are all the blood there
 * is. Valve flows and openings stand in the order of AlValveIndex.
 */
typedef enum {
  AL_V_LA,
  AL_V_LV,
  AL_V_RA,
  AL_V_RV,
  AL_V_ARCH,      /* root, ascending aorta and arch; stressed volume, as in all arteries */
  AL_V_THORACIC,  /* descending thoracic aorta, holds the balloon */
  AL_V_ABDOMINAL, /* abdominal aorta and iliac arteries, receives ECMO */
  AL_V_UPPER,     /* arteries of head and arms */
  AL_V_UPPER_VEIN,
  AL_V_LOWER_VEIN,
  AL_V_PA,
  AL_V_PULMONARY_VEIN,
  AL_V_CORONARY, /* blood within the heart muscle */
  AL_N_VOLUMES,
  AL_Q_MITRAL = AL_N_VOLUMES,
  AL_Q_AORTIC,
  AL_Q_TRICUSPID,
  AL_Q_PULMONARY,
  AL_Z_MITRAL, /* valve openings, 0 to 1 */
  AL_Z_AORTIC,
  AL_Z_TRICUSPID,
  AL_Z_PULMONARY,
  AL_Q_ARCH,      /* arch to thoracic aorta */
  AL_Q_ABDOMINAL, /* thoracic to abdominal aorta */
  AL_Q_ECMO,
  AL_ECMO_RPM,
  AL_ECMO_COLLAPSE, /* of the drained vein around the cannula, 0 to 1 */
  AL_Q_MAFP,
  AL_V_BALLOON, /* gas */
  AL_N_STATES
} AlStateIndex;

/* All the blood, mL, of the volumes of one patient. */
static inline double
al_state_blood_ml (const double y[AL_N_VOLUMES])
{
  double sum = 0;

  for (int i = 0; i < AL_N_VOLUMES; i++)
    sum += y[i];
  return sum;
}

typedef enum {
  AL_LA,
  AL_LV,
  AL_RA,
  AL_RV,
  AL_N_CHAMBERS
} AlChamberIndex;

typedef enum {
  AL_MITRAL,
  AL_AORTIC,
  AL_TRICUSPID,
  AL_PULMONARY,
  AL_N_VALVES
} AlValveIndex;

typedef enum {
  AL_ARCH,
  AL_THORACIC,
  AL_ABDOMINAL,
  AL_UPPER,
  AL_PA,
  AL_N_ARTERIES
} AlArteryIndex;

/**
 * AlEdge:
 *
 * Where blood can pass from one compartment to another. A flow is positive in the direction named.
 */
typedef enum {
  AL_EDGE_PV_LA,
  AL_EDGE_MITRAL,
  AL_EDGE_AORTIC,
  AL_EDGE_MAFP,      /* left ventricle to arch */
  AL_EDGE_ARCH,      /* arch to thoracic aorta */
  AL_EDGE_ABDOMINAL, /* thoracic to abdominal aorta */
  AL_EDGE_UPPER,     /* arch to upper-body arteries */
  AL_EDGE_UPPER_BED,
  AL_EDGE_LOWER_BED,
  AL_EDGE_CORONARY_IN,  /* arch to heart muscle */
  AL_EDGE_CORONARY_OUT, /* heart muscle to right atrium */
  AL_EDGE_UPPER_RETURN,
  AL_EDGE_LOWER_RETURN,
  AL_EDGE_TRICUSPID,
  AL_EDGE_PULMONARY,
  AL_EDGE_LUNG,      /* pulmonary artery to veins */
  AL_EDGE_BRONCHIAL, /* thoracic aorta to pulmonary veins */
  AL_EDGE_SEPTUM,    /* left to right ventricle, through a defect */
  AL_EDGE_ATRIAL,    /* left to right atrium, through a septostomy */
  AL_EDGE_DRAIN_RA,  /* into the ECMO */
  AL_EDGE_DRAIN_LOWER,
  AL_EDGE_DRAIN_LA,
  AL_EDGE_RETURN_ABDOMINAL, /* out of the ECMO */
  AL_EDGE_RETURN_ARCH,
  AL_EDGE_GIVEN_UPPER, /* infused into the veins, or bled */
  AL_EDGE_GIVEN_LOWER,
  AL_EDGE_LUNG_WATER, /* out of the pulmonary veins, without cells */
  AL_EDGE_WATER,      /* out of the lower veins, without cells: urine; crystalloid comes in */
  AL_N_EDGES
} AlEdge;
