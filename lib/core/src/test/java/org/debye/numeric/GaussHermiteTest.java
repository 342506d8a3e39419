package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GaussHermiteTest {

  /** E z^p of a standard normal is (p - 1)!! for even p. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 7, 15, 16, 31, 64})
  void integratesPolynomialsOfDegreeBelowTwiceTheNodes(int count) {
    GaussHermite rule = GaussHermite.of(count);
    assertThat(rule.size()).isEqualTo(count);
    double moment = 1;
    for (int power = 0; power < Math.min(2 * count, 60); power++) {
      double sum = 0;
      double size = 0;
      for (int i = 0; i < count; i++) {
        double term = rule.weight(i) * Math.pow(rule.node(i), power);
        sum += term;
        size += Math.abs(term);
      }
      moment *= power >= 2 && power % 2 == 0 ? power - 1 : 1;
      assertThat(sum)
          .as("power %d", power)
          .isCloseTo(power % 2 == 0 ? moment : 0, within(1e-11 * size));
    }
  }

  @Test
  void nodesOfThreeAreKnown() {
    GaussHermite rule = GaussHermite.of(3);
    assertThat(rule.node(0)).isCloseTo(-Math.sqrt(3), within(1e-15));
    assertThat(rule.node(1)).isCloseTo(0, within(1e-15));
    assertThat(rule.node(2)).isCloseTo(Math.sqrt(3), within(1e-15));
    assertThat(rule.weight(0)).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(rule.weight(1)).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void refusesNoNodesAndTooMany() {
    assertThatThrownBy(() -> GaussHermite.of(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GaussHermite.of(65)).isInstanceOf(IllegalArgumentException.class);
  }
}
