package org.debye.classification.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * What a few labels teach, again and again: each run draws its own labels from some datasets,
 * learns from most of them, is checked by the others, and is tested with all frames that it has not
 * drawn, those of datasets that it draws none from among them (section 7.2.1 of Sun's thesis).
 *
 * @param runs at least 1
 * @param budget of a run, its validation included
 * @param from datasets that labels are drawn from; all when empty
 * @param validation share of the drawn labels of each class, rounded, at least one where there are
 *     two; 0 for none
 * @param spread whether the labels of a class are from as many datasets as can be
 */
public record FewLabels(
    int runs, LabelBudget budget, Set<String> from, double validation, boolean spread)
    implements SplitPlan {
  public FewLabels {
    from = Set.copyOf(from);
    if (runs < 1 || !(validation >= 0 && validation < 1)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          runs + " runs with a share of " + validation + " to be checked by",
          "Ask for at least one run, and a share of at least 0 and below 1.");
    }
  }

  @Override
  public List<Split> splits(LabelledFrames frames, RandomStreams streams) {
    int[] open =
        IntStream.range(0, frames.count())
            .filter(i -> from.isEmpty() || from.contains(frames.datasets().get(i)))
            .toArray();
    List<Split> splits = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      splits.add(split(frames, open, streams.under("run").under(run)));
    }
    return splits;
  }

  private Split split(LabelledFrames frames, int[] open, RandomStreams streams) {
    int[] drawn = budget.choose(frames, open, spread, streams);
    Set<Integer> chosen = new HashSet<>();
    IntStream.of(drawn).forEach(chosen::add);
    Set<Integer> checked = new HashSet<>();
    for (int k = 0; k < frames.labels().classes(); k++) {
      int[] members =
          IntStream.of(frames.shuffledMembers(k, streams.under("validation")))
              .filter(chosen::contains)
              .toArray();
      int least = validation > 0 && members.length > 1 ? 1 : 0;
      int count = Math.max(least, (int) Math.round(validation * members.length));
      IntStream.of(members).limit(count).forEach(checked::add);
    }
    return new Split(
        IntStream.of(drawn).filter(i -> !checked.contains(i)).toArray(),
        IntStream.of(drawn).filter(checked::contains).toArray(),
        IntStream.range(0, frames.count()).filter(i -> !chosen.contains(i)).toArray());
  }
}
