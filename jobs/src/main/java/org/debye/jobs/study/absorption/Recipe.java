package org.debye.jobs.study.absorption;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.learning.train.TrainingSettings;

/**
 * How models are taught and tested.
 *
 * @param shifts eV, of copies of the training spectra
 * @param noise standard deviation of that of copies, in edge steps
 * @param noisyCopies of each training spectrum
 * @param testShifts eV, of test spectra
 * @param testNoise standard deviations, in edge steps
 */
record Recipe(
    List<Double> shifts,
    double noise,
    int noisyCopies,
    List<Double> testShifts,
    List<Double> testNoise,
    int epochs,
    int batch,
    double rate,
    double dropout)
    implements Serializable {
  static Recipe of(AbsorptionStudyConfig config) {
    return new Recipe(
        List.copyOf(config.shifts()),
        config.noise(),
        config.noisyCopies(),
        List.copyOf(config.testShifts()),
        List.copyOf(config.testNoise()),
        config.epochs(),
        config.batch(),
        config.rate(),
        config.dropout());
  }

  /** Spectra that a model learns from for each of the training part. */
  int each(AbsorptionModel model) {
    return switch (model.added()) {
      case NOTHING -> 1;
      case SHIFTED -> 1 + shifts.size();
      case NOISED -> 1 + noisyCopies;
    };
  }

  /** Of a network: Adam with the usual constants, for so many epochs. */
  TrainingSettings training(long seed) {
    return TrainingSettings.adam(epochs, batch, rate, seed);
  }

  /** What makes a model's numbers others, for the table. */
  Map<String, String> parameters(AbsorptionModel model) {
    Map<String, String> parameters = new TreeMap<>();
    switch (model.added()) {
      case NOTHING -> {}
      case SHIFTED -> parameters.put("shifts", shifts.toString());
      case NOISED -> parameters.put("noise", noise + " x " + noisyCopies);
    }
    if (model.network().isPresent()) {
      parameters.put("training", epochs + " epochs of " + batch + ", Adam " + rate);
      parameters.put("dropout", Double.toString(dropout));
    }
    parameters.put("test_shifts", testShifts.toString());
    parameters.put("test_noise", testNoise.toString());
    return parameters;
  }
}
