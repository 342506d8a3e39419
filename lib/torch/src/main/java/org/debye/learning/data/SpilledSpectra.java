package org.debye.learning.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Spectra in a file of the local disk that the system maps into memory: for more of them than
 * memory holds. The file is gone once this is closed.
 */
public final class SpilledSpectra implements SpectrumSource, AutoCloseable {
  private static final long MOST_BYTES_A_MAP = 1L << 30;

  private final Path file;
  private final int points;
  private final int eachMap;
  private final int size;
  private final List<FloatBuffer> maps = new ArrayList<>();

  private SpilledSpectra(Path file, int points, int size) throws IOException {
    this.file = file;
    this.points = points;
    this.size = size;
    long bytes = (long) points * Float.BYTES;
    eachMap = Math.toIntExact(Math.max(1, MOST_BYTES_A_MAP / bytes));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      for (long first = 0; first < size; first += eachMap) {
        long length = Math.min(eachMap, size - first) * bytes;
        MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_ONLY, first * bytes, length);
        maps.add(map.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int points() {
    return points;
  }

  @Override
  public void read(int spectrum, float[] into, int at) {
    maps.get(spectrum / eachMap).get((spectrum % eachMap) * points, into, at, points);
  }

  @Override
  public void close() {
    maps.clear();
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  /** Takes spectra one by one. */
  public static final class Writer implements AutoCloseable {
    private final Path file;
    private final int points;
    private final FileChannel channel;
    private final ByteBuffer row;
    private int size;

    /**
     * Into a new file of a folder.
     *
     * @param points of each spectrum
     */
    public Writer(Path folder, int points) throws IOException {
      this.points = points;
      file = Files.createTempFile(folder, "spectra", ".f32");
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      row = ByteBuffer.allocate(points * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Adds a spectrum; the array is not kept. */
    public void add(float[] spectrum) throws IOException {
      if (spectrum.length != points) {
        throw new IllegalArgumentException(spectrum.length + " points among spectra of " + points);
      }
      row.clear();
      row.asFloatBuffer().put(spectrum);
      while (row.hasRemaining()) {
        channel.write(row);
      }
      size++;
    }

    /** What was added, for reading. */
    public SpilledSpectra finish() throws IOException {
      channel.close();
      return new SpilledSpectra(file, points, size);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
