package org.debye.classification.augmentation;

import java.util.Arrays;
import java.util.List;
import org.debye.augmentation.EnergyShift;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.spectra.SpectralAxis;

/**
 * Copies of each spectrum moved along its axis by stated distances, beside the spectrum itself
 * (Carbone et al. 2019 learn from copies moved by 1 and 2 eV to both sides). Interpolated linearly;
 * what comes in from beyond an end is the value at that end.
 *
 * @param distances in points of the axis; a positive one moves to later points
 */
public record ShiftedCopies(List<Double> distances) implements SpectrumCopies {
  public ShiftedCopies {
    distances = List.copyOf(distances);
    if (!distances.stream().allMatch(Double::isFinite)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "copies",
          "shifts of " + distances + " points",
          "Give finite numbers.");
    }
  }

  /**
   * Distances in the axis's unit: eV, degrees. A positive one moves to higher values.
   *
   * @param axis points at equal distances
   * @throws InputException where they are not
   */
  public static ShiftedCopies along(SpectralAxis axis, List<Double> distances) {
    double[] x = axis.values();
    double perUnit = Math.copySign(EnergyShift.along(axis, 1).deviation(), x[x.length - 1] - x[0]);
    return new ShiftedCopies(distances.stream().map(one -> one * perUnit).toList());
  }

  @Override
  public int copies() {
    return distances.size();
  }

  @Override
  public String stream() {
    return "shifted copy";
  }

  @Override
  public void change(float[] spectra, int at, int points, int copy, RandomStream random) {
    float[] before = Arrays.copyOfRange(spectra, at, at + points);
    EnergyShift.shift(before, distances.get(copy - 1), spectra, at);
  }
}
