/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every number that describes a patient, a device or a command, once.
 *
 * AL_PARAMETER (ID, name, symbol, unit, kind, default, minimum, maximum, description, source)
 *
 * The defaults are the normal adult of the reference tables; a patient file overrides some of them. kind is
 * PATIENT (what a patient file sets), COMMAND (what a person changes while the heart beats), MODEL (a
 * constant of the model), or the choices of a command, separated by '|', whose value is the index.
 * "MC" in a source marks a modelling choice calibrated on published measurements.
 *
 * This file is included several times with different definitions of AL_PARAMETER.
 */

/* Body and blood */
AL_PARAMETER (BODY_BSA, "body.bsa_m2", "BSA", "m2", PATIENT, 1.9, 1.2, 2.6, N_ ("Body surface area"), "Du Bois; 1.9 m² is a typical adult")
AL_PARAMETER (BODY_WEIGHT, "body.weight_kg", "m", "kg", PATIENT, 75, 35, 160, N_ ("Body weight"), "typical adult")
AL_PARAMETER (BLOOD_VOLUME, "blood.volume_ml", "V_blood", "mL", PATIENT, 4000, 2500, 6000, N_ ("Blood in the model; the unstressed volume of the arteries is not represented"), "MC: the same in every patient; chosen on the normal means of both atria")
AL_PARAMETER (BLOOD_HAEMOGLOBIN, "blood.haemoglobin_g_dl", "Hb", "g/dL", PATIENT, 14, 5, 20, N_ ("Haemoglobin at the start; bleeding and fluids change it"), "textbook value")
AL_PARAMETER (BLOOD_INFUSION, "blood.infusion_ml", "V_inf", "mL", COMMAND, 0, -1500, 1500, N_ ("Whole blood given (negative: bled) in all; the difference to what was given so far flows within 10 s"), "MC")
AL_PARAMETER (BLOOD_CRYSTALLOID, "blood.crystalloid_ml", "V_cry", "mL", COMMAND, 0, 0, 4000, N_ ("Crystalloid given in all, within 10 s; about a quarter stays in the vessels"), "25-30 % stays: textbook value")
AL_PARAMETER (BODY_VO2, "body.vo2_ml_min", "VO2", "mL/min", PATIENT, 250, 80, 500, N_ ("Oxygen that the body takes up where enough is delivered"), "textbook value")
AL_PARAMETER (HISTORY_ARREST, "history.arrest", "", "", "no|yes", 0, 0, 1, N_ ("Cardiac arrest before this: the modifier of the SCAI stage"), "SCAI 2022")
AL_PARAMETER (HISTORY_FAILED, "history.first_therapy_failed", "", "", "no|yes", 0, 0, 1, N_ ("The patient got worse under the first drug or device: stage D"), "SCAI 2022")

/* Rhythm and timing of the beat */
AL_PARAMETER (RHYTHM, "rhythm", "", "", "sinus|atrial-fibrillation|ectopy|ventricular-tachycardia|asystole", 0, 0, 4, N_ ("Rhythm of the heart"), "")
AL_PARAMETER (RHYTHM_RATE, "rhythm.rate_bpm", "HR", "1/min", COMMAND, 66, 30, 180, N_ ("Heart rate of the sinus node before the reflex acts on it"), "textbook value")
AL_PARAMETER (RHYTHM_VT_RATE, "rhythm.tachycardia_rate_bpm", "HR_vt", "1/min", COMMAND, 170, 120, 240, N_ ("Rate of the ventricular tachycardia"), "MC")
AL_PARAMETER (RHYTHM_ECTOPIC_EVERY, "rhythm.ectopic_every", "", "1", COMMAND, 4, 2, 20, N_ ("One beat in so many is ectopic"), "MC")
AL_PARAMETER (RHYTHM_IRREGULARITY, "rhythm.irregularity", "", "1", COMMAND, 0.2, 0, 0.4, N_ ("Standard deviation of the beat interval in atrial fibrillation, as a share of it"), "MC")
AL_PARAMETER (RHYTHM_SEED, "rhythm.seed", "", "1", COMMAND, 1, 1, 1000000, N_ ("Seed of the random intervals: the same seed gives the same beats"), "")
AL_PARAMETER (RHYTHM_PR, "rhythm.pr_interval_s", "PR", "s", PATIENT, 0.14, 0.08, 0.30, N_ ("Interval from atrial to ventricular activation"), "textbook value")
AL_PARAMETER (RHYTHM_TS, "rhythm.systole_s", "T_s", "s", MODEL, 0.370, 0.25, 0.50, N_ ("Time from activation to peak elastance at a beat interval of 0.882 s; scales with the root of the interval"), "MC")
AL_PARAMETER (RHYTHM_TS_ATRIA, "rhythm.atrial_systole_s", "T_sa", "s", MODEL, 0.11, 0.08, 0.18, N_ ("Time from atrial activation to peak atrial elastance"), "MC")

/* Chambers: Burkhoff & Tyberg 1993 form, values MC */
AL_PARAMETER (LV_EES, "lv.ees_mmhg_ml", "Ees", "mmHg/mL", COMMAND, 2.8, 0.2, 6.0, N_ ("Left ventricular end-systolic elastance (contractility)"), "form: Burkhoff 1991; value MC")
AL_PARAMETER (LV_V0, "lv.v0_ml", "V0", "mL", PATIENT, 8, 0, 60, N_ ("Left ventricular volume at zero end-systolic pressure"), "MC")
AL_PARAMETER (LV_A, "lv.stiffness_a_mmhg", "a", "mmHg", PATIENT, 0.50, 0.1, 3.0, N_ ("Left ventricular passive pressure scale"), "MC")
AL_PARAMETER (LV_B, "lv.stiffness_b_per_ml", "b", "1/mL", PATIENT, 0.0255, 0.005, 0.06, N_ ("Left ventricular passive stiffness exponent"), "MC")
AL_PARAMETER (LV_VD, "lv.vd_ml", "Vd", "mL", PATIENT, 8, 0, 60, N_ ("Left ventricular volume at zero passive pressure"), "MC")
AL_PARAMETER (LV_TAU, "lv.tau_s", "tau", "s", PATIENT, 0.038, 0.02, 0.12, N_ ("Time constant of left ventricular relaxation"), "MC")
AL_PARAMETER (LV_KS, "lv.ejection_resistance_s_ml", "Ks", "s/mL", MODEL, 0.0006, 0, 0.003, N_ ("Fall of left ventricular active pressure with ejection flow"), "form: Shroff 1985; value MC")
AL_PARAMETER (RV_EES, "rv.ees_mmhg_ml", "Ees_rv", "mmHg/mL", COMMAND, 0.52, 0.05, 2.0, N_ ("Right ventricular end-systolic elastance"), "form: Burkhoff 1991; value MC")
AL_PARAMETER (RV_V0, "rv.v0_ml", "V0_rv", "mL", PATIENT, 22, 0, 80, N_ ("Right ventricular volume at zero end-systolic pressure"), "MC")
AL_PARAMETER (RV_A, "rv.stiffness_a_mmhg", "a_rv", "mmHg", PATIENT, 0.55, 0.1, 3.0, N_ ("Right ventricular passive pressure scale"), "MC")
AL_PARAMETER (RV_B, "rv.stiffness_b_per_ml", "b_rv", "1/mL", PATIENT, 0.0225, 0.005, 0.06, N_ ("Right ventricular passive stiffness exponent"), "MC")
AL_PARAMETER (RV_VD, "rv.vd_ml", "Vd_rv", "mL", PATIENT, 15, 0, 60, N_ ("Right ventricular volume at zero passive pressure"), "MC")
AL_PARAMETER (RV_TAU, "rv.tau_s", "tau_rv", "s", PATIENT, 0.040, 0.02, 0.12, N_ ("Time constant of right ventricular relaxation"), "MC")
AL_PARAMETER (RV_KS, "rv.ejection_resistance_s_ml", "Ks_rv", "s/mL", MODEL, 0.0004, 0, 0.003, N_ ("Fall of right ventricular active pressure with ejection flow"), "form: Shroff 1985; value MC")
AL_PARAMETER (LA_EES, "la.ees_mmhg_ml", "Ees_la", "mmHg/mL", PATIENT, 0.25, 0.05, 1.0, N_ ("Left atrial end-systolic elastance"), "MC")
AL_PARAMETER (LA_V0, "la.v0_ml", "V0_la", "mL", PATIENT, 12, 0, 60, N_ ("Left atrial volume at zero end-systolic pressure"), "MC")
AL_PARAMETER (LA_A, "la.stiffness_a_mmhg", "a_la", "mmHg", PATIENT, 0.50, 0.1, 3.0, N_ ("Left atrial passive pressure scale"), "MC")
AL_PARAMETER (LA_B, "la.stiffness_b_per_ml", "b_la", "1/mL", PATIENT, 0.038, 0.005, 0.08, N_ ("Left atrial passive stiffness exponent"), "MC")
AL_PARAMETER (LA_VD, "la.vd_ml", "Vd_la", "mL", PATIENT, 15, 0, 60, N_ ("Left atrial volume at zero passive pressure"), "MC")
AL_PARAMETER (LA_TAU, "la.tau_s", "tau_la", "s", PATIENT, 0.025, 0.01, 0.08, N_ ("Time constant of left atrial relaxation"), "MC")
AL_PARAMETER (RA_EES, "ra.ees_mmhg_ml", "Ees_ra", "mmHg/mL", PATIENT, 0.20, 0.05, 1.0, N_ ("Right atrial end-systolic elastance"), "MC")
AL_PARAMETER (RA_V0, "ra.v0_ml", "V0_ra", "mL", PATIENT, 12, 0, 60, N_ ("Right atrial volume at zero end-systolic pressure"), "MC")
AL_PARAMETER (RA_A, "ra.stiffness_a_mmhg", "a_ra", "mmHg", PATIENT, 0.40, 0.1, 3.0, N_ ("Right atrial passive pressure scale"), "MC")
AL_PARAMETER (RA_B, "ra.stiffness_b_per_ml", "b_ra", "1/mL", PATIENT, 0.038, 0.005, 0.08, N_ ("Right atrial passive stiffness exponent"), "MC")
AL_PARAMETER (RA_VD, "ra.vd_ml", "Vd_ra", "mL", PATIENT, 15, 0, 60, N_ ("Right atrial volume at zero passive pressure"), "MC")
AL_PARAMETER (RA_TAU, "ra.tau_s", "tau_ra", "s", PATIENT, 0.025, 0.01, 0.08, N_ ("Time constant of right atrial relaxation"), "MC")
AL_PARAMETER (SEPTUM_DIASTOLE, "septum.diastolic_elastance_mmhg_ml", "E_sd", "mmHg/mL", MODEL, 3, 1, 40, N_ ("Elastance of the relaxed septum"), "MC")
AL_PARAMETER (SEPTUM_SYSTOLE, "septum.systolic_elastance_mmhg_ml", "E_ss", "mmHg/mL", MODEL, 14, 1, 80, N_ ("Elastance of the contracted septum"), "MC")
AL_PARAMETER (PERICARDIUM_P, "pericardium.pressure_scale_mmhg", "P_p", "mmHg", PATIENT, 0.7, 0, 3, N_ ("Pericardial pressure at its reference volume"), "MC")
AL_PARAMETER (PERICARDIUM_V0, "pericardium.reference_volume_ml", "V_p", "mL", PATIENT, 370, 250, 900, N_ ("Reference volume of the pericardium"), "MC; chronic dilated heart 520")
AL_PARAMETER (PERICARDIUM_K, "pericardium.volume_scale_ml", "k_p", "mL", PATIENT, 80, 40, 200, N_ ("Volume over which pericardial pressure rises e-fold"), "MC; chronic dilated heart 110")
AL_PARAMETER (PERICARDIUM_EFFUSION, "pericardium.effusion_ml", "V_eff", "mL", COMMAND, 0, 0, 500, N_ ("Fluid in the pericardium"), "adds to the volume that the pericardium holds")
AL_PARAMETER (SEPTUM_DEFECT, "septum.defect_cm2", "A_vsd", "cm2", COMMAND, 0, 0, 3, N_ ("Defect of the ventricular septum"), "orifice equation")
AL_PARAMETER (LVOT_OBSTRUCTION, "lvot.obstruction", "", "1", PATIENT, 0, 0, 0.95, N_ ("Share of the outflow area that is lost when the ventricle is small and contracted"), "MC: dynamic obstruction")
AL_PARAMETER (LVOT_OBSTRUCTION_VOLUME, "lvot.obstruction_volume_ml", "", "mL", PATIENT, 80, 30, 200, N_ ("Left ventricular volume below which the outflow tract narrows"), "MC")

/* Valves: Mynard 2012 form, values MC */
AL_PARAMETER (MITRAL_AREA, "mitral.area_cm2", "A_mv", "cm2", PATIENT, 5.0, 0.6, 8, N_ ("Open area of the mitral valve"), "form: Mynard 2012; value MC")
AL_PARAMETER (MITRAL_LEAK, "mitral.regurgitant_area_cm2", "A_mr", "cm2", PATIENT, 0, 0, 1.2, N_ ("Regurgitant orifice of the mitral valve"), "orifice equation")
AL_PARAMETER (AORTIC_AREA, "aortic.area_cm2", "A_av", "cm2", PATIENT, 4.0, 0.4, 6, N_ ("Open area of the aortic valve"), "form: Mynard 2012; value MC")
AL_PARAMETER (AORTIC_LEAK, "aortic.regurgitant_area_cm2", "A_ar", "cm2", PATIENT, 0, 0, 1.2, N_ ("Regurgitant orifice of the aortic valve"), "orifice equation")
AL_PARAMETER (TRICUSPID_AREA, "tricuspid.area_cm2", "A_tv", "cm2", PATIENT, 6.5, 0.8, 10, N_ ("Open area of the tricuspid valve"), "form: Mynard 2012; value MC")
AL_PARAMETER (TRICUSPID_LEAK, "tricuspid.regurgitant_area_cm2", "A_tr", "cm2", PATIENT, 0, 0, 1.5, N_ ("Regurgitant orifice of the tricuspid valve"), "orifice equation")
AL_PARAMETER (PULMONARY_AREA, "pulmonary_valve.area_cm2", "A_pv", "cm2", PATIENT, 4.8, 0.4, 7, N_ ("Open area of the pulmonary valve"), "form: Mynard 2012; value MC")
AL_PARAMETER (PULMONARY_LEAK, "pulmonary_valve.regurgitant_area_cm2", "A_pr", "cm2", PATIENT, 0, 0, 1.2, N_ ("Regurgitant orifice of the pulmonary valve"), "orifice equation")
AL_PARAMETER (LVOT_AREA, "lvot.area_cm2", "A_lvot", "cm2", PATIENT, 3.8, 2, 6, N_ ("Area of the left ventricular outflow tract"), "2.2 cm diameter, textbook value")

/* Systemic arteries */
AL_PARAMETER (ARTERIES_P1, "arteries.wall_pressure_mmhg", "p1", "mmHg", MODEL, 40, 10, 120, N_ ("Pressure scale of the exponential arterial wall"), "MC")
AL_PARAMETER (ARCH_C, "arch.compliance_ml_mmhg", "C0", "mL/mmHg", PATIENT, 0.55, 0.1, 2, N_ ("Compliance of root, ascending aorta and arch at 90 mmHg"), "MC")
AL_PARAMETER (THORACIC_C, "thoracic_aorta.compliance_ml_mmhg", "C1", "mL/mmHg", PATIENT, 0.34, 0.05, 2, N_ ("Compliance of the descending thoracic aorta at 90 mmHg"), "MC")
AL_PARAMETER (ABDOMINAL_C, "abdominal_aorta.compliance_ml_mmhg", "C2", "mL/mmHg", PATIENT, 0.30, 0.05, 2, N_ ("Compliance of the abdominal aorta and iliac arteries at 90 mmHg"), "MC")
AL_PARAMETER (UPPER_C, "upper_arteries.compliance_ml_mmhg", "CU", "mL/mmHg", PATIENT, 0.22, 0.05, 2, N_ ("Compliance of the arteries of the upper body at 90 mmHg"), "MC")
AL_PARAMETER (ARCH_ETA, "arch.wall_viscosity_mmhg_s_ml", "eta0", "mmHg s/mL", MODEL, 0.035, 0, 0.2, N_ ("Wall viscosity of the arch"), "Kelvin-Voigt wall; MC")
AL_PARAMETER (THORACIC_ETA, "thoracic_aorta.wall_viscosity_mmhg_s_ml", "eta1", "mmHg s/mL", MODEL, 0.05, 0, 0.2, N_ ("Wall viscosity of the thoracic aorta"), "Kelvin-Voigt wall; MC")
AL_PARAMETER (ABDOMINAL_ETA, "abdominal_aorta.wall_viscosity_mmhg_s_ml", "eta2", "mmHg s/mL", MODEL, 0.10, 0, 0.3, N_ ("Wall viscosity of the abdominal aorta"), "Kelvin-Voigt wall; MC")
AL_PARAMETER (UPPER_ETA, "upper_arteries.wall_viscosity_mmhg_s_ml", "etaU", "mmHg s/mL", MODEL, 0.06, 0, 0.3, N_ ("Wall viscosity of the upper-body arteries"), "Kelvin-Voigt wall; MC")
AL_PARAMETER (ARCH_L, "arch.inertance_mmhg_s2_ml", "L01", "mmHg s2/mL", MODEL, 0.0030, 0.002, 0.02, N_ ("Inertance from arch to thoracic aorta"), "MC")
AL_PARAMETER (ARCH_R, "arch.resistance_mmhg_s_ml", "R01", "mmHg s/mL", MODEL, 0.008, 0, 0.1, N_ ("Resistance from arch to thoracic aorta"), "MC")
AL_PARAMETER (ABDOMINAL_L, "abdominal_aorta.inertance_mmhg_s2_ml", "L12", "mmHg s2/mL", MODEL, 0.0050, 0.002, 0.02, N_ ("Inertance from thoracic to abdominal aorta"), "MC")
AL_PARAMETER (ABDOMINAL_R, "abdominal_aorta.resistance_mmhg_s_ml", "R12", "mmHg s/mL", MODEL, 0.020, 0, 0.1, N_ ("Resistance from thoracic to abdominal aorta"), "MC")
AL_PARAMETER (UPPER_R, "upper_arteries.resistance_mmhg_s_ml", "R0U", "mmHg s/mL", MODEL, 0.10, 0.02, 1, N_ ("Resistance from the arch to the upper-body arteries"), "MC")
AL_PARAMETER (UPPER_BED_R, "upper_bed.resistance_mmhg_s_ml", "RU", "mmHg s/mL", COMMAND, 3.45, 0.7, 12, N_ ("Vascular resistance of the upper body"), "MC: systemic resistance 900-1400 dyn s cm-5")
AL_PARAMETER (LOWER_BED_R, "lower_bed.resistance_mmhg_s_ml", "RL", "mmHg s/mL", COMMAND, 1.41, 0.3, 5, N_ ("Vascular resistance of the lower body"), "MC: systemic resistance 900-1400 dyn s cm-5")

/* Coronary and bronchial */
AL_PARAMETER (CORONARY_R1, "coronary.proximal_resistance_mmhg_s_ml", "Rc1", "mmHg s/mL", PATIENT, 11, 2, 120, N_ ("Proximal coronary resistance; a stenosis adds to it"), "MC: 240-260 mL/min, three quarters of it in diastole")
AL_PARAMETER (CORONARY_R2, "coronary.distal_resistance_mmhg_s_ml", "Rc2", "mmHg s/mL", PATIENT, 11, 2, 60, N_ ("Distal coronary resistance"), "MC")
AL_PARAMETER (CORONARY_C, "coronary.compliance_ml_mmhg", "C_im", "mL/mmHg", MODEL, 0.12, 0.02, 0.5, N_ ("Intramyocardial compliance"), "form: Spaan 1981; value MC")
AL_PARAMETER (CORONARY_PIM, "coronary.intramyocardial_fraction", "k_im", "1", MODEL, 0.5, 0, 1, N_ ("Intramyocardial pressure as a fraction of transmural left ventricular pressure"), "MC")
AL_PARAMETER (BRONCHIAL_R, "bronchial.resistance_mmhg_s_ml", "R_br", "mmHg s/mL", MODEL, 90, 20, 1000, N_ ("Resistance from the thoracic aorta through the bronchi to the pulmonary veins"), "about 1 % of cardiac output")

/* Systemic veins */
AL_PARAMETER (UPPER_VEIN_C, "upper_veins.compliance_ml_mmhg", "CVU", "mL/mmHg", PATIENT, 28, 8, 80, N_ ("Compliance of the upper-body veins"), "MC")
AL_PARAMETER (LOWER_VEIN_C, "lower_veins.compliance_ml_mmhg", "CVL", "mL/mmHg", PATIENT, 82, 20, 200, N_ ("Compliance of the lower-body veins"), "MC")
AL_PARAMETER (UPPER_VEIN_VUS, "upper_veins.unstressed_volume_ml", "VusU", "mL", PATIENT, 590, 150, 1000, N_ ("Unstressed volume of the upper-body veins"), "MC; falls with sympathetic tone")
AL_PARAMETER (LOWER_VEIN_VUS, "lower_veins.unstressed_volume_ml", "VusL", "mL", PATIENT, 1680, 400, 2600, N_ ("Unstressed volume of the lower-body veins"), "MC; falls with sympathetic tone")
AL_PARAMETER (UPPER_VEIN_R, "upper_veins.resistance_mmhg_s_ml", "RvU", "mmHg s/mL", PATIENT, 0.25, 0.05, 1.5, N_ ("Resistance to venous return of the upper body"), "MC: about 1.3 mmHg min/L in all")
AL_PARAMETER (LOWER_VEIN_R, "lower_veins.resistance_mmhg_s_ml", "RvL", "mmHg s/mL", PATIENT, 0.11, 0.02, 1.0, N_ ("Resistance to venous return of the lower body"), "MC")

/* Lungs */
AL_PARAMETER (PA_C, "pulmonary_artery.compliance_ml_mmhg", "C_pa", "mL/mmHg", PATIENT, 4.3, 0.5, 10, N_ ("Compliance of the pulmonary artery at 15 mmHg"), "MC")
AL_PARAMETER (PA_P1, "pulmonary_artery.wall_pressure_mmhg", "p1_pa", "mmHg", MODEL, 8, 2, 40, N_ ("Pressure scale of the pulmonary arterial wall"), "MC")
AL_PARAMETER (LUNG_R, "lung.resistance_mmhg_s_ml", "PVR", "mmHg s/mL", PATIENT, 0.07, 0.02, 1.2, N_ ("Pulmonary vascular resistance at the reference pressure"), "MC: 0.5-1.6 Wood units in health")
AL_PARAMETER (LUNG_REFERENCE, "lung.reference_pressure_mmhg", "", "mmHg", PATIENT, 17, 0, 60, N_ ("Mean of the pressures before and behind the vessels of the lung at which their resistance holds"), "MC: what this patient has at rest")
AL_PARAMETER (LUNG_DISTENSIBILITY, "lung.distensibility_percent_mmhg", "", "%/mmHg", PATIENT, 1.39, 0, 3, N_ ("Widening of the vessels of the lung with pressure, which lowers their resistance"), "Malhotra 2016, doi 10.1161/CIRCHEARTFAILURE.115.003011: 1.39 in controls, 0.84 in heart failure, 0.40 in pulmonary hypertension; form: Linehan 1992")
AL_PARAMETER (LUNG_OBSTRUCTED, "lung.obstructed_share", "", "1", PATIENT, 0, 0, 1, N_ ("Share of the pulmonary vascular resistance that no drug changes, such as that of clots"), "MC")
AL_PARAMETER (LUNG_SHUNT, "lung.shunt_fraction", "Qs/Qt", "1", COMMAND, 0, 0, 0.9, N_ ("Share of the blood that passes the lung without taking up oxygen, at a PEEP of 5 cmH2O"), "shunt equation; value MC")
AL_PARAMETER (LUNG_RECRUITABLE, "lung.recruitable_share", "", "1", PATIENT, 0, 0, 0.9, N_ ("Share of that shunt that PEEP can open"), "MC")
AL_PARAMETER (LUNG_WATER_THRESHOLD, "lung.water_threshold_mmhg", "", "mmHg", MODEL, 26, 20, 35, N_ ("Pulmonary capillary pressure above which water leaves for the lung"), "MC: 25-28")
AL_PARAMETER (LUNG_WATER_RATE, "lung.water_rate_ml_min_mmhg", "", "mL/min/mmHg", MODEL, 0.2, 0, 2, N_ ("Water that leaves per mmHg above the threshold"), "MC")
AL_PARAMETER (PULMONARY_VEIN_C, "pulmonary_veins.compliance_ml_mmhg", "C_pv", "mL/mmHg", PATIENT, 9, 2, 30, N_ ("Compliance of the pulmonary veins"), "MC")
AL_PARAMETER (PULMONARY_VEIN_R, "pulmonary_veins.resistance_mmhg_s_ml", "R_pv", "mmHg s/mL", MODEL, 0.012, 0.006, 0.2, N_ ("Resistance from the pulmonary veins to the left atrium"), "MC")

/* Ventilation */
AL_PARAMETER (VENTILATION_MODE, "ventilation.mode", "", "", "spontaneous|mechanical", 0, 0, 1, N_ ("Who breathes: the patient or the ventilator"), "MC")
AL_PARAMETER (VENTILATION_PEEP, "ventilation.peep_cmh2o", "PEEP", "cmH2O", COMMAND, 5, 0, 24, N_ ("Positive end-expiratory pressure; acts under mechanical ventilation"), "MC")
AL_PARAMETER (VENTILATION_FIO2, "ventilation.fio2", "FiO2", "1", COMMAND, 0.21, 0.21, 1, N_ ("Oxygen fraction of what is breathed in"), "")
AL_PARAMETER (VENTILATION_ALVEOLAR, "ventilation.alveolar_l_min", "VA", "L/min", COMMAND, 4.3, 0, 15, N_ ("Alveolar ventilation: what removes carbon dioxide"), "PaCO2 = 863 VCO2 / VA; 40 mmHg in health")

/* Reflex and ischaemia */
AL_PARAMETER (REFLEX_GAIN, "reflex.gain", "G", "1", COMMAND, 0, 0, 1.5, N_ ("Gain of the baroreflex: 0 off, 0.5 sedated, 1 awake"), "form: Ursino 1998; value MC")
AL_PARAMETER (REFLEX_SET_POINT, "reflex.set_point_mmhg", "P_set", "mmHg", PATIENT, 97, 40, 120, N_ ("Arterial pressure at which the reflex leaves everything as it is: the operating point of the patient"), "MC")
AL_PARAMETER (LV_RESERVE, "lv.contractile_reserve", "", "1", PATIENT, 1, 0, 1, N_ ("Share of the effect of an inotrope that is left in this left ventricle"), "MC: 1 in chronic heart failure; dead muscle does not answer")
AL_PARAMETER (ISCHAEMIA_GAIN, "ischaemia.gain", "g", "1", COMMAND, 0, 0, 0.5, N_ ("How strongly coronary flow acts back on contractility"), "MC: 0.3-0.4; above 0.6 close to bistable")
AL_PARAMETER (ISCHAEMIA_FLOW, "ischaemia.reference_flow_ml_s", "Q0", "mL/s", PATIENT, 4.2, 0.5, 10, N_ ("Coronary flow at which ischaemia feedback leaves contractility as it is"), "MC: the patient's own coronary flow")
AL_PARAMETER (RV_PERFUSION_GAIN, "rv.perfusion_gain", "", "1", PATIENT, 0, 0, 1, N_ ("How strongly the perfusion pressure of the right ventricle acts back on its contractility"), "MC")
AL_PARAMETER (RV_PERFUSION, "rv.reference_perfusion_mmhg", "", "mmHg", PATIENT, 60, 20, 110, N_ ("Mean arterial less right atrial pressure at which that feedback leaves contractility as it is"), "MC: what this patient has at rest")

/* Intra-aortic balloon pump */
AL_PARAMETER (IABP_ON, "iabp.on", "", "", "off|on", 0, 0, 1, N_ ("Intra-aortic balloon pump"), "")
AL_PARAMETER (IABP_RATIO, "iabp.ratio", "1:n", "1", COMMAND, 1, 1, 3, N_ ("Assist ratio: every beat, every second or every third"), "")
AL_PARAMETER (IABP_TRIGGER, "iabp.trigger", "", "", "ecg|pressure|internal", 0, 0, 2, N_ ("What starts the balloon: the R wave, the rise of the arterial pressure, or a clock of its own"), "")
AL_PARAMETER (IABP_INTERNAL_RATE, "iabp.internal_rate_bpm", "", "1/min", COMMAND, 80, 40, 120, N_ ("Rate of the internal trigger"), "MC")
AL_PARAMETER (IABP_VOLUME, "iabp.volume_ml", "V_max", "mL", COMMAND, 40, 20, 50, N_ ("Gas volume of the balloon"), "30, 40 and 50 mL balloons are usual")
AL_PARAMETER (IABP_INFLATION_OFFSET, "iabp.inflation_offset_ms", "dt_inf", "ms", COMMAND, 0, -150, 200, N_ ("Inflation earlier (negative) or later than right"), "right: 20 ms before closure of the aortic valve")
AL_PARAMETER (IABP_DEFLATION_OFFSET, "iabp.deflation_offset_ms", "dt_def", "ms", COMMAND, 0, -250, 150, N_ ("Deflation earlier (negative) or later than right"), "right: 50 ms before the predicted R wave")
AL_PARAMETER (IABP_INFLATION_LEAD, "iabp.inflation_lead_ms", "", "ms", MODEL, 20, 0, 80, N_ ("Inflation is commanded this long before closure of the aortic valve"), "MC; about 40 ms before the notch at the bedside")
AL_PARAMETER (IABP_DEFLATION_LEAD, "iabp.deflation_lead_ms", "", "ms", MODEL, 50, 0, 120, N_ ("Deflation is commanded this long before the predicted R wave"), "MC")
AL_PARAMETER (IABP_DRIVE, "iabp.drive_pressure_mmhg", "", "mmHg", MODEL, 230, 100, 400, N_ ("Driving pressure of inflation"), "MC")
AL_PARAMETER (IABP_VACUUM, "iabp.vacuum_mmhg", "", "mmHg", MODEL, -140, -300, -20, N_ ("Driving vacuum of deflation"), "MC")
AL_PARAMETER (IABP_INFLATION_R, "iabp.inflation_resistance_mmhg_s_ml", "", "mmHg s/mL", MODEL, 0.42, 0.1, 2, N_ ("Gas resistance of inflation"), "MC: about 150 ms to 95 %")
AL_PARAMETER (IABP_DEFLATION_R, "iabp.deflation_resistance_mmhg_s_ml", "", "mmHg s/mL", MODEL, 0.52, 0.1, 2, N_ ("Gas resistance of deflation"), "MC: about 150 ms to 95 %")
AL_PARAMETER (IABP_DEAD_TIME, "iabp.dead_time_ms", "", "ms", MODEL, 20, 0, 100, N_ ("Dead time of the gas valve"), "MC")
AL_PARAMETER (IABP_RAMP, "iabp.ramp_ms", "", "ms", MODEL, 30, 5, 100, N_ ("Time over which the gas valve opens"), "MC")
AL_PARAMETER (IABP_DISPLACEMENT, "iabp.displacement", "k", "1", MODEL, 0.9, 0.5, 1, N_ ("Aortic volume displaced per volume of gas"), "MC")
AL_PARAMETER (IABP_OCCLUSION, "iabp.occlusion_mmhg_s_ml", "", "mmHg s/mL", MODEL, 0.25, 0, 0.6, N_ ("Resistance that a full 40 mL balloon adds to the aorta below it; half of it above"), "MC")

/* Veno-arterial ECMO */
AL_PARAMETER (ECMO_ON, "ecmo.on", "", "", "off|on", 0, 0, 1, N_ ("Veno-arterial ECMO, femoral return"), "")
AL_PARAMETER (ECMO_MODE, "ecmo.mode", "", "", "flow|speed", 0, 0, 1, N_ ("What is held constant: mean flow or pump speed; only the named one is obeyed"), "")
AL_PARAMETER (ECMO_FLOW, "ecmo.flow_l_min", "Q", "L/min", COMMAND, 4, 0.5, 6, N_ ("Wanted mean flow in flow mode"), "")
AL_PARAMETER (ECMO_RPM, "ecmo.rpm", "n", "1/min", COMMAND, 3000, 800, 5000, N_ ("Pump speed in speed mode"), "")
AL_PARAMETER (ECMO_RETURN_FR, "ecmo.return_cannula_fr", "", "Fr", COMMAND, 17, 13, 25, N_ ("Size of the return (arterial) cannula"), "")
AL_PARAMETER (ECMO_DRAINAGE_FR, "ecmo.drainage_cannula_fr", "", "Fr", COMMAND, 25, 17, 31, N_ ("Size of the drainage (venous) cannula"), "")
AL_PARAMETER (ECMO_RETURN_SITE, "ecmo.return_site", "", "", "femoral|central", 0, 0, 1, N_ ("Where blood is returned: the femoral artery or the ascending aorta"), "")
AL_PARAMETER (ECMO_DRAINAGE_SITE, "ecmo.drainage_site", "", "", "venous|biatrial", 0, 0, 1, N_ ("Where blood is drained: the right atrium and cava, or both atria through the septum (LAVA-ECMO)"), "")
AL_PARAMETER (ECMO_SWEEP, "ecmo.sweep_l_min", "", "L/min", COMMAND, 2, 0, 12, N_ ("Sweep gas through the oxygenator: removes carbon dioxide, hardly acts on oxygen. As much gas as blood takes over from lungs without blood; less does where they still breathe and are perfused"), "")
AL_PARAMETER (ECMO_FDO2, "ecmo.fdo2", "FdO2", "1", COMMAND, 1, 0.21, 1, N_ ("Oxygen fraction of the sweep gas"), "")
AL_PARAMETER (ECMO_OXYGENATOR, "ecmo.oxygenator_transfer", "", "1", COMMAND, 1, 0, 1, N_ ("What is left of the gas exchange of the oxygenator; 0 when it has failed"), "")
AL_PARAMETER (ECMO_DISTAL, "ecmo.distal_perfusion", "", "", "off|on", 1, 0, 1, N_ ("Cannula that perfuses the leg beyond the return cannula"), "")
AL_PARAMETER (ECMO_HEAD, "ecmo.pump_head_mmhg_min2", "", "mmHg min2", MODEL, 3.3e-5, 1e-5, 1e-4, N_ ("Pump head at zero flow per speed squared"), "pump charts, from memory; MC")
AL_PARAMETER (ECMO_PUMP_LOSS, "ecmo.pump_loss_mmhg_s2_ml2", "", "mmHg s2/mL2", MODEL, 0.011, 0, 0.1, N_ ("Fall of pump head per flow squared"), "pump charts, from memory; MC")
AL_PARAMETER (ECMO_CIRCUIT_R, "ecmo.circuit_resistance_mmhg_s_ml", "", "mmHg s/mL", MODEL, 0.60, 0.1, 3, N_ ("Resistance of oxygenator and tubing"), "MC")
AL_PARAMETER (ECMO_RETURN_K, "ecmo.return_loss_mmhg_s2_ml2", "", "mmHg s2/mL2", MODEL, 0.0225, 0.001, 0.2, N_ ("Loss of a 17 Fr return cannula per flow squared"), "100 mmHg at 4 L/min; order as Broman 2019; MC")
AL_PARAMETER (ECMO_DRAINAGE_K, "ecmo.drainage_loss_mmhg_s2_ml2", "", "mmHg s2/mL2", MODEL, 0.0065, 0.0005, 0.1, N_ ("Loss of a 25 Fr drainage cannula per flow squared"), "MC")
AL_PARAMETER (ECMO_L, "ecmo.inertance_mmhg_s2_ml", "", "mmHg s2/mL", MODEL, 0.04, 0.01, 0.3, N_ ("Inertance of the circuit"), "MC")
AL_PARAMETER (ECMO_IVC_FRACTION, "ecmo.ivc_fraction", "", "1", MODEL, 0.2, 0, 1, N_ ("Share of the drainage that comes from the lower veins; the rest from the right atrium"), "MC")

/* Transvalvular micro-axial flow pump, left atrial vent, septostomy */
AL_PARAMETER (MAFP_ON, "mafp.on", "", "", "off|on", 0, 0, 1, N_ ("Transvalvular micro-axial flow pump, from the left ventricle to the ascending aorta"), "")
AL_PARAMETER (MAFP_LEVEL, "mafp.p_level", "P", "1", COMMAND, 6, 1, 9, N_ ("Performance level of the pump, P1 to P9"), "")
AL_PARAMETER (MAFP_HEAD, "mafp.head_mmhg", "", "mmHg", MODEL, 255, 50, 400, N_ ("Pump head at zero flow and 46 000/min"), "pump tables, from memory; MC")
AL_PARAMETER (MAFP_R, "mafp.resistance_mmhg_s_ml", "", "mmHg s/mL", MODEL, 1.47, 0, 5, N_ ("Resistance of the pump"), "MC: makes low levels weak, as in makers' tables, from memory")
AL_PARAMETER (MAFP_LOSS, "mafp.loss_mmhg_s2_ml2", "", "mmHg s2/mL2", MODEL, 0.0285, 0.005, 0.2, N_ ("Fall of pump head per flow squared"), "MC: 1.5 L/min at P2, 3.4 at P8 against 60 mmHg")
AL_PARAMETER (MAFP_BACK, "mafp.backward_loss_factor", "", "1", MODEL, 8, 1, 50, N_ ("How much more backward flow loses"), "MC")
AL_PARAMETER (MAFP_L, "mafp.inertance_mmhg_s2_ml", "", "mmHg s2/mL", MODEL, 0.03, 0.01, 0.2, N_ ("Inertance of the pump"), "MC")
AL_PARAMETER (MAFP_SUCTION, "mafp.suction_volume_ml", "", "mL", MODEL, 40, 5, 60, N_ ("Left ventricular volume at which the inlet is half closed by the wall"), "MC")
AL_PARAMETER (LA_VENT_ON, "la_vent.on", "", "", "off|on", 0, 0, 1, N_ ("Vent from the left atrium into the drainage of the ECMO"), "")
AL_PARAMETER (LA_VENT_G, "la_vent.conductance_ml_s_mmhg", "", "mL/s/mmHg", MODEL, 1, 0.1, 5, N_ ("Flow of the vent per pressure difference"), "MC")
AL_PARAMETER (LA_VENT_SUCTION, "la_vent.suction_mmhg", "", "mmHg", MODEL, 8, 0, 40, N_ ("Suction of the vent below thoracic pressure"), "MC")
AL_PARAMETER (LAVA_FACTOR, "ecmo.biatrial_factor", "", "1", MODEL, 3, 1, 10, N_ ("How much more a transseptal drainage cannula takes from the left atrium than a vent"), "MC")
AL_PARAMETER (SEPTOSTOMY, "septostomy.area_cm2", "A_asd", "cm2", COMMAND, 0, 0, 3, N_ ("Opening in the atrial septum"), "orifice equation")

/* Drugs: doses; what they do is in al-drug-table.h */
AL_PARAMETER (DRUG_NOREPINEPHRINE, "drug.norepinephrine_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 2, N_ ("Norepinephrine: vasoconstrictor, mild inotrope"), "")
AL_PARAMETER (DRUG_VASOPRESSIN, "drug.vasopressin_u_min", "", "U/min", COMMAND, 0, 0, 0.1, N_ ("Vasopressin: vasoconstrictor that spares the lung"), "")
AL_PARAMETER (DRUG_PHENYLEPHRINE, "drug.phenylephrine_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 5, N_ ("Phenylephrine: vasoconstrictor"), "")
AL_PARAMETER (DRUG_EPINEPHRINE, "drug.epinephrine_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 1, N_ ("Epinephrine: inotrope and vasoconstrictor; raises lactate"), "")
AL_PARAMETER (DRUG_DOBUTAMINE, "drug.dobutamine_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 20, N_ ("Dobutamine: inotrope and vasodilator"), "")
AL_PARAMETER (DRUG_MILRINONE, "drug.milrinone_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 1, N_ ("Milrinone: inotrope and vasodilator, slow"), "")
AL_PARAMETER (DRUG_LEVOSIMENDAN, "drug.levosimendan_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 0.2, N_ ("Levosimendan: calcium sensitiser and vasodilator, slow"), "")
AL_PARAMETER (DRUG_NITROPRUSSIDE, "drug.nitroprusside_ug_kg_min", "", "µg/kg/min", COMMAND, 0, 0, 5, N_ ("Nitroprusside: vasodilator of arteries and veins"), "")
AL_PARAMETER (DRUG_FUROSEMIDE, "drug.furosemide_mg", "", "mg", COMMAND, 0, 0, 240, N_ ("Furosemide given in all; the difference to what was given so far acts now"), "")

/* Hours: lactate, carbon dioxide, lung water, limb, blood damage. Coarse. */
AL_PARAMETER (SLOW_ACCELERATION, "slow.acceleration", "", "1", COMMAND, 1, 1, 240, N_ ("How much faster the slow organs live than the heart beats"), "for teaching: hours in minutes")
AL_PARAMETER (LACTATE_DO2, "lactate.critical_do2_ml_min", "", "mL/min", MODEL, 600, 300, 900, N_ ("Oxygen delivery below which regions of the body make lactate"), "MC: calibrated on the lactate of the SCAI stages; not the anaerobic threshold of the whole body")
