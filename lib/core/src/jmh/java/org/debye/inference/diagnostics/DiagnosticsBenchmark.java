package org.debye.inference.diagnostics;

import java.util.concurrent.TimeUnit;
import org.debye.numeric.RandomStream;
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

/** Microseconds for one scalar's diagnostics of four chains, by draws and their correlation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DiagnosticsBenchmark {
  @Param({"1000", "100000"})
  public int draws = 1000;

  @Param({"0", "0.5", "0.99"})
  public double correlation = 0;

  private double[][] chains = new double[0][];

  @Setup
  public void draw() {
    chains = new double[4][draws];
    for (int c = 0; c < chains.length; c++) {
      RandomStream random = RandomStreams.of(1).at(c);
      double last = 0;
      for (int i = 0; i < draws; i++) {
        last = correlation * last + random.nextGaussian();
        chains[c][i] = last;
      }
    }
  }

  @Benchmark
  public double bulkEffectiveSize() {
    return EffectiveSize.bulk(chains);
  }

  @Benchmark
  public double tailEffectiveSize() {
    return EffectiveSize.tail(chains);
  }

  @Benchmark
  public double rHat() {
    return RHat.rankNormalised(chains);
  }

  @Benchmark
  public PosteriorSummary summary() {
    return PosteriorSummary.of("x", chains);
  }
}
