# Rscript d1.R FOLDER [warmup [draws]]: Stan on dataset d1, 4 chains, CPU seconds as rstan reports them.
suppressMessages({library(rstan); library(jsonlite); library(posterior)})
rstan_options(boost_lib = "/usr/include")
args <- commandArgs(TRUE)
warmup <- if (length(args) > 1) as.integer(args[2]) else 1000
draws <- if (length(args) > 2) as.integer(args[3]) else 1000
script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
model <- stan_model(file.path(dirname(script), "mixing_stretched.stan"), model_name = "mixing")
data <- fromJSON(file.path(args[1], "d1.data.json"))
fit <- sampling(model, data = data, chains = 4, cores = 1, warmup = warmup, iter = warmup + draws,
                seed = 20261120, refresh = 0, save_warmup = TRUE, pars = c("w", "C", "s", "L"))
E <- rstan::extract(fit, permuted = FALSE)
permutations <- list(c(1,2,3), c(1,3,2), c(2,1,3), c(2,3,1), c(3,1,2), c(3,2,1))
names <- paste0("C[", rep(1:2, 3), ",", rep(1:3, each = 2), "]")
R <- E[, , names]
first <- matrix(apply(E[, 1, names], 2, mean), 2, 3)
for (chain in 1:4) {
  M <- matrix(apply(E[, chain, names], 2, mean), 2, 3)
  p <- permutations[[which.min(sapply(permutations, function(p) sum((M[, p] - first)^2)))]]
  for (k in 1:3) for (d in 1:2)
    R[, chain, paste0("C[", d, ",", k, "]")] <- E[, chain, paste0("C[", d, ",", p[k], "]")]
}
summary <- summarise_draws(as_draws_array(R), "mean", "sd", "rhat", "ess_bulk")
print(as.data.frame(summary), digits = 4)
sampler <- get_sampler_params(fit, inc_warmup = TRUE)
kept <- get_sampler_params(fit, inc_warmup = FALSE)
count <- function(list, column) sum(sapply(list, function(x) sum(x[, column])))
fraction <- sapply(kept, function(x) sum(diff(x[, "energy__"])^2) / sum((x[, "energy__"] - mean(x[, "energy__"]))^2))
cpu <- sum(get_elapsed_time(fit))
worst <- min(summary$ess_bulk)
cat("Stan", as.character(packageVersion("rstan")), "4 chains x (", warmup, "+", draws, ")\n")
cat("CPU s:", cpu, "\nleapfrogs:", count(sampler, "n_leapfrog__"), "after warm-up", count(kept, "n_leapfrog__"),
    "\nus per leapfrog:", 1e6 * cpu / count(sampler, "n_leapfrog__"), "\ndivergences:", count(kept, "divergent__"),
    "\nE-BFMI:", round(fraction, 2), "\nworst bulk ESS of an endmember coordinate:", worst,
    "\nper CPU second:", worst / cpu, "\n")
