package org.debye.hdf5;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.chunk.FrameCoverage;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.WriteState;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.virtual.FrameRun;

/**
 * Finds frames that were never written, wholly or in part, or whose bytes lie beyond the end of
 * their file. They are gaps: HDF5 gives its fill value for them, often 0, which nobody measured.
 * Tells also which files are still being written, whole as they may be.
 */
final class Unwritten {
  private static final String NEVER_WRITTEN =
      ": these frames were never written, wholly or in part, though the file was closed: the scan"
          + " was aborted, or frames were lost. Nothing can be read for them; the other frames are"
          + " read.";

  private final LinkResolver resolver;
  private final Map<URI, State> states = new HashMap<>();

  private final Map<URI, Long> stillOpen = new TreeMap<>();

  private record State(boolean open, boolean cut, long size) {}

  Unwritten(LinkResolver resolver) {
    this.resolver = resolver;
  }

  /** Adds gaps for the frames of these runs; numbers are those of the runs. */
  void look(List<DatasetPlan> plans, List<FrameRun> runs, List<FrameGap> gaps) {
    for (FrameRun run : runs) {
      DatasetPlan plan = plans.get(run.source());
      State state = states.computeIfAbsent(plan.file(), this::state);
      Stretch stretch = new Stretch(plan, gaps);
      long there = 0;
      for (long i = 0; i < run.count(); i++) {
        long source = run.sourceFirst() + i * run.sourceStep();
        long frame = run.first() + i * run.step();
        FrameCoverage coverage = plan.coverage(source);
        there += coverage == FrameCoverage.COMPLETE ? 1 : 0;
        // A file that is open grows; in any other, what lies beyond its end is nowhere.
        if ((state.cut || !state.open) && plan.end(source) > state.size) {
          stretch.add(frame, FailureCode.TRUNCATED);
        } else if (coverage != FrameCoverage.COMPLETE && state.open) {
          stretch.add(frame, FailureCode.OPEN_FOR_WRITING);
        } else if (coverage != FrameCoverage.COMPLETE) {
          stretch.add(frame, FailureCode.NEVER_WRITTEN);
        }
      }
      stretch.end();
      if (state.open) {
        stillOpen.merge(plan.file(), there, Long::sum);
      }
    }
  }

  /** Frames that follow one another and lack the same: a file may lack millions of them. */
  private static final class Stretch {
    private final DatasetPlan plan;
    private final List<FrameGap> gaps;
    private FailureCode code = FailureCode.NEVER_WRITTEN;
    private long first;
    private long count;

    Stretch(DatasetPlan plan, List<FrameGap> gaps) {
      this.plan = plan;
      this.gaps = gaps;
    }

    void add(long frame, FailureCode why) {
      if (count > 0 && (why != code || frame != first + count)) {
        end();
      }
      if (count == 0) {
        first = frame;
        code = why;
      }
      count++;
    }

    void end() {
      if (count > 0) {
        gaps.add(gap(first, count, plan, code));
        count = 0;
      }
    }
  }

  /**
   * Sentences on files that a writer has not closed, of those looked at: more may follow.
   *
   * @param images of each frame in one dataset
   */
  List<String> stillOpen(int images) {
    return stillOpen.entrySet().stream()
        .map(
            file ->
                Hdf5File.name(file.getKey())
                    + ": open for writing; "
                    + file.getValue() / images
                    + " frames are in it so far. Run again when it is closed.")
        .toList();
  }

  private static FrameGap gap(long first, long count, DatasetPlan plan, FailureCode code) {
    String where = Hdf5File.name(plan.file()) + ":" + plan.path();
    String why =
        switch (code) {
          case TRUNCATED ->
              ": the file ends before these frames do. Copy it again from where it was written;"
                  + " the other frames are read.";
          case OPEN_FOR_WRITING ->
              ": the file is open for writing and these frames are not in it yet."
                  + " Run again when it is closed.";
          default -> NEVER_WRITTEN;
        };
    String message = where + why;
    return new FrameGap(first, count, code, message);
  }

  private State state(URI uri) {
    Hdf5File file = resolver.file(uri);
    WriteState write = file.superblock().writeState();
    boolean open = write == WriteState.OPEN || write == WriteState.OPEN_FOR_READERS;
    return new State(open, file.cutShort(), file.size());
  }
}
