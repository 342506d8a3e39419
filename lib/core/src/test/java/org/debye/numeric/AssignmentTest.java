package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Test
  void noPermutationIsCheaper() {
    RandomStreams streams = RandomStreams.of(20);
    for (int trial = 0; trial < 400; trial++) {
      RandomStream random = streams.at(trial);
      int rows = 1 + (int) (6 * random.nextDouble());
      int columns = 1 + (int) (6 * random.nextDouble());
      double[] cost = new double[rows * columns];
      // Small whole numbers make ties, wide ones make none.
      boolean ties = trial % 2 == 0;
      Arrays.setAll(
          cost, i -> ties ? Math.floor(5 * random.nextDouble()) : 100 * random.nextGaussian());
      int[] matched = Assignment.minimise(cost, rows, columns);
      assertThat(matched).hasSize(rows);
      int[] used = Arrays.stream(matched).filter(c -> c != Assignment.NONE).sorted().toArray();
      assertThat(used).doesNotHaveDuplicates().hasSize(Math.min(rows, columns));
      assertThat(Assignment.total(cost, columns, matched))
          .as("trial %d", trial)
          .isCloseTo(cheapest(cost, rows, columns), within(1e-9));
    }
  }

  @Test
  void aLargeProblemIsOptimalByItsDual() {
    int size = 200;
    RandomStream random = RandomStreams.of(21).at(0);
    double[] cost = new double[size * size];
    int[] hidden = new int[size];
    Arrays.setAll(hidden, i -> (i * 7 + 3) % size);
    double[] row = new double[size];
    double[] column = new double[size];
    Arrays.setAll(row, i -> random.nextGaussian());
    Arrays.setAll(column, i -> random.nextGaussian());
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double slack = j == hidden[i] ? 0 : 1e-3 + random.nextDouble();
        cost[i * size + j] = row[i] + column[j] + slack;
      }
    }
    assertThat(Assignment.minimise(cost, size, size)).isEqualTo(hidden);
  }

  @Test
  void refusesWhatIsNoCost() {
    assertThatThrownBy(() -> Assignment.minimise(new double[] {1, Double.NaN}, 1, 2))
        .hasMessage("a cost is not finite");
    assertThatThrownBy(() -> Assignment.minimise(new double[3], 2, 2))
        .hasMessage("3 costs for 2 rows and 2 columns");
  }

  private static double cheapest(double[] cost, int rows, int columns) {
    return rows <= columns
        ? cheapest(cost, rows, columns, 0, 0)
        : cheapest(transpose(cost, rows, columns), columns, rows, 0, 0);
  }

  private static double cheapest(double[] cost, int rows, int columns, int row, int taken) {
    if (row == rows) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      if ((taken & 1 << column) == 0) {
        double rest = cheapest(cost, rows, columns, row + 1, taken | 1 << column);
        best = Math.min(best, cost[row * columns + column] + rest);
      }
    }
    return best;
  }

  private static double[] transpose(double[] cost, int rows, int columns) {
    double[] transposed = new double[cost.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        transposed[j * rows + i] = cost[i * columns + j];
      }
    }
    return transposed;
  }
}
