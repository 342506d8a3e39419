package org.debye.inference.nuts;

import java.util.concurrent.TimeUnit;
import org.debye.inference.LogDensity;
import org.debye.numeric.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the sampler costs beside the density: 31 steps in 1,011 dimensions, of a density that costs
 * next to nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrajectoryBenchmark {
  private static final int DIMENSION = 1011;

  private TrajectoryBuilder builder = builder();

  /** Starts from zero. */
  @Setup
  public void start() {
    builder = builder();
  }

  private static TrajectoryBuilder builder() {
    LogDensity nearlyFlat =
        new LogDensity() {
          @Override
          public int dimension() {
            return DIMENSION;
          }

          @Override
          public double evaluate(double[] x, double[] gradient) {
            for (int i = 0; i < x.length; i++) {
              gradient[i] = -1e-12 * x[i];
            }
            return 0;
          }
        };
    TrajectoryBuilder builder =
        new TrajectoryBuilder(
            nearlyFlat, NutsSettings.standard().withMaxDepth(5), RandomStreams.of(1).at(1));
    builder.standAt(new double[DIMENSION]);
    builder.stepSize(1e-3);
    return builder;
  }

  /** One trajectory of 31 steps. */
  @Benchmark
  public int trajectory() {
    return builder.next().path().steps();
  }
}
