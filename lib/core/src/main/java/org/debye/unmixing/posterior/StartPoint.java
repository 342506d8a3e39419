package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;

/** Where inference begins. */
public final class StartPoint {
  /** Standard deviation of the median of 15 standard normals, which is where Pyro begins. */
  private static final double MEDIAN_SPREAD = 0.32;

  /** Half width of what begins elsewhere than at zero only to break ties. */
  private static final double NUDGE = 0.1;

  /** Added to each abundance of a start, so that it lies inside of the simplex. */
  private static final double LEAST_SHARE = 0.02;

  private StartPoint() {}

  /**
   * A random point in the middle of the prior: endmembers at about a third of their prior's spread,
   * all else nearly at zero of its unconstrained coordinate, so that all abundances are nearly
   * equal. Pyro's {@code AutoNormal}, which the paper used, begins at such points ({@code
   * init_to_median}). From points scattered over the prior, the 1,600 short steps of the paper end
   * in worse modes: over 20 datasets of its study with 5 starts each the mean error was 0.66, and
   * 0.51 from the middle.
   */
  static double[] inTheMiddle(MixingDensity density, RandomStream random) {
    MixingLayout layout = density.layout();
    double[] position = new double[density.dimension()];
    for (int at = 0; at < position.length; at++) {
      boolean endmember = layout.endmembersAt() <= at && at < layout.scalesAt();
      position[at] =
          endmember
              ? MEDIAN_SPREAD * density.prior().endmemberScale() * random.nextGaussian()
              : NUDGE * (2 * random.nextDouble() - 1);
    }
    return position;
  }

  /** Coordinates uniform within a radius of zero (Stan's rule). */
  static double[] uniform(MixingDensity density, double radius, RandomStream random) {
    double[] position = new double[density.dimension()];
    Arrays.setAll(position, i -> radius * (2 * random.nextDouble() - 1));
    return position;
  }

  /**
   * Endmembers at observations that lie far apart: each is drawn with a probability proportional to
   * its squared distance from the span of those before it (adaptive volume sampling: Deshpande and
   * Vempala 2006; in one dimension k-means++). The abundances are those that belong to them, the
   * noise scales the model's.
   */
  static double[] atObservations(MixingDensity density, RandomStream random) {
    Observations observed = density.observations();
    MixingLayout layout = density.layout();
    int count = layout.endmembers();
    int d = layout.dimensions();
    Endmembers corners = Endmembers.free(count, d, corners(observed, count, random));
    double[] scales = new double[d];
    Arrays.fill(scales, density.model().sigma());
    return at(density, corners, shares(corners, observed), scales);
  }

  /**
   * The abundances that belong to endmembers, by fully constrained least squares, each a little
   * inside of the simplex.
   *
   * @return N x K row major
   */
  public static double[] shares(Endmembers endmembers, Observations observed) {
    double[] shares =
        AbundanceSolver.of(endmembers, new AbundanceMethod.FullyConstrained())
            .solveAll(observed)
            .values();
    for (int at = 0; at < shares.length; at++) {
      shares[at] = (shares[at] + LEAST_SHARE) / (1 + LEAST_SHARE * endmembers.count());
    }
    return shares;
  }

  /**
   * The point of these endmembers, abundances and noise scales; the weights are the mean
   * abundances, the noise is not correlated.
   *
   * @param shares N x K row major
   * @param scales D
   * @return unconstrained coordinates
   */
  public static double[] at(
      MixingDensity density, Endmembers endmembers, double[] shares, double[] scales) {
    int count = endmembers.count();
    int d = endmembers.dimensions();
    double[] weights = new double[count];
    for (int at = 0; at < shares.length; at++) {
      weights[at % count] += shares[at] / density.layout().observations();
    }
    double[] identities = new double[density.model().correlationFactors() * d * d];
    for (int at = 0; at < identities.length; at++) {
      identities[at] = at % (d * d) % (d + 1) == 0 ? 1 : 0;
    }
    double[] position = new double[density.dimension()];
    density.unconstrain(
        new Mixture(weights, endmembers.coordinates(), scales, identities, shares), position);
    return position;
  }

  private static double[] corners(Observations observed, int count, RandomStream random) {
    int d = observed.dimensions();
    int n = observed.count();
    double[] corners = new double[count * d];
    double[] rest = observed.values().clone();
    double[] size = new double[n];
    Arrays.fill(size, 1);
    for (int k = 0; k < count; k++) {
      int picked = pick(size, random);
      System.arraycopy(observed.values(), picked * d, corners, k * d, d);
      double[] here = Arrays.copyOfRange(rest, picked * d, (picked + 1) * d);
      for (int i = 0; i < n; i++) {
        without(rest, i * d, here, k == 0);
        size[i] = squares(rest, i * d, d);
      }
    }
    return corners;
  }

  /**
   * Takes from a residual the point itself, if it is the first, or the part along its direction.
   */
  private static void without(double[] rest, int at, double[] here, boolean first) {
    double share = 1;
    if (!first) {
      double product = 0;
      for (int j = 0; j < here.length; j++) {
        product += rest[at + j] * here[j];
      }
      double length = squares(here, 0, here.length);
      share = length > 0 ? product / length : 0;
    }
    for (int j = 0; j < here.length; j++) {
      rest[at + j] -= share * here[j];
    }
  }

  private static double squares(double[] values, int at, int count) {
    double sum = 0;
    for (int j = 0; j < count; j++) {
      sum += values[at + j] * values[at + j];
    }
    return sum;
  }

  private static int pick(double[] size, RandomStream random) {
    double left = random.nextDouble() * Arrays.stream(size).sum();
    int i = 0;
    while (i < size.length - 1 && left >= size[i]) {
      left -= size[i];
      i++;
    }
    return i;
  }
}
