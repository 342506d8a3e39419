package org.debye.unmixing.endmember;

import org.debye.numeric.RandomStream;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.endmember.Extraction.Extracted;
import org.debye.unmixing.endmember.Extraction.Unfinished;
import org.debye.unmixing.subspace.PrincipalComponents;

/**
 * N-FINDR: the K observations whose simplex has the largest volume (Winter 1999, SPIE 3753). The
 * points are reduced to their K - 1 leading principal components; then one endmember after another
 * is replaced by the observation that makes the volume largest, until no replacement enlarges it.
 *
 * <p>With a 1 before each point's coordinates, the volume is |det E| / (K - 1)!, and as a function
 * of column k alone it is |c't| with c orthogonal to the K - 1 other columns: so one product of a
 * vector with the K x N points finds the best replacement (Xiong et al. 2011 use the same
 * cofactors). Differs from Winter's one-by-one trial only in that the best of all observations is
 * taken rather than the first better one.
 *
 * <p>A local search: the answer may depend on the start. It picks observations, so where no
 * observation is pure it is biased towards the inside, and where there is noise to the outside.
 *
 * @param start where the search begins
 * @param maxSweeps most passes over the K endmembers
 */
public record NFindr(Start start, int maxSweeps) implements EndmemberExtractor {
  /** A random start, and more sweeps than any cloud that was seen needs. */
  public static final NFindr DEFAULT = new NFindr(Start.RANDOM, 100);

  private static final double ENLARGEMENT = 1 + 1e-12;

  /** Where the search begins. */
  public enum Start {
    /** K distinct observations at random. */
    RANDOM,
    /** The observations that {@link Atgp} names. */
    ATGP,
    /** The observations that {@link Vca} names. */
    VCA
  }

  public NFindr {
    if (maxSweeps < 1) {
      throw new IllegalArgumentException("max sweeps must be at least 1");
    }
  }

  @Override
  public Extraction extract(Observations points, int endmembers, RandomStream stream) {
    MixtureInput.require(points, endmembers, "N-FINDR");
    PrincipalComponents components = PrincipalComponents.of(points, endmembers - 1);
    if (components.rank() < endmembers - 1) {
      return new Extraction.Degenerate(components.rank(), endmembers);
    }
    int[] pixels = begin(points, endmembers, stream);
    double[] columns = homogeneous(components, points, endmembers);
    double[] simplex = new double[endmembers * endmembers];
    for (int k = 0; k < endmembers; k++) {
      System.arraycopy(columns, pixels[k] * endmembers, simplex, k * endmembers, endmembers);
    }
    for (int sweep = 1; sweep <= maxSweeps; sweep++) {
      if (!enlarge(columns, simplex, pixels)) {
        return new Extracted(Pixels.of(points, pixels), sweep);
      }
    }
    return new Unfinished(Pixels.of(points, pixels), maxSweeps);
  }

  /** One sweep; returns whether an endmember was replaced. */
  private static boolean enlarge(double[] columns, double[] simplex, int[] pixels) {
    int size = pixels.length;
    OrthogonalComplement others = new OrthogonalComplement(size);
    double[] normal = new double[size];
    boolean replaced = false;
    for (int k = 0; k < size; k++) {
      others.clear();
      for (int other = 0; other < size; other++) {
        if (other != k) {
          others.add(simplex, other * size);
        }
      }
      others.direction(normal);
      int best = farthest(columns, normal);
      double now = Math.abs(dot(simplex, k * size, normal));
      if (Math.abs(dot(columns, best * size, normal)) > now * ENLARGEMENT) {
        System.arraycopy(columns, best * size, simplex, k * size, size);
        pixels[k] = best;
        replaced = true;
      }
    }
    return replaced;
  }

  private static int farthest(double[] columns, double[] normal) {
    int best = 0;
    double most = -1;
    for (int i = 0; i < columns.length / normal.length; i++) {
      double volume = Math.abs(dot(columns, i * normal.length, normal));
      if (volume > most) {
        most = volume;
        best = i;
      }
    }
    return best;
  }

  private static double dot(double[] columns, int offset, double[] normal) {
    double sum = 0;
    for (int j = 0; j < normal.length; j++) {
      sum += columns[offset + j] * normal[j];
    }
    return sum;
  }

  /** Rows (1, x / s) of K, the coordinates scaled to unit variance: volumes keep their order. */
  private static double[] homogeneous(
      PrincipalComponents components, Observations points, int endmembers) {
    double[] x = components.subspace().project(points).values();
    int d = endmembers - 1;
    double[] out = new double[points.count() * endmembers];
    for (int i = 0; i < points.count(); i++) {
      out[i * endmembers] = 1;
      for (int j = 0; j < d; j++) {
        out[i * endmembers + 1 + j] = x[i * d + j] / Math.sqrt(components.variances()[j]);
      }
    }
    return out;
  }

  private int[] begin(Observations points, int endmembers, RandomStream stream) {
    return switch (start) {
      case RANDOM -> Pixels.random(points.count(), endmembers, stream);
      case ATGP -> Atgp.pixels(points, endmembers);
      case VCA ->
          Vca.DEFAULT.extract(points, endmembers, stream).found().orElseThrow().pixels().clone();
    };
  }
}
