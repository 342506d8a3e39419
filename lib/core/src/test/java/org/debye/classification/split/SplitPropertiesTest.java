package org.debye.classification.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every split of every set of frames. */
final class SplitPropertiesTest {

  static Stream<Long> seeds() {
    return IntStream.range(0, 40).mapToObj(i -> 1000L + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRecordIsInOnePart(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(6, 3, random);
    for (SplitPlan plan : plans(random)) {
      for (Split split : plan.splits(frames, RandomStreams.of(seed))) {
        int[] all =
            Stream.of(split.training(), split.validation(), split.test())
                .flatMapToInt(IntStream::of)
                .toArray();
        assertThat(all).as("%s, seed %s", plan, seed).hasSize(frames.count());
        assertThat(IntStream.of(all).distinct().count()).isEqualTo(frames.count());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRecordIsTestedOnceOverTheFolds(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(7, 2, random);
    for (Grouping grouping : Grouping.values()) {
      int[] tested =
          new StratifiedFolds(2, grouping)
              .splits(frames, RandomStreams.of(seed)).stream()
                  .flatMapToInt(split -> IntStream.of(split.test()))
                  .sorted()
                  .toArray();
      assertThat(tested).containsExactly(IntStream.range(0, frames.count()).toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noDatasetIsInTwoParts(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(4 + random.nextInt(14), 3, random);
    List<SplitPlan> plans =
        List.of(
            new StratifiedHoldOut(0.2, 0.3, Grouping.BY_DATASET),
            new StratifiedFolds(3, Grouping.BY_DATASET),
            new LeaveOneDatasetOut());
    for (SplitPlan plan : plans) {
      for (Split split : plan.splits(frames, RandomStreams.of(seed))) {
        Set<String> training = datasets(frames, split.training());
        Set<String> validation = datasets(frames, split.validation());
        Set<String> test = datasets(frames, split.test());
        boolean apart =
            Collections.disjoint(training, test)
                && Collections.disjoint(validation, test)
                && Collections.disjoint(training, validation);
        assertThat(apart).as("%s, seed %s", plan, seed).isTrue();
        assertThat(test).isNotEmpty();
        assertThat(classes(frames, split.training())).hasSize(3);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void classSharesByFrameAreRoundedSharesOfTheWhole(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(5, 3, random);
    double validation = 0.1 + 0.3 * random.nextDouble();
    double test = 0.1 + 0.3 * random.nextDouble();
    Split split =
        new StratifiedHoldOut(validation, test, Grouping.BY_FRAME)
            .splits(frames, RandomStreams.of(seed))
            .get(0);
    int[] counts = frames.labels().counts();
    int[] tested = frames.labels().of(split.test()).counts();
    int[] validated = frames.labels().of(split.validation()).counts();
    for (int k = 0; k < 3; k++) {
      if (counts[k] * Math.min(validation, test) >= 1) {
        assertThat(Math.abs(tested[k] - test * counts[k])).as("seed %s", seed).isLessThan(1);
        assertThat(Math.abs(validated[k] - validation * counts[k])).isLessThan(1);
      } else {
        assertThat(tested[k]).as("seed %s", seed).isPositive();
        assertThat(validated[k]).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void foldsByFrameDifferByOneAtMost(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(5, 3, random);
    int folds = Math.min(4, IntStream.of(frames.labels().counts()).min().orElseThrow());
    List<Split> splits =
        new StratifiedFolds(folds, Grouping.BY_FRAME).splits(frames, RandomStreams.of(seed));
    for (int k = 0; k < 3; k++) {
      int of = k;
      assertSpread(splits, split -> frames.labels().of(split.test()).counts()[of], seed);
    }
    assertSpread(splits, split -> split.test().length, seed);
  }

  private static void assertSpread(List<Split> splits, ToIntFunction<Split> count, long seed) {
    int least = splits.stream().mapToInt(count).min().orElseThrow();
    int most = splits.stream().mapToInt(count).max().orElseThrow();
    assertThat(most - least).as("seed %s", seed).isBetween(0, 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheRecordsChangesNothing(long seed) {
    Random random = new Random(seed);
    LabelledFrames frames = RandomFrames.ramps(6, 2, random);
    RandomFrames.Shuffled other = RandomFrames.shuffled(frames, random);
    RandomStreams streams = RandomStreams.of(seed);
    for (SplitPlan plan : plans(random)) {
      List<Split> splits = plan.splits(frames, streams);
      List<Split> others = plan.splits(other.frames(), streams);
      for (int fold = 0; fold < splits.size(); fold++) {
        assertThat(original(others.get(fold).test(), other))
            .as("%s, seed %s", plan, seed)
            .containsExactly(splits.get(fold).test());
        assertThat(original(others.get(fold).training(), other))
            .containsExactly(splits.get(fold).training());
      }
    }
  }

  private static int[] original(int[] records, RandomFrames.Shuffled shuffled) {
    return IntStream.of(records).map(i -> shuffled.from()[i]).sorted().toArray();
  }

  private static List<SplitPlan> plans(Random random) {
    double share = 0.15 + 0.2 * random.nextDouble();
    return List.of(
        new StratifiedHoldOut(share, 0.3, Grouping.BY_FRAME),
        new StratifiedHoldOut(share, 0.3, Grouping.BY_DATASET),
        new StratifiedHoldOut(0, share, Grouping.BY_DATASET),
        new StratifiedFolds(3, Grouping.BY_FRAME),
        new StratifiedFolds(3, Grouping.BY_DATASET),
        new LeaveOneDatasetOut());
  }

  private static Set<String> datasets(LabelledFrames frames, int[] records) {
    Set<String> names = new HashSet<>();
    for (int i : records) {
      names.add(frames.datasets().get(i));
    }
    return names;
  }

  private static Set<Integer> classes(LabelledFrames frames, int[] records) {
    Set<Integer> found = new HashSet<>();
    for (int i : records) {
      found.add(frames.labels().values()[i]);
    }
    return found;
  }
}
