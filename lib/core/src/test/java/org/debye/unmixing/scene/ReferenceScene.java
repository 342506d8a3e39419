package org.debye.unmixing.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.debye.evaluation.SpectralAngle;
import org.debye.fixtures.SharedData;
import org.junit.jupiter.api.Assumptions;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** A benchmark scene with its reference endmembers, K x P, and abundances, N x K. */
public record ReferenceScene(Scene scene, int endmembers, double[] spectra, double[] abundances) {

  /** Samson: 95 x 95 spectra of 156 points; soil, tree, water. */
  public static ReferenceScene samson() {
    MatFile file = open("hyperspectral/samson/samson_dataset.mat");
    return of("Samson", file.getMatrix("Y"), 1, file.getMatrix("M"), file.getMatrix("A"));
  }

  /** Jasper Ridge: 100 x 100 spectra of 198 points; tree, water, dirt, road. */
  public static ReferenceScene jasper() {
    MatFile file = open("hyperspectral/jasper/JasperRidge2_R198.mat");
    MatFile ends = open("hyperspectral/jasper/JasperRidge2_end4.mat");
    double largest = file.getMatrix("maxValue").getDouble(0);
    return of("Jasper", file.getMatrix("Y"), largest, ends.getMatrix("M"), ends.getMatrix("A"));
  }

  /** Angles in rad of K spectra (K x P) to the reference endmembers, in the best assignment. */
  public double[] angles(double[] found) {
    return SpectralAngle.matched(found, spectra, endmembers, scene.points()).angles();
  }

  private static ReferenceScene of(String name, Matrix y, double unit, Matrix m, Matrix a) {
    int points = y.getNumRows();
    double[] values = transposed(y);
    for (int i = 0; i < values.length; i++) {
      values[i] /= unit;
    }
    return new ReferenceScene(
        new Scene(name, y.getNumCols(), points, values),
        m.getNumCols(),
        transposed(m),
        transposed(a));
  }

  private static double[] transposed(Matrix matrix) {
    int rows = matrix.getNumRows();
    double[] out = new double[rows * matrix.getNumCols()];
    for (int i = 0; i < out.length; i++) {
      out[i] = matrix.getDouble(i % rows, i / rows);
    }
    return out;
  }

  private static MatFile open(String relative) {
    Assumptions.assumeTrue(SharedData.find(relative).isPresent(), SharedData.absent(relative));
    Path path = SharedData.find(relative).orElseThrow();
    try {
      return Mat5.readFromFile(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
