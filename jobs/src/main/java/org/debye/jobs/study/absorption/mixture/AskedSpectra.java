package org.debye.jobs.study.absorption.mixture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.jobs.export.SpectraSelection;
import org.debye.jobs.study.absorption.StudiedElement;
import org.debye.spark.table.Catalogue;
import org.debye.spark.table.DatasetRow;
import org.debye.spark.table.SpectrumRow;
import org.debye.spark.table.SpectrumStream;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.absorption.EnergyGrid;

/** Measured spectra of a catalogue, each with the element whose energies it has. */
final class AskedSpectra {
  private static final double CLOSE = 1e-3;

  private final Catalogue catalogue;
  private final List<StudiedElement> elements;
  private final Map<String, SpectralAxis> axes;
  private final Map<String, List<AskedSpectrum>> found = new LinkedHashMap<>();

  private AskedSpectra(Catalogue catalogue, List<StudiedElement> elements) {
    this.catalogue = catalogue;
    this.elements = elements;
    axes = catalogue.axes().all();
    elements.forEach(one -> found.put(one.task().element(), new ArrayList<>()));
  }

  /**
   * Reads them.
   *
   * @param wanted names or ids of datasets, with {@code *} and {@code ?}; may be none
   * @return of each element
   * @throws InputException where there are none, or one cannot be asked about
   */
  static Map<String, List<AskedSpectrum>> read(
      Catalogue catalogue, List<StudiedElement> elements, List<String> wanted) {
    AskedSpectra asked = new AskedSpectra(catalogue, elements);
    if (!wanted.isEmpty()) {
      new SpectraSelection(catalogue, wanted, null).datasets().forEach(asked::add);
    }
    return asked.found;
  }

  private void add(DatasetRow dataset) {
    try (SpectrumStream rows = catalogue.spectra().read(dataset.datasetId())) {
      while (rows.hasNext()) {
        add(dataset, rows.next());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(DatasetRow dataset, SpectrumRow row) {
    String name = row.frame() == 0 ? dataset.name() : dataset.name() + "[" + row.frame() + "]";
    SpectralAxis axis = axes.get(row.axisId());
    Optional<EnergyGrid> grid = axis == null ? Optional.empty() : EnergyGrid.of(axis);
    for (StudiedElement element : elements) {
      EnergyGrid window = element.task().window().grid();
      OptionalInt from = grid.isEmpty() ? OptionalInt.empty() : from(grid.get(), window);
      if (from.isPresent()) {
        float[] all = row.spectrum().intensity();
        float[] values =
            Arrays.copyOfRange(all, from.getAsInt(), from.getAsInt() + window.points());
        requireFinite(name, values);
        of(element).add(new AskedSpectrum(name, dataset.datasetId(), values));
        return;
      }
    }
    throw refused(
        name,
        "its energies are not those that models of "
            + elements.stream().map(one -> one.task().element()).toList()
            + " see",
        "Import it with conf/import-xanes.yaml, study its element, or do not ask about it.");
  }

  private List<AskedSpectrum> of(StudiedElement element) {
    return found.computeIfAbsent(element.task().element(), any -> new ArrayList<>());
  }

  /** The point of a grid where another begins, if all of that is on it. */
  private static OptionalInt from(EnergyGrid grid, EnergyGrid part) {
    double steps = (part.start() - grid.start()) / grid.step();
    int from = (int) Math.rint(steps);
    boolean alike =
        Math.abs(steps - from) <= CLOSE
            && Math.abs(grid.step() - part.step()) * part.points() <= CLOSE * grid.step();
    boolean inside = from >= 0 && from + part.points() <= grid.points();
    return alike && inside ? OptionalInt.of(from) : OptionalInt.empty();
  }

  private static void requireFinite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw refused(
            name,
            "one of its values is not a number",
            "Import the spectrum anew, or leave it out.");
      }
    }
  }

  private static InputException refused(String where, String problem, String remedy) {
    return InputException.of(FailureCode.INVALID_CONFIGURATION, where, problem, remedy);
  }
}
