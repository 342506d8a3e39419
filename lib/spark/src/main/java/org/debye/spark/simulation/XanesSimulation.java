package org.debye.spark.simulation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.debye.provenance.Digest;
import org.debye.simulation.absorption.AbsorbingSite;
import org.debye.simulation.absorption.SimulatedXanes;
import org.debye.simulation.absorption.XanesElement;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;
import org.debye.spectra.absorption.EnergyGrid;
import org.debye.spectra.absorption.environment.LocalEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Simulated absorption spectra: one dataset an element, one frame a site.
 *
 * @param elements each one dataset of the catalogue
 * @param seed of all randomness
 * @param share of the sites of the published table
 * @param margin eV beyond both ends of the standard grid; 0 for none
 */
public record XanesSimulation(List<XanesElement> elements, long seed, double share, double margin)
    implements Simulation {
  public XanesSimulation {
    elements = List.copyOf(elements);
  }

  @Override
  public String version() {
    return SimulatedXanes.VERSION;
  }

  @Override
  public List<String> names() {
    return elements.stream().map(XanesElement::symbol).toList();
  }

  @Override
  public String configHash() {
    Digest digest = new Digest().add(version()).add(seed).add((Object) share);
    return margin == 0 ? digest.hex() : digest.add("margin").add((Object) margin).hex();
  }

  @Override
  public boolean knowsPeaks() {
    return false;
  }

  @Override
  public Dataset dataset(String name) {
    XanesElement element = XanesElement.valueOf(name.toUpperCase(Locale.ROOT));
    SimulatedXanes xanes = new SimulatedXanes(element, seed, share);
    return new Sites(xanes, xanes.grid(margin));
  }

  private record Sites(SimulatedXanes xanes, EnergyGrid grid) implements Dataset {
    @Override
    public String sample() {
      return xanes.element().symbol() + " oxides, sites T4, S5, O6";
    }

    @Override
    public @Nullable Double wavelength() {
      return null;
    }

    @Override
    public SpectralAxis axis() {
      return grid.axis();
    }

    @Override
    public int frames() {
      return xanes.sites();
    }

    @Override
    public Frame frame(int number) {
      AbsorbingSite site = xanes.site(number);
      LocalEnvironment environment = site.environment();
      float[] values = xanes.spectrum(number, site, grid, 0);
      return new Frame(
          new Spectrum(values, Spectrum.NONE, Spectrum.NONE),
          null,
          Double.NaN,
          Map.of("mean_distance_A", site.meanDistance()),
          environment.number(),
          environment.name(),
          null,
          Map.of(),
          List.of());
    }
  }
}
