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
 * Finds frames that were never written, or whose bytes lie beyond the end of their file. In a file
 * that is still open for writing or was cut short they are gaps; in one that was closed properly
 * they hold the fill value, as HDF5 has it, and the user is told.
 */
final class Unwritten {
  private final LinkResolver resolver;
  private final List<String> warnings;
  private final Map<URI, State> states = new HashMap<>();

  private record State(boolean open, boolean cut, long size) {}

  Unwritten(LinkResolver resolver, List<String> warnings) {
    this.resolver = resolver;
    this.warnings = warnings;
  }

  /** Adds gaps for the frames of these runs; numbers are those of the runs. */
  void look(List<DatasetPlan> plans, List<FrameRun> runs, List<FrameGap> gaps) {
    List<FrameGap> found = new ArrayList<>();
    long filled = 0;
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
          filled++;
        }
      }
    }
    gaps.addAll(found);
    if (filled > 0) {
      warnings.add(
          resolver.root().file().name()
              + " has "
              + filled
              + " frames that were never written, wholly or in part; HDF5 gives its fill value"
              + " for them. Mask that value or leave these frames out.");
    }
  }

  private static FrameGap gap(long frame, DatasetPlan plan, FailureCode code) {
    String where = Hdf5File.name(plan.file()) + ":" + plan.path();
    String message =
        code == FailureCode.TRUNCATED
            ? where
                + ": the file ends before these frames do. Copy it again from where it was"
                + " written; the other frames are read."
            : where
                + ": the file is open for writing and these frames are not in it yet."
                + " Run again when it is closed.";
    return new FrameGap(frame, 1, code, message);
  }

  private State state(URI uri) {
    Hdf5File file = resolver.file(uri);
    WriteState write = file.superblock().writeState();
    boolean open = write == WriteState.OPEN || write == WriteState.OPEN_FOR_READERS;
    return new State(open, file.cutShort(), file.size());
  }
}
