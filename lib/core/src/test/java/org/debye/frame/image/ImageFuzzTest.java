package org.debye.frame.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged masks, darks and flats: EDF, TIFF, NPY, and each of them gzipped. */
class ImageFuzzTest {
  private static final Map<String, byte[]> CORPUS = corpus();

  private static Map<String, byte[]> corpus() {
    Map<String, byte[]> files = new TreeMap<>();
    byte[] zip = Golden.bytes("images.zip");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().matches(".*\\.(edf|tif|npy)") && content.length < 20_000) {
          files.put(entry.getName(), content);
        }
      }
      files.put("packed.npy.gz", gzipped(files.values().iterator().next()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void someHundredDamagedImagesAreReadOrRefused() {
    Fuzzing.check("images", Fuzzing.run(CORPUS, ImageFuzzTest::read, 0, 1000));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedImagesAreReadOrRefused() {
    Fuzzing.check("images", Fuzzing.run(CORPUS, ImageFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    ImageData image;
    try {
      image = ImageFile.read(name, damaged);
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(name + ": ");
      return false;
    }
    assertThat(image.values()).hasSize(image.shape().pixels());
    assertThat(ImageFile.read(name, damaged).values()).isEqualTo(image.values());
    if (name.endsWith(".gz")) {
      // The checksum of the stream protects it.
      byte[] sound = CORPUS.getOrDefault(name, damaged);
      assertThat(image.values()).isEqualTo(ImageFile.read(name, sound).values());
    }
    return true;
  }
}
