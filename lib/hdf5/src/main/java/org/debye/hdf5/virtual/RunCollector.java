package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins single frames, added in order for each source and tile, into runs of equal steps. */
public final class RunCollector {
  private final List<FrameRun> runs = new ArrayList<>();
  private final Map<Key, Open> open = new HashMap<>();

  private record Key(int source, FrameTile tile) {}

  private static final class Open {
    long first;
    long step = 1;
    long count = 1;
    long sourceFirst;
    long sourceStep = 1;

    Open(long frame, long sourceFrame) {
      first = frame;
      sourceFirst = sourceFrame;
    }

    boolean extend(long frame, long sourceFrame) {
      long by = frame - (first + (count - 1) * step);
      long sourceBy = sourceFrame - (sourceFirst + (count - 1) * sourceStep);
      if (by <= 0 || (count > 1 && (by != step || sourceBy != sourceStep))) {
        return false;
      }
      step = by;
      sourceStep = sourceBy;
      count++;
      return true;
    }

    FrameRun close(Key key) {
      return new FrameRun(first, step, count, key.source, sourceFirst, sourceStep, key.tile);
    }
  }

  /** Adds one frame of a source. */
  public void add(long frame, int source, long sourceFrame, FrameTile tile) {
    Key key = new Key(source, tile);
    Open run = open.get(key);
    if (run == null) {
      open.put(key, new Open(frame, sourceFrame));
    } else if (!run.extend(frame, sourceFrame)) {
      runs.add(run.close(key));
      open.put(key, new Open(frame, sourceFrame));
    }
  }

  /** Runs so far. */
  int size() {
    return runs.size() + open.size();
  }

  /** All runs, by their first frame. */
  public List<FrameRun> finish() {
    open.forEach((key, run) -> runs.add(run.close(key)));
    open.clear();
    runs.sort(Comparator.comparingLong(FrameRun::first).thenComparingInt(FrameRun::source));
    return runs;
  }
}
