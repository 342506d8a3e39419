package org.debye.learning.explain;

import java.util.stream.IntStream;
import org.debye.learning.explain.AttentionMatrices.Matrices;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;

/**
 * How much of the spatial attention of ConvSC and ConvSCT falls on each point of a spectrum. The
 * 256 positions of that attention have no place on the axis: a linear layer W makes each of all
 * places of the convolutions. What position j receives, r_j (the mean of its column over rows and
 * heads), is therefore dealt to places p in proportion to |W_jp|, and a place's part evenly to the
 * 27 points that it sees; the first sees points 0 to 26, each next one 8 points further. An
 * attribution by size of weights: it says where attention can come from, not what it adds there.
 */
public final class AttendedPoints {
  private static final String EMBEDDING = "encoder.spatial.embedding.weight";

  /** Convolution, pool, convolution, pool: {size, stride}. */
  private static final int[][] WINDOWS = {{5, 2}, {2, 2}, {5, 1}, {2, 2}};

  private AttendedPoints() {}

  /**
   * Of one frame.
   *
   * @param block of a classifier with spatial attention
   * @param spatial as {@link AttentionMatrices} gives it: frames x heads x positions x positions
   * @param frame of the sequence
   * @param points of a spectrum
   * @return a share for each point, summing to one
   */
  public static double[] of(WeightBlock block, Matrices spatial, int frame, int points) {
    Weight embedding =
        block.weights().stream()
            .filter(weight -> weight.name().equals(EMBEDDING))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("a network without spatial attention"));
    double[] received = received(spatial, frame);
    int places = Math.toIntExact(embedding.shape()[1]);
    double[] ofPlaces = dealt(received, Numbers.doubles(embedding.tensor()), places);
    return spread(ofPlaces, points);
  }

  /** Mean of each column over rows and heads; together one. */
  private static double[] received(Matrices spatial, int frame) {
    int heads = Math.toIntExact(spatial.shape()[1]);
    int positions = Math.toIntExact(spatial.shape()[3]);
    double[] received = new double[positions];
    int rows = heads * positions;
    int from = frame * rows;
    for (int row = from; row < from + rows; row++) {
      for (int j = 0; j < positions; j++) {
        received[j] += spatial.values()[row * positions + j] / rows;
      }
    }
    return received;
  }

  private static double[] dealt(double[] received, double[] weights, int places) {
    double[] dealt = new double[places];
    for (int j = 0; j < received.length; j++) {
      int row = j * places;
      double all = IntStream.range(0, places).mapToDouble(p -> Math.abs(weights[row + p])).sum();
      for (int p = 0; p < places; p++) {
        dealt[p] += received[j] * (all > 0 ? Math.abs(weights[row + p]) / all : 1.0 / places);
      }
    }
    return dealt;
  }

  private static double[] spread(double[] ofPlaces, int points) {
    int seen = 1;
    int step = 1;
    for (int[] window : WINDOWS) {
      seen += (window[0] - 1) * step;
      step *= window[1];
    }
    double[] ofPoints = new double[points];
    for (int p = 0; p < ofPlaces.length; p++) {
      for (int i = p * step; i < p * step + seen; i++) {
        ofPoints[i] += ofPlaces[p] / seen;
      }
    }
    return ofPoints;
  }
}
