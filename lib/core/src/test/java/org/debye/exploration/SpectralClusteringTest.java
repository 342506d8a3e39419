package org.debye.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.debye.evaluation.clustering.AdjustedRand;
import org.debye.evaluation.clustering.MutualInformation;
import org.debye.failure.InputException;
import org.debye.fixtures.SharedData;
import org.debye.frame.image.NpyArray;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against scikit-learn 1.2.1: test/golden/exploration/clustering.py. */
final class SpectralClusteringTest {
  private static final String TINISN = "xrd/tinisn/TiNiSn_500C_Y20190218_14x14_t60_bkgdSub_1D_";

  private static Affinity affinity(String name, String kind) {
    return kind.equals("nearest")
        ? new Affinity.NearestNeighbours(10)
        : new Affinity.RadialBasis(ExplorationGolden.of(name + ".gamma")[0]);
  }

  private static SpectralClustering clustering(String name, String kind, Partition partition) {
    return new SpectralClustering(affinity(name, kind), partition, 10, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "ramp,nearest",
    "ramp,rbf",
    "blobs,nearest",
    "blobs,rbf",
    "rings,nearest",
    "rings,rbf"
  })
  void eigenvaluesAndDegreesAreScikitLearns(String name, String kind) {
    Observations points = ExplorationGolden.points(name);
    double[] expected = ExplorationGolden.of(name + "." + kind + ".eigenvalues");
    SpectralEmbedding embedding =
        clustering(name, kind, Partition.K_MEANS).embedding(name, points, expected.length - 1);
    assertThat(embedding.eigenvalues()).containsExactly(expected, within(1e-11));
    double[] roots = NormalisedGraph.of(affinity(name, kind).graph(name, points)).roots();
    assertThat(roots)
        .containsExactly(ExplorationGolden.of(name + "." + kind + ".roots"), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"ramp,rbf", "blobs,nearest", "blobs,rbf", "rings,rbf"})
  void mapsAreScikitLearnsWhereEigenvaluesAreApart(String name, String kind) {
    int k = ExplorationGolden.number(name + ".clusters");
    SpectralEmbedding embedding =
        clustering(name, kind, Partition.K_MEANS)
            .embedding(name, ExplorationGolden.points(name), k);
    assertThat(embedding.leading(k).values())
        .containsExactly(ExplorationGolden.of(name + "." + kind + ".maps"), within(1e-8));
    assertThat(embedding.pieces()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ramp,nearest,K_MEANS,kmeans",
    "ramp,nearest,DISCRETISE,discretize",
    "ramp,rbf,K_MEANS,kmeans",
    "ramp,rbf,DISCRETISE,discretize",
    "blobs,nearest,K_MEANS,kmeans",
    "blobs,nearest,DISCRETISE,discretize",
    "blobs,rbf,K_MEANS,kmeans",
    "blobs,rbf,DISCRETISE,discretize",
    "rings,nearest,K_MEANS,kmeans",
    "rings,nearest,DISCRETISE,discretize",
    "rings,rbf,K_MEANS,kmeans",
    "rings,rbf,DISCRETISE,discretize"
  })
  void labelsAreScikitLearnsUpToTheirNumbers(
      String name, String kind, Partition partition, String theirs) {
    int k = ExplorationGolden.number(name + ".clusters");
    int[] labels =
        clustering(name, kind, partition).labels(name, ExplorationGolden.points(name), k);
    int[] expected = ExplorationGolden.labels(name + "." + kind + "." + theirs);
    assertThat(KMeans.same(labels, expected, k)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ramp,rbf", "blobs,nearest", "blobs,rbf", "rings,rbf"})
  void discretisationFromTheSameRowGivesTheSameNumbers(String name, String kind) {
    int k = ExplorationGolden.number(name + ".clusters");
    double[] maps = ExplorationGolden.of(name + "." + kind + ".maps");
    int[] labels =
        Discretisation.labels(
            new Observations(maps.length / k, k, maps),
            ExplorationGolden.number(name + "." + kind + ".first"));
    assertThat(labels).isEqualTo(ExplorationGolden.labels(name + "." + kind + ".discretized"));
  }

  @ParameterizedTest
  @CsvSource({"blobs,nearest", "blobs,rbf", "tinisn,nearest", "tinisn,rbf"})
  void kMeansFindsTheInertiaOfAHundredStarts(String name, String kind) {
    int k = ExplorationGolden.number(name + ".clusters");
    double[] maps = ExplorationGolden.of(name + "." + kind + ".maps");
    KMeans found =
        KMeans.of(new Observations(maps.length / k, k, maps), k, 100, RandomStreams.of(2));
    double expected = ExplorationGolden.of(name + "." + kind + ".inertia")[0];
    assertThat(found.inertia()).isBetween(0.97 * expected, expected * (1 + 1e-3));
  }

  @ParameterizedTest
  @CsvSource({"nearest,kmeans", "nearest,discretize", "rbf,kmeans", "rbf,discretize"})
  void measuredPatternsGiveTheSameClusters(String kind, String theirs) throws IOException {
    Optional<Path> file = SharedData.find(TINISN + "X.npy");
    Assumptions.assumeTrue(file.isPresent(), SharedData.absent(TINISN + "X.npy"));
    NpyArray array = NpyArray.read("X", Files.readAllBytes(file.orElseThrow()));
    Observations spectra = new Observations(array.shape()[0], array.shape()[1], array.values());
    PrincipalAxes axes = PrincipalAxes.of("tinisn", spectra);
    int components = axes.holding(0.99);
    assertThat(components).isEqualTo(ExplorationGolden.number("tinisn.components"));
    Partition partition = theirs.equals("kmeans") ? Partition.K_MEANS : Partition.DISCRETISE;
    Observations scores = axes.leadingScores(components);
    int[] labels =
        new SpectralClustering(affinity("tinisn", kind), partition, 100, 1)
            .labels("tinisn", scores, 11);
    int[] expected = ExplorationGolden.labels("tinisn." + kind + "." + theirs);
    // eleven clusters have many optima of nearly one inertia; the two programs start elsewhere
    assertThat(AdjustedRand.of(labels, expected)).isGreaterThan(0.8);
    NpyArray known =
        NpyArray.read("y", Files.readAllBytes(SharedData.find(TINISN + "y.npy").orElseThrow()));
    int[] truth = Arrays.stream(known.values()).mapToInt(v -> (int) v).toArray();
    double[] agreement = ExplorationGolden.of("tinisn." + kind + "." + theirs + ".agreement");
    assertThat(MutualInformation.of(truth, labels).normalised())
        .isCloseTo(agreement[1], within(0.03));
    assertThat(AdjustedRand.of(truth, labels)).isCloseTo(agreement[3], within(0.04));
  }

  @Test
  void theNumberOfClustersIsTakenFromTheGap() {
    SpectralEmbedding embedding =
        new SpectralEmbedding(new double[] {0, 0.01, 0.02, 0.4, 0.45}, new double[0][], 1);
    assertThat(embedding.clustersByGap(2, 4)).isEqualTo(3);
    assertThat(embedding.clustersByGap(1, 2)).isEqualTo(1);
    Observations rings = ExplorationGolden.points("rings");
    assertThat(
            clustering("rings", "nearest", Partition.K_MEANS)
                .embedding("rings", rings, 8)
                .eigenvalues())
        .startsWith(new double[] {0, 0, 0}, within(1e-12));
  }

  @Test
  void aGraphInPiecesIsToldAndItsPiecesAreTheClusters() {
    RandomStream stream = RandomStreams.of(9).at("pieces");
    double[] x = new double[3 * 200];
    Arrays.setAll(x, i -> 100 * (i / 200) + stream.nextGaussian());
    SpectralClustering clustering =
        new SpectralClustering(new Affinity.NearestNeighbours(10), Partition.K_MEANS, 10, 1);
    SpectralEmbedding embedding = clustering.embedding("pieces", new Observations(600, 1, x), 3);
    assertThat(embedding.pieces()).isEqualTo(3);
    int[] truth = new int[600];
    Arrays.setAll(truth, i -> i / 200);
    assertThat(KMeans.same(clustering.labels(embedding, 3), truth, 3)).isTrue();
  }

  @Test
  void morePiecesThanClustersStillGiveLabels() {
    double[] x = new double[40];
    Arrays.setAll(x, i -> 100 * (i / 4) + i % 4);
    SpectralClustering clustering =
        new SpectralClustering(new Affinity.NearestNeighbours(3), Partition.DISCRETISE, 10, 1);
    int[] labels = clustering.labels("pieces", new Observations(40, 1, x), 2);
    assertThat(labels).hasSize(40).containsOnly(0, 1);
  }

  @Test
  void fewerSpectraThanClustersOrNeighboursAreRefused() {
    Observations few = new Observations(3, 1, new double[] {1, 2, 3});
    SpectralClustering clustering =
        new SpectralClustering(new Affinity.NearestNeighbours(10), Partition.K_MEANS, 10, 1);
    assertThatThrownBy(() -> clustering.labels("few", few, 4))
        .isInstanceOf(InputException.class)
        .hasMessage("few: 4 clusters of 3 spectra. Ask for fewer clusters, or give more spectra.");
    assertThatThrownBy(() -> clustering.labels("few", few, 2))
        .isInstanceOf(InputException.class)
        .hasMessage("few: 10 neighbours of 3 spectra. Set neighbours to at most 3.");
  }

  @Test
  void aFullMatrixIsRefusedWhereItIsTooLarge() {
    Observations many = new Observations(KernelGraph.MOST + 1, 1, new double[KernelGraph.MOST + 1]);
    assertThatThrownBy(() -> new Affinity.RadialBasis(1).graph("many", many))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the radial basis affinity of 10,001 spectra is a full matrix")
        .hasMessageContaining("Set affinity=nearest-neighbours");
  }

  @Test
  void fiveThousandPointsAlongACurveNeedNoFullMatrix() {
    int n = 5_000;
    RandomStream stream = RandomStreams.of(4).at("curve");
    double[] x = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = (i < n / 2 ? 0 : 3) + 10.0 * i / n + 0.01 * stream.nextGaussian();
      x[2 * i + 1] = 0.01 * stream.nextGaussian();
    }
    int[] labels =
        new SpectralClustering(new Affinity.NearestNeighbours(10), Partition.K_MEANS, 10, 1)
            .labels("curve", new Observations(n, 2, x), 2);
    int[] truth = new int[n];
    Arrays.setAll(truth, i -> i < n / 2 ? 0 : 1);
    assertThat(KMeans.same(labels, truth, 2)).isTrue();
  }
}
