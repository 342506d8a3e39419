package org.debye.unmixing.subspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.debye.failure.InputException;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.EstimatorsGolden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against numpy and scipy (test/golden/estimators.py), and by what must hold for any spectra. */
final class SubspaceTest {
  private static final Offset<Double> ROUNDING = within(1e-11);

  private final Observations spectra = EstimatorsGolden.spectra();
  private final BandMoments moments = BandMoments.of(spectra);

  @Test
  void principalVariancesAreNumpys() {
    assertThat(PrincipalComponents.of(spectra, 3).variances())
        .containsExactly(EstimatorsGolden.of("pca_variances"), ROUNDING);
  }

  @Test
  void regressionNoiseIsThatOfRegressionsOneByOne() {
    assertThat(NoiseEstimate.byRegression(moments).covariance())
        .containsExactly(EstimatorsGolden.of("noise_covariance"), ROUNDING);
  }

  @Test
  void noiseOfFewerSpectraThanPointsIsRefused() {
    Observations few = new Observations(4, 15, Arrays.copyOf(spectra.values(), 60));
    assertThatThrownBy(() -> HySime.of(few))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("4 spectra of 15 points do not tell noise from signal");
  }

  @Test
  void hysimeAgreesInCountAndCosts() {
    HySime hysime = HySime.of(spectra);
    assertThat(hysime.dimensions()).isEqualTo((int) EstimatorsGolden.of("hysime_dimensions")[0]);
    assertThat(hysime.costs()).containsExactly(EstimatorsGolden.of("hysime_costs"), ROUNDING);
    assertThat(hysime.subspace().dimensions()).isEqualTo(hysime.dimensions());
  }

  @Test
  void minimumNoiseFractionSolvesTheGeneralisedEigenproblem() {
    double[] expected = EstimatorsGolden.of("mnf_variances");
    double[] found =
        MinimumNoiseFraction.of(moments, NoiseEstimate.byRegression(moments).independent(), 3)
            .variances();
    for (int j = 0; j < expected.length; j++) {
      assertThat(found[j]).isCloseTo(expected[j], within(1e-9 * expected[0]));
    }
  }

  @Test
  void signalToNoiseIsVcas() {
    assertThat(SignalToNoise.decibels(moments, 3))
        .isCloseTo(EstimatorsGolden.of("snr")[0], within(1e-9));
  }

  @Test
  void signalToNoiseOfCleanSpectraIsInfinite() {
    Observations clean = rankTwo(1);
    assertThat(SignalToNoise.decibels(BandMoments.of(clean), 3))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void noiseInTheNullDirectionsWouldBeMissedByNeitherEstimate() {
    // An image of smooth ramps with white noise of sd 0.03: both estimates must find it.
    Random random = new Random(11);
    int side = 40;
    int p = 12;
    double[] values = new double[side * side * p];
    for (int i = 0; i < values.length; i++) {
      int row = i / p / side;
      int column = i / p % side;
      double ramp = column / 4000.0 + row / 3000.0;
      values[i] = 1 + ramp * Math.sin(i % p) + 0.03 * random.nextGaussian();
    }
    Observations image = new Observations(side * side, p, values);
    double[] shift = NoiseEstimate.byShiftDifference(image, side, side).deviations();
    double[] regression = NoiseEstimate.byRegression(BandMoments.of(image)).deviations();
    for (int b = 0; b < p; b++) {
      assertThat(shift[b]).isCloseTo(0.03, within(0.002));
      assertThat(regression[b]).isCloseTo(0.03, within(0.002));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void reducingAndLiftingSpectraOfTheSubspaceGivesThemBack(long seed) {
    Observations flat = rankTwo(seed);
    BandMoments flatMoments = BandMoments.of(flat);
    NoiseEstimate unequal = new NoiseEstimate(6, unequalNoise(), new double[36]);
    for (Subspace subspace :
        new Subspace[] {
          PrincipalComponents.of(flat, 2).subspace(),
          MinimumNoiseFraction.of(flatMoments, unequal, 2).subspace()
        }) {
      assertThat(subspace.lift(subspace.project(flat).values()))
          .as("seed %d", seed)
          .containsExactly(flat.values(), within(1e-10));
      assertThat(subspace.residualVariance(flat)).containsOnly(new double[6], within(1e-20));
    }
    assertThat(PrincipalComponents.of(flat, 4).rank()).isEqualTo(2);
  }

  @Test
  void whitenedNoiseHasUnitVariance() {
    NoiseEstimate unequal = new NoiseEstimate(6, unequalNoise(), new double[36]);
    Subspace subspace = MinimumNoiseFraction.of(BandMoments.of(rankTwo(3)), unequal, 2).subspace();
    for (int d = 0; d < 2; d++) {
      double variance = 0;
      for (int b = 0; b < 6; b++) {
        double weight = subspace.analysis()[d * 6 + b];
        variance += weight * weight * unequal.covariance()[b * 6 + b];
      }
      assertThat(variance).isCloseTo(1, within(1e-10));
    }
  }

  private static double[] unequalNoise() {
    double[] noise = new double[36];
    for (int b = 0; b < 6; b++) {
      noise[b * 6 + b] = 0.1 * (b + 1);
    }
    return noise;
  }

  /** Fifty spectra of 6 points in a plane. */
  private static Observations rankTwo(long seed) {
    Random random = new Random(seed);
    double[] frame = random.doubles(18, -1, 1).toArray();
    double[] values = new double[50 * 6];
    for (int i = 0; i < 50; i++) {
      double u = random.nextGaussian();
      double v = random.nextGaussian();
      for (int b = 0; b < 6; b++) {
        values[i * 6 + b] = frame[b] + u * frame[6 + b] + v * frame[12 + b];
      }
    }
    return new Observations(50, 6, values);
  }
}
