package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Optional;
import org.debye.simulation.UnitCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where lines stand: Bragg's law, cells from equations of state, and what was seen. */
class CrystalTest {
  private static final Map<String, Crystal> CRYSTALS =
      Map.of(
          "B1", Crystal.MAGNESIOWUSTITE_B1,
          "rB1", Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL,
          "Pt", Crystal.PLATINUM,
          "bcc", Crystal.IRON_BCC,
          "hcp", Crystal.IRON_HCP);

  /**
   * Positions read from the published figures, to 0.03 degrees; weak lines less well. The last
   * frame's 003 is 0.4 degrees broad, and c/a linear in pressure puts it a quarter of that too low.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, B1, 111, 11.19, 0.05",
    "0.5, B1, 200, 12.98, 0.05",
    "0.5, B1, 220, 18.34, 0.05",
    "0.5, B1, 311, 21.60, 0.05",
    "0.5, B1, 222, 22.44, 0.1",
    "0.5, Pt, 111, 12.24, 0.05",
    "0.5, Pt, 200, 14.13, 0.05",
    "0.5, Pt, 220, 20.05, 0.05",
    "0.5, Pt, 311, 23.51, 0.1",
    "13, rB1, 003, 11.34, 0.05",
    "13, rB1, 012, 13.34, 0.05",
    "13, Pt, 111, 12.41, 0.05",
    "41, rB1, 003, 11.51, 0.07",
    "41, rB1, 012, 13.78, 0.05",
    "86, rB1, 003, 11.87, 0.12",
    "86, rB1, 012, 14.40, 0.05",
    "86, Pt, 111, 13.04, 0.05",
    // iron, computed by hand from its cells: bcc without pressure, hcp at 15 GPa
    "0, bcc, 110, 13.68, 0.02",
    "15, hcp, 100, 12.94, 0.02",
    "15, hcp, 002, 13.98, 0.02",
    "15, hcp, 101, 14.72, 0.02"
  })
  void linesStandWhereTheyWereSeen(
      double pressure, String key, String hkl, double observed, double tolerance) {
    assertThat(line(at(CRYSTALS, key), pressure, hkl).twoThetaDeg())
        .isCloseTo(observed, within(tolerance));
  }

  @Test
  void linesObeyBraggsLaw() {
    for (Crystal crystal : CRYSTALS.values()) {
      UnitCell cell = crystal.cell(20);
      for (Line line : crystal.lines(20, 0.4828, 8, 27)) {
        double theta = Math.toRadians(line.twoThetaDeg() / 2);
        boolean strained = crystal == Crystal.MAGNESIOWUSTITE_B1;
        double wider =
            strained ? 1 + 3 * 0.0057 * Math.sqrt(20) * line.plane().cubicAnisotropy() : 1;
        assertThat(2 * wider * line.plane().spacing(cell) * Math.sin(theta))
            .isCloseTo(0.4828, within(1e-12));
      }
    }
  }

  /** Singh's factor: nothing of 200, all of 111, three quarters of 220. */
  @Test
  void stressMovesTheLinesOfMagnesiowustite() {
    assertThat(line(Crystal.MAGNESIOWUSTITE_B1, 9, "200").shift()).isZero();
    Line widest = line(Crystal.MAGNESIOWUSTITE_B1, 9, "111");
    double theta = Math.toRadians(widest.twoThetaDeg() / 2);
    double expected = -2 * Math.toDegrees(Math.tan(theta)) * 0.0057 * 3;
    assertThat(widest.shift()).isCloseTo(expected, within(0.02 * Math.abs(expected)));
    Line face = line(Crystal.MAGNESIOWUSTITE_B1, 9, "220");
    assertThat(face.plane().cubicAnisotropy()).isEqualTo(0.25);
    assertThat(line(Crystal.WUSTITE_B1, 9, "111").shift()).isZero();
    assertThat(line(Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL, 41, "003").shift()).isLessThan(-0.3);
    assertThat(line(Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL, 41, "101").shift()).isGreaterThan(0.05);
  }

  @Test
  void cellsAreThoseOfTheLiterature() {
    assertThat(((UnitCell.Cubic) Crystal.IRON_BCC.cell(0)).a()).isCloseTo(2.8665, within(0.001));
    assertThat(((UnitCell.Cubic) Crystal.IRON_BCC.cell(13)).a()).isCloseTo(2.804, within(0.003));
    UnitCell.Hexagonal hcp = (UnitCell.Hexagonal) Crystal.IRON_HCP.cell(15);
    assertThat(hcp.a()).isCloseTo(2.473, within(0.003));
    assertThat(hcp.c()).isCloseTo(3.967, within(0.004));
    assertThat(((UnitCell.Cubic) Crystal.WUSTITE_B1.cell(0)).a()).isCloseTo(4.335, within(0.002));
    // neon halves its volume near 10.4 GPa: scipy.optimize.brentq on Vinet(1.07, 8.40)
    assertThat(Crystal.NEON.cell(10.3704).volume() / Crystal.NEON.cell(0).volume())
        .isCloseTo(0.5, within(1e-3));
  }

  @Test
  void ironShrinksWhenItPacksClosely() {
    double before = Crystal.IRON_BCC.cell(14).volume();
    double after = Crystal.IRON_HCP.cell(14).volume();
    assertThat(after / before).isBetween(0.94, 0.965);
  }

  @Test
  void wustiteGoesOverWithoutAJump() {
    UnitCell.Hexagonal at = (UnitCell.Hexagonal) Crystal.WUSTITE_RHOMBOHEDRAL.cell(14);
    assertThat(at.c() / at.a()).isCloseTo(Math.sqrt(6), within(1e-12));
    assertThat(line(Crystal.WUSTITE_RHOMBOHEDRAL, 14, "003").twoThetaDeg())
        .isCloseTo(line(Crystal.WUSTITE_B1, 14, "111").twoThetaDeg(), within(1e-9));
    assertThat(line(Crystal.WUSTITE_RHOMBOHEDRAL, 40, "003").twoThetaDeg())
        .isLessThan(line(Crystal.WUSTITE_RHOMBOHEDRAL, 40, "101").twoThetaDeg() - 0.3);
  }

  @Test
  void slopesAreThoseOfThePositions() {
    Line at = line(Crystal.PLATINUM, 30, "111");
    double up = line(Crystal.PLATINUM, 30.5, "111").twoThetaDeg();
    double down = line(Crystal.PLATINUM, 29.5, "111").twoThetaDeg();
    assertThat(at.slope()).isCloseTo(up - down, within(1e-4));
  }

  @Test
  void linesBroadenWithPressureAndWhereTheyMove() {
    LineShape shape = RampPhysics.published().shape();
    Crystal oxide = Crystal.MAGNESIOWUSTITE_RHOMBOHEDRAL;
    assertThat(shape.fwhmDeg(line(Crystal.MAGNESIOWUSTITE_B1, 0.5, "111"), 0.5))
        .isBetween(0.11, 0.16);
    assertThat(shape.fwhmDeg(line(oxide, 86, "012"), 86)).isBetween(0.18, 0.31);
    Line still = line(oxide, 40, "104");
    Line moving =
        new Line(
            still.crystal(),
            still.plane(),
            still.twoThetaDeg(),
            1,
            still.shift(),
            still.strength(),
            0);
    assertThat(shape.fwhmDeg(moving, 40)).isGreaterThan(shape.fwhmDeg(still, 40) + 0.1);
  }

  private static Line line(Crystal crystal, double pressure, String hkl) {
    return crystal.lines(pressure, SimulatedRamp.WAVELENGTH, 5, 30).stream()
        .filter(one -> one.plane().hkl().equals(hkl))
        .findFirst()
        .orElseThrow();
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}
