package org.debye.unmixing.scene;

import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.endmember.EndmemberExtractor;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.endmember.NFindr;
import org.debye.unmixing.endmember.Sisal;
import org.debye.unmixing.endmember.Vca;
import org.debye.unmixing.posterior.MixingDensity;
import org.debye.unmixing.posterior.StartPoint;

/**
 * Where a start of inference begins: at a point estimate, drawn in a little, and the abundances
 * that belong to it. Random points end in far modes on measured spectra. Starts take N-FINDR, VCA
 * and SISAL in turn, each with a stream of its own, so that agreement between starts means
 * something.
 */
final class StartingPoint {
  private static final EndmemberExtractor[] METHODS = {NFindr.DEFAULT, Vca.DEFAULT, Sisal.DEFAULT};
  private static final double DRAWN_IN = 0.8;
  private static final double LEAST_SCATTER = 0.02;

  private StartingPoint() {}

  /** Unconstrained coordinates for start number {@code start}. */
  static double[] of(
      MixingDensity density,
      Observations points,
      int endmembers,
      int start,
      RandomStreams streams) {
    Endmembers found =
        METHODS[start % METHODS.length]
            .extract(points, endmembers, streams.at("point estimate", start))
            .found()
            .orElseThrow();
    Endmembers inner = drawnIn(found);
    double[] shares = StartPoint.shares(inner, points);
    return StartPoint.at(density, inner, shares, scatter(points, inner, shares));
  }

  private static Endmembers drawnIn(Endmembers found) {
    int d = found.dimensions();
    double[] out = found.coordinates().clone();
    for (int j = 0; j < d; j++) {
      double mean = 0;
      for (int k = 0; k < found.count(); k++) {
        mean += found.at(k, j) / found.count();
      }
      for (int k = 0; k < found.count(); k++) {
        out[k * d + j] = mean + DRAWN_IN * (found.at(k, j) - mean);
      }
    }
    return Endmembers.free(found.count(), d, out);
  }

  private static double[] scatter(Observations points, Endmembers pure, double[] shares) {
    int d = points.dimensions();
    double[] scatter = new double[d];
    for (int i = 0; i < points.values().length; i++) {
      double rest = points.values()[i];
      for (int k = 0; k < pure.count(); k++) {
        rest -= shares[i / d * pure.count() + k] * pure.at(k, i % d);
      }
      scatter[i % d] += rest * rest / points.count();
    }
    for (int j = 0; j < d; j++) {
      scatter[j] = Math.sqrt(scatter[j]) + LEAST_SCATTER;
    }
    return scatter;
  }
}
