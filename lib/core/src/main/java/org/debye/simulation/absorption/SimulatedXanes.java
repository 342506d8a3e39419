package org.debye.simulation.absorption;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.absorption.EnergyGrid;
import org.debye.spectra.absorption.environment.LocalEnvironment;

/**
 * The simulated sites of an element with their spectra: as many of each class as Table I of Carbone
 * et al. 2019 has, or a share of them, in an order in which classes are mixed. A site depends on
 * seed, element, class and number alone.
 *
 * <p>A stand-in. What a model reaches on it says nothing about the published spectra.
 */
public final class SimulatedXanes {
  /** Version of the physics: anything that changes a number changes it. */
  public static final String VERSION = "xanes-1";

  private final XanesElement element;
  private final RandomStreams streams;
  private final SiteDraw draw;
  private final int[] order;

  /**
   * The sites of an element.
   *
   * @param share of the sites of Table I, above 0 to 1; at least one of each class
   */
  public SimulatedXanes(XanesElement element, long seed, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    this.element = element;
    streams = RandomStreams.of(seed).under(VERSION).under(element.symbol());
    draw = new SiteDraw(element, streams);
    order = order(share);
  }

  /** Class and number of each site, mixed by sorting what is drawn for each (Fisher and Yates). */
  private int[] order(double share) {
    LocalEnvironment[] classes = LocalEnvironment.values();
    int[] places = new int[element.sites()];
    int count = 0;
    for (LocalEnvironment one : classes) {
      int sites = (int) Math.max(1, Math.round(share * element.sites(one)));
      for (int i = 0; i < sites; i++) {
        places[count++] = i * classes.length + one.number();
      }
    }
    places = Arrays.copyOf(places, count);
    RandomStream random = streams.at("order");
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
    return places;
  }

  public XanesElement element() {
    return element;
  }

  /** How many sites. */
  public int sites() {
    return order.length;
  }

  /** Class of a site. */
  public LocalEnvironment environment(int site) {
    int number = order[site] % LocalEnvironment.values().length;
    return Arrays.stream(LocalEnvironment.values())
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** A site's geometry. */
  public AbsorbingSite site(int site) {
    return draw.draw(environment(site), order[site] / LocalEnvironment.values().length);
  }

  /** The grid that the spectra of the element are made on. */
  public EnergyGrid grid() {
    return grid(0);
  }

  /**
   * The same grid with more points of the same distance at both ends, so that spectra can be moved.
   *
   * @param margin eV, at least; 0 for none
   */
  public EnergyGrid grid(double margin) {
    EnergyGrid standard = EnergyGrid.standard(element.edge());
    int more = (int) Math.ceil(margin / standard.step());
    return new EnergyGrid(
        standard.start() - more * standard.step(), standard.step(), standard.points() + 2 * more);
  }

  /**
   * The spectrum of a site.
   *
   * @param geometry of {@link #site}
   * @param grid at which energies
   * @param shift eV by which it is moved to higher energies first
   * @return edge steps
   */
  public float[] spectrum(int site, AbsorbingSite geometry, EnergyGrid grid, double shift) {
    RandomStream random =
        streams.at(
            "spectrum", environment(site).number(), order[site] / LocalEnvironment.values().length);
    SiteSpectrum spectrum = new SiteSpectrum(element, geometry, random);
    float[] values = new float[grid.points()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) spectrum.at(grid.energy(i) - shift);
    }
    return values;
  }
}
