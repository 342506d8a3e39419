package org.debye.jobs.study.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.debye.classification.split.FewLabels;
import org.debye.classification.split.LabelledFrames;
import org.debye.classification.split.Split;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.debye.spark.training.LabelledDataset;

/**
 * Labels that runs are given: the same for every method.
 *
 * @param from ids of datasets that labels are drawn from
 * @param frames all that have labels
 */
record LabelDraws(
    EncodersConfig config, Set<String> from, LabelledFrames frames, EncoderTask task) {

  /** Those of a run, budget by budget and, where datasets are left out, one after another. */
  List<LabelDraw> of(long seed) {
    List<LabelDraw> draws = new ArrayList<>();
    for (Budget budget : config.budgets()) {
      if (config.leaveOut() == LeaveOut.NONE) {
        draws.addAll(draws(budget, from, LabelDraw.NOTHING, seed));
        continue;
      }
      for (int d = 0; d < task.datasets().size(); d++) {
        LabelledDataset left = task.datasets().get(d);
        Set<String> others = new TreeSet<>(from);
        others.remove(left.datasetId());
        if (others.isEmpty()) {
          throw InputException.of(
              FailureCode.INVALID_CONFIGURATION,
              "encoders.leave-out",
              "labels come from "
                  + task.names().get(d)
                  + " alone, so that none are left without it",
              "Name more than one dataset in encoders.labels-from, or write leave-out: none.");
        }
        draws.addAll(draws(budget, others, d, seed));
      }
    }
    return draws;
  }

  private List<LabelDraw> draws(Budget budget, Set<String> datasets, int leftOut, long seed) {
    FewLabels few =
        new FewLabels(
            config.draws(), budget.labels(), datasets, config.validation(), config.spread());
    List<Split> splits = few.splits(frames, RandomStreams.of(seed).under("split"));
    List<LabelDraw> draws = new ArrayList<>();
    for (int draw = 0; draw < splits.size(); draw++) {
      Split split = splits.get(draw);
      draws.add(new LabelDraw(budget.text(), draw, split.training(), split.validation(), leftOut));
    }
    return draws;
  }
}
