package org.debye.simulation;

/**
 * Third-order Birch-Murnaghan equation of state (Birch 1947): P = 3/2 K0 (y^7 - y^5) (1 + 3/4 (K0'
 * - 4) (y^2 - 1)) with y = (V0/V)^(1/3).
 *
 * @param bulkModulusGpa K0, GPa, above 0
 * @param derivative K0', dimensionless
 */
public record BirchMurnaghan(double bulkModulusGpa, double derivative) implements EquationOfState {
  public BirchMurnaghan {
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
    double y = 1 / Math.cbrt(volumeRatio);
    double square = y * y;
    double fifth = square * square * y;
    return 1.5
        * bulkModulusGpa
        * (fifth * square - fifth)
        * (1 + 0.75 * (derivative - 4) * (square - 1));
  }
}
