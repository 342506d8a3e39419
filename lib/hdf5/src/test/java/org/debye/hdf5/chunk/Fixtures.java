package org.debye.hdf5.chunk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.debye.fixtures.Golden;

/** The files of test/golden/hdf5_fixtures.py and what libhdf5 reads of them. */
final class Fixtures {
  private static final Map<String, byte[]> FILES = unzip();

  private Fixtures() {}

  /** One line of the manifest. */
  record Line(String file, String dataset, long address, String[] rest) {
    boolean refused() {
      return rest[0].equals("REFUSED");
    }

    @Override
    public String toString() {
      return file + ":" + dataset;
    }
  }

  static List<Line> lines() {
    return new String(bytes("manifest.txt"), StandardCharsets.UTF_8)
        .lines()
        .map(Fixtures::line)
        .toList();
  }

  static Line line(String file, String dataset) {
    return lines().stream()
        .filter(l -> l.file().equals(file) && l.dataset().equals(dataset))
        .findFirst()
        .orElseThrow();
  }

  private static Line line(String text) {
    String[] words = text.split(" ", -1);
    return new Line(
        words[0], words[1], Long.parseLong(words[2]), Arrays.copyOfRange(words, 3, words.length));
  }

  static byte[] bytes(String file) {
    byte[] bytes = FILES.get(file);
    if (bytes == null) {
      throw new IllegalArgumentException("no " + file + " in hdf5_fixtures.zip");
    }
    return bytes.clone();
  }

  static MemoryFile open(String file) {
    return new MemoryFile(file, bytes(file));
  }

  /** As the manifest writes them. */
  static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> unzip() {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Golden.bytes("hdf5_fixtures.zip")))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
