package org.debye.classification.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.classification.ClassLabels;
import org.debye.classification.augmentation.SlicedCopies;
import org.junit.jupiter.api.Test;

final class RepresentativeFramesTest {
  /** Frames before, during and after, of Table 2.1 of the thesis. */
  private static final Map<String, int[]> RAMPS =
      new TreeMap<>(
          Map.of(
              "D1", new int[] {17, 0, 43},
              "D4", new int[] {33, 0, 97},
              "D8", new int[] {71, 20, 131},
              "D9", new int[] {90, 65, 305}));

  @Test
  void fourRampsHaveTheThesisNumberOfSpectra() {
    LabelledFrames frames = ramps();
    assertThat(frames.count()).isEqualTo(872);
    int[] kept = RepresentativeFrames.OF_FOUR_RAMPS.of(frames);
    assertThat(kept).hasSize(286).doesNotHaveDuplicates().isSorted();
    assertThat(kept.length * (1 + SlicedCopies.THESIS.copies())).isEqualTo(6006);
    int[] each = new int[4];
    for (int record : kept) {
      assertThat(frames.frames()[record] % 3).isZero();
      each[List.copyOf(RAMPS.keySet()).indexOf(frames.datasets().get(record))]++;
    }
    assertThat(each).containsExactly(19, 43, 72, 152);
  }

  @Test
  void whatIsLeftOutStandsBeforeAChange() {
    LabelledFrames frames = ramps();
    List<Integer> kept = new ArrayList<>();
    for (int record : RepresentativeFrames.OF_FOUR_RAMPS.of(frames)) {
      if (frames.datasets().get(record).equals("D8")) {
        kept.add(frames.frames()[record]);
      }
    }
    assertThat(kept).contains(66, 72, 87, 93).doesNotContain(69, 90);
  }

  @Test
  void ofStrideOneAllAreKeptInTheirOrder() {
    LabelledFrames frames = ramps();
    int[] all = new RepresentativeFrames(1, 0, 0).of(frames);
    assertThat(all).hasSize(872).isSorted();
  }

  private static LabelledFrames ramps() {
    List<String> datasets = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    RAMPS.forEach(
        (name, counts) -> {
          int frame = 0;
          for (int k = 0; k < counts.length; k++) {
            for (int i = 0; i < counts[k]; i++) {
              datasets.add(name);
              numbers.add(frame++);
              labels.add(k);
            }
          }
        });
    return new LabelledFrames(
        datasets,
        numbers.stream().mapToInt(Integer::intValue).toArray(),
        new ClassLabels(
            List.of("before", "during", "after"),
            labels.stream().mapToInt(Integer::intValue).toArray()));
  }
}
