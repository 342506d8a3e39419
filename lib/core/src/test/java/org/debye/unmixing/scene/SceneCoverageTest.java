package org.debye.unmixing.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.debye.evaluation.SpectralAngle;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often bands and intervals hold the truth, and how far estimates are from it, over scenes that
 * obey the model.
 */
@Tag("acceptance")
final class SceneCoverageTest {
  private static final int SCENES = 12;
  private static final int SPECTRA = 300;
  private static final int K = MadeScene.ENDMEMBERS;
  private static final int P = MadeScene.POINTS;
  private static final InferenceSettings INFERENCE = new InferenceSettings(2, 400, 100, 2000, 300);

  private int bandsHold50;
  private int bandsHold90;
  private int intervalsHold;

  @ParameterizedTest
  @CsvSource({"1.5, 0.005", "1.5, 0.03", "6, 0.005", "6, 0.03"})
  void bandsHoldTheTruthAsOftenAsTheySay(double alpha1, double noise) {
    Map<SceneMethod, Double> angles = new EnumMap<>(SceneMethod.class);
    for (int seed = 0; seed < SCENES; seed++) {
      MadeScene made = MadeScene.of(SPECTRA, alpha1, noise, seed);
      for (SceneMethod method :
          new SceneMethod[] {SceneMethod.HMC, SceneMethod.N_FINDR, SceneMethod.SISAL}) {
        SceneUnmixing found =
            (SceneUnmixing)
                SceneUnmixer.unmix(
                    made.scene(),
                    SceneSettings.of(K, method).with(INFERENCE),
                    RandomStreams.of(seed));
        SpectralAngle angle = SpectralAngle.matched(means(found), made.pure(), K, P);
        angles.merge(method, angle.mean() / SCENES, Double::sum);
        if (method == SceneMethod.HMC) {
          count(found, made, angle.matching());
        }
      }
    }
    double band50 = bandsHold50 / (double) (SCENES * K * P);
    double band90 = bandsHold90 / (double) (SCENES * K * P);
    double interval90 = intervalsHold / (double) (SCENES * K * SPECTRA);
    String all =
        "alpha1 %s noise %s: angles %s, bands 50 %%: %.3f, 90 %%: %.3f, abundances 90 %%: %.3f"
            .formatted(alpha1, noise, angles, band50, band90, interval90);
    System.out.println(all);
    // points of a spectrum stand or fall together: a dozen scenes are some three dozen trials
    assertThat(band50).as(all).isBetween(0.30, 0.70);
    assertThat(band90).as(all).isBetween(0.75, 0.99);
    assertThat(interval90).as(all).isBetween(0.80, 0.98);
    assertThat(angles.get(SceneMethod.HMC))
        .as(all)
        .isLessThan(angles.get(SceneMethod.N_FINDR))
        .isLessThan(angles.get(SceneMethod.SISAL));
  }

  private static double[] means(SceneUnmixing found) {
    double[] out = new double[K * P];
    for (int k = 0; k < K; k++) {
      System.arraycopy(found.endmembers().get(k).mean(), 0, out, k * P, P);
    }
    return out;
  }

  private void count(SceneUnmixing found, MadeScene made, int[] truth) {
    for (int k = 0; k < K; k++) {
      EndmemberSpectrum spectrum = found.endmembers().get(k);
      for (int b = 0; b < P; b++) {
        double value = made.pure()[truth[k] * P + b];
        bandsHold50 += within(spectrum, 1, 3, b, value) ? 1 : 0;
        bandsHold90 += within(spectrum, 0, 4, b, value) ? 1 : 0;
      }
      for (int i = 0; i < SPECTRA; i++) {
        double share = made.shares()[i * K + truth[k]];
        boolean held =
            found.abundances().low()[i * K + k] <= share
                && share <= found.abundances().high()[i * K + k];
        intervalsHold += held ? 1 : 0;
      }
    }
  }

  private static boolean within(
      EndmemberSpectrum spectrum, int low, int high, int point, double value) {
    return spectrum.quantiles().get(low)[point] <= value
        && value <= spectrum.quantiles().get(high)[point];
  }
}
