// The mixing posterior of Hoidn, Mishra and Mehta as one writes it down: a simplex for each observation.
data {
  int<lower=1> N;
  int<lower=2> K;
  int<lower=1> D;
  vector[D] y[N];
  real<lower=0> alpha0;
  real<lower=0> alpha1;
  real<lower=0> sigma;
  real<lower=0> eta;
}
parameters {
  simplex[K] w;
  matrix[D, K] C;
  vector<lower=0.5*sigma, upper=1.5*sigma>[D] s;
  cholesky_factor_corr[D] L;
  simplex[K] phi[N];
}
model {
  vector[D] mu[N];
  vector[K] logs = rep_vector(0, K);
  vector[K] a = alpha1 * w;
  w ~ dirichlet(rep_vector(alpha0, K));
  to_vector(C) ~ std_normal();
  L ~ lkj_corr_cholesky(eta);
  for (i in 1:N) {
    logs += log(phi[i]);
    mu[i] = C * phi[i];
  }
  target += N * (lgamma(sum(a)) - sum(lgamma(a))) + dot_product(a - 1, logs);  // phi[i] ~ dirichlet(a)
  y ~ multi_normal_cholesky(mu, diag_pre_multiply(s, L));
}
