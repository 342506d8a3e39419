package org.debye.spark.duplicate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.debye.provenance.Digest;
import org.debye.provenance.RunRecord;
import org.debye.spark.table.BatchCommit;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.CatalogueLock;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.DatasetsTable;
import org.debye.spark.table.Journal;
import org.debye.spark.table.LabelRow;
import org.debye.spark.table.LabelsFile;
import org.debye.spark.table.PeaksFile;
import org.debye.spark.table.PeaksRow;
import org.debye.spark.table.Recovery;
import org.debye.spark.table.SpectraFile;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue of what is no duplicate: datasets with their ids, spectra with their frames, labels,
 * lines of peaks. What is there of the same state and the same duplicates is left alone.
 */
public final class KeptSpectra {
  private static final int TOGETHER = 500;

  private final SparkSession session;
  private final Catalogue from;
  private final Catalogue to;
  private final RunRecord record;
  private final Map<String, Set<Long>> removed = new TreeMap<>();

  public KeptSpectra(
      SparkSession session,
      Catalogue from,
      Catalogue to,
      RunRecord record,
      List<Duplicate> duplicates) {
    this.session = session;
    this.from = from;
    this.to = to;
    this.record = record;
    duplicates.forEach(
        one -> removed.computeIfAbsent(one.datasetId(), any -> new TreeSet<>()).add(one.frame()));
  }

  /**
   * Writes what is missing.
   *
   * @return how many datasets were written
   */
  public long write(List<DatasetRow> datasets) {
    try (CatalogueLock lock = to.lock(record.job())) {
      new Recovery(session, to).run();
      Map<String, DatasetsTable.State> states = to.datasets().states();
      List<DatasetRow> missing =
          datasets.stream().filter(row -> !isThere(states.get(row.datasetId()), row)).toList();
      if (missing.isEmpty()) {
        return 0;
      }
      to.journal().begin(record);
      BatchCommit commit = new BatchCommit(session, to, lock);
      long spectra = 0;
      for (int first = 0; first < missing.size(); first += TOGETHER) {
        List<DatasetRow> batch = missing.subList(first, Math.min(missing.size(), first + TOGETHER));
        spectra += write(batch, first / TOGETHER, states.keySet(), commit);
      }
      RunRecord ended = record.ended(Map.of("datasets", (long) missing.size(), "spectra", spectra));
      to.runs().append(ended);
      to.journal().end(ended);
      return missing.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isThere(DatasetsTable.@Nullable State state, DatasetRow row) {
    return state != null && state.fingerprint().equals(hash(row));
  }

  /** What the dataset is recognised by there: its state here, and what is left out. */
  private String hash(DatasetRow row) {
    return new Digest()
        .add(row.fingerprint())
        .add(row.facts().configHash())
        .add(row.runId())
        .add(removed.getOrDefault(row.datasetId(), Set.of()).toString())
        .hex();
  }

  private long write(List<DatasetRow> batch, int number, Set<String> there, BatchCommit commit)
      throws IOException {
    Configuration conf = session.sparkContext().hadoopConfiguration();
    Map<String, SpectralAxis> known = from.axes().all();
    Map<String, SpectralAxis> axes = new TreeMap<>();
    List<DatasetRow> rows = new ArrayList<>();
    long spectra = 0;
    try (SpectraFile file = SpectraFile.open(conf, to.location());
        LabelsFile labels = LabelsFile.open(conf, to.location());
        PeaksFile peaks = PeaksFile.open(conf, to.location())) {
      for (DatasetRow row : batch) {
        Set<Long> left = removed.getOrDefault(row.datasetId(), Set.of());
        long kept = spectra(row, left, file, known, axes);
        labels(row, left, labels);
        peaks(row, left, peaks);
        rows.add(row(row, kept));
        spectra += kept;
      }
      List<String> ids = rows.stream().map(DatasetRow::datasetId).toList();
      commit.commit(
          new Journal.Batch(record.runId(), number, ids),
          ids.stream().filter(there::contains).toList(),
          file.finished(),
          new BatchCommit.Truth(labels.finished(), peaks.finished()),
          axes.values(),
          rows);
    }
    return spectra;
  }

  private long spectra(
      DatasetRow row,
      Set<Long> left,
      SpectraFile file,
      Map<String, SpectralAxis> known,
      Map<String, SpectralAxis> axes)
      throws IOException {
    long kept = 0;
    try (SpectrumStream stream = from.spectra().read(row.datasetId())) {
      while (stream.hasNext()) {
        SpectrumRow one = stream.next();
        if (!left.contains(one.frame())) {
          file.write(one);
          axes.computeIfAbsent(one.axisId(), id -> axis(known, id));
          kept++;
        }
      }
    }
    return kept;
  }

  private void labels(DatasetRow row, Set<Long> left, LabelsFile file) throws IOException {
    for (LabelRow one : from.labels().read(row.datasetId())) {
      if (!left.contains(one.frame())) {
        file.write(one);
      }
    }
  }

  private void peaks(DatasetRow row, Set<Long> left, PeaksFile file) throws IOException {
    for (PeaksRow one : from.peaks().read(row.datasetId())) {
      if (!left.contains(one.frame())) {
        file.write(one);
      }
    }
  }

  private static SpectralAxis axis(Map<String, SpectralAxis> known, String id) {
    SpectralAxis axis = known.get(id);
    if (axis == null) {
      throw new IllegalStateException("no axis " + id + " in the table");
    }
    return axis;
  }

  /** The dataset as it was, with fewer spectra. */
  private DatasetRow row(DatasetRow row, long kept) {
    DatasetRow.Facts facts = row.facts();
    List<String> warnings = new ArrayList<>(facts.warnings());
    if (kept < row.frames()) {
      warnings.add(
          (row.frames() - kept) + " of " + row.frames() + " spectra are left out as duplicates.");
    }
    return new DatasetRow(
        row.datasetId(),
        row.name(),
        row.sources(),
        hash(row),
        new DatasetRow.Facts(
            facts.sample(),
            facts.instrument(),
            facts.startTime(),
            facts.wavelength(),
            facts.geometryHash(),
            facts.maskHash(),
            facts.configHash(),
            facts.axisId(),
            warnings),
        row.status(),
        kept,
        row.framesExpected(),
        row.failure(),
        Instant.now(),
        record.runId());
  }
}
