package org.debye.jobs.study.absorption;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.data.SpectrumSource;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.simulation.absorption.SiteMixture;

/**
 * The spectra of an element as models see them. In this order: a spectrum is moved along the energy
 * and put on the window's grid, gets its noise, is shifted and scaled to mean 0 and variance 1, and
 * is cut at the end of the pre-edge region where no more is to be seen. So a pre-edge keeps its
 * height beside the edge, as in equation (2) of Carbone et al. 2019.
 */
public final class SiteSpectra {
  private final float[][] measured;
  private final ElementTask task;
  private final RandomStreams streams;

  private SiteSpectra(float[][] measured, ElementTask task, RandomStreams streams) {
    this.measured = measured;
    this.task = task;
    this.streams = streams;
  }

  /**
   * Takes them into memory.
   *
   * @param spectra one a site
   * @param streams of the element
   */
  static SiteSpectra of(SpectrumSource spectra, ElementTask task, RandomStreams streams) {
    float[][] measured = new float[spectra.size()][spectra.points()];
    for (int i = 0; i < measured.length; i++) {
      spectra.read(i, measured[i], 0);
    }
    return new SiteSpectra(measured, task, streams);
  }

  public int count() {
    return measured.length;
  }

  /** A site's spectrum, moved by so many eV. */
  float[] moved(int site, double shift, AbsorptionModel.Part part) {
    return seen(task.window().of(measured[site], shift), site, part);
  }

  /**
   * A site's spectrum with noise, which depends on the seed, the frame and the draw alone.
   *
   * @param deviation in edge steps
   * @param draw names it among the draws of the site
   */
  float[] noisy(int site, double deviation, String draw, int number, AbsorptionModel.Part part) {
    float[] values = task.window().of(measured[site], 0);
    RandomStream noise = streams.under(draw).at(task.sites().frames()[site], number);
    for (int p = 0; p < values.length; p++) {
      values[p] += (float) (deviation * noise.nextGaussian());
    }
    return seen(values, site, part);
  }

  /**
   * The spectrum of a mixture of sites in edge steps, moved by so many eV; neither noisy nor scaled
   * yet.
   */
  public float[] mixed(SiteMixture mixture, double shift) {
    return task.window().of(mixture.mean(measured), shift);
  }

  private float[] seen(float[] values, int site, AbsorptionModel.Part part) {
    scale(values, task.element() + ", frame " + task.sites().frames()[site]);
    return Arrays.copyOf(values, task.points(part));
  }

  /**
   * Brings a spectrum to mean 0 and variance 1.
   *
   * @param values overwritten
   * @param where it is, for the message
   * @throws InputException where it is constant
   */
  public static void scale(float[] values, String where) {
    double mean = 0;
    for (float value : values) {
      mean += value / (double) values.length;
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double deviation = Math.sqrt(variance);
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      throw InputException.of(
          FailureCode.CONSTANT_SPECTRA,
          where,
          "the spectrum is constant",
          "Remove its label, or the spectrum.");
    }
    for (int p = 0; p < values.length; p++) {
      values[p] = (float) ((values[p] - mean) / deviation);
    }
  }
}
