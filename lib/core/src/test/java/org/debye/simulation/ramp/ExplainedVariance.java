package org.debye.simulation.ramp;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.debye.spectra.baseline.Baseline;
import org.debye.spectra.baseline.BaselineSettings;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of a ramp after ALS (1e5, 0.002, 10), as the published analysis has them.
 */
final class ExplainedVariance {
  private ExplainedVariance() {}

  /** Shares of variance, descending, by the eigenvalues of the centred frames' products. */
  static double[] of(SimulatedRamp ramp) {
    int frames = ramp.dataset().frames();
    int points = SimulatedRamp.axis().points();
    double[] spectra = new double[frames * points];
    IntStream.range(0, frames)
        .parallel()
        .forEach(
            frame -> {
              float[] above = above(ramp.spectrum(frame).intensity());
              for (int i = 0; i < points; i++) {
                spectra[frame * points + i] = above[i];
              }
            });
    centre(spectra, frames, points);
    DMatrixRMaj centred = DMatrixRMaj.wrap(frames, points, spectra);
    DMatrixRMaj products = new DMatrixRMaj(frames, frames);
    CommonOps_DDRM.multTransB(centred, centred, products);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(frames, false, true);
    if (!eigen.decompose(products)) {
      throw new IllegalStateException("no eigenvalues");
    }
    double[] values =
        IntStream.range(0, frames)
            .mapToDouble(i -> -eigen.getEigenvalue(i).real)
            .sorted()
            .toArray();
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }

  /** What a spectrum has above its baseline. */
  static float[] above(float[] intensity) {
    float[] below = new float[intensity.length];
    Baseline.of(BaselineSettings.Als.DEFAULT, intensity.length).estimate(intensity, below);
    for (int i = 0; i < below.length; i++) {
      below[i] = intensity[i] - below[i];
    }
    return below;
  }

  /** How many components hold a share. */
  static int componentsFor(double share, double[] explained) {
    double sum = 0;
    int count = 0;
    while (sum < share && count < explained.length) {
      sum += explained[count++];
    }
    return count;
  }

  private static void centre(double[] spectra, int frames, int points) {
    for (int i = 0; i < points; i++) {
      double mean = 0;
      for (int frame = 0; frame < frames; frame++) {
        mean += spectra[frame * points + i] / frames;
      }
      for (int frame = 0; frame < frames; frame++) {
        spectra[frame * points + i] -= mean;
      }
    }
  }
}
