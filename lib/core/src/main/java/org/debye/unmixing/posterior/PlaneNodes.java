package org.debye.unmixing.posterior;

import static org.debye.numeric.PlaneComponents.GROUP;
import static org.debye.numeric.PlaneComponents.LENGTH;

import java.util.Arrays;
import org.debye.numeric.PlaneComponents;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;

/**
 * The nodes of a {@link StickLattice} at given globals where D = 2, as {@link LatticeNodes}: the
 * factor M of a node is (1, 0; m10, m11), so that the map is e = x0, f = (x1 - m10 x0) / m11, x the
 * residual over the scales. A row a quantity, over all nodes.
 */
final class PlaneNodes {
  private static final int DIMENSIONS = 2;

  /** Below it the nodes of no weight, which are held to some, may count. */
  private static final double BOUNDED = PlaneComponents.NOTHING + 100;

  private final int endmembers;
  private final boolean mixed;
  private final LatticePoints points;

  /** Of each endmember, over nodes. */
  private final double[][] abundance;

  /** Of each stick, over nodes: the share, the number after the last for all of them. */
  private final int[][] share;

  /** Of each stick, by share. */
  private final double[][] logWeight;

  private final double[][] massBy;
  private final double[] y;
  private final double[] z;
  private final double[] m10;
  private final double[] m11;
  private final double[] log;
  private final double[] inverseScale = new double[DIMENSIONS];
  private double logOfAll;

  PlaneNodes(MixingModel model, StickLattice lattice) {
    endmembers = model.endmembers();
    mixed = model.noise() == NoiseModel.AUTHORS_CODE;
    points = new LatticePoints(endmembers, lattice);
    int count = points.count();
    abundance = new double[endmembers][count];
    share = new int[points.sticks()][count];
    logWeight = new double[points.sticks()][];
    massBy = new double[points.sticks()][];
    y = new double[count];
    z = new double[count];
    m10 = new double[count];
    m11 = new double[count];
    log = new double[count];
    for (int k = 0; k < points.sticks(); k++) {
      int shares = points.stick(k).count();
      logWeight[k] = new double[shares + 1];
      massBy[k] = new double[shares + 1];
      for (int node = 0; node < count; node++) {
        int taken = points.share(node, k);
        share[k][node] = taken < 0 ? shares : taken;
      }
    }
    for (int k = 0; k < endmembers; k++) {
      for (int node = 0; node < count; node++) {
        abundance[k][node] = points.abundance(node)[k];
      }
    }
  }

  int count() {
    return y.length;
  }

  /** What the nodes are at any globals. */
  LatticePoints points() {
    return points;
  }

  /** A bound of the logarithm of what a point has of all nodes together, wherever it is. */
  double logOfAll() {
    return logOfAll > BOUNDED ? logOfAll : Double.POSITIVE_INFINITY;
  }

  /** Weights and maps at these globals. */
  void place(
      MixingGlobals globals,
      Shapes shapes,
      double[] position,
      int endmembersAt,
      PlaneComponents into) {
    weigh(shapes);
    mix(globals);
    mixture(position, endmembersAt, 0, y);
    mixture(position, endmembersAt, 1, z);
    for (int d = 0; d < DIMENSIONS; d++) {
      double scale = globals.scales()[d];
      inverseScale[d] = 1 / (mixed ? StrictMath.sqrt(scale) : scale);
    }
    double a = inverseScale[0];
    for (int node = 0; node < log.length; node++) {
      double inverse = 1 / m11[node];
      double g = -m10[node] * inverse * a;
      double h = inverse * inverseScale[1];
      into.setWeight(node, Math.max(PlaneComponents.NOTHING, log[node]));
      into.setMap(node, a, -a * y[node], g, h, -(g * y[node] + h * z[node]));
    }
  }

  /** The logarithm of each node's weight. */
  private void weigh(Shapes shapes) {
    Arrays.fill(log, 0);
    logOfAll = 0;
    for (int k = 0; k < share.length; k++) {
      StickShares stick = points.stick(k);
      stick.weigh(shapes.of(k), shapes.after(k));
      double[] logs = logWeight[k];
      double total = 0;
      for (int j = 0; j < stick.count(); j++) {
        logs[j] = StrictMath.log(stick.weight[j]);
        total += stick.weight[j];
      }
      logs[stick.count()] = StrictMath.log(total);
      logOfAll += logs[stick.count()];
      int[] of = share[k];
      for (int node = 0; node < log.length; node++) {
        log[node] += logs[of[node]];
      }
    }
  }

  /** M of each node; takes log det M from the weight. */
  private void mix(MixingGlobals globals) {
    double[] factors = globals.factors();
    if (!mixed) {
      Arrays.fill(m10, factors[2]);
      Arrays.fill(m11, factors[3]);
      double logDeterminant = StrictMath.log(factors[3]);
      for (int node = 0; node < log.length; node++) {
        log[node] -= logDeterminant;
      }
      logOfAll -= logDeterminant;
      return;
    }
    Arrays.fill(m10, 0);
    Arrays.fill(m11, 0);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < endmembers; k++) {
      add(factors[4 * k + 2], abundance[k], m10);
      add(factors[4 * k + 3], abundance[k], m11);
      least = Math.min(least, factors[4 * k + 3]);
    }
    logOfAll -= StrictMath.log(least);
    for (int node = 0; node < log.length; node++) {
      log[node] -= StrictMath.log(m11[node]);
    }
  }

  private void mixture(double[] position, int endmembersAt, int d, double[] sum) {
    Arrays.fill(sum, 0);
    for (int k = 0; k < endmembers; k++) {
      add(position[endmembersAt + k * DIMENSIONS + d], abundance[k], sum);
    }
  }

  private static void add(double factor, double[] row, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * row[i];
    }
  }

  /**
   * Adds what the nodes' responsibilities say to the slopes.
   *
   * @param sums as {@link org.debye.numeric.PlaneNormals#add} makes them
   */
  void pullBack(double[] sums, AbundanceIntegral into) {
    for (double[] masses : massBy) {
      Arrays.fill(masses, 0);
    }
    double[] byFactor = into.byFactor;
    for (int node = 0; node < log.length; node++) {
      int at = node / GROUP * LENGTH + node % GROUP;
      double mass = sums[at];
      if (!(mass > 0)) {
        continue;
      }
      double e = sums[at + GROUP];
      double f = sums[at + 2 * GROUP];
      double ee = sums[at + 3 * GROUP];
      double ef = sums[at + 4 * GROUP];
      double ff = sums[at + 5 * GROUP];
      double inverse = 1 / m11[node];
      double lean = m10[node] * inverse;
      double by0 = inverseScale[0] * (e - lean * f);
      double by1 = inverseScale[1] * inverse * f;
      double by10 = inverse * ef;
      double by11 = inverse * (ff - mass);
      into.byScale[0] += ee - lean * ef;
      into.byScale[1] += lean * ef + ff;
      for (int k = 0; k < endmembers; k++) {
        double w = abundance[k][node];
        into.byEndmember[k * DIMENSIONS] += w * by0;
        into.byEndmember[k * DIMENSIONS + 1] += w * by1;
        if (mixed) {
          byFactor[3 * k + 1] += w * by10;
          byFactor[3 * k + 2] += w * by11;
        }
      }
      if (!mixed) {
        byFactor[1] += by10;
        byFactor[2] += by11;
      }
      for (int k = 0; k < share.length; k++) {
        massBy[k][share[k][node]] += mass;
      }
    }
    byShape(into.byShape);
  }

  /** The mean of log w_k: of what stick k takes, and of what those before it leave. */
  private void byShape(double[] slopes) {
    double before = 0;
    for (int k = 0; k < share.length; k++) {
      StickShares stick = points.stick(k);
      double total = 0;
      double allTaken = 0;
      double allLeft = 0;
      double taken = 0;
      double left = 0;
      for (int j = 0; j < stick.count(); j++) {
        total += stick.weight[j];
        allTaken += stick.weight[j] * stick.meanLogTaken[j];
        allLeft += stick.weight[j] * stick.meanLogLeft[j];
        taken += massBy[k][j] * stick.meanLogTaken[j];
        left += massBy[k][j] * stick.meanLogLeft[j];
      }
      double rest = massBy[k][stick.count()] / total;
      slopes[k] += before + taken + rest * allTaken;
      before += left + rest * allLeft;
    }
    slopes[share.length] += before;
  }
}
