package org.debye.unmixing.endmember;

import java.util.OptionalDouble;
import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.subspace.BandMoments;
import org.debye.unmixing.subspace.PrincipalComponents;
import org.debye.unmixing.subspace.SignalToNoise;
import org.debye.unmixing.subspace.Subspace;

/**
 * Vertex component analysis (Nascimento and Bioucas-Dias 2005, IEEE TGRS 43:898, Algorithm 1): the
 * extreme points along K random directions, each orthogonal to the endmembers found before.
 *
 * <p>The signal-to-noise ratio decides the projection, as in the paper: below 15 + 10 log10 K dB
 * the points go to their K - 1 principal components with the length of the longest as K-th
 * coordinate; above, to the K leading directions of the uncentred correlation, and there
 * perspectively onto the plane y'u = 1 with u their mean, so that spectra that differ by brightness
 * alone coincide. The coordinates returned are the picked observations within the subspace used,
 * that is with the noise outside of it taken away.
 *
 * <p>Differs: points behind the perspective plane (y'u not above 0) cannot be endmembers; where D
 * is at most K no power is left outside the subspace to call noise, and the first projection is
 * taken unless the ratio is given.
 *
 * @param snr signal-to-noise ratio in dB, where it is known; else it is estimated
 */
public record Vca(OptionalDouble snr) implements EndmemberExtractor {
  private static final long serialVersionUID = 1L;

  /** The ratio estimated from the points. */
  public static final Vca DEFAULT = new Vca(OptionalDouble.empty());

  @Override
  public Extraction extract(Observations points, int endmembers, RandomStream stream) {
    MixtureInput.require(points, endmembers, "VCA");
    BandMoments moments = BandMoments.of(points);
    PrincipalComponents components = PrincipalComponents.of(moments, endmembers - 1);
    if (components.rank() < endmembers - 1) {
      return new Extraction.Degenerate(components.rank(), endmembers);
    }
    boolean perspective = perspective(moments, endmembers);
    Subspace subspace =
        perspective ? PrincipalComponents.uncentred(moments, endmembers) : components.subspace();
    double[] x = subspace.project(points).values();
    double[] y = perspective ? onPlane(x, endmembers) : lifted(x, endmembers - 1);
    int[] pixels = extremes(y, endmembers, stream);
    double[] clean = new double[endmembers * subspace.dimensions()];
    for (int k = 0; k < endmembers; k++) {
      int d = subspace.dimensions();
      System.arraycopy(x, pixels[k] * d, clean, k * d, d);
    }
    return new Extraction.Extracted(
        new Endmembers(endmembers, points.dimensions(), subspace.lift(clean), pixels), endmembers);
  }

  private boolean perspective(BandMoments moments, int endmembers) {
    if (moments.bands() < endmembers) {
      return false;
    }
    if (snr.isEmpty() && moments.bands() == endmembers) {
      return false;
    }
    double ratio = snr.orElseGet(() -> SignalToNoise.decibels(moments, endmembers));
    return ratio >= 15 + 10 * Math.log10(endmembers);
  }

  /** Perspective onto the plane y'u = 1; what lies behind is moved to the origin. */
  private static double[] onPlane(double[] x, int d) {
    double[] mean = new double[d];
    int n = x.length / d;
    for (int i = 0; i < x.length; i++) {
      mean[i % d] += x[i] / n;
    }
    double[] y = new double[x.length];
    for (int i = 0; i < n; i++) {
      double along = 0;
      for (int j = 0; j < d; j++) {
        along += x[i * d + j] * mean[j];
      }
      for (int j = 0; j < d && along > 0; j++) {
        y[i * d + j] = x[i * d + j] / along;
      }
    }
    return y;
  }

  private static double[] lifted(double[] x, int d) {
    int n = x.length / d;
    double longest = 0;
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < d; j++) {
        square += x[i * d + j] * x[i * d + j];
      }
      longest = Math.max(longest, square);
    }
    double[] y = new double[n * (d + 1)];
    for (int i = 0; i < n; i++) {
      System.arraycopy(x, i * d, y, i * (d + 1), d);
      y[i * (d + 1) + d] = Math.sqrt(longest);
    }
    return y;
  }

  /** The loop of Algorithm 1: A starts as e_K, then holds the endmembers found. */
  private static int[] extremes(double[] y, int size, RandomStream stream) {
    OrthogonalComplement complement = new OrthogonalComplement(size);
    double[] direction = new double[size];
    int[] pixels = new int[size];
    for (int k = 0; k < size; k++) {
      complement.clear();
      if (k == 0) {
        double[] last = new double[size];
        last[size - 1] = 1;
        complement.add(last, 0);
      }
      for (int found = 0; found < k; found++) {
        complement.add(y, pixels[found] * size);
      }
      for (int j = 0; j < size; j++) {
        direction[j] = stream.nextGaussian();
      }
      complement.reduce(direction);
      pixels[k] = farthest(y, direction);
    }
    return pixels;
  }

  private static int farthest(double[] y, double[] direction) {
    int d = direction.length;
    int best = 0;
    double most = -1;
    for (int i = 0; i < y.length / d; i++) {
      double along = 0;
      for (int j = 0; j < d; j++) {
        along += y[i * d + j] * direction[j];
      }
      if (Math.abs(along) > most) {
        most = Math.abs(along);
        best = i;
      }
    }
    return best;
  }
}
