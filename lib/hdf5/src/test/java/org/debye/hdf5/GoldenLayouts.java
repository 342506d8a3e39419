package org.debye.hdf5;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.debye.fixtures.Golden;

/** The files of a script's archive in test/golden, opened from memory under hdfs://cluster/raw/. */
final class GoldenLayouts implements FileOpener {
  private static final long serialVersionUID = 1L;
  static final String FOLDER = "hdfs://cluster/raw/";

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /** Those of vds_layouts.py. */
  GoldenLayouts() {
    this("layouts");
  }

  GoldenLayouts(String archive) {
    byte[] zip = Golden.bytes("hdf5/" + archive + ".zip");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, byte[]> files() {
    return files;
  }

  /** Digests by frame, "missing" for a gap. */
  List<String> expected(String stack) {
    byte[] text = files.getOrDefault(stack + ".frames", new byte[0]);
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  Planning plan(String file, PlanSettings settings) {
    SourceFile source = new SourceFile(URI.create(FOLDER + file), 0, 0);
    return new StackPlanner(this, settings)
        .plan(new StackCandidate(file.replace(".h5", ""), List.of(source)));
  }

  /** Plans all files whose names start so, as their names group them. */
  Planning series(String prefix) {
    List<SourceFile> files =
        this.files.keySet().stream()
            .filter(name -> name.startsWith(prefix) && name.endsWith(".h5"))
            .map(name -> new SourceFile(URI.create(FOLDER + name), 0, 0))
            .toList();
    List<StackCandidate> found = SeriesGrouping.group(files);
    if (found.size() != 1) {
      throw new IllegalArgumentException(prefix + " is of " + found);
    }
    return new StackPlanner(this, PlanSettings.defaults()).plan(found.get(0));
  }

  Planning plan(String file) {
    return plan(file, PlanSettings.defaults());
  }

  Planning dataset(String file, String path) {
    return plan(file, new PlanSettings(path, List.of(), List.of()));
  }

  private byte[] find(URI uri) {
    String text = uri.toString();
    return text.startsWith(FOLDER)
        ? files.getOrDefault(text.substring(FOLDER.length()), new byte[0])
        : new byte[0];
  }

  @Override
  public PositionedFile open(URI uri) throws IOException {
    if (!exists(uri)) {
      throw new FileNotFoundException(uri.toString());
    }
    return new InMemory(uri, find(uri));
  }

  @Override
  public boolean exists(URI uri) {
    return find(uri).length > 0;
  }

  /** Bytes as a file. */
  record InMemory(URI uri, byte[] bytes) implements PositionedFile {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public void readFully(long position, ByteBuffer target) throws IOException {
      if (position < 0 || position > bytes.length - target.remaining()) {
        throw new java.io.EOFException(uri + " at " + position);
      }
      target.put(bytes, (int) position, target.remaining());
    }

    @Override
    public void close() {}
  }
}
