package org.debye.jobs.represent;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelledFrames;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.LabelChoice;
import org.debye.spark.training.LabelledDataset;
import org.jspecify.annotations.Nullable;

/**
 * Classes of frames, where somebody knows them.
 *
 * @param classes names, of all datasets
 * @param datasets by id; those without a label are not among them
 */
record KnownLabels(List<String> classes, Map<String, LabelledDataset> datasets) {

  /**
   * Reads them.
   *
   * @param needed whether it is an error that there are none
   * @throws org.debye.failure.InputException where they come from several origins and none is
   *     chosen, or are needed and not there
   */
  static KnownLabels of(
      Catalogue catalogue, List<DatasetRow> chosen, @Nullable String origin, boolean needed) {
    Set<String> ids = new HashSet<>();
    chosen.forEach(row -> ids.add(row.datasetId()));
    boolean[] any = new boolean[1];
    catalogue.labels().each(row -> any[0] |= ids.contains(row.datasetId()));
    if (!any[0] && !needed && origin == null) {
      return new KnownLabels(List.of(), Map.of());
    }
    LabelledFrames frames = ChosenLabels.of(catalogue, new LabelChoice(ids, origin, List.of()));
    Map<String, LabelledDataset> datasets = new TreeMap<>();
    int[] all = IntStream.range(0, frames.datasets().size()).toArray();
    for (LabelledDataset one : ChosenLabels.datasets(frames, all)) {
      datasets.put(one.datasetId(), one);
    }
    return new KnownLabels(frames.labels().names(), datasets);
  }

  /** Names of the classes that a dataset has. */
  List<String> of(String datasetId) {
    LabelledDataset own = datasets.get(datasetId);
    return own == null
        ? List.of()
        : IntStream.of(own.labels()).sorted().distinct().mapToObj(classes::get).toList();
  }

  /** Labels of a dataset; none where nobody knows any. */
  LabelledDataset labels(String datasetId) {
    LabelledDataset own = datasets.get(datasetId);
    return own == null ? new LabelledDataset(datasetId, new long[0], new int[0], new long[0]) : own;
  }
}
