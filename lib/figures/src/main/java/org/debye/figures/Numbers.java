package org.debye.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as notes show them. */
final class Numbers {
  private Numbers() {}

  /** Three digits, without an exponent from 0.001 to 99999; {@code -} for what is no number. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-3 && size < 1e5)
        ? rounded.stripTrailingZeros().toPlainString()
        : rounded.stripTrailingZeros().toString();
  }
}
