package org.debye.learning.collective;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/**
 * What the ranks agree on before the first step of an epoch. A rank with a step more than the
 * others would wait for ever in its last sum, and one with more records would weigh the mean of the
 * gradients wrongly.
 *
 * @param steps of every rank
 * @param records of every rank
 */
public record EqualSteps(long steps, long records) {
  /**
   * Compares the ranks' numbers; all ranks call it, and all get the same answer.
   *
   * @throws InputException on every rank, where the numbers differ or there is nothing to do
   */
  public static EqualSteps agree(Collective collective, long steps, long records) {
    long[] allSteps = collective.gather(steps);
    long[] allRecords = collective.gather(records);
    if (!allEqual(allSteps) || !allEqual(allRecords)) {
      throw refusal(
          "the ranks do not have equal shares: " + shares(allSteps, allRecords),
          "Cut the data into as many equal parts as there are ranks, or train with fewer ranks.");
    }
    if (steps < 1 || records < 1) {
      throw refusal(
          "there is nothing to train on: each of "
              + collective.size()
              + " ranks has "
              + steps
              + " steps and "
              + records
              + " records",
          "Give more data, smaller batches or fewer ranks.");
    }
    return new EqualSteps(steps, records);
  }

  private static InputException refusal(String problem, String remedy) {
    return InputException.of(FailureCode.INVALID_CONFIGURATION, "training", problem, remedy);
  }

  private static boolean allEqual(long[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == numbers[0]);
  }

  private static String shares(long[] steps, long[] records) {
    return IntStream.range(0, steps.length)
        .mapToObj(i -> "rank " + i + " has " + steps[i] + " steps and " + records[i] + " records")
        .collect(Collectors.joining(", "));
  }
}
