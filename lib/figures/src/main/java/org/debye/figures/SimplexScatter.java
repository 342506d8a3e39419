package org.debye.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations in the reduced space with the simplex that they were mixed in: true endmembers,
 * point estimates and, for each endmember, the cloud of its posterior draws with an ellipse. The
 * paper's Fig. 2 is four panels of this (Hoidn, Mishra and Mehta).
 *
 * <p>The ellipse is that of the draws' covariance, scaled by the chi-square quantile with two
 * degrees of freedom, and so holds {@link #SHARE} of a normal cloud. Fewer than three draws of an
 * endmember have none. Where there are more than {@link #MOST_POINTS} observations their density is
 * drawn instead, as grey cells.
 *
 * @param title names the picture
 * @param panels one or more, drawn in rows, with one legend below them all
 */
public record SimplexScatter(String title, List<Panel> panels) implements PageFigure {
  /** More observations than this are drawn as density. */
  public static final int MOST_POINTS = 5_000;

  /** Posterior probability within an ellipse. */
  public static final double SHARE = 0.9;

  /** Most panels that {@link #pairs} makes. */
  static final int MOST_PAIRS = 6;

  public SimplexScatter {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("a simplex scatter needs at least one panel");
    }
  }

  /** The same data set over each pair of its coordinates: (1, 2), (1, 3), (2, 3), at most six. */
  public static SimplexScatter pairs(String title, Panel panel) {
    List<Panel> pairs = new ArrayList<>();
    int dimension = panel.observed().dimension();
    for (int up = 1; up < dimension; up++) {
      for (int across = 0; across < up && pairs.size() < MOST_PAIRS; across++) {
        pairs.add(panel.over(across, up));
      }
    }
    return new SimplexScatter(title, pairs.isEmpty() ? List.of(panel) : pairs);
  }

  @Override
  public Page page() {
    return SimplexPage.of(this);
  }

  /**
   * Endmembers as one method found them; several solutions, as of several seeds, may follow one
   * another.
   *
   * @param name as {@code N-FINDR}
   * @param endmembers rows of any number
   */
  public record Estimate(String name, PointSet endmembers) {}

  /**
   * Two of the coordinates, counted from 0.
   *
   * @param up not used where there is but one coordinate
   */
  public record Coordinates(int across, int up) {
    public Coordinates {
      if (across < 0 || up < 0) {
        throw new IllegalArgumentException("coordinates are counted from 0");
      }
    }
  }

  /**
   * Words of a panel.
   *
   * @param coordinate what is counted along the axes, as {@code Principal component}
   * @param endmembers names beside the true endmembers, or else beside those of the first estimate;
   *     empty where there are none
   */
  public record Labels(String coordinate, List<String> endmembers) {
    public Labels {
      endmembers = List.copyOf(endmembers);
    }
  }

  /**
   * One data set.
   *
   * @param title as {@code α₁ = 0.1, σ = 0.03}
   * @param observed n x d
   * @param truth k x d, or no rows where it is unknown
   * @param estimates point estimates to compare, in the legend's order
   * @param posterior draws x d for each endmember, relabelled; empty where nothing was sampled
   * @param shown which of the coordinates
   */
  public record Panel(
      String title,
      PointSet observed,
      PointSet truth,
      List<Estimate> estimates,
      List<PointSet> posterior,
      Coordinates shown,
      Labels labels) {

    public Panel {
      estimates = List.copyOf(estimates);
      posterior = List.copyOf(posterior);
      int d = observed.dimension();
      boolean fits = truth.dimension() == d;
      int named = truth.points() > 0 || estimates.isEmpty() ? truth.points() : first(estimates);
      if (!labels.endmembers().isEmpty() && labels.endmembers().size() != named) {
        throw new IllegalArgumentException(
            "panel '" + title + "': " + labels.endmembers().size() + " names for " + named);
      }
      for (Estimate estimate : estimates) {
        fits &= estimate.endmembers().dimension() == d;
      }
      for (PointSet cloud : posterior) {
        fits &= cloud.dimension() == d;
      }
      if (!fits || shown.across() >= d || (d > 1 && shown.up() >= d)) {
        throw new IllegalArgumentException(
            "panel '" + title + "': everything must have the observations' " + d + " coordinates");
      }
    }

    private static int first(List<Estimate> estimates) {
      return estimates.get(0).endmembers().points();
    }

    /** Observations alone, over their first two coordinates. */
    public static Panel of(String title, PointSet observed) {
      return new Panel(
          title,
          observed,
          PointSet.none(observed.dimension()),
          List.of(),
          List.of(),
          new Coordinates(0, 1),
          new Labels("Coordinate", List.of()));
    }

    public Panel withTruth(PointSet endmembers) {
      return new Panel(title, observed, endmembers, estimates, posterior, shown, labels);
    }

    public Panel withEstimate(String name, PointSet endmembers) {
      List<Estimate> all = new ArrayList<>(estimates);
      all.add(new Estimate(name, endmembers));
      return new Panel(title, observed, truth, all, posterior, shown, labels);
    }

    public Panel withPosterior(List<PointSet> clouds) {
      return new Panel(title, observed, truth, estimates, clouds, shown, labels);
    }

    /** The same with names. */
    public Panel withLabels(Labels words) {
      return new Panel(title, observed, truth, estimates, posterior, shown, words);
    }

    /** The same over two other coordinates, counted from 0. */
    public Panel over(int across, int up) {
      return new Panel(
          title, observed, truth, estimates, posterior, new Coordinates(across, up), labels);
    }
  }
}
