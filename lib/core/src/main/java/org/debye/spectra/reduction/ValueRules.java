package org.debye.spectra.reduction;

import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * Which values of one pixel type count: those from {@code lowest} to {@code highest} but the dummy.
 * Values that are no number never do.
 */
record ValueRules(double lowest, double highest, double dummyLow, double dummyHigh) {

  static ValueRules of(MaskRules rules, @Nullable Double fileSaturation, PixelType type) {
    Double saturation = rules.saturation() != null ? rules.saturation() : fileSaturation;
    double highest = Double.MAX_VALUE;
    if (rules.saturated()) {
      double limit = saturation != null ? saturation : largest(type);
      highest = Math.nextDown(limit);
    }
    Double dummy = rules.dummy();
    return new ValueRules(
        rules.negative() ? 0 : -Double.MAX_VALUE,
        highest,
        dummy == null ? Double.NaN : dummy - rules.deltaDummy(),
        dummy == null ? Double.NaN : dummy + rules.deltaDummy());
  }

  private static double largest(PixelType type) {
    return switch (type) {
      case UINT8 -> 255;
      case INT8 -> 127;
      case UINT16 -> 65535;
      case INT16 -> Short.MAX_VALUE;
      case UINT32 -> 4294967295.0;
      case INT32 -> Integer.MAX_VALUE;
      case UINT64 -> 0x1p64;
      case INT64 -> 0x1p63;
      case FLOAT16, FLOAT32, FLOAT64 -> Double.POSITIVE_INFINITY;
    };
  }

  boolean allows(double value) {
    return value >= lowest && value <= highest && !(value >= dummyLow && value <= dummyHigh);
  }
}
