package org.debye.classification.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.debye.classification.ClassLabels;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class SplitTest {
  private static final RandomStreams STREAMS = RandomStreams.of(12345);

  @Test
  void theThesissRampGivesItsThirtyOneCurvesAndTestsOnAll() {
    LabelledFrames ramp = ramp("ramp", 349, 185);
    Split split = ThesisProtocol.PUBLISHED.splits(ramp, STREAMS).get(0);
    int[] curves =
        IntStream.concat(IntStream.rangeClosed(0, 15), IntStream.rangeClosed(20, 34)).toArray();
    assertThat(split.training())
        .hasSize(31)
        .isEqualTo(Arrays.stream(curves).map(i -> 10 * i).toArray());
    assertThat(split.test()).containsExactly(IntStream.range(0, 349).toArray());
    assertThat(split.withoutLeak().test()).hasSize(318).doesNotContain(0, 150, 200, 340);
  }

  @Test
  void theThesissProtocolSplitsEachRampAlone() {
    LabelledFrames both = joined(ramp("b", 100, 60), ramp("a", 200, 90));
    List<Split> splits = ThesisProtocol.PUBLISHED.splits(both, STREAMS);
    assertThat(splits).hasSize(2);
    assertThat(splits.get(0).test()).hasSize(200);
    assertThat(splits.get(1).test()).hasSize(100);
    // frames 30, 40, 50 before the boundary and 60 after it are dropped
    assertThat(splits.get(1).training()).containsExactly(0, 10, 20, 70, 80, 90);
    assertThatThrownBy(() -> ThesisProtocol.PUBLISHED.splits(ramp("short", 40, 20), STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("short: every 10th frame, less those next to a change, leaves one");
  }

  @Test
  void oneDatasetAfterAnotherIsLeftOut() {
    LabelledFrames three = joined(joined(ramp("c", 4, 2), ramp("a", 6, 2)), ramp("b", 2, 1));
    List<Split> splits = new LeaveOneDatasetOut().splits(three, STREAMS);
    assertThat(splits).hasSize(3);
    assertThat(splits.get(0).test()).containsExactly(4, 5, 6, 7, 8, 9);
    assertThat(splits.get(0).training()).containsExactly(0, 1, 2, 3, 10, 11);
    assertThat(splits.get(2).test()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void anotherSeedIsAnotherSplit() {
    LabelledFrames frames = ramp("ramp", 100, 40);
    SplitPlan plan = new StratifiedHoldOut(0, 0.5, Grouping.BY_FRAME);
    int[] first = plan.splits(frames, STREAMS).get(0).test();
    assertThat(plan.splits(frames, STREAMS).get(0).test()).isEqualTo(first);
    assertThat(plan.splits(frames, RandomStreams.of(1)).get(0).test()).isNotEqualTo(first);
  }

  @Test
  void whatCannotBeSplitSaysWhy() {
    LabelledFrames single = labelled("only", 0, 0, 0, 1);
    assertThatThrownBy(
            () -> new StratifiedHoldOut(0, 0.5, Grouping.BY_FRAME).splits(single, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "labels: class 'after' has one member, 2 needed. Label more frames of it, or merge it"
                + " with another class.");
    assertThatThrownBy(
            () -> new StratifiedFolds(5, Grouping.BY_DATASET).splits(twoRamps(), STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "split: 5 parts of 2 datasets. Ask for fewer parts or folds than there are datasets,"
                + " or split by frame.");
    assertThatThrownBy(() -> new LeaveOneDatasetOut().splits(single, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all labels are of dataset only");
    LabelledFrames alone = joined(labelled("a", 0, 0, 1), labelled("b", 0, 0));
    assertThatThrownBy(() -> new LeaveOneDatasetOut().splits(alone, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'after' is in dataset a alone");
    assertThatThrownBy(() -> new StratifiedFolds(2, Grouping.BY_DATASET).splits(alone, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'after' is in dataset a alone");
  }

  @Test
  void labelsThatTeachNothingAreRefusedByEveryPlan() {
    LabelledFrames one =
        new LabelledFrames(
            List.of("a", "b"), new int[2], new ClassLabels(List.of("B1"), new int[2]));
    LabelledFrames none =
        new LabelledFrames(
            List.of(), new int[0], new ClassLabels(List.of("B1", "rB1"), new int[0]));
    List<SplitPlan> plans =
        List.of(
            new StratifiedHoldOut(0, 0.5, Grouping.BY_FRAME),
            new StratifiedHoldOut(0, 0.5, Grouping.BY_DATASET),
            new StratifiedFolds(2, Grouping.BY_FRAME),
            new StratifiedFolds(2, Grouping.BY_DATASET),
            new LeaveOneDatasetOut(),
            ThesisProtocol.PUBLISHED);
    for (SplitPlan plan : plans) {
      assertThatThrownBy(() -> plan.splits(one, STREAMS))
          .as("%s", plan)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("all 2 labels are 'B1'");
      assertThatThrownBy(() -> plan.splits(none, STREAMS))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("there is no labelled spectrum");
    }
  }

  @Test
  void aFrameWithTwoLabelsIsNamed() {
    assertThatThrownBy(() -> joined(labelled("a", 0, 1), labelled("a", 0, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a[0]: the frame is labelled twice.");
  }

  @Test
  void impossibleSharesAndFoldsAreRefused() {
    assertThatThrownBy(() -> new StratifiedHoldOut(0.5, 0.5, Grouping.BY_FRAME))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new StratifiedHoldOut(0, 0, Grouping.BY_FRAME))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new StratifiedFolds(1, Grouping.BY_FRAME))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least two");
    assertThatThrownBy(() -> new RepresentativeFrames(0, 1, 1)).isInstanceOf(InputException.class);
  }

  @Test
  void smallerBudgetsAreWithinLargerOnes() {
    LabelledFrames frames = RandomFrames.ramps(3, 2, new Random(5));
    int[] training = IntStream.range(0, frames.count()).filter(i -> i % 3 != 0).toArray();
    int[] before = new int[0];
    for (int members = 1; members <= 8; members++) {
      int[] chosen = new LabelBudget.PerClass(members).choose(frames, training, STREAMS);
      assertThat(frames.labels().of(chosen).counts()).containsOnly(members);
      assertThat(boxed(training)).containsAll(boxed(chosen));
      assertThat(boxed(chosen)).containsAll(boxed(before));
      before = chosen;
    }
    int[] tenth = new LabelBudget.Share(0.1).choose(frames, training, STREAMS);
    assertThat(boxed(new LabelBudget.Share(0.5).choose(frames, training, STREAMS)))
        .containsAll(boxed(tenth));
    assertThat(new LabelBudget.Share(1).choose(frames, training, STREAMS)).isEqualTo(training);
  }

  @Test
  void aBudgetBeyondWhatThereIsNamesTheClass() {
    LabelledFrames frames = labelled("a", 0, 0, 0, 1);
    int[] all = {0, 1, 2, 3};
    assertThatThrownBy(() -> new LabelBudget.PerClass(2).choose(frames, all, STREAMS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("class 'after' has 1 labels to learn from, 2 wanted");
    assertThat(new LabelBudget.Share(0.01).choose(frames, all, STREAMS)).hasSize(2);
    assertThatThrownBy(() -> new LabelBudget.Share(0)).isInstanceOf(InputException.class);
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static LabelledFrames twoRamps() {
    return joined(ramp("a", 10, 5), ramp("b", 10, 5));
  }

  private static LabelledFrames ramp(String dataset, int frames, int boundary) {
    return labelled(dataset, IntStream.range(0, frames).map(i -> i < boundary ? 0 : 1).toArray());
  }

  private static LabelledFrames labelled(String dataset, int... labels) {
    return new LabelledFrames(
        Collections.nCopies(labels.length, dataset),
        IntStream.range(0, labels.length).toArray(),
        new ClassLabels(List.of("before", "after"), labels));
  }

  private static LabelledFrames joined(LabelledFrames a, LabelledFrames b) {
    List<String> datasets = new ArrayList<>(a.datasets());
    datasets.addAll(b.datasets());
    return new LabelledFrames(
        datasets,
        IntStream.concat(IntStream.of(a.frames()), IntStream.of(b.frames())).toArray(),
        new ClassLabels(
            a.labels().names(),
            IntStream.concat(IntStream.of(a.labels().values()), IntStream.of(b.labels().values()))
                .toArray()));
  }
}
