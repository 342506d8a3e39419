package org.debye.spark.reduce;

import java.util.ArrayList;
import java.util.List;
import org.debye.hdf5.FrameStack;
import org.debye.hdf5.StackMetadata;
import org.debye.provenance.Digest;

/** Cuts datasets into runs, and deals the runs out to tasks. */
final class RunCutting {
  private RunCutting() {}

  /**
   * Cuts a dataset.
   *
   * @param bytes decoded, of a run; more where a chunk holds more
   */
  static List<FrameRun> cut(
      Work work, FrameStack stack, Recipe recipe, FrameSelection selection, long bytes) {
    long spectra = selection.spectra(stack.frames());
    long frameBytes = (long) stack.moduleBytes() * stack.placements().size();
    long wanted = Math.max(1, bytes / Math.max(1, frameBytes));
    long whole = (wanted + stack.framesPerRun() - 1) / stack.framesPerRun();
    long rawFrames = Math.max(1, whole) * stack.framesPerRun();
    List<FrameRun> runs = new ArrayList<>();
    long from = 0;
    while (from < spectra) {
      long boundary = (selection.frame(from) / rawFrames + 1) * rawFrames;
      long to = from + 1;
      while (to < spectra && selection.frame(to) < boundary) {
        to++;
      }
      runs.add(run(work, stack, recipe, selection, from, Math.toIntExact(to - from)));
      from = to;
    }
    return runs;
  }

  private static FrameRun run(
      Work work, FrameStack stack, Recipe recipe, FrameSelection selection, long first, int count) {
    long firstFrame = selection.frame(first);
    long endFrame = selection.frame(first + count - 1) + selection.extent();
    FrameStack slice = withoutMetadata(stack.slice(firstFrame, endFrame - firstFrame));
    FrameFacts facts = FrameFacts.of(stack.metadata(), selection, first, count);
    String key =
        new Digest()
            .add(work.datasetId())
            .add(work.fingerprint())
            .add(slice.sources())
            .add(first)
            .add((long) count)
            .hex();
    return new FrameRun(work.datasetId(), key, slice, recipe, selection, facts, first, count);
  }

  private static FrameStack withoutMetadata(FrameStack stack) {
    return new FrameStack(
        stack.name(),
        stack.type(),
        stack.module(),
        stack.placements(),
        stack.arrangement(),
        stack.frames(),
        stack.framesPerRun(),
        stack.storedBytes(),
        stack.gaps(),
        StackMetadata.none(),
        stack.sources(),
        stack.segments());
  }

  /**
   * Deals runs out in their order, so that a task's file of spectra spans few datasets.
   *
   * @param fewest tasks, where there are as many runs
   * @param bytes decoded, of a task; more tasks where there is more to do
   */
  static List<List<FrameRun>> deal(List<FrameRun> runs, int fewest, long bytes) {
    long total = runs.stream().mapToLong(FrameRun::weight).sum();
    int tasks = (int) Math.min(runs.size(), Math.max(fewest, total / bytes + 1));
    List<List<FrameRun>> dealt = new ArrayList<>();
    long done = 0;
    int task = -1;
    for (FrameRun run : runs) {
      int share = (int) Math.min(tasks - 1, (done + run.weight() / 2) * tasks / Math.max(1, total));
      if (share > task) {
        dealt.add(new ArrayList<>());
        task = share;
      }
      dealt.get(dealt.size() - 1).add(run);
      done += run.weight();
    }
    return dealt;
  }
}
