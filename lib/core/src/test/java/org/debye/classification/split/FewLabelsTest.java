package org.debye.classification.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/** Few labels: how many, of which classes, from which datasets. */
final class FewLabelsTest {
  private static final RandomStreams STREAMS = RandomStreams.of(7);

  /** 10, 20 and 170 frames of datasets a, b and c, a fifth of each of the class "rare". */
  private static final LabelledFrames FRAMES = frames(Map.of("a", 10, "b", 20, "c", 170));

  @Test
  void aTotalIsSharedOutAsTheClassesAreButLeavesEachItsLeast() {
    LabelBudget.Total budget = new LabelBudget.Total(20, 2);
    assertThat(budget.counts(List.of("x", "y", "z"), new int[] {100, 60, 40}))
        .containsExactly(10, 6, 4);
    assertThat(budget.counts(List.of("x", "y", "z"), new int[] {1000, 5, 2}))
        .containsExactly(16, 2, 2);
    assertThat(new LabelBudget.Total(107, 2).counts(List.of("x", "y"), new int[] {100, 7}))
        .containsExactly(100, 7);
    assertThatThrownBy(() -> budget.counts(List.of("x", "y"), new int[] {30, 1}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'y' has 1 labels to learn from, 2 wanted");
    assertThatThrownBy(() -> budget.counts(List.of("x", "y"), new int[] {10, 9}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("20 labels of 19");
    assertThatThrownBy(
            () -> new LabelBudget.Total(3, 2).counts(List.of("x", "y"), new int[] {9, 9}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least 4");
  }

  @Test
  void aSmallerTotalIsAmongALargerOne() {
    int[] all = IntStream.range(0, FRAMES.count()).toArray();
    int[] before = new LabelBudget.Total(3, 1).choose(FRAMES, all, true, STREAMS);
    for (int members = 4; members <= 60; members += 7) {
      int[] chosen = new LabelBudget.Total(members, 2).choose(FRAMES, all, true, STREAMS);
      assertThat(chosen)
          .hasSize(members)
          .contains(Arrays.stream(before).boxed().toArray(Integer[]::new));
      before = chosen;
    }
  }

  @Test
  void spreadLabelsComeFromAllDatasetsAlike() {
    FewLabels spread = new FewLabels(5, new LabelBudget.PerClass(6), Set.of(), 0.333, true);
    for (Split split : spread.splits(FRAMES, STREAMS)) {
      Map<String, Integer> counts = new TreeMap<>();
      int[] drawn =
          IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.validation()))
              .toArray();
      for (int i : drawn) {
        counts.merge(FRAMES.datasets().get(i) + FRAMES.labels().values()[i], 1, Integer::sum);
      }
      assertThat(counts).hasSize(6).allSatisfy((of, count) -> assertThat(count).isEqualTo(2));
      assertThat(split.validation()).hasSize(4);
      assertThat(split.test()).hasSize(200 - 12).doesNotContain(drawn);
    }
    FewLabels plain = new FewLabels(5, new LabelBudget.PerClass(6), Set.of("c"), 0, false);
    for (Split split : plain.splits(FRAMES, STREAMS)) {
      assertThat(split.training()).hasSize(12);
      assertThat(Arrays.stream(split.training()).mapToObj(FRAMES.datasets()::get))
          .containsOnly("c");
      assertThat(split.validation()).isEmpty();
    }
  }

  private static LabelledFrames frames(Map<String, Integer> sizes) {
    List<String> datasets = new ArrayList<>();
    List<Integer> frames = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    new TreeMap<>(sizes)
        .forEach(
            (name, size) -> {
              for (int f = 0; f < size; f++) {
                datasets.add(name);
                frames.add(f);
                labels.add(f % 5 == 0 ? 1 : 0);
              }
            });
    return new LabelledFrames(
        datasets,
        frames.stream().mapToInt(Integer::intValue).toArray(),
        new ClassLabels(
            List.of("usual", "rare"), labels.stream().mapToInt(Integer::intValue).toArray()));
  }
}
