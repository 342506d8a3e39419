package org.debye.hdf5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.StackBuilder.Cell;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.nexus.FrameIds;
import org.debye.hdf5.virtual.FrameRun;
import org.debye.hdf5.virtual.RunCollector;
import org.debye.hdf5.virtual.RunFinder;
import org.jspecify.annotations.Nullable;

/**
 * Puts frames of modules beside each other by train and pulse, through all sequences of a run.
 * Frames are numbered in the order of train, then pulse; one that a module lacks is a gap, so that
 * images of different pulses are never taken for one frame. Padding (train 0) is no frame.
 * Sequences that no module has follow at the end, as long as the longest.
 */
final class FrameAlignment {
  private static final int PULSE_BITS = 20;

  private final String name;
  private final List<List<Cell>> rows;
  private final List<String> warnings;

  /** Train and pulse of every frame of the stack, ascending. */
  private long[] keys = new long[0];

  private long absent;

  /**
   * Takes parts, each with a cell for every file of it.
   *
   * @param warnings are added to
   */
  FrameAlignment(String name, List<List<Cell>> rows, List<String> warnings) {
    this.name = name;
    this.rows = rows;
    this.warnings = warnings;
  }

  /** Whether any part says which pulses its frames are of. */
  static boolean possible(List<List<Cell>> rows) {
    return rows.stream()
        .flatMap(List::stream)
        .anyMatch(cell -> cell.part() != null && !cell.part().ids().unknown());
  }

  /**
   * One part with all frames of the run.
   *
   * @throws InputException {@code ZERO_FRAMES} where there is padding only
   */
  List<Cell> aligned() {
    long longest = 0;
    int absentRows = 0;
    for (List<Cell> row : rows) {
      boolean any = false;
      for (Cell cell : row) {
        PlannedPart part = cell.part();
        any |= part != null;
        if (part != null && !part.ids().unknown()) {
          long[] own = keys(part.ids());
          keys = LongStream.concat(Arrays.stream(keys), Arrays.stream(own)).sorted().toArray();
          keys = Arrays.stream(keys).distinct().toArray();
          longest = Math.max(longest, own.length);
        }
      }
      absentRows += any ? 0 : 1;
    }
    if (keys.length == 0) {
      throw InputException.of(
          FailureCode.ZERO_FRAMES,
          name,
          "all its frames are padding (train 0)",
          "Leave it out: the run took no frames.");
    }
    absent = longest * absentRows;
    List<Cell> aligned = new ArrayList<>();
    for (int file = 0; file < rows.get(0).size(); file++) {
      aligned.add(new Module(file).aligned());
    }
    return aligned;
  }

  /** The keys of all frames but padding, in the order of the file. */
  private long[] keys(FrameIds ids) {
    long[] own = new long[ids.trains().length];
    int count = 0;
    for (int i = 0; i < own.length; i++) {
      if (ids.trains()[i] != 0) {
        own[count++] = key(ids, i);
      }
    }
    return Arrays.copyOf(own, count);
  }

  private long key(FrameIds ids, int frame) {
    long train = ids.trains()[frame];
    long pulse = ids.pulses()[frame];
    if (train < 0 || train >= 1L << (63 - PULSE_BITS) || pulse < 0 || pulse >= 1L << PULSE_BITS) {
      throw InputException.of(
          FailureCode.CORRUPT_METADATA,
          name,
          "frame " + frame + " of a part says train " + train + ", pulse " + pulse,
          "Copy the file again from where it was written.");
    }
    return train << PULSE_BITS | pulse;
  }

  /** All parts of one file's modules. */
  private final class Module {
    private final int file;
    private final List<DatasetPlan> plans = new ArrayList<>();
    private final List<RunCollector> runs = new ArrayList<>();
    private final List<FrameGap> gaps = new ArrayList<>();
    private final BitSet there = new BitSet();
    private @Nullable PlannedPart model;
    private @Nullable Cell broken;
    private int doubles;

    Module(int file) {
      this.file = file;
    }

    Cell aligned() {
      for (List<Cell> row : rows) {
        Cell cell = row.get(file);
        PlannedPart part = cell.part();
        if (part == null) {
          broken = broken == null ? cell : broken;
        } else if (part.ids().unknown()) {
          broken = broken == null ? unnumbered(part) : broken;
        } else {
          boolean describes = model == null || model.corrections().isEmpty();
          model = describes ? part : model;
          add(part);
        }
      }
      PlannedPart first = model;
      Cell why = broken;
      if (first == null) {
        return why == null ? rows.get(0).get(file) : why;
      }
      missing();
      if (doubles > 0) {
        warnings.add(
            name
                + ": "
                + doubles
                + " frames of "
                + first.plans().get(0).path()
                + " say the train and pulse of an earlier one; they are left out.");
      }
      List<List<FrameRun>> modules = runs.stream().map(RunCollector::finish).toList();
      return new Cell(
          first.with(modules, keys.length + absent, plans, gaps), FailureCode.INTERNAL, "");
    }

    private Cell unnumbered(PlannedPart part) {
      return new Cell(
          null,
          FailureCode.CORRUPT_METADATA,
          part.plans().get(0).where(0)
              + ": there is no trainId beside it, which other files of the run have."
              + " Copy the file again from where it was written.");
    }

    private void add(PlannedPart part) {
      int base = plans.size();
      plans.addAll(part.plans());
      while (runs.size() < part.modules().size()) {
        runs.add(new RunCollector());
      }
      List<RunFinder> finders = part.modules().stream().map(RunFinder::new).toList();
      int gap = 0;
      for (int frame = 0; frame < part.ids().trains().length; frame++) {
        if (part.ids().trains()[frame] == 0) {
          continue;
        }
        int at = Arrays.binarySearch(keys, key(part.ids(), frame));
        if (there.get(at)) {
          doubles++;
          continue;
        }
        there.set(at);
        for (int m = 0; m < finders.size(); m++) {
          for (FrameRun run : finders.get(m).at(frame)) {
            runs.get(m).add(at, base + run.source(), run.sourceFrame(frame), run.tile());
          }
        }
        while (gap < part.gaps().size() && ends(part.gaps().get(gap)) <= frame) {
          gap++;
        }
        if (gap < part.gaps().size() && part.gaps().get(gap).contains(frame)) {
          FrameGap own = part.gaps().get(gap);
          gaps.add(new FrameGap(at, 1, own.code(), own.message()));
        }
      }
    }

    private static long ends(FrameGap gap) {
      return gap.first() + gap.count();
    }

    private void missing() {
      Cell why = broken;
      for (int at = there.nextClearBit(0); at < keys.length; at = there.nextClearBit(at)) {
        int next = there.nextSetBit(at);
        int end = next < 0 ? keys.length : next;
        gaps.add(
            why == null
                ? new FrameGap(at, end - at, FailureCode.MISSING_MODULE, lacks(at, end - 1))
                : new FrameGap(at, end - at, why.code(), why.message()));
        at = end;
      }
      if (absent > 0 && why != null) {
        gaps.add(new FrameGap(keys.length, absent, why.code(), why.message()));
      }
    }

    private String lacks(int from, int to) {
      return plans.get(0).where(0)
          + ": this module has no frame of "
          + named(keys[from])
          + (from == to ? "" : " to " + named(keys[to]))
          + ", which another has. Check whether its files were written whole; the other frames"
          + " are read.";
    }

    private static String named(long key) {
      return "train " + (key >>> PULSE_BITS) + " pulse " + (key & (1L << PULSE_BITS) - 1);
    }
  }
}
