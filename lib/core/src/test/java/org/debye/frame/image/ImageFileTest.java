package org.debye.frame.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.fixtures.Golden;
import org.debye.frame.FrameShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against files of fabio, numpy and Pillow: test/golden/images.py. */
class ImageFileTest {
  private static final Map<String, byte[]> FILES = unzipped("images.zip");

  static Stream<String> images() {
    return FILES.keySet().stream().filter(name -> FILES.containsKey(name + ".bin"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void readsEveryPixel(String name) {
    ImageData image = ImageFile.read(name, file(name));

    assertThat(image.shape()).isEqualTo(new FrameShape(11, 14));
    assertThat(image.values()).containsExactly(doubles(file(name + ".bin")));
  }

  @Test
  void thereAreFilesOfEveryKind() {
    assertThat(images().count()).isEqualTo(83);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"series.edf", "pages.tif"})
  void readsTheSecondOfSeveralImages(String name) {
    double[] second = doubles(file(name + ".second.bin"));
    assertThat(ImageFile.read(name, file(name), 1).values()).containsExactly(second);
    assertThatThrownBy(() -> ImageFile.read(name, file(name), 2))
        .isInstanceOf(InputException.class)
        .hasMessage(
            name
                + ": no image 2, there are 2. Images are counted from 0: choose one that is there.");
  }

  @Test
  void followsLzwThroughAFullTable() {
    double[] values = ImageFile.read("lzw_long.tif", file("lzw_long.tif")).values();
    double[] expected = doubles(file("lzw_long.tif.sum"));
    double sum = 0;
    double moment = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      moment += values[i] * i;
    }
    assertThat(new double[] {sum, moment}).containsExactly(expected);
  }

  @Test
  void aMaskMasksWhereTheValueIsNotZero() {
    ImageData image =
        new ImageData(new FrameShape(1, 5), new double[] {0, 1, -0.0, Double.NaN, -3});
    assertThat(image.asMask()).containsExactly(false, true, false, true, true);
  }

  @Test
  void refusesPickles() {
    assertThatThrownBy(() -> ImageFile.read("mask.npy", npy("|O", "(2, 2)", 32)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("mask.npy: numpy type '|O' is not read. Save it as bool");
  }

  @Test
  void refusesAnArrayThatIsNoImage() {
    assertThatThrownBy(() -> ImageFile.read("mask.npy", npy("<u2", "(4,)", 8)))
        .hasMessageContaining("an array of 1 dimensions where an image needs 2");
    assertThatThrownBy(() -> ImageFile.read("mask.npy", npy("<u2", "(2, 0)", 8)))
        .hasMessageContaining("2 x 0 pixels");
  }

  @Test
  void refusesWhatIsNoImageFile() {
    byte[] text = "# a poni file\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ImageFile.read("L2.poni", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "L2.poni: neither EDF, NPY nor TIFF by its first bytes. Save the image as one of"
                + " these.");
  }

  @Test
  void refusesAnEdfWithoutItsByteOrder() {
    byte[] edf =
        "{\nDim_1 = 2 ;\nDim_2 = 1 ;\nDataType = UnsignedShort ;\n}\nabcd"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ImageFile.read("dark.edf", edf))
        .hasMessageContaining("Set it to LowByteFirst or HighByteFirst.");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void aTruncatedFileIsRefusedAndNotFilledUp(String name) {
    assumeFalse(FILES.containsKey(name + ".second.bin"), "its first image may be whole");
    byte[] whole = file(name);
    for (int length : new int[] {0, 3, 7, 9, 20, whole.length / 3, whole.length / 2}) {
      byte[] cut = Arrays.copyOf(whole, Math.min(length, whole.length - 1));
      assertThatThrownBy(() -> ImageFile.read(name, cut))
          .as("%d bytes", length)
          .isInstanceOfSatisfying(
              InputException.class,
              e -> assertThat(e.code()).isEqualTo(FailureCode.UNREADABLE_FILE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void damageIsAnInputExceptionOrAnotherImageButNeverACrash(String name) {
    Random random = new Random(name.hashCode());
    for (int trial = 0; trial < 60; trial++) {
      byte[] damaged = file(name).clone();
      int reach = trial % 2 == 0 ? Math.min(200, damaged.length) : damaged.length;
      for (int flips = 0; flips < 1 + trial % 4; flips++) {
        damaged[random.nextInt(reach)] = (byte) random.nextInt();
      }
      Throwable thrown = catchThrowable(() -> ImageFile.read(name, damaged));
      if (thrown != null) {
        assertThat(thrown).as("trial %d", trial).isInstanceOf(InputException.class);
      }
    }
  }

  private static byte[] npy(String type, String shape, int dataBytes) {
    String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(10 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) text.length)
        .put(text)
        .array();
  }

  private static byte[] file(String name) {
    return Objects.requireNonNull(FILES.get(name), name);
  }

  private static double[] doubles(byte[] bytes) {
    double[] values = new double[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
    return values;
  }

  private static Map<String, byte[]> unzipped(String name) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Golden.bytes(name)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return files;
  }
}
