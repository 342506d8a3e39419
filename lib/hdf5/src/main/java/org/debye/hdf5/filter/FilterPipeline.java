package org.debye.hdf5.filter;

import java.io.Closeable;
import java.util.List;

/**
 * The filters of one dataset, undone in reverse order, with the workspace that this takes.
 * Thread-confined: one for each reader.
 */
public final class FilterPipeline implements Closeable {
  private static final int MOST_FILTERS = 32;

  /** Not worth a check. */
  private static final int SMALL = 1 << 20;

  private final Decoder[] decoders;
  private byte[] even = new byte[0];
  private byte[] odd = new byte[0];

  /**
   * Makes the decoders.
   *
   * @param specs in the order in which they were applied when writing
   * @param elementBytes of the dataset's type, for a shuffle that does not say
   * @throws FilterException {@code UNKNOWN_FILTER} with name and number
   */
  public FilterPipeline(List<FilterSpec> specs, int elementBytes) throws FilterException {
    if (specs.size() > MOST_FILTERS) {
      throw FilterException.corrupt("a pipeline of " + specs.size() + " filters");
    }
    decoders = new Decoder[specs.size()];
    for (int i = 0; i < decoders.length; i++) {
      decoders[i] = decoder(specs.get(i), elementBytes);
    }
  }

  /**
   * Decodes a chunk.
   *
   * @param source as stored, from 0; may be overwritten
   * @param length stored bytes
   * @param mask bit i set: filter i was left out when this chunk was written
   * @param target receives the decoded chunk
   * @param expected decoded bytes, exactly
   * @throws FilterException it does not decode to that
   */
  public void decode(byte[] source, int length, int mask, byte[] target, int expected)
      throws FilterException {
    byte[] current = source;
    int have = length;
    int first = firstActive(mask);
    for (int i = decoders.length - 1; i >= 0; i--) {
      if ((mask >>> i & 1) != 0) {
        continue;
      }
      // Only the last step is known to give the chunk's size; before it data may be longer.
      boolean last = i == first;
      byte[] next = last ? target : workspace(i % 2 == 0, expected + expected / 2 + 65_536);
      have = decoders[i].decode(current, have, next, last ? expected : next.length);
      current = next;
    }
    if (have != expected) {
      throw FilterException.corrupt("decodes to " + have + " bytes, a chunk has " + expected);
    }
    if (current != target) {
      System.arraycopy(current, 0, target, 0, expected);
    }
  }

  /**
   * Refuses a chunk that its stored bytes cannot decode to, before memory is asked for.
   *
   * @throws FilterException no filter packs so much into so little
   */
  public void requirePossible(int length, int mask, int expected) throws FilterException {
    long most = length;
    for (int i = 0; i < decoders.length && most < expected; i++) {
      most *= (mask >>> i & 1) == 0 ? decoders[i].growth() : 1;
    }
    if (most + SMALL < expected) {
      throw FilterException.corrupt(
          length
              + " stored bytes for a chunk of "
              + expected
              + ", which no filter here can unpack");
    }
  }

  @Override
  public void close() {
    for (Decoder decoder : decoders) {
      decoder.close();
    }
  }

  private int firstActive(int mask) {
    for (int i = 0; i < decoders.length; i++) {
      if ((mask >>> i & 1) == 0) {
        return i;
      }
    }
    return -1;
  }

  private byte[] workspace(boolean which, int bytes) {
    byte[] current = which ? even : odd;
    if (current.length < bytes) {
      current = new byte[bytes];
      if (which) {
        even = current;
      } else {
        odd = current;
      }
    }
    return current;
  }

  private static Decoder decoder(FilterSpec spec, int elementBytes) throws FilterException {
    return switch (spec.id()) {
      case FilterSpec.DEFLATE -> new DeflateDecoder();
      case FilterSpec.SHUFFLE ->
          new ByteShuffleDecoder(spec.parameters().length > 0 ? spec.parameter(0) : elementBytes);
      case FilterSpec.FLETCHER32 -> new Fletcher32Decoder();
      case FilterSpec.LZF -> new LzfDecoder();
      case FilterSpec.LZ4 -> new Lz4Decoder();
      case FilterSpec.BITSHUFFLE -> BitshuffleDecoder.of(spec);
      case FilterSpec.ZSTD -> new ZstdBlocks();
      case FilterSpec.BLOSC -> new BloscDecoder();
      default -> throw FilterException.unknown("filter " + spec.label());
    };
  }
}
