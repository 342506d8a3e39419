package org.debye.spark.training;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.provenance.Digest;
import org.debye.spark.file.HadoopSettings;
import org.debye.spark.table.Catalogue;
import org.debye.spectra.SpectralAxis;

/**
 * Labelled spectra that can be learnt from: all there, on one axis, finite. They are read once, on
 * the executors, before training starts, so that what is wrong is said then.
 *
 * @param axis that a model of them has: the points within the range at which there are intensities
 * @param baseline what is done with theirs
 * @param digests of each dataset's spectra and labels
 */
public record InspectedSpectra(
    SpectralAxis axis, BaselineUse baseline, Map<String, String> digests) {
  /** Enough for a progress that moves, and few beside what a task costs. */
  private static final int TASKS_A_CORE = 64;

  public InspectedSpectra {
    digests = Map.copyOf(digests);
  }

  /**
   * Looks through them.
   *
   * @param range points of the axis that are wanted
   * @param subtractBaseline where the spectra have one
   * @param progress is told how many have been read
   * @throws InputException where a labelled frame has no spectrum, axes differ, or an intensity is
   *     not a number at a point where others are
   */
  public static InspectedSpectra of(
      SparkSession session,
      Catalogue catalogue,
      List<LabelledDataset> datasets,
      DoublePredicate range,
      boolean subtractBaseline,
      InspectionProgress progress) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    HadoopSettings hadoop = HadoopSettings.of(session.sparkContext().hadoopConfiguration());
    String location = catalogue.location();
    int tasks = Math.max(1, Math.min(datasets.size(), TASKS_A_CORE * spark.defaultParallelism()));
    LongAccumulator read = session.sparkContext().longAccumulator();
    List<SpectraInspection> found;
    try (InspectionWatch watch = new InspectionWatch(progress)) {
      watch.follow(read, spectra(datasets));
      found =
          spark
              .parallelize(datasets, tasks)
              .map(dataset -> SpectraInspection.of(hadoop, location, dataset, read))
              .collect();
    }
    found.forEach(InspectedSpectra::requireThere);
    SpectralAxis whole = axis(catalogue, found);
    int[] kept = kept(whole, found, range);
    double[] points = Arrays.stream(kept).mapToDouble(i -> whole.values()[i]).toArray();
    Map<String, String> digests = new TreeMap<>();
    found.forEach(one -> digests.put(one.datasetId(), one.digest()));
    return new InspectedSpectra(
        new SpectralAxis(whole.kind(), points),
        baseline(datasets, found, subtractBaseline),
        digests);
  }

  /** Digest of the spectra and labels of some datasets. */
  public String digest(List<LabelledDataset> datasets) {
    Digest digest = new Digest().add(axis.id()).add(baseline);
    for (LabelledDataset dataset : datasets) {
      digest.add(dataset.datasetId()).add(digests.get(dataset.datasetId()));
      for (int i = 0; i < dataset.frames().length; i++) {
        digest.add(dataset.frames()[i]).add((long) dataset.labels()[i]);
      }
    }
    return digest.hex();
  }

  private static void requireThere(SpectraInspection one) {
    if (one.unknownFrame() >= 0) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          one.datasetId(),
          "there is no spectrum of frame " + one.unknownFrame() + ", which has a label",
          "Remove the label, or reduce or import the frame.");
    }
  }

  private static SpectralAxis axis(Catalogue catalogue, List<SpectraInspection> found) {
    TreeSet<String> ids = new TreeSet<>();
    for (SpectraInspection one : found) {
      ids.addAll(one.axisIds());
      if (ids.size() > 1) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            one.datasetId(),
            "its axis is not that of the datasets before",
            "Choose datasets of one axis with spectra.dataset=, or reduce all onto one.");
      }
    }
    SpectralAxis axis = catalogue.axes().all().get(ids.first());
    if (axis == null) {
      throw new IllegalStateException("no axis " + ids.first() + " in the table of axes");
    }
    return axis;
  }

  private static int[] kept(
      SpectralAxis axis, List<SpectraInspection> found, DoublePredicate range) {
    BitSet some = new BitSet();
    found.forEach(one -> some.or(one.someKnown()));
    BitSet within = new BitSet();
    for (int i = 0; i < axis.points(); i++) {
      within.set(i, range.test(axis.values()[i]));
    }
    some.and(within);
    if (some.isEmpty()) {
      throw InputException.of(
          FailureCode.ALL_MASKED,
          "spectra",
          within.isEmpty()
              ? "no point of the axis lies within spectra.range"
              : "no labelled spectrum has a number within spectra.range",
          "The axis goes from "
              + axis.values()[0]
              + " to "
              + axis.values()[axis.points() - 1]
              + "; check the mask of the reduction.");
    }
    for (SpectraInspection one : found) {
      BitSet lacking = (BitSet) some.clone();
      lacking.andNot(one.allKnown());
      if (!lacking.isEmpty()) {
        throw InputException.of(
            FailureCode.NON_FINITE_SPECTRA,
            one.datasetId(),
            "a labelled spectrum of it has no finite intensity at "
                + axis.values()[lacking.nextSetBit(0)]
                + " "
                + axis.kind().unit()
                + ", where others have",
            "Remove the label of the frame, mend the mask of the reduction, or leave that part of"
                + " the axis out with spectra.range=.");
      }
    }
    return some.stream().toArray();
  }

  private static long spectra(List<LabelledDataset> datasets) {
    return datasets.stream().mapToLong(one -> one.frames().length).sum();
  }

  private static BaselineUse baseline(
      List<LabelledDataset> datasets, List<SpectraInspection> found, boolean subtract) {
    long spectra = spectra(datasets);
    int baselines = found.stream().mapToInt(SpectraInspection::baselines).sum();
    if (!subtract || baselines == 0) {
      return BaselineUse.KEPT;
    }
    if (baselines < spectra) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          "spectra",
          baselines + " of " + spectra + " labelled spectra have a baseline",
          "Reduce all with one, or set spectra.subtract-baseline=false.");
    }
    return BaselineUse.SUBTRACTED;
  }
}
