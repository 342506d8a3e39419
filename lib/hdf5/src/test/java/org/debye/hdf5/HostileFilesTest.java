package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.debye.hdf5.RawHdf5.borrowed;
import static org.debye.hdf5.RawHdf5.contiguous;
import static org.debye.hdf5.RawHdf5.dataspace;
import static org.debye.hdf5.RawHdf5.fields;
import static org.debye.hdf5.RawHdf5.link;
import static org.debye.hdf5.RawHdf5.uint8;

import com.sun.management.ThreadMXBean;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.debye.failure.FailureCode;
import org.debye.hdf5.RawHdf5.Fields;
import org.debye.hdf5.RawHdf5.Message;
import org.debye.hdf5.format.HeaderMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Small files that would take hours or all memory from a reader that believes them. Each is refused
 * in seconds, in words, for little memory.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
  private static final URI FILE = URI.create("file:///raw/hostile.h5");
  private static final long MEGABYTE = 1 << 20;

  private record Hostile(byte[] bytes) implements FileOpener {
    @Override
    public PositionedFile open(URI uri) throws IOException {
      if (!exists(uri)) {
        throw new FileNotFoundException(uri.toString());
      }
      return new GoldenLayouts.InMemory(uri, bytes);
    }

    @Override
    public boolean exists(URI uri) {
      return uri.equals(FILE);
    }
  }

  /** What planning allocates, in bytes, and how it ends. */
  private record Outcome(Planning planning, long allocated) {}

  private static Outcome plan(byte[] file, String dataset) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    StackPlanner planner =
        new StackPlanner(
            new Hostile(file),
            new PlanSettings(dataset.isEmpty() ? null : dataset, List.of(), List.of("pressure")));
    long before = threads.getThreadAllocatedBytes(id);
    Planning planning =
        planner.plan(new StackCandidate("hostile", List.of(new SourceFile(FILE, 0, 0))));
    return new Outcome(planning, threads.getThreadAllocatedBytes(id) - before);
  }

  private static void refused(byte[] file, FailureCode code, long mostBytes, String... words) {
    refused(file, "", code, mostBytes, words);
  }

  private static void refused(
      byte[] file, String dataset, FailureCode code, long mostBytes, String... words) {
    Outcome outcome = plan(file, dataset);
    assertThat(outcome.planning()).isInstanceOf(Planning.Failed.class);
    Planning.Failed failed = (Planning.Failed) outcome.planning();
    assertThat(failed.message()).contains(words).endsWith(".");
    assertThat(failed.code()).isEqualTo(code);
    assertThat(outcome.allocated()).isLessThan(mostBytes);
  }

  private static byte[] only(RawHdf5 file, Message... dataset) {
    return file.file(file.object(link("data", file.object(dataset))));
  }

  @Test
  void framesWithoutBytesAreRefused() {
    RawHdf5 file = new RawHdf5(4096);
    refused(
        only(file, dataspace(1L << 60, 8, 8), uint8(), contiguous(96, 1L << 62)),
        FailureCode.UNSUPPORTED_DATASET,
        4 * MEGABYTE,
        "hostile.h5",
        "it would have 1152921504606846976 frames");
    // Few enough to be believed, but none of them in the file.
    RawHdf5 second = new RawHdf5(4096);
    refused(
        only(second, dataspace(19_000_000, 20, 20), uint8(), contiguous(4000, 1L << 62)),
        FailureCode.TRUNCATED,
        1L << 34,
        "none of its frames can be read",
        "the file ends before");
  }

  @Test
  void aProductThatOverflowsIsRefused() {
    RawHdf5 file = new RawHdf5(4096);
    refused(
        only(
            file,
            dataspace(1L << 32, 1L << 32, 1L << 31, 1L << 31),
            uint8(),
            contiguous(96, Long.MAX_VALUE)),
        FailureCode.UNSUPPORTED_DATASET,
        4 * MEGABYTE,
        "hostile.h5");
  }

  @Test
  void messagesThatShareOneAnotherEndAtOnce() {
    // Each header borrows from the next one twice; followed, that is 2^40 headers.
    RawHdf5 file = new RawHdf5(1 << 16);
    long last = file.object(dataspace(4, 8, 8), uint8(), contiguous(96, 256));
    for (int i = 0; i < 40; i++) {
      last =
          file.object(
              borrowed(HeaderMessage.DATASPACE, last),
              borrowed(HeaderMessage.DATATYPE, last),
              borrowed(HeaderMessage.DATASPACE, last));
    }
    refused(
        file.file(file.object(link("data", last))),
        FailureCode.CORRUPT_METADATA,
        4 * MEGABYTE,
        "a shared message that is not there");
  }

  @Test
  void aBorrowedMessageIsStillFound() {
    RawHdf5 file = new RawHdf5(4096);
    long types = file.object(uint8());
    byte[] whole =
        only(
            file, dataspace(2, 8, 8), borrowed(HeaderMessage.DATATYPE, types), contiguous(96, 128));
    assertThat(plan(whole, "").planning()).isInstanceOf(Planning.Raw.class);
  }

  @Test
  void headerBlocksOverEachOtherAreRefused() {
    // A block of continuations, each of which is that block again from eight bytes on.
    RawHdf5 file = new RawHdf5(1 << 20);
    int count = 20_000;
    long at = file.at();
    Fields block = fields();
    for (int i = 0; i < count; i++) {
      long start = at + 24L * (i + 1);
      block.put(2, HeaderMessage.CONTINUATION, 16).put(4, 0).put(8, start, 24L * (count - i - 1));
    }
    long first = file.block(block.bytes());
    assertThat(first).isEqualTo(at);
    long root =
        file.object(
            new Message(HeaderMessage.CONTINUATION, fields().put(8, first, 24L * count).bytes()));
    refused(
        file.file(root),
        FailureCode.CORRUPT_METADATA,
        64 * MEGABYTE,
        "object header blocks that lie over each other");
  }

  @Test
  void namesThatLieOverEachOtherAreRefused() {
    // 1000 names, each the rest of one long text: a gigabyte of names from a megabyte.
    RawHdf5 file = new RawHdf5(4 << 20);
    int count = 1000;
    long text = file.block(fields().text("x".repeat(1 << 20)).put(1, 0).bytes());
    long heap = file.block(fields().text("HEAP").put(4, 0).put(8, 1 << 20, -1, text).bytes());
    Fields node = fields().text("SNOD").put(1, 1, 0).put(2, count);
    for (int i = 0; i < count; i++) {
      node.put(8, i, 96).put(4, 0, 0).put(8, 0, 0);
    }
    long symbols = file.block(node.bytes());
    long tree =
        file.block(
            fields().text("TREE").put(1, 0, 0).put(2, 1).put(8, -1, -1, 0, symbols, 0).bytes());
    long root =
        file.object(new Message(HeaderMessage.SYMBOL_TABLE, fields().put(8, tree, heap).bytes()));
    refused(
        file.file(root),
        FailureCode.CORRUPT_METADATA,
        32 * MEGABYTE,
        "names that lie over each other");
  }

  @Test
  void aNodeThatIsListedTwiceIsRefused() {
    RawHdf5 file = new RawHdf5(4 << 20);
    int count = 60_000;
    long text = file.block(fields().text("a").put(8, 0).bytes());
    long heap = file.block(fields().text("HEAP").put(4, 0).put(8, 8, -1, text).bytes());
    Fields node = fields().text("SNOD").put(1, 1, 0).put(2, 1);
    node.put(8, 0, 96).put(4, 0, 0).put(8, 0, 0);
    long symbols = file.block(node.bytes());
    Fields tree = fields().text("TREE").put(1, 0, 0).put(2, count).put(8, -1, -1);
    for (int i = 0; i < count; i++) {
      tree.put(8, 0, symbols);
    }
    long top = file.block(tree.bytes());
    long root =
        file.object(new Message(HeaderMessage.SYMBOL_TABLE, fields().put(8, top, heap).bytes()));
    refused(
        file.file(root),
        FailureCode.CORRUPT_METADATA,
        32 * MEGABYTE,
        "a group's tree names one node twice");
  }

  @Test
  void groupsThatHoldEachOtherEnd() {
    // Ten groups of forty links to one another: 10^16 paths of ten steps, ten objects.
    RawHdf5 file = new RawHdf5(1 << 20);
    int groups = 10;
    long[] at = new long[groups];
    byte[][] headers = new byte[groups][];
    for (int pass = 0; pass < 2; pass++) {
      for (int g = 0; g < groups; g++) {
        Message[] links = new Message[40];
        for (int i = 0; i < links.length; i++) {
          links[i] = link(String.format("%03d", i), at[(g + i) % groups]);
        }
        headers[g] = RawHdf5.header(links);
        if (pass == 0) {
          at[g] = file.room(headers[g].length);
        } else {
          file.set(at[g], headers[g]);
        }
      }
    }
    refused(
        file.file(at[0]), FailureCode.NO_FRAME_DATASET, 4096 * MEGABYTE, "no dataset of frames");
  }

  @Test
  void manyGroupsThatListTheSameMembersEnd() {
    // Each of 3000 entries lists 3000 others by one table: 27 billion objects on three levels.
    RawHdf5 file = new RawHdf5(8 << 20);
    int count = 3000;
    Fields names = fields();
    for (int i = 0; i < count; i++) {
      names.text(String.format("%07d", i)).put(1, 0);
    }
    byte[] text = names.bytes();
    long heap =
        file.block(
            fields().text("HEAP").put(4, 0).put(8, text.length, -1, file.block(text)).bytes());
    long table = file.room(8 + 40 * count);
    long tree =
        file.block(
            fields().text("TREE").put(1, 0, 0).put(2, 1).put(8, -1, -1, 0, table, 0).bytes());
    Message members = new Message(HeaderMessage.SYMBOL_TABLE, fields().put(8, tree, heap).bytes());
    Fields node = fields().text("SNOD").put(1, 1, 0).put(2, count);
    long root = 0;
    for (int i = 0; i < count; i++) {
      root = file.object(members);
      node.put(8, 8L * i, root).put(4, 0, 0).put(8, 0, 0);
    }
    file.set(table, node.bytes());
    refused(
        file.file(root), FailureCode.CORRUPT_METADATA, 8L << 30, "blocks that lead to each other");
  }

  @Test
  void chunksFarApartAreNotBelieved() {
    // One chunk is stored, as the last of 2^24: a table of 256 MB for 24 bytes.
    RawHdf5 file = new RawHdf5(4096);
    long frames = 1L << 24;
    Fields tree = fields().text("TREE").put(1, 1, 0).put(2, 1).put(8, -1, -1);
    tree.put(4, 16, 0).put(8, frames - 1, 0, 0, 0, 96);
    long index = file.block(tree.put(4, 0, 0).put(8, 0, 0, 0, 0).bytes());
    Message layout =
        new Message(
            HeaderMessage.LAYOUT,
            fields().put(1, 3, 2, 4).put(8, index).put(4, 1, 8, 8, 1).bytes());
    refused(
        only(file, dataspace(frames, 8, 8), uint8(), layout),
        FailureCode.CORRUPT_METADATA,
        4 * MEGABYTE,
        "1 chunks are stored, the last as number 16777215");
  }

  @Test
  void chunksWithoutAnIndexAreNotBelieved() {
    RawHdf5 file = new RawHdf5(4096);
    long frames = 1L << 24;
    Message layout =
        new Message(
            HeaderMessage.LAYOUT, fields().put(1, 4, 2, 0, 4, 1, 1, 8, 8, 1, 2).put(8, 96).bytes());
    refused(
        only(file, dataspace(frames, 8, 8), uint8(), layout),
        FailureCode.CORRUPT_METADATA,
        4 * MEGABYTE,
        "16777216 chunks in a file of");
  }

  /** One source of a virtual dataset: all of it, or a hyperslab of numbers of so many bytes. */
  private static Fields mapping(Fields to, String dataset) {
    return to.text(".").put(1, 0).text(dataset).put(1, 0);
  }

  private static Fields all(Fields to) {
    return to.put(4, 3, 1, 0, 0);
  }

  private static Fields hyperslab(Fields to, int width, long[]... dimensions) {
    to.put(4, 2, 3).put(1, 1, width).put(4, dimensions.length);
    for (long[] dimension : dimensions) {
      to.put(Math.max(1, width), dimension);
    }
    return to;
  }

  private static byte[] virtual(long[] extents, Fields mappings) {
    RawHdf5 file = new RawHdf5(1 << 16);
    Message layout = file.virtual(mappings.bytes());
    long plain = file.object(dataspace(4, 8, 8), uint8(), contiguous(96, 256));
    long whole = file.object(dataspace(extents), uint8(), layout);
    return file.file(file.object(link("data", whole), link("plain", plain)));
  }

  @Test
  void aSelectionOfNumbersOfNoBytesIsRefused() {
    Fields mappings = mapping(fields().put(1, 0).put(8, 1), "/plain");
    hyperslab(all(mappings), 0, new long[] {0, 1, 4, 1});
    refused(
        virtual(new long[] {4, 8, 8}, mappings),
        "/data",
        FailureCode.CORRUPT_METADATA,
        4 * MEGABYTE,
        "a hyperslab of numbers of 0 bytes");
  }

  @Test
  void aSelectionOfNothingTimesEverythingEnds() {
    Fields mappings = mapping(fields().put(1, 0).put(8, 1), "/plain");
    hyperslab(
        all(mappings),
        8,
        new long[] {0, 1, 1L << 60, 1},
        new long[] {0, 1, 0, 1},
        new long[] {0, 1, 1, 8},
        new long[] {0, 1, 1, 8});
    refused(
        virtual(new long[] {16, 4, 8, 8}, mappings),
        "/data",
        FailureCode.MISSING_VIRTUAL_SOURCE,
        16 * MEGABYTE,
        "no source is mapped");
  }

  @Test
  void aVirtualDatasetThatIsAllMissingIsOneGap() {
    Fields mappings = mapping(fields().put(1, 0).put(8, 1), "/absent");
    hyperslab(
        all(mappings),
        8,
        new long[] {0, 1, 8_000_000, 1},
        new long[] {0, 1, 1, 8},
        new long[] {0, 1, 1, 8});
    refused(
        virtual(new long[] {8_000_000, 8, 8}, mappings),
        "/data",
        FailureCode.MISSING_VIRTUAL_SOURCE,
        512 * MEGABYTE,
        "its source .:/absent is not there");
  }

  @Test
  void virtualDatasetsOfVirtualDatasetsAreLookedAtOnce() {
    // Seven levels of sixty spellings of the next one's path: 3 * 10^12 ways to the frames.
    RawHdf5 file = new RawHdf5(1 << 20);
    Message[] links = new Message[8];
    links[7] = link("v7", file.object(dataspace(4, 8, 8), uint8(), contiguous(96, 256)));
    for (int level = 6; level >= 0; level--) {
      Fields mappings = fields().put(1, 0).put(8, 60);
      for (int i = 1; i <= 60; i++) {
        all(all(mapping(mappings, "/".repeat(i) + "v" + (level + 1))));
      }
      Message layout = file.virtual(mappings.bytes());
      links[level] = link("v" + level, file.object(dataspace(4, 8, 8), uint8(), layout));
    }
    refused(
        file.file(file.object(links)),
        "/v0",
        FailureCode.MISSING_VIRTUAL_SOURCE,
        64 * MEGABYTE,
        "mappings that lie over each other 4 times");
  }
}
