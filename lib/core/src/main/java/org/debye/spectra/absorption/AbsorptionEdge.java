package org.debye.spectra.absorption;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an element begins to absorb: energies of Elam, Ravel and Sieber 2002 (Radiat. Phys. Chem.
 * 63:121), widths of Keski-Rahkonen and Krause 1974 (At. Data Nucl. Data Tables 14:139), of the
 * elements Na to U; made by test/golden/absorption/edges.py.
 *
 * @param symbol of the element, as {@code Fe}
 * @param number of the element
 * @param shell {@code K}, {@code L1}, {@code L2} or {@code L3}
 * @param energy of the free atom or the metal, eV
 * @param coreHoleWidth full width at half maximum of the core level, eV
 */
public record AbsorptionEdge(
    String symbol, int number, String shell, double energy, double coreHoleWidth)
    implements Serializable {
  private static final List<AbsorptionEdge> ALL = read();

  /** An edge by the symbols of element and shell, in any case; empty where the table has none. */
  public static Optional<AbsorptionEdge> of(String symbol, String shell) {
    return ALL.stream()
        .filter(e -> e.symbol.equalsIgnoreCase(symbol) && e.shell.equalsIgnoreCase(shell))
        .findFirst();
  }

  /** The K edge of an element that the table has. */
  public static AbsorptionEdge k(String symbol) {
    return of(symbol, "K")
        .orElseThrow(() -> new IllegalArgumentException("no K edge of " + symbol));
  }

  /**
   * The edge that a step is likely to be: the nearest K edge within a tolerance, else the nearest
   * L3 edge, else the nearest of all.
   *
   * @param tolerance eV
   */
  public static AbsorptionEdge likeliest(double energy, double tolerance) {
    for (String shell : List.of("K", "L3")) {
      Optional<AbsorptionEdge> near =
          ALL.stream()
              .filter(e -> e.shell.equals(shell) && Math.abs(e.energy - energy) <= tolerance)
              .min(byDistance(energy));
      if (near.isPresent()) {
        return near.get();
      }
    }
    return ALL.stream().min(byDistance(energy)).orElseThrow();
  }

  private static Comparator<AbsorptionEdge> byDistance(double energy) {
    return Comparator.comparingDouble(edge -> Math.abs(edge.energy - energy));
  }

  /** {@code Fe K}. */
  public String name() {
    return symbol + " " + shell;
  }

  private static List<AbsorptionEdge> read() {
    try (InputStream in = AbsorptionEdge.class.getResourceAsStream("edges.csv");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> entry(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AbsorptionEdge entry(String[] fields) {
    return new AbsorptionEdge(
        fields[0],
        Integer.parseInt(fields[1]),
        fields[2],
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]));
  }
}
