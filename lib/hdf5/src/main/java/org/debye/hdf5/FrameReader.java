package org.debye.hdf5;

import java.io.Closeable;
import java.io.IOException;

/** Reads the frames of a stack. Thread-confined; keeps few files open. */
public final class FrameReader implements Closeable {
  private final FrameStack stack;
  private final FileOpener opener;

  public FrameReader(FrameStack stack, FileOpener opener) {
    this.stack = stack;
    this.opener = opener;
  }

  /**
   * Reads one module of one frame: little endian, row-major, all bytes of {@code target}.
   *
   * @throws org.debye.failure.InputException where the frame cannot be read whole
   */
  public void read(long frame, int module, byte[] target) {
    if (target.length != stack.moduleBytes()) {
      throw new IllegalArgumentException(target.length + " bytes for " + stack.module());
    }
    throw new UnsupportedOperationException("reading frames is not built yet " + opener);
  }

  /** The file's pixel_mask, row-major uint32 bits; length 0 where it has none. */
  public int[] pixelMask(int module) {
    return new int[0];
  }

  /** The file's flat field, row-major; length 0 where there is none or it has no usable value. */
  public float[] flatField(int module) {
    return new float[0];
  }

  @Override
  public void close() throws IOException {}
}
