package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;

/** What the pictures of peaks show; {@link GalleryTest} draws them too. */
class PeakFiguresTest {

  @Test
  void predictionsLieOverPeaksAndBothAreSeen() throws Exception {
    PeakTracks figure = PeakGallery.tracks();
    DrawnPage drawn = DrawnPage.of(figure);
    assertThat(drawn.count(0, 0, PeakTracksPage.TRUTH.getRGB())).isGreaterThan(300);
    assertThat(drawn.count(0, 0, PeakTracksPage.PREDICTED.getRGB())).isGreaterThan(100);
    assertThat(
            Sketch.luminance(PeakTracksPage.TRUTH.getRGB() & 0xFFFFFF)
                - Sketch.luminance(PeakTracksPage.PREDICTED.getRGB() & 0xFFFFFF))
        .isGreaterThan(80);
    assertThat(SvgText.of(figure).texts())
        .contains("Frame", "Scattering angle 2θ (deg)", "peaks", "predicted");
  }

  @Test
  void stripsCoverTheirPoints() throws Exception {
    SpectralAxis axis = Sketch.axis(100);
    boolean[] left = new boolean[100];
    boolean[] all = new boolean[100];
    Arrays.fill(left, 0, 50, true);
    Arrays.fill(all, true);
    PeakRegions figure =
        new PeakRegions(
            "a", axis, List.of(new PeakRegions.Panel("one", new double[100], left, all)));
    DrawnPage drawn = DrawnPage.of(figure);
    int truth = drawn.count(0, 0, PeakRegionsPage.TRUTH.getRGB());
    int predicted = drawn.count(0, 0, PeakRegionsPage.PREDICTED.getRGB());
    assertThat(truth / (double) predicted).isBetween(0.48, 0.52);
    assertThat(SvgText.of(PeakGallery.regions()).texts())
        .contains("frame 6", "Scattering angle 2θ (deg)", "in a peak", "predicted to be");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new PeakTracks("a", "x", new long[2], List.of(), List.of()))
        .hasMessage("peaks of 0 and predictions of 0 frames, of 2");
    assertThatThrownBy(() -> new PeakRegions("a", Sketch.axis(5), List.of()))
        .hasMessage("no spectrum to show");
    PeakRegions.Panel panel =
        new PeakRegions.Panel("one", new double[5], new boolean[4], new boolean[5]);
    assertThatThrownBy(() -> new PeakRegions("a", Sketch.axis(5), List.of(panel)))
        .hasMessage("one has not the 5 points of the axis");
  }
}
