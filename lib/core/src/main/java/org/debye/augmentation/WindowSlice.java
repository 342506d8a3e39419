package org.debye.augmentation;

import java.util.List;
import java.util.stream.IntStream;
import org.debye.numeric.RandomStream;

/**
 * A random stretch of the spectrum, interpolated linearly to its old length: a detector that covers
 * less of the axis. It has ceil(share P) points, at least 2, the share uniform between {@code
 * least} and {@code most}; where it begins is uniform over all places.
 *
 * <p>Differs from the authors' program, which never takes the last place, and whose linspace runs
 * one step beyond the slice and so holds its last value for about one point.
 *
 * @param least share of the axis, above 0
 * @param most share, at least the least and at most 1
 */
public record WindowSlice(double least, double most) implements Augmentation {
  /** Section 7.2.5. */
  public static final WindowSlice THESIS = new WindowSlice(0.8, 0.8);

  public WindowSlice {
    if (!(least > 0 && least <= most && most <= 1)) {
      throw Parameter.refused(
          "window slice",
          "shares from " + least + " to " + most,
          "Give 0 < least <= most <= 1, as 0.8 and 0.8.");
    }
  }

  /**
   * Section 6.2.1: slices of lengths at equal distances, 20 from 0.85 to 0.96 for each spectrum.
   *
   * @param count at least 1; of one, the least
   */
  public static List<WindowSlice> evenly(double least, double most, int count) {
    WindowSlice ends = new WindowSlice(least, most);
    if (count < 1) {
      throw Parameter.refused("window slice", count + " slices", "Give a number above 0.");
    }
    return IntStream.range(0, count)
        .mapToDouble(
            i -> i == 0 ? ends.least : i == count - 1 ? ends.most : between(ends, i, count))
        .mapToObj(share -> new WindowSlice(share, share))
        .toList();
  }

  private static double between(WindowSlice ends, int i, int count) {
    return ends.least + (ends.most - ends.least) * i / (count - 1);
  }

  @Override
  public void apply(float[] spectra, int at, RandomStream random, AugmentationScratch scratch) {
    int points = scratch.points();
    double share = least + (most - least) * random.nextDouble();
    int length = Math.min(points, Math.max(2, (int) Math.ceil(share * points)));
    int start = random.nextInt(points - length + 1);
    if (length < points) {
      stretch(scratch.copyOf(spectra, at), start, length, spectra, at);
    }
  }

  static void stretch(float[] from, int start, int length, float[] to, int at) {
    int last = from.length - 1;
    double step = (length - 1) / (double) last;
    for (int i = 0; i < last; i++) {
      double place = i * step;
      int left = (int) place;
      double low = from[start + left];
      to[at + i] = (float) (low + (place - left) * (from[start + left + 1] - low));
    }
    to[at + last] = from[start + length - 1];
  }
}
