package org.debye.inference.variational;

import java.util.concurrent.TimeUnit;
import org.debye.inference.BlockedLogDensity;
import org.debye.numeric.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for the paper's 1,600 steps in 1,011 coordinates (3 endmembers in 2 dimensions, 500
 * observations) on a density that costs nothing: the price of the method itself.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VariationalBenchmark {
  private static final int GLOBALS = 11;
  private static final int BLOCKS = 500;

  @Param({"mean-field", "low-rank-10", "conditional-blocks", "full-rank"})
  public String family = "mean-field";

  @Benchmark
  public VariationalFit fit() {
    Family chosen =
        switch (family) {
          case "low-rank-10" -> new Family.LowRank(10);
          case "conditional-blocks" -> new Family.ConditionalBlocks();
          case "full-rank" -> new Family.FullRank();
          default -> new Family.MeanField();
        };
    VariationalSettings settings = VariationalSettings.paper().withFamily(chosen);
    Standard density = new Standard();
    return VariationalInference.fit(
        density, settings, new double[density.dimension()], RandomStreams.of(1).at());
  }

  /** A standard normal density. */
  private static final class Standard implements BlockedLogDensity {
    @Override
    public int dimension() {
      return GLOBALS + 2 * BLOCKS;
    }

    @Override
    public int globals() {
      return GLOBALS;
    }

    @Override
    public int blocks() {
      return BLOCKS;
    }

    @Override
    public double evaluate(double[] position, double[] gradient) {
      double sum = 0;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = -position[i];
        sum += position[i] * position[i];
      }
      return -0.5 * sum;
    }
  }
}
