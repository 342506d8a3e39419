package org.debye.jobs.reduce;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.Interval;
import org.debye.spectra.reduction.ErrorModel;
import org.debye.spectra.reduction.IntegrationSettings;
import org.debye.spectra.reduction.Normalisation;
import org.debye.spectra.reduction.PixelSplitting;
import org.debye.spectra.reduction.SigmaClipping;
import org.jspecify.annotations.Nullable;

/** Keys of {@code integration}: from an image to a spectrum. */
public record IntegrationConfig(
    @Key(meaning = "Points of a spectrum.", unit = "bins") int points,
    @Key(meaning = "Axis of the spectra.") RadialUnit unit,
    @Key(meaning = "How a pixel is shared among bins.", byDefault = "bounding-box")
        PixelSplitting splitting,
    @Key(
            meaning =
                "ng: sum of counts over sum of corrections (pyFAI's integrate1d_ng); legacy: mean of"
                    + " corrected counts (integrate1d_legacy).",
            byDefault = "ng")
        Normalisation normalisation,
    @Key(meaning = "What sigma is computed from.", byDefault = "none") ErrorModel errorModel,
    @Key(meaning = "Azimuthal sigma clipping.") SigmaClip sigmaClip,
    @Key(meaning = "Correct for the solid angle of the pixels.", byDefault = "true")
        boolean solidAngle,
    @Key(
            meaning =
                "Polarisation factor to correct for: 1 horizontal, 0 none, -1 vertical. Left out,"
                    + " nothing is corrected.",
            unit = "1")
        @Nullable Double polarisation,
    @Key(
            meaning = "Keep to this part of the axis, from:to. All when left out.",
            unit = "of the axis")
        @Nullable Interval radialRange,
    @Key(
            meaning =
                "Keep to these azimuths, from:to, from the horizontal towards growing rows; past 180"
                    + " where from is above to. All when left out.",
            unit = "deg")
        @Nullable Interval azimuthRange) {

  public IntegrationConfig {
    InvalidValue.unless(
        points >= 2 && points <= 1_000_000,
        "points",
        points + " is not within 2 and 1000000",
        "About as many as pixels along a radius are useful, such as 2000.");
    InvalidValue.unless(
        polarisation == null || (polarisation >= -1 && polarisation <= 1),
        "polarisation",
        polarisation + " is not within -1 and 1",
        "Synchrotrons have 0.95 to 1.");
    InvalidValue.unless(
        radialRange == null || radialRange.from() < radialRange.to(),
        "radialRange",
        radialRange + " is empty",
        "Write from:to with to above from.");
    InvalidValue.unless(
        sigmaClip.threshold == null
            || (normalisation == Normalisation.NG && errorModel == ErrorModel.POISSON),
        "sigmaClip",
        "clipping needs the errors of counts",
        "Set integration.error-model=poisson and integration.normalisation=ng.");
  }

  /** The kernel's settings. */
  IntegrationSettings settings() {
    Double threshold = sigmaClip.threshold;
    return new IntegrationSettings(
        points,
        unit.kind(),
        splitting,
        normalisation,
        errorModel,
        threshold == null ? null : new SigmaClipping(threshold, sigmaClip.iterations),
        solidAngle,
        polarisation,
        radialRange == null ? null : radialRange.range(),
        azimuthRange == null ? null : azimuthRange.range());
  }

  /** Keys of {@code integration.sigma-clip}. */
  public record SigmaClip(
      @Key(
              meaning =
                  "Leave out pixels farther than this from their bin's mean, and again until none"
                      + " is. Left out, nothing is clipped.",
              unit = "sigma")
          @Nullable Double threshold,
      @Key(meaning = "Rounds of clipping at most.", unit = "1", byDefault = "5") int iterations) {
    public SigmaClip {
      InvalidValue.unless(
          threshold == null || threshold > 0,
          "threshold",
          threshold + " is not above 0",
          "Write 5, for example.");
      InvalidValue.unless(
          iterations >= 1, "iterations", iterations + " is below 1", "Write 5, for example.");
    }
  }
}
