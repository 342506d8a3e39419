package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A reason for each spectrum that is left out, and none for a sound one. */
class AbsorptionScreeningTest {
  private static final AbsorptionEdge IRON = AbsorptionEdge.k("Fe");

  @Test
  void takesASoundSpectrum() {
    Screened found = look(SyntheticScan.iron(), IRON);
    assertThat(found).isInstanceOf(Screened.Taken.class);
    NormalisedAbsorption spectrum = ((Screened.Taken) found).spectrum();
    assertThat(spectrum.parameters().e0()).isCloseTo(7120, within(1.5));
    assertThat(spectrum.parameters().edgeStep()).isCloseTo(1, within(0.1));
    assertThat(spectrum.flattened()[500]).isCloseTo(1, within(0.05));
    assertThat(look(SyntheticScan.iron(), null)).isInstanceOf(Screened.Taken.class);
  }

  @Test
  void leavesOutPointsThatAreNoNumbers() {
    AbsorptionScan scan = SyntheticScan.iron();
    double[] mu = scan.absorption().clone();
    mu[3] = Double.NaN;
    mu[300] = Double.POSITIVE_INFINITY;
    Screened found = screening(IRON).of(scan.energy(), mu);
    assertThat(((Screened.Taken) found).spectrum().energy()).hasSize(scan.points() - 2);
  }

  @Test
  void aRebinnedScanIsNormalisedOnTheUsualRegions() {
    AbsorptionScan scan = SyntheticScan.iron();
    EdgeNormalisation larch = new EdgeNormalisation(NormalisationSettings.larch());
    Screened found =
        new AbsorptionScreening(larch, IRON, true).of(scan.energy(), scan.absorption());
    NormalisedAbsorption spectrum = ((Screened.Taken) found).spectrum();
    NormalisedAbsorption expected = larch.of(Rebinning.of(scan, larch.of(scan).parameters().e0()));
    assertThat(spectrum.energy()).containsExactly(expected.energy());
    assertThat(spectrum.flattened()).containsExactly(expected.flattened());
    assertThat(spectrum.energy()[1] - spectrum.energy()[0]).isCloseTo(2, within(0.1));
  }

  @Test
  void aScanThatIsTooShortToBeRebinned() {
    EdgeNormalisation larch = new EdgeNormalisation(NormalisationSettings.larch());
    AbsorptionScan early = SyntheticScan.of(7120, 25, 200, 1, 4);
    assertReason(
        new AbsorptionScreening(larch, null, true).of(early.energy(), early.absorption()),
        DiscardReason.TOO_FEW_BEFORE_EDGE,
        "and is rebinned from 32 eV to 20 eV at least");
    AbsorptionScan late = SyntheticScan.of(7120, 100, 16, 1, 5);
    assertReason(
        new AbsorptionScreening(larch, null, true).of(late.energy(), late.absorption()),
        DiscardReason.TOO_FEW_AFTER_EDGE,
        "and is rebinned from 32 eV to 20 eV at least");
  }

  @Test
  void energiesThatTurnBack() {
    AbsorptionScan scan = SyntheticScan.iron();
    double[] energy = scan.energy().clone();
    energy[100] = energy[102];
    energy[101] = energy[99];
    assertReason(
        screening(IRON).of(energy, scan.absorption()),
        DiscardReason.ENERGIES_NOT_ASCENDING,
        "do not ascend");
  }

  @Test
  void tooFewPoints() {
    assertReason(
        look(SyntheticScan.iron().part(190, 209), IRON),
        DiscardReason.TOO_FEW_POINTS,
        "19 points, of which an edge needs 20");
  }

  @Test
  void tooFewBeforeTheEdge() {
    AbsorptionScan scan = SyntheticScan.of(7120, 1, 200, 1, 2);
    EdgeNormalisation given = new EdgeNormalisation(NormalisationSettings.larch().withE0(7120));
    assertReason(
        new AbsorptionScreening(given, null).of(scan.energy(), scan.absorption()),
        DiscardReason.TOO_FEW_BEFORE_EDGE,
        "before its edge at 7120.0 eV, where a line needs 3");
  }

  @Test
  void tooFewAfterTheEdge() {
    assertReason(
        look(SyntheticScan.of(7120, 100, 10, 1, 3), IRON),
        DiscardReason.TOO_FEW_AFTER_EDGE,
        "eV after its edge at 71");
  }

  @Test
  void anotherElement() {
    assertReason(
        look(SyntheticScan.of(6545, 100, 700, 1, 4), IRON),
        DiscardReason.WRONG_ELEMENT,
        "the edge Mn K, where Fe K is wanted at 7112.0 eV");
    assertReason(
        look(SyntheticScan.of(6545, 100, 200, 1, 4), IRON),
        DiscardReason.WRONG_ELEMENT,
        "do not hold the edge Fe K at 7112.0 eV");
  }

  @Test
  void aStepWhereNoElementHasOne() {
    assertReason(
        look(SyntheticScan.of(7180, 150, 200, 1, 5), IRON),
        DiscardReason.STEP_AT_WRONG_PLACE,
        "where Fe K is wanted");
  }

  @Test
  void noStepAtAll() {
    AbsorptionScan scan = SyntheticScan.of(7120, 100, 200, 0, 6);
    assertThat(((Screened.Discarded) look(scan, null)).reason())
        .isIn(DiscardReason.STEP_AT_WRONG_PLACE, DiscardReason.NEGATIVE_ABSORPTION);
  }

  @Test
  void absorptionThatFallsAtItsEdge() {
    AbsorptionScan scan = SyntheticScan.of(7120, 100, 200, -1, 7);
    EdgeNormalisation given = new EdgeNormalisation(NormalisationSettings.larch().withE0(7120));
    assertReason(
        new AbsorptionScreening(given, IRON).of(scan.energy(), scan.absorption()),
        DiscardReason.NEGATIVE_ABSORPTION,
        "falls by");
  }

  @Test
  void absorptionFarBelowItsLine() {
    AbsorptionScan scan = SyntheticScan.iron();
    double[] mu = scan.absorption().clone();
    for (int i = 0; i < mu.length; i++) {
      mu[i] -= 1.8 * Math.exp(-Math.pow((scan.energy()[i] - 7220) / 25, 2));
    }
    assertReason(
        screening(IRON).of(scan.energy(), mu),
        DiscardReason.NEGATIVE_ABSORPTION,
        "below the line before the edge");
  }

  @Test
  void constantAbsorption() {
    AbsorptionScan scan = SyntheticScan.iron();
    double[] mu = new double[scan.points()];
    Arrays.fill(mu, 0.7);
    assertReason(
        screening(IRON).of(scan.energy(), mu),
        DiscardReason.CONSTANT_ABSORPTION,
        "0.700000 throughout");
    assertReason(
        screening(IRON).of(scan.energy(), new double[scan.points()]),
        DiscardReason.CONSTANT_ABSORPTION,
        "0.00000 throughout");
  }

  @Test
  void knowsItsEdges() {
    assertThat(IRON.energy()).isEqualTo(7112);
    assertThat(IRON.coreHoleWidth()).isEqualTo(1.3089);
    assertThat(AbsorptionEdge.likeliest(8985, 30).name()).isEqualTo("Cu K");
    assertThat(AbsorptionEdge.likeliest(6546, 30).name()).isEqualTo("Mn K");
    assertThat(AbsorptionEdge.likeliest(11925, 30).name()).isEqualTo("Au L3");
    assertThat(AbsorptionEdge.likeliest(7000, 3).name()).isEqualTo("Pm L2");
    assertThat(AbsorptionEdge.of("fe", "k")).isEqualTo(Optional.of(IRON));
    assertThat(AbsorptionEdge.of("Fe", "M5")).isEmpty();
  }

  private static AbsorptionScreening screening(@Nullable AbsorptionEdge edge) {
    return new AbsorptionScreening(new EdgeNormalisation(NormalisationSettings.larch()), edge);
  }

  private static Screened look(AbsorptionScan scan, @Nullable AbsorptionEdge edge) {
    return screening(edge).of(scan.energy(), scan.absorption());
  }

  private static void assertReason(Screened found, DiscardReason reason, String words) {
    assertThat(found).isInstanceOf(Screened.Discarded.class);
    Screened.Discarded discarded = (Screened.Discarded) found;
    assertThat(discarded.problem()).contains(words);
    assertThat(discarded.reason()).isEqualTo(reason);
  }
}
