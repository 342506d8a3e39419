package org.debye.hdf5;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.frame.PixelType;
import org.debye.hdf5.chunk.DatasetPlan;
import org.debye.hdf5.chunk.DatasetReader;
import org.debye.hdf5.chunk.FrameCoverage;
import org.debye.hdf5.format.Hdf5File;
import org.debye.hdf5.format.Refusal;
import org.debye.hdf5.virtual.FrameRun;
import org.debye.hdf5.virtual.FrameTile;
import org.debye.hdf5.virtual.RunFinder;

/**
 * Reads the frames of a stack. Files are opened when first needed, and few stay open; frames in
 * ascending order are the fast way, since the chunks of the last frame are kept. Thread-confined.
 */
public final class FrameReader implements Closeable {
  private static final int GAP_BIT = 1;

  private final FrameStack stack;
  private final FileOpener opener;
  private final List<RunFinder> finders;
  private final OpenDatasets datasets;
  private byte[] buffer = new byte[0];

  /** Opens nothing yet. */
  public FrameReader(FrameStack stack, FileOpener opener) {
    this.stack = stack;
    this.opener = opener;
    this.finders =
        stack.segments().modules().stream().map(module -> new RunFinder(module.runs())).toList();
    this.datasets = new OpenDatasets(this::open, stack.segments());
  }

  /**
   * Reads one module of one frame: little endian, row-major, all bytes of {@code target}. Pixels
   * that no source gives, gaps in a virtual frame, have all bits set: the largest value, -1 or NaN;
   * {@link #pixelMask} marks them.
   *
   * @param target {@link FrameStack#moduleBytes()} long
   * @throws InputException where the frame cannot be read whole: what its gap says, or {@code
   *     CORRUPT_CHUNK}, {@code UNKNOWN_FILTER}, {@code TRUNCATED}, {@code MISSING_FILE}
   */
  public void read(long frame, int module, byte[] target) {
    if (target.length != stack.moduleBytes()) {
      throw new IllegalArgumentException(
          target.length + " bytes for a module of " + stack.moduleBytes());
    }
    refuseGap(frame);
    List<FrameRun> runs = finders.get(module).at(frame);
    if (runs.isEmpty()) {
      throw new IndexOutOfBoundsException(
          "frame " + frame + " is not in this stack, or not in this slice of it");
    }
    FrameTile whole = FrameTile.whole(stack.module());
    DatasetPlan first = stack.segments().plan(runs.get(0).source());
    if (runs.size() == 1 && runs.get(0).tile().equals(whole) && same(first)) {
      readWritten(runs.get(0), frame, target);
      return;
    }
    Arrays.fill(target, (byte) 0xFF);
    for (FrameRun run : runs) {
      copyTile(run, frame, target);
    }
  }

  private boolean same(DatasetPlan plan) {
    return plan.rows() == stack.module().rows() && plan.columns() == stack.module().columns();
  }

  private void refuseGap(long frame) {
    for (FrameGap gap : stack.gaps()) {
      if (gap.contains(frame)) {
        throw InputException.of(
            gap.code(), stack.name() + " frame " + frame, "this frame is not whole", gap.message());
      }
    }
  }

  /** The plan's gaps hold frames that were never written; one that slipped through is no data. */
  private void readWritten(FrameRun run, long frame, byte[] target) {
    long source = run.sourceFrame(frame);
    if (datasets.reader(run.source()).readFrame(source, target) != FrameCoverage.COMPLETE) {
      throw InputException.of(
          FailureCode.NEVER_WRITTEN,
          stack.segments().plan(run.source()).where(source),
          "this frame was never written, wholly or in part",
          "Nothing can be read for it; the other frames are read.");
    }
  }

  private void copyTile(FrameRun run, long frame, byte[] target) {
    DatasetPlan plan = stack.segments().plan(run.source());
    if (buffer.length < plan.frameBytes()) {
      buffer = new byte[plan.frameBytes()];
    }
    readWritten(run, frame, buffer);
    FrameTile tile = run.tile();
    int pixel = stack.type().bytes();
    for (int row = 0; row < tile.rows(); row++) {
      int from = ((tile.sourceRow() + row) * plan.columns() + tile.sourceColumn()) * pixel;
      int to = ((tile.row() + row) * stack.module().columns() + tile.column()) * pixel;
      System.arraycopy(buffer, from, target, to, tile.columns() * pixel);
    }
  }

  /**
   * The module's pixels that are marked: the file's pixel_mask, row-major uint32 bits, and bit 0
   * (NeXus: gap) for pixels that no frame has. Length 0 where there is neither.
   *
   * @throws InputException where the mask cannot be read
   */
  public int[] pixelMask(int module) {
    StackSegments.Module segments = stack.segments().modules().get(module);
    StackSegments.Image mask = segments.mask();
    if (mask == null && segments.cover().isEmpty()) {
      return new int[0];
    }
    int[] bits = new int[stack.module().pixels()];
    if (mask != null) {
      ByteBuffer bytes = image(mask);
      for (int i = 0; i < bits.length; i++) {
        bits[i] = integer(bytes, mask.plan().pixelType(), i);
      }
    }
    if (!segments.cover().isEmpty()) {
      boolean[] covered = new boolean[bits.length];
      for (FrameTile tile : segments.cover()) {
        for (int row = tile.row(); row < tile.row() + tile.rows(); row++) {
          int start = row * stack.module().columns() + tile.column();
          Arrays.fill(covered, start, start + tile.columns(), true);
        }
      }
      for (int i = 0; i < bits.length; i++) {
        bits[i] |= covered[i] ? 0 : GAP_BIT;
      }
    }
    return bits;
  }

  /**
   * The file's flat field, row-major; length 0 where there is none, it has no usable value, or the
   * detector has applied it already.
   *
   * @throws InputException where it cannot be read
   */
  public float[] flatField(int module) {
    StackSegments.Image flat = stack.segments().modules().get(module).flat();
    if (flat == null) {
      return new float[0];
    }
    ByteBuffer bytes = image(flat);
    float[] values = new float[stack.module().pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) number(bytes, flat.plan().pixelType(), i);
    }
    return values;
  }

  private ByteBuffer image(StackSegments.Image image) {
    byte[] bytes = new byte[image.plan().frameBytes()];
    try (PositionedFile file = open(image.plan().file());
        DatasetReader reader = new DatasetReader(image.plan(), file)) {
      reader.readFrame(image.frame(), bytes);
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw Refusal.of(Hdf5File.name(image.plan().file()), "cannot be read", e);
    }
  }

  private static int integer(ByteBuffer bytes, PixelType type, int index) {
    return switch (type.bytes()) {
      case 1 -> bytes.get(index) & 0xFF;
      case 2 -> bytes.getShort(2 * index) & 0xFFFF;
      case 4 -> bytes.getInt(4 * index);
      default -> (int) bytes.getLong(8 * index) | (int) (bytes.getLong(8 * index) >>> 32);
    };
  }

  private static double number(ByteBuffer bytes, PixelType type, int index) {
    return type == PixelType.FLOAT32 ? bytes.getFloat(4 * index) : bytes.getDouble(8 * index);
  }

  private PositionedFile open(URI uri) {
    try {
      return opener.open(uri);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw InputException.of(
          FailureCode.MISSING_FILE,
          Hdf5File.name(uri),
          "the file is not there any more",
          "Put it back, or run again to take the folder as it is now.",
          e);
    } catch (IOException e) {
      throw Refusal.of(Hdf5File.name(uri), "cannot be opened", e);
    }
  }

  @Override
  public void close() throws IOException {
    datasets.close();
  }
}
