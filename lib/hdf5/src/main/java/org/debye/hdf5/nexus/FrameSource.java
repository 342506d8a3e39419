package org.debye.hdf5.nexus;

import java.util.List;
import org.debye.failure.InputException;
import org.debye.hdf5.link.Located;
import org.jspecify.annotations.Nullable;

/**
 * A dataset of frames that was found: one object, or the numbered pieces of an Eiger master.
 *
 * @param path as the user would write it for {@code frames.dataset}
 * @param group that names it; where its metadata are looked for
 * @param pieces in the order of their frames
 */
public record FrameSource(String path, Located group, List<Piece> pieces) {
  /** One dataset, or why there is none. */
  public record Piece(String name, @Nullable Located dataset, @Nullable InputException failure) {}

  static FrameSource single(String path, Located group, Located dataset) {
    return new FrameSource(path, group, List.of(new Piece(path, dataset, null)));
  }

  /** The first piece that is there, or null. */
  public @Nullable Located first() {
    for (Piece piece : pieces) {
      if (piece.dataset != null) {
        return piece.dataset;
      }
    }
    return null;
  }
}
