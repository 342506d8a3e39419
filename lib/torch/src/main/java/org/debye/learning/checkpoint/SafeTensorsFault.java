package org.debye.learning.checkpoint;

import java.util.Arrays;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** What can be wrong with a safetensors file. */
record SafeTensorsFault(String where) {
  private static final String REMEDY =
      "Copy the file again, or go back to another checkpoint of the model.";

  InputException corrupt(String problem) {
    return InputException.of(FailureCode.CORRUPT_METADATA, where, problem, REMEDY);
  }

  InputException corrupt(String problem, Exception cause) {
    return InputException.of(FailureCode.CORRUPT_METADATA, where, problem, REMEDY, cause);
  }

  InputException truncated(String problem) {
    return InputException.of(
        FailureCode.TRUNCATED, where, "the file ends before its data: " + problem, REMEDY);
  }

  InputException unknownType(String array, String type) {
    return InputException.of(
        FailureCode.CORRUPT_METADATA,
        where,
        "array '" + array + "' is of type " + type + ", which is not read here",
        "Write it as one of " + Arrays.toString(ElementType.values()) + ".");
  }
}
