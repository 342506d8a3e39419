package org.debye.jobs.scene;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.image.Unpacking;
import org.jspecify.annotations.Nullable;

/**
 * Reads MATLAB files of version 5 (save -v6 and -v7; MathWorks, MAT-File Format, R2023b, chapter
 * 1). Version 7.3 is HDF5 and is refused, and what is not an array of real numbers is left out
 * without being looked into: cells, structures, functions, objects of Java.
 */
final class MatlabFile {
  private static final int HEADER = 128;
  private static final int COMPRESSED = 15;

  /** One variable; a matrix of 64 million numbers. */
  private static final int LARGEST = 1 << 29;

  private MatlabFile() {}

  /**
   * All arrays of real numbers, by name.
   *
   * @throws InputException UNREADABLE_FILE: not such a file, damaged, or of version 7.3
   */
  static Map<String, NumberArray> read(String place, byte[] bytes) {
    String header =
        new String(bytes, 0, Math.min(HEADER, bytes.length), StandardCharsets.ISO_8859_1);
    if (header.startsWith("MATLAB 7.3") || header.startsWith("\u0089HDF")) {
      throw unreadable(
          place,
          "a MATLAB file of version 7.3, which is HDF5, is not read here",
          "Save it in MATLAB with save(file, '-v7').",
          null);
    }
    if (!header.startsWith("MATLAB 5.0") || bytes.length < HEADER) {
      throw unreadable(
          place,
          "this is neither a MATLAB file of version 5 nor an .npy file",
          "Write it with scipy.io.savemat, MATLAB's save -v7, or numpy.save.",
          null);
    }
    try {
      return arrays(bytes);
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | BufferUnderflowException e) {
      String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw unreadable(
          place,
          "the MATLAB file is damaged or cut off (" + why + ")",
          "Fetch or save it again.",
          e);
    }
  }

  private static Map<String, NumberArray> arrays(byte[] bytes) throws IOException {
    boolean little = bytes[126] == 'I' && bytes[127] == 'M';
    if (!little && !(bytes[126] == 'M' && bytes[127] == 'I')) {
      throw new IOException("its header does not say in which order bytes stand");
    }
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    ByteBuffer file = ByteBuffer.wrap(bytes).order(order).position(HEADER);
    Map<String, NumberArray> arrays = new LinkedHashMap<>();
    while (file.remaining() >= MatlabElement.TAG) {
      MatlabElement element = MatlabElement.next(file);
      if (element.type() == COMPRESSED) {
        element = MatlabElement.next(ByteBuffer.wrap(unpacked(element.data())).order(order));
      }
      MatlabElement.Variable variable = element.variable();
      if (variable != null) {
        arrays.put(variable.name(), variable.array());
      }
    }
    return arrays;
  }

  private static byte[] unpacked(ByteBuffer data) throws IOException {
    byte[] packed = new byte[data.remaining()];
    data.get(packed);
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return Unpacking.all(in, LARGEST);
    }
  }

  private static InputException unreadable(
      String place, String problem, String remedy, @Nullable Exception cause) {
    return cause == null
        ? InputException.of(FailureCode.UNREADABLE_FILE, place, problem, remedy)
        : InputException.of(FailureCode.UNREADABLE_FILE, place, problem, remedy, cause);
  }
}
