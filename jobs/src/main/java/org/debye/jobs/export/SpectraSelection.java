package org.debye.jobs.export;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.value.FrameRange;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/** Which spectra of a catalogue a job reads, ordered by dataset id and frame. */
public final class SpectraSelection {
  private final Catalogue catalogue;
  private final List<DatasetRow> datasets;
  private final @Nullable FrameRange frames;

  /**
   * Chooses.
   *
   * @param wanted ids or names of datasets, with {@code *} and {@code ?}; all if empty
   * @throws InputException nothing is chosen
   */
  public SpectraSelection(Catalogue catalogue, List<String> wanted, @Nullable FrameRange frames) {
    this.catalogue = catalogue;
    this.frames = frames;
    List<PathMatcher> patterns =
        wanted.stream().map(one -> FileSystems.getDefault().getPathMatcher("glob:" + one)).toList();
    List<DatasetRow> rows =
        wanted.isEmpty()
            ? catalogue.datasets().all()
            : catalogue.datasets().where((id, name) -> matches(id, name, wanted, patterns));
    datasets = rows.stream().filter(row -> row.frames() > 0).toList();
    if (datasets.isEmpty()) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          catalogue.location(),
          "no dataset with spectra" + (wanted.isEmpty() ? "" : " is named " + wanted),
          "Look at names and status in the table of datasets.");
    }
  }

  /** Rows of the chosen datasets, by id. */
  public List<DatasetRow> datasets() {
    return List.copyOf(datasets);
  }

  List<String> ids() {
    return datasets.stream().map(DatasetRow::datasetId).toList();
  }

  /** Writes all, closes the writer, and says how many spectra there were. */
  public long writeTo(SpectraWriter target) throws IOException {
    Map<String, SpectralAxis> axes = catalogue.axes().all();
    long written = 0;
    try (SpectraWriter writer = target) {
      for (DatasetRow dataset : datasets) {
        try (SpectrumStream rows = catalogue.spectra().read(dataset.datasetId())) {
          while (rows.hasNext()) {
            SpectrumRow row = rows.next();
            if (frames == null || frames.contains(row.frame())) {
              writer.write(dataset, row, axis(axes, row));
              written++;
            }
          }
        }
      }
    }
    return written;
  }

  private static SpectralAxis axis(Map<String, SpectralAxis> axes, SpectrumRow row) {
    SpectralAxis axis = axes.get(row.axisId());
    if (axis == null) {
      throw new IllegalStateException("no axis " + row.axisId() + " in the table of axes");
    }
    return axis;
  }

  private static boolean matches(
      String id, String name, List<String> wanted, List<PathMatcher> patterns) {
    if (wanted.contains(id) || wanted.contains(name)) {
      return true;
    }
    Path ofId = Path.of(id);
    Path ofName = Path.of(name);
    return patterns.stream().anyMatch(one -> one.matches(ofId) || one.matches(ofName));
  }
}
