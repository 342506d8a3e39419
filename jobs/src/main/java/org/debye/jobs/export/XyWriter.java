package org.debye.jobs.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * A text file for each spectrum, {@code DATASET_ID/frame_000000.xy}: comment lines, then the axis,
 * the intensity and, where there is one, sigma, as Dioptas, GSAS-II and pyFAI read them. Points
 * without a value are left out, since those tools do not expect NaN.
 */
final class XyWriter implements SpectraWriter {
  private final Path folder;

  XyWriter(Path folder) {
    this.folder = folder;
  }

  @Override
  public void write(DatasetRow dataset, SpectrumRow row, SpectralAxis axis) throws IOException {
    Spectrum spectrum = row.spectrum();
    Path parent = Files.createDirectories(folder.resolve(row.datasetId()));
    Path file = parent.resolve(String.format(Locale.ROOT, "frame_%06d.xy", row.frame()));
    boolean errors = spectrum.sigma().length > 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("# dataset: " + dataset.name() + "\n# dataset_id: " + row.datasetId() + "\n");
      out.write("# frame: " + row.frame() + "\n");
      if (row.name() != null) {
        out.write("# name: " + row.name() + "\n");
      }
      out.write("# axis: " + axis.kind().key() + " (" + axis.kind().unit() + ")\n");
      out.write("# columns: " + axis.kind().key() + " intensity" + (errors ? " sigma" : "") + "\n");
      for (int i = 0; i < axis.points(); i++) {
        float intensity = spectrum.intensity()[i];
        if (!Float.isNaN(intensity)) {
          out.write(axis.values()[i] + " " + intensity);
          out.write(errors ? " " + spectrum.sigma()[i] + "\n" : "\n");
        }
      }
    }
  }

  @Override
  public void close() {}
}
