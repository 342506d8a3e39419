package org.debye.spectra.absorption;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.debye.spectra.AxisKind;
import org.debye.spectra.text.ImportedSpectrum;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an absorption spectrum as it is imported: moved along the energy, normalised and,
 * where asked for, brought onto the standard grid of its edge. What it was normalised with goes
 * with it.
 *
 * @param form which curve is kept
 * @param edge that all spectra should have; null for what each file says, and any where it says
 *     none
 * @param gridded whether spectra come onto {@link EnergyGrid#standard}
 * @param shift eV that all spectra are moved to higher energies
 * @param parameters where those of the normalisation come from
 * @param alignment known spectra that gridded ones are moved to
 * @param rebinned whether scans come into the usual regions before they are normalised
 */
public record AbsorptionImport(
    Form form,
    @Nullable AbsorptionEdge edge,
    boolean gridded,
    double shift,
    ParameterSource parameters,
    EdgeAlignment alignment,
    boolean rebinned)
    implements Serializable {

  /** Neither aligned nor rebinned. */
  public AbsorptionImport(
      Form form,
      @Nullable AbsorptionEdge edge,
      boolean gridded,
      double shift,
      ParameterSource parameters) {
    this(form, edge, gridded, shift, parameters, EdgeAlignment.NONE, false);
  }

  public AbsorptionImport {
    if (!gridded && !alignment.isNone()) {
      throw new IllegalArgumentException("only gridded spectra are aligned");
    }
  }

  /** Which curve is kept. */
  public enum Form {
    NORMALISED,
    FLATTENED
  }

  /** Where the parameters of a normalisation come from. */
  public enum ParameterSource {
    /** Those of an Athena project where there are some, else those of the rules. */
    FILE,
    /** The rules of Larch for every spectrum. */
    LARCH
  }

  /** What came of a spectrum. */
  public sealed interface Outcome {
    /**
     * A spectrum to be kept.
     *
     * @param conditions what it was normalised with, by name
     */
    record Kept(ImportedSpectrum spectrum, Map<String, Double> conditions) implements Outcome {}

    /**
     * One to be left out.
     *
     * @param problem with numbers, without a full stop
     */
    record Left(String name, DiscardReason reason, String problem) implements Outcome {}
  }

  /** Normalises one spectrum. */
  public Outcome of(ImportedSpectrum imported) {
    double moved = moved(imported);
    AbsorptionEdge wanted = wanted(imported);
    Screened found = screened(imported);
    if (found instanceof Screened.Discarded discarded) {
      return new Outcome.Left(imported.name(), discarded.reason(), discarded.problem());
    }
    NormalisedAbsorption spectrum = ((Screened.Taken) found).spectrum();
    Map<String, Double> conditions = new TreeMap<>(spectrum.parameters().byName());
    conditions.put("energy_shift_eV", moved);
    return gridded
        ? onGrid(imported, spectrum, wanted, conditions)
        : asMeasured(imported, spectrum, conditions);
  }

  /** One spectrum normalised, or why it is not, before what grids and alignments make of it. */
  public Screened screened(ImportedSpectrum imported) {
    return new AbsorptionScreening(
            new EdgeNormalisation(athena(imported).settings()), wanted(imported), rebinned)
        .of(shifted(imported.axis(), moved(imported)), doubles(imported.intensity()));
  }

  /** The edge that a spectrum should have; null where nothing says it. */
  public @Nullable AbsorptionEdge wanted(ImportedSpectrum imported) {
    return edge == null ? named(imported.metadata()).orElse(null) : edge;
  }

  private AthenaParameters athena(ImportedSpectrum imported) {
    return parameters == ParameterSource.FILE
        ? AthenaParameters.of(imported.metadata())
        : AthenaParameters.NONE;
  }

  private double moved(ImportedSpectrum imported) {
    return shift + athena(imported).shift();
  }

  private Outcome asMeasured(
      ImportedSpectrum imported, NormalisedAbsorption spectrum, Map<String, Double> conditions) {
    boolean allThere = !rebinned && spectrum.energy().length == imported.sigma().length;
    float[] sigma = allThere ? imported.sigma().clone() : new float[0];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = (float) (sigma[i] / spectrum.parameters().edgeStep());
    }
    return new Outcome.Kept(made(imported, spectrum.energy(), curve(spectrum), sigma), conditions);
  }

  private Outcome onGrid(
      ImportedSpectrum imported,
      NormalisedAbsorption spectrum,
      @Nullable AbsorptionEdge wanted,
      Map<String, Double> conditions) {
    if (wanted == null) {
      return new Outcome.Left(
          imported.name(),
          DiscardReason.WRONG_ELEMENT,
          "neither file nor settings say which element's grid it belongs on");
    }
    EnergyGrid grid = EnergyGrid.standard(wanted);
    double[] energy = spectrum.energy();
    if (!alignment.isNone()) {
      Optional<EnergyAlignment> found = alignment.of(wanted, energy, curve(spectrum));
      if (found.isEmpty()) {
        return new Outcome.Left(
            imported.name(),
            DiscardReason.GRID_NOT_COVERED,
            "no known spectrum of "
                + wanted.name()
                + " can be laid over it: its energies end too early, or none is of its edge");
      }
      conditions.put("aligned_shift_eV", found.get().shift());
      conditions.put("aligned_correlation", found.get().correlation());
      energy = shifted(energy, found.get().shift());
    }
    if (!grid.within(energy)) {
      return new Outcome.Left(
          imported.name(),
          DiscardReason.GRID_NOT_COVERED,
          String.format(
              Locale.ROOT,
              "its energies, %.1f to %.1f eV, do not cover the grid of %s, %.1f to %.1f eV",
              energy[0],
              energy[energy.length - 1],
              wanted.name(),
              grid.start(),
              grid.energy(grid.points() - 1)));
    }
    double[] values = grid.interpolated(energy, curve(spectrum), 0);
    return new Outcome.Kept(made(imported, grid.energies(), values, new float[0]), conditions);
  }

  private double[] curve(NormalisedAbsorption spectrum) {
    return form == Form.FLATTENED ? spectrum.flattened() : spectrum.normalised();
  }

  private static ImportedSpectrum made(
      ImportedSpectrum from, double[] energy, double[] values, float[] sigma) {
    float[] intensity = new float[values.length];
    for (int i = 0; i < intensity.length; i++) {
      intensity[i] = (float) values[i];
    }
    return new ImportedSpectrum(
        from.name(), AxisKind.ENERGY_EV, energy, intensity, sigma, from.metadata());
  }

  /** The edge that a file names: of XDI Element.symbol and Element.edge, of Athena bkg_z. */
  private static Optional<AbsorptionEdge> named(Map<String, String> metadata) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(metadata);
    String element = fields.getOrDefault("Element.symbol", fields.getOrDefault("bkg_z", ""));
    String shell = fields.getOrDefault("Element.edge", fields.getOrDefault("fft_edge", ""));
    return AbsorptionEdge.of(element.strip(), shell.strip());
  }

  /** Names what is made of spectra: as it was before there was more than this, where none is. */
  @Override
  public String toString() {
    String name =
        "AbsorptionImport[form=%s, edge=%s, gridded=%s, shift=%s, parameters=%s]"
            .formatted(form, edge, gridded, shift, parameters);
    return name
        + (alignment.isNone() ? "" : " aligned to " + alignment)
        + (rebinned ? " rebinned" : "");
  }

  private static double[] shifted(double[] energy, double by) {
    return Arrays.stream(energy).map(e -> e + by).toArray();
  }

  private static double[] doubles(float[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i];
    }
    return out;
  }
}
