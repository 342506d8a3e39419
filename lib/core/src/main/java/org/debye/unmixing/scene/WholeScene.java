package org.debye.unmixing.scene;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.posterior.StartSummary;
import org.debye.unmixing.subspace.Subspace;

/**
 * From draws of the globals back to every spectrum, also those that the endmembers were not
 * inferred from, and to all points of the axis. For each of some draws, {@link
 * ConditionalAbundances} moves every spectrum's abundances on from the draw before; the endmembers
 * are lifted from the subspace, and what they have outside of it comes from {@link
 * OutsideRegression} on the abundances.
 *
 * <p>Spectra are drawn on all cores, a block at a time, each from a stream of its own.
 */
final class WholeScene {
  private static final int DRAWS = 200;
  private static final int BURN_IN = 20;
  private static final int BLOCK = 512;
  private static final double LEAST_SHARE = 0.01;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final Observations spectra;
  private final Subspace subspace;
  private final StandardisedPoints standardised;
  private final StartSummary draws;
  private final int endmembers;
  private final int used;
  private final ConditionalAbundances[] given;
  private final OutsideRegression[] outside;
  private final double[] squares;

  /**
   * Prepares.
   *
   * @param spectra N x P, scaled
   * @param draws of the globals, alpha1 last
   */
  WholeScene(
      Observations spectra,
      Subspace subspace,
      StandardisedPoints standardised,
      StartSummary draws) {
    this.spectra = spectra;
    this.subspace = subspace;
    this.standardised = standardised;
    this.draws = draws;
    endmembers = draws.layout().endmembers();
    used = Math.min(DRAWS, draws.count());
    outside = new OutsideRegression[used];
    given = new ConditionalAbundances[used];
    for (int s = 0; s < used; s++) {
      given[s] = new ConditionalAbundances(draws.layout());
      given[s].condition(draws.draws(), draw(s) * draws.layout().width(), draws.layout());
    }
    Arrays.setAll(outside, s -> new OutsideRegression(endmembers, subspace.bands()));
    squares = new double[subspace.bands()];
  }

  /** Means and 90 % intervals. To be called once, before {@link #endmemberSpectra}. */
  SceneAbundances abundances(RandomStreams streams) {
    int n = spectra.count();
    double[] shares = begin();
    double[] low = new double[n * endmembers];
    double[] high = new double[n * endmembers];
    double[][] sampled = new double[Math.min(BLOCK, n)][used * endmembers];
    for (int start = 0; start < n; start += BLOCK) {
      int from = start;
      int size = Math.min(BLOCK, n - start);
      IntStream.range(0, size)
          .parallel()
          .forEach(
              i -> {
                sample(from + i, shares, sampled[i], streams.at("abundances", from + i));
                summarise(sampled[i], (from + i) * endmembers, shares, low, high);
              });
      regress(from, size, sampled);
    }
    return new SceneAbundances(n, endmembers, shares, low, high);
  }

  /** One spectrum's abundances, a row for each draw of the globals. */
  private void sample(int i, double[] shares, double[] sampled, RandomStream random) {
    Observations points = standardised.points();
    double[] row = Arrays.copyOfRange(shares, i * endmembers, (i + 1) * endmembers);
    double[] residual = new double[points.dimensions()];
    for (int s = 0; s < used; s++) {
      for (int sweep = s == 0 ? BURN_IN : 0; sweep >= 0; sweep--) {
        given[s].sweep(points.values(), i * points.dimensions(), row, residual, random);
      }
      System.arraycopy(row, 0, sampled, s * endmembers, endmembers);
    }
  }

  private void summarise(double[] sampled, int at, double[] mean, double[] low, double[] high) {
    double[] values = new double[used];
    for (int k = 0; k < endmembers; k++) {
      double sum = 0;
      for (int s = 0; s < used; s++) {
        values[s] = sampled[s * endmembers + k];
        sum += values[s];
      }
      Arrays.sort(values);
      mean[at + k] = sum / used;
      low[at + k] = SpectrumBands.quantile(values, LOW);
      high[at + k] = SpectrumBands.quantile(values, HIGH);
    }
  }

  private void regress(int from, int size, double[][] sampled) {
    int p = subspace.bands();
    double[] rest = new double[size * p];
    for (int i = 0; i < size; i++) {
      rest(from + i, rest, i * p);
      for (int b = 0; b < p; b++) {
        squares[b] += rest[i * p + b] * rest[i * p + b];
      }
    }
    IntStream.range(0, used)
        .parallel()
        .forEach(
            s -> {
              for (int i = 0; i < size; i++) {
                outside[s].add(sampled[i], s * endmembers, rest, i * p);
              }
            });
  }

  /** Draws of the endmembers' whole spectra, S x K x P. */
  double[] endmemberSpectra(RandomStream random) {
    int size = endmembers * subspace.bands();
    double[] out = new double[used * size];
    for (int s = 0; s < used; s++) {
      double[] inside =
          subspace.lift(standardised.unscaled(draws.layout().endmembers(draws.globals(draw(s)))));
      System.arraycopy(inside, 0, out, s * size, size);
      outside[s].addDraw(squares, spectra.count(), out, s * size, random);
    }
    return out;
  }

  private int draw(int s) {
    return (int) ((long) s * draws.count() / used);
  }

  /** What of spectrum i lies outside of the subspace. */
  private void rest(int i, double[] rest, int offset) {
    int d = subspace.dimensions();
    int p = subspace.bands();
    double[] point = Arrays.copyOfRange(standardised.points().values(), i * d, (i + 1) * d);
    double[] inside = subspace.lift(standardised.unscaled(point));
    for (int b = 0; b < p; b++) {
      rest[offset + b] = spectra.values()[i * p + b] - inside[b];
    }
  }

  /** Fully constrained least squares at the posterior mean, moved off the faces. */
  private double[] begin() {
    Observations points = standardised.points();
    double[] coordinates = draws.layout().endmembers(draws.mean());
    double[] shares =
        AbundanceSolver.of(
                Endmembers.free(endmembers, points.dimensions(), coordinates),
                new AbundanceMethod.FullyConstrained())
            .solveAll(points)
            .values();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (shares[i] + LEAST_SHARE) / (1 + LEAST_SHARE * endmembers);
    }
    return shares;
  }
}
