/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "al-oxygen.h"

#include "al-units.h"

#define HUEFNER_ML_G         1.34
#define DISSOLVED_ML_ML_MMHG 3e-5 /* 0.003 mL/dL per mmHg */
#define DISSOLVED_FROM_MMHG  150.0
#define DRY_BAROMETER_MMHG   713.0 /* 760 less water vapour at 37 degrees */
#define RESPIRATORY_QUOTIENT 0.8
#define OXYGENATOR_CO2_MMHG  50.0  /* what carbon dioxide takes of the gas side; MC */
#define LARGEST_EXTRACTION   0.7   /* critical extraction is 0.6 to 0.7; MC */
#define DEBT_S               5.0   /* a beat's pause in flow is made up for, not more; MC */
#define STANDING_TAU_S       120.0 /* in which tissue uses up the blood that stands in it; MC */
#define RENEWAL_TAU_S        40.0  /* slow beside blood that flows */
#define CAPILLARY_ML         80.0  /* what the capillaries of the lung hold: a textbook value */
#define SWUNG_SHARE          0.5   /* of the pulmonary artery, at most; MC */
#define SMALLEST_VOLUME_ML   1.0
#define THORACIC_ML          60.0 /* of an aorta without pressure: 2 cm wide, 20 cm long; MC */
#define START_ARTERIAL       0.97
#define START_VENOUS         0.7
#define GIVEN_SATURATION     0.7  /* of donor blood: drawn from a vein; MC */
#define LITTLE               1e-9 /* keeps rounding from emptying a compartment below zero */

/* Shares of the consumption of the body. */
static const double bed_share[AL_N_OXYGEN_BEDS] = {0.30, 0.62, 0.08};

typedef struct {
  guint8 edge, from, to;
} Passage;

/* Edges over which blood passes unchanged. */
static const Passage passages[] = {
    {AL_EDGE_PV_LA, AL_O2_PULMONARY_VEIN, AL_O2_LA},
    {AL_EDGE_MITRAL, AL_O2_LA, AL_O2_LV},
    {AL_EDGE_AORTIC, AL_O2_LV, AL_O2_ARCH},
    {AL_EDGE_MAFP, AL_O2_LV, AL_O2_ARCH},
    {AL_EDGE_ARCH, AL_O2_ARCH, AL_O2_THORACIC},
    {AL_EDGE_ABDOMINAL, AL_O2_THORACIC, AL_O2_ABDOMINAL},
    {AL_EDGE_UPPER, AL_O2_ARCH, AL_O2_UPPER},
    {AL_EDGE_CORONARY_IN, AL_O2_ARCH, AL_O2_CORONARY},
    {AL_EDGE_UPPER_RETURN, AL_O2_UPPER_VEIN, AL_O2_RA},
    {AL_EDGE_LOWER_RETURN, AL_O2_LOWER_VEIN, AL_O2_RA},
    {AL_EDGE_TRICUSPID, AL_O2_RA, AL_O2_RV},
    {AL_EDGE_PULMONARY, AL_O2_RV, AL_O2_PA},
    {AL_EDGE_BRONCHIAL, AL_O2_THORACIC, AL_O2_PULMONARY_VEIN},
    {AL_EDGE_SEPTUM, AL_O2_LV, AL_O2_RV},
    {AL_EDGE_ATRIAL, AL_O2_LA, AL_O2_RA},
};

/* Edges over which blood gives off oxygen, in the order of AlOxygenBed. */
static const Passage beds[AL_N_OXYGEN_BEDS] = {
    {AL_EDGE_UPPER_BED, AL_O2_UPPER, AL_O2_UPPER_VEIN},
    {AL_EDGE_LOWER_BED, AL_O2_ABDOMINAL, AL_O2_LOWER_VEIN},
    {AL_EDGE_CORONARY_OUT, AL_O2_CORONARY, AL_O2_RA},
};

static const Passage lung = {AL_EDGE_LUNG, AL_O2_PA, AL_O2_PULMONARY_VEIN};

/* Where the circuit of the ECMO, or an infusion, meets the patient. */
typedef struct {
  guint8 edge, compartment;
  gint8 into_patient; /* the sign of the edge that means so */
} Port;

static const Port circuit_ports[] = {
    {AL_EDGE_DRAIN_RA, AL_O2_RA, -1},     {AL_EDGE_DRAIN_LOWER, AL_O2_LOWER_VEIN, -1},
    {AL_EDGE_DRAIN_LA, AL_O2_LA, -1},     {AL_EDGE_RETURN_ABDOMINAL, AL_O2_ABDOMINAL, 1},
    {AL_EDGE_RETURN_ARCH, AL_O2_ARCH, 1},
};

static const Port given_ports[] = {
    {AL_EDGE_GIVEN_UPPER, AL_O2_UPPER_VEIN, 1},
    {AL_EDGE_GIVEN_LOWER, AL_O2_LOWER_VEIN, 1},
};

G_STATIC_ASSERT (AL_OXYGEN_COMPARTMENTS == AL_N_VOLUMES);
G_STATIC_ASSERT (AL_O2_RV == (int) AL_V_RV && AL_O2_ARCH == (int) AL_V_ARCH);
G_STATIC_ASSERT (AL_O2_ABDOMINAL == (int) AL_V_ABDOMINAL && AL_O2_UPPER == (int) AL_V_UPPER);
G_STATIC_ASSERT (AL_O2_PA == (int) AL_V_PA && AL_O2_CORONARY == (int) AL_V_CORONARY);

/* Blood that mixes in a compartment, mL. The volume of an artery is what stretches it; that of the
 * thoracic aorta is less than nothing when a balloon fills it at a low pressure, and yet blood
 * flows past the balloon. */
static double
blood_ml (const double *volume_ml, int compartment)
{
  return volume_ml[compartment] + (compartment == AL_O2_THORACIC ? THORACIC_ML : 0);
}

/* What a tick works on. */
typedef struct {
  AlOxygen *self;
  const AlOxygenInput *input;
  const double *edge_ml;
  double content[AL_OXYGEN_COMPARTMENTS]; /* of what leaves, at the start of the tick */
  double capacity;
  double dt_s;
  double lacking_ml[AL_N_OXYGEN_BEDS]; /* what flowing blood could not give */
  double vein_ml[AL_N_OXYGEN_BEDS];    /* oxygen that flows on from each bed */
} Tick;

/* Neumaier's summation, for terms smaller than the sum. */
static void
sum_add (AlOxygenSum *sum, double term)
{
  double total = sum->value + term;

  if (ABS (sum->value) >= ABS (term))
    sum->rest += (sum->value - total) + term;
  else
    sum->rest += (term - total) + sum->value;
  sum->value = total;
}

static double
sum_get (const AlOxygenSum *sum)
{
  return sum->value + sum->rest;
}

static double
capacity_of (double haemoglobin_g_dl)
{
  return HUEFNER_ML_G * MAX (haemoglobin_g_dl, LITTLE) / 100;
}

/**
 * al_oxygen_saturation_at:
 * @po2_mmhg: oxygen tension, mmHg
 *
 * The dissociation curve of Severinghaus 1979.
 *
 * Returns: saturation, 0 to 1
 */
double
al_oxygen_saturation_at (double po2_mmhg)
{
  double p = po2_mmhg;

  return p > 0 ? 1 / (1 + 23400 / (p * p * p + 150 * p)) : 0;
}

/**
 * al_oxygen_content_at:
 * @po2_mmhg: oxygen tension, mmHg
 * @haemoglobin_g_dl: haemoglobin, g/dL
 *
 * Oxygen in blood that is in equilibrium with a gas.
 *
 * Returns: content, mL of oxygen per mL of blood
 */
double
al_oxygen_content_at (double po2_mmhg, double haemoglobin_g_dl)
{
  return capacity_of (haemoglobin_g_dl) * al_oxygen_saturation_at (po2_mmhg) +
         DISSOLVED_ML_ML_MMHG * MAX (0, po2_mmhg - DISSOLVED_FROM_MMHG);
}

static double
start_saturation (int compartment)
{
  switch ((AlOxygenCompartment) compartment) {
  case AL_O2_RA:
  case AL_O2_RV:
  case AL_O2_UPPER_VEIN:
  case AL_O2_LOWER_VEIN:
  case AL_O2_PA:
    return START_VENOUS;
  case AL_O2_LA:
  case AL_O2_LV:
  case AL_O2_ARCH:
  case AL_O2_THORACIC:
  case AL_O2_ABDOMINAL:
  case AL_O2_UPPER:
  case AL_O2_PULMONARY_VEIN:
  case AL_O2_CORONARY:
  default:
    return START_ARTERIAL;
  }
}

/**
 * al_oxygen_init:
 * @self: (out caller-allocates): oxygen
 * @volume_ml: blood in each compartment, mL
 * @haemoglobin_g_dl: haemoglobin, g/dL
 *
 * Starts with arterial blood on the arterial side and venous blood on the venous side.
 */
void
al_oxygen_init (AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                double haemoglobin_g_dl)
{
  double capacity = capacity_of (haemoglobin_g_dl);

  *self = (AlOxygen){.drained_saturation = START_VENOUS, .returned_saturation = START_ARTERIAL};
  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    self->amount_ml[i] = capacity * start_saturation (i) * MAX (blood_ml (volume_ml, i), 0);
  self->initial_ml = al_oxygen_total_ml (self);
}

/* Of the pulmonary artery, what is mixed in it: without the blood that swung back. */
static double
mixed_o2_ml (const AlOxygen *self, int compartment)
{
  double swung_ml = compartment == AL_O2_PA ? self->swung_o2_ml : 0;

  return MAX (0, self->amount_ml[compartment] - swung_ml);
}

static double
mixed_volume_ml (const AlOxygen *self, const double *volume_ml, int compartment)
{
  double swung_ml = compartment == AL_O2_PA ? self->swung_ml : 0;

  return MAX (blood_ml (volume_ml, compartment) - swung_ml, SMALLEST_VOLUME_ML);
}

/* What is more than fits beside the capillaries mixes with the rest of the pulmonary artery. */
static void
hold_swung (AlOxygen *self, double pa_ml)
{
  double most_ml = MAX (0, MIN (CAPILLARY_ML, SWUNG_SHARE * pa_ml));

  if (self->swung_ml <= most_ml)
    return;
  self->swung_o2_ml *= most_ml / self->swung_ml;
  self->swung_ml = most_ml;
}

/*
 * Content of the blood that leaves each compartment. Where more leaves than is there, it leaves
 * thinner, so that no compartment owes oxygen.
 */
static void
find_contents (Tick *tick, const double *volume_ml)
{
  const double *edge_ml = tick->edge_ml;
  double out_ml[AL_OXYGEN_COMPARTMENTS] = {0};

  for (gsize i = 0; i < G_N_ELEMENTS (passages); i++) {
    double ml = edge_ml[passages[i].edge];

    out_ml[passages[i].from] += MAX (ml, 0);
    out_ml[passages[i].to] += MAX (-ml, 0);
  }
  for (gsize i = 0; i < AL_N_OXYGEN_BEDS; i++) {
    double ml = edge_ml[beds[i].edge];

    out_ml[beds[i].from] += MAX (ml, 0);
    out_ml[beds[i].to] += MAX (-ml, 0);
  }
  out_ml[lung.from] += MAX (edge_ml[lung.edge], 0);
  out_ml[lung.to] += MAX (-edge_ml[lung.edge], 0);
  for (gsize i = 0; i < G_N_ELEMENTS (circuit_ports); i++)
    out_ml[circuit_ports[i].compartment] +=
        MAX (-circuit_ports[i].into_patient * edge_ml[circuit_ports[i].edge], 0);
  for (gsize i = 0; i < G_N_ELEMENTS (given_ports); i++)
    out_ml[given_ports[i].compartment] += MAX (-edge_ml[given_ports[i].edge], 0);

  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    tick->content[i] = mixed_o2_ml (tick->self, i) /
                       MAX (mixed_volume_ml (tick->self, volume_ml, i), out_ml[i] * (1 + LITTLE));
}

static void
pass_unchanged (Tick *tick)
{
  double *amount_ml = tick->self->amount_ml;

  for (gsize i = 0; i < G_N_ELEMENTS (passages); i++) {
    const Passage *p = &passages[i];
    double ml = tick->edge_ml[p->edge];
    double moved_ml = ml * tick->content[ml > 0 ? p->from : p->to];

    amount_ml[p->from] -= moved_ml;
    amount_ml[p->to] += moved_ml;
  }
}

/* Oxygen that a bed wants in a tick, mL. */
static double
bed_wants_ml (const Tick *tick, AlOxygenBed bed)
{
  return bed_share[bed] * tick->input->vo2_ml_min / 60 * tick->dt_s;
}

/* Blood that flows through a bed forwards gives off what the bed wants, as far as it can. */
static void
pass_bed (Tick *tick, AlOxygenBed bed)
{
  AlOxygen *self = tick->self;
  const Passage *p = &beds[bed];
  double ml = tick->edge_ml[p->edge];
  double wanted_ml = bed_wants_ml (tick, bed);
  double moved_ml = ml * tick->content[ml > 0 ? p->from : p->to];
  double taken_ml =
      CLAMP (self->owed_ml[bed] + wanted_ml, 0, LARGEST_EXTRACTION * MAX (moved_ml, 0));

  tick->lacking_ml[bed] = MAX (0, wanted_ml - taken_ml);
  tick->vein_ml[bed] = moved_ml - taken_ml;
  self->owed_ml[bed] += wanted_ml - taken_ml;
  self->amount_ml[p->from] -= moved_ml;
  self->amount_ml[p->to] += moved_ml - taken_ml;
  self->delivered_tick_ml += MAX (moved_ml, 0);
  self->consumed_tick_ml += taken_ml;
}

static void
pass_beds (Tick *tick)
{
  AlOxygen *self = tick->self;

  self->delivered_tick_ml = self->consumed_tick_ml = 0;
  for (int bed = 0; bed < AL_N_OXYGEN_BEDS; bed++)
    pass_bed (tick, (AlOxygenBed) bed);
}

/* Oxygen that enters the lung with blood from the pulmonary artery: first what swung back. */
static double
leave_artery (Tick *tick, double ml)
{
  AlOxygen *self = tick->self;
  double swung_ml = MIN (ml, self->swung_ml), swung_o2_ml = 0;

  if (swung_ml > 0) {
    swung_o2_ml = self->swung_o2_ml * (swung_ml / self->swung_ml);
    self->swung_ml -= swung_ml;
    self->swung_o2_ml -= swung_o2_ml;
  }
  return swung_o2_ml + (ml - swung_ml) * tick->content[lung.from];
}

/* The same where it runs backwards, counted below zero. */
static double
swing_back (Tick *tick, double ml)
{
  double o2_ml = ml * tick->content[lung.to];

  tick->self->swung_ml -= ml;
  tick->self->swung_o2_ml -= o2_ml;
  return o2_ml;
}

/* Forwards through the lung, what is not shunted meets the alveolar gas; backwards nothing does. */
static void
pass_lung (Tick *tick)
{
  const AlOxygenInput *input = tick->input;
  double ml = tick->edge_ml[lung.edge];
  double moved_ml = ml > 0 ? leave_artery (tick, ml) : swing_back (tick, ml), uptake_ml = 0;

  if (ml > 0) {
    double alveolar_mmhg =
        input->fio2 * DRY_BAROMETER_MMHG - input->paco2_mmhg / RESPIRATORY_QUOTIENT;
    double capillary = al_oxygen_content_at (alveolar_mmhg, input->haemoglobin_g_dl);

    uptake_ml = (1 - input->lung_shunt) * (ml * capillary - moved_ml);
  }
  tick->self->amount_ml[lung.from] -= moved_ml;
  tick->self->amount_ml[lung.to] += moved_ml + uptake_ml;
  sum_add (&tick->self->lung, uptake_ml);
}

/* What the oxygenator makes of blood; it takes no oxygen away. */
static double
oxygenated (const AlOxygenInput *input, double content)
{
  double gas_mmhg = input->fdo2 * DRY_BAROMETER_MMHG - OXYGENATOR_CO2_MMHG;
  double best = al_oxygen_content_at (gas_mmhg, input->haemoglobin_g_dl);

  return content + input->oxygenator_transfer * MAX (best - content, 0);
}

/*
 * The blood that enters the circuit, over whichever port, is mixed, oxygenated and leaves over the
 * others, also where the pump is too slow and the circuit runs backwards. It holds no blood of its
 * own.
 */
static void
pass_circuit (Tick *tick)
{
  AlOxygen *self = tick->self;
  double entered_ml = 0, entered_o2_ml = 0, left_o2_ml = 0, mix, back;

  for (gsize i = 0; i < G_N_ELEMENTS (circuit_ports); i++) {
    const Port *port = &circuit_ports[i];
    double ml = MAX (-port->into_patient * tick->edge_ml[port->edge], 0);
    double o2_ml = ml * tick->content[port->compartment];

    self->amount_ml[port->compartment] -= o2_ml;
    entered_ml += ml;
    entered_o2_ml += o2_ml;
  }
  if (entered_ml <= 0)
    return;

  mix = entered_o2_ml / entered_ml;
  back = oxygenated (tick->input, mix);
  for (gsize i = 0; i < G_N_ELEMENTS (circuit_ports); i++) {
    const Port *port = &circuit_ports[i];
    double o2_ml = back * MAX (port->into_patient * tick->edge_ml[port->edge], 0);

    self->amount_ml[port->compartment] += o2_ml;
    left_o2_ml += o2_ml;
  }
  sum_add (&self->oxygenator, left_o2_ml - entered_o2_ml);
  self->drained_saturation = MIN (1, mix / tick->capacity);
  self->returned_saturation = MIN (1, back / tick->capacity);
}

static void
pass_given (Tick *tick)
{
  double donor = tick->input->given_haemoglobin_share * tick->capacity * GIVEN_SATURATION;

  for (gsize i = 0; i < G_N_ELEMENTS (given_ports); i++) {
    const Port *port = &given_ports[i];
    double ml = tick->edge_ml[port->edge];
    double o2_ml = ml * (ml > 0 ? donor : tick->content[port->compartment]);

    tick->self->amount_ml[port->compartment] += o2_ml;
    sum_add (&tick->self->given, o2_ml);
  }
}

/*
 * What a bed takes from the blood that stands on both sides of it, once it has lacked oxygen for
 * seconds, mL. What leaves the coronaries is in the right atrium, out of reach.
 */
static double
take_standing (Tick *tick, AlOxygenBed bed)
{
  AlOxygen *self = tick->self;
  const Passage *p = &beds[bed];
  gboolean veins_too = bed != AL_OXYGEN_BED_HEART;
  double wanted_ml = bed_wants_ml (tick, bed), lacking_ml = tick->lacking_ml[bed];
  double within_ml = self->amount_ml[p->from] + (veins_too ? self->amount_ml[p->to] : 0);
  double debt_ml = wanted_ml / tick->dt_s * DEBT_S, lack, share;

  if (lacking_ml <= 0 || debt_ml <= 0 || within_ml <= 0)
    return 0;
  lack = MIN (self->owed_ml[bed] / debt_ml, 1) * lacking_ml / wanted_ml;
  share = MIN (MIN (lacking_ml / within_ml, lack * tick->dt_s / STANDING_TAU_S), 1);
  self->amount_ml[p->from] -= share * self->amount_ml[p->from];
  if (veins_too) {
    tick->vein_ml[bed] -= share * self->amount_ml[p->to];
    self->amount_ml[p->to] -= share * self->amount_ml[p->to];
  }
  return share * within_ml;
}

/* After all that flows, so that nothing is taken that has left. */
static void
take_rest (Tick *tick)
{
  AlOxygen *self = tick->self;

  for (int bed = 0; bed < AL_N_OXYGEN_BEDS; bed++) {
    double taken_ml = take_standing (tick, (AlOxygenBed) bed);
    double most_owed_ml = bed_wants_ml (tick, (AlOxygenBed) bed) / tick->dt_s * DEBT_S;

    self->owed_ml[bed] = MIN (self->owed_ml[bed] - taken_ml, most_owed_ml);
    self->consumed_tick_ml += taken_ml;
  }
  sum_add (&self->consumed, self->consumed_tick_ml);
}

/* Books what a patient who settles needs as if it had been there at the start. */
static void
start_with_more (AlOxygen *self, int compartment, double o2_ml)
{
  double gained_ml = MAX (o2_ml, -self->amount_ml[compartment]);

  self->amount_ml[compartment] += gained_ml;
  self->initial_ml += gained_ml;
}

/* The veins of a patient who settles take on sooner what the beds make of the blood. */
static void
hasten_veins (Tick *tick)
{
  for (int bed = 0; bed < AL_OXYGEN_BED_HEART; bed++) {
    double ml = tick->edge_ml[beds[bed].edge];
    int vein = beds[bed].to;

    if (ml > 0)
      start_with_more (tick->self, vein,
                       tick->input->vein_haste * (tick->vein_ml[bed] - ml * tick->content[vein]));
  }
}

/* Nor do right heart and pulmonary artery keep the blood of the first seconds, should nothing flow
 * through them later. */
static void
renew_right_heart (Tick *tick, const double *volume_ml)
{
  static const guint8 compartments[] = {AL_O2_RV, AL_O2_PA};
  double share = MIN (1, tick->dt_s / RENEWAL_TAU_S);

  for (gsize i = 0; i < G_N_ELEMENTS (compartments); i++) {
    int to = compartments[i];
    double like_ra_ml = tick->content[AL_O2_RA] * mixed_volume_ml (tick->self, volume_ml, to);

    start_with_more (tick->self, to, share * (like_ra_ml - mixed_o2_ml (tick->self, to)));
  }
}

/* Means over a few beats; at the start, over what there is. */
static void
average (AlOxygen *self, double dt_s)
{
  double weight;

  self->averaged_s = MIN (self->averaged_s + dt_s, MAX (AL_OXYGEN_MEAN_S, dt_s));
  weight = dt_s / self->averaged_s;
  self->do2_ml_min += weight * (self->delivered_tick_ml / dt_s * 60 - self->do2_ml_min);
  self->vo2_ml_min += weight * (self->consumed_tick_ml / dt_s * 60 - self->vo2_ml_min);
}

/**
 * al_oxygen_tick:
 * @self: oxygen
 * @input: what holds during the tick
 * @edge_ml: what passed each edge during the tick, mL; what the circuit drains it returns
 * @volume_ml: blood in each compartment at the start of the tick, mL
 * @dt_s: length of the tick, s, more than 0
 *
 * Carries oxygen with the blood, takes it up and consumes it.
 *
 * Water that leaves for the lung (%AL_EDGE_LUNG_WATER) carries none.
 */
void
al_oxygen_tick (AlOxygen *self, const AlOxygenInput *input, const double edge_ml[AL_N_EDGES],
                const double volume_ml[AL_OXYGEN_COMPARTMENTS], double dt_s)
{
  Tick tick = {
      .self = self,
      .input = input,
      .edge_ml = edge_ml,
      .capacity = capacity_of (input->haemoglobin_g_dl),
      .dt_s = dt_s,
  };

  hold_swung (self, volume_ml[AL_O2_PA]);
  find_contents (&tick, volume_ml);
  pass_unchanged (&tick);
  pass_beds (&tick);
  pass_lung (&tick);
  pass_circuit (&tick);
  pass_given (&tick);
  take_rest (&tick);
  if (input->vein_haste > 0) {
    hasten_veins (&tick);
    renew_right_heart (&tick, volume_ml);
  }
  average (self, dt_s);
}

/**
 * al_oxygen_content:
 * @self: oxygen
 * @volume_ml: blood in each compartment now, mL
 * @compartment: an #AlOxygenCompartment
 *
 * Content of a compartment, as a catheter in it would find it: without the blood that swung back.
 *
 * Returns: mL of oxygen per mL of blood
 */
double
al_oxygen_content (const AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                   int compartment)
{
  return mixed_o2_ml (self, compartment) / mixed_volume_ml (self, volume_ml, compartment);
}

/**
 * al_oxygen_saturation:
 * @self: oxygen
 * @volume_ml: blood in each compartment now, mL
 * @compartment: an #AlOxygenCompartment
 * @haemoglobin_g_dl: haemoglobin, g/dL
 *
 * Saturation of a compartment; dissolved oxygen does not raise it above 1.
 *
 * Returns: saturation, 0 to 1
 */
double
al_oxygen_saturation (const AlOxygen *self, const double volume_ml[AL_OXYGEN_COMPARTMENTS],
                      int compartment, double haemoglobin_g_dl)
{
  double share = al_oxygen_content (self, volume_ml, compartment) / capacity_of (haemoglobin_g_dl);

  return CLAMP (share, 0, 1);
}

/**
 * al_oxygen_total_ml:
 * @self: oxygen
 *
 * Oxygen in all the blood now.
 *
 * Returns: mL
 */
double
al_oxygen_total_ml (const AlOxygen *self)
{
  double total_ml = 0;

  for (int i = 0; i < AL_OXYGEN_COMPARTMENTS; i++)
    total_ml += self->amount_ml[i];
  return total_ml;
}

/**
 * al_oxygen_ledger_ml:
 * @self: oxygen
 *
 * Oxygen that there must be: what there was, and what was taken up, given and consumed since.
 *
 * Returns: mL; al_oxygen_total_ml() to rounding
 */
double
al_oxygen_ledger_ml (const AlOxygen *self)
{
  return self->initial_ml + sum_get (&self->lung) + sum_get (&self->oxygenator) +
         sum_get (&self->given) - sum_get (&self->consumed);
}
