package org.debye.spectra.baseline;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds for one baseline of 4,000 points. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BaselineBenchmark {
  private static final int POINTS = 4000;

  @Param({"als", "arpls", "snip", "bruckner"})
  public String method = "als";

  private final float[] spectrum = new float[POINTS];
  private final float[] out = new float[POINTS];
  private Baseline baseline = Baseline.of(new BaselineSettings.None(), POINTS);

  @Setup
  public void draw() {
    Random random = new Random(3);
    for (int i = 0; i < POINTS; i++) {
      double peaks = 300 * Math.exp(-Math.pow((i % 250 - 125) / 8.0, 2));
      double level = 60 + 200 * Math.exp(-i / 1500.0) + peaks;
      spectrum[i] = (float) (level + Math.sqrt(level) * random.nextGaussian());
    }
    BaselineSettings settings =
        switch (method) {
          case "als" -> BaselineSettings.Als.DEFAULT;
          case "arpls" -> BaselineSettings.ArPls.DEFAULT;
          case "snip" -> BaselineSettings.Snip.DEFAULT;
          default -> BaselineSettings.SmoothBruckner.DEFAULT;
        };
    baseline = Baseline.of(settings, POINTS);
  }

  @Benchmark
  public float[] estimate() {
    baseline.estimate(spectrum, out);
    return out;
  }
}
