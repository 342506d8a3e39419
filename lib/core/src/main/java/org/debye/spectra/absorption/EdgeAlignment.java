package org.debye.spectra.absorption;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Known spectra on the standard grids of their edges, to one of which others are moved: to that,
 * and by that shift, of the largest Pearson correlation (Carbone et al. 2019, Fig. 4, who know
 * which computed spectrum belongs to a measured one; here it is the most like of all). The shift is
 * chosen with the class in view, so that it favours the class that fits best by eye: say so where
 * classes are told from such spectra.
 *
 * @param identity differs for other spectra
 * @param known on their standard grids
 * @param reach largest shift to either side, eV
 */
public record EdgeAlignment(String identity, List<Known> known, double reach)
    implements Serializable {
  /** Nothing is moved. */
  public static final EdgeAlignment NONE = new EdgeAlignment("", List.of(), 0);

  /**
   * A known spectrum.
   *
   * @param edge whose standard grid it is on
   * @param values as many as the grid has points
   */
  public record Known(AbsorptionEdge edge, double[] values) implements Serializable {
    public Known {
      if (values.length != EnergyGrid.STANDARD_POINTS) {
        throw new IllegalArgumentException(values.length + " points of " + edge.name());
      }
    }
  }

  public EdgeAlignment {
    known = List.copyOf(known);
  }

  public boolean isNone() {
    return known.isEmpty();
  }

  /** The best shift of a spectrum; empty where no known one is of its edge, or its energies end. */
  Optional<EnergyAlignment> of(AbsorptionEdge edge, double[] energy, double[] values) {
    EnergyGrid grid = EnergyGrid.standard(edge);
    double length = energy[energy.length - 1] - energy[0];
    if (length < grid.energy(grid.points() - 1) - grid.start()
        || energy[0] - reach > grid.start()
        || energy[energy.length - 1] + reach < grid.energy(grid.points() - 1)) {
      return Optional.empty();
    }
    AbsorptionScan moved = new AbsorptionScan(energy, values);
    EnergyAlignment best = null;
    for (Known one : known) {
      if (one.edge().equals(edge)) {
        AbsorptionScan still = new AbsorptionScan(grid.energies(), one.values());
        EnergyAlignment found = EnergyAlignment.of(grid, still, moved, reach);
        best = best == null || found.correlation() > best.correlation() ? found : best;
      }
    }
    return Optional.ofNullable(best);
  }

  @Override
  public String toString() {
    return identity + " within " + reach;
  }
}
