package org.debye.frame.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.debye.frame.PixelType;

/**
 * How the strips or tiles of one TIFF page become numbers.
 *
 * @param singleBits eight samples a byte, rows padded to whole bytes
 * @param width samples of a row of the segment
 * @param predictor 1 none, 2 differences of integers, 3 differences of the bytes of floats
 */
record TiffSegments(
    String name,
    PixelType type,
    boolean singleBits,
    int width,
    TiffCompression compression,
    int predictor,
    ByteOrder order) {

  double[] decode(byte[] file, int start, int length, int rows) {
    int rowBytes = singleBits ? (width + 7) / 8 : width * type.bytes();
    byte[] raw = compression.unpack(name, file, start, length, Math.multiplyExact(rowBytes, rows));
    double[] values = new double[width * rows];
    if (singleBits) {
      for (int i = 0; i < values.length; i++) {
        int bit = i % width;
        values[i] = (raw[i / width * rowBytes + bit / 8] >> (7 - bit % 8)) & 1;
      }
      return values;
    }
    ByteOrder stored = order;
    if (predictor == 3) {
      for (int row = 0; row < rows; row++) {
        mergeBytePlanes(raw, row * rowBytes, rowBytes);
      }
      stored = ByteOrder.BIG_ENDIAN;
    } else if (predictor == 2) {
      ByteBuffer buffer = ByteBuffer.wrap(raw).order(order);
      for (int row = 0; row < rows; row++) {
        addDifferences(buffer, row * rowBytes);
      }
    }
    PixelBytes.decode(ByteBuffer.wrap(raw).order(stored), type, values);
    return values;
  }

  private void addDifferences(ByteBuffer raw, int start) {
    int size = type.bytes();
    for (int at = start + size; at < start + width * size; at += size) {
      switch (size) {
        case 1 -> raw.put(at, (byte) (raw.get(at) + raw.get(at - 1)));
        case 2 -> raw.putShort(at, (short) (raw.getShort(at) + raw.getShort(at - 2)));
        case 4 -> raw.putInt(at, raw.getInt(at) + raw.getInt(at - 4));
        default -> raw.putLong(at, raw.getLong(at) + raw.getLong(at - 8));
      }
    }
  }

  /** Adobe Photoshop TIFF technical note 3: the most significant bytes of a row stand first. */
  private void mergeBytePlanes(byte[] raw, int start, int rowBytes) {
    byte[] planes = new byte[rowBytes];
    byte sum = 0;
    for (int i = 0; i < rowBytes; i++) {
      sum += raw[start + i];
      planes[i] = sum;
    }
    int size = type.bytes();
    for (int i = 0; i < width; i++) {
      for (int plane = 0; plane < size; plane++) {
        raw[start + i * size + plane] = planes[plane * width + i];
      }
    }
  }
}
