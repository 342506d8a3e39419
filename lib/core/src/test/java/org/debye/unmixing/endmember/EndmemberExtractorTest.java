package org.debye.unmixing.endmember;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.EstimatorsGolden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What any extractor must do, and what each promises. */
final class EndmemberExtractorTest {
  static Stream<EndmemberExtractor> extractors() {
    return Stream.of(
        NFindr.DEFAULT,
        new NFindr(NFindr.Start.ATGP, 100),
        new NFindr(NFindr.Start.VCA, 100),
        new Atgp(),
        Vca.DEFAULT,
        new Vca(OptionalDouble.of(100)),
        Sisal.DEFAULT);
  }

  static Stream<Arguments> cases() {
    return extractors()
        .flatMap(
            method ->
                IntStream.of(2, 3, 4, 6)
                    .boxed()
                    .flatMap(
                        k -> IntStream.of(k - 1, k, 30).mapToObj(d -> Arguments.of(method, k, d))));
  }

  /** K endmembers, pure observations of each among 300 mixtures, no noise. */
  @ParameterizedTest(name = "{0}, K = {1}, D = {2}")
  @MethodSource("cases")
  void findsPureObservationsWithoutNoise(EndmemberExtractor method, int k, int d) {
    Cloud cloud = Cloud.of(k, d, 300, 1.0, 5);
    Observations points = cloud.withPure();
    Extraction extraction = method.extract(points, k, stream(1));
    assertThat(extraction).isInstanceOf(Extraction.Extracted.class);
    Endmembers found = extraction.found().orElseThrow();
    double off = cloud.distance(found.coordinates());
    assertThat(off).isLessThan(method instanceof Sisal ? 5e-3 : 1e-9);
  }

  @ParameterizedTest
  @MethodSource("extractors")
  void repeatsItselfToTheLastBit(EndmemberExtractor method) {
    Observations points = Cloud.of(4, 9, 400, 1.0, 8).points(0.05);
    Endmembers first = method.extract(points, 4, stream(3)).found().orElseThrow();
    Endmembers second = method.extract(points, 4, stream(3)).found().orElseThrow();
    assertThat(second.coordinates()).isEqualTo(first.coordinates());
    assertThat(second.pixels()).isEqualTo(first.pixels());
  }

  @ParameterizedTest
  @MethodSource("extractors")
  void flagsPointsThatSpanTooLittle(EndmemberExtractor method) {
    Cloud plane = Cloud.of(3, 8, 50, 1.0, 2);
    Extraction extraction = method.extract(plane.points(0), 5, stream(1));
    assertThat(extraction).isEqualTo(new Extraction.Degenerate(2, 5));
    assertThat(((Extraction.Degenerate) extraction).reason())
        .isEqualTo("the spectra span 2 dimensions; 5 endmembers need 4");
    assertThat(extraction.found()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("extractors")
  void refusesWhatCannotBeUnmixed(EndmemberExtractor method) {
    Observations two = new Observations(2, 3, new double[] {1, 2, 3, 4, 5, 6});
    assertRefused(method, two, 3, FailureCode.TOO_FEW_SPECTRA, "3 endmembers asked of 2 spectra");
    Observations line = new Observations(5, 1, new double[] {1, 2, 3, 4, 5});
    assertRefused(method, line, 3, FailureCode.TOO_FEW_DIMENSIONS, "3 endmembers in 1 dimensions");
    double[] constant = new double[30];
    Arrays.fill(constant, 0.25);
    assertRefused(
        method,
        new Observations(10, 3, constant),
        3,
        FailureCode.CONSTANT_SPECTRA,
        "all 10 spectra are equal");
    constant[4] = 1;
    assertRefused(
        method,
        new Observations(10, 3, constant),
        3,
        FailureCode.TOO_FEW_SPECTRA,
        "only 2 distinct spectra for 3 endmembers");
    assertRefused(
        method, two, 1, FailureCode.INVALID_CONFIGURATION, "1 endmembers make no mixture");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noReplacementEnlargesTheSimplexOfNfindr(long seed) {
    Observations points = Cloud.of(4, 3, 60, 2.0, seed).points(0.1);
    Endmembers found = NFindr.DEFAULT.extract(points, 4, stream(seed)).found().orElseThrow();
    double volume = found.volume();
    for (int k = 0; k < 4; k++) {
      for (int i = 0; i < points.count(); i++) {
        int[] other = found.pixels().clone();
        other[k] = i;
        assertThat(Pixels.of(points, other).volume())
            .as("seed %d: observation %d in place %d", seed, i, k)
            .isLessThanOrEqualTo(volume * (1 + 1e-9));
      }
    }
  }

  @Test
  void nfindrSaysThatItWasStopped() {
    Observations points = Cloud.of(5, 4, 500, 2.0, 1).points(0.1);
    Extraction stopped = new NFindr(NFindr.Start.RANDOM, 1).extract(points, 5, stream(1));
    assertThat(stopped).isInstanceOf(Extraction.Unfinished.class);
    assertThat(stopped.iterations()).isEqualTo(1);
  }

  @Test
  void nfindrLeavesAStartOfNoVolume() {
    // 97 observations on a line and three off it: most random starts are flat.
    double[] values = new double[200];
    for (int i = 0; i < 97; i++) {
      values[2 * i] = i / 97.0;
    }
    values[2 * 97 + 1] = 1;
    values[2 * 98 + 1] = 0.5;
    values[2 * 99 + 1] = 0.7;
    Observations points = new Observations(100, 2, values);
    for (int seed = 0; seed < 20; seed++) {
      int[] pixels = NFindr.DEFAULT.extract(points, 3, stream(seed)).found().orElseThrow().pixels();
      assertThat(pixels).as("seed %d", seed).containsExactlyInAnyOrder(0, 96, 97);
    }
  }

  @Test
  void perspectiveMakesVcaBlindToBrightness() {
    Cloud cloud = Cloud.of(3, 20, 400, 0.7, 4);
    double[] values = cloud.withPure().values();
    Random random = new Random(9);
    for (int i = 0; i < values.length / 20; i++) {
      double brightness = 0.2 + 3 * random.nextDouble();
      for (int b = 0; b < 20; b++) {
        values[i * 20 + b] *= brightness;
      }
    }
    Observations points = new Observations(values.length / 20, 20, values);
    int[] pixels = Vca.DEFAULT.extract(points, 3, stream(1)).found().orElseThrow().pixels();
    assertThat(pixels).containsExactlyInAnyOrder(400, 401, 402);
  }

  /** The signal-to-noise ratio decides the projection: 15 + 10 log10 3 = 19.8 dB. */
  @Test
  void vcaMeasuresTheNoiseToChooseItsProjection() {
    Vca affine = new Vca(OptionalDouble.of(19));
    Vca perspective = new Vca(OptionalDouble.of(20));
    Cloud cloud = Cloud.of(3, 30, 2000, 0.5, 4);
    int[] noisy = pixels(Vca.DEFAULT, cloud.points(0.3));
    assertThat(noisy).isEqualTo(pixels(affine, cloud.points(0.3)));
    assertThat(noisy).isNotEqualTo(pixels(perspective, cloud.points(0.3)));
    int[] clean = pixels(Vca.DEFAULT, cloud.points(0.005));
    assertThat(clean).isEqualTo(pixels(perspective, cloud.points(0.005)));
    assertThat(clean).isNotEqualTo(pixels(affine, cloud.points(0.005)));
  }

  private static int[] pixels(EndmemberExtractor method, Observations points) {
    return method.extract(points, 3, stream(2)).found().orElseThrow().pixels();
  }

  @Test
  void sisalFindsTheSimplexWhereNothingIsPure() {
    for (int seed = 0; seed < 5; seed++) {
      Cloud cloud = Cloud.of(3, 10, 3000, 1.0, 20 + seed).mostShare(0.8);
      Observations points = cloud.points(0.0005);
      double sisal =
          cloud.distance(
              Sisal.DEFAULT.extract(points, 3, stream(seed)).found().orElseThrow().coordinates());
      double nfindr =
          cloud.distance(
              NFindr.DEFAULT.extract(points, 3, stream(seed)).found().orElseThrow().coordinates());

      assertThat(sisal).as("seed %d, N-FINDR %s", seed, nfindr).isLessThan(0.15 * nfindr);
    }
  }

  @Test
  void minimumVolumeFitReachesTheOptimumOfThePublishedIteration() {
    double[] points = EstimatorsGolden.of("sisal_points");
    MinimumVolumeFit fit = new MinimumVolumeFit(points, 2, 1, 1000 * 3 / 200.0);
    assertThat(fit.run(EstimatorsGolden.of("sisal_start"), 400, 1e-9).settled()).isTrue();
    assertThat(fit.corners()).containsExactly(EstimatorsGolden.of("sisal_corners"), within(1e-4));
  }

  @Test
  void volumesAreThoseOfSchoolGeometry() {
    Endmembers triangle = Endmembers.free(3, 3, new double[] {0, 0, 0, 3, 0, 0, 0, 0, 4});
    assertThat(triangle.volume()).isCloseTo(6, within(1e-12));
    Endmembers corner = Endmembers.free(4, 3, new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1});
    assertThat(corner.volume()).isCloseTo(1.0 / 6, within(1e-12));
  }

  private static void assertRefused(
      EndmemberExtractor method, Observations points, int k, FailureCode code, String problem) {
    assertThatThrownBy(() -> method.extract(points, k, stream(1)))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(problem);
  }

  private static RandomStream stream(long key) {
    return RandomStreams.of(77).at(key);
  }
}
