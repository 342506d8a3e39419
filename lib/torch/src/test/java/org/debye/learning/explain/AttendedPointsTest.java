package org.debye.learning.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.explain.AttentionMatrices.Matrices;
import org.debye.learning.network.Architecture;
import org.debye.learning.network.Classifier;
import org.debye.learning.network.EncoderSettings;
import org.debye.learning.weight.Numbers;
import org.debye.learning.weight.Placement;
import org.debye.learning.weight.Precision;
import org.debye.learning.weight.Weight;
import org.debye.learning.weight.WeightBlock;
import org.debye.learning.weight.WeightPlan;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class AttendedPointsTest {
  private static final int POINTS = 203;
  private static final int POSITIONS = 256;
  private static final Placement PLACEMENT = new Placement("cpu", Precision.FLOAT64);

  @Test
  void attentionGoesToThePointsThatAPositionIsMadeOf() {
    WeightPlan plan = new WeightPlan();
    Classifier.build(plan, Architecture.CONV_SC, new EncoderSettings(POINTS, 0), 2);
    try (WeightBlock block = WeightBlock.allocate(plan, PLACEMENT).initialise(5)) {
      Weight embedding = embedding(block);
      int places = Math.toIntExact(embedding.shape()[1]);
      double[] weights = new double[POSITIONS * places];
      weights[7 * places + 3] = -2; // position 7 is made of place 3 alone
      weights[9 * places + 5] = 1; // position 9 of places 5 and 6
      weights[9 * places + 6] = 1;
      Numbers.put(weights, embedding.tensor());
      double[] attention = new double[2 * 2 * POSITIONS * POSITIONS];
      for (int row = 0; row < 2 * POSITIONS; row++) { // of the second frame
        attention[(2 * POSITIONS + row) * POSITIONS + 7] = 0.75;
        attention[(2 * POSITIONS + row) * POSITIONS + 9] = 0.25;
      }
      Matrices spatial = new Matrices(new long[] {2, 2, POSITIONS, POSITIONS}, attention);

      double[] points = AttendedPoints.of(block, spatial, 1, POINTS);

      double[] expected = new double[POINTS];
      add(expected, 3 * 8, 0.75);
      add(expected, 5 * 8, 0.125);
      add(expected, 6 * 8, 0.125);
      assertThat(points).containsExactly(expected, within(1e-12));
    }
  }

  /** The reach of a place, found by moving points: those outside of it change nothing. */
  @Test
  void aPlaceSeesTwentySevenPoints() {
    WeightPlan plan = new WeightPlan();
    Classifier classifier =
        Classifier.build(plan, Architecture.CONV_SC, new EncoderSettings(POINTS, 0), 2);
    try (WeightBlock block = WeightBlock.allocate(plan, PLACEMENT).initialise(5)) {
      Weight embedding = embedding(block);
      int places = Math.toIntExact(embedding.shape()[1]);
      double[] weights = new double[POSITIONS * places];
      RandomStream random = RandomStreams.of(3).at("weights");
      for (int j = 0; j < POSITIONS; j++) {
        weights[j * places + 4] = random.nextGaussian(); // all positions of place 4
      }
      Numbers.put(weights, embedding.tensor());
      float[] slopes = new FeatureImportance(classifier, PLACEMENT, 1).gradients(examples(), 1)[0];
      for (int i = 0; i < POINTS; i++) {
        if (i < 4 * 8 || i >= 4 * 8 + 27) {
          assertThat(slopes[i]).as("point %d", i).isZero();
        }
      }
      assertThat(slopes[4 * 8 + 13]).isNotZero();
      Map<String, Matrices> matrices = AttentionMatrices.of(classifier, PLACEMENT, examples(), 0);
      double[] points =
          AttendedPoints.of(block, Objects.requireNonNull(matrices.get("spatial")), 0, POINTS);
      assertThat(Arrays.stream(points, 4 * 8, 4 * 8 + 27).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void otherNetworksAreRefused() {
    WeightPlan plan = new WeightPlan();
    Classifier.build(plan, Architecture.CNN, new EncoderSettings(POINTS, 0), 2);
    try (WeightBlock block = WeightBlock.allocate(plan, PLACEMENT)) {
      Matrices none = new Matrices(new long[] {1, 1, 1, 1}, new double[1]);
      assertThatThrownBy(() -> AttendedPoints.of(block, none, 0, POINTS))
          .hasMessage("a network without spatial attention");
    }
  }

  private static void add(double[] points, int from, double share) {
    for (int i = from; i < from + 27; i++) {
      points[i] += share / 27;
    }
  }

  private static Weight embedding(WeightBlock block) {
    return block.weights().stream()
        .filter(weight -> weight.name().equals("encoder.spatial.embedding.weight"))
        .findFirst()
        .orElseThrow();
  }

  private static Examples examples() {
    RandomStream random = RandomStreams.of(2).at("spectrum");
    float[] spectrum = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      spectrum[i] = (float) random.nextGaussian();
    }
    return Examples.single(new HeldSpectra(POINTS).add(spectrum), new int[] {-1}, new long[1]);
  }
}
