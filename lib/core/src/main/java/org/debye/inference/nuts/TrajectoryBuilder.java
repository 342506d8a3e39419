package org.debye.inference.nuts;

import java.util.Arrays;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStream;

/**
 * Builds trajectories by doubling and draws from them by weight. Betancourt 2017
 * (arXiv:1701.02434), appendix A: multinomial weights exp(-energy), uniform progressive sampling
 * within a new stretch (A.3.1), biased progressive sampling between the old stretch and the new one
 * (A.3.2), {@link TurnCriterion} in every stretch of a power of two. Integrates by leapfrog. A step
 * allocates nothing; not thread safe.
 */
final class TrajectoryBuilder {
  private Chart chart;
  private final int dimension;
  private final NutsSettings settings;
  private final RandomStream random;
  private final Subtree whole;
  private final Subtree grown;
  private final Subtree[] firstHalves;
  private final Subtree[] secondHalves;
  private final PhasePoint left;
  private final PhasePoint right;
  private final PhasePoint here;
  private final double[] start;
  private double[] sum;

  private Metric metric;
  private double stepSize = 1;
  private double startEnergy;
  private double acceptanceSum;
  private int steps;
  private boolean diverged;

  TrajectoryBuilder(LogDensity density, NutsSettings settings, RandomStream random) {
    chart = new Chart.Identity(density);
    this.settings = settings;
    this.random = random;
    dimension = density.dimension();
    metric = DiagonalMetric.unit(dimension);
    whole = new Subtree(dimension);
    grown = new Subtree(dimension);
    firstHalves = subtrees(settings.maxDepth(), dimension);
    secondHalves = subtrees(settings.maxDepth(), dimension);
    left = new PhasePoint(dimension);
    right = new PhasePoint(dimension);
    here = new PhasePoint(dimension);
    start = new double[dimension];
    sum = new double[dimension];
  }

  private static Subtree[] subtrees(int count, int dimension) {
    Subtree[] subtrees = new Subtree[count];
    for (int depth = 0; depth < count; depth++) {
      subtrees[depth] = new Subtree(dimension);
    }
    return subtrees;
  }

  /** Stands at a point; its log density, or a number that is not finite. */
  double standAt(double[] position) {
    chart.enter(position, whole.position);
    whole.logDensity = chart.density().evaluate(whole.position, whole.gradient);
    return whole.logDensity;
  }

  void metric(Metric other) {
    metric = other;
  }

  void stepSize(double size) {
    stepSize = size;
  }

  double stepSize() {
    return stepSize;
  }

  /** Goes on in another chart, from the same position. */
  void chart(Chart other) {
    double[] position = position().clone();
    chart = other;
    other.enter(position, whole.position);
    whole.logDensity = chart.density().evaluate(whole.position, whole.gradient);
  }

  /** Whether positions are the chart's own coordinates. */
  boolean plain() {
    return chart instanceof Chart.Identity;
  }

  /** Where the chain stands; not to be modified, and overwritten by the next call. */
  double[] position() {
    return chart.leave(whole.position);
  }

  /** Gradient where the chain stands, in the chart; not to be modified. */
  double[] gradient() {
    return whole.gradient;
  }

  /** Log density of the position where the chain stands. */
  double logDensity() {
    return whole.logDensity - chart.logJacobian(whole.position);
  }

  /** Whether the last trajectory's draw was another point than its start. */
  boolean moved() {
    return !Arrays.equals(start, whole.position);
  }

  /** Energy lost by one leapfrog step of this size with a fresh momentum; the chain stays. */
  double energyLoss(double size) {
    begin();
    here.lookAt(right);
    leap(size, grown);
    return startEnergy - grown.energy;
  }

  /** One trajectory from where the chain stands, after which it stands at the draw. */
  Trajectory next() {
    begin();
    int depth = 0;
    boolean goesOn = true;
    while (goesOn && depth < settings.maxDepth()) {
      boolean forwards = random.nextDouble() > 0.5;
      PhasePoint end = forwards ? right : left;
      here.lookAt(end);
      if (!build(depth, forwards ? stepSize : -stepSize, grown)) {
        Trajectory.Path path = path(depth);
        return diverged ? new Trajectory.Diverged(path) : new Trajectory.TurnedBack(path);
      }
      end.copy(here);
      depth++;
      goesOn = append(forwards);
    }
    return goesOn
        ? new Trajectory.DepthReached(path(depth))
        : new Trajectory.TurnedBack(path(depth));
  }

  private Trajectory.Path path(int depth) {
    return new Trajectory.Path(depth, steps, acceptanceSum / steps, logDensity(), whole.energy);
  }

  private void begin() {
    metric.drawMomentum(random, right.momentum);
    metric.velocity(right.momentum, right.velocity);
    System.arraycopy(whole.position, 0, start, 0, dimension);
    System.arraycopy(whole.position, 0, right.position, 0, dimension);
    System.arraycopy(whole.gradient, 0, right.gradient, 0, dimension);
    metric.velocity(right.gradient, right.force);
    left.copy(right);
    System.arraycopy(right.momentum, 0, whole.firstMomentum, 0, dimension);
    System.arraycopy(right.momentum, 0, whole.lastMomentum, 0, dimension);
    System.arraycopy(right.momentum, 0, whole.momentumSum, 0, dimension);
    System.arraycopy(right.velocity, 0, whole.firstVelocity, 0, dimension);
    System.arraycopy(right.velocity, 0, whole.lastVelocity, 0, dimension);
    startEnergy = 0.5 * dot(right.momentum, right.velocity) - whole.logDensity;
    whole.energy = startEnergy;
    whole.logWeight = 0;
    acceptanceSum = 0;
    steps = 0;
    diverged = false;
  }

  /** Joins the stretch just grown to the whole; whether the whole goes on. */
  private boolean append(boolean forwards) {
    if (grown.logWeight > whole.logWeight
        || random.nextDouble() < Math.exp(grown.logWeight - whole.logWeight)) {
      whole.takePoint(grown);
    }
    whole.logWeight = logSumExp(whole.logWeight, grown.logWeight);
    if (!forwards) {
      whole.turnAround();
    }
    boolean goesOn = TurnCriterion.goesOn(whole, grown, sum);
    double[] old = whole.momentumSum;
    whole.momentumSum = sum;
    sum = old;
    whole.takeLast(grown);
    if (!forwards) {
      whole.turnAround();
    }
    return goesOn;
  }

  /** Grows 2^depth steps; false where they diverge or turn back within themselves. */
  private boolean build(int depth, double size, Subtree out) {
    if (depth == 0) {
      leap(size, out);
      return weigh(out);
    }
    Subtree early = firstHalves[depth - 1];
    Subtree late = secondHalves[depth - 1];
    return build(depth - 1, size, early) && build(depth - 1, size, late) && join(early, late, out);
  }

  private boolean join(Subtree early, Subtree late, Subtree out) {
    boolean goesOn = TurnCriterion.goesOn(early, late, out.momentumSum);
    out.logWeight = logSumExp(early.logWeight, late.logWeight);
    boolean drawLate = random.nextDouble() < Math.exp(late.logWeight - out.logWeight);
    out.takePoint(drawLate ? late : early);
    out.takeFirst(early);
    out.takeLast(late);
    out.single = false;
    return goesOn;
  }

  /** One leapfrog step from here to a leaf, where the integrator then stands. */
  private void leap(double size, Subtree leaf) {
    double half = 0.5 * size;
    double[] momentum = leaf.firstMomentum;
    double[] velocity = leaf.firstVelocity;
    for (int i = 0; i < dimension; i++) {
      momentum[i] = here.momentum[i] + half * here.gradient[i];
    }
    for (int i = 0; i < dimension; i++) {
      velocity[i] = here.velocity[i] + half * here.force[i];
    }
    for (int i = 0; i < dimension; i++) {
      leaf.position[i] = here.position[i] + size * velocity[i];
    }
    leaf.logDensity = chart.density().evaluate(leaf.position, leaf.gradient);
    metric.velocity(leaf.gradient, here.force);
    for (int i = 0; i < dimension; i++) {
      momentum[i] += half * leaf.gradient[i];
    }
    for (int i = 0; i < dimension; i++) {
      velocity[i] += half * here.force[i];
    }
    here.position = leaf.position;
    here.gradient = leaf.gradient;
    here.momentum = momentum;
    here.velocity = velocity;
    leaf.single = true;
    double energy = 0.5 * dot(momentum, velocity) - leaf.logDensity;
    leaf.energy = Double.isNaN(energy) ? Double.POSITIVE_INFINITY : energy;
  }

  private boolean weigh(Subtree leaf) {
    steps++;
    double loss = startEnergy - leaf.energy;
    leaf.logWeight = loss;
    acceptanceSum += loss > 0 ? 1 : Math.exp(loss);
    if (-loss > settings.maxEnergyError()) {
      diverged = true;
      return false;
    }
    return true;
  }

  private static double logSumExp(double a, double b) {
    double larger = Math.max(a, b);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
  }

  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
