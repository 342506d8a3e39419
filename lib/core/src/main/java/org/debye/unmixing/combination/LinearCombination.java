package org.debye.unmixing.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.numeric.LinearLeastSquares;
import org.debye.spectra.absorption.AbsorptionScan;

/**
 * Linear combination fitting as {@code lincombo_fit} of Larch (larch/math/lincombo_fitting.py of
 * commit a272abc) and Athena (Ravel and Newville 2005, J. Synchrotron Rad. 12:537) do it: the
 * weights w that minimise sum_i (y(E_i) - sum_k w_k r_k(E_i - s_k))^2 over the points of a range,
 * under a {@link WeightRule}, with shifts s within a bound where they are asked for. The covariance
 * is the reduced chi-square times the inverse of the products of derivatives along what is free, so
 * that weights that sum to one have errors that belong together: lmfit's, which Larch shows.
 *
 * <p>Differs: weights at least zero are found exactly by active sets where lmfit transforms
 * variables, and one that is held at zero has no error; each reference has a shift of its own,
 * Athena's way, where Larch moves the spectrum by one. The errors count points as independent and
 * equally certain, and know nothing of references that are missing. Not for references that differ
 * by less than the noise: see the covariance.
 */
public final class LinearCombination {
  private final CombinationSettings settings;

  public LinearCombination(CombinationSettings settings) {
    this.settings = settings;
  }

  /**
   * Fits all references to a spectrum.
   *
   * @param name of the spectrum, for messages
   * @param scan normalised, strictly ascending; not modified
   * @param e0 eV, that the range counts from
   * @throws org.debye.failure.InputException too few points, a reference that ends within the
   *     range, or is a sum of others
   */
  public CombinationFit fit(
      String name, AbsorptionScan scan, double e0, List<Reference> references) {
    return fit(CombinationProblem.of(name, scan, e0, references, settings));
  }

  CombinationFit fit(CombinationProblem problem) {
    WeightRule rule = settings.rule();
    WeightFit found =
        settings.shift() > 0
            ? new ShiftSearch(problem, rule, settings.shift()).run()
            : WeightFit.of(problem, rule, new double[problem.count()]);
    int varied = settings.varied(problem.count());
    double variance = found.chiSquare() / (problem.points() - varied);
    boolean[] determined = determined(found);
    double[] fitted = WeightFit.less(problem.values(), 1, found.residual());
    double[][] components = new double[problem.count()][];
    for (int k = 0; k < components.length; k++) {
      double weight = found.weights()[k];
      components[k] = Arrays.stream(found.columns()[k]).map(v -> weight * v).toArray();
    }
    return new CombinationFit(
        found.weights(),
        found.shifts(),
        covariance(problem, found, determined, variance),
        determined,
        problem.energy(),
        problem.values(),
        fitted,
        components,
        varied);
  }

  private boolean[] determined(WeightFit found) {
    int count = found.weights().length;
    boolean[] determined = Arrays.copyOf(found.free(), 2 * count);
    boolean alone = found.pivot() >= 0 && ShiftSearch.places(found.free()).length == 1;
    if (alone) {
      determined[found.pivot()] = false;
    }
    boolean[] shifts = ShiftSearch.free(found, settings.shift());
    System.arraycopy(shifts, 0, determined, count, count);
    return determined;
  }

  /** Of weights and shifts: D C D', C that of what is solved for, D how all follow from it. */
  private static double[] covariance(
      CombinationProblem problem, WeightFit found, boolean[] determined, double variance) {
    int count = problem.count();
    List<double[]> columns = new ArrayList<>(List.of(found.reduced()));
    List<double[]> follow = new ArrayList<>(); // 2 K each
    for (int k : ShiftSearch.places(found.free())) {
      if (k != found.pivot()) {
        double[] of = new double[2 * count];
        of[k] = 1;
        if (found.pivot() >= 0) {
          of[found.pivot()] = -1;
        }
        follow.add(of);
      }
    }
    double[][] slopes = ShiftSearch.slopes(problem, found);
    for (int k = 0; k < count; k++) {
      if (determined[count + k]) {
        columns.add(slopes[k]);
        double[] of = new double[2 * count];
        of[count + k] = 1;
        follow.add(of);
      }
    }
    LinearLeastSquares basis = LinearLeastSquares.of(columns.toArray(new double[0][]));
    double[] all = new double[4 * count * count];
    if (basis.dependent() >= 0) {
      Arrays.fill(all, Double.NaN);
      return all;
    }
    double[] products = basis.inverseProducts();
    int size = follow.size();
    for (int a = 0; a < 2 * count; a++) {
      for (int b = 0; b < 2 * count; b++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            sum += follow.get(i)[a] * products[i * size + j] * follow.get(j)[b];
          }
        }
        all[a * 2 * count + b] = variance * sum;
      }
    }
    return all;
  }
}
