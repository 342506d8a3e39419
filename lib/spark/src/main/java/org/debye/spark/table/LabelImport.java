package org.debye.spark.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.provenance.RunRecord;

/**
 * Brings labels that a person gave into the table of labels: those of a dataset replace what was
 * imported for it before, and equal ones are left alone. The truth of simulated datasets stays
 * beside them. Driver only.
 */
public final class LabelImport {
  private final SparkSession session;
  private final Catalogue catalogue;

  public LabelImport(SparkSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /**
   * What an import has done.
   *
   * @param labels rows written
   * @param datasets whose labels were written
   * @param unchanged datasets that had these labels already
   */
  public record Outcome(long labels, int datasets, int unchanged) {}

  /**
   * Writes what is missing, all or none.
   *
   * @param rows from {@link LabelText}
   * @param record of the run; written when a label is
   * @throws InputException where a dataset or a frame is not in the catalogue
   */
  public Outcome run(List<LabelRow> rows, RunRecord record) {
    Map<String, List<LabelRow>> byDataset = new TreeMap<>();
    Map<String, String> ids = idsByName();
    for (LabelRow row : rows) {
      String id = ids.getOrDefault(row.datasetId(), row.datasetId());
      byDataset.computeIfAbsent(id, none -> new ArrayList<>()).add(row.of(id));
    }
    byDataset.forEach(this::check);
    try (CatalogueLock lock = catalogue.lock(record.job())) {
      new Recovery(session, catalogue).run();
      Map<String, List<LabelRow>> changed = new TreeMap<>(byDataset);
      changed.entrySet().removeIf(one -> holds(one.getKey(), one.getValue()));
      if (!changed.isEmpty()) {
        write(changed, record, lock);
      }
      long labels = changed.values().stream().mapToLong(List::size).sum();
      return new Outcome(labels, changed.size(), byDataset.size() - changed.size());
    }
  }

  /** Ids of datasets whose name no other dataset has, neither as its name nor as its id. */
  private Map<String, String> idsByName() {
    Map<String, String> ids = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (DatasetRow row : catalogue.datasets().all()) {
      if (ids.put(row.name(), row.datasetId()) != null) {
        ambiguous.add(row.name());
      }
    }
    catalogue.datasets().all().forEach(row -> ambiguous.add(row.datasetId()));
    ids.keySet().removeAll(ambiguous);
    return ids;
  }

  private void write(Map<String, List<LabelRow>> changed, RunRecord record, CatalogueLock lock) {
    catalogue.journal().begin(record);
    RowKeys keys = RowKeys.ofLabels(LabelRow.IMPORTED, changed.keySet());
    new RowKeysRemoval(session, catalogue).remove(List.of(keys));
    try (LabelsFile file = LabelsFile.open(catalogue.configuration(), catalogue.location())) {
      for (List<LabelRow> rows : changed.values()) {
        for (LabelRow row : rows) {
          file.write(row);
        }
      }
      new TablesCommit.Writer(session, catalogue, lock, record.runId())
          .commit(List.of(file.finish()), keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long labels = changed.values().stream().mapToLong(List::size).sum();
    RunRecord ended = record.ended(Map.of("labels", labels));
    catalogue.runs().append(ended);
    catalogue.journal().end(ended);
  }

  private boolean holds(String datasetId, List<LabelRow> wanted) {
    Set<List<Object>> held = new HashSet<>();
    for (LabelRow row : catalogue.labels().read(datasetId)) {
      if (row.origin().equals(LabelRow.IMPORTED)) {
        held.add(List.of(row.frame(), row.label(), row.className()));
      }
    }
    Set<List<Object>> asked = new HashSet<>();
    wanted.forEach(row -> asked.add(List.of(row.frame(), row.label(), row.className())));
    return held.equals(asked);
  }

  private void check(String datasetId, List<LabelRow> rows) {
    Set<Long> frames = catalogue.spectra().frames(datasetId);
    for (LabelRow row : rows) {
      if (!frames.contains(row.frame())) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            datasetId,
            frames.isEmpty()
                ? "the catalogue holds no spectra of this dataset"
                : "there is a label for frame " + row.frame() + ", which has no spectrum",
            "Use the dataset_id and frame of the table of spectra, or the name of a dataset that no other"
                + " has.");
      }
    }
  }
}
