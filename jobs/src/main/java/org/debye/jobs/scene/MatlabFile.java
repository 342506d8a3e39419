package org.debye.jobs.scene;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads MATLAB files of version 5 (save -v6 and -v7). Version 7.3 is HDF5 and is refused, and what
 * is not an array of real numbers is left out.
 */
final class MatlabFile {
  private static final int HEADER = 128;

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
    try (MatFile file = Mat5.newReader(Sources.wrap(bytes)).readMat()) {
      Map<String, NumberArray> arrays = new LinkedHashMap<>();
      for (MatFile.Entry entry : file.getEntries()) {
        if (entry.getValue() instanceof Matrix matrix && !matrix.isComplex()) {
          arrays.put(entry.getName(), array(matrix));
        }
      }
      return arrays;
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | BufferUnderflowException e) {
      throw unreadable(
          place,
          "the MATLAB file is damaged or cut off (" + e.getMessage() + ")",
          "Fetch or save it again.",
          e);
    }
  }

  private static NumberArray array(Matrix matrix) {
    double[] values = new double[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matrix.getDouble(i);
    }
    return NumberArray.ofColumns(matrix.getDimensions(), values);
  }

  private static InputException unreadable(
      String place,
      String problem,
      String remedy,
      @org.jspecify.annotations.Nullable Exception cause) {
    return cause == null
        ? InputException.of(FailureCode.UNREADABLE_FILE, place, problem, remedy)
        : InputException.of(FailureCode.UNREADABLE_FILE, place, problem, remedy, cause);
  }
}
