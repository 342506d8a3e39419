package org.debye.inference.nuts;

import org.debye.inference.BlockedLogDensity;

/**
 * The negative Hessian of a blocked log density at a point, by central differences of its gradient.
 * It has the shape of an arrow: as no block meets another, one difference for each global and one
 * for each place (in all blocks at once) give all of it, 2 (g + b) gradients however many blocks
 * there are.
 */
final class ArrowHessian {
  private static final double STEP = 1e-5;

  private final BlockedLogDensity density;
  private final BlockShape shape;
  private final double[] moved;
  private final double[] ahead;
  private final double[] behind;

  /** g x latents: minus the mixed derivatives by a global and a latent. */
  final double[][] mixed;

  /** Minus the derivatives within the blocks: entry (a, c) of all of them at a * b + c. */
  final double[][] within;

  ArrowHessian(BlockedLogDensity density) {
    this.density = density;
    shape = BlockShape.of(density);
    moved = new double[shape.dimension()];
    ahead = new double[shape.dimension()];
    behind = new double[shape.dimension()];
    mixed = new double[shape.globals()][shape.latents()];
    within = new double[shape.places() * shape.places()][shape.blocks()];
  }

  /** Takes the mixed derivatives at a point; false where they are not finite. */
  boolean mix(double[] point) {
    boolean finite = true;
    for (int k = 0; k < shape.globals(); k++) {
      double half = difference(point, k, k + 1);
      for (int j = 0; j < shape.latents(); j++) {
        mixed[k][j] = (behind[shape.globals() + j] - ahead[shape.globals() + j]) * half;
        finite &= Double.isFinite(mixed[k][j]);
      }
    }
    return finite;
  }

  /** Takes the derivatives within the blocks at a point; false where they are not finite. */
  boolean curve(double[] point) {
    boolean finite = true;
    for (int c = 0; c < shape.places(); c++) {
      int from = shape.globals() + c * shape.blocks();
      double half = difference(point, from, from + shape.blocks());
      for (int a = 0; a < shape.places(); a++) {
        double[] entry = within[a * shape.places() + c];
        int at = shape.globals() + a * shape.blocks();
        for (int i = 0; i < entry.length; i++) {
          entry[i] = (behind[at + i] - ahead[at + i]) * half;
          finite &= Double.isFinite(entry[i]);
        }
      }
    }
    return finite;
  }

  /** Adds P_ii x_i of each block, of the point that {@link #curve} last took. */
  void addWithin(double[] latents, double[] sums) {
    for (int a = 0; a < shape.places(); a++) {
      for (int c = 0; c < shape.places(); c++) {
        double[] entry = within[a * shape.places() + c];
        for (int i = 0; i < entry.length; i++) {
          sums[a * shape.blocks() + i] += entry[i] * latents[c * shape.blocks() + i];
        }
      }
    }
  }

  /** Gradients ahead and behind of a point in some coordinates; 1 / (2 step). */
  private double difference(double[] point, int from, int until) {
    double step = STEP * Math.max(1, Math.abs(point[from]));
    System.arraycopy(point, 0, moved, 0, moved.length);
    for (int i = from; i < until; i++) {
      moved[i] = point[i] + step;
    }
    density.evaluate(moved, ahead);
    for (int i = from; i < until; i++) {
      moved[i] = point[i] - step;
    }
    density.evaluate(moved, behind);
    return 1 / (2 * step);
  }
}
