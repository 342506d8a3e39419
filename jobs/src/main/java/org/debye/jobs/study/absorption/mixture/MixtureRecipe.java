package org.debye.jobs.study.absorption.mixture;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.learning.fraction.IntervalLevels;
import org.debye.learning.train.TrainingSettings;

/**
 * How mixtures are made and models are taught.
 *
 * @param mostSites of a mixture
 * @param learnt mixtures that are learnt from
 * @param calibrating mixtures that intervals are calibrated on
 * @param tested mixtures
 * @param shift eV, the largest
 * @param noise edge steps
 */
record MixtureRecipe(
    int mostSites,
    int learnt,
    int calibrating,
    int tested,
    double shift,
    double noise,
    IntervalLevels levels,
    int epochs,
    int batch,
    double rate,
    double dropout)
    implements Serializable {
  static MixtureRecipe of(SiteMixturesConfig config) {
    return new MixtureRecipe(
        config.mostSites(),
        config.mixtures(),
        config.calibrationMixtures(),
        config.testMixtures(),
        config.shift(),
        config.noise(),
        new IntervalLevels(config.levels()),
        config.epochs(),
        config.batch(),
        config.rate(),
        config.dropout());
  }

  List<Double> each() {
    return levels.levels();
  }

  /** Adam with the usual constants, for so many epochs. */
  TrainingSettings training(long seed) {
    return TrainingSettings.adam(epochs, batch, rate, seed);
  }

  /** Steps of a training. */
  double steps() {
    return epochs * Math.ceil(learnt / (double) batch);
  }

  /** What makes numbers others, for the table. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("sites_of_a_mixture", "1 to " + mostSites);
    parameters.put("mixtures", learnt + ", " + calibrating + " calibrating, " + tested + " tested");
    parameters.put("shift", Double.toString(shift));
    parameters.put("noise", Double.toString(noise));
    parameters.put("levels", each().toString());
    parameters.put("training", epochs + " epochs of " + batch + ", Adam " + rate);
    parameters.put("dropout", Double.toString(dropout));
    return parameters;
  }
}
