package org.debye.spark.table;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.debye.spectra.SpectralAxis;

/**
 * The commits of one batch, in the order that {@link Recovery} relies on: note, rows of an earlier
 * state away, spectra, labels, peaks, axes, datasets, note away. Killed anywhere, the batch is
 * wholly in the tables or is done again.
 */
public final class BatchCommit {
  private final Catalogue catalogue;
  private final RowRemoval removal;
  private final Journal journal;
  private final CatalogueLock lock;

  public BatchCommit(SparkSession session, Catalogue catalogue, CatalogueLock lock) {
    this.lock = lock;
    this.catalogue = catalogue;
    this.removal = new RowRemoval(session, catalogue);
    this.journal = catalogue.journal();
  }

  /** Where the tables are. */
  public String location() {
    return catalogue.location();
  }

  /**
   * What is known of simulated spectra.
   *
   * @param labels files of what their frames are called
   * @param peaks files of the lines that they have
   */
  public record Truth(List<DataFile> labels, List<DataFile> peaks) implements Serializable {
    /** Nothing is known of measured ones. */
    public static final Truth NONE = new Truth(List.of(), List.of());

    public Truth {
      labels = List.copyOf(labels);
      peaks = List.copyOf(peaks);
    }
  }

  /**
   * Commits.
   *
   * @param batch names every dataset of {@code rows}
   * @param replaced datasets of which the tables hold an earlier state
   * @param spectra files of their spectra
   * @param truth that comes with them; none but of simulated ones
   * @param axes of the spectra
   */
  public void commit(
      Journal.Batch batch,
      List<String> replaced,
      List<DataFile> spectra,
      Truth truth,
      Collection<SpectralAxis> axes,
      List<DatasetRow> rows) {
    lock.confirm();
    journal.begin(batch);
    removal.remove(replaced);
    catalogue.spectra().commit(spectra);
    catalogue.labels().commit(truth.labels());
    catalogue.peaks().commit(truth.peaks());
    catalogue.axes().add(axes);
    catalogue.datasets().append(rows);
    catalogue.finished().drop(batch.datasetIds());
    journal.end(batch);
  }
}
