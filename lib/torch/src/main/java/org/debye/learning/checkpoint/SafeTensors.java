package org.debye.learning.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.debye.failure.InputException;

/**
 * Hugging Face's file format for arrays: 8 bytes with the header's length, little endian; a JSON
 * header that says of each array {@code dtype}, {@code shape} and {@code data_offsets}; the arrays.
 * Nothing in it is code. Written files are laid out as the reference implementation does; read ones
 * are held to the format's every rule before memory is asked for.
 */
public final class SafeTensors {
  private static final int PAGE = 1 << 30;
  private static final int LENGTH = 8;
  private static final int BELIEVED = 1 << 24;

  private SafeTensors() {}

  /** Writes arrays and texts. The stream stays open. */
  public static void write(StateDict state, OutputStream out) throws IOException {
    SafeTensorsHeader header = SafeTensorsHeader.of(state);
    byte[] json = header.encoded();
    if (json.length > SafeTensorsHeader.LONGEST) {
      throw new IllegalArgumentException("a header of " + json.length + " bytes");
    }
    ByteBuffer length = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length).array());
    out.write(json);
    for (SafeTensorsHeader.Entry entry : header.entries()) {
      state.array(entry.name()).writeTo(out);
    }
  }

  /**
   * Reads a whole file that is in memory.
   *
   * @param where for messages: the file's name
   * @throws InputException where it is damaged or no safetensors file
   */
  public static StateDict read(byte[] file, String where) {
    try {
      return read(new ByteArrayInputStream(file), file.length, where);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads from a channel's position to its end. The channel stays open.
   *
   * @throws InputException where it is damaged or no safetensors file
   */
  public static StateDict read(SeekableByteChannel channel, String where) throws IOException {
    return read(Channels.newInputStream(channel), channel.size() - channel.position(), where);
  }

  /**
   * Reads a stream from its beginning. The stream stays open.
   *
   * @param size bytes in the file
   * @throws InputException where it is damaged or no safetensors file
   */
  public static StateDict read(InputStream in, long size, String where) throws IOException {
    return read(in, size, where, PAGE);
  }

  /** The same with a page of another size, a multiple of 8 bytes. */
  static StateDict read(InputStream in, long size, String where, int page) throws IOException {
    SafeTensorsFault fault = new SafeTensorsFault(where);
    if (size < LENGTH) {
      throw fault.truncated("it has " + size + " bytes, and the length of its header takes 8");
    }
    long length =
        ByteBuffer.wrap(bytes(in, LENGTH, fault)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > SafeTensorsHeader.LONGEST) {
      throw fault.corrupt(
          "it begins with a header of "
              + Long.toUnsignedString(length)
              + " bytes, and one has 2 to "
              + SafeTensorsHeader.LONGEST);
    }
    long data = size - LENGTH - length;
    if (data < 0) {
      throw fault.truncated("a header of " + length + " bytes in a file of " + size);
    }
    SafeTensorsHeader header = SafeTensorsHeader.parse(bytes(in, (int) length, fault), data, where);
    Map<String, NamedArray> arrays = new HashMap<>();
    for (SafeTensorsHeader.Entry entry : header.inPlace()) {
      arrays.put(entry.name(), array(in, entry, page, fault));
    }
    List<NamedArray> ordered = new ArrayList<>();
    header.entries().forEach(entry -> ordered.add(arrays.get(entry.name())));
    return StateDict.of(ordered, header.texts());
  }

  private static NamedArray array(
      InputStream in, SafeTensorsHeader.Entry entry, int page, SafeTensorsFault fault)
      throws IOException {
    List<ByteBuffer> pages = new ArrayList<>();
    for (long left = entry.bytes(); left > 0; left -= page) {
      pages.add(ByteBuffer.wrap(bytes(in, (int) Math.min(page, left), fault)));
    }
    return NamedArray.of(
        entry.name(), entry.type(), entry.shape(), pages.toArray(ByteBuffer[]::new));
  }

  private static byte[] bytes(InputStream in, int count, SafeTensorsFault fault)
      throws IOException {
    // The card says how long the file is; memory follows what is really there.
    byte[] read = new byte[Math.min(count, BELIEVED)];
    int there = in.readNBytes(read, 0, read.length);
    while (there == read.length && there < count) {
      read = Arrays.copyOf(read, (int) Math.min(count, 2L * there));
      there += in.readNBytes(read, there, read.length - there);
    }
    if (there < count) {
      throw fault.truncated((count - there) + " bytes of " + count + " are not there");
    }
    return read;
  }
}
