// The mixing posterior of Hoidn, Mishra and Mehta as an expert would write it for Stan: observations
// as vectors, stick-breaking logits u = sinh(t), Dirichlet prior and Jacobian in one.
data {
  int N;
  int K;
  int D;
  vector[D] y[N];
  real alpha0;
  real alpha1;
  real sigma;
  real eta;
}
transformed data {
  matrix[D, N] Y;
  for (i in 1:N) Y[, i] = y[i];
}
parameters {
  simplex[K] w;
  matrix[D, K] C;
  vector<lower=0.5*sigma, upper=1.5*sigma>[D] s;
  cholesky_factor_corr[D] L;
  matrix[N, K - 1] t;
}
model {
  vector[K] a = alpha1 * w;
  matrix[N, K] f;
  vector[N] left = rep_vector(0, N);
  matrix[D, D] S = diag_pre_multiply(s, L);
  w ~ dirichlet(rep_vector(alpha0, K));
  to_vector(C) ~ std_normal();
  L ~ lkj_corr_cholesky(eta);
  for (k in 1:(K - 1)) {
    vector[N] v = sinh(col(t, k)) - log(K - k);
    vector[N] lz = -log1p_exp(-v);
    vector[N] lq = -log1p_exp(v);
    f[, k] = exp(left + lz);
    left += lq;
    target += a[k] * sum(lz) + sum(a[(k + 1):K]) * sum(lq) + sum(log(cosh(col(t, k))));
  }
  f[, K] = exp(left);
  target += N * (lgamma(alpha1) - sum(lgamma(a)));
  target += -0.5 * sum(square(mdivide_left_tri_low(S, Y - C * f'))) - N * sum(log(diagonal(S)));
}
