package org.debye.spectra.reduction;

import org.jspecify.annotations.Nullable;

/**
 * Which azimuths are integrated. Angles are counted from -pi to pi, or from 0 to 2 pi where the
 * range passes pi, so that the range is in one piece; one that passes both 0 and pi is looked up
 * modulo 2 pi.
 *
 * @param start rad
 * @param end rad, above start
 */
record AzimuthFilter(double start, double end, Cut cut) {
  private static final double TURN = 2 * Math.PI;

  enum Cut {
    AT_PI,
    AT_ZERO,
    NOWHERE
  }

  /** A filter, or null where all azimuths are wanted. */
  static @Nullable AzimuthFilter of(@Nullable Range degrees) {
    if (degrees == null || Math.abs(degrees.end() - degrees.start()) >= 360) {
      return null;
    }
    for (Cut cut : Cut.values()) {
      double start = radians(degrees.start(), cut);
      double end = radians(degrees.end(), cut);
      if (end <= start) {
        end += TURN;
      }
      double limit = cut == Cut.AT_PI ? Math.PI : TURN;
      if (end <= limit || cut == Cut.NOWHERE) {
        return new AzimuthFilter(start, end, cut);
      }
    }
    throw new IllegalStateException("no cut for " + degrees);
  }

  private static double radians(double degrees, Cut cut) {
    double halfTurns = degrees / 180.0 % 2.0;
    if (halfTurns < 0) {
      halfTurns += 2.0;
    }
    if (cut == Cut.AT_PI && halfTurns >= 1.0) {
      halfTurns -= 2.0;
    }
    return halfTurns * Math.PI;
  }

  /** An azimuth in [-pi, pi] counted as this filter counts. */
  double counted(double azimuth) {
    return cut == Cut.AT_ZERO && azimuth < 0 ? azimuth + TURN : azimuth;
  }

  /** Whether a pixel from {@code low} to {@code high} touches the range. */
  boolean touches(double low, double high) {
    if (cut != Cut.NOWHERE) {
      return high >= start && low <= end;
    }
    for (int turn = -1; turn <= 2; turn++) {
      if (high + turn * TURN >= start && low + turn * TURN <= end) {
        return true;
      }
    }
    return false;
  }
}
