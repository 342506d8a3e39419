package org.debye.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class EndmemberErrorTest {

  @Test
  void matchesBeforeItMeasures() {
    double[] truth = {0, 0, 1, 0, 0, 2};
    double[] estimate = {0, 2.5, 0.1, 0, 1, 0.2};
    EndmemberError error = EndmemberError.of(estimate, truth, 3, 2);
    assertThat(error.matching()).containsExactly(1, 2, 0);
    assertThat(error.signed())
        .containsExactly(new double[] {0.1, 0, 0, 0.2, 0, 0.5}, within(1e-15));
    assertThat(error.distances()).containsExactly(new double[] {0.1, 0.2, 0.5}, within(1e-15));
    assertThat(error.frobenius()).isCloseTo(Math.sqrt(0.01 + 0.04 + 0.25), within(1e-15));
  }

  @Test
  void isTheLeastOverAllRenamingsAndRenamingTheEstimateChangesNothing() {
    for (int trial = 0; trial < 200; trial++) {
      RandomStream random = RandomStreams.of(21).at("endmembers", trial);
      double[] truth = random.doubles(8).toArray();
      double[] estimate = random.doubles(8).toArray();
      double least = Double.POSITIVE_INFINITY;
      for (int[] labels : RENAMINGS) {
        least = Math.min(least, distance(renamed(estimate, labels), truth));
      }
      double error = EndmemberError.of(estimate, truth, 4, 2).frobenius();
      assertThat(error).as("trial %d", trial).isCloseTo(least, within(1e-12));
      double[] other = renamed(estimate, RENAMINGS[trial % RENAMINGS.length]);
      assertThat(EndmemberError.of(other, truth, 4, 2).frobenius()).isCloseTo(error, within(1e-12));
    }
  }

  @Test
  void refusesAnEstimateThatIsNoNumber() {
    assertThatThrownBy(() -> EndmemberError.of(new double[] {0, Double.NaN}, new double[2], 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an endmember is not finite");
  }

  @Test
  void abundancesFollowTheMatchingOfTheEndmembers() {
    double[] truth = {0.7, 0.2, 0.1, 0.5, 0.25, 0.25};
    double[] estimate = {0.2, 0.1, 0.7, 0.25, 0.25, 0.5};
    assertThat(AbundanceError.of(estimate, truth, new int[] {2, 0, 1}).rootMeanSquare()).isZero();
    assertThat(AbundanceError.matched(estimate, truth, 3).rootMeanSquare()).isZero();
    assertThat(AbundanceError.of(estimate, truth, new int[] {0, 1, 2}).rootMeanSquare())
        .isCloseTo(Math.sqrt((0.25 + 0.01 + 0.36 + 0.0625 + 0 + 0.0625) / 6), within(1e-15));
  }

  private static final int[][] RENAMINGS = renamings();

  private static int[][] renamings() {
    int[][] all = new int[24][];
    int count = 0;
    for (int code = 0; code < 256; code++) {
      int[] labels = {code % 4, code / 4 % 4, code / 16 % 4, code / 64};
      if (Arrays.stream(labels).distinct().count() == 4) {
        all[count++] = labels;
      }
    }
    return all;
  }

  private static double[] renamed(double[] endmembers, int[] labels) {
    double[] out = new double[endmembers.length];
    for (int k = 0; k < labels.length; k++) {
      System.arraycopy(endmembers, 2 * labels[k], out, 2 * k, 2);
    }
    return out;
  }

  private static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int at = 0; at < a.length; at++) {
      squares += (a[at] - b[at]) * (a[at] - b[at]);
    }
    return Math.sqrt(squares);
  }
}
