package org.debye.unmixing.posterior;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;

/**
 * Points of a proposal with their weights: a Kronecker sequence of the roots of x^(n+1) = x + 1
 * (Roberts' R sequence), shifted at random and several times independently (Cranley and Patterson
 * 1976), so that the means over the shifts give the error.
 */
final class StickPoints {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final int shifts;
  private final int each;
  private final double[] abundances;
  private final double[] logs;
  private final double[] weights;
  private final double[] scratch;

  private StickPoints(int endmembers, int shifts, int each) {
    this.shifts = shifts;
    this.each = each;
    abundances = new double[shifts * each * endmembers];
    logs = new double[abundances.length];
    weights = new double[shifts * each];
    scratch = new double[weights.length];
  }

  static StickPoints of(StickProposal proposal, int points, int shifts, RandomStream random) {
    int sticks = proposal.sticks();
    StickPoints made = new StickPoints(sticks + 1, shifts, points / shifts);
    double[] steps = steps(sticks + 1);
    double[] start = new double[sticks + 1];
    double[] normal = new double[sticks];
    double[] place = new double[sticks];
    for (int shift = 0; shift < shifts; shift++) {
      for (int j = 0; j <= sticks; j++) {
        start[j] = random.nextDouble();
      }
      for (int point = 0; point < made.each; point++) {
        for (int j = 0; j < sticks; j++) {
          double uniform = (start[j] + point * steps[j]) % 1;
          normal[j] =
              NORMAL.inverseCumulativeProbability(Math.max(1e-16, Math.min(uniform, 1 - 1e-16)));
        }
        proposal.place(normal, (start[sticks] + point * steps[sticks]) % 1, place);
        made.set(shift * made.each + point, place, -proposal.logDensity(place));
      }
    }
    return made;
  }

  /** 1/g, 1/g^2, .. with g the positive root of g^(n+1) = g + 1. */
  private static double[] steps(int dimensions) {
    double root = 2;
    for (int iteration = 0; iteration < 60; iteration++) {
      root = Math.pow(1 + root, 1.0 / (dimensions + 1));
    }
    double[] steps = new double[dimensions];
    double step = 1;
    for (int j = 0; j < dimensions; j++) {
      step /= root;
      steps[j] = step;
    }
    return steps;
  }

  private void set(int point, double[] stretched, double logWeight) {
    int endmembers = stretched.length + 1;
    int at = point * endmembers;
    double rest = 0;
    double weight = logWeight;
    for (int k = 0; k < stretched.length; k++) {
      double logit = Math.sinh(stretched[k]) - Math.log(endmembers - 1 - k);
      weight += logCosh(stretched[k]);
      logs[at + k] = rest + logSigmoid(logit);
      rest += logSigmoid(-logit);
      abundances[at + k] = Math.exp(logs[at + k]);
    }
    logs[at + endmembers - 1] = rest;
    abundances[at + endmembers - 1] = Math.exp(rest);
    weights[point] = weight;
  }

  private static double logSigmoid(double logit) {
    return logit < 0 ? logit - Math.log1p(Math.exp(logit)) : -Math.log1p(Math.exp(-logit));
  }

  private static double logCosh(double t) {
    double size = Math.abs(t);
    return size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  /** log of the integral for one draw of the globals, and its relative standard error. */
  double[] means(MixtureDraw mixture, Observations observed, int observation) {
    double most = Double.NEGATIVE_INFINITY;
    int yAt = observation * observed.dimensions();
    for (int point = 0; point < weights.length; point++) {
      int at = point * mixture.endmembers();
      double density = mixture.logDensity(observed.values(), yAt, abundances, logs, at);
      scratch[point] = weights[point] + density;
      most = Math.max(most, scratch[point]);
    }
    double sum = 0;
    double squares = 0;
    for (int shift = 0; shift < shifts; shift++) {
      double part = 0;
      for (int point = shift * each; point < (shift + 1) * each; point++) {
        part += Math.exp(scratch[point] - most);
      }
      sum += part;
      squares += part * part;
    }
    double mean = sum / shifts;
    double variance = Math.max(0, squares / shifts - mean * mean) / (shifts - 1);
    return new double[] {most + Math.log(mean / each), Math.sqrt(variance) / mean};
  }
}
