package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;
import org.debye.inference.transform.Logits;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The log density of the mixing posterior as its formula reads: a covariance, its determinant and
 * inverse, and a Dirichlet density for every observation. Shares nothing with the kernel but the
 * order of the coordinates.
 */
final class PlainMixingDensity {
  private final MixingModel model;
  private final MixingPrior prior;
  private final Logits logits;
  private final Observations observations;
  private final int k;
  private final int d;
  private double lp;
  private double likelihood;

  PlainMixingDensity(
      MixingModel model, MixingPrior prior, Logits logits, Observations observations) {
    this.model = model;
    this.prior = prior;
    this.logits = logits;
    this.observations = observations;
    k = model.endmembers();
    d = model.dimensions();
  }

  double logLikelihood(double[] u) {
    logDensity(u);
    return likelihood;
  }

  double logDensity(double[] u) {
    lp = 0;
    likelihood = 0;
    int at = 0;
    double[] w = simplex(u, at, 1, k, false);
    at += k - 1;
    lp += dirichlet(w, filled(model.alpha0()));
    DMatrixRMaj c = new DMatrixRMaj(d, k);
    for (int i = 0; i < k * d; i++) {
      c.set(i % d, i / d, u[at]);
      lp += normal(u[at++], prior.endmemberScale());
    }
    double[] s = new double[d];
    for (int i = 0; i < d; i++) {
      s[i] = scale(u[at++]);
    }
    DMatrixRMaj[] factors = new DMatrixRMaj[model.correlationFactors()];
    for (int f = 0; f < factors.length; f++) {
      factors[f] = factor(u, at);
      at += d * (d - 1) / 2;
    }
    double alpha1 = model.alpha1();
    if (prior.concentration() instanceof MixingPrior.Inferred inferred) {
      alpha1 = Math.exp(u[at]);
      lp += normal(u[at++] - Math.log(inferred.median()), inferred.deviation());
    }
    double[] a = new double[k];
    for (int i = 0; i < k; i++) {
      a[i] = alpha1 * w[i];
    }
    int n = observations.count();
    for (int i = 0; i < n; i++) {
      double[] phi = simplex(u, at + i, n, k, logits == Logits.STRETCHED);
      lp += dirichlet(phi, a);
      likelihood += observation(i, c, s, factors, phi);
    }
    return lp + likelihood;
  }

  private double observation(
      int i, DMatrixRMaj c, double[] s, DMatrixRMaj[] factors, double[] phi) {
    DMatrixRMaj residual = new DMatrixRMaj(d, 1);
    for (int j = 0; j < d; j++) {
      double value = observations.values()[i * d + j];
      for (int e = 0; e < k; e++) {
        value -= c.get(j, e) * phi[e];
      }
      residual.set(j, 0, value);
    }
    boolean authors = model.noise() == NoiseModel.AUTHORS_CODE;
    DMatrixRMaj mixed = new DMatrixRMaj(d, d);
    for (int f = 0; f < factors.length; f++) {
      CommonOps_DDRM.addEquals(mixed, authors ? phi[f] : 1, factors[f]);
    }
    DMatrixRMaj sigma = new DMatrixRMaj(d, d);
    CommonOps_DDRM.multTransB(mixed, mixed, sigma);
    for (int row = 0; row < d; row++) {
      for (int column = 0; column < d; column++) {
        double product = s[row] * s[column];
        sigma.set(row, column, sigma.get(row, column) * (authors ? Math.sqrt(product) : product));
      }
    }
    DMatrixRMaj solved = new DMatrixRMaj(d, 1);
    DMatrixRMaj inverse = new DMatrixRMaj(d, d);
    CommonOps_DDRM.invert(sigma, inverse);
    CommonOps_DDRM.mult(inverse, residual, solved);
    double square = CommonOps_DDRM.dot(residual, solved);
    double determinant = CommonOps_DDRM.det(sigma);
    return -0.5 * square - 0.5 * Math.log(determinant) - 0.5 * d * Math.log(2 * Math.PI);
  }

  /** Values by Stan's manual; adds the log Jacobian. */
  private double[] simplex(double[] u, int at, int stride, int parts, boolean stretched) {
    double[] x = new double[parts];
    double rest = 1;
    for (int j = 0; j < parts - 1; j++) {
      double t = u[at + j * stride];
      double v = (stretched ? Math.sinh(t) : t) - Math.log(parts - 1 - j);
      double z = 1 / (1 + Math.exp(-v));
      x[j] = rest * z;
      lp += Math.log(z) + Math.log(1 / (1 + Math.exp(v))) + Math.log(rest);
      if (stretched) {
        lp += Math.log(Math.cosh(t));
      }
      rest *= 1 / (1 + Math.exp(v));
    }
    x[parts - 1] = rest;
    return x;
  }

  private double scale(double u) {
    if (prior.noiseScale() instanceof MixingPrior.HalfNormal half) {
      lp += u + normal(Math.exp(u), half.deviation()) + Math.log(2);
      return Math.exp(u);
    }
    if (prior.noiseScale() instanceof MixingPrior.LogNormal normal) {
      lp += normal(u - Math.log(normal.median()), normal.deviation());
      return Math.exp(u);
    }
    double z = 1 / (1 + Math.exp(-u));
    lp += Math.log(z) + Math.log(1 / (1 + Math.exp(u)));
    return model.sigma() * (0.5 + z);
  }

  private DMatrixRMaj factor(double[] u, int from) {
    DMatrixRMaj l = CommonOps_DDRM.identity(d);
    int at = from;
    double logDeterminant = 0;
    for (int row = 1; row < d; row++) {
      double squares = 0;
      for (int column = 0; column < row; column++) {
        double z = Math.tanh(u[at++]);
        lp += Math.log(1 - z * z) + 0.5 * Math.log(1 - squares);
        l.set(row, column, z * Math.sqrt(1 - squares));
        squares += l.get(row, column) * l.get(row, column);
      }
      l.set(row, row, Math.sqrt(1 - squares));
      logDeterminant += 2 * Math.log(l.get(row, row));
      // From correlations to the factor's entries: prod_d L_dd^(D - d), d from 1.
      lp += (d - row - 1) * Math.log(l.get(row, row));
    }
    normalise(logDeterminant);
    return l;
  }

  /** LKJ 2009, eq 16: 1 / c = 2^(sum (2 eta - 2 + D - k)(D - k)) prod B(b_k, b_k)^(D - k). */
  private void normalise(double logDeterminant) {
    lp += (model.eta() - 1) * logDeterminant;
    for (int j = 1; j < d; j++) {
      double b = model.eta() + (d - j - 1) / 2.0;
      double logBeta = 2 * LogGamma.value(b) - LogGamma.value(2 * b);
      lp -= ((2 * model.eta() - 2 + d - j) * Math.log(2) + logBeta) * (d - j);
    }
  }

  private double[] filled(double value) {
    double[] values = new double[k];
    Arrays.fill(values, value);
    return values;
  }

  private static double dirichlet(double[] x, double[] a) {
    double sum = 0;
    double value = 0;
    for (int j = 0; j < x.length; j++) {
      sum += a[j];
      value += (a[j] - 1) * Math.log(x[j]) - LogGamma.value(a[j]);
    }
    return value + LogGamma.value(sum);
  }

  private static double normal(double x, double deviation) {
    double z = x / deviation;
    return -0.5 * z * z - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
  }
}
