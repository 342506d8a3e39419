package org.debye.inference.nuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.debye.inference.BlockedLogDensity;

/**
 * {@link ConditionalChart} and {@link BlockDiagonalMetric} from few draws: locations and scales by
 * {@link ConditionalTrends}. As curvature at a point is not the inverse of a variance where the
 * density is not normal, a common factor of the stretches between 0 and 1 is chosen that makes the
 * gradients of the globals in the chart vary least ({@link StretchShare}).
 *
 * <p>In the chart, the metric of the globals and of each block is the geodesic mean of the
 * covariance of draws and the inverse of that of gradients ({@link SymmetricMatrix#geodesicMean}).
 */
final class ConditionalEstimator implements MetricEstimator {
  private final BlockedLogDensity density;
  private final BlockShape shape;
  private final List<double[]> draws = new ArrayList<>();
  private final List<double[]> gradients = new ArrayList<>();

  ConditionalEstimator(BlockedLogDensity density) {
    this.density = density;
    shape = BlockShape.of(density);
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
    ConditionalTrends trends = new ConditionalTrends(density, draws, gradients);
    double[][] shifts = trends.shifts();
    double[] centre = trends.centre(shifts);
    double[][] stretches = trends.stretches(shifts);
    double share = new StretchShare(shape, centre, shifts, stretches).best(draws, gradients);
    for (double[] row : stretches) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= share;
      }
    }
    ConditionalChart chart = new ConditionalChart(density, shape, centre, shifts, stretches);
    return new Geometry(metric(chart), Optional.of(chart));
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
