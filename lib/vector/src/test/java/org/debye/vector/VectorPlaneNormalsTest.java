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
      double radius2 = 0.1 * random.nextDouble();
      double floor = plain.floor(components, y, z, radius2);
      assertThat(vector.floor(components, y, z, radius2)).isEqualTo(floor);
      int[] near = new int[GROUPS];
      int[] nearFound = new int[GROUPS];
      int count = plain.near(components, y, z, radius2, floor - 1, near);
      assertThat(vector.near(components, y, z, radius2, floor - 1, nearFound)).isEqualTo(count);
      assertThat(Arrays.copyOf(nearFound, count)).isEqualTo(Arrays.copyOf(near, count));
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
    int[] groups = {0};
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

  /** No exponent on the disc is above the bounds of its group, nor are all below the floor. */
  @Test
  void boundsHoldOnTheWholeDisc() {
    for (int trial = 0; trial < 300; trial++) {
      RandomStream random = RandomStreams.of(79).at(trial);
      PlaneComponents components = components(random, 2);
      double y = random.nextGaussian();
      double z = random.nextGaussian();
      double radius = random.nextDouble();
      double floor = plain.floor(components, y, z, radius * radius);
      double bound = floor + 1;
      int[] near = new int[GROUPS];
      int count = plain.near(components, y, z, radius * radius, bound, near);
      int[] nearOnes = Arrays.copyOf(near, count);
      for (int point = 0; point < 50; point++) {
        double angle = 2 * Math.PI * random.nextDouble();
        double r = radius * Math.sqrt(random.nextDouble());
        double greatest = Double.NEGATIVE_INFINITY;
        for (int group = 0; group < GROUPS; group++) {
          double here =
              greatest(components, group, y + r * Math.cos(angle), z + r * Math.sin(angle));
          greatest = Math.max(greatest, here);
          int one = group;
          if (Arrays.stream(nearOnes).noneMatch(other -> other == one)) {
            assertThat(here).isLessThan(bound);
          }
        }
        assertThat(greatest).isGreaterThanOrEqualTo(floor);
      }
    }
  }

  private static double greatest(PlaneComponents components, int group, double y, double z) {
    double[] c = components.values();
    double greatest = Double.NEGATIVE_INFINITY;
    int first = group * PlaneComponents.LENGTH;
    for (int l = first; l < first + PlaneComponents.GROUP; l++) {
      double e = c[l + PlaneComponents.A] * y + c[l + PlaneComponents.B];
      double f =
          c[l + PlaneComponents.G] * y + c[l + PlaneComponents.H] * z + c[l + PlaneComponents.D];
      greatest = Math.max(greatest, c[l] - (e * e + f * f) / 2);
    }
    return greatest;
  }
}
