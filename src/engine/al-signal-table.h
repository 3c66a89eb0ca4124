/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The signals of the model, once: what a strip chart shows and a trace writes.
 *
 * AL_SIGNAL (ID, key, label, unit)
 *
 * This file is included several times with different definitions of AL_SIGNAL.
 */
AL_SIGNAL (LV_PRESSURE, "lv_pressure_mmhg", N_ ("LV"), "mmHg")
AL_SIGNAL (LV_VOLUME, "lv_volume_ml", N_ ("LV volume"), "mL")
AL_SIGNAL (RV_PRESSURE, "rv_pressure_mmhg", N_ ("RV"), "mmHg")
AL_SIGNAL (RV_VOLUME, "rv_volume_ml", N_ ("RV volume"), "mL")
AL_SIGNAL (LA_PRESSURE, "la_pressure_mmhg", N_ ("LA"), "mmHg")
AL_SIGNAL (LA_VOLUME, "la_volume_ml", N_ ("LA volume"), "mL")
AL_SIGNAL (RA_PRESSURE, "ra_pressure_mmhg", N_ ("RA"), "mmHg")
AL_SIGNAL (RA_VOLUME, "ra_volume_ml", N_ ("RA volume"), "mL")
AL_SIGNAL (AO_PRESSURE, "ao_pressure_mmhg", N_ ("Aorta"), "mmHg")
AL_SIGNAL (THORACIC_PRESSURE, "thoracic_aorta_pressure_mmhg", N_ ("Thoracic aorta"), "mmHg")
AL_SIGNAL (ABDOMINAL_PRESSURE, "abdominal_aorta_pressure_mmhg", N_ ("Abdominal aorta"), "mmHg")
AL_SIGNAL (RADIAL_PRESSURE, "radial_pressure_mmhg", N_ ("Radial artery"), "mmHg")
AL_SIGNAL (PA_PRESSURE, "pa_pressure_mmhg", N_ ("PA"), "mmHg")
AL_SIGNAL (PULMONARY_VEIN_PRESSURE, "pulmonary_vein_pressure_mmhg", N_ ("Pulmonary veins"), "mmHg")
AL_SIGNAL (THORAX_PRESSURE, "thorax_pressure_mmhg", N_ ("Thorax"), "mmHg")
AL_SIGNAL (AORTIC_FLOW, "aortic_flow_ml_s", N_ ("Aortic valve"), "mL/s")
AL_SIGNAL (MITRAL_FLOW, "mitral_flow_ml_s", N_ ("Mitral valve"), "mL/s")
AL_SIGNAL (TRICUSPID_FLOW, "tricuspid_flow_ml_s", N_ ("Tricuspid valve"), "mL/s")
AL_SIGNAL (PULMONARY_FLOW, "pulmonary_flow_ml_s", N_ ("Pulmonary valve"), "mL/s")
AL_SIGNAL (ARCH_FLOW, "arch_flow_ml_s", N_ ("Arch to thoracic aorta"), "mL/s")
AL_SIGNAL (ABDOMINAL_FLOW, "abdominal_flow_ml_s", N_ ("Thoracic to abdominal aorta"), "mL/s")
AL_SIGNAL (UPPER_FLOW, "upper_body_flow_ml_s", N_ ("Upper body"), "mL/s")
AL_SIGNAL (CORONARY_FLOW, "coronary_flow_ml_s", N_ ("Coronary"), "mL/s")
AL_SIGNAL (ECMO_FLOW, "ecmo_flow_ml_s", N_ ("ECMO"), "mL/s")
AL_SIGNAL (ECMO_RPM, "ecmo_rpm", N_ ("ECMO speed"), "1/min")
AL_SIGNAL (MAFP_FLOW, "mafp_flow_ml_s", N_ ("Micro-axial pump"), "mL/s")
AL_SIGNAL (BALLOON_VOLUME, "balloon_volume_ml", N_ ("Balloon"), "mL")
AL_SIGNAL (AORTIC_OPENING, "aortic_opening", N_ ("Aortic valve opening"), "1")
AL_SIGNAL (MITRAL_OPENING, "mitral_opening", N_ ("Mitral valve opening"), "1")
AL_SIGNAL (TRICUSPID_OPENING, "tricuspid_opening", N_ ("Tricuspid valve opening"), "1")
AL_SIGNAL (PULMONARY_OPENING, "pulmonary_opening", N_ ("Pulmonary valve opening"), "1")
AL_SIGNAL (LV_ACTIVATION, "lv_activation", N_ ("LV activation"), "1")
