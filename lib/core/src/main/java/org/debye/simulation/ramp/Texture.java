package org.debye.simulation.ramp;

import java.util.List;
import java.util.Map;
import org.debye.numeric.RandomStream;

/**
 * What the orientation of grains makes of a line's strength, in three factors: a trend with
 * pressure for each family of planes (its logarithm linear between knots); a random walk of its
 * logarithm, a Gaussian process in pressure with Matern's covariance of order 3/2, s^2 (1 + d)
 * exp(-d), which has a slope everywhere, since grains turn as the sample deforms and rest while it
 * is held; and for hexagonal crystals March and Dollase's function (Dollase 1986, J. Appl. Cryst.
 * 19:267), (r^2 cos^2 + sin^2 / r)^(-3/2) of the angle to c.
 *
 * @param knots pressures, GPa, ascending
 * @param trends logarithms at the knots, by {@link Line#family()}; a family left out has 0
 * @param deviation standard deviation of the walk
 * @param correlationGpa length of the covariance, GPa: d = sqrt(3) times the pressures between,
 *     over it
 * @param march r of hexagonal crystals; 1 is random, below 1 c leans into the diffracting planes
 */
public record Texture(
    List<Double> knots,
    Map<String, List<Double>> trends,
    double deviation,
    double correlationGpa,
    double march) {
  public Texture {
    knots = List.copyOf(knots);
    trends = Map.copyOf(trends);
  }

  /** Without a trend. */
  static Texture walking(double deviation, double correlationGpa, double march) {
    return new Texture(List.of(0.0), Map.of(), deviation, correlationGpa, march);
  }

  /**
   * The walk of a family, drawn exactly at the pressures: with d = l dP, l = sqrt(3) / correlation,
   * level w and rate v (over l) go on to exp(-d) ((1 + d) w + d v) and exp(-d) (-d w + (1 - d) v),
   * and two Gaussians with the covariance that keeps both variances at 1.
   *
   * @param pressures GPa, of all frames in order
   * @return logarithms, one a frame
   */
  double[] walk(RandomStream random, double[] pressures) {
    double[] walk = new double[pressures.length];
    double level = random.nextGaussian();
    double rate = random.nextGaussian();
    for (int i = 0; i < walk.length; i++) {
      double d = i == 0 ? 0 : Math.sqrt(3) * (pressures[i] - pressures[i - 1]) / correlationGpa;
      if (d > 0) {
        double kept = StrictMath.exp(-d);
        double levelKept = kept * (1 + d);
        double rateKept = kept * (1 - d);
        double mixed = kept * d;
        double levelVariance = Math.max(0, 1 - levelKept * levelKept - mixed * mixed);
        double rateVariance = Math.max(0, 1 - rateKept * rateKept - mixed * mixed);
        double covariance = mixed * (levelKept - rateKept);
        double one = random.nextGaussian();
        double other = random.nextGaussian();
        double rateSpread = Math.sqrt(rateVariance);
        double shared = rateSpread > 0 ? covariance / rateSpread : 0;
        double own = Math.sqrt(Math.max(0, levelVariance - shared * shared));
        double next = levelKept * level + mixed * rate + shared * one + own * other;
        rate = rateKept * rate - mixed * level + rateSpread * one;
        level = next;
      }
      walk[i] = deviation * level;
    }
    return walk;
  }

  /**
   * All three factors.
   *
   * @param walk of the line's family, at this frame
   */
  double factor(Line line, double pressureGpa, double walk) {
    return StrictMath.exp(trend(line.family(), pressureGpa) + walk) * preference(line);
  }

  private double trend(String family, double pressureGpa) {
    List<Double> logs = trends.get(family);
    if (logs == null) {
      return 0;
    }
    int right = 1;
    while (right < knots.size() - 1 && knots.get(right) < pressureGpa) {
      right++;
    }
    double from = knots.get(right - 1);
    double portion = (pressureGpa - from) / (knots.get(right) - from);
    double within = Math.min(1, Math.max(0, portion));
    return logs.get(right - 1) + within * (logs.get(right) - logs.get(right - 1));
  }

  private double preference(Line line) {
    if (!line.crystal().isHexagonal()) {
      return 1;
    }
    double along = line.tilt();
    double base = march * march * along + (1 - along) / march;
    return 1 / (base * Math.sqrt(base));
  }
}
