package org.debye.evaluation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.debye.exploration.ExplorationGolden;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn's metrics: test/golden/exploration/clustering.py. */
final class ClusteringScoresTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @ParameterizedTest
  @ValueSource(strings = {"chance", "few", "one", "ones", "alone"})
  void agreementOfLabellings(String name) {
    int[] first = ExplorationGolden.labels("labels." + name + ".first");
    int[] second = ExplorationGolden.labels("labels." + name + ".second");
    agrees(first, second, "labels." + name);
  }

  @ParameterizedTest
  @CsvSource({
    "blobs,nearest.kmeans",
    "blobs,nearest.discretize",
    "blobs,rbf.kmeans",
    "ramp,nearest.kmeans",
    "rings,rbf.kmeans"
  })
  void clusteringsOfPoints(String name, String labelling) {
    int[] labels = ExplorationGolden.labels(name + "." + labelling);
    agrees(ExplorationGolden.labels(name + ".truth"), labels, name + "." + labelling);
    assertThat(Silhouette.mean(ExplorationGolden.points(name), labels))
        .isCloseTo(ExplorationGolden.of(name + "." + labelling + ".silhouette")[0], ROUNDING);
  }

  private static void agrees(int[] truth, int[] labels, String key) {
    double[] expected = ExplorationGolden.of(key + ".agreement");
    MutualInformation information = MutualInformation.of(truth, labels);
    assertThat(information.nats()).isCloseTo(expected[0], ROUNDING);
    assertThat(information.normalised()).isCloseTo(expected[1], ROUNDING);
    assertThat(information.adjusted()).isCloseTo(expected[2], within(1e-10));
    assertThat(AdjustedRand.of(truth, labels)).isCloseTo(expected[3], ROUNDING);
    assertThat(AdjustedRand.of(labels, truth)).isCloseTo(expected[3], ROUNDING);
  }

  @Test
  void silhouettesOfPointsOneOfWhichIsAlone() {
    double[] x = ExplorationGolden.of("silhouette.points");
    double[] widths =
        Silhouette.of(
            new Observations(x.length / 3, 3, x), ExplorationGolden.labels("silhouette.labels"));
    assertThat(widths).containsExactly(ExplorationGolden.of("silhouette.samples"), ROUNDING);
  }

  @Test
  void oneClusterHasNoSilhouette() {
    Observations points = new Observations(3, 1, new double[] {1, 2, 3});
    assertThat(Silhouette.mean(points, new int[] {4, 4, 4})).isNaN();
    assertThat(Silhouette.mean(points, new int[] {1, 2, 3})).isNaN();
  }

  @Test
  void labelsOfDifferentLengthsAreOurDefect() {
    assertThatThrownBy(() -> AdjustedRand.of(new int[2], new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 and 3 labels");
  }
}
