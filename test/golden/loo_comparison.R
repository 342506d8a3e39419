#!/usr/bin/env Rscript
# Golden values of org.debye.inference.comparison: loo_comparison.csv beside this script.
# Needs R with loo 2.5.1 (Debian 12: r-cran-loo).
#
# Log likelihoods come from a generator of exact arithmetic (Park and Miller's, sums and products), so
# that the test makes the very same numbers: ComparisonGoldenTest.
suppressPackageStartupMessages(library(loo))
stopifnot(packageVersion("loo") == "2.5.1")

state <- 1
noise <- function() {
  sum <- 0
  for (i in 1:12) {
    state <<- (state * 16807) %% 2147483647
    sum <- sum + state / 2147483647
  }
  sum - 6
}
# draws by chains by observations of -0.5 (y_i - m)^2 / v, m an autoregression, y_i spread, v the model's
model <- function(seed, draws, chains, observations, shift, variance) {
  state <<- seed
  y <- numeric(observations)
  for (i in 1:observations) y[i] <- 2 * noise()
  y[observations] <- 9
  x <- array(0, c(draws, chains, observations))
  for (c in 1:chains) {
    m <- noise()
    for (s in 1:draws) {
      m <- 0.5 * m + noise()
      for (i in 1:observations) {
        d <- y[i] - m - shift
        x[s, c, i] <- -0.5 * d * d / variance - 2
      }
    }
  }
  x
}
models <- list(
  wide = model(3, 250, 4, 12, 0, 4),
  narrow = model(3, 250, 4, 12, 0.5, 1),
  shifted = model(3, 250, 4, 12, -1, 6)
)
few <- model(5, 10, 2, 4, 0, 2)
mild <- model(11, 250, 4, 6, 0, 40)

lines <- "model,quantity,values"
put <- function(name, quantity, values) {
  lines <<- c(lines, paste0(name, ",", quantity, ",", paste(ifelse(is.infinite(values), "Infinity", sprintf("%.17g", values)), collapse = " ")))
}
estimates <- list()
for (name in c(names(models), "few", "mild")) {
  x <- switch(name, few = few, mild = mild, models[[name]])
  efficiency <- relative_eff(exp(x))
  fit <- suppressWarnings(loo(x, r_eff = efficiency))
  criterion <- suppressWarnings(waic(x))
  put(name, "efficiency", efficiency)
  put(name, "elpd", fit$pointwise[, "elpd_loo"])
  put(name, "parameters", fit$pointwise[, "p_loo"])
  put(name, "shapes", fit$diagnostics$pareto_k)
  put(name, "sizes", fit$diagnostics$n_eff)
  put(name, "errors", fit$pointwise[, "mcse_elpd_loo"])
  put(name, "error", ifelse(is.na(mcse_loo(fit)), NaN, mcse_loo(fit)))
  put(name, "totals", c(t(fit$estimates)))
  put(name, "waic", c(t(criterion$estimates)))
  if (name %in% names(models)) estimates[[name]] <- fit
}
compared <- loo_compare(estimates)
for (name in rownames(compared)) put(name, "difference", compared[name, c("elpd_diff", "se_diff")])
points <- sapply(estimates, function(fit) fit$pointwise[, "elpd_loo"])
weights <- stacking_weights(points, optim_control = list(reltol = 1e-15))
for (i in seq_along(estimates)) put(names(estimates)[i], "weight", weights[i])
state <- 7
ratios <- numeric(500)
for (i in 1:500) {
  a <- noise()
  ratios[i] <- 0.9 * a * a
}
smoothed <- suppressWarnings(psis(ratios, r_eff = 1))
put("ratios", "shapes", smoothed$diagnostics$pareto_k)
put("ratios", "tail", attr(smoothed, "tail_len"))
put("ratios", "sums", c(sum(ratios), sum(smoothed$log_weights), max(smoothed$log_weights), sum(weights(smoothed))))
state <- 9
points <- matrix(0, 30, 3)
for (m in 1:3) for (i in 1:30) points[i, m] <- noise() - 2
put("stack", "weight", stacking_weights(points, optim_control = list(reltol = 1e-15)))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
writeLines(lines, file.path(here, "loo_comparison.csv"))
