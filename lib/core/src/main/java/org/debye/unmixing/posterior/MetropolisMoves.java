package org.debye.unmixing.posterior;

import java.util.Arrays;
import org.debye.numeric.RandomStream;

/**
 * Moves that trajectories hardly make, for K = 3 endmembers in D = 2 dimensions: random-walk
 * Metropolis of a few coordinates at a time, of all sizes, where much mixed observations, a
 * triangle thinner than the noise or an endmember that is hardly there leave a posterior with
 * several modes and with necks between them. One of four kinds, by chance:
 *
 * <ul>
 *   <li>the triangle turned and the weights that go with it, mean, covariance and noise as they are
 *       ({@link MomentTurns#turn});
 *   <li>the same, so that an endmember goes outward on its ray from the mean with a smaller weight,
 *       or inward with a larger one ({@link MomentTurns#incline});
 *   <li>a coordinate of the noise, the observations' covariance as it is ({@link
 *       MomentTurns#walk});
 *   <li>an endmember walks, and takes weight from another or gives it, which stays where it is or
 *       moves so that the weighted mean of both does not.
 * </ul>
 *
 * <p>Points are brought back into one {@link LabelDomain}; all kinds treat labels alike, so that
 * the walk is symmetric there too. Each move costs a value of the density, no gradient. Not thread
 * safe.
 */
final class MetropolisMoves {
  /** Of turns, in radians. */
  private static final Sizes ANGLES = new Sizes(0.05, 3);

  /** Of the noise's unconstrained coordinates. */
  private static final Sizes NOISE = new Sizes(0.1, 4);

  /** Of an endmember, in the unit of its prior. */
  private static final Sizes DISTANCES = new Sizes(0.01, 2);

  /** Of the logarithm of a ratio of weights. */
  private static final Sizes RATIOS = new Sizes(0.1, 4);

  /** An angle, or a distance of an endmember, that trajectories hardly go at once. */
  private static final double LEAP = 0.15;

  /** The same of the logarithm of a ratio. */
  private static final double FAR = 0.7;

  private static final int KINDS = 4;

  private final MarginalDensity density;
  private final MixingLayout layout;
  private final MomentTurns moments;
  private final LabelDomain domain;
  private final RandomStream random;
  private final double[] by = new double[3];
  private final double[] weights;
  private final double[] proposal;
  private final double[] folded;
  private long taken;
  private long leaps;
  private boolean leap;

  /** From a least to a largest size, uniform by the logarithm. */
  private record Sizes(double least, double largest) {
    double draw(RandomStream random) {
      return least * StrictMath.pow(largest / least, random.nextDouble());
    }
  }

  /**
   * @param density that the moves leave as it is
   * @param joint K = 3, D = 2
   * @param reference of the domain, globals in the layout's coordinates
   */
  MetropolisMoves(
      MarginalDensity density, MixingDensity joint, double[] reference, RandomStream random) {
    this.density = density;
    this.random = random;
    layout = joint.layout();
    moments = new MomentTurns(MomentChart.of(density, joint));
    domain = new LabelDomain(layout, reference);
    weights = new double[layout.endmembers()];
    proposal = new double[density.dimension()];
    folded = new double[density.dimension()];
  }

  static boolean fit(MixingDensity joint) {
    return MomentChart.fits(joint.model());
  }

  LabelDomain domain() {
    return domain;
  }

  /** How many moves have been accepted. */
  long taken() {
    return taken;
  }

  /** How many of them were far. */
  long leaps() {
    return leaps;
  }

  /**
   * Tries some moves.
   *
   * @param position globals in the layout's coordinates; where a move is accepted, overwritten with
   *     a point of the domain
   * @param here log density of the position
   * @return log density of the position that is left there
   */
  double move(int times, double[] position, double here) {
    double value = here;
    for (int time = 0; time < times; time++) {
      leap = false;
      double volume =
          switch (random.nextInt(KINDS)) {
            case 0 -> turn(position);
            case 1 -> incline(position);
            case 2 -> shake(position);
            default -> share(position);
          };
      if (!Arrays.stream(proposal).allMatch(Double::isFinite)) {
        continue;
      }
      domain.fold(proposal, folded);
      double least = StrictMath.log(random.nextOpenDouble()) - volume + value;
      double there = density.logDensityAbove(folded, least);
      if (there > least) {
        System.arraycopy(folded, 0, position, 0, folded.length);
        value = there;
        taken++;
        leaps += leap ? 1 : 0;
      }
    }
    return value;
  }

  private double turn(double[] position) {
    double square = 0;
    for (int i = 0; i < by.length; i++) {
      by[i] = random.nextGaussian();
      square += by[i] * by[i];
    }
    double angle = ANGLES.draw(random);
    leap = angle > LEAP;
    for (int i = 0; i < by.length; i++) {
      by[i] *= angle / Math.sqrt(square);
    }
    return moments.turn(position, by, proposal);
  }

  private double incline(double[] position) {
    int k = random.nextInt(weights.length);
    double logRatio = RATIOS.draw(random) * random.nextGaussian();
    leap = Math.abs(logRatio) > FAR;
    return moments.incline(position, k, logRatio, proposal);
  }

  private double shake(double[] position) {
    int coordinates = layout.abundancesAt() - layout.scalesAt();
    int which = layout.scalesAt() + random.nextInt(coordinates);
    return moments.walk(position, which, NOISE.draw(random) * random.nextGaussian(), proposal);
  }

  /**
   * By the ratio of the two weights, their sum kept, the layout's coordinates have a volume that
   * does not change: that of stick-breaking logits is the product of all weights. Every other time
   * the second endmember makes up for it, so that the weighted mean of both stays: one that is
   * nearly there splits in two, or two become one.
   */
  private double share(double[] position) {
    int k = random.nextInt(weights.length);
    int other = (k + 1 + random.nextInt(weights.length - 1)) % weights.length;
    System.arraycopy(position, 0, proposal, 0, proposal.length);
    double distance = DISTANCES.draw(random);
    leap = distance > LEAP;
    for (int d = 0; d < layout.dimensions(); d++) {
      int at = layout.endmembersAt() + k * layout.dimensions() + d;
      proposal[at] += distance * random.nextGaussian();
    }
    layout.weightTransform().constrain(position, 0, weights, 0);
    double first = weights[k];
    double second = weights[other];
    double logit =
        StrictMath.log(first)
            - StrictMath.log(second)
            + RATIOS.draw(random) * random.nextGaussian();
    weights[k] = (first + second) / (1 + StrictMath.exp(-logit));
    weights[other] = (first + second) / (1 + StrictMath.exp(logit));
    layout.weightTransform().unconstrain(weights, 0, proposal, 0);
    if (random.nextInt(2) == 0) {
      return 0;
    }
    for (int d = 0; d < layout.dimensions(); d++) {
      int at = layout.endmembersAt() + k * layout.dimensions() + d;
      int from = layout.endmembersAt() + other * layout.dimensions() + d;
      double sum = first * position[at] + second * position[from];
      proposal[from] = (sum - weights[k] * proposal[at]) / weights[other];
    }
    return layout.dimensions() * (StrictMath.log(second) - StrictMath.log(weights[other]));
  }
}
