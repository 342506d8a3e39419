package org.debye.jobs.train;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.debye.classification.split.LabelledFrames;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.scene.SpectraConfig;
import org.debye.jobs.value.Interval;
import org.debye.spark.OpenSession;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.training.ChosenLabels;
import org.debye.spark.training.InspectedSpectra;
import org.debye.spark.training.InspectionProgress;
import org.debye.spark.training.LabelChoice;
import org.debye.spark.training.LabelledDataset;

/**
 * Labelled spectra of a catalogue, looked through.
 *
 * @param datasets chosen, by id
 * @param frames with a label, ordered by dataset and frame
 * @param drawnFrom ids of the datasets that few labels are drawn from; all when empty
 */
record TrainingData(
    Map<String, DatasetRow> datasets,
    LabelledFrames frames,
    InspectedSpectra spectra,
    Set<String> drawnFrom) {

  /**
   * Reads the labels, and looks through the spectra that have one.
   *
   * @throws org.debye.failure.InputException where nothing can be learnt from them
   */
  static TrainingData read(
      OpenSession spark, Catalogue catalogue, TrainConfig config, InspectionProgress progress) {
    SpectraConfig chosen = config.spectra();
    Map<String, DatasetRow> datasets = new TreeMap<>();
    for (DatasetRow row : new SpectraSelection(catalogue, chosen.dataset(), null).datasets()) {
      datasets.put(row.datasetId(), row);
    }
    LabelledFrames frames =
        config.model().needsNoLabels()
            ? new CoursePart(config.pretraining().parts(), config.pretraining().along())
                .of(catalogue, datasets.keySet(), chosen)
            : labelled(catalogue, datasets.keySet(), config);
    List<LabelledDataset> all = ChosenLabels.datasets(frames, all(frames));
    InspectedSpectra spectra =
        InspectedSpectra.of(
            spark.session(),
            catalogue,
            all,
            value -> isWithin(chosen.range(), value),
            chosen.subtractBaseline(),
            progress);
    return new TrainingData(datasets, frames, spectra, ids(catalogue, config.split().from()));
  }

  private static Set<String> ids(Catalogue catalogue, List<String> wanted) {
    Set<String> ids = new TreeSet<>();
    if (!wanted.isEmpty()) {
      new SpectraSelection(catalogue, wanted, null)
          .datasets()
          .forEach(row -> ids.add(row.datasetId()));
    }
    return ids;
  }

  private static LabelledFrames labelled(
      Catalogue catalogue, Set<String> datasets, TrainConfig config) {
    LabelChoice choice =
        new LabelChoice(
            new TreeSet<>(datasets), config.labels().origin(), config.labels().classes());
    LabelledFrames frames = config.spectra().within(ChosenLabels.of(catalogue, choice));
    LabelledFrames kept = frames.of(config.labels().representative().of(frames));
    kept.labels().requireClasses(2);
    return kept;
  }

  /** Frames of some records, dataset by dataset. */
  List<LabelledDataset> of(int[] records) {
    return ChosenLabels.datasets(frames, records);
  }

  /** All records. */
  static int[] all(LabelledFrames frames) {
    return IntStream.range(0, frames.count()).toArray();
  }

  /** Name of a dataset, for people. */
  String name(String datasetId) {
    DatasetRow row = datasets.get(datasetId);
    return row == null ? datasetId : row.name();
  }

  private static boolean isWithin(@org.jspecify.annotations.Nullable Interval range, double value) {
    return range == null || (value >= range.from() && value <= range.to());
  }
}
