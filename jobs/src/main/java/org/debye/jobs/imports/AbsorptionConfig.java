package org.debye.jobs.imports;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.absorption.AbsorptionImport.ParameterSource;
import org.jspecify.annotations.Nullable;

/** Keys of {@code absorption}. */
public record AbsorptionConfig(
    @Key(
            meaning =
                "What becomes of X-ray absorption spectra. as-is: nothing. normalised: to an edge"
                    + " step of 1, as Larch does; flattened: and flat above the edge. What each was"
                    + " normalised with goes into its conditions; one that is unsound is left out"
                    + " with a reason.",
            byDefault = "as-is")
        Curve curve,
    @Key(
            meaning =
                "Edge that all spectra should have, as Fe-K; what each file says, where it says"
                    + " it, when left out.")
        @Nullable String edge,
    @Key(
            meaning =
                "own: each spectrum keeps its energies. standard: 100 points of 0.5 eV from 7.5 eV"
                    + " before the tabulated edge, by a cubic spline.",
            byDefault = "own")
        Energies energies,
    @Key(meaning = "Shift of all spectra to higher energies.", unit = "eV", byDefault = "0")
        double shift,
    @Key(
            meaning =
                "Where the parameters of the normalisation come from. file: of an Athena project"
                    + " its own, else by Larch's rules; larch: by the rules.",
            byDefault = "file")
        ParameterSource parameters) {

  public AbsorptionConfig {
    if (edge != null) {
      String[] words = edge.split("-", 2);
      InvalidValue.unless(
          words.length == 2 && AbsorptionEdge.of(words[0], words[1]).isPresent(),
          "edge",
          edge + " is no edge that Debye knows",
          "Write the symbols of element and shell, as Fe-K or Pt-L3.");
    }
    InvalidValue.unless(
        Math.abs(shift) <= 1000, "shift", shift + " eV is no shift", "Write eV, as -1.5.");
  }

  /** Which curve is imported. */
  public enum Curve {
    AS_IS,
    NORMALISED,
    FLATTENED
  }

  /** At which energies. */
  public enum Energies {
    OWN,
    STANDARD
  }

  /** The kernel's settings; null where spectra stay as they are. */
  @Nullable AbsorptionImport settings() {
    AbsorptionImport.Form form =
        switch (curve) {
          case AS_IS -> null;
          case NORMALISED -> AbsorptionImport.Form.NORMALISED;
          case FLATTENED -> AbsorptionImport.Form.FLATTENED;
        };
    if (form == null) {
      return null;
    }
    String[] words = edge == null ? new String[] {"", ""} : edge.split("-", 2);
    return new AbsorptionImport(
        form,
        AbsorptionEdge.of(words[0], words[1]).orElse(null),
        energies == Energies.STANDARD,
        shift,
        parameters);
  }
}
