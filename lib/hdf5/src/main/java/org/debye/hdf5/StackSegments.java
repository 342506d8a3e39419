package org.debye.hdf5;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.virtual.FrameRun;
import org.debye.hdf5.virtual.FrameTile;
import org.jspecify.annotations.Nullable;

/** Which stored dataset holds which frames of which module. Opaque outside of this package. */
public final class StackSegments implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<DatasetPlan> plans;
  private final List<Module> modules;

  /**
   * One module of the detector.
   *
   * @param runs by first frame; their source is a number in the list of plans
   * @param cover tiles of one whole frame where they leave pixels out, else empty
   */
  record Module(
      List<FrameRun> runs, List<FrameTile> cover, @Nullable Image mask, @Nullable Image flat)
      implements Serializable {
    Module {
      runs = List.copyOf(runs);
      cover = List.copyOf(cover);
    }
  }

  /** One image of a dataset that holds corrections. */
  record Image(DatasetPlan plan, long frame) implements Serializable {}

  StackSegments(List<DatasetPlan> plans, List<Module> modules) {
    this.plans = List.copyOf(plans);
    this.modules = List.copyOf(modules);
  }

  List<Module> modules() {
    return modules;
  }

  DatasetPlan plan(int number) {
    return plans.get(number);
  }

  /** The files that the frames are in. */
  Set<URI> files() {
    return plans.stream().map(DatasetPlan::file).collect(Collectors.toSet());
  }

  StackSegments slice(long first, long count) {
    List<List<FrameRun>> cut = new ArrayList<>();
    Map<Integer, long[]> ranges = new HashMap<>();
    for (Module module : modules) {
      List<FrameRun> runs = new ArrayList<>();
      for (FrameRun run : module.runs) {
        FrameRun part = run.within(first, first + count - 1);
        if (part != null) {
          runs.add(part);
          widen(ranges, part);
        }
      }
      cut.add(runs);
    }
    List<DatasetPlan> kept = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    ranges.forEach(
        (number, range) -> {
          numbers.put(number, kept.size());
          kept.add(plans.get(number).slice(range[0], range[1] - range[0] + 1));
        });
    List<Module> cutModules = new ArrayList<>();
    for (int m = 0; m < modules.size(); m++) {
      Module whole = modules.get(m);
      List<FrameRun> runs =
          cut.get(m).stream()
              .map(run -> run.from(numbers.getOrDefault(run.source(), run.source())))
              .toList();
      cutModules.add(new Module(runs, whole.cover, whole.mask, whole.flat));
    }
    return new StackSegments(kept, cutModules);
  }

  private static void widen(Map<Integer, long[]> ranges, FrameRun run) {
    long a = run.sourceFirst();
    long b = run.sourceFrame(run.last());
    long[] range =
        ranges.computeIfAbsent(run.source(), n -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
    range[0] = Math.min(range[0], Math.min(a, b));
    range[1] = Math.max(range[1], Math.max(a, b));
  }
}
