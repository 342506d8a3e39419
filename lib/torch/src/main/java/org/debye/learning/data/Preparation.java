package org.debye.learning.data;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.AxisMatch;
import org.debye.learning.checkpoint.BaselineUse;
import org.debye.learning.checkpoint.IntensityScaling;
import org.debye.learning.checkpoint.OtherAxis;
import org.debye.learning.checkpoint.SpectrumTreatment;
import org.debye.spectra.SpectralAxis;

/**
 * What happens to a spectrum between the table and a model: baseline, the model's axis, scale. The
 * same in training and in prediction. Immutable.
 */
public final class Preparation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final AxisMatch match;
  private final SpectrumTreatment treatment;

  private Preparation(AxisMatch match, SpectrumTreatment treatment) {
    this.match = match;
    this.treatment = treatment;
  }

  /**
   * For all spectra of an axis.
   *
   * @param model axis of the model
   * @param spectra axis of the spectra
   * @param where the dataset, for messages
   * @throws InputException where the spectra are not on the model's axis and shall not be resampled
   */
  public static Preparation of(
      SpectralAxis model,
      SpectrumTreatment treatment,
      SpectralAxis spectra,
      OtherAxis other,
      String where) {
    return new Preparation(AxisMatch.of(model, spectra, other, where), treatment);
  }

  /** Points of a prepared spectrum. */
  public int points() {
    return match.points();
  }

  /**
   * Prepares one.
   *
   * @param baseline of as many points, or of none
   * @param where dataset and frame, for messages
   * @return {@link #points} finite intensities
   * @throws InputException where there is no baseline to subtract, an intensity that the model
   *     needs is not a number, or there is nothing to scale by
   */
  public float[] of(float[] intensity, float[] baseline, String where) {
    float[] less = intensity;
    if (treatment.baseline() == BaselineUse.SUBTRACTED) {
      less = withoutBaseline(intensity, baseline, where);
    }
    float[] prepared = new float[match.points()];
    match.apply(less, 0, prepared, 0);
    requireFinite(prepared, where);
    scale(prepared, treatment.scaling(), where);
    return prepared;
  }

  private static float[] withoutBaseline(float[] intensity, float[] baseline, String where) {
    if (baseline.length != intensity.length) {
      throw InputException.of(
          FailureCode.MISSING_METADATA,
          where,
          "the model takes spectra less their baseline, and this one has none",
          "Reduce it with a baseline, or train with spectra.subtract-baseline=false.");
    }
    float[] less = new float[intensity.length];
    for (int i = 0; i < less.length; i++) {
      less[i] = intensity[i] - baseline[i];
    }
    return less;
  }

  private static void requireFinite(float[] prepared, String where) {
    for (int i = 0; i < prepared.length; i++) {
      if (!Float.isFinite(prepared[i])) {
        throw InputException.of(
            FailureCode.NON_FINITE_SPECTRA,
            where,
            "intensity " + i + " of the model's axis is " + prepared[i],
            "Leave the frame or the part of the axis out, or mend the mask of the reduction.");
      }
    }
  }

  private static void scale(float[] values, IntensityScaling scaling, String where) {
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double sum = 0;
    double square = 0;
    for (float value : values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      sum += value;
      square += (double) value * value;
    }
    double mean = sum / values.length;
    // Of a constant, rounding would leave a small deviation to divide by.
    double variance = highest > lowest ? square / values.length - mean * mean : 0;
    double deviation = Math.sqrt(Math.max(0, variance));
    switch (scaling) {
      case NONE -> {}
      case UNIT_RANGE -> scale(values, lowest, highest - lowest, where);
      case UNIT_MAXIMUM -> scale(values, 0, highest, where);
      case UNIT_SUM -> scale(values, 0, sum, where);
      case UNIT_LENGTH -> scale(values, 0, Math.sqrt(square), where);
      case STANDARD_SCORE -> scale(values, mean, deviation, where);
    }
  }

  private static void scale(float[] values, double from, double unit, String where) {
    if (!(unit > 0)) {
      throw InputException.of(
          FailureCode.CONSTANT_SPECTRA,
          where,
          "it cannot be scaled: what it would be divided by is " + unit,
          "Leave the frame out, or train with another scaling.");
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - from) / unit);
    }
  }
}
