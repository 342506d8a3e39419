package org.debye.unmixing.posterior;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
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

/** One log density with its gradient, N = 500: Stan 2.21 needs 192 us (vectorised) to 312 us. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MixingDensityBenchmark {
  @Param({"STANDARD_DEVIATION", "AUTHORS_CODE"})
  public NoiseModel noise = NoiseModel.STANDARD_DEVIATION;

  @Param({"STRETCHED", "PLAIN"})
  public Logits logits = Logits.STRETCHED;

  @Param({"3", "6"})
  public int endmembers = 3;

  private MixingDensity density = density();
  private double[] position = new double[0];
  private double[] gradient = new double[0];

  @Setup
  public void prepare() {
    density = density();
    RandomStream random = RandomStreams.of(2).at(0);
    position = new double[density.dimension()];
    Arrays.setAll(position, i -> 0.7 * random.nextGaussian());
    gradient = new double[position.length];
  }

  private MixingDensity density() {
    MixingModel model = new MixingModel(endmembers, endmembers - 1, 1, 1, 0.1, 1, noise);
    Observations observations =
        MixtureSimulator.simulate(model, 500, RandomStreams.of(1)).observed();
    return MixingDensity.of(
        model, observations, new MixingDensity.Options(MixingPrior.ofModel(), logits));
  }

  @Benchmark
  public double gradient() {
    return density.evaluate(position, gradient);
  }
}
