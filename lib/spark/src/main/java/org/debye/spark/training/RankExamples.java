package org.debye.spark.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.debye.classification.ClassLabels;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.augmentation.SpectrumCopies;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.learning.data.CopiedSpectra;
import org.debye.learning.data.Examples;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.data.Preparation;
import org.debye.learning.data.SpectrumSource;
import org.debye.learning.data.SpilledSpectra;
import org.debye.numeric.RandomStreams;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;

/**
 * The spectra of labelled frames, prepared, in a rank's memory, or on its disk where they are more
 * than it may hold. Close it when training is done.
 */
public final class RankExamples implements AutoCloseable {
  private final SpectrumSource spectra;
  private final List<LabelledDataset> datasets;
  private final List<AutoCloseable> open = new ArrayList<>();

  /**
   * How they are read.
   *
   * @param axis of the model
   * @param heldBytes that may be in memory
   * @param spill folder of the local disk for what may not
   */
  public record Reading(
      Catalogue catalogue,
      SpectralAxis axis,
      SpectrumTreatment treatment,
      long heldBytes,
      Path spill) {}

  private RankExamples(Reading reading, List<LabelledDataset> datasets) throws IOException {
    this.datasets = datasets;
    long frames = datasets.stream().mapToLong(one -> one.frames().length).sum();
    if (frames * reading.axis().points() * Float.BYTES <= reading.heldBytes()) {
      HeldSpectra held = new HeldSpectra(reading.axis().points());
      read(reading, held::add);
      spectra = held;
    } else {
      try (SpilledSpectra.Writer writer =
          new SpilledSpectra.Writer(reading.spill(), reading.axis().points())) {
        read(reading, writer::add);
        SpilledSpectra spilled = writer.finish();
        open.add(spilled);
        spectra = spilled;
      }
    }
  }

  /** Takes prepared spectra in their order. */
  private interface Taker {
    void add(float[] spectrum) throws IOException;
  }

  /**
   * Reads them, in the order of the datasets and their frames.
   *
   * @throws InputException where a frame is not there or cannot be prepared
   */
  public static RankExamples read(Reading reading, List<LabelledDataset> datasets) {
    try {
      return new RankExamples(reading, datasets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Reading reading, Taker taker) throws IOException {
    Map<String, SpectralAxis> axes = reading.catalogue().axes().all();
    for (LabelledDataset dataset : datasets) {
      int next = 0;
      long[] frames = dataset.frames();
      try (SpectrumStream rows = reading.catalogue().spectra().read(dataset.datasetId())) {
        while (next < frames.length && rows.hasNext()) {
          SpectrumRow row = rows.next();
          if (row.frame() == frames[next]) {
            taker.add(prepared(reading, axes, row));
            next++;
          }
        }
      }
      if (next < frames.length) {
        throw InputException.of(
            FailureCode.MISSING_METADATA,
            dataset.datasetId(),
            "there is no spectrum of frame " + frames[next] + ", which has a label",
            "Remove the label, or reduce or import the frame.");
      }
    }
  }

  private static float[] prepared(
      Reading reading, Map<String, SpectralAxis> axes, SpectrumRow row) {
    SpectralAxis axis = axes.get(row.axisId());
    if (axis == null) {
      throw new IllegalStateException("no axis " + row.axisId() + " in the table of axes");
    }
    String where = row.datasetId() + ", frame " + row.frame();
    return Preparation.of(reading.axis(), reading.treatment(), axis, OtherAxis.REFUSE, where)
        .of(row.spectrum().intensity(), row.spectrum().baseline(), where);
  }

  /**
   * Every spectrum and its copies; a copy has the id of its record and its own number.
   *
   * @param sequences whether a dataset's frames pass together, each copy of them a sequence of its
   *     own
   * @param streams of the copies
   */
  public Examples examples(SpectrumCopies copies, boolean sequences, RandomStreams streams) {
    long[] ids = datasets.stream().flatMapToLong(one -> Arrays.stream(one.ids())).toArray();
    int[] labels = datasets.stream().flatMapToInt(one -> Arrays.stream(one.labels())).toArray();
    CopiedSpectra copied = new CopiedSpectra(spectra, ids, copies, streams);
    int each = copied.each();
    int[] allLabels = new int[copied.size()];
    long[] allIds = new long[copied.size()];
    for (int i = 0; i < allIds.length; i++) {
      allLabels[i] = labels[i / each];
      allIds[i] = ids[i / each] * each + i % each;
    }
    return sequences
        ? new Examples(copied, allLabels, allIds, sequences(each))
        : Examples.single(copied, allLabels, allIds);
  }

  /**
   * The same for a classifier that is no network.
   *
   * @param classes their names
   */
  public LabelledSpectra labelled(
      SpectrumCopies copies, RandomStreams streams, List<String> classes) {
    Examples examples = examples(copies, false, streams);
    int points = spectra.points();
    float[] values = new float[Math.multiplyExact(examples.spectra().size(), points)];
    for (int i = 0; i < examples.spectra().size(); i++) {
      examples.spectra().read(i, values, i * points);
    }
    return new LabelledSpectra(points, values, new ClassLabels(classes, examples.labels()));
  }

  private List<int[]> sequences(int each) {
    List<int[]> sequences = new ArrayList<>();
    int from = 0;
    for (LabelledDataset dataset : datasets) {
      for (int copy = 0; copy < each; copy++) {
        int[] members = new int[dataset.frames().length];
        for (int f = 0; f < members.length; f++) {
          members[f] = (from + f) * each + copy;
        }
        if (members.length > 0) {
          sequences.add(members);
        }
      }
      from += dataset.frames().length;
    }
    return sequences;
  }

  @Override
  public void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
