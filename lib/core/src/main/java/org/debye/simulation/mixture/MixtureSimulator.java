package org.debye.simulation.mixture;

import java.util.Arrays;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Mixture;
import org.debye.spectra.mixing.NoiseModel;
import org.debye.spectra.mixing.Observations;

/**
 * Draws mixtures from the prior of Hoidn, Mishra and Mehta, eqs 1 to 3, and observations of them.
 * Each observation has a stream of its own: the first 100 of 500 are the 100 of a smaller dataset.
 */
public final class MixtureSimulator {
  private MixtureSimulator() {}

  /**
   * A mixture and what is observed of it.
   *
   * @param logAbundances N x K, finite where an abundance is 0 for being below the smallest double
   */
  public record Simulated(Mixture truth, double[] logAbundances, Observations observed) {}

  /**
   * One dataset.
   *
   * @param model what to draw from
   * @param observations N, at least 1
   * @param streams named by the caller, as {@code RandomStreams.of(seed).under(dataset)}
   */
  public static Simulated simulate(MixingModel model, int observations, RandomStreams streams) {
    double[] weights = weights(model, streams.at("weights"));
    double[] endmembers = endmembers(model, streams.at("endmembers"));
    double[] scales = scales(model, streams.at("scales"));
    double[] correlation = correlation(model, streams.at("correlation"));
    int k = model.endmembers();
    int d = model.dimensions();
    Mixture truth =
        new Mixture(weights, endmembers, scales, correlation, new double[observations * k]);
    double[] values = new double[observations * d];
    double[] concentration = Arrays.stream(weights).map(w -> w * model.alpha1()).toArray();
    double[] logAbundances = new double[observations * k];
    double[] logarithm = new double[k];
    RandomStreams each = streams.under("observation");
    for (int i = 0; i < observations; i++) {
      RandomStream random = each.at(i);
      double[] abundance = new double[k];
      random.nextDirichlet(concentration, abundance, logarithm);
      System.arraycopy(abundance, 0, truth.abundances(), i * k, k);
      System.arraycopy(logarithm, 0, logAbundances, i * k, k);
      System.arraycopy(observe(model, truth, abundance, random), 0, values, i * d, d);
    }
    return new Simulated(truth, logAbundances, new Observations(observations, d, values));
  }

  private static double[] weights(MixingModel model, RandomStream random) {
    double[] concentration = new double[model.endmembers()];
    Arrays.fill(concentration, model.alpha0());
    double[] weights = new double[concentration.length];
    random.nextDirichlet(concentration, weights);
    return weights;
  }

  private static double[] endmembers(MixingModel model, RandomStream random) {
    double[] endmembers = new double[model.endmembers() * model.dimensions()];
    Arrays.setAll(endmembers, at -> random.nextGaussian());
    return endmembers;
  }

  private static double[] scales(MixingModel model, RandomStream random) {
    double[] scales = new double[model.dimensions()];
    Arrays.setAll(scales, at -> model.sigma() * (0.5 + random.nextOpenDouble()));
    return scales;
  }

  private static double[] correlation(MixingModel model, RandomStream random) {
    int d = model.dimensions();
    double[] factors = new double[model.correlationFactors() * d * d];
    for (int f = 0; f < model.correlationFactors(); f++) {
      random.nextLkjCholesky(model.eta(), d, factors, f * d * d);
    }
    return factors;
  }

  /** C w + T z, z standard normal, with the noise model's lower factor T of the covariance. */
  private static double[] observe(
      MixingModel model, Mixture truth, double[] abundance, RandomStream random) {
    int d = model.dimensions();
    boolean authors = model.noise() == NoiseModel.AUTHORS_CODE;
    double[] normal = new double[d];
    Arrays.setAll(normal, at -> random.nextGaussian());
    double[] value = new double[d];
    for (int row = 0; row < d; row++) {
      double noise = 0;
      for (int f = 0; f < model.correlationFactors(); f++) {
        double share = authors ? abundance[f] : 1;
        for (int column = 0; column <= row; column++) {
          noise += share * truth.correlation()[(f * d + row) * d + column] * normal[column];
        }
      }
      double scale = truth.scales()[row];
      value[row] = (authors ? StrictMath.sqrt(scale) : scale) * noise;
      for (int k = 0; k < abundance.length; k++) {
        value[row] += abundance[k] * truth.endmembers()[k * d + row];
      }
    }
    return value;
  }
}
