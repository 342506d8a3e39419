package org.debye.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged HDF5 files from planning to pixels. Where no byte that was read has changed, frames and
 * gaps are those of the sound file.
 */
class FuzzTest {
  private static final String FOLDER = "hdfs://cluster/raw/";
  private static final Map<String, List<String>> DATASETS = new HashMap<>();
  private static final Map<String, byte[]> CORPUS = corpus();
  private static final int MOST_FRAMES = 8;
  private static final int LARGEST = 1 << 20;

  private final Map<String, String> sound = new HashMap<>();

  private static Map<String, byte[]> corpus() {
    Map<String, byte[]> files = new TreeMap<>();
    for (String archive :
        List.of("hdf5/layouts", "hdf5/raw_layouts", "hdf5/refused_layouts", "hdf5_fixtures")) {
      byte[] zip = Golden.bytes(archive + ".zip");
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          byte[] content = in.readAllBytes();
          if (entry.getName().endsWith(".h5")) {
            files.put(entry.getName(), content);
          } else if (entry.getName().equals("manifest.txt")) {
            new String(content, StandardCharsets.UTF_8).lines().forEach(FuzzTest::note);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** A file of many datasets does not say which are its frames; one of them is named then. */
  private static void note(String line) {
    String[] words = line.split(" ", -1);
    DATASETS.computeIfAbsent(words[0], file -> new ArrayList<>()).add(words[1]);
  }

  private static PlanSettings settings(String name, byte[] bytes) {
    List<String> datasets = DATASETS.getOrDefault(name, List.of());
    String dataset =
        datasets.isEmpty()
            ? null
            : datasets.get(Math.floorMod(Arrays.hashCode(bytes), datasets.size()));
    return new PlanSettings(dataset, List.of(), List.of("pressure"));
  }

  /** The corpus with one file damaged, of which it notes whether a changed byte was read. */
  private static final class Damaged implements FileOpener {
    private static final long serialVersionUID = 1L;
    private final URI uri;
    private final transient byte[] bytes;
    private final transient byte[] whole;
    private transient boolean touched;

    Damaged(String name, byte[] bytes) {
      this.uri = URI.create(FOLDER + name);
      this.bytes = bytes;
      this.whole = CORPUS.getOrDefault(name, new byte[0]);
      this.touched = bytes.length != whole.length;
    }

    @Override
    public PositionedFile open(URI asked) throws IOException {
      if (!exists(asked)) {
        throw new FileNotFoundException(asked.toString());
      }
      return asked.equals(uri) ? new Watched() : new GoldenLayouts.InMemory(asked, of(asked));
    }

    private static byte[] of(URI asked) {
      String text = asked.toString();
      byte[] found = text.startsWith(FOLDER) ? CORPUS.get(text.substring(FOLDER.length())) : null;
      return found == null ? new byte[0] : found;
    }

    @Override
    public boolean exists(URI asked) {
      return asked.equals(uri) || of(asked).length > 0;
    }

    private final class Watched implements PositionedFile {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public void readFully(long position, ByteBuffer target) throws IOException {
        int count = target.remaining();
        new GoldenLayouts.InMemory(uri, bytes).readFully(position, target);
        int from = (int) position;
        touched = touched || !Arrays.equals(bytes, from, from + count, whole, from, from + count);
      }

      @Override
      public void close() {}
    }
  }

  @Test
  void someHundredDamagedFilesAreReadOrRefused() {
    Fuzzing.check("HDF5", Fuzzing.run(CORPUS, this::read, 0, 400));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedFilesAreReadOrRefused() {
    Fuzzing.check("HDF5", Fuzzing.run(CORPUS, this::read, 0, 10_000));
  }

  private boolean read(String name, byte[] bytes) throws IOException {
    Damaged damaged = new Damaged(name, bytes);
    PlanSettings settings = settings(name, bytes);
    String found = outcome(name, damaged, settings);
    if (!damaged.touched) {
      byte[] whole = CORPUS.getOrDefault(name, new byte[0]);
      String key = name + settings.dataset();
      String expected = sound.get(key);
      if (expected == null) {
        expected = outcome(name, new Damaged(name, whole), settings);
        sound.put(key, expected);
      }
      assertThat(found).as("no byte that was read has changed").isEqualTo(expected);
    }
    return !found.startsWith("refused");
  }

  /** Shape, gaps and digests of the first frames, or why there are none. */
  private static String outcome(String name, FileOpener opener, PlanSettings settings)
      throws IOException {
    SourceFile source = new SourceFile(URI.create(FOLDER + name), 0, 0);
    Planning planning =
        new StackPlanner(opener, settings).plan(new StackCandidate(name, List.of(source)));
    if (planning instanceof Planning.Failed failed) {
      assertThat(failed.message()).isNotBlank().endsWith(".");
      return "refused " + failed.message();
    } else if (planning instanceof Planning.Raw raw) {
      return frames(raw.stack(), opener);
    }
    return planning.toString();
  }

  private static String frames(FrameStack stack, FileOpener opener) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(stack.module() + " " + stack.type() + " x " + stack.frames() + " " + stack.gaps());
    if (stack.moduleBytes() > LARGEST) {
      return lines.toString();
    }
    byte[] target = new byte[stack.moduleBytes()];
    try (FrameReader reader = new FrameReader(stack, opener)) {
      for (long frame = 0; frame < Math.min(stack.frames(), MOST_FRAMES); frame++) {
        for (int module = 0; module < Math.min(4, stack.placements().size()); module++) {
          lines.add(digest(reader, frame, module, target));
        }
      }
    }
    return lines.toString();
  }

  private static String digest(FrameReader reader, long frame, int module, byte[] target) {
    try {
      reader.read(frame, module, target);
      CRC32 crc = new CRC32();
      crc.update(target);
      return crc.getValue()
          + " "
          + Arrays.hashCode(reader.pixelMask(module))
          + " "
          + Arrays.hashCode(reader.flatField(module));
    } catch (InputException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
