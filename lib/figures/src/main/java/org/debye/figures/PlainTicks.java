package org.debye.figures;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/** Steps of 1, 2 and 5 with as many decimals as they need, written alike in every country. */
final class PlainTicks implements TickUnitSource, Serializable {
  private static final long serialVersionUID = 1L;
  private static final int[] STEPS = {1, 2, 5};
  private static final int FINEST = -12;
  private static final int LARGEST = 15;

  private final int least;

  PlainTicks() {
    this(FINEST);
  }

  private PlainTicks(int least) {
    this.least = least;
  }

  /** No steps between whole numbers: for epochs, frames, numbers of bins. */
  static PlainTicks whole() {
    return new PlainTicks(0);
  }

  @Override
  public TickUnit getLargerTickUnit(TickUnit unit) {
    return getCeilingTickUnit(1.5 * unit.getSize());
  }

  @Override
  public TickUnit getCeilingTickUnit(TickUnit unit) {
    return getCeilingTickUnit(unit.getSize());
  }

  @Override
  public TickUnit getCeilingTickUnit(double size) {
    int power = (int) Math.max(least, Math.min(LARGEST, Math.floor(Math.log10(size))));
    for (int step : STEPS) {
      double value = BigDecimal.valueOf(step, -power).doubleValue();
      if (value >= size * 0.9999999) {
        return new NumberTickUnit(value, new Decimals(Math.max(0, -power)));
      }
    }
    return new NumberTickUnit(
        BigDecimal.valueOf(1, -power - 1).doubleValue(), new Decimals(Math.max(0, -power - 1)));
  }

  /** A fixed number of decimals, no grouping; an exponent from a million on. */
  private static final class Decimals extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final double MANY = 1e6;
    private final int digits;

    Decimals(int digits) {
      this.digits = digits;
    }

    @Override
    public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
      BigDecimal exact = BigDecimal.valueOf(value);
      if (Math.abs(value) >= MANY) {
        return out.append(exact.round(new java.math.MathContext(6)).stripTrailingZeros());
      }
      BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN);
      // no minus before nothing
      return out.append(
          rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
    }

    @Override
    public StringBuffer format(long value, StringBuffer out, FieldPosition position) {
      return format((double) value, out, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
      throw new UnsupportedOperationException("ticks are only written");
    }
  }
}
