package org.debye.spectra.peak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are seen as peaks. Neighbours that stand nearer to each other than a share of their
 * mean width are one peak: two equal Lorentzians have one maximum up to 1 / sqrt(3) = 0.577 of
 * their width, two Gaussians up to 0.849 (Sparrow's criterion). Then a peak is seen if it is high
 * enough beside the highest.
 *
 * @param least height of the lowest that counts, as a share of the highest's
 * @param separation of two peaks, in mean widths; 0 for all apart
 */
public record VisiblePeaks(double least, double separation) {

  public VisiblePeaks {
    if (!(least >= 0 && least <= 1) || !(separation >= 0)) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          "peaks",
          "a least height of " + least + " and a separation of " + separation,
          "Give a share within 0 and 1, and a separation of at least 0, as 0.05 and 0.6.");
    }
  }

  /**
   * Those seen.
   *
   * @param lines in any order
   * @return ascending by position
   */
  public List<SpectralPeak> of(List<SpectralPeak> lines) {
    List<SpectralPeak> sorted = new ArrayList<>(lines);
    sorted.sort(
        Comparator.comparingDouble(SpectralPeak::position).thenComparing(SpectralPeak::line));
    List<SpectralPeak> apart = new ArrayList<>();
    @Nullable SpectralPeak last = null;
    for (SpectralPeak line : sorted) {
      int end = apart.size() - 1;
      if (last != null && isOne(last, line)) {
        apart.set(end, apart.get(end).with(line));
      } else {
        apart.add(line);
      }
      last = line;
    }
    double highest = apart.stream().mapToDouble(SpectralPeak::height).max().orElse(0);
    return apart.stream().filter(peak -> peak.height() >= least * highest).toList();
  }

  /** Beside the line before it, not what that was joined to: a row of lines may be long. */
  private boolean isOne(SpectralPeak left, SpectralPeak right) {
    return right.position() - left.position() < separation * (left.fwhm() + right.fwhm()) / 2;
  }

  /**
   * Which points of an axis lie within half the height of a peak.
   *
   * @param axis ascending
   * @return as many as the axis has
   */
  public static boolean[] region(List<SpectralPeak> peaks, double[] axis) {
    boolean[] within = new boolean[axis.length];
    for (SpectralPeak peak : peaks) {
      for (int i = 0; i < axis.length; i++) {
        within[i] |= axis[i] >= peak.from() && axis[i] <= peak.to();
      }
    }
    return within;
  }
}
