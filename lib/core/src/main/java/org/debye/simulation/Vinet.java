package org.debye.simulation;

/**
 * Vinet's universal equation of state (Vinet et al. 1987): P = 3 K0 (1 - x) / x^2 exp(3/2 (K0' - 1)
 * (1 - x)) with x = (V/V0)^(1/3).
 *
 * @param bulkModulusGpa K0, GPa, above 0
 * @param derivative K0', dimensionless
 */
public record Vinet(double bulkModulusGpa, double derivative) implements EquationOfState {
  public Vinet {
    if (!(bulkModulusGpa > 0) || !(derivative > 0)) {
      throw new IllegalArgumentException(
          "bulk modulus and its derivative must be positive, got "
              + bulkModulusGpa
              + " GPa and "
              + derivative);
    }
  }

  @Override
  public double pressure(double volumeRatio) {
    double x = Math.cbrt(volumeRatio);
    return 3 * bulkModulusGpa * (1 - x) / (x * x) * Math.exp(1.5 * (derivative - 1) * (1 - x));
  }
}
