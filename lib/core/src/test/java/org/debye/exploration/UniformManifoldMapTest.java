package org.debye.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.evaluation.clustering.Silhouette;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;

/** Maps of clouds that are apart, and of a course. */
final class UniformManifoldMapTest {
  private static final int EACH = 40;
  private static final int DIMENSIONS = 12;
  private static final UniformManifoldMap MAP = new UniformManifoldMap(10, 0.1, 3);

  @Test
  void cloudsThatAreApartStayApart() {
    Observations map = MAP.of("clouds", clouds(8));
    int[] labels = IntStream.range(0, 3 * EACH).map(i -> i / EACH).toArray();
    assertThat(Silhouette.mean(map, labels)).isGreaterThan(0.7);
    // Of one cloud alone nothing of the kind comes out.
    assertThat(Silhouette.mean(MAP.of("cloud", clouds(0)), labels)).isLessThan(0.2);
  }

  /** Eight of ten neighbours along a course are neighbours in its map. */
  @Test
  void neighboursStayNeighbours() {
    double[] values = new double[120 * 2];
    for (int i = 0; i < 120; i++) {
      values[2 * i] = Math.cos(0.02 * i);
      values[2 * i + 1] = Math.sin(0.02 * i);
    }
    Observations course = new Observations(120, 2, values);
    int[][] before = NearestPoints.of(course, 10);
    int[][] after = NearestPoints.of(MAP.of("course", course), 10);
    double kept =
        IntStream.range(0, 120)
            .mapToDouble(
                i ->
                    Arrays.stream(before[i])
                        .filter(one -> Arrays.stream(after[i]).anyMatch(other -> other == one))
                        .count())
            .average()
            .orElse(0);
    assertThat(kept).isGreaterThan(8);
  }

  @Test
  void theSameSeedGivesTheSameMapAndAnotherAnother() {
    Observations points = clouds(8);
    double[] first = MAP.of("clouds", points).values();
    assertThat(MAP.of("clouds", points).values()).isEqualTo(first);
    assertThat(new UniformManifoldMap(10, 0.1, 4).of("clouds", points).values())
        .isNotEqualTo(first);
  }

  @Test
  void fewPointsAreMappedAndTooFewAreRefused() {
    assertThat(MAP.of("few", some(5)).count()).isEqualTo(5);
    assertThat(MAP.of("equal", new Observations(6, 2, new double[12])).count()).isEqualTo(6);
    assertThatThrownBy(() -> MAP.of("three", some(3)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("three: 3 spectra make no map. Leave");
  }

  private static Observations some(int count) {
    return new Observations(
        count, DIMENSIONS, Arrays.copyOf(clouds(8).values(), count * DIMENSIONS));
  }

  /** Three normal clouds, so many standard deviations apart. */
  private static Observations clouds(double apart) {
    RandomStream random = RandomStreams.of(5).at("clouds");
    double[] values = new double[3 * EACH * DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      int cloud = i / DIMENSIONS / EACH;
      values[i] = random.nextGaussian() + (i % DIMENSIONS == cloud ? apart : 0);
    }
    return new Observations(3 * EACH, DIMENSIONS, values);
  }
}
