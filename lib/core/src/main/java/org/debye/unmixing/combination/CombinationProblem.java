package org.debye.unmixing.combination;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.absorption.AbsorptionScan;

/**
 * A spectrum within the range of a fit, and the references that it may be made of. As in Larch
 * ({@code groups2matrix} of larch/math/lincombo_fitting.py, commit a272abc) the range begins at the
 * last energy at or below its start and ends after the last at or below its end, and references are
 * interpolated to the spectrum's energies by cubic splines. Differs in that references which do not
 * reach over the range are refused: they are not continued beyond their ends.
 *
 * @param name of the spectrum, for messages
 * @param energy N, eV, ascending
 * @param values N
 * @param references K
 */
record CombinationProblem(
    String name, double[] energy, double[] values, List<Reference> references) {
  CombinationProblem {
    references = List.copyOf(references);
  }

  /**
   * What is fitted.
   *
   * @param e0 eV, that the range counts from
   * @throws InputException too few points, or a reference that ends within the range
   */
  static CombinationProblem of(
      String name,
      AbsorptionScan scan,
      double e0,
      List<Reference> references,
      CombinationSettings settings) {
    int from = lastUpTo(scan.energy(), e0 + settings.from());
    int to = lastUpTo(scan.energy(), e0 + settings.to()) + 1;
    int varied = settings.varied(references.size());
    if (to - from < varied + 2) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          String.format(
              Locale.ROOT,
              "%d points lie from %.1f to %.1f eV, too few for %d numbers",
              to - from,
              e0 + settings.from(),
              e0 + settings.to(),
              varied),
          "Widen range, check e0, or name fewer references.");
    }
    double[] energy = Arrays.copyOfRange(scan.energy(), from, to);
    for (Reference reference : references) {
      requireCover(name, energy, reference, settings.shift());
    }
    return new CombinationProblem(
        name, energy, Arrays.copyOfRange(scan.absorption(), from, to), references);
  }

  /** With some of the references, in this order. */
  CombinationProblem of(int[] chosen) {
    return new CombinationProblem(
        name, energy, values, Arrays.stream(chosen).mapToObj(references::get).toList());
  }

  int points() {
    return energy.length;
  }

  int count() {
    return references.size();
  }

  /** K columns of N. */
  double[][] columns(double[] shifts) {
    double[][] columns = new double[count()][];
    Arrays.setAll(columns, k -> references.get(k).at(energy, shifts[k]));
    return columns;
  }

  private static void requireCover(
      String name, double[] energy, Reference reference, double shift) {
    double low = energy[0] - shift;
    double high = energy[energy.length - 1] + shift;
    if (reference.first() > low || reference.last() < high) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          name,
          String.format(
              Locale.ROOT,
              "the reference %s goes from %.1f to %.1f eV, and %.1f to %.1f eV are fitted",
              reference.name(),
              reference.first(),
              reference.last(),
              low,
              high),
          "Narrow range or shift, or leave that reference out.");
    }
  }

  private static int lastUpTo(double[] energy, double value) {
    int found = Arrays.binarySearch(energy, value);
    return Math.max(found >= 0 ? found : -found - 2, 0);
  }
}
