package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/**
 * A cell of plain arithmetic on random numbers.
 *
 * @param work rounds of it, some 10 ns each
 */
record ToyCell(int number, Ending ending, double cost, long work) implements SweepCell {
  private static final AtomicInteger RUNS = new AtomicInteger();

  enum Ending {
    DONE,
    WITH_DRAWS,
    FLAGGED,
    INPUT,
    DEFECT,
    OVERFLOW,
    HUGE
  }

  /** How many cells this JVM has run since it was asked last. */
  static int runs() {
    return RUNS.getAndSet(0);
  }

  /** Cells of every ending but the one that needs huge memory. */
  static List<ToyCell> all(int count, long work) {
    List<ToyCell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new ToyCell(i, Ending.values()[i % 6], 0.001 * (i % 7), work));
    }
    return cells;
  }

  @Override
  public String id() {
    return "number=%05d".formatted(number);
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("number", Integer.toString(number), "ending", ending.name());
  }

  @Override
  public String kind() {
    return "toy 1";
  }

  @Override
  public CellOutcome run() {
    RUNS.incrementAndGet();
    RandomStream random = RandomStreams.of(7).under("toy").at(number);
    double sum = 0;
    for (long i = 0; i < work; i++) {
      sum += random.nextDouble();
    }
    CellValues values =
        CellValues.of(
            Map.of("sum", sum, "undefined", Double.NaN),
            Map.of("some", new double[] {random.nextGaussian(), -0.0, Double.NEGATIVE_INFINITY}));
    return switch (ending) {
      case DONE -> new CellOutcome.Done(values.withPredictions(predictions(random)));
      case WITH_DRAWS ->
          new CellOutcome.Done(values.with(List.of(draws(random, 7), draws(random, 5))));
      case FLAGGED ->
          new CellOutcome.Flagged(
              "ODD",
              id() + " is odd.",
              values.with(List.of(draws(random, 3))).withPredictions(predictions(random)));
      case INPUT ->
          throw InputException.of(
              FailureCode.INVALID_CONFIGURATION, id(), "it cannot be done", "Leave it out.");
      case DEFECT -> throw new IllegalStateException("a defect in " + number);
      case OVERFLOW -> new CellOutcome.Done(CellValues.of(Map.of("depth", (double) deeper(0))));
      case HUGE ->
          new CellOutcome.Done(
              CellValues.of(Map.of("length", (double) new long[Integer.MAX_VALUE - 8].length)));
    };
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  /** Of three frames, the first a class alone. */
  private static List<CellPrediction> predictions(RandomStream random) {
    List<CellPrediction> made = new ArrayList<>();
    for (long frame = 0; frame < 3; frame++) {
      Map<String, Double> probabilities =
          frame == 0 ? Map.of() : Map.of("a", random.nextDouble(), "b", random.nextDouble());
      made.add(
          new CellPrediction(
              "toy", "scan", frame, "a", probabilities, frame == 0 ? null : random.nextDouble()));
    }
    return made;
  }

  static ChainDraws draws(RandomStream random, int draws) {
    List<String> names =
        List.of("w[1]", "w[2]", "C[1,1]", "C[2,1]", "C[1,2]", "C[2,2]", "s", "L[2,1]");
    double[] values = new double[draws * names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    double[] lp = new double[draws];
    int[] depth = new int[draws];
    boolean[] diverging = new boolean[draws];
    for (int i = 0; i < draws; i++) {
      lp[i] = random.nextGaussian();
      depth[i] = random.nextInt(10);
      diverging[i] = random.nextBoolean();
    }
    return new ChainDraws(
        names, values, new SamplerStatistics(lp, lp, lp, depth, depth, diverging, lp));
  }
}
