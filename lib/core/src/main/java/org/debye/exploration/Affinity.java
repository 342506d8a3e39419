package org.debye.exploration;

import org.debye.spectra.mixing.Observations;

/** How alike two spectra are held to be: the weights of a graph whose nodes are the spectra. */
public sealed interface Affinity permits Affinity.NearestNeighbours, Affinity.RadialBasis {

  /** The weights between points. */
  AffinityGraph graph(String name, Observations points);

  /**
   * Half for each of two points that has the other among its nearest: (A + A') / 2 of the graph of
   * {@code neighbours} nearest neighbours, among which a point counts itself. Sparse.
   *
   * @param neighbours at least 2, scikit-learn's default 10
   */
  record NearestNeighbours(int neighbours) implements Affinity {
    public NearestNeighbours {
      if (neighbours < 2) {
        throw new IllegalArgumentException(neighbours + " neighbours");
      }
    }

    @Override
    public AffinityGraph graph(String name, Observations points) {
      return NeighbourGraph.of(name, points, neighbours);
    }
  }

  /**
   * exp(-gamma d^2) of the Euclidean distance d. Dense: up to {@link KernelGraph#MOST} points.
   *
   * @param gamma above 0, scikit-learn's default 1; {@link #scale} for the spread of the points
   */
  record RadialBasis(double gamma) implements Affinity {
    public RadialBasis {
      if (!(gamma > 0)) {
        throw new IllegalArgumentException("gamma " + gamma);
      }
    }

    @Override
    public AffinityGraph graph(String name, Observations points) {
      return KernelGraph.of(name, points, gamma);
    }

    /** 1 / (D var) over all values, which scikit-learn calls {@code scale}. */
    public static RadialBasis scale(Observations points) {
      double[] x = points.values();
      double mean = 0;
      for (double value : x) {
        mean += value / x.length;
      }
      double variance = 0;
      for (double value : x) {
        variance += (value - mean) * (value - mean) / x.length;
      }
      return new RadialBasis(1 / (points.dimensions() * variance));
    }
  }
}
