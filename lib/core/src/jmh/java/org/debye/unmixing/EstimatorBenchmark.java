package org.debye.unmixing;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.abundance.Abundances;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.endmember.Extraction;
import org.debye.unmixing.endmember.NFindr;
import org.debye.unmixing.endmember.Sisal;
import org.debye.unmixing.endmember.Vca;
import org.debye.unmixing.subspace.HySime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds for a scene of 10,000 spectra of 198 points that mix four endmembers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class EstimatorBenchmark {
  private static final int COUNT = 10_000;
  private static final int POINTS = 198;
  private static final int ENDMEMBERS = 4;

  private final Endmembers pure;
  private final Observations scene;

  public EstimatorBenchmark() {
    Random random = new Random(3);
    pure =
        Endmembers.free(
            ENDMEMBERS, POINTS, random.doubles((long) ENDMEMBERS * POINTS, 0, 1).toArray());
    double[] values = new double[COUNT * POINTS];
    for (int i = 0; i < COUNT; i++) {
      double[] shares = random.doubles(ENDMEMBERS, 0, 1).map(u -> -Math.log(1 - u)).toArray();
      double sum = shares[0] + shares[1] + shares[2] + shares[3];
      for (int b = 0; b < POINTS; b++) {
        for (int k = 0; k < ENDMEMBERS; k++) {
          values[i * POINTS + b] += shares[k] / sum * pure.at(k, b);
        }
        values[i * POINTS + b] += 0.05 * random.nextGaussian();
      }
    }
    scene = new Observations(COUNT, POINTS, values);
  }

  @Benchmark
  public HySime hysime() {
    return HySime.of(scene);
  }

  @Benchmark
  public Extraction nfindr() {
    return NFindr.DEFAULT.extract(scene, ENDMEMBERS, RandomStreams.of(1).at(1));
  }

  @Benchmark
  public Extraction vca() {
    return Vca.DEFAULT.extract(scene, ENDMEMBERS, RandomStreams.of(1).at(1));
  }

  @Benchmark
  public Extraction sisal() {
    return Sisal.DEFAULT.extract(scene, ENDMEMBERS, RandomStreams.of(1).at(1));
  }

  @Benchmark
  public Abundances fcls() {
    return AbundanceSolver.of(pure, new AbundanceMethod.FullyConstrained()).solveAll(scene);
  }

  @Benchmark
  public Abundances sunsal() {
    return AbundanceSolver.of(pure, AbundanceMethod.Sunsal.sparse(0.01)).solveAll(scene);
  }
}
