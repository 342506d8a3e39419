package org.debye.spectra.absorption;

import java.io.Serializable;
import java.util.Optional;
import org.debye.numeric.CubicSpline;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/**
 * Energies at equal distances, the same for all spectra of an edge.
 *
 * @param start eV
 * @param step eV, positive
 * @param points at least 2
 */
public record EnergyGrid(double start, double step, int points) implements Serializable {
  /** Points of the standard grid: Carbone et al. 2019, section II A. */
  public static final int STANDARD_POINTS = 100;

  /** Their distance, eV. */
  public static final double STANDARD_STEP = 0.5;

  /**
   * Where the standard grid begins, eV from the tabulated edge: before the first pre-edge peak of
   * the elements Ti to Cu, whose edges in compounds lie up to 20 eV above the table's.
   */
  public static final double STANDARD_START = -7.5;

  /** Share of a step by which points of an even axis may be off, for its numbers are rounded. */
  private static final double EVEN = 1e-3;

  public EnergyGrid {
    if (!(start > 0) || !(step > 0) || points < 2 || !Double.isFinite(start + points * step)) {
      throw new IllegalArgumentException(points + " points from " + start + " eV by " + step);
    }
  }

  /** 100 points of 0.5 eV around an edge. */
  public static EnergyGrid standard(AbsorptionEdge edge) {
    return new EnergyGrid(edge.energy() + STANDARD_START, STANDARD_STEP, STANDARD_POINTS);
  }

  /** The grid that an axis is, where it is one of energies at equal distances. */
  public static Optional<EnergyGrid> of(SpectralAxis axis) {
    double[] values = axis.values();
    int last = values.length - 1;
    if (axis.kind() != AxisKind.ENERGY_EV || last < 1 || !(values[0] > 0)) {
      return Optional.empty();
    }
    double step = (values[last] - values[0]) / last;
    if (!(step > 0)) {
      return Optional.empty();
    }
    EnergyGrid grid = new EnergyGrid(values[0], step, values.length);
    for (int i = 0; i <= last; i++) {
      if (!(Math.abs(grid.energy(i) - values[i]) <= EVEN * step)) {
        return Optional.empty();
      }
    }
    return Optional.of(grid);
  }

  /** Energy of a point, eV. */
  public double energy(int point) {
    return start + point * step;
  }

  public double[] energies() {
    double[] energies = new double[points];
    for (int i = 0; i < points; i++) {
      energies[i] = energy(i);
    }
    return energies;
  }

  public SpectralAxis axis() {
    return new SpectralAxis(AxisKind.ENERGY_EV, energies());
  }

  /** Whether the grid lies within energies that ascend. */
  public boolean within(double[] energy) {
    return energy.length > 1
        && energy[0] <= start
        && energy[energy.length - 1] >= energy(points - 1);
  }

  /**
   * A spectrum on the grid, by the cubic spline through its points.
   *
   * @param energy eV, strictly ascending, around the grid
   * @param values as long
   * @param shift eV by which the spectrum is moved to higher energies first
   */
  public double[] interpolated(double[] energy, double[] values, double shift) {
    if (!within(
        shift == 0
            ? energy
            : new double[] {energy[0] + shift, energy[energy.length - 1] + shift})) {
      throw new IllegalArgumentException(
          "no values from " + start + " to " + energy(points - 1) + " eV");
    }
    CubicSpline spline = CubicSpline.through(energy, values);
    double[] out = new double[points];
    for (int i = 0; i < points; i++) {
      out[i] = spline.at(energy(i) - shift);
    }
    return out;
  }
}
