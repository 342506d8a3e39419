package org.debye.hdf5.chunk;

/** How a dataset is laid out in its file. */
public enum StorageKind {
  /** In the object header itself. */
  COMPACT,
  CONTIGUOUS,
  CHUNKED,
  /** Pieces of datasets of other files. */
  VIRTUAL,
  /** Contiguous, but in other files without any format. */
  EXTERNAL
}
