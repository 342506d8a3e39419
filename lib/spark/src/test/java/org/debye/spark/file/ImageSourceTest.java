package org.debye.spark.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.image.ImageData;
import org.debye.hdf5.LocalFileOpener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images inside HDF5 files; those of other formats are tested where they are read. */
final class ImageSourceTest {
  @TempDir Path folder;

  private final ImageSource source = new ImageSource(new LocalFileOpener());

  @BeforeEach
  void file() {
    try (WritableHdfFile hdf = HdfFile.write(folder.resolve("detector.h5"))) {
      hdf.putGroup("entry").putDataset("mask", new int[][] {{0, 1, 0}, {0, 0, -7}});
      hdf.putDataset("flats", new float[][][] {{{0.5f, 2}}, {{3, 4}}});
      hdf.putDataset("name", "not an image");
    }
  }

  private ImageData read(String path) {
    return source.read(folder.resolve("detector.h5") + "::" + path);
  }

  @Test
  void aDatasetIsAMaskWhereItIsNotZero() {
    ImageData mask = read("/entry/mask");
    assertThat(mask.shape()).isEqualTo(new FrameShape(2, 3));
    assertThat(mask.asMask()).containsExactly(false, true, false, false, false, true);
    assertThat(mask.values()).containsExactly(0, 1, 0, 0, 0, -7);
  }

  @Test
  void ofAStackTheFirstFrameIsTaken() {
    ImageData flat = read("/flats");
    assertThat(flat.shape()).isEqualTo(new FrameShape(1, 2));
    assertThat(flat.values()).containsExactly(0.5, 2);
  }

  @Test
  void whatIsNoImageIsRefused() {
    assertThatThrownBy(() -> read("/entry/absent"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("detector.h5:/entry/absent")
        .hasMessageContaining("no image can be read");
    assertThatThrownBy(() -> read("/name"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no image can be read");
    assertThatThrownBy(() -> source.read(folder + "/absent.h5::/mask"))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.MISSING_FILE));
  }
}
