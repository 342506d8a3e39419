# Rscript mixing.R DATA.json FOLDER PROGRAM [WARMUP [DRAWS]]
# Stan on a mixture: mixing_PROGRAM.stan, 4 chains one after the other, CPU seconds as rstan reports them.
# Leaves stan-PROGRAM-WARMUP.draws.csv and .cost.csv in FOLDER, as MixtureRun reads them.
suppressMessages({library(rstan); library(jsonlite)})
if (dir.exists("/usr/include/boost")) rstan_options(boost_lib = "/usr/include")
args <- commandArgs(TRUE)
program <- args[3]
warmup <- if (length(args) > 3) as.integer(args[4]) else 1000
draws <- if (length(args) > 4) as.integer(args[5]) else 1000
script <- sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))
compiled <- file.path(args[2], paste0("mixing_", program, ".rds"))
if (!file.exists(compiled)) {
  source <- file.path(dirname(script), paste0("mixing_", program, ".stan"))
  saveRDS(stan_model(source, model_name = paste0("mixing_", program)), compiled)
}
fit <- sampling(readRDS(compiled), data = fromJSON(args[1]), chains = 4, cores = 1, warmup = warmup,
                iter = warmup + draws, seed = 20261120, refresh = 0, save_warmup = TRUE,
                pars = c("w", "C", "s", "L"))
values <- rstan::extract(fit, permuted = FALSE)
values <- values[, , setdiff(dimnames(values)[[3]], "lp__"), drop = FALSE]
rows <- do.call(rbind, lapply(1:4, function(chain) cbind(chain = chain, values[, chain, ])))
name <- file.path(args[2], paste0("stan-", program, "-", warmup))
table <- function(file, columns, rows) {
  writeLines(c(paste0('"', columns, '"', collapse = ","), apply(rows, 1, paste, collapse = ",")), file)
}
table(paste0(name, ".draws.csv"), colnames(rows), apply(rows, 2, format, digits = 17, trim = TRUE))
sampler <- get_sampler_params(fit, inc_warmup = TRUE)
kept <- get_sampler_params(fit, inc_warmup = FALSE)
count <- function(chains, column) sum(sapply(chains, function(x) sum(x[, column])))
fraction <- function(x) sum(diff(x[, "energy__"])^2) / sum((x[, "energy__"] - mean(x[, "energy__"]))^2)
cost <- data.frame(program = paste("Stan", packageVersion("rstan"), program), warmup = warmup,
                   cpu_s = sum(get_elapsed_time(fit)), leapfrogs = count(sampler, "n_leapfrog__"),
                   leapfrogs_sampling = count(kept, "n_leapfrog__"), divergences = count(kept, "divergent__"),
                   bfmi = min(sapply(kept, fraction)))
table(paste0(name, ".cost.csv"), names(cost), format(cost, digits = 10, scientific = FALSE, trim = TRUE))
