package org.debye.simulation.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

/** Properties of drawn mixtures of sites. */
final class SiteMixturesTest {
  private static final int MOST = 8;
  private static final int[] LABELS = {0, 1, 2, 0, 1, 2, 2, 2, 1, 0};
  private static final int[] SITES = {0, 1, 2, 4, 5, 6, 9};
  private static final int DRAWS = 20_000;

  private static SiteMixtures mixtures(long seed) {
    return SiteMixtures.of(SITES, LABELS, 3, MOST, RandomStreams.of(seed));
  }

  @Test
  void weightsSumToOneAndFractionsAreThoseOfTheSites() {
    SiteMixtures mixtures = mixtures(3);
    for (int i = 0; i < DRAWS; i++) {
      SiteMixture one = mixtures.at(i);
      assertThat(one.count()).isBetween(1, MOST);
      assertThat(Arrays.stream(one.weights()).sum()).isCloseTo(1, within(1e-12));
      double[] fractions = new double[3];
      for (int s = 0; s < one.count(); s++) {
        assertThat(SITES).contains(one.sites()[s]);
        assertThat(one.weights()[s]).isBetween(0.0, 1.0);
        fractions[LABELS[one.sites()[s]]] += one.weights()[s];
      }
      assertThat(one.fractions()).as("mixture " + i).containsExactly(fractions, within(1e-14));
      assertThat(Arrays.stream(one.fractions()).max().orElse(2)).isLessThanOrEqualTo(1);
      assertThat(one.fractions()[one.main()] == 1).isEqualTo(present(one) == 1);
    }
  }

  private static long present(SiteMixture one) {
    return Arrays.stream(one.fractions()).filter(fraction -> fraction > 0).count();
  }

  @Test
  void aMixtureIsKnownByItsSeedAndNumberAlone() {
    SiteMixture late = mixtures(3).at(500);
    SiteMixtures again = mixtures(3);
    for (int i = 0; i < 700; i++) {
      again.at(i);
    }
    assertThat(again.at(500).sites()).isEqualTo(late.sites());
    assertThat(again.at(500).weights()).isEqualTo(late.weights());
    assertThat(mixtures(4).at(500).weights()).isNotEqualTo(late.weights());
  }

  @Test
  void everySetOfClassesIsAsLikelyAndEveryNumberOfSitesComes() {
    int[] sets = new int[8];
    int[] numbers = new int[MOST + 1];
    double pairFirst = 0;
    for (int i = 0; i < DRAWS; i++) {
      SiteMixture one = mixtures(5).at(i);
      int set = 0;
      for (int k = 0; k < 3; k++) {
        set |= one.fractions()[k] > 0 ? 1 << k : 0;
      }
      sets[set]++;
      numbers[one.count()]++;
      pairFirst += set == 3 ? one.fractions()[0] : 0;
    }
    assertThat(sets[0]).isZero();
    for (int set = 1; set < 8; set++) {
      // five standard deviations of a binomial count
      assertThat(sets[set]).isBetween(DRAWS / 7 - 250, DRAWS / 7 + 250);
    }
    IntStream.rangeClosed(1, MOST).forEach(n -> assertThat(numbers[n]).isGreaterThan(DRAWS / 20));
    // flat on the simplex: the mean of a uniform share, within five standard errors
    assertThat(pairFirst / sets[3]).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / sets[3])));
  }

  @Test
  void oneSiteAtMostIsAPureOne() {
    SiteMixtures pure = SiteMixtures.of(SITES, LABELS, 3, 1, RandomStreams.of(1));
    for (int i = 0; i < 100; i++) {
      SiteMixture one = pure.at(i);
      assertThat(one.weights()).containsExactly(1);
      assertThat(one.fractions()[LABELS[one.sites()[0]]]).isEqualTo(1);
      assertThat(one.main()).isEqualTo(LABELS[one.sites()[0]]);
    }
  }

  @Test
  void theSpectrumIsTheWeightedMean() {
    Random random = new Random(7);
    float[][] spectra = new float[LABELS.length][5];
    for (float[] spectrum : spectra) {
      for (int p = 0; p < spectrum.length; p++) {
        spectrum[p] = random.nextFloat();
      }
    }
    SiteMixture mixture =
        new SiteMixture(new int[] {4, 9}, new double[] {0.25, 0.75}, new double[3]);
    float[] mean = mixture.mean(spectra);
    for (int p = 0; p < mean.length; p++) {
      assertThat(mean[p]).isCloseTo((spectra[4][p] + 3 * spectra[9][p]) / 4, within(1e-6f));
    }
  }

  @Test
  void aClassWithoutSitesIsRefused() {
    assertThatThrownBy(
            () -> SiteMixtures.of(new int[] {0, 1}, LABELS, 3, MOST, RandomStreams.of(1)))
        .hasMessageContaining("no site of class 2");
  }
}
