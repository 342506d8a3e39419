package org.debye.learning.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.learning.checkpoint.ElementType;
import org.debye.learning.checkpoint.NamedArray;
import org.debye.learning.checkpoint.StateDict;
import org.debye.learning.train.EpochReport;
import org.debye.learning.train.TrainingState;
import org.debye.learning.weight.Precision;

/** What training goes on from, as arrays: nothing is lost of it, to the last bit. */
public final class TrainingArrays {
  private static final String OPTIMISER = "optimiser.";
  private static final String REPORTS = "reports";

  /** Before the number and the name of a task: arrays come back in the order of their names. */
  private static final String TASK = "reports.task.";

  private static final int PLACE = 2;
  private static final int COLUMNS = 8;

  private TrainingArrays() {}

  /** The arrays of a state. */
  public static StateDict of(TrainingState state, Precision precision) {
    ElementType type = NetworkArrays.type(precision);
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(NamedArray.ofLongs("progress", progress(state), 3));
    arrays.add(vector("values", type, state.values()));
    arrays.add(vector("buffers", type, state.buffers()));
    arrays.add(vector("best.values", type, state.bestValues()));
    arrays.add(vector("best.buffers", type, state.bestBuffers()));
    state.optimiser().forEach((name, bytes) -> arrays.add(vector(OPTIMISER + name, type, bytes)));
    arrays.addAll(reportsArrays(state.reports()));
    return StateDict.of(arrays);
  }

  /** What stays of a training that has ended: its reports. */
  public static StateDict ended(List<EpochReport> reports) {
    return StateDict.of(reportsArrays(reports));
  }

  /** Whether nothing is to be done any more: only reports are there. */
  public static boolean isEnded(StateDict arrays) {
    return arrays.names().stream().allMatch(name -> name.equals(REPORTS) || name.startsWith(TASK));
  }

  /**
   * The reports of the epochs so far.
   *
   * @throws org.debye.failure.InputException where the array is missing
   */
  public static List<EpochReport> reports(StateDict arrays) {
    Map<String, double[]> tasks = new LinkedHashMap<>();
    arrays
        .part(TASK)
        .arrays()
        .forEach(array -> tasks.put(array.name().substring(PLACE), array.doubles()));
    return reports(arrays.array(REPORTS).doubles(), tasks);
  }

  /**
   * The state again.
   *
   * @throws org.debye.failure.InputException where an array is missing
   */
  public static TrainingState restore(StateDict arrays) {
    long[] progress = arrays.array("progress").longs();
    Map<String, ByteBuffer> optimiser = new LinkedHashMap<>();
    arrays
        .part(OPTIMISER)
        .arrays()
        .forEach(array -> optimiser.put(array.name(), NetworkArrays.bytes(array)));
    return new TrainingState(
        (int) progress[0],
        progress[1],
        bytes(arrays, "values"),
        bytes(arrays, "buffers"),
        optimiser,
        reports(arrays),
        (int) progress[2],
        bytes(arrays, "best.values"),
        bytes(arrays, "best.buffers"));
  }

  private static long[] progress(TrainingState state) {
    return new long[] {state.epoch(), state.steps(), state.bestEpoch()};
  }

  private static NamedArray vector(String name, ElementType type, ByteBuffer bytes) {
    return NamedArray.of(name, type, new long[] {bytes.remaining() / type.bytes()}, bytes);
  }

  private static ByteBuffer bytes(StateDict arrays, String name) {
    return NetworkArrays.bytes(arrays.array(name));
  }

  /** A table of all epochs, and the losses of each task where there are several. */
  private static List<NamedArray> reportsArrays(List<EpochReport> reports) {
    List<NamedArray> arrays = new ArrayList<>();
    arrays.add(NamedArray.ofDoubles(REPORTS, rows(reports), reports.size(), COLUMNS));
    int place = 0;
    Set<String> tasks =
        reports.isEmpty() ? Set.of() : reports.get(reports.size() - 1).tasks().keySet();
    for (String task : tasks) {
      double[] losses =
          reports.stream().mapToDouble(one -> one.tasks().getOrDefault(task, Double.NaN)).toArray();
      arrays.add(NamedArray.ofDoubles(TASK + place++ + "." + task, losses, losses.length));
    }
    return arrays;
  }

  private static double[] rows(List<EpochReport> reports) {
    double[] rows = new double[reports.size() * COLUMNS];
    for (int i = 0; i < reports.size(); i++) {
      EpochReport one = reports.get(i);
      double[] row = {
        one.epoch(),
        one.steps(),
        one.rate(),
        one.loss(),
        one.accuracy(),
        one.validationLoss(),
        one.validationAccuracy(),
        one.seconds()
      };
      System.arraycopy(row, 0, rows, i * COLUMNS, COLUMNS);
    }
    return rows;
  }

  private static List<EpochReport> reports(double[] rows, Map<String, double[]> losses) {
    List<EpochReport> reports = new ArrayList<>();
    for (int at = 0; at < rows.length; at += COLUMNS) {
      int epoch = reports.size();
      Map<String, Double> tasks = new LinkedHashMap<>();
      losses.forEach((task, values) -> tasks.put(task, values[epoch]));
      reports.add(
          new EpochReport(
              (int) rows[at],
              (long) rows[at + 1],
              rows[at + 2],
              rows[at + 3],
              rows[at + 4],
              rows[at + 5],
              rows[at + 6],
              rows[at + 7],
              tasks));
    }
    return reports;
  }
}
