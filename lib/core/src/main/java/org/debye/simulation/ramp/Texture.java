package org.debye.simulation.ramp;

import java.util.List;
import java.util.Map;
import org.debye.numeric.RandomStream;

/**
 * What the orientation of grains makes of a line's strength, in three factors: a trend with
 * pressure for each family of planes (its logarithm linear between knots); a random walk of its
 * logarithm, an Ornstein-Uhlenbeck process in pressure, since grains turn as the sample deforms and
 * rest while it is held; and for hexagonal crystals March and Dollase's function (Dollase 1986, J.
 * Appl. Cryst. 19:267), (r^2 cos^2 + sin^2 / r)^(-3/2) of the angle to c.
 *
 * @param knots pressures, GPa, ascending
 * @param trends logarithms at the knots, by {@link Line#family()}; a family left out has 0
 * @param deviation standard deviation of the walk
 * @param correlationGpa pressure over which the walk forgets to 1/e
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
   * The walk of a family.
   *
   * @param pressures GPa, of all frames in order
   * @return logarithms, one a frame
   */
  double[] walk(RandomStream random, double[] pressures) {
    double[] walk = new double[pressures.length];
    double now = random.nextGaussian();
    for (int i = 0; i < walk.length; i++) {
      double step = i == 0 ? 0 : Math.abs(pressures[i] - pressures[i - 1]);
      double kept = StrictMath.exp(-step / correlationGpa);
      if (step > 0) {
        now = kept * now + Math.sqrt(1 - kept * kept) * random.nextGaussian();
      }
      walk[i] = deviation * now;
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
