package org.debye.hdf5.virtual;

import java.util.List;
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

  private final LinkResolver resolver;

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
    if (depth > DEEPEST) {
      throw InputException.of(
          FailureCode.DANGLING_LINK,
          dataset.where(),
          "virtual datasets refer to each other in a circle",
          "Name the dataset that holds the frames as frames.dataset.");
    }
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
