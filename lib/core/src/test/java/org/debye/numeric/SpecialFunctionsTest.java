package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;

/** GammaFunction, Logistic and Hyperbolic against other implementations and identities. */
class SpecialFunctionsTest {

  @Test
  void logGammaAndDigammaAgreeWithCommonsNumbers() {
    for (double x = 1e-12; x < 1e9; x *= 1.07) {
      double logGamma = LogGamma.value(x);
      double digamma = Digamma.value(x);
      assertThat(GammaFunction.logGamma(x))
          .isCloseTo(logGamma, within(2e-14 * Math.max(1, Math.abs(logGamma))));
      // Commons Numbers leaves out the term pi^2 x / 6 below 1e-5.
      double tolerance = 2e-14 * Math.max(1, Math.abs(digamma)) + (x < 1e-5 ? 2 * x : 0);
      assertThat(GammaFunction.digamma(x)).isCloseTo(digamma, within(tolerance));
    }
  }

  @Test
  void knownValuesAndTheEdge() {
    assertThat(GammaFunction.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(2e-15));
    assertThat(GammaFunction.logGamma(11)).isCloseTo(Math.log(3628800), within(4e-15));
    assertThat(GammaFunction.digamma(1)).isCloseTo(-0.5772156649015329, within(2e-15));
    assertThat(GammaFunction.logGamma(0)).isNaN();
    assertThat(GammaFunction.digamma(-1)).isNaN();
    assertThat(GammaFunction.logGamma(1e-308)).isCloseTo(308 * Math.log(10), within(1e-12));
  }

  @Test
  void logisticKeepsItsRelativePrecisionOnBothSides() {
    for (double x = -700; x <= 700; x += 0.37) {
      assertThat(Logistic.sigmoid(x) / Logistic.sigmoid(-x) / Math.exp(x))
          .isCloseTo(1, within(1e-15 * 4));
      assertThat(Logistic.softplus(x) - Logistic.softplus(-x))
          .isCloseTo(x, within(1e-15 * (1 + Math.abs(x))));
      assertThat(Math.exp(-Logistic.softplus(-x)) / Logistic.sigmoid(x))
          .isCloseTo(1, within(1e-15 * (4 + 2 * Math.abs(x))));
    }
  }

  @Test
  void hyperbolicFunctionsInvertAndDoNotOverflow() {
    for (double x = 1e-12; x < 700; x *= 1.1) {
      assertThat(Hyperbolic.asinh(Math.sinh(x)) / x).isCloseTo(1, within(1e-14));
      assertThat(Hyperbolic.asinh(Math.sinh(-x))).isEqualTo(-Hyperbolic.asinh(Math.sinh(x)));
      double square = x * x;
      double logCosh =
          x < 0.01
              ? square * (0.5 - square * (1.0 / 12 - square / 45))
              : Math.log1p(Math.cosh(x) - 1);
      assertThat(Hyperbolic.logCosh(x) / logCosh)
          .isCloseTo(1, within(1e-14 + (x < 0.01 ? 0 : 1e-15 / square)));
    }
    assertThat(Hyperbolic.logCosh(1e-9)).isCloseTo(0.5e-18, within(1e-33));
    assertThat(Hyperbolic.logCosh(-1e9)).isCloseTo(1e9 - Math.log(2), within(1e-6));
    assertThat(Hyperbolic.asinh(1e300)).isCloseTo(Math.log(2) + 300 * Math.log(10), within(1e-12));
  }
}
