package org.debye.jobs.scene;

import java.util.List;
import org.debye.figures.ImageShape;
import org.debye.spectra.SpectralAxis;
import org.debye.unmixing.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Spectra that are worked on together, and where each came from.
 *
 * @param scene N spectra of P points
 * @param axis P points
 * @param places N, in the order of the spectra
 * @param image how the spectra lie, or null where they are no image
 */
public record SceneInput(
    Scene scene, SpectralAxis axis, List<Place> places, @Nullable ImageShape image) {

  /**
   * One spectrum's row in the tables.
   *
   * @param frame of an image the pixel, row by row
   */
  public record Place(String datasetId, long frame) {}

  public SceneInput {
    places = List.copyOf(places);
    if (axis.points() != scene.points() || places.size() != scene.count()) {
      throw new IllegalArgumentException(
          places.size() + " places and " + axis.points() + " points of " + scene.name());
    }
  }

  /** N. */
  public int spectra() {
    return scene.count();
  }

  /** P. */
  public int points() {
    return scene.points();
  }
}
