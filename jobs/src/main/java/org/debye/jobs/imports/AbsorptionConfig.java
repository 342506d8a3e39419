package org.debye.jobs.imports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.absorption.AbsorptionEdge;
import org.debye.spectra.absorption.AbsorptionImport;
import org.debye.spectra.absorption.AbsorptionImport.ParameterSource;
import org.debye.spectra.absorption.EdgeAlignment;
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
    @Key(
            meaning =
                "Datasets of the catalogue on standard grids, as simulated ones, by id or name with"
                    + " * and ?: a spectrum of standard energies is moved by the shift at which the"
                    + " mean of one of their classes is most like it (Pearson's correlation). None"
                    + " when empty.",
            byDefault = "[]")
        List<String> alignTo,
    @Key(meaning = "Largest shift of align-to, to either side.", unit = "eV", byDefault = "5")
        double reach,
    @Key(meaning = "Shift of all spectra to higher energies.", unit = "eV", byDefault = "0")
        double shift,
    @Key(
            meaning =
                "Where the parameters of the normalisation come from. file: of an Athena project"
                    + " its own, else by Larch's rules; larch: by the rules.",
            byDefault = "file")
        ParameterSource parameters,
    @Key(
            meaning =
                "Bring scans into the usual regions before they are normalised: 2 eV apart up to"
                    + " 30 eV before the edge, e0 / 25000 to 15 eV after it, then 0.05 per angstrom;"
                    + " Larch's rebin_xafs.",
            byDefault = "false")
        boolean rebin,
    @Key(
            meaning =
                "Regular expression: files of a folder whose names are alike without what it finds"
                    + " are repeated scans of one sample, and become one spectrum, the mean of what"
                    + " was measured; as _[0-9]+$. Each file by itself when left out.")
        @Nullable String merge) {

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
        alignTo.isEmpty() || (energies == Energies.STANDARD && curve != Curve.AS_IS),
        "alignTo",
        "only normalised spectra on standard energies are aligned",
        "Set absorption.curve=flattened absorption.energies=standard.");
    InvalidValue.unless(
        !rebin || curve != Curve.AS_IS,
        "rebin",
        "only normalised spectra are rebinned",
        "Set absorption.curve=flattened.");
    InvalidValue.unless(
        merge == null || isExpression(merge),
        "merge",
        "'" + merge + "' is no regular expression",
        "Write _[0-9]+$ for names that end in numbers.");
    InvalidValue.unless(
        reach > 0 && reach <= 20, "reach", reach + " eV is not within 0 and 20", "Write 5.");
    InvalidValue.unless(
        Math.abs(shift) <= 1000, "shift", shift + " eV is no shift", "Write eV, as -1.5.");
  }

  /** Which curve is imported. */
  private static boolean isExpression(String text) {
    try {
      return !Pattern.compile(text).pattern().isEmpty();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

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

  /**
   * The kernel's settings; null where spectra stay as they are.
   *
   * @param catalogue that has the spectra of align-to
   */
  @Nullable AbsorptionImport settings(String catalogue) {
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
        parameters,
        alignTo.isEmpty() ? EdgeAlignment.NONE : AlignmentSource.read(catalogue, alignTo, reach),
        rebin);
  }
}
