package org.debye.learning.collective;

import java.nio.charset.StandardCharsets;
import org.bytedeco.pytorch.ByteVector;
import org.bytedeco.pytorch.Store;

/** Text in a c10d store, as UTF-8. */
final class StoreText {
  private StoreText() {}

  static ByteVector bytes(String text) {
    return new ByteVector(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the first who was asked has said: our own answer if we are the first. */
  static String answer(Store store, String key, String ours) {
    try (ByteVector nothing = new ByteVector();
        ByteVector said = bytes(ours);
        ByteVector answer = store.compareSet(key, nothing, said)) {
      return text(answer);
    }
  }

  /** Says it to all who read the key. */
  static void write(Store store, String key, String text) {
    try (ByteVector said = bytes(text)) {
      store.set(key, said);
    }
  }

  /** Waits for the key as long as the store's timeout. */
  static String read(Store store, String key) {
    try (ByteVector found = store.get(key)) {
      return text(found);
    }
  }

  private static String text(ByteVector vector) {
    byte[] bytes = new byte[Math.toIntExact(vector.size())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = vector.get(i);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
