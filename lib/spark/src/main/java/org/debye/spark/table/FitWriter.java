package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.debye.provenance.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes whole fits to {@code endmembers} and {@code abundances}: a fit is in both or in neither,
 * once, whatever is killed. Holds the catalogue's lock until it is closed. Driver only.
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
   * Writes a fit; an earlier one of its id goes.
   *
   * @param endmembers all of the fit
   * @param abundances of the fit, iterated once and not held
   */
  public void write(
      String fitId, List<EndmemberRow> endmembers, Iterable<AbundanceRow> abundances) {
    if (endmembers.isEmpty() || !endmembers.stream().allMatch(row -> row.fitId().equals(fitId))) {
      throw new IllegalArgumentException("endmembers are not those of " + fitId);
    }
    if (fits++ == 0) {
      catalogue.journal().begin(record);
    }
    new RowKeysRemoval(session, catalogue).remove(RowKeys.ofFits(List.of(fitId)));
    List<DataFile> found =
        file(
            EndmembersTable.SCHEMA,
            () -> endmembers.stream().map(EndmembersTable::encode).iterator());
    List<DataFile> shares =
        file(AbundancesTable.SCHEMA, () -> new Encoded(abundances.iterator(), fitId));
    writer.commit(fitId, found, shares);
    spectra += shares.stream().mapToLong(DataFile::rows).sum();
  }

  /** Writes the record of the run, if there is a fit of it, and lets the catalogue go. */
  @Override
  public void close() {
    try (lock) {
      if (fits > 0) {
        RunRecord ended = record.ended(Map.of("fits", fits, "spectra", spectra));
        catalogue.runs().append(ended);
        catalogue.journal().end(ended);
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
      if (!row.fitId().equals(fitId)) {
        throw new IllegalArgumentException("abundances of " + row.fitId() + " in " + fitId);
      }
      return AbundancesTable.encode(row);
    }
  }
}
