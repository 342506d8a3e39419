package org.debye.spark.table;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.hdf5.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one dataset: a row of the table of datasets.
 *
 * @param name of the dataset, from its files' names
 * @param sources as listed when the work began
 * @param fingerprint digest of the sources' URIs, sizes and times
 * @param facts what the files and the settings say of it
 * @param status what became of it
 * @param frames rows in the {@code spectra} table
 * @param framesExpected rows that there would be had nothing failed; 0 where that is not known
 * @param failure null for a reduced one
 * @param finished when it was committed
 * @param runId of the run that wrote it
 */
public record DatasetRow(
    String datasetId,
    String name,
    List<SourceFile> sources,
    String fingerprint,
    Facts facts,
    DatasetStatus status,
    long frames,
    long framesExpected,
    @Nullable Failure failure,
    Instant finished,
    String runId)
    implements Serializable {
  public DatasetRow {
    sources = List.copyOf(sources);
    if ((status == DatasetStatus.REDUCED) != (failure == null)) {
      throw new IllegalArgumentException(datasetId + " is " + status + " with " + failure);
    }
  }

  /**
   * What is known of a dataset besides its frames.
   *
   * @param wavelength m
   * @param geometryHash digest of the geometry used; empty where it did not come so far
   * @param maskHash digest of the static mask's sources
   * @param configHash digest of every setting that changes a spectrum
   * @param axisId of its spectra; null where there is none
   * @param warnings sentences for the user
   */
  public record Facts(
      @Nullable String sample,
      @Nullable String instrument,
      @Nullable String startTime,
      @Nullable Double wavelength,
      String geometryHash,
      String maskHash,
      String configHash,
      @Nullable String axisId,
      List<String> warnings)
      implements Serializable {
    public Facts {
      warnings = List.copyOf(warnings);
    }

    /** The same with the axis of the spectra. */
    public Facts withAxis(@Nullable String id) {
      return new Facts(
          sample,
          instrument,
          startTime,
          wavelength,
          geometryHash,
          maskHash,
          configHash,
          id,
          warnings);
    }

    /** Nothing but the configuration is known. */
    public static Facts unknown(String configHash) {
      return new Facts(null, null, null, null, "", "", configHash, null, List.of());
    }
  }

  /**
   * Why frames have no row.
   *
   * @param message whole sentences: file, dataset path, frame, problem, remedy
   */
  public record Failure(FailureCode code, String message) implements Serializable {}
}
