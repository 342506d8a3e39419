package org.debye.hdf5.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.format.FieldReader;
import org.debye.hdf5.format.Hdf5File;

/** Pieces of metadata blocks that several structures of a file share. */
final class Blocks {
  private Blocks() {}

  /** A block that starts with a signature and ends with a checksum, both of which are checked. */
  static FieldReader checked(Hdf5File file, long address, long length, String signature) {
    FieldReader fields = file.checkedFields(address, length, signature);
    fields.signature(signature);
    return fields;
  }

  /** The next bytes, however many a file asks for. */
  static byte[] bytes(FieldReader fields, long count) {
    if (count < 0 || count > fields.remaining()) {
      throw fields.corrupt("a piece of " + count + " bytes where " + fields.remaining() + " are");
    }
    return fields.bytes((int) count);
  }

  /** The next bytes as a block of their own. */
  static FieldReader piece(Hdf5File file, FieldReader fields, long count, String what) {
    return file.fields(bytes(fields, count), what);
  }

  /** UTF-8 text up to its first zero byte. */
  static String text(FieldReader fields, long count) {
    return trimmed(bytes(fields, count), 0);
  }

  /** UTF-8 text up to a zero byte, which is consumed. */
  static String zeroTerminated(FieldReader fields) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int octet = fields.u8(); octet != 0; octet = fields.u8()) {
      text.write(octet);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  static String trimmed(byte[] raw, int from) {
    int end = from;
    while (end < raw.length && raw[end] != 0) {
      end++;
    }
    return new String(raw, from, end - from, StandardCharsets.UTF_8);
  }

  static InputException corrupt(Hdf5File file, String problem) {
    return file.fields(new byte[0], "structure").corrupt(problem);
  }

  /** For what the format allows and this reader does not do. */
  static InputException unsupported(Hdf5File file, String what) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        file.name(),
        what + " is not read",
        "Rewrite the file with h5repack --latest, or name another dataset.");
  }
}
