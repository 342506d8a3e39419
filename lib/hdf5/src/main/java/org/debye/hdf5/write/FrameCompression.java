package org.debye.hdf5.write;

/** How chunks are packed. */
public enum FrameCompression {
  NONE,
  /** zlib, level 2, as the LAMBDA software of P02.2 writes. */
  DEFLATE,
  /** HDF5 filter 32008 with LZ4, as Dectris detectors write; readers need the plugin. */
  BITSHUFFLE_LZ4
}
