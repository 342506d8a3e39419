package org.debye.simulation.ramp;

import org.debye.spectra.Spectrum;

/**
 * Estimates how much of a sample has gone over from one frame's spectrum, knowing everything else:
 * where every line stands, how strong and broad it is, background and pixels. The share is the one
 * of greatest Poisson likelihood; the logarithm is concave in it, so Newton's method in a bracket
 * finds it. No model that must learn lines from spectra can be expected to do better: this is the
 * ceiling that models are scored against. Immutable and thread safe.
 */
public final class ShareOracle {
  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-10;

  private final SimulatedRamp ramp;
  private final double[] pixels;

  public ShareOracle(SimulatedRamp ramp) {
    this.ramp = ramp;
    this.pixels = ramp.pixels();
  }

  /**
   * What a spectrum says.
   *
   * @param newShare of the greatest likelihood, within 0 and 1
   * @param standardError of a share inside, from Fisher's information: 1 / sqrt(sum (d mu)^2 / mu)
   */
  public record Estimate(double newShare, double standardError) {}

  /**
   * Estimates a frame.
   *
   * @param spectrum of the frame, on the ramp's axis, without gaps
   */
  public Estimate estimate(int frame, Spectrum spectrum) {
    double[] fixed = ramp.background();
    double[] difference = new double[fixed.length];
    split(frame, fixed, difference);
    double low = 0;
    double high = 1;
    double share = 0.5;
    Slopes slopes = slopes(spectrum.intensity(), fixed, difference, share);
    for (int step = 0; step < MOST_STEPS && high - low > CLOSE; step++) {
      if (slopes.first > 0) {
        low = share;
      } else {
        high = share;
      }
      double next = share + slopes.first / slopes.second;
      next = next > low && next < high ? next : 0.5 * (low + high);
      if (Math.abs(next - share) < 0.1 * CLOSE) {
        break;
      }
      share = next;
      slopes = slopes(spectrum.intensity(), fixed, difference, share);
    }
    return new Estimate(share, 1 / Math.sqrt(information(fixed, difference, share)));
  }

  /** fixed + share x difference is what is expected. */
  private void split(int frame, double[] fixed, double[] difference) {
    RampDataset dataset = ramp.dataset();
    double powder = 1 - dataset.calibrant() - dataset.medium();
    for (Crystal crystal : ramp.crystals()) {
      double[] pure = ramp.template(frame, crystal);
      boolean before = crystal == dataset.sample().before();
      boolean after = crystal == dataset.sample().after();
      double volume =
          before || after
              ? powder
              : crystal == Crystal.PLATINUM ? dataset.calibrant() : dataset.medium();
      for (int i = 0; i < pure.length; i++) {
        if (!after) {
          fixed[i] += volume * pure[i];
        }
        if (before || after) {
          difference[i] += (after ? volume : -volume) * pure[i];
        }
      }
    }
  }

  /** First derivative of the log likelihood, and minus its second. */
  private record Slopes(double first, double second) {}

  private Slopes slopes(float[] intensity, double[] fixed, double[] difference, double share) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < fixed.length; i++) {
      double mean = fixed[i] + share * difference[i];
      double ratio = difference[i] / mean;
      first += pixels[i] * (intensity[i] * ratio - difference[i]);
      second += pixels[i] * intensity[i] * ratio * ratio;
    }
    return new Slopes(first, second);
  }

  private double information(double[] fixed, double[] difference, double share) {
    double sum = 0;
    for (int i = 0; i < fixed.length; i++) {
      sum += pixels[i] * difference[i] * difference[i] / (fixed[i] + share * difference[i]);
    }
    return sum;
  }
}
