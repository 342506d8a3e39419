package org.debye.spectra;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The points at which a spectrum is given. The id is a digest of kind and values, so equal axes
 * have equal ids wherever they were made.
 *
 * @param values bin centres or measured points in the kind's unit; not modified, not copied
 */
public record SpectralAxis(AxisKind kind, double[] values) implements Serializable {

  public int points() {
    return values.length;
  }

  /** Sixteen hexadecimal digits. */
  public String id() {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    bytes.asDoubleBuffer().put(values);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(kind.key().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes.array()), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
