package org.debye.spectra.reduction;

import java.util.Arrays;
import org.debye.frame.DetectorLayout;
import org.debye.frame.MaskRules;
import org.debye.frame.PixelType;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one pass: up to {@link #LANES} images, each of one frame or of the sum of several.
 * Holds one float for each pixel and lane (Eiger 4M: 144 MB). Owned by one thread, made by {@link
 * FrameReduction#block()}, filled and integrated again and again.
 */
public final class FrameBlock {
  /** Frames that are integrated in one pass. */
  public static final int LANES = 8;

  private final DetectorLayout layout;
  private final MaskRules rules;
  private final @Nullable Double saturation;
  private final float[][] images = new float[LANES][];
  private final int[][] added;
  private final float[] line;

  /** Sums and tile values of the integration. */
  final BlockWorkspace workspace;

  FrameBlock(DetectorLayout layout, MaskRules rules, @Nullable Double saturation, int bins) {
    this.layout = layout;
    this.rules = rules;
    this.saturation = saturation;
    this.added = new int[LANES][layout.placements().size()];
    this.line = new float[layout.module().columns()];
    this.workspace = new BlockWorkspace(bins);
  }

  /** Forgets all frames. */
  public void clear() {
    for (int[] modules : added) {
      Arrays.fill(modules, 0);
    }
  }

  /**
   * Adds one module's image to a lane. A lane that gets several frames holds their sum; a pixel
   * that is left out in one of them, or whose module is missing in one, is left out of the sum.
   *
   * @param lane 0 to LANES - 1
   * @param module index of the module in the layout
   * @param frame little endian, row major, of the module's shape
   */
  public void add(int lane, int module, byte[] frame, PixelType type) {
    int rows = layout.module().rows();
    int columns = layout.module().columns();
    if (frame.length < rows * columns * type.bytes()) {
      throw new IllegalArgumentException(
          "frame of " + frame.length + " bytes for " + layout.module() + " pixels of " + type);
    }
    float[] image = image(lane);
    ValueRules values = ValueRules.of(rules, saturation, type);
    boolean first = added[lane][module]++ == 0;
    for (int row = 0; row < rows; row++) {
      RawPixels.read(frame, type, row * columns, values, line);
      int start = layout.pixel(module, row, 0);
      int step = columns > 1 ? layout.pixel(module, row, 1) - start : 1;
      if (first && step == 1) {
        System.arraycopy(line, 0, image, start, columns);
      } else if (first) {
        for (int i = 0; i < columns; i++) {
          image[start + i * step] = line[i];
        }
      } else {
        for (int i = 0; i < columns; i++) {
          image[start + i * step] += line[i];
        }
      }
    }
  }

  private float[] image(int lane) {
    float[] image = images[lane];
    if (image == null) {
      image = new float[layout.assembled().pixels()];
      images[lane] = image;
    }
    return image;
  }

  /** Number of frames that a lane holds the sum of; 0 if it is not used. */
  int frames(int lane) {
    int frames = 0;
    for (int modules : added[lane]) {
      frames = Math.max(frames, modules);
    }
    return frames;
  }

  /**
   * The lanes' images, made complete: modules that are missing are NaN, and an unused lane shows
   * the image of a used one.
   *
   * @return null where no lane is used
   */
  float @Nullable [][] complete() {
    float[][] complete = new float[LANES][];
    float[] any = null;
    for (int lane = 0; lane < LANES; lane++) {
      int frames = frames(lane);
      if (frames > 0) {
        any = image(lane);
        complete[lane] = any;
        for (int module = 0; module < added[lane].length; module++) {
          if (added[lane][module] < frames) {
            leaveOut(any, module);
          }
        }
      }
    }
    if (any == null) {
      return null;
    }
    for (int lane = 0; lane < LANES; lane++) {
      if (frames(lane) == 0) {
        complete[lane] = any;
      }
    }
    return complete;
  }

  private void leaveOut(float[] image, int module) {
    for (int row = 0; row < layout.module().rows(); row++) {
      for (int column = 0; column < layout.module().columns(); column++) {
        image[layout.pixel(module, row, column)] = Float.NaN;
      }
    }
  }
}
