package org.debye.jobs.reduce;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.spectra.baseline.BaselineSettings;
import org.debye.spectra.baseline.BaselineSettings.Snip.IntensityScale;
import org.debye.spectra.baseline.BaselineSettings.Snip.WindowOrder;

/** Keys of {@code baseline}: what is estimated below the peaks. Only the chosen method's count. */
public record BaselineConfig(
    @Key(
            meaning =
                "Estimate a baseline into its own column; the intensity stays as it is. Methods:"
                    + " asymmetric least squares, arPLS, SNIP, smooth Bruckner (Dioptas).",
            byDefault = "none")
        Method method,
    @Key(meaning = "ALS.") Als als,
    @Key(meaning = "arPLS.") Arpls arpls,
    @Key(meaning = "SNIP.") Snip snip,
    @Key(meaning = "Bruckner.") Bruckner bruckner) {

  /** How the baseline is found. */
  public enum Method {
    NONE,
    ALS,
    ARPLS,
    SNIP,
    BRUCKNER
  }

  /** The kernel's settings. */
  BaselineSettings settings() {
    return switch (method) {
      case NONE -> new BaselineSettings.None();
      case ALS -> new BaselineSettings.Als(als.lambda, als.asymmetry, als.iterations);
      case ARPLS -> new BaselineSettings.ArPls(arpls.lambda, arpls.ratio, arpls.maxIterations);
      case SNIP -> new BaselineSettings.Snip(snip.halfWindow, snip.order, snip.scale);
      case BRUCKNER ->
          new BaselineSettings.SmoothBruckner(
              bruckner.smoothPoints, bruckner.iterations, bruckner.order);
    };
  }

  private static void positive(String name, double value) {
    InvalidValue.unless(value > 0, name, value + " is not above 0", "Write a positive number.");
  }

  /** Keys of {@code baseline.als}. */
  public record Als(
      @Key(
              meaning = "Stiffness; grows with the fourth power of the points.",
              unit = "1",
              byDefault = "1e5")
          double lambda,
      @Key(meaning = "Weight of points above the curve.", unit = "1", byDefault = "0.002")
          double asymmetry,
      @Key(meaning = "Weighted fits.", unit = "1", byDefault = "10") int iterations) {
    public Als {
      positive("lambda", lambda);
      positive("iterations", iterations);
      InvalidValue.unless(
          asymmetry > 0 && asymmetry < 1,
          "asymmetry",
          asymmetry + " is not between 0 and 1",
          "Write 0.002, for example.");
    }
  }

  /** Keys of {@code baseline.arpls}. */
  public record Arpls(
      @Key(
              meaning = "Stiffness; grows with the fourth power of the points.",
              unit = "1",
              byDefault = "1e5")
          double lambda,
      @Key(
              meaning = "Stop when the weights change by less than this share.",
              unit = "1",
              byDefault = "1e-6")
          double ratio,
      @Key(meaning = "Weighted fits at most.", unit = "1", byDefault = "50") int maxIterations) {
    public Arpls {
      positive("lambda", lambda);
      positive("ratio", ratio);
      positive("maxIterations", maxIterations);
    }
  }

  /** Keys of {@code baseline.snip}. */
  public record Snip(
      @Key(meaning = "Half width of the broadest peak.", unit = "points", byDefault = "40")
          int halfWindow,
      @Key(meaning = "How the window changes.", byDefault = "decreasing") WindowOrder order,
      @Key(meaning = "Scale on which peaks are clipped.", byDefault = "linear")
          IntensityScale scale) {
    public Snip {
      positive("halfWindow", halfWindow);
    }
  }

  /** Keys of {@code baseline.bruckner}. */
  public record Bruckner(
      @Key(meaning = "Half width of the running mean.", unit = "points", byDefault = "20")
          int smoothPoints,
      @Key(meaning = "Passes of the running mean.", unit = "1", byDefault = "50") int iterations,
      @Key(meaning = "Order of the Chebyshev series.", unit = "1", byDefault = "50") int order) {
    public Bruckner {
      positive("smoothPoints", smoothPoints);
      positive("iterations", iterations);
      InvalidValue.unless(order >= 0, "order", order + " is below 0", "Write 50, for example.");
    }
  }
}
