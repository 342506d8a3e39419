package org.debye.learning.collective;

import java.nio.ByteBuffer;

/**
 * What a message between ranks belongs to. Ranks that do the same things in the same order have the
 * same headings; where they differ, what follows must not be added up.
 *
 * @param number of operations before it
 * @param operation {@link #GATHERING}, or {@link RankOrderSum#operation}
 * @param length bytes that follow
 */
record MessageHeading(long number, int operation, int length) {
  static final int GATHERING = 0;
  static final int BYTES = Long.BYTES + 2 * Integer.BYTES;

  /** Of the message that a buffer begins with. */
  static MessageHeading read(ByteBuffer message) {
    return new MessageHeading(
        message.getLong(0), message.getInt(Long.BYTES), message.getInt(Long.BYTES + Integer.BYTES));
  }

  void write(ByteBuffer message) {
    message.putLong(number).putInt(operation).putInt(length);
  }

  /**
   * Holds it against another rank's.
   *
   * @throws IllegalStateException where they differ: a defect, no loss
   */
  void require(MessageHeading theirs, int peer) {
    if (!equals(theirs)) {
      throw new IllegalStateException(
          "the ranks do not do the same: here " + this + ", of rank " + peer + " " + theirs);
    }
  }
}
