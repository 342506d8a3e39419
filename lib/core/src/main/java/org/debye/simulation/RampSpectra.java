package org.debye.simulation;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.debye.spectra.Spectrum;

/**
 * The ramp as spectra, without the detour over frames: as many photons as the detector's good
 * pixels would count in each bin, with Poisson noise. What it leaves out are the spots of the
 * diamonds and the spread of a pixel over several bins. A spectrum depends on settings, points and
 * the frame's number only. Immutable and thread safe.
 */
public final class RampSpectra {
  private final RampSettings settings;
  private final CompressionRamp ramp;
  private final SpectralAxis axis;
  private final double step;
  private final double[] norms;

  /**
   * Counts the pixels of each bin.
   *
   * @param points bins from the detector's smallest angle to its largest, at least 2
   */
  public RampSpectra(RampSettings settings, int points) {
    if (points < 2) {
      throw new IllegalArgumentException("points must be at least 2, got " + points);
    }
    this.settings = settings;
    this.ramp = new CompressionRamp(settings);
    RawRamp detector = new RawRamp(settings);
    double[] whole = detector.truthAxis();
    double first = whole[0];
    this.step = (whole[whole.length - 1] - first) / points;
    double[] centres = new double[points];
    Arrays.setAll(centres, i -> first + (i + 0.5) * step);
    this.axis = new SpectralAxis(AxisKind.TWO_THETA_DEG, centres);
    this.norms = new double[points];
    detector.addNorms(first, step, norms);
  }

  public SpectralAxis axis() {
    return axis;
  }

  /** The truth of a frame. */
  public RampState state(int frame) {
    return ramp.state(frame);
  }

  /** Expected counts of one pixel, on {@link #axis()}. */
  public double[] truthPattern(int frame) {
    double[] pattern = new double[norms.length];
    ramp.pattern(ramp.state(frame), axis.values()[0], step, pattern);
    return pattern;
  }

  /** Mean counts of a bin's pixels and their standard error; NaN where a bin has no pixels. */
  public Spectrum spectrum(int frame) {
    double[] pattern = truthPattern(frame);
    RandomStream random =
        RandomStreams.of(settings.seed()).under("ramp-spectra").at(norms.length, frame);
    float[] intensity = new float[norms.length];
    float[] sigma = new float[norms.length];
    for (int i = 0; i < norms.length; i++) {
      int counts = random.nextPoisson(pattern[i] * norms[i]);
      intensity[i] = (float) (counts / norms[i]);
      sigma[i] = (float) (Math.sqrt(counts) / norms[i]);
    }
    return new Spectrum(intensity, sigma, Spectrum.NONE);
  }
}
