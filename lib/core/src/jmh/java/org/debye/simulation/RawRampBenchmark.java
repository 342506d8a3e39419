package org.debye.simulation;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One LAMBDA module of one frame, 803 thousand Poisson counts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class RawRampBenchmark {
  private final RawRamp ramp = new RawRamp(RampSettings.lambda2m(1, 60));
  private final short[] counts = new short[ramp.module().pixels()];
  private int call;

  @Benchmark
  public short[] module() {
    ramp.frame(call % 3, call / 3 % 60, counts);
    call++;
    return counts;
  }
}
