package org.debye.hdf5.virtual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.link.LinkResolver;
import org.debye.hdf5.link.Located;
import org.debye.hdf5.tree.StorageLayout;

/**
 * Finds the stored datasets behind a dataset: itself, or the sources of a virtual one, which may be
 * virtual in turn and stand in other files.
 */
public final class FrameMapper {
  private static final int DEEPEST = 8;

  /** Frames, blocks and tiles of all virtual datasets: 16 modules of ten million frames. */
  private static final long MOST_WORK = 400_000_000;

  private final LinkResolver resolver;
  private final Map<Located.Identity, FrameMap> mapped = new HashMap<>();
  private final Map<Located.Identity, InputException> refused = new HashMap<>();
  private final Set<Located.Identity> underWay = new HashSet<>();
  private long work;

  public FrameMapper(LinkResolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Maps a dataset's frames.
   *
   * @throws InputException where the dataset holds no frames or its description is damaged; a
   *     missing source is a gap instead
   */
  public FrameMap map(Located dataset) {
    return map(dataset, 0);
  }

  FrameMap map(Located dataset, int depth) {
    FrameMap known = mapped.get(dataset.identity());
    if (known != null) {
      return known;
    }
    InputException before = refused.get(dataset.identity());
    if (before != null) {
      throw before;
    }
    if (depth > DEEPEST || !underWay.add(dataset.identity())) {
      throw InputException.of(
          FailureCode.DANGLING_LINK,
          dataset.where(),
          "virtual datasets refer to each other in a circle",
          "Name the dataset that holds the frames as frames.dataset.");
    }
    try {
      FrameMap made = made(dataset, depth);
      mapped.put(dataset.identity(), made);
      return made;
    } catch (InputException e) {
      refused.put(dataset.identity(), e);
      throw e;
    } finally {
      underWay.remove(dataset.identity());
    }
  }

  /**
   * Counts what mapping costs, whatever a file says of its selections.
   *
   * @throws InputException it is more than any measurement needs
   */
  void spend(long amount, Located dataset) {
    work += amount;
    if (amount < 0 || work > MOST_WORK) {
      throw InputException.of(
          FailureCode.UNSUPPORTED_DATASET,
          dataset.where(),
          "a virtual dataset of more than " + MOST_WORK + " frames and pieces of frames",
          "Name a source dataset as frames.dataset instead.");
    }
  }

  private FrameMap made(Located dataset, int depth) {
    if (dataset.node().layout() instanceof StorageLayout.Virtual) {
      return new VirtualFrames(this, resolver, dataset, depth).map();
    }
    FrameExtent extent = FrameExtent.of(dataset);
    FrameRun all = new FrameRun(0, 1, extent.frames(), 0, 0, 1, FrameTile.whole(extent.image()));
    return new FrameMap(
        extent.type(),
        extent.image(),
        extent.dimensions(),
        List.of(dataset),
        List.of(all),
        List.of());
  }
}
