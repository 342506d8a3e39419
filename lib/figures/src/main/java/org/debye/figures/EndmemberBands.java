package org.debye.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Spectra of endmembers with their bands of 50 and 90 %, over the axis with its unit. Reference
 * spectra are dashed; point estimates, as N-FINDR's, are thin lines.
 *
 * @param axis points of the spectra
 * @param quantity as {@code Reflectance (dimensionless)}
 */
public record EndmemberBands(
    String title,
    ScaledAxis axis,
    String quantity,
    Arrangement arrangement,
    List<Endmember> endmembers)
    implements PageFigure {

  /** How endmembers share the page. */
  public enum Arrangement {
    /** In one panel where the 90 % bands hardly overlap, else each in its own. */
    AUTOMATIC,
    TOGETHER,
    APART
  }

  /** Lower and upper limit at each point of the axis; not copied. */
  public record Band(double[] low, double[] high) {
    public Band {
      if (low.length != high.length) {
        throw new IllegalArgumentException("a band of " + low.length + " and " + high.length);
      }
    }

    /** A band of no width, for a method that gives none. */
    public static Band none() {
      return new Band(new double[0], new double[0]);
    }
  }

  /** A spectrum to lay over the bands, as a reference or a point estimate. */
  public record Overlay(String name, double[] values) {}

  /**
   * One endmember.
   *
   * @param centre median or mean, NaN where there is none
   * @param half 50 % band, or {@link Band#none}
   * @param most 90 % band, or {@link Band#none}
   * @param references dashed
   * @param estimates thin
   */
  public record Endmember(
      String name,
      double[] centre,
      Band half,
      Band most,
      List<Overlay> references,
      List<Overlay> estimates) {

    public Endmember {
      references = List.copyOf(references);
      estimates = List.copyOf(estimates);
    }

    public static Endmember of(String name, double[] centre, Band half, Band most) {
      return new Endmember(name, centre, half, most, List.of(), List.of());
    }

    public Endmember withReference(String label, double[] values) {
      List<Overlay> all = new ArrayList<>(references);
      all.add(new Overlay(label, values));
      return new Endmember(name, centre, half, most, all, estimates);
    }

    public Endmember withEstimate(String label, double[] values) {
      List<Overlay> all = new ArrayList<>(estimates);
      all.add(new Overlay(label, values));
      return new Endmember(name, centre, half, most, references, all);
    }
  }

  public EndmemberBands {
    endmembers = List.copyOf(endmembers);
    if (endmembers.isEmpty()) {
      throw new IllegalArgumentException("no endmember to show");
    }
    for (Endmember endmember : endmembers) {
      checkLengths(endmember, axis.points());
    }
  }

  private static void checkLengths(Endmember endmember, int points) {
    List<double[]> arrays = new ArrayList<>(List.of(endmember.centre()));
    for (Band band : List.of(endmember.half(), endmember.most())) {
      if (band.low().length > 0) {
        arrays.add(band.low());
      }
    }
    endmember.references().forEach(overlay -> arrays.add(overlay.values()));
    endmember.estimates().forEach(overlay -> arrays.add(overlay.values()));
    for (double[] array : arrays) {
      if (array.length != points) {
        throw new IllegalArgumentException(
            "endmember %s has %d values on an axis of %d points"
                .formatted(endmember.name(), array.length, points));
      }
    }
  }

  @Override
  public Page page() {
    return EndmemberPage.of(this);
  }
}
