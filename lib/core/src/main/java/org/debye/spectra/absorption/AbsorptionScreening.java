package org.debye.spectra.absorption;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Normalises spectra and says why some are not to be used. The absorption of a measured spectrum is
 * known up to a line, so it is negative only where, with an edge step of one, it is far below that
 * line.
 *
 * @param normalisation how
 * @param edge that spectra should have; null for any
 * @param rebinned whether they come into the usual regions first ({@link Rebinning})
 */
public record AbsorptionScreening(
    EdgeNormalisation normalisation, @Nullable AbsorptionEdge edge, boolean rebinned) {
  /** Furthest from the tabulated energy that an edge is, eV: 20 in permanganates. */
  private static final double EDGE_TOLERANCE = 30;

  /** The same as a share of the energy, for monochromators that are not calibrated. */
  private static final double RELATIVE_TOLERANCE = 2.5e-3;

  private static final int LEAST_IN_WINDOW = 3;
  private static final double LEAST_RANGE_ABOVE = 15;
  private static final double NEAR = 10;
  private static final double FAR = 60;
  private static final double LOWEST = -0.25;
  private static final double LEAST_RISE = 0.5;

  /** As measured. */
  public AbsorptionScreening(EdgeNormalisation normalisation, @Nullable AbsorptionEdge edge) {
    this(normalisation, edge, false);
  }

  /**
   * Looks at one spectrum.
   *
   * @param energy eV
   * @param absorption mu(E) in any unit, as long; points that are no numbers are left out
   */
  public Screened of(double[] energy, double[] absorption) {
    AbsorptionScan scan = AbsorptionScan.finite(energy, absorption);
    if (scan.points() < EdgeNormalisation.LEAST_POINTS) {
      return discarded(
          DiscardReason.TOO_FEW_POINTS,
          "%d points, of which an edge needs %d",
          scan.points(),
          EdgeNormalisation.LEAST_POINTS);
    } else if (!scan.ascends()) {
      return discarded(DiscardReason.ENERGIES_NOT_ASCENDING, "its energies do not ascend");
    } else if (constant(scan.absorption())) {
      return discarded(
          DiscardReason.CONSTANT_ABSORPTION,
          "its absorption is %.6g throughout",
          scan.absorption()[0]);
    }
    Screened.Discarded unreached = unreached(scan.energy());
    return unreached != null
        ? unreached
        : rebinned ? rebinned(scan) : looked(normalisation.of(scan));
  }

  private Screened rebinned(AbsorptionScan scan) {
    AbsorptionScan apart = scan.separated();
    double e0 = normalisation.e0(apart);
    double before = e0 - apart.energy()[0];
    double after = apart.energy()[apart.points() - 1] - e0;
    if (!Rebinning.reaches(apart, e0)) {
      return discarded(
          before < Rebinning.LEAST_BEFORE
              ? DiscardReason.TOO_FEW_BEFORE_EDGE
              : DiscardReason.TOO_FEW_AFTER_EDGE,
          "it goes from %.1f eV before its edge at %.1f eV to %.1f eV after it, and is rebinned from"
              + " %.0f eV to %.0f eV at least",
          before,
          e0,
          after,
          Rebinning.LEAST_BEFORE,
          Rebinning.LEAST_AFTER);
    }
    return looked(normalisation.of(Rebinning.of(apart, e0)));
  }

  private static boolean constant(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return high - low <= 1e-6 * Math.max(Math.abs(low), Math.abs(high));
  }

  private Screened.@Nullable Discarded unreached(double[] energy) {
    double last = energy[energy.length - 1];
    boolean within = edge == null || (edge.energy() >= energy[0] && edge.energy() <= last);
    return within || edge == null
        ? null
        : discarded(
            DiscardReason.WRONG_ELEMENT,
            "its energies, %.1f to %.1f eV, do not hold the edge %s at %.1f eV",
            energy[0],
            last,
            edge.name(),
            edge.energy());
  }

  private Screened looked(NormalisedAbsorption spectrum) {
    Screened.Discarded problem = misplaced(spectrum.parameters().e0());
    problem = problem != null ? problem : outOfReach(spectrum);
    problem = problem != null ? problem : withoutStep(spectrum);
    return problem != null ? problem : new Screened.Taken(spectrum);
  }

  private Screened.@Nullable Discarded misplaced(double e0) {
    double tolerance = Math.max(EDGE_TOLERANCE, RELATIVE_TOLERANCE * e0);
    if (edge == null || Math.abs(e0 - edge.energy()) <= tolerance) {
      return null;
    }
    AbsorptionEdge nearest = AbsorptionEdge.likeliest(e0, EDGE_TOLERANCE);
    boolean other =
        !nearest.symbol().equals(edge.symbol())
            && Math.abs(nearest.energy() - e0) <= EDGE_TOLERANCE;
    return discarded(
        other ? DiscardReason.WRONG_ELEMENT : DiscardReason.STEP_AT_WRONG_PLACE,
        "its steepest rise is at %.1f eV%s, where %s is wanted at %.1f eV",
        e0,
        other ? ", the edge " + nearest.name() : "",
        edge.name(),
        edge.energy());
  }

  private static Screened.@Nullable Discarded outOfReach(NormalisedAbsorption spectrum) {
    NormalisationParameters p = spectrum.parameters();
    int before = count(spectrum.energy(), p.e0() + p.pre1(), p.e0() + p.pre2());
    int after = count(spectrum.energy(), p.e0() + p.norm1(), p.e0() + p.norm2());
    if (before < LEAST_IN_WINDOW) {
      return discarded(
          DiscardReason.TOO_FEW_BEFORE_EDGE,
          "%d points from %.1f to %.1f eV before its edge at %.1f eV, where a line needs %d",
          before,
          -p.pre2(),
          -p.pre1(),
          p.e0(),
          LEAST_IN_WINDOW);
    } else if (after < LEAST_IN_WINDOW || p.norm2() < LEAST_RANGE_ABOVE) {
      return discarded(
          DiscardReason.TOO_FEW_AFTER_EDGE,
          "it ends %.1f eV after its edge at %.1f eV with %d points for the level there",
          spectrum.energy()[spectrum.energy().length - 1] - p.e0(),
          p.e0(),
          after);
    }
    return null;
  }

  private static Screened.@Nullable Discarded withoutStep(NormalisedAbsorption spectrum) {
    double e0 = spectrum.parameters().e0();
    double lowest = Arrays.stream(spectrum.normalised()).min().orElseThrow();
    double below = median(spectrum, e0 - FAR, e0 - NEAR);
    double above = median(spectrum, e0 + NEAR, e0 + FAR);
    if (!(spectrum.jump() > 0)) {
      return discarded(
          DiscardReason.NEGATIVE_ABSORPTION,
          "its absorption falls by %.3g at %.1f eV",
          -spectrum.jump(),
          e0);
    } else if (above - below < LEAST_RISE) {
      return discarded(
          DiscardReason.STEP_AT_WRONG_PLACE,
          "no step at %.1f eV, where it rises most steeply: %.2f before and %.2f after, of a step"
              + " of 1",
          e0,
          below,
          above);
    } else if (lowest < LOWEST) {
      return discarded(
          DiscardReason.NEGATIVE_ABSORPTION,
          "its absorption goes down to %.2f of the edge step below the line before the edge",
          lowest);
    }
    return null;
  }

  private static int count(double[] energy, double from, double to) {
    return (int) Arrays.stream(energy).filter(e -> e >= from && e <= to).count();
  }

  /** Of the points within; the outermost point where there is none. */
  private static double median(NormalisedAbsorption spectrum, double from, double to) {
    double[] energy = spectrum.energy();
    double[] values = new double[energy.length];
    int count = 0;
    for (int i = 0; i < energy.length; i++) {
      if (energy[i] >= from && energy[i] <= to) {
        values[count++] = spectrum.normalised()[i];
      }
    }
    if (count == 0) {
      return spectrum.normalised()[from < spectrum.parameters().e0() ? 0 : energy.length - 1];
    }
    Arrays.sort(values, 0, count);
    return values[count / 2];
  }

  private static Screened.Discarded discarded(
      DiscardReason reason, String problem, Object... numbers) {
    return new Screened.Discarded(reason, String.format(Locale.ROOT, problem, numbers));
  }
}
