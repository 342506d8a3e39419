package org.debye.unmixing.posterior;

import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * Of observations in the plane, how they vary.
 *
 * @param count how many they are
 * @param axis direction in radians along which they vary most
 * @param variance along it
 */
record ObservedMoments(int count, double axis, double variance) {

  /** Of observations with D = 2. */
  static ObservedMoments of(Observations observed) {
    double[] means = new double[2];
    double[] squares = new double[2];
    double product = 0;
    double share = 1.0 / observed.count();
    for (int i = 0; i < observed.count(); i++) {
      double first = observed.values()[2 * i];
      double second = observed.values()[2 * i + 1];
      means[0] += share * first;
      means[1] += share * second;
      squares[0] += share * first * first;
      squares[1] += share * second * second;
      product += share * first * second;
    }
    double difference = squares[0] - means[0] * means[0] - squares[1] + means[1] * means[1];
    double twice = 2 * (product - means[0] * means[1]);
    double sum = squares[0] - means[0] * means[0] + squares[1] - means[1] * means[1];
    double axis = 0.5 * StrictMath.atan2(twice, difference);
    return new ObservedMoments(
        observed.count(), axis, 0.5 * (sum + StrictMath.hypot(twice, difference)));
  }

  /** How far the variance is above the noise's nominal one, in its sampling errors. */
  double significance(MixingModel model) {
    boolean isVariance = model.noise() == NoiseModel.AUTHORS_CODE;
    double noise = isVariance ? model.sigma() : model.sigma() * model.sigma();
    return (variance - noise) / (variance * Math.sqrt(2.0 / count));
  }
}
