package org.debye.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class VectorPlaneNormalsTest {
  private static final int GROUPS = 19;
  private static final int COUNT = GROUPS * PlaneComponents.GROUP;

  private final PlaneNormals plain = PlaneNormals.plain();
  private final PlaneNormals vector = new VectorPlaneNormals();

  @Test
  void isFoundWhereTheModuleIs() {
    assertThat(PlaneNormals.fastest()).isInstanceOf(VectorPlaneNormals.class);
  }

  private static double[] row(RandomStream random) {
    double[] row = new double[COUNT];
    Arrays.setAll(row, l -> random.nextGaussian());
    return row;
  }

  private static double[][] rows(int count, RandomStream random) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> row(random));
    return rows;
  }

  private static PlaneComponents components(RandomStream random, double spread) {
    PlaneComponents components = new PlaneComponents(COUNT - 3);
    double[] x = new double[6];
    for (int component = 0; component < COUNT - 3; component++) {
      Arrays.setAll(x, i -> spread * random.nextGaussian());
      components.setWeight(component, x[0]);
      components.setMap(component, x[1], x[2], x[3], x[4], x[5]);
    }
    return components;
  }

  private static int[] everyThird(int count) {
    int[] groups = new int[count];
    Arrays.setAll(groups, i -> (3 * i + 1) % GROUPS);
    return groups;
  }

  /** Also after the just-in-time compiler took over; exponents beyond the limit among them. */
  @Test
  void everyBitIsThatOfThePlainLoops() {
    for (int trial = 0; trial < 6_000; trial++) {
      RandomStream random = RandomStreams.of(77).at(trial);
      PlaneComponents components = components(random, trial % 7 == 0 ? 30 : 1);
      double[] points = row(random);
      int at = 2 * trial % 50;
      double y = points[at];
      double z = points[at + 1];
      double t = 0.1 * random.nextGaussian();
      double greatest = plain.greatest(components, y, z, -0.6, t);
      assertThat(vector.greatest(components, y, z, -0.6, t)).isEqualTo(greatest);
      int[] near = new int[GROUPS];
      int[] nearFound = new int[GROUPS];
      int count = plain.near(components, y, z, -0.6, t, greatest - 3, near);
      assertThat(vector.near(components, y, z, -0.6, t, greatest - 3, nearFound)).isEqualTo(count);
      assertThat(nearFound).isEqualTo(near);
      int groups = 1 + trial % GROUPS;
      int[] which = everyThird(groups);
      double[] weights = new double[COUNT];
      double[] weightsFound = new double[COUNT];
      assertThat(vector.weigh(components, which, groups, y, z, weightsFound))
          .isEqualTo(plain.weigh(components, which, groups, y, z, weights));
      assertThat(weightsFound).isEqualTo(weights);
      double[] shares = row(random);
      double[][] all = rows(4, random);
      double[] expected = new double[PlaneNormals.SUMS * COUNT];
      Arrays.fill(expected, 0.3);
      double[] found = expected.clone();
      int from = trial % 3;
      plain.add(components, which, groups, points, at, shares, all, from, expected);
      vector.add(components, which, groups, points, at, shares, all, from, found);
      assertThat(found).as("trial %d", trial).isEqualTo(expected);
    }
  }

  /** From where an exponent is held to the other end. */
  @Test
  void weightsAreExponentials() {
    PlaneComponents one = new PlaneComponents(1);
    double[] weight = new double[PlaneComponents.GROUP];
    int[] groups = {0};
    for (double x = -720; x < 720; x += 0.0371) {
      one.setWeight(0, x);
      vector.weigh(one, groups, 1, 0.3, -1.2, weight);
      double held = Math.min(PlaneNormals.LIMIT, Math.max(-PlaneNormals.LIMIT, x));
      assertThat(weight[0] / Math.exp(held)).as("exp(%s)", x).isCloseTo(1, within(1e-13));
    }
  }

  @Test
  void sumsAreThoseOfTheDefinition() {
    PlaneComponents one = new PlaneComponents(1);
    one.setWeight(0, -0.4);
    one.setMap(0, 0.7, -0.2, 0.3, 1.1, 0.5);
    double[] points = {0.3, -1.2, 0.8, 0.1};
    double[] shares = {2, 0.5};
    double[][] weights = new double[2][PlaneComponents.GROUP];
    double[] sums = new double[PlaneComponents.LENGTH];
    double[] expected = new double[PlaneNormals.SUMS];
    double bound = -0.4 + 3 * (0.01 * 0.01 + 0.73 * 0.73) + 7 * 1.79;
    assertThat(vector.greatest(one, 0.3, -1.2, 3, 7)).isCloseTo(bound, within(1e-12));
    int[] groups = {0};
    assertThat(vector.near(one, 0.3, -1.2, 3, 7, bound - 1e-9, groups)).isEqualTo(1);
    assertThat(vector.near(one, 0.3, -1.2, 3, 7, bound + 1e-9, groups)).isZero();
    for (int i = 0; i < 2; i++) {
      double y = points[2 * i];
      double z = points[2 * i + 1];
      double e = 0.7 * y - 0.2;
      double f = 0.3 * y + 1.1 * z + 0.5;
      double density = Math.exp(-0.4 - (e * e + f * f) / 2);
      assertThat(vector.weigh(one, groups, 1, y, z, weights[i])).isCloseTo(density, within(1e-13));
      double p = shares[i] * density;
      double[] each = {p, p * e, p * f, p * e * e, p * e * f, p * f * f};
      Arrays.setAll(expected, j -> expected[j] + each[j]);
    }
    vector.add(one, groups, 1, points, 0, shares, weights, 0, sums);
    for (int row = 0; row < expected.length; row++) {
      assertThat(sums[row * PlaneComponents.GROUP]).isCloseTo(expected[row], within(1e-13));
    }
  }
}
