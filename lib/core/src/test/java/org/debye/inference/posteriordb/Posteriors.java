package org.debye.inference.posteriordb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The densities by posteriordb's names. */
final class Posteriors {
  private Posteriors() {}

  static Posterior of(String name, PosteriorData data) {
    return switch (name) {
      case "arK-arK" -> autoregression(data);
      case "arma-arma11" -> new MovingAverage(data.vector("y"));
      case "earnings-earn_height" ->
          regression(data.vector("earn"), LinearRegression.ScalePrior.FLAT, data.vector("height"));
      case "eight_schools-eight_schools_centered" -> schools(EightSchools.Form.CENTRED, data);
      case "eight_schools-eight_schools_noncentered" ->
          schools(EightSchools.Form.NON_CENTRED, data);
      case "garch-garch11" -> new Garch(data.vector("y"), data.number("sigma1"));
      case "gp_pois_regr-gp_regr" -> new GaussianProcess(data.vector("x"), data.vector("y"));
      case "kidiq-kidscore_momiq" ->
          regression(
              data.vector("kid_score"), LinearRegression.ScalePrior.CAUCHY, data.vector("mom_iq"));
      case "low_dim_gauss_mix-low_dim_gauss_mix" -> new TwoNormals(data.vector("y"));
      case "mesquite-logmesquite" -> mesquite(data);
      case "nes1996-nes" -> party(data);
      case "sblrc-blr" ->
          new LinearRegression(
              LinearRegression.names(5),
              data.vector("y"),
              data.matrix("X"),
              10,
              LinearRegression.ScalePrior.NORMAL_10);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Posterior schools(EightSchools.Form form, PosteriorData data) {
    return new EightSchools(form, data.vector("y"), data.vector("sigma"));
  }

  /** With an intercept and no prior of beta. */
  private static Posterior regression(
      double[] y, LinearRegression.ScalePrior prior, double[]... columns) {
    List<double[]> all = new ArrayList<>();
    all.add(mapped(y, value -> 1));
    all.addAll(Arrays.asList(columns));
    return new LinearRegression(
        LinearRegression.names(all.size()),
        y,
        LinearRegression.rows(all.toArray(double[][]::new)),
        Double.POSITIVE_INFINITY,
        prior);
  }

  private static Posterior autoregression(PosteriorData data) {
    double[] y = data.vector("y");
    int order = (int) data.number("K");
    double[] later = Arrays.copyOfRange(y, order, y.length);
    double[][] columns = new double[order + 1][];
    columns[0] = mapped(later, value -> 1);
    for (int k = 1; k <= order; k++) {
      columns[k] = Arrays.copyOfRange(y, order - k, y.length - k);
    }
    List<String> names = new ArrayList<>(LinearRegression.names(order));
    names.add(0, "alpha");
    return new LinearRegression(
        names, later, LinearRegression.rows(columns), 10, LinearRegression.ScalePrior.CAUCHY);
  }

  private static Posterior mesquite(PosteriorData data) {
    return regression(
        mapped(data.vector("weight"), Math::log),
        LinearRegression.ScalePrior.FLAT,
        mapped(data.vector("diam1"), Math::log),
        mapped(data.vector("diam2"), Math::log),
        mapped(data.vector("canopy_height"), Math::log),
        mapped(data.vector("total_height"), Math::log),
        mapped(data.vector("density"), Math::log),
        data.vector("group"));
  }

  private static Posterior party(PosteriorData data) {
    double[] age = data.vector("age_discrete");
    return regression(
        data.vector("partyid7"),
        LinearRegression.ScalePrior.FLAT,
        data.vector("real_ideo"),
        data.vector("race_adj"),
        mapped(age, value -> value == 2 ? 1 : 0),
        mapped(age, value -> value == 3 ? 1 : 0),
        mapped(age, value -> value == 4 ? 1 : 0),
        data.vector("educ1"),
        data.vector("gender"),
        data.vector("income"));
  }

  private static double[] mapped(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
