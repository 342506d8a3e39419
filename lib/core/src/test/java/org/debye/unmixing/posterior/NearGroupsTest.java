package org.debye.unmixing.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.debye.numeric.PlaneComponents;
import org.debye.numeric.PlaneNormals;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class NearGroupsTest {
  private static final int GROUPS = 19;

  /** Those of a group are much alike. */
  private static PlaneComponents components(RandomStream random) {
    PlaneComponents components = new PlaneComponents(GROUPS * PlaneComponents.GROUP - 3);
    double[] middle = new double[6];
    double[] x = new double[6];
    for (int component = 0; component < GROUPS * PlaneComponents.GROUP - 3; component++) {
      if (component % PlaneComponents.GROUP == 0) {
        Arrays.setAll(middle, i -> 3 * random.nextGaussian());
      }
      Arrays.setAll(x, i -> middle[i] + 0.3 * random.nextGaussian());
      components.setWeight(component, x[0]);
      components.setMap(component, x[1], x[2], x[3], x[4], x[5]);
    }
    return components;
  }

  /** What is left out has less than 1e-8 of the density of all, wherever in the disc. */
  @Test
  void whatIsLeftOutHasNoShareOnTheWholeDisc() {
    int left = 0;
    for (int trial = 0; trial < 300; trial++) {
      RandomStream random = RandomStreams.of(79).at(trial);
      PlaneComponents components = components(random);
      NearGroups near = new NearGroups(components, PlaneNormals.plain());
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
        double[] here = greatest(components, y + r * Math.cos(angle), z + r * Math.sin(angle));
        double most = Arrays.stream(here).max().orElseThrow();
        for (int group = 0; group < GROUPS; group++) {
          if (!found.contains(group)) {
            assertThat(here[group] - most).isLessThan(Math.log(1e-8));
          }
        }
      }
    }
    assertThat(left).isGreaterThan(300 * GROUPS / 4);
  }

  @Test
  void whatIsNotANumberIsNear() {
    PlaneComponents components = components(RandomStreams.of(79).at("number"));
    components.setMap(0, Double.NaN, 0, 0, 0, 0);
    NearGroups near = new NearGroups(components, PlaneNormals.plain());
    near.update();
    near.find(0, 0, 0);
    assertThat(near.groups()[0]).isZero();
    assertThat(near.count()).isPositive();
  }

  /** The greatest exponent of each group. */
  private static double[] greatest(PlaneComponents components, double y, double z) {
    double[] c = components.values();
    double[] greatest = new double[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
      greatest[group] = Double.NEGATIVE_INFINITY;
      int first = group * PlaneComponents.LENGTH;
      for (int l = first; l < first + PlaneComponents.GROUP; l++) {
        double e = c[l + PlaneComponents.A] * y + c[l + PlaneComponents.B];
        double f =
            c[l + PlaneComponents.G] * y + c[l + PlaneComponents.H] * z + c[l + PlaneComponents.D];
        greatest[group] = Math.max(greatest[group], c[l] - (e * e + f * f) / 2);
      }
    }
    return greatest;
  }
}
