package org.debye.learning.checkpoint;

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

  StoredFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a file of weights");
    }
  }
}
