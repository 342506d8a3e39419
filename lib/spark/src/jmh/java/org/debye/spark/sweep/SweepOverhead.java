package org.debye.spark.sweep;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.debye.inference.draws.ChainDraws;
import org.debye.inference.draws.SamplerStatistics;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spark.DebyeSession;
import org.debye.spark.table.Catalogue;

/**
 * What the engine costs over a bare loop: the same cells, of some arithmetic and a chain of a
 * thousand draws each, by as many threads of this JVM and by a sweep on {@code local[threads]}, in
 * turns. The start of the Spark session does not count; the classes that the first sweep loads do.
 *
 * <p>Two shares are printed. Wall: how much longer the sweep took, which needs a quiet machine.
 * Processor: what the process used beyond the cells' own threads, over what the cells used; other
 * processes do not disturb it, and it counts compiler and collector with the engine.
 *
 * <pre>{@code SweepOverhead CELLS SECONDS ROUNDS [THREADS]}</pre>
 */
@SuppressWarnings("SystemOut")
public final class SweepOverhead {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private SweepOverhead() {}

  /** A chain of the size that one start of the Hoidn study keeps. */
  record Cell(int number, long work, double cost, int draws) implements SweepCell {
    @Override
    public String id() {
      return "number=%06d".formatted(number);
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of("number", Integer.toString(number));
    }

    @Override
    public CellOutcome run() {
      RandomStream random = RandomStreams.of(1).at(number);
      double sum = 0;
      for (long i = 0; i < work; i++) {
        sum += random.nextGaussian();
      }
      CellValues values = CellValues.of(Map.of("sum", sum), Map.of("some", new double[500]));
      return new CellOutcome.Done(draws == 0 ? values : values.with(List.of(chain(random))));
    }

    private ChainDraws chain(RandomStream random) {
      List<String> names = IntStream.rangeClosed(1, 15).mapToObj(i -> "C[" + i + "]").toList();
      double[] values = new double[draws * names.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextGaussian();
      }
      double[] doubles = new double[draws];
      int[] ints = new int[draws];
      boolean[] flags = new boolean[draws];
      return new ChainDraws(
          names,
          values,
          new SamplerStatistics(doubles, doubles, doubles, ints, ints, flags, doubles));
    }
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    double seconds = Double.parseDouble(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    int threads = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
    SparkSession session =
        DebyeSession.open("overhead", Map.of("spark.master", "local[" + threads + "]"));
    double perRound = secondsPerRound();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new Cell(i, (long) (seconds / perRound), seconds, seconds < 0.01 ? 0 : 1000));
    }
    for (int round = 0; round < rounds; round++) {
      double bare = bare(cells, threads);
      sweep(session, cells, bare);
    }
    session.stop();
  }

  private static double secondsPerRound() {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      CellMeasurement measured =
          CellMeasurement.of(new Cell(i, 5_000_000, 1, 1000), CellMeasurement.Company.OTHERS)
              .orElseThrow();
      best = Math.min(best, measured.cpuSeconds() / 5_000_000);
    }
    return best;
  }

  private static double bare(List<Cell> cells, int threads) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    double[] cpu = new double[threads];
    long process = SYSTEM.getProcessCpuTime();
    long begun = System.nanoTime();
    List<Thread> running = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int place = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < cells.size(); i = next.getAndIncrement()) {
                  cpu[place] +=
                      CellMeasurement.of(cells.get(i), CellMeasurement.Company.OTHERS)
                          .orElseThrow()
                          .cpuSeconds();
                }
              });
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    double wall = (System.nanoTime() - begun) / 1e9;
    double used = (SYSTEM.getProcessCpuTime() - process) / 1e9;
    print(
        "bare loop: %.2f s wall, %.2f s processor in cells, %.2f s in the process%n",
        wall, Arrays.stream(cpu).sum(), used);
    return wall;
  }

  private static void sweep(SparkSession session, List<Cell> cells, double bare)
      throws IOException {
    Path folder = Files.createTempDirectory("sweep-overhead");
    Catalogue catalogue = Catalogue.at(folder.toString(), new Configuration());
    long cpu = SYSTEM.getProcessCpuTime();
    long begun = System.nanoTime();
    SweepSummary summary =
        Sweep.of(
                session,
                catalogue,
                "overhead",
                new SweepSettings("sweep", List.of(), "", "", false, 1L))
            .run(cells, SweepProgress.SILENT);
    double wall = (System.nanoTime() - begun) / 1e9;
    double process = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
    print(
        "sweep:     %.2f s wall, %.2f s processor in cells, %.2f s in the process%n"
            + "           wall %+.2f %%, processor beyond the cells %.2f %% = %.2f ms a cell,"
            + " %d commits%n",
        wall,
        summary.cpuSeconds(),
        process,
        100 * (wall / bare - 1),
        100 * (process / summary.cpuSeconds() - 1),
        1e3 * (process - summary.cpuSeconds()) / cells.size(),
        catalogue.sweepResults().version());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
