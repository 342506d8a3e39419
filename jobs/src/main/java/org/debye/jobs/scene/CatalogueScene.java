package org.debye.jobs.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.export.SpectraWriter;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spectra.SpectralAxis;
import org.debye.unmixing.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Gathers spectra of a catalogue that are worked on together. All must share one axis. Points at
 * which no spectrum has a value, such as gaps between modules, are left out.
 */
public final class CatalogueScene implements SpectraWriter {
  private final SpectraConfig config;
  private final String name;
  private final List<double[]> spectra = new ArrayList<>();
  private final List<SceneInput.Place> places = new ArrayList<>();
  private @Nullable SpectralAxis axis;
  private int[] kept = new int[0];

  private CatalogueScene(SpectraConfig config, String name) {
    this.config = config;
    this.name = name;
  }

  /**
   * Reads what the keys choose.
   *
   * @throws InputException nothing is chosen, or axes differ
   */
  public static SceneInput read(Catalogue catalogue, SpectraConfig config, String name) {
    CatalogueScene gathered = new CatalogueScene(config, name);
    try {
      new SpectraSelection(catalogue, config.dataset(), config.frames()).writeTo(gathered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gathered.scene(catalogue.location());
  }

  @Override
  public void write(DatasetRow dataset, SpectrumRow row, SpectralAxis given) {
    if (axis == null) {
      axis = given;
      kept = config.kept(given.values(), dataset.name());
    } else if (!axis.id().equals(given.id())) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          dataset.name(),
          "its axis is not that of the datasets before",
          "Choose datasets of one axis with spectra.dataset=.");
    }
    float[] intensity = row.spectrum().intensity();
    float[] baseline = row.spectrum().baseline();
    boolean subtract = config.subtractBaseline() && baseline.length > 0;
    double[] values = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      values[i] = intensity[kept[i]] - (subtract ? baseline[kept[i]] : 0);
    }
    spectra.add(values);
    places.add(new SceneInput.Place(row.datasetId(), row.frame()));
  }

  @Override
  public void close() {}

  private SceneInput scene(String location) {
    SpectralAxis whole = axis;
    if (whole == null) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          location,
          "no spectrum is chosen",
          "Check spectra.dataset and spectra.frames.");
    }
    int[] known = known();
    double[] values = new double[spectra.size() * known.length];
    double[] points = new double[known.length];
    for (int p = 0; p < known.length; p++) {
      points[p] = whole.values()[kept[known[p]]];
      for (int i = 0; i < spectra.size(); i++) {
        values[i * known.length + p] = spectra.get(i)[known[p]];
      }
    }
    return new SceneInput(
        new Scene(name, spectra.size(), known.length, values),
        new SpectralAxis(whole.kind(), points),
        places,
        null);
  }

  /** Points at which some spectrum has a value. */
  private int[] known() {
    boolean[] seen = new boolean[kept.length];
    for (double[] one : spectra) {
      for (int p = 0; p < seen.length; p++) {
        seen[p] |= !Double.isNaN(one[p]);
      }
    }
    int[] known = new int[kept.length];
    int count = 0;
    for (int p = 0; p < seen.length; p++) {
      if (seen[p]) {
        known[count++] = p;
      }
    }
    if (count == 0) {
      throw InputException.of(
          FailureCode.ALL_MASKED,
          name,
          "no spectrum has a value",
          "Check the mask of the reduction.");
    }
    return Arrays.copyOf(known, count);
  }
}
