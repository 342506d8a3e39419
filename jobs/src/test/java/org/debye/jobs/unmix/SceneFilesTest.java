package org.debye.jobs.unmix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.debye.failure.InputException;
import org.debye.figures.ImageShape;
import org.debye.figures.ImageShape.PixelOrder;
import org.debye.fixtures.SharedData;
import org.debye.jobs.scene.ArrayFile;
import org.debye.jobs.scene.SceneConfig;
import org.debye.jobs.scene.SceneInput;
import org.debye.jobs.value.ImageSize;
import org.debye.spectra.text.MatrixLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Scenes out of MATLAB and .npy files. */
class SceneFilesTest {
  @TempDir Path folder;

  @Test
  void spectraInColumnsAreTurnedAndDivided() throws IOException {
    ArrayFile file = file(Mat5.newMatFile().addArray("Y", counts(3, 6)).addArray("most", one(50)));

    SceneInput scene = scene("Y", null, "most", new ImageSize(2, 3)).read("x", file);

    assertThat(scene.spectra()).isEqualTo(6);
    assertThat(scene.points()).isEqualTo(3);
    assertThat(Arrays.copyOf(scene.scene().values(), 6))
        .containsExactly(0, 10 / 50.0, 20 / 50.0, 1 / 50.0, 11 / 50.0, 21 / 50.0);
    assertThat(scene.image()).isEqualTo(new ImageShape(2, 3, PixelOrder.COLUMN_BY_COLUMN));
    assertThat(scene.places().stream().map(SceneInput.Place::frame))
        .containsExactly(0L, 3L, 1L, 4L, 2L, 5L);
  }

  @Test
  void unsignedIntegersStayPositive() throws IOException {
    Matrix large = Mat5.newMatrix(2, 3, MatlabType.UInt16);
    large.setInt(0, 0, 60_000);
    ArrayFile file = file(Mat5.newMatFile().addArray("Y", large));
    SceneInput scene = scene(null, MatrixLayout.SPECTRA_IN_ROWS, "1", null).read("x", file);
    assertThat(scene.scene().values()[0]).isEqualTo(60_000);
  }

  @Test
  void anArrayOfThreeDimensionsIsAnImage() throws IOException {
    Matrix cube = Mat5.newMatrix(new int[] {2, 3, 4}, MatlabType.Double);
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 3; column++) {
        for (int band = 0; band < 4; band++) {
          cube.setDouble(new int[] {row, column, band}, 100 * row + 10 * column + band);
        }
      }
    }
    ArrayFile file = file(Mat5.newMatFile().addArray("cube", cube));
    SceneInput scene = scene(null, null, "1", null).read("x", file);
    assertThat(scene.image()).isEqualTo(new ImageShape(2, 3, PixelOrder.ROW_BY_ROW));
    assertThat(Arrays.copyOfRange(scene.scene().values(), 4 * 4, 4 * 5))
        .containsExactly(110, 111, 112, 113);
  }

  @Test
  void whatCannotBeToldIsAsked() throws IOException {
    ArrayFile file =
        file(Mat5.newMatFile().addArray("Y", counts(3, 6)).addArray("A", counts(2, 6)));
    assertThatThrownBy(() -> scene(null, null, "1", null).read("x", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("several variables can be meant; it has A (2 x 6), Y (3 x 6).")
        .hasMessageContaining("Set scene.variable to one of them.");
    assertThatThrownBy(() -> scene("y", null, "1", null).read("x", file))
        .hasMessageContaining("there is no variable y of numbers; it has A (2 x 6), Y (3 x 6)");
    assertThatThrownBy(() -> scene("Y", null, "1", null).read("x", file))
        .hasMessageContaining("the matrix is 3 x 6, and nothing says where its spectra lie")
        .hasMessageContaining("Set scene.layout=spectra-in-columns or spectra-in-rows.");
    assertThatThrownBy(
            () ->
                scene("Y", MatrixLayout.SPECTRA_IN_COLUMNS, "1", new ImageSize(2, 2))
                    .read("x", file))
        .hasMessageContaining("an image of 2 x 2 pixels for 6 spectra");
    assertThatThrownBy(() -> scene("Y", MatrixLayout.SPECTRA_IN_COLUMNS, "A", null).read("x", file))
        .hasMessageContaining("the variable A is not one number above 0");
  }

  @Test
  void aReferenceIsTurnedToTheScene() throws IOException {
    ArrayFile file =
        file(
            Mat5.newMatFile()
                .addArray("Y", counts(3, 6))
                .addArray("M", counts(3, 2))
                .addArray("A", counts(2, 6)));
    SceneInput scene = scene("Y", MatrixLayout.SPECTRA_IN_COLUMNS, "1", null).read("x", file);
    SceneReference found =
        Objects.requireNonNull(
            new ReferenceConfig(null, "M", "A", List.of("iron", "oxide")).read(scene, file));
    assertThat(found.endmembers()).containsExactly(0, 10, 20, 1, 11, 21);
    assertThat(Arrays.copyOf(found.abundances(), 4)).containsExactly(0, 10, 1, 11);
    assertThatThrownBy(() -> new ReferenceConfig(null, "A", null, List.of()).read(scene, file))
        .hasMessageContaining("a matrix of 2 x 6 for a scene of 3 points");
  }

  @Test
  void otherFilesAreRefusedWithWhatToDo() throws IOException {
    assertThatThrownBy(() -> read("MATLAB 7.3 MAT-file, Platform: GLNXA64" + " ".repeat(600)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version 7.3, which is HDF5")
        .hasMessageContaining("save(file, '-v7')");
    assertThatThrownBy(() -> read("1 2 3\n4 5 6\n"))
        .hasMessageContaining("neither a MATLAB file of version 5 nor an .npy file");
    assertThatThrownBy(() -> ArrayFile.read(folder.resolve("absent.mat").toString()))
        .hasMessageContaining("there is no such file");
    Path whole = folder.resolve("whole.mat");
    Mat5.writeToFile(Mat5.newMatFile().addArray("Y", counts(30, 60)), whole.toFile());
    byte[] bytes = Files.readAllBytes(whole);
    for (int cut : new int[] {1, 100, 129, bytes.length / 2, bytes.length - 1}) {
      Path file = Files.write(folder.resolve("cut.mat"), Arrays.copyOf(bytes, cut));
      assertThat(catchThrowable(() -> ArrayFile.read(file.toString()).array("Y", "scene.variable")))
          .as("cut at %s", cut)
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void realScenesAreRead() {
    Path data = SharedData.find("hyperspectral").orElse(null);
    Assumptions.assumeTrue(data != null, SharedData.absent("hyperspectral"));
    ArrayFile samson = ArrayFile.read(data.resolve("samson/samson_dataset.mat").toString());
    SceneInput scene = scene("Y", null, "1", new ImageSize(95, 95)).read("samson", samson);
    assertThat(scene.spectra()).isEqualTo(9025);
    assertThat(scene.points()).isEqualTo(156);
    SceneReference reference =
        Objects.requireNonNull(
            new ReferenceConfig(null, "M", "A", List.of("soil", "tree", "water"))
                .read(scene, samson));
    // first line of endmembers.csv beside the scene
    assertThat(reference.endmembers()[0]).isCloseTo(0.1013215859030837, Offset.offset(1e-15));
    assertThat(Arrays.copyOf(reference.abundances(), 3)).containsExactly(0, 0, 1);
    ArrayFile jasper = ArrayFile.read(data.resolve("jasper/JasperRidge2_R198.mat").toString());
    SceneInput ridge =
        scene(null, null, "maxValue", new ImageSize(100, 100)).read("jasper", jasper);
    assertThat(ridge.points()).isEqualTo(198);
    assertThat(Arrays.stream(ridge.scene().values()).min().orElseThrow()).isGreaterThanOrEqualTo(0);
  }

  private void read(String text) throws IOException {
    Path file = folder.resolve("x.mat");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    ArrayFile.read(file.toString());
  }

  private ArrayFile file(us.hebi.matlab.mat.types.MatFile content) throws IOException {
    Path file = folder.resolve("scene.mat");
    Mat5.writeToFile((Mat5File) content, file.toFile());
    return ArrayFile.read(file.toString());
  }

  /** Entry (row, column) is 10 row + column. */
  private static Matrix counts(int rows, int columns) {
    Matrix matrix = Mat5.newMatrix(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix.setDouble(row, column, 10 * row + column);
      }
    }
    return matrix;
  }

  private static Matrix one(double value) {
    return Mat5.newScalar(value);
  }

  private static SceneConfig scene(
      @Nullable String variable,
      @Nullable MatrixLayout layout,
      String divideBy,
      @Nullable ImageSize image) {
    return new SceneConfig(
        variable, layout, divideBy, image, image == null ? null : PixelOrder.COLUMN_BY_COLUMN);
  }
}
