package org.debye.vector;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.debye.numeric.Exponentials;
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

/** sinh, cosh and exp of 128 numbers, in plain loops and in vectors. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class VectorExponentialsBenchmark {
  @Param({"false", "true"})
  public boolean vector = false;

  private final double[] x = new double[Exponentials.LANES];
  private final double[] sinh = new double[Exponentials.LANES];
  private final double[] cosh = new double[Exponentials.LANES];
  private Exponentials exponentials = Exponentials.plain();

  @Setup
  public void prepare() {
    exponentials = vector ? Exponentials.fastest() : Exponentials.plain();
    Arrays.setAll(x, l -> (l * 37 % 128 - 64) * 0.03);
  }

  @Benchmark
  public double[] row() {
    exponentials.sinhCosh(x, sinh, cosh);
    exponentials.exp(sinh, cosh);
    return cosh;
  }
}
