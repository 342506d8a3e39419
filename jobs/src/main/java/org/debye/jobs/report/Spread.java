package org.debye.jobs.report;

import java.util.Arrays;
import java.util.Locale;

/** Mean and standard deviation of runs, as tables have them. */
public final class Spread {
  private static final double PERCENT = 100;

  private Spread() {}

  /** NaN of none. */
  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** With the divisor n - 1; NaN of fewer than two. */
  public static double deviation(double[] values) {
    double mean = mean(values);
    double sum = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
  }

  /** {@code 97.4 ± 1.0} of shares; the mean alone of one, a dash of none. */
  public static String percent(double[] shares) {
    return text("%.1f", Arrays.stream(shares).map(share -> PERCENT * share).toArray());
  }

  /** The same of numbers, with three decimals. */
  public static String number(double[] values) {
    return text("%.3f", values);
  }

  private static String text(String form, double[] values) {
    return switch (values.length) {
      case 0 -> "-";
      case 1 -> String.format(Locale.ROOT, form, values[0]);
      default -> String.format(Locale.ROOT, form + " ± " + form, mean(values), deviation(values));
    };
  }
}
