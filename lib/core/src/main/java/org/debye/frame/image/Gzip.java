package org.debye.frame.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** Files that may be packed with gzip, whatever their name says. */
public final class Gzip {
  private Gzip() {}

  /**
   * The bytes themselves, or what they unpack to where they are a gzip stream.
   *
   * @param name of the file, for messages
   * @param damaged code of the failure where they do not unpack
   * @throws InputException where they do not unpack, or to more than 256 MiB
   */
  public static byte[] unpacked(String name, byte[] bytes, FailureCode damaged) {
    if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return Unpacking.all(in, Unpacking.MOST);
    } catch (Unpacking.TooLarge e) {
      throw InputException.of(
          damaged,
          name,
          "gzip data of " + bytes.length + " bytes, and " + e.getMessage(),
          "Unpack it and keep what is needed of it.",
          e);
    } catch (IOException e) {
      throw InputException.of(
          damaged,
          name,
          "gzip data that does not unpack (" + e.getMessage() + ")",
          "The file is truncated or damaged: copy it again.",
          e);
    }
  }
}
