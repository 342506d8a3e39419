package org.debye.jobs.train;

import java.util.Map;
import java.util.TreeMap;
import org.debye.classification.SpectraClassifier;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.endmember.EndmemberClassifier;
import org.debye.classification.ridge.ConvolutionRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.classification.storage.ClassifierKind;
import org.debye.spark.OpenSession;
import org.debye.spark.rival.PrincipalLogistic;
import org.debye.spark.rival.RandomForest;

/** What networks are measured against, with the settings of their authors. */
record Rivals(OpenSession spark, TrainConfig config) {

  /** The way to fit it. */
  SpectraClassifier classifier() {
    RidgeClassifier ridge = RidgeClassifier.standard(config.weighting());
    return switch (config.model()) {
      case MINIROCKET_RIDGE ->
          new ConvolutionRidge.MiniRocketRidge(MiniRocket.DEFAULT, ridge, config.seed());
      case HYDRA_RIDGE -> new ConvolutionRidge.HydraRidge(Hydra.DEFAULT, ridge, config.seed());
      case PCA_LOGISTIC -> new PrincipalLogistic(spark.session(), logistic());
      case RANDOM_FOREST ->
          new RandomForest(spark.session(), RandomForest.Settings.of(config.seed()));
      case ENDMEMBERS -> new EndmemberClassifier();
      default -> throw new IllegalArgumentException(config.model() + " is a network");
    };
  }

  /** What its card calls it. */
  ClassifierKind kind() {
    return switch (config.model()) {
      case MINIROCKET_RIDGE -> ClassifierKind.MINIROCKET_RIDGE;
      case HYDRA_RIDGE -> ClassifierKind.HYDRA_RIDGE;
      case PCA_LOGISTIC -> ClassifierKind.COMPONENT_SOFTMAX;
      case RANDOM_FOREST -> ClassifierKind.DECISION_FOREST;
      case ENDMEMBERS -> ClassifierKind.CLASS_ENDMEMBERS;
      default -> throw new IllegalArgumentException(config.model() + " is a network");
    };
  }

  /** Settings for the card. */
  Map<String, Object> settings() {
    Map<String, Object> settings = new TreeMap<>();
    switch (config.model()) {
      case MINIROCKET_RIDGE -> settings.put("features", MiniRocket.DEFAULT.features());
      case HYDRA_RIDGE -> settings.put("kernels", Hydra.DEFAULT.kernels());
      case PCA_LOGISTIC -> {
        settings.put("explained", logistic().explained());
        settings.put("penalty", logistic().penalty());
      }
      case RANDOM_FOREST -> {
        settings.put("trees", RandomForest.Settings.of(config.seed()).trees());
        settings.put("depth", RandomForest.Settings.of(config.seed()).depth());
      }
      default -> {}
    }
    return settings;
  }

  private PrincipalLogistic.Settings logistic() {
    PrincipalLogistic.Settings usual = PrincipalLogistic.Settings.DEFAULT;
    return new PrincipalLogistic.Settings(
        usual.explained(),
        usual.components(),
        usual.penalty(),
        usual.iterations(),
        config.weighting());
  }
}
