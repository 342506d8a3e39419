package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.numeric.plane.DoublePlaneMixture;
import org.debye.numeric.plane.PlaneMixture;
import org.debye.numeric.plane.PlaneNormals;
import org.debye.numeric.plane.SinglePlaneMixture;
import org.debye.numeric.plane.SinglePlaneNormals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NearGroupsTest {
  private static final int GROUPS = 19;

  private static PlaneMixture mixture(int count, Precision precision) {
    return precision == Precision.SINGLE
        ? new SinglePlaneMixture(count, 1, SinglePlaneNormals.plain())
        : new DoublePlaneMixture(count, 1, PlaneNormals.plain());
  }

  /** Of each component c, a, b, g, h and d; those of a group are much alike. */
  private static double[][] components(int group, RandomStream random) {
    double[][] components = new double[GROUPS * group - 3][6];
    double[] middle = new double[6];
    for (int component = 0; component < components.length; component++) {
      if (component % group == 0) {
        Arrays.setAll(middle, i -> 3 * random.nextGaussian());
      }
      Arrays.setAll(components[component], i -> middle[i] + 0.3 * random.nextGaussian());
    }
    return components;
  }

  private static PlaneMixture of(double[][] components, Precision precision) {
    PlaneMixture mixture = mixture(components.length, precision);
    for (int component = 0; component < components.length; component++) {
      double[] x = components[component];
      mixture.set(component, x[0], x[1], x[2], x[3], x[4], x[5]);
    }
    return mixture;
  }

  /** What is left out has less than 1e-8 of the density of all, wherever in the disc. */
  @ParameterizedTest
  @EnumSource
  void whatIsLeftOutHasNoShareOnTheWholeDisc(Precision precision) {
    int group = mixture(1, precision).group();
    int left = 0;
    for (int trial = 0; trial < 300; trial++) {
      RandomStream random = RandomStreams.of(79).at(trial);
      double[][] components = components(group, random);
      NearGroups near = new NearGroups(of(components, precision));
      near.update();
      double y = random.nextGaussian();
      double z = random.nextGaussian();
      double radius = 0.1 * random.nextDouble();
      near.find(y, z, radius * radius);
      Set<Integer> found = new HashSet<>();
      Arrays.stream(near.groups(), 0, near.count()).forEach(found::add);
      left += GROUPS - near.count();
      for (int point = 0; point < 50; point++) {
        double angle = 2 * Math.PI * random.nextDouble();
        double r = radius * Math.sqrt(random.nextDouble());
        double[] here =
            greatest(components, group, y + r * Math.cos(angle), z + r * Math.sin(angle));
        double most = Arrays.stream(here).max().orElseThrow();
        assertThat(most).isGreaterThan(near.floor() - 1e-4 * Math.abs(near.floor()));
        for (int one = 0; one < GROUPS; one++) {
          if (!found.contains(one)) {
            assertThat(here[one] - most).isLessThan(Math.log(1e-8));
          }
        }
      }
    }
    assertThat(left).isGreaterThan(300 * GROUPS / 4);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotANumberIsNear(Precision precision) {
    int group = mixture(1, precision).group();
    double[][] components = components(group, RandomStreams.of(79).at("number"));
    components[0] = new double[] {0, Double.NaN, 0, 0, 0, 0};
    NearGroups near = new NearGroups(of(components, precision));
    near.update();
    near.find(0, 0, 0);
    assertThat(near.groups()[0]).isZero();
    assertThat(near.count()).isPositive();
  }

  /** The greatest exponent of each group. */
  private static double[] greatest(double[][] components, int group, double y, double z) {
    double[] greatest = new double[GROUPS];
    Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    for (int component = 0; component < components.length; component++) {
      double[] x = components[component];
      double e = x[1] * y + x[2];
      double f = x[3] * y + x[4] * z + x[5];
      int of = component / group;
      greatest[of] = Math.max(greatest[of], x[0] - (e * e + f * f) / 2);
    }
    return greatest;
  }
}
