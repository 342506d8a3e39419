package org.debye.hdf5.chunk;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.FrameShape;
import org.debye.frame.PixelType;
import org.debye.hdf5.filter.FilterException;
import org.debye.hdf5.filter.FilterPipeline;
import org.debye.hdf5.filter.FilterSpec;
import org.debye.hdf5.format.Hdf5File;

/**
 * All that is needed to read a dataset's frames from its file without its metadata. Made once where
 * the work is planned, cut to the frames of a task with {@link #slice}, and shipped. The last two
 * dimensions are rows and columns of a frame; all others, flattened, number the frames. A dataset
 * of two dimensions or fewer is one frame. Immutable.
 */
public final class DatasetPlan implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long LARGEST_FRAME = 1L << 30;

  private final URI file;
  private final String path;
  private final long[] dims;
  private final boolean bigEndian;
  private final PixelType pixel;
  private final List<FilterSpec> filters;
  private final byte[] fill;
  private final Storage storage;
  private final long first;
  private final long end;

  private DatasetPlan(
      DatasetHeader header, PixelType pixel, Storage storage, List<FilterSpec> filters) {
    this.file = header.file();
    this.path = header.path();
    this.dims = header.dims();
    this.bigEndian = header.type().bigEndian();
    this.pixel = pixel;
    this.filters = filters;
    this.fill = header.fill();
    this.storage = storage;
    this.first = 0;
    this.end = totalFrames(dims);
  }

  private DatasetPlan(DatasetPlan whole, Storage storage, long first, long end) {
    this.file = whole.file;
    this.path = whole.path;
    this.dims = whole.dims;
    this.bigEndian = whole.bigEndian;
    this.pixel = whole.pixel;
    this.filters = whole.filters;
    this.fill = whole.fill;
    this.storage = storage;
    this.first = first;
    this.end = end;
  }

  /**
   * Plans the dataset whose object header is at an address.
   *
   * @param path for messages
   * @throws InputException {@code UNSUPPORTED_DATASET} for types that are no pixels, virtual and
   *     external storage, frames or chunks of more than 1 GiB; {@code CORRUPT_METADATA}, {@code
   *     TRUNCATED}. Unknown filters are found when a frame is read.
   */
  public static DatasetPlan of(Hdf5File file, long headerAddress, String path) {
    return of(file, DatasetHeader.read(file, headerAddress, path));
  }

  /** As {@link #of(Hdf5File, long, String)}, from a header that has been read. */
  public static DatasetPlan of(Hdf5File file, DatasetHeader header) {
    PixelType pixel = header.type().stored();
    if (pixel == null) {
      throw unsupported(header, "its elements are " + header.type().label() + ", not numbers");
    }
    long rows = extent(header.dims(), 2);
    long columns = extent(header.dims(), 1);
    if (rows > LARGEST_FRAME
        || columns > LARGEST_FRAME
        || rows * columns > LARGEST_FRAME / pixel.bytes()
        || totalFrames(header.dims()) < 0) {
      throw unsupported(header, "its frames have " + rows + " x " + columns + " pixels");
    }
    Storage storage =
        switch (header.storage()) {
          case COMPACT, CONTIGUOUS -> PlainLayout.read(file, header, rows * columns);
          case CHUNKED -> chunked(file, header);
          case VIRTUAL -> throw unsupported(header, "it is virtual");
          case EXTERNAL -> throw unsupported(header, "its data are in raw files outside of HDF5");
        };
    List<FilterSpec> filters =
        header.storage() == StorageKind.CHUNKED ? header.filters() : List.of();
    return new DatasetPlan(header, pixel, storage, filters);
  }

  private static Storage chunked(Hdf5File file, DatasetHeader header) {
    ChunkedLayout.Chunks chunks = new ChunkedLayout(file, header).read();
    return new Storage.Chunked(chunks.grid(), chunks.table());
  }

  /**
   * The plan of some frames only. They keep their numbers.
   *
   * @throws IndexOutOfBoundsException these are not all in this plan
   */
  public DatasetPlan slice(long firstFrame, long count) {
    if (firstFrame < first || count < 0 || firstFrame + count > end) {
      throw new IndexOutOfBoundsException(
          "frames " + firstFrame + " + " + count + " of " + first + " to " + end);
    }
    Storage part = storage;
    if (storage instanceof Storage.Chunked chunks) {
      part =
          new Storage.Chunked(
              chunks.grid(), tiles(chunks).range(chunks.table(), firstFrame, count));
    }
    return new DatasetPlan(this, part, firstFrame, firstFrame + count);
  }

  public URI file() {
    return file;
  }

  /** The dataset's path within the file. */
  public String path() {
    return path;
  }

  /** All extents of the dataset, slowest first. */
  public long[] dims() {
    return dims.clone();
  }

  /** Type of the pixels that the reader gives, always little endian. */
  public PixelType pixelType() {
    return pixel;
  }

  /** First frame of this plan, 0 unless it is a slice. */
  public long firstFrame() {
    return first;
  }

  /** Number of frames in this plan. */
  public long frames() {
    return end - first;
  }

  /** Rows of a frame, 0 in an empty dataset. */
  public int rows() {
    return (int) extent(dims, 2);
  }

  /** Columns of a frame, 0 in an empty dataset. */
  public int columns() {
    return (int) extent(dims, 1);
  }

  /**
   * Rows and columns of a frame.
   *
   * @throws IllegalArgumentException one of them is 0
   */
  public FrameShape shape() {
    return new FrameShape(rows(), columns());
  }

  /** Decoded bytes of a frame. */
  public int frameBytes() {
    return rows() * columns() * pixel.bytes();
  }

  /** The smallest run of frames, counted from frame 0, that cuts no chunk. */
  public long framesPerRun() {
    return storage instanceof Storage.Chunked chunks ? tiles(chunks).framesPerRun() : 1;
  }

  /** Bytes that this plan's frames take in the file; a slice counts chunks it shares wholly. */
  public long storedBytes() {
    if (storage instanceof Storage.Chunked chunks) {
      return chunks.table().storedBytes(chunks.grid().bytes());
    }
    boolean written =
        !(storage instanceof Storage.Contiguous contiguous)
            || contiguous.position() != ChunkTable.ABSENT;
    return written ? frames() * frameBytes() : 0;
  }

  /** How much of a frame was written, without reading it. */
  public FrameCoverage coverage(long frame) {
    checkFrame(frame);
    if (storage instanceof Storage.Contiguous contiguous) {
      return contiguous.position() == ChunkTable.ABSENT
          ? FrameCoverage.ABSENT
          : FrameCoverage.COMPLETE;
    }
    if (storage instanceof Storage.Chunked chunks) {
      return tiles(chunks).coverage(chunks.table(), frame);
    }
    return FrameCoverage.COMPLETE;
  }

  /** The file position after the frame's last stored byte; 0 where nothing was written. */
  public long end(long frame) {
    checkFrame(frame);
    if (storage instanceof Storage.Contiguous contiguous) {
      return contiguous.position() == ChunkTable.ABSENT
          ? 0
          : contiguous.position() + (frame + 1) * frameBytes();
    }
    if (storage instanceof Storage.Chunked chunks) {
      return tiles(chunks).end(chunks.table(), chunks.grid().bytes(), frame);
    }
    return 0;
  }

  /**
   * Checks that the dataset's filters can be undone.
   *
   * @throws InputException {@code UNKNOWN_FILTER} with name and number
   */
  public void requireKnownFilters() {
    pipeline().close();
  }

  FilterPipeline pipeline() {
    try {
      return new FilterPipeline(filters, pixel.bytes());
    } catch (FilterException e) {
      throw failure(Hdf5File.name(file) + ":" + path, e);
    }
  }

  InputException failure(String where, FilterException e) {
    String remedy =
        e.code() == FailureCode.UNKNOWN_FILTER
            ? "Write the file again with h5repack and a filter that docs/formats.md lists."
            : "Copy the file again from where it was written; the other frames are read.";
    return InputException.of(e.code(), where, "cannot decode: " + e.getMessage(), remedy, e);
  }

  /** File, dataset path and frame, for messages. */
  public String where(long frame) {
    return Hdf5File.name(file) + ":" + path + "[" + frame + "]";
  }

  /** One element as in the file. */
  byte[] fill() {
    return fill;
  }

  boolean bigEndian() {
    return bigEndian;
  }

  List<FilterSpec> filters() {
    return filters;
  }

  Storage storage() {
    return storage;
  }

  void checkFrame(long frame) {
    if (frame < first || frame >= end) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + first + " to " + end);
    }
  }

  private static FrameTiles tiles(Storage.Chunked chunks) {
    return new FrameTiles(chunks.grid());
  }

  private static long extent(long[] dims, int fromEnd) {
    return dims.length < fromEnd ? 1 : dims[dims.length - fromEnd];
  }

  private static long totalFrames(long[] dims) {
    long frames = 1;
    for (int d = 0; d < dims.length - 2; d++) {
      if (dims[d] != 0 && frames > Long.MAX_VALUE / dims[d]) {
        return -1;
      }
      frames *= dims[d];
    }
    return frames;
  }

  private static InputException unsupported(DatasetHeader header, String problem) {
    return InputException.of(
        FailureCode.UNSUPPORTED_DATASET,
        Hdf5File.name(header.file()) + ":" + header.path(),
        "cannot be read as frames: " + problem,
        "Name another dataset in frames.dataset, or convert this one with h5repack.");
  }
}
