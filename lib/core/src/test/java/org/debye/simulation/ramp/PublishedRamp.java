package org.debye.simulation.ramp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.debye.fixtures.Golden;

/** What is known of the published ramp of (Mg0.2Fe0.8)O. */
final class PublishedRamp {
  /** Shares of variance, printed by the notebook of Sun et al. 2021; 13 make 99 %. */
  static final double[] EXPLAINED = {
    .39426, .27638, .09818, .08041, .04614, .03288, .02467, .01484, .00947, .00542, .00394, .00262,
    .00199
  };

  private PublishedRamp() {}

  /**
   * A line in a frame, read from the figure of all spectra.
   *
   * @param family as {@link Line#family()}
   * @param fwhmDeg NaN where it is too weak
   */
  record Seen(int frame, String family, double twoThetaDeg, double height, double fwhmDeg) {}

  /** From test/golden/published_ramp.csv, which published_ramp.py makes. */
  static List<Seen> lines() {
    String text = new String(Golden.bytes("published_ramp.csv"), StandardCharsets.UTF_8);
    return text.lines().skip(1).map(row -> seen(row.split(",", -1))).toList();
  }

  private static Seen seen(String[] row) {
    return new Seen(
        Integer.parseInt(row[0]),
        row[1],
        Double.parseDouble(row[2]),
        Double.parseDouble(row[3]),
        row[4].isEmpty() ? Double.NaN : Double.parseDouble(row[4]));
  }
}
