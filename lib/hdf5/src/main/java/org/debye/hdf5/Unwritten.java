package org.debye.hdf5;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 */
final class Unwritten {
  private static final String NEVER_WRITTEN =
      ": these frames were never written, wholly or in part, though the file was closed: the scan"
          + " was aborted, or frames were lost. Nothing can be read for them; the other frames are"
          + " read.";

  private final LinkResolver resolver;
  private final Map<URI, State> states = new HashMap<>();

  private record State(boolean open, boolean cut, long size) {}

  Unwritten(LinkResolver resolver) {
    this.resolver = resolver;
  }

  /** Adds gaps for the frames of these runs; numbers are those of the runs. */
  void look(List<DatasetPlan> plans, List<FrameRun> runs, List<FrameGap> gaps) {
    List<FrameGap> found = new ArrayList<>();
    for (FrameRun run : runs) {
      DatasetPlan plan = plans.get(run.source());
      State state = states.computeIfAbsent(plan.file(), this::state);
      for (long i = 0; i < run.count(); i++) {
        long source = run.sourceFirst() + i * run.sourceStep();
        long frame = run.first() + i * run.step();
        FrameCoverage coverage = plan.coverage(source);
        if (state.cut && plan.end(source) > state.size) {
          found.add(gap(frame, plan, FailureCode.TRUNCATED));
        } else if (coverage != FrameCoverage.COMPLETE && state.open) {
          found.add(gap(frame, plan, FailureCode.OPEN_FOR_WRITING));
        } else if (coverage != FrameCoverage.COMPLETE) {
          found.add(gap(frame, plan, FailureCode.NEVER_WRITTEN));
        }
      }
    }
    gaps.addAll(found);
  }

  private static FrameGap gap(long frame, DatasetPlan plan, FailureCode code) {
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
    return new FrameGap(frame, 1, code, message);
  }

  private State state(URI uri) {
    Hdf5File file = resolver.file(uri);
    WriteState write = file.superblock().writeState();
    boolean open = write == WriteState.OPEN || write == WriteState.OPEN_FOR_READERS;
    return new State(open, file.cutShort(), file.size());
  }
}
