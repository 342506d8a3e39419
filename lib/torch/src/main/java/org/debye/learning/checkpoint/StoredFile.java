package org.debye.learning.checkpoint;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file as a card names it.
 *
 * @param bytes its size
 * @param sha256 of its content, 64 hexadecimal digits
 */
record StoredFile(String name, long bytes, String sha256) {
  private static final Pattern NAME =
      Pattern.compile("(model|training)-\\d{6,}-[0-9a-f]{12}\\.safetensors");
  private static final Pattern PART = Pattern.compile("\\.(model|training|card)[-.].*\\.part");

  StoredFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a file of weights");
    }
  }

  /** A name that no file has had: of the part, the epoch and a random number. */
  static String newName(String part, int epoch) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return String.format(Locale.ROOT, "%s-%06d-%s.safetensors", part, epoch, id);
  }

  /** Whether a file of this name can only be one that a model folder's writer has made. */
  static boolean isOurs(String name) {
    return NAME.matcher(name).matches() || PART.matcher(name).matches();
  }
}
