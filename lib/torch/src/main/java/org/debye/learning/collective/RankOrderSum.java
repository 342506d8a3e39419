package org.debye.learning.collective;

import java.nio.ByteBuffer;

/**
 * Sums of what ranks have sent, value by value in the order of ranks: ((v0 + v1) + v2) + ..., each
 * sum rounded to the type. What is no number comes out as one pattern of bits, since processors and
 * compilers are free to choose among those that go in.
 */
enum RankOrderSum {
  FLOAT32(1) {
    @Override
    void of(ByteBuffer[] parts, ByteBuffer sums) {
      for (int at = 0; at < sums.limit(); at += Float.BYTES) {
        float sum = parts[0].getFloat(at);
        for (int rank = 1; rank < parts.length; rank++) {
          sum += parts[rank].getFloat(at);
        }
        sums.putInt(at, Float.floatToIntBits(sum));
      }
    }
  },
  FLOAT64(2) {
    @Override
    void of(ByteBuffer[] parts, ByteBuffer sums) {
      for (int at = 0; at < sums.limit(); at += Double.BYTES) {
        double sum = parts[0].getDouble(at);
        for (int rank = 1; rank < parts.length; rank++) {
          sum += parts[rank].getDouble(at);
        }
        sums.putLong(at, Double.doubleToLongBits(sum));
      }
    }
  },
  INT64(3) {
    @Override
    void of(ByteBuffer[] parts, ByteBuffer sums) {
      for (int at = 0; at < sums.limit(); at += Long.BYTES) {
        long sum = parts[0].getLong(at);
        for (int rank = 1; rank < parts.length; rank++) {
          sum += parts[rank].getLong(at);
        }
        sums.putLong(at, sum);
      }
    }
  };

  private final int operation;

  RankOrderSum(int operation) {
    this.operation = operation;
  }

  /** As {@link MessageHeading} has it. */
  int operation() {
    return operation;
  }

  /**
   * Adds up.
   *
   * @param parts of each rank, as long as the sums, in native order
   * @param sums from 0 to its limit, in native order; may be one of the parts. Modified
   */
  abstract void of(ByteBuffer[] parts, ByteBuffer sums);
}
