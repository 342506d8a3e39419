package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.debye.inference.draws.ChainDraws;
import org.debye.provenance.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole fits to {@code sweep_results}, and {@code endmembers}, {@code abundances} and {@code
 * draws} of an unmixing or {@code predictions}, {@code models} and {@code metrics} of a
 * classification: a fit is in all or in none, once, whatever is killed. Holds the catalogue's lock
 * until it is closed. Driver only.
 */
public final class FitWriter implements Closeable {
  private final SparkSession session;
  private final Catalogue catalogue;
  private final CatalogueLock lock;
  private final RunRecord record;
  private final TablesCommit.Writer writer;
  private long fits;
  private long spectra;

  private FitWriter(
      SparkSession session, Catalogue catalogue, CatalogueLock lock, RunRecord record) {
    this.session = session;
    this.catalogue = catalogue;
    this.lock = lock;
    this.record = record;
    this.writer = new TablesCommit.Writer(session, catalogue, lock, record.runId());
  }

  /**
   * Claims the catalogue and cleans up behind a killed run.
   *
   * @param record of the run that makes the fits; it is written when the first fit is
   * @throws org.debye.failure.InputException where another run is writing
   */
  public static FitWriter open(SparkSession session, Catalogue catalogue, RunRecord record) {
    CatalogueLock lock = catalogue.lock(record.job());
    try {
      new Recovery(session, catalogue).run();
      return new FitWriter(session, catalogue, lock, record);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * All of one fit.
   *
   * @param result its row, whose cell id is the fit's id
   * @param endmembers none where it failed
   * @param abundances iterated once and not held
   * @param chains draws, by start; none of a point estimate
   */
  public record Fit(
      SweepResultRow result,
      List<EndmemberRow> endmembers,
      Iterable<AbundanceRow> abundances,
      List<ChainDraws> chains) {
    public Fit {
      endmembers = List.copyOf(endmembers);
      chains = List.copyOf(chains);
      String id = result.cellId();
      if (!endmembers.stream().allMatch(row -> row.fitId().equals(id))
          || endmembers.isEmpty() != (result.status() == CellStatus.FAILED)) {
        throw new IllegalArgumentException("endmembers are not those of " + id);
      }
    }

    String id() {
      return result.cellId();
    }
  }

  /** Writes a fit; an earlier one of its id goes. */
  public void write(Fit fit) {
    begin(fit.result());
    String study = fit.result().study();
    List<DataFile> found =
        file(
            EndmembersTable.SCHEMA,
            () -> fit.endmembers().stream().map(EndmembersTable::encode).iterator());
    List<DataFile> shares =
        file(AbundancesTable.SCHEMA, () -> new Encoded(fit.abundances().iterator(), fit.id()));
    List<DataFile> result =
        file(
            SweepResultsTable.SCHEMA,
            () -> Stream.of(fit.result()).map(SweepResultsTable::encode).iterator());
    writer.commit(
        new TablesCommit.FitFiles(
            study,
            fit.id(),
            result,
            List.of(
                TablesCommit.Part.of(DrawsTable.SCHEMA, draws(study, fit)),
                TablesCommit.Part.of(AbundancesTable.SCHEMA, shares),
                TablesCommit.Part.of(EndmembersTable.SCHEMA, found))));
    spectra += shares.stream().mapToLong(DataFile::rows).sum();
  }

  /**
   * Writes a classification; an earlier one of its id goes.
   *
   * @param result its row, whose cell id is the id of all its predictions
   * @param predictions iterated once and not held
   */
  public void write(SweepResultRow result, Stream<PredictionRow> predictions) {
    write(result, predictions, List.of(), Stream.of());
  }

  /**
   * Writes a training or an evaluation; an earlier one of its id goes.
   *
   * @param result its row, whose cell id is the id of all that follows
   * @param predictions iterated once and not held, before the metrics
   * @param models that were trained; none by an evaluation
   * @param metrics iterated once and not held
   */
  public void write(
      SweepResultRow result,
      Stream<PredictionRow> predictions,
      List<ModelRow> models,
      Stream<MetricRow> metrics) {
    String id = result.cellId();
    models.forEach(row -> requireOf(id, row.fitId(), "a model"));
    begin(result);
    List<DataFile> labels =
        file(
            PredictionsTable.SCHEMA,
            () ->
                predictions
                    .peek(row -> requireOf(id, row.fitId(), "predictions"))
                    .map(PredictionsTable::encode)
                    .iterator());
    List<DataFile> numbers =
        file(
            MetricsTable.SCHEMA,
            () ->
                metrics
                    .peek(row -> requireOf(id, row.fitId(), "metrics"))
                    .map(MetricsTable::encode)
                    .iterator());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<DataFile> trained =
        file(
            ModelsTable.SCHEMA,
            () -> models.stream().map(row -> ModelsTable.encode(row, now)).iterator());
    List<DataFile> row =
        file(
            SweepResultsTable.SCHEMA,
            () -> Stream.of(result).map(SweepResultsTable::encode).iterator());
    writer.commit(
        new TablesCommit.FitFiles(
            result.study(),
            id,
            row,
            List.of(
                TablesCommit.Part.of(PredictionsTable.SCHEMA, labels),
                TablesCommit.Part.of(MetricsTable.SCHEMA, numbers),
                TablesCommit.Part.of(ModelsTable.SCHEMA, trained))));
    spectra += labels.stream().mapToLong(DataFile::rows).sum();
  }

  private void begin(SweepResultRow result) {
    if (fits++ == 0) {
      catalogue.journal().begin(record);
    }
    new RowKeysRemoval(session, catalogue).remove(RowKeys.ofFit(result.study(), result.cellId()));
  }

  private static void requireOf(String id, String found, String what) {
    if (!found.equals(id)) {
      throw new IllegalArgumentException(what + " of " + found + " in " + id);
    }
  }

  private List<DataFile> draws(String study, Fit fit) {
    if (fit.chains().isEmpty()) {
      return List.of();
    }
    DrawsFile.Owner owner = new DrawsFile.Owner(study, fit.id(), record.runId());
    try (DrawsFile file = DrawsFile.open(catalogue.configuration(), catalogue.location())) {
      for (int chain = 0; chain < fit.chains().size(); chain++) {
        file.write(owner, chain, fit.chains().get(chain));
      }
      return List.of(file.finish());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the record of the run, if there is a fit of it, and lets the catalogue go. */
  @Override
  public void close() {
    try (lock) {
      if (fits > 0) {
        RunRecord ended = record.ended(Map.of("fits", fits, "spectra", spectra));
        catalogue.runs().append(ended);
        catalogue.journal().end(ended);
        new Compaction(session, catalogue).ofModelsWhereWorthwhile();
      }
    }
  }

  private List<DataFile> file(TableSchema schema, Iterable<@Nullable Object[]> rows) {
    try (RowFile file = catalogue.folder(schema.name()).file()) {
      boolean any = false;
      for (@Nullable Object[] row : rows) {
        file.write(row);
        any = true;
      }
      if (any) {
        return List.of(file.finish());
      }
      file.discard();
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Encoded(Iterator<AbundanceRow> rows, String fitId)
      implements Iterator<@Nullable Object[]> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
      AbundanceRow row = rows.next();
      requireOf(fitId, row.fitId(), "abundances");
      return AbundancesTable.encode(row);
    }
  }
}
