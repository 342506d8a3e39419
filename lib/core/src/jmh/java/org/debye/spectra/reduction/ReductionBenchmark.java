package org.debye.spectra.reduction;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.debye.frame.Detector;
import org.debye.frame.DetectorGeometry;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.frame.ImageFlip;
import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.debye.spectra.AxisKind;
import org.debye.spectra.Spectrum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Frames a second on one core: 4,000 bins of q, a mask of 1 %, solid angle, polarisation and
 * Poisson errors, frames in memory. lib/core/src/jmh/python/pyfai_integration.py times pyFAI on the
 * same geometry.
 *
 * <pre>
 * mvn -q -pl lib/core -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp lib/core/target/test-classes:lib/core/target/classes:$(cat lib/core/target/classpath) \
 *   org.openjdk.jmh.Main ReductionBenchmark
 * </pre>
 */
@SuppressWarnings("NullAway.Init") // prepare() runs first
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReductionBenchmark {
  /** LAMBDA 750k (516 x 1556, 16 bits) or Eiger 4M (2167 x 2070, 32 bits). */
  @Param({"LAMBDA", "EIGER"})
  public String detector = "";

  @Param({"BOUNDING_BOX", "FULL"})
  public PixelSplitting splitting = PixelSplitting.BOUNDING_BOX;

  @Param({"NG", "LEGACY"})
  public Normalisation normalisation = Normalisation.NG;

  private PixelType type = PixelType.UINT16;
  private byte[][] frames = {};
  private FrameBlock block;
  private FrameReduction reduction;
  private Spectrum[] out = {};

  /** Makes eight frames of noise and the matrix. */
  @Setup
  public void prepare() {
    boolean lambda = detector.equals("LAMBDA");
    FrameShape shape = lambda ? new FrameShape(516, 1556) : new FrameShape(2167, 2070);
    double pixel = lambda ? 55e-6 : 75e-6;
    type = lambda ? PixelType.UINT16 : PixelType.UINT32;
    SplittableRandom random = new SplittableRandom(1);
    boolean[] mask = new boolean[shape.pixels()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextInt(100) == 0;
    }
    frames = new byte[FrameBlock.LANES][shape.pixels() * type.bytes()];
    for (byte[] frame : frames) {
      for (int i = 0; i < shape.pixels(); i++) {
        frame[i * type.bytes()] = (byte) (30 + random.nextInt(40));
      }
    }
    reduction =
        FrameReduction.of(
            new DetectorGeometry(
                0.4,
                shape.rows() * pixel * 0.5,
                shape.columns() * pixel * 0.5,
                0.01,
                -0.005,
                0,
                Detector.generic(pixel, pixel),
                0.2910e-10),
            DetectorLayout.single(shape, ImageFlip.NONE),
            PixelCorrections.of(MaskRules.everything()).withMask(mask),
            new IntegrationSettings(
                4000,
                AxisKind.Q_PER_ANGSTROM,
                splitting,
                normalisation,
                ErrorModel.POISSON,
                null,
                true,
                0.99,
                null,
                null),
            "benchmark");
    block = reduction.block();
    out = new Spectrum[FrameBlock.LANES];
    Arrays.setAll(out, i -> reduction.spectrum());
  }

  /** One pass of eight frames, raw bytes to spectra. */
  @Benchmark
  @OperationsPerInvocation(FrameBlock.LANES)
  public Spectrum[] integrate() {
    block.clear();
    for (int lane = 0; lane < FrameBlock.LANES; lane++) {
      block.add(lane, 0, frames[lane], type);
    }
    reduction.integrate(block, out);
    return out;
  }
}
