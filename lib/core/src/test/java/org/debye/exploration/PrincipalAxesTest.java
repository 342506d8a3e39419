package org.debye.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn's PCA, for fewer spectra than points (ramp) and for more (blobs). */
final class PrincipalAxesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ramp", "blobs"})
  void variancesLoadingsAndScoresAreScikitLearns(String name) {
    PrincipalAxes axes = PrincipalAxes.of(name, ExplorationGolden.points(name));
    double[] variances = ExplorationGolden.of(name + ".pca.variances");
    double[] ratios = ExplorationGolden.of(name + ".pca.ratios");
    double[] components = ExplorationGolden.of(name + ".pca.components");
    double[] scores = ExplorationGolden.of(name + ".pca.scores");
    int p = axes.points();
    for (int j = 0; j < variances.length; j++) {
      assertThat(axes.variances()[j]).isCloseTo(variances[j], within(1e-12 * variances[0]));
      assertThat(axes.share(j)).isCloseTo(ratios[j], within(1e-12));
    }
    for (int j = 0; j < 4; j++) {
      assertThat(axes.loading(j))
          .containsExactly(Arrays.copyOfRange(components, j * p, (j + 1) * p), within(1e-9));
      double[] score = axes.score(j);
      for (int i = 0; i < score.length; i++) {
        assertThat(score[i]).isCloseTo(scores[4 * i + j], within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ramp", "blobs"})
  void asManyComponentsHoldAShareAsThere(String name) {
    PrincipalAxes axes = PrincipalAxes.of(name, ExplorationGolden.points(name));
    double[] shares = ExplorationGolden.of(name + ".pca.shares");
    int[] holding = Arrays.stream(shares).mapToInt(axes::holding).toArray();
    assertThat(holding).isEqualTo(ExplorationGolden.labels(name + ".pca.holding"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ramp", "blobs"})
  void spectraAreReconstructedAsThere(String name) {
    PrincipalAxes axes = PrincipalAxes.of(name, ExplorationGolden.points(name));
    double[] expected = ExplorationGolden.of(name + ".pca.back3");
    int p = axes.points();
    assertThat(axes.reconstructed(0, 3)).containsExactly(Arrays.copyOf(expected, p), within(1e-9));
    assertThat(axes.reconstructed(1, 3))
        .containsExactly(Arrays.copyOfRange(expected, p, 2 * p), within(1e-9));
  }

  @Test
  void contributionsOfAllPointsSumToOne() {
    PrincipalAxes axes = PrincipalAxes.of("ramp", ExplorationGolden.points("ramp"));
    assertThat(Arrays.stream(axes.contribution(2)).sum()).isCloseTo(1, within(1e-12));
    assertThat(axes.cumulative(axes.count())).isCloseTo(1, within(1e-12));
  }

  @Test
  void tooLargeToBeDecomposedWholeTheLeadingOnesAreEigenvectorsAllTheSame() {
    int n = 450;
    RandomStream stream = RandomStreams.of(5).at("spectra");
    double[] x = new double[n * n];
    for (int i = 0; i < n; i++) {
      double first = 30 * stream.nextGaussian();
      double second = 10 * stream.nextGaussian();
      for (int b = 0; b < n; b++) {
        x[i * n + b] =
            first * Math.sin(b / 50.0) + second * Math.cos(b / 20.0) + stream.nextGaussian();
      }
    }
    Observations spectra = new Observations(n, n, x);
    PrincipalAxes axes = PrincipalAxes.of("large", spectra, 400);
    assertThat(axes.count()).isBetween(2, PrincipalAxes.LEADING);
    Centred centred = Centred.of(spectra, axes.mean());
    for (int j = 0; j < 2; j++) {
      double[] turned = centred.toPoints(centred.toSpectra(axes.loading(j)));
      for (int b = 0; b < n; b++) {
        assertThat(turned[b] / (n - 1))
            .isCloseTo(
                axes.variances()[j] * axes.loading(j)[b], within(1e-6 * axes.variances()[0]));
      }
    }
    // two signals of 900 and 100 times about n / 2, and noise of n
    assertThat(axes.cumulative(2)).isBetween(0.99, 1.0);
  }

  @Test
  void constantSpectraAndASingleOneAreRefused() {
    double[] same = new double[12];
    Arrays.fill(same, 0.1);
    assertThatThrownBy(() -> PrincipalAxes.of("flat", new Observations(4, 3, same)))
        .isInstanceOf(InputException.class)
        .hasMessage("flat: all 4 spectra are equal. Give spectra of which some differ.");
    assertThatThrownBy(() -> PrincipalAxes.of("one", new Observations(1, 3, new double[3])))
        .isInstanceOf(InputException.class)
        .hasMessage("one: there is one spectrum. Give two or more.");
  }
}
