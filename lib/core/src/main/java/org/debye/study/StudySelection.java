package org.debye.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.MultiStart;
import org.debye.unmixing.posterior.StartSummary;

/**
 * The one result of a method on a dataset, chosen among its starts: the highest mean log likelihood
 * (Hoidn et al., Results). Made from the results alone, so that tables and figures choose alike.
 *
 * @param kept index of the result that is kept
 * @param result that result
 * @param agreement whether the starts that reached its mode agree; only where their draws are there
 * @param flags what makes the choice doubtful, the kept result's own flags among them
 */
public record StudySelection(
    int kept, StudyResult result, Optional<MultiStart> agreement, List<String> flags) {
  private static final double MOST_R_HAT = 1.01;

  /**
   * Over the effective draws of a chain: what R-hat of converged chains exceeds 1 by, once in a
   * hundred. Chains that were only compared are short.
   */
  private static final double CHANCE = 2.3;

  /**
   * Chooses.
   *
   * @param starts all results of one method on one dataset, at least one
   * @param model of the study
   * @return empty if no start gave an estimate
   */
  public static Optional<StudySelection> of(List<StudyResult> starts, StudyModel model) {
    List<Integer> usable = new ArrayList<>();
    for (int start = 0; start < starts.size(); start++) {
      if (starts.get(start).metric(StudyMetric.FROBENIUS_ERROR).isPresent()) {
        usable.add(start);
      }
    }
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    int kept = usable.get(0);
    for (int start : usable) {
      kept = likelihood(starts.get(start)) > likelihood(starts.get(kept)) ? start : kept;
    }
    Optional<MultiStart> agreement = agreement(starts, usable, model);
    List<String> flags = new ArrayList<>(starts.get(kept).flags());
    double most = mostRHat(usable.stream().map(starts::get).toList());
    agreement.ifPresent(among -> flag(among, usable.size(), most, flags));
    if (usable.size() < starts.size()) {
      flags.add((starts.size() - usable.size()) + " starts gave no estimate");
    }
    return Optional.of(new StudySelection(kept, starts.get(kept), agreement, List.copyOf(flags)));
  }

  private static double likelihood(StudyResult result) {
    return result.metric(StudyMetric.MEAN_LOG_LIKELIHOOD).orElse(Double.NEGATIVE_INFINITY);
  }

  private static Optional<MultiStart> agreement(
      List<StudyResult> starts, List<Integer> usable, StudyModel model) {
    GlobalsLayout layout = GlobalsLayout.of(model.inferring(1, 1));
    List<StartSummary> summaries = new ArrayList<>();
    for (int start : usable) {
      StudyResult result = starts.get(start);
      double[] draws = result.arrays().get(StudyArray.GLOBAL_DRAWS.key());
      if (draws == null) {
        return Optional.empty();
      }
      summaries.add(
          new StartSummary(
              layout,
              draws,
              likelihood(result),
              result.metric(StudyMetric.MEAN_LOG_LIKELIHOOD_ERROR).orElse(0)));
    }
    return Optional.of(MultiStart.choose(summaries));
  }

  private static double mostRHat(List<StudyResult> starts) {
    double least =
        starts.stream()
            .mapToDouble(one -> one.metric(StudyMetric.WORST_ESS).orElse(Double.NaN))
            .filter(Double::isFinite)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return Math.max(MOST_R_HAT, 1 + CHANCE / Math.max(least, 4));
  }

  private static void flag(MultiStart among, int starts, double most, List<String> flags) {
    if (among.inMode() < starts) {
      flags.add((starts - among.inMode()) + " of " + starts + " starts reached other modes");
    }
    if (among.inMode() > 1 && !(among.worstRHat() <= most)) {
      flags.add(
          String.format(
              Locale.ROOT,
              "R-hat over the %d starts of the mode is %.3f",
              among.inMode(),
              among.worstRHat()));
    }
  }
}
