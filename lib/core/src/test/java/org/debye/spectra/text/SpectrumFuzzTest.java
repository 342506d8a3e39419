package org.debye.spectra.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.debye.failure.InputException;
import org.debye.fixtures.Fuzzing;
import org.debye.spectra.AxisKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files of spectra, of every dialect. */
class SpectrumFuzzTest {
  private static final String COLUMNS = "# q signal sigma\n" + rows(' ', 40);
  private static final Map<String, byte[]> CORPUS =
      Map.of(
          "a.xy", bytes(COLUMNS),
          "b.csv", bytes("angle,one,two\n" + rows(',', 40)),
          "c.chi", bytes("title\n2-Theta\nIntensity\n40\n" + rows(' ', 40)),
          "d.xdi",
              bytes(
                  "# XDI/1.0 x\n# Column.1: energy eV\n# Column.2: i0\n# Column.3: itrans\n"
                      + "# Mono.d_spacing: 3.1\n# ---\n"
                      + rows(' ', 30)),
          "e.prj",
              bytes(
                  "# Athena project file\n$old_group = 'a';\n@args = ('label','b','c',[1,{'d' =>"
                      + " 2}]);\n@x = ('1','2.5');\n@y = ('3',\"4\\x41\");\n[record]\n1;\n"),
          "f.fxye", bytes("title\nBANK 1 3 3 CONS 500 1 0 0 FXYE\n500 20 4\n501 30 5\n502 9 3\n"),
          "g.npy", npy(),
          "h.dat.gz", gzipped(bytes(COLUMNS)));

  private static String rows(char delimiter, int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(7000 + 0.25 * i).append(delimiter).append(10 + i % 7).append(delimiter);
      rows.append(1.5e-3 * i).append('\n');
    }
    return rows.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] npy() {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (4, 5)}\n";
    byte[] bytes = new byte[10 + header.length() + 160];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put(bytes("NUMPY")).put((byte) 1).put((byte) 0);
    file.putShort((short) header.length()).put(bytes(header));
    for (int i = 0; i < 20; i++) {
      file.putDouble(i * 0.5);
    }
    return bytes;
  }

  @Test
  void someHundredDamagedFilesAreReadOrRefused() {
    Fuzzing.check("spectra", Fuzzing.run(CORPUS, SpectrumFuzzTest::read, 0, 1000));
  }

  @Test
  @Tag("acceptance")
  void tenThousandDamagedFilesAreReadOrRefused() {
    Fuzzing.check("spectra", Fuzzing.run(CORPUS, SpectrumFuzzTest::read, 0, 10_000));
  }

  private static boolean read(String name, byte[] damaged) {
    boolean read = false;
    for (ImportSettings settings :
        List.of(
            ImportSettings.fromFile(),
            ImportSettings.of(AxisKind.CHANNEL),
            ImportSettings.of(AxisKind.ENERGY_EV)
                .withColumns(null, List.of(new ColumnChoice.Remaining()), null))) {
      try {
        List<ImportedSpectrum> spectra = SpectrumText.read(name, damaged, settings);
        assertThat(spectra).isNotEmpty();
        spectra.forEach(s -> assertThat(s.intensity()).hasSameSizeAs(s.axis()));
        if (name.endsWith(".gz")) {
          // The checksum of the stream protects it.
          byte[] sound = CORPUS.getOrDefault(name, damaged);
          assertThat(spectra.get(0).intensity())
              .isEqualTo(SpectrumText.read(name, sound, settings).get(0).intensity());
        }
        read = true;
      } catch (InputException e) {
        assertThat(e).hasMessageStartingWith(name);
      }
    }
    return read;
  }

  @Test
  void aTableOfMillionsOfColumnsAndFewValuesIsRefused() {
    byte[] file = bytes("1,".repeat(500_000) + "1\n" + "1\n".repeat(100_000));
    ImportSettings settings =
        ImportSettings.of(AxisKind.CHANNEL)
            .withColumns(null, List.of(new ColumnChoice.Remaining()), null);
    assertThatThrownBy(() -> SpectrumText.read("wide.csv", file, settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rows that lack nearly all of the 500001 columns of the first");
  }

  /** Found by the seeds 35, 317 and 651: nothing came out of these, and nothing was said. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "# XDI/1.0 x\n# Column.1: energy eV\n# ---\n7000\n7001\n",
        "a title with BANK and FXYE\n500 20 4\n501 30 5\n",
        "# Athena project file\n$old_group = ();\n@x = ();\n[record]\n1;\n",
      })
  void filesWithoutASpectrumAreRefused(String text) {
    ImportSettings settings =
        ImportSettings.fromFile().withColumns(null, List.of(new ColumnChoice.Remaining()), null);
    assertThatThrownBy(() -> SpectrumText.read("empty.dat", bytes(text), settings))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("empty.dat");
  }
}
