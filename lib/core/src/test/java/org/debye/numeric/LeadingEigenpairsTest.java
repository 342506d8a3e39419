package org.debye.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against operators whose eigenvalues are known. */
final class LeadingEigenpairsTest {
  private static final RandomStreams START = RandomStreams.of(3);

  /** Half of each neighbour on a ring: eigenvalues cos(2 pi j / n), all but the first double. */
  private record Ring(int size) implements SymmetricOperator {
    @Override
    public void apply(double[][] vectors, double[][] products) {
      for (int v = 0; v < vectors.length; v++) {
        for (int i = 0; i < size; i++) {
          products[v][i] = 0.5 * (vectors[v][(i + 1) % size] + vectors[v][(i + size - 1) % size]);
        }
      }
    }
  }

  private record Diagonal(double[] values) implements SymmetricOperator {
    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void apply(double[][] vectors, double[][] products) {
      for (int v = 0; v < vectors.length; v++) {
        for (int i = 0; i < values.length; i++) {
          products[v][i] = values[i] * vectors[v][i];
        }
      }
    }
  }

  @Test
  void doubleEigenvaluesWithTinyGapsAreAllFound() {
    int n = 2000;
    LeadingEigenpairs pairs = LeadingEigenpairs.of(new Ring(n), 7, -1, 1e-12, START);
    for (int j = 0; j < 7; j++) {
      int turns = (j + 1) / 2; // 0, 1, 1, 2, 2, 3, 3
      double expected = Math.cos(2 * Math.PI * turns / n);
      assertThat(pairs.values()[j]).isCloseTo(expected, within(1e-13));
      assertThat(pairs.residuals()[j]).isLessThan(1e-12);
    }
    assertThat(pairs.within(1e-12)).isEqualTo(7);
  }

  @Test
  void smallOnesAreDecomposedWhole() {
    int n = LeadingEigenpairs.DENSE;
    LeadingEigenpairs pairs = LeadingEigenpairs.of(new Ring(n), 3, -1, 1e-12, START);
    assertThat(pairs.values()[0]).isCloseTo(1, within(1e-13));
    assertThat(pairs.values()[2]).isCloseTo(Math.cos(2 * Math.PI / n), within(1e-13));
  }

  @Test
  void decadesApartAreFoundBesideOneAnother() {
    double[] values = new double[900];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e4 / ((i + 1.0) * (i + 1) * (i + 1));
    }
    LeadingEigenpairs pairs = LeadingEigenpairs.of(new Diagonal(values), 20, 0, 1e-12, START);
    for (int j = 0; j < 20; j++) {
      assertThat(pairs.values()[j]).isCloseTo(values[j], within(1e-9));
      assertThat(pairs.vectors()[j][j]).as("vector %d", j).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void equalSeedsGiveEqualBits() {
    LeadingEigenpairs first = LeadingEigenpairs.of(new Ring(700), 4, -1, 1e-12, START);
    LeadingEigenpairs second = LeadingEigenpairs.of(new Ring(700), 4, -1, 1e-12, START);
    assertThat(first.vectors()).isDeepEqualTo(second.vectors());
  }
}
