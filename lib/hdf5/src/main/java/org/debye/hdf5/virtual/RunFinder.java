package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the runs that hold a frame among many, in logarithmic time for runs one after another. */
public final class RunFinder {
  private final List<FrameRun> runs;
  private final long[] reach;

  /** Takes runs ordered by their first frame. */
  public RunFinder(List<FrameRun> runs) {
    this.runs = runs;
    this.reach = new long[runs.size()];
    long furthest = -1;
    for (int i = 0; i < reach.length; i++) {
      furthest = Math.max(furthest, runs.get(i).last());
      reach[i] = furthest;
    }
  }

  /** All runs that hold the frame, in order. */
  public List<FrameRun> at(long frame) {
    List<FrameRun> found = new ArrayList<>(1);
    collect(frame, found);
    return found;
  }

  /**
   * The same into a list, which is emptied first.
   *
   * @return how many runs were looked at: many, where they lie over each other
   */
  int collect(long frame, List<FrameRun> found) {
    found.clear();
    int last = after(frame) - 1;
    int i = last;
    for (; i >= 0 && reach[i] >= frame; i--) {
      if (runs.get(i).contains(frame)) {
        found.add(runs.get(i));
      }
    }
    Collections.reverse(found);
    return last - i + 1;
  }

  /** The first run that starts after the frame. */
  private int after(long frame) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).first() <= frame) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
