# Log densities and gradients of the mixing posterior as Stan computes them, for MixingDensityStanTest.
# Rscript stan_mixing.R (Debian 12: r-cran-rstan 2.21.7); writes stan_mixing.bin, little-endian float64:
# for each case: noise (0 shared, 1 authors' code), prior (0 the paper's, 1 inferred), N, K, D, alpha0, alpha1, sigma, eta,
# coordinates, points; y by observation; for each point u, lp, gradient. All constants are kept in lp.
suppressMessages(library(rstan))
rstan_options(boost_lib = "/usr/include")

shared <- "
data {
  int N; int K; int D; vector[D] y[N];
  real alpha0; real alpha1; real sigma; real eta;
}
parameters {
  simplex[K] w;
  matrix[D, K] C;
  vector<lower=0.5*sigma, upper=1.5*sigma>[D] s;
  cholesky_factor_corr[D] L;
  simplex[K] phi[N];
}
model {
  target += dirichlet_lpdf(w | rep_vector(alpha0, K));
  target += normal_lpdf(to_vector(C) | 0, 1);
  target += uniform_lpdf(s | 0.5*sigma, 1.5*sigma);
  target += lkj_corr_cholesky_lpdf(L | eta);
  for (i in 1:N) {
    target += dirichlet_lpdf(phi[i] | alpha1 * w);
    target += multi_normal_cholesky_lpdf(y[i] | C * phi[i], diag_pre_multiply(s, L));
  }
}"

authors <- "
data {
  int N; int K; int D; vector[D] y[N];
  real alpha0; real alpha1; real sigma; real eta;
}
parameters {
  simplex[K] w;
  matrix[D, K] C;
  vector<lower=0.5*sigma, upper=1.5*sigma>[D] s;
  cholesky_factor_corr[D] L[K];
  simplex[K] phi[N];
}
model {
  target += dirichlet_lpdf(w | rep_vector(alpha0, K));
  target += normal_lpdf(to_vector(C) | 0, 1);
  target += uniform_lpdf(s | 0.5*sigma, 1.5*sigma);
  for (k in 1:K) target += lkj_corr_cholesky_lpdf(L[k] | eta);
  for (i in 1:N) {
    matrix[D, D] M = rep_matrix(0, D, D);
    for (k in 1:K) M += phi[i, k] * L[k];
    target += dirichlet_lpdf(phi[i] | alpha1 * w);
    target += multi_normal_cholesky_lpdf(y[i] | C * phi[i], diag_pre_multiply(sqrt(s), M));
  }
}"

# Endmembers ~ N(0, 2^2), log alpha1 ~ N(log 1.5, 0.7^2), s ~ half-normal(0.3).
inferred <- "
data {
  int N; int K; int D; vector[D] y[N];
  real alpha0; real alpha1; real sigma; real eta;
}
parameters {
  simplex[K] w;
  matrix[D, K] C;
  vector<lower=0>[D] s;
  cholesky_factor_corr[D] L;
  real<lower=0> a1;
  simplex[K] phi[N];
}
model {
  target += dirichlet_lpdf(w | rep_vector(alpha0, K));
  target += normal_lpdf(to_vector(C) | 0, 2);
  target += normal_lpdf(s | 0, 0.3) + D * log(2);
  target += lkj_corr_cholesky_lpdf(L | eta);
  target += lognormal_lpdf(a1 | log(1.5), 0.7);
  for (i in 1:N) {
    target += dirichlet_lpdf(phi[i] | a1 * w);
    target += multi_normal_cholesky_lpdf(y[i] | C * phi[i], diag_pre_multiply(s, L));
  }
}"

code <- list(shared, authors, inferred)
models <- lapply(code, function(text) stan_model(model_code = text))
# model, N, K, D, alpha0, alpha1, sigma, eta
cases <- rbind(
  c(1, 20, 3, 2, 2, 1, 0.1, 1), c(1, 20, 4, 3, 1, 0.3, 0.2, 2.5), c(1, 20, 3, 5, 1, 4, 0.5, 0.7), c(1, 9, 2, 1, 1, 1, 0.3, 1),
  c(2, 20, 3, 2, 1, 1, 0.02, 1), c(2, 20, 4, 3, 5, 2, 0.1, 1.5),
  c(3, 20, 3, 2, 1, 1, 0.1, 1))
out <- file("stan_mixing.bin", "wb")
put <- function(x) writeBin(as.double(x), out, size = 8, endian = "little")
for (row in seq_len(nrow(cases))) {
  set.seed(1000 + row)
  x <- cases[row, ]
  m <- x[1]; N <- x[2]; K <- x[3]; D <- x[4]
  y <- matrix(round(rnorm(N * D), 3), N, D)
  data <- list(N = N, K = K, D = D, y = lapply(1:N, function(i) array(y[i, ], D)),
               alpha0 = x[5], alpha1 = x[6], sigma = x[7], eta = x[8])
  data$y <- array(y, c(N, D))
  fit <- suppressMessages(sampling(models[[m]], data = data, chains = 0))
  n <- get_num_upars(fit)
  points <- 3
  put(c(m == 2, m == 3, N, K, D, x[5:8], n, points))
  put(t(y))
  for (p in seq_len(points)) {
    u <- c(0.4, 1, 1.6)[p] * rnorm(n)
    g <- grad_log_prob(fit, u, adjust_transform = TRUE)
    put(u); put(attr(g, "log_prob")); put(g)
  }
}
close(out)
