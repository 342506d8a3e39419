package org.debye.hdf5.virtual;

import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.link.Located;

/** The pixel type and extents of a dataset that holds frames. */
record FrameExtent(PixelType type, long[] dimensions) {
  private static final long MOST_PIXELS = 1L << 28;
  private static final long MOST_FRAMES = 20_000_000;

  static FrameExtent of(Located dataset) {
    return of(dataset, dataset.node().dataspace().dimensions());
  }

  /** Of an unlimited virtual dataset the dimensions are not those stored. */
  static FrameExtent of(Located dataset, long[] dimensions) {
    if (!dataset.node().isDataset()) {
      throw refuse(dataset, "it is a group");
    }
    PixelType type = dataset.node().datatype().pixelType();
    if (type == null) {
      throw refuse(dataset, "its elements are no numbers");
    }
    int rank = dimensions.length;
    if (rank < 2) {
      throw refuse(dataset, "it has " + rank + " dimensions");
    }
    double pixels = (double) dimensions[rank - 2] * dimensions[rank - 1];
    if (pixels > MOST_PIXELS) {
      throw refuse(dataset, "one image would have " + (long) pixels + " pixels");
    }
    double frames = 1;
    for (int d = 0; d < rank - 2; d++) {
      frames *= dimensions[d];
    }
    if (frames > MOST_FRAMES) {
      throw refuse(dataset, "it would have " + (long) frames + " frames, above " + MOST_FRAMES);
    }
    if (pixels == 0 || frames == 0) {
      throw InputException.of(
          FailureCode.ZERO_FRAMES,
          dataset.where(),
          "the dataset has no frame, its shape is " + dataset.node().dataspace(),
          "Leave the file out, or check whether its writer was stopped before the first frame.");
    }
    return new FrameExtent(type, dimensions);
  }

  private static InputException refuse(Located dataset, String why) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        dataset.where(),
        "this dataset holds no frames: " + why,
        "Set frames.dataset to one of two or more dimensions of numbers.");
  }

  FrameShape image() {
    int rank = dimensions.length;
    return new FrameShape((int) dimensions[rank - 2], (int) dimensions[rank - 1]);
  }

  long frames() {
    long frames = 1;
    for (int d = 0; d < dimensions.length - 2; d++) {
      frames *= dimensions[d];
    }
    return frames;
  }
}
