package org.debye.inference.nuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.inference.BlockedLogDensity;

/**
 * {@link ConditionalChart} and {@link BlockDiagonalMetric} from few draws.
 *
 * <p>Shifts. For a normal with precision P, completing the square in a block gives E[x_i | x_g] =
 * mean - P_ii^-1 P_ig d: so B_i = -P_ii^-1 P_ig. P is the negative Hessian; for another density its
 * mean over some of the draws stands for it, found by {@link ArrowHessian}. Regression of x_i on
 * x_g would estimate the same B_i with an error of 1/sqrt(draws) in every entry, and as all N b
 * rows act on the same few globals those errors add up to a condition number of 1 + N b / draws,
 * which would ruin a short warm-up. The Hessian has no such error.
 *
 * <p>Stretches. The conditional scale of a latent is P_jj^-1/2, so its logarithm has the slope -1/2
 * (dP_jj/dx_g) / P_jj along the shifted direction: differences of {@code P}, 4 g b gradients a
 * draw. As curvature at a point is not the inverse of a variance where the density is not normal, a
 * common factor between 0 and 1 is chosen that makes the gradients of the globals in the chart vary
 * least (log det of their covariance).
 *
 * <p>In the chart, the metric of the globals and of each block is the geodesic mean of the
 * covariance of draws and the inverse of that of gradients ({@link SymmetricMatrix#geodesicMean}).
 */
final class ConditionalEstimator implements MetricEstimator {
  private static final int SHIFT_DRAWS = 32;
  private static final int STRETCH_DRAWS = 32;
  private static final double DIFFERENCE = 0.05;

  private final BlockedLogDensity density;
  private final BlockShape shape;
  private final ArrowHessian hessian;
  private final List<double[]> draws = new ArrayList<>();
  private final List<double[]> gradients = new ArrayList<>();

  ConditionalEstimator(BlockedLogDensity density) {
    this.density = density;
    shape = BlockShape.of(density);
    hessian = new ArrowHessian(density);
  }

  @Override
  public void add(double[] position, double[] gradient) {
    draws.add(position.clone());
    gradients.add(gradient.clone());
  }

  @Override
  public int count() {
    return draws.size();
  }

  @Override
  public void reset() {
    draws.clear();
    gradients.clear();
  }

  @Override
  public Geometry estimate() {
    double[] centre = new double[shape.dimension()];
    for (double[] draw : draws) {
      for (int i = 0; i < centre.length; i++) {
        centre[i] += draw[i] / draws.size();
      }
    }
    double[][] shifts = shifts();
    bound(shifts, centre);
    double[][] stretches = stretches(shifts, centre);
    double share = new StretchShare(shape, centre, shifts, stretches).best(draws, gradients);
    for (double[] row : stretches) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= share;
      }
    }
    ConditionalChart chart = new ConditionalChart(density, shape, centre, shifts, stretches);
    return new Geometry(metric(chart), Optional.of(chart));
  }

  private double[] spread(int m, int used) {
    return draws.get((m + 1) * draws.size() / used - 1);
  }

  /** B by global and latent. */
  private double[][] shifts() {
    double[][] mixed = new double[shape.globals()][shape.latents()];
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    int used = Math.min(SHIFT_DRAWS, draws.size());
    for (int m = 0; m < used; m++) {
      double[] draw = spread(m, used);
      if (hessian.mix(draw) && hessian.curve(draw)) {
        addAll(hessian.mixed, 1, mixed);
        addAll(hessian.within, 1, within);
      }
    }
    return BlockSolver.shifts(shape, mixed, within);
  }

  /**
   * What a latent's shifts explain cannot exceed its variance; where the mean Hessian of a block is
   * nearly singular they would.
   */
  private void bound(double[][] shifts, double[] centre) {
    int g = shape.globals();
    for (int j = 0; j < shape.latents(); j++) {
      double explained = 0;
      double total = 0;
      for (double[] draw : draws) {
        double shift = 0;
        for (int k = 0; k < g; k++) {
          shift += shifts[k][j] * (draw[k] - centre[k]);
        }
        explained += shift * shift;
        total += (draw[g + j] - centre[g + j]) * (draw[g + j] - centre[g + j]);
      }
      if (explained > total) {
        for (int k = 0; k < g; k++) {
          shifts[k][j] *= Math.sqrt(total / explained);
        }
      }
    }
  }

  /** c by global and latent. */
  private double[][] stretches(double[][] shifts, double[] centre) {
    int g = shape.globals();
    double[][][] slopes = new double[g][shape.places() * shape.places()][shape.blocks()];
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    double[][] here = new double[shape.places() * shape.places()][shape.blocks()];
    double[] moved = new double[shape.dimension()];
    int used = Math.min(STRETCH_DRAWS, draws.size());
    for (int m = 0; m < used; m++) {
      double[] draw = spread(m, used);
      if (!hessian.curve(draw)) {
        continue;
      }
      copy(hessian.within, here);
      addAll(here, 1, within);
      for (int k = 0; k < g; k++) {
        // Every other draw the other way: what is of second order cancels.
        double step = (m % 2 == 0 ? DIFFERENCE : -DIFFERENCE) * deviation(k, centre[k]);
        move(draw, k, step, shifts[k], moved);
        if (hessian.curve(moved)) {
          addAll(hessian.within, 1 / step, slopes[k]);
          addAll(here, -1 / step, slopes[k]);
        }
      }
    }
    double[][] stretches = new double[g][];
    for (int k = 0; k < g; k++) {
      stretches[k] = relative(slopes[k], within, 1 / deviation(k, centre[k]));
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

  private double deviation(int global, double mean) {
    double squares = 0;
    for (double[] draw : draws) {
      squares += (draw[global] - mean) * (draw[global] - mean);
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

  private Metric metric(ConditionalChart chart) {
    List<double[]> points = new ArrayList<>();
    List<double[]> slopes = new ArrayList<>();
    for (int m = 0; m < draws.size(); m++) {
      double[] z = new double[shape.dimension()];
      double[] slope = gradients.get(m).clone();
      chart.enter(draws.get(m), z);
      chart.pullBack(z, slope);
      points.add(z);
      slopes.add(slope);
    }
    FisherBlock fisher = new FisherBlock(points, slopes);
    int[] coordinates = new int[shape.globals()];
    for (int k = 0; k < coordinates.length; k++) {
      coordinates[k] = k;
    }
    double[] global = fisher.covariance(coordinates);
    double[][] within = new double[shape.places() * shape.places()][shape.blocks()];
    int[] block = new int[shape.places()];
    for (int i = 0; i < shape.blocks(); i++) {
      for (int a = 0; a < block.length; a++) {
        block[a] = shape.globals() + a * shape.blocks() + i;
      }
      double[] covariance = fisher.covariance(block);
      for (int entry = 0; entry < covariance.length; entry++) {
        within[entry][i] = covariance[entry];
      }
    }
    return new BlockDiagonalMetric(shape, global, within);
  }
}
