package org.debye.spark.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of cells, how they are cut into tasks, and how long is left. */
final class SchedulingTest {
  private static ToyCell cell(int number, double cost) {
    return new ToyCell(number, ToyCell.Ending.DONE, cost, 1);
  }

  private static List<SweepCell> cells(double... costs) {
    List<SweepCell> cells = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      cells.add(cell(i, costs[i]));
    }
    return cells;
  }

  @Test
  void longestFirstAndTheOrderOfEqualsIsThatOfTheirIds() {
    assertThat(SweepPlan.longestFirst(cells(1, 5, 0, 5, 2)))
        .extracting(SweepCell::id)
        .containsExactly(
            "number=00001", "number=00003", "number=00004", "number=00000", "number=00002");
  }

  @Test
  void longCellsAreTasksOfTheirOwnAndTinyOnesShareOne() {
    double[] costs = new double[1010];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = i < 10 ? 30 - i : 0.01;
    }
    List<List<SweepCell>> tasks = TaskCutting.cut(cells(costs), 2);
    assertThat(tasks.subList(0, 10)).allMatch(task -> task.size() == 1);
    assertThat(tasks.subList(10, tasks.size()))
        .allMatch(task -> task.size() <= 63)
        .hasSizeBetween(16, 17);
    assertThat(tasks.stream().mapToInt(List::size).sum()).isEqualTo(1010);
  }

  @Test
  void cellsThatClaimToCostNothingAreSpreadOverTheCoresAllTheSame() {
    assertThat(TaskCutting.cut(cells(new double[1600]), 2)).hasSize(16);
    assertThat(TaskCutting.cut(cells(new double[100_000]), 2)).hasSize(100);
    assertThat(TaskCutting.cut(cells(new double[3]), 2)).hasSize(3);
    assertThat(TaskCutting.cut(cells(), 2)).isEmpty();
  }

  @Test
  void whatIsLeftIsTheWorkSpreadOverTheCoresOrTheLongestTask() {
    List<List<SweepCell>> tasks = new ArrayList<>();
    cells(100, 20, 20, 20, 20).forEach(cell -> tasks.add(List.of(cell)));
    TimeLeft left = new TimeLeft(tasks, 2, 0);
    assertThat(left.at(5)).isNull();
    left.took("toy 1", 20, 10); // twice as fast as claimed
    left.ended(1, 10);
    assertThat(left.at(10)).isEqualTo(Duration.ofSeconds(40)); // 50 - 10 of the longest
    assertThat(left.at(15)).isEqualTo(Duration.ofSeconds(35));
    left.took("toy 1", 20, 10);
    left.ended(2, 20);
    assertThat(left.at(30)).isEqualTo(Duration.ofSeconds(20));
    assertThat(left.at(1000)).as("the last task has not begun").isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void theWorkDecidesWhereManyTasksAreLeft() {
    List<List<SweepCell>> tasks = new ArrayList<>();
    cells(new double[] {10, 10, 10, 10, 10, 10, 10}).forEach(cell -> tasks.add(List.of(cell)));
    TimeLeft left = new TimeLeft(tasks, 2, 0);
    left.took("toy 1", 10, 10);
    left.ended(0, 10);
    assertThat(left.at(10)).isEqualTo(Duration.ofSeconds(25)); // five tasks on two cores
  }
}
