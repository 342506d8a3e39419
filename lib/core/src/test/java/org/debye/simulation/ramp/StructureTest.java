package org.debye.simulation.ramp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which planes scatter, how many there are of each, and how strongly. */
class StructureTest {

  @ParameterizedTest
  @CsvSource({"8, OXYGEN", "10, NEON", "12, MAGNESIUM", "26, IRON", "78, PLATINUM"})
  void anAtomScattersForwardWithAllItsElectrons(int electrons, String name) {
    Element element =
        at(
            Map.of(
                "OXYGEN", Element.OXYGEN,
                "NEON", Element.NEON,
                "MAGNESIUM", Element.MAGNESIUM,
                "IRON", Element.IRON,
                "PLATINUM", Element.PLATINUM),
            name);
    assertThat(element.real(0) - element.dispersion()).isCloseTo(electrons, within(0.06));
    assertThat(element.real(0.5)).isLessThan(element.real(0.3));
  }

  @Test
  void rockSaltHasTheIntensitiesThatWereComputedForThePublishedRamp() {
    // research notes 3a: kinematic 111:200:220:311:222 = 56:100:63:26:20
    Map<String, Double> lines = strengths(Crystal.MAGNESIOWUSTITE_B1, 0);
    double strongest = at(lines, "200");
    assertThat(100 * at(lines, "111") / strongest).isCloseTo(56, within(1.0));
    assertThat(100 * at(lines, "220") / strongest).isCloseTo(63, within(1.0));
    assertThat(100 * at(lines, "311") / strongest).isCloseTo(26, within(0.5));
    assertThat(100 * at(lines, "222") / strongest).isCloseTo(20, within(0.5));
  }

  @Test
  void aStretchedCubeScattersAsMuchAsTheCube() {
    Map<String, Double> cube = strengths(Crystal.WUSTITE_B1, 10);
    Map<String, Double> stretched = strengths(Crystal.WUSTITE_RHOMBOHEDRAL, 10);
    assertThat(at(stretched, "003") + at(stretched, "101"))
        .isCloseTo(at(cube, "111"), within(1e-6 * at(cube, "111")));
    assertThat(at(stretched, "012")).isCloseTo(at(cube, "200"), within(1e-6 * at(cube, "200")));
    assertThat(at(stretched, "104") + at(stretched, "110"))
        .isCloseTo(at(cube, "220"), within(1e-6 * at(cube, "220")));
    assertThat(at(stretched, "006") + at(stretched, "202"))
        .isCloseTo(at(cube, "222"), within(1e-6 * at(cube, "222")));
  }

  @ParameterizedTest
  @CsvSource({
    "B1, 111, 8",
    "B1, 200, 6",
    "B1, 220, 12",
    "B1, 311, 24",
    "B1, 222, 8",
    "rB1, 003, 2",
    "rB1, 101, 6",
    "rB1, 012, 6",
    "rB1, 104, 6",
    "rB1, 110, 6",
    "rB1, 113, 12",
    "bcc, 110, 12",
    "bcc, 200, 6",
    "bcc, 211, 24",
    "hcp, 100, 6",
    "hcp, 002, 2",
    "hcp, 101, 12",
    "hcp, 102, 12",
    "hcp, 110, 6"
  })
  void planesHaveTheirMultiplicity(String key, String hkl, int multiplicity) {
    assertThat(planes(key))
        .anySatisfy(
            plane -> {
              assertThat(plane.hkl()).isEqualTo(hkl);
              assertThat(plane.multiplicity()).isEqualTo(multiplicity);
            });
  }

  @Test
  void absentPlanesAreLeftOut() {
    assertThat(planes("bcc")).allMatch(plane -> (plane.h() + plane.k() + plane.l()) % 2 == 0);
    assertThat(planes("B1"))
        .allMatch(plane -> plane.h() % 2 == plane.k() % 2 && plane.k() % 2 == plane.l() % 2);
    assertThat(planes("rB1")).allMatch(plane -> (-plane.h() + plane.k() + plane.l()) % 3 == 0);
    assertThat(planes("hcp")).extracting(Plane::hkl).doesNotContain("001", "003", "111", "113");
  }

  @ParameterizedTest
  @CsvSource({
    "003, 111",
    "101, 111",
    "012, 200",
    "104, 220",
    "110, 220",
    "015, 311",
    "113, 311",
    "021, 311",
    "006, 222",
    "202, 222"
  })
  void stretchedPlanesKnowTheirCubicParents(String hkl, String parent) {
    assertThat(planes("rB1"))
        .anySatisfy(
            plane -> {
              assertThat(plane.hkl()).isEqualTo(hkl);
              assertThat(plane.cubicParent()).isEqualTo(parent);
            });
  }

  private static List<Plane> planes(String key) {
    return switch (key) {
      case "B1" -> Structure.rockSalt(Site.MIXED_METAL, 0.5).planes();
      case "rB1" -> Structure.stretchedRockSalt(Site.MIXED_METAL, 0.5).planes();
      case "bcc" -> Structure.bodyCentred(Element.IRON, 0.3).planes();
      default -> Structure.closePacked(Element.IRON, 0.3).planes();
    };
  }

  private static Map<String, Double> strengths(Crystal crystal, double pressure) {
    return crystal.lines(pressure, SimulatedRamp.WAVELENGTH, 5, 30).stream()
        .collect(Collectors.toMap(line -> line.plane().hkl(), Line::strength));
  }

  private static <T> T at(Map<String, T> map, String key) {
    return Optional.ofNullable(map.get(key)).orElseThrow();
  }
}
