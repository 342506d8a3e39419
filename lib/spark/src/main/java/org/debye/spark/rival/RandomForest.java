package org.debye.spark.rival;

import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.debye.classification.FittedClassifier;
import org.debye.classification.LabelledSpectra;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.Weighting;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * Random forest of Spark MLlib on the intensities: Gini impurity, bootstrapped records, sqrt(P)
 * points looked at in each node. Partitions follow from the number of spectra alone, and counts are
 * whole numbers, so the seed decides the forest on any number of cores.
 *
 * @param session that runs it
 * @param settings of the forest
 */
public record RandomForest(SparkSession session, Settings settings) implements SpectraClassifier {
  private static final int SPECTRA_A_SLICE = 1024;

  /**
   * What can be chosen.
   *
   * @param trees at least 1
   * @param depth of a tree at most, 1 to 30
   * @param seed of bootstraps and of the points looked at
   */
  public record Settings(int trees, int depth, long seed) {

    /** 100 trees of depth 10 at most. */
    public static Settings of(long seed) {
      return new Settings(100, 10, seed);
    }

    public Settings {
      if (trees < 1 || depth < 1 || depth > 30) {
        throw InputException.of(
            FailureCode.INVALID_CONFIGURATION,
            "random forest",
            trees + " trees of depth " + depth,
            "Give at least one tree, and a depth of 1 to 30.");
      }
    }
  }

  @Override
  public FittedClassifier fit(LabelledSpectra training) {
    training.labels().requireClasses(1);
    RivalInput.requireDifferences(training);
    return ForestNodes.of(grow(training), training.points(), training.labels().classes());
  }

  RandomForestClassificationModel grow(LabelledSpectra training) {
    double[] features = new double[training.intensities().length];
    for (int i = 0; i < features.length; i++) {
      features[i] = training.intensities()[i];
    }
    Dataset<Row> table =
        TrainingTable.of(
            session,
            features,
            training.labels().values(),
            Weighting.EVEN.of(training.labels()),
            1 + training.count() / SPECTRA_A_SLICE);
    return new RandomForestClassifier()
        .setNumTrees(settings.trees())
        .setMaxDepth(settings.depth())
        .setSeed(settings.seed())
        .fit(table);
  }
}
