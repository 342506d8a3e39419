package org.debye.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.numeric.plane.PlaneMixture;
import org.debye.numeric.plane.SinglePlaneNormals;
import org.junit.jupiter.api.Test;

class VectorSinglePlaneNormalsTest {
  private static final int GROUPS = 19;
  private static final int COUNT = GROUPS * SinglePlaneNormals.GROUP;

  private final SinglePlaneNormals plain = SinglePlaneNormals.plain();
  private final SinglePlaneNormals vector = new VectorSinglePlaneNormals();

  @Test
  void isFoundWhereTheModuleIs() {
    assertThat(SinglePlaneNormals.fastest()).isInstanceOf(VectorSinglePlaneNormals.class);
  }

  private static float[] row(int length, RandomStream random, double spread) {
    float[] row = new float[length];
    for (int i = 0; i < length; i++) {
      row[i] = (float) (spread * random.nextGaussian());
    }
    return row;
  }

  /** Also after the just-in-time compiler took over; exponents beyond the limit among them. */
  @Test
  void everyBitIsThatOfThePlainLoops() {
    for (int trial = 0; trial < 6_000; trial++) {
      RandomStream random = RandomStreams.of(78).at(trial);
      float[] components = row(GROUPS * SinglePlaneNormals.LENGTH, random, trial % 7 == 0 ? 30 : 1);
      if (trial % 11 == 0) {
        components[trial % components.length] = Float.NaN;
      }
      float[] points = row(4, random, 1);
      float y = points[0];
      float z = points[1];
      float t = (float) (0.1 * random.nextGaussian());
      float[] bounds = new float[COUNT];
      float[] boundsFound = new float[COUNT];
      plain.bounds(components, y, z, -0.6f, t, bounds);
      vector.bounds(components, y, z, -0.6f, t, boundsFound);
      assertThat(boundsFound).isEqualTo(bounds);
      int groups = 1 + trial % GROUPS;
      int[] which = new int[groups];
      Arrays.setAll(which, i -> (3 * i + 1) % GROUPS);
      float floor = -5 * trial % 3;
      float[] weights = new float[COUNT];
      float[] weightsFound = new float[COUNT];
      float[] sum = {plain.weigh(components, which, groups, y, z, floor, weights)};
      float[] sumFound = {vector.weigh(components, which, groups, y, z, floor, weightsFound)};
      assertThat(sumFound).isEqualTo(sum);
      assertThat(weightsFound).isEqualTo(weights);
      float share = (float) random.nextGaussian();
      float[] weight = row(COUNT, random, 1);
      float[] expected = new float[PlaneMixture.SUMS * COUNT];
      Arrays.fill(expected, 0.3f);
      float[] found = expected.clone();
      plain.add(components, which, groups, y, z, share, weight, expected);
      vector.add(components, which, groups, y, z, share, weight, found);
      assertThat(found).as("trial %d", trial).isEqualTo(expected);
    }
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    float[] one = new float[SinglePlaneNormals.LENGTH];
    Arrays.fill(one, 0, SinglePlaneNormals.GROUP, -700);
    float[] values = {-0.4f, 0.7f, -0.2f, 0.3f, 1.1f, 0.5f};
    for (int row = 0; row < values.length; row++) {
      one[row * SinglePlaneNormals.GROUP] = values[row];
    }
    float[] points = {0.3f, -1.2f, 0.8f, 0.1f};
    float[] shares = {2, 0.5f};
    float[][] weights = new float[2][SinglePlaneNormals.GROUP];
    float[] sums = new float[SinglePlaneNormals.LENGTH];
    double[] expected = new double[PlaneMixture.SUMS];
    float[] bounds = new float[SinglePlaneNormals.GROUP];
    vector.bounds(one, 0.3f, -1.2f, 3, 7, bounds);
    double square = 0.01 * 0.01 + 0.73 * 0.73;
    assertThat((double) bounds[0]).isCloseTo(-0.4 + 3 * square + 7 * 1.79, within(1e-5));
    int[] groups = {0};
    float floor = -3;
    for (int i = 0; i < 2; i++) {
      float y = points[2 * i];
      float z = points[2 * i + 1];
      double e = 0.7 * y - 0.2;
      double f = 0.3 * y + 1.1 * z + 0.5;
      double density = Math.exp(-0.4 - floor - (e * e + f * f) / 2);
      assertThat((double) vector.weigh(one, groups, 1, y, z, floor, weights[i]))
          .isCloseTo(density, within(1e-5 * density));
      double p = shares[i] * density;
      double[] each = {p, p * e, p * f, p * e * e, p * e * f, p * f * f};
      Arrays.setAll(expected, j -> expected[j] + each[j]);
      vector.add(one, groups, 1, y, z, shares[i], weights[i], sums);
    }
    for (int row = 0; row < expected.length; row++) {
      assertThat((double) sums[row * SinglePlaneNormals.GROUP])
          .isCloseTo(expected[row], within(1e-5 * expected[0]));
    }
  }

  /** Over the whole range, to a rounding of the limit and two of the result. */
  @Test
  void exponentialsAreThoseOfTheLibrary() {
    float[] components = new float[SinglePlaneNormals.LENGTH];
    float[] weights = new float[SinglePlaneNormals.GROUP];
    int[] groups = {0};
    for (int trial = 0; trial < 100_000; trial++) {
      float c = (float) (-80 + 160 * (trial / 99_999.0));
      components[0] = c;
      plain.weigh(components, groups, 1, 0, 0, 0, weights);
      double expected = Math.exp(Math.max(-80, Math.min(80, (double) c)));
      assertThat((double) weights[0]).isCloseTo(expected, within(1e-5 * expected));
    }
  }
}
