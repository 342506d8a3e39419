package org.debye.inference.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.debye.fixtures.Derivative;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every transform promises: an inverse, the Jacobian's logarithm, and its gradient. */
class TransformTest {
  private static final int OFFSET = 3;

  static Stream<Transform> transforms() {
    return Stream.of(
        new IdentityTransform(3),
        new LowerBoundedTransform(3, -2.5),
        new IntervalTransform(3, -1, 4),
        new OrderedTransform(1),
        new OrderedTransform(5),
        new SimplexTransform(1, Logits.PLAIN),
        new SimplexTransform(2, Logits.PLAIN),
        new SimplexTransform(6, Logits.PLAIN),
        new SimplexTransform(2, Logits.STRETCHED),
        new SimplexTransform(5, Logits.STRETCHED),
        new CholeskyCorrelationTransform(1),
        new CholeskyCorrelationTransform(2),
        new CholeskyCorrelationTransform(5));
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void unconstrainInvertsConstrain(Transform transform) {
    RandomStream random = RandomStreams.of(30).at(transform.toString());
    for (int trial = 0; trial < 20; trial++) {
      double[] u = coordinates(transform, random, 1.5);
      double[] x = new double[transform.values() + 1];
      double[] back = new double[u.length];
      transform.constrain(u, OFFSET, x, 1);
      transform.unconstrain(x, 1, back, OFFSET);
      for (int i = OFFSET; i < u.length; i++) {
        assertThat(back[i]).isCloseTo(u[i], within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void theJacobianIsThatOfTheFreeValues(Transform transform) {
    RandomStream random = RandomStreams.of(31).at(transform.toString());
    int n = transform.coordinates();
    for (int trial = 0; trial < 5; trial++) {
      double[] u = coordinates(transform, random, 1);
      double[] x = new double[transform.values()];
      double logJacobian = transform.constrain(u, OFFSET, x, 0);
      if (n == 0) {
        assertThat(logJacobian).isZero();
        continue;
      }
      int[] free = freeValues(transform);
      DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          int value = free[i];
          int coordinate = OFFSET + j;
          jacobian.set(
              i, j, Derivative.of(at -> moved(transform, u, coordinate, at)[value], 0, 0.1));
        }
      }
      assertThat(logJacobian)
          .isCloseTo(Math.log(Math.abs(CommonOps_DDRM.det(jacobian))), within(1e-8));
    }
  }

  @ParameterizedTest
  @MethodSource("transforms")
  void pullBackIsTheGradientOfDensityAndJacobian(Transform transform) {
    RandomStream random = RandomStreams.of(32).at(transform.toString());
    for (int trial = 0; trial < 10; trial++) {
      double[] u = coordinates(transform, random, 1.5);
      double[] linear = new double[transform.values()];
      double[] square = new double[transform.values()];
      Arrays.setAll(linear, i -> random.nextGaussian());
      Arrays.setAll(square, i -> random.nextGaussian());
      double[] x = new double[transform.values()];
      transform.constrain(u, OFFSET, x, 0);
      double[] dx = new double[x.length];
      Arrays.setAll(dx, i -> linear[i] + 2 * square[i] * x[i]);
      double[] du = new double[u.length];
      transform.pullBack(u, OFFSET, x, 0, dx, du);
      for (int i = OFFSET; i < u.length; i++) {
        int coordinate = i;
        double numeric =
            Derivative.of(at -> density(transform, u, coordinate, at, linear, square), 0, 0.1);
        assertThat(du[i]).isCloseTo(numeric, within(1e-8 * (1 + Math.abs(numeric))));
      }
    }
  }

  @Test
  void smallPartsOfASimplexKeepTheirPrecision() {
    SimplexTransform transform = new SimplexTransform(3, Logits.STRETCHED);
    double[] x = {1e-250, 1 - 3e-18, 3e-18};
    double[] u = new double[2];
    double[] back = new double[3];
    transform.unconstrain(x, 0, u, 0);
    transform.constrain(u, 0, back, 0);
    assertThat(back[0] / x[0]).isCloseTo(1, within(1e-12));
    assertThat(back[2] / x[2]).isCloseTo(1, within(1e-12));
  }

  @Test
  void theCentreOfTheSimplexIsAtZero() {
    double[] x = new double[4];
    new SimplexTransform(4, Logits.STRETCHED).constrain(new double[3], 0, x, 0);
    for (double part : x) {
      assertThat(part).isCloseTo(0.25, within(1e-16));
    }
  }

  @Test
  void refusesBoundsThatAreNone() {
    assertThatThrownBy(() -> new IntervalTransform(1, 2, 2)).hasMessage("no interval: 2.0 to 2.0");
    assertThatThrownBy(() -> new LowerBoundedTransform(1, Double.NEGATIVE_INFINITY))
        .hasMessage("a bound is not finite");
    assertThatThrownBy(() -> new SimplexTransform(0, Logits.PLAIN))
        .hasMessage("a simplex has at least one part");
  }

  private static double[] coordinates(Transform transform, RandomStream random, double spread) {
    double[] u = new double[OFFSET + transform.coordinates()];
    Arrays.setAll(u, i -> spread * random.nextGaussian());
    return u;
  }

  private static double[] moved(Transform transform, double[] u, int coordinate, double by) {
    double[] there = u.clone();
    there[coordinate] += by;
    double[] x = new double[transform.values()];
    transform.constrain(there, OFFSET, x, 0);
    return x;
  }

  private static double density(
      Transform transform,
      double[] u,
      int coordinate,
      double by,
      double[] linear,
      double[] square) {
    double[] there = u.clone();
    there[coordinate] += by;
    double[] x = new double[transform.values()];
    double lp = transform.constrain(there, OFFSET, x, 0);
    for (int i = 0; i < x.length; i++) {
      lp += linear[i] * x[i] + square[i] * x[i] * x[i];
    }
    return lp;
  }

  /** Values that the Jacobian counts: all but a simplex's last, those below a factor's diagonal. */
  private static int[] freeValues(Transform transform) {
    int[] free = new int[transform.coordinates()];
    int at = 0;
    if (transform instanceof CholeskyCorrelationTransform factor) {
      int d = factor.dimensions();
      for (int row = 1; row < d; row++) {
        for (int column = 0; column < row; column++) {
          free[at++] = row * d + column;
        }
      }
    } else {
      Arrays.setAll(free, i -> i);
    }
    return free;
  }
}
