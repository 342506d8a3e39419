package org.debye.classification.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;

/**
 * Whole datasets to parts, so that the parts' shares of each class are as near as can be to what is
 * wanted: least sum over parts and classes of (share found - share wanted)^2 (the goal of
 * scikit-learn's StratifiedGroupKFold), among the assignments that leave no part empty and no
 * training without a class. See {@link AssignmentSearch}.
 */
final class DatasetAssignment {
  private DatasetAssignment() {}

  /** Part of each record; the first part is for training. */
  static int[] parts(LabelledFrames frames, double[] shares, RandomStreams streams) {
    int[] wanted = new int[shares.length];
    int parts = 0;
    for (int part = 0; part < shares.length; part++) {
      if (shares[part] > 0) {
        wanted[parts++] = part;
      }
    }
    double[] given = new double[parts];
    for (int part = 0; part < parts; part++) {
      given[part] = shares[wanted[part]];
    }
    frames.labels().requireClasses(1);
    int[] found = assign(frames, given, AssignmentSearch.Training.FIRST_PART, streams);
    return Arrays.stream(found).map(part -> wanted[part]).toArray();
  }

  /** Fold of each record. */
  static int[] folds(LabelledFrames frames, int folds, RandomStreams streams) {
    double[] shares = new double[folds];
    Arrays.fill(shares, 1.0 / folds);
    frames.labels().requireClasses(1);
    requireTwoDatasets(frames);
    return assign(frames, shares, AssignmentSearch.Training.ALL_BUT_ONE, streams);
  }

  private static int[] assign(
      LabelledFrames frames,
      double[] shares,
      AssignmentSearch.Training training,
      RandomStreams streams) {
    List<String> datasets = shuffled(frames.distinctDatasets(), streams);
    if (datasets.size() < shares.length) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "split",
          shares.length + " parts of " + datasets.size() + " datasets",
          "Ask for fewer parts or folds than there are datasets, or split by frame.");
    }
    AssignmentSearch search =
        new AssignmentSearch(
            frames.classCounts(datasets), frames.labels().classes(), shares, training);
    int[] partOf = search.best();
    Map<String, Integer> byName = new HashMap<>();
    for (int i = 0; i < partOf.length; i++) {
      byName.put(datasets.get(i), partOf[i]);
    }
    return frames.datasets().stream().mapToInt(byName::get).toArray();
  }

  private static List<String> shuffled(List<String> datasets, RandomStreams streams) {
    Map<String, Long> ranks = new HashMap<>();
    for (String dataset : datasets) {
      ranks.put(dataset, streams.at(dataset).nextLong());
    }
    List<String> order = new ArrayList<>(datasets);
    order.sort(Comparator.<String, Long>comparing(ranks::get).thenComparing(name -> name));
    return order;
  }

  /**
   * Whether every class is in two datasets, so that one is left when the other is tested.
   *
   * @throws InputException naming the class and the dataset
   */
  static void requireTwoDatasets(LabelledFrames frames) {
    List<String> datasets = frames.distinctDatasets();
    int classes = frames.labels().classes();
    int[] counts = frames.classCounts(datasets);
    for (int k = 0; k < classes; k++) {
      String only = "";
      int found = 0;
      for (int d = 0; d < datasets.size(); d++) {
        if (counts[d * classes + k] > 0) {
          only = datasets.get(d);
          found++;
        }
      }
      if (found == 1) {
        throw InputException.of(
            FailureCode.TOO_FEW_SPECTRA,
            "split",
            "class '" + frames.labels().names().get(k) + "' is in dataset " + only + " alone",
            "Label it in a second dataset, merge it with another class, or split by frame:"
                + " when this dataset is tested, nothing would teach the class.");
      }
    }
  }
}
