package org.debye.jobs.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelBudget;
import org.debye.classification.split.Split;
import org.debye.classification.split.SplitPlan;
import org.debye.jobs.value.PlainName;
import org.debye.numeric.RandomStreams;

/**
 * A model that is to be trained, and its part of the data.
 *
 * @param name below {@code CATALOGUE/models}: that of the job, and of the part where there are
 *     several
 */
record PlannedModel(String name, Split split) {

  /**
   * All that the keys ask for.
   *
   * @throws org.debye.failure.InputException where the frames cannot be split so
   */
  static List<PlannedModel> of(TrainConfig config, TrainingData data) {
    RandomStreams streams = RandomStreams.of(config.seed()).under("split");
    boolean few = config.split().kind() == SplitKind.FEW_LABELS;
    Optional<SplitPlan> plan = config.split().plan(config.labels().budget(), data.drawnFrom());
    List<Split> splits =
        plan.isPresent()
            ? plan.get().splits(data.frames(), streams)
            : List.of(new Split(TrainingData.all(data.frames()), new int[0], new int[0]));
    List<String> parts = few ? List.of() : parts(splits, data);
    List<PlannedModel> models = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      Split split = few ? splits.get(i) : fewer(splits.get(i), config, data, streams);
      if (config.model().pretraining().isPresent()) {
        split = new Split(split.training(), new int[0], new int[0]);
      }
      String part = splits.size() == 1 ? "" : "/" + (few ? "run-" + (i + 1) : parts.get(i));
      models.add(new PlannedModel(config.title() + part, split));
    }
    return models;
  }

  private static Split fewer(
      Split split, TrainConfig config, TrainingData data, RandomStreams streams) {
    LabelBudget budget = config.labels().budget();
    return budget == null
        ? split
        : new Split(
            budget.choose(data.frames(), split.training(), streams),
            split.validation(),
            split.test());
  }

  /** The dataset that each is tested with where each has one of its own, else their numbers. */
  private static List<String> parts(List<Split> splits, TrainingData data) {
    List<String> names = new ArrayList<>();
    for (Split split : splits) {
      TreeSet<String> tested = new TreeSet<>();
      Arrays.stream(split.test()).forEach(i -> tested.add(data.frames().datasets().get(i)));
      if (tested.size() == 1) {
        names.add(PlainName.of(data.name(tested.first())));
      }
    }
    return new TreeSet<>(names).size() == splits.size()
        ? names
        : IntStream.rangeClosed(1, splits.size()).mapToObj(fold -> "fold-" + fold).toList();
  }
}
