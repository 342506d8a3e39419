package org.debye.figures;

import java.util.List;

/**
 * Two-dimensional maps of the same spectra side by side, as of the spectra themselves and of what
 * encoders make of them: Figs 6.7, 6.8 and 7.10 of Sun's thesis.
 *
 * @param panels in rows of up to three
 * @param places what the places are
 */
public record PlaneMaps(String title, Colouring colouring, List<Panel> panels, Places places)
    implements PageFigure {

  /** What places are. */
  public enum Places {
    /** Of UMAP: they have no unit, and only who is near to whom is to be read. */
    UMAP,
    /** Scores of the first two principal components, each from -1 to 1 at its farthest. */
    COMPONENTS
  }

  /** Maps by UMAP. */
  public PlaneMaps(String title, Colouring colouring, List<Panel> panels) {
    this(title, colouring, panels, Places.UMAP);
  }

  /** What the colour of a point says. */
  public sealed interface Colouring {
    /**
     * Its class. Values are places among the names; what is not finite has none.
     *
     * @param names of the classes
     */
    record ByClass(List<String> names) implements Colouring {
      public ByClass {
        names = List.copyOf(names);
      }
    }

    /**
     * How far along a course it stands.
     *
     * @param label of the course, with its unit
     */
    record ByCourse(String label) implements Colouring {}
  }

  /**
   * One map.
   *
   * @param places n x 2
   * @param values one for each point, which colour it
   */
  public record Panel(String title, PointSet places, double[] values) {
    public Panel {
      if (places.dimension() != 2 || places.points() != values.length) {
        throw new IllegalArgumentException(
            "map '%s': %d values of %d points with %d coordinates"
                .formatted(title, values.length, places.points(), places.dimension()));
      }
    }
  }

  public PlaneMaps {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("no map to show");
    }
  }

  @Override
  public Page page() {
    return PlaneMapsPage.of(this);
  }
}
