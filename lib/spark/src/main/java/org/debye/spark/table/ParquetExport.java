package org.debye.spark.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.debye.spectra.SpectralAxis;

/**
 * Datasets as bare Parquet files with the columns of the tables: {@code spectra.parquet}, ordered
 * by dataset and frame, {@code axes.parquet} and {@code datasets.parquet}. Files of these names are
 * overwritten. Streams, so memory does not grow with the number of spectra.
 */
public final class ParquetExport {
  private final Catalogue catalogue;

  public ParquetExport(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Writes.
   *
   * @param datasetIds to be exported
   * @param folder URI or local path
   * @return number of spectra written
   */
  public long write(Collection<String> datasetIds, String folder) {
    TreeSet<String> ids = new TreeSet<>(datasetIds);
    TreeSet<String> axes = new TreeSet<>();
    long written = 0;
    try (RowFile spectra = file(folder, SpectraTable.SCHEMA);
        RowFile datasets = file(folder, DatasetsTable.SCHEMA);
        RowFile axisFile = file(folder, AxesTable.SCHEMA)) {
      for (DatasetRow row : catalogue.datasets().all()) {
        if (ids.contains(row.datasetId())) {
          datasets.write(DatasetsTable.encode(row));
          written += spectra(row.datasetId(), spectra, axes);
        }
      }
      for (SpectralAxis axis : catalogue.axes().all().values()) {
        if (axes.contains(axis.id())) {
          axisFile.write(AxesTable.encode(axis));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private long spectra(String id, RowFile target, Collection<String> axes) throws IOException {
    long written = 0;
    try (SpectrumStream stream = catalogue.spectra().read(id)) {
      while (stream.hasNext()) {
        SpectrumRow row = stream.next();
        axes.add(row.axisId());
        target.write(SpectraTable.encode(row));
        written++;
      }
    }
    return written;
  }

  private RowFile file(String folder, TableSchema schema) throws IOException {
    return new RowFile(
        catalogue.configuration(), new Path(folder, schema.name() + ".parquet"), schema);
  }
}
