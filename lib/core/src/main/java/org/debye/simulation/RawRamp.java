package org.debye.simulation;

import java.util.Arrays;
import org.debye.frame.DetectorLayout;
import org.debye.frame.FrameShape;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * The ramp as the detector would store it: int16 counts of each module and frame, with gaps of -1,
 * dead and noisy pixels, spots of the diamonds and 12-bit saturation. A frame's bytes depend on the
 * settings, the module and the frame's number only, so frames may be drawn in any order and on any
 * machine. Building one takes tenths of a second and 12 bytes a pixel; build it once per task.
 * Immutable after building and thread safe.
 */
public final class RawRamp {
  /** Step of the tabulated pattern, degrees: a fifth of what a LAMBDA pixel spans at 0.3 m. */
  private static final double STEP_DEG = 0.002;

  private static final double SPOT_COUNTS = 20_000;
  private static final double SPOT_RADIUS = 0.8;
  private static final int SPOT_REACH = 8;

  private final RampSettings settings;
  private final CompressionRamp ramp;
  private final RandomStreams streams;
  private final int[][] masks;
  private final float[][] positions;
  private final float[][] responses;
  private final float[][] spots;
  private final double from;
  private final int points;

  public RawRamp(RampSettings settings) {
    this.settings = settings;
    this.ramp = new CompressionRamp(settings);
    this.streams = RandomStreams.of(settings.seed()).under("raw-ramp");
    int modules = modules();
    masks = new int[modules][];
    positions = new float[modules][];
    responses = new float[modules][];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    PixelResponse image = PixelResponse.of(settings);
    for (int m = 0; m < modules; m++) {
      masks[m] = ChipMask.of(module(), settings.detector(), streams.at("mask", m));
      PixelResponse pixels = image.module(layout(), m);
      positions[m] = pixels.twoThetaDeg();
      responses[m] = pixels.response();
      for (float angle : positions[m]) {
        least = Math.min(least, angle);
        most = Math.max(most, angle);
      }
    }
    from = Math.max(0, Math.floor(least / STEP_DEG) * STEP_DEG);
    points = (int) Math.ceil((most - from) / STEP_DEG) + 2;
    spots = new float[modules][module().pixels()];
    strewSpots();
    toGrid();
  }

  public RampSettings settings() {
    return settings;
  }

  public DetectorLayout layout() {
    return settings.detector().layout();
  }

  public FrameShape module() {
    return layout().module();
  }

  public int modules() {
    return layout().placements().size();
  }

  /** NeXus {@code pixel_mask} of a module, row-major; 0 is a good pixel. A copy. */
  public int[] pixelMask(int module) {
    return masks[module].clone();
  }

  /** A PONI file that describes the assembled image, without a flip. */
  public String poniText() {
    return settings.geometry().poniText(layout().assembled(), settings.beam().wavelength());
  }

  /** The truth of a frame. */
  public RampState state(int frame) {
    return ramp.state(frame);
  }

  /** Where the noise-free pattern is given: 2 theta in degrees, evenly, over the whole detector. */
  public double[] truthAxis() {
    double[] axis = new double[points];
    Arrays.setAll(axis, i -> from + i * STEP_DEG);
    return axis;
  }

  /**
   * Expected counts of one frame and pixel, corrected for solid angle and polarisation, on {@link
   * #truthAxis()}. Without the diamonds' spots.
   */
  public double[] truthPattern(int frame) {
    double[] pattern = new double[points];
    ramp.pattern(ramp.state(frame), from, STEP_DEG, pattern);
    return pattern;
  }

  /** One module of a frame, row-major, newly allocated. */
  public short[] frame(int module, int frame) {
    short[] counts = new short[module().pixels()];
    frame(module, frame, counts);
    return counts;
  }

  /**
   * One module of a frame.
   *
   * @param counts rows x columns, row-major; overwritten
   */
  public void frame(int module, int frame, short[] counts) {
    double[] pattern = truthPattern(frame);
    RandomStream random = streams.at(module, frame);
    int[] mask = masks[module];
    int saturation = settings.detector().saturation();
    for (int i = 0; i < counts.length; i++) {
      int state = mask[i];
      if (state == 0) {
        counts[i] = (short) Math.min(saturation, random.nextPoisson(scatter(module, i, pattern)));
      } else if (state == ChipMask.GAP) {
        counts[i] = -1;
      } else if (state == ChipMask.NOISY) {
        counts[i] = (short) (random.nextDouble() * (saturation + 1));
      } else {
        counts[i] = 0;
      }
    }
  }

  /**
   * Expected counts of one module of a frame, before saturation; NaN where {@link #pixelMask} is
   * not 0.
   *
   * @param expected rows x columns, row-major; overwritten
   */
  public void expected(int module, int frame, double[] expected) {
    double[] pattern = truthPattern(frame);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = masks[module][i] == 0 ? scatter(module, i, pattern) : Double.NaN;
    }
  }

  private double scatter(int module, int pixel, double[] pattern) {
    float position = positions[module][pixel];
    int left = (int) position;
    double weight = position - left;
    double value = pattern[left] + weight * (pattern[left + 1] - pattern[left]);
    return responses[module][pixel] * value + spots[module][pixel];
  }

  /** Adds the responses of the good pixels to even bins; {@code low} is the first one's edge. */
  void addNorms(double low, double width, double[] norms) {
    for (int m = 0; m < modules(); m++) {
      for (int i = 0; i < masks[m].length; i++) {
        double angle = from + positions[m][i] * STEP_DEG;
        int bin = (int) Math.min(norms.length - 1.0, Math.floor((angle - low) / width));
        if (masks[m][i] == 0 && bin >= 0) {
          norms[bin] += responses[m][i];
        }
      }
    }
  }

  /** Degrees become places on the tabulated pattern. */
  private void toGrid() {
    for (float[] module : positions) {
      for (int i = 0; i < module.length; i++) {
        module[i] = (float) ((module[i] - from) / STEP_DEG);
      }
    }
  }

  /** Single-crystal reflections of the anvils: round, saturated in the middle, always there. */
  private void strewSpots() {
    RandomStream random = streams.at("diamond");
    for (int spot = 0; spot < settings.detector().diamondSpots(); spot++) {
      float[] target = spots[(int) (random.nextDouble() * modules())];
      double row = random.nextDouble() * module().rows();
      double column = random.nextDouble() * module().columns();
      int firstRow = Math.max(0, (int) row - SPOT_REACH);
      int firstColumn = Math.max(0, (int) column - SPOT_REACH);
      for (int r = firstRow; r < Math.min(module().rows(), (int) row + SPOT_REACH); r++) {
        for (int c = firstColumn;
            c < Math.min(module().columns(), (int) column + SPOT_REACH);
            c++) {
          double x = (c + 0.5 - column) / SPOT_RADIUS;
          double y = (r + 0.5 - row) / SPOT_RADIUS;
          target[r * module().columns() + c] +=
              (float) (SPOT_COUNTS * StrictMath.exp(-0.5 * (x * x + y * y)));
        }
      }
    }
  }
}
