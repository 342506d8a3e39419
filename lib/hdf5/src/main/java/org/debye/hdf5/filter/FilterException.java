package org.debye.hdf5.filter;

import org.debye.failure.FailureCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a chunk cannot be decoded: its bytes are not what the filter writes, or the filter is not
 * known here. Whoever reads the chunk adds file, dataset and frame.
 */
public final class FilterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  private FilterException(FailureCode code, String problem, @Nullable Throwable cause) {
    super(problem, cause);
    this.code = code;
  }

  static FilterException corrupt(String problem) {
    return new FilterException(FailureCode.CORRUPT_CHUNK, problem, null);
  }

  static FilterException corrupt(String problem, Throwable cause) {
    return new FilterException(FailureCode.CORRUPT_CHUNK, problem, cause);
  }

  static FilterException unknown(String problem) {
    return new FilterException(FailureCode.UNKNOWN_FILTER, problem, null);
  }

  /** {@code CORRUPT_CHUNK} or {@code UNKNOWN_FILTER}. */
  public FailureCode code() {
    return code;
  }
}
