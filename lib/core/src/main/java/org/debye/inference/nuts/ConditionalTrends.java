package org.debye.inference.nuts;

import java.util.Arrays;
import java.util.List;
import org.debye.inference.BlockedLogDensity;

/**
 * How location and scale of each block follow the globals, x_i ~ centre_i + B_i d and x_ij's scale
 * ~ exp(c_j d) with d = x_g - mean, from few draws. P is the negative Hessian ({@link
 * ArrowHessian}).
 *
 * <p>Locations. Given the globals a normal block has its mode at m_i = x_i + P_ii^-1 h_i, with h
 * the gradient, and dm_i / dx_g = -P_ii^-1 P_ig there. B_i and centre_i are the means of that slope
 * and of m_i - B_i d, each draw weighted by its P_ii, so that a funnel's narrow part decides where
 * its axis is. For a normal density they are exact; regression of x_i on x_g would estimate the
 * same B_i with an error of 1/sqrt(draws) in every entry, and as all N b rows act on the same few
 * globals those errors add up to a condition number of 1 + N b / draws, which would ruin a short
 * warm-up.
 *
 * <p>Scales. The conditional scale of a latent is P_jj^-1/2, so its logarithm has the slope -1/2
 * (dP_jj/dx_g) / P_jj along the shifted direction: differences of {@code P}, 4 g b gradients a
 * draw.
 */
final class ConditionalTrends {
  private static final int MOST_DRAWS = 32;
  private static final double DIFFERENCE = 0.01;

  /** Of the logarithm of a scale, for one standard deviation of a global. */
  private static final double MOST_STRETCH = 3;

  /** Share of h' P^-1 h that a step of Newton's may leave. */
  private static final double LEFT = 0.1;

  private final BlockedLogDensity density;
  private final BlockShape shape;
  private final ArrowHessian hessian;
  private final List<double[]> draws;
  private final List<double[]> gradients;
  private final int used;
  private final double[] mean;

  ConditionalTrends(BlockedLogDensity density, List<double[]> draws, List<double[]> gradients) {
    this.density = density;
    this.draws = draws;
    this.gradients = gradients;
    shape = BlockShape.of(density);
    hessian = new ArrowHessian(density);
    used = Math.min(MOST_DRAWS, draws.size());
    mean = new double[shape.dimension()];
    for (double[] draw : draws) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += draw[i] / draws.size();
      }
    }
  }

  /** B by global and latent. */
  double[][] shifts() {
    double[][] mixed = new double[shape.globals()][shape.latents()];
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    for (int m = 0; m < used; m++) {
      double[] mode = mode(spread(draws, m), spread(gradients, m));
      if (hessian.mix(mode) && hessian.curve(mode)) {
        addAll(hessian.mixed, -1, mixed);
        addAll(hessian.within, 1, within);
      }
    }
    double[][] shifts = new double[shape.globals()][shape.latents()];
    BlockSolver.solve(shape, within, mixed, shifts);
    bound(shifts);
    return shifts;
  }

  /**
   * A draw with each block moved to its mode given the globals by one step of Newton's; blocks that
   * are too far from normal for that stay.
   */
  private double[] mode(double[] draw, double[] gradient) {
    double[] moved = draw.clone();
    if (!hessian.curve(draw)) {
      return moved;
    }
    double[] before = latents(gradient);
    double[] step = newton(before);
    for (int j = 0; j < step.length; j++) {
      moved[shape.globals() + j] += step[j];
    }
    double[] slope = new double[moved.length];
    density.evaluate(moved, slope);
    double[] after = latents(slope);
    double[] next = newton(after);
    for (int i = 0; i < shape.blocks(); i++) {
      if (!(product(after, next, i) <= LEFT * product(before, step, i))) {
        for (int j = i; j < step.length; j += shape.blocks()) {
          moved[shape.globals() + j] = draw[shape.globals() + j];
        }
      }
    }
    return moved;
  }

  private double product(double[] slopes, double[] steps, int block) {
    double sum = 0;
    for (int j = block; j < steps.length; j += shape.blocks()) {
      sum += slopes[j] * steps[j];
    }
    return sum;
  }

  private double[] newton(double[] slopes) {
    double[] step = new double[slopes.length];
    BlockSolver.solve(shape, hessian.within, new double[][] {slopes}, new double[][] {step});
    return step;
  }

  /**
   * What a latent's shifts explain cannot exceed its variance; where the mean Hessian of a block is
   * nearly singular they would.
   */
  private void bound(double[][] shifts) {
    int g = shape.globals();
    for (int j = 0; j < shape.latents(); j++) {
      double explained = 0;
      double total = 0;
      for (double[] draw : draws) {
        double shift = 0;
        for (int k = 0; k < g; k++) {
          shift += shifts[k][j] * (draw[k] - mean[k]);
        }
        explained += shift * shift;
        total += (draw[g + j] - mean[g + j]) * (draw[g + j] - mean[g + j]);
      }
      if (explained > total) {
        for (int k = 0; k < g; k++) {
          shifts[k][j] *= Math.sqrt(total / explained);
        }
      }
    }
  }

  /** The globals' means, then the latents' centres; their means where P_ii does not serve. */
  double[] centre(double[][] shifts) {
    double[] right = new double[shape.latents()];
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    for (int m = 0; m < used; m++) {
      double[] draw = spread(draws, m);
      if (!hessian.curve(draw)) {
        continue;
      }
      addAll(hessian.within, 1, within);
      hessian.addWithin(unshifted(draw, shifts), right);
      double[] slopes = latents(spread(gradients, m));
      for (int j = 0; j < right.length; j++) {
        right[j] += slopes[j];
      }
    }
    double[] solution = latents(mean);
    BlockSolver.solve(shape, within, new double[][] {right}, new double[][] {solution});
    double[] centre = mean.clone();
    System.arraycopy(solution, 0, centre, shape.globals(), solution.length);
    return centre;
  }

  /** x_i - B_i d. */
  private double[] unshifted(double[] draw, double[][] shifts) {
    double[] unshifted = latents(draw);
    for (int k = 0; k < shifts.length; k++) {
      double deviation = draw[k] - mean[k];
      for (int j = 0; j < unshifted.length; j++) {
        unshifted[j] -= shifts[k][j] * deviation;
      }
    }
    return unshifted;
  }

  /** c by global and latent. */
  double[][] stretches(double[][] shifts) {
    int g = shape.globals();
    double[][][] slopes = new double[g][shape.places() * shape.places()][shape.blocks()];
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    double[][] here = new double[shape.places() * shape.places()][shape.blocks()];
    double[] moved = new double[shape.dimension()];
    for (int m = 0; m < used; m++) {
      double[] draw = spread(draws, m);
      if (!hessian.curve(draw)) {
        continue;
      }
      copy(hessian.within, here);
      addAll(here, 1, within);
      for (int k = 0; k < g; k++) {
        // Every other draw the other way: what is of second order cancels.
        double step = (m % 2 == 0 ? DIFFERENCE : -DIFFERENCE) * deviation(k);
        move(draw, k, step, shifts[k], moved);
        if (hessian.curve(moved)) {
          addAll(hessian.within, 1 / step, slopes[k]);
          addAll(here, -1 / step, slopes[k]);
        }
      }
    }
    double[][] stretches = new double[g][];
    for (int k = 0; k < g; k++) {
      stretches[k] = relative(slopes[k], within, MOST_STRETCH / deviation(k));
    }
    return stretches;
  }

  /** -1/2 slope / curvature of each latent, between these bounds. */
  private double[] relative(double[][] slopes, double[][] within, double most) {
    double[] stretches = new double[shape.latents()];
    for (int a = 0; a < shape.places(); a++) {
      int entry = a * shape.places() + a;
      for (int i = 0; i < shape.blocks(); i++) {
        double stretch = -0.5 * slopes[entry][i] / within[entry][i];
        boolean usable = within[entry][i] > 0 && Double.isFinite(stretch);
        stretches[a * shape.blocks() + i] = usable ? Math.max(-most, Math.min(most, stretch)) : 0;
      }
    }
    return stretches;
  }

  private double deviation(int global) {
    double squares = 0;
    for (double[] draw : draws) {
      squares += (draw[global] - mean[global]) * (draw[global] - mean[global]);
    }
    return Math.sqrt(squares / (draws.size() - 1.0));
  }

  private void move(double[] draw, int global, double by, double[] shifts, double[] moved) {
    System.arraycopy(draw, 0, moved, 0, moved.length);
    moved[global] += by;
    for (int j = 0; j < shifts.length; j++) {
      moved[shape.globals() + j] += by * shifts[j];
    }
  }

  private static void copy(double[][] from, double[][] to) {
    for (int k = 0; k < to.length; k++) {
      System.arraycopy(from[k], 0, to[k], 0, to[k].length);
    }
  }

  private static void addAll(double[][] from, double factor, double[][] to) {
    for (int k = 0; k < to.length; k++) {
      for (int j = 0; j < to[k].length; j++) {
        to[k][j] += factor * from[k][j];
      }
    }
  }

  private double[] latents(double[] position) {
    return Arrays.copyOfRange(position, shape.globals(), shape.dimension());
  }

  /** One of those that are used. */
  private double[] spread(List<double[]> all, int m) {
    return all.get((m + 1) * all.size() / used - 1);
  }
}
