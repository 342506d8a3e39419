package org.debye.classification.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AssignmentSearchTest {

  static Stream<Long> seeds() {
    return IntStream.range(0, 20).mapToObj(i -> 70L + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofFewGroupsItIsTheBestThereIs(long seed) {
    Random random = new Random(seed);
    int[] counts = random.ints(7 * 2, 1, 60).toArray();
    double[] shares = {0.5, 0.2, 0.3};
    AssignmentSearch search =
        new AssignmentSearch(counts, 2, shares, AssignmentSearch.Training.FIRST_PART);
    double found = search.cost(search.best());
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < 2187; code++) {
      int[] partOf = new int[7];
      for (int group = 0, rest = code; group < 7; group++, rest /= 3) {
        partOf[group] = rest % 3;
      }
      least = Math.min(least, plainCost(counts, partOf, shares));
    }
    assertThat(found).as("seed %s", seed).isCloseTo(least, within(1e-12));
    assertThat(plainCost(counts, search.best(), shares)).isCloseTo(least, within(1e-12));
  }

  /** Squares of share differences, of assignments that use every part; others do not count. */
  private static double plainCost(int[] counts, int[] partOf, double[] shares) {
    double cost = 0;
    for (int part = 0; part < shares.length; part++) {
      int p = part;
      if (IntStream.of(partOf).noneMatch(one -> one == p)) {
        return Double.POSITIVE_INFINITY;
      }
      for (int k = 0; k < 2; k++) {
        double inside = 0;
        double all = 0;
        for (int group = 0; group < partOf.length; group++) {
          inside += partOf[group] == part ? counts[group * 2 + k] : 0;
          all += counts[group * 2 + k];
        }
        cost += Math.pow(inside / all - shares[part], 2);
      }
    }
    return cost;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofManyGroupsNoMoveNorExchangeImprovesIt(long seed) {
    Random random = new Random(seed);
    int[] counts = random.ints(30 * 3, 0, 60).toArray();
    double[] shares = {0.25, 0.25, 0.25, 0.25};
    AssignmentSearch search =
        new AssignmentSearch(counts, 3, shares, AssignmentSearch.Training.ALL_BUT_ONE);
    int[] best = search.best();
    double cost = search.cost(best);
    assertThat(Math.sqrt(cost / 12)).as("typical miss of a share, seed %s", seed).isLessThan(0.03);
    for (int group = 0; group < 30; group++) {
      for (int part = 0; part < 4; part++) {
        int[] moved = best.clone();
        moved[group] = part;
        assertThat(search.cost(moved)).as("seed %s", seed).isGreaterThan(cost - 1e-11);
      }
    }
  }
}
