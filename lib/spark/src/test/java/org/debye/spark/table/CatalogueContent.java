package org.debye.spark.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every column of every row but run ids and times, as lines that can be compared. */
public final class CatalogueContent {
  private CatalogueContent() {}

  public static List<String> of(Catalogue catalogue) throws IOException {
    List<String> lines = new ArrayList<>();
    for (DatasetRow row : catalogue.datasets().all()) {
      lines.add(
          String.join(
              " | ",
              row.datasetId(),
              row.sources().toString(),
              row.fingerprint(),
              row.facts().toString(),
              row.status().key(),
              row.frames() + " of " + row.framesExpected(),
              String.valueOf(row.failure())));
      try (SpectrumStream spectra = catalogue.spectra().read(row.datasetId())) {
        while (spectra.hasNext()) {
          lines.add(line(spectra.next()));
        }
      }
    }
    catalogue.axes().all().forEach((id, axis) -> lines.add(id + Arrays.toString(axis.values())));
    return lines;
  }

  private static String line(SpectrumRow row) {
    return row.datasetId()
        + " "
        + row.frame()
        + " "
        + row.timeSeconds()
        + " "
        + row.conditions()
        + row.axisId()
        + Arrays.toString(row.spectrum().intensity())
        + Arrays.toString(row.spectrum().sigma());
  }
}
