package org.debye.spectra.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.debye.spectra.AxisKind;
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

/** Milliseconds to read 1 MB of two columns, as pyFAI writes them: MB/s is 1000 divided by it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpectrumTextBenchmark {
  private byte[] file = new byte[0];

  @Setup
  public void write() {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("# 2th_deg I\n");
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append(
          String.format(Locale.ROOT, "%14.6e  %14.6e%n", 1 + i * 1e-3, 1e4 * random.nextDouble()));
    }
    file = text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Benchmark
  public List<ImportedSpectrum> read() {
    return SpectrumText.read("a.xy", file, ImportSettings.of(AxisKind.TWO_THETA_DEG));
  }
}
