package org.debye.jobs.value;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.PositionedFile;
import org.debye.spark.file.HadoopFileOpener;
import org.debye.spark.file.HadoopSettings;

/** A small file that the user names, on this machine or on any Hadoop file system. */
public final class SmallFile {
  private static final long LARGEST = 16 << 20;

  private SmallFile() {}

  /**
   * Reads it whole.
   *
   * @throws InputException it is not there, cannot be read, or is not small
   */
  public static String text(String place) {
    return new String(bytes(place), StandardCharsets.UTF_8);
  }

  /** The same as bytes. */
  public static byte[] bytes(String place) {
    return bytes(place, LARGEST);
  }

  /**
   * The same for a file of up to so many bytes.
   *
   * @param largest at most 2^31 - 9, which is what an array holds
   */
  public static byte[] bytes(String place, long largest) {
    HadoopFileOpener opener = new HadoopFileOpener(HadoopSettings.ofProcess());
    try (PositionedFile file = opener.open(Place.uri(place))) {
      if (file.size() > largest) {
        throw InputException.of(
            FailureCode.MALFORMED_TEXT,
            place,
            "it has " + file.size() + " bytes where at most " + largest + " are expected",
            "Check the path.");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
      file.readFully(0, bytes);
      return bytes.array();
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw InputException.of(
          FailureCode.MISSING_FILE, place, "there is no such file", "Check the path.", e);
    } catch (IOException e) {
      throw InputException.of(
          FailureCode.UNREADABLE_FILE,
          place,
          "it cannot be read (" + e.getMessage() + ")",
          "Check its permissions.",
          e);
    }
  }
}
