package org.debye.jobs.reduce;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;
import org.debye.figures.Figure;
import org.debye.figures.FigureFile;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;

/**
 * The pictures that a run leaves below {@code CATALOGUE/figures/DATASET_ID}: of the datasets that
 * it wrote, and in a small catalogue of those that a killed run has left without.
 */
final class QuickLook {
  private final Catalogue catalogue;
  private final FiguresConfig config;

  QuickLook(Catalogue catalogue, FiguresConfig config) {
    this.catalogue = catalogue;
    this.config = config;
  }

  /** Draws, and says where the pictures are, or why there are none. */
  List<String> draw(String runId) {
    if (!config.enabled() || config.maxDatasets() == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    try {
      Map<String, SpectralAxis> axes = catalogue.axes().all();
      List<DatasetRow> wanted = wanted(runId);
      for (DatasetRow row : wanted.subList(0, Math.min(wanted.size(), config.maxDatasets()))) {
        SpectralAxis axis = axes.get(row.facts().axisId());
        if (axis != null) {
          lines.add(draw(row, axis));
        }
      }
      if (wanted.size() > config.maxDatasets()) {
        lines.add("of the first " + config.maxDatasets() + " datasets; see figures.max-datasets");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InputException e) {
      lines.add("none: " + e.getMessage());
    }
    return lines;
  }

  private List<DatasetRow> wanted(String runId) throws IOException {
    List<DatasetRow> withFrames =
        catalogue.datasets().all().stream().filter(row -> row.frames() > 0).toList();
    boolean small = withFrames.size() <= config.maxDatasets();
    List<DatasetRow> wanted = new ArrayList<>();
    for (DatasetRow row : withFrames) {
      if (row.runId().equals(runId) || (small && !catalogue.has(folder(row)))) {
        wanted.add(row);
      }
    }
    return wanted;
  }

  private String draw(DatasetRow row, SpectralAxis axis) throws IOException {
    DatasetPictures pictures = new DatasetPictures(row, axis);
    try (SpectrumStream spectra = catalogue.spectra().read(row.datasetId())) {
      while (spectra.hasNext()) {
        pictures.add(spectra.next());
      }
    }
    for (Map.Entry<String, Figure> picture : pictures.figures().entrySet()) {
      String name = folder(row) + "/" + picture.getKey();
      try (OutputStream png = catalogue.create(name + ".png")) {
        FigureFile.png(picture.getValue(), png);
      }
      try (OutputStream svg = catalogue.create(name + ".svg")) {
        FigureFile.svg(picture.getValue(), svg);
      }
    }
    return catalogue.location() + "/" + folder(row);
  }

  private static String folder(DatasetRow row) {
    return "figures/" + row.datasetId();
  }
}
