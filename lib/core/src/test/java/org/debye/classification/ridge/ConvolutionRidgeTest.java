package org.debye.classification.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.debye.classification.ClassLabels;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.Weighting;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConvolutionRidgeTest {
  private static final int POINTS = 120;

  enum Rival {
    MINIROCKET,
    HYDRA;

    SpectraClassifier of(long seed) {
      RidgeClassifier ridge = RidgeClassifier.standard(Weighting.EVEN);
      return this == MINIROCKET
          ? new ConvolutionRidge.MiniRocketRidge(new MiniRocket(840, 32), ridge, seed)
          : new ConvolutionRidge.HydraRidge(new Hydra(8, 8), ridge, seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsPeaksOfDifferentWidthApartWhereverTheyAre(Rival rival) {
    FittedClassifier fitted = rival.of(1).fit(peaks(80, 1));
    LabelledSpectra fresh = peaks(200, 2);
    int[] labels = fitted.labels(fresh.intensities());
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += labels[i] == fresh.labels().values()[i] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(190);
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesAndNothingElse(Rival rival) {
    LabelledSpectra training = peaks(30, 3);
    float[] fresh = peaks(10, 4).intensities();
    double[] once = rival.of(7).fit(training).probabilities(fresh);
    assertThat(rival.of(7).fit(training).probabilities(fresh)).containsExactly(once);
    assertThat(rival.of(8).fit(training).probabilities(fresh)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void aSpectrumsProbabilitiesDoNotDependOnItsNeighbours(Rival rival) {
    FittedClassifier fitted = rival.of(1).fit(peaks(30, 3));
    LabelledSpectra fresh = peaks(600, 5);
    double[] all = fitted.probabilities(fresh.intensities());
    double[] one = fitted.probabilities(fresh.of(new int[] {599}).intensities());
    assertThat(one).containsExactly(all[1198], all[1199]);
  }

  @ParameterizedTest
  @EnumSource
  void spectraOfAnotherLengthAndOneClassAreRefused(Rival rival) {
    FittedClassifier fitted = rival.of(1).fit(peaks(30, 3));
    assertThatThrownBy(() -> fitted.probabilities(new float[POINTS + 1]))
        .hasMessageContaining("no whole spectra of 120 points");
    LabelledSpectra alone =
        new LabelledSpectra(
            POINTS, new float[2 * POINTS], new ClassLabels(List.of("B1"), new int[2]));
    assertThatThrownBy(() -> rival.of(1).fit(alone))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("all 2 labels are 'B1'");
  }

  private static LabelledSpectra peaks(int count, long seed) {
    RandomStream random = RandomStreams.of(seed).at("peaks");
    float[] values = new float[count * POINTS];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      double centre = 20 + 80 * random.nextDouble();
      double width = labels[i] == 0 ? 2 : 4;
      for (int p = 0; p < POINTS; p++) {
        double off = (p - centre) / width;
        values[i * POINTS + p] = (float) (Math.exp(-off * off) + 0.05 * random.nextGaussian());
      }
    }
    return new LabelledSpectra(POINTS, values, new ClassLabels(List.of("narrow", "broad"), labels));
  }
}
