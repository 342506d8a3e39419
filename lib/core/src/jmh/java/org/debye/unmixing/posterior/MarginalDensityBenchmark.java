package org.debye.unmixing.posterior;

import java.util.concurrent.TimeUnit;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.mixture.MixtureSimulator;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;
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

/** One log density with 500 observations' abundances integrated out, K = 3, D = 2. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarginalDensityBenchmark {
  /** Step of a lattice (507, 1,090 and 2,210 nodes), or nodes along a coordinate about each. */
  @Param({"0.3", "0.2", "0.14", "7", "13"})
  public double rule = 0.3;

  /** Of the noise, as in the authors' code: a standard deviation of about its root. */
  @Param({"0.02"})
  public double sigma = 0.02;

  private MarginalDensity density = density();
  private double[] position = new double[0];
  private double[] gradient = new double[0];

  @Setup
  public void prepare() {
    density = density();
    position = StartPoint.atObservations(joint(), RandomStreams.of(2).at(0));
    gradient = new double[density.dimension()];
  }

  private MixingDensity joint() {
    MixingModel model = new MixingModel(3, 2, 1, 1, sigma, 1, NoiseModel.AUTHORS_CODE);
    Observations observations =
        MixtureSimulator.simulate(model, 500, RandomStreams.of(1)).observed();
    return MixingDensity.of(model, observations, MixingDensity.Options.ofModel());
  }

  private MarginalDensity density() {
    AbundanceRule chosen = rule < 1 ? new StickLattice(rule) : new BallRule((int) rule);
    return MarginalDensity.of(joint(), chosen);
  }

  @Benchmark
  public double gradient() {
    return density.evaluate(position, gradient);
  }

  @Benchmark
  public double value() {
    return density.logDensity(position);
  }
}
