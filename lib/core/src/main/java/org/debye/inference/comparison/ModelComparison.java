package org.debye.inference.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Models by predictive density, the best first (Vehtari, Gelman and Gabry 2017, section 5.2).
 *
 * @param model name
 * @param loo its own estimates
 * @param difference elpd less that of the best model, with the standard error of the paired
 *     difference; below about four nothing should be concluded of it
 * @param weight share of the stacked predictive distribution that is best, {@link Stacking}
 */
public record ModelComparison(String model, LeaveOneOut loo, Estimate difference, double weight) {

  /**
   * Compares models of the same observations.
   *
   * @throws IllegalArgumentException if there are none, or they differ in the number of
   *     observations
   */
  public static List<ModelComparison> of(Map<String, LeaveOneOut> models) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no models");
    }
    List<String> names = new ArrayList<>(models.keySet());
    List<LeaveOneOut> estimates = new ArrayList<>(models.values());
    int n = estimates.get(0).pointwiseElpd().length;
    for (LeaveOneOut estimate : estimates) {
      if (estimate.pointwiseElpd().length != n) {
        throw new IllegalArgumentException("models of different observations");
      }
    }
    LeaveOneOut best =
        estimates.stream().max(Comparator.comparingDouble(m -> m.elpd().value())).orElseThrow();
    double[] weights =
        Stacking.weights(estimates.stream().map(LeaveOneOut::pointwiseElpd).toList());
    List<ModelComparison> rows = new ArrayList<>();
    for (int m = 0; m < names.size(); m++) {
      LeaveOneOut loo = estimates.get(m);
      rows.add(new ModelComparison(names.get(m), loo, difference(loo, best), weights[m]));
    }
    rows.sort(Comparator.comparingDouble(row -> -row.loo().elpd().value()));
    return rows;
  }

  private static Estimate difference(LeaveOneOut model, LeaveOneOut best) {
    double[] terms = new double[best.pointwiseElpd().length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = model.pointwiseElpd()[i] - best.pointwiseElpd()[i];
    }
    return Estimate.sumOf(terms);
  }
}
