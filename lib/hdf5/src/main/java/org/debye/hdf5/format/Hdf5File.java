package org.debye.hdf5.format;

import io.jhdf.HdfFile;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.PositionedFile;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file whose metadata are read: superblock, object headers, and jHDF's tree of groups and
 * attributes, all through one cache of blocks and one check of bounds. Every failure is an {@code
 * InputException}. Thread-confined.
 */
public final class Hdf5File implements Closeable {
  /** No metadata block of a detector file comes near; a longer one is a damaged length. */
  private static final int LONGEST_BLOCK = 1 << 26;

  /**
   * Metadata read of one file, in bytes and in times its size, and what a read costs beside its
   * bytes. The largest real files take a hundredth of it; one whose blocks lead to each other, or
   * which lists one group in ten thousand others, would never end.
   */
  private static final long MOST_METADATA = 1L << 27;

  private static final long TIMES_SIZE = 32;
  private static final long COST_OF_A_READ = 64;

  private final PositionedFile file;
  private final CachedBlocks blocks;
  private final Superblock superblock;
  private long metadataRead;
  private @Nullable HdfBackingStorage storage;
  private @Nullable HdfFile tree;

  private Hdf5File(PositionedFile file, CachedBlocks blocks, Superblock superblock) {
    this.file = file;
    this.blocks = blocks;
    this.superblock = superblock;
  }

  /**
   * Reads the superblock. The file is closed again where that fails, and by {@link #close()}
   * otherwise.
   *
   * @throws InputException {@code NOT_HDF5} without a signature, {@code TRUNCATED} where the file
   *     ends within the superblock, {@code CORRUPT_METADATA}, {@code UNREADABLE_FILE}
   */
  public static Hdf5File open(PositionedFile file) {
    try {
      CachedBlocks blocks = new CachedBlocks(file, file.size());
      long at = signature(file.uri(), blocks);
      return new Hdf5File(file, blocks, superblock(file.uri(), blocks, at));
    } catch (IOException e) {
      closeQuietly(file, e);
      throw Refusal.of(name(file.uri()), "reading failed", e);
    } catch (InputException e) {
      closeQuietly(file, e);
      throw e;
    }
  }

  public URI uri() {
    return file.uri();
  }

  /** The file's address for messages: a path for local files, else the URI. */
  public String name() {
    return name(file.uri());
  }

  /** As {@link #name()}, for a file that is not open. */
  public static String name(URI uri) {
    return "file".equals(uri.getScheme()) || uri.getScheme() == null
        ? uri.getPath()
        : uri.toString();
  }

  /** Bytes, when it was opened. */
  public long size() {
    return blocks.size();
  }

  public Superblock superblock() {
    return superblock;
  }

  /** Whether the file is shorter than its writer left it: reads past the end will fail. */
  public boolean cutShort() {
    return superblock.endOfFile() > size();
  }

  public PositionedFile file() {
    return file;
  }

  /**
   * Reads a metadata block.
   *
   * @param address relative to the superblock's base
   * @param what for messages
   * @return little endian, position 0
   * @throws InputException {@code TRUNCATED} past the end of the file, {@code CORRUPT_METADATA} for
   *     an impossible address or length
   */
  public ByteBuffer read(long address, long length, String what) {
    if (address < 0 || length < 0 || length > LONGEST_BLOCK || address > Long.MAX_VALUE / 2) {
      throw fields(new byte[0], what)
          .corrupt("a block of " + length + " bytes at address " + address);
    }
    long position = address + superblock.base();
    if (position + length > size()) {
      throw beyond(what, position + length);
    }
    spend(length + COST_OF_A_READ, what);
    ByteBuffer block = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    try {
      blocks.read(position, block);
    } catch (EOFException e) {
      throw beyond(what, position + length);
    } catch (IOException e) {
      throw Refusal.of(name(), "reading failed", e);
    }
    return block.flip();
  }

  private void spend(long cost, String what) {
    metadataRead += cost;
    if (metadataRead > MOST_METADATA + TIMES_SIZE * Math.min(size(), 1L << 50)) {
      throw fields(new byte[0], what)
          .corrupt("blocks that lead to each other, or to the same ones, again and again");
    }
  }

  /** A reader of a metadata block's fields. */
  public FieldReader fields(long address, long length, String what) {
    return reader(read(address, length, what), what);
  }

  /** As {@link #fields(long, long, String)}, for a block whose last four bytes are its checksum. */
  public FieldReader checkedFields(long address, long length, String what) {
    ByteBuffer block = read(address, length, what);
    if (length < 4) {
      throw reader(block, what).corrupt("a block of " + length + " bytes");
    }
    byte[] body = new byte[(int) length - 4];
    block.get(body);
    if (ChecksumUtils.checksum(body) != block.getInt()) {
      throw reader(block, what).corrupt("a block whose checksum is wrong");
    }
    return fields(body, what);
  }

  /** A reader of the fields of bytes that are already here, a message's body say. */
  public FieldReader fields(byte[] block, String what) {
    return reader(ByteBuffer.wrap(block), what);
  }

  /** The messages of the object header at an address, shared ones resolved. */
  public List<HeaderMessage> messages(long headerAddress) {
    return ObjectHeader.read(this, headerAddress);
  }

  /** The first message of a type in the header at an address. */
  public Optional<HeaderMessage> message(long headerAddress, int type) {
    return messages(headerAddress).stream().filter(m -> m.type() == type).findFirst();
  }

  /**
   * jHDF's storage over this file, for its parsers of single structures (heaps, trees, attributes).
   * Use within {@link #guarded}.
   */
  public HdfBackingStorage storage() {
    if (storage == null) {
      PositionedChannel channel = new PositionedChannel(blocks);
      storage =
          guarded(
              "the superblock",
              () ->
                  new BoundedStorage(
                      this, channel, io.jhdf.Superblock.readSuperblock(channel, base())));
    }
    return storage;
  }

  /**
   * jHDF's tree of this file. Its data methods must not be used (they decode wrongly), it must not
   * be closed (that throws), and one virtual dataset makes its whole group unreadable. Use within
   * {@link #guarded}.
   */
  public HdfFile tree() {
    if (tree == null) {
      tree = guarded("the root group", () -> jhdfTree(storage()));
    }
    return tree;
  }

  /**
   * Runs something that lets jHDF parse, and turns what it throws for damaged files into {@code
   * CORRUPT_METADATA}.
   *
   * @param what is being read, for messages: {@code the attributes of /entry}
   */
  public <T> T guarded(String what, Supplier<T> parsing) {
    try {
      return parsing.get();
    } catch (InputException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw failure(what, e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw Refusal.of(name(), "reading failed", e);
    }
  }

  private long base() {
    return superblock.base();
  }

  private FieldReader reader(ByteBuffer block, String what) {
    return new FieldReader(
        name() + " (" + what + ")", block, superblock.offsetBytes(), superblock.lengthBytes());
  }

  /** jHDF wraps the storage's exceptions; what they say is more to the point than what it adds. */
  private InputException failure(String what, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InputException known) {
        return known;
      }
    }
    return InputException.of(
        FailureCode.CORRUPT_METADATA,
        name(),
        "cannot read " + what + ": " + thrown.getMessage(),
        "Check the file with h5dump -H; copy it again if that fails too.",
        thrown);
  }

  private InputException beyond(String what, long end) {
    return InputException.of(
        FailureCode.TRUNCATED,
        name(),
        what + " should end at byte " + end + " but the file has " + size(),
        "Copy the file again from where it was written.");
  }

  /**
   * jHDF has no public constructor that takes a storage; its private one is called, because all
   * public ones make a storage that allocates unchecked lengths.
   */
  private static HdfFile jhdfTree(HdfBackingStorage storage) {
    try {
      Constructor<HdfFile> constructor =
          HdfFile.class.getDeclaredConstructor(HdfBackingStorage.class);
      constructor.setAccessible(true);
      return constructor.newInstance(storage);
    } catch (InvocationTargetException e) {
      throw new HdfException("cannot read the root group", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("jHDF has changed: no HdfFile(HdfBackingStorage)", e);
    }
  }

  private static long signature(URI uri, CachedBlocks blocks) throws IOException {
    byte[] found = new byte[Superblock.SIGNATURE.length];
    long at = 0;
    while (at + found.length <= blocks.size()) {
      blocks.read(at, ByteBuffer.wrap(found));
      if (Arrays.equals(found, Superblock.SIGNATURE)) {
        return at;
      }
      at = at == 0 ? 512 : at * 2;
    }
    throw InputException.of(
        FailureCode.NOT_HDF5,
        name(uri),
        blocks.size() == 0 ? "the file is empty" : "not an HDF5 file: no HDF5 signature",
        "Name HDF5 files (.h5, .hdf5, .nxs), or leave this one out.");
  }

  private static Superblock superblock(URI uri, CachedBlocks blocks, long at) throws IOException {
    long start = at + Superblock.SIGNATURE.length;
    ByteBuffer head =
        ByteBuffer.allocate((int) Math.min(Superblock.MAX_BYTES, blocks.size() - start));
    blocks.read(start, head);
    head.flip();
    String where = name(uri) + " (superblock)";
    if (head.remaining() < 40) {
      throw InputException.of(
          FailureCode.TRUNCATED,
          name(uri),
          "the file ends after " + blocks.size() + " bytes, within its superblock",
          "Copy the file again from where it was written.");
    }
    int[] widths = Superblock.widths(new FieldReader(where, head, 8, 8));
    if (head.get(0) >= 2) {
      verifySuperblock(where, blocks, at, Superblock.SIGNATURE.length + 4 + 4 * widths[0]);
    }
    return Superblock.parse(
        new FieldReader(where, head, widths[0], widths[1]),
        new FieldReader(where, head, widths[0], widths[1]),
        at);
  }

  private static void verifySuperblock(String where, CachedBlocks blocks, long at, int length)
      throws IOException {
    byte[] body = new byte[length];
    ByteBuffer stored = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    blocks.read(at, ByteBuffer.wrap(body));
    blocks.read(at + length, stored);
    if (ChecksumUtils.checksum(body) != stored.getInt(0)) {
      throw new FieldReader(where, ByteBuffer.allocate(0), 8, 8)
          .corrupt("a superblock whose checksum is wrong");
    }
  }

  private static void closeQuietly(PositionedFile file, Exception reason) {
    try {
      file.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
