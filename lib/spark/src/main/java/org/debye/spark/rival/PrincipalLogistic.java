package org.debye.spark.rival;

import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.Weighting;
import org.debye.classification.subspace.CentredComponents;
import org.debye.classification.subspace.ComponentSoftmax;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Multinomial logistic regression of Spark MLlib on principal component scores, L2 penalty on
 * coefficients of standardised scores. One partition: the scores are few, and sums have one order,
 * so a fit repeats to the last bit on any number of cores. The components are ours, by the smaller
 * matrix of products: MLlib's own PCA decomposes the P x P covariance whatever the number of
 * spectra.
 *
 * @param session that runs it
 * @param settings of components and penalty
 */
public record PrincipalLogistic(SparkSession session, Settings settings)
    implements SpectraClassifier {

  /**
   * What can be chosen.
   *
   * @param explained share of the variance that the components hold, above 0, at most 1
   * @param components at most, at least 1
   * @param penalty MLlib's regParam, at least 0; without one, separable classes have no optimum
   * @param iterations of L-BFGS, at least 1
   * @param weighting of the records
   */
  public record Settings(
      double explained, int components, double penalty, int iterations, Weighting weighting) {
    /** The thesis's 99 % of the variance, a penalty of 0.01, at most 200 iterations. */
    public static final Settings DEFAULT = new Settings(0.99, 50, 0.01, 200, Weighting.EVEN);

    public Settings {
      if (!(explained > 0 && explained <= 1)
          || components < 1
          || !(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)
          || iterations < 1) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "logistic regression",
            "explained " + explained + ", components " + components + ", penalty " + penalty,
            "Give a share of variance up to 1, at least one component and a penalty of 0 or more.");
      }
    }
  }

  @Override
  public FittedClassifier fit(LabelledSpectra training) {
    training.labels().requireClasses(1);
    RivalInput.requireDifferences(training);
    CentredComponents subspace =
        CentredComponents.of(
            training.intensities(), training.points(), settings.components(), settings.explained());
    Dataset<Row> table =
        TrainingTable.of(
            session,
            subspace.scores(training.intensities()),
            training.labels().values(),
            settings.weighting().of(training.labels()),
            1);
    LogisticRegressionModel model =
        new LogisticRegression()
            .setFamily("multinomial")
            .setWeightCol(TrainingTable.WEIGHT)
            .setRegParam(settings.penalty())
            .setMaxIter(settings.iterations())
            .setTol(1e-9)
            .fit(table);
    return fitted(subspace, model);
  }

  private static ComponentSoftmax fitted(
      CentredComponents subspace, LogisticRegressionModel model) {
    int classes = model.numClasses();
    int dimensions = subspace.dimensions();
    double[] coefficients = new double[classes * dimensions];
    for (int k = 0; k < classes; k++) {
      for (int d = 0; d < dimensions; d++) {
        coefficients[k * dimensions + d] = model.coefficientMatrix().apply(k, d);
      }
    }
    return new ComponentSoftmax(subspace, coefficients, model.interceptVector().toArray());
  }
}
