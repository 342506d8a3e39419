package org.debye.unmixing.abundance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.EstimatorsGolden;
import org.debye.unmixing.abundance.AbundanceMethod.FullyConstrained;
import org.debye.unmixing.abundance.AbundanceMethod.NonNegative;
import org.debye.unmixing.abundance.AbundanceMethod.Sunsal;
import org.debye.unmixing.abundance.AbundanceMethod.Sunsal.Constraint;
import org.debye.unmixing.endmember.Endmembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scipy (test/golden/estimators.py), and by the Karush-Kuhn-Tucker conditions. */
final class AbundanceSolverTest {

  @Test
  void fullyConstrainedIsTheBestOfAllSupports() {
    assertThat(golden(new FullyConstrained()))
        .containsExactly(EstimatorsGolden.of("fcls"), within(1e-12));
  }

  @Test
  void nonNegativeIsScipys() {
    assertThat(golden(new NonNegative()))
        .containsExactly(EstimatorsGolden.of("nnls"), within(1e-12));
  }

  @Test
  void sunsalConvergesToTheExactSolutions() {
    assertThat(golden(new Sunsal(0, Constraint.SIMPLEX, 1e-11, 100_000)))
        .containsExactly(EstimatorsGolden.of("fcls"), within(1e-8));
    assertThat(golden(new Sunsal(0, Constraint.NON_NEGATIVE, 1e-11, 100_000)))
        .containsExactly(EstimatorsGolden.of("nnls"), within(1e-8));
    assertThat(golden(new Sunsal(0.05, Constraint.NON_NEGATIVE, 1e-11, 100_000)))
        .containsExactly(EstimatorsGolden.of("sunsal_sparse"), within(1e-8));
  }

  @Test
  void sparsityDoesNotMoveSharesOfTheSimplex() {
    assertThat(golden(new Sunsal(0.05, Constraint.SIMPLEX, 1e-11, 100_000)))
        .containsExactly(EstimatorsGolden.of("fcls"), within(1e-8));
  }

  @Test
  void unconstrainedSunsalIsLeastSquaresShrunk() {
    Endmembers axes = Endmembers.free(2, 2, new double[] {1, 0, 0, 2});
    double[] shares = new double[2];
    AbundanceSolver.of(axes, new Sunsal(0.1, Constraint.NONE, 1e-12, 100_000))
        .solve(new double[] {-0.5, 1}, 0, shares, 0);
    // 1/2 (a + .5)^2 + .1 |a| at -.4; 1/2 (2a - 1)^2 + .1 |a| at (2 - .1) / 4
    assertThat(shares).containsExactly(new double[] {-0.4, 0.475}, within(1e-9));
    AbundanceSolver.of(axes, new Sunsal(0, Constraint.SUM_TO_ONE, 1e-12, 100_000))
        .solve(new double[] {-0.5, 1}, 0, shares, 0);
    // 1/2 (a + .5)^2 + 1/2 (2 (1 - a) - 1)^2 is least at a = .3
    assertThat(shares).containsExactly(new double[] {0.3, 0.7}, within(1e-9));
  }

  @Test
  void aStoppedIterationIsCounted() {
    Sunsal brief = new Sunsal(0, Constraint.SIMPLEX, 1e-12, 2);
    Abundances found =
        AbundanceSolver.of(EstimatorsGolden.pure(), brief).solveAll(EstimatorsGolden.spectra());
    assertThat(found.unsettled()).isEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void solutionsMeetTheConditionsOfKarushKuhnAndTucker(long seed) {
    Random random = new Random(seed);
    int k = 2 + random.nextInt(17);
    int p = 1 + random.nextInt(30);
    double[] rows = random.doubles((long) k * p, 0, 1).toArray();
    if (seed % 3 == 0) {
      System.arraycopy(rows, 0, rows, p * (k - 1), p); // two equal endmembers
    }
    Endmembers pure = Endmembers.free(k, p, rows);
    double[] values = random.doubles(200L * p, -0.5, 1.5).toArray();
    Observations spectra = new Observations(200, p, values);
    double[] full = AbundanceSolver.of(pure, new FullyConstrained()).solveAll(spectra).values();
    double[] free = AbundanceSolver.of(pure, new NonNegative()).solveAll(spectra).values();
    for (int i = 0; i < 200; i++) {
      assertConditions(pure, values, full, i, true, "seed " + seed + ", FCLS, spectrum " + i);
      assertConditions(pure, values, free, i, false, "seed " + seed + ", NNLS, spectrum " + i);
    }
  }

  private static void assertConditions(
      Endmembers pure, double[] values, double[] shares, int i, boolean sumToOne, String what) {
    int k = pure.count();
    int p = pure.dimensions();
    double[] slope = new double[k];
    double sum = 0;
    for (int a = 0; a < k; a++) {
      assertThat(shares[i * k + a]).as(what).isNotNegative();
      sum += shares[i * k + a];
      for (int b = 0; b < p; b++) {
        double fit = -values[i * p + b];
        for (int c = 0; c < k; c++) {
          fit += shares[i * k + c] * pure.at(c, b);
        }
        slope[a] += fit * pure.at(a, b);
      }
    }
    double level = 0;
    for (int a = 0; a < k && sumToOne; a++) {
      level += shares[i * k + a] * slope[a];
    }
    if (sumToOne) {
      assertThat(sum).as(what).isCloseTo(1, within(1e-12));
    }
    for (int a = 0; a < k; a++) {
      assertThat(slope[a] - level).as(what).isGreaterThan(-1e-9 * p);
      if (shares[i * k + a] > 0) {
        assertThat(shares[i * k + a] * (slope[a] - level)).as(what).isCloseTo(0, within(1e-9 * p));
      }
    }
  }

  private static double[] golden(AbundanceMethod method) {
    Abundances found =
        AbundanceSolver.of(EstimatorsGolden.pure(), method).solveAll(EstimatorsGolden.spectra());
    assertThat(found.unsettled()).isZero();
    return found.values();
  }
}
