package org.debye.hdf5.filter;

import com.github.luben.zstd.Zstd;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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

/**
 * Microseconds to decode one frame. Decoded bytes: 1,605,792 for a LAMBDA module of 516 x 1556
 * uint16, 17,942,760 for an Eiger 4M of 2167 x 2070 uint32; bytes divided by microseconds are MB/s.
 * Counts are Poisson with mean 3 (or 300) and a column of overflow marks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterBenchmark {
  @Param({"lambda", "eiger"})
  public String detector = "lambda";

  @Param({"3"})
  public double mean = 3;

  @Param({"bitshuffle-lz4", "bitshuffle", "bitshuffle-zstd", "lz4", "deflate-shuffle"})
  public String filter = "bitshuffle-lz4";

  private byte[] stored = new byte[0];
  private byte[] frame = new byte[0];
  private FilterPipeline pipeline = pipeline(List.of(), 2);

  @Setup
  public void encode() {
    boolean lambda = detector.equals("lambda");
    int pixel = lambda ? 2 : 4;
    int rows = lambda ? 516 : 2167;
    int columns = lambda ? 1556 : 2070;
    frame = new byte[rows * columns * pixel];
    Random random = new Random(7);
    for (int i = 0; i < rows * columns; i++) {
      int count = i % columns == 10 ? -1 : poisson(random, mean);
      for (int k = 0; k < pixel; k++) {
        frame[i * pixel + k] = (byte) (count >> (8 * k));
      }
    }
    pipeline = pipeline(specs(pixel), pixel);
    stored =
        switch (filter) {
          case "bitshuffle-lz4" -> blocks(pixel, Encoders::lz4Block);
          case "bitshuffle-zstd" -> blocks(pixel, Zstd::compress);
          case "bitshuffle" -> frame.clone();
          case "lz4" -> Encoders.lz4(frame, 1 << 20);
          default -> Encoders.deflate(Encoders.shuffle(frame, pixel));
        };
  }

  @Benchmark
  public byte[] decode() throws FilterException {
    pipeline.decode(stored, stored.length, 0, frame, frame.length);
    return frame;
  }

  private byte[] blocks(int pixel, UnaryOperator<byte[]> packer) {
    return Encoders.bitshuffle(frame, pixel, 8192 / pixel, packer);
  }

  private List<FilterSpec> specs(int pixel) {
    return switch (filter) {
      case "bitshuffle-lz4" -> List.of(spec(FilterSpec.BITSHUFFLE, 0, 3, pixel, 0, 2));
      case "bitshuffle-zstd" -> List.of(spec(FilterSpec.BITSHUFFLE, 0, 3, pixel, 0, 3));
      case "bitshuffle" -> List.of(spec(FilterSpec.BITSHUFFLE, 0, 3, pixel, 0, 0));
      case "lz4" -> List.of(spec(FilterSpec.LZ4));
      default -> List.of(spec(FilterSpec.SHUFFLE, pixel), spec(FilterSpec.DEFLATE, 4));
    };
  }

  private static FilterSpec spec(int id, int... parameters) {
    return new FilterSpec(id, "", parameters);
  }

  private static FilterPipeline pipeline(List<FilterSpec> specs, int pixel) {
    try {
      return new FilterPipeline(specs, pixel);
    } catch (FilterException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int poisson(Random random, double mean) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
