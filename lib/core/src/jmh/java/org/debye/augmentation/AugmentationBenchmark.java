package org.debye.augmentation;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.debye.numeric.RandomStreams;
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

/** Microseconds for one view of a spectrum of 4,023 points, copying and looking at it included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AugmentationBenchmark {
  static final int POINTS = 4023;

  @Param({"warps", "magnitude", "angle", "slice", "shift", "scaling", "jitter", "range", "copy"})
  public String chain = "warps";

  private final float[] spectrum = new float[POINTS];
  private final float[] out = new float[POINTS];
  private final RandomStreams streams = RandomStreams.of(8);
  private AugmentedViews views = views(new UnitRange());
  private AugmentationScratch scratch = views.chain().scratch(POINTS);
  private long record;

  @Setup
  public void draw() {
    for (int i = 0; i < POINTS; i++) {
      double away = (i % 400 - 200) / 12.0;
      spectrum[i] = (float) (1 / (1 + away * away));
    }
    views =
        switch (chain) {
          case "warps" -> views(MagnitudeWarp.THESIS, AngleWarp.THESIS);
          case "magnitude" -> views(MagnitudeWarp.THESIS);
          case "angle" -> views(AngleWarp.THESIS);
          case "slice" -> views(WindowSlice.THESIS);
          case "shift" -> views(new EnergyShift(5));
          case "scaling" -> views(Scaling.THESIS);
          case "jitter" -> views(Jitter.THESIS);
          case "range" -> views(new UnitRange());
          case "copy" -> views();
          default -> throw new IllegalArgumentException(chain);
        };
    scratch = views.chain().scratch(POINTS);
  }

  @Benchmark
  public float[] view() {
    views.write(spectrum, 0, streams.under(record++), 0, 0, out, 0, scratch);
    return out;
  }

  private static AugmentedViews views(Augmentation... inOrder) {
    return new AugmentedViews(AugmentationChain.of(Arrays.copyOf(inOrder, inOrder.length)), 1);
  }
}
