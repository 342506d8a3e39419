package org.debye.unmixing.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.posterior.CountComparison;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a comparison finds the number of endmembers that made a scene. */
final class SceneComparisonTest {
  private static final int SPECTRA = 80;
  private static final int DIMENSIONS = 4;
  private static final int BANDS = 12;
  private static final int DATASETS = 6;

  /** Mixtures in 4 dimensions, seen in 12 bands with noise of their own. */
  private static Scene scene(int endmembers, RandomStreams streams) {
    MixingModel model =
        new MixingModel(endmembers, DIMENSIONS, 3, 1, 0.05, 1, NoiseModel.STANDARD_DEVIATION);
    Observations points =
        MixtureSimulator.simulate(model, SPECTRA, streams.under("data")).observed();
    RandomStream random = streams.at("bands");
    double[] spectra = new double[DIMENSIONS * BANDS];
    for (int at = 0; at < spectra.length; at++) {
      spectra[at] = random.nextGaussian() / Math.sqrt(BANDS);
    }
    double[] values = new double[SPECTRA * BANDS];
    for (int at = 0; at < values.length; at++) {
      values[at] = 5 + 0.02 * random.nextGaussian();
      for (int d = 0; d < DIMENSIONS; d++) {
        values[at] +=
            points.values()[at / BANDS * DIMENSIONS + d] * spectra[d * BANDS + at % BANDS];
      }
    }
    return new Scene("made", SPECTRA, BANDS, values);
  }

  /**
   * 24 scenes. Some have an endmember of small weight, or nearly between others, which so few
   * spectra do not show.
   */
  @Tag("acceptance")
  @Test
  void theNumberThatMadeTheSceneIsChosenOfMostScenes() {
    int right = 0;
    int sticks = 0;
    List<String> wrong = new ArrayList<>();
    for (int truth = 2; truth <= DIMENSIONS + 1; truth++) {
      for (int dataset = 0; dataset < DATASETS; dataset++) {
        RandomStreams streams = RandomStreams.of(7).under(truth).under(dataset);
        CountComparison comparison =
            SceneUnmixer.compare(
                    scene(truth, streams),
                    new EndmemberCount.Compared(2, DIMENSIONS + 1),
                    SceneSettings.of(2, SceneMethod.N_FINDR),
                    streams.under("comparison"))
                .comparison();
        right += comparison.chosen() == truth ? 1 : 0;
        sticks += comparison.inUse().orElseThrow().mostProbable() == truth ? 1 : 0;
        if (comparison.chosen() != truth) {
          wrong.add(truth + " taken for " + comparison.chosen() + " " + comparison.doubts());
        }
      }
    }
    System.out.printf(
        "numbers of endmembers of 24: %d right by leave-one-out, %d by stick breaking; %s%n",
        right, sticks, wrong);
    assertThat(right).as("%s", wrong).isGreaterThanOrEqualTo(20);
  }
}
