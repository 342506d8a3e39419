package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;

/**
 * Every line of every crystal against test/golden/ramp_lines.py, which reads the tables of
 * scattering factors and sums all planes one by one.
 */
class RampLinesGoldenTest {
  private static final Map<String, Crystal> CRYSTALS =
      Map.of(
          "MAGNESIOWUSTITE_B1", Crystal.MAGNESIOWUSTITE_B1,
          "MAGNESIOWUSTITE_RHOMBOHEDRAL", Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL,
          "WUSTITE_B1", Crystal.WUSTITE_B1,
          "WUSTITE_RHOMBOHEDRAL", Crystal.WUSTITE_RHOMBOHEDRAL,
          "IRON_BCC", Crystal.IRON_BCC,
          "IRON_HCP", Crystal.IRON_HCP,
          "PLATINUM", Crystal.PLATINUM,
          "NEON", Crystal.NEON);

  @Test
  void anglesAndStrengthsAreThoseOfTheReference() {
    String text = new String(Golden.bytes("ramp_lines.csv"), StandardCharsets.UTF_8);
    List<String[]> rows = text.lines().skip(1).map(row -> row.split(",", -1)).toList();
    assertThat(rows).hasSizeGreaterThan(100);
    for (String[] row : rows) {
      double angle = Double.parseDouble(row[2]);
      List<Line> here =
          lines(at(CRYSTALS, row[0]), Double.parseDouble(row[1])).stream()
              .filter(line -> Math.abs(line.twoThetaDeg() - angle) < 1e-6)
              .toList();
      double strength = here.stream().mapToDouble(Line::strength).sum();
      double expected = Double.parseDouble(row[3]);
      assertThat(strength).as(String.join(" ", row)).isCloseTo(expected, within(1e-4 * expected));
    }
  }

  @Test
  void thereAreNoOtherLines() {
    String text = new String(Golden.bytes("ramp_lines.csv"), StandardCharsets.UTF_8);
    for (Map.Entry<String, Crystal> crystal : CRYSTALS.entrySet()) {
      for (double pressure : new double[] {5, 13, 40}) {
        String start = crystal.getKey() + "," + pressure + ",";
        List<Double> angles =
            text.lines()
                .filter(row -> row.startsWith(start))
                .map(row -> Double.valueOf(row.split(",", -1)[2]))
                .toList();
        for (Line line : lines(crystal.getValue(), pressure)) {
          assertThat(angles)
              .as("%s%s", start, line.plane())
              .anyMatch(angle -> Math.abs(angle - line.twoThetaDeg()) < 1e-6);
        }
      }
    }
  }

  private static List<Line> lines(Crystal crystal, double pressure) {
    return crystal.lines(pressure, SimulatedRamp.WAVELENGTH, 9.5, 25);
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}
