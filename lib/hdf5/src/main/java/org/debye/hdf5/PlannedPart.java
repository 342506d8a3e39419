package org.debye.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.nexus.FrameIds;
import org.debye.hdf5.virtual.FrameRun;

/**
 * The frames of one file, and of those it links to.
 *
 * @param modules in the file itself, along an axis of its dataset; mostly one
 * @param frames of each module
 * @param corrections of each module, and {@code offset} {row, column}: empty where not asked for
 * @param gaps numbered from the file's first frame
 * @param ids of the pulses its frames are of, where the file says
 * @param stillOpen sentences on files that are still being written
 */
record PlannedPart(
    PixelType type,
    FrameShape image,
    List<List<FrameRun>> modules,
    long frames,
    List<DatasetPlan> plans,
    List<FrameGap> gaps,
    List<Corrections> corrections,
    StackMetadata metadata,
    FrameIds ids,
    double[] offset,
    List<String> stillOpen) {

  /** The same file's frames put into another order. */
  PlannedPart with(
      List<List<FrameRun>> others, long count, List<DatasetPlan> sources, List<FrameGap> missing) {
    return new PlannedPart(
        type,
        image,
        others,
        count,
        sources,
        missing,
        corrections,
        metadata,
        FrameIds.none(),
        offset,
        stillOpen);
  }

  /** Mask and flat of one module. */
  record Corrections(
      StackSegments.@org.jspecify.annotations.Nullable Image mask,
      StackSegments.@org.jspecify.annotations.Nullable Image flat) {}

  /** Runs of frames of a dataset in which so many modules follow one another for each frame. */
  static List<List<FrameRun>> split(List<FrameRun> runs, int modules) {
    List<List<FrameRun>> split = new ArrayList<>();
    for (int m = 0; m < modules; m++) {
      split.add(new ArrayList<>());
    }
    for (FrameRun run : runs) {
      long period = modules / gcd(run.step(), modules);
      for (long r = 0; r < Math.min(period, run.count()); r++) {
        long at = run.first() + r * run.step();
        long count = (run.count() - r + period - 1) / period;
        split
            .get((int) (at % modules))
            .add(
                new FrameRun(
                    at / modules,
                    Math.max(1, period * run.step() / modules),
                    count,
                    run.source(),
                    run.sourceFirst() + r * run.sourceStep(),
                    run.sourceStep() * period,
                    run.tile()));
      }
    }
    for (List<FrameRun> one : split) {
      one.sort(java.util.Comparator.comparingLong(FrameRun::first));
    }
    return split;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
