package org.debye.unmixing.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.debye.evaluation.SpectralAngle;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.posterior.CountComparison;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole scenes, made and measured. */
final class SceneUnmixerTest {
  private static final int POINTS = 24;
  private static final int ENDMEMBERS = 3;
  private static final InferenceSettings SHORT = new InferenceSettings(2, 300, 100, 600, 200);

  private static double[] pure() {
    double[] pure = new double[ENDMEMBERS * POINTS];
    for (int i = 0; i < pure.length; i++) {
      double x = (i % POINTS) / (POINTS - 1.0);
      int k = i / POINTS;
      double centre = 0.15 + 0.35 * k;
      pure[i] = 0.3 + Math.exp(-Math.pow((x - centre) / 0.2, 2));
    }
    return pure;
  }

  /** Shares by powers of exponentials: some pure spectra, many mixed ones. */
  private static double[] shares(int count) {
    Random random = new Random(3);
    double[] shares = new double[count * ENDMEMBERS];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int k = 0; k < ENDMEMBERS; k++) {
        double weight = (3 - k) * Math.pow(-Math.log(1 - random.nextDouble()), 1.6);
        shares[i * ENDMEMBERS + k] = weight;
        sum += weight;
      }
      for (int k = 0; k < ENDMEMBERS; k++) {
        shares[i * ENDMEMBERS + k] /= sum;
      }
    }
    return shares;
  }

  private static Scene scene(double[] shares, double noise) {
    Random random = new Random(4);
    double[] pure = pure();
    int n = shares.length / ENDMEMBERS;
    double[] values = new double[n * POINTS];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < ENDMEMBERS; k++) {
        values[i] += shares[i / POINTS * ENDMEMBERS + k] * pure[k * POINTS + i % POINTS];
      }
      values[i] += noise * random.nextGaussian();
    }
    return new Scene("made", n, POINTS, values);
  }

  private static double[] means(SceneUnmixing unmixing) {
    double[] out = new double[ENDMEMBERS * POINTS];
    for (int k = 0; k < ENDMEMBERS; k++) {
      System.arraycopy(unmixing.endmembers().get(k).mean(), 0, out, k * POINTS, POINTS);
    }
    return out;
  }

  private static SceneUnmixing unmix(Scene scene, SceneSettings settings) {
    return (SceneUnmixing) SceneUnmixer.unmix(scene, settings, RandomStreams.of(9));
  }

  @ParameterizedTest
  @EnumSource(SceneMethod.class)
  void everyMethodFindsTheComponentsInOrderOfTheirShares(SceneMethod method) {
    double[] shares = shares(400);
    Scene scene = scene(shares, 0.01);
    SceneUnmixing found = unmix(scene, SceneSettings.of(ENDMEMBERS, method).with(SHORT));
    SpectralAngle angle = SpectralAngle.matched(means(found), pure(), ENDMEMBERS, POINTS);
    assertThat(angle.matching()).containsExactly(0, 1, 2);
    assertThat(angle.mean()).isLessThan(0.06);
    assertThat(found.explained()).isGreaterThan(0.95);
    double square = 0;
    for (int i = 0; i < shares.length; i++) {
      square += Math.pow(found.abundances().mean()[i] - shares[i], 2) / shares.length;
    }
    assertThat(Math.sqrt(square)).isLessThan(0.08);
    assertThat(Arrays.stream(found.residualVariance()).average().orElseThrow())
        .isCloseTo(1e-4 * (POINTS - 2) / POINTS, within(1e-5));
  }

  @Test
  void thePosteriorsBandsAndIntervalsHoldTheTruth() {
    double[] shares = shares(400);
    SceneUnmixing found =
        unmix(
            scene(shares, 0.02),
            SceneSettings.of(ENDMEMBERS, SceneMethod.HMC)
                .with(new InferenceSettings(2, 300, 100, 800, 250)));
    int inside = 0;
    for (int i = 0; i < shares.length; i++) {
      boolean held =
          found.abundances().low()[i] <= shares[i] && shares[i] <= found.abundances().high()[i];
      inside += held ? 1 : 0;
    }
    // 90 % intervals of 1,200 shares, which are dependent: between 80 and 97 %
    assertThat(inside / (double) shares.length).isBetween(0.80, 0.97);
    for (int k = 0; k < ENDMEMBERS; k++) {
      EndmemberSpectrum spectrum = found.endmembers().get(k);
      for (int b = 0; b < POINTS; b++) {
        double off = Math.abs(spectrum.mean()[b] - pure()[k * POINTS + b]);
        assertThat(off).as("endmember %d point %d", k, b).isLessThan(5 * spectrum.sd()[b] + 0.01);
        assertThat(spectrum.quantiles().get(0)[b]).isLessThan(spectrum.quantiles().get(2)[b]);
        assertThat(spectrum.quantiles().get(2)[b]).isLessThan(spectrum.quantiles().get(4)[b]);
      }
    }
    assertThat(found.diagnostics()).isInstanceOf(SceneDiagnostics.Posterior.class);
    assertThat(found.spectra().length).isEqualTo(200 * ENDMEMBERS * POINTS);
    assertThat(found.chains()).hasSize(2);
    // draws in the tables and in the picture are the same, under the same labels
    double[] corner = found.chains().get(0).of("C[1,2]");
    assertThat(Arrays.stream(corner).average().orElseThrow())
        .isCloseTo(
            found.cloud().endmembers()[2] / scale(found), within(0.05 * Math.abs(corner[0])));
  }

  /** Standardised coordinates are reduced ones over the root of their mean square. */
  private static double scale(SceneUnmixing found) {
    double[] points = found.cloud().points();
    return Math.sqrt(Arrays.stream(points).map(x -> x * x).average().orElseThrow());
  }

  @Test
  void unitSumTakesBrightnessAway() {
    double[] shares = shares(500);
    Scene even = scene(shares, 0);
    Random random = new Random(6);
    double[] values = even.values().clone();
    for (int i = 0; i < 500; i++) {
      double brightness = 0.3 + 2 * random.nextDouble();
      for (int b = 0; b < POINTS; b++) {
        values[i * POINTS + b] *= brightness;
      }
    }
    Scene uneven = new Scene("uneven", 500, POINTS, values);
    SceneSettings settings = SceneSettings.of(ENDMEMBERS, SceneMethod.N_FINDR);
    double[] plain = means(unmix(even, settings.with(SpectrumScaling.UNIT_SUM)));
    double[] scaled = means(unmix(uneven, settings.with(SpectrumScaling.UNIT_SUM)));
    assertThat(scaled).containsExactly(plain, within(1e-9));
  }

  @Test
  void hysimeCountsTheComponents() {
    SceneSettings settings =
        new SceneSettings(
            new EndmemberCount.SignalDimensions(),
            OptionalInt.empty(),
            SpectrumScaling.NONE,
            Reduction.MINIMUM_NOISE_FRACTION,
            SceneMethod.SISAL,
            InferenceSettings.DEFAULT);
    assertThat(unmix(scene(shares(800), 0.01), settings).endmembers()).hasSize(ENDMEMBERS);
  }

  @Test
  void spectraThatAreNotFiniteAreRefusedByNameAndCount() {
    double[] values = new double[40];
    Arrays.fill(values, 1);
    values[13] = Double.NaN;
    values[17] = Double.POSITIVE_INFINITY;
    values[39] = Double.NaN;
    assertThatThrownBy(() -> new Scene("wafer_7", 4, 10, values))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.NON_FINITE_SPECTRA))
        .hasMessage(
            "wafer_7: 3 values in 2 of 4 spectra are not finite, the first in spectrum 2 at point 4."
                + " Leave those spectra or points out.");
  }

  @Test
  void aSceneOfTooLowRankIsFlagged() {
    SceneResult result =
        SceneUnmixer.unmix(
            scene(shares(100), 0), SceneSettings.of(5, SceneMethod.HMC), RandomStreams.of(1));
    assertThat(result)
        .isEqualTo(
            new SceneResult.Unsolved(
                new SceneFlag(
                    SceneFlag.Kind.RANK_DEFICIENT,
                    "the spectra span 2 dimensions; 5 endmembers need 4")));
  }

  @Test
  void whatCannotBeUnmixedIsRefused() {
    double[] constant = new double[60];
    Arrays.fill(constant, 2);
    SceneSettings three = SceneSettings.of(3, SceneMethod.HMC);
    assertRefused(new Scene("flat", 6, 10, constant), three, "flat: all 6 spectra are equal");
    assertRefused(
        new Scene("two", 2, 10, new double[20]), three, "3 endmembers asked of 2 spectra");
    SceneSettings line =
        new SceneSettings(
            new EndmemberCount.Known(3),
            OptionalInt.of(1),
            SpectrumScaling.NONE,
            Reduction.PRINCIPAL_COMPONENTS,
            SceneMethod.VCA,
            InferenceSettings.DEFAULT);
    assertRefused(scene(shares(50), 0.01), line, "1 dimensions of 24 points for 3 endmembers");
    assertRefused(
        new Scene("dark", 6, 10, new double[60]),
        three.with(SpectrumScaling.UNIT_SUM),
        "dark: spectrum 1 has the sum 0.0");
  }

  private static void assertRefused(Scene scene, SceneSettings settings, String message) {
    assertThatThrownBy(() -> SceneUnmixer.unmix(scene, settings, RandomStreams.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  /** N-FINDR: 0.0702 on Samson, 0.1604 on Jasper Ridge. */
  @Tag("acceptance")
  @Test
  void thePosteriorMeanIsNearerToTheReferencesThanNfindr() {
    assertThat(posteriorAngle(ReferenceScene.samson())).isLessThan(0.0702);
    assertThat(posteriorAngle(ReferenceScene.jasper())).isLessThan(0.1604);
  }

  private static double posteriorAngle(ReferenceScene reference) {
    SceneUnmixing found =
        unmix(
            reference.scene(),
            SceneSettings.of(reference.endmembers(), SceneMethod.HMC)
                .with(InferenceSettings.DEFAULT));
    int p = reference.scene().points();
    double[] spectra = new double[reference.endmembers() * p];
    for (int k = 0; k < reference.endmembers(); k++) {
      System.arraycopy(found.endmembers().get(k).mean(), 0, spectra, k * p, p);
    }
    return SpectralAngle.matched(spectra, reference.spectra(), reference.endmembers(), p).mean();
  }

  private static SceneSettings compared(int least, int most) {
    SceneSettings known = SceneSettings.of(ENDMEMBERS, SceneMethod.N_FINDR);
    return new SceneSettings(
        new EndmemberCount.Compared(least, most),
        OptionalInt.empty(),
        known.scaling(),
        known.reduction(),
        known.method(),
        new InferenceSettings(2, 300, 100, 300, 80));
  }

  @Test
  void comparedNumbersGiveTheNumberThatMadeTheScene() {
    Scene scene = scene(shares(200), 0.02);
    SceneSettings settings = compared(2, 4);
    SceneComparison comparison =
        SceneUnmixer.compare(
            scene, new EndmemberCount.Compared(2, 4), settings, RandomStreams.of(9));
    assertThat(comparison.chosen()).isEqualTo(ENDMEMBERS);
    assertThat(comparison.dimensions()).isEqualTo(3);
    assertThat(comparison.spectraUsed()).isEqualTo(80);
    assertThat(comparison.settle(settings).endmembers())
        .isEqualTo(new EndmemberCount.Known(ENDMEMBERS));
    assertThat(unmix(scene, settings).endmembers()).hasSize(ENDMEMBERS);
  }

  @Test
  void noMoreEndmembersAreComparedThanTheSpectraSpan() {
    Scene scene = scene(shares(60), 0);
    SceneComparison comparison =
        SceneUnmixer.compare(
            scene, new EndmemberCount.Compared(2, 6), compared(2, 6), RandomStreams.of(9));
    assertThat(comparison.dimensions()).isEqualTo(2);
    assertThat(comparison.comparison().candidates())
        .extracting(CountComparison.Candidate::endmembers)
        .containsExactly(2, 3);
    assertThat(comparison.chosen()).isEqualTo(3);
    assertThat(comparison.comparison().doubts())
        .contains("the greatest number that was compared is chosen: there may be more");
    assertThatThrownBy(
            () ->
                SceneUnmixer.compare(
                    scene, new EndmemberCount.Compared(4, 6), compared(4, 6), RandomStreams.of(9)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "made: its spectra span 2 dimensions, too few for 4 endmembers."
                + " Compare fewer endmembers.");
  }
}
