package org.debye.classification;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.debye.classification.convolution.Hydra;
import org.debye.classification.convolution.MiniRocket;
import org.debye.classification.convolution.SpectrumTransform;
import org.debye.classification.endmember.EndmemberClassifier;
import org.debye.classification.ridge.Features;
import org.debye.classification.ridge.FittedRidge;
import org.debye.classification.ridge.RidgeClassifier;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds on one thread: features and prediction of one spectrum of 4,023 points, and a ridge
 * classifier of 10 penalties on 310 rows of 9,996 features. Beside it: {@code
 * src/jmh/python/rivals.py}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RivalBenchmark {
  private static final int POINTS = 4023;
  private static final int FITTED = 310;

  private final float[] spectra = spectra(31);
  private final float[] fitted = noise(FITTED * 9996);
  private final ClassLabels labels = labels(FITTED);
  private final SpectrumTransform rocket =
      MiniRocket.DEFAULT.fit(spectra, POINTS, RandomStreams.of(1));
  private final SpectrumTransform hydra = Hydra.DEFAULT.draw(POINTS, RandomStreams.of(1));
  private final SpectrumTransform.Extraction rocketExtraction = rocket.extraction();
  private final SpectrumTransform.Extraction hydraExtraction = hydra.extraction();
  private final float[] rocketFeatures = new float[rocket.features()];
  private final float[] hydraFeatures = new float[hydra.features()];
  private final FittedRidge ridge = fit();
  private final FittedClassifier endmembers =
      new EndmemberClassifier().fit(new LabelledSpectra(POINTS, spectra, labels(31)));
  private final float[] one = spectra(1);

  @Benchmark
  public float[] miniRocket() {
    rocketExtraction.extract(spectra, 7 * POINTS, rocketFeatures, 0);
    return rocketFeatures;
  }

  @Benchmark
  public float[] hydra() {
    hydraExtraction.extract(spectra, 7 * POINTS, hydraFeatures, 0);
    return hydraFeatures;
  }

  @Benchmark
  public double[] ridgeOfOneRow() {
    return ridge.probabilities(new Features(1, 9996, rocketFeatures));
  }

  @Benchmark
  public double[] endmembers() {
    return endmembers.probabilities(one);
  }

  @Benchmark
  public FittedRidge ridgeFit() {
    return fit();
  }

  private FittedRidge fit() {
    return RidgeClassifier.standard(Weighting.EVEN).fit(new Features(FITTED, 9996, fitted), labels);
  }

  private static ClassLabels labels(int count) {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = i % 2;
    }
    return new ClassLabels(List.of("before", "after"), values);
  }

  private static float[] spectra(int count) {
    float[] values = noise(count * POINTS);
    for (int i = 0; i < values.length; i++) {
      double off = (i % POINTS - 500 - 100 * (i / POINTS)) / 20.0;
      values[i] = (float) (Math.exp(-off * off) + 0.05 * values[i]);
    }
    return values;
  }

  private static float[] noise(int size) {
    RandomStream random = RandomStreams.of(2).at(size);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
