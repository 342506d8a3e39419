package org.debye.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.debye.evaluation.CalibrationRanks;
import org.debye.unmixing.posterior.GlobalsLayout;
import org.debye.unmixing.posterior.LabelFree;

/**
 * Simulation-based calibration over datasets whose generating prior is the inferring one: ranks of
 * the truth of quantities that have no labels (log density, log likelihood, simplex volume, sorted
 * weights and first coordinates, noise scales and correlations) among 99 draws each, which are
 * uniform if inference is exact. One result a dataset, not the best of several starts: that choice
 * looks at the data. Merge-able; not thread safe.
 */
public final class StudyCalibration implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> names;
  private final List<CalibrationRanks> ranks;

  /** Nothing counted yet. */
  public StudyCalibration(StudyModel model) {
    List<String> all = new ArrayList<>(List.of("log_density", "log_likelihood"));
    all.addAll(LabelFree.names(GlobalsLayout.of(model.inferring(1, 1))));
    names = List.copyOf(all);
    ranks = new ArrayList<>();
    for (int quantity = 0; quantity < names.size(); quantity++) {
      ranks.add(CalibrationRanks.among(FitMeasurement.RANKED_DRAWS));
    }
  }

  /**
   * Counts one dataset; returns false where the result has no ranks, or not of these quantities.
   */
  public boolean add(StudyResult result) {
    double[] all = result.arrays().get(StudyArray.LABEL_FREE_RANKS.key());
    if (all == null || all.length != ranks.size()) {
      return false;
    }
    for (int quantity = 0; quantity < ranks.size(); quantity++) {
      ranks.get(quantity).add((int) all[quantity]);
    }
    return true;
  }

  /** Adds what another has counted. */
  public void merge(StudyCalibration other) {
    for (int quantity = 0; quantity < ranks.size(); quantity++) {
      ranks.get(quantity).merge(other.ranks.get(quantity));
    }
  }

  /** Names of the quantities. */
  public List<String> quantities() {
    return names;
  }

  /** Ranks of one quantity. */
  public CalibrationRanks ranks(String quantity) {
    int at = names.indexOf(quantity);
    if (at < 0) {
      throw new IllegalArgumentException("no quantity " + quantity + " among " + names);
    }
    return ranks.get(at);
  }
}
