package org.debye.hdf5.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.FrameGap;

/** Frames that a virtual dataset cannot give, with the first reason found for each. */
final class GapCollector {
  private final String where;
  private final Map<Long, Reason> reasons = new TreeMap<>();

  private record Reason(FailureCode code, String message) {}

  GapCollector(String where) {
    this.where = where;
  }

  /** A source cannot be read at all. */
  void missing(long[] frames, InputException cause) {
    FailureCode code =
        cause.code() == FailureCode.LINK_OUTSIDE_ROOTS || cause.code() == FailureCode.TRUNCATED
            ? cause.code()
            : FailureCode.MISSING_VIRTUAL_SOURCE;
    Reason reason =
        new Reason(
            code, where + ": a source of this virtual dataset is missing: " + cause.getMessage());
    for (long frame : frames) {
      if (frame >= 0) {
        reasons.putIfAbsent(frame, reason);
      }
    }
  }

  /** A source is there but lacks frames itself. */
  void inherit(long[] frames, long[] from, List<FrameGap> gaps) {
    for (int i = 0; i < frames.length; i++) {
      long source = i < from.length ? from[i] : -1;
      if (frames[i] < 0) {
        continue;
      }
      if (source < 0) {
        reasons.putIfAbsent(frames[i], tooShort());
      }
      for (FrameGap gap : gaps) {
        if (gap.contains(source)) {
          reasons.putIfAbsent(frames[i], new Reason(gap.code(), gap.message()));
        }
      }
    }
  }

  private Reason tooShort() {
    return new Reason(
        FailureCode.MISSING_VIRTUAL_SOURCE,
        where
            + ": a source of this virtual dataset has fewer frames than are mapped."
            + " Check whether the scan was stopped; the other frames are read.");
  }

  /** Frames that are covered less than the best covered one. */
  void uncovered(int[] covered) {
    int most = 0;
    for (int pixels : covered) {
      most = Math.max(most, pixels);
    }
    Reason reason =
        new Reason(
            FailureCode.MISSING_VIRTUAL_SOURCE,
            where
                + ": no source is mapped to a part of these frames."
                + " Write the virtual dataset again over all of its sources.");
    for (int frame = 0; frame < covered.length; frame++) {
      if (covered[frame] < most || most == 0) {
        reasons.putIfAbsent((long) frame, reason);
      }
    }
  }

  List<FrameGap> finish() {
    List<FrameGap> gaps = new ArrayList<>();
    FrameGap open = null;
    for (Map.Entry<Long, Reason> entry : reasons.entrySet()) {
      long frame = entry.getKey();
      Reason reason = entry.getValue();
      if (open != null
          && open.first() + open.count() == frame
          && open.message().equals(reason.message)) {
        open = new FrameGap(open.first(), open.count() + 1, reason.code, reason.message);
        gaps.set(gaps.size() - 1, open);
      } else {
        open = new FrameGap(frame, 1, reason.code, reason.message);
        gaps.add(open);
      }
    }
    return gaps;
  }
}
