#!/usr/bin/env Rscript
# Golden values of org.debye.inference.diagnostics: posterior_diagnostics.csv beside this script.
# Needs R with posterior 1.4.0 (Debian 12: r-cran-posterior).
#
# Draws come from a generator of exact arithmetic (Park and Miller's, sums, products, quotients), so
# that the test makes the very same numbers: DiagnosticsGoldenTest. "sum" checks that it does.
suppressPackageStartupMessages(library(posterior))
stopifnot(packageVersion("posterior") == "1.4.0")

state <- 1
uniform <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
noise <- function() {
  sum <- 0
  for (i in 1:12) sum <- sum + uniform()
  sum - 6
}
# chains x(t) = phi x(t - 1) + noise, chain after chain
autoregressive <- function(seed, draws, chains, phi) {
  state <<- seed
  x <- matrix(0, draws, chains)
  for (c in 1:chains) {
    last <- noise()
    for (i in 1:draws) {
      last <- phi * last + noise()
      x[i, c] <- last
    }
  }
  x
}
plain <- function(seed, draws, chains) autoregressive(seed, draws, chains, 0)
with_chain <- function(x, chain, values) {
  x[, chain] <- values
  x
}
with_value <- function(x, value) {
  x[3, 1] <- value
  x
}
heavy <- function(seed, draws, chains) {
  state <<- seed
  x <- matrix(0, draws, chains)
  for (c in 1:chains) for (i in 1:draws) {
    a <- noise()
    x[i, c] <- a / noise()
  }
  x
}

cases <- list(
  independent = plain(11, 1000, 4),
  correlated = autoregressive(12, 500, 4, 0.9),
  slow = autoregressive(13, 1000, 4, 0.99),
  crawling = autoregressive(14, 300, 3, 0.9999),
  antithetic = autoregressive(15, 500, 4, -0.7),
  alternating = autoregressive(16, 400, 2, -0.98),
  one_stuck = with_chain(plain(17, 200, 4), 2, 0.3),
  one_stuck_far = with_chain(plain(17, 200, 4), 2, 30),
  all_but_one_stuck = with_chain(with_chain(with_chain(plain(18, 200, 4), 1, 0.1), 2, 0.1), 3, 0.1),
  one_shifted = with_chain(plain(19, 200, 4), 3, plain(20, 200, 1) + 1),
  one_wide = with_chain(plain(21, 200, 4), 4, plain(22, 200, 1) * 3),
  trend = plain(23, 200, 4) + (1:200) / 64,
  constant = matrix(0.3, 100, 4),
  constants_apart = with_chain(matrix(0.3, 100, 4), 2, 0.5),
  ties = floor(plain(24, 300, 4) * 2),
  rare = (plain(25, 300, 4) > 2) * 1,
  one_chain = autoregressive(26, 500, 1, 0.5),
  odd = autoregressive(27, 251, 2, 0.5),
  heavy_tails = heavy(28, 500, 4),
  long = autoregressive(29, 5000, 2, 0.5),
  far_from_zero = plain(30, 200, 4) + 1000,
  tiny = plain(31, 200, 4) / 1000000000000,
  below_tolerance = plain(32, 200, 4) / 100000000000000000000,
  missing = with_value(plain(33, 100, 2), NaN),
  short1 = plain(41, 1, 4),
  # of two and three draws posterior takes draws for chains: such chains are NaN here
  short4 = plain(44, 4, 4),
  short5 = plain(45, 5, 4),
  short6 = plain(46, 6, 4),
  short7 = plain(47, 7, 4),
  short8 = plain(48, 8, 4),
  short9 = plain(49, 9, 1),
  short10 = plain(50, 10, 2),
  short11 = plain(51, 11, 3),
  short12 = plain(52, 12, 4),
  short13 = plain(53, 13, 1),
  short14 = plain(54, 14, 2),
  short16 = plain(55, 16, 1)
)

number <- function(f) {
  value <- suppressWarnings(tryCatch(as.numeric(f), error = function(e) NaN))
  if (is.na(value)) "NaN" else if (is.infinite(value)) "Infinity" else sprintf("%.17g", value)
}
statistics <- function(x) list(
  sum = sum(x), mean = mean(x), sd = sd(x),
  q05 = quantile2(x, 0.05), q50 = quantile2(x, 0.5), q95 = quantile2(x, 0.95),
  rhat = rhat(x), rhat_split = rhat_basic(x),
  ess_bulk = ess_bulk(x), ess_tail = ess_tail(x), ess_mean = ess_mean(x), ess_sd = ess_sd(x),
  ess_q25 = ess_quantile(x, 0.25), ess_q50 = ess_quantile(x, 0.5), ess_q100 = ess_quantile(x, 1),
  ess_unsplit = ess_basic(x, split = FALSE),
  mcse_mean = mcse_mean(x), mcse_sd = mcse_sd(x),
  mcse_q05 = mcse_quantile(x, 0.05), mcse_q50 = mcse_quantile(x, 0.5), mcse_q95 = mcse_quantile(x, 0.95)
)

columns <- names(suppressWarnings(statistics(cases$independent)))
lines <- paste(c("case", columns), collapse = ",")
for (name in names(cases)) {
  x <- cases[[name]]
  values <- suppressWarnings(tryCatch(statistics(x), error = function(e) { message(name, ": ", e); NULL }))
  stopifnot(!is.null(values))
  lines <- c(lines, paste(c(name, vapply(values, number, "")), collapse = ","))
}
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
writeLines(lines, file.path(here, "posterior_diagnostics.csv"))
