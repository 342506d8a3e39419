package org.debye.jobs.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Damaged MATLAB files, and such as claim more than they hold. */
class MatlabFuzzTest {
  @TempDir Path folder;

  private Map<String, byte[]> corpus() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (MatlabType type :
        new MatlabType[] {MatlabType.Double, MatlabType.UInt16, MatlabType.Int32}) {
      Matrix matrix = Mat5.newMatrix(5, 7, type);
      for (int i = 0; i < 35; i++) {
        matrix.setDouble(i, 3 * i);
      }
      Mat5File file = Mat5.newMatFile();
      file.addArray("Y", matrix);
      file.addArray("text", Mat5.newString("not of numbers"));
      file.addArray("cells", Mat5.newCell(2, 2));
      file.addArray("most", Mat5.newScalar(40));
      Path path = folder.resolve(type + ".mat");
      Mat5.writeToFile(file, path.toString());
      files.put(type + ".mat", Files.readAllBytes(path));
    }
    return files;
  }

  @Test
  void someHundredDamagedFilesAreReadOrRefused() throws IOException {
    Fuzzing.check("MATLAB", Fuzzing.run(corpus(), MatlabFuzzTest::read, 0, 500));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedFilesAreReadOrRefused() throws IOException {
    Fuzzing.check("MATLAB", Fuzzing.run(corpus(), MatlabFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    try {
      Map<String, NumberArray> arrays = MatlabFile.read(name, damaged);
      arrays.values().forEach(array -> assertThat(array.shape()).isNotEmpty());
      return true;
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(name + ": ");
      return false;
    }
  }

  @Test
  void numbersAndShapesAreThoseWritten() throws IOException {
    for (byte[] file : corpus().values()) {
      Map<String, NumberArray> arrays = MatlabFile.read("sound.mat", file);
      assertThat(arrays).containsOnlyKeys("Y", "most");
      assertThat(Objects.requireNonNull(arrays.get("Y")).shape()).containsExactly(5, 7);
      // The first index runs fastest in the file, the last one here.
      assertThat(Objects.requireNonNull(arrays.get("Y")).values())
          .startsWith(0, 15, 30, 45)
          .endsWith(87, 102);
      assertThat(Objects.requireNonNull(arrays.get("most")).values()).containsExactly(40);
    }
  }

  /** Behind the header of the file. */
  private static ByteBuffer body(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII));
    return bytes.position(124).putShort((short) 0x0100).put((byte) 'I').put((byte) 'M');
  }

  @Test
  void lengthsBeyondTheFileAreRefused() {
    byte[] file = new byte[192];
    body(file).putInt(14).putInt(Integer.MAX_VALUE);
    assertThatThrownBy(() -> MatlabFile.read("a.mat", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("damaged or cut off (an element of 2147483647 bytes)");
  }

  @Test
  void aShapeWithoutItsNumbersIsRefused() {
    byte[] file = new byte[192];
    ByteBuffer body = body(file).putInt(14).putInt(56).putInt(6).putInt(8).putInt(6).putInt(0);
    body.putInt(5).putInt(8).putInt(1 << 30).putInt(1 << 30);
    body.putInt(1 | 1 << 16).putInt('Y').putInt(9).putInt(8).putDouble(1);
    assertThatThrownBy(() -> MatlabFile.read("a.mat", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("variable Y is [1073741824, 1073741824] of 1 numbers");
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      byte[] megabyte = new byte[1 << 20];
      for (int i = 0; i < 520; i++) {
        out.write(megabyte);
      }
    }
    byte[] file = new byte[136 + packed.size()];
    body(file).putInt(15).putInt(packed.size()).put(packed.toByteArray());
    assertThatThrownBy(() -> MatlabFile.read("a.mat", file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it unpacks to more than 536870912 bytes");
  }
}
