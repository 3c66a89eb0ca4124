/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "al-index-words.h"

#include <glib/gi18n.h>

/* Of right heart catheterisation */
#define ESC_ERS N_ ("ESC/ERS guidelines on pulmonary hypertension, 2022")
/* Of echocardiography */
#define ASE_EACVI N_ ("ASE/EACVI recommendations on chamber quantification, 2015, men")
#define SCAI      N_ ("its upper end: SCAI classification of shock, revised 2022")

static const AlIndexWords words[AL_N_INDICES] = {
    [AL_INDEX_MAP] = {N_ ("What drives blood through the organs. A device can keep it up while the "
                          "heart fares worse."),
                      N_ ("Integral of aortic pressure over a beat / duration of the beat"), NULL},
    [AL_INDEX_LACTATE] =
        {N_ ("Rises when tissues get too little oxygen, and falls slowly: it looks "
             "hours back."),
         NULL, SCAI},
    [AL_INDEX_TOTAL_FLOW] = {N_ ("What the body receives, whoever pumps it."),
                             N_ ("Native output + flow of each pump that bypasses the heart"),
                             ESC_ERS},
    [AL_INDEX_DO2] = {N_ ("What the circulation is for: flow times the oxygen that the blood "
                          "carries."),
                      N_ ("Flow × (1.34 × Hb × saturation + dissolved oxygen)"), NULL},
    [AL_INDEX_SVO2] = {N_ ("What the body leaves over. Low means that it takes more of too little; "
                           "on VA-ECMO less blood passes this place."),
                       NULL, NULL},
    [AL_INDEX_SCAI_LOW] = {N_ ("How severe the shock is, from A, at risk, to E, extremis. Where "
                               "the criteria disagree a range is shown, and under a device or a "
                               "vasoactive drug the worst so far."),
                           NULL, NULL},
    [AL_INDEX_LV_EDP] = {N_ ("How hard the left ventricle is filled, and what the lungs feel. It "
                             "rises when the ventricle cannot empty, as on VA-ECMO."),
                         N_ ("Left ventricular pressure at the lower right corner of the loop"),
                         NULL},
    [AL_INDEX_LV_SV] = {N_ ("What the heart itself gives forward with a beat: the width of the "
                            "loop, if no valve leaks."),
                        N_ ("Integral of flow through the aortic valve over a beat"), ESC_ERS},
    [AL_INDEX_CI] = {N_ ("What leaves the left ventricle for the size of the body, by itself or "
                         "through a micro-axial pump; what ECMO adds does not count."),
                     N_ ("(Native output + micro-axial pump flow) / body surface area"), NULL},
    [AL_INDEX_HR] = {N_ ("Output is rate times stroke volume; but a fast heart has little time to "
                         "fill and to feed itself."),
                     N_ ("60 s / interval between two activations"), NULL},
    [AL_INDEX_AO_PULSE] = {N_ ("The trace that the heart's own ejection leaves in the arteries. On "
                               "VA-ECMO a small one warns of a valve that stays shut."),
                           N_ ("Systolic − diastolic aortic pressure"), NULL},
    [AL_INDEX_LV_EF] = {N_ ("How much of its filling the ventricle ejects. It falls as afterload "
                            "rises, with the same muscle."),
                        N_ ("(EDV − ESV) / EDV"), ASE_EACVI},
    [AL_INDEX_LV_PVA] = {N_ ("The work of a beat and the energy left in the tense wall: it goes "
                             "with the oxygen that the beat consumes (Suga 1979)."),
                         N_ ("Stroke work + ESP × (ESV − V0) / 2"), NULL},
    [AL_INDEX_AV_OPENING] = {N_ ("While it stays shut, blood stands in the ventricle and the root "
                                 "and may clot."),
                             N_ ("Beats with forward flow / all beats"), NULL},
    [AL_INDEX_RA_MEAN] = {N_ ("How full the veins are and how well the right heart copes. A "
                              "drainage cannula lowers it."),
                          N_ ("Integral of right atrial pressure over a beat / duration"), NULL},
    [AL_INDEX_CORONARY_FLOW] = {N_ ("What feeds the heart, most of it in diastole. It follows the "
                                    "need, so that less is no harm when the heart works less."),
                                N_ ("Integral of coronary flow over a beat / duration"), NULL},
    [AL_INDEX_LV_SW] = {N_ ("The work that the ventricle does on blood in a beat."),
                        N_ ("Area inside the loop; 1 mmHg mL = 0.000133 J"), NULL},
    [AL_INDEX_CPO] = {N_ ("The power that the heart itself gives. In cardiogenic shock less than "
                          "0.53 W went with death in hospital (Fincke 2004)."),
                      N_ ("MAP × native output / 451"), NULL},
    [AL_INDEX_PCWP] = {N_ ("What stands before the left heart: above about 18 mmHg water leaves "
                           "for the lung."),
                       N_ ("Integral of pulmonary venous pressure over a beat / duration"), NULL},
    [AL_INDEX_SAO2_RADIAL] = {N_ ("The right hand gets what the heart and brain get. On VA-ECMO a "
                                  "recovering heart may send it blood from poor lungs while the "
                                  "leg looks well."),
                              NULL, NULL},
    [AL_INDEX_LUNG_WATER] = {N_ ("Grows over hours while the wedge pressure is high, and stands "
                                 "in the way of oxygen."),
                             NULL, NULL},
    [AL_INDEX_LIMB_FLOW] = {N_ ("An arterial cannula narrows the femoral artery: below half, the "
                                "leg is in danger. A cannula of its own brings the flow back."),
                            N_ ("Flow of this leg / flow of the other"), NULL},
    [AL_INDEX_FREE_HB] = {N_ ("Red cells broken by pumps. Suction and high speed raise it."), NULL,
                          NULL},
    [AL_INDEX_BLEEDING] = {N_ ("The most common harm of devices and of what keeps them from "
                               "clotting."),
                           NULL, NULL},
};

/**
 * al_index_get_words:
 * @index: an index
 *
 * What else is to be said about an index.
 *
 * Returns: (transfer none) (nullable): the words, %NULL when there are none
 */
const AlIndexWords *
al_index_get_words (AlIndex index)
{
  g_return_val_if_fail (index < AL_N_INDICES, NULL);
  return words[index].meaning != NULL ? &words[index] : NULL;
}

/* Cards of the evidence that tell more; a test looks for each of them. */
static const struct {
  AlIndex index;
  const char *key;
} cards[] = {
    {AL_INDEX_CPO, "practice:cpo"},
    {AL_INDEX_SCAI_LOW, "stage:stage-c"},
    {AL_INDEX_SAO2_RADIAL, "practice:differential-hypoxaemia"},
    {AL_INDEX_LV_EDP, "practice:distension"},
    {AL_INDEX_LIMB_FLOW, "practice:leg"},
    {AL_INDEX_FREE_HB, "practice:haemolysis"},
    {AL_INDEX_BLEEDING, "practice:ecmo-complications"},
    {AL_INDEX_LACTATE, "practice:escalation"},
};

/**
 * al_index_get_card:
 * @index: an index
 *
 * Which entry of the evidence tells more about an index.
 *
 * Returns: (transfer none) (nullable): its key, %NULL when there is none
 */
const char *
al_index_get_card (AlIndex index)
{
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++) {
    if (cards[i].index == index)
      return cards[i].key;
  }
  return NULL;
}
