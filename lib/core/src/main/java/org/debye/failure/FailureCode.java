package org.debye.failure;

/**
 * What can be wrong with an input that its owner can mend. The name is what the {@code error_code}
 * column of the {@code datasets} table holds; docs/formats.md lists each with its remedy.
 */
public enum FailureCode {
  MISSING_FILE,
  UNREADABLE_FILE,
  NOT_HDF5,
  TRUNCATED,
  OPEN_FOR_WRITING,
  NEVER_WRITTEN,
  NO_FRAME_DATASET,
  AMBIGUOUS_DATASET,
  UNSUPPORTED_DATASET,
  UNKNOWN_FILTER,
  CORRUPT_CHUNK,
  CORRUPT_METADATA,
  DANGLING_LINK,
  LINK_OUTSIDE_ROOTS,
  MISSING_VIRTUAL_SOURCE,
  MISSING_MODULE,
  GEOMETRY_MISMATCH,
  MASK_MISMATCH,
  MISSING_WAVELENGTH,
  MISSING_METADATA,
  ALL_MASKED,
  ZERO_FRAMES,
  MALFORMED_TEXT,
  NON_FINITE_SPECTRA,
  CONSTANT_SPECTRA,
  TOO_FEW_SPECTRA,
  TOO_FEW_DIMENSIONS,
  INVALID_CONFIGURATION,
  INTERNAL
}
