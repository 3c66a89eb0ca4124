# SPDX-License-Identifier: GPL-3.0-or-later
#
# What metafor (Viechtbauer, J Stat Softw 2010;36(3)) makes of three classical sets of trials, for test-reference.c:
#
#   Rscript tests/statistics/reference.R > tests/statistics/reference-table.h
#
# Debian: r-cran-metafor. The tests need neither R nor it: the table is kept.
#
# BCG against tuberculosis: Colditz and others, JAMA 1994;271:698. Magnesium after infarction: Egger and Davey Smith,
# BMJ 1995;310:752, in Egger, Davey Smith and Altman 2001. Diuretics against pre-eclampsia: Collins, Yusuf and Peto,
# BMJ 1985;290:17.
suppressMessages(library(metafor))

sets <- list(
  bcg = with(dat.bcg, data.frame(ai = tpos, n1i = tpos + tneg, ci = cpos, n2i = cpos + cneg)),
  magnesium = dat.egger2001[c("ai", "n1i", "ci", "n2i")],
  diuretics = with(dat.collins1985b, data.frame(ai = pre.xti, n1i = pre.nti, ci = pre.xci, n2i = pre.nci)))
measures <- c(RR = "AL_MEASURE_RISK_RATIO", OR = "AL_MEASURE_ODDS_RATIO", RD = "AL_MEASURE_RISK_DIFFERENCE")
models <- c(FE = "AL_POOLING_FIXED", DL = "AL_POOLING_DERSIMONIAN_LAIRD", PM = "AL_POOLING_PAULE_MANDEL",
            REML = "AL_POOLING_REML")
exact <- list(threshold = 1e-13, tol = 1e-13, maxiter = 1000)

number <- function(x) if (is.finite(x)) sprintf("%.8f", x) else "NAN"

print_counts <- function(name) {
  d <- sets[[name]]
  cat(sprintf("static const AlCounts %s[][2] = {\n", name))
  cat(sprintf("    {{%d, %d}, {%d, %d}},\n", d$ai, d$n1i, d$ci, d$n2i), sep = "")
  cat("};\n\n")
}

print_fit <- function(name, measure, model, knapp_hartung) {
  fit <- rma(measure = measure, ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = sets[[name]], method = model,
             test = if (knapp_hartung) "knha" else "z", control = exact)
  reach <- if (model == "FE") NA else qt(0.975, fit$k - 2) * sqrt(fit$tau2 + fit$se^2)
  cat(sprintf("    {%s, G_N_ELEMENTS (%s), {%s, %s, %s}, %s},\n", name, name, measures[[measure]], models[[model]],
              if (knapp_hartung) "TRUE" else "FALSE",
              paste(sapply(c(fit$b, fit$se, fit$ci.lb, fit$ci.ub, fit$pval, fit$tau2, fit$QE, fit$b - reach,
                             fit$b + reach), number), collapse = ", ")))
}

cat("/* SPDX-License-Identifier: GPL-3.0-or-later */\n")
cat(sprintf("/* Written by reference.R with metafor %s. */\n\n", packageVersion("metafor")))
for (name in names(sets)) print_counts(name)
cat("/* Estimate, standard error, interval, p, variance between studies, Q, and prediction; ratios as logarithms. */\n")
cat("static const Reference references[] = {\n")
# Where a cell is empty, metafor corrects a difference as well, and we its interval alone.
fits <- function(name, measure) measure != "RD" || all(sets[[name]] > 0)
for (name in names(sets))
  for (measure in Filter(function(m) fits(name, m), names(measures))) for (model in names(models))
  for (hk in if (model == "FE") FALSE else c(FALSE, TRUE)) print_fit(name, measure, model, hk)
cat("};\n")
