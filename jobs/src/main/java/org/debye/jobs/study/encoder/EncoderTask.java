package org.debye.jobs.study.encoder;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.train.TrainingSettings;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.training.LabelledDataset;
import org.debye.spectra.SpectralAxis;

/**
 * What all cells of a study have in common.
 *
 * @param datasets all labelled frames; ids are their numbers
 * @param names of these datasets, for people
 * @param classes their names
 * @param groups for each group the places of its datasets
 * @param groupNames of the groups
 * @param linear how the linear layer learns
 * @param standardised whether the linear layer sees standard scores
 * @param supervised how a whole network learns
 * @param representation of an encoder that has learnt nothing
 * @param contents what the spectra and labels are recognised by
 */
record EncoderTask(
    HadoopSettings hadoop,
    String catalogue,
    SpectralAxis axis,
    SpectrumTreatment treatment,
    List<LabelledDataset> datasets,
    List<String> names,
    List<String> classes,
    List<int[]> groups,
    List<String> groupNames,
    TrainingSettings linear,
    boolean standardised,
    TrainingSettings supervised,
    RepresentationSettings representation,
    String contents)
    implements Serializable {

  /** Number of the first frame of a dataset among all. */
  int first(int dataset) {
    int first = 0;
    for (int d = 0; d < dataset; d++) {
      first += datasets.get(d).frames().length;
    }
    return first;
  }

  /**
   * Whether every dataset is a series: each class in one run of frames. Boundaries between classes
   * mean something only then.
   */
  boolean ordered() {
    return datasets.stream().allMatch(one -> changes(one.labels()) < distinct(one.labels()));
  }

  private static long changes(int[] labels) {
    return IntStream.range(1, labels.length).filter(i -> labels[i] != labels[i - 1]).count();
  }

  private static long distinct(int[] labels) {
    return Arrays.stream(labels).distinct().count();
  }

  /** Class of every frame. */
  int[] labels() {
    return datasets.stream().flatMapToInt(one -> Arrays.stream(one.labels())).toArray();
  }
}
